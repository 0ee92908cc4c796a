/* The credit of a picture ends its caption; a bracket that ends a sentence of an article is none. */
#include "clean/picture.h"

static gboolean
is_credited (const char *block)
{
  BsLook look;

  bs_look_at (&look, bs_span_of (block));
  return bs_is_picture_credit (bs_span_of (block), &look);
}

static void
test_credits (void)
{
  static const char *const CAPTIONS[] = { "The bridge on Tuesday. (Ida Tarbell/Valley Herald)",
                                          "The bridge, seen from the mill on March 4, 1911. (Nellie Bly/The Mail via AP)",
                                          "Who pays? ( NELLIE BLY/PHOTO LIBRARY)",
                                          "A baker at his oven. (Émile Zola/Ida Tarbell for The Mail/AP)" };

  for (guint i = 0; i < G_N_ELEMENTS (CAPTIONS); i++)
    if (!is_credited (CAPTIONS[i]))
      g_error ("no credit: %s", CAPTIONS[i]);
}

static void
test_other_brackets (void)
{
  static const char *const TOLD[] = { "The council met. (It had met before.)",
                                      "The council met with Ida Tarbell (Valley Herald/Mail)",
                                      "They paid at once. (Bread/Cheese)",
                                      "They asked for rest. (for bread and/or cheese)",
                                      "It is told in a letter. (Letters of Ida Tarbell, 3/4/1911)",
                                      "They paid the Green Party. (Green Party/Labour).",
                                      "(Ida Tarbell/Valley Herald)",
                                      ")",
                                      "a/b)" };

  for (guint i = 0; i < G_N_ELEMENTS (TOLD); i++)
    if (is_credited (TOLD[i]))
      g_error ("a credit: %s", TOLD[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/credits", test_credits);
  g_test_add_func ("/picture/other-brackets", test_other_brackets);
  return g_test_run ();
}
