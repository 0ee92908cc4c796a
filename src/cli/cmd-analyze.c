#include "cli/front.h"

#include <glib/gstdio.h>

#include "report/view-ceilings.h"
#include "store/checkpoint.h"
#include "store/forget.h"

static const char details[]
    = "Counts and measures every article of a corpus and leaves the result in one file.\n"
      "\n"
      "CORPUS is a folder whose sub-folders are outlets, with a text or HTML file an article; a JSONL, CSV\n"
      "or TSV file of records; a web crawl (WARC, WET); an export of Nexis or Factiva as text; any of them\n"
      "compressed (gz, zst, xz, bz2) or in a tar or zip; a manifest (see docs/manifest.md); or - for\n"
      "standard input. Several make one corpus. Into a file that exists, only what is new or changed is\n"
      "analyzed.\n"
      "\n"
      "The corpus is read twice: what repeats in an outlet is known at its end. Standard input is kept for\n"
      "that, at most 4 GiB of it, in a temporary file; with --as-is it is read once.\n"
      "\n"
      "--forget terms,lengths leaves out what only some commands need: words and sentence lengths article\n"
      "by article. The store is smaller, can be read and reported, but not be added to or merged.\n"
      "\n"
      "What is larger, deeper or longer than a ceiling is left out and listed as a problem; --ceilings\n"
      "lists them all, and --ceiling NAME=VALUE sets another: --ceiling article=64M.\n"
      "\n"
      "Examples:\n"
      "  broadsheet analyze papers/ -o papers.db\n"
      "  broadsheet analyze articles.jsonl.gz --field-outlet paper -o papers.db\n"
      "  zcat dump.gz | broadsheet analyze - --input-format jsonl -o dump.db";

/* A store that this command made and left empty is taken away again; never one that another program may be writing. */
static BsExit
fail (BsStore *store, gboolean existed, GError *error)
{
  if (!existed && store != NULL && !g_error_matches (error, BS_ERROR, BS_ERROR_INTERRUPTED))
    bs_store_discard_empty (store);
  bs_store_close (store);
  return bs_front_fail (error);
}

/* Those in force with the options of the same command line. */
static BsExit
print_ceilings (const BsFrontCorpus *corpus)
{
  static const BsFrontOutput standard_output = { NULL, NULL };
  BsCeilings ceilings;
  g_autoptr (BsTable) table = NULL;
  GError *error = NULL;

  if (!bs_front_ceilings (corpus, &ceilings, &error))
    return bs_front_fail (error);
  table = bs_view_ceilings (&ceilings);
  return bs_front_print (table, &standard_output, BS_OUTPUT_TABLE);
}

static BsExit
run (char **arguments)
{
  g_auto (BsFrontCorpus) corpus = { 0 };
  g_autofree char *output = NULL;
  g_autofree char *forget = NULL;
  gboolean ceilings = FALSE;
  g_auto (GStrv) places = NULL;
  g_autoptr (BsStore) store = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Store to make or bring up to date", "STORE" },
    { "prune", 0, 0, G_OPTION_ARG_NONE, &corpus.prune, "Take articles out of the store that the corpus lost", NULL },
    { "checkpoint", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_DOUBLE, &corpus.checkpoint,
      "Keep what is done every so many seconds", "SECONDS" },
    { "forget", 0, 0, G_OPTION_ARG_STRING, &forget, "Leave out of the store: terms (words by article), lengths",
      "WHAT" },
    { "ceilings", 0, 0, G_OPTION_ARG_NONE, &ceilings, "List what --ceiling may name, and nothing else", NULL },
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_corpus_entries (&corpus), NULL };
  BsRunSummary summary;
  GError *error = NULL;
  gboolean existed;
  guint forgotten = 0;
  BsExit exit;

  if (!bs_front_parse (&bs_command_analyze, arguments, own, shared, &places, &exit))
    return exit;
  if (ceilings)
    return print_ceilings (&corpus);
  if (places == NULL)
    return bs_front_usage (&bs_command_analyze, "analyze needs a corpus");
  if (output == NULL)
    return bs_front_usage (&bs_command_analyze, "analyze needs a file for its result: -o STORE");
  if (g_str_equal (output, "-"))
    return bs_front_usage (&bs_command_analyze, "a store is a file, and cannot be written to standard output: -o STORE");
  if (forget != NULL && !bs_kept_from_names (forget, &forgotten, &error))
    return bs_front_fail (error);
  if (!bs_front_spares_inputs (places, output, TRUE, &error))
    return bs_front_fail (error);
  existed = g_file_test (output, G_FILE_TEST_EXISTS);
  store = bs_store_open (output, BS_STORE_WRITE, &error);
  if (store == NULL || !bs_front_analyze (store, places, &corpus, &summary, &error)
      || (forgotten != 0 && !bs_store_forget (store, forgotten, &error)))
    return fail (g_steal_pointer (&store), existed, error);
  return bs_front_tell_run (&summary, corpus.quiet);
}

const BsCommand bs_command_analyze
    = { "analyze", "CORPUS…", "count and measure every article of a corpus", details, run };
