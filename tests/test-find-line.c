/* Every set of instructions finds what a look at every byte finds. */
#include "source/find-line.h"

static BsFoundLine
find_plainly (BsSpan text, gsize from, char first)
{
  BsFoundLine line = { FALSE, G_MAXSIZE, 0 };

  for (gsize i = from; i < text.length && !line.found; i++)
    if (text.start[i] == '\n')
      {
        line.ends++;
        line.start = i + 1;
        line.found = i + 1 < text.length && text.start[i + 1] == first;
      }
  return line;
}

static void
compare (BsSpan text, gsize from, char first)
{
  BsFoundLine right = find_plainly (text, from, first);

  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      {
        BsFoundLine line = bs_find_line_by_cpu (cpu) (text, from, first);

        g_assert_cmpint (line.found, ==, right.found);
        g_assert_cmpuint (line.start, ==, right.start);
        g_assert_cmpuint (line.ends, ==, right.ends);
      }
}

static void
test_sets_agree (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 20000; round++)
    {
      static const char bytes[] = "\n\n=a\0";
      gsize length = (gsize) g_rand_int_range (random, 0, 300);
      guint32 kinds = (guint32) g_rand_int_range (random, 2, 6);
      gboolean rare = g_rand_boolean (random);
      g_autofree char *text = g_malloc (length + 1);

      for (gsize i = 0; i < length; i++)
        text[i] = rare && g_rand_int_range (random, 0, 40) != 0 ? 'b' : bytes[g_rand_int (random) % kinds];
      compare (bs_span (text, length), 0, '=');
      compare (bs_span (text, length), length / 3, '\n');
      compare (bs_span (text, length), length, '\0');
      compare (bs_span (text, length), length / 7, '\0');
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find-line/sets-agree", test_sets_agree);
  return g_test_run ();
}
