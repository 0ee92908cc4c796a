#include "cli/clean-explain.h"

static void
add_block_columns (BsTable *table)
{
  bs_table_add_column (table, "block", "", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "verdict", "Verdict", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "score", "Score", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "reason", "Reason", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "text", "Text", BS_COLUMN_TEXT, 0);
}

static void
note_found (GString *note, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (note, "%s: %s\n", name, value);
}

static void
note_mended (GString *note, const BsMended *mended)
{
  const guint64 *counters = (const guint64 *) (gconstpointer) mended;
  const char *before = "Mended: ";

  for (guint i = 0; i < BS_N_MENDED; i++)
    if (counters[i] > 0)
      {
        g_string_append_printf (note, "%s%" G_GUINT64_FORMAT " %s", before, counters[i], bs_mended_description (i));
        before = ", ";
      }
  if (before[0] == ',')
    g_string_append_c (note, '\n');
}

static char *
note_of (const BsCleaned *cleaned)
{
  GString *note = g_string_new (NULL);

  note_found (note, "Title", cleaned->title);
  note_found (note, "Byline", cleaned->byline);
  note_found (note, "Date", cleaned->date);
  note_found (note, "Dateline", cleaned->dateline);
  note_found (note, "Agency", cleaned->agency);
  note_found (note, "Originally from", cleaned->originally_from);
  note_found (note, "Rights", cleaned->rights);
  note_found (note, "Publisher", cleaned->publisher);
  note_found (note, "Address", cleaned->url);
  note_mended (note, &cleaned->mended);
  g_string_append_printf (note, "Read as: %s%s\nSet aside: %.0f %% of the bytes", cleaned->html ? "HTML in " : "",
                          cleaned->encoding, bs_cleaned_aside_percent (cleaned));
  return g_string_free (note, FALSE);
}

enum { BLOCK, VERDICT, SCORE, REASON, TEXT, N_BLOCK_COLUMNS };

static void
fill_row (BsCell *row, const BsCleaned *cleaned, guint i, BsArena *arena)
{
  const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);

  row[BLOCK] = bs_cell_integer (i + 1);
  row[VERDICT] = bs_cell_text (bs_aside_name (block->aside));
  row[SCORE] = bs_cell_integer (block->score);
  row[REASON] = bs_cell_text (block->reason);
  row[TEXT] = bs_cell_text (bs_arena_copy (arena, bs_cleaned_block (cleaned, block)));
}

BsTable *
bs_clean_explanation (const BsArticle *article, const BsCleaned *cleaned)
{
  BsTable *table = bs_table_new ();
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autofree char *heading = g_strdup_printf ("%s / %s", article->outlet, article->id);
  g_autofree char *note = note_of (cleaned);
  BsCell row[N_BLOCK_COLUMNS];

  bs_table_set_title (table, heading);
  bs_table_set_note (table, note);
  add_block_columns (table);
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      fill_row (row, cleaned, i, arena);
      bs_table_add_row (table, row);
    }
  return table;
}

enum { OUTLET, ID, OF_BLOCK };

void
bs_clean_explain_columns (BsTable *table)
{
  bs_table_add_column (table, "outlet", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "id", NULL, BS_COLUMN_TEXT, 0);
  add_block_columns (table);
}

BsTextRows *
bs_clean_explain_rows (const BsArticle *article, const BsCleaned *cleaned, BsArena *arena)
{
  BsTextRows *rows = bs_text_rows_new (OF_BLOCK + N_BLOCK_COLUMNS);

  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      BsCell *row = bs_text_rows_add (rows);

      row[OUTLET] = bs_cell_text (article->outlet);
      row[ID] = bs_cell_text (article->id);
      fill_row (row + OF_BLOCK, cleaned, i, arena);
    }
  return rows;
}
