/* A manifest describes what folders do not say; its tables are joined; its mistakes are named. */
#include "base/error.h"
#include "source-help.h"
#include "source/manifest.h"

/* Two folders of outlets with tables beside them, and a file of many records. */
static char *
make_corpus (const char *manifest)
{
  char *folder = make_folder ();

  write_text (folder, "one/Alpha/x.txt", "X.");
  write_text (folder, "one/Alpha/2020/y.txt", "Y.");
  write_text (folder, "one/Alpha.meta.tsv",
              "file\ttitle\tdate\tauthor\tdesk\nx.txt\tThe X\t2020-01-02\tAnon\tnews\n2020/y.txt\tThe Y\t\t\tsport\n"
              "gone.txt\tGone\t\t\t\nx.txt\tAgain\t\t\t\nbroken\n");
  write_text (folder, "two/Beta/z.txt", "Z.");
  write_text (folder, "two/LICENSE.txt", "-");
  write_text (folder, "wire/a.jsonl", "{\"text\":\"A.\",\"id\":1,\"source\":\"S\"}\n");
  write_text (folder, "wire/b.csv", "id,text\n2,B.\n");
  write_text (folder, "m.manifest", manifest);
  return folder;
}

static void
assert_manifest_gives (const char *manifest, const char *expected)
{
  g_autofree char *folder = make_corpus (manifest);

  assert_gives (folder, "m.manifest", NULL, expected);
  remove_tree (folder);
}

/* What is joined to every record of a file costs as often as there are records. */
static void
test_large_row (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *lines = NULL;
  g_autofree char *value = g_strnfill (3000, 'v');
  g_autofree char *table = g_strdup_printf ("file\ta\tb\tc\td\nn.jsonl\t%s\t%s\t%s\tlast\n", value, value, value);
  g_autoptr (GString) messages = g_string_new (NULL);

  write_text (folder, "n.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
  write_text (folder, "t.tsv", table);
  write_text (folder, "c.manifest", "[metadata]\ntable=t.tsv\n[outlet n]\nfiles=n.jsonl\n");
  lines = read_place (folder, "c.manifest", NULL, messages);
  g_assert_cmpstr (messages->str, ==,
                   "1 row(s) have further fields of more than 8 KB together, this being the first; the last of them by name"
                   " were left off\n");
  g_assert_cmpstr (lines, ==, "n/n.jsonl:00000001: one\nn/n.jsonl:00000002: two\n! metadata -/- 2\n");
  remove_tree (folder);
}

static void
test_outlets (void)
{
  assert_manifest_gives ("[corpus]\n[outlets]\nfolders=one;two\n",
                         "! left-out -/- 0\n! left-out -/- 0\nAlpha/2020/y.txt: Y.\nAlpha/x.txt: X.\nBeta/z.txt: Z.\n");
  assert_manifest_gives ("[outlets]\nfiles=wire/*\n", "S/1: A.\nb/2: B.\n");
  assert_manifest_gives (
      "[outlet The Alpha]\nfiles=one/Alpha/**\n[outlet b]\nname=Wire [B]\nfiles=wire/*.jsonl;wire/b*\n",
      "The Alpha/2020/y.txt: Y.\nThe Alpha/x.txt: X.\nWire [B]/1: A.\nWire [B]/2: B.\n");
  assert_manifest_gives ("[outlet A]\nfiles=one/Alpha/*.txt;one/Alpha/2020/*.txt\n[outlet Rest]\nfiles=**/*.txt\n",
                         "A/2020/y.txt: Y.\nA/x.txt: X.\nRest/two/Beta/z.txt: Z.\nRest/two/LICENSE.txt: -\n");
}

static void
test_own_folder (void)
{
  g_autofree char *folder = make_folder ();

  write_text (folder, "c/corpus.manifest", "[corpus]\ntitle=Mine\nlanguage=en\n[metadata]\ntable=*.meta.tsv\n");
  write_text (folder, "c/A/x.txt", "X.");
  write_text (folder, "c/A.meta.tsv", "file\ttitle\nx.txt\tT\n");
  assert_gives (folder, "c", NULL, "A/x.txt: X.\n");
  assert_gives (folder, "c/corpus.manifest", NULL, "A/x.txt: X.\n");
  remove_tree (folder);
}

static void
test_archives (void)
{
  g_autofree char *folder = make_folder ();
  struct archive *archive = start_archive (folder, "c.zip", "zip", NULL);

  add_member (archive, "A/x.txt", "X.", 2);
  add_member (archive, "B/y.txt", "Y.", 2);
  finish_archive (archive);
  write_text (folder, "in.manifest", "[corpus]\n[outlets]\nfiles=c.zip\n");
  write_text (folder, "one.manifest", "[corpus]\n[outlet Z]\nfiles=c.zip\n");
  assert_gives (folder, "in.manifest", NULL, "A/x.txt: X.\nB/y.txt: Y.\n");
  assert_gives (folder, "one.manifest", NULL, "Z/c.zip/A/x.txt: X.\nZ/c.zip/B/y.txt: Y.\n");
  remove_tree (folder);
}

typedef struct
{
  BsArena *arena;
  GString *messages;
  BsArticle articles[10];
  guint n;
} Read;

static void
read_clear (Read *read)
{
  bs_arena_free (read->arena);
  g_string_free (read->messages, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static Read
read_corpus (const char *folder)
{
  Read read = { bs_arena_new (), g_string_new (NULL) };
  g_autofree char *path = g_build_filename (folder, "m.manifest", NULL);
  const char *const places[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BsCorpus) corpus = bs_corpus_open (places, NULL, &error);
  BsProblem problem;
  BsNext next;

  g_assert_no_error (error);
  while ((next = bs_corpus_next (corpus, read.arena, &read.articles[read.n], &problem)) != BS_NEXT_END)
    if (next == BS_NEXT_PROBLEM)
      g_string_append_printf (read.messages, "%" G_GUINT64_FORMAT " %s\n", problem.origin.line, problem.message);
    else
      read.n++;
  return read;
}

static void
test_joined_table (void)
{
  g_autofree char *folder
      = make_corpus ("[corpus]\nlanguage=en\n[outlet Alpha]\nfiles=one/Alpha/**\n[metadata]\ntable=*/*.meta.tsv\n");
  g_auto (Read) read = read_corpus (folder);

  g_assert_cmpuint (read.n, ==, 2);
  g_assert_cmpstr (read.articles[0].id, ==, "2020/y.txt");
  g_assert_cmpstr (read.articles[0].title, ==, "The Y");
  g_assert_null (read.articles[0].date);
  g_assert_cmpstr (read.articles[0].language, ==, "en");
  g_assert_cmpstr (read.articles[1].title, ==, "The X");
  g_assert_cmpstr (read.articles[1].date, ==, "2020-01-02");
  g_assert_cmpstr (read.articles[1].byline, ==, "Anon");
  g_assert_cmpuint (read.articles[1].n_fields, ==, 1);
  g_assert_cmpstr (read.articles[1].fields[0].name, ==, "desk");
  g_assert_cmpstr (read.articles[1].fields[0].value, ==, "news");
  g_assert_cmpstr (
      read.messages->str, ==,
      "6 1 row(s) have another number of values than the header or are badly quoted, this being the first; "
      "they were not joined\n"
      "5 1 row(s) have a key that an earlier row has, this being the first; they were not joined\n"
      "4 1 of 3 rows fit no article that was read: gone.txt\n");
  remove_tree (folder);
}

static void
test_bases (void)
{
  static const struct
  {
    const char *base, *where, *table;
  } rows[] = {
    { "table", "one/t.csv", "file,title\nAlpha/x.txt,T\n" },
    { "auto", "one/t.csv", "file,title\nAlpha/x.txt.gz,T\n" },
    { "manifest", "one/t.csv", "file,title\n./one/Alpha/x.txt,T\n" },
    { "name", "one/Alpha.csv", "file,title\nx.txt,T\n" },
    { "id", "t.csv", "file,title\nx.txt,T\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *manifest = g_strdup_printf ("[outlet A]\nfiles=one/Alpha/*.txt\n[metadata]\ntable=%s\nbase=%s\n",
                                                   rows[i].where, rows[i].base);
      g_autofree char *folder = make_corpus (manifest);
      g_auto (Read) read = { 0 };
      write_text (folder, rows[i].where, rows[i].table);
      read = read_corpus (folder);
      g_assert_cmpuint (read.n, ==, 1);
      g_assert_cmpstr (read.articles[0].title, ==, "T");
      g_assert_cmpstr (read.messages->str, ==, "");
      remove_tree (folder);
    }
}

static void
test_table_says_outlet (void)
{
  g_autofree char *folder = make_corpus ("[outlet A]\nfiles=one/Alpha/*.txt;wire/a.jsonl\n[fields]\ntitle=Kopf\n"
                                         "[metadata]\ntable=t.csv\nkey=path\nbase=manifest\n");
  g_auto (Read) read = { 0 };

  write_text (folder, "t.csv", "path,outlet,source,Kopf,title\none/Alpha/x.txt,Own,s,K,t\nwire/a.jsonl,,,All,\n");
  read = read_corpus (folder);
  g_assert_cmpuint (read.n, ==, 2);
  g_assert_cmpstr (read.articles[0].outlet, ==, "Own");
  g_assert_cmpstr (read.articles[0].title, ==, "K");
  g_assert_cmpuint (read.articles[0].n_fields, ==, 2);
  g_assert_cmpstr (read.articles[0].fields[0].name, ==, "source");
  g_assert_cmpstr (read.articles[1].id, ==, "1");
  g_assert_cmpstr (read.articles[1].title, ==, "All");
  remove_tree (folder);
}

static void
test_many_strays (void)
{
  g_autofree char *folder = make_corpus ("[outlet A]\nfiles=one/Alpha/*.txt\n[metadata]\ntable=t.csv\n");
  g_autoptr (GString) table = g_string_new ("file\n");
  g_auto (Read) read = { 0 };

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (table, "%d.txt\n", i);
  write_text (folder, "t.csv", table->str);
  read = read_corpus (folder);
  g_assert_cmpstr (read.messages->str, ==,
                   "2 5000 of 5000 rows fit no article that was read: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt, …\n");
  remove_tree (folder);
}

static void
test_is_manifest (void)
{
  static const struct
  {
    const char *name, *text;
    gboolean is;
  } rows[] = { { "a.manifest", "", TRUE },
               { "a.ini", "x", TRUE },
               { "a", "# hello\n\n [corpus]\n", TRUE },
               { "a", "\xef\xbb\xbf[corpus]\n", TRUE },
               { "a", "[corpora]\n", FALSE },
               { "a", "An article.\n[corpus]\n", FALSE },
               { "a", "", FALSE },
               { "a", "#", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *path = g_build_filename (folder, rows[i].name, NULL);
      write_text (folder, rows[i].name, rows[i].text);
      g_assert_cmpint (bs_manifest_is (path), ==, rows[i].is);
      remove_tree (folder);
    }
}

static void
test_mistakes (void)
{
  g_autofree char *name = g_strnfill (5000, 'n');
  g_autofree char *long_name = g_strdup_printf ("[outlet A]\nname=%s\nfiles=wire/*\n", name);
  const char *const rows[][2] = {
    { "[corpsu]\n", "no such group" },
    { "[outlet]\nfiles=*\n", "no such group" },
    { "[corpus]\ntitel=x\n", "no key 'titel'" },
    { "[outlet A]\nfile=*\n", "no key 'file'" },
    { "[outlet A]\nname=A\n", "files= is missing" },
    { "[outlet A]\nfiles=\n", "'files' is empty" },
    { "[outlet A]\nfiles=../*.txt\n", "leads out" },
    { "[outlet A]\nfiles=/etc/*\n", "leads out" },
    { "[outlet A]\nfiles=one/../../x\n", "leads out" },
    { "[outlet A]\nfiles=nothing/*.txt\n", "no file fits 'nothing/*.txt'" },
    { long_name, "the value of 'name' is longer than the ceiling of 4096 bytes (--ceiling name)" },
    { "[outlets]\nlanguage=en\n", "files= or folders=" },
    { "[outlets]\nfolders=three\n", "no folder 'three'" },
    { "[outlet A]\nfiles=wire/*\nformat=xml\n", "format 'xml'" },
    { "[outlet A]\nfiles=wire/*\nlanguage=Klingonish\n", "Klingonish" },
    { "[outlet A]\nfiles=wire/*\nseparator=a\nseparator-prefix=b\n", "not both" },
    { "[outlet A]\nfiles=wire/*\nseparator=a\nformat=csv\n", "text files only" },
    { "[fields]\ntext=\n", "'text' is empty" },
    { "[metadata]\nkey=x\n", "table= is missing" },
    { "[metadata]\ntable=*.tsv\n", "no file fits" },
    { "[metadata]\ntable=one/*.tsv\nkey=path\n", "no column is named 'path'" },
    { "[metadata]\ntable=one/*.tsv\nbase=here\n", "base 'here'" },
    { "[corpus\n", "m.manifest" },
    { "title=x\n", "m.manifest" },
    { "\xff\xfe[", "the file is UTF-16: convert" },
    { "\xfe\xff", "the file is UTF-16: convert" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = make_corpus (rows[i][0]);
      g_autofree char *path = g_build_filename (folder, "m.manifest", NULL);
      const char *const places[] = { path, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (BsCorpus) corpus = bs_corpus_open (places, NULL, &error);
      g_assert_null (corpus);
      g_assert_error (error, BS_ERROR, BS_ERROR_FORMAT);
      if (strstr (error->message, rows[i][1]) == NULL || strstr (error->message, "manifest") == NULL)
        if (strstr (error->message, "table of metadata") == NULL)
          g_error ("%s: %s", rows[i][0], error->message);
      remove_tree (folder);
    }
}

/* GLib would read a line up to a byte 0, and leave out the rest of it without a word. */
static void
test_byte_zero (void)
{
  static const char text[] = "[outlet A]\nfiles=wire/*\n\0[outlet B]\nfiles=other/*\n";
  g_autoptr (GError) error = NULL;

  g_assert_null (bs_manifest_parse (bs_span (text, sizeof text - 1), "m.manifest", NULL, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "manifest 'm.manifest': line 3 holds a byte 0: this is no text file");
}

static void
test_utf16_table (void)
{
  g_autofree char *folder = make_corpus ("[metadata]\ntable=t.csv\n");
  g_autofree char *path = g_build_filename (folder, "m.manifest", NULL);
  const char *const places[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  write_bytes (folder, "t.csv", "\xff\xfe" "f\0i\0l\0e\0", 10);
  g_assert_null (bs_corpus_open (places, NULL, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_FORMAT);
  g_assert_true (g_str_has_suffix (error->message, "t.csv': the file is UTF-16: convert it to UTF-8 first"));
  remove_tree (folder);
}

static void
test_too_large (void)
{
  g_autofree char *big = g_strnfill (bs_ceiling (NULL, BS_CEILING_MANIFEST) + 1, '#');
  g_autofree char *folder = make_corpus (big);
  g_autofree char *path = g_build_filename (folder, "m.manifest", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bs_manifest_read (path, NULL, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_LIMIT);
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/outlets", test_outlets);
  g_test_add_func ("/manifest/own-folder", test_own_folder);
  g_test_add_func ("/manifest/archives", test_archives);
  g_test_add_func ("/manifest/joined-table", test_joined_table);
  g_test_add_func ("/manifest/bases", test_bases);
  g_test_add_func ("/manifest/table-says-outlet", test_table_says_outlet);
  g_test_add_func ("/manifest/many-strays", test_many_strays);
  g_test_add_func ("/manifest/is-manifest", test_is_manifest);
  g_test_add_func ("/manifest/mistakes", test_mistakes);
  g_test_add_func ("/manifest/byte-zero", test_byte_zero);
  g_test_add_func ("/manifest/utf16-table", test_utf16_table);
  g_test_add_func ("/manifest/too-large", test_too_large);
  g_test_add_func ("/manifest/large-row", test_large_row);
  return g_test_run ();
}
