/* The tables of a store as they are given away: without numbers that mean something only inside the file, in a fixed
 * order. */
#include "store/forget.h"
#include "store/store-internal.h"

typedef struct {
  const char *name;
  const char *description;
  const char *sql; /* NULL: made in code */
  const BsColumn *columns; /* where SQLite cannot tell their types because they are computed; ends without a name */
} Export;

static const BsColumn vocabulary_columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                               { "word", NULL, BS_COLUMN_TEXT, 0 },
                                               { "count", NULL, BS_COLUMN_INTEGER, 0 },
                                               { "articles", NULL, BS_COLUMN_INTEGER, 0 },
                                               { "per_million", NULL, BS_COLUMN_REAL, 1 },
                                               { NULL } };
static const BsColumn corpus_vocabulary_columns[] = { { "word", NULL, BS_COLUMN_TEXT, 0 },
                                                      { "count", NULL, BS_COLUMN_INTEGER, 0 },
                                                      { "articles", NULL, BS_COLUMN_INTEGER, 0 },
                                                      { "outlets", NULL, BS_COLUMN_INTEGER, 0 },
                                                      { NULL } };
static const BsColumn sentence_columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                             { "words", NULL, BS_COLUMN_INTEGER, 0 },
                                             { "sentences", NULL, BS_COLUMN_INTEGER, 0 },
                                             { NULL } };
static const BsColumn word_columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                         { "letters", NULL, BS_COLUMN_INTEGER, 0 },
                                         { "words", NULL, BS_COLUMN_INTEGER, 0 },
                                         { "types", NULL, BS_COLUMN_INTEGER, 0 },
                                         { NULL } };

static const Export exports[] = {
  { "articles", "one row an article: where it is from, its counts and its measures", NULL },
  { "fields", "further fields of the articles, from records or joined tables",
    "SELECT outlet, id, name, value FROM fields JOIN counted_articles USING (article) ORDER BY outlet, id, name" },
  { "set_aside", "what was not counted, by article and reason",
    "SELECT outlet, id, reason, blocks, bytes FROM set_aside JOIN counted_articles USING (article)"
    " ORDER BY outlet, id, reason" },
  { "copies", "articles that tell the same in the same words: by story, with its original",
    "SELECT a.outlet, a.id, c.story, CASE WHEN c.original = c.article THEN 'original' ELSE 'copy' END AS role,"
    " o.outlet AS original_outlet, o.id AS original_id, c.jaccard, c.containment FROM copies c"
    " JOIN articles a USING (article) JOIN articles o ON o.article = c.original ORDER BY c.story, a.outlet, a.id" },
  { "copy_pairs", "pairs of articles that share much of their wording, and how much",
    "SELECT a.outlet, a.id, b.outlet AS other_outlet, b.id AS other_id, p.shared, p.jaccard, p.containment"
    " FROM copy_pairs p JOIN articles a USING (article) JOIN articles b ON b.article = p.other"
    " ORDER BY a.outlet, a.id, b.outlet, b.id" },
  { "copy_doubts", "pairs that look like copies and are none, or were not compared because a text was not at hand",
    "SELECT a.outlet, a.id, b.outlet AS other_outlet, b.id AS other_id, p.shared, p.jaccard, p.containment"
    " FROM copy_doubts p JOIN articles a USING (article) JOIN articles b ON b.article = p.other"
    " ORDER BY a.outlet, a.id, b.outlet, b.id" },
  { "outlets", "one row an outlet: articles, words, types, and of them those in copies",
    "SELECT name AS outlet, articles, words, types, copied_articles, copied_words, copied_types FROM outlets"
    " ORDER BY name" },
  { "vocabulary", "words by outlet with counts, articles that hold them, and rate per million",
    "SELECT v.outlet, t.word, v.count, v.articles, 1e6 * v.count / v.total AS per_million FROM (SELECT o.name AS "
    "outlet,"
    " o.words AS total, w.* FROM counted_outlets o JOIN counted_terms w USING (outlet)) v JOIN terms t USING (term)"
    " ORDER BY v.outlet, v.count DESC, t.word",
    vocabulary_columns },
  { "corpus_vocabulary", "words of the whole corpus with counts, articles and outlets that hold them",
    "SELECT t.word, sum(v.count) AS count, sum(v.articles) AS articles, count(*) AS outlets FROM counted_terms v"
    " JOIN terms t USING (term) GROUP BY v.term ORDER BY 2 DESC, 1",
    corpus_vocabulary_columns },
  { "article_words", "words by article with counts", NULL },
  { "sentence_lengths", "how many sentences of each length, by outlet",
    "SELECT o.name AS outlet, s.words, s.sentences FROM counted_lengths s JOIN counted_outlets o USING (outlet)"
    " ORDER BY o.name, s.words",
    sentence_columns },
  { "word_lengths", "how many words and types of each length in letters, by outlet",
    "SELECT o.name AS outlet, t.letters, sum(v.count) AS words, count(*) AS types FROM counted_terms v"
    " JOIN counted_outlets o USING (outlet) JOIN terms t USING (term) GROUP BY o.name, t.letters ORDER BY 1, 2",
    word_columns },
  { "diagnostics", "rules of pipelines for web text that an article fails, before and after cleaning",
    "SELECT outlet, id, rule, before, after FROM diagnostics JOIN counted_articles USING (article)"
    " ORDER BY outlet, id, rule" },
  { "repeats", "blocks that stand in many articles of an outlet",
    "SELECT outlet, articles, text FROM repeats ORDER BY outlet, articles DESC, text, line" },
  { "forgotten", "what --forget left out of the store", "SELECT what FROM forgotten ORDER BY what" },
  { "problems", "what was wrong with the input",
    "SELECT kind, outlet, id, source_path, source_member, source_line, message FROM problems"
    " ORDER BY outlet, id, source_path, source_member, source_line, kind, message" },
  { "runs", "the record of every run: when, by what program and rules, over what",
    "SELECT run, started, seconds, version, lexicon, settings, places, recipe, threads, bytes, added, updated,"
    " unchanged, removed, left_out, interrupted, ended FROM runs ORDER BY run" },
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
  cells[0] = (BsCell){ .text = bs_store_text (u->rows, 0) };
  cells[1] = (BsCell){ .text = bs_store_text (u->rows, 1) };
  cells[2] = (BsCell){ .text = ((const BsEntry *) u->words->by_term->pdata[term.type])->word };
  cells[3] = (BsCell){ .integer = term.count };
  return TRUE;
}

static BsTable *
export_article_words (BsStore *store, GError **error)
{
  const BsVocabulary *words
      = bs_store_check_kept (store, BS_KEPT_TERMS, error) ? bs_store_vocabulary (store, error) : NULL;
  sqlite3_stmt *rows = words == NULL ? NULL
                                     : bs_store_prepare (store,
                                                         "SELECT outlet, id, terms FROM counted_articles JOIN"
                                                         " article_blobs USING (article) ORDER BY outlet, id",
                                                         error);
  Unrolling *u;
  BsTable *table;

  if (rows == NULL)
    return NULL;
  u = g_new0 (Unrolling, 1);
  *u = (Unrolling){
    .store = store, .words = words, .rows = rows, .terms = g_array_new (FALSE, FALSE, sizeof (BsTerm))
  };
  table = bs_table_new_pulled (unroll, u, unrolling_free);
  bs_table_add_column (table, "outlet", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "id", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "word", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "count", NULL, BS_COLUMN_INTEGER, 0);
  return table;
}

static BsTable *
make_export (BsStore *store, const char *name, GError **error)
{
  const Export *found = find_export (name);
  guint n_columns = 0;

  if (found == NULL)
    {
      g_autofree char *known = g_strjoinv (", ", (char **) bs_store_export_names ());

      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "no table is called “%s”; there are %s", name, known);
      return NULL;
    }
  if (g_str_equal (name, "articles"))
    {
      g_autofree char *columns = bs_store_article_columns (store, "articles", error);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM counted_articles ORDER BY outlet, id", columns);

      return columns != NULL ? bs_store_query (store, sql, NULL, NULL, 0, error) : NULL;
    }
  if (g_str_equal (name, "article_words"))
    return export_article_words (store, error);
  while (found->columns != NULL && found->columns[n_columns].name != NULL)
    n_columns++;
  return bs_store_query (store, found->sql, NULL, found->columns, n_columns, error);
}

BsTable *
bs_store_export (BsStore *store, const char *name, GError **error)
{
  BsTable *table = make_export (store, name, error);

  if (table != NULL)
    bs_table_set_exact (table);
  return table;
}
