/* source-help.h: what the tests of the source room share: inputs written into a temporary folder, and what a corpus
 * gives written down as lines that a test can compare. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "source/corpus.h"

static inline void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

/* A folder of the test's own; remove_tree() and g_free() it. */
static inline char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("broadsheet-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline void
write_bytes (const char *folder, const char *name, const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  g_file_set_contents (path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
}

static inline void
write_text (const char *folder, const char *name, const char *text)
{
  write_bytes (folder, name, text, strlen (text));
}

/* Writes a member into an archive that is being written; a NULL text makes a folder. */
static inline void
add_member (struct archive *archive, const char *name, const void *bytes, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_copy_pathname (entry, name);
  archive_entry_set_filetype (entry, bytes != NULL ? AE_IFREG : AE_IFDIR);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t)length);
  g_assert_cmpint (archive_write_header (archive, entry), >=, ARCHIVE_WARN);
  if (length > 0)
    g_assert_cmpint (archive_write_data (archive, bytes, length), ==, (la_ssize_t)length);
  archive_entry_free (entry);
}

/* An archive to be written to folder/name; `filter` as libarchive calls it, or NULL. */
static inline struct archive *
start_archive (const char *folder, const char *name, const char *format, const char *filter)
{
  struct archive *archive = archive_write_new ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  g_assert_cmpint (archive_write_set_format_by_name (archive, format), ==, ARCHIVE_OK);
  if (filter != NULL)
    g_assert_cmpint (archive_write_add_filter_by_name (archive, filter), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  return archive;
}

static inline void
finish_archive (struct archive *archive)
{
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

/* A single compressed file. */
static inline void
write_compressed (const char *folder, const char *name, const char *filter, const char *bytes, gsize length)
{
  struct archive *archive = start_archive (folder, name, "raw", filter);

  add_member (archive, "data", bytes, length);
  finish_archive (archive);
}

/* Cuts a file down to its first `length` bytes. */
static inline void
cut_file (const char *folder, const char *name, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize whole;

  g_assert_true (g_file_get_contents (path, &bytes, &whole, NULL));
  g_assert_cmpuint (whole, >, length);
  write_bytes (folder, name, bytes, length);
}

/* One line for an article ("outlet/id: text", the text's line ends as ¶) or a problem ("kind outlet/id line: message").
 */
static inline void
write_down (GString *lines, BsNext next, const BsArticle *article, const BsProblem *problem)
{
  if (next == BS_NEXT_ARTICLE)
    {
      g_autoptr (GString) text = g_string_new_len (article->text.start, (gssize)article->text.length);
      g_assert_cmpint (article->text.start[article->text.length], ==, '\0');
      g_assert_true (g_utf8_validate (article->id, -1, NULL) && g_utf8_validate (article->outlet, -1, NULL));
      g_string_replace (text, "\n", "¶", 0);
      g_string_append_printf (lines, "%s/%s: %s\n", article->outlet, article->id, text->str);
      return;
    }
  g_assert_true (g_utf8_validate (problem->message, -1, NULL) && g_utf8_validate (problem->origin.path, -1, NULL));
  g_string_append_printf (lines, "! %s %s/%s %" G_GUINT64_FORMAT "\n", bs_problem_kind_name (problem->kind),
                          problem->outlet != NULL ? problem->outlet : "-", problem->id != NULL ? problem->id : "-",
                          problem->origin.line);
}

/* All that a place gives. `messages` (or NULL) collects the problems' sentences. Free with g_free(). */
static inline char *
read_place (const char *folder, const char *name, const BsSourceOptions *options, GString *messages)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = strcmp (name, "-") == 0 ? g_strdup (name) : g_build_filename (folder, name, NULL);
  const char *const places[] = { place, NULL };
  g_autoptr (BsCorpus) corpus = bs_corpus_open (places, options, &error);
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  BsArticle article;
  BsProblem problem;
  BsNext next;

  g_assert_no_error (error);
  while ((next = bs_corpus_next (corpus, arena, &article, &problem)) != BS_NEXT_END)
    {
      write_down (lines, next, &article, &problem);
      if (next == BS_NEXT_PROBLEM && messages != NULL)
        g_string_append_printf (messages, "%s\n", problem.message);
      bs_arena_reset (arena);
    }
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_END);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* Asserts what a place gives. */
static inline void
assert_gives (const char *folder, const char *name, const BsSourceOptions *options, const char *expected)
{
  g_autofree char *lines = read_place (folder, name, options, NULL);

  g_assert_cmpstr (lines, ==, expected);
}

/* Asserts what markup the articles of a place are said to be in: "outlet/id html" a line, with the encoding where
 * one is declared; problems as elsewhere. */
static inline void
assert_marked (const char *folder, const char *name, const BsSourceOptions *options, const char *expected)
{
  static const char *const markups[] = { "unknown", "plain", "html" };
  g_autofree char *place = g_build_filename (folder, name, NULL);
  const char *const places[] = { place, NULL };
  g_autoptr (BsCorpus) corpus = bs_corpus_open (places, options, NULL);
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  BsArticle article;
  BsProblem problem;
  BsNext next;

  while ((next = bs_corpus_next (corpus, arena, &article, &problem)) != BS_NEXT_END)
    if (next == BS_NEXT_PROBLEM)
      write_down (lines, next, &article, &problem);
    else
      g_string_append_printf (lines, "%s/%s %s%s%s\n", article.outlet, article.id, markups[article.markup],
                              article.encoding != NULL ? " " : "", article.encoding != NULL ? article.encoding : "");
  g_assert_cmpstr (lines->str, ==, expected);
}

/* Asserts what a file of these bytes gives. */
static inline void
assert_file_gives (const char *name, const char *text, const BsSourceOptions *options, const char *expected)
{
  g_autofree char *folder = make_folder ();

  write_text (folder, name, text);
  assert_gives (folder, name, options, expected);
  remove_tree (folder);
}
