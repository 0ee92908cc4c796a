/* Keyness, contingency, dispersion and adjusted frequency give the published numbers of data/word_vectors.tsv. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/adjusted-frequency.h"
#include "compare/keyness.h"

/* The inputs of a row: numbers by name, or lists. */
typedef struct {
  BsContingency cells;
  double a, na, b, nb, ll, n;
  double freqs[32], sizes[32];
  gsize n_parts;
  double held_freqs[32], held_sizes[32];
  gsize n_held;
  BsDispersionParts parts;
  BsDispersion dispersion;
  BsAdjustedFrequency adjusted;
  BsPositionFrequency places;
} Row;

static gsize
read_list (const char *text, double *values)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  gsize n = 0;

  for (; parts[n] != NULL; n++)
    values[n] = g_ascii_strtod (parts[n], NULL);
  return n;
}

static void
read_tokens (Row *row, const char *tokens, const char *word)
{
  g_auto (GStrv) words = g_strsplit (tokens, " ", -1);
  guint64 at[64];
  gsize f = 0, n = 0;

  for (; words[n] != NULL; n++)
    if (g_str_equal (words[n], word))
      at[f++] = n;
  bs_position_frequency (at, f, n, &row->places);
}

static void
read_input (Row *row, const char *name, const char *value, const char **tokens)
{
  const struct {
    const char *name;
    double *to;
  } numbers[] = { { "o11", &row->cells.o11 }, { "o12", &row->cells.o12 }, { "o21", &row->cells.o21 },
                  { "o22", &row->cells.o22 }, { "a", &row->a },           { "na", &row->na },
                  { "b", &row->b },           { "nb", &row->nb },         { "ll", &row->ll },
                  { "n", &row->n } };

  if (g_str_equal (name, "freqs"))
    row->n_parts = read_list (value, row->freqs);
  else if (g_str_equal (name, "sizes"))
    read_list (value, row->sizes);
  else if (g_str_equal (name, "tokens"))
    *tokens = value;
  else if (g_str_equal (name, "word"))
    read_tokens (row, *tokens, value);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (name, numbers[i].name))
      *numbers[i].to = g_ascii_strtod (value, NULL);
}

/* Without sizes the parts are equal. */
static void
disperse (Row *row)
{
  for (gsize i = 0; i < row->n_parts; i++)
    {
      if (row->sizes[i] == 0)
        row->sizes[i] = 1000;
      if (row->freqs[i] == 0)
        continue;
      row->held_freqs[row->n_held] = row->freqs[i];
      row->held_sizes[row->n_held++] = row->sizes[i];
    }
  row->parts = bs_dispersion_parts (row->sizes, row->n_parts);
  bs_dispersion (&row->parts, row->held_freqs, row->held_sizes, row->n_held, &row->dispersion);
  bs_adjusted_frequency (&row->parts, row->held_freqs, row->held_sizes, row->n_held, &row->adjusted);
}

static void
read_row (Row *row, const char *inputs)
{
  g_auto (GStrv) parts = g_strsplit (inputs, ";", -1);
  const char *tokens = NULL;

  *row = (Row){ 0 };
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      g_assert_nonnull (value);
      *value++ = '\0';
      read_input (row, parts[i], value, &tokens);
    }
  if (row->na > 0)
    row->cells = bs_contingency_of (row->a, row->na, row->b, row->nb);
  disperse (row);
}

static double
value_of (const char *id, Row *r)
{
  double a = r->a, na = r->na, b = r->b, nb = r->nb;
  const struct {
    const char *id;
    double value;
  } values[] = {
    { "chi2", bs_chi2 (&r->cells) },
    { "chi2_yates", bs_chi2_yates (&r->cells) },
    { "chi2_yates_p", bs_chi2_p (bs_chi2_yates (&r->cells)) },
    { "log_likelihood_g2_4term", bs_g2 (&r->cells) },
    { "log_likelihood_2term_rayson", bs_g2_two_term (&r->cells) },
    { "log_likelihood_g2_williams", bs_g2_williams (&r->cells) },
    { "fisher_exact_left", bs_fisher_exact (&r->cells).left },
    { "fisher_exact_right", bs_fisher_exact (&r->cells).right },
    { "fisher_exact_two", bs_fisher_exact (&r->cells).two_sided },
    { "bic_of_ll", bs_bayes_bic (r->ll, r->n) },
    { "log_ratio", bs_log_ratio (a, na, b, nb, 0.95).estimate },
    { "odds_ratio", bs_odds_ratio (a, na, b, nb).estimate },
    { "pct_diff", bs_percent_difference (a, na, b, nb) },
    { "relative_risk", bs_relative_risk (a, na, b, nb) },
    { "simple_maths_k1", bs_simple_maths (a, na, b, nb, 1) },
    { "difference_coefficient", bs_difference_coefficient (a, na, b, nb) },
    { "ell_johnston", bs_ell (a, na, b, nb) },
    { "range_relative", r->dispersion.range_relative },
    { "gries_dp", r->dispersion.dp },
    { "gries_dp_norm", r->dispersion.dp_norm },
    { "gries_dp_egbert2020", r->dispersion.dp_egbert },
    { "juilland_d", r->dispersion.juilland_d },
    { "juilland_d_rates", r->dispersion.juilland_d },
    { "carroll_d2", r->dispersion.carroll_d2 },
    { "carroll_d2_rates", r->dispersion.carroll_d2 },
    { "rosengren_s", r->dispersion.rosengren_s },
    { "rosengren_s_sizes", r->dispersion.rosengren_s },
    { "lyne_d3", r->dispersion.lyne_d3 },
    { "zhang_dc", r->dispersion.zhang_dc },
    { "burch_da", bs_burch_da (&r->parts, r->held_freqs, r->held_sizes, r->n_held) },
    { "kl_divergence_bits", r->dispersion.dkl },
    { "gries_dkl_o2p_conventional", bs_dkl_even (r->dispersion.dkl) },
    { "juilland_u", r->adjusted.juilland_u },
    { "carroll_um", r->adjusted.carroll_um },
    { "rosengren_kf", r->adjusted.rosengren_kf },
    { "engwall_fm", r->adjusted.engwall_fm },
    { "kromer_ur", r->adjusted.kromer_ur },
    { "ald", r->places.ald },
    { "fald", r->places.fald },
    { "arf", r->places.arf },
    { "awt", r->places.awt },
    { "fawt", r->places.fawt },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].id, id))
      return values[i].value;
  g_error ("no function is known for %s", id);
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "word_vectors.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", 0);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 0);
      double expected, tolerance, value;
      Row row;

      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      expected = g_ascii_strtod (cells[2], NULL);
      tolerance = g_ascii_strtod (cells[3], NULL);
      read_row (&row, cells[1]);
      value = value_of (cells[0], &row);
      if (!(fabs (value - expected) <= tolerance))
        g_error ("line %u: %s is %.10g, not %.10g ± %g (%s)", i + 1, cells[0], value, expected, tolerance, cells[4]);
      n++;
    }
  g_assert_cmpuint (n, ==, 46);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-vectors/published", test_vectors);
  return g_test_run ();
}
