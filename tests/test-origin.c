/* Notes on where a text appeared first: which they are, whom they name, where they stand in a paragraph. */
#include "clean/origin.h"
#include "clean/phrase.h"

static char *
name_in (const char *note)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  BsSpan name;

  bs_phrase_fold (folded, bs_span_of (note));
  g_assert_true (bs_is_origin (folded->str));
  name = bs_origin_name (folded->str, bs_span_of (note));
  return g_strndup (name.start, name.length);
}

static void
test_names (void)
{
  static const struct
  {
    const char *note;
    const char *name;
  } CASES[] = {
    { "This post was originally published on the Ferry blog by Ida Tarbell, a member of the crew.", "Ferry blog" },
    { "This post was originally published on the U.S. Department of Bridges blog.", "U.S. Department of Bridges blog" },
    { "This post was originally published on the Mill Road’s Ferry Blog.", "Mill Road’s Ferry Blog" },
    { "This article was first published on March 4, 2024 in The Ferryman.", "Ferryman" },
    { "This blog post was originally published on 15 November on the Bridge Data blog.", "Bridge Data blog" },
    { "This story is being published as part of a content partnership with the Valley Herald. It originally appeared "
      "on example.org on March 4.",
      "Valley Herald" },
    { "Reprinted with permission from The Ferryman.", "Ferryman" },
    { "Cross-posted from Mill Road Notes", "Mill Road Notes" },
    { "Cross-posted from ferry.example.org", "ferry.example.org" },
    { "This article has been adapted from its original source.", "" },
    { "(Originally published Jan. 24, 2018)", "" },
    { "This post was first posted here with permission of the author.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *name = name_in (CASES[i].note);
      g_assert_cmpstr (name, ==, CASES[i].name);
    }
}

static void
test_what_is_told (void)
{
  static const char *const TOLD[] = { "The image first appeared on a wall in the market.",
                                      "He first appeared on stage in 1911.",
                                      "An earlier version of this article misstated where the note first appeared.",
                                      "This bridge was published nowhere." };
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (TOLD); i++)
    {
      bs_phrase_fold (folded, bs_span_of (TOLD[i]));
      g_assert_false (bs_is_origin (folded->str));
    }
}

static void
test_tails (void)
{
  const char *glued = "The county will pay.This post was originally published on the Ferry blog.";
  const char *parted = "The county will pay. _This article first appeared in The Ferryman._";
  g_autoptr (GString) folded = g_string_new (NULL);

  g_assert_cmpstr (glued + bs_origin_tail (bs_span_of (glued), folded), ==,
                   "This post was originally published on the Ferry blog.");
  g_assert_cmpstr (parted + bs_origin_tail (bs_span_of (parted), folded), ==,
                   "This article first appeared in The Ferryman._");
  g_assert_cmpuint (bs_origin_tail (bs_span_of ("The county will pay."), folded), ==, 0);
  g_assert_cmpuint (bs_origin_tail (bs_span_of ("The essay, as This post was originally published on a blog"), folded),
                    ==, 0);
}

static void
test_heads (void)
{
  const char *glued = "This post originally appeared on the Mill Road website As I walk the bank each day, I wonder.";
  const char *whole = "This post originally appeared on the Mill Road website.";
  g_autoptr (GString) folded = g_string_new (NULL);

  g_assert_cmpstr (glued + bs_origin_head (bs_span_of (glued), folded), ==,
                   "As I walk the bank each day, I wonder.");
  g_assert_cmpuint (bs_origin_head (bs_span_of (whole), folded), ==, 0);
  g_assert_cmpuint (bs_origin_head (bs_span_of ("The Mill Road website Closed in 1911."), folded), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/origin/names", test_names);
  g_test_add_func ("/origin/what-is-told", test_what_is_told);
  g_test_add_func ("/origin/tails", test_tails);
  g_test_add_func ("/origin/heads", test_heads);
  return g_test_run ();
}
