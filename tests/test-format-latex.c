/* Tables for papers: what LaTeX would take for a command is text, and what is too wide or too long goes on. */
#include "report/format.h"

#include <string.h>

#include "format-fixture.h"

#define PREAMBLE                                                                                                       \
  "% Packages: array, booktabs, and longtable for tables of over 40 rows. pdflatex, with \\usepackage[T1]{fontenc},\n" \
  "% has the letters of Latin scripts; for other scripts take xelatex or lualatex and a font that has them.\n"

static void
test_hostile (void)
{
  assert_written (hostile_table (), BS_OUTPUT_LATEX, NULL,
                  PREAMBLE "\\begin{table}[htbp]\n"
                           "\\centering\n"
                           "\\caption{Ease \\textless{}b\\textgreater{}\\textbar{}{*}\\textbackslash{}x1b{[}31m}"
                           "\\label{tab:ease-b-31m}\n"
                           "{\\normalsize\n"
                           "\\begin{tabular}{lrrr}\n"
                           "\\toprule\n"
                           "Title & Words & Flesch & share \\\\\n"
                           "\\midrule\n"
                           "plain & $-$13,000 & -- & 0 \\\\\n"
                           "say \\textquotedbl{}hi\\textquotedbl{}, there & $-$10,000 & $-$12.8 & 0.1 \\\\\n"
                           "line\\textbackslash{}nbreak\\textbackslash{}ttab\\textbackslash{}r\\textbackslash{} & "
                           "$-$7000 & $-$5.5 & 0.2 \\\\\n"
                           "a\\textbar{}b \\textasciigrave{}c\\textasciigrave{} \\textless{}b\\textgreater{}x"
                           "\\textless{}/b\\textgreater{} \\&amp; {*}y{*} & $-$4000 & 1.8 & 0.3 \\\\\n"
                           "\\textbackslash{}x1b{[}31mred & $-$1000 & -- & 0.4 \\\\\n"
                           "\\textbackslash{}u202eevil & 2000 & 16.2 & 0.5 \\\\\n"
                           "👍 日本語 & 5000 & 23.5 & 0.6 \\\\\n"
                           "café & 8000 & 30.8 & 0.7 \\\\\n"
                           "الخبر & 11,000 & -- & 0.8 \\\\\n"
                           " & 14,000 & 45.2 & 0.9 \\\\\n"
                           "-- & 17,000 & 52.5 & 1 \\\\\n"
                           "\\bottomrule\n"
                           "\\end{tabular}\\par}\n"
                           "\n\\smallskip\n"
                           "{\\footnotesize\\raggedright Higher is easier; duplicates are left out.\\par}\n"
                           "\n\\smallskip\n"
                           "{\\footnotesize\\raggedright 1. A second line.\\par}\n"
                           "\\end{table}\n");
}

static void
assert_line (const char *text, const char *expected)
{
  g_autofree char *line = bs_latex_line (text);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_text (void)
{
  assert_line ("\\ { } $ & # ^ _ % ~", "\\textbackslash{} \\{ \\} \\$ \\& \\# \\textasciicircum{} \\_ \\% "
                                       "\\textasciitilde{}");
  assert_line ("--help ---", "-{}-help -{}-{}-");
  assert_line ("a,,b ''c ?`d <<", "a,{},b '{}'c ?\\textasciigrave{}d \\textless{}\\textless{}");
  assert_line ("[opt] *", "{[}opt{]} {*}");
  /* a Greek letter by itself is a sign, in a word it is a letter */
  assert_line ("τ-b, δ, Σx² ≤ 3", "\\ensuremath{\\tau}-b, \\ensuremath{\\delta}, \\ensuremath{\\Sigma}x"
                                  "\\textsuperscript{2} \\ensuremath{\\le} 3");
  assert_line ("Καθημερινή", "Καθημερινή");
  assert_line ("x₁₀", "x\\textsubscript{1}\\textsubscript{0}");
  /* only a word that no line holds is broken */
  assert_line ("01234567890123456789012345678901", "01234567890123456789012345678901");
  assert_line ("012345678901234567890123456789012",
               "0123\\allowbreak{}4567\\allowbreak{}8901\\allowbreak{}2345\\allowbreak{}6789\\allowbreak{}0123"
               "\\allowbreak{}4567\\allowbreak{}8901\\allowbreak{}2");
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* Many columns: panels, all in one float, each with the first column; a measure and its spread are not parted. */
static void
test_wide (void)
{
  BsTable *table = bs_table_new ();
  g_autofree char *written = NULL;

  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("a_measure_of_length_%u", i);
      g_autofree char *spread = g_strdup_printf ("%s_iqr", name);

      bs_table_add_column (table, name, NULL, BS_COLUMN_REAL, 1);
      bs_table_add_column (table, spread, "IQR", BS_COLUMN_REAL, 1);
    }
  bs_table_begin_row (table);
  written = bs_table_to_string (table, BS_OUTPUT_LATEX, NULL, NULL);
  bs_table_free (table);
  g_assert_cmpuint (count (written, "\\begin{table}"), ==, 1);
  g_assert_cmpuint (count (written, "\\begin{tabular}{lrrrr}"), ==, 4);
  g_assert_cmpuint (count (written, "Outlet & a\\_measure"), ==, 4);
  g_assert_cmpuint (count (written, "{\\normalsize\n"), ==, 4);
}

static char *
written_rows (guint rows)
{
  Source source = { .rows = rows };
  g_autoptr (BsTable) table = drawn_table (&source);

  bs_table_set_title (table, "Rows");
  bs_table_set_note (table, "A note.");
  return bs_table_to_string (table, BS_OUTPUT_LATEX, NULL, NULL);
}

static void
test_long (void)
{
  g_autofree char *at_most = written_rows (40), *more = written_rows (41), *most = written_rows (5001);

  g_assert_cmpuint (count (at_most, "longtable}"), ==, 0);
  g_assert_cmpuint (count (at_most, "\na & "), ==, 40);
  g_assert_cmpuint (count (more, "\\begin{longtable}{lr}"), ==, 1);
  g_assert_cmpuint (count (more, "\\caption{Rows}\\label{tab:rows} \\\\\n"), ==, 1);
  g_assert_cmpuint (count (more, "\\begin{table}"), ==, 0);
  g_assert_cmpuint (count (more, "\na & "), ==, 41);
  g_assert_true (g_str_has_suffix (more, "\\raggedright A note.\\par}\n"));
  g_assert_cmpuint (count (most, "\\begin{longtable}"), ==, 2);
  g_assert_cmpuint (count (most, "\\caption"), ==, 1);
  g_assert_cmpuint (count (most, "\\label"), ==, 1);
  g_assert_cmpuint (count (most, "\nabcdefghij & 5000 \\\\"), ==, 1);
}

/* Text that no line holds is a paragraph that takes what the other columns leave. */
static void
test_long_text (void)
{
  BsTable *table = bs_table_new ();
  g_autofree char *written = NULL;

  bs_table_add_column (table, "id", "Id", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "title", "Title", BS_COLUMN_TEXT, 0);
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, "a.txt");
  bs_table_set_text (table, 1, "A headline that is longer than a column may be");
  written = bs_table_to_string (table, BS_OUTPUT_LATEX, NULL, NULL);
  bs_table_free (table);
  g_assert_cmpuint (count (written, "\\begin{tabular}{l>{\\raggedright\\arraybackslash}p{0.87\\linewidth}}"), ==, 1);
}

static void
test_nothing (void)
{
  BsTable *table = bs_table_new ();

  assert_written (bs_table_new (), BS_OUTPUT_LATEX, NULL, "");
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  assert_written (table, BS_OUTPUT_LATEX, NULL,
                  PREAMBLE "\\begin{table}[htbp]\n\\centering\n{\\normalsize\n\\begin{tabular}{l}\n\\toprule\n"
                           "Outlet \\\\\n\\midrule\n\\multicolumn{1}{l}{(no rows)} \\\\\n\\bottomrule\n"
                           "\\end{tabular}\\par}\n\\end{table}\n");
}

static void
test_prose (void)
{
  static const BsTerminal narrow = { .width = 20, .unicode = FALSE };
  const char *const prose = "2. Of 5 % & more: “wide”, in a line";
  g_autofree char *text = bs_prose_text (prose, BS_OUTPUT_TABLE, &narrow);
  g_autofree char *markdown = bs_prose_text (prose, BS_OUTPUT_MARKDOWN, &narrow);
  g_autofree char *latex = bs_prose_text (prose, BS_OUTPUT_LATEX, &narrow);
  g_autofree char *ruled = bs_heading_text ("1. What_", BS_OUTPUT_TABLE, &narrow);
  g_autofree char *hashed = bs_heading_text ("1. What_", BS_OUTPUT_MARKDOWN, &narrow);
  g_autofree char *section = bs_heading_text ("1. What_", BS_OUTPUT_LATEX, &narrow);

  g_assert_cmpstr (text, ==, "2. Of 5 % & more:\n\"wide\", in a line\n");
  g_assert_cmpstr (markdown, ==, "2\\. Of 5 % &amp; more: “wide”, in a line\n");
  g_assert_cmpstr (latex, ==, "2. Of 5 \\% \\& more: “wide”, in a line\n");
  g_assert_cmpstr (ruled, ==, "1. What_\n========\n");
  g_assert_cmpstr (hashed, ==, "## 1. What\\_\n");
  g_assert_cmpstr (section, ==, "\\subsection*{1. What\\_}\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-latex/hostile", test_hostile);
  g_test_add_func ("/format-latex/text", test_text);
  g_test_add_func ("/format-latex/wide", test_wide);
  g_test_add_func ("/format-latex/long", test_long);
  g_test_add_func ("/format-latex/long-text", test_long_text);
  g_test_add_func ("/format-latex/nothing", test_nothing);
  g_test_add_func ("/format-latex/prose", test_prose);
  return g_test_run ();
}
