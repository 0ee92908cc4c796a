#include "report/chart/pending.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/error.h"
#include "base/temporary.h"

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
  fd = bs_temporary_beside (path, &pending->temporary);
  if (fd < 0)
    return fail (pending, error);
  file = fdopen (fd, "w");
  if (file == NULL)
    {
      fail (pending, error);
      close (fd);
      return FALSE;
    }
  fine = fwrite (bytes, 1, length, file) == length;
  return (fclose (file) == 0 && fine) || fail (pending, error);
}

gboolean
bs_pending_place (BsPending *pending, GError **error)
{
  if (!bs_temporary_place (pending->temporary, pending->path))
    return fail (pending, error);
  g_clear_pointer (&pending->temporary, g_free);
  return TRUE;
}

void
bs_pending_clear (BsPending *pending)
{
  if (pending->temporary != NULL)
    bs_temporary_drop (pending->temporary);
  g_clear_pointer (&pending->temporary, g_free);
  g_clear_pointer (&pending->path, g_free);
}
