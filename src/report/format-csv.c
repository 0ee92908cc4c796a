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

/* The characters that begin a formula, in the usual width and in the full one; a tab or line end may hide one. */
static gboolean
begins_formula (gunichar c)
{
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n' || c == 0xff1d || c == 0xff0b
         || c == 0xff0d || c == 0xff20;
}

static gboolean
is_number (const char *text)
{
  char *end;

  if (strspn (text, "+-.0123456789eE") != strlen (text))
    return FALSE;
  g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* Whether a spreadsheet may run it: it looks for a formula behind blanks, quotes and what nobody sees. */
static gboolean
is_formula (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (begins_formula (c))
        return !is_number (text);
      if (c != '"' && c != '\'' && !g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && c != 0xfeff
          && g_unichar_type (c) != G_UNICODE_CONTROL)
        return FALSE;
    }
  return FALSE;
}

/* A text as a spreadsheet shows it and does not run it: behind an apostrophe, which says to it that this is text. */
static void
append_guarded (GString *out, const char *text, AppendText append)
{
  g_autofree char *guarded = is_formula (text) ? g_strconcat ("'", text, NULL) : NULL;

  append (out, guarded != NULL ? guarded : text);
}

static void
append_cell (GString *out, const BsColumn *column, const BsCell *cell, gboolean exact, AppendText append)
{
  g_autofree char *repaired = NULL;
  char buffer[BS_NUMBER_MAX];

  if (bs_cell_is_missing (column, cell))
    return;
  if (column->kind == BS_COLUMN_TEXT && exact)
    append (out, bs_valid_text (cell->text, &repaired));
  else if (column->kind == BS_COLUMN_TEXT)
    append_guarded (out, bs_valid_text (cell->text, &repaired), append);
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

      append_guarded (emitter->text, bs_valid_text (bs_table_column (table, i)->name, &repaired), append);
      g_string_append_c (emitter->text, i + 1 < n ? separator : '\n');
    }
  while ((cells = bs_table_next (table, error)) != NULL)
    {
      gsize start = emitter->text->len;

      for (guint i = 0; i < n; i++)
        {
          append_cell (emitter->text, bs_table_column (table, i), &cells[i], bs_table_is_exact (table), append);
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
