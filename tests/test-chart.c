/* Charts: what a table says is what the picture shows, whatever a name holds, and nothing half drawn is left behind.
 * What is drawn is compared as terminal text with tests/golden/chart, written by gnuplot 5.4; BS_TEST_REWRITE=1 in the
 * environment writes these files anew. */
#include "report/chart/chart.h"

#include "base/error.h"
#include "report/chart/fonts.h"
#include "report/chart/table.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "chart-corpus-help.h"

typedef struct
{
  char *folder;
  char *data;   /* path of the table */
  char *output; /* path of an SVG */
  char *scripts;
  BsChartOptions options;
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->folder = g_dir_make_tmp ("bsXXXXXX", NULL);
  f->data = g_build_filename (f->folder, "table.tsv", NULL);
  f->output = g_build_filename (f->folder, "out.svg", NULL);
  f->scripts = g_test_build_filename (G_TEST_DIST, "..", "scripts", "charts", NULL);
  f->options.scripts_dir = f->scripts;
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (f->folder));
  g_free (f->folder);
  g_free (f->data);
  g_free (f->output);
  g_free (f->scripts);
}

static gboolean
has_gnuplot (void)
{
  g_autofree char *path = g_find_program_in_path ("gnuplot");

  if (!path)
    g_test_skip ("gnuplot is not installed");
  return path != NULL;
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_table (const Fixture *f, const BsChartTable *table)
{
  g_autoptr (GError) error = NULL;
  gboolean is_written = bs_chart_table_write (table, f->data, &error);

  g_assert_no_error (error);
  g_assert_true (is_written);
}

/* A ratio and its interval, of which now and then an end is missing. */
static void
add_ratio (BsChartTable *table, double ratio, guint k)
{
  bs_chart_table_number (table, ratio);
  bs_chart_table_number (table, k == 12 ? NAN : ratio - 0.5 - 0.1 * k);
  bs_chart_table_number (table, k == 2 ? NAN : ratio + 0.5 + 0.1 * k);
}

/* One made-up cell of the charts that set outlets or measures against others; FALSE if the chart is none of these. */
static gboolean
fill_comparison (BsChartTable *table, const char *chart, guint i, guint k, guint n, const char *word)
{
  double value = (k % 5 - 2.0) / 2.5 + 0.1 * i;
  const double forest[] = { value, k == 12 ? NAN : value - 0.3, k == 12 ? NAN : value + 0.4, value / 2,
                            value / 2 - 0.2, value / 2 + 0.2, i * 12 + k };

  if (g_str_equal (chart, "forest"))
    {
      bs_chart_table_number (table, i);
      bs_chart_table_number (table, (i + k) % n);
      for (guint column = 0; column < G_N_ELEMENTS (forest); column++)
        bs_chart_table_number (table, forest[column]);
    }
  else if (g_str_equal (chart, "profile"))
    {
      bs_chart_table_number (table, i);
      bs_chart_table_number (table, k - 1);
      bs_chart_table_text (table, k == 1 ? word : "Grade of difficulty");
      bs_chart_table_text (table, "↑ harder");
      bs_chart_table_number (table, k == 3 ? NAN : 10 + value);
      bs_chart_table_text (table, k == 3 ? "–" : "10.4");
      bs_chart_table_number (table, k == 3 ? NAN : 2 * value);
    }
  else if (g_str_equal (chart, "correlation"))
    {
      bs_chart_table_number (table, i);
      bs_chart_table_number (table, (i + k) % n);
      bs_chart_table_number (table, k == 3 ? NAN : CLAMP (value, -1, 1));
      bs_chart_table_number (table, 100 + k);
    }
  else
    return FALSE;
  return TRUE;
}

/* Two small rows of made-up numbers an outlet; `word` is where the chart has words. */
static void
fill (BsChartTable *table, const char *chart, const char *const *names, guint n, const char *word)
{
  const BsChart *c = bs_chart_find (chart);
  double values[] = { 31.5, 40, 44.25, 52, 57 };

  bs_chart_table_block (table, c->outlet_columns);
  for (guint i = 0; i < n; i++)
    {
      bs_chart_table_text (table, names[i]);
      for (guint k = 1; c->outlet_columns[k]; k++)
        bs_chart_table_number (table, g_str_equal (chart, "measure") && k > 1 ? 20 + 8.0 * k + i : 1200 + 7 * i);
    }
  bs_chart_table_block (table, c->item_columns);
  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (chart, "measure"))
        bs_chart_table_articles (table, i, values, G_N_ELEMENTS (values), 30, 60, 2000);
      for (guint k = 1; k <= 12 && !g_str_equal (chart, "measure"); k++)
        {
          if (fill_comparison (table, chart, i, k, n, word))
            continue;
          bs_chart_table_number (table, i);
          bs_chart_table_number (table, g_str_equal (chart, "barcode") ? k / 13.0 : k);
          if (g_str_equal (chart, "content-words") || g_str_equal (chart, "keyness"))
            bs_chart_table_text (table, k == 1 ? word : "minister");
          if (g_str_equal (chart, "sentence-length"))
            bs_chart_table_number (table, 1);
          if (g_str_equal (chart, "ecdf"))
            {
              bs_chart_table_number (table, 100.0 * k / 12);
              continue;
            }
          if (g_str_equal (chart, "zipf"))
            bs_chart_table_number (table, 13000.0 / (k + i));
          if (g_str_equal (chart, "keyness"))
            add_ratio (table, k < 9 ? 8.0 / (k + i) : -5.0 / k, k);
          else
            bs_chart_table_number (table, g_str_equal (chart, "barcode") ? 1.0 / k : 12000.0 / (k + i));
          for (guint rest = 3; g_str_equal (chart, "tree") && rest < 6; rest++)
            bs_chart_table_number (table, rest * 13);
          if (g_str_equal (chart, "trend"))
            {
              bs_chart_table_number (table, 11000.0 / (k + i));
              bs_chart_table_number (table, 12000.0 / (k + i) + 500);
              bs_chart_table_number (table, 11500.0 / (k + i));
              bs_chart_table_number (table, k == 6 ? 5.5 : NAN);
            }
        }
    }
}

static void
write_chart (const Fixture *f, const char *chart, const char *const *names, guint n, const char *word)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();

  bs_chart_table_comment (table, "title", "Two papers compared");
  bs_chart_table_comment (table, "subtitle", "Made-up numbers");
  bs_chart_table_comment (table, "axis", "Points");
  bs_chart_table_comment (table, "note", "Source: this test.");
  if (!fill_chart_of_corpus (table, chart, names, n))
    fill (table, chart, names, n, word);
  write_table (f, table);
}

static char *
draw_text (const Fixture *f, const char *chart)
{
  g_autoptr (GError) error = NULL;
  char *text = bs_chart_draw_text (bs_chart_find (chart), &f->options, f->data, &error);

  g_assert_no_error (error);
  g_assert_nonnull (text);
  return text;
}

static char *
draw_svg (const Fixture *f, const char *chart)
{
  g_autoptr (GError) error = NULL;
  gboolean is_drawn = bs_chart_draw (bs_chart_find (chart), &f->options, f->data, f->output, &error);

  g_assert_no_error (error);
  g_assert_true (is_drawn);
  return read_file (f->output);
}

static void
assert_contains (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("no \"%s\" in:\n%s", part, text);
}

/* Scripts of the folder that draw a chart: all but those that the others load. */
static guint
count_scripts (const char *folder)
{
  /* What charts read. */
  static const char *const others[]
      = { "theme.gp", "read.gp", "frame.gp", "page.gp", "rows.gp", "panels.gp", "diverging.gp", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".gp") && !g_strv_contains (others, name);
  return n;
}

/* The script itself checks these columns, so the two lists must agree. */
static void
test_scripts_need_what_the_catalogue_says (Fixture *f, gconstpointer unused)
{
  guint n;
  const BsChart *charts = bs_charts (&n);

  g_assert_cmpuint (n, ==, count_scripts (f->scripts));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *file = g_strconcat (charts[i].name, ".gp", NULL);
      g_autofree char *path = g_build_filename (f->scripts, file, NULL);
      g_autofree char *script = read_file (path);
      g_autofree char *outlet_columns = g_strjoinv (" ", (char **)charts[i].outlet_columns);
      g_autofree char *item_columns = g_strjoinv (" ", (char **)charts[i].item_columns);
      g_autofree char *need_1 = g_strdup_printf ("NEED_1 = \"%s\"\n", outlet_columns);
      g_autofree char *need_2 = g_strdup_printf ("NEED_2 = \"%s\"\n", item_columns);

      assert_contains (script, need_1);
      assert_contains (script, need_2);
      g_assert_true (bs_chart_find (charts[i].name) == &charts[i]);
    }
  g_assert_null (bs_chart_find ("pie"));
}

static void
assert_cell (const char *text, const char *expected)
{
  g_autofree char *cell = bs_chart_cell (text);

  g_assert_cmpstr (cell, ==, expected);
}

static void
test_cells (void)
{
  g_autofree char *long_name = g_strnfill (3000, '"');
  g_autofree char *cell = bs_chart_cell (long_name);

  assert_cell (NULL, "");
  assert_cell ("The Observer", "The Observer");
  assert_cell ("The \"Times\"", "The \\042Times\\042");
  assert_cell ("a\\nb", "a\\\\nb");
  assert_cell ("# hash", "\\043 hash");
  assert_cell ("#17a7 \"8", "\\043\\061\\067a7 \\0428");
  assert_cell ("&#x41;", "&\xe2\x81\xa0\\043x41;");
  assert_cell ("a\tb\nc", "a\\\\tb\\\\nc");
  assert_cell ("\x1b[31m", "\\\\x1b[31m");
  g_assert_true (g_str_has_suffix (cell, "2\xe2\x80\xa6"));
  g_assert_cmpuint (strlen (cell), <=, BS_CHART_CELL_MAX);
  g_assert_cmpuint (strlen (cell), >, BS_CHART_CELL_MAX - 8);
}

static void
test_table_layout (void)
{
  static const char *const outlets[] = { "outlet", "articles", NULL };
  static const char *const items[] = { "row", "value", "width", "height", NULL };
  static const double values[] = { 1, NAN, 7.5, 99 };
  g_autoptr (BsChartTable) table = bs_chart_table_new ();

  bs_chart_table_comment (table, "title", "A \"title\"");
  bs_chart_table_block (table, outlets);
  bs_chart_table_text (table, "");
  bs_chart_table_number (table, 4);
  bs_chart_table_text (table, "B");
  bs_chart_table_number (table, NAN);
  bs_chart_table_block (table, items);
  g_assert_cmpuint (bs_chart_table_articles (table, 0, values, G_N_ELEMENTS (values), 0, 10, 2000), ==, 1);
  g_assert_cmpstr (bs_chart_table_peek (table), ==,
                   "# title\tA \\042title\\042\noutlet\tarticles\n\t4\nB\tNaN\n\n\nrow\tvalue\twidth\theight\n"
                   "0\t1\t0\t0\n0\t7.5\t0\t0.2360679774997898\n");
}

static void
test_many_articles_become_bins (void)
{
  static const char *const items[] = { "row", "value", "width", "height", NULL };
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_autofree double *values = g_new (double, BS_CHART_MOST_POINTS + 2);

  for (guint i = 0; i < BS_CHART_MOST_POINTS + 2; i++)
    values[i] = i < 3 ? 100 : i % 2 ? 0.25 : 50.25;
  bs_chart_table_block (table, items);
  g_assert_cmpuint (bs_chart_table_articles (table, 3, values, BS_CHART_MOST_POINTS + 2, 0, 100, BS_CHART_MOST_POINTS), ==, 0);
  g_assert_cmpstr (bs_chart_table_peek (table), ==,
                   "row\tvalue\twidth\theight\n3\t0.5\t1\t1\n3\t50.5\t1\t0.999\n3\t99.5\t1\t0.003\n");
}

static void
test_characters_without_font (void)
{
  gsize replaced;
  g_autofree char *one
      = bs_chart_fonts_drawable_with ("a\xc3\xa9\xf0\x9f\x93\xb0\xe2\x80\x8dz", "20-7e e9 25a1", &replaced);
  g_autofree char *two = NULL;

  g_assert_cmpstr (one, ==, "a\xc3\xa9\xe2\x96\xa1\xe2\x80\x8dz");
  g_assert_cmpuint (replaced, ==, 1);
  two = bs_chart_fonts_drawable_with ("\xe6\x9c\x9d\xe6\x97\xa5", "20-7e\ngarbage -1-2 ffffffff", &replaced);
  g_assert_cmpstr (two, ==, "??");
  g_assert_cmpuint (replaced, ==, 2);
}

static void
test_text_is_as_before (Fixture *f, gconstpointer chart)
{
  static const char *const names[] = { "The Morning Chronicle", "Evening Post" };
  g_autofree char *version = NULL;
  g_autofree char *text = NULL;
  g_autofree char *file = g_strconcat ((const char *)chart, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "chart", file, NULL);
  g_autofree char *expected = NULL;

  if (!has_gnuplot ())
    return;
  g_spawn_command_line_sync ("gnuplot --version", &version, NULL, NULL, NULL);
  if (!g_str_has_prefix (version, "gnuplot 5.4"))
    {
      g_test_skip ("the expected text was drawn by gnuplot 5.4");
      return;
    }
  write_chart (f, chart, names, G_N_ELEMENTS (names), "government");
  text = draw_text (f, chart);
  if (g_getenv ("BS_TEST_REWRITE"))
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  expected = read_file (path);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_every_form (Fixture *f, gconstpointer chart)
{
  static const char *const endings[] = { "png", "svg", "pdf", "txt" };
  static const char *const begins[] = { "\x89PNG", "<?xml", "%PDF", "Two papers" };
  static const char *const names[] = { "One", "\xd8\xb5\xd8\xad\xd9\x8a\xd9\x81\xd8\xa9", "\xf3\xb0\x80\x80" };

  if (!has_gnuplot ())
    return;
  write_chart (f, chart, names, G_N_ELEMENTS (names), "\xd7\xa2\xd7\x99\xd7\xaa\xd7\x95\xd7\x9f");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/a.%s", f->folder, endings[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *picture = NULL;

      f->options.dark = i % 2;
      g_assert_true (bs_chart_draw (bs_chart_find (chart), &f->options, f->data, path, &error));
      g_assert_no_error (error);
      picture = read_file (path);
      g_assert_true (g_str_has_prefix (picture, begins[i]));
    }
}

/* As gnuplot's SVG writes it; where a chart sets a word a line, each word. */
static void
assert_in_svg (const char *svg, const char *name, gboolean a_word_a_line)
{
  g_auto (GStrv) words = g_strsplit (name, a_word_a_line ? " " : "\n", -1);

  for (guint i = 0; words[i]; i++)
    {
      g_autoptr (GString) text = g_string_new (words[i]);

      g_string_replace (text, "&#x", "&\xe2\x81\xa0#x", 0);
      g_string_replace (text, "&", "&amp;", 0);
      g_string_replace (text, "<", "&lt;", 0);
      if (!a_word_a_line && g_unichar_get_script (g_utf8_get_char (name)) == G_UNICODE_SCRIPT_ARABIC)
        {
          g_string_prepend (text, "\xe2\x81\xa8");
          g_string_append (text, "\xe2\x81\xa9");
        }
      if (!a_word_a_line)
        {
          g_string_prepend_c (text, '>');
          g_string_append (text, "</text>");
        }
      assert_contains (svg, text->str);
    }
}

static void
test_names_are_text (Fixture *f, gconstpointer chart)
{
  static const char *const names[] = {
    "The \"Times\"",
    "\"Sun\"",
    "back\\slash \\n",
    "'single'",
    "{/Bold x}",
    "a_b^c@d",
    "%s %g 100%",
    "<b>AT&T</b>",
    "&#x41;&lt;",
    "# hash #1",
    "-",
    "NaN",
    "1901",
    "$PATH",
    "`date`",
    "$(date)",
    "'; SELECT 1; --",
    "a|b",
    "x]) ; exit",
    "\xd8\xb5\xd8\xad\xd9\x8a\xd9\x81\xd8\xa9",
    "\xe6\x9c\x9d\xe6\x97\xa5\xe6\x96\xb0\xe8\x81\x9e",
  };
  g_autofree char *svg = NULL;
  g_autofree char *text = NULL;

  if (!has_gnuplot ())
    return;
  f->options.columns = 120;
  for (guint i = 0; i < G_N_ELEMENTS (names); i += 7)
    {
      write_chart (f, chart, names + i, 7, "\"%d\" <\\042>");
      g_free (svg);
      g_free (text);
      svg = draw_svg (f, chart);
      text = draw_text (f, chart);
      for (guint k = i; k < i + 7; k++)
        {
          assert_in_svg (svg, names[k], g_str_equal (chart, "profile"));
          if (!strchr (names[k], '&'))
            assert_contains (text, names[k]);
        }
      if (g_str_equal (chart, "content-words") || g_str_equal (chart, "keyness"))
        assert_contains (svg, ">\"%d\" &lt;\\042></text>");
    }
}

static void
test_nothing_is_executed (Fixture *f, gconstpointer chart)
{
  static const char *const forms[] = {
    "$(touch %s)",
    "`touch %s`",
    "\"; system(\"touch %s\") #",
    "'.system('touch %s').'",
    "\n!touch %s\n",
    "|touch %s",
    "< touch %s",
    "@touch %s",
    "\x1b]0;touch %s\x07",
    "{/Bold `touch %s`}",
    "\xe2\x80\xae`touch %s`",
    "%%s%%n$(touch %s)",
  };
  char *names[G_N_ELEMENTS (forms) + 1] = { NULL };
  g_autofree char *target = g_build_filename (f->folder, "p", NULL);
  g_autofree char *svg = NULL;
  g_autofree char *text = NULL;

  if (!has_gnuplot ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (GStrv) parts = g_strsplit (forms[i], "%s", 2);

      names[i] = g_strjoinv (target, parts);
    }
  write_chart (f, chart, (const char *const *)names, G_N_ELEMENTS (forms), names[1]);
  svg = draw_svg (f, chart);
  text = draw_text (f, chart);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_assert_null (strchr (svg, '\x1b'));
  g_assert_null (strchr (text, '\x1b'));
  g_assert_null (strstr (svg, "\xe2\x80\xae"));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    g_free (names[i]);
}

static void
test_odd_folders (Fixture *f, gconstpointer unused)
{
  static const char *const names[] = { "One", "Two" };
  g_autofree char *odd = g_build_filename (f->folder, "it's `a` \"$(b)\" <c|", NULL);
  g_autofree char *absolute = g_canonicalize_filename (f->scripts, NULL);
  g_autofree char *output = g_build_filename (f->folder, "|touch x; `y`.svg", NULL);
  g_autoptr (GError) error = NULL;

  if (!has_gnuplot ())
    return;
  g_assert_no_errno (symlink (absolute, odd));
  f->options.scripts_dir = odd;
  write_chart (f, "measure", names, 2, NULL);
  g_assert_true (bs_chart_draw (bs_chart_find ("measure"), &f->options, f->data, output, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (output, G_FILE_TEST_IS_REGULAR));
}

static void
test_from_one_to_too_many_outlets (Fixture *f, gconstpointer chart)
{
  gboolean holds_more = g_str_equal (chart, "tree") || g_str_equal (chart, "heat") || g_str_equal (chart, "barcode");
  guint most = holds_more                       ? 60
               : g_str_equal (chart, "map")    ? 200
               : g_str_equal (chart, "forest") ? 80
                                               : 40;
  /* names of two lines and a word or two for each leave room for so many */
  gboolean is_cut_sooner = g_str_equal (chart, "keyness");
  guint counts[] = { 1, most, most + 1 };
  g_autofree char *said = g_strdup_printf ("Drawn are the first %u of the table's %u %s.", most, most + 1,
                                           g_str_equal (chart, "correlation") ? "measures" : "outlets");
  g_autofree char *svg = NULL;
  const char *names[201];

  if (!has_gnuplot ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    names[i] = i % 2 ? "A name that goes on and on until it takes more room than any page has to give it" : "Post";
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_free (svg);
      write_chart (f, chart, names, counts[i], "word");
      svg = draw_svg (f, chart);
      g_assert_true (is_cut_sooner ? (strstr (svg, "Drawn are the first ") != NULL) == (counts[i] > 1)
                                   : (strstr (svg, said) != NULL) == (counts[i] > most));
    }
}

/* The least size of a letter in an SVG, in pixels. */
static double
least_letter (const char *svg)
{
  static const char attribute[] = "font-size=\"";
  double least = INFINITY;

  for (const char *at = svg; (at = strstr (at, attribute)) != NULL;)
    {
      at += strlen (attribute);
      least = MIN (least, g_ascii_strtod (at, NULL));
    }
  return least;
}

static void
assert_page (const char *svg, BsChartSize size, gboolean is_fitted)
{
  static const double widths[] = { 800, 1280, 420 }, heights[] = { 1100, 720, 900 }, letters[] = { 9, 13, 8.5 };
  const char *at = strstr (svg, "width=\"");
  char *end;

  g_assert_nonnull (at);
  g_assert_cmpfloat (g_ascii_strtod (at + strlen ("width=\""), &end), ==, widths[size]);
  g_assert_true (g_str_has_prefix (end, "\" height=\""));
  if (is_fitted)
    {
      g_assert_cmpfloat (g_ascii_strtod (end + strlen ("\" height=\""), NULL), <=, heights[size]);
      g_assert_cmpfloat (least_letter (svg), >=, letters[size]);
    }
}

/* A page, a slide and a column are as wide as the theme says, and these charts also stay as low as it says. */
static void
test_sizes (Fixture *f, gconstpointer chart)
{
  static const char *const fitted[]
      = { "measure", "sentence-length", "content-words", "tree", "map", "heat", "trend", NULL };
  static const guint counts[] = { 2, 40 };
  gboolean is_fitted = g_strv_contains (fitted, chart);
  const char *names[40];

  if (!has_gnuplot ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    names[i] = i % 3 ? "Post" : "The Consolidated Provincial Advertiser and Weekly Commercial Intelligencer";
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      write_chart (f, chart, names, counts[i], "internationalization");
      for (guint size = 0; size < BS_CHART_N_SIZES; size++)
        {
          g_autofree char *svg = NULL;

          f->options.size = (BsChartSize) size;
          f->options.dark = size % 2;
          svg = draw_svg (f, chart);
          assert_page (svg, (BsChartSize) size, is_fitted);
          assert_contains (svg, "Two papers compared");
        }
    }
}

static void
test_no_data (Fixture *f, gconstpointer chart)
{
  g_autofree char *svg = NULL;
  g_autofree char *text = NULL;

  if (!has_gnuplot ())
    return;
  write_chart (f, chart, NULL, 0, NULL);
  svg = draw_svg (f, chart);
  text = draw_text (f, chart);
  assert_contains (svg, ">No data</text>");
  assert_contains (text, "No data");
  assert_contains (text, "Two papers compared");
}

/* An outlet without values, one article, all values the same: drawn without a warning from gnuplot. */
static void
test_poor_data (Fixture *f, gconstpointer unused)
{
  static const struct
  {
    const char *chart, *table, *part;
  } cases[] = {
    { "measure", "A\t0\tNaN\tNaN\tNaN\tNaN\tNaN\nB\t1\t5\t5\t5\t5\t5\n\n\nrow\tvalue\twidth\theight\n1\t5\t0\t0\n",
      "5.000" },
    { "measure", "A\t0\tNaN\tNaN\tNaN\tNaN\tNaN\n\n\nrow\tvalue\twidth\theight\n", "No data" },
    { "measure", "A\t4\t1\t2\t3\t4\t5\n\n\nrow\tvalue\twidth\theight\n", "No data" },
    { "sentence-length", "A\t1\t1\nB\t0\tNaN\n\n\nrow\twords\twidth\tpercent\n0\t1\t1\t100\n", ">1</text>" },
    { "zipf", "A\t1\tNaN\tNaN\nB\t0\tNaN\tNaN\n\n\nrow\trank\tper_million\tfitted\n0\t1\t1000000\tNaN\n", "no fit" },
    { "ecdf", "A\t1\t5\nB\t0\tNaN\n\n\nrow\tvalue\tpercent\n0\t5\t100\n", "no value" },
    { "content-words", "A\t1\nB\t0\n\n\nrow\tplace\tword\tper_million\n0\t1\tthing\t1000000\n", "1,000,000" },
    { "trend", "A\t1\nB\t0\n\n\nrow\ttime\tmedian\tlow\thigh\tlowess\tchange\n0\t2001.5\t5\t5\t5\tNaN\tNaN\n",
      ">A</text>" },
    { "forest",
      "A\t5\nB\t5\n\n\nrow\tcolumn\tshift\tshift_low\tshift_high\tdelta\tdelta_low\tdelta_high\trank\n"
      "0\t1\t0\t0\t0\t0\tNaN\tNaN\t1\n",
      ">5/5</text>" },
    { "profile",
      "A\t5\nB\t5\n\n\nrow\tcolumn\tmeasure\tdirection\tmedian\tprinted\tdistance\n"
      "0\t0\tLIX\t↑ harder\t3\t3.0\tNaN\n1\t0\tLIX\t↑ harder\tNaN\t–\tNaN\n",
      ">LIX</text>" },
    { "correlation", "LIX\t5\n\n\nrow\tcolumn\trho\tarticles\n0\t0\tNaN\t2\n", ">LIX</text>" },
  };

  if (!has_gnuplot ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *header = g_strjoinv ("\t", (char **)bs_chart_find (cases[i].chart)->outlet_columns);
      g_autofree char *table = g_strconcat (header, "\n", cases[i].table, NULL);
      g_autofree char *svg = NULL;
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (f->data, table, -1, NULL));
      svg = draw_svg (f, cases[i].chart);
      text = draw_text (f, cases[i].chart);
      assert_contains (svg, cases[i].part);
    }
}

static void
assert_refused (const Fixture *f, const char *output, BsError code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bs_chart_draw (bs_chart_find ("measure"), &f->options, f->data, output, &error));
  g_assert_error (error, BS_ERROR, (int)code);
  assert_contains (error->message, part);
  if (!g_str_equal (output, "/dev/null"))
    g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

static void
test_refusals (Fixture *f, gconstpointer unused)
{
  static const char *const names[] = { "One" };

  if (!has_gnuplot ())
    return;
  assert_refused (f, f->output, BS_ERROR_IO, "table.tsv");
  g_assert_true (g_file_set_contents (f->data, "outlet\tarticles\n\n\nrow\n", -1, NULL));
  assert_refused (f, f->output, BS_ERROR_FORMAT, "no column \"low\"");
  g_assert_true (g_file_set_contents (f->data, "", -1, NULL));
  assert_refused (f, f->output, BS_ERROR_FORMAT, "no column \"outlet\"");
  g_assert_true (g_file_set_contents (f->data, "outlet\xff", -1, NULL));
  assert_refused (f, f->output, BS_ERROR_FORMAT, "UTF-8");

  write_chart (f, "measure", names, 1, NULL);
  assert_refused (f, "chart.jpeg", BS_ERROR_USAGE, ".png");
  assert_refused (f, "/nowhere/at/all.svg", BS_ERROR_IO, "/nowhere/at/all.svg");
  f->options.columns = 7;
  assert_refused (f, f->output, BS_ERROR_USAGE, "7 characters");
  f->options.columns = 0;
  f->options.program = "no-such-gnuplot";
  assert_refused (f, f->output, BS_ERROR_PROGRAM, "gnuplot-nox");
  f->options.program = NULL;
  f->options.scripts_dir = "/nowhere";
  assert_refused (f, f->output, BS_ERROR_IO, "/nowhere/measure.gp");
}

/* A program that says which version it is and then does as `body` says. */
static char *
write_program (const Fixture *f, const char *version, const char *body)
{
  char *path = g_build_filename (f->folder, "program", NULL);
  g_autofree char *script
      = g_strdup_printf ("#!/bin/sh\nif [ \"$1\" = --version ]; then %s; exit; fi\n%s\n", version, body);

  g_assert_true (g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0755, NULL));
  return path;
}

/* What stands at the places of picture and caption stays when the drawing fails. */
static void
test_bad_programs (Fixture *f, gconstpointer unused)
{
  static const char good[] = "echo gnuplot 5.4 patchlevel 4";
  static const struct
  {
    const char *version, *body, *part;
  } cases[] = {
    { good, "exec sleep 60", "more than 1 seconds" },
    { good, "printf 'a \\033[1mwarning\\n' >&2; echo x > chart.svg", "a \\x1b[1mwarning" },
    { good, "exit 3", "without a word" },
    { good, "printf '<svg' > chart.svg; kill -9 $$", "without a word" },
    { good, ": > chart.svg", "empty" },
    { good, "exit 0", "no picture" },
    { "echo gnuplot 4.6 patchlevel 6", "echo x > chart.svg", "gnuplot 5.4 or later is needed; this is 4.6" },
    { "echo gnuplot 5.2 patchlevel 8", "echo x > chart.svg", "gnuplot 5.4 or later is needed; this is 5.2" },
    { "echo hello", "echo x > chart.svg", "does not say which version" },
    { "exit 1", "echo x > chart.svg", "does not say which version" },
    { "exec sleep 60", "echo x > chart.svg", "more than 1 seconds" },
  };
  static const char *const names[] = { "One" };
  g_autofree char *caption = bs_chart_caption_path (f->output);

  write_chart (f, "measure", names, 1, NULL);
  g_assert_true (g_file_set_contents (f->output, "before", -1, NULL));
  g_assert_true (g_file_set_contents (caption, "also", -1, NULL));
  f->options.seconds = 1;
  f->options.caption = "after\n";
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *program = write_program (f, cases[i].version, cases[i].body);
      g_autofree char *content = NULL;
      g_autofree char *told = NULL;
      g_autoptr (GError) error = NULL;

      f->options.program = program;
      g_assert_false (bs_chart_draw (bs_chart_find ("measure"), &f->options, f->data, f->output, &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_PROGRAM);
      assert_contains (error->message, cases[i].part);
      content = read_file (f->output);
      told = read_file (caption);
      g_assert_cmpstr (content, ==, "before");
      g_assert_cmpstr (told, ==, "also");
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Versions from 5.4 on draw; where one of the two files cannot be written there is neither. */
static void
test_picture_and_caption (Fixture *f, gconstpointer unused)
{
  static const char *const versions[] = { "echo gnuplot 5.4", "echo gnuplot 5.10 patchlevel 1", "echo gnuplot 6.0" };
  static const char *const names[] = { "One" };
  g_autofree char *caption = bs_chart_caption_path (f->output);
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;
  guint files;

  write_chart (f, "measure", names, 1, NULL);
  f->options.caption = "What it shows.\n";
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *program = write_program (f, versions[i], "printf '<svg></svg>' > chart.svg");
      g_autofree char *content = NULL;
      g_autofree char *told = NULL;

      f->options.program = program;
      g_assert_true (bs_chart_draw (bs_chart_find ("measure"), &f->options, f->data, f->output, &error));
      g_assert_no_error (error);
      content = read_file (f->output);
      told = read_file (caption);
      g_assert_cmpstr (content, ==, "<svg></svg>");
      g_assert_cmpstr (told, ==, "What it shows.\n");
      g_assert_no_errno (g_unlink (f->output));
      g_assert_no_errno (g_unlink (caption));
    }
  g_assert_no_errno (g_mkdir (caption, 0700));
  f->options.program = last = write_program (f, versions[0], "printf '<svg></svg>' > chart.svg");
  files = count_files (f->folder);
  g_assert_false (bs_chart_draw (bs_chart_find ("measure"), &f->options, f->data, f->output, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_IO);
  g_assert_cmpuint (count_files (f->folder), ==, files);
  g_assert_no_errno (g_rmdir (caption));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

static void
add_for_each_chart (const char *path, void (*test) (Fixture *, gconstpointer))
{
  guint n;
  const BsChart *charts = bs_charts (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *full = g_strdup_printf ("%s/%s", path, charts[i].name);

      add (full, test, charts[i].name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/chart/scripts-need-what-the-catalogue-says", test_scripts_need_what_the_catalogue_says, NULL);
  g_test_add_func ("/chart/cells", test_cells);
  g_test_add_func ("/chart/table-layout", test_table_layout);
  g_test_add_func ("/chart/many-articles-become-bins", test_many_articles_become_bins);
  g_test_add_func ("/chart/characters-without-font", test_characters_without_font);
  add_for_each_chart ("/chart/text-is-as-before", test_text_is_as_before);
  add_for_each_chart ("/chart/every-form", test_every_form);
  add_for_each_chart ("/chart/names-are-text", test_names_are_text);
  add_for_each_chart ("/chart/nothing-is-executed", test_nothing_is_executed);
  add_for_each_chart ("/chart/from-one-to-too-many-outlets", test_from_one_to_too_many_outlets);
  add_for_each_chart ("/chart/sizes", test_sizes);
  add_for_each_chart ("/chart/no-data", test_no_data);
  add ("/chart/poor-data", test_poor_data, NULL);
  add ("/chart/odd-folders", test_odd_folders, NULL);
  add ("/chart/refusals", test_refusals, NULL);
  add ("/chart/bad-programs", test_bad_programs, NULL);
  add ("/chart/picture-and-caption", test_picture_and_caption, NULL);
  return g_test_run ();
}
