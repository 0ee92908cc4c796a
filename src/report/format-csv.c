#include "report/format-parts.h"

#include <string.h>

#include "base/number.h"

typedef void (*AppendText) (GString *out, const char *text);

static void
append_quoted (GString *out, const char *text)
{
  if (*text != '\0' && strpbrk (text, ",\"\n\r") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      default:
        g_string_append_c (out, *text);
      }
}

static void
append_cell (GString *out, const BsColumn *column, const BsCell *cell, AppendText append)
{
  g_autofree char *repaired = NULL;
  char buffer[BS_NUMBER_MAX];

  if (bs_cell_is_missing (column, cell))
    return;
  if (column->kind == BS_COLUMN_TEXT)
    append (out, bs_valid_text (cell->text, &repaired));
  else
    g_string_append (out, bs_cell_number (column, cell, buffer));
}

static gboolean
write_separated (BsTable *table, BsEmitter *emitter, char separator, AppendText append, GError **error)
{
  guint n = bs_table_n_columns (table);
  const BsCell *cells;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *repaired = NULL;

      append (emitter->text, bs_valid_text (bs_table_column (table, i)->name, &repaired));
      g_string_append_c (emitter->text, i + 1 < n ? separator : '\n');
    }
  while ((cells = bs_table_next (table, error)) != NULL)
    {
      gsize start = emitter->text->len;

      for (guint i = 0; i < n; i++)
        {
          append_cell (emitter->text, bs_table_column (table, i), &cells[i], append);
          if (i + 1 < n)
            g_string_append_c (emitter->text, separator);
        }
      if (emitter->text->len == start && separator == ',')
        g_string_append (emitter->text, "\"\""); /* readers skip an empty line, and with it the row */
      g_string_append_c (emitter->text, '\n');
      if (!bs_emitter_pass (emitter, FALSE, error))
        return FALSE;
    }
  return *error == NULL;
}

gboolean
bs_write_csv (BsTable *table, BsEmitter *emitter, GError **error)
{
  return write_separated (table, emitter, ',', append_quoted, error);
}

gboolean
bs_write_tsv (BsTable *table, BsEmitter *emitter, GError **error)
{
  return write_separated (table, emitter, '\t', append_escaped, error);
}
