/* walk.h: the files below a folder. */
#pragma once

#include "source/corpus.h"

G_BEGIN_DECLS

/* Adds the path of every regular file below `root`/`below` (NULL or "": root itself), at most `depth` folders deep
 * (0: only those directly in it; negative: any depth), to `files`: paths relative to `root`, bytes as they are, in no
 * order. Names that begin with a dot are passed over, and so is OPTIONS.except. A link to a regular file inside `root`
 * is that file under the link's own name. With OPTIONS.follow_links so is one that leads anywhere else, and a link to a
 * folder is that folder, but for links to folders inside it, and for a link to a folder that it lies in itself. Every
 * other link, and whatever is neither file nor folder, becomes a BS_PROBLEM_LEFT_OUT, and a folder that cannot be read a
 * BS_PROBLEM_UNREADABLE. Nothing is opened but folders. Strings live in `arena`. */
void bs_walk_folder (const char *root, const char *below, int depth, const BsSourceOptions *options, BsArena *arena,
                     GPtrArray *files, GArray *problems);

/* Sorts paths in byte order. */
void bs_paths_sort (GPtrArray *paths);

/* Appends a problem about a whole file; `path` is its real name, to be escaped. */
void bs_problems_add (GArray *problems, BsProblemKind kind, const char *path, const char *message, BsArena *arena);

/* root and path with a '/' between them where one is needed; a root of "" or "." is left off. Free with g_free(). */
char *bs_path_join (const char *root, const char *path);

/* The name of a folder, also where it is given as "." or with '/' at its end; escaped. */
const char *bs_path_folder_name (const char *folder, BsArena *arena);

G_END_DECLS
