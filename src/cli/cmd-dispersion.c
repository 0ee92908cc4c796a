#include "cli/walked.h"

#include "cli/front-chart.h"
#include "report/chart/barcode.h"
#include "report/view-dispersion.h"
#include "report/view.h"

static const char details[]
    = "Shows how evenly a word is spread: over the articles of every outlet, over outlets, months and\n"
      "years. * stands for any letters, ? for one. Words are counted from the store alone; phrases, and\n"
      "the places of words in their articles (--places), are looked for in the sources. --chart draws a\n"
      "strip an outlet with a tick wherever the word stands.\n"
      "\n"
      "Examples:\n"
      "  broadsheet dispersion strike papers.db\n"
      "  broadsheet dispersion 'econom*' papers.db --word crisis --format csv\n"
      "  broadsheet dispersion strike papers.db --by month\n"
      "  broadsheet dispersion strike papers.db --chart strike.png";

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  BsFrontChart chart;
  char *outlet, *copies, *by;
  char **words, **sources;
  gboolean places;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_free (options->outlet);
  g_free (options->copies);
  g_free (options->by);
  bs_front_chart_clear (&options->chart);
  g_strfreev (options->words);
  g_strfreev (options->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
found_clear (gpointer found)
{
  bs_hits_free ((BsHits *) ((BsFound *) found)->hits);
}

/* A word by the store alone, unless its places are asked for; a phrase from the sources. */
static gboolean
find_one (BsStore *store, BsHits *hits, const BsQuery *pattern, const Options *options, BsWalkSummary *summary,
          GError **error)
{
  BsWalkOptions walk = { .places = (const char *const *) options->sources, .outlet = options->outlet,
                         .threads = (guint) MAX (options->corpus.threads, 0) };
  gboolean fine;

  if (bs_query_n_words (pattern) == 1 && !options->places)
    return bs_hits_of_word (hits, store, pattern, error);
  bs_walk_summary_clear (summary);
  walk.stop = bs_front_catch (TRUE);
  fine = bs_hits_walk (hits, store, &walk, pattern, summary, error);
  bs_front_catch (FALSE);
  return fine;
}

/* NULL with `error` set. */
static GArray *
find_all (BsStore *store, const char *first, const Options *options, BsWalkSummary *summary, GError **error)
{
  char **further = options->words;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (BsFound));

  g_array_set_clear_func (all, found_clear);
  for (guint i = 0; i == 0 || (further != NULL && further[i - 1] != NULL); i++)
    {
      const char *text = i == 0 ? first : further[i - 1];
      g_autoptr (BsQuery) pattern = bs_query_new (text, FALSE, error);
      g_autoptr (BsHits) hits = pattern != NULL ? bs_hits_new (store, error) : NULL;
      BsFound found = { text, hits };

      if (hits == NULL || !find_one (store, hits, pattern, options, summary, error))
        return NULL;
      g_steal_pointer (&hits);
      g_array_append_val (all, found);
    }
  return g_steal_pointer (&all);
}

static BsTable *
table_of (const Options *options, const GArray *found)
{
  const BsFound *all = (const BsFound *) (gpointer) found->data;

  return options->by == NULL
             ? bs_view_dispersion (all, found->len, options->outlet)
             : bs_view_dispersion_time (all, found->len, g_str_equal (options->by, "month"), options->outlet);
}

static BsExit
answer (BsStore *store, const char *word, const Options *options, BsExit exit)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (BsTable) table = NULL;
  g_autoptr (BsChartTable) chart = NULL;
  GError *error = NULL;
  BsWalkSummary summary = { 0 };
  BsExit printed;

  found = find_all (store, word, options, &summary, &error);
  if (found != NULL && options->chart.output == NULL)
    table = table_of (options, found);
  bs_walked_tell (&summary, table, &exit);
  bs_walk_summary_clear (&summary);
  if (found == NULL)
    return bs_front_fail (error);
  if (options->chart.output != NULL)
    {
      chart = bs_chart_barcode_table (store, word, g_array_index (found, BsFound, 0).hits, options->outlet);
      return bs_front_draw (bs_chart_find ("barcode"), chart, &options->chart, &error) ? exit : bs_front_fail (error);
    }
  bs_view_note_copies (store, table);
  printed = bs_front_print (table, &options->output, BS_OUTPUT_TABLE);
  return printed != BS_EXIT_DONE ? printed : exit;
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) rest = NULL;
  const GOptionEntry own[] = {
    { "word", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &options.words, "A further word or phrase; may be repeated", "WORD" },
    { "places", 0, 0, G_OPTION_ARG_NONE, &options.places, "With --chart: ticks at the very places, from the sources",
      NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, "Hits and rates by year or by month instead", "TIME" },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, "Of this outlet alone", "NAME" },
    BS_FRONT_SOURCES_ENTRY (&options.sources),
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_chart_entries (&options.chart, FALSE),
                                   bs_front_output_entries (&options.output),
                                   bs_front_corpus_entries (&options.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_dispersion, arguments, own, shared, &rest, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  bs_front_chart_writes (&options.chart, &options.corpus);
  options.corpus.sources = options.sources;
  if (rest == NULL || rest[1] == NULL)
    return bs_front_usage (&bs_command_dispersion, "dispersion needs a word and a store");
  if (options.by != NULL && !g_str_equal (options.by, "month") && !g_str_equal (options.by, "year"))
    return bs_front_usage (&bs_command_dispersion, "--by takes “year” or “month”, not “%s”", options.by);
  if (options.chart.output != NULL && (options.words != NULL || options.by != NULL || options.output.output != NULL))
    return bs_front_usage (&bs_command_dispersion,
                           "--chart draws one word over its articles: no --word, --by, --output");
  if (!bs_front_chart_check (&options.chart, NULL, &error)
      || !bs_front_open_counted (&front, &bs_command_dispersion, rest + 1, &options.corpus, options.copies,
                              BS_COPIES_LEAVE_OUT, &error))
    return bs_front_fail (error);
  if (options.outlet != NULL && !bs_view_check_outlet (front.store, options.outlet, &error))
    return bs_front_fail (error);
  return answer (front.store, rest[0], &options, front.exit);
}

const BsCommand bs_command_dispersion
    = { "dispersion", "WORD STORE|CORPUS…", "show how evenly a word is spread over articles and time", details, run };
