/* A whole article through all rooms: counts that agree with each other, measures that are numbers or absent with a
 * reason, and the same by any set of instructions. The first byte says what is left out and
 * whether the bytes may be anything or are UTF-8, the second the rest.
 *
 * about: src/analysis/reading.c src/count/tally.c src/count/weight.c src/count/spectrum.c src/count/counts.c
 * about: src/measure/inputs.c src/measure/set.c src/measure/links.c src/measure/derived.c src/measure/sequence.c
 * about: src/measure/windows.c src/measure/factors.c src/measure/richness.c src/measure/richness-ranks.c
 * about: src/measure/richness-spectrum.c src/measure/readability-cloze.c src/measure/readability-consensus.c
 * about: src/measure/readability-syllables.c src/measure/readability-letters.c src/measure/readability-lists.c
 * about: src/measure/readability-polysyllables.c src/measure/vocd.c src/measure/hypergeometric.c
 * max_len: 4096
 * rss_limit: 400 */
#include <math.h>

#include "analysis/reading.h"
#include "fuzz-clean.h"

#define SPELLINGS_MOST 20000 /* then the instruments are made anew */

static gint64
count (const BsReading *reading, BsCount which)
{
  return reading->tally->counts.value[which];
}

/* Terms, ids and spectrum are three ways to say the same. */
static void
assert_tally (const BsReading *reading)
{
  const BsTally *tally = reading->tally;
  gint64 words = count (reading, BS_COUNT_WORDS), of_terms = 0, of_spectrum = 0, types = 0, of_sentences = 0;

  g_assert_cmpint (words, ==, reading->segments->words->len);
  for (guint i = 0; i < tally->terms->len; i++)
    {
      g_assert_cmpuint (g_array_index (tally->terms, BsTerm, i).count, >=, 1);
      of_terms += g_array_index (tally->terms, BsTerm, i).count;
    }
  for (guint i = 0; i < tally->spectrum->len; i++)
    {
      const BsSpectrumEntry *entry = &g_array_index (tally->spectrum, BsSpectrumEntry, i);

      g_assert_true (i == 0 || entry->frequency > g_array_index (tally->spectrum, BsSpectrumEntry, i - 1).frequency);
      of_spectrum += (gint64) entry->frequency * entry->types;
      types += entry->types;
    }
  for (guint i = 0; i < tally->sentence_lengths->len; i++)
    of_sentences += g_array_index (tally->sentence_lengths, guint32, i);
  for (guint i = 0; i < tally->ids->len; i++)
    g_assert_cmpuint (g_array_index (tally->ids, guint32, i), <, tally->terms->len);
  g_assert_cmpint (of_terms, ==, words);
  g_assert_cmpint (of_spectrum, ==, words);
  g_assert_cmpint (tally->ids->len, ==, words);
  g_assert_cmpint (types, ==, tally->terms->len);
  g_assert_cmpint (count (reading, BS_COUNT_TYPES), ==, types);
  if (count (reading, BS_COUNT_SENTENCES) != BS_COUNT_MISSING)
    g_assert_cmpint (of_sentences, ==, words);
}

static void
assert_counts (const BsReading *reading)
{
  gint64 words = count (reading, BS_COUNT_WORDS), syllables = count (reading, BS_COUNT_SYLLABLES);

  for (guint i = 0; i < BS_N_COUNTS; i++)
    {
      gint64 value = count (reading, (BsCount) i);

      g_assert_cmpint (value, >=, BS_COUNT_MISSING);
      if (g_str_equal (bs_count_info ((BsCount) i)->unit, "words") && value != BS_COUNT_MISSING)
        g_assert_cmpint (value, <=, words);
    }
  if (syllables == BS_COUNT_MISSING)
    return;
  g_assert_cmpint (syllables, >=, words);
  g_assert_cmpint (count (reading, BS_COUNT_MONO) + count (reading, BS_COUNT_TWOPLUS), ==, words);
  g_assert_cmpint (count (reading, BS_COUNT_POLY), <=, count (reading, BS_COUNT_TWOPLUS));
  g_assert_cmpint (count (reading, BS_COUNT_HARD), <=, count (reading, BS_COUNT_POLY));
  g_assert_cmpint (count (reading, BS_COUNT_FAMILIAR) + count (reading, BS_COUNT_UNFAMILIAR), ==, words);
}

static void
assert_measures (const BsReading *reading, gboolean any_length)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    {
      BsMissing missing = BS_HAS_VALUE;
      double value = bs_measure_text (refs[i], reading->inputs, reading->language, !any_length, &missing);

      g_assert_true (isnan (value) == (missing != BS_HAS_VALUE));
      g_assert_true (isfinite (value) || isnan (value));
      g_assert_true (isnan (value) ? isnan (reading->measures[i]) : value == reading->measures[i]);
    }
}

static void
assert_same_measures (const BsReading *a, const BsReading *b)
{
  guint n;

  bs_measures_of_articles (&n);
  g_assert_cmpmem (a->tally->counts.value, sizeof a->tally->counts.value, b->tally->counts.value,
                   sizeof b->tally->counts.value);
  for (guint i = 0; i < n; i++)
    g_assert_true (a->measures[i] == b->measures[i] || (isnan (a->measures[i]) && isnan (b->measures[i])));
  g_assert_cmpuint (a->signature->digest, ==, b->signature->digest);
}

static BsReading *
renewed (BsReading *reading)
{
  if (reading != NULL && bs_type_index_n_spellings (reading->index) <= SPELLINGS_MOST)
    return reading;
  bs_reading_free (reading);
  return bs_reading_new ();
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static BsReading *reading, *plain;
  static const char *const LANGUAGES[] = { "en", "en", NULL, "de", "fr", "es", "zh", "xx" };
  FuzzBytes bytes = { data, size };
  g_autofree char *valid = NULL;
  guint without = fuzz_byte (&bytes), how = fuzz_byte (&bytes);
  BsReadOptions options = { .without = without & BS_STEPS_ALL, .any_length = (how & 1) != 0,
                            .language = LANGUAGES[how >> 5] };
  BsArticle article = { .outlet = "paper", .id = "1", .origin.path = "given", .markup = (BsMarkup) ((how >> 1) % 3) };

  article.text = fuzz_rest (&bytes);
  if ((without & 0x80) == 0)
    {
      valid = fuzz_text (article.text);
      article.text = bs_span_of (valid);
    }
  reading = renewed (reading);
  plain = renewed (plain);
  fuzz_limit_to (fuzz_best_cpu ());
  bs_read (reading, &article, &options);
  fuzz_assert_cleaned (reading->cleaned, article.text.length);
  assert_tally (reading);
  assert_counts (reading);
  assert_measures (reading, options.any_length);
  fuzz_limit_to (BS_CPU_PLAIN);
  bs_read (plain, &article, &options);
  assert_same_measures (reading, plain);
  return 0;
}
