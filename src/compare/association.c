#include "compare/association.h"

#include <math.h>

double
bs_association_expected (const BsTogether *t)
{
  double expected = t->n;

  for (guint i = 0; i < t->words; i++)
    expected *= t->f[i] / t->n;
  return expected;
}

BsContingency
bs_association_cells (const BsTogether *t)
{
  return bs_contingency_of_pair (t->o, t->f[0], t->f[1], t->n);
}

static double
total_of_dice (const BsTogether *t)
{
  double sum = 0;

  for (guint i = 0; i < t->words; i++)
    sum += i < G_N_ELEMENTS (t->dice) && t->dice[i] > 0 ? t->dice[i] : t->f[i];
  return sum;
}

/* ---- Any number of words ----------------------------------------------------------------------------------------- */

static double
observed_over_expected (const BsTogether *t)
{
  return t->o / bs_association_expected (t);
}

static double
pmi (const BsTogether *t)
{
  return log2 (observed_over_expected (t));
}

static double
npmi (const BsTogether *t)
{
  return pmi (t) / ((t->words - 1) * -log2 (t->o / t->n));
}

static double
mi2 (const BsTogether *t)
{
  return pmi (t) + log2 (t->o);
}

static double
mi3 (const BsTogether *t)
{
  return pmi (t) + 2 * log2 (t->o);
}

static double
local_mi (const BsTogether *t)
{
  return t->o * pmi (t);
}

static double
t_score (const BsTogether *t)
{
  return (t->o - bs_association_expected (t)) / sqrt (t->o);
}

static double
z_score (const BsTogether *t)
{
  double expected = bs_association_expected (t);

  return (t->o - expected) / sqrt (expected);
}

static double
dice (const BsTogether *t)
{
  return t->words * t->o / total_of_dice (t);
}

static double
log_dice (const BsTogether *t)
{
  return 14 + log2 (dice (t));
}

/* ---- Two words --------------------------------------------------------------------------------------------------- */

static double
g2 (const BsTogether *t)
{
  BsContingency c = bs_association_cells (t);

  return bs_g2 (&c);
}

static double
chi2 (const BsTogether *t)
{
  BsContingency c = bs_association_cells (t);

  return bs_chi2 (&c);
}

static double
chi2_yates (const BsTogether *t)
{
  BsContingency c = bs_association_cells (t);

  return bs_chi2_yates (&c);
}

static double
phi2 (const BsTogether *t)
{
  return chi2 (t) / t->n;
}

static double
second_given_first (const BsTogether *t)
{
  return t->o / t->f[0];
}

static double
first_given_second (const BsTogether *t)
{
  return t->o / t->f[1];
}

static double
delta_p_2_given_1 (const BsTogether *t)
{
  return t->o / t->f[0] - (t->f[1] - t->o) / (t->n - t->f[0]);
}

static double
delta_p_1_given_2 (const BsTogether *t)
{
  return t->o / t->f[1] - (t->f[0] - t->o) / (t->n - t->f[1]);
}

static double
min_sensitivity (const BsTogether *t)
{
  return MIN (t->o / t->f[0], t->o / t->f[1]);
}

static double
jaccard (const BsTogether *t)
{
  return t->o / (t->f[0] + t->f[1] - t->o);
}

static double
log_odds_ratio (const BsTogether *t)
{
  BsContingency c = bs_association_cells (t);

  return log ((c.o11 + .5) * (c.o22 + .5) / ((c.o12 + .5) * (c.o21 + .5)));
}

/* One cell's part of the mutual information; an empty one has none. */
static double
part_of_mi (double observed, double row, double column, double n)
{
  return observed > 0 ? observed / n * log2 (observed * n / (row * column)) : 0;
}

static double
mutual_information (const BsTogether *t)
{
  BsContingency c = bs_association_cells (t);
  double r1 = c.o11 + c.o12, r2 = c.o21 + c.o22, c1 = c.o11 + c.o21, c2 = c.o12 + c.o22;

  return part_of_mi (c.o11, r1, c1, t->n) + part_of_mi (c.o12, r1, c2, t->n) + part_of_mi (c.o21, r2, c1, t->n)
         + part_of_mi (c.o22, r2, c2, t->n);
}

/* ---- The table --------------------------------------------------------------------------------------------------- */

#define CHURCH "Church & Hanks 1990, Computational Linguistics 16"
#define EVERT "Evert 2005, The Statistics of Word Cooccurrences"
#define GRIES "Gries 2013, International Journal of Corpus Linguistics 18"

static const BsAssociation table[] = {
  { "logdice", "logDice", TRUE, FALSE, "14 + log2 Dice", "Rychlý 2008, RASLAN", log_dice },
  { "dice", "Dice", TRUE, FALSE, "k O / Σf", "Dice 1945; Smadja et al. 1996, Computational Linguistics 22", dice },
  { "pmi", "PMI", TRUE, FALSE, "log2 (O / E)", CHURCH "; n-grams: Van de Cruys 2011, DiSCo (specific correlation)",
    pmi },
  { "npmi", "NPMI", TRUE, FALSE, "PMI / -(k-1) log2 (O / N)", "Bouma 2009, GSCL", npmi },
  { "mi2", "MI²", TRUE, FALSE, "log2 (O² / E)", "Daille 1994, thesis, Paris 7", mi2 },
  { "mi3", "MI³", TRUE, FALSE, "log2 (O³ / E)", "Daille 1994, thesis, Paris 7", mi3 },
  { "local_mi", "Local MI", TRUE, FALSE, "O log2 (O / E)", EVERT, local_mi },
  { "mu", "O/E", TRUE, FALSE, "O / E", EVERT, observed_over_expected },
  { "t_score", "t", TRUE, FALSE, "(O - E) / √O", "Church et al. 1991, in Zernik, Lexical Acquisition", t_score },
  { "z_score", "z", TRUE, FALSE, "(O - E) / √E", "Dennis 1965, in Stevens, Statistical Association Methods", z_score },
  { "g2", "G²", FALSE, TRUE, "2 Σ Oij ln (Oij / Eij), four cells", "Dunning 1993, Computational Linguistics 19", g2 },
  { "chi2", "χ²", FALSE, TRUE, "Σ (Oij - Eij)² / Eij", "Pearson 1900", chi2 },
  { "chi2_yates", "χ² (Yates)", FALSE, TRUE, "Σ (|Oij - Eij| - .5)² / Eij, capped", "Yates 1934, JRSS Supplement 1",
    chi2_yates },
  { "phi2", "φ²", FALSE, TRUE, "χ² / N", "Church & Gale 1991, Using Large Corpora", phi2 },
  { "delta_p_2_1", "ΔP(2|1)", FALSE, FALSE, "O11 / R1 - O21 / R2", GRIES, delta_p_2_given_1 },
  { "delta_p_1_2", "ΔP(1|2)", FALSE, FALSE, "O11 / C1 - O12 / C2", GRIES, delta_p_1_given_2 },
  { "p_2_1", "P(2|1)", FALSE, FALSE, "O11 / R1", "Durrant 2008, thesis, Nottingham", second_given_first },
  { "p_1_2", "P(1|2)", FALSE, FALSE, "O11 / C1", "Durrant 2008, thesis, Nottingham", first_given_second },
  { "min_sensitivity", "Min. sensitivity", FALSE, FALSE, "min (O11 / R1, O11 / C1)",
    "Pedersen & Bruce 1996, SMU-CSE 96-2", min_sensitivity },
  { "jaccard", "Jaccard", FALSE, FALSE, "O11 / (O11 + O12 + O21)", "Jaccard 1912, New Phytologist 11", jaccard },
  { "log_odds", "Log odds ratio", FALSE, FALSE, "ln ((O11+½)(O22+½) / (O12+½)(O21+½))", EVERT, log_odds_ratio },
  { "mi_bits", "MI of the table", FALSE, TRUE, "Σ Oij/N log2 (Oij / Eij), bits", "Church & Gale 1991, Using Large Corpora",
    mutual_information },
};

const BsAssociation *
bs_associations (guint *n)
{
  *n = G_N_ELEMENTS (table);
  return table;
}

const BsAssociation *
bs_association_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].id, id))
      return &table[i];
  return NULL;
}

/* Whether the counts can be those of words that come together. */
static gboolean
is_whole (const BsTogether *t)
{
  if (t->words < 2 || t->words > BS_ASSOCIATION_WORDS || !(t->o > 0))
    return FALSE;
  for (guint i = 0; i < t->words; i++)
    if (!(t->f[i] >= t->o && t->f[i] <= t->n))
      return FALSE;
  return TRUE;
}

double
bs_association (const BsAssociation *measure, const BsTogether *t)
{
  double value;

  if (!is_whole (t) || (t->words > 2 && !measure->any_words))
    return NAN;
  value = measure->compute (t);
  return isfinite (value) ? value : NAN;
}

double
bs_association_score (const BsAssociation *measure, const BsTogether *t)
{
  double value = bs_association (measure, t);

  if (isnan (value))
    return -INFINITY;
  return measure->both_ways && t->o < bs_association_expected (t) ? -value : value;
}
