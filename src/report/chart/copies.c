/* The chart of who carries whose copies. */
#include "report/chart/parts.h"

#include "base/hash.h"
#include "base/number.h"
#include "report/section.h"

#define MOST 40 /* outlets: as many as scripts/charts/theme.gp draws */

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

/* ---- Of many outlets ---------------------------------------------------------------------------------------------- */

typedef struct {
  double copies;
  guint  row, column; /* places in `carriers` */
} Pair;

static int
by_copies (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  if (x->copies != y->copies)
    return x->copies < y->copies ? 1 : -1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return (x->column > y->column) - (x->column < y->column);
}

/* All of one outlet copying another, those with the most copies first; of Pair. */
static GArray *
pairs_of (const GPtrArray *carriers)
{
  g_autoptr (GHashTable) places = g_hash_table_new (bs_hash_word, g_str_equal);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < carriers->len; i++)
    g_hash_table_insert (places, ((const Carrier *) carriers->pdata[i])->name, GUINT_TO_POINTER (i));
  for (guint i = 0; i < carriers->len; i++)
    {
      GHashTableIter taken;
      gpointer origin, copies, place;

      g_hash_table_iter_init (&taken, ((const Carrier *) carriers->pdata[i])->taken);
      while (g_hash_table_iter_next (&taken, &origin, &copies))
        if (g_hash_table_lookup_extended (places, origin, NULL, &place) && GPOINTER_TO_UINT (place) != i)
          {
            Pair pair = { *(const double *) copies, i, GPOINTER_TO_UINT (place) };

            g_array_append_val (pairs, pair);
          }
    }
  g_array_sort (pairs, by_copies);
  return g_steal_pointer (&pairs);
}

/* The outlets that are drawn, in their order. Where they are too many, both of each of the pairs with the most copies,
 * and then whoever else has most to do with copies: the largest alone may have no pair among them. */
static GPtrArray *
drawn_of (const GPtrArray *carriers, guint involved)
{
  g_autofree gboolean *is_drawn = g_new0 (gboolean, carriers->len + 1);
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();
  g_autoptr (GArray) pairs = involved > MOST ? pairs_of (carriers) : NULL;
  guint n = 0;

  for (guint i = 0; pairs != NULL && i < pairs->len && n < MOST; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (n + !is_drawn[pair->row] + !is_drawn[pair->column] > MOST)
        continue;
      n += !is_drawn[pair->row] + !is_drawn[pair->column];
      is_drawn[pair->row] = is_drawn[pair->column] = TRUE;
    }
  for (guint i = 0; i < involved && n < MOST; i++)
    {
      n += !is_drawn[i];
      is_drawn[i] = TRUE;
    }
  for (guint i = 0; i < involved; i++)
    if (is_drawn[i])
      g_ptr_array_add (drawn, carriers->pdata[i]);
  return g_steal_pointer (&drawn);
}

static void
note_drawn (BsChartTable *table, guint drawn, guint involved)
{
  char all[BS_NUMBER_MAX];
  g_autofree char *note = NULL;

  if (drawn == involved)
    return;
  bs_number_grouped (involved, all);
  note = g_strdup_printf ("Of %s outlets that copy or are copied %u are drawn: those of the pairs with the most copies.",
                          all, drawn);
  bs_chart_table_comment (table, "note", note);
}

/* ---- The table ---------------------------------------------------------------------------------------------------- */

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
  g_autoptr (GPtrArray) drawn = NULL;
  guint involved = 0;

  if (!load_outlets (carriers, by_name, store, error) || !load_pairs (by_name, store, error))
    return NULL;
  g_ptr_array_sort (carriers, by_part);
  while (involved < carriers->len && part_taken (carriers->pdata[involved]) > 0)
    involved++;
  drawn = drawn_of (carriers, involved);
  write_comments (table, carriers, involved);
  note_drawn (table, drawn->len, involved);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < drawn->len; i++)
    {
      const Carrier *carrier = drawn->pdata[i];

      bs_chart_table_text (table, carrier->name);
      bs_chart_table_number (table, carrier->articles);
      bs_chart_table_number (table, carrier->copies);
      bs_chart_table_number (table, carrier->carried);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < drawn->len; i++)
    for (guint j = 0; j < drawn->len; j++)
      {
        const Carrier *carrier = drawn->pdata[i];
        const double *n = g_hash_table_lookup (carrier->taken, ((const Carrier *) drawn->pdata[j])->name);

        if (n == NULL)
          continue;
        bs_chart_table_number (table, i);
        bs_chart_table_number (table, j);
        bs_chart_table_number (table, *n);
        bs_chart_table_number (table, 100 * *n / carrier->articles);
      }
  return g_steal_pointer (&table);
}
