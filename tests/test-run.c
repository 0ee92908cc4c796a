/* Where the article is among the blocks: what does not cut it. */
#include "page-help.h"

#define FIRST "The council voted on Tuesday to close the old bridge over the Wend for two years of repairs.\n"
#define SECOND "Traffic will be led over the mill road, which the county widened last spring at some cost.\n"
#define THIRD "Shopkeepers on the square fear for their trade, and have asked for a lower rent.\n"

#define MENU "Home\nNews\nSearch\nLog in\nSubscribe\n\n"
#define MENU_ASIDE "navigation: Home\nnavigation: News\nnavigation: Search\nnavigation: Log in\npromo: Subscribe\n"

/* Answers of a word or two part nothing, but labels do, and a word alone starts no article. */
static void
test_short_answers (void)
{
  assert_verdicts (MENU "The painter of bridges\n" THIRD "Why did you come back?\nRain.\nAnd before that?\nRain too.\n"
                        "Who taught you?\nNobody.\nWhat next?\nGlass.\n" FIRST "Share\n",
                   MENU_ASIDE "title: The painter of bridges\nkept: " THIRD
                              "kept: Why did you come back?\nkept: Rain.\nkept: And before that?\nkept: Rain too.\n"
                              "kept: Who taught you?\nkept: Nobody.\nkept: What next?\nkept: Glass.\nkept: " FIRST
                              "navigation: Share\n");
  assert_verdicts (MENU "Painted?\nThe bridge in watercolours\nNews\nTravel\n" FIRST SECOND THIRD "Thanks!\n",
                   MENU_ASIDE "navigation: Painted?\ntitle: The bridge in watercolours\nnavigation: News\n"
                              "navigation: Travel\nkept: " FIRST "kept: " SECOND "kept: " THIRD
                              "navigation: Thanks!\n");
}

/* A verse that ends in no mark goes on the one above it. */
static void
test_poem (void)
{
  assert_verdicts ("magazine\n\nThe toll keeper's inventory\n\nby Emily Dickinson\n\n"
                   "One rope, one bell without a tongue,\n\na lamp, a coat that is not mine,\n\n"
                   "the names of all the drowned I have sung\n\nchalked on the gunwale in a line.\n\n"
                   "A tin of nails, a tin of tea,\n\na letter asking where you are.\n\nShare this\n",
                   "navigation: magazine\ntitle: The toll keeper's inventory\nbyline: by Emily Dickinson\n"
                   "kept: One rope, one bell without a tongue,\nkept: a lamp, a coat that is not mine,\n"
                   "kept: the names of all the drowned I have sung\nkept: chalked on the gunwale in a line.\n"
                   "kept: A tin of nails, a tin of tea,\nkept: a letter asking where you are.\n"
                   "navigation: Share this\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run/short-answers", test_short_answers);
  g_test_add_func ("/run/poem", test_poem);
  return g_test_run ();
}
