#include "base/spill.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/temporary.h"

struct _BsSpill {
  GByteArray *held;  /* what stands behind the file's end */
  gsize most;
  guint64 written;   /* bytes of the file */
  int file;          /* -1: none yet */
};

BsSpill *
bs_spill_new (gsize most)
{
  BsSpill *spill = g_new0 (BsSpill, 1);

  spill->held = g_byte_array_new ();
  spill->most = most;
  spill->file = -1;
  return spill;
}

void
bs_spill_free (BsSpill *spill)
{
  if (spill == NULL)
    return;
  if (spill->file >= 0)
    close (spill->file);
  g_byte_array_unref (spill->held);
  g_free (spill);
}

static gboolean
fail (const char *doing, int reason, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "a temporary file in %s cannot be %s: %s", g_get_tmp_dir (), doing,
               g_strerror (reason));
  return FALSE;
}

static gboolean
write_out (BsSpill *spill, const guint8 *bytes, gsize n, GError **error)
{
  if (spill->file < 0 && (spill->file = bs_temporary_file (error)) < 0)
    return FALSE;
  while (n > 0)
    {
      gssize done = pwrite (spill->file, bytes, n, (off_t) spill->written);

      if (done < 0 && errno == EINTR)
        continue;
      if (done <= 0)
        return fail ("written", done == 0 ? ENOSPC : errno, error);
      bytes += done;
      n -= (gsize) done;
      spill->written += (guint64) done;
    }
  return TRUE;
}

gboolean
bs_spill_put (BsSpill *spill, gconstpointer bytes, gsize n, GError **error)
{
  if (spill->held->len + n > spill->most)
    {
      if (!write_out (spill, spill->held->data, spill->held->len, error))
        return FALSE;
      g_byte_array_set_size (spill->held, 0);
      if (n > spill->most)
        return write_out (spill, bytes, n, error);
    }
  if (n > 0)
    g_byte_array_append (spill->held, bytes, (guint) n);
  return TRUE;
}

guint64
bs_spill_size (const BsSpill *spill)
{
  return spill->written + spill->held->len;
}

static gboolean
read_in (BsSpill *spill, guint64 at, guint8 *bytes, gsize n, GError **error)
{
  while (n > 0)
    {
      gssize done = pread (spill->file, bytes, n, (off_t) at);

      if (done < 0 && errno == EINTR)
        continue;
      if (done <= 0)
        return fail ("read", done == 0 ? EIO : errno, error);
      bytes += done;
      n -= (gsize) done;
      at += (guint64) done;
    }
  return TRUE;
}

gboolean
bs_spill_read (BsSpill *spill, guint64 at, gpointer bytes, gsize n, GError **error)
{
  gsize from_file = at < spill->written ? (gsize) MIN (n, spill->written - at) : 0;

  g_return_val_if_fail (at + n <= bs_spill_size (spill), FALSE);
  if (!read_in (spill, at, bytes, from_file, error))
    return FALSE;
  if (from_file < n)
    memcpy ((guint8 *) bytes + from_file, spill->held->data + (at + from_file - spill->written), n - from_file);
  return TRUE;
}
