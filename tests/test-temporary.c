/* Temporary files are private, and gone when they are let go, swept, or when the program is ended by a signal. */
#include "base/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
fill (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *inner = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *deep = g_build_filename (inner, "file", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_true (g_file_set_contents (deep, "x", 1, NULL));
  g_assert_cmpint (symlink (g_get_tmp_dir (), link), ==, 0); /* what it leads to stays */
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%u-a-name-that-fills-the-folder", folder, i);

      g_assert_true (g_file_set_contents (name, "x", 1, NULL));
    }
}

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_folder (void)
{
  char *folder = bs_temporary_folder (NULL);
  g_autofree char *path = g_strdup (folder);

  g_assert_nonnull (folder);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  fill (folder);
  bs_temporary_folder_free (folder);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (g_get_tmp_dir (), G_FILE_TEST_IS_DIR));
}

static void
test_file_has_no_name_and_is_private (void)
{
  struct stat status;
  int file = bs_temporary_file (NULL);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (fstat (file, &status), ==, 0);
  g_assert_cmpuint (status.st_nlink, ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_true (fcntl (file, F_GETFD) & FD_CLOEXEC);
  close (file);
}

static void
test_sweep (void)
{
  g_autoptr (BsTemporaryFolder) folder = bs_temporary_folder (NULL);
  g_autofree char *name = g_strdup_printf ("temporary-test-%d", (int) getpid ());
  g_autofree char *target = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autofree char *beside = NULL;
  g_autofree char *placed = NULL;
  g_autofree char *journal = NULL;

  fill (folder);
  close (bs_temporary_beside (target, &placed));
  g_assert_true (bs_temporary_place (placed, target));
  close (bs_temporary_beside (target, &beside));
  journal = g_strconcat (beside, "-journal", NULL);
  g_assert_true (g_file_set_contents (journal, "x", 1, NULL));
  bs_temporary_sweep ();
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (target, G_FILE_TEST_EXISTS)); /* it has its name: it is nobody's temporary file */
  g_unlink (target);
}

static void
test_refused (void)
{
  char *path = NULL;

  g_assert_cmpint (bs_temporary_beside ("/nowhere/at/all", &path), <, 0);
  g_assert_cmpint (errno, ==, ENOENT);
  g_assert_null (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/temporary/folder", test_folder);
  g_test_add_func ("/temporary/file-has-no-name-and-is-private", test_file_has_no_name_and_is_private);
  g_test_add_func ("/temporary/sweep", test_sweep);
  g_test_add_func ("/temporary/refused", test_refused);
  return g_test_run ();
}
