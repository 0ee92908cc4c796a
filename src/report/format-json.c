#include "report/format-parts.h"

#include "base/number.h"

/* Quotes, backslashes, the controls C0 and C1, and the two line ends that JSON allows and JavaScript did not. */
static gboolean
needs_code (gunichar c)
{
  return c == '"' || c == '\\' || c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

/* Whether a character that starts with this byte may need a code: of long texts this is asked for every byte. */
static const guint8 may_need_code[256]
    = { [0 ... 0x1f] = 1, ['"'] = 1, ['\\'] = 1, [0x7f] = 1, [0xc2] = 1, [0xe2] = 1 };

static void
append_code (GString *out, gunichar c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf (out, "\\%c", (char) c);
  else if (c == '\n')
    g_string_append (out, "\\n");
  else if (c == '\t')
    g_string_append (out, "\\t");
  else
    g_string_append_printf (out, "\\u%04x", c);
}

static void
append_string (GString *out, const char *text)
{
  const char *run = text, *at = text; /* what needs no code is appended a run at a time */

  g_string_append_c (out, '"');
  for (;;)
    {
      gunichar c;

      while (!may_need_code[(guchar) *at])
        at++;
      if (*at == '\0')
        break;
      c = g_utf8_get_char (at);
      if (needs_code (c))
        {
          g_string_append_len (out, run, at - run);
          append_code (out, c);
          run = g_utf8_next_char (at);
        }
      at = g_utf8_next_char (at);
    }
  g_string_append_len (out, run, at - run);
  g_string_append_c (out, '"');
}

static void
append_cell (GString *out, const BsColumn *column, const BsCell *cell)
{
  g_autofree char *repaired = NULL;
  char buffer[BS_NUMBER_MAX];

  if (bs_cell_is_missing (column, cell))
    g_string_append (out, "null");
  else if (column->kind == BS_COLUMN_TEXT)
    append_string (out, bs_valid_text (cell->text, &repaired));
  else
    g_string_append (out, bs_cell_number (column, cell, buffer));
}

/* What stands before the value of each column. */
static GPtrArray *
column_keys (BsTable *table)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bs_table_n_columns (table); i++)
    {
      g_autofree char *repaired = NULL;
      GString *key = g_string_new (i > 0 ? "," : "{");

      append_string (key, bs_valid_text (bs_table_column (table, i)->name, &repaired));
      g_string_append_c (key, ':');
      g_ptr_array_add (keys, g_string_free (key, FALSE));
    }
  return keys;
}

static void
append_object (GString *out, BsTable *table, const GPtrArray *keys, const BsCell *cells)
{
  if (keys->len == 0)
    g_string_append_c (out, '{');
  for (guint i = 0; i < keys->len; i++)
    {
      g_string_append (out, keys->pdata[i]);
      append_cell (out, bs_table_column (table, i), &cells[i]);
    }
  g_string_append_c (out, '}');
}

/* What stands before, between and after the objects, and instead of them where there are none. */
typedef struct {
  const char *before, *between, *after, *none;
} Frame;

static gboolean
write_objects (BsTable *table, BsEmitter *emitter, const Frame *frame, GError **error)
{
  g_autoptr (GPtrArray) keys = column_keys (table);
  gboolean begun = FALSE;
  const BsCell *cells;

  while ((cells = bs_table_next (table, error)) != NULL)
    {
      g_string_append (emitter->text, begun ? frame->between : frame->before);
      append_object (emitter->text, table, keys, cells);
      begun = TRUE;
      if (!bs_emitter_pass (emitter, FALSE, error))
        return FALSE;
    }
  if (*error != NULL)
    return FALSE;
  g_string_append (emitter->text, begun ? frame->after : frame->none);
  return TRUE;
}

gboolean
bs_write_json (BsTable *table, BsEmitter *emitter, GError **error)
{
  return write_objects (table, emitter, &(Frame){ "[\n", ",\n", "\n]\n", "[]\n" }, error);
}

gboolean
bs_write_jsonl (BsTable *table, BsEmitter *emitter, GError **error)
{
  return write_objects (table, emitter, &(Frame){ "", "\n", "\n", "" }, error);
}
