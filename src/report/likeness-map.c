/* The map of the outlets: from their distances, or from the words themselves. */
#include "report/likeness.h"

#include <math.h>

#define PULLING 4 /* words that are named at each end of an axis */

BsScaling *
bs_likeness_scaling (const BsLikeness *likeness)
{
  guint n = likeness->words->outlets->len, n_words = likeness->words->words->len;
  g_autofree double *lengths = bs_likeness_lengths (likeness);
  g_autofree double *counts = NULL, *sizes = NULL, *z = NULL;

  if (!likeness->options.components)
    return bs_classical_scaling (lengths, n, 2);
  counts = g_new (double, (gsize) n * n_words);
  sizes = g_new (double, n);
  bs_outlet_words_add_up (likeness->words, NULL, counts, sizes);
  z = bs_word_z_scores (&(BsWordCounts){ counts, sizes, n, n_words });
  return bs_principal_components (z, n, n_words, 2);
}

/* The words of the greatest loadings in one direction, the greatest first. */
static void
name_pulling (GString *axes, const BsLikeness *likeness, const BsScaling *map, guint dimension, double sign)
{
  guint n_words = likeness->words->words->len;
  double before = INFINITY;

  for (guint k = 0; k < PULLING && k < n_words; k++)
    {
      guint best = n_words;

      for (guint w = 0; w < n_words; w++)
        {
          double loading = sign * map->loadings[2 * w + dimension];

          if (loading < before && loading > 0
              && (best == n_words || loading > sign * map->loadings[2 * best + dimension]))
            best = w;
        }
      if (best == n_words)
        break;
      before = sign * map->loadings[2 * best + dimension];
      g_string_append_printf (axes, "%s%s", k > 0 ? ", " : " ", (const char *) likeness->words->words->pdata[best]);
    }
}

char *
bs_likeness_axes (const BsLikeness *likeness, const BsScaling *map)
{
  static const char *const ends[2][2] = { { "Right:", "left:" }, { "Up:", "down:" } };
  GString *axes = g_string_new (NULL);

  g_string_append (axes, likeness->options.components ? "Principal components of the words' z-scores"
                                                      : "Classical scaling of the distances");
  if (isnan (map->share[0]))
    {
      g_string_append (axes, "; there is no spread: all outlets stand in one place.");
      return g_string_free (axes, FALSE);
    }
  g_string_append_printf (axes, "; across: %.0f %% of the spread, up: %.0f %%.", 100 * map->share[0],
                          100 * map->share[1]);
  for (guint d = 0; map->loadings != NULL && d < 2; d++)
    for (guint end = 0; end < 2; end++)
      {
        g_string_append_printf (axes, "%s %s", end == 1 ? ";" : d > 0 ? "." : "", ends[d][end]);
        name_pulling (axes, likeness, map, d, end == 0 ? 1 : -1);
      }
  if (map->loadings != NULL)
    g_string_append_c (axes, '.');
  return g_string_free (axes, FALSE);
}
