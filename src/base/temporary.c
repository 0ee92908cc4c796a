#include "base/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/remove-tree.h"

#define MOST 64 /* at a time; more are made but not swept */

/* What is to be swept. Nothing here is ever freed or moved, so that a handler may read it at any moment. */
static struct {
  gint state;
  int folder; /* open, or -1: where there are no more descriptors it can be emptied all the same */
  char path[PATH_MAX];
} noted[MOST];

enum { FREE, FILLING, NOTED };

/* From TRUE to FALSE no signal comes between a file and its being noted. */
static void
hold_signals (gboolean hold)
{
  static __thread sigset_t before;
  sigset_t all;

  sigfillset (&all);
  if (hold)
    pthread_sigmask (SIG_SETMASK, &all, &before);
  else
    pthread_sigmask (SIG_SETMASK, &before, NULL);
}

static void
note (const char *path, gboolean is_folder)
{
  gsize size = strlen (path) + 1;

  if (size > PATH_MAX)
    return;
  for (guint i = 0; i < MOST; i++)
    if (g_atomic_int_compare_and_exchange (&noted[i].state, FREE, FILLING))
      {
        memcpy (noted[i].path, path, size);
        noted[i].folder = is_folder ? open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
        g_atomic_int_set (&noted[i].state, NOTED);
        return;
      }
}

static void
forget (const char *path)
{
  for (guint i = 0; i < MOST; i++)
    if (g_atomic_int_get (&noted[i].state) == NOTED && strcmp (noted[i].path, path) == 0)
      {
        if (noted[i].folder >= 0)
          close (noted[i].folder);
        g_atomic_int_set (&noted[i].state, FREE);
        return;
      }
}

/* The descriptor of a noted folder, or -1. */
static int
folder_of (const char *path)
{
  for (guint i = 0; i < MOST; i++)
    if (g_atomic_int_get (&noted[i].state) == NOTED && strcmp (noted[i].path, path) == 0)
      return noted[i].folder;
  return -1;
}

/* With the journal that a file has while SQLite writes to it. */
static void
remove_noted (const char *path, int folder)
{
  static const char ending[] = "-journal";
  char journal[PATH_MAX + sizeof ending];
  gsize length = strlen (path);

  if (length >= PATH_MAX) /* no file has such a path */
    return;
  memcpy (journal, path, length + 1);
  memcpy (journal + length, ending, sizeof ending);
  bs_remove_open_tree (folder, path);
  bs_remove_tree (journal);
}

void
bs_temporary_sweep (void)
{
  for (guint i = 0; i < MOST; i++)
    if (g_atomic_int_compare_and_exchange (&noted[i].state, NOTED, FILLING))
      remove_noted (noted[i].path, noted[i].folder);
}

int
bs_temporary_file (GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "broadsheet.XXXXXX", NULL);
  int file = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (file < 0)
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "a temporary file in %s cannot be made: %s", g_get_tmp_dir (),
                 g_strerror (errno));
  else
    g_unlink (path);
  return file;
}

char *
bs_temporary_folder (GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "broadsheet-XXXXXX", NULL);

  gboolean made;

  hold_signals (TRUE);
  made = g_mkdtemp_full (path, 0700) != NULL;
  if (made)
    note (path, TRUE);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "a temporary folder in %s cannot be made: %s", g_get_tmp_dir (),
                 g_strerror (errno));
  hold_signals (FALSE);
  return made ? g_steal_pointer (&path) : NULL;
}

void
bs_temporary_folder_free (char *folder)
{
  if (folder == NULL)
    return;
  bs_remove_open_tree (folder_of (folder), folder);
  forget (folder);
  g_free (folder);
}

int
bs_temporary_beside (const char *target, char **path)
{
  int file, reason;

  *path = g_strconcat (target, ".XXXXXX", NULL);
  hold_signals (TRUE);
  file = g_mkstemp_full (*path, O_WRONLY | O_CLOEXEC, 0666);
  reason = errno;
  if (file >= 0)
    note (*path, FALSE);
  else
    g_clear_pointer (path, g_free);
  hold_signals (FALSE);
  errno = reason;
  return file;
}

gboolean
bs_temporary_place (const char *path, const char *target)
{
  gboolean placed = g_rename (path, target) == 0;

  if (placed)
    forget (path);
  return placed;
}

void
bs_temporary_drop (const char *path)
{
  remove_noted (path, -1);
  forget (path);
}
