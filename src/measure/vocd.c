/* The sums go over the samples in their order, so that all sets of instructions give the same bits; what is summed is
 * worked out for some samples at a time. */
#include "measure/vocd.h"

#include <math.h>
#include <string.h>

#include "measure/absence.h"

#define SAMPLES BS_VOCD_SAMPLES
#define N_LANES 4
#define ROWS (SAMPLES / N_LANES)

typedef double Lanes __attribute__ ((vector_size (8 * N_LANES)));
typedef gint64 Bits __attribute__ ((vector_size (8 * N_LANES)));

/* A number a sample. */
typedef union {
  double of[SAMPLES];
  Lanes row[ROWS];
} Samples;

static const Samples n = { { 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50 } }; /* words */

/* P(f) of one word more is P(f) · (N − n − f) / (N − n), and 0 where the words are fewer. `rest` holds N − n. */
static inline void
absences (double absent, double frequency, const Samples *rest, Samples *by_sample)
{
  Samples factors;

  for (guint i = 0; i < ROWS; i++)
    {
      Lanes left = rest->row[i] - frequency;

      factors.row[i] = (Lanes) ((Bits) left & (left > 0)) / rest->row[i];
    }
  for (guint i = 0; i < SAMPLES; i++)
    {
      by_sample->of[i] = absent;
      absent *= factors.of[i];
    }
}

void
BS_KERNEL (bs_vocd_ratios) (const BsSpectrumEntry *spectrum, guint n_entries, double N, double *ratios)
{
  BsAbsence at = { 1, 0, N, BS_VOCD_FIRST };
  Samples rest, absent, sums = { { 0 } };

  for (guint i = 0; i < ROWS; i++)
    rest.row[i] = N - n.row[i];
  for (guint e = 0; e < n_entries; e++)
    {
      double frequency = spectrum[e].frequency, types = spectrum[e].types;

      absences (bs_absence_of (&at, frequency), frequency, &rest, &absent);
      for (guint i = 0; i < ROWS; i++)
        sums.row[i] += types * (1 - absent.row[i]) / n.row[i];
    }
  memcpy (ratios, sums.of, sizeof sums);
}

/* One step of the rule from D. Malvern and Richards's curve, the type-token ratio of n words in a text of diversity D,
 * is D/n · (√(1 + 2n/D) − 1); its slope by D is (√… − 1)/n − 1/(D · √…). */
static double
step_from (double D, const double *ratios)
{
  double downs[SAMPLES], sizes[SAMPLES], down = 0, size = 0;

  for (guint i = 0; i < SAMPLES; i++)
    {
      double root = sqrt (1 + 2 * n.of[i] / D), slope = (root - 1) / n.of[i] - 1 / (D * root);

      downs[i] = (D / n.of[i] * (root - 1) - ratios[i]) * slope;
      sizes[i] = slope * slope;
    }
  for (guint i = 0; i < SAMPLES; i++)
    {
      down += downs[i];
      size += sizes[i];
    }
  return D - down / size;
}

double
BS_KERNEL (bs_vocd_fit) (const double *ratios)
{
  double exact[SAMPLES], low = INFINITY, high = 0, D;

  for (guint i = 0; i < SAMPLES; i++)
    exact[i] = n.of[i] * (ratios[i] * ratios[i]) / (2 * (1 - ratios[i]));
  for (guint i = 0; i < SAMPLES; i++)
    {
      low = MIN (low, exact[i]);
      high = MAX (high, exact[i]);
    }
  if (!isfinite (high))
    return NAN;
  D = (low + high) / 2;
  for (guint round = 0; round < 50; round++)
    {
      double next = CLAMP (step_from (D, ratios), low, high);

      if (fabs (next - D) <= 1e-13 * D)
        return next;
      D = next;
    }
  return D;
}
