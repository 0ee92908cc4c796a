#include "cli/front.h"

#include <errno.h>
#include <glib.h>
#include <unistd.h>

#include "base/number.h"
#include "base/temporary.h"
#include "store/copies.h"

static const char details[]
    = "Joins stores of parts of a corpus into the store that one run over the whole would have left. An\n"
      "article that stands in several is taken once; where they differ, nothing is written. Copies between\n"
      "parts cannot be told without the texts: they are counted, and the next “analyze” of the whole corpus\n"
      "into the result compares them.\n"
      "\n"
      "Example:\n"
      "  broadsheet merge 2022.db 2023.db 2024.db -o all.db";

static gboolean
merge_all (const char *path, char **parts, guint64 *stale, guint64 *doubts, GError **error)
{
  g_autoptr (BsStore) store = bs_store_open (path, BS_STORE_WRITE, error);

  if (store == NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!bs_store_merge (store, parts[i], error))
      return FALSE;
  if (!bs_store_begin (store, error) || !bs_store_refresh_repeats (store, stale, error)
      || !bs_store_commit (store, error))
    return FALSE;
  *doubts = bs_store_copy_doubts (store);
  return TRUE;
}

static void
tell_stale (guint64 stale)
{
  char number[BS_NUMBER_MAX];

  if (stale > 0)
    bs_front_say ("%s articles were analyzed when other blocks repeated in their outlets than in all stores together;"
                  " analyze them again into the result",
                  bs_number_grouped ((gint64) stale, number));
}

static void
tell_doubts (guint64 doubts)
{
  char number[BS_NUMBER_MAX];

  if (doubts > 0)
    bs_front_say ("%s pairs look like copies and could not be compared without their texts; “analyze” of the whole"
                  " corpus into this store compares them",
                  bs_number_grouped ((gint64) doubts, number));
}

/* An empty file beside the output, so that its name appears when all is in it, or not at all. NULL with `error` set. */
static char *
make_temporary (const char *output, GError **error)
{
  char *path;
  int fd = bs_temporary_beside (output, &path);

  if (fd < 0)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: cannot be written: %s", output, g_strerror (errno));
      return NULL;
    }
  close (fd);
  return path;
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
  guint64 stale = 0, doubts = 0;
  BsExit exit;

  if (!bs_front_parse (&bs_command_merge, arguments, own, NULL, &parts, &exit))
    return exit;
  if (parts == NULL)
    return bs_front_usage (&bs_command_merge, "merge needs the stores to join");
  if (output == NULL)
    return bs_front_usage (&bs_command_merge, "merge needs a file for its result: -o STORE");
  if (g_str_equal (output, "-"))
    return bs_front_usage (&bs_command_merge, "a store is a file, and cannot be written to standard output: -o STORE");
  if (g_file_test (output, G_FILE_TEST_EXISTS))
    return bs_front_usage (&bs_command_merge, "%s exists already; merge writes a new file", output);

  temporary = make_temporary (output, &error);
  if (temporary == NULL)
    return bs_front_fail (error);
  if (!merge_all (temporary, parts, &stale, &doubts, &error))
    {
      bs_temporary_drop (temporary);
      return bs_front_fail (error);
    }
  if (!bs_temporary_place (temporary, output))
    {
      error = g_error_new (BS_ERROR, BS_ERROR_IO, "%s: cannot be written: %s", output, g_strerror (errno));
      bs_temporary_drop (temporary);
      return bs_front_fail (error);
    }
  tell_stale (stale);
  tell_doubts (doubts);
  return BS_EXIT_DONE;
}

const BsCommand bs_command_merge
    = { "merge", "STORE…", "join the stores of parts into the store of the whole", details, run };
