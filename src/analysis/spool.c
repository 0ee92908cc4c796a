#include "analysis/spool.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/error.h"
#include "base/temporary.h"

/* In the file: the key's bytes with its NUL, then the set. */
typedef struct {
  guint32 key; /* bytes */
  guint32 n;
} Entry;

struct _BsSpool {
  FILE *file;      /* NULL: nothing was put aside yet */
  GArray *entries; /* of Entry */
};

BsSpool *
bs_spool_new (void)
{
  BsSpool *spool = g_new0 (BsSpool, 1);

  spool->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return spool;
}

void
bs_spool_free (BsSpool *spool)
{
  if (spool == NULL)
    return;
  if (spool->file != NULL)
    fclose (spool->file);
  g_array_unref (spool->entries);
  g_free (spool);
}

static gboolean
fail (const char *doing, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "a temporary file in %s cannot be %s: %s", g_get_tmp_dir (), doing,
               g_strerror (errno));
  return FALSE;
}

static gboolean
open_file (BsSpool *spool, GError **error)
{
  int fd = bs_temporary_file (error);

  if (fd < 0)
    return FALSE;
  spool->file = fdopen (fd, "w+b");
  if (spool->file != NULL)
    return TRUE;
  close (fd);
  return fail ("made", error);
}

gboolean
bs_spool_put (BsSpool *spool, const char *key, const guint64 *set, guint n, GError **error)
{
  Entry entry = { (guint32) strlen (key) + 1, n };

  if (spool->file == NULL && !open_file (spool, error))
    return FALSE;
  if (fwrite (key, 1, entry.key, spool->file) != entry.key || fwrite (set, sizeof *set, n, spool->file) != n)
    return fail ("written", error);
  g_array_append_val (spool->entries, entry);
  return TRUE;
}

gboolean
bs_spool_each (BsSpool *spool, BsSpoolVisit visit, gpointer data, GError **error)
{
  g_autoptr (GByteArray) key = g_byte_array_new ();
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (spool->file == NULL)
    return TRUE;
  if (fseek (spool->file, 0, SEEK_SET) != 0)
    return fail ("read", error);
  for (guint i = 0; i < spool->entries->len; i++)
    {
      Entry entry = g_array_index (spool->entries, Entry, i);

      g_byte_array_set_size (key, entry.key);
      g_array_set_size (set, entry.n);
      if (fread (key->data, 1, entry.key, spool->file) != entry.key
          || fread (set->data, sizeof (guint64), entry.n, spool->file) != entry.n)
        return fail ("read", error);
      visit (data, (const char *) key->data, (const guint64 *) (gpointer) set->data, entry.n);
    }
  return TRUE;
}
