#include "cli/front-chart.h"

#include "report/richness.h"

static const char details[]
    = "Says how rich the vocabularies of outlets are, at one size for all, since every measure of richness\n"
      "moves with size: different words, words that occur once, and what a sample of so many words of each\n"
      "outlet holds, with 95 % intervals over articles. --measures shows the measures of richness in the\n"
      "same way, --growth how vocabulary grows, --fits the laws of Heaps and of Zipf and Mandelbrot,\n"
      "--spectrum how many words occur once, twice and so on.\n"
      "\n"
      "Examples:\n"
      "  broadsheet richness papers.db\n"
      "  broadsheet richness papers.db --size 10000 --measures\n"
      "  broadsheet richness papers.db -m yule_k -m mtld_lt072 --format csv -o richness.csv\n"
      "  broadsheet richness papers.db --fits\n"
      "  broadsheet richness papers.db --growth --chart growth.png";

/* What --measures shows without -m: of each kind the best known, and none that only rescales another. */
static const char *const usual[] = { "ttr", "guiraud_r", "herdan_c", "maas_a2_ln", "yule_k", "simpson_d_unbiased",
                                     "entropy_rank_bits", "fisher_alpha", "honore_r", "hapax_type_ratio", "hdd_attr42",
                                     "mattr_100", "mtld_lt072" };

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  BsFrontChart chart;
  BsRichnessOptions richness;
  char **ids;
  char *copies;
  int most, shuffles;
  gint64 seed;
  gboolean measures, spectrum, growth, fits;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_strfreev (options->ids);
  bs_front_chart_clear (&options->chart);
  g_free (options->copies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
contradiction (const Options *options)
{
  if ((options->measures || options->ids != NULL) + options->spectrum + options->growth + options->fits > 1)
    return "richness shows --measures (or -m), --spectrum, --growth or --fits, one at a time";
  if (options->chart.output != NULL && !options->growth)
    return "--chart draws --growth";
  if (options->richness.size < 0)
    return "--size takes a number of words above 0";
  if (options->shuffles < 10 || options->shuffles > 10000)
    return "--shuffles takes a number from 10 to 10000";
  if (options->most < 0)
    return "--most takes a frequency above 0, or 0 for all";
  return options->seed < 0 ? "--seed takes a number of 0 or more" : NULL;
}

static gboolean
add_measure (GArray *refs, const char *id, GError **error)
{
  BsMeasureRef ref;

  if (!bs_measure_find (id, &ref, error))
    return FALSE;
  if (ref.measure->family != BS_FAMILY_RICHNESS)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                   "%s is no measure of richness; “broadsheet measures --family richness” lists them", id);
      return FALSE;
    }
  g_array_append_val (refs, ref);
  return TRUE;
}

/* The measures asked for; "all": every one of richness that articles have. */
static GArray *
choose_measures (const Options *options, GError **error)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (BsMeasureRef));
  guint n;
  const BsMeasureRef *all = bs_measures_of_articles (&n);

  for (guint i = 0; options->measures && options->ids == NULL && i < G_N_ELEMENTS (usual); i++)
    if (!add_measure (refs, usual[i], error))
      return NULL;
  for (guint i = 0; options->ids != NULL && options->ids[i] != NULL; i++)
    if (!g_str_equal (options->ids[i], "all"))
      {
        if (!add_measure (refs, options->ids[i], error))
          return NULL;
      }
    else
      for (guint j = 0; j < n; j++)
        if (all[j].measure->family == BS_FAMILY_RICHNESS)
          g_array_append_val (refs, all[j]);
  return g_steal_pointer (&refs);
}

static BsTable *
choose_table (const BsRichness *richness, const Options *options)
{
  if (options->spectrum)
    return bs_richness_spectrum (richness, (guint) options->most);
  if (options->growth)
    return bs_richness_growth (richness);
  if (options->fits)
    return bs_richness_fits (richness);
  return richness->options.refs->len > 0 ? bs_richness_measures (richness) : bs_richness_summary (richness);
}

static gboolean
draw (const BsRichness *richness, const Options *options, GError **error)
{
  const BsChart *chart = bs_chart_find ("growth");
  g_autoptr (BsChartTable) table = NULL;

  if (options->chart.output == NULL)
    return TRUE;
  table = bs_richness_chart (richness, chart);
  return bs_front_draw (chart, table, &options->chart, error);
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .shuffles = BS_RICHNESS_SHUFFLES, .seed = 1, .most = 15 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  g_autoptr (GArray) refs = NULL;
  g_autoptr (BsRichness) richness = NULL;
  g_autoptr (BsTable) table = NULL;
  BsCopies copies;
  const GOptionEntry own[] = {
    { "size", 0, 0, G_OPTION_ARG_INT64, &options.richness.size, "Words of a sample (half the smallest outlet's)", "N" },
    { "measures", 0, 0, G_OPTION_ARG_NONE, &options.measures, "Show the measures that are best known", NULL },
    { "measure", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &options.ids, "Show this one, or all; may be repeated", "ID" },
    { "growth", 0, 0, G_OPTION_ARG_NONE, &options.growth, "Show how vocabulary grows", NULL },
    { "fits", 0, 0, G_OPTION_ARG_NONE, &options.fits, "Show the laws of Heaps and of Zipf and Mandelbrot", NULL },
    { "spectrum", 0, 0, G_OPTION_ARG_NONE, &options.spectrum, "Show how many words occur how often", NULL },
    { "most", 0, 0, G_OPTION_ARG_INT, &options.most, "With --spectrum: up to this frequency (15); 0: all", "N" },
    { "shuffles", 0, 0, G_OPTION_ARG_INT, &options.shuffles, "Random orders of the articles (50)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, "Of the random numbers (1)", "N" },
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_chart_entries (&options.chart, FALSE),
                                   bs_front_output_entries (&options.output),
                                   bs_front_corpus_entries (&options.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_richness, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  bs_front_chart_writes (&options.chart, &options.corpus);
  if (contradiction (&options) != NULL)
    return bs_front_usage (&bs_command_richness, "%s", contradiction (&options));
  if (!bs_front_chart_check (&options.chart, options.output.output, &error) || !(refs = choose_measures (&options, &error))
      || !bs_front_copies (options.copies, BS_COPIES_LEAVE_OUT, &copies, &error))
    return bs_front_fail (error);
  options.richness.refs = refs;
  options.richness.growth = options.growth || options.fits;
  options.richness.shuffles = options.richness.growth || options.spectrum ? 0 : (guint) options.shuffles;
  options.richness.seed = (guint64) options.seed;
  if (!bs_front_open (&front, &bs_command_richness, places, &options.corpus, &error)
      || !bs_store_set_copies (front.store, copies, &error)
      || !(richness = bs_richness_new (front.store, &options.richness, &error))
      || !draw (richness, &options, &error))
    return bs_front_fail (error);
  table = choose_table (richness, &options);
  exit = bs_front_print (table, &options.output, BS_OUTPUT_TABLE);
  return exit != BS_EXIT_DONE ? exit : front.exit;
}

const BsCommand bs_command_richness
    = { "richness", "STORE|CORPUS…", "say how rich vocabularies are, at one size for all", details, run };
