#include "cli/front.h"

#include <math.h>

#include "cli/front-chart.h"
#include "report/chart/keyness.h"
#include "report/keyness.h"

static const char details[]
    = "Finds the words that an outlet writes more (or less) than others do, with how much more, how sure\n"
      "that is, and how evenly they stand in its articles. Without options, each outlet is held against all\n"
      "others together. docs/keyness.md says which figure answers which question.\n"
      "\n"
      "A frequency list is a text of rows: word, count and, where known, articles, parted by tabs or\n"
      "commas, with or without a header.\n"
      "\n"
      "Examples:\n"
      "  broadsheet keyness papers.db\n"
      "  broadsheet keyness papers.db --outlet-only 'The Gazette' --against 'Evening Post' --content -n 50\n"
      "  broadsheet keyness papers.db --reference bnc.tsv --reference-total 98313429 --both\n"
      "  broadsheet keyness papers.db --sort g2_articles --all -n 0 --format csv -o keys.csv\n"
      "  broadsheet keyness papers.db --content --ngrams 3\n"
      "  broadsheet keyness papers.db --content --chart keys.png";

#define NOT_GIVEN (-G_MAXDOUBLE) /* a size of the reference */

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  BsFrontChart chart;
  char *outlet, *against, *reference, *stop, *sort, *copies;
  char **sources;
  double total, articles, k;
  int n, size;
  gint64 least, least_articles;
  gboolean negative, both, content, function, all;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_free (options->outlet);
  g_free (options->against);
  g_free (options->reference);
  g_free (options->stop);
  g_free (options->sort);
  bs_front_chart_clear (&options->chart);
  g_free (options->copies);
  g_strfreev (options->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_size (double size)
{
  return size == NOT_GIVEN || (size > 0 && !isinf (size));
}

/* What is wrong with the options together; NULL: nothing. */
static const char *
misuse (const Options *o)
{
  if (o->against != NULL && o->reference != NULL)
    return "--against and --reference exclude each other";
  if (o->negative && o->both)
    return "--negative and --both exclude each other";
  if (o->content && o->function)
    return "--content and --function exclude each other";
  if (o->reference == NULL && (o->total != NOT_GIVEN || o->articles != NOT_GIVEN))
    return "--reference-total and --reference-articles say how large a list of --reference is";
  if (o->n < 0 || o->least < 0 || o->least_articles < 0)
    return "--number, --least and --least-articles take a number of 0 or more";
  if (o->size < 1 || o->size > BS_NGRAM_MOST)
    return "--ngrams takes a number of words from 1 to 6";
  if (!(o->k >= 0) || isinf (o->k))
    return "--simple-maths takes a number of 0 or more";
  if (!is_size (o->total) || !is_size (o->articles))
    return "--reference-total and --reference-articles take a number above 0";
  return NULL;
}

/* That hold the same word. */
static double
most_articles (const BsFrequencyList *list)
{
  GHashTableIter iter;
  gpointer listed;
  double most = 0;

  g_hash_table_iter_init (&iter, list->words);
  while (g_hash_table_iter_next (&iter, NULL, &listed))
    most = fmax (most, ((const BsListed *) listed)->articles); /* the other one where one is NAN */
  return most;
}

/* The list asked for; NULL without an error where none was. */
static BsFrequencyList *
read_reference (const Options *o, GError **error)
{
  g_autoptr (BsFrequencyList) list = o->reference != NULL ? bs_frequency_list_read (o->reference, error) : NULL;

  if (list == NULL)
    return NULL;
  if (o->articles != NOT_GIVEN && o->articles < most_articles (list))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--reference-articles: a word of %s alone is in %.0f", o->reference,
                   most_articles (list));
      return NULL;
    }
  if (o->total != NOT_GIVEN && o->total < list->total)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--reference-total: the counts of %s alone make %.0f", o->reference,
                   list->total);
      return NULL;
    }
  if (o->total != NOT_GIVEN)
    list->total = o->total;
  list->articles = o->articles != NOT_GIVEN ? o->articles : NAN;
  return g_steal_pointer (&list);
}

/* What the view is to do; `reference` and `stop` are what it borrows. */
static gboolean
read_options (const Options *o, BsKeynessOptions *options, BsFrequencyList **reference, GHashTable **stop,
              GError **error)
{
  *options = (BsKeynessOptions){ .outlet = o->outlet, .against = o->against, .n = (guint) o->n,
                                 .least = (guint64) o->least, .least_articles = (guint64) o->least_articles,
                                 .k = o->k, .all_figures = o->all };
  options->side = o->both ? BS_KEY_BOTH : o->negative ? BS_KEY_NEGATIVE : BS_KEY_POSITIVE;
  options->words = o->content ? BS_KEY_CONTENT : o->function ? BS_KEY_FUNCTION : BS_KEY_ALL_WORDS;
  if (o->sort != NULL && !bs_key_sort_from_name (o->sort, &options->sort, error))
    return FALSE;
  if (!bs_front_spares_places (&o->corpus, (char *[]){ o->reference, NULL }, error)
      || !bs_front_spares_places (&o->corpus, (char *[]){ o->stop, NULL }, error))
    return FALSE;
  if ((o->reference != NULL && (*reference = read_reference (o, error)) == NULL)
      || (o->stop != NULL && (*stop = bs_word_set_read (o->stop, error)) == NULL))
    return FALSE;
  options->reference = *reference;
  options->stop = *stop;
  return TRUE;
}

static gboolean
open_store (BsFrontStore *front, char **places, const Options *o, GError **error)
{

  return bs_front_open_counted (front, &bs_command_keyness, places, &o->corpus, o->copies, BS_COPIES_LEAVE_OUT, error);
}

static gboolean
draw (BsStore *store, const BsKeynessOptions *options, const Options *o, GError **error)
{
  g_autoptr (BsTable) table = bs_view_keyness (store, options, error);
  g_autoptr (BsChartTable) drawn = table != NULL ? bs_keyness_chart (store, table, error) : NULL;

  return drawn != NULL && bs_front_draw (bs_chart_find ("keyness"), drawn, &o->chart, error);
}

/* Counts the n-grams where they are asked for; says what could not be read. */
static gboolean
count_ngrams (BsStore *store, const Options *o, BsKeynessOptions *options, BsExit *exit, GError **error)
{
  const BsNgramRule rule = { (guint) o->size, 0, FALSE };
  BsWalkOptions walk = { .places = (const char *const *) o->sources, .threads = (guint) MAX (o->corpus.threads, 0) };
  BsWalkSummary summary = { 0 };

  if (o->size == 1)
    return TRUE;
  walk.stop = bs_front_catch (TRUE);
  options->ngrams = bs_ngrams_count (store, &walk, &rule, &summary, error);
  options->n_words = rule.n;
  bs_front_catch (FALSE);
  if (options->ngrams != NULL && bs_front_tell_walk (&summary) != BS_EXIT_DONE)
    *exit = BS_EXIT_PROBLEMS;
  bs_walk_summary_clear (&summary);
  return options->ngrams != NULL;
}

/* The table, and where --chart was given the picture of it: the chart takes the rows of a table of its own. */
static BsTable *
make_table (BsFrontStore *front, char **places, const Options *o, GError **error)
{
  g_autoptr (BsFrequencyList) reference = NULL;
  g_autoptr (GHashTable) stop = NULL;
  g_autoptr (BsTable) table = NULL;
  g_autoptr (BsNgrams) ngrams = NULL;
  BsKeynessOptions options;

  if (!read_options (o, &options, &reference, &stop, error)
      || (o->size > 1 && !bs_front_refuse_input (&bs_command_keyness, places, error))
      || !open_store (front, places, o, error)
      || !count_ngrams (front->store, o, &options, &front->exit, error))
    return NULL;
  ngrams = options.ngrams;
  if (o->chart.output != NULL && !draw (front->store, &options, o, error))
    return NULL;
  return bs_view_keyness (front->store, &options, error);
}

static BsExit
run (char **arguments)
{
  g_auto (Options) o = { .total = NOT_GIVEN, .articles = NOT_GIVEN, .k = 100, .n = 20, .size = 1, .least = 5,
                         .least_articles = 2 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  g_autoptr (BsTable) table = NULL;
  const GOptionEntry own[] = {
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &o.outlet, "Of this outlet alone", "NAME" },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &o.against, "Hold against this outlet instead of all others", "NAME" },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &o.reference, "Hold against this frequency list", "FILE" },
    { "reference-total", 0, 0, G_OPTION_ARG_DOUBLE, &o.total, "Running words that the list was made of (its sum)",
      "N" },
    { "reference-articles", 0, 0, G_OPTION_ARG_DOUBLE, &o.articles, "Articles that the list was made of", "N" },
    { "number", 'n', 0, G_OPTION_ARG_INT, &o.n, "How many words of each outlet (20); 0: all", "N" },
    { "negative", 0, 0, G_OPTION_ARG_NONE, &o.negative, "Words that it writes less", NULL },
    { "both", 0, 0, G_OPTION_ARG_NONE, &o.both, "Words that it writes more, and those that it writes less", NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &o.sort,
      "g2, g2_articles, chi2, log_ratio, lrc, odds_ratio or simple_maths (g2)", "BY" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &o.all, "Show every figure", NULL },
    { "least", 0, 0, G_OPTION_ARG_INT64, &o.least, "Test words of this count on both sides together (5)", "COUNT" },
    { "least-articles", 0, 0, G_OPTION_ARG_INT64, &o.least_articles, "… that stand in so many articles (2)", "N" },
    { "content", 0, 0, G_OPTION_ARG_NONE, &o.content, "Leave out function words, numbers and single letters", NULL },
    { "function", 0, 0, G_OPTION_ARG_NONE, &o.function, "Function words alone", NULL },
    { "stop", 0, 0, G_OPTION_ARG_FILENAME, &o.stop, "Leave out the words of this file, one a line", "FILE" },
    { "simple-maths", 0, 0, G_OPTION_ARG_DOUBLE, &o.k, "What simple maths adds to both rates (100)", "K" },
    { "ngrams", 0, 0, G_OPTION_ARG_INT, &o.size, "N-grams of N words, 1 to 6, read from the sources", "N" },
    BS_FRONT_SOURCES_ENTRY (&o.sources),
    BS_FRONT_COPIES_ENTRY (&o.copies),
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_chart_entries (&o.chart, FALSE), bs_front_output_entries (&o.output),
                                   bs_front_corpus_entries (&o.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_keyness, arguments, own, shared, &places, &exit))
    return exit;
  if (misuse (&o) != NULL)
    return bs_front_usage (&bs_command_keyness, "%s", misuse (&o));
  bs_front_writes (&o.corpus, o.output.output);
  bs_front_chart_writes (&o.chart, &o.corpus);
  o.corpus.sources = o.sources;
  if (bs_front_chart_check (&o.chart, o.output.output, &error))
    table = make_table (&front, places, &o, &error);
  if (table == NULL)
    return bs_front_fail (error);
  exit = bs_front_print (table, &o.output, BS_OUTPUT_TABLE);
  return exit != BS_EXIT_DONE ? exit : front.exit;
}

const BsCommand bs_command_keyness
    = { "keyness", "STORE|CORPUS…", "find what an outlet writes more than others", details, run };
