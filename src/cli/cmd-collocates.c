#include "cli/walked.h"

#include "report/view-collocates.h"
#include "report/view.h"

static const char details[]
    = "Lists the words that stand around a word, phrase or pattern, by outlet: how often to its left and\n"
      "right, in how many articles, and how closely they belong to it. Texts are read again from the\n"
      "sources that the store points to and cleaned as they were.\n"
      "\n"
      "Examples:\n"
      "  broadsheet collocates strike papers.db\n"
      "  broadsheet collocates 'prime minister' papers.db --left 3 --right 3 --content\n"
      "  broadsheet collocates 'econom*' papers.db --sort g2 -a g2 -a delta_p_2_1 --format csv\n"
      "  broadsheet collocates strike papers.db --whole --least 5 --least-articles 3 -n 50";

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  char *outlet, *copies, *sort;
  char **measures, **sources;
  int left, right, n, least, least_articles;
  gboolean across, whole, content, as_written;
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
  if (options->left < 0 || options->left > BS_WINDOW_MOST || options->right < 0 || options->right > BS_WINDOW_MOST)
    return "--left and --right take a number of words from 0 to 50";
  if (options->left + options->right == 0)
    return "a window of no words holds none";
  if (options->n < 0 || options->least < 0 || options->least_articles < 0)
    return "--number, --least and --least-articles take a number of 0 or more";
  return NULL;
}

/* NULL with `error` set. */
static BsTable *
table_of (BsStore *store, const BsQuery *query, BsCollocatesOptions *view, const Options *options,
          BsWalkSummary *summary, GError **error)
{
  static const char *const usual[] = { "logdice", "npmi", "t_score", "g2", NULL };
  const BsWindow window = { (guint) options->left, (guint) options->right, options->across };
  BsWalkOptions walk = { .places = (const char *const *) options->sources, .outlet = options->outlet,
                         .threads = (guint) MAX (options->corpus.threads, 0) };
  const char *by = options->sort != NULL ? options->sort : "logdice";
  g_autoptr (GPtrArray) measures = bs_walked_measures (options->measures, usual, 2, error);
  g_autoptr (BsCollocates) collocates = NULL;

  if (measures == NULL || !bs_walked_sort (g_str_equal (by, "count") ? NULL : by, 2, &view->sort, error))
    return NULL;
  view->measures = (const BsAssociation *const *) measures->pdata;
  view->n_measures = measures->len;
  walk.stop = bs_front_catch (TRUE);
  collocates = bs_collocates_count (store, &walk, query, &window, options->whole, summary, error);
  bs_front_catch (FALSE);
  return collocates != NULL ? bs_view_collocates (store, collocates, &window, view, error) : NULL;
}

static BsExit
answer (BsStore *store, const char *text, const BsQuery *query, const Options *options, BsExit exit)
{
  BsCollocatesOptions view = { .query = text, .n = (guint) options->n, .least = (guint64) options->least,
                               .least_articles = (guint64) options->least_articles, .content = options->content };
  BsWalkSummary summary = { 0 };
  g_autoptr (BsTable) table = NULL;
  GError *error = NULL;
  BsExit printed;

  table = table_of (store, query, &view, options, &summary, &error);
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
  g_auto (Options) options = { .left = 5, .right = 5, .n = 20, .least = 3, .least_articles = 1 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) rest = NULL;
  g_autoptr (BsQuery) query = NULL;
  const GOptionEntry own[] = {
    { "left", 0, 0, G_OPTION_ARG_INT, &options.left, "Words to the left, 0 to 50 (5)", "WORDS" },
    { "right", 0, 0, G_OPTION_ARG_INT, &options.right, "Words to the right, 0 to 50 (5)", "WORDS" },
    { "across", 0, 0, G_OPTION_ARG_NONE, &options.across, "Beyond the sentence too", NULL },
    { "case", 0, 0, G_OPTION_ARG_NONE, &options.as_written, "Only words written as the query is", NULL },
    { "number", 'n', 0, G_OPTION_ARG_INT, &options.n, "How many words of each outlet (20); 0: all", "N" },
    { "least", 0, 0, G_OPTION_ARG_INT, &options.least, "Leave out words that stand near less often (3)", "COUNT" },
    { "least-articles", 0, 0, G_OPTION_ARG_INT, &options.least_articles, "Leave out those in fewer articles (1)",
      "COUNT" },
    { "content", 0, 0, G_OPTION_ARG_NONE, &options.content, "Without function words, numbers and single letters",
      NULL },
    { "association", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &options.measures,
      "Show this measure; may be repeated; or all", "ID" },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, "Rank by this measure, or count (logdice)", "ID" },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, "Of this outlet alone", "NAME" },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &options.whole, "Of the whole corpus instead of outlets", NULL },
    BS_FRONT_SOURCES_ENTRY (&options.sources),
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[]
      = { bs_front_output_entries (&options.output), bs_front_corpus_entries (&options.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_collocates, arguments, own, shared, &rest, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  options.corpus.sources = options.sources;
  if (rest == NULL || rest[1] == NULL)
    return bs_front_usage (&bs_command_collocates, "collocates needs a word or phrase and a store");
  if (contradiction (&options) != NULL)
    return bs_front_usage (&bs_command_collocates, "%s", contradiction (&options));
  query = bs_query_new (rest[0], options.as_written, &error);
  if (query == NULL || !bs_front_refuse_input (&bs_command_collocates, rest + 1, &error)
      || !bs_front_open_counted (&front, &bs_command_collocates, rest + 1, &options.corpus, options.copies,
                                 BS_COPIES_LEAVE_OUT, &error))
    return bs_front_fail (error);
  if (options.outlet != NULL && !bs_view_check_outlet (front.store, options.outlet, &error))
    return bs_front_fail (error);
  return answer (front.store, rest[0], query, &options, front.exit);
}

const BsCommand bs_command_collocates
    = { "collocates", "QUERY STORE|CORPUS…", "list the words around a word or phrase, by outlet", details, run };
