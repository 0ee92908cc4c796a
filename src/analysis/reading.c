#include "analysis/reading.h"

#include <malloc.h>
#include <math.h>

/* All that is as large as the article at hand. */
static void
make_rooms (BsReading *reading)
{
  reading->cleaned = bs_cleaned_new ();
  reading->segments = bs_segments_new ();
  reading->tally = bs_tally_new ();
  reading->signature = bs_signature_new ();
  reading->inputs = bs_inputs_new ();
  reading->diagnoser = bs_diagnoser_new ();
  reading->last = bs_last_text_new ();
}

static void
leave_rooms (BsReading *reading)
{
  bs_cleaned_free (reading->cleaned);
  bs_segments_free (reading->segments);
  bs_tally_free (reading->tally);
  bs_signature_free (reading->signature);
  bs_inputs_free (reading->inputs);
  bs_diagnoser_free (reading->diagnoser);
  bs_last_text_free (reading->last);
}

BsReading *
bs_reading_new (void)
{
  BsReading *reading = g_new0 (BsReading, 1);
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  make_rooms (reading);
  reading->index = bs_type_index_new (NULL);
  reading->set = bs_measure_set_new (refs, n, NULL);
  reading->measures = g_new0 (double, n);
  return reading;
}

void
bs_reading_free (BsReading *reading)
{
  if (reading == NULL)
    return;
  leave_rooms (reading);
  bs_type_index_free (reading->index);
  bs_measure_set_free (reading->set);
  g_free (reading->measures);
  g_free (reading);
}

void
bs_reading_slim (BsReading *reading)
{
  leave_rooms (reading);
  make_rooms (reading);
  malloc_trim (0);
}

void
bs_reading_want (BsReading *reading, const gboolean *wanted)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  bs_measure_set_free (reading->set);
  reading->set = bs_measure_set_new (refs, n, wanted);
}

/* English prose holds 40 to 55 % function words, a text of another language a few by chance: so the counts answer for
 * nearly every article, and the library, which takes half a millisecond, is asked about the rest only. */
static const char *
detect (const BsReading *reading)
{
  gint64 words = reading->tally->counts.value[BS_COUNT_WORDS];
  gint64 function_words = reading->tally->counts.value[BS_COUNT_FUNCTION_WORDS];
  const char *found;

  if ((words >= 30 && function_words * 4 >= words) || (words >= 20 && function_words * 5 >= words * 2))
    return "en";
  found = bs_language_of_text (bs_span (reading->cleaned->text->str, reading->cleaned->text->len));
  if (found == NULL && function_words * 5 >= words && words > 0)
    return "en";
  return found;
}

static void
measure (BsReading *reading, gboolean any_length)
{
  const BsTally *tally = reading->tally;

  bs_inputs_clear (reading->inputs);
  bs_inputs_set_counts (reading->inputs, &tally->counts);
  bs_inputs_set_spectrum (reading->inputs, (const BsSpectrumEntry *) (gpointer) tally->spectrum->data,
                          tally->spectrum->len);
  bs_inputs_set_terms (reading->inputs, (const guint32 *) (gpointer) tally->ids->data, tally->ids->len,
                       tally->terms->len);
  bs_measure_set_text (reading->set, reading->inputs, reading->language, !any_length, reading->measures);
}

BsTypeIndex *
bs_reading_renew (BsReading *reading)
{
  BsTypeIndex *before = reading->index;

  reading->index = bs_type_index_new (&reading->lexicon);
  bs_tally_free (reading->tally);
  reading->tally = bs_tally_new ();
  bs_signature_free (reading->signature);
  reading->signature = bs_signature_new ();
  bs_last_text_forget (reading->last);
  return before;
}

#define LEAST_HELD (BS_TYPES_HELD / 16) /* of a thread, however many there are: an index costs time to fill */

guint
bs_reading_types_held (guint types_held, guint threads)
{
  return types_held != 0 ? types_held / threads : MAX (BS_TYPES_HELD / threads, LEAST_HELD);
}

static void
take_options (BsReading *reading, const BsLexiconOptions *options)
{
  if (reading->lexicon.numbers == options->numbers)
    return;
  reading->lexicon = *options;
  bs_type_index_free (bs_reading_renew (reading));
}

BsCleanOptions
bs_read_clean_options (const BsReadOptions *options, const BsArticle *article)
{
  return (BsCleanOptions){ .without = options->without,
                           .encoding = article->encoding,
                           .title = article->title,
                           .markup = article->markup,
                           .repeats = options->repeats,
                           .outlet = article->outlet,
                           .ceilings = &options->ceilings };
}

void
bs_read_clean (BsCleaned *cleaned, const BsArticle *article, const BsReadOptions *options)
{
  BsCleanOptions clean = bs_read_clean_options (options, article);

  bs_clean (cleaned, article->text, &clean);
}

void
bs_read_sentences (BsReading *reading, const BsReadOptions *options)
{
  take_options (reading, &options->lexicon);
  reading->segments->word_most = (guint32) bs_ceiling (&options->ceilings, BS_CEILING_WORD);
  reading->segments->types_most = (guint32) bs_ceiling (&options->ceilings, BS_CEILING_TYPES);
  bs_segment (reading->segments, reading->index,
              bs_span (reading->cleaned->text->str, reading->cleaned->text->len));
}

BsCeiling
bs_reading_over (const BsReading *reading, const BsReadOptions *options)
{
  if (reading->segments->too_many_types)
    return BS_CEILING_TYPES;
  if (reading->segments->longest_sentence > bs_ceiling (&options->ceilings, BS_CEILING_SENTENCE))
    return BS_CEILING_SENTENCE;
  return BS_N_CEILINGS;
}

char *
bs_reading_over_in_words (const BsReadOptions *options, BsCeiling over)
{
  g_autofree char *ceiling = bs_ceiling_in_words (&options->ceilings, over);

  return g_strdup_printf ("%s %s",
                          over == BS_CEILING_TYPES ? "there are more different words than" : "a sentence is longer than",
                          ceiling);
}

void
bs_read_segments (BsReading *reading, const BsArticle *article, const BsReadOptions *options)
{
  bs_last_text_forget (reading->last);
  bs_read_clean (reading->cleaned, article, options);
  bs_read_sentences (reading, options);
}

static void
sign (BsReading *reading, const BsReadOptions *options)
{
  if (options->without & BS_STEP_COPIES)
    bs_signature_clear (reading->signature);
  else
    bs_sign (reading->signature, reading->segments, reading->index);
}

void
bs_read_words (BsReading *reading, const BsArticle *article, const BsReadOptions *options)
{
  bs_read_segments (reading, article, options);
  sign (reading, options);
}

void
bs_read_counts (BsReading *reading, const BsArticle *article, const BsReadOptions *options)
{
  sign (reading, options);
  bs_tally (reading->tally, reading->segments, reading->index);

  reading->language = article->language != NULL            ? article->language
                      : reading->cleaned->language != NULL ? reading->cleaned->language
                                                           : options->language;
  reading->language_found = reading->language == NULL;
  if (reading->language_found)
    reading->language = detect (reading);
  if (g_strcmp0 (reading->language, "en") != 0)
    bs_counts_drop_english (&reading->tally->counts);
  measure (reading, options->any_length);
}

void
bs_read (BsReading *reading, const BsArticle *article, const BsReadOptions *options)
{
  bs_read_segments (reading, article, options);
  bs_read_counts (reading, article, options);
}

void
bs_read_to (BsReading *reading, const BsArticle *article, const BsReadOptions *options, BsReadDepth depth)
{
  switch (depth)
    {
    case BS_READ_CLEAN:
      bs_read_clean (reading->cleaned, article, options);
      break;
    case BS_READ_WORDS:
      bs_read_segments (reading, article, options);
      break;
    case BS_READ_COUNTS:
      bs_read (reading, article, options);
    }
}

#define LARGE (1024 * 1024)

static GMutex one_large;

gboolean
bs_read_begin_alone (const BsArticle *article)
{
  if (article->text.length < LARGE)
    return FALSE;
  g_mutex_lock (&one_large);
  return TRUE;
}

void
bs_read_end_alone (BsReading *reading)
{
  bs_reading_slim (reading);
  g_mutex_unlock (&one_large);
}

/* "on", "off", or "on but for repeats, copies". */
static char *
cleaning_in_words (guint without)
{
  GString *words = g_string_new ("on");

  if ((without & BS_STEPS_ALL) == BS_STEPS_ALL)
    return g_string_free (g_string_assign (words, "off"), FALSE);
  for (guint i = 0; i < BS_N_STEPS; i++)
    if (without & (1u << i))
      g_string_append_printf (words, "%s %s", words->len == 2 ? " but for" : ",", bs_step_name (i));
  return g_string_free (words, FALSE);
}

char *
bs_read_settings (const BsReadOptions *options)
{
  g_autofree char *cleaning = cleaning_in_words (options->without);
  g_autofree char *ceilings = bs_ceilings_settings (&options->ceilings);

  return g_strdup_printf ("broadsheet %s; %s" BS_SETTINGS_CLEANING "%s; least lengths %s; numbers %s%s%s%s",
                          BS_VERSION,
                          bs_lexicon_version (), cleaning, options->any_length ? "off" : "on",
                          bs_numbers_name (options->lexicon.numbers),
                          options->language != NULL ? "; language " : "",
                          options->language != NULL ? options->language : "", ceilings);
}
