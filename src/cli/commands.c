/* The table of commands. */
#include "cli/command.h"

#include <string.h>

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

char *
bs_commands_help (void)
{
  GString *help = g_string_new (
         "Usage: broadsheet COMMAND [OPTION…] [ARGUMENT…]\n"
         "\n"
         "Measures how outlets write: readability, vocabulary, sentence lengths, compared between outlets.\n"
         "\n");

  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    {
      g_string_append_printf (help, "%s:\n", chapters[i].heading);
      for (const BsCommand *const *command = chapters[i].commands; *command != NULL; command++)
        g_string_append_printf (help, "  %-11s %s\n", (*command)->name, (*command)->summary);
    }
  g_string_append (
         help,
         "\n"
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
         "value, 130 interrupted.\n");
  return g_string_free (help, FALSE);
}

const BsCommand *
bs_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    for (const BsCommand *const *command = chapters[i].commands; *command != NULL; command++)
      if (strcmp ((*command)->name, name) == 0)
        return *command;
  return NULL;
}

const BsCommand *
bs_command_nearest (const char *name)
{
  for (gsize length = strlen (name); length >= 2; length--)
    for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
      for (const BsCommand *const *command = chapters[i].commands; *command != NULL; command++)
        if (strncmp ((*command)->name, name, length) == 0)
          return *command;
  return NULL;
}
