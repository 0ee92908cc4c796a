#include "compare/adjusted-frequency.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>

#include "base/gsl.h"

void
bs_adjusted_frequency (const BsDispersionParts *parts, const double *freqs, const double *sizes, gsize n_held,
                       BsAdjustedFrequency *adjusted)
{
  BsDispersion d;
  double f = 0, harmonic = 0;

  bs_gsl_quiet ();
  bs_dispersion (parts, freqs, sizes, n_held, &d);
  for (gsize i = 0; i < n_held; i++)
    {
      f += freqs[i];
      harmonic += gsl_sf_psi (freqs[i] + 1) + M_EULER;
    }
  adjusted->juilland_u = f * d.juilland_d;
  adjusted->carroll_um = f * d.carroll_d2 + (1 - d.carroll_d2) * f / parts->n;
  adjusted->rosengren_kf = f * d.rosengren_s;
  adjusted->engwall_fm = f * d.range_relative;
  adjusted->kromer_ur = isnan (d.range) ? NAN : harmonic;
}

void
bs_position_frequency (const guint64 *at, gsize f, guint64 n, BsPositionFrequency *frequency)
{
  double words = (double) n, even = words / (double) f;
  double logs = 0, squares = 0, reduced = 0;

  *frequency = (BsPositionFrequency){ NAN, NAN, NAN, NAN, NAN };
  if (f == 0)
    return;
  for (gsize i = 0; i < f; i++)
    {
      double distance = (double) (i > 0 ? at[i] - at[i - 1] : at[0] + n - at[f - 1]);

      logs += distance * log10 (distance);
      squares += distance * distance;
      reduced += fmin (distance, even);
    }
  frequency->ald = logs / words;
  frequency->fald = words * pow (10, -frequency->ald);
  frequency->arf = reduced / even;
  frequency->awt = (1 + squares / words) / 2;
  frequency->fawt = words * words / squares;
}
