#include "cli/front-chart.h"

#include "report/likeness.h"

static const char details[]
    = "Says how alike outlets write, by how often each uses the same words: a matrix of distances, or for\n"
      "programs a row a pair. Measures: delta (Burrows's), cosine and eder (its variants), jsd and\n"
      "jsd-function (Jensen-Shannon divergence, of all words or of function words), chi2 (Kilgarriff's).\n"
      "The first three need three outlets or more. jsd and chi2 move with size, so they are taken from\n"
      "samples of one size. --nearest and --tree say how many resamples of the articles agree.\n"
      "\n"
      "Examples:\n"
      "  broadsheet distance papers.db\n"
      "  broadsheet distance papers.db --nearest --resample both\n"
      "  broadsheet distance papers.db --measure cosine --words 300 --tree --chart tree.png\n"
      "  broadsheet distance papers.db --map --chart map.svg\n"
      "  broadsheet distance papers.db --measure jsd --size 20000 --format csv -o pairs.csv";

#define OWN_WORDS G_MININT /* --words was not given: the measure's own number */

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  BsFrontChart chart;
  BsLikenessOptions likeness;
  char *measure, *resample, *linkage, *copies;
  int words, resamples;
  gint64 seed;
  gboolean matrix, pairs, nearest, tree, map, list, own_size;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_free (options->measure);
  g_free (options->resample);
  g_free (options->linkage);
  bs_front_chart_clear (&options->chart);
  g_free (options->copies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is wrong with the options taken together; NULL: nothing. */
static const char *
contradiction (const Options *options)
{
  if (options->matrix + options->pairs + options->nearest + options->tree + options->map + options->list > 1)
    return "distance shows --matrix, --pairs, --nearest, --tree, --map or --list-words, one at a time";
  if (options->chart.output != NULL && (options->pairs || options->nearest || options->list))
    return "--chart draws the matrix, --tree or --map";
  if (options->likeness.components && !options->map)
    return "--pca goes with --map";
  if (options->words < 0 && options->words != OWN_WORDS)
    return "--words takes a number of 2 or more, or 0 for all";
  if (options->resamples < 0 || options->resamples > 100000)
    return "--resamples takes a number from 0 to 100000";
  if (options->likeness.size < 0)
    return "--size takes a number of words above 0";
  if (options->likeness.size > 0 && options->own_size)
    return "--size and --own-size exclude each other";
  return options->seed < 0 ? "--seed takes a number of 0 or more" : NULL;
}

static gboolean
read_names (Options *options, GError **error)
{
  const char *resample = options->resample != NULL ? options->resample : "articles";
  const char *linkage = options->linkage != NULL ? options->linkage : "average";
  BsLikenessOptions *likeness = &options->likeness;

  likeness->resample = g_str_equal (resample, "articles") ? BS_RESAMPLE_ARTICLES
                       : g_str_equal (resample, "words")  ? BS_RESAMPLE_WORDS
                       : g_str_equal (resample, "both")   ? BS_RESAMPLE_ARTICLES | BS_RESAMPLE_WORDS
                                                          : 0;
  if (likeness->resample == 0)
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--resample takes “articles”, “words” or “both”, not “%s”", resample);
  else if (!g_str_equal (linkage, "average") && !g_str_equal (linkage, "ward"))
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--linkage takes “average” or “ward”, not “%s”", linkage);
  else
    {
      likeness->linkage = g_str_equal (linkage, "ward") ? BS_LINKAGE_WARD : BS_LINKAGE_AVERAGE;
      likeness->measure = bs_likeness_measure_find (options->measure != NULL ? options->measure : "delta", error);
      return likeness->measure != NULL;
    }
  return FALSE;
}

#define MATRIX_MOST 8 /* outlets whose matrix a terminal can show */

static BsTable *
choose_table (const BsLikeness *likeness, const Options *options, BsOutput kind)
{
  gboolean people = bs_output_is_for_people (kind);

  if (options->nearest)
    return bs_likeness_nearest (likeness);
  if (options->tree)
    return bs_likeness_tree (likeness);
  if (options->map)
    return bs_likeness_map (likeness);
  if (options->list)
    return bs_likeness_words (likeness);
  if (options->matrix || (people && !options->pairs && likeness->words->outlets->len <= MATRIX_MOST))
    return bs_likeness_matrix (likeness);
  return bs_likeness_pairs (likeness);
}

static gboolean
show (const BsLikeness *likeness, const Options *options, GError **error)
{
  const char *name = options->tree ? "tree" : options->map ? "map" : "heat";
  g_autoptr (BsChartTable) drawn = NULL;
  g_autoptr (BsTable) table = NULL;
  g_autoptr (BsSink) sink = NULL;
  BsOutput kind;

  if (options->chart.output != NULL)
    {
      drawn = bs_likeness_chart (likeness, bs_chart_find (name));
      if (!bs_front_draw (bs_chart_find (name), drawn, &options->chart, error))
        return FALSE;
    }
  if (!bs_front_output_kind (&options->output, BS_OUTPUT_TABLE, &kind, error))
    return FALSE;
  table = choose_table (likeness, options, kind);
  sink = bs_sink_open (options->output.output, error);
  return sink != NULL && bs_sink_table (sink, table, kind, error) && bs_sink_close (g_steal_pointer (&sink), error);
}

/* No tree is asked for, nobody reads what resamples say of it. */
static gboolean
wants_resamples (const Options *options)
{
  return options->nearest || options->tree;
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .likeness = BS_LIKENESS_OPTIONS_INIT, .words = OWN_WORDS,
                               .resamples = BS_LIKENESS_RESAMPLES, .seed = 1 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  g_autoptr (BsLikeness) likeness = NULL;
  BsCopies copies;
  const GOptionEntry own[] = {
    { "measure", 'm', 0, G_OPTION_ARG_STRING, &options.measure, "delta (the default), cosine, eder, jsd …", "NAME" },
    { "words", 'w', 0, G_OPTION_ARG_INT, &options.words, "Most frequent words: 150 for the Deltas; 0: all", "N" },
    { "matrix", 0, 0, G_OPTION_ARG_NONE, &options.matrix, "Show a row and a column an outlet", NULL },
    { "pairs", 0, 0, G_OPTION_ARG_NONE, &options.pairs, "Show a row a pair, the nearest first", NULL },
    { "nearest", 0, 0, G_OPTION_ARG_NONE, &options.nearest, "Show each outlet's nearest, with support", NULL },
    { "tree", 0, 0, G_OPTION_ARG_NONE, &options.tree, "Show which stand together, with support", NULL },
    { "map", 0, 0, G_OPTION_ARG_NONE, &options.map, "Show places on a map of two dimensions", NULL },
    { "pca", 0, 0, G_OPTION_ARG_NONE, &options.likeness.components, "With --map: of the words' principal components",
      NULL },
    { "list-words", 0, 0, G_OPTION_ARG_NONE, &options.list, "Show the words that are compared", NULL },
    { "linkage", 0, 0, G_OPTION_ARG_STRING, &options.linkage, "Of the tree: average, or ward", "HOW" },
    { "size", 0, 0, G_OPTION_ARG_INT64, &options.likeness.size, "Words of each outlet's sample (the smallest's)", "N" },
    { "own-size", 0, 0, G_OPTION_ARG_NONE, &options.own_size, "Leave samples of unequal size", NULL },
    { "resamples", 0, 0, G_OPTION_ARG_INT, &options.resamples, "How many for the support (500)", "N" },
    { "resample", 0, 0, G_OPTION_ARG_STRING, &options.resample, "articles, words, or both", "WHAT" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, "Of the random numbers (1)", "N" },
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_chart_entries (&options.chart, FALSE),
                                   bs_front_output_entries (&options.output),
                                   bs_front_corpus_entries (&options.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_distance, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  bs_front_chart_writes (&options.chart, &options.corpus);
  if (contradiction (&options) != NULL)
    return bs_front_usage (&bs_command_distance, "%s", contradiction (&options));
  if (!bs_front_chart_check (&options.chart, options.output.output, &error) || !read_names (&options, &error)
      || !bs_front_copies (options.copies, BS_COPIES_LEAVE_OUT, &copies, &error))
    return bs_front_fail (error);
  options.likeness.n_words = options.words == OWN_WORDS ? -1 : options.words;
  options.likeness.own_size = options.own_size;
  options.likeness.resamples = wants_resamples (&options) ? (guint) options.resamples : 0;
  options.likeness.seed = (guint64) options.seed;
  if (!bs_front_open (&front, &bs_command_distance, places, &options.corpus, &error)
      || !bs_store_set_copies (front.store, copies, &error)
      || !(likeness = bs_likeness_new (front.store, &options.likeness, &error)) || !show (likeness, &options, &error))
    return bs_front_fail (error);
  return front.exit;
}

const BsCommand bs_command_distance
    = { "distance", "STORE|CORPUS…", "say how alike outlets write: matrix, tree, map", details, run };
