/* hash.h: a hash of strings that nobody can foresee. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of this process: chosen at random when it is first asked for. */
guint64 bs_hash_seed (void);

/* For g_hash_table_new() over strings that come from outside: XXH3 with a seed of this process, so that words cannot be
 * made to collide. The order of a table that uses it differs from run to run: sort what comes out. */
guint bs_hash_word (gconstpointer word);

G_END_DECLS
