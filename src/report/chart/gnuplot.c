#include "report/chart/gnuplot.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "report/plain.h"

#define OLDEST_MAJOR 5
#define OLDEST_MINOR 4
#define WORDS_MAX 500     /* bytes of gnuplot's complaint that are shown */
#define EXIT_BAD_TABLE 65 /* the scripts' exit status for a table without a column they need */

char *
bs_gnuplot_find (const char *name, GError **error)
{
  const char *program = name ? name : "gnuplot";
  g_autofree char *path = g_find_program_in_path (program);

  if (path)
    return g_canonicalize_filename (path, NULL);
  g_set_error (
      error, BS_ERROR, BS_ERROR_PROGRAM,
      "the program \"%s\", which draws the charts, is not here: install it (on Debian, the package gnuplot-nox)",
      program);
  return NULL;
}

static GSubprocess *
start (char **argv, const char *folder, const char *output_path /* NULL: nowhere */, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (output_path ? G_SUBPROCESS_FLAGS_NONE : G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *words_path = g_build_filename (folder, BS_GNUPLOT_WORDS, NULL);
  g_auto (GStrv) environment = g_get_environ ();
  g_auto (GStrv) names = g_listenv ();

  for (guint i = 0; names[i]; i++)
    if (g_str_has_prefix (names[i], "GNU") || g_str_has_prefix (names[i], "FIT_") || g_str_has_prefix (names[i], "LC_")
        || g_str_has_prefix (names[i], "LANG"))
      environment = g_environ_unsetenv (environment, names[i]);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  environment = g_environ_setenv (environment, "TZ", "UTC", TRUE); /* a PDF names it */
  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_set_stderr_file_path (launcher, words_path);
  if (output_path)
    g_subprocess_launcher_set_stdout_file_path (launcher, output_path);
  return g_subprocess_launcher_spawnv (launcher, (const char *const *)argv, error);
}

static gboolean
too_long (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  *(gboolean *)data = TRUE;
}

/* TRUE if it ended by itself within the time. In both cases nothing of it runs on. */
static gboolean
wait_for (GSubprocess *process, guint seconds)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) timer = g_timeout_source_new_seconds (seconds);
  gboolean is_over = FALSE, is_late = FALSE;

  g_main_context_push_thread_default (context);
  g_source_set_callback (timer, too_long, &is_late, NULL);
  g_source_attach (timer, context);
  g_subprocess_wait_async (process, NULL, ended, &is_over);
  while (!is_over && !is_late)
    g_main_context_iteration (context, TRUE);
  if (!is_over)
    g_subprocess_force_exit (process);
  while (!is_over)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (timer);
  g_main_context_pop_thread_default (context);
  return !is_late;
}

/* What gnuplot wrote to its standard error, on one line and safe to show; "" if nothing. */
static char *
read_words (const char *path)
{
  g_autofree char *raw = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) words = NULL;
  GString *line = g_string_new (NULL);
  g_autofree char *joined = NULL;

  if (!g_file_get_contents (path, &raw, NULL, NULL))
    return g_string_free (line, FALSE);
  if (strlen (raw) > WORDS_MAX)
    raw[WORDS_MAX] = '\0';
  valid = g_utf8_make_valid (raw, -1);
  words = g_strsplit_set (valid, " \t\r\n", -1);
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  joined = g_string_free (line, FALSE);
  return bs_plain_text (joined, TRUE);
}

/* Runs it to its end; NULL where it does not start or takes too long. */
static GSubprocess *
finish (char **argv, const char *folder, const char *output_path, guint seconds, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GSubprocess) process = start (argv, folder, output_path, &failure);

  if (!process)
    g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot does not start: %s", failure->message);
  else if (!wait_for (process, seconds))
    g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot was ended: it ran for more than %u seconds", seconds);
  else
    return g_steal_pointer (&process);
  return NULL;
}

gboolean
bs_gnuplot_check (const char *program, const char *folder, guint seconds, GError **error)
{
  g_autofree char *path = g_build_filename (folder, BS_GNUPLOT_VERSION, NULL);
  g_autofree char *answer = NULL;
  g_autoptr (GSubprocess) process
      = finish ((char *[]){ (char *) program, "--version", NULL }, folder, path, seconds, error);
  guint major, minor;

  if (!process)
    return FALSE;
  if (!g_subprocess_get_successful (process) || !g_file_get_contents (path, &answer, NULL, NULL)
      || sscanf (answer, "gnuplot %3u.%3u", &major, &minor) != 2)
    g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM,
                 "gnuplot %d.%d or later is needed; %s does not say which version it is", OLDEST_MAJOR, OLDEST_MINOR,
                 program);
  else if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR))
    g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot %d.%d or later is needed; this is %u.%u (%s)",
                 OLDEST_MAJOR, OLDEST_MINOR, major, minor, program);
  else
    return TRUE;
  return FALSE;
}

gboolean
bs_gnuplot_run (char **argv, const char *folder, guint seconds, GError **error)
{
  g_autofree char *words_path = g_build_filename (folder, BS_GNUPLOT_WORDS, NULL);
  g_autofree char *words = NULL;
  g_autoptr (GSubprocess) process = finish (argv, folder, NULL, seconds, error);
  gboolean is_table;

  if (!process)
    return FALSE;
  words = read_words (words_path);
  if (g_subprocess_get_successful (process) && !*words)
    return TRUE;
  is_table = g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == EXIT_BAD_TABLE;
  g_set_error (error, BS_ERROR, is_table ? BS_ERROR_FORMAT : BS_ERROR_PROGRAM, "gnuplot did not draw the chart: %s",
               *words ? words : "it failed without a word");
  return FALSE;
}
