#include "report/chart/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "report/chart/pending.h"
#include "report/plain.h"

#define OLDEST_MAJOR 5
#define OLDEST_MINOR 4
#define LOOKS 2000        /* microseconds between looks whether it has ended */
#define ANSWER "answer.txt"
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

/* Ends with the program that started it, however that ends. */
static void
end_with_parent (gpointer data G_GNUC_UNUSED)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* Nothing by which a program would do more than draw. Free with g_strfreev. */
static char **
environment_in (const char *folder)
{
  /* what may change the picture, name programs or files to write, or lead to a screen */
  static const char *const kept_out[] = { "GNU", "FIT_", "LC_", "LANG", "DISPLAY", "WAYLAND_", "XAUTHORITY", "DBUS_",
                                          "PAGER", "QT_", "GTK_", "G_", "FC_", "PANGO", "CAIRO", "MALLOC_TRACE" };
  char **environment = g_get_environ ();
  g_auto (GStrv) names = g_listenv ();
  g_autofree char *fonts = g_build_filename (folder, BS_GNUPLOT_FONTS, NULL);

  for (guint i = 0; names[i]; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kept_out); k++)
      if (g_str_has_prefix (names[i], kept_out[k]))
        environment = g_environ_unsetenv (environment, names[i]);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  environment = g_environ_setenv (environment, "TZ", "UTC", TRUE); /* a PDF names it */
  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", folder, TRUE);
  environment = g_environ_setenv (environment, "TMPDIR", folder, TRUE);
  if (g_file_test (fonts, G_FILE_TEST_EXISTS))
    environment = g_environ_setenv (environment, "FONTCONFIG_FILE", fonts, TRUE);
  return environment;
}

gboolean
bs_gnuplot_keep_fonts (const char *folder, GError **error)
{
  const char *usual = g_getenv ("FONTCONFIG_FILE");
  g_autofree char *path = g_build_filename (folder, BS_GNUPLOT_FONTS, NULL);
  g_autofree char *text
      = g_markup_printf_escaped ("<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>"
                                 "<cachedir>%s</cachedir><include ignore_missing=\"yes\">%s</include></fontconfig>\n",
                                 folder, usual && *usual ? usual : "/etc/fonts/fonts.conf");
  g_auto (BsPending) pending = { 0 };

  return bs_pending_write (&pending, path, text, strlen (text), error) && bs_pending_place (&pending, error);
}

/* A file for what it writes, or -1 with `error` set. */
static int
make_file (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int file = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (file < 0)
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: cannot be written: %s", path, g_strerror (errno));
  return file;
}

/* GSubprocess would want a thread that watches children, and end the program where there is none to be had. */
static gboolean
start (char **argv, const char *folder, const char *output /* NULL: nowhere */, GPid *process, GError **error)
{
  GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH | (output ? 0 : G_SPAWN_STDOUT_TO_DEV_NULL);
  g_auto (GStrv) environment = environment_in (folder);
  g_autoptr (GError) failure = NULL;
  int words = make_file (folder, BS_GNUPLOT_WORDS, error);
  int out = words >= 0 && output ? make_file (folder, output, error) : -1;
  gboolean started = FALSE;

  if (words >= 0 && (out >= 0 || !output))
    {
      started = g_spawn_async_with_pipes_and_fds (folder, (const char *const *)argv, (const char *const *)environment,
                                                  flags, end_with_parent, NULL, -1, out, words, NULL, NULL, 0, process,
                                                  NULL, NULL, NULL, &failure);
      if (!started)
        g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot does not start: %s", failure->message);
    }
  if (out >= 0)
    close (out);
  if (words >= 0)
    close (words);
  return started;
}

/* TRUE, with its status as waitpid() has it, if it ended by itself within the time. In both cases nothing of it runs
 * on. */
static gboolean
wait_for (GPid process, guint seconds, int *status)
{
  gint64 last = g_get_monotonic_time () + (gint64)seconds * G_USEC_PER_SEC;

  *status = 0;
  for (pid_t ended = 0; ended == 0 || (ended < 0 && errno == EINTR); ended = waitpid (process, status, WNOHANG))
    {
      if (g_get_monotonic_time () >= last)
        {
          kill (process, SIGKILL);
          waitpid (process, status, 0);
          return FALSE;
        }
      g_usleep (LOOKS);
    }
  return TRUE;
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

/* Runs it to its end, and takes its status as waitpid() has it; FALSE where it does not start or takes too long. */
static gboolean
finish (char **argv, const char *folder, const char *output, guint seconds, int *status, GError **error)
{
  GPid process;

  if (!start (argv, folder, output, &process, error))
    return FALSE;
  if (wait_for (process, seconds, status))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot was ended: it ran for more than %u seconds", seconds);
  return FALSE;
}

static gboolean
is_success (int status)
{
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

char *
bs_gnuplot_ask (char **argv, const char *folder, guint seconds)
{
  g_autofree char *path = g_build_filename (folder, ANSWER, NULL);
  char *answer = NULL;
  int status;

  if (!finish (argv, folder, ANSWER, seconds, &status, NULL) || !is_success (status)
      || !g_file_get_contents (path, &answer, NULL, NULL))
    return NULL;
  return answer;
}

gboolean
bs_gnuplot_check (const char *program, const char *folder, guint seconds, GError **error)
{
  g_autofree char *path = g_build_filename (folder, BS_GNUPLOT_VERSION, NULL);
  g_autofree char *answer = NULL;
  guint major, minor;
  int status;

  if (!finish ((char *[]){ (char *) program, "--version", NULL }, folder, BS_GNUPLOT_VERSION, seconds, &status, error))
    return FALSE;
  if (!is_success (status) || !g_file_get_contents (path, &answer, NULL, NULL)
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
  gboolean is_table;
  int status;

  if (!finish (argv, folder, NULL, seconds, &status, error))
    return FALSE;
  words = read_words (words_path);
  if (is_success (status) && !*words)
    return TRUE;
  is_table = WIFEXITED (status) && WEXITSTATUS (status) == EXIT_BAD_TABLE;
  g_set_error (error, BS_ERROR, is_table ? BS_ERROR_FORMAT : BS_ERROR_PROGRAM, "gnuplot did not draw the chart: %s",
               *words ? words : "it failed without a word");
  return FALSE;
}
