/* The files that patterns fit, against every file of the folder held to every pattern; what they may cost; and the file
 * that no walk finds. */
#include "source-help.h"
#include "source/glob.h"
#include "source/name.h"

#include "base/error.h"

static const BsSourceOptions all_defaults = { 0 };
static const char *const folders[] = { "", "a/", "ab/", "a/b/", "a/b/a/", "a.b/" };
static const char *const names[] = { "a.txt", "b.txt", "ab.txt", "c", "é.txt", "abab.txt" };

static char *
make_tree (GPtrArray *paths)
{
  char *folder = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        char *path = g_strconcat (folders[i], names[j], NULL);

        write_text (folder, path, "text");
        g_ptr_array_add (paths, path);
      }
  return folder;
}

static int
compare_paths (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
write_pattern (GRand *random)
{
  static const char *const parts[] = { "a", "b", "*", "?", "/", "/", "**/", ".txt", "ab", "é", "c" };
  GString *pattern = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 1, 7);

  for (guint i = 0; i < n; i++)
    g_string_append (pattern, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (pattern, FALSE);
}

static void
test_as_one_by_one (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (31);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) problems = g_array_new (FALSE, FALSE, sizeof (BsProblem));
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autofree char *folder = make_tree (paths);
  g_autoptr (BsGlobs) globs = bs_globs_new (folder, &all_defaults, arena, problems);
  guint fitting = 0;

  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *pattern = write_pattern (random);
      g_autoptr (GPtrArray) found = g_ptr_array_new ();
      guint at = 0;

      if (pattern[0] == '/' || strstr (pattern, "//") != NULL)
        continue; /* a manifest has none of these */
      g_assert_true (bs_globs_find (globs, pattern, found, NULL));
      for (guint j = 0; j < paths->len; j++)
        if (bs_name_matches (pattern, paths->pdata[j]))
          {
            g_assert_cmpuint (at, <, found->len);
            g_assert_cmpstr (found->pdata[at++], ==, paths->pdata[j]);
          }
      g_assert_cmpuint (at, ==, found->len);
      fitting += at;
    }
  g_assert_cmpuint (fitting, >, 1000);
  remove_tree (folder);
}

/* The same file is the same string, whichever pattern of a folder found it. */
static void
test_listed_once (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) problems = g_array_new (FALSE, FALSE, sizeof (BsProblem));
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autofree char *folder = make_tree (paths);
  g_autoptr (BsGlobs) globs = bs_globs_new (folder, &all_defaults, arena, problems);

  g_assert_true (bs_globs_find (globs, "a/a*", found, NULL) && bs_globs_find (globs, "a/*.txt", found, NULL)
                 && bs_globs_find (globs, "a/a.txt", found, NULL));
  g_assert_cmpuint (found->len, ==, 3 + 5 + 1);
  g_assert_true (found->pdata[0] == found->pdata[8] && found->pdata[3] == found->pdata[8]);
  g_assert_cmpstr (found->pdata[8], ==, "a/a.txt");
  remove_tree (folder);
}

/* What is written out meets one name, and what begins with a star all of them. */
static void
test_ceiling (void)
{
  const BsSourceOptions options = { .ceilings.value[BS_CEILING_GLOBS] = 300 };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) problems = g_array_new (FALSE, FALSE, sizeof (BsProblem));
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autofree char *folder = make_tree (paths);
  g_autoptr (BsGlobs) globs = bs_globs_new (folder, &options, arena, problems);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    g_assert_true (bs_globs_find (globs, "a/a.txt", found, NULL)); /* 49 each */
  g_assert_false (bs_globs_find (globs, "**/c", found, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_LIMIT);
  remove_tree (folder);
}

/* Names that begin alike, the same name in another folder, a link to it, and a file that is not there. */
static void
test_except (void)
{
  static const char *const written[] = { "a/s", "a/s-journal", "a/s-wal", "a/s-shm", "a/s-shms", "a/st", "b/s" };
  g_autofree char *folder = make_folder ();
  g_autofree char *except = g_build_filename (folder, "b", "..", "a", "s", NULL);
  g_autofree char *missing = g_build_filename (folder, "a", "missing", NULL);
  g_autofree char *link = g_build_filename (folder, "b", "link", NULL);
  BsSourceOptions options = { .except = except };

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    write_text (folder, written[i], written[i]);
  g_assert_cmpint (symlink ("../a/s", link), ==, 0);
  assert_gives (folder, ".", &options, "a/s-shm: a/s-shm\na/s-shms: a/s-shms\na/s-wal: a/s-wal\na/st: a/st\nb/s: b/s\n");
  options.except = link;
  assert_gives (folder, ".", &options, "a/s-shm: a/s-shm\na/s-shms: a/s-shms\na/s-wal: a/s-wal\na/st: a/st\nb/s: b/s\n");
  options.except = missing;
  assert_gives (folder, "a", &options,
                "a/s: a/s\na/s-journal: a/s-journal\na/s-shm: a/s-shm\na/s-shms: a/s-shms\na/s-wal: a/s-wal\n"
                "a/st: a/st\n");
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glob/as-one-by-one", test_as_one_by_one);
  g_test_add_func ("/glob/listed-once", test_listed_once);
  g_test_add_func ("/glob/ceiling", test_ceiling);
  g_test_add_func ("/glob/except", test_except);
  return g_test_run ();
}
