#define _GNU_SOURCE /* getdents64 */
#include "base/remove-tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define DEEPEST 16

static gboolean remove_at (int folder, const char *name, guint depth);

/* TRUE where anything went: names that a pass over a folder has missed are found by the next. */
static gboolean
empty (int folder, guint depth)
{
  char entries[4096] __attribute__ ((aligned (8)));
  gboolean any = FALSE;
  gssize length;

  while ((length = getdents64 (folder, entries, sizeof entries)) > 0)
    for (gssize at = 0; at < length;)
      {
        const struct dirent64 *entry = (const struct dirent64 *) (gconstpointer) (entries + at);

        at += entry->d_reclen;
        if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
          any |= remove_at (folder, entry->d_name, depth);
      }
  return any && lseek (folder, 0, SEEK_SET) == 0;
}

static gboolean
remove_at (int folder, const char *name, guint depth)
{
  int inside = -1;

  if (unlinkat (folder, name, 0) == 0)
    return TRUE;
  if ((errno != EISDIR && errno != EPERM) || depth == DEEPEST)
    return FALSE;
  for (guint tries = 0; inside < 0 && tries < 2; tries++) /* there may be no descriptor for a moment */
    inside = openat (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (inside < 0)
    return unlinkat (folder, name, AT_REMOVEDIR) == 0; /* it may be empty */
  while (empty (inside, depth + 1))
    ;
  close (inside);
  return unlinkat (folder, name, AT_REMOVEDIR) == 0;
}

void
bs_remove_tree (const char *path)
{
  remove_at (AT_FDCWD, path, 0);
}

void
bs_remove_open_tree (int folder, const char *path)
{
  if (folder >= 0 && lseek (folder, 0, SEEK_SET) == 0)
    while (empty (folder, 1))
      ;
  bs_remove_tree (path);
}
