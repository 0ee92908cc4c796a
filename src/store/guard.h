/* guard.h: what stands between this program and a store that a stranger made. Within this room only.
 *
 * A store is a program of sorts: views, triggers, indexes and defaults are SQL that runs when somebody reads. So SQLite
 * trusts nothing that stands in one, and nothing may stand in one but what this program makes itself.
 */
#pragma once

#include "store/store-internal.h"

G_BEGIN_DECLS

/* What lies beside a file that is about to be opened, where SQLite would look for what a killed run left: BS_ERROR_STORE
 * where it is nothing of the kind, which SQLite would delete, follow, or read in the store's place. */
gboolean bs_guard_beside (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of a connection that was just opened, before it reads: shuts what a store could make SQLite do, and looks at the file's
 * head. BS_ERROR_STORE where to read the file would make or delete others. */
gboolean bs_guard_opened (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is nothing in the file yet. SQLite's own count of pages reads the table of tables. */
gboolean bs_guard_is_empty (BsStore *store);

/* Whether tables, indexes and views are those of bs_schema_statements(), each as it is made there, and their pages are
 * trees, and no row lacks a text that it must have. BS_ERROR_STORE where not. Takes a read transaction of its own. */
gboolean bs_guard_contents (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
