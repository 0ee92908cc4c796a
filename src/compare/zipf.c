#include "compare/zipf.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_multimin.h>
#include <math.h>

#include "base/gsl.h"
#include "measure/absence.h"

#define DIRECT 64 /* terms that are added one by one, before Euler and Maclaurin's formula takes the rest */
#define A_MOST 20
#define ROUNDS 2000

/* Σ (r + b)^-a for r from 1 to `last`: the first terms, then the integral with its corrections. */
static double
power_sum (double a, double b, double last)
{
  double sum = 0, x = DIRECT + 1 + b, y = last + b, from, to;

  for (double r = 1; r <= MIN (last, DIRECT); r++)
    sum += pow (r + b, -a);
  if (last <= DIRECT)
    return sum;
  from = pow (x, -a);
  to = pow (y, -a);
  sum += a == 1 ? log (y / x) : x * from * expm1 ((1 - a) * log (y / x)) / (1 - a);
  sum += (from + to) / 2 + a * (from / x - to / y) / 12;
  sum -= a * (a + 1) * (a + 2) * (from / (x * x * x) - to / (y * y * y)) / 720;
  return sum;
}

/* ---- The likelihood ----------------------------------------------------------------------------------------------- */

typedef struct {
  const BsSpectrumEntry *spectrum;
  guint  n_entries;
  double words, types;
} Counted;

/* Σ f ln (r + b) over all types: equal frequencies hold ranks in a row, whose logarithms are a difference of lgamma().
 */
static double
log_ranks (const Counted *counted, double b)
{
  double sum = 0, before = 0;

  for (guint i = counted->n_entries; i-- > 0;)
    {
      double frequency = counted->spectrum[i].frequency, types = counted->spectrum[i].types;

      sum += frequency
             * (types == 1 ? log (before + 1 + b) : lgamma (before + types + b + 1) - lgamma (before + b + 1));
      before += types;
    }
  return sum;
}

/* Minus the logarithm of the likelihood by word, at a and ln (1 + b). */
static double
loss (const gsl_vector *at, void *data)
{
  const Counted *counted = data;
  double a = gsl_vector_get (at, 0), b = expm1 (gsl_vector_get (at, 1));

  if (a <= 0 || a > A_MOST || b > 1000 * counted->types || 1 + b < 1e-9)
    return GSL_POSINF;
  return (a * log_ranks (counted, b) + counted->words * log (power_sum (a, b, counted->types))) / counted->words;
}

/* Nelder and Mead's simplex, begun anew from where it ended until that gains nothing. */
static gboolean
find_least (const Counted *counted, double *a, double *b)
{
  gsl_multimin_function function = { loss, 2, (void *) counted };
  gsl_multimin_fminimizer *search = gsl_multimin_fminimizer_alloc (gsl_multimin_fminimizer_nmsimplex2, 2);
  gsl_vector *at = gsl_vector_alloc (2), *step = gsl_vector_alloc (2);
  double best = GSL_POSINF;
  gboolean found = FALSE;

  gsl_vector_set (at, 0, 1);
  gsl_vector_set (at, 1, log (1 + 2.7)); /* Mandelbrot's b for English */
  for (guint begun = 0; begun < 8 && !found; begun++)
    {
      gsl_vector_set_all (step, 0.3);
      gsl_multimin_fminimizer_set (search, &function, at, step);
      for (guint round = 0; round < ROUNDS; round++)
        if (gsl_multimin_fminimizer_iterate (search) != GSL_SUCCESS || gsl_multimin_fminimizer_size (search) < 1e-9)
          break;
      gsl_vector_memcpy (at, gsl_multimin_fminimizer_x (search));
      found = gsl_finite (search->fval) && best - search->fval < 1e-14;
      best = search->fval;
    }
  *a = gsl_vector_get (at, 0);
  *b = expm1 (gsl_vector_get (at, 1));
  gsl_vector_free (step);
  gsl_vector_free (at);
  gsl_multimin_fminimizer_free (search);
  return found && *a < 0.99 * A_MOST && *b < 990 * counted->types && 1 + *b > 1e-8;
}

/* ---- How well it fits --------------------------------------------------------------------------------------------- */

/* Within equal frequencies the counted share rises evenly and the fitted one ever slower, so they are farthest apart at
 * an end, or where the fitted frequency is the counted one. */
static double
largest_gap (const Counted *counted, double a, double b)
{
  double all = power_sum (a, b, counted->types), before = 0, words = 0, gap = 0;

  for (guint i = counted->n_entries; i-- > 0;)
    {
      double frequency = counted->spectrum[i].frequency, types = counted->spectrum[i].types;
      double meets = floor (pow (frequency * all / counted->words, -1 / a) - b);
      double ranks[] = { before + 1, before + types, meets, meets + 1 };

      for (guint j = 0; j < G_N_ELEMENTS (ranks); j++)
        if (ranks[j] > before && ranks[j] <= before + types)
          gap = MAX (gap, fabs ((words + frequency * (ranks[j] - before)) / counted->words
                                - power_sum (a, b, ranks[j]) / all));
      before += types;
      words += frequency * types;
    }
  return gap;
}

static double
deviance (const Counted *counted, double a, double b)
{
  double sum = a * log_ranks (counted, b) + counted->words * log (power_sum (a, b, counted->types));

  for (guint i = 0; i < counted->n_entries; i++)
    {
      double frequency = counted->spectrum[i].frequency;

      sum += frequency * counted->spectrum[i].types * log (frequency / counted->words);
    }
  return MAX (2 * sum / counted->words, 0);
}

BsZipf
bs_zipf (const BsSpectrumEntry *spectrum, guint n_entries)
{
  BsZipf fit = { NAN, NAN, NAN, NAN, bs_spectrum_words (spectrum, n_entries), 0 };
  Counted counted;
  double a, b;

  for (guint i = 0; i < n_entries; i++)
    fit.types += spectrum[i].types;
  if (fit.types < BS_ZIPF_LEAST || n_entries < 2)
    return fit;
  counted = (Counted){ spectrum, n_entries, fit.words, fit.types };
  bs_gsl_quiet ();
  if (find_least (&counted, &a, &b))
    {
      fit.a = a;
      fit.b = b;
      fit.ks = largest_gap (&counted, a, b);
      fit.deviance = deviance (&counted, a, b);
    }
  return fit;
}

double
bs_zipf_per_million (const BsZipf *fit, double rank)
{
  return 1e6 * pow (rank + fit->b, -fit->a) / power_sum (fit->a, fit->b, fit->types);
}
