/* Each format as its reader will see it, with cells that would break it if they could. */
#include "report/format.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "format-fixture.h"

static BsTable *
empty_table (void)
{
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "words", "", BS_COLUMN_INTEGER, 0);
  return table;
}

static void
test_no_rows (void)
{
  static const BsTerminal none = { .width = 1, .unicode = TRUE };

  assert_written (empty_table (), BS_OUTPUT_TABLE, NULL, "Outlet\n──────  ─\n(no rows)\n");
  assert_written (empty_table (), BS_OUTPUT_TABLE, &none, "Outlet\n──────  ─\n(no rows)\n");
  assert_written (empty_table (), BS_OUTPUT_CSV, NULL, "outlet,words\n");
  assert_written (empty_table (), BS_OUTPUT_TSV, NULL, "outlet\twords\n");
  assert_written (empty_table (), BS_OUTPUT_JSON, NULL, "[]\n");
  assert_written (empty_table (), BS_OUTPUT_JSONL, NULL, "");
  assert_written (empty_table (), BS_OUTPUT_MARKDOWN, NULL, "| Outlet |  |\n| :--- | ---: |\n\n(no rows)\n");
}

static void
test_no_columns (void)
{
  assert_written (bs_table_new (), BS_OUTPUT_TABLE, NULL, "(no rows)\n");
  assert_written (bs_table_new (), BS_OUTPUT_CSV, NULL, "");
  assert_written (bs_table_new (), BS_OUTPUT_JSON, NULL, "[]\n");
  assert_written (bs_table_new (), BS_OUTPUT_MARKDOWN, NULL, "\n(no rows)\n");
}

static void
test_csv (void)
{
  assert_written (hostile_table (), BS_OUTPUT_CSV, NULL,
                  "title,words,flesch_en,share\n"
                  "plain,-13000,,0\n"
                  "\"say \"\"hi\"\", there\",-10000,-12.75,0.1\n"
                  "\"line\nbreak\ttab\r\\\",-7000,-5.5,0.2\n"
                  "a|b `c` <b>x</b> &amp; *y*,-4000,1.75,0.3\n"
                  "\033[31mred,-1000,,0.4\n"
                  "\u202eevil,2000,16.25,0.5\n"
                  "👍 日本語,5000,23.5,0.6\n"
                  "cafe\u0301,8000,30.75,0.7\n"
                  "الخبر,11000,,0.8\n"
                  "\"\",14000,45.25,0.9\n"
                  ",17000,52.5,1\n");
}

/* A row of nothing would be an empty line, and readers skip those. */
static void
test_csv_of_one_column (void)
{
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "a,b", NULL, BS_COLUMN_REAL, 0);
  bs_table_begin_row (table);
  bs_table_begin_row (table);
  bs_table_set_real (table, 0, 1.0 / 3);
  assert_written (table, BS_OUTPUT_CSV, NULL, "\"a,b\"\n\"\"\n0.3333333333333333\n");
}

static BsTable *
formula_table (void)
{
  static const char *const texts[] = { "=1+1", "+cmd", "-rf", "@SUM(A1)", " \t=1", "'=1", "\"=1", "\xef\xbc\x9d""1",
                                       "\xe2\x80\x8b=1", "\xef\xbb\xbf@x", "\nx", "-1.5", "+3e4", "-", "a=b", "'tis", "" };
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "=name", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "n", NULL, BS_COLUMN_REAL, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, texts[i]);
      bs_table_set_real (table, 1, -1.5);
    }
  return table;
}

/* What a spreadsheet would run is text to it; numbers stay numbers. */
static void
test_formulas_are_guarded (void)
{
  assert_written (formula_table (), BS_OUTPUT_CSV, NULL,
                  "'=name,n\n'=1+1,-1.5\n'+cmd,-1.5\n'-rf,-1.5\n'@SUM(A1),-1.5\n' \t=1,-1.5\n''=1,-1.5\n"
                  "\"'\"\"=1\",-1.5\n'\xef\xbc\x9d""1,-1.5\n'\xe2\x80\x8b=1,-1.5\n'\xef\xbb\xbf@x,-1.5\n\"'\nx\",-1.5\n"
                  "-1.5,-1.5\n+3e4,-1.5\n'-,-1.5\na=b,-1.5\n'tis,-1.5\n\"\",-1.5\n");
  assert_written (formula_table (), BS_OUTPUT_TSV, NULL,
                  "'=name\tn\n'=1+1\t-1.5\n'+cmd\t-1.5\n'-rf\t-1.5\n'@SUM(A1)\t-1.5\n' \\t=1\t-1.5\n''=1\t-1.5\n"
                  "'\"=1\t-1.5\n'\xef\xbc\x9d""1\t-1.5\n'\xe2\x80\x8b=1\t-1.5\n'\xef\xbb\xbf@x\t-1.5\n'\\nx\t-1.5\n"
                  "-1.5\t-1.5\n+3e4\t-1.5\n'-\t-1.5\na=b\t-1.5\n'tis\t-1.5\n\t-1.5\n");
}

static void
test_exact_tables_are_as_they_are (void)
{
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "name", NULL, BS_COLUMN_TEXT, 0);
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, "=1+1");
  bs_table_set_exact (table);
  assert_written (table, BS_OUTPUT_CSV, NULL, "name\n=1+1\n");
}

static void
test_tsv (void)
{
  assert_written (hostile_table (), BS_OUTPUT_TSV, NULL,
                  "title\twords\tflesch_en\tshare\n"
                  "plain\t-13000\t\t0\n"
                  "say \"hi\", there\t-10000\t-12.75\t0.1\n"
                  "line\\nbreak\\ttab\\r\\\\\t-7000\t-5.5\t0.2\n"
                  "a|b `c` <b>x</b> &amp; *y*\t-4000\t1.75\t0.3\n"
                  "\033[31mred\t-1000\t\t0.4\n"
                  "\u202eevil\t2000\t16.25\t0.5\n"
                  "👍 日本語\t5000\t23.5\t0.6\n"
                  "cafe\u0301\t8000\t30.75\t0.7\n"
                  "الخبر\t11000\t\t0.8\n"
                  "\t14000\t45.25\t0.9\n"
                  "\t17000\t52.5\t1\n");
}

static void
test_jsonl (void)
{
  assert_written (hostile_table (), BS_OUTPUT_JSONL, NULL,
                  "{\"title\":\"plain\",\"words\":-13000,\"flesch_en\":null,\"share\":0}\n"
                  "{\"title\":\"say \\\"hi\\\", there\",\"words\":-10000,\"flesch_en\":-12.75,\"share\":0.1}\n"
                  "{\"title\":\"line\\nbreak\\ttab\\u000d\\\\\",\"words\":-7000,\"flesch_en\":-5.5,\"share\":0.2}\n"
                  "{\"title\":\"a|b `c` <b>x</b> &amp; *y*\",\"words\":-4000,\"flesch_en\":1.75,\"share\":0.3}\n"
                  "{\"title\":\"\\u001b[31mred\",\"words\":-1000,\"flesch_en\":null,\"share\":0.4}\n"
                  "{\"title\":\"\u202eevil\",\"words\":2000,\"flesch_en\":16.25,\"share\":0.5}\n"
                  "{\"title\":\"👍 日本語\",\"words\":5000,\"flesch_en\":23.5,\"share\":0.6}\n"
                  "{\"title\":\"cafe\u0301\",\"words\":8000,\"flesch_en\":30.75,\"share\":0.7}\n"
                  "{\"title\":\"الخبر\",\"words\":11000,\"flesch_en\":null,\"share\":0.8}\n"
                  "{\"title\":\"\",\"words\":14000,\"flesch_en\":45.25,\"share\":0.9}\n"
                  "{\"title\":null,\"words\":17000,\"flesch_en\":52.5,\"share\":1}\n");
}

/* A JSON parser gives back what went in. */
static void
test_json_comes_back (void)
{
  g_autoptr (BsTable) table = hostile_table ();
  g_autofree char *written = bs_table_to_string (table, BS_OUTPUT_JSON, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *rows;

  g_assert_true (json_parser_load_from_data (parser, written, -1, &error));
  g_assert_no_error (error);
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (rows), ==, G_N_ELEMENTS (hostile));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      g_assert_cmpstr (json_object_get_string_member_with_default (row, "title", NULL), ==, hostile[i]);
      g_assert_cmpint (json_object_get_int_member (row, "words"), ==, (gint64) i * 3000 - 13000);
      g_assert_cmpint (json_object_get_null_member (row, "flesch_en"), ==, i % 4 == 0);
      g_assert_cmpfloat (json_object_get_double_member (row, "share"), ==, i / 10.0);
    }
}

static void
test_json_escapes_all_controls (void)
{
  g_autoptr (BsTable) table = empty_table ();
  g_autofree char *written = NULL;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, "\x01\x1f\x7f\xc2\x9b\u2028\u2029");
  bs_table_set_integer (table, 1, G_MININT64);
  written = bs_table_to_string (table, BS_OUTPUT_JSONL, NULL, NULL);
  g_assert_cmpstr (written, ==,
                   "{\"outlet\":\"\\u0001\\u001f\\u007f\\u009b\\u2028\\u2029\",\"words\":-9223372036854775808}\n");
}

static void
test_markdown (void)
{
  assert_written (hostile_table (), BS_OUTPUT_MARKDOWN, NULL,
                  "**Ease &lt;b&gt;\\|\\*\\\\x1b\\[31m**\n"
                  "\n"
                  "| Title | Words | Flesch | share |\n"
                  "| :--- | ---: | ---: | ---: |\n"
                  "| plain | -13,000 | – | 0 |\n"
                  "| say \"hi\", there | -10,000 | -12.8 | 0.1 |\n"
                  "| line\\\\nbreak\\\\ttab\\\\r\\\\ | -7000 | -5.5 | 0.2 |\n"
                  "| a\\|b \\`c\\` &lt;b&gt;x&lt;/b&gt; &amp;amp; \\*y\\* | -4000 | 1.8 | 0.3 |\n"
                  "| \\\\x1b\\[31mred | -1000 | – | 0.4 |\n"
                  "| \\\\u202eevil | 2000 | 16.2 | 0.5 |\n"
                  "| 👍 日本語 | 5000 | 23.5 | 0.6 |\n"
                  "| cafe\u0301 | 8000 | 30.8 | 0.7 |\n"
                  "| الخبر | 11,000 | – | 0.8 |\n"
                  "|  | 14,000 | 45.2 | 0.9 |\n"
                  "| – | 17,000 | 52.5 | 1 |\n"
                  "\n"
                  "Higher is easier; duplicates are left out.\n"
                  "1\\. A second line.\n");
}

static void
test_not_utf8 (void)
{
  for (BsOutput output = BS_OUTPUT_TABLE; output <= BS_OUTPUT_MARKDOWN; output++)
    {
      g_autoptr (BsTable) table = empty_table ();
      g_autofree char *written = NULL;

      bs_table_add_column (table, "n\xff", "t\xff", BS_COLUMN_TEXT, 0);
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, "caf\xe9 \xed\xa0\x80");
      written = bs_table_to_string (table, output, NULL, NULL);
      g_assert_true (g_utf8_validate (written, -1, NULL));
      g_assert_nonnull (strstr (written, "caf\ufffd"));
    }
}

static void
test_integers_in_groups (void)
{
  static const struct {
    gint64 value;
    const char *shown;
  } rows[] = {
    { 0, "0" },           { 9999, "9999" },          { 10000, "10,000" },
    { -9999, "-9999" },   { -10000, "-10,000" },     { 1234567, "1,234,567" },
    { 100000, "100,000" }, { G_MAXINT64, "9,223,372,036,854,775,807" }, { G_MININT64, "-9,223,372,036,854,775,808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BsTable *table = bs_table_new ();
      g_autofree char *expected = g_strdup_printf ("| n |\n| ---: |\n| %s |\n", rows[i].shown);

      bs_table_add_column (table, "n", NULL, BS_COLUMN_INTEGER, 0);
      bs_table_begin_row (table);
      bs_table_set_integer (table, 0, rows[i].value);
      assert_written (table, BS_OUTPUT_MARKDOWN, NULL, expected);
    }
}

typedef struct {
  guint calls, longest, shortest_but_last, refuse_at;
  gsize last;
} Sink;

static gboolean
take (gpointer data, const char *bytes, gsize length, GError **error)
{
  Sink *sink = data;

  if (++sink->calls == sink->refuse_at)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "the disk is full");
      return FALSE;
    }
  if (sink->calls > 1)
    sink->shortest_but_last = MIN (sink->shortest_but_last, (guint) sink->last);
  sink->longest = MAX (sink->longest, (guint) length);
  sink->last = length;
  return TRUE;
}

static void
test_pieces (void)
{
  for (BsOutput output = BS_OUTPUT_TABLE; output <= BS_OUTPUT_MARKDOWN; output++)
    {
      Source source = { 0, 20000, FALSE };
      Sink sink = { .shortest_but_last = G_MAXUINT };
      g_autoptr (BsTable) table = drawn_table (&source);

      g_assert_true (bs_table_write (table, output, NULL, take, &sink, NULL));
      g_assert_cmpuint (sink.calls, >=, 3);
      g_assert_cmpuint (sink.shortest_but_last, >=, 32 * 1024);
      g_assert_cmpuint (sink.longest, <, 33 * 1024);
    }
}

static void
test_sink_refuses (void)
{
  for (BsOutput output = BS_OUTPUT_TABLE; output <= BS_OUTPUT_MARKDOWN; output++)
    {
      Source source = { 0, 20000, FALSE };
      Sink sink = { .refuse_at = 2 };
      g_autoptr (BsTable) table = drawn_table (&source);
      g_autoptr (GError) error = NULL;

      g_assert_false (bs_table_write (table, output, NULL, take, &sink, &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_IO);
      g_assert_cmpuint (sink.calls, ==, 2);
    }
}

static void
test_source_breaks (void)
{
  for (BsOutput output = BS_OUTPUT_TABLE; output <= BS_OUTPUT_MARKDOWN; output++)
    {
      Source source = { 0, 5001, TRUE };
      g_autoptr (BsTable) table = drawn_table (&source);
      g_autoptr (GError) error = NULL;

      g_assert_null (bs_table_to_string (table, output, NULL, &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
    }
}

static void
test_long_cell (void)
{
  g_autoptr (BsTable) table = empty_table ();
  g_autofree char *text = g_strnfill (1000 * 1000, 'x');
  g_autofree char *shown = NULL;
  g_autofree char *kept = NULL;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, text);
  shown = bs_table_to_string (table, BS_OUTPUT_TABLE, NULL, NULL);
  g_assert_cmpuint (strlen (shown), <, 10000);
  bs_table_free (g_steal_pointer (&table));
  table = empty_table ();
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, text);
  kept = bs_table_to_string (table, BS_OUTPUT_CSV, NULL, NULL);
  g_assert_cmpuint (strlen (kept), ==, strlen ("outlet,words\n") + 1000 * 1000 + strlen (",\n"));
}

static void
test_decimal_comma (void)
{
  if (!use_decimal_comma ())
    return;
  test_csv ();
  test_jsonl ();
  test_markdown ();
  setlocale (LC_ALL, "C");
}

static void
test_names (void)
{
  static const char *const names[] = { "table", "csv", "tsv", "json", "jsonl", "markdown" };
  g_autoptr (GError) error = NULL;
  BsOutput output = BS_OUTPUT_TABLE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (bs_output_from_name (names[i], &output, NULL));
      g_assert_cmpint (output, ==, (BsOutput) i);
    }
  g_assert_false (bs_output_from_name ("xml", &output, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "'xml'"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (strstr (error->message, names[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/no-rows", test_no_rows);
  g_test_add_func ("/format/no-columns", test_no_columns);
  g_test_add_func ("/format/csv", test_csv);
  g_test_add_func ("/format/csv-of-one-column", test_csv_of_one_column);
  g_test_add_func ("/format/tsv", test_tsv);
  g_test_add_func ("/format/formulas-are-guarded", test_formulas_are_guarded);
  g_test_add_func ("/format/exact-tables-are-as-they-are", test_exact_tables_are_as_they_are);
  g_test_add_func ("/format/jsonl", test_jsonl);
  g_test_add_func ("/format/json-comes-back", test_json_comes_back);
  g_test_add_func ("/format/json-escapes-all-controls", test_json_escapes_all_controls);
  g_test_add_func ("/format/markdown", test_markdown);
  g_test_add_func ("/format/not-utf8", test_not_utf8);
  g_test_add_func ("/format/integers-in-groups", test_integers_in_groups);
  g_test_add_func ("/format/pieces", test_pieces);
  g_test_add_func ("/format/sink-refuses", test_sink_refuses);
  g_test_add_func ("/format/source-breaks", test_source_breaks);
  g_test_add_func ("/format/long-cell", test_long_cell);
  g_test_add_func ("/format/decimal-comma", test_decimal_comma);
  g_test_add_func ("/format/names", test_names);
  return g_test_run ();
}
