/* front-decimal.h: GLib reads a whole number as C does, where "010" is 8. For front.c alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the leading zeros off the values of options for whole numbers. The first of `argv` is the program's name; entries
 * are groups that end with NULL, as their list does. */
void bs_front_make_decimal (char **argv, const GOptionEntry *const *groups);

G_END_DECLS
