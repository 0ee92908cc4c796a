/* temporary.h: files and folders that nobody but this user may look into and that are gone when the program is, however
 * it ends, but for a SIGKILL. They stand in the folder for temporary files (TMPDIR), or beside what they will become.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new file without a name, open for reading and writing, that goes when it is closed; -1 with a BS_ERROR_IO that names
 * the folder. */
int   bs_temporary_file (GError **error);

/* A new folder. NULL with BS_ERROR_IO. Free with bs_temporary_folder_free, which deletes it with all that is in it. */
char *bs_temporary_folder (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void  bs_temporary_folder_free (char *folder);

typedef char BsTemporaryFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTemporaryFolder, bs_temporary_folder_free)

/* A new file beside the one that it will replace, of the mode that a new file has; *path is its name, free with g_free.
 * Open for writing; -1 with errno set and *path NULL. It is swept until bs_temporary_place() or bs_temporary_drop(). */
int      bs_temporary_beside (const char *target, char **path);
/* Gives it the target's name; FALSE with errno set. */
gboolean bs_temporary_place (const char *path, const char *target);
/* Deletes it, and the journal that SQLite could not delete. */
void     bs_temporary_drop  (const char *path);

/* Deletes every folder and file of these that is still there. May be called from a signal's handler, and then ends what
 * the program was doing. */
void bs_temporary_sweep (void);

G_END_DECLS
