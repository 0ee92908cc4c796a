/* remove-tree.h: a file, or a folder with what is in it, deleted by system calls alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deletes what stands at the path, as far as it can; a link is deleted, never followed. Allocates nothing, so that it may
 * be called from a signal's handler. */
void bs_remove_tree (const char *path);

/* The same of a folder that is open as `folder` (-1: it is not): emptied even where no descriptor is left. Stays open. */
void bs_remove_open_tree (int folder, const char *path);

G_END_DECLS
