/* Which measures a command line names. */
#include "cli/front.h"

/* Each measure once. */
static void
choose (GArray *refs, BsMeasureRef ref)
{
  for (guint i = 0; i < refs->len; i++)
    if (g_array_index (refs, BsMeasureRef, i).measure == ref.measure
        && g_array_index (refs, BsMeasureRef, i).window == ref.window)
      return;
  g_array_append_val (refs, ref);
}

GArray *
bs_front_measures (char **ids, GError **error)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (BsMeasureRef));
  gboolean everything = ids != NULL && g_strv_contains ((const char *const *) ids, "all");
  guint n;
  const BsMeasureRef *all = bs_measures_of_articles (&n);

  for (guint i = 0; (ids == NULL || everything) && i < n; i++)
    if (everything || bs_measure_is_headline (all[i]))
      g_array_append_val (refs, all[i]);
  for (guint i = 0; !everything && ids != NULL && ids[i] != NULL; i++)
    {
      BsMeasureRef ref;

      if (!bs_store_find_measure (ids[i], &ref, error))
        return NULL;
      choose (refs, ref);
    }
  return g_steal_pointer (&refs);
}
