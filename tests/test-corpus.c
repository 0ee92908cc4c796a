/* Places become one stream in a fixed order; nothing in a folder can lead out of it, hang the run or be lost unnamed.
 */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "source-help.h"
#include "source/name.h"

static void
test_folder_of_outlets (void)
{
  g_autofree char *folder = make_folder ();

  write_text (folder, "c/Times/b.txt", "2");
  write_text (folder, "c/Times/a/z.txt", "1");
  write_text (folder, "c/Times/README", "3");
  write_text (folder, "c/Post/x.txt", "0");
  write_text (folder, "c/Post/records.jsonl", "{\"text\":\"r\",\"source\":\"Agency\"}\n");
  write_text (folder, "c/Post/page.html", "<p>");
  write_text (folder, "c/beside.txt", "-");
  write_text (folder, "c/.git/x.txt", "-");
  write_text (folder, "c/Post/.x.txt.swp", "-");
  assert_gives (
      folder, "c", NULL,
      "! left-out -/- 0\nPost/page.html: <p>\nPost/records.jsonl:00000001: r\nPost/x.txt: 0\nTimes/README: 3\n"
      "Times/a/z.txt: 1\nTimes/b.txt: 2\n");
  remove_tree (folder);
}

static void
test_folder_is_one_outlet (void)
{
  g_autofree char *folder = make_folder ();
  BsSourceOptions options = { .outlet = "Given" };

  write_text (folder, "Times/a.txt", "1");
  write_text (folder, "Times/LICENSE", "-");
  write_text (folder, "Times/pictures/a.png", "-");
  write_text (folder, "Times/post.jsonl", "{\"text\":\"2\",\"id\":1}\n");
  assert_gives (folder, "Times/", NULL, "! left-out -/- 0\n! left-out -/- 0\nTimes/a.txt: 1\npost/1: 2\n");
  assert_gives (folder, "Times", &options, "! left-out -/- 0\n! left-out -/- 0\nGiven/a.txt: 1\nGiven/1: 2\n");
  remove_tree (folder);
}

static void
test_compression_changes_no_key (void)
{
  g_autofree char *folder = make_folder ();

  write_text (folder, "c/A/x.txt", "One.");
  write_compressed (folder, "c/B/x.txt.gz", "gzip", "One.", 4);
  write_compressed (folder, "c/B/r.jsonl.zst", "zstd", "{\"text\":\"t\"}", 12);
  assert_gives (folder, "c", NULL, "A/x.txt: One.\nB/r.jsonl:00000001: t\nB/x.txt: One.\n");
  remove_tree (folder);
}

/* What a browser saves beside a page is passed over without a word, and makes no outlet. */
static void
test_saved_pages (void)
{
  g_autofree char *folder = make_folder ();

  write_text (folder, "flat/Harbour opens.html", "<p>1");
  write_text (folder, "flat/Harbour opens_files/style.css", "-");
  write_text (folder, "flat/Harbour opens_files/frame.html", "<p>-");
  write_text (folder, "flat/Hafen.htm", "<p>2");
  write_text (folder, "flat/Hafen-Dateien/bild.png", "-");
  assert_gives (folder, "flat", NULL, "flat/Hafen.htm: <p>2\nflat/Harbour opens.html: <p>1\n");
  write_text (folder, "c/Post/x.xhtml", "<p>1");
  write_text (folder, "c/Post/x_files/deep/x.js", "-");
  write_text (folder, "c/Post/y_files/x.js", "-");
  write_text (folder, "c/Post/z.mhtml", "-");
  write_compressed (folder, "c/Post/p.html.gz", "gzip", "<p>2", 4);
  assert_gives (folder, "c", NULL, "! left-out -/- 0\n! left-out -/- 0\nPost/p.html: <p>2\nPost/x.xhtml: <p>1\n");
  assert_marked (folder, "c/Post/x.xhtml", NULL, "x/x.xhtml html\n");
  write_text (folder, "page.txt", "<html><p>1");
  assert_marked (folder, "page.txt", NULL, "page/page.txt unknown\n");
  remove_tree (folder);
}

/* Files are made in another order, so the file system may list them in another one; the stream is the same. */
static void
test_order (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *there = NULL, *back = NULL;

  for (int i = 0; i < 400; i++)
    {
      g_autofree char *up = g_strdup_printf ("up/%d/%d.txt", i % 7, i);
      g_autofree char *down = g_strdup_printf ("down/%d/%d.txt", (399 - i) % 7, 399 - i);
      write_text (folder, up, up + 3);
      write_text (folder, down, down + 5);
    }
  there = read_place (folder, "up", NULL, NULL);
  back = read_place (folder, "down", NULL, NULL);
  g_assert_cmpstr (there, ==, back);
  g_assert_true (g_str_has_prefix (there, "0/0.txt: 0/0.txt\n0/105.txt: 0/105.txt\n0/112.txt: "));
  remove_tree (folder);
}

static void
test_several_places (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *one = g_build_filename (folder, "one", NULL);
  g_autofree char *two = g_build_filename (folder, "two.csv", NULL);
  const char *const places[] = { two, one, NULL };
  g_autoptr (BsCorpus) corpus = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  BsArticle article;
  BsProblem problem;
  BsNext next;

  write_text (folder, "one/A/x.txt", "1");
  write_text (folder, "two.csv", "id,text,site\n5,c,A\n");
  corpus = bs_corpus_open (places, NULL, NULL);
  while ((next = bs_corpus_next (corpus, arena, &article, &problem)) != BS_NEXT_END)
    write_down (lines, next, &article, &problem);
  g_assert_cmpstr (lines->str, ==, "A/5: c\nA/x.txt: 1\n");
  g_assert_cmpuint (bs_corpus_total_bytes (corpus), ==, 20);
  g_assert_cmpuint (bs_corpus_done_bytes (corpus), ==, 20);
  remove_tree (folder);
}

static void
make_link (const char *folder, const char *target, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
test_links_and_pipes (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *pipe = g_build_filename (folder, "c/A/pipe", NULL);

  write_text (folder, "c/A/x.txt", "1");
  write_text (folder, "outside.txt", "-");
  make_link (folder, "x.txt", "c/A/same.txt");
  make_link (folder, "../../outside.txt", "c/A/out.txt");
  make_link (folder, "nowhere", "c/A/broken.txt");
  make_link (folder, "..", "c/A/round");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_gives (folder, "c", NULL,
                "! left-out -/- 0\n! left-out -/- 0\n! left-out -/- 0\n! left-out -/- 0\nA/same.txt: 1\nA/x.txt: 1\n");
  remove_tree (folder);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *shut = g_build_filename (folder, "c/B", NULL);
  g_autofree char *file = g_build_filename (folder, "c/A/y.txt", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is unreadable to the superuser");
      remove_tree (folder);
      return;
    }
  write_text (folder, "c/A/x.txt", "1");
  write_text (folder, "c/A/y.txt", "2");
  write_text (folder, "c/B/z.txt", "3");
  g_assert_cmpint (chmod (shut, 0), ==, 0);
  g_assert_cmpint (chmod (file, 0), ==, 0);
  assert_gives (folder, "c", NULL, "! unreadable -/- 0\nA/x.txt: 1\n! unreadable A/y.txt 0\n");
  chmod (shut, 0700);
  remove_tree (folder);
}

static void
test_file_that_vanishes (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *place = g_build_filename (folder, "c", NULL);
  g_autofree char *file = g_build_filename (folder, "c/A/x.txt", NULL);
  const char *const places[] = { place, NULL };
  g_autoptr (BsCorpus) corpus = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article;
  BsProblem problem;

  write_text (folder, "c/A/x.txt", "1");
  write_text (folder, "c/A/y.txt", "2");
  corpus = bs_corpus_open (places, NULL, NULL);
  g_remove (file);
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_PROBLEM);
  g_assert_cmpint (problem.kind, ==, BS_PROBLEM_UNREADABLE);
  g_assert_cmpstr (problem.id, ==, "x.txt");
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpstr (article.id, ==, "y.txt");
  remove_tree (folder);
}

static void
test_strange_names (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (BsArena) arena = bs_arena_new ();
  static const char *const names[]
      = { "plain", "caf\xe9", "new\nline", "caf\xc3\xa9", "back\\slash", "C:\\x41", "\xff\xfe" };

  write_text (folder, "c/caf\xe9/new\nline \\x41.txt", "1");
  assert_gives (folder, "c", NULL, "caf\\xe9/new\\x0aline \\x5cx41.txt: 1\n");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *escaped = bs_name_escape (names[i], strlen (names[i]), arena);
      g_autofree char *back = bs_name_unescape (escaped);
      g_assert_true (g_utf8_validate (escaped, -1, NULL));
      g_assert_cmpstr (back, ==, names[i]);
    }
  remove_tree (folder);
}

static void
test_globs (void)
{
  static const struct
  {
    const char *pattern, *path;
    gboolean matches;
  } rows[] = {
    { "*.txt", "a.txt", TRUE },
    { "*.txt", "b/a.txt", FALSE },
    { "*/*.txt", "b/a.txt", TRUE },
    { "**/*.txt", "a.txt", TRUE },
    { "**/*.txt", "b/c/a.txt", TRUE },
    { "b/**", "b/c/a.txt", TRUE },
    { "b/**", "c/a", FALSE },
    { "b/**/a", "b/a", TRUE },
    { "b/**/a", "b/x/y/a", TRUE },
    { "b/**/a", "b/x/y/b", FALSE },
    { "a?c", "abc", TRUE },
    { "a?c", "aéc", TRUE },
    { "a?c", "a/c", FALSE },
    { "a*b*c", "axxbyyc", TRUE },
    { "a*b*c", "axxbyy", FALSE },
    { "**/x/**/y", "a/x/b/x/y", TRUE },
    { "", "a", FALSE },
    { "*", "", TRUE },
    { "[a]", "a", FALSE },
    { "[a]", "[a]", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (bs_name_matches (rows[i].pattern, rows[i].path) != rows[i].matches)
      g_error ("'%s' and '%s'", rows[i].pattern, rows[i].path);
}

/* Reads "-" with the file as standard input. */
static void
assert_input_gives (const char *folder, const char *name, const BsSourceOptions *options, const char *expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int saved = dup (STDIN_FILENO), fd = open (path, O_RDONLY);

  g_assert_cmpint (dup2 (fd, STDIN_FILENO), ==, STDIN_FILENO);
  close (fd);
  assert_gives (folder, "-", options, expected);
  g_assert_cmpint (dup2 (saved, STDIN_FILENO), ==, STDIN_FILENO);
  close (saved);
}

static void
test_standard_input (void)
{
  g_autofree char *folder = make_folder ();
  BsSourceOptions records = { .format = BS_FORMAT_JSONL, .outlet = "Wire" };

  write_text (folder, "text", "{\"text\":\"a\"}");
  write_compressed (folder, "packed", "xz", "Packed.", 7);
  assert_input_gives (folder, "text", NULL, "-/-:00000001: a\n");
  assert_input_gives (folder, "text", &records, "Wire/-:00000001: a\n");
  assert_input_gives (folder, "packed", NULL, "-/-: Packed.\n");
  write_text (folder, "nothing", "");
  assert_input_gives (folder, "nothing", NULL, "! no-text -/- 0\n");
  remove_tree (folder);
}

static void
test_named_format (void)
{
  BsSourceOptions csv = { .format = BS_FORMAT_CSV }, jsonl = { .format = BS_FORMAT_JSONL };

  assert_file_gives ("export.dat", "id,text\n1,a\n", &csv, "export.dat/1: a\n");
  assert_file_gives ("n.json", "{\"text\":\"a\",\"id\":1}\n", &jsonl, "n/1: a\n");
  assert_file_gives ("n.json", "{\"text\":\"a\",\"id\":1}\n", NULL, "! left-out -/- 0\n");
  assert_file_gives ("n.pdf", "%PDF-1.4", NULL, "! left-out -/- 0\n");
}

static void
test_nothing_to_read (void)
{
  g_autofree char *folder = make_folder ();

  assert_gives (folder, "", NULL, "! no-text -/- 0\n");
  remove_tree (folder);
}

static void
assert_open_fails (const char *const *places, const BsSourceOptions *options, BsError code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bs_corpus_open (places, options, &error));
  g_assert_error (error, BS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_wrong_places (void)
{
  BsSourceOptions options = { .language = "Klingonish" };

  assert_open_fails ((const char *const[]){ NULL }, NULL, BS_ERROR_USAGE, "no corpus");
  assert_open_fails ((const char *const[]){ "-", "-", NULL }, NULL, BS_ERROR_USAGE, "only once");
  assert_open_fails ((const char *const[]){ "/no/such/place", NULL }, NULL, BS_ERROR_IO, "'/no/such/place'");
  assert_open_fails ((const char *const[]){ "/dev/null", NULL }, NULL, BS_ERROR_USAGE, "neither a file nor a folder");
  assert_open_fails ((const char *const[]){ "-", NULL }, &options, BS_ERROR_USAGE, "Klingonish");
}

static void
test_language (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "n.jsonl", NULL);
  const char *const places[] = { path, NULL };
  BsSourceOptions options = { .language = "German" };
  g_autoptr (BsCorpus) corpus = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article;
  BsProblem problem;

  write_text (folder, "n.jsonl",
              "{\"text\":\"a\"}\n{\"text\":\"b\",\"lang\":\"FR_fr\"}\n{\"text\":\"c\",\"lang\":\"?\"}\n");
  corpus = bs_corpus_open (places, &options, NULL);
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpstr (article.language, ==, "de");
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpstr (article.language, ==, "fr");
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpstr (article.language, ==, "de");
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/folder-of-outlets", test_folder_of_outlets);
  g_test_add_func ("/corpus/folder-is-one-outlet", test_folder_is_one_outlet);
  g_test_add_func ("/corpus/compression-changes-no-key", test_compression_changes_no_key);
  g_test_add_func ("/corpus/saved-pages", test_saved_pages);
  g_test_add_func ("/corpus/order", test_order);
  g_test_add_func ("/corpus/several-places", test_several_places);
  g_test_add_func ("/corpus/links-and-pipes", test_links_and_pipes);
  g_test_add_func ("/corpus/unreadable", test_unreadable);
  g_test_add_func ("/corpus/file-that-vanishes", test_file_that_vanishes);
  g_test_add_func ("/corpus/strange-names", test_strange_names);
  g_test_add_func ("/corpus/globs", test_globs);
  g_test_add_func ("/corpus/standard-input", test_standard_input);
  g_test_add_func ("/corpus/named-format", test_named_format);
  g_test_add_func ("/corpus/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/corpus/wrong-places", test_wrong_places);
  g_test_add_func ("/corpus/language", test_language);
  return g_test_run ();
}
