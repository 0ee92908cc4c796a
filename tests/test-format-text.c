/* The table for people: aligned, safe, and as wide as the terminal allows. */
#include "report/format.h"

#include <string.h>

#include "format-fixture.h"
#include "report/plain.h"

static void
test_aligned (void)
{
  assert_written (hostile_table (), BS_OUTPUT_TABLE, NULL,
                  "Ease <b>|*\\x1b[31m\n"
                  "Title                         Words  Flesch  share\n"
                  "──────────────────────────  ───────  ──────  ─────\n"
                  "plain                       -13,000       –      0\n"
                  "say \"hi\", there             -10,000   -12.8    0.1\n"
                  "line\\nbreak\\ttab\\r\\           -7000    -5.5    0.2\n"
                  "a|b `c` <b>x</b> &amp; *y*    -4000     1.8    0.3\n"
                  "\\x1b[31mred                   -1000       –    0.4\n"
                  "\\u202eevil                     2000    16.2    0.5\n"
                  "👍 日本語                      5000    23.5    0.6\n"
                  "cafe\u0301                           8000    30.8    0.7\n"
                  "الخبر                        11,000       –    0.8\n"
                  "                             14,000    45.2    0.9\n"
                  "–                            17,000    52.5      1\n"
                  "\n"
                  "Higher is easier; duplicates are left out.\n"
                  "1. A second line.\n");
}

static void
test_without_unicode (void)
{
  static const BsTerminal terminal = { .width = 44, .unicode = FALSE, .bold = TRUE };

  assert_written (hostile_table (), BS_OUTPUT_TABLE, &terminal,
                  "\033[1mEase <b>|*\\x1b[31m\033[0m\n"
                  "Title                   Words  Flesch  share\n"
                  "--------------------  -------  ------  -----\n"
                  "plain                 -13,000       -      0\n"
                  "say \"hi\", there       -10,000   -12.8    0.1\n"
                  "line\\nbreak\\ttab\\r\\     -7000    -5.5    0.2\n"
                  "a|b `c` <b>x</b> ...    -4000     1.8    0.3\n"
                  "\\x1b[31mred             -1000       -    0.4\n"
                  "\\u202eevil               2000    16.2    0.5\n"
                  "? ???                    5000    23.5    0.6\n"
                  "cafe                     8000    30.8    0.7\n"
                  "?????                  11,000       -    0.8\n"
                  "                       14,000    45.2    0.9\n"
                  "-                      17,000    52.5      1\n"
                  "\n"
                  "Higher is easier; duplicates are left out.\n"
                  "1. A second line.\n");
}

static BsTable *
wide_table (void)
{
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "byline", "By", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "flesch", "Flesch Reading Ease", BS_COLUMN_REAL, 1);
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, "The Morning Gazette");
  bs_table_set_text (table, 1, "Our correspondent in Paris");
  bs_table_set_integer (table, 2, 123456);
  bs_table_set_real (table, 3, 61.25);
  return table;
}

/* The longest text gives way first, then both alike. */
static void
test_shrinks (void)
{
  static const BsTerminal wide = { .width = 72, .unicode = TRUE };
  static const BsTerminal narrow = { .width = 52, .unicode = TRUE };

  assert_written (wide_table (), BS_OUTPUT_TABLE, &wide,
                  "Outlet               By                       Words  Flesch Reading Ease\n"
                  "───────────────────  ─────────────────────  ───────  ───────────────────\n"
                  "The Morning Gazette  Our correspondent in…  123,456                 61.2\n");
  assert_written (wide_table (), BS_OUTPUT_TABLE, &narrow,
                  "Outlet        By          Words  Flesch Reading Ease\n"
                  "────────────  ────────  ───────  ───────────────────\n"
                  "The Morning…  Our cor…  123,456                 61.2\n");
}

/* Below that, panels, each as wide as it can be and with the first column before it. */
static void
test_splits (void)
{
  static const BsTerminal narrow = { .width = 40, .unicode = TRUE };
  static const BsTerminal tiny = { .width = 24, .unicode = TRUE };

  assert_written (wide_table (), BS_OUTPUT_TABLE, &narrow,
                  "Outlet          By                Words\n"
                  "──────────────  ──────────────  ───────\n"
                  "The Morning G…  Our correspon…  123,456\n"
                  "\n"
                  "Outlet               Flesch Reading Ease\n"
                  "───────────────────  ───────────────────\n"
                  "The Morning Gazette                 61.2\n");
  assert_written (wide_table (), BS_OUTPUT_TABLE, &tiny,
                  "Outlet       By\n"
                  "───────────  ───────────\n"
                  "The Mornin…  Our corres…\n"
                  "\n"
                  "Outlet             Words\n"
                  "───────────────  ───────\n"
                  "The Morning Ga…  123,456\n"
                  "\n"
                  "Outlet    Flesch Readin…\n"
                  "────────  ──────────────\n"
                  "The Mor…            61.2\n");
}

/* Rows of a pair of outlets, which differ late; figures that say nothing when cut; a remark of many words. */
static BsTable *
pairs_table (void)
{
  static const char *const pairs[][2] = { { "The Evening Standard of A", "Gazette" },
                                          { "The Evening Standard of A", "Post" },
                                          { "The Evening Standard of B", "Post" } };
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "what", "What", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "a", "a", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "rank", "Rank", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "b", "b", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "shift", "Shift", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "remark", "Remark", BS_COLUMN_TEXT, 0);
  bs_table_set_whole (table, 4);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, "fog");
      bs_table_set_text (table, 1, pairs[i][0]);
      bs_table_set_integer (table, 2, i + 1);
      bs_table_set_text (table, 3, pairs[i][1]);
      bs_table_set_text (table, 4, "4.1 [3.5, 4.7]");
      bs_table_set_text (table, 5, i == 1 ? "articles that tell what another tells" : i == 2 ? "" : "few");
    }
  return table;
}

/* Each panel says whose its rows are. */
static void
test_keys (void)
{
  static const BsTerminal terminal = { .width = 64, .unicode = TRUE };

  assert_written (pairs_table (), BS_OUTPUT_TABLE, &terminal,
                  "What  a                          Rank  b        Shift\n"
                  "────  ─────────────────────────  ────  ───────  ──────────────\n"
                  "fog   The Evening Standard of A     1  Gazette  4.1 [3.5, 4.7]\n"
                  "fog   The Evening Standard of A     2  Post     4.1 [3.5, 4.7]\n"
                  "fog   The Evening Standard of B     3  Post     4.1 [3.5, 4.7]\n"
                  "\n"
                  "a                          b        Remark\n"
                  "─────────────────────────  ───────  ────────────────────────────\n"
                  "The Evening Standard of A  Gazette  few\n"
                  "The Evening Standard of A  Post     articles that tell what\n"
                  "                                    another tells\n"
                  "The Evening Standard of B  Post\n");
}

/* Where keys leave no room for another column, the first is enough, cut as far as it takes. */
static void
test_keys_without_room (void)
{
  static const BsTerminal terminal = { .width = 24, .unicode = TRUE };

  assert_written (pairs_table (), BS_OUTPUT_TABLE, &terminal,
                  "What  a             Rank\n"
                  "────  ────────────  ────\n"
                  "fog   The Evening…     1\n"
                  "fog   The Evening…     2\n"
                  "fog   The Evening…     3\n"
                  "\n"
                  "a                b\n"
                  "───────────────  ───────\n"
                  "The Evening St…  Gazette\n"
                  "The Evening St…  Post\n"
                  "The Evening St…  Post\n"
                  "\n"
                  "a         Shift\n"
                  "────────  ──────────────\n"
                  "The Eve…  4.1 [3.5, 4.7]\n"
                  "The Eve…  4.1 [3.5, 4.7]\n"
                  "The Eve…  4.1 [3.5, 4.7]\n"
                  "\n"
                  "a            Remark\n"
                  "───────────  ───────────\n"
                  "The Evenin…  few\n"
                  "The Evenin…  articles\n"
                  "             that tell\n"
                  "             what\n"
                  "             another\n"
                  "             tells\n"
                  "The Evenin…\n");
}

static void
test_fits_any_terminal (void)
{
  for (guint width = 18; width <= 100; width++)
    {
      const BsTerminal terminal = { .width = width, .unicode = width % 2 == 0 };
      g_autoptr (BsTable) table = hostile_table ();
      g_autofree char *written = bs_table_to_string (table, BS_OUTPUT_TABLE, &terminal, NULL);
      g_auto (GStrv) lines = g_strsplit (written, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_assert_cmpuint (bs_plain_width (lines[i]), <=, width);
          g_assert_false (g_str_has_suffix (lines[i], " "));
        }
      g_assert_true (terminal.unicode || g_str_is_ascii (written));
    }
}

static guint
count_lines (char **lines, const char *wanted)
{
  guint count = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    count += strcmp (lines[i], wanted) == 0;
  return count;
}

static void
test_long_tables_stream (void)
{
  Source source = { 0, 12000, FALSE };
  g_autoptr (BsTable) table = drawn_table (&source);
  g_autofree char *written = bs_table_to_string (table, BS_OUTPUT_TABLE, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (written, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 2 + 12000 + 1);
  g_assert_cmpuint (count_lines (lines, "text  number"), ==, 1);
  g_assert_cmpstr (lines[2], ==, "a          0");
  g_assert_cmpstr (lines[2 + 5000], ==, "abc…    5000");
  g_assert_cmpstr (lines[2 + 11999], ==, "abc…  11,999");
}

static void
test_long_tables_split_by_batch (void)
{
  static const BsTerminal terminal = { .width = 10, .unicode = TRUE };
  Source source = { 0, 12000, FALSE, TRUE };
  g_autoptr (BsTable) table = drawn_table (&source);
  g_autofree char *written = NULL;
  g_auto (GStrv) lines = NULL;

  bs_table_add_column (table, "third", NULL, BS_COLUMN_REAL, 1);
  written = bs_table_to_string (table, BS_OUTPUT_TABLE, &terminal, NULL);
  lines = g_strsplit (written, "\n", -1);
  g_assert_cmpuint (count_lines (lines, "text  num…"), ==, 3);
  g_assert_cmpuint (g_strv_length (lines), ==, 2 * 12000 + 6 * 2 + 5 + 1);
}

static void
test_decimal_comma (void)
{
  if (!use_decimal_comma ())
    return;
  test_aligned ();
  test_without_unicode ();
  setlocale (LC_ALL, "C");
}

/* ---- Pictures ----------------------------------------------------------------------------------------------------- */

/* Three outlets: one with a strip, one of one article, one without a value; the course of five years; a bar; a column
 * to spare. */
static BsTable *
pictured_table (void)
{
  static const double strips[][3] = { { 2, 4, 10 }, { NAN, 7, NAN }, { NAN, NAN, NAN } };
  static const double courses[][5] = { { 1, 2, NAN, 7, 8 }, { NAN, NAN, 4.5, NAN, NAN } };
  static const gint64 words[] = { 1600, 800, 0 };
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "a_long_name", NULL, BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "iqr", "IQR", BS_COLUMN_REAL, 1);
  bs_table_set_spare (table, 3);
  bs_table_add_picture (table, 1, BS_PICTURE_BAR, "", "words");
  bs_table_add_picture (table, 2, BS_PICTURE_STRIP, "middle half", "quartiles");
  bs_table_add_picture (table, 2, BS_PICTURE_SPARK, "years", "medians");
  for (guint i = 0; i < G_N_ELEMENTS (strips); i++)
    {
      const double bar = (double) words[i];

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, i == 0 ? "Post" : i == 1 ? "日報" : "Herald");
      bs_table_set_integer (table, 1, words[i]);
      bs_table_set_real (table, 2, strips[i][1]);
      bs_table_set_real (table, 3, strips[i][2] - strips[i][0]);
      bs_table_set_picture (table, 0, i, &bar, 1);
      bs_table_set_picture (table, 1, i, strips[i], 3);
      if (i < G_N_ELEMENTS (courses))
        bs_table_set_picture (table, 2, i, courses[i], 5);
    }
  return table;
}

static void
test_pictures (void)
{
  static const BsTerminal terminal = { .width = 80, .unicode = TRUE, .pictures = TRUE };

  assert_written (pictured_table (), BS_OUTPUT_TABLE, &terminal,
                  "                             a_long_  middle half               years\n"
                  "Outlet  Words                   name  2.0                 10.0         IQR\n"
                  "──────  ───────────────────  ────────────────────────────────────────  ───\n"
                  "Post     1600  ████████████      4.0  ├─────●────────────────┤  ▁▂ ▇█  8.0\n"
                  "日報      800  ██████            7.0                ●             ▅      –\n"
                  "Herald      0                      –                                     –\n"
                  "\n"
                  "█: words, from 0 to 1600 in every row.\n"
                  "├ ● ┤: quartiles, from 2.0 to 10.0 in every row.\n"
                  "▁ to █: medians, from 1.0 to 8.0 in every row; a gap: none.\n");
}

/* Where there is no room the spare column goes first, and pictures where the rest would fit without them; where nothing
 * fits they stay, panel by panel. */
static void
test_narrow_pictures (void)
{
  static const BsTerminal less = { .width = 73, .unicode = TRUE, .pictures = TRUE };
  static const BsTerminal least = { .width = 40, .unicode = TRUE, .pictures = TRUE };
  g_autoptr (BsTable) table = pictured_table ();
  g_autofree char *written = bs_table_to_string (table, BS_OUTPUT_TABLE, &less, NULL);

  g_assert_nonnull (strstr (written, "├─────●"));
  g_assert_nonnull (strstr (written, "\nNot shown for want of room: IQR. A pipe or a file has them.\n"));
  assert_written (pictured_table (), BS_OUTPUT_TABLE, &least,
                  "               a_long_\n"
                  "Outlet  Words     name  IQR\n"
                  "──────  ─────  ───────  ───\n"
                  "Post     1600      4.0  8.0\n"
                  "日報      800      7.0    –\n"
                  "Herald      0        –    –\n");
}

/* Whatever is not a terminal that can gets the table alone. */
static void
test_no_pictures (void)
{
  static const BsTerminal terminals[] = { { .width = 80, .unicode = TRUE, .bold = TRUE }, { .width = 0, .unicode = TRUE } };
  static const BsOutput others[] = { BS_OUTPUT_CSV, BS_OUTPUT_TSV, BS_OUTPUT_JSON, BS_OUTPUT_JSONL, BS_OUTPUT_MARKDOWN,
                                     BS_OUTPUT_LATEX };
  static const BsTerminal able = { .width = 80, .unicode = TRUE, .pictures = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (terminals); i++)
    assert_written (pictured_table (), BS_OUTPUT_TABLE, &terminals[i],
                    "Outlet  Words  a_long_name  IQR\n"
                    "──────  ─────  ───────────  ───\n"
                    "Post     1600          4.0  8.0\n"
                    "日報      800          7.0    –\n"
                    "Herald      0            –    –\n");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (BsTable) table = pictured_table ();
      g_autofree char *written = bs_table_to_string (table, others[i], &able, NULL);

      g_assert_null (strstr (written, "●"));
      g_assert_null (strstr (written, "█"));
      g_assert_null (strstr (written, "▇"));
    }
}

/* One value for all rows stands in the middle; negative numbers have bars of their size; the least bar is seen. */
static void
test_poor_pictures (void)
{
  static const BsTerminal terminal = { .width = 80, .unicode = TRUE, .pictures = TRUE };
  static const double numbers[] = { -8, 4, 0.001, 0 };
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "x", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "n", NULL, BS_COLUMN_REAL, 0);
  bs_table_add_picture (table, 1, BS_PICTURE_BAR, "", "n");
  bs_table_add_picture (table, 1, BS_PICTURE_STRIP, "s", "s");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      bs_table_begin_row (table);
      bs_table_set_real (table, 1, numbers[i]);
      bs_table_set_picture (table, 0, i, &numbers[i], 1);
      bs_table_set_picture (table, 1, i, (const double[]){ 3, 3, 3 }, 3);
    }
  assert_written (table, BS_OUTPUT_TABLE, &terminal,
                  "                     s\n"
                  "x   n                3                      3\n"
                  "─  ──────────────────────────────────────────\n"
                  "–  -8  ████████████              ●\n"
                  "–   4  ██████                    ●\n"
                  "–   0  ▏                         ●\n"
                  "–   0                            ●\n"
                  "\n"
                  "█: n, from 0 to 8 in every row.\n"
                  "├ ● ┤: s, from 3 to 3 in every row.\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-text/aligned", test_aligned);
  g_test_add_func ("/format-text/without-unicode", test_without_unicode);
  g_test_add_func ("/format-text/shrinks", test_shrinks);
  g_test_add_func ("/format-text/splits", test_splits);
  g_test_add_func ("/format-text/keys", test_keys);
  g_test_add_func ("/format-text/keys-without-room", test_keys_without_room);
  g_test_add_func ("/format-text/fits-any-terminal", test_fits_any_terminal);
  g_test_add_func ("/format-text/long-tables-stream", test_long_tables_stream);
  g_test_add_func ("/format-text/long-tables-split-by-batch", test_long_tables_split_by_batch);
  g_test_add_func ("/format-text/decimal-comma", test_decimal_comma);
  g_test_add_func ("/format-text/pictures", test_pictures);
  g_test_add_func ("/format-text/narrow-pictures", test_narrow_pictures);
  g_test_add_func ("/format-text/no-pictures", test_no_pictures);
  g_test_add_func ("/format-text/poor-pictures", test_poor_pictures);
  return g_test_run ();
}
