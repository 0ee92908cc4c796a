/* front-values.h: values of options as people write them. GLib knows no value behind an option's letter (“-j4”), and reads
 * a whole number as C does, where “010” is 8. For front.c alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The arguments `argv`, whose first is the program's name, in the way that GLib reads them: “-qj4” and “-qj=4” are “-qj”
 * and “4”, and whole numbers have no leading zeros. What stands behind “--” stays. Entries are groups that end with NULL,
 * as their list does. NULL with BS_ERROR_USAGE where an option that takes one value is given twice, of which GLib would
 * forget one, or a value is given to one that takes none (“--all=no”, which would be --all). To be freed with
 * g_strfreev(). */
char **bs_front_plain_values (const char *const *argv, const GOptionEntry *const *groups, GError **error);

G_END_DECLS
