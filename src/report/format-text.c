#include "report/format-parts.h"

#include <string.h>

#include "report/plain.h"

#define BATCH 5000    /* rows that are held at once; the first batch decides the widths */
#define CELL_MAX 1000 /* columns of one cell; what is longer ends in an ellipsis */
#define TEXT_MIN 8    /* columns that a column of text is not made narrower than */
#define GAP 2         /* blanks between columns */
#define NOTE_WIDTH 100 /* columns of notes where any width will do */
#define RULE_MAX 100  /* columns of the rule above a last column of text */

typedef struct {
  BsTable *table;
  const BsTerminal *terminal;
  GString *out;
  guint n;           /* columns */
  char **titles;     /* n and a NULL */
  guint *natural;    /* of each column, the width of its widest cell or title */
  guint *digits;     /* of each column, the width of its widest cell; 1 at least */
  GPtrArray *cells;  /* of char *, the batch, row by row */
  GPtrArray *panels; /* of Panel */
} Sheet;

/* Columns that stand side by side. */
typedef struct {
  guint n;
  guint *columns;
  guint *widths;
} Panel;

static void
panel_free (gpointer data)
{
  Panel *panel = data;

  g_free (panel->columns);
  g_free (panel->widths);
  g_free (panel);
}

static void
sheet_init (Sheet *sheet, BsTable *table, const BsTerminal *terminal, GString *out)
{
  *sheet = (Sheet){ .table = table, .terminal = terminal, .out = out, .n = bs_table_n_columns (table) };
  sheet->titles = g_new0 (char *, sheet->n + 1);
  sheet->natural = g_new0 (guint, sheet->n + 1);
  sheet->digits = g_new0 (guint, sheet->n + 1);
  sheet->cells = g_ptr_array_new_with_free_func (g_free);
  sheet->panels = g_ptr_array_new_with_free_func (panel_free);
}

static void
sheet_clear (Sheet *sheet)
{
  g_strfreev (sheet->titles);
  g_free (sheet->natural);
  g_free (sheet->digits);
  g_ptr_array_unref (sheet->cells);
  g_ptr_array_unref (sheet->panels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static gboolean
is_text (const Sheet *sheet, guint column)
{
  return bs_table_column (sheet->table, column)->kind == BS_COLUMN_TEXT;
}

static char *
cut (char *plain, guint width, gboolean unicode)
{
  g_autofree char *whole = plain;

  return bs_plain_width (whole) <= width ? g_steal_pointer (&whole) : bs_plain_truncate (whole, width, unicode);
}

/* Draws the next rows into `cells`; `*ended` once there are no more. */
static gboolean
read_batch (Sheet *sheet, gboolean *ended, GError **error)
{
  g_ptr_array_set_size (sheet->cells, 0);
  for (guint row = 0; row < BATCH; row++)
    {
      const BsCell *cells = bs_table_next (sheet->table, error);

      if (cells == NULL)
        {
          *ended = TRUE;
          return *error == NULL;
        }
      for (guint i = 0; i < sheet->n; i++)
        {
          char *plain = bs_cell_plain (bs_table_column (sheet->table, i), &cells[i], sheet->terminal->unicode);

          g_ptr_array_add (sheet->cells, cut (plain, CELL_MAX, sheet->terminal->unicode));
        }
    }
  return TRUE;
}

static void
measure (Sheet *sheet)
{
  for (guint i = 0; i < sheet->n; i++)
    {
      char *title = bs_column_plain (bs_table_column (sheet->table, i), sheet->terminal->unicode);

      sheet->titles[i] = cut (title, CELL_MAX, sheet->terminal->unicode);
      sheet->digits[i] = 1;
      for (guint cell = i; cell < sheet->cells->len; cell += sheet->n)
        sheet->digits[i] = MAX (sheet->digits[i], bs_plain_width (sheet->cells->pdata[cell]));
      sheet->natural[i] = MAX (sheet->digits[i], bs_plain_width (sheet->titles[i]));
    }
}

/* The column's width where text may have `level` columns at most. */
static guint
width_at (const Sheet *sheet, guint column, guint level)
{
  return is_text (sheet, column) ? MIN (sheet->natural[column], level) : sheet->natural[column];
}

static guint
panel_width (const Panel *panel)
{
  guint width = GAP * (panel->n - 1);

  for (guint i = 0; i < panel->n; i++)
    width += panel->widths[i];
  return width;
}

static void
set_level (const Sheet *sheet, Panel *panel, guint level)
{
  for (guint i = 0; i < panel->n; i++)
    panel->widths[i] = width_at (sheet, panel->columns[i], level);
}

/* Shrinks the longest texts until the panel fits, and where that is not enough for two columns, titles of numbers. */
static void
fit (const Sheet *sheet, Panel *panel)
{
  guint limit = sheet->terminal->width;
  guint level = CELL_MAX;

  set_level (sheet, panel, level);
  while (limit > 0 && level > TEXT_MIN && panel_width (panel) > limit)
    set_level (sheet, panel, --level);
  for (guint i = 0; limit > 0 && i < panel->n; i++)
    {
      guint column = panel->columns[i];
      guint width = panel_width (panel);

      if (!is_text (sheet, column) && width > limit)
        panel->widths[i] -= MIN (width - limit, panel->widths[i] - sheet->digits[column]);
    }
}

/* A panel of the columns from `first` on, behind column 0, as many as fit at the narrowest but one at least. */
static Panel *
panel_from (const Sheet *sheet, guint first)
{
  Panel *panel = g_new0 (Panel, 1);
  guint limit = sheet->terminal->width > 0 ? sheet->terminal->width : G_MAXUINT;
  guint64 width = width_at (sheet, 0, TEXT_MIN);

  panel->columns = g_new0 (guint, sheet->n);
  panel->widths = g_new0 (guint, sheet->n);
  panel->n = 1;
  for (guint i = first; i < sheet->n; i++)
    {
      width += GAP + width_at (sheet, i, TEXT_MIN);
      if (width > limit && panel->n > 1)
        break;
      panel->columns[panel->n++] = i;
    }
  fit (sheet, panel);
  return panel;
}

static void
split (Sheet *sheet)
{
  guint next = 1;

  if (sheet->n == 0)
    return;
  do
    {
      Panel *panel = panel_from (sheet, next);

      g_ptr_array_add (sheet->panels, panel);
      next = panel->columns[panel->n - 1] + 1;
    }
  while (next < sheet->n);
}

static void
append_blanks (GString *out, guint count)
{
  g_string_append_printf (out, "%*s", (int) count, "");
}

/* One line of the panel; `texts` has a text for each column of the table. */
static void
append_line (const Sheet *sheet, const Panel *panel, char **texts)
{
  GString *out = sheet->out;
  gsize start = out->len;

  for (guint i = 0; i < panel->n; i++)
    {
      guint column = panel->columns[i];
      guint width = panel->widths[i];
      g_autofree char *shown = g_strdup (texts[column]);
      guint used;

      if (is_text (sheet, column) || texts == sheet->titles)
        shown = cut (g_steal_pointer (&shown), width, sheet->terminal->unicode);
      used = bs_plain_width (shown);
      if (i > 0)
        append_blanks (out, GAP);
      if (!is_text (sheet, column) && used < width)
        append_blanks (out, width - used);
      g_string_append (out, shown);
      if (is_text (sheet, column) && used < width)
        append_blanks (out, width - used);
    }
  while (out->len > start && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_rule (const Sheet *sheet, const Panel *panel)
{
  guint last = is_text (sheet, panel->columns[panel->n - 1]) ? RULE_MAX : G_MAXUINT;

  for (guint i = 0; i < panel->n; i++)
    {
      if (i > 0)
        append_blanks (sheet->out, GAP);
      for (guint j = 0; j < (i + 1 == panel->n ? MIN (panel->widths[i], last) : panel->widths[i]); j++)
        g_string_append (sheet->out, sheet->terminal->unicode ? "─" : "-");
    }
  g_string_append_c (sheet->out, '\n');
}

/* How wide a note may be; 0, any, where an address would be broken for nothing but looks. */
static guint
note_width (const BsTerminal *terminal, const char *note)
{
  g_auto (GStrv) words = g_strsplit_set (note, " \n", -1);

  if (terminal->width != 0)
    return terminal->width;
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > NOTE_WIDTH)
      return 0;
  return NOTE_WIDTH;
}

/* Wraps a text of the table's, its own line ends kept; every line between `before` and `after`. */
static void
append_prose (const Sheet *sheet, const char *text, guint width, const char *before, const char *after)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *plain = bs_plain_text (paragraphs[i], sheet->terminal->unicode);
      g_auto (GStrv) lines = bs_plain_wrap (plain, width);

      for (guint j = 0; lines[j] != NULL; j++)
        g_string_append_printf (sheet->out, "%s%s%s\n", before, lines[j], after);
    }
}

/* Writes the batch panel by panel. A table of one panel has one header however many batches it has. */
static gboolean
write_batch (const Sheet *sheet, gboolean first, BsEmitter *emitter, GError **error)
{
  for (guint p = 0; p < sheet->panels->len; p++)
    {
      const Panel *panel = sheet->panels->pdata[p];

      if (p > 0 || (!first && sheet->panels->len > 1))
        g_string_append_c (sheet->out, '\n');
      if (first || sheet->panels->len > 1)
        {
          append_line (sheet, panel, sheet->titles);
          append_rule (sheet, panel);
        }
      for (guint cell = 0; cell < sheet->cells->len; cell += sheet->n)
        {
          append_line (sheet, panel, (char **) &sheet->cells->pdata[cell]);
          if (!bs_emitter_pass (emitter, FALSE, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
bs_write_text (BsTable *table, const BsTerminal *terminal, BsEmitter *emitter, GError **error)
{
  g_auto (Sheet) sheet = { 0 };
  gboolean ended = FALSE;

  sheet_init (&sheet, table, terminal, emitter->text);
  if (!read_batch (&sheet, &ended, error))
    return FALSE;
  measure (&sheet);
  split (&sheet);
  if (bs_table_title (table) != NULL)
    append_prose (&sheet, bs_table_title (table), terminal->width, terminal->bold ? "\033[1m" : "",
                  terminal->bold ? "\033[0m" : "");
  if (!write_batch (&sheet, TRUE, emitter, error))
    return FALSE;
  if (sheet.cells->len == 0)
    g_string_append (emitter->text, "(no rows)\n");
  while (!ended)
    {
      if (!read_batch (&sheet, &ended, error))
        return FALSE;
      if (sheet.cells->len > 0 && !write_batch (&sheet, FALSE, emitter, error))
        return FALSE;
    }
  if (bs_table_note (table) != NULL)
    {
      g_string_append_c (emitter->text, '\n');
      append_prose (&sheet, bs_table_note (table), note_width (terminal, bs_table_note (table)), "", "");
    }
  return TRUE;
}
