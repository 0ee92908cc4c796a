#include "compare/contingency.h"

#include <gsl/gsl_sf_erf.h>
#include <math.h>

#include "base/gsl.h"

BsContingency
bs_contingency_of (double a, double na, double b, double nb)
{
  return (BsContingency){ a, na - a, b, nb - b };
}

BsContingency
bs_contingency_of_pair (double o11, double f1, double f2, double n)
{
  return (BsContingency){ o11, f1 - o11, f2 - o11, n - f1 - f2 + o11 };
}

static double
total (const BsContingency *c)
{
  return c->o11 + c->o12 + c->o21 + c->o22;
}

/* Of the four cells, in their order, under independence; FALSE where a margin is empty. */
static gboolean
expect (const BsContingency *c, double *expected)
{
  double row1 = c->o11 + c->o12, row2 = c->o21 + c->o22;
  double column1 = c->o11 + c->o21, column2 = c->o12 + c->o22;
  double n = total (c);

  expected[0] = row1 * column1 / n;
  expected[1] = row1 * column2 / n;
  expected[2] = row2 * column1 / n;
  expected[3] = row2 * column2 / n;
  return row1 > 0 && row2 > 0 && column1 > 0 && column2 > 0;
}

double
bs_contingency_expected (const BsContingency *c)
{
  double n = total (c);

  return n > 0 ? (c->o11 + c->o12) * (c->o11 + c->o21) / n : NAN;
}

static double
g2_of (double observed, double expected)
{
  return observed > 0 ? 2 * observed * log (observed / expected) : 0;
}

/* Rounding may leave a hair under 0 where everything is as expected. */
double
bs_g2 (const BsContingency *c)
{
  double e[4];

  if (!expect (c, e))
    return NAN;
  return fmax (0, g2_of (c->o11, e[0]) + g2_of (c->o12, e[1]) + g2_of (c->o21, e[2]) + g2_of (c->o22, e[3]));
}

double
bs_g2_two_term (const BsContingency *c)
{
  double e[4];

  if (!expect (c, e))
    return NAN;
  return fmax (0, g2_of (c->o11, e[0]) + g2_of (c->o21, e[2]));
}

double
bs_g2_williams (const BsContingency *c)
{
  double n = total (c);
  double rows = n / (c->o11 + c->o12) + n / (c->o21 + c->o22) - 1;
  double columns = n / (c->o11 + c->o21) + n / (c->o12 + c->o22) - 1;

  return bs_g2 (c) / (1 + rows * columns / (6 * n));
}

static double
chi2_of (const BsContingency *c, double most_correction)
{
  double e[4];
  double correction;

  if (!expect (c, e))
    return NAN;
  correction = fmin (most_correction, fabs (c->o11 - e[0])); /* the distance is the same in all four cells */
  return pow (fabs (c->o11 - e[0]) - correction, 2) * (1 / e[0] + 1 / e[1] + 1 / e[2] + 1 / e[3]);
}

double
bs_chi2 (const BsContingency *c)
{
  return chi2_of (c, 0);
}

double
bs_chi2_yates (const BsContingency *c)
{
  return chi2_of (c, 0.5);
}

double
bs_chi2_p (double statistic)
{
  return statistic >= 0 ? erfc (sqrt (statistic / 2)) : NAN;
}

double
bs_chi2_log_p (double statistic)
{
  bs_gsl_quiet ();
  return statistic >= 0 ? gsl_sf_log_erfc (sqrt (statistic / 2)) : NAN;
}

/* ---- Fisher ------------------------------------------------------------------------------------------------------ */

/* The hypergeometric distribution of o11 by weights relative to its mode; they end where they mean nothing. */
#define LEAST_WEIGHT 1e-300

typedef struct {
  double x, row1, column1, n;
  double at_x; /* weight of the table at hand; 0: below the least */
  double all, left, right, no_likelier;
} Walk;

/* Weight of k + 1 over that of k. */
static double
step_up (const Walk *w, double k)
{
  return (w->row1 - k) * (w->column1 - k) / ((k + 1) * (w->n - w->row1 - w->column1 + k + 1));
}

static void
visit_tables (Walk *w, double mode, void (*visit) (Walk *w, double k, double weight))
{
  double low = fmax (0, w->row1 + w->column1 - w->n), high = fmin (w->row1, w->column1);
  double weight = 1;

  for (double k = mode; k <= high && weight > LEAST_WEIGHT; k++)
    {
      visit (w, k, weight);
      weight *= step_up (w, k);
    }
  weight = 1;
  for (double k = mode - 1; k >= low; k--)
    {
      weight /= step_up (w, k);
      if (weight <= LEAST_WEIGHT)
        break;
      visit (w, k, weight);
    }
}

static void
find_x (Walk *w, double k, double weight)
{
  if (k == w->x)
    w->at_x = weight;
}

static void
add_up (Walk *w, double k, double weight)
{
  w->all += weight;
  w->left += k <= w->x ? weight : 0;
  w->right += k >= w->x ? weight : 0;
  w->no_likelier += weight <= w->at_x * (1 + 1e-7) ? weight : 0;
}

BsFisher
bs_fisher_exact (const BsContingency *c)
{
  double o11 = round (c->o11), o12 = round (c->o12), o21 = round (c->o21), o22 = round (c->o22);
  Walk w = { .x = o11, .row1 = o11 + o12, .column1 = o11 + o21, .n = o11 + o12 + o21 + o22 };
  double mode = floor ((w.row1 + 1) * (w.column1 + 1) / (w.n + 2));

  if (!(w.n > 0) || !isfinite (w.n))
    return (BsFisher){ NAN, NAN, NAN };
  visit_tables (&w, mode, find_x);
  visit_tables (&w, mode, add_up);
  return (BsFisher){ w.left / w.all, w.right / w.all, w.no_likelier / w.all };
}
