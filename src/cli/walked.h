/* walked.h: what commands that read the sources again say of it, and how they name association measures. */
#pragma once

#include "analysis/walk.h"
#include "cli/front.h"
#include "compare/association.h"

G_BEGIN_DECLS

/* Where articles could not be read again: says so on standard error and, where it is
 * not NULL, under the table, and makes *exit BS_EXIT_PROBLEMS. */
void bs_walked_tell (const BsWalkSummary *summary, BsTable *table, BsExit *exit);

/* A note behind the one that the table has. */
void bs_walked_add_note (BsTable *table, const char *note);

/* The measures named ("all": every one); those of `otherwise` (NULL-ended) where none is. Measures of two words alone
 * are left out of these, and refused by name, where there are more `words`. NULL with BS_ERROR_USAGE listing them. */
GPtrArray *bs_walked_measures (char **names, const char *const *otherwise, guint words, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of const BsAssociation * */

/* The one named; NULL for NULL; FALSE with BS_ERROR_USAGE. */
gboolean bs_walked_sort (const char *name, guint words, const BsAssociation **sort, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
