/* Pages made to break a parser: each ends at once, refused with the ceiling's name or read. */
#include "clean/clean.h"
#include "clean/html-slim.h"

#define SENTENCE "<p>The council voted on Tuesday to close the old bridge over the Wend for two years of repairs."

static char *
repeated (const char *piece, guint times)
{
  GString *page = g_string_new ("<html><body>");

  for (guint i = 0; i < times; i++)
    g_string_append (page, piece);
  g_string_append (page, SENTENCE);
  return g_string_free (page, FALSE);
}

static BsProblemKind
trouble_of (const char *page, char **message)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  BsCleanOptions options = { .markup = BS_MARKUP_HTML };

  bs_clean (cleaned, bs_span_of (page), &options);
  if (cleaned->trouble != BS_N_PROBLEMS)
    {
      g_assert_nonnull (cleaned->trouble_message);
      g_assert_cmpuint (cleaned->text->len, ==, 0);
      g_assert_cmpuint (cleaned->blocks->len, ==, 0);
    }
  if (message != NULL)
    *message = g_strdup (cleaned->trouble_message);
  return cleaned->trouble;
}

static void
assert_trouble (const char *piece, guint times, BsProblemKind expected)
{
  g_autofree char *page = repeated (piece, times);
  gint64 start = g_get_monotonic_time ();
  BsProblemKind got = trouble_of (page, NULL);

  if (got != expected)
    g_error ("%s: trouble %d, not %d", piece, got, expected);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC); /* with room for sanitizers */
}

static void
test_levels (void)
{
  static const char *const PIECES[]
      = { "<div>", "<span>", "<b>", "<a href=x>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<foo-bar>",
          "<form>", "<button>", "<dl><dd>", "<b><div></b>", "<svg><g>", "<p><table>" };
  g_autofree char *page = repeated ("<div>", 100000), *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (PIECES); i++)
    assert_trouble (PIECES[i], 100000, BS_PROBLEM_TOO_DEEP);
  trouble_of (page, &message);
  g_assert_nonnull (strstr (message, "1500"));
}

static void
test_what_pages_leave_open (void)
{
  static const char *const PIECES[]
      = { "<font size=2>", "<p><i><font face=x>", "<li>", "<tr><td>", "<p>", "<dd>", "<nobr>", "<h2>", "</p>",
          "</div>", "<title>", "<template>", "<!-- ", "<select>", "<option>", "<plaintext>", "<script>" };

  for (guint i = 0; i < G_N_ELEMENTS (PIECES); i++)
    assert_trouble (PIECES[i], 20000, BS_N_PROBLEMS);
  assert_trouble ("<div>", 700, BS_N_PROBLEMS);
  assert_trouble ("<b>", 700, BS_N_PROBLEMS);
}

static void
test_counts (void)
{
  g_autoptr (GString) page = g_string_new ("<div ");

  assert_trouble ("<br>x", bs_ceiling (NULL, BS_CEILING_TAGS) + 1, BS_PROBLEM_TOO_LARGE);
  assert_trouble ("<table>x<span>y</span>", 100000, BS_PROBLEM_TOO_LARGE);
  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (page, "a%u=1 ", i);
  g_string_append (page, ">" SENTENCE);
  g_assert_cmpint (trouble_of (page->str, NULL), ==, BS_N_PROBLEMS);
  g_string_set_size (page, bs_ceiling (NULL, BS_CEILING_PAGE) + 1);
  g_assert_cmpint (trouble_of (page->str, NULL), ==, BS_N_PROBLEMS); /* up to its NUL */
  memset (page->str, 'x', page->len);
  g_assert_cmpint (trouble_of (page->str, NULL), ==, BS_PROBLEM_TOO_LARGE);
}

static void
test_data (void)
{
  g_autofree char *open = g_strnfill (100000, '[');
  g_autofree char *page = g_strdup_printf ("<script type=application/ld+json>%s</script>" SENTENCE, open);

  g_assert_cmpint (trouble_of (page, NULL), ==, BS_N_PROBLEMS);
}

/* Tags at random, misnested: nothing crashes, and the same bytes give the same text. */
static void
test_random (void)
{
  static const char *const TAGS[]
      = { "div", "p", "b", "a href=x", "table", "tr", "td", "ul", "li", "span", "select", "svg", "template", "h1",
          "form", "button", "title", "script", "style", "pre", "br", "dd", "caption", "col", "tbody", "nav", "x-a" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) page = g_string_new (NULL);
      g_autoptr (BsCleaned) one = bs_cleaned_new (), two = bs_cleaned_new ();
      BsCleanOptions options = { .markup = BS_MARKUP_HTML };

      for (guint i = 0; i < 300; i++)
        g_string_append_printf (page, "<%s%s>%s", g_rand_int_range (random, 0, 9) < 4 ? "/" : "",
                                TAGS[g_rand_int_range (random, 0, G_N_ELEMENTS (TAGS))],
                                g_rand_int_range (random, 0, 3) == 0 ? "A word or two. " : "");
      bs_clean (one, bs_span (page->str, page->len), &options);
      bs_clean (two, bs_span_of (SENTENCE), &options);
      bs_clean (two, bs_span (page->str, page->len), &options);
      g_assert_cmpstr (one->text->str, ==, two->text->str);
      g_assert_cmpstr (one->aside_text->str, ==, two->aside_text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-guard/levels", test_levels);
  g_test_add_func ("/html-guard/what-pages-leave-open", test_what_pages_leave_open);
  g_test_add_func ("/html-guard/counts", test_counts);
  g_test_add_func ("/html-guard/data", test_data);
  g_test_add_func ("/html-guard/random", test_random);
  return g_test_run ();
}
