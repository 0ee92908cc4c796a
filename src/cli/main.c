/* broadsheet: the program. */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/chunk.h"
#include "base/cpu.h"
#include "cli/front.h"
#include "report/plain.h"

static BsExit
unknown_command (const char *name)
{
  const BsCommand *nearest = bs_command_nearest (name);
  g_autofree char *shown = bs_plain_text (name, TRUE);

  fprintf (stderr, "broadsheet: “%s” is not a command; ", shown);
  if (nearest != NULL)
    fprintf (stderr, "did you mean “%s”? ", nearest->name);
  fputs ("“broadsheet --help” lists them\n", stderr);
  return BS_EXIT_USAGE;
}

static BsExit
run_command (const BsCommand *command, char **arguments)
{
  g_auto (GStrv) copy = g_strdupv (arguments);
  BsExit exit = command->run (copy);
  GError *error = NULL;

  if ((exit == BS_EXIT_DONE || exit == BS_EXIT_PROBLEMS) && !bs_front_was_read (&error))
    return bs_front_fail (error);
  return exit;
}

/* A variable of the environment that changes no result; nothing where it is not there, or is empty. */
static gboolean
obey (const char *variable, gboolean (*limit) (const char *value, GError **error))
{
  const char *value = g_getenv (variable);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  if (value == NULL || value[0] == '\0' || limit (value, &error))
    return TRUE;
  shown = bs_plain_text (error->message, TRUE);
  fprintf (stderr, "broadsheet: %s: %s\n", variable, shown);
  return FALSE;
}

/* For tests and measurements: BROADSHEET_CPU names the set of instructions to use, BROADSHEET_CHUNK says how many bytes to
 * take in one go. */
static gboolean
obey_environment (void)
{
  return obey ("BROADSHEET_CPU", bs_cpu_limit) && obey ("BROADSHEET_CHUNK", bs_chunk_limit);
}

/* Where a standard stream is closed, the next file that is opened would stand in its place, be read as standard input and
 * written over by what is printed. In its place stands now what can be neither read nor written, by its name neither. */
static void
hold_standard_streams (void)
{
  static const struct {
    const char *path;
    int flags;
  } held[] = { { "/dev/null", O_WRONLY }, { "/dev/full", O_RDONLY }, { "/dev/full", O_RDONLY } };

  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open (held[fd].path, held[fd].flags) != fd)
      {
        fputs ("broadsheet: a standard stream is closed, and nothing can be opened in its place\n", stderr);
        _exit (BS_EXIT_FILE);
      }
}

/* A table that grows lies in pages of its own, which it takes along; among other memory it would leave a hole behind each
 * time that it moves: a fifth of all memory for a large corpus. */
static void
keep_tables_apart (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 16 * 1024 * 1024);
#endif
}

static BsExit
run (int argc, char *argv[])
{
  static char help[] = "--help";
  g_autofree char *commands = NULL;

  if (!obey_environment ())
    return BS_EXIT_USAGE;
  if (argc < 2)
    {
      commands = bs_commands_help ();
      fputs (commands, stderr);
      return BS_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--version") == 0)
    return bs_front_print_text ("broadsheet " BS_VERSION "\n");
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      char *arguments[] = { help, NULL };
      const BsCommand *command = argc > 2 ? bs_command_find (argv[2]) : NULL;

      if (argc > 2 && command == NULL)
        return unknown_command (argv[2]);
      if (command != NULL)
        return run_command (command, arguments);
      commands = bs_commands_help ();
      return bs_front_print_text (commands);
    }

  {
    const BsCommand *command = bs_command_find (argv[1]);

    if (command == NULL)
      return unknown_command (argv[1]);
    return run_command (command, argv + 2);
  }
}

int
main (int argc, char *argv[])
{
  hold_standard_streams ();
  keep_tables_apart ();
  bs_front_sweep_at_end ();
  setlocale (LC_CTYPE, ""); /* what the terminal shows; numbers and order never follow the locale */
  return bs_front_leave ((int) run (argc, argv));
}
