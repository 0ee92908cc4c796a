/* temporary.h: files without a name, for what is too large for the memory. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new file in the folder for temporary files, open for reading and writing, that goes when it is closed; -1 with a
 * BS_ERROR_IO that names the folder. */
int bs_temporary_file (GError **error);

G_END_DECLS
