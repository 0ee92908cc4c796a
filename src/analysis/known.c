#include "analysis/known.h"

#include "base/key-set.h"

enum { KNOWN = 1, DOUBTED = 2 };

struct _BsKnown {
  BsKeySet *keys;   /* of outlet and id */
  BsKeySet *states; /* of bs_known_key(), and checksum and rules */
  BsKeySet *places; /* of bs_known_key(), and place_of() */
};

BsKnown *
bs_known_new (void)
{
  BsKnown *known = g_new (BsKnown, 1);

  known->keys = bs_key_set_new ();
  known->states = bs_key_set_new ();
  known->places = bs_key_set_new ();
  return known;
}

void
bs_known_free (BsKnown *known)
{
  if (known == NULL)
    return;
  bs_key_set_free (known->keys);
  bs_key_set_free (known->states);
  bs_key_set_free (known->places);
  g_free (known);
}

char *
bs_known_key (const char *outlet, const char *id)
{
  return g_strconcat (outlet, "\037", id, NULL);
}

/* Free with g_free. */
static char *
place_of (const BsOrigin *origin)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s\037%s", origin->offset,
                          origin->length, origin->line, origin->path, origin->member != NULL ? origin->member : "");
}

static void
note (gpointer data, const BsStoredState *stored)
{
  BsKnown *known = data;
  g_autofree char *key = bs_known_key (stored->outlet, stored->id), *place = place_of (&stored->origin);
  g_autofree char *state = g_strconcat (stored->checksum, " ", stored->settings, NULL);

  bs_key_set_mark (known->keys, stored->outlet, stored->id, KNOWN);
  bs_key_set_mark (known->states, key, state, KNOWN);
  bs_key_set_mark (known->places, key, place, KNOWN);
}

gboolean
bs_known_load (BsKnown *known, BsStore *store, GError **error)
{
  return bs_store_each_article (store, note, known, error);
}

gboolean
bs_known_any (const BsKnown *known)
{
  return bs_key_set_count (known->keys) > 0;
}

gboolean
bs_known_has (const BsKnown *known, const char *outlet, const char *id)
{
  return bs_key_set_marks (known->keys, outlet, id) != 0;
}

gboolean
bs_known_holds (const BsKnown *known, const char *outlet, const char *id, const char *checksum, const char *settings)
{
  g_autofree char *key = NULL, *state = NULL;

  if (bs_key_set_marks (known->keys, outlet, id) != KNOWN)
    return FALSE;
  key = bs_known_key (outlet, id);
  state = g_strconcat (checksum, " ", settings, NULL);
  return bs_key_set_marks (known->states, key, state) != 0;
}

gboolean
bs_known_stands_at (const BsKnown *known, const char *outlet, const char *id, const BsOrigin *origin)
{
  g_autofree char *key = bs_known_key (outlet, id), *place = place_of (origin);

  return bs_key_set_marks (known->places, key, place) != 0;
}

void
bs_known_doubt (BsKnown *known, const char *outlet, const char *id)
{
  bs_key_set_mark (known->keys, outlet, id, DOUBTED);
}
