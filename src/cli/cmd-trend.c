#include "cli/front-chart.h"
#include "cli/front.h"

#include "compare/lowess.h"
#include "report/trend.h"
#include "report/view.h"

static const char details[]
    = "Follows a measure over time by outlet: of every period the articles, the median with its 95 %\n"
      "interval, the mean, and a smooth line (LOWESS); of every outlet the slope a year with its interval\n"
      "and whether it is one (Mann-Kendall, Holm over the outlets); and where its level changes. Formats\n"
      "for programs hold one table: --show slopes or --show changes prints another than the periods.\n"
      "\n"
      "Examples:\n"
      "  broadsheet trend papers.db\n"
      "  broadsheet trend papers.db -m mattr_100 --period quarter\n"
      "  broadsheet trend papers.db --whole --period decade --chart decades.png\n"
      "  broadsheet trend papers.db --show slopes --format csv -o slopes.csv";

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  BsFrontChart chart;
  char *measure, *period, *outlet, *show, *copies;
  double span;
  gint64 seed;
  gboolean whole;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_free (options->measure);
  g_free (options->period);
  g_free (options->outlet);
  g_free (options->show);
  bs_front_chart_clear (&options->chart);
  g_free (options->copies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

typedef BsTable *(*Make) (const BsTrend *trend);

static const struct {
  const char *name;
  Make make;
} tables[] = { { "slopes", bs_trend_slopes }, { "changes", bs_trend_changes }, { "periods", bs_trend_periods } };

static gboolean
write_one (BsSink *sink, BsStore *store, BsTable *made, BsOutput kind, GError **error)
{
  g_autoptr (BsTable) table = made;

  bs_view_note_copies (store, table);
  return bs_sink_table (sink, table, kind, error);
}

/* People see all tables, programs one. */
static gboolean
write_tables (BsSink *sink, BsStore *store, const BsTrend *trend, const char *show, BsOutput kind, GError **error)
{
  gboolean people = bs_output_is_for_people (kind), first = TRUE;

  if (show == NULL && !people)
    show = "periods";
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (show == NULL || g_str_equal (show, tables[i].name))
      {
        if ((!first && !bs_sink_write (sink, "\n", 1, error))
            || !write_one (sink, store, tables[i].make (trend), kind, error))
          return FALSE;
        first = FALSE;
      }
  return TRUE;
}

static const char *
contradiction (const Options *options)
{
  gboolean known = options->show == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    known = known || g_str_equal (options->show, tables[i].name);
  if (!known)
    return "--show takes slopes, changes or periods";
  if (options->outlet != NULL && options->whole)
    return "--whole and --outlet-only exclude each other";
  if (!(options->span > 0 && options->span <= 1))
    return "--span takes a share of the articles, above 0 and up to 1";
  return options->seed < 0 ? "--seed takes a number of 0 or more" : NULL;
}

static gboolean
draw (BsStore *store, const BsTrend *made, const Options *options, GError **error)
{
  g_autoptr (BsChartTable) drawn = bs_trend_chart (store, made);

  return bs_front_draw (bs_chart_find ("trend"), drawn, &options->chart, error);
}

static BsExit
trend (char **places, Options *options)
{
  g_auto (BsFrontStore) front = { 0 };
  g_autoptr (BsTrend) made = NULL;
  g_autoptr (BsSink) sink = NULL;
  BsTrendOptions how = { .span = options->span, .seed = (guint64) options->seed, .outlet = options->outlet,
                         .whole = options->whole };
  BsMeasureRef ref;
  BsOutput kind;
  GError *error = NULL;

  if (!bs_front_chart_check (&options->chart, options->output.output, &error)
      || !bs_store_find_measure (options->measure != NULL ? options->measure : "flesch_kincaid", &ref, &error)
      || (options->period != NULL && !bs_period_from_name (options->period, &how.period, &error))
      || !bs_front_output_kind (&options->output, BS_OUTPUT_TABLE, &kind, &error)
      || !bs_front_open_counted (&front, &bs_command_trend, places, &options->corpus, options->copies,
                                 BS_COPIES_LEAVE_OUT, &error)
      || (how.outlet != NULL && !bs_view_check_outlet (front.store, how.outlet, &error))
      || !(made = bs_trend_new (front.store, ref, &how, &error))
      || !(sink = bs_sink_open (options->output.output, &error))
      || !write_tables (sink, front.store, made, options->show, kind, &error)
      || (options->chart.output != NULL && !draw (front.store, made, options, &error))
      || !bs_sink_close (g_steal_pointer (&sink), &error))
    return bs_front_fail (error);
  return front.exit;
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .seed = 1, .span = BS_LOWESS_SPAN };
  g_auto (GStrv) places = NULL;
  const GOptionEntry own[] = {
    { "measure", 'm', 0, G_OPTION_ARG_STRING, &options.measure, "Measure (flesch_kincaid)", "ID" },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &options.period,
      "decade, year, quarter, month, week or day; by default as the dates span", "PERIOD" },
    { "show", 0, 0, G_OPTION_ARG_STRING, &options.show, "One table alone: slopes, changes or periods", "TABLE" },
    { "span", 0, 0, G_OPTION_ARG_DOUBLE, &options.span, "Share of the articles that the smooth line sees at once (0.5)",
      "SHARE" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, "Of the permutations (1)", "NUMBER" },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, "Of this outlet alone", "NAME" },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &options.whole, "Of the whole corpus instead of outlets", NULL },
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_chart_entries (&options.chart, FALSE),
                                   bs_front_output_entries (&options.output),
                                   bs_front_corpus_entries (&options.corpus), NULL };
  const char *wrong;
  BsExit exit;

  if (!bs_front_parse (&bs_command_trend, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  bs_front_chart_writes (&options.chart, &options.corpus);
  wrong = contradiction (&options);
  return wrong != NULL ? bs_front_usage (&bs_command_trend, "%s", wrong) : trend (places, &options);
}

const BsCommand bs_command_trend
    = { "trend", "STORE|CORPUS…", "follow a measure over time by outlet", details, run };
