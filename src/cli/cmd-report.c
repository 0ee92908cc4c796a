#include "cli/front.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/front-chart.h"
#include "cli/hard-list.h"
#include "cli/walked.h"
#include "report/chart/caption.h"
#include "report/compare.h"
#include "report/page/page.h"
#include "report/section.h"
#include "report/view.h"

static const char details[]
    = "Compares the outlets of a store, or of a corpus that is analyzed first: articles, words, sentence\n"
      "lengths, and of the main measures the median over articles with the interquartile range. Articles\n"
      "that copy another are left out of all tables unless --copies keep is given. --show prints another\n"
      "table: cleaning, mending, repeats, copies, carriers (who carries whose articles), sensitivity (what\n"
      "copies would change), diagnostics (filters for web text that articles would fail), rules (of these\n"
      "filters). --html writes all that there is to show people as one page that can be mailed: the\n"
      "corpus, every comparison with its charts, tables and what they mean, key words, the hardest\n"
      "sentences, methods with sources. Charts that gnuplot cannot draw are left out of it, which is said,\n"
      "with status 1.\n"
      "\n"
      "Examples:\n"
      "  broadsheet report papers.db\n"
      "  broadsheet report papers.db --html papers.html\n"
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
  char *html;
  char **sources;
  gint64 seed;
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
  g_free (options->html);
  g_strfreev (options->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Options that another one would silently push aside. */
static const char *
contradiction (const Options *options)
{
  guint others = options->articles + options->whole + (options->spread != NULL) + (options->show != NULL);

  if (options->html != NULL && (others > 0 || options->by != NULL || options->outlet != NULL))
    return "--html writes the page of all outlets and goes with none of --articles, --whole, --spread, --show, --by and"
           " --outlet-only";
  if (options->html != NULL && (options->output.format != NULL || options->output.output != NULL))
    return "--html names its file itself and takes neither --format nor --output";
  if (options->html == NULL && (options->sources != NULL || options->seed != BS_COMPARE_SEED))
    return "--sources and --seed go with --html";
  if (options->seed < 0)
    return "--seed takes a number of 0 or more";
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

  for (guint i = 0; i < notes->len; i++)
    if (!bs_sink_write (sink, kind != BS_OUTPUT_TABLE || i == 0 ? "\n" : "", -1, error)
        || !bs_sink_prose (sink, notes->pdata[i], kind, error))
      return FALSE;
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
  else if (!options->whole && bs_output_is_for_people (kind))
    return write_page (sink, store, options->by, refs, kind, error);
  else if (options->whole)
    table = bs_view_whole (store, first, refs->len, error);
  else
    table = bs_view_groups (store, options->by, first, refs->len, error);
  return table != NULL && bs_sink_table (sink, table, kind, error);
}

/* ---- The page ------------------------------------------------------------------------------------------------- */

#define HARD_WORDS 10 /* of a sentence, at least */

static void
draw_progress (gpointer data, const char *doing)
{
  (void) data;
  fprintf (stderr, "\r\033[K%s%s", *doing != '\0' ? "report: " : "", doing);
  fflush (stderr);
}

/* What commands on the page call the store: the last parts of the places, so that no folder of this machine is told. */
static char *
name_of (char **places)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    g_ptr_array_add (names, g_path_get_basename (places[i]));
  g_ptr_array_add (names, NULL);
  return bs_chart_command_line ((const char *const *) names->pdata);
}

/* Reads the hardest sentences again from the sources. Where these are not there, NULL and why; FALSE where the user
 * stopped it. */
static gboolean
find_sentences (BsStore *store, const Options *options, BsTable **table, char **why, BsExit *exit, GError **error)
{
  g_autoptr (BsHardList) list = bs_hard_list_new (BS_PAGE_SENTENCES, HARD_WORDS, BS_HARD_BY_GRADE);
  BsWalkOptions walk = { .places = (const char *const *) options->sources,
                         .threads = (guint) MAX (options->corpus.threads, 0),
                         .stop = bs_front_catch (TRUE) };
  BsWalkSummary summary = { 0 };
  GError *broken = NULL;
  gboolean fine = bs_hard_list_walk (list, store, &walk, NULL, &summary, &broken);

  bs_front_catch (FALSE);
  bs_hard_list_end (list);
  if (fine && list->found->len > 0)
    {
      *table = bs_hard_list_table (list);
      bs_walked_tell (&summary, *table, exit);
    }
  else if (fine)
    *why = g_strdup_printf ("of %" G_GUINT64_FORMAT " articles read again none is English and has a sentence of %d"
                            " words",
                            summary.walked, HARD_WORDS);
  else if (g_error_matches (broken, BS_ERROR, BS_ERROR_INTERRUPTED))
    g_propagate_error (error, g_steal_pointer (&broken));
  else
    {
      *why = g_strdup (broken->message);
      bs_front_say ("the page has no hardest sentences: %s", broken->message);
      if (g_error_matches (broken, BS_ERROR, BS_ERROR_IO))
        *exit = BS_EXIT_PROBLEMS;
    }
  bs_walk_summary_clear (&summary);
  g_clear_error (&broken);
  return *table != NULL || *why != NULL;
}

/* Draws the page and writes it whole; `*exit` becomes what it asks for. */
static gboolean
write_html (BsFrontStore *front, const Options *options, char **places, const GArray *refs, GError **error)
{
  const BsChartOptions charts = { .scripts_dir = bs_front_scripts (NULL) };
  g_autofree char *name = name_of (places);
  g_autofree char *why = NULL;
  g_autofree char *html = NULL;
  g_autoptr (BsTable) sentences = NULL;
  g_autoptr (GError) undrawn = NULL;
  g_autoptr (BsSink) sink = bs_sink_open (options->html, error);
  BsReportPage page = { .refs = (const BsMeasureRef *) (gpointer) refs->data,
                        .n_refs = refs->len,
                        .charts = &charts,
                        .store_name = name,
                        .seed = (guint64) options->seed,
                        .threads = (guint) MAX (options->corpus.threads, 0),
                        .progress = !options->corpus.quiet && isatty (STDERR_FILENO) ? draw_progress : NULL };

  if (sink == NULL)
    return FALSE;
  if (page.progress != NULL)
    page.progress (NULL, "reading the hardest sentences");
  if (find_sentences (front->store, options, &sentences, &why, &front->exit, error))
    {
      page.sentences = sentences;
      page.no_sentences = why;
      html = bs_report_page (front->store, &page, &undrawn, error);
    }
  if (page.progress != NULL)
    page.progress (NULL, "");
  if (html == NULL || !bs_sink_write (sink, html, -1, error) || !bs_sink_close (g_steal_pointer (&sink), error))
    return FALSE;
  if (undrawn != NULL)
    {
      bs_front_say ("the page says where charts are missing that could not be drawn: %s", undrawn->message);
      front->exit = BS_EXIT_PROBLEMS;
    }
  return TRUE;
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .seed = BS_COMPARE_SEED };
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
    { "html", 0, 0, G_OPTION_ARG_FILENAME, &options.html, "Write everything as one page to FILE", "FILE" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, "With --html: of the random numbers of intervals (1)", "N" },
    BS_FRONT_SOURCES_ENTRY (&options.sources),
    { NULL },
  };
  const GOptionEntry *shared[]
      = { bs_front_output_entries (&options.output), bs_front_corpus_entries (&options.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_report, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.html != NULL ? options.html : options.output.output);
  options.corpus.sources = options.sources;
  if (contradiction (&options) != NULL)
    return bs_front_usage (&bs_command_report, "%s", contradiction (&options));
  refs = bs_front_measures (options.measures, &error);
  if (refs == NULL || (options.show != NULL && bs_section_find (options.show, &error) == NULL)
      || !bs_front_open_counted (&front, &bs_command_report, places, &options.corpus, options.copies,
                                 BS_COPIES_LEAVE_OUT, &error))
    return bs_front_fail (error);
  if (options.outlet != NULL && !bs_view_check_outlet (front.store, options.outlet, &error))
    return bs_front_fail (error);
  if (options.html != NULL)
    return write_html (&front, &options, places, refs, &error) ? front.exit : bs_front_fail (error);
  sink = bs_sink_open (options.output.output, &error);
  if (sink == NULL || !write_report (sink, front.store, &options, refs, &error)
      || !bs_sink_close (g_steal_pointer (&sink), &error))
    return bs_front_fail (error);
  return front.exit;
}

const BsCommand bs_command_report
    = { "report", "STORE|CORPUS…", "compare the outlets: medians and spread of the main measures", details, run };
