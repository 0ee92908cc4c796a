#include "cli/front.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static const char details[]
    = "Joins stores of parts of a corpus into the store that one run over the whole would have left. An article that\n"
      "stands in several is taken once; where they differ, nothing is written.\n"
      "\n"
      "Example:\n"
      "  broadsheet merge 2022.db 2023.db 2024.db -o all.db";

static gboolean
merge_all (const char *path, char **parts, GError **error)
{
  g_autoptr (BsStore) store = bs_store_open (path, BS_STORE_WRITE, error);

  if (store == NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!bs_store_merge (store, parts[i], error))
      return FALSE;
  return TRUE;
}

/* An empty file beside the output, so that its name appears when all is in it, or not at all. NULL with `error` set. */
static char *
make_temporary (const char *output, GError **error)
{
  g_autofree char *path = g_strconcat (output, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR, 0666);

  if (fd < 0)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: cannot be written: %s", output, g_strerror (errno));
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&path);
}

static BsExit
run (char **arguments)
{
  g_autofree char *output = NULL;
  g_autofree char *temporary = NULL;
  g_auto (GStrv) parts = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Store to make; must not exist", "STORE" },
    { NULL },
  };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_merge, arguments, own, NULL, &parts, &exit))
    return exit;
  if (parts == NULL)
    return bs_front_usage (&bs_command_merge, "merge needs the stores to join");
  if (output == NULL)
    return bs_front_usage (&bs_command_merge, "merge needs a file for its result: -o STORE");
  if (g_file_test (output, G_FILE_TEST_EXISTS))
    return bs_front_usage (&bs_command_merge, "%s exists already; merge writes a new file", output);

  temporary = make_temporary (output, &error);
  if (temporary == NULL)
    return bs_front_fail (error);
  if (!merge_all (temporary, parts, &error))
    {
      g_unlink (temporary);
      return bs_front_fail (error);
    }
  if (g_rename (temporary, output) != 0)
    {
      error = g_error_new (BS_ERROR, BS_ERROR_IO, "%s: cannot be written: %s", output, g_strerror (errno));
      g_unlink (temporary);
      return bs_front_fail (error);
    }
  return BS_EXIT_DONE;
}

const BsCommand bs_command_merge
    = { "merge", "STORE…", "join the stores of parts into the store of the whole", details, run };
