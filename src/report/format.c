#include "report/format.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/format-parts.h"
#include "report/plain.h"

#define PIECE (32 * 1024)

static const char *const output_names[] = {
  [BS_OUTPUT_TABLE] = "table", [BS_OUTPUT_CSV] = "csv",     [BS_OUTPUT_TSV] = "tsv",
  [BS_OUTPUT_JSON] = "json",   [BS_OUTPUT_JSONL] = "jsonl", [BS_OUTPUT_MARKDOWN] = "markdown",
  [BS_OUTPUT_LATEX] = "latex",
};

gboolean
bs_output_from_name (const char *name, BsOutput *output, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (output_names); i++)
    if (strcmp (name, output_names[i]) == 0)
      {
        *output = (BsOutput) i;
        return TRUE;
      }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
               "unknown format '%s': choose table, csv, tsv, json, jsonl, markdown or latex", name);
  return FALSE;
}

gboolean
bs_emitter_pass (BsEmitter *emitter, gboolean all, GError **error)
{
  if (emitter->text->len < (all ? 1 : PIECE))
    return TRUE;
  if (!emitter->write (emitter->sink, emitter->text->str, emitter->text->len, error))
    return FALSE;
  g_string_truncate (emitter->text, 0);
  return TRUE;
}

gboolean
bs_cell_is_missing (const BsColumn *column, const BsCell *cell)
{
  return cell->missing || (column->kind == BS_COLUMN_REAL && !isfinite (cell->real))
         || (column->kind == BS_COLUMN_TEXT && cell->text == NULL);
}

const char *
bs_valid_text (const char *text, char **repaired)
{
  if (g_utf8_validate (text, -1, NULL))
    return text;
  *repaired = g_utf8_make_valid (text, -1);
  return *repaired;
}

const char *
bs_cell_number (const BsColumn *column, const BsCell *cell, char *buffer)
{
  if (column->kind == BS_COLUMN_REAL)
    return bs_number_exact (cell->real, buffer);
  return bs_number_integer (cell->integer, buffer);
}

/* A chance under what its decimals show is not 0: "p" and "p_…" are chances. */
static gboolean
is_tiny_chance (const BsColumn *column, double value)
{
  return column->name[0] == 'p' && (column->name[1] == '\0' || column->name[1] == '_') && column->decimals > 0
         && value >= 0 && value < 0.5 * pow (10, -column->decimals);
}

char *
bs_cell_plain (const BsColumn *column, const BsCell *cell, gboolean unicode)
{
  char buffer[BS_NUMBER_MAX];

  if (bs_cell_is_missing (column, cell))
    return g_strdup (unicode ? "–" : "-");
  switch (column->kind)
    {
    case BS_COLUMN_TEXT:
      return bs_plain_text (cell->text, unicode);
    case BS_COLUMN_INTEGER:
      return g_strdup (bs_number_grouped (cell->integer, buffer));
    case BS_COLUMN_REAL:
    default:
      if (column->decimals < 0)
        return g_strdup (bs_number_exact (cell->real, buffer));
      if (is_tiny_chance (column, cell->real))
        return g_strconcat ("<", bs_number_fixed (pow (10, -column->decimals), column->decimals, buffer), NULL);
      return g_strdup (bs_number_fixed (cell->real, MIN (column->decimals, 9), buffer));
    }
}

char *
bs_column_plain (const BsColumn *column, gboolean unicode)
{
  return bs_plain_text (column->title != NULL ? column->title : column->name, unicode);
}

char *
bs_cell_cut (char *plain, guint width, gboolean unicode)
{
  g_autofree char *whole = plain;

  return bs_plain_width (whole) <= width ? g_steal_pointer (&whole) : bs_plain_truncate (whole, width, unicode);
}

gboolean
bs_cells_read (BsTable *table, gboolean unicode, GPtrArray *cells, gboolean *ended, GError **error)
{
  g_ptr_array_set_size (cells, 0);
  for (guint row = 0; row < BS_CELLS_BATCH; row++)
    {
      const BsCell *drawn = bs_table_next (table, error);

      if (drawn == NULL)
        {
          *ended = TRUE;
          return *error == NULL;
        }
      for (guint i = 0; i < bs_table_n_columns (table); i++)
        {
          char *plain = bs_cell_plain (bs_table_column (table, i), &drawn[i], unicode);

          g_ptr_array_add (cells, bs_cell_cut (plain, BS_CELL_WIDEST, unicode));
        }
    }
  return TRUE;
}

static gboolean
write_as (BsTable *table, BsOutput output, const BsTerminal *terminal, BsEmitter *emitter, GError **error)
{
  switch (output)
    {
    case BS_OUTPUT_TABLE:
      return bs_write_text (table, terminal, emitter, error);
    case BS_OUTPUT_CSV:
      return bs_write_csv (table, emitter, error);
    case BS_OUTPUT_TSV:
      return bs_write_tsv (table, emitter, error);
    case BS_OUTPUT_JSON:
      return bs_write_json (table, emitter, error);
    case BS_OUTPUT_JSONL:
      return bs_write_jsonl (table, emitter, error);
    case BS_OUTPUT_MARKDOWN:
      return bs_write_markdown (table, emitter, error);
    case BS_OUTPUT_LATEX:
      return bs_write_latex (table, emitter, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
bs_table_write (BsTable *table, BsOutput output, const BsTerminal *terminal, BsWrite write, gpointer sink,
                GError **error)
{
  static const BsTerminal pipe = { .width = 0, .unicode = TRUE, .bold = FALSE };
  g_autoptr (GString) text = g_string_sized_new (PIECE + PIECE / 4);
  g_autoptr (GError) local = NULL;
  BsEmitter emitter = { text, write, sink };

  g_return_val_if_fail (table != NULL && write != NULL, FALSE);
  if (write_as (table, output, terminal != NULL ? terminal : &pipe, &emitter, &local)
      && bs_emitter_pass (&emitter, TRUE, &local))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
write_to_string (gpointer sink, const char *bytes, gsize length, GError **error)
{
  g_string_append_len (sink, bytes, (gssize) length);
  return TRUE;
}

char *
bs_table_to_string (BsTable *table, BsOutput output, const BsTerminal *terminal, GError **error)
{
  g_autoptr (GString) string = g_string_new (NULL);

  if (!bs_table_write (table, output, terminal, write_to_string, string, error))
    return NULL;
  return g_string_free (g_steal_pointer (&string), FALSE);
}
