#include "cli/front-chart.h"

#include "report/chart/data.h"

static const char details[]
    = "Draws a chart of a store, or of a corpus that is analyzed first, with gnuplot: as PNG, SVG or PDF by\n"
      "the ending of the output's name, or as text on the terminal. Beside a picture stands its caption:\n"
      "what it shows, of how many articles, which intervals, and this command. --data-only writes the\n"
      "table that the chart is drawn from; its script in share/broadsheet/charts draws it by hand:\n"
      "gnuplot -d -c measure.gp TABLE.tsv CHART.png\n"
      "\n"
      "Examples:\n"
      "  broadsheet plot --list\n"
      "  broadsheet plot measure papers.db -m flesch_kincaid -o grades.png\n"
      "  broadsheet plot zipf papers.db\n"
      "  broadsheet plot barcode papers.db --word strike -o strike.svg --size slide --dark\n"
      "  broadsheet plot sentence-length papers.db --data-only -o lengths.tsv";

typedef struct {
  BsFrontCorpus corpus;
  BsFrontChart chart;
  char **measures;
  char *against;
  char *word;
  gint64 seed;
  char *copies;
  gboolean data_only, list;
} Options;

static void
options_clear (Options *options)
{
  bs_front_corpus_clear (&options->corpus);
  g_strfreev (options->measures);
  g_free (options->against);
  g_free (options->word);
  bs_front_chart_clear (&options->chart);
  g_free (options->copies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static BsExit
list_charts (void)
{
  const BsFrontOutput output = { 0 };
  g_autoptr (BsTable) table = bs_table_new ();
  guint n;
  const BsChart *charts = bs_charts (&n);

  bs_table_add_column (table, "chart", "Chart", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "description", "What it shows", BS_COLUMN_TEXT, 0);
  for (guint i = 0; i < n; i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, charts[i].name);
      bs_table_set_text (table, 1, charts[i].description);
    }
  return bs_front_print (table, &output, BS_OUTPUT_TABLE);
}

static BsExit
plot (const BsChart *chart, char **places, Options *options)
{
  g_auto (BsFrontStore) front = { 0 };
  g_autoptr (BsChartTable) table = NULL;
  g_autoptr (GArray) refs = NULL;
  BsChartRequest request = { .against = options->against, .seed = (guint64) options->seed,
                             .threads = (guint) options->corpus.threads, .word = options->word };
  gboolean one = options->measures != NULL && !g_str_equal (options->measures[0], "all");
  GError *error = NULL;
  gboolean fine;

  if ((!options->data_only && !bs_front_chart_check (&options->chart, NULL, &error))
      || !bs_store_find_measure (one ? options->measures[0] : "flesch_kincaid", &request.ref,
                                 &error)
      || !(refs = bs_front_measures (options->measures, &error))
      || !bs_front_open_counted (&front, &bs_command_plot, places, &options->corpus, options->copies,
                                 BS_COPIES_LEAVE_OUT, &error)
      || (request.refs = (const BsMeasureRef *) (gpointer) refs->data, request.n_refs = refs->len,
          !(table = bs_chart_data (front.store, chart, &request, &error))))
    return bs_front_fail (error);
  if (options->data_only)
    fine = bs_front_write (bs_chart_table_peek (table), options->chart.output, &error);
  else
    fine = bs_front_draw (chart, table, &options->chart, &error);
  return fine ? front.exit : bs_front_fail (error);
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .seed = 1 };
  g_auto (GStrv) rest = NULL;
  const GOptionEntry own[] = {
    { "measure", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &options.measures,
      "Measure (flesch_kincaid); repeatable in profile and correlation; or all", "ID" },
    { "word", 'w', 0, G_OPTION_ARG_STRING, &options.word, "Word of the barcode (the commonest content word)", "WORD" },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options.against, "Draw differences from this outlet alone", "OUTLET" },
    { "data-only", 0, 0, G_OPTION_ARG_NONE, &options.data_only, "Write the chart's table and draw nothing", NULL },
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, "Of the random numbers of intervals (1)", "N" },
    { "list", 'l', 0, G_OPTION_ARG_NONE, &options.list, "List the charts", NULL },
    { NULL },
  };
  const GOptionEntry *shared[]
      = { bs_front_chart_entries (&options.chart, TRUE), bs_front_corpus_entries (&options.corpus), NULL };
  const BsChart *chart;
  BsExit exit;

  if (!bs_front_parse (&bs_command_plot, arguments, own, shared, &rest, &exit))
    return exit;
  bs_front_chart_writes (&options.chart, &options.corpus);
  if (options.seed < 0)
    return bs_front_usage (&bs_command_plot, "--seed takes a number of 0 or more");
  if (options.list)
    return list_charts ();
  if (rest == NULL || rest[1] == NULL)
    return bs_front_usage (&bs_command_plot, "plot needs a chart and a store; --list names the charts");
  chart = bs_chart_find (rest[0]);
  if (chart == NULL)
    return bs_front_usage (&bs_command_plot, "“%s” is no chart; --list names them", rest[0]);
  if (!chart->several && options.measures != NULL && options.measures[1] != NULL)
    return bs_front_usage (&bs_command_plot, "--measure is given twice, and the chart “%s” shows one", chart->name);
  return plot (chart, rest + 1, &options);
}

const BsCommand bs_command_plot
    = { "plot", "CHART STORE|CORPUS…", "draw a chart of the outlets with gnuplot", details, run };
