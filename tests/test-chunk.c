/* How much is taken in one go. */
#include "base/chunk.h"

static void
test_limit (void)
{
  static const char *const wrong[] = { "", "0", "-1", "8k", " 8", "1e3", "99999999999999999999" };

  g_assert_cmpuint (bs_chunk (4096), ==, 4096);
  g_assert_true (bs_chunk_limit ("7", NULL));
  g_assert_cmpuint (bs_chunk (4096), ==, 7);
  g_assert_cmpuint (bs_chunk (3), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bs_chunk_limit (wrong[i], &error));
      g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
      g_assert_cmpuint (bs_chunk (4096), ==, 7); /* as before */
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chunk/limit", test_limit);
  return g_test_run ();
}
