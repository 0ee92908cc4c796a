/* Rows as RFC 4180 has them, TSV with and without quotes; a row that is none is named with its row and line. */
#include "source-help.h"

static void
test_rows (void)
{
  assert_file_gives ("n.csv", "id,text\n1,One.\n2,Two.", NULL, "n/1: One.\nn/2: Two.\n");
  assert_file_gives ("n.csv", "\xef\xbb\xbf\"id\",\"Text\"\r\n1,\"One, \"\"two\"\"\r\nthree\"\r\n\r\n2,x\r\n", NULL,
                     "n/1: One, \"two\"\r¶three\nn/2: x\n");
  assert_file_gives ("n.csv", "id,text\n1,5\" disk\n2,\"\"\"q\"\"\"\n", NULL, "n/1: 5\" disk\nn/2: \"q\"\n");
  assert_file_gives ("n.csv", "text,title\n\"a\",\"b\"\nc,\n", NULL, "n/n.csv:00000001: a\nn/n.csv:00000002: c\n");
  assert_file_gives ("n.csv", "id,text\n", NULL, "! no-text n/- 0\n");
}

static void
test_delimiters (void)
{
  assert_file_gives ("n.csv", "id;text\n1;a, b\n", NULL, "n/1: a, b\n");
  assert_file_gives ("n.csv", "id\ttext\n1\ta, b\n", NULL, "n/1: a, b\n");
  assert_file_gives ("n.tsv", "id\ttext\n1\ta, b; c\n", NULL, "n/1: a, b; c\n");
}

static void
test_tsv_quotes (void)
{
  assert_file_gives ("n.tsv", "id\ttext\n1\t\"a\tb\nc \"\"d\"\"\"\n2\te\n", NULL, "n/1: a\tb¶c \"d\"\nn/2: e\n");
  assert_file_gives ("n.tsv", "id\ttext\n1\t\"Hello\" they said\n2\t\"open\n3\tx\n", NULL,
                     "n/1: \"Hello\" they said\nn/2: \"open\nn/3: x\n");
  assert_file_gives ("n.tsv", "text\tid\n\"Hello\" she said\t1\n\"a\"\t2\n", NULL, "n/1: \"Hello\" she said\nn/2: a\n");
}

static void
test_bad_rows (void)
{
  assert_file_gives ("n.csv", "id,text\n1,a,b\n2\n\"3\",c\n4,\"d\"e\n5,f\n", NULL,
                     "! bad-record n/- 2\n! bad-record n/- 3\nn/3: c\n! bad-record n/- 5\nn/5: f\n");
  assert_file_gives ("n.csv", "id,text\n1,a\n2,\"never\nclosed\n3,b\n", NULL, "n/1: a\n! bad-record n/- 3\n");
  assert_file_gives ("n.csv", "id,text\n1,\n2,\" \"\n", NULL, "! no-text n/1 2\n! no-text n/2 3\n");
  assert_file_gives ("n.csv", "id,year\n1,2\n3,4\n", NULL, "! no-text n/- 1\n");
  assert_file_gives ("n.csv", "", NULL, "! no-text n/- 0\n");
  assert_file_gives ("n.csv", "text,id\rcats,1\rdogs,2\r", NULL, "! bad-record n/- 1\n");
  assert_file_gives ("n.csv", "id,text\r1,cats\r2,dogs", NULL, "! bad-record n/- 1\n");
  assert_file_gives ("n.csv", "text,id\r", NULL, "! no-text n/- 0\n");
  assert_file_gives ("n.csv", "text,\"a\rb\",id\ncats,2,1\n", NULL, "n/1: cats\n");
  assert_file_gives ("n.csv", "text,\"a\r\nb\",id\r\r\ncats,2,1\n", NULL, "n/1: cats\n");
  assert_file_gives ("n.csv", "\"id,text", NULL, "! bad-record n/- 1\n");
  assert_file_gives ("n.csv", "\xff\xfei\0d", NULL, "! not-text n/- 0\n");
}

static void
test_messages (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *lines = NULL;
  g_autoptr (GString) messages = g_string_new (NULL);

  write_text (folder, "n.csv", "id,text\n1,a,b\n2,\"x\ny\"\n3,\"\n\n");
  lines = read_place (folder, "n.csv", NULL, messages);
  g_assert_cmpstr (messages->str, ==,
                   "row 1 has 3 values under a header of 2\n"
                   "row 3: the quotes that open on line 5 are never closed; everything from this row to the end of the "
                   "file was left out\n");
  g_assert_cmpstr (lines, ==, "! bad-record n/- 2\nn/2: x¶y\n! bad-record n/- 5\n");
  remove_tree (folder);
}

static void
test_further_fields (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "n.csv", NULL);
  const char *const places[] = { path, NULL };
  g_autoptr (BsCorpus) corpus = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article;
  BsProblem problem;

  write_text (folder, "n.csv", "zone,text,desk,empty,zone,date,lang\n1,a,\"b\nc\",,2,2020-01-02,English\n");
  corpus = bs_corpus_open (places, NULL, NULL);
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpuint (article.n_fields, ==, 2);
  g_assert_cmpstr (article.fields[0].name, ==, "desk");
  g_assert_cmpstr (article.fields[0].value, ==, "b c");
  g_assert_cmpstr (article.fields[1].name, ==, "zone");
  g_assert_cmpstr (article.fields[1].value, ==, "2");
  g_assert_cmpstr (article.date, ==, "2020-01-02");
  g_assert_cmpstr (article.language, ==, "en");
  remove_tree (folder);
}

/* Rows of every length, so that quotes, their doubles and line ends fall on every place of the buffer's end. */
static void
test_beyond_the_buffer (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GString) text = g_string_new ("id,text,desk\r\n");
  g_autoptr (GString) expected = g_string_new (NULL);

  for (int i = 1; i <= 3000; i++)
    {
      g_autofree char *body = g_strnfill ((gsize)(i * 37 % 500 + 1), (char)('a' + i % 26));
      g_string_append_printf (text, "%d,\"%s\"\"\n\"\"\",\"\"\r\n", i, body);
      g_string_append_printf (expected, "n/%d: %s\"¶\"\n", i, body);
    }
  write_text (folder, "n.csv", text->str);
  assert_gives (folder, "n.csv", NULL, expected->str);
  write_compressed (folder, "n.csv.xz", "xz", text->str, text->len);
  assert_gives (folder, "n.csv.xz", NULL, expected->str);
  remove_tree (folder);
}

static void
test_ceilings (void)
{
  BsSourceOptions options = { .ceilings.value[BS_CEILING_ARTICLE] = 10 };
  g_autofree char *huge = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *closed = g_strdup_printf ("id,text\n1,0123456789x\n2,\"%s\n\"\"%s\"\n3,\"b\"\n", huge, huge);
  g_autofree char *plain = g_strdup_printf ("id,text\n1,%s\n2,\"b\nc\"\n", huge);
  g_autofree char *open = g_strdup_printf ("id,text\n1,a\n2,\"%s\n%s\n3,b\n", huge, huge);

  assert_file_gives ("n.csv", closed, &options, "! too-large n/1 2\n! too-large n/- 3\nn/3: b\n");
  assert_file_gives ("n.csv", plain, &options, "! too-large n/- 2\nn/2: b¶c\n");
  assert_file_gives ("n.csv", open, &options, "n/1: a\n! bad-record n/- 3\n");
}

static void
test_many_values (void)
{
  g_autofree char *commas = g_strnfill (100000, ',');
  g_autofree char *text = g_strdup_printf ("id,text\n%s\n2,b\n", commas);

  assert_file_gives ("n.csv", text, NULL, "! too-large n/- 2\nn/2: b\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-csv/rows", test_rows);
  g_test_add_func ("/reader-csv/delimiters", test_delimiters);
  g_test_add_func ("/reader-csv/tsv-quotes", test_tsv_quotes);
  g_test_add_func ("/reader-csv/bad-rows", test_bad_rows);
  g_test_add_func ("/reader-csv/messages", test_messages);
  g_test_add_func ("/reader-csv/further-fields", test_further_fields);
  g_test_add_func ("/reader-csv/beyond-the-buffer", test_beyond_the_buffer);
  g_test_add_func ("/reader-csv/ceilings", test_ceilings);
  g_test_add_func ("/reader-csv/many-values", test_many_values);
  return g_test_run ();
}
