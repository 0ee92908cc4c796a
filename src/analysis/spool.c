#include "analysis/spool.h"

#include <string.h>

#include "base/spill.h"

#define HELD (1024 * 1024) /* bytes */

/* Put aside before each key's bytes, which with their NUL stand before the set. */
typedef struct {
  guint32 key; /* bytes */
  guint32 n;
} Entry;

struct _BsSpool {
  BsSpill *entries;
};

BsSpool *
bs_spool_new (void)
{
  BsSpool *spool = g_new0 (BsSpool, 1);

  spool->entries = bs_spill_new (HELD);
  return spool;
}

void
bs_spool_free (BsSpool *spool)
{
  if (spool == NULL)
    return;
  bs_spill_free (spool->entries);
  g_free (spool);
}

gboolean
bs_spool_put (BsSpool *spool, const char *key, const guint64 *set, guint n, GError **error)
{
  const Entry entry = { (guint32) strlen (key) + 1, n };

  return bs_spill_put (spool->entries, &entry, sizeof entry, error)
         && bs_spill_put (spool->entries, key, entry.key, error)
         && bs_spill_put (spool->entries, set, n * sizeof *set, error);
}

gboolean
bs_spool_each (BsSpool *spool, BsSpoolVisit visit, gpointer data, GError **error)
{
  g_autoptr (GByteArray) key = g_byte_array_new ();
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 size = bs_spill_size (spool->entries);

  for (guint64 at = 0; at < size;)
    {
      Entry entry;

      if (!bs_spill_read (spool->entries, at, &entry, sizeof entry, error))
        return FALSE;
      g_byte_array_set_size (key, entry.key);
      g_array_set_size (set, entry.n);
      if (!bs_spill_read (spool->entries, at + sizeof entry, key->data, entry.key, error)
          || !bs_spill_read (spool->entries, at + sizeof entry + entry.key, set->data, entry.n * sizeof (guint64), error))
        return FALSE;
      visit (data, (const char *) key->data, (const guint64 *) (gpointer) set->data, entry.n);
      at += sizeof entry + entry.key + entry.n * sizeof (guint64);
    }
  return TRUE;
}
