#include "source/folder.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* O_NONBLOCK: a file that became a FIFO since the walk must not hang the run */
#define FLAGS (O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)

void
bs_folder_clear (BsFolder *folder)
{
  if (folder->fd >= 0)
    close (folder->fd);
  g_free (folder->path);
  *folder = (BsFolder)BS_FOLDER_NONE;
}

static void
enter (BsFolder *folder, const char *path, gsize length)
{
  if (folder->fd >= 0)
    close (folder->fd);
  folder->fd = -1;
  if (length >= folder->room)
    {
      folder->room = 2 * length + 1;
      folder->path = g_realloc (folder->path, folder->room);
    }
  memcpy (folder->path, path, length);
  folder->path[length] = '\0';
  folder->length = length;
}

int
bs_folder_open_file (BsFolder *folder, const char *path)
{
  const char *slash = strrchr (path, '/');
  gsize length = slash != NULL ? (gsize)(slash - path) + 1 : 0;

  if (length == 0)
    return open (path, FLAGS);
  if (folder->path == NULL || length != folder->length || memcmp (folder->path, path, length) != 0)
    {
      enter (folder, path, length);
      return open (path, FLAGS);
    }
  if (folder->fd < 0)
    folder->fd = open (folder->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return folder->fd >= 0 ? openat (folder->fd, slash + 1, FLAGS) : open (path, FLAGS);
}
