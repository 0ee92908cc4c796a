#include "compare/heaps.h"

#include <math.h>

#include "measure/absence.h"

/* P(f) up to where it is 0 to the last digit. */
static double *
absences (double N, double n, double most, gsize *length)
{
  GArray *table = g_array_new (FALSE, FALSE, sizeof (double));
  BsAbsence at = { 1, 0, N, n };

  for (double f = 0; f <= most; f++)
    {
      double absent = bs_absence_of (&at, f);

      if (absent < 1e-20)
        break;
      g_array_append_val (table, absent);
    }
  *length = table->len;
  return (double *) (gpointer) g_array_free (table, FALSE);
}

/* The variance of the number of types: their absences depend on one another, two types of f and g tokens being absent
 * together with P(f + g). */
static double
types_variance (const BsSpectrumEntry *spectrum, guint n_entries, double N, double n)
{
  gsize length;
  g_autofree double *absent = absences (N, n, 2.0 * spectrum[n_entries - 1].frequency, &length);
  double variance = 0;

  for (guint i = 0; i < n_entries && spectrum[i].frequency < length; i++)
    {
      gsize f = spectrum[i].frequency;
      double both = 2 * f < length ? absent[2 * f] : 0, one = absent[f] * (1 - absent[f]);

      variance += spectrum[i].types * (one + (spectrum[i].types - 1.0) * (both - absent[f] * absent[f]));
      for (guint j = 0; j < i; j++)
        {
          gsize g = spectrum[j].frequency;

          both = f + g < length ? absent[f + g] : 0;
          variance += 2.0 * spectrum[i].types * spectrum[j].types * (both - absent[f] * absent[g]);
        }
    }
  return MAX (variance, 0);
}

/* A type of f tokens comes once in the sample with probability f · n / (N - f + 1) · P(f - 1). */
static double
expected_hapaxes (const BsSpectrumEntry *spectrum, guint n_entries, double N, double n)
{
  BsAbsence at = { 1, 0, N, n };
  double hapaxes = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      double f = spectrum[i].frequency, absent = bs_absence_of (&at, f - 1);

      if (absent > 0)
        hapaxes += spectrum[i].types * f * n / (N - f + 1) * absent;
    }
  return hapaxes;
}

BsGrowth
bs_growth (const BsSpectrumEntry *spectrum, guint n_entries, double n)
{
  double N = bs_spectrum_words (spectrum, n_entries);
  BsGrowth growth = { n, NAN, NAN, NAN };

  if (n < 1 || n > N)
    return growth;
  growth.types = bs_expected_types (spectrum, n_entries, N, n);
  growth.types_sd = sqrt (types_variance (spectrum, n_entries, N, n));
  growth.hapaxes = expected_hapaxes (spectrum, n_entries, N, n);
  return growth;
}

BsHeaps
bs_heaps (const BsGrowth *points, guint n)
{
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0, yy = 0, beta;

  for (guint i = 0; i < n; i++)
    {
      mean_x += log (points[i].n) / n;
      mean_y += log (points[i].types) / n;
    }
  for (guint i = 0; i < n; i++)
    {
      double x = log (points[i].n) - mean_x, y = log (points[i].types) - mean_y;

      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
  if (n < 3 || !(xx > 0) || !(yy > 0))
    return (BsHeaps){ NAN, NAN, NAN };
  beta = xy / xx;
  return (BsHeaps){ exp (mean_y - beta * mean_x), beta, xy * xy / (xx * yy) };
}

guint
bs_growth_sizes (double first, double last, guint count, double *sizes)
{
  guint n = 0;

  for (guint i = 0; i < count; i++)
    {
      double size = i + 1 < count ? round (first * pow (last / first, i / (count - 1.0))) : last;

      if (n == 0 || size > sizes[n - 1])
        sizes[n++] = size;
    }
  return n;
}
