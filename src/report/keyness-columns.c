/* The columns of key words: what is shown, and how each figure comes from the counts. */
#include <math.h>

#include "compare/keyness.h"
#include "report/keyness-parts.h"

#define LEAST_P 1e-300 /* what corrections are made on; a smaller p stands as this */

/* What a column is worked out from: the key, and figures that several columns share. */
typedef struct {
  const BsKey *key;
  BsContingency cells;
  BsEstimate log_ratio, odds;
  double k;
} Figures;

typedef double (*Figure) (const Figures *f);

static double count_a (const Figures *f) { return f->key->a; }
static double count_b (const Figures *f) { return f->key->b; }
static double million_a (const Figures *f) { return 1e6 * f->key->a / f->key->na; }
static double million_b (const Figures *f) { return 1e6 * f->key->b / f->key->nb; }
static double percent_a (const Figures *f) { return 100 * f->key->held_a / f->key->articles_a; }
static double percent_b (const Figures *f) { return 100 * f->key->held_b / f->key->articles_b; }
static double ratio (const Figures *f) { return f->log_ratio.estimate; }
static double ratio_low (const Figures *f) { return f->log_ratio.low; }
static double ratio_high (const Figures *f) { return f->log_ratio.high; }
static double odds (const Figures *f) { return f->odds.estimate; }
static double odds_low (const Figures *f) { return f->odds.low; }
static double odds_high (const Figures *f) { return f->odds.high; }
static double g2 (const Figures *f) { return f->key->g2; }
static double g2_two_term (const Figures *f) { return bs_g2_two_term (&f->cells); }
static double chi2 (const Figures *f) { return bs_chi2 (&f->cells); }
static double g2_articles (const Figures *f) { return f->key->g2_articles; }
static double range_a (const Figures *f) { return f->key->spread_a.range; }
static double range_b (const Figures *f) { return f->key->spread_b.range; }
static double dp_a (const Figures *f) { return f->key->spread_a.dp; }
static double dp_b (const Figures *f) { return f->key->spread_b.dp; }
static double dp_norm_a (const Figures *f) { return f->key->spread_a.dp_norm; }
static double dp_norm_b (const Figures *f) { return f->key->spread_b.dp_norm; }
static double juilland_a (const Figures *f) { return f->key->spread_a.juilland_d; }
static double juilland_b (const Figures *f) { return f->key->spread_b.juilland_d; }

static double
conservative (const Figures *f)
{
  const BsKey *key = f->key;

  return bs_log_ratio_conservative (key->a, key->na, key->b, key->nb, key->n_tested);
}

static double
percent_difference (const Figures *f)
{
  return bs_percent_difference (f->key->a, f->key->na, f->key->b, f->key->nb);
}

static double
simple_maths (const Figures *f)
{
  return bs_simple_maths (f->key->a, f->key->na, f->key->b, f->key->nb, f->k);
}

static double
ell (const Figures *f)
{
  return bs_ell (f->key->a, f->key->na, f->key->b, f->key->nb);
}

static double
bic (const Figures *f)
{
  return bs_bayes_bic (f->key->g2, f->key->na + f->key->nb);
}

static double
log10_of (double p)
{
  return isnan (p) ? NAN : log10 (fmax (p, LEAST_P));
}

static double log10_holm (const Figures *f) { return log10_of (f->key->p_holm); }
static double log10_bh (const Figures *f) { return log10_of (f->key->p_bh); }
static double log10_articles (const Figures *f) { return log10_of (f->key->p_articles_bh); }

/* Bonferroni: only the words that are shown were tested by ranks, but all might have been. */
static double
log10_ranks (const Figures *f)
{
  double p = f->key->ranks.log_p / log (10) + log10 (f->key->n_tested);

  return isnan (p) ? NAN : fmax (fmin (p, 0), log10 (LEAST_P));
}

static const struct {
  const char *name, *title;
  BsColumnKind kind;
  int decimals;
  Figure figure;
  gboolean usual;
} columns[] = {
  { "count", "Count", BS_COLUMN_INTEGER, 0, count_a, TRUE },
  { "per_million", "Per million", BS_COLUMN_REAL, 1, million_a, TRUE },
  { "articles_percent", "% of articles", BS_COLUMN_REAL, 1, percent_a, TRUE },
  { "ref_count", "Ref. count", BS_COLUMN_INTEGER, 0, count_b, FALSE },
  { "ref_per_million", "Ref. per million", BS_COLUMN_REAL, 1, million_b, TRUE },
  { "ref_articles_percent", "Ref. % of articles", BS_COLUMN_REAL, 1, percent_b, TRUE },
  { "log_ratio", "Log ratio", BS_COLUMN_REAL, 2, ratio, TRUE },
  { "log_ratio_low", "low", BS_COLUMN_REAL, 2, ratio_low, TRUE },
  { "log_ratio_high", "high", BS_COLUMN_REAL, 2, ratio_high, TRUE },
  { "log_ratio_conservative", "LRC", BS_COLUMN_REAL, 2, conservative, FALSE },
  { "percent_difference", "% DIFF", BS_COLUMN_REAL, 0, percent_difference, FALSE },
  { "odds_ratio", "Odds ratio", BS_COLUMN_REAL, 2, odds, FALSE },
  { "odds_ratio_low", "low", BS_COLUMN_REAL, 2, odds_low, FALSE },
  { "odds_ratio_high", "high", BS_COLUMN_REAL, 2, odds_high, FALSE },
  { "simple_maths", "Simple maths", BS_COLUMN_REAL, 2, simple_maths, FALSE },
  { "ell", "ELL", BS_COLUMN_REAL, 6, ell, FALSE },
  { "g2", "G²", BS_COLUMN_REAL, 1, g2, TRUE },
  { "g2_two_term", "G² two-term", BS_COLUMN_REAL, 1, g2_two_term, FALSE },
  { "chi2", "χ²", BS_COLUMN_REAL, 1, chi2, FALSE },
  { "bic", "BIC", BS_COLUMN_REAL, 1, bic, FALSE },
  { "log10_p_holm", "log₁₀ p, Holm", BS_COLUMN_REAL, 1, log10_holm, FALSE },
  { "log10_p_bh", "log₁₀ p, BH", BS_COLUMN_REAL, 1, log10_bh, FALSE },
  { "g2_articles", "G² of articles", BS_COLUMN_REAL, 1, g2_articles, TRUE },
  { "log10_p_articles_bh", "log₁₀ p of articles, BH", BS_COLUMN_REAL, 1, log10_articles, FALSE },
  { "log10_p_ranks", "log₁₀ p by ranks", BS_COLUMN_REAL, 1, log10_ranks, TRUE },
  { "range", "Range", BS_COLUMN_INTEGER, 0, range_a, FALSE },
  { "dp", "DP", BS_COLUMN_REAL, 3, dp_a, FALSE },
  { "dp_norm", "DPnorm", BS_COLUMN_REAL, 3, dp_norm_a, TRUE },
  { "juilland_d", "D", BS_COLUMN_REAL, 3, juilland_a, FALSE },
  { "ref_range", "Ref. range", BS_COLUMN_INTEGER, 0, range_b, FALSE },
  { "ref_dp", "Ref. DP", BS_COLUMN_REAL, 3, dp_b, FALSE },
  { "ref_dp_norm", "Ref. DPnorm", BS_COLUMN_REAL, 3, dp_norm_b, FALSE },
  { "ref_juilland_d", "Ref. D", BS_COLUMN_REAL, 3, juilland_b, FALSE },
};

void
bs_keyness_columns (BsTable *table, gboolean all_figures)
{
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "side", "Side", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "rank", "Rank", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "word", "Word", BS_COLUMN_TEXT, 0);
  bs_table_set_whole (table, bs_table_n_columns (table) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (all_figures || columns[i].usual)
      {
        guint at = bs_table_n_columns (table);

        bs_table_add_column (table, columns[i].name, columns[i].title, columns[i].kind, columns[i].decimals);
        if (columns[i].figure == ratio)
          bs_table_add_picture (table, at, BS_PICTURE_STRIP, "95 % interval", "log ratio in its 95 % interval");
        if (columns[i].figure == ratio_low || columns[i].figure == ratio_high)
          bs_table_set_spare (table, at);
      }
  if (all_figures)
    bs_table_add_column (table, "bayes", "Evidence (Wilson)", BS_COLUMN_TEXT, 0);
}

static Figures
figures_of (const BsKey *key, double k)
{
  return (Figures){ .key = key,
                    .cells = bs_contingency_of (key->a, key->na, key->b, key->nb),
                    .log_ratio = bs_log_ratio (key->a, key->na, key->b, key->nb, 0.95),
                    .odds = bs_odds_ratio (key->a, key->na, key->b, key->nb),
                    .k = k };
}

void
bs_keyness_row (BsTable *table, const BsKey *key, const char *outlet, const char *word, guint rank, double k,
                gboolean all_figures)
{
  Figures figures = figures_of (key, k);
  guint at = 4;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, outlet);
  bs_table_set_text (table, 1, key->positive ? "more" : "less");
  bs_table_set_integer (table, 2, rank);
  bs_table_set_text (table, 3, word);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      double value;

      if (!all_figures && !columns[i].usual)
        continue;
      value = columns[i].figure (&figures);
      if (columns[i].kind == BS_COLUMN_REAL)
        bs_table_set_real (table, at, value);
      else if (!isnan (value))
        bs_table_set_integer (table, at, (gint64) value);
      at++;
    }
  bs_table_set_picture (table, 0, bs_table_n_rows (table) - 1,
                        (const double[]){ ratio_low (&figures), ratio (&figures), ratio_high (&figures) }, 3);
  if (all_figures)
    bs_table_set_text (table, at, bs_bayes_label (bic (&figures)));
}
