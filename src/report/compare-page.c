#include "report/compare-page.h"

#include <math.h>

#include "report/compare-cell.h"
#include "report/compare-warn.h"
#include "report/view.h"

#define LEVEL 0.05
#define NEGLIGIBLE 0.147

typedef struct {
  BsStore          *store;
  const BsCompared *compared;
  GArray           *items;
  GArray           *warnings;
  GError          **error;
  guint             headings;
} Page;

static void
item_clear (gpointer data)
{
  BsPageItem *item = data;

  g_free (item->text);
  g_clear_pointer (&item->table, bs_table_free);
}

static void
add_text (Page *page, BsPageKind kind, char *text)
{
  BsPageItem item = { kind, text, NULL };

  g_array_append_val (page->items, item);
}

static void
heading (Page *page, const char *text)
{
  add_text (page, BS_PAGE_HEADING, g_strdup_printf ("%u. %s", ++page->headings, text));
}

static void
say (Page *page, const char *text)
{
  add_text (page, BS_PAGE_TEXT, g_strdup (text));
}

static gboolean
add_table (Page *page, BsTable *table)
{
  BsPageItem item = { BS_PAGE_TABLE, NULL, table };

  if (table != NULL)
    g_array_append_val (page->items, item);
  return table != NULL;
}

typedef BsTable *(*Make) (BsStore *store, const BsCompared *compared, gboolean people, GError **error);

static gboolean
show (Page *page, Make make)
{
  return add_table (page, make (page->store, page->compared, TRUE, page->error));
}

static void
warn (Page *page, BsCompareTopic topic)
{
  for (guint i = 0; i < page->warnings->len; i++)
    {
      const BsCompareWarning *warning = &g_array_index (page->warnings, BsCompareWarning, i);

      if (warning->topic == topic)
        add_text (page, BS_PAGE_CAUTION, g_strdup (warning->text));
    }
}

/* ---- The sections -------------------------------------------------------------------------------------------------- */

static gboolean
units (Page *page)
{
  g_autoptr (GPtrArray) notes = bs_view_notes (page->store);

  heading (page, "What is compared");
  if (!show (page, bs_compare_units) || !show (page, bs_compare_exclusions))
    return FALSE;
  say (page, "Of the whole store:");
  for (guint i = 0; i < notes->len; i++)
    say (page, notes->pdata[i]);
  say (page, "How the articles were sampled, the store cannot know: say it where you report this.");
  warn (page, BS_COMPARE_TOPIC_UNITS);
  return TRUE;
}

static gboolean
copies (Page *page)
{
  gboolean any = FALSE;

  heading (page, "Furniture and copies, without and with");
  say (page,
       "What is not article was set aside before counting, as said above. To see what that changes, analyze the corpus"
       " with --as-is into a second store and compare that one.");
  for (guint i = 0; i < page->compared->data->groups->len; i++)
    any |= bs_compare_group (page->compared->data, i)->left_out > 0;
  if (any && !show (page, bs_compare_copies))
    return FALSE;
  if (!any && bs_store_copies (page->store) != BS_COPIES_KEEP)
    say (page, "No article of these groups is a copy of another: with copies the figures are the same.");
  warn (page, BS_COMPARE_TOPIC_COPIES);
  return TRUE;
}

static void
location (Page *page)
{
  const BsCompareData *data = page->compared->data;

  heading (page, "The figures");
  add_text (page, BS_PAGE_TEXT, bs_compare_how (data));
  for (guint i = 0; i < data->options.n_refs; i++)
    add_table (page, bs_compare_location_of (page->compared, i));
}

static gboolean
differences (Page *page)
{
  heading (page, "The differences");
  return show (page, bs_compare_omnibus) && show (page, bs_compare_pairs);
}

static gboolean
spread (Page *page)
{
  heading (page, "Spread");
  if (!show (page, bs_compare_spread))
    return FALSE;
  warn (page, BS_COMPARE_TOPIC_SPREAD);
  return TRUE;
}

static gboolean
any_icc (const BsCompared *compared)
{
  const BsCompareData *data = compared->data;
  gboolean any = FALSE;

  for (guint i = 0; i < data->options.n_refs; i++)
    for (guint row = 0; row < data->clusters->len * data->groups->len; row++)
      any |= isfinite (compared->measures[i].clusters[row].icc) != 0;
  return any;
}

static gboolean
any_band (const BsCompared *compared)
{
  gboolean any = FALSE;

  for (guint i = 0; i < compared->data->options.n_refs; i++)
    any |= compared->measures[i].length.bands > 0;
  return any;
}

static gboolean
clusters (Page *page)
{
  const BsCompareOptions *options = &page->compared->data->options;

  heading (page, "Articles that are not independent");
  if (any_icc (page->compared) && !show (page, bs_compare_icc))
    return FALSE;
  warn (page, BS_COMPARE_TOPIC_CLUSTERS);
  if (options->matched == NULL)
    say (page, "Where groups write of the same events, --matched FIELD compares them event by event.");
  return options->matched == NULL || (show (page, bs_compare_friedman) && show (page, bs_compare_matches));
}

static gboolean
lengths (Page *page)
{
  heading (page, "Length");
  if (!show (page, bs_compare_length) || (any_band (page->compared) && !show (page, bs_compare_equal)))
    return FALSE;
  warn (page, BS_COMPARE_TOPIC_LENGTH);
  return TRUE;
}

static void
wire (Page *page)
{
  const BsCompareData *data = page->compared->data;
  guint64 n = 0, articles = 0, copied = 0;

  for (guint i = 0; i < data->groups->len; i++)
    {
      n += bs_compare_group (data, i)->wire;
      articles += bs_compare_group (data, i)->n;
      copied += bs_compare_group (data, i)->copies;
    }
  heading (page, "Wire copy");
  add_text (page, BS_PAGE_TEXT,
            g_strdup_printf ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                             " articles credit an agency or another outlet;"
                             " %" G_GUINT64_FORMAT " cop%s of other articles %s %s. The first table has both by group;"
                             " --by agency compares agencies.",
                             n, articles, copied, copied == 1 ? "y" : "ies", copied == 1 ? "is" : "are",
                             bs_store_copies (page->store) == BS_COPIES_KEEP
                                 ? "counted"
                                 : "left out, so that a syndicated article counts once, for its original"));
}

static gboolean
formulas (Page *page)
{
  heading (page, "Several formulas, and how they were counted");
  if (!show (page, bs_compare_agreement))
    return FALSE;
  warn (page, BS_COMPARE_TOPIC_FORMULAS);
  say (page,
       "Sentences end by broadsheet's own rules, syllables are those of the CMU Pronouncing Dictionary, or estimated"
       " for words it does not have; “broadsheet explain MEASURE” computes any of them by hand.");
  return TRUE;
}

static gboolean
again (Page *page)
{
  static const BsColumn columns[] = { { "rules", NULL, BS_COLUMN_TEXT, 0 }, { "n", NULL, BS_COLUMN_INTEGER, 0 } };
  const BsCompareData *data = page->compared->data;
  g_autoptr (BsTable) rows
      = bs_store_query (page->store, "SELECT rules, count(*) FROM counted_articles JOIN settings ON setting = settings"
                                     " GROUP BY rules ORDER BY 2 DESC, 1", NULL, columns, 2, page->error);
  GError *broken = NULL;
  const BsCell *cells;

  heading (page, "To run it again");
  add_text (page, BS_PAGE_TEXT, g_strdup_printf ("Program: broadsheet %s.", BS_VERSION));
  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    add_text (page, BS_PAGE_TEXT,
              g_strdup_printf ("Rules of %" G_GINT64_FORMAT " article%s: %s.", cells[1].integer,
                               cells[1].integer == 1 ? "" : "s", cells[0].text));
  if (broken != NULL)
    g_propagate_error (page->error, broken);
  add_text (page, BS_PAGE_TEXT,
            g_strdup_printf ("Comparison: seed %" G_GUINT64_FORMAT
                             ", %u resamples, groups of %u articles or more, copies %s,"
                             " level 95 %%.",
                             data->options.seed, data->options.resamples, data->options.least,
                             bs_store_copies (page->store) == BS_COPIES_KEEP ? "kept" : "left out"));
  if (data->options.where != NULL && data->options.where[0] != NULL)
    {
      g_autofree char *where = g_strjoinv (", ", (char **) data->options.where);

      add_text (page, BS_PAGE_TEXT, g_strdup_printf ("Articles with %s alone.", where));
    }
  add_text (page, BS_PAGE_TEXT,
            g_strdup_printf ("Input: SHA-256 of outlet, id and checksum of the articles that count, in order: %s.",
                             data->digest));
  return rows != NULL && broken == NULL;
}

static void
sizes (Page *page)
{
  guint n = 0, found = 0, negligible = 0;

  for (guint i = 0; i < page->compared->data->options.n_refs; i++)
    for (guint j = 0; j < page->compared->measures[i].pairs->len; j++)
      {
        const BsComparePair *pair = &g_array_index (page->compared->measures[i].pairs, BsComparePair, j);

        n++;
        found += pair->mann_whitney_holm < LEVEL;
        negligible += pair->mann_whitney_holm < LEVEL && fabs (pair->delta.estimate) < NEGLIGIBLE;
      }
  heading (page, "Significant is not large");
  add_text (
      page, BS_PAGE_TEXT,
      g_strdup_printf ("Of %u comparison%s, %u differ%s at .05 after Holm's correction within the measure; of these,"
                       " %u %s negligible in size (|δ| under .147). With many articles nearly every difference is"
                       " significant: report δ and the shift with their intervals, and p beside them.",
                       n, n == 1 ? "" : "s", found, found == 1 ? "s" : "", negligible, negligible == 1 ? "is" : "are"));
}

GArray *
bs_compare_page (BsStore *store, const BsCompared *compared, GError **error)
{
  Page page = { .store = store, .compared = compared, .error = error };
  gboolean fine;

  page.items = g_array_new (FALSE, FALSE, sizeof (BsPageItem));
  g_array_set_clear_func (page.items, item_clear);
  page.warnings = bs_compare_warn (store, compared);
  fine = units (&page) && copies (&page);
  if (fine)
    location (&page);
  fine = fine && differences (&page) && spread (&page) && clusters (&page) && lengths (&page);
  if (fine)
    wire (&page);
  fine = fine && formulas (&page);
  heading (&page, "Words");
  say (&page,
       "Which words make the difference: “broadsheet keyness --help”, with dispersion, effect size and correction.");
  fine = fine && again (&page);
  sizes (&page);
  g_array_unref (page.warnings);
  if (!fine)
    g_clear_pointer (&page.items, g_array_unref);
  return page.items;
}
