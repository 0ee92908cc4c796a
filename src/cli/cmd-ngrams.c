#include "cli/walked.h"

#include "report/view-ngrams.h"
#include "report/view.h"

static const char details[]
    = "Lists n-grams, words that follow each other, by outlet: count, rate, articles that hold them, and\n"
      "for two words and more how closely they belong together. Texts are read again from the sources that\n"
      "the store points to and cleaned as they were. Counts are exact for corpora of any size.\n"
      "\n"
      "Examples:\n"
      "  broadsheet ngrams papers.db --size 3 -n 50\n"
      "  broadsheet ngrams papers.db --least 10 --sort logdice -a logdice -a npmi -a g2\n"
      "  broadsheet ngrams papers.db --content --whole --format csv -o bigrams.csv\n"
      "  broadsheet ngrams papers.db --skip 2 --least-articles 5 --outlet-only 'The Gazette'";

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  char *outlet, *copies, *sort;
  char **measures, **sources;
  int size, skip, n, least, least_articles;
  gboolean across, whole, content, content_ends;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_free (options->outlet);
  g_free (options->copies);
  g_free (options->sort);
  g_strfreev (options->measures);
  g_strfreev (options->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What cannot be meant; NULL: all can. */
static const char *
contradiction (const Options *options)
{
  if (options->outlet != NULL && options->whole)
    return "--whole and --outlet-only exclude each other";
  if (options->content && options->content_ends)
    return "--content and --content-ends exclude each other";
  if (options->size < 1 || options->size > BS_NGRAM_MOST)
    return "--size takes a number of words from 1 to 6";
  if (options->skip < 0 || options->skip > BS_NGRAM_MOST_SKIP)
    return "--skip takes a number of words from 0 to 4";
  if (options->size == 1 && (options->skip > 0 || options->sort != NULL || options->measures != NULL))
    return "n-grams of one word have no gaps and no association measures";
  if (options->n < 0 || options->least < 0 || options->least_articles < 0)
    return "--number, --least and --least-articles take a number of 0 or more";
  return NULL;
}

static BsExit
print_ngrams (BsStore *store, const Options *options, BsExit exit)
{
  static const char *const usual[] = { "logdice", "npmi", "t_score", "g2", NULL };
  const BsNgramRule rule = { (guint) options->size, (guint) options->skip, options->across };
  BsWalkOptions walk = { .places = (const char *const *) options->sources, .outlet = options->outlet,
                         .threads = (guint) MAX (options->corpus.threads, 0) };
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (BsNgrams) ngrams = NULL;
  g_autoptr (BsTable) table = NULL;
  BsNgramsOptions view = { .corpus = options->whole, .n = (guint) options->n, .least = (guint64) options->least,
                           .least_articles = (guint64) options->least_articles,
                           .filter = options->content ? BS_NGRAMS_CONTENT
                                     : options->content_ends ? BS_NGRAMS_CONTENT_ENDS : BS_NGRAMS_ANY };
  BsWalkSummary summary = { 0 };
  GError *error = NULL;
  BsExit printed;

  measures = bs_walked_measures (options->measures, usual, rule.n, &error);
  if (measures == NULL || !bs_walked_sort (options->sort, rule.n, &view.sort, &error))
    return bs_front_fail (error);
  view.measures = (const BsAssociation *const *) measures->pdata;
  view.n_measures = measures->len;
  walk.stop = bs_front_catch (TRUE);
  ngrams = bs_ngrams_count (store, &walk, &rule, &summary, &error);
  bs_front_catch (FALSE);
  table = ngrams != NULL ? bs_view_ngrams (ngrams, &rule, &view, &error) : NULL;
  if (table != NULL)
    {
      bs_view_note_copies (store, table);
      bs_walked_tell (&summary, table, &exit);
    }
  bs_walk_summary_clear (&summary);
  if (table == NULL)
    return bs_front_fail (error);
  printed = bs_front_print (table, &options->output, BS_OUTPUT_TABLE);
  return printed != BS_EXIT_DONE ? printed : exit;
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .size = 2, .n = 20, .least = 2, .least_articles = 1 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  const GOptionEntry own[] = {
    { "size", 's', 0, G_OPTION_ARG_INT, &options.size, "Words of an n-gram, 1 to 6 (2)", "WORDS" },
    { "skip", 0, 0, G_OPTION_ARG_INT, &options.skip, "Skip-grams: words that may be left out between, 0 to 4 (0)",
      "WORDS" },
    { "across", 0, 0, G_OPTION_ARG_NONE, &options.across, "Over the ends of sentences too", NULL },
    { "number", 'n', 0, G_OPTION_ARG_INT, &options.n, "How many n-grams of each outlet (20); 0: all", "N" },
    { "least", 0, 0, G_OPTION_ARG_INT, &options.least, "Leave out n-grams that occur less often (2)", "COUNT" },
    { "least-articles", 0, 0, G_OPTION_ARG_INT, &options.least_articles, "Leave out those in fewer articles (1)",
      "COUNT" },
    { "content", 0, 0, G_OPTION_ARG_NONE, &options.content, "Without function words, numbers and single letters",
      NULL },
    { "content-ends", 0, 0, G_OPTION_ARG_NONE, &options.content_ends, "Without these as first or last word", NULL },
    { "association", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &options.measures,
      "Show this measure; may be repeated; or all", "ID" },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, "Rank by this measure instead of the count", "ID" },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, "Of this outlet alone", "NAME" },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &options.whole, "Of the whole corpus instead of outlets", NULL },
    BS_FRONT_SOURCES_ENTRY (&options.sources),
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[]
      = { bs_front_output_entries (&options.output), bs_front_corpus_entries (&options.corpus), NULL };
  BsCeilings ceilings;
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_ngrams, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  options.corpus.sources = options.sources;
  if (contradiction (&options) != NULL)
    return bs_front_usage (&bs_command_ngrams, "%s", contradiction (&options));
  if (!bs_front_ceilings (&options.corpus, &ceilings, &error))
    return bs_front_fail (error);
  if ((guint64) options.size > bs_ceiling (&ceilings, BS_CEILING_NGRAM))
    return bs_front_usage (&bs_command_ngrams, "--size is larger than " BS_CEILING_FORMAT,
                           BS_CEILING_ARGS (&ceilings, BS_CEILING_NGRAM));
  if (!bs_front_refuse_input (&bs_command_ngrams, places, &error)
      || !bs_front_open_counted (&front, &bs_command_ngrams, places, &options.corpus, options.copies,
                                 BS_COPIES_LEAVE_OUT, &error))
    return bs_front_fail (error);
  if (options.outlet != NULL && !bs_view_check_outlet (front.store, options.outlet, &error))
    return bs_front_fail (error);
  return print_ngrams (front.store, &options, front.exit);
}

const BsCommand bs_command_ngrams
    = { "ngrams", "STORE|CORPUS…", "list n-grams and skip-grams by outlet, with association measures", details, run };
