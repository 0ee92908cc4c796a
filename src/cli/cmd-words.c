#include "cli/front.h"

#include "report/view.h"

static const char details[]
    = "Lists the most frequent words of every outlet: count, rate per million, and how many articles hold\n"
      "them.\n"
      "\n"
      "Examples:\n"
      "  broadsheet words papers.db -n 50\n"
      "  broadsheet words papers.db --content --outlet-only 'The Gazette'\n"
      "  broadsheet words papers.db --whole -n 0 --format csv -o words.csv";

static BsExit
run (char **arguments)
{
  g_auto (BsFrontOutput) output = { 0 };
  g_auto (BsFrontCorpus) corpus = { 0 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  g_autoptr (BsTable) table = NULL;
  g_autofree char *outlet = NULL;
  g_autofree char *how = NULL;
  BsWordsOptions options = { 0 };
  int n = 20;
  gint64 least = 1;
  const GOptionEntry own[] = {
    { "number", 'n', 0, G_OPTION_ARG_INT, &n, "How many words of each outlet (20); 0: all", "N" },
    { "content", 0, 0, G_OPTION_ARG_NONE, &options.content, "Leave out function words, numbers and single letters",
      NULL },
    { "least", 0, 0, G_OPTION_ARG_INT64, &least, "Leave out words that occur less often", "COUNT" },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &outlet, "Of this outlet alone", "NAME" },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &options.corpus, "Of the whole corpus instead of outlets", NULL },
    BS_FRONT_COPIES_ENTRY (&how),
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_output_entries (&output), bs_front_corpus_entries (&corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_words, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&corpus, output.output);
  if (outlet != NULL && options.corpus)
    return bs_front_usage (&bs_command_words, "--whole and --outlet-only exclude each other");
  if (n < 0 || least < 0)
    return bs_front_usage (&bs_command_words, "--number and --least take a number of 0 or more");
  if (!bs_front_open_counted (&front, &bs_command_words, places, &corpus, how, BS_COPIES_LEAVE_OUT, &error))
    return bs_front_fail (error);
  options.n = (guint) n;
  options.least = (guint64) least;
  options.outlet = outlet;
  table = bs_view_words (front.store, &options, &error);
  if (table == NULL)
    return bs_front_fail (error);
  exit = bs_front_print (table, &output, BS_OUTPUT_TABLE);
  return exit != BS_EXIT_DONE ? exit : front.exit;
}

const BsCommand bs_command_words
    = { "words", "STORE|CORPUS…", "list the most frequent words by outlet", details, run };
