#include "report/format-parts.h"

#include <string.h>

#include "report/format-sheet.h"
#include "report/plain.h"

#define NOTE_WIDTH 100 /* columns of notes where any width will do */
#define RULE_MAX 100   /* columns of the rule above a last column of text */

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
  g_clear_pointer (&sheet->panels, g_ptr_array_unref);
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

static void
append_blanks (GString *out, guint count)
{
  g_string_append_printf (out, "%*s", (int) count, "");
}

/* The text of the panel's last column, whose first line is written, goes on below. */
static void
append_rest (const BsSheet *sheet, const BsPanel *panel, char **lines)
{
  guint before = 0;

  for (guint i = 0; i + 1 < panel->n; i++)
    before += panel->widths[i] + BS_SHEET_GAP;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      append_blanks (sheet->out, before);
      g_string_append_printf (sheet->out, "%s\n", lines[i]);
    }
}

/* The lines of a cell, one but for the text of a wrapped column. `texts` are titles or a row. */
static char **
lines_of (const BsSheet *sheet, char **texts, guint column, guint width)
{
  char **lines;

  if (bs_sheet_wraps (sheet, column) && texts != sheet->titles && texts != sheet->over)
    return bs_plain_wrap (texts[column], width);
  lines = g_new0 (char *, 2);
  lines[0] = g_strdup (texts[column]);
  if (bs_sheet_is_text (sheet, column) || texts == sheet->titles || texts == sheet->over)
    lines[0] = bs_cell_cut (lines[0], width, sheet->terminal->unicode);
  return lines;
}

/* One line of the panel, and what a wrapped text has below it; `texts` has a text for each column of the table. */
static void
append_line (const BsSheet *sheet, const BsPanel *panel, char **texts)
{
  GString *out = sheet->out;
  gsize start = out->len;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < panel->n; i++)
    {
      guint column = panel->columns[i];
      guint width = panel->widths[i];
      const char *shown;
      guint used;

      g_strfreev (lines);
      lines = lines_of (sheet, texts, column, width);
      shown = lines[0] != NULL ? lines[0] : "";
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
  if (lines != NULL && lines[0] != NULL)
    append_rest (sheet, panel, lines + 1);
}

/* Whether a title of the panel has a first line. */
static gboolean
has_over (const BsSheet *sheet, const BsPanel *panel)
{
  for (guint i = 0; sheet->over != NULL && i < panel->n; i++)
    if (*sheet->over[panel->columns[i]] != '\0')
      return TRUE;
  return FALSE;
}

static void
append_rule (const BsSheet *sheet, const BsPanel *panel)
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
      const BsPanel *panel = sheet->panels->pdata[p];

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
  bs_sheet_split (&sheet);
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
