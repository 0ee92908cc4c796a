#include "compare/dispersion.h"

#include <math.h>
#include <stdlib.h>

BsDispersionParts
bs_dispersion_parts (const double *sizes, gsize n)
{
  BsDispersionParts parts = { .n = (double) n, .smallest = n > 0 ? sizes[0] : NAN };

  for (gsize i = 0; i < n; i++)
    {
      parts.total += sizes[i];
      parts.smallest = fmin (parts.smallest, sizes[i]);
    }
  return parts;
}

/* Sums over the parts that hold a word; those that do not are what is left of the whole. */
typedef struct {
  double freq, size;      /* tokens; words of these parts */
  double smallest;        /* words of the smallest of them */
  double rates;           /* Σ r */
  double deviations;      /* Σ (r - mean of all parts)² */
  double rates_log;       /* Σ r ln r */
  double rates_root;      /* Σ √r */
  double apart;           /* Σ |share of tokens - share of words| */
  double divergence;      /* Σ share of tokens · log2 of it over the share of words */
  double roots;           /* Σ √(share of words · tokens) */
  double squares;         /* Σ f² / share of words */
} Sums;

static Sums
sums_of (const BsDispersionParts *parts, const double *freqs, const double *sizes, gsize n_held)
{
  Sums s = { .smallest = INFINITY };

  for (gsize i = 0; i < n_held; i++)
    s.freq += freqs[i];
  for (gsize i = 0; i < n_held; i++)
    {
      double rate = freqs[i] / sizes[i], share = sizes[i] / parts->total, tokens = freqs[i] / s.freq;

      s.size += sizes[i];
      s.smallest = fmin (s.smallest, sizes[i]);
      s.rates += rate;
      s.rates_log += rate * log (rate);
      s.rates_root += sqrt (rate);
      s.apart += fabs (tokens - share);
      s.divergence += tokens * log2 (tokens / share);
      s.roots += sqrt (share * freqs[i]);
      s.squares += freqs[i] * freqs[i] / share;
    }
  for (gsize i = 0; i < n_held; i++)
    {
      double deviation = freqs[i] / sizes[i] - s.rates / parts->n;

      s.deviations += deviation * deviation;
    }
  return s;
}

/* What lies between 0 and 1 but for rounding. */
static double
share_of (double value)
{
  return CLAMP (value, 0, 1);
}

static double
juilland_d (const Sums *s, double n, double held)
{
  double mean = s->rates / n;
  double variance = (s->deviations + (n - held) * mean * mean) / n;

  return share_of (1 - sqrt (variance) / mean / sqrt (n - 1));
}

/* Entropy of the rates over its most. */
static double
carroll_d2 (const Sums *s, double n)
{
  return share_of ((log (s->rates) - s->rates_log / s->rates) / log (n));
}

void
bs_dispersion (const BsDispersionParts *parts, const double *freqs, const double *sizes, gsize n_held, BsDispersion *d)
{
  Sums s = sums_of (parts, freqs, sizes, n_held);
  double n = parts->n;

  *d = (BsDispersion){ NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  if (n < 2 || !(s.freq > 0))
    return;
  d->range = (double) n_held;
  d->range_relative = d->range / n;
  d->dp = (s.apart + fmax (0, 1 - s.size / parts->total)) / 2;
  d->dp_norm = d->dp / (1 - parts->smallest / parts->total);
  d->dp_egbert = d->dp / (1 - s.smallest / parts->total);
  d->juilland_d = juilland_d (&s, n, (double) n_held);
  d->carroll_d2 = carroll_d2 (&s, n);
  d->rosengren_s = share_of (s.roots * s.roots / s.freq);
  d->lyne_d3 = 1 - (s.squares / s.freq - s.freq) / (4 * s.freq);
  d->zhang_dc = s.rates_root * s.rates_root / (n * s.rates);
  d->dkl = fmax (0, s.divergence);
}

static int
by_size (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sorted upwards, the differences of all pairs are Σ (2 i - n - 1) r_i with i from 1; parts without the word come
 * first. */
double
bs_burch_da (const BsDispersionParts *parts, const double *freqs, const double *sizes, gsize n_held)
{
  g_autofree double *rates = g_new (double, n_held + 1);
  double n = parts->n, first = n - (double) n_held + 1;
  double differences = 0, sum = 0;

  if (n < 2 || n_held == 0)
    return NAN;
  for (gsize i = 0; i < n_held; i++)
    rates[i] = freqs[i] / sizes[i];
  qsort (rates, n_held, sizeof *rates, by_size);
  for (gsize i = 0; i < n_held; i++)
    {
      differences += (2 * (first + (double) i) - n - 1) * rates[i];
      sum += rates[i];
    }
  return 1 - differences / (n * (n - 1) / 2) / (2 * sum / n);
}

double
bs_dkl_even (double dkl)
{
  return 1 / (1 + dkl);
}
