/* Words as type numbers, a byte each: the measures of running order against a count of every window and factor, and all
 * measures the same by any set of instructions.
 *
 * about: src/measure/links.c src/measure/sequence.c src/measure/windows.c src/measure/factors.c src/measure/vocd.c
 * about: src/measure/hypergeometric.c src/measure/richness.c src/measure/richness-ranks.c src/measure/inputs.c
 * about: src/measure/richness-spectrum.c src/measure/derived.c
 * max_len: 300 */
#include <math.h>

#include "fuzz-help.h"
#include "measure/measure.h"

#define WORDS_MOST 300

static guint
types_of (const guint32 *ids, guint n)
{
  guint8 seen[256] = { 0 };
  guint types = 0;

  for (guint i = 0; i < n; i++)
    {
      types += seen[ids[i]] == 0;
      seen[ids[i]] = 1;
    }
  return types;
}

/* Of all windows that begin `step` words apart. */
static double
mean_ratio (const guint32 *ids, guint n, guint window, guint step)
{
  double sum = 0;
  guint windows = 0;

  for (guint s = 0; s + window <= n; s += step, windows++)
    sum += (double) types_of (ids + s, window) / window;
  return sum / windows;
}

static double
factors (const guint32 *ids, guint n, gboolean or_equal)
{
  guint8 seen[256] = { 0 };
  guint words = 0, types = 0;
  double ended = 0;

  for (guint i = 0; i < n; i++)
    {
      words++;
      types += seen[ids[i]] == 0;
      seen[ids[i]] = 1;
      if (100 * types < 72 * words || (or_equal && 100 * types == 72 * words))
        {
          ended++;
          words = types = 0;
          memset (seen, 0, sizeof seen);
        }
    }
  return words > 0 ? ended + (1 - (double) types / words) / 0.28 : ended;
}

static double
mtld (const guint32 *ids, guint n, gboolean or_equal)
{
  guint32 backward[WORDS_MOST];

  for (guint i = 0; i < n; i++)
    backward[i] = ids[n - 1 - i];
  return (n / factors (ids, n, or_equal) + n / factors (backward, n, or_equal)) / 2;
}

static double
value_of (const BsInputs *inputs, const char *id)
{
  BsMeasureRef ref;

  g_assert_true (bs_measure_find (id, &ref, NULL));
  return bs_measure_text (ref, inputs, "en", FALSE, NULL);
}

static void
assert_near (double value, double expected)
{
  g_assert_true (isnan (value) ? !isfinite (expected) : fabs (value - expected) <= 1e-9 * MAX (1, fabs (expected)));
}

static void
assert_definitions (const BsInputs *inputs, const guint32 *ids, guint n)
{
  static const struct {
    guint       window;
    const char *mattr, *msttr;
  } WINDOWS[] = { { 1, "mattr_1", "msttr_1" }, { 2, "mattr_2", "msttr_2" }, { 7, "mattr_7", "msttr_7" },
                  { 50, "mattr_50", "msttr_50" }, { 100, "mattr_100", "msttr_100" } };

  for (guint i = 0; i < G_N_ELEMENTS (WINDOWS); i++)
    if (WINDOWS[i].window <= n)
      {
        assert_near (value_of (inputs, WINDOWS[i].mattr), mean_ratio (ids, n, WINDOWS[i].window, 1));
        assert_near (value_of (inputs, WINDOWS[i].msttr),
                     mean_ratio (ids, n, WINDOWS[i].window, WINDOWS[i].window));
      }
  assert_near (value_of (inputs, "mtld_lt072"), mtld (ids, n, FALSE));
  assert_near (value_of (inputs, "mtld_le072"), mtld (ids, n, TRUE));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static BsInputs *inputs;
  static BsMeasureSet *set;
  static double *plain, *fast;
  guint n_refs, n = (guint) MIN (size, WORDS_MOST);
  const BsMeasureRef *refs = bs_measures_of_articles (&n_refs);
  guint32 ids[WORDS_MOST];

  if (inputs == NULL)
    {
      inputs = bs_inputs_new ();
      set = bs_measure_set_new (refs, n_refs, NULL);
      plain = g_new (double, n_refs);
      fast = g_new (double, n_refs);
    }
  if (n == 0)
    return 0;
  for (guint i = 0; i < n; i++)
    ids[i] = data[i];
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    {
      if (!bs_cpu_has (cpu))
        continue;
      g_assert_true (bs_cpu_limit (bs_cpu_name (cpu), NULL));
      bs_inputs_clear (inputs);
      bs_inputs_set_terms (inputs, ids, n, 256);
      bs_measure_set_text (set, inputs, "en", FALSE, fast);
      if (cpu == BS_CPU_PLAIN)
        memcpy (plain, fast, n_refs * sizeof (double));
      for (guint i = 0; i < n_refs; i++)
        {
          g_assert_true (isfinite (fast[i]) || isnan (fast[i]));
          g_assert_true (fast[i] == plain[i] || (isnan (fast[i]) && isnan (plain[i])));
        }
      assert_definitions (inputs, ids, n);
    }
  return 0;
}
