/* format-fixture.h: what the tests of the formats share: a table whose cells would break them if they could. */
#pragma once

#include <locale.h>
#include <math.h>

#include "report/format.h"

static const char *const hostile[] = {
  "plain",
  "say \"hi\", there",
  "line\nbreak\ttab\r\\",
  "a|b `c` <b>x</b> &amp; *y*",
  "\033[31mred",
  "\u202eevil",
  "👍 日本語",
  "cafe\u0301",
  "الخبر",
  "",
  NULL,
};

static BsTable *
hostile_table (void)
{
  BsTable *table = bs_table_new ();

  bs_table_set_title (table, "Ease <b>|*\033[31m");
  bs_table_set_note (table, "Higher is easier; duplicates are left out.\n1. A second line.");
  bs_table_add_column (table, "title", "Title", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "flesch_en", "Flesch", BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "share", NULL, BS_COLUMN_REAL, -1);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, hostile[i]);
      bs_table_set_integer (table, 1, (gint64) i * 3000 - 13000);
      bs_table_set_real (table, 2, i % 4 == 0 ? NAN : i * 7.25 - 20);
      bs_table_set_real (table, 3, i / 10.0);
    }
  return table;
}

static void
assert_written (BsTable *table, BsOutput output, const BsTerminal *terminal, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = bs_table_to_string (table, output, terminal, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, expected);
  bs_table_free (table);
}

typedef struct {
  guint drawn, rows;
  gboolean breaks;
  gboolean third; /* there is a third column, of numbers */
} Source;

/* Rows whose texts grow: one letter in the first 5,000, more after them. */
static gboolean
draw (gpointer data, BsCell *cells, GError **error)
{
  Source *source = data;

  if (source->drawn == source->rows)
    {
      if (source->breaks)
        g_set_error (error, BS_ERROR, BS_ERROR_STORE, "the source broke");
      return FALSE;
    }
  cells[0] = (BsCell){ .text = source->drawn < 5000 ? "a" : "abcdefghij" };
  cells[1] = (BsCell){ .integer = source->drawn++ };
  if (source->third)
    cells[2] = (BsCell){ .missing = TRUE };
  return TRUE;
}

static BsTable *
drawn_table (Source *source)
{
  BsTable *table = bs_table_new_pulled (draw, source, NULL);

  bs_table_add_column (table, "text", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "number", NULL, BS_COLUMN_INTEGER, 0);
  return table;
}

/* Takes a locale that writes 1,5; FALSE, with the test skipped, where none is installed. */
G_GNUC_UNUSED static gboolean
use_decimal_comma (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "es_ES.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (setlocale (LC_ALL, names[i]) != NULL)
      return TRUE;
  g_test_skip ("no locale with a decimal comma is installed");
  return FALSE;
}
