/* glob.h: which files below a folder fit the patterns of its manifest. */
#pragma once

#include "source/corpus.h"

G_BEGIN_DECLS

/* Bytes before a pattern's first component with a wildcard: its folder, with a '/' at its end, or 0. */
gsize bs_glob_folder (const char *pattern);

/* Files of one folder, listed once for all patterns that need them. */
typedef struct _BsGlobs BsGlobs;

/* Troubles of folders are added to `problems`; strings live in `arena`. All arguments must outlive it. */
BsGlobs *bs_globs_new  (const char *root, const BsSourceOptions *options, BsArena *arena, GArray *problems);
void     bs_globs_free (BsGlobs *globs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsGlobs, bs_globs_free)

/* Adds the files that a pattern fits (bs_name_matches()), as paths below the root, to `found`, in byte order: the same
 * string for the same file. BS_ERROR_LIMIT where all patterns together are compared with more names than their ceiling
 * allows. */
gboolean bs_globs_find (BsGlobs *globs, const char *pattern, GPtrArray *found, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
