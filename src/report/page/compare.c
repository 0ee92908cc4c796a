/* Outlets at a glance, and their comparison measure by measure: sentences, charts, tables. */
#include <math.h>

#include "base/number.h"
#include "compare/pair.h"
#include "report/compare-cell.h"
#include "report/compare-warn.h"
#include "report/html/html.h"
#include "report/page/parts.h"
#include "report/page/sentence.h"
#include "report/view.h"

/* ---- At a glance ---------------------------------------------------------------------------------------------- */

/* The medians alone of bs_view_groups(), under the measures' titles. */
static BsTable *
medians_table (const BsPageWork *work, GError **error)
{
  const BsReportPage *options = work->options;
  g_autoptr (BsTable) groups = bs_view_groups (work->store, NULL, options->refs, options->n_refs, error);
  guint first = groups != NULL ? bs_table_n_columns (groups) - 2 * options->n_refs : 0;
  BsTable *table = bs_table_new ();
  GError *broken = NULL;
  const BsCell *cells;

  bs_table_set_title (table, "Medians over articles");
  bs_table_set_note (table, "An article without a value of a measure does not count in it. Intervals stand with each"
                            " measure's comparison.");
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  for (guint i = 0; i < options->n_refs; i++)
    {
      g_autofree char *id = bs_measure_ref_id (options->refs[i]);
      g_autofree char *title
          = g_strdup_printf ("%s, %s", options->refs[i].measure->title, options->refs[i].measure->unit);

      bs_table_add_column (table, id, title, BS_COLUMN_REAL, bs_measure_decimals (options->refs[i]));
    }
  while (groups != NULL && (cells = bs_table_next (groups, &broken)) != NULL)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, cells[0].text);
      bs_table_set_integer (table, 1, cells[1].integer);
      for (guint i = 0; i < options->n_refs; i++)
        if (!cells[first + 2 * i].missing)
          bs_table_set_real (table, 2 + i, cells[first + 2 * i].real);
    }
  if (groups != NULL && broken == NULL)
    return table;
  if (broken != NULL)
    g_propagate_error (error, broken);
  bs_table_free (table);
  return NULL;
}

gboolean
bs_page_outlets (BsPageWork *work, GError **error)
{
  bs_page_tell (work, "summing up the outlets");
  bs_html_frame_section (work->frame, 2, "outlets", "Outlets at a glance");
  return bs_page_table (work, medians_table (work, error), "outlets-medians", error)
         && (work->compared == NULL
             || bs_page_figure (work, "profile", bs_page_main_measure (work), "figure-profile", error));
}

/* ---- Tables of one measure ------------------------------------------------------------------------------------ */

static void
set_estimate (BsTable *table, guint *column, BsEstimate estimate)
{
  bs_table_set_real (table, (*column)++, estimate.estimate);
  bs_table_set_real (table, (*column)++, estimate.low);
  bs_table_set_real (table, (*column)++, estimate.high);
}

static BsTable *
groups_table (const BsCompared *compared, guint measure)
{
  const BsCompareData *data = compared->data;
  BsMeasureRef ref = data->options.refs[measure];
  int decimals = bs_measure_decimals (ref);
  g_autofree char *title = g_strdup_printf ("%s by outlet, %s", ref.measure->title, ref.measure->unit);
  BsTable *table = bs_table_new ();

  bs_table_set_title (table, title);
  bs_table_set_note (table, "Low and high: 95 % interval of the median, from order statistics. SD: standard deviation."
                            " No value: articles that the measure is not defined for.");
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "articles", "n", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "missing", "No value", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "median", "Median", BS_COLUMN_REAL, decimals);
  bs_table_add_column (table, "median_low", "Low", BS_COLUMN_REAL, decimals);
  bs_table_add_column (table, "median_high", "High", BS_COLUMN_REAL, decimals);
  bs_table_add_column (table, "mean", "Mean", BS_COLUMN_REAL, decimals);
  bs_table_add_column (table, "sd", "SD", BS_COLUMN_REAL, decimals);
  for (guint i = 0; i < data->groups->len; i++)
    {
      const BsCompareFigures *figures = &compared->measures[measure].figures[i];
      guint column = 3;

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, bs_compare_group (data, i)->name);
      bs_table_set_integer (table, 1, (gint64) figures->summary.n);
      bs_table_set_integer (table, 2, (gint64) figures->summary.missing);
      set_estimate (table, &column, figures->median);
      bs_table_set_real (table, column++, figures->summary.mean);
      bs_table_set_real (table, column, figures->summary.sd);
    }
  return table;
}

static BsTable *
pairs_columns (BsMeasureRef ref)
{
  int decimals = bs_measure_decimals (ref);
  g_autofree char *title = g_strdup_printf ("%s: pairs of outlets", ref.measure->title);
  g_autofree char *shift = g_strdup_printf ("Shift, %s", ref.measure->unit);
  BsTable *table = bs_table_new ();

  bs_table_set_title (table, title);
  bs_table_add_column (table, "a", "Outlet a", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "b", "Outlet b", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "shift", shift, BS_COLUMN_REAL, decimals);
  bs_table_add_column (table, "shift_low", "Low", BS_COLUMN_REAL, decimals);
  bs_table_add_column (table, "shift_high", "High", BS_COLUMN_REAL, decimals);
  bs_table_add_column (table, "cliff_delta", "Cliff's δ", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "cliff_delta_low", "Low", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "cliff_delta_high", "High", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "size", "Size", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "p_holm", "p, Holm", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "equal_length_delta", "δ at equal length", BS_COLUMN_REAL, 2);
  return table;
}

/* A p-value as text that sorts as the numbers do: "0.001 or less", "0.0042", "0.042". */
static const char *
p_cell (double p, char *buffer)
{
  return p < 0.001 ? "0.001 or less" : bs_number_fixed (p, p < 0.00995 ? 4 : 3, buffer);
}

static void
add_pair (BsTable *table, const BsCompareData *data, const BsComparePair *pair)
{
  char p[BS_NUMBER_MAX];
  guint column = 2;

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, bs_compare_group (data, pair->a)->name);
  bs_table_set_text (table, 1, bs_compare_group (data, pair->b)->name);
  set_estimate (table, &column, pair->shift);
  set_estimate (table, &column, pair->delta);
  bs_table_set_text (table, column++, bs_cliff_label (pair->delta.estimate));
  if (isfinite (pair->mann_whitney_holm))
    bs_table_set_text (table, column, p_cell (pair->mann_whitney_holm, p));
  bs_table_set_real (table, column + 1, pair->equal_delta.estimate);
}

static BsTable *
pairs_table (const BsPageWork *work, guint measure)
{
  const BsCompareData *data = work->data;
  const GArray *pairs = work->compared->measures[measure].pairs;
  g_autoptr (GPtrArray) order = bs_sentence_pairs (work->compared, measure);
  g_autofree char *id = bs_measure_ref_id (data->options.refs[measure]);
  g_autofree char *rest = g_strdup_printf ("-m %s --show pairs --format csv", id);
  g_autofree char *command = bs_page_command (work, "compare", rest);
  BsTable *table = pairs_columns (data->options.refs[measure]);

  for (guint i = 0; i < MIN (order->len, BS_PAGE_PAIRS); i++)
    add_pair (table, data, order->pdata[i]);
  bs_compare_note (table,
                   "The largest differences first, by |δ|. Shift: by how much articles of a lie over those of b (Hodges"
                   " and Lehmann). δ: the chance that an article of a is higher, less that of b. Low and high: 95 %%"
                   " intervals, each for its pair alone. p: Mann and Whitney's test, corrected after Holm over the %u"
                   " pair%s of this measure.",
                   pairs->len, pairs->len == 1 ? "" : "s");
  if (pairs->len > BS_PAGE_PAIRS)
    bs_compare_note (table, "These are the %u largest of %u pairs; all of them: %s", BS_PAGE_PAIRS, pairs->len,
                     command);
  return table;
}

/* ---- Sections ------------------------------------------------------------------------------------------------- */

static gboolean
add_measure (BsPageWork *work, guint measure, GError **error)
{
  BsMeasureRef ref = work->options->refs[measure];
  g_autofree char *id = bs_page_measure_id ("compare-", ref);
  g_autofree char *chart = bs_page_measure_id ("figure-measure-", ref);
  g_autofree char *forest = bs_page_measure_id ("figure-forest-", ref);
  g_autofree char *groups = bs_page_measure_id ("groups-", ref);
  g_autofree char *pairs = bs_page_measure_id ("pairs-", ref);
  g_autoptr (GPtrArray) sentences = bs_sentences_of (work->compared, measure, &bs_prose_html);
  GString *about = g_string_new (NULL), *source = g_string_new (NULL);
  gboolean any = work->compared->measures[measure].pairs->len > 0;

  bs_page_tell (work, ref.measure->title);
  bs_html_frame_section (work->frame, 3, id, ref.measure->title);
  bs_sentence_measure (about, &bs_prose_html, ref);
  bs_page_put (work, about);
  for (guint i = 0; i < sentences->len; i++)
    bs_page_put (work, g_string_new (sentences->pdata[i]));
  bs_sentence_source (source, &bs_prose_html, ref);
  if (!bs_page_figure (work, "measure", ref, chart, error)
      || (any && !bs_page_figure (work, "forest", ref, forest, error)))
    {
      g_string_free (source, TRUE);
      return FALSE;
    }
  bs_page_put (work, source);
  return bs_page_table (work, groups_table (work->compared, measure), groups, error)
         && (!any || bs_page_table (work, pairs_table (work, measure), pairs, error));
}

static void
say_cautions (BsPageWork *work)
{
  g_autoptr (GArray) warnings = bs_compare_warn (work->store, work->compared);
  GString *body = bs_html_frame_body (work->frame);

  if (warnings->len == 0)
    return;
  bs_page_say (work, "To be held against the comparisons (options named are those of “broadsheet compare”):");
  g_string_append (body, "<ul>\n");
  for (guint i = 0; i < warnings->len; i++)
    {
      g_string_append (body, "<li>");
      bs_html_text (body, g_array_index (warnings, BsCompareWarning, i).text);
      g_string_append (body, "</li>\n");
    }
  g_string_append (body, "</ul>\n");
}

gboolean
bs_page_comparisons (BsPageWork *work, GError **error)
{
  g_autofree char *measures = bs_page_measures (work);
  g_autofree char *command = bs_page_command (work, "compare", g_strchomp (measures));

  bs_html_frame_section (work->frame, 2, "comparisons", "The comparisons");
  if (work->compared == NULL)
    {
      bs_page_say (work, "%s", work->no_comparison);
      return TRUE;
    }
  bs_page_say (work,
               "The article is the unit, and what is compared is how the articles of one outlet lie to those of"
               " another."
               " A difference is said to hold where its 95 %% interval leaves out 0 and its p-value, corrected for the"
               " number of pairs after Holm, is under .05. How the articles were sampled, the store cannot know:"
               " what is"
               " said holds for outlets only so far as these articles stand for them.");
  bs_page_say_command (work, "The whole comparison, with more figures and tests:", command);
  say_cautions (work);
  if (!bs_page_table (work, bs_compare_omnibus (work->store, work->compared, TRUE, error), "comparisons-omnibus",
                      error))
    return FALSE;
  for (guint i = 0; i < work->options->n_refs; i++)
    if (!add_measure (work, i, error))
      return FALSE;
  return TRUE;
}
