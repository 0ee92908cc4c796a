#include "report/view-dispersion.h"

#include <math.h>
#include <string.h>

#include "compare/dispersion.h"

#define YEAR_BYTES 4  /* of YYYY-MM-DD */
#define MONTH_BYTES 7

/* What articles are put together into. */
typedef enum { PART_ARTICLE, PART_OUTLET, PART_MONTH, PART_YEAR, N_PARTS } PartKind;

static const char *const part_names[N_PARTS] = { "articles", "outlets", "months", "years" };

typedef struct {
  char   *name;
  double  hits, words;
} Part;

static void
part_clear (gpointer part)
{
  g_free (((Part *) part)->name);
}

/* The part of time that an article belongs to, NULL where its date does not say. Free with g_free. */
static char *
time_of (const BsHitArticle *article, gboolean months)
{
  gsize bytes = months ? MONTH_BYTES : YEAR_BYTES;

  return article->day != NULL && strlen (article->day) >= bytes ? g_strndup (article->day, bytes) : NULL;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Part *) a)->name, ((const Part *) b)->name);
}

/* Puts parts of one name together, sorted by name. */
static void
join (GArray *parts)
{
  guint kept = 0;

  g_array_sort (parts, by_name);
  for (guint i = 1; i < parts->len; i++)
    {
      Part *last = &g_array_index (parts, Part, kept), *part = &g_array_index (parts, Part, i);

      if (g_str_equal (last->name, part->name))
        {
          last->hits += part->hits;
          last->words += part->words;
          continue;
        }
      kept++;
      if (kept != i)
        {
          Part other = g_array_index (parts, Part, kept);

          g_array_index (parts, Part, kept) = *part;
          *part = other;
        }
    }
  if (parts->len > 0)
    g_array_set_size (parts, kept + 1);
}

/* The parts that have words; of one outlet, or G_MAXUINT: of all. */
static GArray *
parts_of (const BsHits *hits, PartKind kind, guint outlet)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  for (guint i = 0; i < hits->articles->len; i++)
    {
      const BsHitArticle *article = &g_array_index (hits->articles, BsHitArticle, i);
      Part part = { NULL, (double) article->hits, (double) article->words };

      if ((outlet != G_MAXUINT && article->outlet != outlet) || article->words == 0)
        continue;
      if (kind == PART_OUTLET)
        part.name = g_strdup (hits->outlets->pdata[article->outlet]);
      else if (kind != PART_ARTICLE)
        part.name = time_of (article, kind == PART_MONTH);
      if (kind == PART_ARTICLE || part.name != NULL)
        g_array_append_val (parts, part);
    }
  if (kind != PART_ARTICLE)
    join (parts);
  return parts;
}

static void
add_row (BsTable *table, const char *query, const char *outlet, PartKind kind, const GArray *parts)
{
  g_autofree double *sizes = g_new (double, parts->len + 1);
  g_autofree double *held_sizes = g_new (double, parts->len + 1);
  g_autofree double *held = g_new (double, parts->len + 1);
  BsDispersionParts all;
  BsDispersion d;
  double hits = 0, words = 0;
  gsize n_held = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      sizes[i] = part->words;
      hits += part->hits;
      words += part->words;
      if (part->hits > 0)
        {
          held[n_held] = part->hits;
          held_sizes[n_held++] = part->words;
        }
    }
  all = bs_dispersion_parts (sizes, parts->len);
  bs_dispersion (&all, held, held_sizes, n_held, &d);
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, query);
  bs_table_set_text (table, 1, outlet);
  bs_table_set_text (table, 2, part_names[kind]);
  bs_table_set_integer (table, 3, parts->len);
  bs_table_set_integer (table, 4, (gint64) hits);
  bs_table_set_real (table, 5, 1e6 * hits / words);
  bs_table_set_integer (table, 6, (gint64) n_held);
  bs_table_set_real (table, 7, 100 * (double) n_held / parts->len);
  bs_table_set_real (table, 8, d.dp);
  bs_table_set_real (table, 9, d.dp_norm);
  bs_table_set_real (table, 10, d.juilland_d);
  bs_table_set_real (table, 11, d.carroll_d2);
  bs_table_set_real (table, 12, d.rosengren_s);
  bs_table_set_real (table, 13, d.dkl);
}

/* All over articles, and over outlets and times where there are two or more. */
static void
add_rows_of_all (BsTable *table, const BsFound *found)
{
  for (PartKind kind = 0; kind < N_PARTS; kind++)
    {
      g_autoptr (GArray) parts = parts_of (found->hits, kind, G_MAXUINT);

      if (kind == PART_ARTICLE || parts->len > 1)
        add_row (table, found->query, "(all)", kind, parts);
    }
}

BsTable *
bs_view_dispersion (const BsFound *found, guint n_found, const char *outlet)
{
  static const char note[]
      = "Parts have the words that they have: nothing is cut to equal lengths. DP: half the sum of |share of hits -"
        " share of words|, 0 even, towards 1 clumped (Gries 2008, IJCL 13); DPnorm: DP / (1 - share of the smallest "
        "part)"
        " (Lijffijt & Gries 2012, IJCL 17); Juilland's D over rates, population deviation (Juilland et al. 1970),"
        " Carroll's D2 over rates (Carroll 1970) and Rosengren's S with sizes (Rosengren 1971): 1 even; KLD: divergence"
        " of the hits' spread from that of the words, bits (Gries 2024). Months"
        " and years: of the articles whose date says so much.";
  BsTable *table = bs_table_new ();

  bs_table_set_title (table, "How evenly it is spread");
  bs_table_set_note (table, note);
  bs_table_add_column (table, "query", "Query", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "over", "Over", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "parts", "Parts", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "hits", "Hits", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "per_million", "Per million", BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "range", "Range", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "range_percent", "Range %", BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "dp", "DP", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "dp_norm", "DPnorm", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "juilland_d", "Juilland D", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "carroll_d2", "Carroll D2", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "rosengren_s", "Rosengren S", BS_COLUMN_REAL, 3);
  bs_table_add_column (table, "dkl", "KLD", BS_COLUMN_REAL, 3);
  for (guint i = 0; i < n_found; i++)
    {
      const BsHits *hits = found[i].hits;

      for (guint j = 0; j < hits->outlets->len; j++)
        if (outlet == NULL || g_str_equal (outlet, hits->outlets->pdata[j]))
          {
            g_autoptr (GArray) parts = parts_of (hits, PART_ARTICLE, j);

            add_row (table, found[i].query, hits->outlets->pdata[j], PART_ARTICLE, parts);
          }
      if (outlet == NULL)
        add_rows_of_all (table, &found[i]);
    }
  return table;
}

/* ---- Time -------------------------------------------------------------------------------------------------------- */

static void
add_times (BsTable *table, const BsFound *found, guint outlet, gboolean months)
{
  g_autoptr (GArray) parts = parts_of (found->hits, months ? PART_MONTH : PART_YEAR, outlet);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, found->query);
      bs_table_set_text (table, 1, outlet == G_MAXUINT ? "(all)" : found->hits->outlets->pdata[outlet]);
      bs_table_set_text (table, 2, part->name);
      bs_table_set_integer (table, 3, (gint64) part->hits);
      bs_table_set_integer (table, 4, (gint64) part->words);
      bs_table_set_real (table, 5, 1e6 * part->hits / part->words);
    }
}

BsTable *
bs_view_dispersion_time (const BsFound *found, guint n_found, gboolean months, const char *outlet)
{
  BsTable *table = bs_table_new ();

  bs_table_set_title (table, months ? "Month by month" : "Year by year");
  bs_table_set_note (table, "Articles whose date does not say so much are left out.");
  bs_table_add_column (table, "query", "Query", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "time", months ? "Month" : "Year", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "hits", "Hits", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "per_million", "Per million", BS_COLUMN_REAL, 1);
  for (guint i = 0; i < n_found; i++)
    {
      const BsHits *hits = found[i].hits;

      for (guint j = 0; j < hits->outlets->len; j++)
        if (outlet == NULL || g_str_equal (outlet, hits->outlets->pdata[j]))
          add_times (table, &found[i], j, months);
      if (outlet == NULL && hits->outlets->len > 1)
        add_times (table, &found[i], G_MAXUINT, months);
    }
  return table;
}
