/* Files are opened under their own names, whatever was opened before. */
#include "source/folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_names (void)
{
  static const char *const files[] = { "a/x", "a/y", "a/z", "b/x", "a/x", "a/y", "x", "ab/x", "ab/y", "a/b/x", "a/b/y" };
  g_autofree char *root = g_dir_make_tmp ("broadsheet-folder-XXXXXX", NULL);
  BsFolder folder = BS_FOLDER_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (root, files[i], NULL);
      g_autofree char *above = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, files[i], -1, NULL));
    }
  for (guint i = 0; i < 3 * G_N_ELEMENTS (files); i++)
    {
      const char *name = files[i % G_N_ELEMENTS (files)];
      g_autofree char *path = g_build_filename (root, name, NULL);
      g_autofree char *gone = g_build_filename (root, name, "..", "none", NULL);
      char bytes[16] = { 0 };
      int file = bs_folder_open_file (&folder, path);

      g_assert_cmpint (read (file, bytes, sizeof bytes - 1), ==, (gssize) strlen (name));
      g_assert_cmpstr (bytes, ==, name);
      close (file);
      if (i % 2 == 0)
        g_assert_cmpint (bs_folder_open_file (&folder, gone), ==, -1);
    }
  g_assert_cmpint (bs_folder_open_file (&folder, "no-such-file-here"), ==, -1);
  bs_folder_clear (&folder);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (root, files[i], NULL);

      g_unlink (path);
    }
  for (const char *const *name = (const char *const[]){ "a/b", "a", "ab", "b", "", NULL }; *name != NULL; name++)
    {
      g_autofree char *path = g_build_filename (root, *name, NULL);

      g_rmdir (path);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folder/names", test_names);
  return g_test_run ();
}
