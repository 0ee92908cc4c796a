/* Lines that are nothing but a time, and lines with figures that are not. */
#include "clean/time-line.h"

static void
test_times (void)
{
  static const char *const TIMES[] = { "march 4, 2024",  "updated 10:41 am et, tue. march 4, 2024",
                                       "2 hours ago",    "4 min read",
                                       "2024-03-04",     "04.03.2024",
                                       "4/3/24",         "10:41",
                                       "2 days ago at 07:52 am", "publié le 4 mars 2024 à 10h41",
                                       "stand: 4. märz 2024" };

  for (guint i = 0; i < G_N_ELEMENTS (TIMES); i++)
    g_assert_true (bs_is_time_line (TIMES[i]));
}

static void
test_figures (void)
{
  static const char *const OTHERS[] = { "+3.5 (0.1%)",   "1 0.928 -0.620 1.26",     "0.25 -0.638",   "12 4 33",
                                        "may 2015: 281", "march 4 bridges fell in", "3 april fools", "1,214",
                                        "",              "42" };

  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    g_assert_false (bs_is_time_line (OTHERS[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-line/times", test_times);
  g_test_add_func ("/time-line/figures", test_figures);
  return g_test_run ();
}
