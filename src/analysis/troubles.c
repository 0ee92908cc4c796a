#include "analysis/troubles.h"

#include "base/hash.h"

struct _BsTroubles {
  GArray *noted; /* of BsProblem, in the arena */
  BsArena *arena;
};

BsTroubles *
bs_troubles_new (void)
{
  BsTroubles *troubles = g_new0 (BsTroubles, 1);

  troubles->noted = g_array_new (FALSE, FALSE, sizeof (BsProblem));
  troubles->arena = bs_arena_new ();
  return troubles;
}

void
bs_troubles_free (BsTroubles *troubles)
{
  if (troubles == NULL)
    return;
  g_array_unref (troubles->noted);
  bs_arena_free (troubles->arena);
  g_free (troubles);
}

void
bs_troubles_note (BsTroubles *troubles, const BsProblem *problem)
{
  BsProblem kept = *problem;
  const char **strings[] = { &kept.outlet, &kept.id, &kept.origin.path, &kept.origin.member, &kept.message };

  if (problem->kind != BS_PROBLEM_UNREADABLE && problem->kind != BS_PROBLEM_TRUNCATED)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i] = bs_arena_strdup (troubles->arena, *strings[i]);
  g_array_append_val (troubles->noted, kept);
}

void
bs_troubles_forget (BsTroubles *troubles)
{
  g_array_set_size (troubles->noted, 0);
  bs_arena_reset (troubles->arena);
}

static char *
key_of (const char *kind, const BsOrigin *origin)
{
  return g_strdup_printf ("%s\037%s\037%s\037%" G_GUINT64_FORMAT, kind, origin->path,
                          origin->member != NULL ? origin->member : "", origin->line);
}

static void
take_known (gpointer data, const char *kind, const BsOrigin *origin)
{
  g_hash_table_add (data, key_of (kind, origin));
}

gboolean
bs_troubles_put (const BsTroubles *troubles, BsStore *store, gint64 run, guint64 *problems, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);

  if (troubles->noted->len == 0)
    return TRUE;
  if (!bs_store_each_problem (store, run, take_known, known, error))
    return FALSE;
  for (guint i = 0; i < troubles->noted->len; i++)
    {
      const BsProblem *problem = &g_array_index (troubles->noted, BsProblem, i);

      if (!g_hash_table_add (known, key_of (bs_problem_kind_name (problem->kind), &problem->origin)))
        continue;
      if (!bs_store_put_problem (store, run, problem, error))
        return FALSE;
      problems[problem->kind]++;
    }
  return TRUE;
}
