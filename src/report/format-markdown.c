#include "report/format-parts.h"

#include <string.h>

#include "report/plain.h"

/* Entities for what HTML would take; a backslash for what Markdown would, and its extensions for strikethrough,
 * superscript and formulas. */
void
bs_markdown_append (GString *out, const char *plain)
{
  for (; *plain != '\0'; plain++)
    switch (*plain)
      {
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '&':
        g_string_append (out, "&amp;");
        break;
      default:
        if (strchr ("\\`*_[]{}|~^$", *plain) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *plain);
      }
}

/* A line outside a table, where its beginning could make a heading, a list, a rule or a block of it. */
static void
append_line (GString *out, const char *line)
{
  g_autofree char *plain = g_strstrip (bs_plain_text (line, TRUE));
  gsize digits = strspn (plain, "0123456789");

  g_string_append_len (out, plain, (gssize) digits);
  if (plain[digits] != '\0' && strchr (digits > 0 ? ".)" : "#+-=:", plain[digits]) != NULL)
    g_string_append_c (out, '\\');
  bs_markdown_append (out, plain + digits);
}

char *
bs_markdown_line (const char *line)
{
  GString *out = g_string_new (NULL);

  append_line (out, line);
  return g_string_free (out, FALSE);
}

static void
append_heading (GString *out, BsTable *table)
{
  guint n = bs_table_n_columns (table);

  if (bs_table_title (table) != NULL)
    {
      g_string_append (out, "**");
      append_line (out, bs_table_title (table));
      g_string_append (out, "**\n\n");
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = bs_column_plain (bs_table_column (table, i), TRUE);

      g_string_append (out, "| ");
      bs_markdown_append (out, title);
      g_string_append_c (out, ' ');
    }
  g_string_append (out, n > 0 ? "|\n" : "");
  for (guint i = 0; i < n; i++)
    g_string_append (out, bs_table_column (table, i)->kind == BS_COLUMN_TEXT ? "| :--- " : "| ---: ");
  g_string_append (out, n > 0 ? "|\n" : "");
}

static void
append_row (GString *out, BsTable *table, const BsCell *cells)
{
  for (guint i = 0; i < bs_table_n_columns (table); i++)
    {
      g_autofree char *plain = bs_cell_plain (bs_table_column (table, i), &cells[i], TRUE);

      g_string_append (out, "| ");
      bs_markdown_append (out, plain);
      g_string_append_c (out, ' ');
    }
  g_string_append (out, "|\n");
}

static void
append_note (GString *out, const char *note)
{
  g_auto (GStrv) lines = g_strsplit (note, "\n", -1);

  g_string_append_c (out, '\n');
  for (guint i = 0; lines[i] != NULL; i++)
    {
      append_line (out, lines[i]);
      g_string_append_c (out, '\n');
    }
}

gboolean
bs_write_markdown (BsTable *table, BsEmitter *emitter, GError **error)
{
  gboolean empty = TRUE;
  const BsCell *cells;

  append_heading (emitter->text, table);
  while ((cells = bs_table_next (table, error)) != NULL)
    {
      empty = FALSE;
      append_row (emitter->text, table, cells);
      if (!bs_emitter_pass (emitter, FALSE, error))
        return FALSE;
    }
  if (*error != NULL)
    return FALSE;
  if (empty)
    g_string_append (emitter->text, "\n(no rows)\n");
  if (bs_table_note (table) != NULL)
    append_note (emitter->text, bs_table_note (table));
  return TRUE;
}
