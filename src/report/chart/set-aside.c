/* The chart of what cleaning set aside. */
#include "report/chart/parts.h"

#include "report/section.h"
#include "report/view.h"

#define REASONS_MOST 6 /* that have a colour of their own; all others are one */
#define OTHER "other"

typedef struct {
  char *name;
  double bytes;
} Reason; /* of an outlet or of all */

typedef struct {
  char *name;
  double articles, bytes, aside; /* of the articles that count; bytes before cleaning, and those set aside */
  GPtrArray *reasons;            /* of Reason */
} Outlet;

typedef struct {
  GPtrArray *outlets; /* of Outlet */
  GPtrArray *reasons; /* of Reason, the largest first */
  double bytes;       /* of all outlets, before cleaning */
} Aside;

static void
reason_free (gpointer data)
{
  g_free (((Reason *) data)->name);
  g_free (data);
}

static void
outlet_free (gpointer data)
{
  Outlet *outlet = data;

  g_free (outlet->name);
  g_ptr_array_unref (outlet->reasons);
  g_free (outlet);
}

static void
aside_clear (Aside *aside)
{
  g_ptr_array_unref (aside->outlets);
  g_ptr_array_unref (aside->reasons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Aside, aside_clear)

static double
share (const Outlet *outlet)
{
  return outlet->bytes > 0 ? 100 * outlet->aside / outlet->bytes : 0;
}

static int
by_share (gconstpointer a, gconstpointer b)
{
  const Outlet *x = *(Outlet *const *) a, *y = *(Outlet *const *) b;

  if (share (x) != share (y))
    return share (x) < share (y) ? 1 : -1;
  return strcmp (x->name, y->name);
}

static int
by_bytes (gconstpointer a, gconstpointer b)
{
  const Reason *x = *(Reason *const *) a, *y = *(Reason *const *) b;

  if (x->bytes != y->bytes)
    return x->bytes < y->bytes ? 1 : -1;
  return strcmp (x->name, y->name);
}

static gboolean
load_outlets (Aside *aside, BsStore *store, GError **error)
{
  static const BsColumn columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                      { "articles", NULL, BS_COLUMN_REAL, 0 },
                                      { "bytes", NULL, BS_COLUMN_REAL, 0 } };
  static const char sql[] = "SELECT outlet, count(*), sum(kept_bytes + aside_bytes) FROM counted_articles"
                            " GROUP BY outlet ORDER BY outlet";
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    {
      Outlet *outlet = g_new0 (Outlet, 1);

      outlet->name = g_strdup (cells[0].text);
      outlet->articles = cells[1].real;
      outlet->bytes = cells[2].real;
      outlet->reasons = g_ptr_array_new_with_free_func (reason_free);
      aside->bytes += outlet->bytes;
      g_ptr_array_add (aside->outlets, outlet);
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return rows != NULL && broken == NULL;
}

static void
add_bytes (GPtrArray *reasons, const char *name, double bytes)
{
  Reason *reason = NULL;

  for (guint i = 0; i < reasons->len && reason == NULL; i++)
    if (g_str_equal (((Reason *) reasons->pdata[i])->name, name))
      reason = reasons->pdata[i];
  if (reason == NULL)
    {
      reason = g_new0 (Reason, 1);
      reason->name = g_strdup (name);
      g_ptr_array_add (reasons, reason);
    }
  reason->bytes += bytes;
}

static void
add_part (Aside *aside, Outlet *outlet, const char *name, double bytes)
{
  add_bytes (outlet->reasons, name, bytes);
  add_bytes (aside->reasons, name, bytes);
  outlet->aside += bytes;
}

/* From the table of `report --show cleaning`, whose first row of an outlet sums its reasons; both are by outlet. */
static gboolean
load_parts (Aside *aside, BsStore *store, GError **error)
{
  enum { OUTLET, REASON, BYTES = 6 };
  g_autoptr (BsTable) rows = bs_section_cleaning (store, error);
  guint at = 0;
  gboolean is_sum = TRUE;
  GError *broken = NULL;
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    {
      while (at < aside->outlets->len
             && !g_str_equal (((Outlet *) aside->outlets->pdata[at])->name, cells[OUTLET].text))
        {
          at++;
          is_sum = TRUE;
        }
      if (at < aside->outlets->len && !is_sum && cells[BYTES].integer > 0)
        add_part (aside, aside->outlets->pdata[at], cells[REASON].text, (double) cells[BYTES].integer);
      is_sum = FALSE;
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return rows != NULL && broken == NULL;
}

/* The bytes that `reasons` have at a place, which is that of the reason among all; the last one sums whatever has no
 * place of its own. */
static double
bytes_at (const Aside *aside, const GPtrArray *reasons, guint place)
{
  double bytes = 0;

  for (guint i = 0; i < reasons->len; i++)
    {
      const Reason *reason = reasons->pdata[i];
      guint at = 0;

      while (!g_str_equal (((Reason *) aside->reasons->pdata[at])->name, reason->name))
        at++;
      if (MIN (at, REASONS_MOST) == place)
        bytes += reason->bytes;
    }
  return bytes;
}

static void
write_parts (BsChartTable *table, const Aside *aside, int row, const GPtrArray *reasons, double whole)
{
  double start = 0;

  for (guint place = 0; place <= MIN (aside->reasons->len, REASONS_MOST); place++)
    {
      double bytes = bytes_at (aside, reasons, place);
      double percent = bytes > 0 ? 100 * bytes / whole : 0;

      if (bytes == 0)
        continue;
      bs_chart_table_number (table, row);
      bs_chart_table_number (table, place);
      bs_chart_table_text (table, place < REASONS_MOST ? ((Reason *) aside->reasons->pdata[place])->name : OTHER);
      bs_chart_table_number (table, start);
      bs_chart_table_number (table, percent);
      start += percent;
    }
}

static void
write_notes (BsChartTable *table, BsStore *store, const Aside *aside)
{
  g_autoptr (BsTable) told = bs_table_new ();
  GString *others = g_string_new (NULL);

  for (guint i = REASONS_MOST; i < aside->reasons->len; i++)
    g_string_append_printf (others, "%s%s", i == REASONS_MOST ? "Other: " : ", ",
                            ((Reason *) aside->reasons->pdata[i])->name);
  if (others->len > 0)
    bs_chart_table_comment (table, "note", g_string_append_c (others, '.')->str);
  if (aside->reasons->len == 0)
    bs_chart_table_comment (table, "note", "Nothing was set aside in any article of this store.");
  bs_view_note_cleaning (store, told);
  if (bs_table_note (told) != NULL)
    bs_chart_table_comment (table, "note", bs_table_note (told));
  g_string_free (others, TRUE);
}

BsChartTable *
bs_chart_set_aside (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_auto (Aside) aside = { g_ptr_array_new_with_free_func (outlet_free), g_ptr_array_new_with_free_func (reason_free),
                           0 };
  gboolean any;

  if (!load_outlets (&aside, store, error) || !load_parts (&aside, store, error))
    return NULL;
  any = aside.reasons->len > 0;
  g_ptr_array_sort (aside.outlets, by_share);
  g_ptr_array_sort (aside.reasons, by_bytes);
  bs_chart_begin (table, store, "What was set aside before counting", "by outlet, the largest share first",
                  "Share of the outlet's bytes, %");
  write_notes (table, store, &aside);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; any && i < aside.outlets->len; i++)
    {
      const Outlet *outlet = aside.outlets->pdata[i];

      bs_chart_table_text (table, outlet->name);
      bs_chart_table_number (table, outlet->articles);
      bs_chart_table_number (table, share (outlet));
    }
  bs_chart_table_block (table, chart->item_columns);
  if (any)
    write_parts (table, &aside, -1, aside.reasons, aside.bytes);
  for (guint i = 0; i < aside.outlets->len; i++)
    {
      const Outlet *outlet = aside.outlets->pdata[i];

      write_parts (table, &aside, (int) i, outlet->reasons, outlet->bytes);
    }
  return g_steal_pointer (&table);
}
