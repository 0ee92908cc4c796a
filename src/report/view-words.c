/* Frequency lists. */
#include "report/view.h"

static gboolean
is_content_word (const BsCell *cells)
{
  return cells[3].integer == 0 && cells[4].integer == 0 && cells[5].integer > 1;
}

/* Rows of one outlet, or of the corpus where `outlet` is NULL. */
static gboolean
add_words (BsStore *store, BsTable *table, const char *outlet, const BsWordsOptions *options, GError **error)
{
  static const BsColumn columns[] = {
    { "word", NULL, BS_COLUMN_TEXT, 0 },       { "count", NULL, BS_COLUMN_INTEGER, 0 },
    { "articles", NULL, BS_COLUMN_INTEGER, 0 }, { "function_word", NULL, BS_COLUMN_INTEGER, 0 },
    { "number", NULL, BS_COLUMN_INTEGER, 0 },  { "letters", NULL, BS_COLUMN_INTEGER, 0 },
  };
  const char *parameters[] = { outlet, NULL };
  g_autoptr (BsTable) rows = bs_store_query (
      store,
      outlet != NULL ? "SELECT t.word, v.count, v.articles, t.function_word, t.number, t.letters FROM counted_outlets o"
                       " JOIN counted_terms v USING (outlet) JOIN terms t USING (term) WHERE o.name = ?"
                       " ORDER BY v.count DESC, t.word"
                     : "SELECT t.word, sum(v.count) AS n, sum(v.articles), t.function_word, t.number, t.letters FROM"
                       " counted_terms v JOIN terms t USING (term) GROUP BY t.term ORDER BY n DESC, t.word",
      parameters, columns, G_N_ELEMENTS (columns), error);
  double words = bs_store_number (store,
                                  outlet != NULL ? "SELECT words FROM counted_outlets WHERE name = ?"
                                                 : "SELECT sum(words) FROM counted_outlets",
                                  parameters);
  double articles = bs_store_number (store,
                                     outlet != NULL ? "SELECT articles FROM counted_outlets WHERE name = ?"
                                                    : "SELECT sum(articles) FROM counted_outlets",
                                     parameters);
  GError *broken = NULL;
  const BsCell *cells;
  guint rank = 0;

  if (rows == NULL)
    return FALSE;
  while ((options->n == 0 || rank < options->n) && (cells = bs_table_next (rows, &broken)) != NULL)
    {
      if ((guint64) cells[1].integer < options->least)
        break;
      if (options->content && !is_content_word (cells))
        continue;
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, outlet != NULL ? outlet : "(all)");
      bs_table_set_integer (table, 1, ++rank);
      bs_table_set_text (table, 2, cells[0].text);
      bs_table_set_integer (table, 3, cells[1].integer);
      bs_table_set_real (table, 4, 1e6 * (double) cells[1].integer / words);
      bs_table_set_picture (table, 0, bs_table_n_rows (table) - 1,
                            (const double[]){ 1e6 * (double) cells[1].integer / words }, 1);
      bs_table_set_integer (table, 5, cells[2].integer);
      bs_table_set_real (table, 6, 100 * (double) cells[2].integer / articles);
    }
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, broken);
  return FALSE;
}

BsTable *
bs_view_words (BsStore *store, const BsWordsOptions *options, GError **error)
{
  g_autoptr (BsTable) table = bs_table_new ();
  g_autoptr (GPtrArray) outlets = NULL;

  if (options->outlet != NULL && !bs_view_check_outlet (store, options->outlet, error))
    return NULL;
  bs_table_set_title (table, options->content ? "Most frequent content words" : "Most frequent words");
  bs_view_note_copies (store, table);
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "rank", "Rank", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "word", "Word", BS_COLUMN_TEXT, 0);
  bs_table_set_whole (table, bs_table_n_columns (table) - 1);
  bs_table_add_column (table, "count", "Count", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "per_million", "Per million", BS_COLUMN_REAL, 1);
  bs_table_add_picture (table, 4, BS_PICTURE_BAR, "", "per million words");
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "articles_percent", "% of articles", BS_COLUMN_REAL, 1);
  if (options->corpus || options->outlet != NULL)
    return add_words (store, table, options->corpus ? NULL : options->outlet, options, error) ? g_steal_pointer (&table)
                                                                                               : NULL;
  outlets = bs_view_outlet_names (store, error);
  for (guint i = 0; outlets != NULL && i < outlets->len; i++)
    if (!add_words (store, table, outlets->pdata[i], options, error))
      return NULL;
  if (outlets == NULL)
    return NULL;
  return g_steal_pointer (&table);
}
