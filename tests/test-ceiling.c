/* Ceilings: one table, what may be said of each, and how they are told. */
#include "base/ceiling.h"
#include "base/error.h"

static void
assert_refused (const char *assignment, const char *message)
{
  BsCeilings ceilings = { { 0 } };
  g_autoptr (GError) error = NULL;

  g_assert_false (bs_ceilings_set (&ceilings, assignment, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, message));
  for (BsCeiling i = 0; i < BS_N_CEILINGS; i++)
    g_assert_cmpuint (ceilings.value[i], ==, 0);
}

static void
test_table (void)
{
  for (BsCeiling i = 0; i < BS_N_CEILINGS; i++)
    {
      const BsCeilingRow *row = bs_ceiling_row (i);

      g_assert_nonnull (row->name);
      g_assert_nonnull (row->what);
      g_assert_nonnull (row->over);
      g_assert_cmpuint (row->least, >, 0);
      g_assert_cmpuint (row->normal, >=, row->least);
      g_assert_cmpuint (row->normal, <=, row->most);
      g_assert_cmpuint (bs_ceiling (NULL, i), ==, row->normal);
      for (BsCeiling other = 0; other < i; other++)
        g_assert_cmpstr (bs_ceiling_row (other)->name, !=, row->name);
    }
}

/* Both ends of every range may be said, and nothing beyond. */
static void
test_ranges (void)
{
  for (BsCeiling i = 0; i < BS_N_CEILINGS; i++)
    {
      const BsCeilingRow *row = bs_ceiling_row (i);
      const guint64 values[] = { row->least, row->most, row->least - 1, row->most + 1 };

      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        {
          BsCeilings ceilings = { { 0 } };
          g_autofree char *said = g_strdup_printf ("%s=%" G_GUINT64_FORMAT, row->name, values[k]);

          if (k >= 2)
            {
              assert_refused (said, row->name);
              continue;
            }
          g_assert_true (bs_ceilings_set (&ceilings, said, NULL));
          g_assert_cmpuint (bs_ceiling (&ceilings, i), ==, values[k]);
        }
    }
}

static void
test_sizes (void)
{
  BsCeilings ceilings = { { 0 } };

  g_assert_true (bs_ceilings_set (&ceilings, "article=1K", NULL));
  g_assert_cmpuint (bs_ceiling (&ceilings, BS_CEILING_ARTICLE), ==, 1024);
  g_assert_true (bs_ceilings_set (&ceilings, "article=3m", NULL));
  g_assert_cmpuint (bs_ceiling (&ceilings, BS_CEILING_ARTICLE), ==, 3 * 1024 * 1024);
  g_assert_true (bs_ceilings_set (&ceilings, "expanded=2T", NULL));
  g_assert_cmpuint (bs_ceiling (&ceilings, BS_CEILING_EXPANDED), ==, G_GUINT64_CONSTANT (2) << 40);
  g_assert_cmpuint (bs_ceiling (&ceilings, BS_CEILING_DEPTH), ==, bs_ceiling (NULL, BS_CEILING_DEPTH));
}

static void
test_refused (void)
{
  static const char *const bad[] = { "article=", "article=-1", "article=+1", "article= 1", "article=1KB", "article=1.5M",
                                     "article=K", "article=0x10", "article=99999999999999999999", "article=9999999999T",
                                     "article=18446744073709551615K", "depth=1K", "depth=0" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (bad[i], " takes a number of ");
  assert_refused ("articles=1", "the names are article, ");
  assert_refused ("artic=1", "“artic=1”");
  assert_refused ("=1", "--ceiling takes NAME=VALUE");
  assert_refused ("", "--ceiling takes NAME=VALUE");
  assert_refused ("article", "--ceiling takes NAME=VALUE");
}

static void
test_words (void)
{
  BsCeilings ceilings = { { 0 } };
  g_autofree char *none = bs_ceilings_settings (&ceilings);
  g_autofree char *some = NULL;
  g_autofree char *message = NULL;
  g_autofree char *whole = bs_ceiling_value_in_words (BS_CEILING_ARTICLE, 64 * 1024 * 1024);
  g_autofree char *odd = bs_ceiling_value_in_words (BS_CEILING_ARTICLE, 1025);
  g_autofree char *plain = bs_ceiling_value_in_words (BS_CEILING_LINES, 1024);

  g_assert_cmpstr (none, ==, "");
  g_assert_true (bs_ceilings_set (&ceilings, "article=10", NULL)); /* changes no article's numbers */
  g_assert_true (bs_ceilings_set (&ceilings, "word=64", NULL));
  g_assert_true (bs_ceilings_set (&ceilings, "depth=100", NULL));
  some = bs_ceilings_settings (&ceilings);
  g_assert_cmpstr (some, ==, "; ceilings depth=100, word=64");
  message = bs_ceiling_in_words (&ceilings, BS_CEILING_DEPTH);
  g_assert_cmpstr (message, ==, "the ceiling of 100 levels (--ceiling depth)");
  g_assert_cmpstr (whole, ==, "64M");
  g_assert_cmpstr (odd, ==, "1025");
  g_assert_cmpstr (plain, ==, "1024");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ceiling/table", test_table);
  g_test_add_func ("/ceiling/ranges", test_ranges);
  g_test_add_func ("/ceiling/sizes", test_sizes);
  g_test_add_func ("/ceiling/refused", test_refused);
  g_test_add_func ("/ceiling/words", test_words);
  return g_test_run ();
}
