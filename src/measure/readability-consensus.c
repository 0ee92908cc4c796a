/* One grade out of several formulas. */
#include "measure/measure-internal.h"

static const char *const grades[]
    = { "flesch_kincaid", "fog", "smog", "ari", "coleman_liau_short", "linsear_write_grade", "dale_chall_1948" };

static const BsMeasureRef *
grade_measures (void)
{
  static gsize once;
  static BsMeasureRef refs[G_N_ELEMENTS (grades)];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
        if (!bs_measure_find (grades[i], &refs[i], NULL))
          g_assert_not_reached ();
      g_once_init_leave (&once, 1);
    }
  return refs;
}

/* Puts one value more among `n` that ascend. */
static void
insert (double *values, guint n, double value)
{
  for (; n > 0 && values[n - 1] > value; n--)
    values[n] = values[n - 1];
  values[n] = value;
}

static double
grade_median (const BsCall *call)
{
  const BsMeasureRef *refs = grade_measures ();
  double values[G_N_ELEMENTS (grades)];

  G_STATIC_ASSERT (G_N_ELEMENTS (grades) % 2 == 1);
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      double value = bs_measure_run (refs[i], call->inputs, call->steps);

      if (!isfinite (value))
        return NAN;
      insert (values, i, value);
    }
  return VALUE_AS ("median of flesch_kincaid, fog, smog, ari, coleman_liau_short, linsear_write_grade, dale_chall_1948",
                   values[G_N_ELEMENTS (values) / 2]);
}

static const BsMeasure rows[] = {
  { .id = "grade_median", .title = "Median of seven grades", READABILITY, .least_sentences = 10, .few_sentences = 30,
    SCALE ("grade", HARDER, 2, 18), ENGLISH, .inputs = "words sentences letters syllables hard poly unfamiliar",
    .formula = "median of flesch_kincaid, fog, smog, ari, coleman_liau_short, linsear_write_grade, dale_chall_1948",
    .source = "ours, after text_standard of textstat",
    .notes = "textstat rounds eight scores down, up and to the nearest, and takes the number that comes up most often: "
             "a whole grade that can jump by several when one score moves a little, and that counts Flesch Reading "
             "Ease again beside Flesch-Kincaid. The median of the seven unrounded grades moves no faster than they do.",
    .compute = grade_median },
};

BS_MEASURE_GROUP (bs_group_consensus, rows);
