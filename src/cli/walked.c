#include "cli/walked.h"

void
bs_walked_add_note (BsTable *table, const char *note)
{
  g_autofree char *both = NULL;

  if (bs_table_note (table) != NULL && *bs_table_note (table) != '\0')
    both = g_strconcat (bs_table_note (table), " ", note, NULL);
  bs_table_set_note (table, both != NULL ? both : note);
}

void
bs_walked_tell (const BsWalkSummary *summary, BsTable *table, BsExit *exit)
{
  g_autofree char *note = NULL;

  if (summary->changed == 0 && summary->gone == 0)
    return;
  note = g_strdup_printf ("Articles left out because their source has changed: %" G_GUINT64_FORMAT "; is gone: %"
                          G_GUINT64_FORMAT ". “broadsheet analyze” brings the store up to date.",
                          summary->changed, summary->gone);
  if (table != NULL)
    bs_walked_add_note (table, note);
  *exit = bs_front_tell_walk (summary);
}

static void
refuse (const char *name, const BsAssociation *found, guint words, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n;
  const BsAssociation *all = bs_associations (&n);

  for (guint i = 0; i < n; i++)
    if (words == 2 || all[i].any_words)
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", all[i].id);
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is %s; there are: %s", name,
               found != NULL ? "a measure of two words alone" : "no association measure", ids->str);
}

/* NULL with `error` set. */
static const BsAssociation *
find (const char *name, guint words, GError **error)
{
  const BsAssociation *found = bs_association_find (name);

  if (found != NULL && (words == 2 || found->any_words))
    return found;
  refuse (name, found, words, error);
  return NULL;
}

GPtrArray *
bs_walked_measures (char **names, const char *const *otherwise, guint words, GError **error)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  guint n;
  const BsAssociation *all = bs_associations (&n);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const BsAssociation *found;

      if (g_str_equal (names[i], "all"))
        {
          g_ptr_array_set_size (measures, 0);
          for (guint j = 0; j < n; j++)
            if (words == 2 || all[j].any_words)
              g_ptr_array_add (measures, (gpointer) &all[j]);
          break;
        }
      found = find (names[i], words, error);
      if (found == NULL)
        return NULL;
      if (!g_ptr_array_find (measures, found, NULL))
        g_ptr_array_add (measures, (gpointer) found);
    }
  for (guint i = 0; names == NULL && otherwise[i] != NULL; i++)
    if (words == 2 || bs_association_find (otherwise[i])->any_words)
      g_ptr_array_add (measures, (gpointer) bs_association_find (otherwise[i]));
  return g_steal_pointer (&measures);
}

gboolean
bs_walked_sort (const char *name, guint words, const BsAssociation **sort, GError **error)
{
  *sort = name != NULL ? find (name, words, error) : NULL;
  return name == NULL || *sort != NULL;
}
