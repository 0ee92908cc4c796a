/* A set of measures gives every text what the measures give one by one, to the bit, with every set of instructions; and
 * a measure has a value where its row says so. */
#include <math.h>
#include <string.h>

#include "base/cpu.h"
#include "measure/measure.h"

#define MOST_WORDS 1600

static guint32 state;

static guint32
draw (guint32 below)
{
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state % below;
}

typedef struct {
  guint32 ids[MOST_WORDS], n_types;
  guint n;
  BsSpectrumEntry spectrum[MOST_WORDS];
  guint n_spectrum;
  BsCounts counts;
  gboolean knows_ids, knows_spectrum;
} Text;

/* Numbers the words by first occurrence, and counts how many types occur how often. */
static void
count_types (Text *text)
{
  guint32 numbers[MOST_WORDS] = { 0 }, frequency[MOST_WORDS] = { 0 }, types[MOST_WORDS + 1] = { 0 };

  text->n_types = text->n_spectrum = 0;
  for (guint i = 0; i < text->n; i++)
    {
      guint32 *number = &numbers[text->ids[i]];

      if (*number == 0)
        *number = ++text->n_types;
      text->ids[i] = *number - 1;
      frequency[text->ids[i]]++;
    }
  for (guint32 i = 0; i < text->n_types; i++)
    types[frequency[i]]++;
  for (guint32 f = 1; f <= text->n; f++)
    if (types[f] > 0)
      text->spectrum[text->n_spectrum++] = (BsSpectrumEntry){ f, types[f] };
  text->counts.value[BS_COUNT_TYPES] = text->n_types;
  text->counts.value[BS_COUNT_HAPAXES] = types[1];
  text->counts.value[BS_COUNT_DISLEGOMENA] = text->n > 1 ? types[2] : 0;
}

/* Texts of lengths around those that decide; of one word, of different words, and of words as frequent as in prose. */
static void
make_text (Text *text, guint32 seed)
{
  static const guint lengths[] = { 0, 1, 2, 9, 41, 42, 49, 50, 51, 99, 100, 101, 250, 499, 500, 501, MOST_WORDS };
  guint kind;
  double range;

  state = seed * 2654435761u + 1;
  kind = draw (8);
  text->n = draw (2) ? lengths[draw (G_N_ELEMENTS (lengths))] : draw (MOST_WORDS);
  range = 1 + draw (MOST_WORDS);
  for (guint i = 0; i < text->n; i++)
    text->ids[i] = kind == 0 ? 0 : kind == 1 ? i : (guint32) (pow (range, (draw (1 << 20) + 1) / 1048577.0) - 1);
  for (guint i = 0; i < BS_N_COUNTS; i++)
    text->counts.value[i] = draw (40) == 0 ? 0 : draw (2 * text->n + 2);
  for (guint i = 0; i < BS_N_COUNTS; i++)
    if (draw (kind == 2 ? 4 : 25) == 0)
      text->counts.value[i] = BS_COUNT_MISSING;
  text->counts.value[BS_COUNT_SENTENCES] = draw (30) == 0 ? BS_COUNT_MISSING : (gint64) (text->n / (1 + draw (30)));
  text->counts.value[BS_COUNT_WORDS] = draw (30) == 0 ? BS_COUNT_MISSING : (gint64) text->n;
  count_types (text);
  if (draw (6) == 0)
    bs_counts_drop_english (&text->counts);
  text->knows_ids = draw (8) != 0;
  text->knows_spectrum = draw (8) != 0;
}

static void
give (BsInputs *inputs, const Text *text)
{
  bs_inputs_clear (inputs);
  bs_inputs_set_counts (inputs, &text->counts);
  if (text->knows_spectrum)
    bs_inputs_set_spectrum (inputs, text->spectrum, text->n_spectrum);
  if (text->knows_ids)
    bs_inputs_set_terms (inputs, text->ids, text->n, text->n_types);
}

static void
assert_same (guint32 text, BsMeasureRef ref, double a, double b)
{
  if ((isnan (a) && isnan (b)) || memcmp (&a, &b, sizeof a) == 0)
    return;
  g_test_message ("text %u, %s %u: %.17g %.17g", text, ref.measure->id, ref.window, a, b);
  g_test_fail ();
}

/* ---- What the rows say, read anew -------------------------------------------------------------------------------- */

/* The value of one word of `inputs`: "types", "tokens=words". */
static double
value_of_word (const Text *text, const char *word)
{
  const char *source = strchr (word, '=');
  g_autofree char *name = g_strndup (word, source != NULL ? (gsize) (source - word) : strlen (word));
  BsCount count = bs_count_by_name (source != NULL ? source + 1 : name), own = bs_count_by_name (name);
  gboolean counted = text->knows_ids || text->knows_spectrum;
  guint frequency = strcmp (name, "hapaxes") == 0 ? 1 : strcmp (name, "dislegomena") == 0 ? 2 : 0;

  if (count != BS_N_COUNTS && text->counts.value[count] != BS_COUNT_MISSING)
    return (double) text->counts.value[count];
  if (own != BS_N_COUNTS && source != NULL)
    return NAN;
  if (counted && strcmp (name, "tokens") == 0)
    return text->n;
  if (counted && strcmp (name, "types") == 0)
    return text->n_types;
  for (guint i = 0; counted && i < text->n_spectrum; i++)
    if (text->spectrum[i].frequency == frequency)
      return text->spectrum[i].types;
  return counted && frequency > 0 ? 0 : NAN;
}

static gboolean
is_known (const Text *text, const char *word)
{
  if (strcmp (word, "ids") == 0)
    return text->knows_ids;
  if (strcmp (word, "spectrum") == 0)
    return text->knows_ids || text->knows_spectrum;
  return !isnan (value_of_word (text, word));
}

static gboolean
is_empty (const Text *text, const char *word, guint window)
{
  if (strcmp (word, "ids") == 0 || strcmp (word, "spectrum") == 0)
    return text->n < MAX (window, 1);
  for (guint i = 0; i < 4; i++)
    if (g_str_has_prefix (word, ((const char *[]){ "words", "sentences", "tokens", "types" })[i]))
      return value_of_word (text, word) == 0;
  return FALSE;
}

static BsMissing
expected_reason (BsMeasureRef ref, const Text *text, const char *language, gboolean least_lengths)
{
  const BsMeasure *measure = ref.measure;
  g_auto (GStrv) needs = g_strsplit (measure->inputs, " | ", 0);
  gint64 words = text->counts.value[BS_COUNT_WORDS], sentences = text->counts.value[BS_COUNT_SENTENCES];

  if (words == BS_COUNT_MISSING && text->knows_ids)
    words = text->n;
  if (g_strcmp0 (language, "ja") == 0
      || (measure->language != NULL && (language == NULL || strncmp (language, measure->language, 2) != 0)))
    return BS_WRONG_LANGUAGE;
  if (least_lengths
      && ((words != BS_COUNT_MISSING && words < MAX (measure->least_words, ref.window))
          || (sentences != BS_COUNT_MISSING && sentences < measure->least_sentences)))
    return BS_TOO_SHORT;
  for (guint i = 0; needs[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (needs[i], " ", 0);
      gboolean known = TRUE, empty = FALSE;

      for (guint j = 0; names[j] != NULL; j++)
        known = known && is_known (text, names[j]);
      for (guint j = 0; known && names[j] != NULL; j++)
        empty = empty || is_empty (text, names[j], ref.window);
      if (known)
        return empty ? BS_UNDEFINED : BS_HAS_VALUE; /* or BS_UNDEFINED by the arithmetic */
    }
  return BS_INPUT_MISSING;
}

/* ---- The tests --------------------------------------------------------------------------------------------------- */

#define N_TEXTS 400

static const char *const languages[] = { "en", "de-CH", "es", "ar", NULL, "ja", "la" };

static void
one_by_one (void)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  g_autoptr (BsMeasureSet) set = bs_measure_set_new (refs, n, NULL);
  g_autoptr (BsInputs) inputs = bs_inputs_new (), again = bs_inputs_new ();
  g_autofree double *values = g_new0 (double, n);
  g_autofree Text *text = g_new (Text, 1);

  for (guint32 t = 0; t < N_TEXTS; t++)
    {
      const char *language = t % 2 ? "en" : languages[t / 2 % G_N_ELEMENTS (languages)];
      gboolean least_lengths = t % 5 != 0;

      make_text (text, t);
      give (inputs, text);
      bs_measure_set_text (set, inputs, language, least_lengths, values);
      for (guint i = 0; i < n; i++)
        {
          BsMissing missing, expected = expected_reason (refs[i], text, language, least_lengths);
          double alone;

          give (again, text);
          alone = bs_measure_text (refs[i], again, language, least_lengths, &missing);
          assert_same (t, refs[i], values[i], alone);
          if (missing != expected && (expected != BS_HAS_VALUE || missing != BS_UNDEFINED))
            g_error ("text %u, %s: %s, not %s", t, refs[i].measure->id, bs_missing_name (missing),
                     bs_missing_name (expected));
          g_assert_true (isnan (alone) == (missing != BS_HAS_VALUE));
        }
    }
}

/* Some measures, in another order, one of them twice. */
static void
some (void)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  g_autoptr (BsMeasureSet) none = bs_measure_set_new (NULL, 0, NULL);
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autofree Text *text = g_new (Text, 1);

  for (guint32 t = 0; t < N_TEXTS; t++)
    {
      BsMeasureRef some[20];
      gboolean wanted[G_N_ELEMENTS (some)];
      double values[G_N_ELEMENTS (some)];
      g_autoptr (BsMeasureSet) set = NULL;

      make_text (text, t);
      give (inputs, text);
      for (guint i = 0; i < G_N_ELEMENTS (some); i++)
        {
          some[i] = refs[draw (n)];
          wanted[i] = draw (4) > 0;
        }
      some[7] = some[3];
      set = bs_measure_set_new (some, G_N_ELEMENTS (some), wanted);
      bs_measure_set_text (set, inputs, "en", FALSE, values);
      bs_measure_set_text (none, inputs, "en", FALSE, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (some); i++)
        assert_same (t, some[i], values[i], wanted[i] ? bs_measure_text (some[i], inputs, "en", FALSE, NULL) : NAN);
    }
}

static void
values_with (BsCpu cpu, const Text *text, double *values)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  g_autoptr (BsInputs) inputs = bs_inputs_new ();

  g_assert_true (bs_cpu_limit (bs_cpu_name (cpu), NULL));
  give (inputs, text);
  for (guint i = 0; i < n; i++)
    values[i] = bs_measure_text (refs[i], inputs, "en", FALSE, NULL);
}

static void
by_instructions (void)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  g_autofree double *plain = g_new (double, n), *values = g_new (double, n);
  g_autofree Text *text = g_new (Text, 1);

  for (guint32 t = 0; t < N_TEXTS; t++)
    {
      make_text (text, 7000 + t);
      values_with (BS_CPU_PLAIN, text, plain);
      for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
        if (bs_cpu_has (cpu))
          {
            values_with (cpu, text, values);
            for (guint i = 0; i < n; i++)
              assert_same (t, refs[i], plain[i], values[i]);
          }
    }
}

static void
speed (void)
{
  guint n, rounds = 100;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  g_autoptr (BsMeasureSet) set = bs_measure_set_new (refs, n, NULL);
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autofree double *values = g_new0 (double, n);
  g_autofree Text *text = g_new (Text, 1);
  double seconds = 0;
  guint64 words = 0;

  if (!g_test_perf ())
    {
      g_test_skip ("a matter of time: run with -m perf");
      return;
    }
  for (guint32 t = 0; t < N_TEXTS; t++)
    {
      make_text (text, t);
      g_test_timer_start ();
      for (guint round = 0; round < rounds; round++)
        {
          give (inputs, text);
          bs_measure_set_text (set, inputs, "en", TRUE, values);
        }
      seconds += g_test_timer_elapsed ();
      words += text->n;
    }
  g_test_minimized_result (seconds, "%.2f µs for all measures of a text of %.0f words",
                           1e6 * seconds / rounds / N_TEXTS, (double) words / N_TEXTS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-set/one-by-one", one_by_one);
  g_test_add_func ("/measure-set/some", some);
  g_test_add_func ("/measure-set/by-instructions", by_instructions);
  g_test_add_func ("/measure-set/speed", speed);
  return g_test_run ();
}
