#include "report/chart/pending.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "base/error.h"

static gboolean
fail (const BsPending *pending, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: cannot be written: %s", pending->path, g_strerror (errno));
  return FALSE;
}

gboolean
bs_pending_write (BsPending *pending, const char *path, const char *bytes, gsize length, GError **error)
{
  FILE *file;
  gboolean fine;
  int fd;

  pending->path = g_strdup (path);
  pending->temporary = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (pending->temporary, O_WRONLY, 0666);
  if (fd < 0)
    {
      g_clear_pointer (&pending->temporary, g_free);
      return fail (pending, error);
    }
  file = fdopen (fd, "w");
  fine = fwrite (bytes, 1, length, file) == length;
  return (fclose (file) == 0 && fine) || fail (pending, error);
}

gboolean
bs_pending_place (BsPending *pending, GError **error)
{
  if (g_rename (pending->temporary, pending->path) != 0)
    return fail (pending, error);
  g_clear_pointer (&pending->temporary, g_free);
  return TRUE;
}

void
bs_pending_clear (BsPending *pending)
{
  if (pending->temporary != NULL)
    g_unlink (pending->temporary);
  g_clear_pointer (&pending->temporary, g_free);
  g_clear_pointer (&pending->path, g_free);
}
