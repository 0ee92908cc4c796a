/* An archive is a folder that is read as a stream, whatever the locale its names are read in. */
#include "source-help.h"

typedef struct
{
  const char *name;
  const char *text; /* NULL: a folder */
} Member;

/* Writes members up to one without a name. */
static void
write_members (const char *folder, const char *name, const char *format, const char *filter, const Member *members)
{
  struct archive *archive = start_archive (folder, name, format, filter);

  for (; members->name != NULL; members++)
    add_member (archive, members->name, members->text, members->text != NULL ? strlen (members->text) : 0);
  finish_archive (archive);
}

static void
assert_archive_gives (const char *name, const char *format, const char *filter, const Member *members,
                      const BsSourceOptions *options, const char *expected)
{
  g_autofree char *folder = make_folder ();

  write_members (folder, name, format, filter, members);
  assert_gives (folder, name, options, expected);
  remove_tree (folder);
}

static const Member two_outlets[] = { { "corpus/", NULL },           { "corpus/B/", NULL },
                                      { "corpus/B/y.txt", "Two." },  { "corpus/A/2020/x.txt", "One." },
                                      { "corpus/notes.txt", "No." }, { NULL } };
static const char *const two_outlets_give = "B/y.txt: Two.\nA/2020/x.txt: One.\n! left-out -/- 0\n";

static void
test_every_format (void)
{
  static const char *const rows[][3]
      = { { "c.tar", "ustar", NULL },  { "c.tar.gz", "pax", "gzip" },  { "c.tgz", "gnutar", "gzip" },
          { "c.tar.xz", "pax", "xz" }, { "c.tar.zst", "pax", "zstd" }, { "c.tar.bz2", "pax", "bzip2" },
          { "c.zip", "zip", NULL },    { "c.7z", "7zip", NULL },       { "named-so", "ustar", NULL },
          { "or-so", "zip", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i][1], "7zip") != 0) /* which sorts its members its own way */
      assert_archive_gives (rows[i][0], rows[i][1], rows[i][2], two_outlets, NULL, two_outlets_give);
  {
    static const Member one[] = { { "A/x.txt", "One." }, { NULL } };
    assert_archive_gives ("c.7z", "7zip", NULL, one, NULL, "A/x.txt: One.\n");
  }
}

static void
test_outlets (void)
{
  static const Member rooted[] = { { "./A/x.txt", "1" }, { "/B//y.txt", "2" }, { "README", "-" }, { NULL } };
  static const Member one_folder[] = { { "A/x.txt", "1" }, { "A/y.txt.gz", "2" }, { "A/LICENSE", "-" }, { NULL } };
  static const Member flat[] = { { "x.txt", "1" }, { "y.txt", "2" }, { NULL } };
  static const Member beside[] = { { "README.md", "-" }, { "T/A/x.txt", "1" }, { "T/B/README", "2" }, { NULL } };
  BsSourceOptions options = { .outlet = "Given" };

  assert_archive_gives ("c.tar", "ustar", NULL, rooted, NULL, "A/x.txt: 1\nB/y.txt: 2\n! left-out -/- 0\n");
  assert_archive_gives ("c.tar", "ustar", NULL, one_folder, NULL, "A/x.txt: 1\nA/y.txt: 2\n! left-out -/- 0\n");
  assert_archive_gives ("c.tar.gz", "ustar", "gzip", flat, NULL, "c/x.txt: 1\nc/y.txt: 2\n");
  assert_archive_gives ("c.tar", "ustar", NULL, flat, &options, "Given/x.txt: 1\nGiven/y.txt: 2\n");
  assert_archive_gives ("c.tar", "ustar", NULL, beside, NULL, "! left-out -/- 0\nA/x.txt: 1\nB/README: 2\n");
}

static void
test_records_inside (void)
{
  static const Member members[] = { { "A/r.jsonl", "{\"text\":\"1\"}\n{\"text\":\"2\",\"source\":\"S\"}\n" },
                                    { "B/r.csv", "id,text,outlet\n7,3,Own\n" },
                                    { NULL } };
  static const Member flat[]
      = { { "times.jsonl", "{\"text\":\"1\",\"id\":1}\n" }, { "post.tsv", "id\ttext\tsource\n2\tb\tS\n" }, { NULL } };

  assert_archive_gives ("c.zip", "zip", NULL, members, NULL,
                        "A/r.jsonl:00000001: 1\nA/r.jsonl:00000002: 2\nOwn/7: 3\n");
  assert_archive_gives ("c.zip", "zip", NULL, flat, NULL, "times/1: 1\nS/2: b\n");
}

static void
test_compressed_members (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *inner = g_build_filename (folder, "x.txt.gz", NULL), *bytes = NULL;
  gsize length;
  struct archive *archive;

  write_compressed (folder, "x.txt.gz", "gzip", "Hello.", 6);
  g_assert_true (g_file_get_contents (inner, &bytes, &length, NULL));
  archive = start_archive (folder, "c.tar", "ustar", NULL);
  add_member (archive, "A/x.txt.gz", bytes, length);
  add_member (archive, "A/cut.txt.gz", bytes, length - 12);
  add_member (archive, "B/y.txt", "Bye.", 4);
  add_member (archive, "B/z.tar.gz", bytes, length);
  finish_archive (archive);
  assert_gives (folder, "c.tar", NULL, "A/x.txt: Hello.\n! truncated A/cut.txt 0\nB/y.txt: Bye.\n! left-out -/- 0\n");
  remove_tree (folder);
}

static void
test_left_out (void)
{
  static const Member members[] = { { "A/x.txt", "1" },          { "A/.hidden.txt", "-" },
                                    { "__MACOSX/A/x.txt", "-" }, { "A/p.pdf", "%PDF" },
                                    { "../A/up.txt", "-" },      { ".git/config", "-" },
                                    { "A/empty.txt", "" },       { "A/t.meta.tsv", "file" },
                                    { "B/y.txt", "2" },          { NULL } };

  assert_archive_gives ("c.tar", "ustar", NULL, members, NULL,
                        "A/x.txt: 1\n! left-out -/- 0\n! left-out -/- 0\n! no-text A/empty.txt 0\n! left-out -/- 0\n"
                        "B/y.txt: 2\n");
}

static void
test_saved_pages (void)
{
  static const Member flat[]
      = { { "a.html", "<p>1" }, { "a_files/x.js", "-" }, { "a_files/f.html", "-" }, { "b.htm", "<p>2" }, { NULL } };
  static const Member deep[] = { { "Post/a.html", "<p>1" }, { "Post/a_files/x.png", "-" }, { NULL } };

  assert_archive_gives ("c.zip", "zip", NULL, flat, NULL, "c/a.html: <p>1\nc/b.htm: <p>2\n");
  assert_archive_gives ("c.tar", "ustar", NULL, deep, NULL, "Post/a.html: <p>1\n");
}

/* Names as a UTF-8 system writes them, read under LC_ALL=C. */
static void
test_names_beyond_ascii (void)
{
  static const Member members[] = { { "Zeitung/straße – ü.txt", "1" }, { "Le Monde/été.txt", "2" }, { NULL } };
  static const char *const formats[] = { "ustar", "gnutar", "pax", "zip", "7zip" };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *lines = NULL;
      g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
      write_members (folder, "c.pack", formats[i], NULL, members);
      g_assert_nonnull (setlocale (LC_ALL, "C"));
      lines = read_place (folder, "c.pack", NULL, NULL);
      g_assert_nonnull (strstr (lines, "Zeitung/straße – ü.txt: 1\n"));
      g_assert_nonnull (strstr (lines, "Le Monde/été.txt: 2\n"));
      g_assert_cmpstr (setlocale (LC_ALL, NULL), ==, "C");
      remove_tree (folder);
    }
  setlocale (LC_ALL, before);
}

static void
test_names_without_utf8 (void)
{
  static const Member members[] = { { "A/caf\xe9.txt", "1" }, { "A/tab\there.txt", "2" }, { NULL } };

  assert_archive_gives ("c.tar", "ustar", NULL, members, NULL, "A/caf\\xe9.txt: 1\nA/tab\\x09here.txt: 2\n");
}

static void
test_origin (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.tar", NULL);
  const char *const places[] = { path, NULL };
  g_autoptr (BsCorpus) corpus = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article;
  BsProblem problem;

  write_members (folder, "c.tar", "ustar", NULL, two_outlets);
  corpus = bs_corpus_open (places, NULL, NULL);
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpstr (article.origin.path, ==, path);
  g_assert_cmpstr (article.origin.member, ==, "corpus/B/y.txt");
  g_assert_cmpuint (article.origin.length, ==, 4);
  while (bs_corpus_next (corpus, arena, &article, &problem) != BS_NEXT_END)
    ;
  g_assert_cmpuint (bs_corpus_done_bytes (corpus), >, 0);
  g_assert_cmpuint (bs_corpus_done_bytes (corpus), <=, bs_corpus_total_bytes (corpus));
  remove_tree (folder);
}

static void
test_damaged (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *body = g_strnfill (5000, 'x');
  const Member members[] = { { "A/x.txt", "1" }, { "A/y.txt", body }, { "B/z.txt", "3" }, { NULL } };

  write_members (folder, "c.tar", "ustar", NULL, members);
  cut_file (folder, "c.tar", 512 * 5);
  assert_gives (folder, "c.tar", NULL, "A/x.txt: 1\n! truncated A/y.txt 0\n! truncated -/- 0\n");
  write_text (folder, "n.zip", "This is no archive at all, whatever its name says.");
  assert_gives (folder, "n.zip", NULL, "! unreadable -/- 0\n");
  write_text (folder, "e.tar", "");
  assert_gives (folder, "e.tar", NULL, "! no-text -/- 0\n");
  remove_tree (folder);
}

/* Checksums stand behind the end of the archive that is compressed. Other data than gzip come in large blocks: of a small
 * file, nothing may be read. */
static void
test_wrong_checksums (void)
{
  static const struct
  {
    const char *name, *filter;
    gsize from_end; /* of the byte that is wrong */
  } rows[] = { { "c.tar.gz", "gzip", 8 },   { "c.tar.gz", "gzip", 4 }, { "c.tar.lz4", "lz4", 2 },
               { "c.tar.bz2", "bzip2", 3 }, { "c.tar.xz", "xz", 20 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *path = g_build_filename (folder, rows[i].name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *lines = NULL;
      gsize length;

      write_members (folder, rows[i].name, "ustar", rows[i].filter, two_outlets);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      bytes[length - rows[i].from_end] ^= 1;
      write_bytes (folder, rows[i].name, bytes, length);
      lines = read_place (folder, rows[i].name, NULL, NULL);
      if (g_str_equal (rows[i].filter, "gzip"))
        g_assert_cmpstr (lines, ==, "B/y.txt: Two.\nA/2020/x.txt: One.\n! left-out -/- 0\n! truncated -/- 0\n");
      else
        g_assert_true (g_str_has_suffix (lines, "! unreadable -/- 0\n")
                       || g_str_has_suffix (lines, "! truncated -/- 0\n"));
      remove_tree (folder);
    }
}

/* What is passed over, and what follows the end, is expanded within the ceilings, too. */
static void
test_ceilings_of_what_is_not_read (void)
{
  const gsize much = 8 * 1024 * 1024;
  BsSourceOptions options = { .ceilings.value[BS_CEILING_EXPANDED] = 2 * 1024 * 1024 };
  g_autofree char *folder = make_folder ();
  g_autofree char *zeros = g_malloc0 (much);
  struct archive *archive = start_archive (folder, "c.tgz", "ustar", "gzip");

  add_member (archive, "A/x.txt", "One.", 4);
  add_member (archive, "A/x.png", zeros, much);
  add_member (archive, "A/y.txt", "Two.", 4);
  finish_archive (archive);
  assert_gives (folder, "c.tgz", NULL, "A/x.txt: One.\n! left-out -/- 0\nA/y.txt: Two.\n");
  assert_gives (folder, "c.tgz", &options, "A/x.txt: One.\n! left-out -/- 0\n! too-large -/- 0\n");

  archive = start_archive (folder, "d.tar", "ustar", NULL);
  add_member (archive, "A/x.txt", "One.", 4);
  finish_archive (archive);
  {
    g_autofree char *path = g_build_filename (folder, "d.tar", NULL);
    g_autofree char *whole = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (path, &whole, &length, NULL) && length < much);
    memcpy (zeros, whole, length);
  }
  write_compressed (folder, "d.tgz", "gzip", zeros, much);
  assert_gives (folder, "d.tgz", NULL, "A/x.txt: One.\n");
  assert_gives (folder, "d.tgz", &options, "A/x.txt: One.\n! too-large -/- 0\n");
  remove_tree (folder);
}

/* A gigabyte of zeros in a megabyte: more than text ever shrinks. */
static void
test_bomb (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *zeros = g_malloc0 (1024 * 1024);
  struct archive *archive = start_archive (folder, "c.jsonl.zst", "raw", "zstd");
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *lines = NULL;

  archive_entry_copy_pathname (entry, "data");
  archive_entry_set_filetype (entry, AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_entry_free (entry);
  for (int i = 0; i < 300; i++)
    g_assert_cmpint (archive_write_data (archive, zeros, 1024 * 1024), ==, 1024 * 1024);
  finish_archive (archive);
  lines = read_place (folder, "c.jsonl.zst", NULL, NULL);
  g_assert_true (g_str_has_suffix (lines, "! too-large c/- 0\n"));
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-archive/every-format", test_every_format);
  g_test_add_func ("/reader-archive/outlets", test_outlets);
  g_test_add_func ("/reader-archive/records-inside", test_records_inside);
  g_test_add_func ("/reader-archive/compressed-members", test_compressed_members);
  g_test_add_func ("/reader-archive/left-out", test_left_out);
  g_test_add_func ("/reader-archive/saved-pages", test_saved_pages);
  g_test_add_func ("/reader-archive/names-beyond-ascii", test_names_beyond_ascii);
  g_test_add_func ("/reader-archive/names-without-utf8", test_names_without_utf8);
  g_test_add_func ("/reader-archive/origin", test_origin);
  g_test_add_func ("/reader-archive/damaged", test_damaged);
  g_test_add_func ("/reader-archive/wrong-checksums", test_wrong_checksums);
  g_test_add_func ("/reader-archive/ceilings-of-what-is-not-read", test_ceilings_of_what_is_not_read);
  g_test_add_func ("/reader-archive/bomb", test_bomb);
  return g_test_run ();
}
