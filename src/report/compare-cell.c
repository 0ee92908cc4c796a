#include "report/compare-cell.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

/* For people a figure is text. */
static void
add_figure (BsTable *table, const char *name, const char *title, gboolean people)
{
  bs_table_add_column (table, name, title, people ? BS_COLUMN_TEXT : BS_COLUMN_REAL, -1);
  if (people)
    bs_table_set_whole (table, bs_table_n_columns (table) - 1);
}

void
bs_compare_add_estimate (BsTable *table, const char *name, const char *title, gboolean people)
{
  g_autofree char *low = g_strconcat (name, "_low", NULL);
  g_autofree char *high = g_strconcat (name, "_high", NULL);

  add_figure (table, name, title, people);
  if (people)
    return;
  bs_table_add_column (table, low, NULL, BS_COLUMN_REAL, -1);
  bs_table_add_column (table, high, NULL, BS_COLUMN_REAL, -1);
}

void
bs_compare_set_estimate (BsTable *table, guint *column, BsEstimate estimate, gboolean people, int decimals)
{
  char value[BS_NUMBER_MAX], low[BS_NUMBER_MAX], high[BS_NUMBER_MAX];
  g_autofree char *text = NULL;

  if (!people)
    {
      bs_table_set_real (table, (*column)++, estimate.estimate);
      bs_table_set_real (table, (*column)++, estimate.low);
      bs_table_set_real (table, (*column)++, estimate.high);
      return;
    }
  bs_number_fixed (estimate.estimate, decimals, value);
  text = isfinite (estimate.low) && isfinite (estimate.high)
             ? g_strdup_printf ("%s [%s, %s]", value, bs_number_fixed (estimate.low, decimals, low),
                                bs_number_fixed (estimate.high, decimals, high))
             : g_strdup (value);
  if (isfinite (estimate.estimate))
    bs_table_set_text (table, *column, text);
  ++*column;
}

void
bs_compare_add_p (BsTable *table, const char *name, const char *title, gboolean people)
{
  add_figure (table, name, title, people);
}

const char *
bs_compare_p_text (double p, char *buffer)
{
  if (p < 0.001)
    return memcpy (buffer, "<.001", sizeof "<.001");
  bs_number_fixed (p, 3, buffer);
  return p < 0.9995 ? memmove (buffer, buffer + 1, strlen (buffer)) : buffer; /* ".012" */
}

void
bs_compare_set_p (BsTable *table, guint *column, double p, gboolean people)
{
  char text[BS_NUMBER_MAX];

  if (!people)
    bs_table_set_real (table, *column, p);
  else if (isfinite (p))
    bs_table_set_text (table, *column, bs_compare_p_text (p, text));
  ++*column;
}

void
bs_compare_add_number (BsTable *table, const char *name, const char *title, gboolean people)
{
  add_figure (table, name, title, people);
}

void
bs_compare_set_number (BsTable *table, guint *column, double value, gboolean people, int decimals)
{
  char text[BS_NUMBER_MAX];

  if (!people)
    bs_table_set_real (table, *column, value);
  else if (isfinite (value))
    bs_table_set_text (table, *column, bs_number_fixed (value, decimals, text));
  ++*column;
}

char *
bs_compare_by (const BsCompareData *data)
{
  const char *first = data->options.by != NULL ? data->options.by : "outlet";

  return data->crossed ? g_strconcat (first, " × ", data->options.by_also, NULL) : g_strdup (first);
}

guint
bs_compare_n_pairs (const BsCompared *compared)
{
  guint n = 0;

  for (guint i = 0; i < compared->data->options.n_refs; i++)
    n += compared->measures[i].pairs->len;
  return n;
}

void
bs_compare_note (BsTable *table, const char *format, ...)
{
  const char *note = bs_table_note (table);
  g_autofree char *more = NULL;
  g_autofree char *both = NULL;
  va_list arguments;

  va_start (arguments, format);
  more = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  both = note != NULL ? g_strconcat (note, " ", more, NULL) : g_strdup (more);
  bs_table_set_note (table, both);
}

typedef struct {
  guint  row;
  double score;
} Scored;

static int
by_score (const void *a, const void *b)
{
  const Scored *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

guint *
bs_compare_ranks (const double *scores, guint n)
{
  g_autofree Scored *order = g_new (Scored, n + 1);
  guint *ranks = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = (Scored){ i, isnan (scores[i]) ? -1.0 : scores[i] };
  qsort (order, n, sizeof *order, by_score);
  for (guint i = 0; i < n; i++)
    ranks[order[i].row] = i;
  return ranks;
}

gboolean *
bs_compare_choose (const BsCompared *compared, const double *scores, guint n, guint all, gboolean people, guint *shown)
{
  guint room = MAX (BS_COMPARE_ROWS_SHOWN / MAX (compared->data->options.n_refs, 1), 2);
  gboolean *chosen = g_new0 (gboolean, n + 1);
  g_autofree guint *ranks = bs_compare_ranks (scores, n);

  if (!people || all <= BS_COMPARE_ROWS_SHOWN)
    room = n;
  for (guint i = 0; i < n; i++)
    chosen[i] = ranks[i] < room;
  *shown += MIN (n, room);
  return chosen;
}

/* Groups stand by name, so that a lower number is an earlier name. */
static int
by_value (const void *a, const void *b)
{
  const Scored *x = a, *y = b;

  if (isnan (x->score) != isnan (y->score))
    return isnan (x->score) ? 1 : -1;
  if (x->score != y->score && !isnan (x->score))
    return x->score < y->score ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

guint *
bs_compare_order (const BsCompareData *data, const double *values, gboolean people, guint *shown)
{
  guint k = data->groups->len;
  g_autofree Scored *order = g_new (Scored, k + 1);
  guint *groups = g_new (guint, k + 1);

  *shown = people ? MIN (k, BS_COMPARE_GROUPS_SHOWN) : k;
  for (guint i = 0; i < k; i++)
    order[i] = (Scored){ i, values[i] };
  qsort (order, k, sizeof *order, by_value);
  for (guint i = 0; i < *shown; i++)
    groups[i] = order[i < *shown - *shown / 2 ? i : k - *shown + i].row;
  return groups;
}
