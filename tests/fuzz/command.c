/* A command line: the first line names the command, every other one is an argument. It is run as far as it can go
 * where nothing can be written and nothing started.
 *
 * about: src/cli/front.c src/cli/front-corpus.c src/cli/front-output.c src/cli/front-chart.c src/cli/front-measures.c
 * about: src/cli/commands.c src/cli/cmd-analyze.c src/cli/cmd-clean.c src/cli/cmd-collocates.c src/cli/cmd-compare.c
 * about: src/cli/cmd-concordance.c src/cli/cmd-dispersion.c src/cli/cmd-distance.c src/cli/cmd-explain.c
 * about: src/cli/cmd-export.c src/cli/cmd-keyness.c src/cli/cmd-matrix.c src/cli/cmd-measures.c src/cli/cmd-merge.c
 * about: src/cli/cmd-ngrams.c src/cli/cmd-plot.c src/cli/cmd-report.c src/cli/cmd-richness.c src/cli/cmd-score.c
 * about: src/cli/cmd-segment.c src/cli/cmd-sentences.c src/cli/cmd-trend.c src/cli/cmd-words.c
 * max_len: 200
 * rss_limit: 1500 */
#include "fuzz-command.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  fuzz_make_folder ();
  return 0;
}

/* No name may lead out of the folder, to devices or to all of the disk. */
static char *
argument_of (BsSpan line)
{
  char *argument = g_strndup (line.start, line.length);

  return g_strdelimit (argument, "/", '_');
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  BsSpan name = fuzz_until (&bytes, '\n');
  g_autofree char *asked = g_strndup (name.start != NULL ? name.start : "", name.length);
  const BsCommand *command = bs_command_find (asked);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  bs_command_nearest (asked);
  if (command == NULL)
    return 0;
  while (bytes.left > 0)
    g_ptr_array_add (arguments, argument_of (fuzz_until (&bytes, '\n')));
  g_ptr_array_add (arguments, NULL);
  fuzz_run (command, (char **) arguments->pdata);
  fuzz_clear_folder (FALSE);
  return 0;
}
