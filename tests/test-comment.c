/* Where what readers wrote begins. */
#include "page-help.h"

#define FIRST "The council voted on Tuesday to close the old bridge over the Wend for two years of repairs.\n"
#define SECOND "Traffic will be led over the mill road, which the county widened last spring at some cost.\n"
#define THIRD "Shopkeepers on the square fear for their trade, and have asked for a lower rent.\n"

/* "Comments" is also a button above the article's dates, and a live blog's entries have times. */
static void
test_times_below_comments (void)
{
  assert_verdicts (FIRST "\nComments\n\n11:42, 14 MAR 2023\n\nUpdated 12:15, 14 MAR 2023\n\n" SECOND "\n" THIRD,
                   "kept: " FIRST "navigation: Comments\nbyline: 11:42, 14 MAR 2023\n"
                   "byline: Updated 12:15, 14 MAR 2023\nkept: " SECOND "kept: " THIRD);
  assert_verdicts (FIRST "\n211 comments\n\n18:42\n\n" SECOND "\n18:10\n\n" THIRD,
                   "kept: " FIRST "subhead: 211 comments\nbyline: 18:42\nkept: " SECOND "byline: 18:10\nkept: " THIRD);
  assert_verdicts (FIRST "\n2 comments\n\nweirkeeper\n\nMarch 14, 2023\n\n" SECOND
                         "\ntollman\n\nMarch 15, 2023\n\n" THIRD,
                   "kept: " FIRST "comment: 2 comments\ncomment: weirkeeper\nbyline: March 14, 2023\ncomment: " SECOND
                   "comment: tollman\nbyline: March 15, 2023\ncomment: " THIRD);
  assert_verdicts (FIRST "\nComments (2)\n\n10:02 am May 9, 2010\n\nThe tollman wrote :\n\n" SECOND "\n" THIRD
                         "\n9:09 am May 9, 2010\n\nThe weirkeeper wrote :\n\n" SECOND,
                   "kept: " FIRST "navigation: Comments (2)\nbyline: 10:02 am May 9, 2010\n"
                   "comment: The tollman wrote :\ncomment: " SECOND "comment: " THIRD "byline: 9:09 am May 9, 2010\n"
                   "comment: The weirkeeper wrote :\ncomment: " SECOND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comment/times-below-comments", test_times_below_comments);
  return g_test_run ();
}
