/* broadsheet: the program. */
#include <locale.h>
#include <stdio.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

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

/* BROADSHEET_CPU names the set of instructions to use, for tests and measurements: every set gives the same bytes. */
static gboolean
choose_cpu (void)
{
  const char *name = g_getenv ("BROADSHEET_CPU");
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  if (name == NULL || name[0] == '\0' || bs_cpu_limit (name, &error))
    return TRUE;
  shown = bs_plain_text (error->message, TRUE);
  fprintf (stderr, "broadsheet: BROADSHEET_CPU: %s\n", shown);
  return FALSE;
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

  if (!choose_cpu ())
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
  keep_tables_apart ();
  bs_front_sweep_at_end ();
  setlocale (LC_CTYPE, ""); /* what the terminal shows; numbers and order never follow the locale */
  return bs_front_leave ((int) run (argc, argv));
}
