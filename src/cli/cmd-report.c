#include "cli/front.h"

#include <stdio.h>

#include "report/plain.h"
#include "report/section.h"
#include "report/view.h"

static const char details[]
    = "Compares the outlets of a store, or of a corpus that is analyzed first: articles, words, sentence\n"
      "lengths, and of the main measures the median over articles with the interquartile range. Articles\n"
      "that copy another are left out of all tables unless --copies keep is given. --show prints another\n"
      "table: cleaning, mending, repeats, copies, carriers (who carries whose articles), sensitivity (what\n"
      "copies would change), diagnostics (filters for web text that articles would fail), rules (of these\n"
      "filters).\n"
      "\n"
      "Examples:\n"
      "  broadsheet report papers.db\n"
      "  broadsheet report papers.db --measure flesch_kincaid --measure mtld_lt072 --format csv\n"
      "  broadsheet report papers.db --by year\n"
      "  broadsheet report papers.db --spread flesch_en\n"
      "  broadsheet report papers.db --show cleaning\n"
      "  broadsheet report papers.db --show carriers --format csv\n"
      "  broadsheet report papers.db --articles --outlet-only 'The Gazette'";

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  char **measures;
  char *spread;
  char *outlet;
  char *by;
  char *show;
  char *copies;
  gboolean articles;
  gboolean whole;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_strfreev (options->measures);
  g_free (options->spread);
  g_free (options->outlet);
  g_free (options->by);
  g_free (options->show);
  g_free (options->copies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Options that another one would silently push aside. */
static const char *
contradiction (const Options *options)
{
  guint others = options->articles + options->whole + (options->spread != NULL) + (options->show != NULL);

  if (others > 1)
    return "report shows --articles, --whole, --spread or --show, one at a time";
  if (options->by != NULL && others > 0)
    return "--by groups the comparison and goes with none of --articles, --whole, --spread and --show";
  if (options->measures != NULL && options->show != NULL)
    return "the tables of --show have no measures: it takes no --measure";
  if (options->outlet != NULL && !options->articles)
    return "--outlet-only goes with --articles";
  if (options->measures != NULL && options->spread != NULL)
    return "--spread names its measure itself and takes no --measure";
  return NULL;
}

static gboolean
write_notes (BsSink *sink, BsStore *store, BsOutput kind, GError **error)
{
  g_autoptr (GPtrArray) notes = bs_view_notes (store);
  BsTerminal terminal = bs_sink_terminal (sink);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *plain = bs_plain_text (notes->pdata[i], terminal.unicode);
      g_auto (GStrv) lines = bs_plain_wrap (plain, terminal.width != 0 ? terminal.width : 100);
      g_autofree char *text = g_strjoinv ("\n", lines);

      if (!bs_sink_write (sink, kind == BS_OUTPUT_MARKDOWN || i == 0 ? "\n" : "", -1, error)
          || !bs_sink_write (sink, text, -1, error) || !bs_sink_write (sink, "\n", 1, error))
        return FALSE;
    }
  return TRUE;
}

/* For people: outlets, the whole corpus, and what has to be known. */
static gboolean
write_page (BsSink *sink, BsStore *store, const char *by, const GArray *refs, BsOutput kind, GError **error)
{
  const BsMeasureRef *first = (const BsMeasureRef *) (gpointer) refs->data;
  g_autoptr (BsTable) groups = bs_view_groups (store, by, first, refs->len, error);
  g_autoptr (BsTable) whole = groups != NULL ? bs_view_whole (store, first, refs->len, error) : NULL;
  g_autofree char *title = g_strdup_printf ("By %s: median and interquartile range (IQR) over articles",
                                            by != NULL ? by : "outlet");

  if (whole == NULL)
    return FALSE;
  bs_table_set_title (groups, title);
  bs_table_set_title (whole, "Whole corpus");
  return bs_sink_table (sink, groups, kind, error) && bs_sink_write (sink, "\n", 1, error)
         && bs_sink_table (sink, whole, kind, error) && write_notes (sink, store, kind, error);
}

static gboolean
write_report (BsSink *sink, BsStore *store, const Options *options, const GArray *refs, GError **error)
{
  const BsMeasureRef *first = (const BsMeasureRef *) (gpointer) refs->data;
  g_autoptr (BsTable) table = NULL;
  BsOutput kind;

  if (!bs_front_output_kind (&options->output, BS_OUTPUT_TABLE, &kind, error))
    return FALSE;
  if (options->show != NULL)
    {
      const BsSection *section = bs_section_find (options->show, error);

      table = section != NULL ? section->make (store, error) : NULL;
    }
  else if (options->spread != NULL)
    {
      BsMeasureRef ref;

      if (!bs_store_find_measure (options->spread, &ref, error))
        return FALSE;
      table = bs_view_measure (store, ref, error);
    }
  else if (options->articles)
    table = bs_view_articles (store, first, refs->len, options->outlet, error);
  else if (!options->whole && (kind == BS_OUTPUT_TABLE || kind == BS_OUTPUT_MARKDOWN))
    return write_page (sink, store, options->by, refs, kind, error);
  else if (options->whole)
    table = bs_view_whole (store, first, refs->len, error);
  else
    table = bs_view_groups (store, options->by, first, refs->len, error);
  return table != NULL && bs_sink_table (sink, table, kind, error);
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  g_autoptr (GArray) refs = NULL;
  g_autoptr (BsSink) sink = NULL;
  const GOptionEntry own[] = {
    { "measure", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &options.measures, "Show this measure; may be repeated", "ID" },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, "Group by year, language or any field instead of outlet",
      "FIELD" },
    { "spread", 0, 0, G_OPTION_ARG_STRING, &options.spread, "Show mean, deviation and quantiles of one measure", "ID" },
    { "articles", 0, 0, G_OPTION_ARG_NONE, &options.articles, "Show one row an article", NULL },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, "With --articles: of this outlet alone", "NAME" },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &options.whole, "Show the whole corpus as one row", NULL },
    { "show", 0, 0, G_OPTION_ARG_STRING, &options.show, "Show what was cleaned, mended, copied … instead", "TABLE" },
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[]
      = { bs_front_output_entries (&options.output), bs_front_corpus_entries (&options.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_report, arguments, own, shared, &places, &exit))
    return exit;
  options.corpus.output = options.output.output;
  if (contradiction (&options) != NULL)
    return bs_front_usage (&bs_command_report, "%s", contradiction (&options));
  refs = bs_front_measures (options.measures, &error);
  if (refs == NULL || (options.show != NULL && bs_section_find (options.show, &error) == NULL)
      || !bs_front_open_counted (&front, &bs_command_report, places, &options.corpus, options.copies,
                                 BS_COPIES_LEAVE_OUT, &error))
    return bs_front_fail (error);
  if (options.outlet != NULL && !bs_view_check_outlet (front.store, options.outlet, &error))
    return bs_front_fail (error);
  sink = bs_sink_open (options.output.output, &error);
  if (sink == NULL || !write_report (sink, front.store, &options, refs, &error)
      || !bs_sink_close (g_steal_pointer (&sink), &error))
    return bs_front_fail (error);
  return front.exit;
}

const BsCommand bs_command_report
    = { "report", "STORE|CORPUS…", "compare the outlets: medians and spread of the main measures", details, run };
