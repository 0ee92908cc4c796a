/* Tables for papers: booktabs, floats of up to ROWS_MOST rows, longtable beyond. */
#include "report/format-parts.h"

#include <string.h>

#include "report/plain.h"

#define ROWS_MOST 40  /* of a table that stays on one page */
#define TEXT_MOST 32  /* characters of a column of text that is not broken into lines */
#define GAP 3         /* what the space between two columns takes, in characters */
#define WIDE 70       /* characters of a line of 10 points on a page of text … */
#define WIDER 80      /* … of \small … */
#define WIDEST 90     /* … and of \footnotesize; what is wider still goes on below */
#define LABEL_MOST 40 /* characters of a label */
#define NARROWEST 0.12 /* of the line, for a column of long text */

typedef struct {
  BsTable   *table;
  GString   *out;
  guint      n;      /* columns */
  char     **titles;
  guint     *widths; /* of each column its widest cell or title; text at most TEXT_MOST */
  gboolean  *is_long;
  GPtrArray *cells;  /* of char *, row by row */
  guint      batches;
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  g_strfreev (sheet->titles);
  g_free (sheet->widths);
  g_free (sheet->is_long);
  g_clear_pointer (&sheet->cells, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static gboolean
is_text (const Sheet *sheet, guint column)
{
  return bs_table_column (sheet->table, column)->kind == BS_COLUMN_TEXT;
}

static void
measure (Sheet *sheet)
{
  for (guint i = 0; i < sheet->n; i++)
    {
      guint width = bs_plain_width (sheet->titles[i]);

      for (guint cell = i; cell < sheet->cells->len; cell += sheet->n)
        width = MAX (width, bs_plain_width (sheet->cells->pdata[cell]));
      sheet->is_long[i] = is_text (sheet, i) && width > TEXT_MOST;
      sheet->widths[i] = sheet->is_long[i] ? TEXT_MOST : MAX (width, 1);
    }
}

/* ---- Columns side by side ----------------------------------------------------------------------------------------- */

/* The first column and those from `first` to before `end`. */
typedef struct {
  guint first, end;
  guint width;
} Panel;

/* Whether the column is the spread or an end of the interval of the one before it: fog_iqr, slope_low. */
static gboolean
goes_with_one_before (const Sheet *sheet, guint column)
{
  const char *name = bs_table_column (sheet->table, column)->name;

  return g_str_has_suffix (name, "_iqr") || g_str_has_suffix (name, "_low") || g_str_has_suffix (name, "_high");
}

/* As many columns as fit, one at least. */
static Panel
panel_from (const Sheet *sheet, guint first)
{
  Panel panel = { first, first, sheet->widths[0] };
  guint end;

  while (panel.end < sheet->n && (panel.end == first || panel.width + GAP + sheet->widths[panel.end] <= WIDEST))
    panel.width += GAP + sheet->widths[panel.end++];
  for (end = panel.end; end < sheet->n && end > first && goes_with_one_before (sheet, end);)
    end--;
  for (; end > first && panel.end > end;)
    panel.width -= GAP + sheet->widths[--panel.end];
  return panel;
}

/* The characters of the widest panel: one size for all. */
static guint
width_of_all (const Sheet *sheet)
{
  guint width = 0;

  for (guint next = 1; next < sheet->n || next == 1;)
    {
      Panel panel = panel_from (sheet, next);

      width = MAX (width, panel.width);
      next = MAX (panel.end, 2);
    }
  return width;
}

static guint
n_columns (const Panel *panel)
{
  return 1 + panel->end - panel->first;
}

static guint
column_at (const Panel *panel, guint i)
{
  return i == 0 ? 0 : panel->first + i - 1;
}

/* Columns of long text share what the others leave of the line. */
static double
share_of_line (const Sheet *sheet, const Panel *panel)
{
  guint others = 0, n_long = 0;

  for (guint i = 0; i < n_columns (panel); i++)
    if (sheet->is_long[column_at (panel, i)])
      n_long++;
    else
      others += GAP + sheet->widths[column_at (panel, i)];
  return MAX ((1 - (others + GAP * n_long) / (double) WIDEST) / MAX (n_long, 1), NARROWEST);
}

static const char *
size_for (guint width)
{
  return width <= WIDE ? "\\normalsize" : width <= WIDER ? "\\small" : "\\footnotesize";
}

static void
append_columns (const Sheet *sheet, const Panel *panel)
{
  int percent = (int) (100 * share_of_line (sheet, panel));

  for (guint i = 0; i < n_columns (panel); i++)
    if (sheet->is_long[column_at (panel, i)])
      g_string_append_printf (sheet->out, ">{\\raggedright\\arraybackslash}p{0.%02d\\linewidth}", percent);
    else
      g_string_append_c (sheet->out, is_text (sheet, column_at (panel, i)) ? 'l' : 'r');
}

static void
append_cell (const Sheet *sheet, guint column, const char *plain)
{
  gboolean is_number = !is_text (sheet, column);

  if (g_str_equal (plain, "–"))
    g_string_append (sheet->out, "--");
  else if (is_number && *plain == '-')
    g_string_append_printf (sheet->out, "$-$%s", plain + 1);
  else
    bs_latex_append (sheet->out, plain);
}

/* `texts` has one for each column of the table. */
static void
append_row (const Sheet *sheet, const Panel *panel, char **texts)
{
  for (guint i = 0; i < n_columns (panel); i++)
    {
      guint column = column_at (panel, i);

      g_string_append (sheet->out, i == 0 ? "" : " & ");
      if (texts == sheet->titles)
        bs_latex_append (sheet->out, texts[column]);
      else
        append_cell (sheet, column, texts[column]);
    }
  g_string_append (sheet->out, " \\\\\n");
}

static void
append_head (const Sheet *sheet, const Panel *panel)
{
  g_string_append (sheet->out, "\\toprule\n");
  append_row (sheet, panel, sheet->titles);
  g_string_append (sheet->out, "\\midrule\n");
}

static gboolean
append_rows (const Sheet *sheet, const Panel *panel, BsEmitter *emitter, GError **error)
{
  for (guint cell = 0; cell < sheet->cells->len; cell += sheet->n)
    {
      append_row (sheet, panel, (char **) &sheet->cells->pdata[cell]);
      if (!bs_emitter_pass (emitter, FALSE, error))
        return FALSE;
    }
  if (sheet->cells->len == 0)
    g_string_append_printf (sheet->out, "\\multicolumn{%u}{l}{(no rows)} \\\\\n", n_columns (panel));
  g_string_append (sheet->out, "\\bottomrule\n");
  return TRUE;
}

/* ---- Around them -------------------------------------------------------------------------------------------------- */

/* "By outlet: median" to "by-outlet-median", of whole words. */
static void
append_label (GString *out, const char *title)
{
  gboolean apart = FALSE;
  gsize start = out->len;

  for (const char *at = title; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      {
        if (apart && out->len - start >= LABEL_MOST)
          return;
        if (apart && out->len > start)
          g_string_append_c (out, '-');
        g_string_append_c (out, g_ascii_tolower (*at));
        apart = FALSE;
      }
    else
      apart = TRUE;
  if (out->len == start)
    g_string_append (out, "table");
}

/* `end` closes the line, as longtable wants it. */
static void
append_caption (const Sheet *sheet, const char *end)
{
  const char *title = bs_table_title (sheet->table);
  g_autofree char *line = title != NULL ? bs_latex_line (title) : NULL;

  if (line == NULL)
    return;
  g_string_append_printf (sheet->out, "\\caption{%s}\\label{tab:", line);
  append_label (sheet->out, title);
  g_string_append_printf (sheet->out, "}%s\n", end);
}

static void
append_note (const Sheet *sheet)
{
  const char *note = bs_table_note (sheet->table);
  g_auto (GStrv) lines = g_strsplit (note != NULL ? note : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL && note != NULL; i++)
    {
      g_autofree char *line = bs_latex_line (lines[i]);

      g_string_append_printf (sheet->out, "\n\\smallskip\n{\\footnotesize\\raggedright %s\\par}\n", line);
    }
}

static gboolean
write_float (const Sheet *sheet, BsEmitter *emitter, GError **error)
{
  guint next = 1;

  g_string_append (sheet->out, "\\begin{table}[htbp]\n\\centering\n");
  append_caption (sheet, "");
  while (next < sheet->n || next == 1)
    {
      Panel panel = panel_from (sheet, next);

      g_string_append_printf (sheet->out, "%s{%s\n\\begin{tabular}{", next > 1 ? "\n\\medskip\n" : "",
                              size_for (width_of_all (sheet)));
      append_columns (sheet, &panel);
      g_string_append (sheet->out, "}\n");
      append_head (sheet, &panel);
      if (!append_rows (sheet, &panel, emitter, error))
        return FALSE;
      g_string_append (sheet->out, "\\end{tabular}\\par}\n");
      next = MAX (panel.end, 2);
    }
  append_note (sheet);
  g_string_append (sheet->out, "\\end{table}\n");
  return TRUE;
}

/* One longtable a panel; only the first of all has the caption. */
static gboolean
write_long (const Sheet *sheet, BsEmitter *emitter, GError **error)
{
  guint next = 1;

  while (next < sheet->n || next == 1)
    {
      Panel panel = panel_from (sheet, next);

      g_string_append_printf (sheet->out, "%s{%s\n\\begin{longtable}{", sheet->batches > 1 || next > 1 ? "\n" : "",
                              size_for (width_of_all (sheet)));
      append_columns (sheet, &panel);
      g_string_append (sheet->out, "}\n");
      if (sheet->batches == 1 && next == 1 && bs_table_title (sheet->table) != NULL)
        {
          append_caption (sheet, " \\\\");
          append_head (sheet, &panel);
          g_string_append (sheet->out, "\\endfirsthead\n");
        }
      append_head (sheet, &panel);
      g_string_append (sheet->out, "\\endhead\n");
      if (!append_rows (sheet, &panel, emitter, error))
        return FALSE;
      g_string_append (sheet->out, "\\end{longtable}}\n");
      next = MAX (panel.end, 2);
    }
  return TRUE;
}

static const char preamble[]
    = "% Packages: array, booktabs, and longtable for tables of over 40 rows. pdflatex, with"
      " \\usepackage[T1]{fontenc},\n"
      "% has the letters of Latin scripts; for other scripts take xelatex or lualatex and a font that has them.\n";

static gboolean
read_batch (Sheet *sheet, gboolean *ended, GError **error)
{
  if (!bs_cells_read (sheet->table, TRUE, sheet->cells, ended, error))
    return FALSE;
  measure (sheet);
  sheet->batches++;
  return TRUE;
}

static gboolean
write_batches (Sheet *sheet, BsEmitter *emitter, GError **error)
{
  gboolean ended = FALSE;

  if (!read_batch (sheet, &ended, error))
    return FALSE;
  if (ended && sheet->cells->len <= ROWS_MOST * sheet->n)
    return write_float (sheet, emitter, error);
  while (sheet->cells->len > 0)
    {
      if (!write_long (sheet, emitter, error))
        return FALSE;
      g_ptr_array_set_size (sheet->cells, 0);
      if (!ended && !read_batch (sheet, &ended, error))
        return FALSE;
    }
  append_note (sheet);
  return TRUE;
}

gboolean
bs_write_latex (BsTable *table, BsEmitter *emitter, GError **error)
{
  guint n = bs_table_n_columns (table);
  g_auto (Sheet) sheet = { .table = table, .out = emitter->text, .n = n };

  sheet.titles = g_new0 (char *, n + 1);
  sheet.widths = g_new0 (guint, n + 1);
  sheet.is_long = g_new0 (gboolean, n + 1);
  sheet.cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    sheet.titles[i] = bs_column_plain (bs_table_column (table, i), TRUE);
  if (n == 0)
    return TRUE;
  g_string_append (emitter->text, preamble);
  return write_batches (&sheet, emitter, error);
}
