#include "base/chunk.h"

static gsize most = G_MAXSIZE;

gsize
bs_chunk (gsize usual)
{
  return MIN (usual, most);
}

gboolean
bs_chunk_limit (const char *bytes, GError **error)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (bytes, 10, 1, G_MAXSIZE, &number, NULL))
    {
      most = (gsize) number;
      return TRUE;
    }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no number of bytes: use 1 or more", bytes);
  return FALSE;
}
