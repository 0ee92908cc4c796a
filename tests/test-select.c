/* Any rank among numbers that are not listed, against a list; and how often they had to be counted. */
#include "compare/select.h"

#include "groups-help.h"

/* A sorted list that is asked as if it were none. */
typedef struct {
  const double *values;
  gsize n;
  guint *walks;
} List;

static guint64
count (gconstpointer data, double at, double *under, double *over)
{
  const List *list = data;
  guint64 n = 0;

  while (n < list->n && list->values[n] <= at)
    n++;
  if (n > 0)
    *under = list->values[n - 1];
  if (n < list->n)
    *over = list->values[n];
  (*list->walks)++;
  return n;
}

static guint64
count_alone (gconstpointer data, double at)
{
  double under, over;

  return count (data, at, &under, &over);
}

static gsize
put (gconstpointer data, double low, double high, double *into)
{
  const List *list = data;
  gsize n = 0;

  for (gsize i = list->n; i-- > 0;)
    if (list->values[i] >= low && list->values[i] <= high)
      into[n++] = list->values[i];
  return n;
}

static double
value_of (GRand *random, guint kind)
{
  double part = g_rand_double (random);

  switch (kind)
    {
    case 0:
      return part;
    case 1:
      return floor (part * 5) - 2; /* many 0 and -0 */
    case 2:
      return -exp (700 * (part - 0.5));
    case 3:
      return (part < 0.5 ? -1 : 1) * exp (1400 * (g_rand_double (random) - 0.5));
    default:
      return part < 0.3 ? -INFINITY : part > 0.6 ? INFINITY : 5 + part * 1e-14;
    }
}

static void
test_every_rank (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint kind = 0; kind < 5; kind++)
    for (guint round = 0; round < 20; round++)
      {
        gsize n = 1 + g_rand_int_range (random, 0, round < 15 ? 60 : 2000);
        guint walks = 0;
        g_autofree double *values = g_new (double, n);
        List list = { values, n, &walks };
        BsUnlisted unlisted = { n, 0, 0, 1 + round % 4, &list, count, round % 2 == 0 ? count_alone : NULL, put };
        BsSelection kept = { .of = &unlisted };

        for (gsize i = 0; i < n; i++)
          values[i] = value_of (random, kind);
        bs_sort_doubles (values, n);
        unlisted.least = values[0];
        unlisted.most = values[n - 1];
        bs_select_try (&kept, NAN);
        bs_select_try (&kept, values[n / 2] + 1);
        for (gsize rank = 1; rank <= n; rank++)
          {
            BsSelection fresh = { .of = &unlisted };

            walks = 0;
            g_assert_cmpfloat (bs_select (&fresh, rank), ==, values[rank - 1]);
            g_assert_cmpuint (walks, <=, 200);
            g_assert_cmpfloat (bs_select (&kept, rank), ==, values[rank - 1]);
          }
        if (kind < 4)
          g_assert_cmpfloat (bs_select_median (&kept), ==, bs_median (values, n));
      }
}

/* Numbers as even as most are take few walks. */
static void
test_few_walks (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  gsize n = 100000;
  guint walks = 0;
  g_autofree double *values = g_new (double, n);
  List list = { values, n, &walks };
  BsUnlisted unlisted = { n, 0, 0, 64, &list, count, NULL, put };
  BsSelection selection = { .of = &unlisted };

  for (gsize i = 0; i < n; i++)
    values[i] = g_rand_double (random) + g_rand_double (random) + g_rand_double (random);
  bs_sort_doubles (values, n);
  unlisted.least = values[0];
  unlisted.most = values[n - 1];
  g_assert_cmpfloat (bs_select_median (&selection), ==, bs_median (values, n));
  g_assert_cmpuint (walks, <, 12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/select/every-rank", test_every_rank);
  g_test_add_func ("/select/few-walks", test_few_walks);
  return g_test_run ();
}
