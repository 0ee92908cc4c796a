/* What Ctrl-C does: a run is asked to stop, and whoever insists finds no temporary files left. */
#include "cli/front.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/temporary.h"

static volatile gint stop_asked;

/* Temporary files go, and the signal does what it would have done. */
static void
end (int number)
{
  bs_temporary_sweep ();
  signal (number, SIG_DFL);
  raise (number);
}

static void
ask_to_stop (int number)
{
  g_atomic_int_set (&stop_asked, number); /* without a lock: a handler may */
  signal (number, end); /* a second Ctrl-C ends the program at once */
}

static void
say (const char *text)
{
  if (write (STDERR_FILENO, text, strlen (text)) < 0)
    return;
}

static gboolean main_is_over;

/* A library that gets no memory may end the program by itself, with a status that says something else. */
static void
at_end (void)
{
  bs_temporary_sweep ();
  if (main_is_over)
    return;
  say ("\nbroadsheet: a library ended the work, for lack of memory or on damaged data. A store that was being written is"
       " sound: the same command goes on from there\n");
  _exit (BS_EXIT_FILE);
}

int
bs_front_leave (int status)
{
  main_is_over = TRUE;
  return status;
}

/* GLib ends a program that gets no memory, after it called this. Nothing here may allocate. */
static void
end_without_memory (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  (void) domain, (void) level, (void) data;
  if (message != NULL && strstr (message, "failed to allocate") != NULL)
    say ("broadsheet: no memory is left, and the work was stopped. A store that was being written is sound: the same"
         " command goes on from there");
  else
    {
      say ("broadsheet: ");
      say (message != NULL ? message : "stopped");
    }
  say ("\n");
  bs_temporary_sweep ();
  _exit (BS_EXIT_FILE);
}

void
bs_front_sweep_at_end (void)
{
  static const char *const domains[] = { "GLib", "GLib-GObject", "GLib-GIO" };
  static const int ends[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXCPU };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (signal (ends[i], end) == SIG_IGN)
      signal (ends[i], SIG_IGN); /* as under nohup */
  signal (SIGXFSZ, SIG_IGN); /* a file that may not grow is told where it is written, like a full disk */
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    g_log_set_handler (domains[i], G_LOG_LEVEL_ERROR | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION, end_without_memory,
                       NULL);
  atexit (at_end);
}

const volatile gint *
bs_front_catch (gboolean catch)
{
  g_atomic_int_set (&stop_asked, 0);
  signal (SIGINT, catch ? ask_to_stop : end);
  signal (SIGTERM, catch ? ask_to_stop : end);
  return &stop_asked;
}
