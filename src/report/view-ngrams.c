#include "report/view-ngrams.h"

#include <math.h>
#include <string.h>

#include "report/ranking.h"

/* An n-gram of one outlet, or of all. */
typedef struct {
  double  score;
  guint64 count, articles;
  guint32 terms[BS_NGRAM_MOST];
} Row;

/* What n-grams are sorted into while they come by. */
typedef struct {
  BsNgrams *ngrams;
  const BsNgramRule *rule;
  const BsNgramsOptions *options;
  GPtrArray *rankings; /* of BsRanking, by outlet; one where the corpus is asked for */
} Sorting;

static gboolean
passes (const Sorting *sorting, const guint32 *terms)
{
  guint n = sorting->rule->n;

  for (guint i = 0; i < n; i++)
    if ((sorting->options->filter == BS_NGRAMS_CONTENT
         || (sorting->options->filter == BS_NGRAMS_CONTENT_ENDS && (i == 0 || i == n - 1)))
        && !bs_term_is_content (bs_ngrams_word (sorting->ngrams, terms[i])))
      return FALSE;
  return TRUE;
}

static BsTogether
together_of (const Sorting *sorting, guint outlet, const Row *row)
{
  BsTogether together = { .o = (double) row->count, .words = sorting->rule->n,
                          .n = (double) bs_ngrams_total (sorting->ngrams, outlet) };

  for (guint i = 0; i < together.words && together.words > 1; i++)
    together.f[i] = (double) bs_ngrams_margin (sorting->ngrams, outlet, i, row->terms[i]);
  return together;
}

static double
score_of (const Sorting *sorting, guint outlet, const Row *row)
{
  BsTogether together;

  if (sorting->options->sort == NULL)
    return (double) row->count;
  together = together_of (sorting, outlet, row);
  return bs_association_score (sorting->options->sort, &together);
}

/* Score, then count, both downwards, then the words upwards in byte order. */
static int
by_score (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  const Row *x = a, *y = b;
  int order = 0;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  for (guint i = 0; order == 0 && i < sorting->rule->n; i++)
    order = strcmp (bs_ngrams_word (sorting->ngrams, x->terms[i])->word,
                    bs_ngrams_word (sorting->ngrams, y->terms[i])->word);
  return order;
}

static void
add (Sorting *sorting, guint outlet, const guint32 *terms, guint64 count, guint64 articles)
{
  Row row = { 0, count, articles, { 0 } };

  if (count < sorting->options->least || articles < sorting->options->least_articles)
    return;
  memcpy (row.terms, terms, sorting->rule->n * sizeof (guint32));
  row.score = score_of (sorting, outlet, &row);
  bs_ranking_add (sorting->rankings->pdata[outlet == BS_NGRAMS_ALL ? 0 : outlet], &row);
}

static gboolean
sort_in (gpointer data, const BsNgram *ngram, GError **error)
{
  Sorting *sorting = data;

  if (!passes (sorting, ngram->terms))
    return TRUE;
  if (sorting->options->corpus)
    add (sorting, BS_NGRAMS_ALL, ngram->terms, ngram->count, ngram->articles);
  else
    for (guint i = 0; i < ngram->n_counts; i++)
      add (sorting, ngram->counts[i].outlet, ngram->terms, ngram->counts[i].count, ngram->counts[i].articles);
  return TRUE;
}

static void
write_rows (const Sorting *sorting, BsTable *table, guint outlet, const GArray *rows)
{
  double words = (double) bs_ngrams_words (sorting->ngrams, outlet);
  double articles = (double) bs_ngrams_articles (sorting->ngrams, outlet);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      BsTogether together = together_of (sorting, outlet, row);
      g_autofree char *text = bs_ngrams_text (sorting->ngrams, row->terms);

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, outlet == BS_NGRAMS_ALL ? "(all)" : bs_ngrams_outlet (sorting->ngrams, outlet));
      bs_table_set_integer (table, 1, i + 1);
      bs_table_set_text (table, 2, text);
      bs_table_set_integer (table, 3, (gint64) row->count);
      bs_table_set_real (table, 4, 1e6 * (double) row->count / words);
      bs_table_set_integer (table, 5, (gint64) row->articles);
      bs_table_set_real (table, 6, 100 * (double) row->articles / articles);
      if (sorting->rule->n < 2)
        continue;
      bs_table_set_real (table, 7, bs_association_expected (&together));
      bs_view_association_cells (table, 8, sorting->options->measures, sorting->options->n_measures, &together);
    }
}

static BsTable *
new_table (const BsNgramRule *rule, const BsNgramsOptions *options)
{
  BsTable *table = bs_table_new ();
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *title = NULL;

  title = rule->skip > 0 ? g_strdup_printf ("Skip-grams of %u words, at most %u left out between", rule->n, rule->skip)
                         : g_strdup_printf ("N-grams of %u word%s", rule->n, rule->n == 1 ? "" : "s");
  bs_table_set_title (table, title);
  g_string_append_printf (note, "Words case-folded; n-grams %s the end of a sentence; ranked by %s.",
                          rule->across ? "run over" : "do not cross",
                          options->sort != NULL ? options->sort->title : "count");
  if (rule->n > 1)
    {
      g_string_append (note, " O: count; N: all n-grams; f: those with the word at the same place; E = N Π(f/N). ");
      bs_view_association_note (note, options->measures, options->n_measures);
    }
  bs_table_set_note (table, note->str);
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "rank", "Rank", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "ngram", "N-gram", BS_COLUMN_TEXT, 0);
  bs_table_set_whole (table, bs_table_n_columns (table) - 1);
  bs_table_add_column (table, "count", "Count", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "per_million", "Per million words", BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "articles_percent", "% of articles", BS_COLUMN_REAL, 1);
  if (rule->n > 1)
    {
      bs_table_add_column (table, "expected", "Expected", BS_COLUMN_REAL, 2);
      bs_view_association_columns (table, options->measures, options->n_measures);
    }
  return table;
}

/* Ranked by count, only what is shown is put into association with its words. */
static guint
want_shown (const Sorting *sorting)
{
  guint shown = 0;

  for (guint i = 0; i < sorting->rankings->len; i++)
    {
      const GArray *rows = bs_ranking_kept (sorting->rankings->pdata[i]);

      for (guint k = 0; k < rows->len; k++)
        bs_ngrams_want (sorting->ngrams, g_array_index (rows, Row, k).terms);
      shown += rows->len;
    }
  return shown;
}

/* A word alone has no margins. */
static gboolean
rank (Sorting *sorting, GError **error)
{
  const BsNgramsOptions *options = sorting->options;
  gboolean associated = sorting->rule->n > 1;

  if (associated && options->sort != NULL && !bs_ngrams_find_margins (sorting->ngrams, error))
    return FALSE;
  if (!bs_ngrams_each (sorting->ngrams, options->least, options->least_articles, sort_in, sorting, error))
    return FALSE;
  return !associated || options->sort != NULL || want_shown (sorting) == 0
         || bs_ngrams_find_margins (sorting->ngrams, error);
}

BsTable *
bs_view_ngrams (BsNgrams *ngrams, const BsNgramRule *rule, const BsNgramsOptions *options, GError **error)
{
  g_autoptr (BsTable) table = new_table (rule, options);
  g_autoptr (GPtrArray) rankings = g_ptr_array_new_with_free_func ((GDestroyNotify) bs_ranking_free);
  Sorting sorting = { ngrams, rule, options, rankings };

  for (guint i = 0; i < (options->corpus ? 1 : bs_ngrams_n_outlets (ngrams)); i++)
    g_ptr_array_add (rankings, bs_ranking_new (sizeof (Row), options->n, by_score, &sorting));
  if (!rank (&sorting, error))
    return NULL;
  for (guint i = 0; i < rankings->len; i++)
    write_rows (&sorting, table, options->corpus ? BS_NGRAMS_ALL : i, bs_ranking_kept (rankings->pdata[i]));
  return g_steal_pointer (&table);
}
