/* The chart of who carries whose copies. */
#include "report/chart/parts.h"

#include "base/hash.h"
#include "base/number.h"
#include "report/section.h"

typedef struct {
  char *name;
  double articles;   /* all of them, copies too */
  double copies;     /* of its own articles and of others' */
  double own;        /* of its own alone */
  double carried;    /* its articles that others copy */
  GHashTable *taken; /* by name of the origin: its copies of it, a double of g_new */
} Carrier;

static void
carrier_free (gpointer data)
{
  Carrier *carrier = data;

  g_free (carrier->name);
  g_hash_table_unref (carrier->taken);
  g_free (carrier);
}

static double
part_taken (const Carrier *carrier)
{
  return carrier->copies + carrier->carried;
}

/* Whoever has most to do with copies first. */
static int
by_part (gconstpointer a, gconstpointer b)
{
  const Carrier *x = *(Carrier *const *) a, *y = *(Carrier *const *) b;

  if (part_taken (x) != part_taken (y))
    return part_taken (x) < part_taken (y) ? 1 : -1;
  return strcmp (x->name, y->name);
}

static void
take (Carrier *carrier, const char *origin, double copies)
{
  double *n = g_new (double, 1);

  *n = copies;
  g_hash_table_insert (carrier->taken, g_strdup (origin), n);
}

/* Every outlet, from the table of `report --show copies`. */
static gboolean
load_outlets (GPtrArray *carriers, GHashTable *by_name, BsStore *store, GError **error)
{
  enum { OUTLET, ARTICLES, COPIES, OWN = 4, CARRIED = 6 };
  g_autoptr (BsTable) rows = bs_section_copies (store, error);
  GError *broken = NULL;
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    {
      Carrier *carrier = g_new0 (Carrier, 1);

      carrier->name = g_strdup (cells[OUTLET].text);
      carrier->articles = (double) cells[ARTICLES].integer;
      carrier->copies = (double) cells[COPIES].integer;
      carrier->own = (double) cells[OWN].integer;
      carrier->carried = (double) cells[CARRIED].integer;
      carrier->taken = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, g_free);
      if (carrier->own > 0)
        take (carrier, carrier->name, carrier->own);
      g_ptr_array_add (carriers, carrier);
      g_hash_table_insert (by_name, carrier->name, carrier);
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return rows != NULL && broken == NULL;
}

/* Who copies whom, from the table of `report --show carriers`. */
static gboolean
load_pairs (GHashTable *by_name, BsStore *store, GError **error)
{
  enum { CARRIER, ORIGIN, COPIES };
  g_autoptr (BsTable) rows = bs_section_carriers (store, error);
  GError *broken = NULL;
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    {
      Carrier *carrier = g_hash_table_lookup (by_name, cells[CARRIER].text);

      if (carrier != NULL)
        take (carrier, cells[ORIGIN].text, (double) cells[COPIES].integer);
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return rows != NULL && broken == NULL;
}

static void
write_comments (BsChartTable *table, const GPtrArray *carriers, guint involved)
{
  double articles = 0, copies = 0;
  guint others = carriers->len - involved;
  char one[BS_NUMBER_MAX], all[BS_NUMBER_MAX];
  g_autofree char *lead = NULL;
  g_autofree char *rest = g_strdup_printf (others == 1 ? "%u other outlet neither copies nor is copied."
                                                         : "%u other outlets neither copy nor are copied.",
                                           others);

  for (guint i = 0; i < carriers->len; i++)
    {
      articles += ((const Carrier *) carriers->pdata[i])->articles;
      copies += ((const Carrier *) carriers->pdata[i])->copies;
    }
  bs_number_grouped ((gint64) copies, one);
  bs_number_grouped ((gint64) articles, all);
  lead = g_strdup_printf ("%s of %s articles of %u outlet%s %s another one", one, all, carriers->len,
                          carriers->len == 1 ? "" : "s", copies == 1 ? "copies" : "copy");
  bs_chart_table_comment (table, "title", "Who carries whose copies");
  bs_chart_table_comment (table, "subtitle", lead);
  bs_chart_table_comment (table, "axis", "Columns: the outlet whose article is copied");
  if (involved == 0)
    bs_chart_table_comment (table, "note",
                            "No article of this store is a copy of another one. Copies are looked for when a corpus is "
                            "analyzed, unless --without copies said otherwise.");
  else if (others > 0)
    bs_chart_table_comment (table, "note", rest);
}

BsChartTable *
bs_chart_copies (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autoptr (GPtrArray) carriers = g_ptr_array_new_with_free_func (carrier_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (bs_hash_word, g_str_equal);
  guint involved = 0;

  if (!load_outlets (carriers, by_name, store, error) || !load_pairs (by_name, store, error))
    return NULL;
  g_ptr_array_sort (carriers, by_part);
  while (involved < carriers->len && part_taken (carriers->pdata[involved]) > 0)
    involved++;
  write_comments (table, carriers, involved);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < involved; i++)
    {
      const Carrier *carrier = carriers->pdata[i];

      bs_chart_table_text (table, carrier->name);
      bs_chart_table_number (table, carrier->articles);
      bs_chart_table_number (table, carrier->copies);
      bs_chart_table_number (table, carrier->carried);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < involved; i++)
    for (guint j = 0; j < involved; j++)
      {
        const Carrier *carrier = carriers->pdata[i];
        const double *n = g_hash_table_lookup (carrier->taken, ((const Carrier *) carriers->pdata[j])->name);

        if (n == NULL)
          continue;
        bs_chart_table_number (table, i);
        bs_chart_table_number (table, j);
        bs_chart_table_number (table, *n);
        bs_chart_table_number (table, 100 * *n / carrier->articles);
      }
  return g_steal_pointer (&table);
}
