/* Distances, neighbours, tree and map as tables. */
#include "report/likeness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static guint
n_of (const BsLikeness *likeness)
{
  return likeness->words->outlets->len;
}

static const char *
name_of (const BsLikeness *likeness, guint outlet)
{
  return likeness->words->outlets->pdata[outlet];
}

static double
distance (const BsLikeness *likeness, guint a, guint b)
{
  return likeness->matrix[(gsize) a * n_of (likeness) + b];
}

/* ---- Notes -------------------------------------------------------------------------------------------------------- */

static void
note_words (GString *note, const BsLikeness *likeness)
{
  const BsLikenessMeasure *measure = likeness->options.measure;
  char number[BS_NUMBER_MAX];

  g_string_append_printf (
      note, "%s over the %s most frequent %sword%s (by the mean of the outlets' rates, numbers left out).",
      likeness->options.components ? "z-scores of rates" : measure->title,
      bs_number_grouped (likeness->words->words->len, number), measure->functions ? "function " : "",
      likeness->words->words->len == 1 ? "" : "s");
  if (measure->kind == BS_DISTANCE_DELTA || measure->kind == BS_DISTANCE_COSINE || measure->kind == BS_DISTANCE_EDER)
    g_string_append (note, " Rates are z-scores over these outlets: with others beside them the distances change.");
  if (measure->kind == BS_DISTANCE_JSD)
    g_string_append (note, " Shares are of these words alone; 0 is alike, 1 without a word in common.");
  if (measure->kind == BS_DISTANCE_CHI2)
    g_string_append (note,
                     " 1 is what chance alone gives where words come independently, which in texts they do not: it "
                     "ranks pairs and tests nothing.");
}

/* Eder 2015 (DSH 30, Does size matter?) finds no safe attribution below 5,000 words. */
#define WORDS_LEAST 5000

static void
note_small (GString *note, const BsLikeness *likeness)
{
  g_autofree double *words = g_new0 (double, n_of (likeness));
  guint small = 0;

  for (guint i = 0; i < likeness->words->articles->len; i++)
    {
      const BsOutletArticle *article = &g_array_index (likeness->words->articles, BsOutletArticle, i);

      words[article->outlet] += (double) article->words;
    }
  for (guint i = 0; i < n_of (likeness); i++)
    small += words[i] < WORDS_LEAST;
  if (small > 0)
    g_string_append_printf (note,
                            " %u outlet%s fewer than 5,000 words, from which on distances are steady (Eder 2015): "
                            "small samples look far from everything.",
                            small, small == 1 ? " has" : "s have");
}

static void
note_size (GString *note, const BsLikeness *likeness)
{
  char number[BS_NUMBER_MAX];

  if (isfinite (likeness->size))
    g_string_append_printf (note,
                            " Mean of %d samples of %s running words of each outlet, since this measure moves with "
                            "size (seed %" G_GUINT64_FORMAT ").",
                            BS_LIKENESS_DRAWS, bs_number_grouped ((gint64) likeness->size, number),
                            likeness->options.seed);
  else if (bs_distance_moves_with_size (likeness->options.measure->kind))
    g_string_append (note,
                     " Samples are as large as the outlets are: this measure moves with size, and pairs of large and "
                     "small outlets do not compare.");
}

static void
note_resamples (GString *note, const BsLikeness *likeness)
{
  const BsLikenessOptions *options = &likeness->options;
  guint single = bs_outlet_words_single (likeness->words);

  if (options->resamples == 0)
    return;
  g_string_append_printf (note, " Support: percent of %u resamples of %s that agree (seed %" G_GUINT64_FORMAT ").",
                          options->resamples,
                          options->resample == BS_RESAMPLE_ARTICLES ? "each outlet's articles"
                          : options->resample == BS_RESAMPLE_WORDS  ? "the words"
                                                                    : "each outlet's articles and the words",
                          options->seed);
  if (options->resample == BS_RESAMPLE_ARTICLES && single > 0)
    g_string_append_printf (note,
                            " %u outlet%s one article alone, which is never drawn otherwise: support overstates how "
                            "sure it is; --resample words does not.",
                            single, single == 1 ? " has" : "s have");
}

char *
bs_likeness_note (const BsLikeness *likeness, gboolean resampled)
{
  GString *note = g_string_new (NULL);

  note_words (note, likeness);
  note_size (note, likeness);
  note_small (note, likeness);
  if (resampled)
    note_resamples (note, likeness);
  if (*likeness->copies_note != '\0')
    g_string_append_printf (note, " %s", likeness->copies_note);
  return g_string_free (note, FALSE);
}

static BsTable *
begin (const BsLikeness *likeness, const char *what, gboolean resampled, const char *more)
{
  BsTable *table = bs_table_new ();
  g_autofree char *title = g_strdup_printf (
      "%s: %s", what, likeness->options.components ? "principal components" : likeness->options.measure->title);
  g_autofree char *note = bs_likeness_note (likeness, resampled);
  g_autofree char *whole = g_strconcat (note, more, NULL);

  bs_table_set_title (table, title);
  bs_table_set_note (table, whole);
  return table;
}

/* ---- Distances ---------------------------------------------------------------------------------------------------- */

static gboolean
has_column (const BsTable *table, const char *name)
{
  for (guint i = 0; i < bs_table_n_columns (table); i++)
    if (strcmp (bs_table_column (table, i)->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* A column an outlet, by its name; one that is called like a column before it has an underscore behind. */
static void
add_outlets (BsTable *table, const BsLikeness *likeness, int decimals)
{
  for (guint i = 0; i < n_of (likeness); i++)
    {
      g_autoptr (GString) name = g_string_new (name_of (likeness, i));

      while (has_column (table, name->str))
        g_string_append_c (name, '_');
      bs_table_add_column (table, name->str, name_of (likeness, i), BS_COLUMN_REAL, decimals);
    }
}

BsTable *
bs_likeness_matrix (const BsLikeness *likeness)
{
  BsTable *table = begin (likeness, "How far apart outlets write", FALSE, "");

  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  add_outlets (table, likeness, likeness->options.measure->decimals);
  for (guint i = 0; i < n_of (likeness); i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, name_of (likeness, i));
      for (guint j = 0; j < n_of (likeness); j++)
        bs_table_set_real (table, 1 + j, distance (likeness, i, j));
    }
  return table;
}

typedef struct {
  guint a, b;
  double distance;
} Pair;

static int
by_distance (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return x->a != y->a ? (x->a < y->a ? -1 : 1) : (x->b > y->b) - (x->b < y->b);
}

BsTable *
bs_likeness_pairs (const BsLikeness *likeness)
{
  guint n = n_of (likeness), n_pairs = n * (n - 1) / 2, at = 0;
  g_autofree Pair *pairs = g_new (Pair, MAX (1, n_pairs));
  BsTable *table = begin (likeness, "Pairs of outlets, the nearest first", FALSE, "");

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      pairs[at++] = (Pair){ a, b, distance (likeness, a, b) };
  qsort (pairs, n_pairs, sizeof *pairs, by_distance);
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "other", "Other outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "distance", "Distance", BS_COLUMN_REAL, likeness->options.measure->decimals);
  for (guint i = 0; i < n_pairs; i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, name_of (likeness, pairs[i].a));
      bs_table_set_text (table, 1, name_of (likeness, pairs[i].b));
      bs_table_set_text (table, 2, likeness->options.measure->id);
      bs_table_set_real (table, 3, pairs[i].distance);
    }
  return table;
}

/* The second nearest; the nearest itself where there are only two. */
static guint
second_nearest (const BsLikeness *likeness, guint outlet)
{
  guint first = likeness->nearest[outlet], best = first;

  for (guint i = 0; i < n_of (likeness); i++)
    if (i != outlet && i != first
        && (best == first || distance (likeness, outlet, i) < distance (likeness, outlet, best)))
      best = i;
  return best;
}

BsTable *
bs_likeness_nearest (const BsLikeness *likeness)
{
  const BsLikenessOptions *options = &likeness->options;
  BsTable *table = begin (likeness, "Each outlet's nearest", TRUE, "");

  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "nearest", "Nearest", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "distance", "Distance", BS_COLUMN_REAL, options->measure->decimals);
  bs_table_add_column (table, "support_percent", "Support %", BS_COLUMN_REAL, 0);
  bs_table_add_column (table, "second", "Second nearest", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "second_distance", "Distance", BS_COLUMN_REAL, options->measure->decimals);
  for (guint i = 0; i < n_of (likeness); i++)
    {
      guint second = second_nearest (likeness, i);

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, name_of (likeness, i));
      bs_table_set_text (table, 1, name_of (likeness, likeness->nearest[i]));
      bs_table_set_real (table, 2, distance (likeness, i, likeness->nearest[i]));
      if (options->resamples > 0)
        bs_table_set_real (table, 3, 100.0 * likeness->nearest_again[i] / options->resamples);
      if (second == likeness->nearest[i])
        continue;
      bs_table_set_text (table, 4, name_of (likeness, second));
      bs_table_set_real (table, 5, distance (likeness, i, second));
    }
  return table;
}

/* ---- Tree and map ------------------------------------------------------------------------------------------------- */

/* An outlet's name, or the number of the merge that made the branch. */
static char *
name_branch (const BsLikeness *likeness, guint branch)
{
  guint n = n_of (likeness);

  return branch < n ? g_strdup (name_of (likeness, branch)) : g_strdup_printf ("(%u)", branch - n + 1);
}

BsTable *
bs_likeness_tree (const BsLikeness *likeness)
{
  guint n = n_of (likeness);
  BsTable *table = begin (likeness, "Outlets that stand together, the nearest first", TRUE,
                          likeness->options.linkage == BS_LINKAGE_WARD
                              ? " Ward's clustering; (1) is what merge 1 put together."
                              : " Average linkage (UPGMA); (1) is what merge 1 put together.");

  bs_table_add_column (table, "merge", "Merge", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "left", "This", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "right", "And this", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "outlets", "Outlets", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "height", "Meet at", BS_COLUMN_REAL, likeness->options.measure->decimals);
  bs_table_add_column (table, "support_percent", "Support %", BS_COLUMN_REAL, 0);
  for (guint m = 0; m + 1 < n; m++)
    {
      g_autofree char *left = name_branch (likeness, likeness->merges[m].left);
      g_autofree char *right = name_branch (likeness, likeness->merges[m].right);

      bs_table_begin_row (table);
      bs_table_set_integer (table, 0, m + 1);
      bs_table_set_text (table, 1, left);
      bs_table_set_text (table, 2, right);
      bs_table_set_integer (table, 3, likeness->merges[m].size);
      bs_table_set_real (table, 4, likeness->merges[m].height);
      bs_table_set_real (table, 5, 100 * bs_clades_share (likeness->clades, m));
    }
  return table;
}

BsTable *
bs_likeness_map (const BsLikeness *likeness)
{
  g_autoptr (BsScaling) map = bs_likeness_scaling (likeness);
  g_autofree char *axes = bs_likeness_axes (likeness, map);
  g_autofree char *more = g_strconcat (" ", axes, NULL);
  BsTable *table = begin (likeness, "A map of the outlets", FALSE, more);

  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "x", "Across", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "y", "Up", BS_COLUMN_REAL, 3);
  for (guint i = 0; i < n_of (likeness); i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, name_of (likeness, i));
      bs_table_set_real (table, 1, map->points[2 * i]);
      bs_table_set_real (table, 2, map->points[2 * i + 1]);
    }
  return table;
}

BsTable *
bs_likeness_words (const BsLikeness *likeness)
{
  guint n = n_of (likeness), n_words = likeness->words->words->len;
  g_autofree double *counts = g_new (double, MAX (1, (gsize) n * n_words)), *sizes = g_new (double, n);
  BsTable *table = begin (likeness, "The words that are compared, per million running words", FALSE, "");

  bs_outlet_words_add_up (likeness->words, NULL, counts, sizes);
  bs_table_add_column (table, "rank", "Rank", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "word", "Word", BS_COLUMN_TEXT, 0);
  add_outlets (table, likeness, 0);
  for (guint w = 0; w < n_words; w++)
    {
      bs_table_begin_row (table);
      bs_table_set_integer (table, 0, w + 1);
      bs_table_set_text (table, 1, likeness->words->words->pdata[w]);
      for (guint i = 0; i < n; i++)
        bs_table_set_real (table, 2 + i, 1e6 * counts[(gsize) i * n_words + w] / sizes[i]);
    }
  return table;
}
