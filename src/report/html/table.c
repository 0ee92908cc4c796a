#include "report/html/table.h"

#include "base/number.h"
#include "report/format-parts.h"
#include "report/html/html.h"
#include "report/plain.h"

#include <string.h>

#define FEW_ROWS 15   /* rows up to which paper keeps a table on one page */
#define LONG_ROWS 30  /* rows above which a table scrolls in a box of its own */
#define WIDE_FROM 9   /* columns from which on paper wants small print */
#define LONG_TEXT 120 /* bytes above which a cell of text gets a wide column */
#define LINE_WIDTH 28 /* columns of a name that stays on one line where there is room */

/* The column that names the rows: the first of text; the number of columns where there is none. */
static guint
heading_column (BsTable *table)
{
  guint n = bs_table_n_columns (table);

  for (guint i = 0; i < n; i++)
    if (bs_table_column (table, i)->kind == BS_COLUMN_TEXT)
      return i;
  return n;
}

static void
append_column (GString *out, const BsColumn *column)
{
  g_autofree char *title = bs_column_plain (column, TRUE);

  g_string_append (out, column->kind == BS_COLUMN_TEXT ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">");
  bs_html_name (out, title);
  g_string_append (out, "</th>");
}

/* The text of a number is rounded or grouped; what it sorts by stands beside it where the two differ. */
static void
append_number (GString *out, const BsColumn *column, const BsCell *cell, const char *plain)
{
  char buffer[BS_NUMBER_MAX];
  const char *exact = bs_cell_number (column, cell, buffer);

  g_string_append (out, "<td class=\"n\"");
  if (!g_str_equal (exact, plain))
    g_string_append_printf (out, " data-v=\"%s\"", exact);
  g_string_append_c (out, '>');
  bs_html_text (out, plain);
  g_string_append (out, "</td>");
}

static void
append_cell (GString *out, const BsColumn *column, const BsCell *cell, gboolean is_heading)
{
  g_autofree char *plain = bs_cell_plain (column, cell, TRUE);
  gboolean is_text = column->kind == BS_COLUMN_TEXT;
  const char *name = is_heading ? "th" : "td";

  if (!bs_cell_is_missing (column, cell) && !is_text)
    {
      append_number (out, column, cell, plain);
      return;
    }
  g_string_append_printf (out, "<%s%s", name, is_heading ? " scope=\"row\"" : "");
  if (bs_cell_is_missing (column, cell))
    g_string_append_printf (out, " class=\"%snone\"><span aria-hidden=\"true\">–</span><span class=\"unseen\">no value"
                                 "</span>",
                            is_text ? "" : "n ");
  else
    {
      if (is_heading && bs_plain_width (plain) <= LINE_WIDTH)
        g_string_append (out, " class=\"line\">");
      else
        g_string_append (out, strlen (plain) > LONG_TEXT ? " class=\"long\">" : ">");
      bs_html_name (out, plain);
    }
  g_string_append_printf (out, "</%s>", name);
}

/* Rows of the table; how many in `*n`. */
static char *
rows (BsTable *table, guint *n, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;
  guint heading = heading_column (table);
  const BsCell *cells;

  for (*n = 0; (cells = bs_table_next (table, &failure)); (*n)++)
    {
      g_string_append (out, "<tr>");
      for (guint i = 0; i < bs_table_n_columns (table); i++)
        append_cell (out, bs_table_column (table, i), &cells[i], i == heading);
      g_string_append (out, "</tr>\n");
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The box that scrolls where the table is wider or higher than its place. It takes the focus, so that keys scroll it. */
static void
open_box (GString *out, BsTable *table, const char *id, guint n_rows)
{
  const char *title = bs_table_title (table);
  const char *wide = bs_table_n_columns (table) >= WIDE_FROM ? " wide" : "";
  const char *high = n_rows > LONG_ROWS ? " high" : n_rows <= FEW_ROWS ? " few" : "";
  const char *named = heading_column (table) == 0 ? " named" : "";

  g_string_append_printf (out, "<div class=\"table\" id=\"%s\">\n<div class=\"box%s%s%s\" role=\"group\" tabindex=\"0\" ",
                          id, wide, high, named);
  if (title)
    {
      g_string_append_printf (out, "aria-labelledby=\"%s-caption\">\n<table>\n<caption><span id=\"%s-caption\">", id, id);
      bs_html_text (out, title);
      g_string_append (out, "</span></caption>\n");
    }
  else
    g_string_append (out, "aria-label=\"Table\">\n<table>\n");
}

gboolean
bs_html_table (GString *out, BsTable *table, const char *id, GError **error)
{
  guint n_rows = 0;
  g_autofree char *body = rows (table, &n_rows, error);
  g_auto (GStrv) notes = NULL;

  if (!body)
    return FALSE;
  open_box (out, table, id, n_rows);
  g_string_append (out, "<thead>\n<tr>");
  for (guint i = 0; i < bs_table_n_columns (table); i++)
    append_column (out, bs_table_column (table, i));
  g_string_append_printf (out, "</tr>\n</thead>\n<tbody>\n%s</tbody>\n</table>\n</div>\n", body);
  if (n_rows == 0)
    bs_html_paragraph (out, "note", "No rows.");
  notes = g_strsplit (bs_table_note (table) ? bs_table_note (table) : "", "\n", -1);
  for (guint i = 0; notes[i]; i++)
    if (*notes[i])
      bs_html_paragraph (out, "note", notes[i]);
  g_string_append (out, "</div>\n");
  return TRUE;
}
