#include "report/format-parts.h"

#include <string.h>

#include "report/format-sheet.h"
#include "report/plain.h"

#define TEXT_MIN 8    /* columns that a column of text is not made narrower than */
#define NAME_MIN 24   /* the same of the first column beside pictures, rather than begin a further panel */
#define NOTE_WIDTH 100 /* columns of notes where any width will do */
#define RULE_MAX 100  /* columns of the rule above a last column of text */

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
sheet_init (BsSheet *sheet, BsTable *table, const BsTerminal *terminal, GString *out)
{
  *sheet = (BsSheet){ .table = table, .terminal = terminal, .out = out, .n = bs_table_n_columns (table) };
  sheet->titles = g_new0 (char *, sheet->n + 1);
  sheet->natural = g_new0 (guint, sheet->n + 1);
  sheet->digits = g_new0 (guint, sheet->n + 1);
  sheet->cells = g_ptr_array_new_with_free_func (g_free);
  sheet->shown = g_new0 (guint, sheet->n + 1);
  sheet->n_shown = sheet->n;
  for (guint i = 0; i < sheet->n; i++)
    sheet->shown[i] = i;
  sheet->numbers = g_new0 (guint, sheet->n + 1);
  sheet->scales = g_array_new (FALSE, FALSE, sizeof (BsPictureScale));
  sheet->panels = g_ptr_array_new_with_free_func (panel_free);
}

static void
sheet_clear (BsSheet *sheet)
{
  g_strfreev (sheet->titles);
  g_free (sheet->natural);
  g_free (sheet->digits);
  g_free (sheet->shown);
  g_strfreev (sheet->over);
  g_free (sheet->numbers);
  g_array_unref (sheet->scales);
  g_ptr_array_unref (sheet->cells);
  g_ptr_array_unref (sheet->panels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BsSheet, sheet_clear)

static void
measure (BsSheet *sheet)
{
  for (guint i = 0; i < sheet->n; i++)
    {
      char *title = bs_column_plain (bs_table_column (sheet->table, i), sheet->terminal->unicode);

      sheet->titles[i] = bs_cell_cut (title, BS_CELL_WIDEST, sheet->terminal->unicode);
      sheet->digits[i] = 1;
      for (guint cell = i; cell < sheet->cells->len; cell += sheet->n)
        sheet->digits[i] = MAX (sheet->digits[i], bs_plain_width (sheet->cells->pdata[cell]));
      sheet->natural[i] = MAX (sheet->digits[i], bs_plain_width (sheet->titles[i]));
    }
}

/* ---- Panels ------------------------------------------------------------------------------------------------------- */

/* The column's width where text may have `level` columns at most. */
static guint
width_at (const BsSheet *sheet, guint column, guint level)
{
  return bs_sheet_is_text (sheet, column) ? MIN (sheet->natural[column], level) : sheet->natural[column];
}

static guint
panel_width (const Panel *panel)
{
  guint width = BS_SHEET_GAP * (panel->n - 1);

  for (guint i = 0; i < panel->n; i++)
    width += panel->widths[i];
  return width;
}

static void
set_level (const BsSheet *sheet, Panel *panel, guint level)
{
  for (guint i = 0; i < panel->n; i++)
    panel->widths[i] = width_at (sheet, panel->columns[i], level);
}

/* Shrinks the longest texts until the panel fits, and where that is not enough for two columns, titles of numbers. */
static void
fit (const BsSheet *sheet, Panel *panel)
{
  guint limit = sheet->terminal->width;
  guint level = BS_CELL_WIDEST;

  set_level (sheet, panel, level);
  while (limit > 0 && level > TEXT_MIN && panel_width (panel) > limit)
    set_level (sheet, panel, --level);
  for (guint i = 0; limit > 0 && i < panel->n; i++)
    {
      guint column = panel->columns[i];
      guint width = panel_width (panel);

      if (!bs_sheet_is_text (sheet, column) && width > limit)
        panel->widths[i] -= MIN (width - limit, panel->widths[i] - sheet->digits[column]);
    }
}

/* A panel of the columns shown from place `first` on, behind column 0: as many as fit at the narrowest, one at least. */
static Panel *
panel_from (const BsSheet *sheet, guint first)
{
  Panel *panel = g_new0 (Panel, 1);
  guint limit = sheet->terminal->width > 0 ? sheet->terminal->width : G_MAXUINT;
  guint64 width = width_at (sheet, 0, sheet->over != NULL ? NAME_MIN : TEXT_MIN);

  panel->columns = g_new0 (guint, sheet->n);
  panel->widths = g_new0 (guint, sheet->n);
  panel->n = 1;
  for (guint i = first; i < sheet->n_shown; i++)
    {
      width += BS_SHEET_GAP + width_at (sheet, sheet->shown[i], TEXT_MIN);
      if (width > limit && panel->n > 1)
        break;
      panel->columns[panel->n++] = sheet->shown[i];
    }
  fit (sheet, panel);
  return panel;
}

static void
split (BsSheet *sheet)
{
  guint next = 1;

  if (sheet->n == 0)
    return;
  do
    {
      Panel *panel = panel_from (sheet, next);

      g_ptr_array_add (sheet->panels, panel);
      next += panel->n - 1;
    }
  while (next < sheet->n_shown);
}

static void
append_blanks (GString *out, guint count)
{
  g_string_append_printf (out, "%*s", (int) count, "");
}

/* One line of the panel; `texts` has a text for each column of the table. */
static void
append_line (const BsSheet *sheet, const Panel *panel, char **texts)
{
  GString *out = sheet->out;
  gsize start = out->len;

  for (guint i = 0; i < panel->n; i++)
    {
      guint column = panel->columns[i];
      guint width = panel->widths[i];
      g_autofree char *shown = g_strdup (texts[column]);
      guint used;

      if (bs_sheet_is_text (sheet, column) || texts == sheet->titles || texts == sheet->over)
        shown = bs_cell_cut (g_steal_pointer (&shown), width, sheet->terminal->unicode);
      used = bs_plain_width (shown);
      if (i > 0)
        append_blanks (out, BS_SHEET_GAP);
      if (!bs_sheet_is_text (sheet, column) && used < width)
        append_blanks (out, width - used);
      g_string_append (out, shown);
      if (bs_sheet_is_text (sheet, column) && used < width)
        append_blanks (out, width - used);
    }
  while (out->len > start && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/* Whether a title of the panel has a first line. */
static gboolean
has_over (const BsSheet *sheet, const Panel *panel)
{
  for (guint i = 0; sheet->over != NULL && i < panel->n; i++)
    if (*sheet->over[panel->columns[i]] != '\0')
      return TRUE;
  return FALSE;
}

static void
append_rule (const BsSheet *sheet, const Panel *panel)
{
  guint last = bs_sheet_is_text (sheet, panel->columns[panel->n - 1]) ? RULE_MAX : G_MAXUINT;

  for (guint i = 0; i < panel->n; i++)
    {
      if (i > 0)
        append_blanks (sheet->out, BS_SHEET_GAP);
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
append_prose (const BsSheet *sheet, const char *text, guint width, const char *before, const char *after)
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
write_batch (const BsSheet *sheet, gboolean first, BsEmitter *emitter, GError **error)
{
  for (guint p = 0; p < sheet->panels->len; p++)
    {
      const Panel *panel = sheet->panels->pdata[p];

      if (p > 0 || (!first && sheet->panels->len > 1))
        g_string_append_c (sheet->out, '\n');
      if (first || sheet->panels->len > 1)
        {
          if (has_over (sheet, panel))
            append_line (sheet, panel, sheet->over);
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

static void
append_notes (const BsSheet *sheet)
{
  const char *note = bs_table_note (sheet->table);
  g_autofree char *told = sheet->over != NULL ? bs_sheet_tell_pictures (sheet) : g_strdup ("");

  if (note != NULL || *told != '\0')
    g_string_append_c (sheet->out, '\n');
  if (note != NULL)
    append_prose (sheet, note, note_width (sheet->terminal, note), "", "");
  if (*told != '\0')
    append_prose (sheet, told, sheet->terminal->width, "", "");
}

gboolean
bs_write_text (BsTable *table, const BsTerminal *terminal, BsEmitter *emitter, GError **error)
{
  g_auto (BsSheet) sheet = { 0 };
  gboolean ended = FALSE;

  sheet_init (&sheet, table, terminal, emitter->text);
  if (!bs_cells_read (table, terminal->unicode, sheet.cells, &ended, error))
    return FALSE;
  measure (&sheet);
  if (terminal->pictures)
    bs_sheet_illustrate (&sheet);
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
      sheet.first_row += BS_CELLS_BATCH;
      if (!bs_cells_read (table, terminal->unicode, sheet.cells, &ended, error))
        return FALSE;
      bs_sheet_illustrate_cells (&sheet);
      if (sheet.cells->len > 0 && !write_batch (&sheet, FALSE, emitter, error))
        return FALSE;
    }
  append_notes (&sheet);
  return TRUE;
}
