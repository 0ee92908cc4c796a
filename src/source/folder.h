/* folder.h: files opened one after the other, by the folder that several of them lie in: the system then looks up one
 * name a file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *path;   /* of the folder of the last file, with '/' at its end; NULL: none yet */
  gsize length; /* bytes of it */
  gsize room;
  int   fd;     /* of it, once it is met again; -1: not opened */
} BsFolder;

#define BS_FOLDER_NONE { NULL, 0, 0, -1 }

/* A descriptor for reading, which the caller closes; -1: see errno. */
int  bs_folder_open_file (BsFolder *folder, const char *path);

void bs_folder_clear     (BsFolder *folder);

G_END_DECLS
