/* broadsheet: the program. */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/cpu.h"
#include "cli/command.h"
#include "report/plain.h"

/* The order and the headings of help. */
static const struct {
  const char *heading;
  const BsCommand *commands[9]; /* NULL-ended */
} chapters[] = {
  { "A corpus", { &bs_command_analyze, &bs_command_merge, &bs_command_export, &bs_command_matrix } },
  { "Its outlets",
    { &bs_command_report, &bs_command_compare, &bs_command_trend, &bs_command_richness, &bs_command_distance,
      &bs_command_plot } },
  { "Its words",
    { &bs_command_words, &bs_command_keyness, &bs_command_ngrams, &bs_command_collocates, &bs_command_dispersion,
      &bs_command_concordance, &bs_command_sentences } },
  { "A text",
    { &bs_command_score, &bs_command_clean, &bs_command_segment, &bs_command_explain, &bs_command_measures } },
};

static void
print_help (FILE *to)
{
  fputs ("Usage: broadsheet COMMAND [OPTION…] [ARGUMENT…]\n"
         "\n"
         "Measures how outlets write: readability, vocabulary, sentence lengths, compared between outlets.\n"
         "\n",
         to);
  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    {
      fprintf (to, "%s:\n", chapters[i].heading);
      for (const BsCommand *const *command = chapters[i].commands; *command != NULL; command++)
        fprintf (to, "  %-11s %s\n", (*command)->name, (*command)->summary);
    }
  fputs ("\n"
         "A corpus is a folder with one sub-folder an outlet and a text or HTML file an article; a JSONL, CSV\n"
         "or TSV file; a web crawl (WARC, WET); an export of Nexis or Factiva as text; any of them compressed\n"
         "or in an archive; or a manifest that describes anything else.\n"
         "\n"
         "  broadsheet analyze papers/ -o papers.db    count and measure every article\n"
         "  broadsheet report papers.db                look at the outlets side by side\n"
         "  broadsheet compare papers.db               say what differs, how much, and how sure\n"
         "  broadsheet score article.txt               measure one text\n"
         "\n"
         "“broadsheet COMMAND --help” explains a command. Exit status: 0 done, 1 done but with problems in\n"
         "the input, 2 wrong usage, 3 a file cannot be read or written, 4 gnuplot failed, 5 a measure has no\n"
         "value, 130 interrupted.\n",
         to);
}

static const BsCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    for (const BsCommand *const *command = chapters[i].commands; *command != NULL; command++)
      if (strcmp ((*command)->name, name) == 0)
        return *command;
  return NULL;
}

/* The command whose name starts like the mistyped one, for "did you mean". */
static const BsCommand *
nearest_command (const char *name)
{
  for (gsize length = strlen (name); length >= 2; length--)
    for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
      for (const BsCommand *const *command = chapters[i].commands; *command != NULL; command++)
        if (strncmp ((*command)->name, name, length) == 0)
          return *command;
  return NULL;
}

static BsExit
unknown_command (const char *name)
{
  const BsCommand *nearest = nearest_command (name);
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

  return command->run (copy);
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

int
main (int argc, char *argv[])
{
  static char help[] = "--help";

  setlocale (LC_CTYPE, ""); /* what the terminal shows; numbers and order never follow the locale */
  if (!choose_cpu ())
    return BS_EXIT_USAGE;
  if (argc < 2)
    {
      print_help (stderr);
      return BS_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      puts ("broadsheet " BS_VERSION);
      return BS_EXIT_DONE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      char *arguments[] = { help, NULL };
      const BsCommand *command = argc > 2 ? find_command (argv[2]) : NULL;

      if (argc > 2 && command == NULL)
        return (int) unknown_command (argv[2]);
      if (command != NULL)
        return (int) run_command (command, arguments);
      print_help (stdout);
      return BS_EXIT_DONE;
    }

  {
    const BsCommand *command = find_command (argv[1]);

    if (command == NULL)
      return (int) unknown_command (argv[1]);
    return (int) run_command (command, argv + 2);
  }
}
