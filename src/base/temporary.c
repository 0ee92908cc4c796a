#include "base/temporary.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "base/error.h"

int
bs_temporary_file (GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "broadsheet.XXXXXX", NULL);
  int file = g_mkstemp (path);

  if (file < 0)
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "a temporary file in %s cannot be made: %s", g_get_tmp_dir (),
                 g_strerror (errno));
  else
    g_unlink (path);
  return file;
}
