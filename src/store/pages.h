/* pages.h: whether the pages of a store form trees, before SQLite walks through them.
 *
 * SQLite follows what a file says. Where two branches of a tree lead to the same page, a file of a megabyte has more
 * rows than anybody can wait for; where two rows share their bytes, they fill more memory than the file has. Neither
 * happens in a file that SQLite wrote. Of a row, its length is looked at, and not what it
 * says.
 */
#pragma once

#include <sqlite3.h>

#include "base/error.h"

G_BEGIN_DECLS

typedef struct _BsPages BsPages;

/* Of an open database that holds a lock for reading until the last page is walked. NULL with BS_ERROR_STORE where its
 * head says what cannot be; `path` is for messages and must outlive what is returned. */
BsPages *bs_pages_new  (sqlite3 *db, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     bs_pages_free (BsPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsPages, bs_pages_free)

/* Walks the tree of a table or index whose root is this page; 1 is the table of tables. Every page belongs to one tree
 * of all that are walked, and once, and no row takes more than `most` bytes. BS_ERROR_STORE where it is otherwise. */
gboolean bs_pages_walk (BsPages *pages, guint32 root, guint64 most, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
