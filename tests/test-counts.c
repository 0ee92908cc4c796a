/* The table of counts: names that can be columns, and what is missing where the language is not English. */
#include "count/counts.h"

static void
test_names (void)
{
  for (guint i = 0; i < BS_N_COUNTS; i++)
    {
      const BsCountInfo *info = bs_count_info (i);

      g_assert_cmpuint (bs_count_by_name (info->name), ==, i); /* and so no two have one name */
      g_assert_true (g_ascii_islower (info->name[0]));
      for (const char *at = info->name; *at != '\0'; at++)
        g_assert_true (g_ascii_islower (*at) || g_ascii_isdigit (*at) || *at == '_');
      g_assert_cmpstr (info->unit, !=, "");
      g_assert_cmpstr (info->description, !=, "");
    }
  g_assert_cmpuint (bs_count_by_name ("words"), ==, BS_COUNT_WORDS);
  g_assert_cmpuint (bs_count_by_name ("Words"), ==, BS_N_COUNTS);
  g_assert_cmpuint (bs_count_by_name (""), ==, BS_N_COUNTS);
}

static void
test_drop_english (void)
{
  BsCounts counts;

  for (guint i = 0; i < BS_N_COUNTS; i++)
    counts.value[i] = i + 1;
  bs_counts_drop_english (&counts);
  for (guint i = 0; i < BS_N_COUNTS; i++)
    g_assert_cmpint (counts.value[i], ==, bs_count_info (i)->english_only ? BS_COUNT_MISSING : (gint64) i + 1);
  g_assert_cmpint (counts.value[BS_COUNT_WORDS], ==, BS_COUNT_WORDS + 1);
  g_assert_cmpint (counts.value[BS_COUNT_SYLLABLES], ==, BS_COUNT_MISSING);
  g_assert_cmpint (counts.value[BS_COUNT_FAMILIAR], ==, BS_COUNT_MISSING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counts/names", test_names);
  g_test_add_func ("/counts/drop-english", test_drop_english);
  return g_test_run ();
}
