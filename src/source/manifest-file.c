/* manifest-file.c: a manifest as a file. */
#include "source/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/error.h"
#include "source/name.h"

/* The first bytes of a file, at most `size`; -1 where it cannot be read. */
static gssize
read_start (const char *path, char *buffer, gsize size)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  gsize length = 0;
  gssize got = fd < 0 ? -1 : 0;
  int saved;

  while (fd >= 0 && length < size && (got = read (fd, buffer + length, size - length)) > 0)
    length += (gsize)got;
  saved = errno;
  if (fd >= 0)
    close (fd);
  errno = saved;
  return got < 0 ? -1 : (gssize)length;
}

BsManifest *
bs_manifest_read (const char *path, const BsCeilings *ceilings, GError **error)
{
  const gsize size = (gsize) bs_ceiling (ceilings, BS_CEILING_MANIFEST) + 1; /* one more shows that it is larger */
  g_autofree char *bytes = g_malloc (size);
  gssize length = read_start (path, bytes, size);

  if (length < 0)
    {
      int why = errno;
      g_autoptr (BsArena) arena = bs_arena_new ();

      g_set_error (error, BS_ERROR, BS_ERROR_IO, "manifest '%s': %s", bs_name_escape (path, strlen (path), arena),
                   g_strerror (why));
      return NULL;
    }
  return bs_manifest_parse (bs_span (bytes, (gsize)length), path, ceilings, error);
}

gboolean
bs_manifest_is (const char *path)
{
  char start[4096];
  gssize length, at = 0;

  if (g_str_has_suffix (path, ".manifest") || g_str_has_suffix (path, ".ini"))
    return TRUE;
  length = read_start (path, start, sizeof start);
  if (length >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    at = 3;
  while (at < length && (start[at] == '#' || g_ascii_isspace (start[at])))
    if (start[at] == '#')
      while (at < length && start[at] != '\n')
        at++;
    else
      at++;
  return length - at >= 8 && memcmp (start + at, "[corpus]", 8) == 0;
}
