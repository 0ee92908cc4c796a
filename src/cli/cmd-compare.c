#include "cli/front.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "report/compare-page.h"
#include "report/plain.h"

static const char details[]
    = "Compares groups of articles as a reviewer wants it: figures with 95 % intervals, whether the groups\n"
      "differ, every pair with effect sizes and corrected p-values, spread, articles of one day or author,\n"
      "the same at equal length, and what may be held against it. Groups are outlets, or what --by says.\n"
      "For programs (--format csv, json …) it writes the figures of every group and measure; --show another\n"
      "table: units, exclusions, copies, location, omnibus, pairs, spread, clusters, friedman, matched,\n"
      "length, equal-length, agreement, warnings.\n"
      "\n"
      "Examples:\n"
      "  broadsheet compare papers.db\n"
      "  broadsheet compare papers.db -m flesch_kincaid -m mtld_lt072 --against 'The Gazette'\n"
      "  broadsheet compare papers.db --by outlet,year --show pairs --format csv -o pairs.csv\n"
      "  broadsheet compare papers.db --where section=news --matched event\n"
      "  broadsheet compare papers.db --measure all --format markdown -o comparison.md";

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  char **measures, **outlets, **where;
  char *by, *against, *cluster, *matched, *show, *copies;
  int least, resamples;
  gint64 seed;
} Options;

static void
options_clear (Options *options)
{
  char *strings[] = { options->by,      options->against, options->cluster,
                      options->matched, options->show,    options->copies };

  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_strfreev (options->measures);
  g_strfreev (options->outlets);
  g_strfreev (options->where);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* One field, or two that differ. */
static gboolean
is_grouping (const char *by)
{
  const char *comma = strchr (by, ',');
  gsize length = comma != NULL ? (gsize) (comma - by) : strlen (by);

  return length > 0 && (comma == NULL || (comma[1] != '\0' && strchr (comma + 1, ',') == NULL))
         && !(comma != NULL && strlen (comma + 1) == length && strncmp (by, comma + 1, length) == 0);
}

/* What is wrong with the options, or NULL. */
static const char *
mistake (const Options *options)
{
  if (options->by != NULL && !is_grouping (options->by))
    return "--by takes a field, or two that differ, parted by a comma";
  if (options->least < 2)
    return "--least takes a number of 2 or more";
  if (options->resamples < 100 || options->resamples > 100000)
    return "--resamples takes a number from 100 to 100000";
  if (options->seed < 0)
    return "--seed takes a number of 0 or more";
  if (options->show != NULL && options->matched == NULL
      && (g_str_equal (options->show, "matched") || g_str_equal (options->show, "friedman")))
    return "--show matched and --show friedman need --matched FIELD, which says what groups share";
  return NULL;
}

/* ---- Progress ----------------------------------------------------------------------------------------------------- */

static void
draw (gpointer data, guint done, guint all)
{
  (void) data;
  fprintf (stderr, "\r\033[Kcomparing: %u of %u measures", done, all);
  if (done == all)
    fputs ("\r\033[K", stderr);
  fflush (stderr);
}

/* ---- Writing ------------------------------------------------------------------------------------------------------ */

static gboolean
write_prose (BsSink *sink, const BsPageItem *item, BsOutput kind, GError **error)
{
  g_autofree char *prose = g_strconcat (item->kind == BS_PAGE_CAUTION ? "Caution: " : "", item->text, NULL);

  return bs_sink_prose (sink, prose, kind, error);
}

static gboolean
write_page (BsSink *sink, BsStore *store, const BsCompared *compared, BsOutput kind, GError **error)
{
  g_autoptr (GArray) page = bs_compare_page (store, compared, error);

  for (guint i = 0; page != NULL && i < page->len; i++)
    {
      const BsPageItem *item = &g_array_index (page, BsPageItem, i);

      if (i > 0 && !bs_sink_write (sink, "\n", 1, error))
        return FALSE;
      if (item->kind == BS_PAGE_TABLE    ? !bs_sink_table (sink, item->table, kind, error)
          : item->kind == BS_PAGE_HEADING ? !bs_sink_heading (sink, item->text, kind, error)
                                          : !write_prose (sink, item, kind, error))
        return FALSE;
    }
  return page != NULL;
}

static gboolean
write_table (BsSink *sink, BsStore *store, const BsCompared *compared, const BsCompareTable *shown, BsOutput kind,
             GError **error)
{
  g_autoptr (BsTable) table = shown->make (store, compared, bs_output_is_for_people (kind), error);

  return table != NULL && bs_sink_table (sink, table, kind, error);
}

/* Compares, and writes the page or the one table. */
static gboolean
write_comparison (BsSink *sink, BsStore *store, const Options *options, BsCompareOptions *compare, GError **error)
{
  g_auto (GStrv) by = options->by != NULL ? g_strsplit (options->by, ",", 2) : NULL;
  const BsCompareTable *shown = options->show != NULL ? bs_compare_table_find (options->show, error) : NULL;
  g_autoptr (BsCompareData) data = NULL;
  g_autoptr (BsCompared) compared = NULL;
  BsOutput kind;

  if ((options->show != NULL && shown == NULL)
      || !bs_front_output_kind (&options->output, BS_OUTPUT_TABLE, &kind, error))
    return FALSE;
  if (shown == NULL && !bs_output_is_for_people (kind))
    shown = bs_compare_table_find ("location", error);
  compare->by = by != NULL ? by[0] : NULL;
  compare->by_also = by != NULL ? by[1] : NULL;
  compare->parts = shown != NULL ? shown->parts : G_MAXUINT;
  data = bs_compare_gather (store, compare, error);
  if (data == NULL)
    return FALSE;
  compared = bs_compare_run (data);
  return shown != NULL ? write_table (sink, store, compared, shown, kind, error)
                       : write_page (sink, store, compared, kind, error);
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .least = BS_COMPARE_LEAST, .resamples = BS_INTERVAL_RESAMPLES, .seed = BS_COMPARE_SEED };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  g_autoptr (GArray) refs = NULL;
  g_autoptr (BsSink) sink = NULL;
  BsCompareOptions compare = { 0 };
  const GOptionEntry own[] = {
    { "measure", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &options.measures, "Compare this measure, or all; repeatable",
      "ID" },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, "Group by a field instead of outlet, or by two, crossed",
      "FIELD[,FIELD]" },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options.against, "Compare every other group with this one alone",
      "GROUP" },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outlets, "Of this outlet alone; repeatable", "NAME" },
    { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.where, "Articles whose field says so alone; repeatable",
      "FIELD=VALUE" },
    { "cluster", 0, 0, G_OPTION_ARG_FILENAME, &options.cluster,
      "Articles that share it are not independent (outlet-day, byline, agency)", "FIELD" },
    { "matched", 0, 0, G_OPTION_ARG_FILENAME, &options.matched, "Compare also event by event: where FIELD is the same",
      "FIELD" },
    { "least", 0, 0, G_OPTION_ARG_INT, &options.least, "Leave out groups of fewer articles (5)", "N" },
    { "resamples", 0, 0, G_OPTION_ARG_INT, &options.resamples, "Resamples of an interval (2000)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, "Of the random numbers (1)", "N" },
    { "show", 0, 0, G_OPTION_ARG_STRING, &options.show, "Show one table", "TABLE" },
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[]
      = { bs_front_output_entries (&options.output), bs_front_corpus_entries (&options.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_compare, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  if (mistake (&options) != NULL)
    return bs_front_usage (&bs_command_compare, "%s", mistake (&options));
  refs = bs_front_measures (options.measures, &error);
  if (refs == NULL || (options.show != NULL && bs_compare_table_find (options.show, &error) == NULL)
      || !bs_front_open_counted (&front, &bs_command_compare, places, &options.corpus, options.copies,
                                 BS_COPIES_LEAVE_OUT, &error))
    return bs_front_fail (error);
  compare = (BsCompareOptions){ .refs = (const BsMeasureRef *) (gpointer) refs->data,
                                .n_refs = refs->len,
                                .against = options.against,
                                .outlets = (const char *const *) options.outlets,
                                .where = (const char *const *) options.where,
                                .cluster = options.cluster,
                                .matched = options.matched,
                                .least = (guint) options.least,
                                .resamples = (guint) options.resamples,
                                .seed = (guint64) options.seed,
                                .threads = (guint) options.corpus.threads,
                                .progress = !options.corpus.quiet && isatty (STDERR_FILENO) ? draw : NULL };
  sink = bs_sink_open (options.output.output, &error);
  if (sink == NULL || !write_comparison (sink, front.store, &options, &compare, &error)
      || !bs_sink_close (g_steal_pointer (&sink), &error))
    return bs_front_fail (error);
  return front.exit;
}

const BsCommand bs_command_compare
    = { "compare", "STORE|CORPUS…", "compare groups with intervals, effect sizes and tests", details, run };
