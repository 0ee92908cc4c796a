/* The scanner is strict where RFC 8259 is; records become articles, and what is none is named with its line. */
#include "source-help.h"
#include "source/json-scan.h"

typedef struct
{
  const char *name; /* y_: a record, n_: none, i_: our choice */
  const char *json;
  gsize length; /* 0: strlen */
} JsonRow;

static const JsonRow json_rows[] = {
  { "y_empty", "{}" },
  { "y_spaces", " \t{ \"a\" : 1 , \"b\" : [ ] } \r\n" },
  { "y_numbers", "{\"a\":0,\"b\":-0.5e+10,\"c\":12E3,\"d\":1.25}" },
  { "y_words", "{\"a\":true,\"b\":false,\"c\":null}" },
  { "y_nested", "{\"a\":{\"b\":[{\"c\":[]},{}]}}" },
  { "y_escapes", "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"}" },
  { "y_delete_is_no_control", "{\"a\":\"\x7f\"}" },
  { "y_braces_in_strings", "{\"a\":\"}{][\"}" },
  { "i_invalid_utf8_is_text", "{\"a\":\"\xff\xe9\"}" },
  { "i_lone_surrogate", "{\"a\":\"\\ud800\"}" },
  { "i_byte_order_mark", "\xef\xbb\xbf {\"a\":1}" },
  { "n_byte_order_mark_alone", "\xef\xbb\xbf" },
  { "n_two_byte_order_marks", "\xef\xbb\xbf\xef\xbb\xbf{}" },
  { "n_half_a_byte_order_mark", "\xef\xbb{}" },
  { "i_same_name_twice", "{\"a\":1,\"a\":2}" },
  { "n_nothing", "" },
  { "n_array", "[1]" },
  { "n_string", "\"a\"" },
  { "n_two_objects", "{} {}" },
  { "n_trailing_comma", "{\"a\":1,}" },
  { "n_array_trailing_comma", "{\"a\":[1,]}" },
  { "n_missing_colon", "{\"a\" 1}" },
  { "n_missing_value", "{\"a\":}" },
  { "n_unquoted_name", "{a:1}" },
  { "n_single_quotes", "{'a':1}" },
  { "n_open_object", "{\"a\":1" },
  { "n_open_string", "{\"a\":\"b" },
  { "n_open_string_after_backslash", "{\"a\":\"b\\" },
  { "n_newline_in_string", "{\"a\":\"b\nc\"}" },
  { "n_nul_in_string", "{\"a\":\"b\0c\"}", 11 },
  { "n_tab_far_in_string", "{\"a\":\"0123456789012345678901234567890123\t4\"}" },
  { "n_bad_escape", "{\"a\":\"\\x41\"}" },
  { "n_short_u", "{\"a\":\"\\u12\"}" },
  { "n_leading_zero", "{\"a\":01}" },
  { "n_minus_alone", "{\"a\":-}" },
  { "n_dot_alone", "{\"a\":1.}" },
  { "n_plus", "{\"a\":+1}" },
  { "n_exponent_alone", "{\"a\":1e}" },
  { "n_nan", "{\"a\":NaN}" },
  { "n_cut_word", "{\"a\":tru}" },
  { "n_comment", "{\"a\":1 /* b */}" },
  { "n_mismatched", "{\"a\":[1}" },
};

static void
test_conformance (void)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (BsJsonField));

  for (gsize i = 0; i < G_N_ELEMENTS (json_rows); i++)
    {
      const JsonRow *row = &json_rows[i];
      BsCeiling over;
      gsize position, length = row->length != 0 ? row->length : strlen (row->json);
      g_autofree char *exact = g_memdup2 (row->json, length); /* so that a sanitizer sees a step too far */
      const char *error = bs_json_scan_object (bs_span (exact, length), NULL, fields, &position, &over);
      if ((error != NULL) != (row->name[0] == 'n'))
        g_error ("%s: %s", row->name, error != NULL ? error : "accepted");
      g_assert_cmpuint (position, <=, length);
    }
}

static void
test_depth (void)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (BsJsonField));
  g_autoptr (GString) deep = g_string_new ("{\"a\":");
  BsCeiling over;
  gsize position;

  for (int i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_cmpstr (bs_json_scan_object (bs_span (deep->str, deep->len), NULL, fields, &position, &over), ==,
                   "it is nested too deep");
  g_assert_cmpint (over, ==, BS_CEILING_JSON_DEPTH);
  g_string_assign (deep, "{\"a\":");
  for (int i = 0; i < (int) bs_ceiling (NULL, BS_CEILING_JSON_DEPTH) - 1; i++)
    g_string_append_c (deep, '[');
  for (int i = 0; i < (int) bs_ceiling (NULL, BS_CEILING_JSON_DEPTH) - 1; i++)
    g_string_append_c (deep, ']');
  g_string_append_c (deep, '}');
  g_assert_null (bs_json_scan_object (bs_span (deep->str, deep->len), NULL, fields, &position, &over));
}

static void
test_unescape (void)
{
  static const char *const rows[][2] = {
    { "plain", "plain" },
    { "a\\n\\\"b\\\"", "a\n\"b\"" },
    { "\\u0041\\u00e9\\u20AC", "Aé€" },
    { "\\ud83d\\ude00", "😀" },
    { "\\ud83d", "\xef\xbf\xbd" },
    { "\\ude00x", "\xef\xbf\xbdx" },
    { "\\ud83d\\u0041", "\xef\xbf\xbd"
                        "A" },
    { "\\ud83d\\ud83d\\ude00", "\xef\xbf\xbd😀" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *out = g_malloc (strlen (rows[i][0]));
      gsize length = bs_json_unescape (bs_span_of (rows[i][0]), out);
      g_assert_cmpmem (out, length, rows[i][1], strlen (rows[i][1]));
    }
}

/* The first article of a record file. Its strings live as long as the arena. */
static BsArticle
first_article (const char *name, const char *text, const BsSourceOptions *options, BsArena *arena)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *const places[] = { path, NULL };
  g_autoptr (BsCorpus) corpus = NULL;
  BsArticle article;
  BsProblem problem;

  write_text (folder, name, text);
  corpus = bs_corpus_open (places, options, NULL);
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  remove_tree (folder);
  return article;
}

static void
test_all_parts (void)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle a = first_article (
      "news.jsonl",
      "\n{\"zone\":5,\"id\":17.50,\"headline\":\" A\\nB \",\"body\":\"T\\u0000x\",\"source\":\"The S\","
      "\"author\":[\"X\",\"Y\"],\"link\":\"u\",\"lang\":\"en-US\",\"pub_date\":\"2020\","
      "\"none\":null,\"void\":\"\",\"deep\":{ \"k\" : [ 1, \"a b\" ] },\"ok\":true}\n",
      NULL, arena);

  g_assert_cmpmem (a.text.start, a.text.length, "T\0x", 3);
  g_assert_cmpstr (a.outlet, ==, "The S");
  g_assert_cmpstr (a.id, ==, "17.50");
  g_assert_cmpstr (a.title, ==, "A B");
  g_assert_cmpstr (a.byline, ==, "X, Y");
  g_assert_cmpstr (a.url, ==, "u");
  g_assert_cmpstr (a.language, ==, "en");
  g_assert_cmpstr (a.date, ==, "2020");
  g_assert_cmpuint (a.n_fields, ==, 3);
  g_assert_cmpstr (a.fields[0].name, ==, "deep");
  g_assert_cmpstr (a.fields[0].value, ==, "{\"k\":[1,\"a b\"]}");
  g_assert_cmpstr (a.fields[1].name, ==, "ok");
  g_assert_cmpstr (a.fields[1].value, ==, "true");
  g_assert_cmpstr (a.fields[2].value, ==, "5");
  g_assert_cmpuint (a.origin.line, ==, 2);
  g_assert_cmpuint (a.origin.offset, ==, 1);
}

static void
test_choice_of_fields (void)
{
  BsSourceOptions mine = { .field_text = "Body", .field_outlet = "paper", .outlet = "Given" };

  assert_file_gives ("n.jsonl", "{\"content\":\"c\",\"body\":\"b\",\"id\":1}", NULL, "n/1: b\n");
  assert_file_gives ("n.jsonl", "{\"content\":\"c\",\"text\":null,\"id\":1}", NULL, "n/1: c\n");
  assert_file_gives ("n.jsonl", "{\"TEXT\":\"c\",\"id\":1}", NULL, "n/1: c\n");
  assert_file_gives ("n.jsonl", "{\"text\":\"a\",\"text\":\"b\",\"id\":1}", NULL, "n/1: b\n");
  assert_file_gives ("n.jsonl", "{\"t\\u0065xt\":\"a\",\"id\":\"x\\ny\"}", NULL, "n/x\\x0ay: a\n");
  assert_file_gives ("n.jsonl", "{\"text\":[\"a\",\"b\"],\"id\":1}", NULL, "n/1: a¶¶b\n");
  assert_file_gives ("n.jsonl", "{\"Body\":\"b\",\"source\":\"s\",\"id\":1}\n{\"Body\":\"c\",\"paper\":\"P\",\"id\":2}",
                     &mine, "Given/1: b\nP/2: c\n");
  assert_file_gives ("n.jsonl", "{\"body\":\"b\",\"id\":1}", &mine, "! no-text Given/1 1\n");
}

static void
test_lines (void)
{
  assert_file_gives ("n.jsonl", "\xef\xbb\xbf{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}", NULL,
                     "n/n.jsonl:00000001: a\nn/n.jsonl:00000002: b\n");
  assert_file_gives ("n.jsonl", "{\"text\":\"a\"}\nbroken\n{\"text\":\"c\"}\n", NULL,
                     "n/n.jsonl:00000001: a\n! bad-record n/- 2\nn/n.jsonl:00000003: c\n");
  assert_file_gives ("n.jsonl", "{\"title\":\"a\"}\n{\"text\":7}\n{\"text\":\" \"}\n", NULL,
                     "! no-text n/n.jsonl:00000001 1\n! bad-record n/n.jsonl:00000002 2\n"
                     "! no-text n/n.jsonl:00000003 3\n");
  assert_file_gives ("n.jsonl", "", NULL, "! no-text n/- 0\n");
  assert_file_gives ("sniffed", " {\"text\":\"a\",\"id\":1}\n", NULL, "sniffed/1: a\n");
  assert_file_gives ("n.jsonl", "\xff\xfe{", NULL, "! not-text n/- 0\n");
}

/* A page in a field is read as one, by the field's name, where no text is given. */
static void
test_pages (void)
{
  g_autofree char *folder = make_folder ();
  BsSourceOptions chosen = { .field_text = "html" };

  write_text (folder, "n.jsonl",
              "{\"id\":1,\"html\":\"<p>One\"}\n{\"id\":2,\"raw_html\":\"<p>Two\",\"text\":\"Plain.\"}\n"
              "{\"id\":3,\"Article_HTML\":\"<p>Three\",\"text\":null}\n");
  assert_marked (folder, "n.jsonl", NULL, "n/1 html\nn/2 unknown\nn/3 html\n");
  assert_marked (folder, "n.jsonl", &chosen, "n/1 unknown\n! no-text n/2 2\n! no-text n/3 3\n");
  write_text (folder, "n.csv", "id,body_html\n1,<p>One\n");
  assert_marked (folder, "n.csv", NULL, "n/1 html\n");
  remove_tree (folder);
}

static void
test_messages (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *lines = NULL;
  g_autoptr (GString) messages = g_string_new (NULL);

  write_text (folder, "n.jsonl", "{\"text\":\"a\",}\n{\"titel\":1,\"url\":2}\n");
  lines = read_place (folder, "n.jsonl", NULL, messages);
  g_assert_cmpstr (
      messages->str, ==,
      "not a JSON record, at byte 13 of the line: a field's name in quotes is expected here\n"
      "the record has no text field (text, body, content, article, maintext, html); its fields: titel, url\n");
  g_assert_cmpstr (lines, ==, "! bad-record n/- 1\n! no-text n/n.jsonl:00000002 2\n");
  remove_tree (folder);
}

static void
test_ceilings (void)
{
  BsSourceOptions options = { .ceilings.value[BS_CEILING_ARTICLE] = 10 };
  g_autofree char *huge = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *text
      = g_strdup_printf ("{\"text\":\"0123456789x\",\"id\":1}\n{\"text\":\"%s\"}\n{\"text\":\"b\",\"id\":3}\n", huge);

  assert_file_gives ("n.jsonl", text, &options, "! too-large n/1 1\n! too-large n/- 2\nn/3: b\n");
}

static void
test_truncated (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *lines = NULL;
  g_auto (GStrv) each = NULL;
  guint n;

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text, "{\"id\":%d,\"text\":\"%08x\"}\n", i, g_int_hash (&i) * 2654435761u);
  write_compressed (folder, "n.jsonl.gz", "gzip", text->str, text->len);
  cut_file (folder, "n.jsonl.gz", 80000);
  lines = read_place (folder, "n.jsonl.gz", NULL, NULL);
  each = g_strsplit (lines, "\n", -1);
  n = g_strv_length (each);
  g_assert_cmpuint (n, >, 5000);
  for (guint i = 0; i + 2 < n; i++)
    {
      g_autofree char *expected = g_strdup_printf ("n/%u: ", i);
      g_assert_true (g_str_has_prefix (each[i], expected));
    }
  g_assert_cmpstr (each[n - 2], ==, "! truncated n/- 0");
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-jsonl/conformance", test_conformance);
  g_test_add_func ("/reader-jsonl/depth", test_depth);
  g_test_add_func ("/reader-jsonl/unescape", test_unescape);
  g_test_add_func ("/reader-jsonl/all-parts", test_all_parts);
  g_test_add_func ("/reader-jsonl/choice-of-fields", test_choice_of_fields);
  g_test_add_func ("/reader-jsonl/lines", test_lines);
  g_test_add_func ("/reader-jsonl/pages", test_pages);
  g_test_add_func ("/reader-jsonl/messages", test_messages);
  g_test_add_func ("/reader-jsonl/ceilings", test_ceilings);
  g_test_add_func ("/reader-jsonl/truncated", test_truncated);
  return g_test_run ();
}
