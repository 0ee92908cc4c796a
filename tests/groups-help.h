/* groups-help.h: the groups of values in a file of data/, for tests. */
#pragma once

#include <math.h>
#include <string.h>

#include "base/quantile.h"
#include "compare/sample.h"

#define MOST_GROUPS 32

typedef struct {
  guint k;
  BsSample of[MOST_GROUPS]; /* in the order of the file, each sorted upwards */
  char *name[MOST_GROUPS];
  gsize n, missing;
} Groups;

static inline guint
group_of (Groups *groups, GPtrArray *values, const char *name)
{
  guint g = 0;

  while (g < groups->k && strcmp (groups->name[g], name) != 0)
    g++;
  if (g < groups->k)
    return g;
  g_assert_cmpuint (groups->k, <, MOST_GROUPS);
  groups->name[groups->k++] = g_strdup (name);
  g_ptr_array_add (values, g_array_new (FALSE, FALSE, sizeof (double)));
  return g;
}

/* Comma-separated, with a head; the group stands in the first column, the value in column `at`; empty is missing. */
static inline Groups
groups_of_file (const char *path, guint at)
{
  Groups groups = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", 0);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 0);
      guint g = group_of (&groups, values, cells[0]);
      double value = g_ascii_strtod (cells[at], NULL);

      groups.missing += cells[at][0] == '\0';
      if (cells[at][0] != '\0')
        g_array_append_val ((GArray *) g_ptr_array_index (values, g), value);
    }
  for (guint g = 0; g < groups.k; g++)
    {
      gsize n;
      double *sorted = g_array_steal (g_ptr_array_index (values, g), &n);

      g_array_unref (g_ptr_array_index (values, g));
      bs_sort_doubles (sorted, n);
      groups.of[g] = (BsSample){ sorted, n };
      groups.n += n;
    }
  return groups;
}

static inline Groups
groups_of (const char *name, guint at)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  return groups_of_file (path, at);
}

static inline void
groups_clear (Groups *groups)
{
  for (guint g = 0; g < groups->k; g++)
    {
      g_free ((gpointer) groups->of[g].values);
      g_free (groups->name[g]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

/* As many digits as both can be trusted for. */
static inline void
assert_near (double value, double expected, double relative)
{
  double off = fabs (value - expected);

  if (isnan (value) && isnan (expected))
    return;
  if (!(off <= relative * fmax (fabs (expected), 1e-3)))
    g_error ("%.15g is not %.15g", value, expected);
}
