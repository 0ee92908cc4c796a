/* fuzz-command.h: commands run in this process, in a private folder with a small store and a text, where they can write
 * nothing and start nothing. For tests/fuzz alone. */
#pragma once

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "analysis/analysis.h"
#include "base/error.h"
#include "cli/command.h"
#include "fuzz-help.h"

#define FUZZ_STORE "store.db"

static char *fuzz_folder;
static int fuzz_outside = -1; /* the folder that the target was started in */

static inline void
fuzz_enter (void)
{
  g_assert_cmpint (g_chdir (fuzz_folder), ==, 0);
}

static inline void
fuzz_leave (void)
{
  g_assert_cmpint (fchdir (fuzz_outside), ==, 0);
}

static inline void
fuzz_clear_folder (gboolean whole)
{
  static const char *const kept[] = { FUZZ_STORE, "text.txt", "records.jsonl", NULL };
  g_autoptr (GDir) dir = g_dir_open (fuzz_folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fuzz_folder, name, NULL);

      if (!whole && g_strv_contains (kept, name))
        continue;
      if (g_remove (path) != 0) /* a temporary folder, which a command empties */
        g_rmdir (path);
    }
}

static inline void
fuzz_remove_folder (void)
{
  fuzz_clear_folder (TRUE);
  g_rmdir (fuzz_folder);
}

static inline void
fuzz_make_records (GString *records)
{
  static const char *const texts[]
      = { "The harbour opened on Monday. It rained all day, and nobody minded the rain at all.",
          "A storm closed the bridge over the river. The mayor said the repairs would take two years, or three.",
          "The council voted to close the old bridge. The vote was close, and the debate was long and bitter." };

  for (guint i = 0; i < 12; i++)
    {
      g_string_append_printf (records, "{\"id\":\"a%u\",\"outlet\":\"%s\",\"title\":\"Title %u\",\"date\":\"20%02u-0%u-11\","
                              "\"byline\":\"Reporter %u\",\"text\":\"", i, i % 2 == 0 ? "Herald" : "Post", i, 10 + i / 4,
                              1 + i % 9, i % 3);
      for (guint j = 0; j < 2 + i % 3; j++)
        g_string_append_printf (records, "%s Number %u came %s. ", texts[(i + j) % 3], i * 7 + j,
                                j % 2 == 0 ? "late" : "early");
      g_string_append (records, "\"}\n");
    }
}

/* The folder with its store. Standard output and error are nobody's, standard input is empty. */
static inline void
fuzz_make_folder (void)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autoptr (BsStore) store = NULL;
  const char *const places[] = { "records.jsonl", NULL };
  const BsAnalysisOptions options = { .threads = 1 };
  BsRunSummary summary;
  GError *error = NULL;

  fuzz_folder = g_dir_make_tmp ("broadsheet-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  fuzz_outside = open (".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_cmpint (fuzz_outside, >=, 0);
  fuzz_enter ();
  atexit (fuzz_remove_folder);
  g_setenv ("TMPDIR", fuzz_folder, TRUE);
  g_setenv ("PATH", "/nowhere", TRUE);
  g_assert_true (g_file_set_contents ("text.txt", "It rained on the harbour, and nobody minded.\n", -1, NULL));
  fuzz_make_records (records);
  g_assert_true (g_file_set_contents (places[0], records->str, (gssize) records->len, NULL));
  store = bs_store_open (FUZZ_STORE, BS_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (bs_analyze (store, places, &options, NULL, NULL, NULL, &summary, &error));
  g_assert_cmpuint (summary.added, ==, 12);
  fuzz_leave ();
}

/* While files are limited, a write to one fails; a program that is not asked otherwise is ended by that. */
static inline void
fuzz_limit_files (gboolean on)
{
  static void (*before) (int);
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  if (on)
    before = signal (SIGXFSZ, SIG_IGN);
  limit.rlim_cur = on ? 0 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  if (!on)
    signal (SIGXFSZ, before);
}

/* Runs a command; what it prints goes nowhere. */
static inline void
fuzz_run (const BsCommand *command, char **arguments)
{
  static FILE *nowhere;
  FILE *out = stdout, *err = stderr;
  BsExit status;

  if (nowhere == NULL)
    {
      nowhere = fopen ("/dev/null", "r+");
      g_assert_nonnull (nowhere);
      g_assert_nonnull (freopen ("/dev/null", "r", stdin));
    }
  stdout = stderr = nowhere;
  fuzz_enter ();
  fuzz_limit_files (TRUE);
  status = command->run (arguments);
  fuzz_limit_files (FALSE);
  fuzz_leave ();
  fflush (nowhere);
  stdout = out;
  stderr = err;
  g_assert_true ((status >= BS_EXIT_DONE && status <= BS_EXIT_NO_VALUE));
}
