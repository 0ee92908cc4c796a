/* How long a reader takes. */
#include "measure/measure-internal.h"

#define AT_SPEED(name, words_per_minute)                                                                               \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    IN (words);                                                                                                        \
    return VALUE (60 * words / words_per_minute);                                                                      \
  }

AT_SPEED (reading_time, 238)
AT_SPEED (reading_time_aloud, 183)
AT_SPEED (reading_time_slow, 175)
AT_SPEED (reading_time_average, 240)
AT_SPEED (reading_time_fast, 300)

static double
reading_time_letters (const BsCall *call)
{
  IN (letters);
  return VALUE (14.69 * letters / 1000);
}

#define TIME .family = BS_FAMILY_TIME, SCALE ("seconds", LONGER, 0, 900), ENGLISH
#define BRYSBAERT                                                                                                      \
  "Brysbaert 2019, How many words do we read per minute?, Journal of Memory and Language 109, 104047"
#define LFTK_NOTE "A round speed without a study behind it; LFTK gives minutes."

static const BsMeasure rows[] = {
  { .id = "reading_time", .title = "Silent reading time", TIME, .inputs = "words", .formula = "60 · words / 238",
    .source = BRYSBAERT,
    .notes = "238 words a minute is the mean of 190 studies for adults who read English non-fiction; most readers lie "
             "between 175 and 300.",
    .compute = reading_time },
  { .id = "reading_time_aloud", .title = "Time to read aloud", TIME, .inputs = "words", .formula = "60 · words / 183",
    .source = BRYSBAERT, .notes = "183 words a minute is the mean of 77 studies.", .compute = reading_time_aloud },
  { .id = "reading_time_slow_lftk", .title = "Reading time, slow readers (LFTK)", TIME, VARIANT, .inputs = "words",
    .formula = "60 · words / 175", .source = "LFTK (reading time of slow, average and fast readers)",
    .notes = LFTK_NOTE, .compute = reading_time_slow },
  { .id = "reading_time_average_lftk", .title = "Reading time, average readers (LFTK)", TIME, VARIANT,
    .inputs = "words", .formula = "60 · words / 240",
    .source = "LFTK (reading time of slow, average and fast readers)", .notes = LFTK_NOTE,
    .compute = reading_time_average },
  { .id = "reading_time_fast_lftk", .title = "Reading time, fast readers (LFTK)", TIME, VARIANT, .inputs = "words",
    .formula = "60 · words / 300", .source = "LFTK (reading time of slow, average and fast readers)",
    .notes = LFTK_NOTE, .compute = reading_time_fast },
  { .id = "reading_time_textstat", .title = "Reading time by letters (textstat)", TIME, VARIANT, .inputs = "letters",
    .formula = "14.69 · letters / 1000",
    .source = "textstat (reading_time); the speed from Demberg & Keller 2008, Cognition 109(2), 193–210",
    .notes = "14.69 ms a letter makes some 800 words a minute, more than three times what readers do. textstat counts "
             "punctuation too.",
    .compute = reading_time_letters },
};

BS_MEASURE_GROUP (bs_group_reading_time, rows);
