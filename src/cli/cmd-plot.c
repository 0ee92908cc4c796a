#include "cli/front-chart.h"

#include "report/chart-data.h"

static const char details[]
    = "Draws a chart of a store, or of a corpus that is analyzed first, with gnuplot: as PNG, SVG or PDF by\n"
      "the ending of the output's name, or as text on the terminal. --data-only writes the table that the\n"
      "chart is drawn from; its script in share/broadsheet/charts draws it by hand: gnuplot -d -c\n"
      "measure.gp TABLE.tsv CHART.png\n"
      "\n"
      "Examples:\n"
      "  broadsheet plot --list\n"
      "  broadsheet plot measure papers.db -m flesch_kincaid -o grades.png\n"
      "  broadsheet plot zipf papers.db\n"
      "  broadsheet plot sentence-length papers.db --data-only -o lengths.tsv";

typedef struct {
  BsFrontCorpus corpus;
  char *measure;
  char *output;
  char *scripts;
  char *copies;
  gboolean data_only, list, dark;
} Options;

static void
options_clear (Options *options)
{
  bs_front_corpus_clear (&options->corpus);
  g_free (options->measure);
  g_free (options->output);
  g_free (options->scripts);
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
plot (const BsChart *chart, char **places, const Options *options)
{
  g_auto (BsFrontStore) front = { 0 };
  g_autoptr (BsChartTable) table = NULL;
  BsMeasureRef ref = { 0 };
  GError *error = NULL;
  gboolean fine;

  if (!bs_store_find_measure (options->measure != NULL ? options->measure : "flesch_kincaid", &ref, &error)
      || !bs_front_open_counted (&front, &bs_command_plot, places, &options->corpus, options->copies,
                                 BS_COPIES_LEAVE_OUT, &error)
      || !(table = bs_chart_data (front.store, chart, ref, &error)))
    return bs_front_fail (error);
  if (options->data_only)
    fine = bs_front_write (bs_chart_table_peek (table), options->output, &error);
  else
    fine = bs_front_draw (chart, table, &(BsFrontChart){ options->output, options->scripts, options->dark }, &error);
  return fine ? front.exit : bs_front_fail (error);
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) rest = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Draw into FILE.png, .svg, .pdf or .txt", "FILE" },
    { "measure", 'm', 0, G_OPTION_ARG_STRING, &options.measure, "Measure of the chart “measure” (flesch_kincaid)",
      "ID" },
    { "data-only", 0, 0, G_OPTION_ARG_NONE, &options.data_only, "Write the chart's table and draw nothing", NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, "Light marks on a dark page", NULL },
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { "scripts", 0, 0, G_OPTION_ARG_FILENAME, &options.scripts, "Folder of the charts' scripts", "FOLDER" },
    { "list", 'l', 0, G_OPTION_ARG_NONE, &options.list, "List the charts", NULL },
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_corpus_entries (&options.corpus), NULL };
  const BsChart *chart;
  BsExit exit;

  if (!bs_front_parse (&bs_command_plot, arguments, own, shared, &rest, &exit))
    return exit;
  options.corpus.output = options.output;
  if (options.list)
    return list_charts ();
  if (rest == NULL || rest[1] == NULL)
    return bs_front_usage (&bs_command_plot, "plot needs a chart and a store; --list names the charts");
  chart = bs_chart_find (rest[0]);
  if (chart == NULL)
    return bs_front_usage (&bs_command_plot, "“%s” is no chart; --list names them", rest[0]);
  return plot (chart, rest + 1, &options);
}

const BsCommand bs_command_plot
    = { "plot", "CHART STORE|CORPUS…", "draw a chart of the outlets with gnuplot", details, run };
