/* The quick ways to MATTR, MTLD, HD-D and the rest give what the slow ways of the definitions give. */
#include <math.h>

#include "base/cpu.h"
#include "measure/measure.h"

static guint32 state;

static guint32
next_random (void)
{
  state ^= state << 13;
  state ^= state >> 17;
  return state ^= state << 5;
}

/* Words with frequencies about like those of a language: low numbers are much more frequent. */
static void
fill (guint32 *ids, guint n, guint types, guint32 seed)
{
  state = seed * 2654435761u + 1;
  for (guint i = 0; i < n; i++)
    {
      double u = (next_random () + 1.0) / 4294967297.0;

      ids[i] = (guint32) (pow (types, u) - 1);
    }
}

static double
value_of (const char *id, const guint32 *ids, guint n)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  BsMeasureRef ref;

  bs_inputs_set_ids (inputs, ids, n);
  g_assert_true (bs_measure_find (id, &ref, NULL));
  return bs_measure_text (ref, inputs, "en", FALSE, NULL);
}

static guint
types_of (const guint32 *ids, guint n)
{
  guint types = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean first = TRUE;

      for (guint j = 0; j < i && first; j++)
        first = ids[j] != ids[i];
      types += first;
    }
  return types;
}

static double
slow_mattr (const guint32 *ids, guint n, guint window)
{
  double sum = 0;

  for (guint s = 0; s + window <= n; s++)
    sum += (double) types_of (ids + s, window) / window;
  return sum / (n - window + 1);
}

static double
slow_msttr (const guint32 *ids, guint n, guint window)
{
  double sum = 0;

  for (guint s = 0; s + window <= n; s += window)
    sum += (double) types_of (ids + s, window) / window;
  return sum / (n / window);
}

static double
slow_factors (const guint32 *ids, guint n, gboolean or_equal)
{
  guint start = 0;
  double factors = 0;

  for (guint i = 0; i < n; i++)
    {
      guint words = i - start + 1, types = types_of (ids + start, words);

      if (100 * types < 72 * words || (or_equal && 100 * types == 72 * words))
        {
          factors++;
          start = i + 1;
        }
      else if (i == n - 1)
        factors += (1 - (double) types / words) / 0.28;
    }
  return factors;
}

static double
slow_mtld (const guint32 *ids, guint n, gboolean or_equal)
{
  g_autofree guint32 *backward = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    backward[i] = ids[n - 1 - i];
  return (n / slow_factors (ids, n, or_equal) + n / slow_factors (backward, n, or_equal)) / 2;
}

/* By log gammas: another road than the products of the program. */
static double
slow_hdd (const guint32 *ids, guint n, guint sample)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      guint f = 0;
      gboolean first = TRUE;

      for (guint j = 0; j < n; j++)
        {
          f += ids[j] == ids[i];
          first = first && (j >= i || ids[j] != ids[i]);
        }
      if (!first)
        continue;
      sum += 1;
      if (n - f >= sample)
        sum -= exp (lgamma (n - f + 1.0) - lgamma (n - f - sample + 1.0) + lgamma (n - sample + 1.0)
                    - lgamma (n + 1.0));
    }
  return sum;
}

static double
slow_mtld_ma (const guint32 *ids, guint n)
{
  g_autofree guint32 *backward = g_new (guint32, n);
  double words = 0, factors = 0;

  for (guint i = 0; i < n; i++)
    backward[i] = ids[n - 1 - i];
  for (guint direction = 0; direction < 2; direction++)
    for (guint s = 0; s < n; s++)
      for (guint length = 1; s + length <= n; length++)
        if (100 * types_of ((direction ? backward : ids) + s, length) < 72 * length)
          {
            words += length;
            factors++;
            break;
          }
  return words / factors;
}

static void
test_windows (gconstpointer data)
{
  guint32 ids[700];

  g_assert_true (bs_cpu_limit (data, NULL));
  for (guint seed = 0; seed < 12; seed++)
    {
      static const guint windows[] = { 1, 2, 3, 10, 50, 99, 100 };
      guint n = 100 + next_random () % 600;

      fill (ids, n, 20 + 40 * seed, seed);
      for (guint w = 0; w < G_N_ELEMENTS (windows); w++)
        {
          g_autofree char *mattr = g_strdup_printf ("mattr_%u", windows[w]);
          g_autofree char *msttr = g_strdup_printf ("msttr_%u", windows[w]);

          g_assert_cmpfloat_with_epsilon (value_of (mattr, ids, n), slow_mattr (ids, n, windows[w]), 1e-12);
          g_assert_cmpfloat_with_epsilon (value_of (msttr, ids, n), slow_msttr (ids, n, windows[w]), 1e-12);
        }
    }
}

/* A window as long as the text gives its plain ratio; one longer gives nothing. */
static void
test_whole_window (void)
{
  guint32 ids[200];

  fill (ids, 200, 90, 5);
  g_assert_true (value_of ("mattr_200", ids, 200) == value_of ("ttr", ids, 200));
  g_assert_true (value_of ("msttr_200", ids, 200) == value_of ("ttr", ids, 200));
  g_assert_true (isnan (value_of ("mattr_201", ids, 200)));
  g_assert_true (isnan (value_of ("hdd_attr201", ids, 200)));
  g_assert_cmpfloat_with_epsilon (value_of ("hdd_sum200", ids, 200), types_of (ids, 200), 1e-9);
}

/* Texts and windows of every small length, where what is done eight words at a time begins and ends. */
static void
test_short (gconstpointer data)
{
  guint32 ids[60];

  g_assert_true (bs_cpu_limit (data, NULL));
  for (guint n = 1; n <= G_N_ELEMENTS (ids); n++)
    {
      fill (ids, n, 1 + n / 2 + n % 7 * 10, n);
      for (guint window = 1; window <= n; window += 1 + n / 20)
        {
          g_autofree char *mattr = g_strdup_printf ("mattr_%u", window);
          g_autofree char *msttr = g_strdup_printf ("msttr_%u", window);

          g_assert_cmpfloat_with_epsilon (value_of (mattr, ids, n), slow_mattr (ids, n, window), 1e-12);
          g_assert_cmpfloat_with_epsilon (value_of (msttr, ids, n), slow_msttr (ids, n, window), 1e-12);
        }
      if (types_of (ids, n) == n)
        continue;
      g_assert_cmpfloat_with_epsilon (value_of ("mtld_lt072", ids, n), slow_mtld (ids, n, FALSE), 1e-9);
      g_assert_cmpfloat_with_epsilon (value_of ("mtld_le072", ids, n), slow_mtld (ids, n, TRUE), 1e-9);
    }
}

static void
test_mtld (gconstpointer data)
{
  guint32 ids[600];

  g_assert_true (bs_cpu_limit (data, NULL));
  for (guint seed = 0; seed < 20; seed++)
    {
      guint n = 50 + next_random () % 550;

      fill (ids, n, 10 + 30 * seed, seed);
      g_assert_cmpfloat_with_epsilon (value_of ("mtld_lt072", ids, n), slow_mtld (ids, n, FALSE), 1e-9);
      g_assert_cmpfloat_with_epsilon (value_of ("mtld_le072", ids, n), slow_mtld (ids, n, TRUE), 1e-9);
    }
}

/* 18 types in 25 words are 0.72 exactly, which ends the one factor and not the other. */
static void
test_mtld_at_the_border (void)
{
  guint32 ids[50];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = i % 25 < 18 ? i % 25 : 0;
  g_assert_cmpfloat_with_epsilon (slow_factors (ids, 25, TRUE), 1, 1e-12);
  g_assert_cmpfloat (value_of ("mtld_le072", ids, 50), <, value_of ("mtld_lt072", ids, 50));
  g_assert_cmpfloat_with_epsilon (value_of ("mtld_lt072", ids, 50), slow_mtld (ids, 50, FALSE), 1e-12);
  g_assert_cmpfloat_with_epsilon (value_of ("mtld_le072", ids, 50), slow_mtld (ids, 50, TRUE), 1e-12);
}

static void
test_mtld_from_every_word (void)
{
  guint32 ids[230];

  for (guint seed = 0; seed < 8; seed++)
    {
      guint n = 60 + next_random () % 170;

      fill (ids, n, 20 + 40 * seed, seed);
      g_assert_cmpfloat_with_epsilon (value_of ("mtld_ma_bid", ids, n), slow_mtld_ma (ids, n), 1e-9);
    }
}

static void
test_hdd (void)
{
  guint32 ids[500];

  for (guint seed = 0; seed < 12; seed++)
    {
      guint n = 60 + next_random () % 440;

      fill (ids, n, 20 + 40 * seed, seed);
      g_assert_cmpfloat_with_epsilon (value_of ("hdd_sum42", ids, n), slow_hdd (ids, n, 42), 1e-8);
      g_assert_cmpfloat_with_epsilon (value_of ("hdd_attr10", ids, n), slow_hdd (ids, n, 10) / 10, 1e-9);
    }
}

/* Measures of proportions stay when every word is said twice as often; words in another order keep what is not of
 * their order. */
static void
test_invariances (void)
{
  static const char *const proportions[] = { "repeat_rate_rank", "entropy_rank_bits", "entropy_relative", "sichel_s" };
  static const char *const orderless[] = { "ttr", "yule_k", "hdd_attr42", "vocd_d_expected", "popescu_r3", "arc_b1" };
  guint32 ids[800], other[800];

  fill (ids, 400, 300, 3);
  for (guint i = 0; i < 400; i++)
    {
      ids[400 + i] = ids[i];
      other[i] = ids[(i * 7) % 400];
    }
  for (guint i = 0; i < G_N_ELEMENTS (proportions) - 1; i++)
    g_assert_cmpfloat_with_epsilon (value_of (proportions[i], ids, 800), value_of (proportions[i], ids, 400), 1e-12);
  for (guint i = 0; i < G_N_ELEMENTS (orderless); i++)
    g_assert_cmpfloat_with_epsilon (value_of (orderless[i], other, 400), value_of (orderless[i], ids, 400), 1e-12);
  g_assert_cmpfloat_with_epsilon (value_of ("ttr", ids, 800), value_of ("ttr", ids, 400) / 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (value_of ("msttr_100", ids, 800), value_of ("msttr_100", ids, 400), 1e-12);
}

/* A long text of one word, and one of a million different words, end soon. */
static void
test_long_texts (void)
{
  guint n = 1000000;
  g_autofree guint32 *ids = g_new0 (guint32, n);

  g_assert_cmpfloat_with_epsilon (value_of ("mattr_500", ids, n), 1 / 500.0, 1e-12);
  g_assert_cmpfloat (value_of ("mtld_lt072", ids, n), ==, 2);
  g_assert_cmpfloat (value_of ("mtld_ma_bid", ids, n), ==, 2);
  g_assert_cmpfloat_with_epsilon (value_of ("hdd_sum42", ids, n), 1, 1e-12);
  for (guint i = 0; i < n; i++)
    ids[i] = i * 2654435761u;
  g_assert_cmpfloat (value_of ("mattr_500", ids, n), ==, 1);
  g_assert_true (isnan (value_of ("mtld_lt072", ids, n)));
  g_assert_true (isnan (value_of ("mtld_ma_bid", ids, n)));
  g_assert_cmpfloat_with_epsilon (value_of ("hdd_sum42", ids, n), 42, 1e-6);
}

static void
test_speed (void)
{
  guint32 ids[445];
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  guint n, texts = 2000;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  double seconds;

  if (!g_test_perf ())
    {
      g_test_skip ("a matter of time: run with -m perf");
      return;
    }
  fill (ids, G_N_ELEMENTS (ids), 900, 1);
  g_test_timer_start ();
  for (guint t = 0; t < texts; t++)
    {
      BsCounts counts;

      for (guint i = 0; i < BS_N_COUNTS; i++)
        counts.value[i] = 100 + i;
      counts.value[BS_COUNT_WORDS] = 445;
      bs_inputs_clear (inputs);
      bs_inputs_set_counts (inputs, &counts);
      bs_inputs_set_ids (inputs, ids, G_N_ELEMENTS (ids));
      for (guint i = 0; i < n; i++)
        bs_measure_text (refs[i], inputs, "en", TRUE, NULL);
    }
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "%.2f µs for all measures of a text of 445 words", 1e6 * seconds / texts);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      {
        static const struct {
          const char *name;
          GTestDataFunc test;
        } tests[] = { { "windows", test_windows }, { "short", test_short }, { "mtld", test_mtld } };

        for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
          {
            g_autofree char *path = g_strdup_printf ("/sequence/%s/%s", tests[i].name, bs_cpu_name (cpu));

            g_test_add_data_func (path, bs_cpu_name (cpu), tests[i].test);
          }
      }
  g_test_add_func ("/sequence/whole-window", test_whole_window);
  g_test_add_func ("/sequence/mtld-at-the-border", test_mtld_at_the_border);
  g_test_add_func ("/sequence/mtld-from-every-word", test_mtld_from_every_word);
  g_test_add_func ("/sequence/hdd", test_hdd);
  g_test_add_func ("/sequence/invariances", test_invariances);
  g_test_add_func ("/sequence/long-texts", test_long_texts);
  g_test_add_func ("/sequence/speed", test_speed);
  return g_test_run ();
}
