#include "report/page/page.h"

#include <string.h>

#include "base/number.h"
#include "report/html/chart.h"
#include "report/html/html.h"
#include "report/html/table.h"
#include "report/page/parts.h"

#define ENOUGH_FAILURES 3 /* in a row: gnuplot will not draw the others either */

/* ---- What sections share -------------------------------------------------------------------------------------- */

void
bs_page_tell (const BsPageWork *work, const char *doing)
{
  if (work->options->progress != NULL)
    work->options->progress (work->options->data, doing);
}

void
bs_page_say (BsPageWork *work, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bs_html_paragraph (bs_html_frame_body (work->frame), NULL, text);
}

void
bs_page_say_command (BsPageWork *work, const char *text, const char *command)
{
  GString *html = g_string_new (NULL);

  bs_html_text (html, text);
  g_string_append (html, " <code>");
  bs_html_text (html, command);
  g_string_append (html, "</code>");
  bs_page_put (work, html);
}

void
bs_page_put (BsPageWork *work, GString *html)
{
  g_string_append_printf (bs_html_frame_body (work->frame), "<p>%s</p>\n", html->str);
  g_string_free (html, TRUE);
}

gboolean
bs_page_table (BsPageWork *work, BsTable *table, const char *id, GError **error)
{
  g_autoptr (BsTable) taken = table;

  return taken != NULL && bs_html_table (bs_html_frame_body (work->frame), taken, id, error);
}

/* Whether a command of this beginning draws random numbers. */
static gboolean
is_random (const char *command)
{
  return g_str_equal (command, "compare") || g_str_equal (command, "trend") || g_str_has_prefix (command, "plot ");
}

char *
bs_page_command (const BsPageWork *work, const char *command, const char *rest)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "broadsheet %s %s", command, work->options->store_name);
  if (*rest != '\0')
    g_string_append_printf (line, " %s", rest);
  if (is_random (command) && work->options->seed != BS_COMPARE_SEED)
    g_string_append_printf (line, " --seed %" G_GUINT64_FORMAT, work->options->seed);
  if (bs_store_copies (work->store) == BS_COPIES_KEEP)
    g_string_append (line, " --copies keep");
  return g_string_free (line, FALSE);
}

char *
bs_page_measure_id (const char *before, BsMeasureRef ref)
{
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autofree char *lower = g_ascii_strdown (id, -1);

  return g_strdelimit (g_strconcat (before, lower, NULL), "_", '-');
}

char *
bs_page_measures (const BsPageWork *work)
{
  const BsReportPage *options = work->options;
  GString *named = g_string_new (NULL);
  guint n, usual = 0, headlines = 0;
  const BsMeasureRef *all = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    usual += bs_measure_is_headline (all[i]);
  for (guint i = 0; i < options->n_refs; i++)
    {
      g_autofree char *id = bs_measure_ref_id (options->refs[i]);

      headlines += bs_measure_is_headline (options->refs[i]);
      g_string_append_printf (named, "-m %s ", id);
    }
  if (headlines == usual && options->n_refs == usual)
    g_string_truncate (named, 0);
  return g_string_free (named, FALSE);
}

BsMeasureRef
bs_page_main_measure (const BsPageWork *work)
{
  const BsReportPage *options = work->options;

  for (guint i = 0; i < options->n_refs; i++)
    if (g_str_equal (options->refs[i].measure->id, "flesch_kincaid"))
      return options->refs[i];
  return options->refs[0];
}

char *
bs_page_count (double n, const char *one, const char *many)
{
  char number[BS_NUMBER_MAX];

  return g_strdup_printf ("%s %s", bs_number_grouped ((gint64) n, number), n == 1 ? one : many);
}

/* ---- Charts --------------------------------------------------------------------------------------------------- */

static char *
command_of (const BsPageWork *work, const BsChart *chart, BsMeasureRef ref)
{
  static const char *const of_one[] = { "measure", "forest", "trend", "years", "ecdf" };
  g_autofree char *command = g_strconcat ("plot ", chart->name, NULL);
  g_autofree char *id = bs_measure_ref_id (ref), *measures = bs_page_measures (work);
  GString *rest = g_string_new (NULL);
  char *line;

  for (guint i = 0; i < G_N_ELEMENTS (of_one); i++)
    if (g_str_equal (of_one[i], chart->name))
      g_string_append_printf (rest, "-m %s ", id);
  if (chart->several)
    g_string_append (rest, measures);
  g_string_append_printf (rest, "-o %s.svg", chart->name);
  line = bs_page_command (work, command, rest->str);
  g_string_free (rest, TRUE);
  return line;
}

static void
tell_undrawn (BsPageWork *work, const BsChart *chart, const char *command, GError *why)
{
  g_autofree char *text = g_strdup_printf ("The chart “%s” is not here, because it could not be drawn: %s. Where"
                                           " gnuplot"
                                           " works, this draws it:", chart->title, why->message);

  bs_page_say_command (work, text, command);
  work->failures++;
  if (work->undrawn == NULL)
    work->undrawn = why;
  else
    g_error_free (why);
}

static void
draw (BsPageWork *work, const BsChart *chart, const BsChartTable *table, BsMeasureRef ref, const char *id)
{
  g_autofree char *command = command_of (work, chart, ref);
  GError *why = NULL;

  if (work->failures >= ENOUGH_FAILURES)
    tell_undrawn (work, chart, command, g_error_copy (work->undrawn));
  else if (bs_html_chart (bs_html_frame_body (work->frame), chart, table, work->options->charts, id, command, &why))
    work->failures = 0;
  else
    tell_undrawn (work, chart, command, why);
}

gboolean
bs_page_figure (BsPageWork *work, const char *name, BsMeasureRef ref, const char *id, GError **error)
{
  const BsReportPage *options = work->options;
  const BsChart *chart = bs_chart_find (name);
  const BsChartRequest request = { .ref = ref,
                                   .refs = options->refs,
                                   .n_refs = options->n_refs,
                                   .resamples = options->resamples,
                                   .seed = options->seed,
                                   .threads = options->threads };
  g_autoptr (BsChartTable) table = NULL;
  GError *broken = NULL;

  if (chart == NULL)
    return TRUE;
  table = bs_chart_data (work->store, chart, &request, &broken);
  if (table != NULL)
    draw (work, chart, table, ref, id);
  else if (g_error_matches (broken, BS_ERROR, BS_ERROR_USAGE)) /* the corpus has nothing of the kind */
    {
      bs_page_say (work, "The chart “%s” has nothing to show: %s.", chart->title, broken->message);
      g_clear_error (&broken);
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return broken == NULL;
}

/* ---- The whole page ------------------------------------------------------------------------------------------- */

/* Reads and compares the outlets; where they cannot be compared, says why. */
static gboolean
compare (BsPageWork *work, GError **error)
{
  const BsReportPage *options = work->options;
  const BsCompareOptions how = { .refs = options->refs,
                                 .n_refs = options->n_refs,
                                 .least = BS_COMPARE_LEAST,
                                 .resamples = options->resamples != 0 ? options->resamples : BS_INTERVAL_RESAMPLES,
                                 .seed = options->seed,
                                 .threads = options->threads,
                                 .parts = G_MAXUINT & ~(guint) BS_COMPARE_MATCHED };
  GError *broken = NULL;

  bs_page_tell (work, "comparing the outlets");
  work->data = bs_compare_gather (work->store, &how, &broken);
  if (work->data != NULL && work->data->groups->len > 1)
    work->compared = bs_compare_run (work->data);
  else if (work->data != NULL && work->data->small->len > 0)
    work->no_comparison = g_strdup_printf ("One outlet alone has %u articles or more: there is nothing to compare"
                                           " it with.",
                                           BS_COMPARE_LEAST);
  else if (work->data != NULL)
    work->no_comparison = g_strdup ("This is one outlet alone: there is nothing to compare it with.");
  else if (g_error_matches (broken, BS_ERROR, BS_ERROR_USAGE))
    {
      double most = bs_store_number (work->store, "SELECT max(articles) FROM counted_outlets", NULL);

      work->no_comparison
          = most >= BS_COMPARE_LEAST
                ? g_strdup_printf ("The outlets are not compared: %s.", broken->message)
                : g_strdup_printf ("No outlet has the %u articles that a comparison asks for: what is said of fewer"
                                   " would be"
                                   " said of these articles, not of how an outlet writes.", BS_COMPARE_LEAST);
      g_clear_error (&broken);
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return broken == NULL;
}

static char *
title_of (const BsPageWork *work)
{
  double n = bs_store_number (work->store, "SELECT count(*) FROM counted_outlets", NULL);

  return n == 1 ? g_strdup_printf ("How one outlet writes: %s", work->options->store_name)
                : g_strdup_printf ("How %.0f outlets write: %s", n, work->options->store_name);
}

static void
work_clear (BsPageWork *work)
{
  g_clear_pointer (&work->frame, bs_html_frame_free);
  g_clear_pointer (&work->compared, bs_compared_free);
  g_clear_pointer (&work->data, bs_compare_data_free);
  g_free (work->no_comparison);
  g_clear_error (&work->undrawn);
}

char *
bs_report_page (BsStore *store, const BsReportPage *options, GError **undrawn, GError **error)
{
  static BsPageSection *const sections[]
      = { bs_page_summary,   bs_page_corpus,   bs_page_outlets, bs_page_comparisons, bs_page_time, bs_page_words,
          bs_page_sentences, bs_page_likeness, bs_page_methods, bs_page_record };
  BsPageWork work = { .store = store, .options = options };
  g_autofree char *title = title_of (&work);
  gboolean fine;
  char *page;

  work.frame = bs_html_frame_new (title, "Readability, vocabulary and words of a corpus, compared between its"
                                         " outlets.");
  fine = compare (&work, error);
  for (guint i = 0; fine && i < G_N_ELEMENTS (sections); i++)
    fine = sections[i](&work, error);
  page = fine ? bs_html_frame_finish (work.frame) : NULL;
  if (fine && undrawn != NULL)
    *undrawn = g_steal_pointer (&work.undrawn);
  work_clear (&work);
  return page;
}
