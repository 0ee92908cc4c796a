#include "report/view-collocates.h"

#include <math.h>
#include <string.h>

#include "compare/adjust.h"
#include "report/view-ngrams.h"

/* What the store knows of one outlet: running words, and how often each word occurs. */
typedef struct {
  double   words;
  guint64 *counts; /* by term */
  guint32  n_terms;
  GArray  *filled; /* of guint32: the terms that have a count */
} Corpus;

typedef struct {
  const BsCollocate *collocate;
  const char *word;
  BsTogether  together;
  double      score, p, adjusted;
} Row;

/* There may be as many outlets as terms: only what the last one filled is emptied. */
static void
empty_corpus (Corpus *corpus)
{
  for (guint i = 0; i < corpus->filled->len; i++)
    corpus->counts[g_array_index (corpus->filled, guint32, i)] = 0;
  g_array_set_size (corpus->filled, 0);
}

static void
fill_corpus (Corpus *corpus, gint64 term, gint64 count)
{
  guint32 number = (guint32) term;

  if (term < 0 || term >= corpus->n_terms)
    return;
  corpus->counts[number] = (guint64) count;
  g_array_append_val (corpus->filled, number);
}

static gboolean
load_corpus (BsStore *store, const char *outlet, Corpus *corpus, GError **error)
{
  static const BsColumn columns[]
      = { { "term", NULL, BS_COLUMN_INTEGER, 0 }, { "count", NULL, BS_COLUMN_INTEGER, 0 } };
  const char *parameters[] = { outlet, NULL };
  g_autoptr (BsTable) rows = bs_store_query (
      store,
      outlet != NULL ? "SELECT v.term, v.count FROM counted_outlets o JOIN counted_terms v USING (outlet)"
                       " WHERE o.name = ?"
                     : "SELECT term, sum(count) FROM counted_terms GROUP BY term",
      parameters, columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return FALSE;
  empty_corpus (corpus);
  corpus->words = bs_store_number (store,
                                   outlet != NULL ? "SELECT words FROM counted_outlets WHERE name = ?"
                                                  : "SELECT sum(words) FROM counted_outlets",
                                   parameters);
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    fill_corpus (corpus, cells[0].integer, cells[1].integer);
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, broken);
  return FALSE;
}

/* Evert's table: tokens near and elsewhere, the hits' own words left out; Dice by the hits. */
static BsTogether
together_of (const BsCollocate *collocate, const BsCollocateOutlet *outlet, const Corpus *corpus)
{
  double elsewhere = (double) corpus->counts[collocate->term] - (double) collocate->inside;

  return (BsTogether){ .o = (double) (collocate->left + collocate->right),
                       .f = { (double) outlet->around, elsewhere },
                       .words = 2,
                       .n = corpus->words - (double) outlet->inside,
                       .dice = { (double) outlet->hits, elsewhere } };
}

/* Score, then how often near, both downwards, then the word upwards. */
static int
by_score (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->together.o != y->together.o)
    return x->together.o > y->together.o ? -1 : 1;
  return strcmp (x->word, y->word);
}

/* The rows of one outlet that pass, without scores of p over all. `next` is its first collocate, and then that of the
 * outlet behind it. */
static GArray *
rows_of (const BsCollocates *collocates, guint outlet, guint *next, const Corpus *corpus,
         const BsCollocatesOptions *options)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (; *next < collocates->collocates->len; (*next)++)
    {
      const BsCollocate *collocate = &g_array_index (collocates->collocates, BsCollocate, *next);
      const BsTermName *name = bs_terms_name (collocates->terms, collocate->term);
      Row row = { collocate, name->word };

      if (collocate->outlet != outlet)
        return rows;
      if (collocate->left + collocate->right < MAX (options->least, 1)
          || collocate->articles < options->least_articles || (options->content && !bs_term_is_content (name)))
        continue;
      row.together = together_of (collocate, &g_array_index (collocates->outlets, BsCollocateOutlet, outlet), corpus);
      row.score = options->sort != NULL ? bs_association_score (options->sort, &row.together) : row.together.o;
      row.p = bs_chi2_p (bs_association (bs_association_find ("g2"), &row.together));
      g_array_append_val (rows, row);
    }
  return rows;
}

static void
adjust (GArray *rows)
{
  g_autofree double *p = g_new (double, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    p[i] = g_array_index (rows, Row, i).p;
  bs_adjust_bh (p, rows->len, p);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, Row, i).adjusted = p[i];
}

static void
write_rows (BsTable *table, const char *outlet, const GArray *rows, const BsCollocatesOptions *options)
{
  for (guint i = 0; i < rows->len && (options->n == 0 || i < options->n); i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint next = 9;

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, outlet);
      bs_table_set_integer (table, 1, i + 1);
      bs_table_set_text (table, 2, row->word);
      bs_table_set_integer (table, 3, (gint64) row->together.o);
      bs_table_set_integer (table, 4, (gint64) row->collocate->left);
      bs_table_set_integer (table, 5, (gint64) row->collocate->right);
      bs_table_set_integer (table, 6, (gint64) row->collocate->articles);
      bs_table_set_integer (table, 7, (gint64) row->together.f[1]);
      bs_table_set_real (table, 8, bs_association_expected (&row->together));
      bs_view_association_cells (table, next, options->measures, options->n_measures, &row->together);
      next += options->n_measures;
      bs_table_set_real (table, next, row->p);
      bs_table_set_real (table, next + 1, row->adjusted);
    }
}

static void
write_note (BsTable *table, const BsCollocates *collocates, const BsWindow *window, const BsCollocatesOptions *options,
            const guint *tested)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < collocates->outlets->len; i++)
    {
      const BsCollocateOutlet *outlet = &g_array_index (collocates->outlets, BsCollocateOutlet, i);

      g_string_append_printf (note,
                              "%s%s: %" G_GUINT64_FORMAT " hits in %" G_GUINT64_FORMAT " articles, %" G_GUINT64_FORMAT
                              " words around, %u words tested", i > 0 ? "; " : "", outlet->name, outlet->hits,
                              outlet->articles, outlet->around, tested[i]);
    }
  g_string_append_printf (
      note,
      "%sWindow: %u words left and %u right, %s the sentence; each running word counts once, for the nearest hit."
      " Four cells (Evert 2008): O = O11 the word in windows, R1 all words in windows, C1 the word anywhere, N all"
      " words, the hits' own left out everywhere; E = R1 C1 / N; Dice and logDice: f = hits and C1. Ranked by %s. p: "
      "of G², on"
      " one degree of freedom; p (BH): Benjamini & Hochberg 1995 over the words tested. ",
      note->len > 0 ? ". " : "", window->left, window->right, window->across ? "beyond" : "within",
      options->sort != NULL ? options->sort->title : "count");
  bs_view_association_note (note, options->measures, options->n_measures);
  bs_table_set_note (table, note->str);
}

static BsTable *
new_table (const BsCollocatesOptions *options)
{
  BsTable *table = bs_table_new ();
  g_autofree char *title = g_strdup_printf ("Words around “%s”", options->query);

  bs_table_set_title (table, title);
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "rank", "Rank", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "word", "Word", BS_COLUMN_TEXT, 0);
  bs_table_set_whole (table, bs_table_n_columns (table) - 1);
  bs_table_add_column (table, "count", "Count", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "left", "Left", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "right", "Right", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "total", "In all", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "expected", "Expected", BS_COLUMN_REAL, 2);
  bs_view_association_columns (table, options->measures, options->n_measures);
  bs_table_add_column (table, "p", "p", BS_COLUMN_REAL, 4);
  bs_table_add_column (table, "p_bh", "p (BH)", BS_COLUMN_REAL, 4);
  return table;
}

BsTable *
bs_view_collocates (BsStore *store, const BsCollocates *collocates, const BsWindow *window,
                    const BsCollocatesOptions *options, GError **error)
{
  g_autoptr (BsTable) table = new_table (options);
  g_autofree guint *tested = g_new0 (guint, collocates->outlets->len + 1);
  g_autofree guint64 *counts = NULL;
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (guint32));
  Corpus corpus = { .filled = filled };
  guint next = 0;

  corpus.n_terms = collocates->terms->names->len;
  corpus.counts = counts = g_new0 (guint64, corpus.n_terms + 1);
  for (guint i = 0; i < collocates->outlets->len; i++)
    {
      const char *name = g_array_index (collocates->outlets, BsCollocateOutlet, i).name;
      g_autoptr (GArray) rows = NULL;

      if (!load_corpus (store, collocates->whole ? NULL : name, &corpus, error))
        return NULL;
      rows = rows_of (collocates, i, &next, &corpus, options);
      adjust (rows);
      g_array_sort (rows, by_score);
      write_rows (table, name, rows, options);
      tested[i] = rows->len;
    }
  write_note (table, collocates, window, options, tested);
  return g_steal_pointer (&table);
}
