#include "report/chart/table.h"

#include "base/error.h"
#include "base/number.h"
#include "report/chart/pending.h"
#include "report/plain.h"

#include <math.h>
#include <string.h>

#define GOLDEN_RATIO 0.6180339887498949 /* its multiples, modulo 1, fill the unit interval evenly at every length */

struct _BsChartTable
{
  GString *text;
  guint blocks;
  guint columns; /* of the block that is being written */
  guint cells;   /* of the row that is being written */
  GPtrArray *comments; /* of char *: keys and texts in turn */
};

BsChartTable *
bs_chart_table_new (void)
{
  BsChartTable *table = g_new0 (BsChartTable, 1);

  table->text = g_string_new (NULL);
  table->comments = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
bs_chart_table_free (BsChartTable *table)
{
  if (!table)
    return;
  g_string_free (table->text, TRUE);
  g_ptr_array_unref (table->comments);
  g_free (table);
}

/* One character of valid UTF-8, escaped. */
static void
append_escaped (GString *cell, const char *at, gsize length, gboolean *is_octal)
{
  *is_octal = *at == '"' || *at == '#' || (*is_octal && *at >= '0' && *at <= '7');
  if (*is_octal)
    g_string_append_printf (cell, "\\%03o", (guint) *at);
  else if (*at == '\\')
    g_string_append (cell, "\\\\");
  else if (g_str_has_prefix (at, "&#x"))
    g_string_append (cell, "&\xe2\x81\xa0");
  else
    g_string_append_len (cell, at, (gssize)length);
}

char *
bs_chart_cell (const char *text)
{
  static const char ellipsis[] = "\xe2\x80\xa6";
  g_autofree char *plain = bs_plain_text (text ? text : "", TRUE);
  GString *cell = g_string_new (NULL);
  gboolean is_octal = FALSE;
  gsize whole = 0; /* bytes that leave room for the ellipsis */

  for (const char *at = plain; *at; at = g_utf8_next_char (at))
    {
      append_escaped (cell, at, (gsize)(g_utf8_next_char (at) - at), &is_octal);
      if (cell->len + strlen (ellipsis) <= BS_CHART_CELL_MAX)
        whole = cell->len;
      if (cell->len > BS_CHART_CELL_MAX)
        {
          g_string_truncate (cell, whole);
          g_string_append (cell, ellipsis);
          break;
        }
    }
  return g_string_free (cell, FALSE);
}

void
bs_chart_table_comment (BsChartTable *table, const char *key, const char *text)
{
  g_autofree char *cell = bs_chart_cell (text);

  g_return_if_fail (table->blocks == 0);
  g_string_append_printf (table->text, "# %s\t%s\n", key, cell);
  g_ptr_array_add (table->comments, g_strdup (key));
  g_ptr_array_add (table->comments, bs_plain_text (text ? text : "", TRUE));
}

GPtrArray *
bs_chart_table_comments (const BsChartTable *table, const char *key)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < table->comments->len; i += 2)
    if (g_str_equal (table->comments->pdata[i], key))
      g_ptr_array_add (texts, g_strdup (table->comments->pdata[i + 1]));
  return texts;
}

void
bs_chart_table_block (BsChartTable *table, const char *const *columns)
{
  g_autofree char *header = g_strjoinv ("\t", (char **)columns);

  g_return_if_fail (table->cells == 0 && columns[0] != NULL);
  g_string_append_printf (table->text, "%s%s\n", table->blocks > 0 ? "\n\n" : "", header);
  table->columns = g_strv_length ((char **)columns);
  table->blocks++;
}

static void
add_cell (BsChartTable *table, const char *cell)
{
  g_return_if_fail (table->blocks > 0);
  g_string_append (table->text, cell);
  table->cells++;
  g_string_append_c (table->text, table->cells == table->columns ? '\n' : '\t');
  table->cells %= table->columns;
}

void
bs_chart_table_text (BsChartTable *table, const char *text)
{
  g_autofree char *cell = bs_chart_cell (text);

  add_cell (table, cell);
}

void
bs_chart_table_number (BsChartTable *table, double value)
{
  char buffer[BS_NUMBER_MAX];

  add_cell (table, isfinite (value) ? bs_number_exact (value, buffer) : "NaN");
}

static void
add_article_row (BsChartTable *table, guint row, double value, double width, double height)
{
  bs_chart_table_number (table, row);
  bs_chart_table_number (table, value);
  bs_chart_table_number (table, width);
  bs_chart_table_number (table, height);
}

static void
add_bins (BsChartTable *table, guint row, const double *values, gsize n, double low, double high)
{
  gsize counts[BS_CHART_BINS] = { 0 };
  double width;
  gsize most = 0;

  if (high <= low)
    {
      low -= 0.5;
      high += 0.5;
    }
  width = (high - low) / BS_CHART_BINS;
  for (gsize i = 0; i < n; i++)
    if (values[i] >= low && values[i] <= high)
      {
        gsize bin = MIN ((gsize)((values[i] - low) / width), BS_CHART_BINS - 1);

        counts[bin]++;
        most = MAX (most, counts[bin]);
      }
  for (gsize bin = 0; bin < BS_CHART_BINS; bin++)
    if (counts[bin] > 0)
      add_article_row (table, row, low + ((double)bin + 0.5) * width, width, (double)counts[bin] / (double)most);
}

gsize
bs_chart_table_articles (BsChartTable *table, guint row, const double *values, gsize n, double low, double high,
                         gsize most)
{
  gsize outside = 0, finite = 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        finite++;
        outside += values[i] < low || values[i] > high;
      }
  if (finite > most)
    add_bins (table, row, values, n, low, high);
  else
    for (gsize i = 0; i < n; i++)
      if (values[i] >= low && values[i] <= high)
        add_article_row (table, row, values[i], 0, fmod ((double)i * GOLDEN_RATIO, 1));
  return outside;
}

const char *
bs_chart_table_peek (const BsChartTable *table)
{
  return table->text->str;
}

gboolean
bs_chart_table_write (const BsChartTable *table, const char *path, GError **error)
{
  g_auto (BsPending) pending = { 0 };

  return bs_pending_write (&pending, path, table->text->str, table->text->len, error)
         && bs_pending_place (&pending, error);
}
