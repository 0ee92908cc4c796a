/* Every column of the schema holds what was put there, is documented in the file itself, and stands in docs/store.md.
 */
#include "store/derived.h"
#include "store/schema.h"

#include "store-help.h"

/* ---- Every column ------------------------------------------------------------------------------------------------- */

/* What the fixed columns of the article below must hold; every fixed column of the schema stands here. */
static const char *const expected_columns[][2] = {
  { "article", "1" },
  { "outlet", "The \"Gazette\"; DROP TABLE articles;--" },
  { "id", "a/b'c.txt" },
  { "title", "Ferry <b>sinks</b> $(touch PWNED)" },
  { "date", "24 March 2022" },
  { "day", "2022-03-24" },
  { "year", "2022" },
  { "byline", "the harbour desk" },
  { "url", "https://example.org/1?a=b&c" },
  { "language", "en" },
  { "language_found", "1" },
  { "dateline", "VALLETTA" },
  { "agency", "a wire" },
  { "originally_from", "The Other" },
  { "rights", "© nobody" },
  { "publisher", "The Gazette Company" },
  { "kept_blocks", "7" },
  { "kept_bytes", "700" },
  { "aside_blocks", "5" },
  { "aside_bytes", "50" },
  { "mended_invalid", "11" },
  { "mended_controls", "12" },
  { "mended_invisibles", "13" },
  { "mended_lines", "14" },
  { "mended_words", "15" },
  { "mended_spaces", "16" },
  { "mended_ligatures", "17" },
  { "mended_mojibake", "18" },
  { "mended_entities", "19" },
  { "mended_glued", "20" },
  { "mended_run_in", "21" },
  { "repeats", "a digest" },
  { "settings", "1" },
  { "source_path", "dump.tar" },
  { "source_member", "papers/1.txt" },
  { "source_offset", "4294967297" },
  { "source_length", "21" },
  { "source_line", "22" },
  { "source_encoding", "windows-1252" },
  { "source_checksum", "abcdef" },
};

static const guint64 lines[] = { 1 };
static const guint64 least[] = { 2, G_GUINT64_CONSTANT (0xfffefdfcfbfaf9f8) };
static BsField fields[] = { { "party", "none" }, { "section", "sea; \"land\"" } };

static void
fill_everything (Draft *draft)
{
  BsStoredArticle *stored = &draft->stored;
  guint n_measures;

  bs_measures_of_articles (&n_measures);
  stored->article.title = "Ferry <b>sinks</b> $(touch PWNED)";
  stored->article.date = "24 March 2022";
  stored->article.byline = "the harbour desk";
  stored->article.url = "https://example.org/1?a=b&c";
  stored->article.fields = fields;
  stored->article.n_fields = G_N_ELEMENTS (fields);
  stored->article.origin = (BsOrigin){ "dump.tar", "papers/1.txt", G_GUINT64_CONSTANT (4294967297), 21, 22 };
  stored->day = "2022-03-24";
  stored->language = "en";
  stored->language_found = TRUE;
  stored->dateline = "VALLETTA";
  stored->agency = "a wire";
  stored->originally_from = "The Other";
  stored->rights = "© nobody";
  stored->encoding = "windows-1252";
  stored->checksum = "abcdef";
  stored->mended = (BsMended){ 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 };
  stored->publisher = "The Gazette Company";
  stored->repeats = "a digest";
  stored->lines = lines;
  stored->n_lines = G_N_ELEMENTS (lines);
  stored->signature = least;
  stored->n_signature = G_N_ELEMENTS (least);
  stored->n_shingles = 2;
  stored->shingles_digest = G_GUINT64_CONSTANT (0x0102030405060708);
  stored->aside_blocks[BS_KEPT] = 7;
  stored->aside_bytes[BS_KEPT] = 700;
  stored->aside_blocks[BS_ASIDE_TICKER] = 2;
  stored->aside_bytes[BS_ASIDE_TICKER] = 20;
  stored->aside_blocks[BS_ASIDE_LEGAL] = 3;
  stored->aside_bytes[BS_ASIDE_LEGAL] = 30;
  for (guint i = 0; i < BS_N_COUNTS; i++)
    stored->counts.value[i] = i % 5 == 3 ? BS_COUNT_MISSING : 1000 + (gint64) i;
  for (guint i = 0; i < n_measures; i++)
    draft->measures[i] = i % 7 == 2 ? (double) NAN : i % 7 == 3 ? (double) INFINITY : i + 0.1;
}

static const char *
expected_fixed (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected_columns); i++)
    if (g_str_equal (expected_columns[i][0], column))
      return expected_columns[i][1];
  return NULL;
}

static void
check_cell (const BsColumn *column, const BsCell *cell)
{
  guint n_measures;
  const BsMeasureRef *refs = bs_measures_of_articles (&n_measures);
  BsCount count = bs_count_by_name (column->name);

  if (expected_fixed (column->name) != NULL)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, cell->integer);

      g_assert_false (cell->missing);
      g_assert_cmpstr (column->kind == BS_COLUMN_TEXT ? cell->text : number, ==, expected_fixed (column->name));
      return;
    }
  if (count != BS_N_COUNTS)
    {
      g_assert_cmpint (column->kind, ==, BS_COLUMN_INTEGER);
      g_assert_cmpint (cell->missing, ==, count % 5 == 3);
      g_assert_true (cell->missing || cell->integer == 1000 + (gint64) count);
      return;
    }
  for (guint i = 0; i < n_measures; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);

      if (!g_str_equal (id, column->name))
        continue;
      g_assert_cmpint (column->kind, ==, BS_COLUMN_REAL);
      if (bs_derived_sql (i) != NULL) /* of the counts, not of what was handed over: see test-formula.c */
        return;
      g_assert_cmpint (cell->missing, ==, i % 7 == 2 || i % 7 == 3);
      g_assert_true (cell->missing || cell->real == i + 0.1);
      return;
    }
  g_error ("nobody knows what the column %s should hold", column->name);
}

static void
test_every_column (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  g_autoptr (BsTable) rows = NULL;
  g_autoptr (GError) error = NULL;
  const BsCell *cells;
  Draft draft;
  guint n_measures;

  begin (store);
  draft_text (&draft, store, expected_fixed ("outlet"), expected_fixed ("id"), "the sea the ferry/the end");
  fill_everything (&draft);
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, &error));
  draft_clear (&draft);
  settle_and_commit (store);

  rows = bs_store_query (store, "SELECT * FROM articles", NULL, NULL, 0, &error);
  g_assert_no_error (error);
  bs_measures_of_articles (&n_measures);
  g_assert_cmpuint (bs_table_n_columns (rows), ==, G_N_ELEMENTS (expected_columns) + BS_N_COUNTS + n_measures);
  cells = bs_table_next (rows, &error);
  g_assert_nonnull (cells);
  for (guint i = 0; i < bs_table_n_columns (rows); i++)
    check_cell (bs_table_column (rows, i), &cells[i]);
  g_assert_null (bs_table_next (rows, &error));

  assert_answers (store, "SELECT article, name, value FROM fields",
                  "article,name,value\n1,party,none\n1,section,\"sea; \"\"land\"\"\"\n");
  assert_answers (store, "SELECT * FROM set_aside", "article,reason,blocks,bytes\n1,legal,3,30\n1,ticker,2,20\n");
  assert_answers (store, "SELECT rules FROM settings", "rules\nthe rules\n");
  /* in one article, terms are numbered by their bytes: end 0, ferry 1, sea 2, the 3 */
  assert_answers (store, "SELECT hex(terms) AS t, hex(sentence_lengths) AS s FROM article_blobs",
                  "t,s\n0100010001000102,0402\n");
  assert_answers (store, "SELECT hex(lines) AS l, hex(signature) AS s FROM article_blobs",
                  "l,s\n0100000000000000,020000000000000008070605040302010200000000000000F8F9FAFBFCFDFEFF\n");
  assert_answers (store, "SELECT term, word, letters, function_word, number FROM terms",
                  "term,word,letters,function_word,number\n0,end,3,0,0\n1,ferry,5,0,0\n2,sea,3,0,0\n3,the,3,1,0\n");
  g_clear_pointer (&rows, bs_table_free);
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

/* ---- The schema explains itself ----------------------------------------------------------------------------------- */

static void
test_columns_are_documented (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);

  assert_answers (store,
                  "SELECT t.name AS t, c.name AS c FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type IN"
                  " ('table', 'view') AND (t.name, c.name) NOT IN (SELECT name_of_table, name FROM columns)",
                  "t,c\n");
  assert_answers (store,
                  "SELECT name_of_table, name FROM columns WHERE (name_of_table, name) NOT IN (SELECT t.name, c.name"
                  " FROM sqlite_schema t, pragma_table_info(t.name) c)",
                  "name_of_table,name\n");
  assert_answers (store, "SELECT name FROM columns WHERE length(description) < 3 OR description <> trim(description)",
                  "name\n");
  assert_answers (store, "SELECT name_of_table, name FROM columns GROUP BY name_of_table, name HAVING count(*) > 1",
                  "name_of_table,name\n");
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

/* The part of docs/store.md under "### `table`". */
static char *
section_of (const char *page, const char *table)
{
  g_autofree char *heading = g_strdup_printf ("\n### `%s`\n", table);
  const char *start = strstr (page, heading);
  const char *end;

  if (start == NULL)
    g_error ("docs/store.md has no section on the table %s", table);
  end = strstr (start + strlen (heading), "\n### `");
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
}

static void
test_page_names_every_column (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "docs", "store.md", NULL);
  g_autofree char *page = NULL;
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  g_autoptr (GError) error = NULL;
  g_autoptr (BsTable) rows = NULL;
  const BsCell *cells;
  guint n = 0, n_documented, n_measures;

  g_assert_true (g_file_get_contents (file, &page, NULL, &error));
  rows = bs_store_query (store, "SELECT name_of_table, name, ifnull(unit, ''), description FROM columns", NULL, NULL, 0,
                         &error);
  while ((cells = bs_table_next (rows, &error)) != NULL)
    {
      BsMeasureRef ref;
      g_autofree char *section = section_of (page, cells[0].text);
      g_autofree char *row = g_strdup_printf ("\n| `%s` | %s | %s |\n", cells[1].text, cells[2].text, cells[3].text);

      /* measures are documented by their table, and the table behind `articles` by this; the page says so once */
      if (g_str_equal (cells[0].text, BS_ARTICLE_ROWS) && !g_str_equal (cells[1].text, "admits"))
        continue;
      if (g_str_equal (cells[0].text, "articles") && bs_count_by_name (cells[1].text) == BS_N_COUNTS
          && bs_measure_find (cells[1].text, &ref, NULL))
        continue;
      if (strstr (section, row) == NULL)
        g_error ("docs/store.md, table %s, lacks the row%s", cells[0].text, row);
      n++;
    }
  g_assert_no_error (error);
  bs_schema_columns (&n_documented);
  bs_measures_of_articles (&n_measures);
  g_assert_cmpuint (n, >=, n_documented + BS_N_COUNTS);
  g_clear_pointer (&rows, bs_table_free);
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/every-column", test_every_column);
  g_test_add_func ("/schema/columns-are-documented", test_columns_are_documented);
  g_test_add_func ("/schema/page-names-every-column", test_page_names_every_column);
  return g_test_run ();
}
