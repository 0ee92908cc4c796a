/* Which line ends are inside a paragraph, and which part headlines from what stands below them. */
#include "clean/clean.h"

typedef struct
{
  const char *lines[3];
  gboolean    joined; /* the first two */
} Lines;

static void
assert_joined (const Lines *lines, guint n)
{
  BsCleanOptions options = { .without = BS_STEPS_ALL };

  for (guint i = 0; i < n; i++)
    {
      const char *third = lines[i].lines[2];
      g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
      g_autofree char *page
          = g_strjoin ("\n", lines[i].lines[0], lines[i].lines[1], third != NULL ? third : "", NULL);
      g_autofree char *expected = g_strdup_printf ("%s %s", lines[i].lines[0], lines[i].lines[1]);

      bs_clean (cleaned, bs_span_of (page), &options);
      if ((strstr (cleaned->text->str, expected) != NULL) != lines[i].joined)
        g_error ("%s: %s", lines[i].joined ? "parted" : "joined", page);
    }
}

/* A headline may end in a preposition where another one follows; a sentence goes on in a link's name. */
static void
test_headlines_that_hang (void)
{
  static const Lines LINES[] = {
    { { "Passengers tell of the night on the ferry that the captain walked away from",
        "Ferry thief says he was late for work" },
      FALSE },
    { { "The miller lists the nine conditions that he and the county have lived with",
        "RELATED: The best boots for wet rock", "The baker has none, and pays as much." },
      FALSE },
    { { "The clerk believes that the push for open accounts and for an open council from",
        "Nature and the submission guidelines for", "Science" },
      TRUE },
    { { "The council voted on Tuesday to lead the traffic of the old bridge for two years over", "Mill Road" }, TRUE },
    { { "Those who want to speak before the council votes on the bridge can write to the clerk at",
        "Harbourton town hall, on the square", "and will be heard." },
      TRUE },
    { { "The council of the town of Harbourton has for nine years had its own money in the",
        "Bank of the Upper Wend and the County" },
      TRUE },
  };

  assert_joined (LINES, G_N_ELEMENTS (LINES));
}

static void
test_bylines_below_headlines (void)
{
  static const Lines LINES[] = {
    { { "Harbourton votes to keep the old bridge for another year", "by Ida Tarbell", "The council voted on Tuesday." },
      FALSE },
    { { "Zwei weitere Jahre für die alte Brücke von Harbourton", "von Carl von Ossietzky" }, FALSE },
    { { "The bridge was opened to carts on the last day of the year", "by Queen Adelaide, who was 79." }, TRUE },
    { { "The bridge was opened to carts on the last day of the year", "by Queen Adelaide",
        "and closed again on the first of the next." },
      TRUE },
    { { "The bridge was opened to carts on the last day of the year", "by a queen" }, TRUE },
    { { "The bridge, which was opened on the last day of the year,", "by Queen Adelaide" }, TRUE },
  };

  assert_joined (LINES, G_N_ELEMENTS (LINES));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap/headlines-that-hang", test_headlines_that_hang);
  g_test_add_func ("/wrap/bylines-below-headlines", test_bylines_below_headlines);
  return g_test_run ();
}
