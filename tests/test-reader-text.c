/* A text is an article as it stands, or many parted by a line; what cannot be one is named. */
#include "source-help.h"

static void
test_one_article (void)
{
  assert_file_gives ("times.txt", "One.\n\nTwo.\n", NULL, "times/times.txt: One.¶¶Two.¶\n");
  assert_file_gives ("no-ending", "One.", NULL, "no-ending/no-ending: One.\n");
  assert_file_gives ("1984.xyz", "One.", NULL, "1984.xyz/1984.xyz: One.\n");
  assert_file_gives ("README.md", "One.", NULL, "README/README.md: One.\n");
}

static void
test_bytes_stay (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  const char *const places[] = { path, NULL };
  g_autoptr (BsCorpus) corpus = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article;
  BsProblem problem;

  write_bytes (folder, "a.txt",
               "\xef\xbb\xbf"
               "caf\xe9\0\r\n",
               10);
  corpus = bs_corpus_open (places, NULL, NULL);
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpmem (article.text.start, article.text.length,
                   "\xef\xbb\xbf"
                   "caf\xe9\0\r\n",
                   10);
  g_assert_cmpstr (article.origin.path, ==, path);
  g_assert_null (article.origin.member);
  g_assert_cmpuint (article.origin.length, ==, 10);
  g_assert_cmpuint (bs_corpus_done_bytes (corpus), ==, 10);
  g_assert_cmpuint (bs_corpus_total_bytes (corpus), ==, 10);
  remove_tree (folder);
}

static void
test_no_text (void)
{
  assert_file_gives ("a.txt", "", NULL, "! no-text a/a.txt 0\n");
  assert_file_gives ("a.txt", " \r\n\t", NULL, "! no-text a/a.txt 0\n");
}

static void
test_too_large (void)
{
  BsSourceOptions options = { .ceilings.value[BS_CEILING_ARTICLE] = 10 };
  g_autofree char *folder = make_folder ();
  g_autofree char *big = g_strnfill (3 * 1024 * 1024, 'x');

  assert_file_gives ("a.txt", "0123456789", &options, "a/a.txt: 0123456789\n");
  assert_file_gives ("a.txt", "0123456789x", &options, "! too-large a/a.txt 0\n");
  write_text (folder, "a.txt", big);
  write_compressed (folder, "b.txt.gz", "gzip", big, strlen (big));
  assert_gives (folder, "a.txt", &options, "! too-large a/a.txt 0\n");
  assert_gives (folder, "b.txt.gz", &options, "! too-large b/b.txt 0\n");
  remove_tree (folder);
}

static void
test_large_article_is_whole (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *big = g_strnfill (3 * 1024 * 1024 + 7, 'x');
  g_autofree char *expected = g_strdup_printf ("a/a.txt: %s\n", big);

  write_text (folder, "a.txt", big);
  assert_gives (folder, "a.txt", NULL, expected);
  write_compressed (folder, "a.txt.zst", "zstd", big, strlen (big));
  assert_gives (folder, "a.txt.zst", NULL, expected);
  remove_tree (folder);
}

/* The buffer is full with its last byte, grows and moves, and then nothing more comes. */
static void
test_article_of_exactly_the_buffer (void)
{
  g_autofree char *folder = make_folder ();

  for (gsize size = 256 * 1024; size <= 4 * 1024 * 1024; size *= 4)
    {
      g_autofree char *big = g_strnfill (size, 'x');
      g_autofree char *expected = g_strdup_printf ("a/a.txt: %s\n", big);

      write_text (folder, "a.txt", big);
      assert_gives (folder, "a.txt", NULL, expected);
    }
  remove_tree (folder);
}

static void
test_every_compression (void)
{
  static const char *const filters[][2]
      = { { "gzip", "gz" }, { "bzip2", "bz2" }, { "xz", "xz" }, { "zstd", "zst" }, { "lz4", "lz4" } };

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *name = g_strconcat ("a.txt.", filters[i][1], NULL);
      write_compressed (folder, name, filters[i][0], "Hello.\n", 7);
      assert_gives (folder, name, NULL, "a/a.txt: Hello.¶\n");
      write_compressed (folder, "bare", filters[i][0], "Hello.\n", 7); /* known by its first bytes */
      assert_gives (folder, "bare", NULL, "bare/bare: Hello.¶\n");
      if (strcmp (filters[i][0], "lz4") != 0) /* libarchive 3.6 cannot write an empty one */
        {
          write_compressed (folder, "nothing.txt", filters[i][0], "", 0);
          assert_gives (folder, "nothing.txt", NULL, "! no-text nothing/nothing.txt 0\n");
        }
      remove_tree (folder);
    }
  assert_file_gives ("a.txt.gz", "", NULL, "! no-text a/a.txt 0\n");
  assert_file_gives ("a.txt.gz", "Not compressed.", NULL, "a/a.txt: Not compressed.\n");
}

static void
test_truncated (void)
{
  static const char *const filters[] = { "gzip", "bzip2", "xz", "zstd", "lz4" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 200000; i++)
    g_string_append_c (text, (char)('a' + g_rand_int_range (random, 0, 26)));
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *folder = make_folder ();
      write_compressed (folder, "a.txt", filters[i], text->str, text->len);
      cut_file (folder, "a.txt", 50000);
      assert_gives (folder, "a.txt", NULL, "! truncated a/a.txt 0\n");
      cut_file (folder, "a.txt", 12);
      assert_gives (folder, "a.txt", NULL, "! truncated a/a.txt 0\n");
      remove_tree (folder);
    }
}

/* A manifest that names a separator for big.txt. */
static char *
big_text (const char *key, const char *separator, const char *text)
{
  g_autofree char *manifest = g_strdup_printf ("[corpus]\n[outlet Wire]\nfiles=big.txt*\n%s=%s\n", key, separator);
  char *folder = make_folder ();

  write_text (folder, "a.manifest", manifest);
  write_text (folder, "big.txt", text);
  return folder;
}

static void
assert_sections (const char *key, const char *separator, const char *text, const char *expected)
{
  g_autofree char *folder = big_text (key, separator, text);

  assert_gives (folder, "a.manifest", NULL, expected);
  remove_tree (folder);
}

static void
test_sections (void)
{
  assert_sections ("separator", "-----", "One.\n-----\nTwo.\n-----  \r\nThree.",
                   "Wire/big.txt:00000001: One.¶\nWire/big.txt:00000002: Two.¶\nWire/big.txt:00000003: Three.\n");
  assert_sections ("separator", "-----", "\n-----\nOne.\n------\n -----\nx -----\n-----\n\n",
                   "Wire/big.txt:00000001: One.¶------¶ -----¶x -----¶\n");
  assert_sections ("separator", "-----", "One.\n-----\n\n-----\nTwo.\n-----",
                   "Wire/big.txt:00000001: One.¶\n! no-text Wire/big.txt:00000002 3\nWire/big.txt:00000003: Two.¶\n");
  assert_sections ("separator", "-----", "\xef\xbb\xbf-----\nOne.", "Wire/big.txt:00000001: One.\n");
  assert_sections ("separator", "-----", "", "");
}

static void
test_sections_with_ids (void)
{
  assert_sections ("separator-prefix", "###", "### a1 \nOne.\n###b\r\nTwo.\n###\nThree.\n### last",
                   "Wire/a1: One.¶\nWire/b: Two.¶\nWire/big.txt:00000003: Three.¶\n! no-text Wire/last 8\n");
  assert_sections ("separator-prefix", "###", "Before.\n### a\nOne.",
                   "Wire/big.txt:00000001: Before.¶\nWire/a: One.\n");
}

static void
test_sections_beyond_the_buffer (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *folder = NULL;

  for (int i = 1; i <= 3000; i++)
    {
      g_autofree char *body = g_strnfill ((gsize)(i * 37 % 1000 + 1), (char)('a' + i % 26));
      g_string_append_printf (text, "=== %d\n%s\n", i, body);
      g_string_append_printf (expected, "Wire/%d: %s¶\n", i, body);
    }
  folder = big_text ("separator-prefix", "===", text->str);
  assert_gives (folder, "a.manifest", NULL, expected->str);
  remove_tree (folder);
}

static void
test_sections_too_large (void)
{
  BsSourceOptions options = { .ceilings.value[BS_CEILING_ARTICLE] = 1000 };
  g_autofree char *big = g_strnfill (700000, 'x');
  g_autofree char *text = g_strconcat ("One.\n=\n", big, "\n=\nTwo.\n", NULL);
  g_autofree char *folder = big_text ("separator", "=", text);

  assert_gives (folder, "a.manifest", &options,
                "Wire/big.txt:00000001: One.¶\n! too-large Wire/big.txt:00000002 3\nWire/big.txt:00000003: Two.¶\n");
  remove_tree (folder);
}

static void
test_sections_truncated (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folder = big_text ("separator", "=", "x");
  g_autofree char *lines = NULL;

  for (int i = 0; i < 1000000; i++)
    if (i % 1000 == 999)
      g_string_append (text, "\n=\n");
    else
      g_string_append_c (text, (char)('a' + g_rand_int_range (random, 0, 26)));
  write_compressed (folder, "big.txt", "gzip", text->str, text->len);
  cut_file (folder, "big.txt", 400000);
  lines = read_place (folder, "a.manifest", NULL, NULL);
  g_assert_true (g_str_has_prefix (lines, "Wire/big.txt:00000001: "));
  g_assert_true (g_str_has_suffix (lines, "! truncated Wire/- 0\n"));
  g_assert_nonnull (strstr (lines, "Wire/big.txt:00000500: "));
  remove_tree (folder);
}

/* Several members are one text; zeros that pad them, and what is no member behind the last, are none of it. */
static void
test_gzip_members (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.txt.gz", NULL), *one = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  gsize length;

  write_compressed (folder, "x.txt.gz", "gzip", "One.", 4);
  g_assert_true (g_file_get_contents (path, &one, &length, NULL));
  g_string_append_len (all, one, (gssize)length);
  g_string_append_len (all, "\0\0\0", 3);
  g_string_append_len (all, one, (gssize)length);
  write_bytes (folder, "x.txt.gz", all->str, all->len);
  assert_gives (folder, "x.txt.gz", NULL, "x/x.txt: One.One.\n");
  g_string_append (all, "behind");
  write_bytes (folder, "x.txt.gz", all->str, all->len);
  assert_gives (folder, "x.txt.gz", NULL, "x/x.txt: One.One.\n");
  all->str[all->len - 6 - 5] ^= 1; /* of the length at the member's end */
  write_bytes (folder, "x.txt.gz", all->str, all->len);
  assert_gives (folder, "x.txt.gz", NULL, "! truncated x/x.txt 0\n");
  write_text (folder, "y.txt", "\x1f\x8b");
  assert_gives (folder, "y.txt", NULL, "! truncated y/y.txt 0\n");
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-text/one-article", test_one_article);
  g_test_add_func ("/reader-text/bytes-stay", test_bytes_stay);
  g_test_add_func ("/reader-text/no-text", test_no_text);
  g_test_add_func ("/reader-text/too-large", test_too_large);
  g_test_add_func ("/reader-text/large-article-is-whole", test_large_article_is_whole);
  g_test_add_func ("/reader-text/article-of-exactly-the-buffer", test_article_of_exactly_the_buffer);
  g_test_add_func ("/reader-text/every-compression", test_every_compression);
  g_test_add_func ("/reader-text/truncated", test_truncated);
  g_test_add_func ("/reader-text/sections", test_sections);
  g_test_add_func ("/reader-text/sections-with-ids", test_sections_with_ids);
  g_test_add_func ("/reader-text/sections-beyond-the-buffer", test_sections_beyond_the_buffer);
  g_test_add_func ("/reader-text/sections-too-large", test_sections_too_large);
  g_test_add_func ("/reader-text/sections-truncated", test_sections_truncated);
  g_test_add_func ("/reader-text/gzip-members", test_gzip_members);
  return g_test_run ();
}
