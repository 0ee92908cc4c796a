/* The page: what others wrote comes out as text, and what belongs together refers to each other. */
#include "report/html/chart.h"
#include "report/html/frame.h"
#include "report/html/html.h"
#include "report/html/svg.h"
#include "report/html/table.h"

#include <string.h>

#define HOSTILE "<script>window.ran=1</script> \"' &amp; </style><style>*{}</style> `$(touch x)` \xe2\x80\xaeover"
#define HOSTILE_AS_TEXT                                                                                                \
  "&lt;script&gt;window.ran=1&lt;/script&gt; &quot;&#39; &amp;amp; &lt;/style&gt;&lt;style&gt;*{}&lt;/style&gt; "     \
  "`$(touch x)` \\u202eover"

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (; (text = strstr (text, what)); text += strlen (what))
    n++;
  return n;
}

static void
assert_has (const char *text, const char *what)
{
  if (!strstr (text, what))
    g_test_message ("“%s” is not in:\n%s", what, text);
  g_assert_nonnull (strstr (text, what));
}

/* ---- Frame -------------------------------------------------------------------------------------------------------- */

static char *
small_page (const char *heading)
{
  g_autoptr (BsHtmlFrame) frame = bs_html_frame_new ("Five papers", "How five papers write.");

  bs_html_frame_section (frame, 2, "corpus", heading);
  bs_html_paragraph (bs_html_frame_body (frame), NULL, "All of it.");
  bs_html_frame_section (frame, 3, "corpus-aside", "Set aside");
  bs_html_frame_section (frame, 3, "corpus-copies", "Copies");
  bs_html_frame_section (frame, 2, "methods", "Methods");
  return bs_html_frame_finish (frame);
}

static void
test_sections_nest (void)
{
  g_autofree char *page = small_page ("The corpus");

  g_assert_true (g_str_has_prefix (page, "<!doctype html>\n<html lang=\"en\">"));
  g_assert_cmpuint (count (page, "<section "), ==, 4);
  g_assert_cmpuint (count (page, "</section>"), ==, 4);
  g_assert_cmpuint (count (page, "<h1>"), ==, 1);
  assert_has (page, "</section>\n</section>\n<section id=\"methods\" aria-labelledby=\"methods-heading\">");
  assert_has (page, "<li><a href=\"#corpus\"><bdi>The corpus</bdi></a>\n<ol>\n<li><a href=\"#corpus-aside\">");
  assert_has (page, "<bdi>Copies</bdi></a></li>\n</ol>\n</li>\n<li><a href=\"#methods\">");
}

static void
test_page_is_the_same_again (void)
{
  g_autofree char *once = small_page ("The corpus");
  g_autofree char *again = small_page ("The corpus");

  g_assert_cmpstr (once, ==, again);
}

static void
test_heading_is_text (void)
{
  g_autofree char *page = small_page (HOSTILE);

  g_assert_cmpuint (count (page, "<script>"), ==, 1);
  g_assert_cmpuint (count (page, "<style>"), ==, 1);
  g_assert_cmpuint (count (page, HOSTILE_AS_TEXT), ==, 3); /* the list, the heading, the link to it */
}

/* What stands between the first two of these marks. */
static char *
between (const char *text, const char *before, const char *after)
{
  const char *begin = strstr (text, before);
  const char *end;

  g_assert_nonnull (begin);
  begin += strlen (before);
  end = strstr (begin, after);
  g_assert_nonnull (end);
  return g_strndup (begin, (gsize)(end - begin));
}

/* Styles of charts go into the head, and the policy names what it lets in by what sha256sum and base64 make of it. */
static void
test_policy_names_style_and_script (void)
{
  static const char *const kinds[] = { "style", "script" };
  g_autoptr (BsHtmlFrame) frame = bs_html_frame_new ("Five papers", "How five papers write.");
  g_autofree char *page = NULL;
  g_autofree char *policy = NULL;

  bs_html_frame_section (frame, 2, "one", "One");
  g_string_append (bs_html_frame_body (frame), "<p>a</p><style>.k1{fill:red}</style><p>b</p><style>.k2{fill:red}</style>");
  page = bs_html_frame_finish (frame);
  policy = between (page, "Content-Security-Policy\" content=\"", "\"");
  assert_has (policy, "default-src 'none'");
  g_assert_null (strstr (policy, "unsafe"));
  assert_has (page, "<p>a</p><p>b</p>");
  assert_has (page, ".k1{fill:red}.k2{fill:red}</style>\n</head>");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *opening = g_strdup_printf ("<%s>", kinds[i]);
      g_autofree char *closing = g_strdup_printf ("</%s>", kinds[i]);
      g_autofree char *inside = between (page, opening, closing);
      g_autofree char *start = g_strdup_printf ("%s-src 'sha256-", kinds[i]);
      g_autofree char *told = between (policy, start, "'");
      g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, inside, -1);
      gsize length;
      g_autofree guchar *bytes = g_base64_decode (told, &length);

      g_assert_cmpuint (length, ==, 32);
      for (guint byte = 0; byte < 32; byte++)
        {
          g_autofree char *pair = g_strdup_printf ("%02x", bytes[byte]);

          g_assert_true (strncmp (pair, hex + 2 * byte, 2) == 0);
        }
    }
}

/* ---- Tables ------------------------------------------------------------------------------------------------------- */

static char *
table_html (const char *name, guint n_rows)
{
  g_autoptr (BsTable) table = bs_table_new ();
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  bs_table_set_title (table, name);
  bs_table_set_note (table, "A note.\nAnother.");
  bs_table_add_column (table, "articles", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "outlet", name, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "grade", "Grade", BS_COLUMN_REAL, 1);
  for (guint i = 0; i < n_rows; i++)
    {
      bs_table_begin_row (table);
      bs_table_set_integer (table, 0, 12345 + (gint64)i);
      bs_table_set_text (table, 1, name);
      if (i > 0)
        bs_table_set_real (table, 2, 8.04);
    }
  g_assert_true (bs_html_table (out, table, "grades", &error));
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

static void
test_table_cells (void)
{
  g_autofree char *html = table_html ("Herald", 2);

  assert_has (html, "<caption><span id=\"grades-caption\">Herald</span></caption>");
  assert_has (html, "<th scope=\"col\" class=\"n\"><bdi>articles</bdi></th><th scope=\"col\"><bdi>Herald</bdi></th>");
  assert_has (html, "<td class=\"n\" data-v=\"12345\">12,345</td><th scope=\"row\" class=\"line\"><bdi>Herald</bdi></th>"
                    "<td class=\"n none\"><span aria-hidden=\"true\">–</span><span class=\"unseen\">no value</span></td>");
  assert_has (html, "<td class=\"n\" data-v=\"8.04\">8.0</td>");
  assert_has (html, "<p class=\"note\">A note.</p>\n<p class=\"note\">Another.</p>");
  assert_has (html, "<div class=\"box few\" role=\"group\" tabindex=\"0\" aria-labelledby=\"grades-caption\">");
}

static void
test_long_table_has_a_box (void)
{
  g_autofree char *html = table_html ("Herald", 31);

  assert_has (html, "<div class=\"box high\"");
  g_assert_cmpuint (count (html, "<tr>"), ==, 32);
}

static void
test_empty_table_says_so (void)
{
  g_autofree char *html = table_html ("Herald", 0);

  assert_has (html, "<tbody>\n</tbody>");
  assert_has (html, "<p class=\"note\">No rows.</p>");
}

static void
test_table_is_text (void)
{
  g_autofree char *html = table_html (HOSTILE, 2);

  g_assert_cmpuint (count (html, HOSTILE_AS_TEXT), ==, 4); /* caption, column, two rows */
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "<style"));
}

/* ---- Pictures ----------------------------------------------------------------------------------------------------- */

#define SVG(inside)                                                                                                    \
  "<?xml version=\"1.0\"?><svg width=\"9\" height=\"9\" viewBox=\"0 0 9 9\" xmlns=\"http://www.w3.org/2000/svg\" "      \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><title>Gnuplot</title>" inside "</svg>"

static char *
pair (const char *light_document, const char *dark_document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsSvg) light = bs_svg_read (light_document, &error);
  g_autoptr (BsSvg) dark = bs_svg_read (dark_document, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  bs_svg_append_pair (out, light, dark, "grade", "Title <b>", "About & more");
  return g_string_free (out, FALSE);
}

static void
test_colors_become_classes (void)
{
  g_autofree char *html
      = pair (SVG ("<rect x='1' fill='rgb( 10, 20,255)'/><rect x='2' stroke='RED' fill='rgb(10,20,255)'/><g></g>"),
              SVG ("<rect x='1' fill='#fff000'/><rect x='2' stroke='red' fill='#fff000'/><g></g>"));

  g_assert_cmpstr (html, ==,
                   "<style>\n#grade-picture .k1{fill:#0a14ff}\n#grade-picture .k2{stroke:red}\n"
                   "@media screen and (prefers-color-scheme: dark) {\n#grade-picture .k1{fill:#fff000}\n"
                   "#grade-picture .k2{stroke:red}\n}\n</style>\n"
                   "<svg id=\"grade-picture\" role=\"img\" aria-labelledby=\"grade-title grade-about\" "
                   "viewBox=\"0 0 9 9\" width=\"9\" height=\"9\">\n<title id=\"grade-title\">Title &lt;b&gt;</title>\n"
                   "<desc id=\"grade-about\">About &amp; more</desc>\n"
                   "<rect x=\"1\" class=\"k1\"/><rect x=\"2\" class=\"k2 k1\"/></svg>\n");
}

static void
test_ids_are_the_pictures_own (void)
{
  g_autofree char *html
      = pair (SVG ("<defs><circle id='a' r='1'/><use id='b' xlink:href='#a'/><use id='c' xlink:href='#b'/></defs>"
                   "<g style='filter:url(#f)' id='x'><use xlink:href='#a'/></g><path d='M1,1 '/>"),
              SVG ("<defs><circle id='a' r='1'/><use id='b' xlink:href='#a'/><use id='c' xlink:href='#b'/></defs>"
                   "<g style='filter:url(#f)' id='x'><use xlink:href='#a'/></g><path d='M1,1 '/>"));

  assert_has (html, "<defs><circle id=\"grade-a\" r=\"1\"/></defs><g filter=\"url(#grade-f)\"><use href=\"#grade-a\"/>"
                    "</g></svg>");
}

static void
test_unlike_pictures_keep_the_light_one (void)
{
  g_autofree char *html = pair (SVG ("<rect fill='#000'/>"), SVG ("<circle fill='#fff'/>"));

  g_assert_null (strstr (html, "<style>"));
  assert_has (html, "<svg id=\"grade-picture\" class=\"panel\" ");
  assert_has (html, "<rect fill=\"#000\"/>");
}

#define MARK(x, more) "<use xlink:href='#p' transform='translate(" x ",2.50) scale(3)' opacity='0.5' " more "/>"
#define MARKS(color)                                                                                                   \
  "<defs><circle id='p' r='1'/></defs>" MARK ("1", color) MARK ("2", color) MARK ("3", color) MARK ("4", color)        \
      MARK ("5", color) MARK ("6", color) MARK ("7", color) MARK ("8", color) MARK ("9", "color='blue'")

static void
test_many_marks_are_one_line (void)
{
  g_autofree char *html = pair (SVG (MARKS ("color='red'")), SVG (MARKS ("color='pink'")));

  assert_has (html, "</defs><marker id=\"grade-m1\" markerUnits=\"userSpaceOnUse\" overflow=\"visible\">"
                    "<use href=\"#grade-p\" transform=\"scale(3)\" opacity=\"0.5\" class=\"k1\"/></marker>"
                    "<path fill=\"none\" stroke=\"none\" marker-start=\"url(#grade-m1)\" marker-mid=\"url(#grade-m1)\" "
                    "marker-end=\"url(#grade-m1)\" d=\"M1,2.50 2,2.50 3,2.50 4,2.50 5,2.50 6,2.50 7,2.50 8,2.50\"/>"
                    "<use href=\"#grade-p\" transform=\"translate(9,2.50) scale(3)\" opacity=\"0.5\" color=\"blue\"/>");
}

static void
test_text_stays_text (void)
{
  g_autofree char *html = pair (SVG ("<text>&lt;script&gt; &amp;\xe2\x81\xa0#x41; \"</text>"),
                                SVG ("<text>&lt;script&gt; &amp;\xe2\x81\xa0#x41; \"</text>"));

  assert_has (html, "<text>&lt;script&gt; &amp;#x41; &quot;</text>");
}

static void
test_strange_pictures_are_refused (void)
{
  static const char *const strange[] = {
    SVG ("<script>1</script>"),
    SVG ("<g><foreignObject/></g>"),
    SVG ("<a xlink:href='#x'/>"),
    SVG ("<image href='data:image/png;base64,AA'/>"),
    SVG ("<style>@import 'x'</style>"),
    SVG ("<rect onclick='1'/>"),
    SVG ("<rect style='fill:red'/>"),
    SVG ("<rect style='filter:url(other.svg#f)'/>"),
    SVG ("<use xlink:href='other.svg#f'/>"),
    SVG ("<use href='javascript:1'/>"),
    SVG ("<rect fill='url(//example.org/f)'/>"),
    SVG ("<rect fill='red;x:y'/>"),
    SVG ("<svg/>"),
    SVG ("<rect"),
    SVG ("<text>&unknown;</text>"),
    "<html/>",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BsSvg) svg = bs_svg_read (strange[i], &error);

      if (svg)
        g_test_message ("taken: %s", strange[i]);
      g_assert_null (svg);
      g_assert_error (error, BS_ERROR, BS_ERROR_PROGRAM);
    }
}

/* A chart's table with these names. */
static BsChartTable *
bars (const char *name)
{
  BsChartTable *table = bs_chart_table_new ();

  bs_chart_table_comment (table, "title", name);
  bs_chart_table_comment (table, "subtitle", "9 articles of 1 outlet");
  bs_chart_table_comment (table, "interval", "95 % of the median, by resampling");
  bs_chart_table_block (table, (const char *const[]){ "outlet", "words", NULL });
  bs_chart_table_text (table, name);
  bs_chart_table_number (table, 500);
  bs_chart_table_block (table, (const char *const[]){ "row", "place", "word", "per_million", NULL });
  bs_chart_table_number (table, 0);
  bs_chart_table_number (table, 0);
  bs_chart_table_text (table, name);
  bs_chart_table_number (table, 12.5);
  return table;
}

/* gnuplot itself, on names that would be markup: an SVG that is not well-formed or has such an element is refused. */
static void
test_chart_of_hostile_names (void)
{
  const char *scripts = g_test_get_dir (G_TEST_DIST);
  g_autofree char *folder = g_build_filename (scripts, "..", "scripts", "charts", NULL);
  BsChartOptions options = { .scripts_dir = folder };
  g_autoptr (BsChartTable) table = bars ("<script>ran()</script> &#x41; \"'</text>");
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *gnuplot = g_find_program_in_path ("gnuplot");
  g_autoptr (GError) error = NULL;

  if (!gnuplot)
    {
      g_test_skip ("gnuplot is not here");
      return;
    }
  g_assert_true (bs_html_chart (out, bs_chart_find ("content-words"), table, &options, "words", "broadsheet plot <x>",
                                &error));
  g_assert_no_error (error);
  g_assert_null (strstr (out->str, "<script"));
  assert_has (out->str, "<title id=\"words-title\">&lt;script&gt;ran()&lt;/script&gt; &amp;#x41; &quot;&#39;&lt;/text&gt;<");
  assert_has (out->str, "<text>&lt;script&gt;ran()&lt;/script&gt; &amp;#x41; ");
  assert_has (out->str, "Intervals: 95 % of the median, by resampling.");
  assert_has (out->str, "<pre><code>broadsheet plot &lt;x&gt;</code></pre>");
  assert_has (out->str, "@media screen and (prefers-color-scheme: dark)");
  g_assert_null (strstr (out->str, "class=\"panel\""));
}

static void
test_chart_without_gnuplot (void)
{
  BsChartOptions options = { .program = "no-such-gnuplot" };
  g_autoptr (BsChartTable) table = bars ("Herald");
  g_autoptr (GString) out = g_string_new ("before");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "scripts", "charts", NULL);

  options.scripts_dir = folder;
  g_assert_false (bs_html_chart (out, bs_chart_find ("content-words"), table, &options, "words", NULL, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_PROGRAM);
  g_assert_cmpstr (out->str, ==, "before");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-page/frame/sections", test_sections_nest);
  g_test_add_func ("/html-page/frame/same", test_page_is_the_same_again);
  g_test_add_func ("/html-page/frame/hostile", test_heading_is_text);
  g_test_add_func ("/html-page/frame/policy", test_policy_names_style_and_script);
  g_test_add_func ("/html-page/table/cells", test_table_cells);
  g_test_add_func ("/html-page/table/long", test_long_table_has_a_box);
  g_test_add_func ("/html-page/table/empty", test_empty_table_says_so);
  g_test_add_func ("/html-page/table/hostile", test_table_is_text);
  g_test_add_func ("/html-page/svg/colors", test_colors_become_classes);
  g_test_add_func ("/html-page/svg/ids", test_ids_are_the_pictures_own);
  g_test_add_func ("/html-page/svg/unlike", test_unlike_pictures_keep_the_light_one);
  g_test_add_func ("/html-page/svg/marks", test_many_marks_are_one_line);
  g_test_add_func ("/html-page/svg/text", test_text_stays_text);
  g_test_add_func ("/html-page/svg/strange", test_strange_pictures_are_refused);
  g_test_add_func ("/html-page/chart/hostile", test_chart_of_hostile_names);
  g_test_add_func ("/html-page/chart/no-gnuplot", test_chart_without_gnuplot);
  return g_test_run ();
}
