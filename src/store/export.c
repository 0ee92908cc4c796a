/* The tables of a store as they are given away: without numbers that mean something only inside the file, in a fixed
 * order. */
#include "store/store-internal.h"

typedef struct {
  const char *name;
  const char *description;
  const char *sql; /* NULL: made in code */
} Export;

static const Export exports[] = {
  { "articles", "one row an article: where it is from, its counts and its measures", NULL },
  { "fields", "further fields of the articles, from records or joined tables",
    "SELECT outlet, id, name, value FROM fields JOIN articles USING (article) ORDER BY outlet, id, name" },
  { "set_aside", "what was not counted, by article and reason",
    "SELECT outlet, id, reason, blocks, bytes FROM set_aside JOIN articles USING (article)"
    " ORDER BY outlet, id, reason" },
  { "outlets", "one row an outlet: articles, words, types",
    "SELECT name AS outlet, articles, words, types FROM outlets ORDER BY name" },
  { "vocabulary", "words by outlet with counts, articles that hold them, and rate per million",
    "SELECT v.outlet, t.word, v.count, v.articles, 1e6 * v.count / v.total AS per_million FROM (SELECT o.name AS outlet,"
    " o.words AS total, w.* FROM outlets o JOIN outlet_terms w USING (outlet)) v JOIN terms t USING (term)"
    " ORDER BY v.outlet, v.count DESC, t.word" },
  { "corpus_vocabulary", "words of the whole corpus with counts, articles and outlets that hold them",
    "SELECT word, count, articles, outlets FROM corpus_vocabulary ORDER BY count DESC, word" },
  { "article_words", "words by article with counts", NULL },
  { "sentence_lengths", "how many sentences of each length, by outlet",
    "SELECT o.name AS outlet, s.words, s.sentences FROM sentence_lengths s JOIN outlets o USING (outlet)"
    " ORDER BY o.name, s.words" },
  { "word_lengths", "how many words and types of each length in letters, by outlet",
    "SELECT outlet, letters, words, types FROM word_lengths ORDER BY outlet, letters" },
  { "problems", "what was wrong with the input",
    "SELECT kind, outlet, id, source_path, source_member, source_line, message FROM problems"
    " ORDER BY outlet, id, source_path, source_member, source_line, kind, message" },
  { "runs", "the record of every run: when, by what program and rules, over what",
    "SELECT run, started, seconds, version, lexicon, settings, places, threads, bytes, added, updated, unchanged,"
    " removed, left_out, interrupted FROM runs ORDER BY run" },
  { "columns", "what every column of the store means", "SELECT name_of_table, name, unit, description FROM columns" },
};

static const char *names[G_N_ELEMENTS (exports) + 1];

const char *const *
bs_store_export_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    names[i] = exports[i].name;
  return names;
}

static const Export *
find_export (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    if (g_str_equal (exports[i].name, name))
      return &exports[i];
  return NULL;
}

const char *
bs_store_export_description (const char *name)
{
  const Export *export = find_export (name);

  return export != NULL ? export->description : NULL;
}

/* article_words: every article's blob, unrolled. */
typedef struct {
  BsStore *store;
  const BsVocabulary *words;
  sqlite3_stmt *rows; /* outlet, id, terms */
  GArray *terms;      /* of BsTerm: of the article at hand */
  guint at;
} Unrolling;

static void
unrolling_free (gpointer data)
{
  Unrolling *u = data;

  sqlite3_finalize (u->rows);
  g_array_unref (u->terms);
  g_free (u);
}

static gboolean
unroll (gpointer data, BsCell *cells, GError **error)
{
  Unrolling *u = data;
  BsTerm term;

  while (u->at == u->terms->len)
    {
      int code = sqlite3_step (u->rows);

      u->at = 0;
      if (code == SQLITE_DONE)
        return FALSE;
      if (code != SQLITE_ROW)
        return bs_store_fail (u->store, "reading", error);
      if (!bs_store_row_terms (u->store, u->rows, 2, u->words->by_term->len, u->terms, error))
        return FALSE;
    }
  term = g_array_index (u->terms, BsTerm, u->at++);
  cells[0] = (BsCell){ .text = (const char *) sqlite3_column_text (u->rows, 0) };
  cells[1] = (BsCell){ .text = (const char *) sqlite3_column_text (u->rows, 1) };
  cells[2] = (BsCell){ .text = ((const BsEntry *) u->words->by_term->pdata[term.type])->word.start };
  cells[3] = (BsCell){ .integer = term.count };
  return TRUE;
}

static BsTable *
export_article_words (BsStore *store, GError **error)
{
  const BsVocabulary *words = bs_store_vocabulary (store, error);
  sqlite3_stmt *rows = words == NULL ? NULL
                                     : bs_store_prepare (store,
                                                         "SELECT outlet, id, terms FROM articles JOIN article_blobs"
                                                         " USING (article) ORDER BY outlet, id",
                                                         error);
  Unrolling *u;
  BsTable *table;

  if (rows == NULL)
    return NULL;
  u = g_new0 (Unrolling, 1);
  *u = (Unrolling){ .store = store, .words = words, .rows = rows, .terms = g_array_new (FALSE, FALSE, sizeof (BsTerm)) };
  table = bs_table_new_pulled (unroll, u, unrolling_free);
  bs_table_add_column (table, "outlet", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "id", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "word", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "count", NULL, BS_COLUMN_INTEGER, 0);
  return table;
}

/* The types of columns that SQLite cannot tell because they are computed. */
static BsTable *
export_sql (BsStore *store, const char *name, const char *sql, GError **error)
{
  static const BsColumn vocabulary[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                         { "word", NULL, BS_COLUMN_TEXT, 0 },
                                         { "count", NULL, BS_COLUMN_INTEGER, 0 },
                                         { "articles", NULL, BS_COLUMN_INTEGER, 0 },
                                         { "per_million", NULL, BS_COLUMN_REAL, 1 } };
  static const BsColumn corpus_vocabulary[] = { { "word", NULL, BS_COLUMN_TEXT, 0 },
                                                { "count", NULL, BS_COLUMN_INTEGER, 0 },
                                                { "articles", NULL, BS_COLUMN_INTEGER, 0 },
                                                { "outlets", NULL, BS_COLUMN_INTEGER, 0 } };
  static const BsColumn word_lengths[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                           { "letters", NULL, BS_COLUMN_INTEGER, 0 },
                                           { "words", NULL, BS_COLUMN_INTEGER, 0 },
                                           { "types", NULL, BS_COLUMN_INTEGER, 0 } };

  if (g_str_equal (name, "vocabulary"))
    return bs_store_query (store, sql, NULL, vocabulary, G_N_ELEMENTS (vocabulary), error);
  if (g_str_equal (name, "corpus_vocabulary"))
    return bs_store_query (store, sql, NULL, corpus_vocabulary, G_N_ELEMENTS (corpus_vocabulary), error);
  if (g_str_equal (name, "word_lengths"))
    return bs_store_query (store, sql, NULL, word_lengths, G_N_ELEMENTS (word_lengths), error);
  return bs_store_query (store, sql, NULL, NULL, 0, error);
}

BsTable *
bs_store_export (BsStore *store, const char *name, GError **error)
{
  const Export *export = find_export (name);

  if (export == NULL)
    {
      g_autofree char *known = g_strjoinv (", ", (char **) bs_store_export_names ());

      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "no table is called “%s”; there are %s", name, known);
      return NULL;
    }
  if (g_str_equal (name, "articles"))
    {
      g_autofree char *columns = bs_store_article_columns (store, error);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM articles ORDER BY outlet, id", columns);

      return columns != NULL ? export_sql (store, name, sql, error) : NULL;
    }
  if (g_str_equal (name, "article_words"))
    return export_article_words (store, error);
  return export_sql (store, name, export->sql, error);
}
