#include "cli/clean-explain.h"

static char *
text_of (const BsCleaned *cleaned, const BsBlock *block)
{
  BsSpan bytes = bs_cleaned_block (cleaned, block);

  return g_strndup (bytes.start, bytes.length);
}

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
add_block (BsTable *table, guint column, const BsCleaned *cleaned, guint i)
{
  const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);
  g_autofree char *text = text_of (cleaned, block);

  bs_table_set_integer (table, column++, i + 1);
  bs_table_set_text (table, column++, bs_aside_name (block->aside));
  bs_table_set_integer (table, column++, block->score);
  bs_table_set_text (table, column++, block->reason);
  bs_table_set_text (table, column, text);
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
  gsize kept = cleaned->text->len, aside = cleaned->aside_text->len;

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
                          cleaned->encoding, kept + aside > 0 ? 100.0 * (double) aside / (double) (kept + aside) : 0.0);
  return g_string_free (note, FALSE);
}

BsTable *
bs_clean_explanation (const BsArticle *article, const BsCleaned *cleaned)
{
  BsTable *table = bs_table_new ();
  g_autofree char *heading = g_strdup_printf ("%s / %s", article->outlet, article->id);
  g_autofree char *note = note_of (cleaned);

  bs_table_set_title (table, heading);
  bs_table_set_note (table, note);
  add_block_columns (table);
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      bs_table_begin_row (table);
      add_block (table, 0, cleaned, i);
    }
  return table;
}

BsTable *
bs_clean_explain_table (void)
{
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "outlet", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "id", NULL, BS_COLUMN_TEXT, 0);
  add_block_columns (table);
  return table;
}

void
bs_clean_explain_rows (BsTable *table, const BsArticle *article, const BsCleaned *cleaned)
{
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, article->outlet);
      bs_table_set_text (table, 1, article->id);
      add_block (table, 2, cleaned, i);
    }
}
