/* plain.h: texts of others made safe to show on a terminal, and as wide as they will look there.
 *
 * A headline may hold escape sequences, characters that turn the line around (Trojan Source, CVE-2021-42574) or that
 * nobody sees. What comes out of bs_plain_text holds none, and on it the other functions count columns.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text with what acts or hides made visible: tab, newline and carriage return as \t, \n, \r, other controls as
 * \x1b, bidirectional controls, zero-width and other unseen characters as \u202e or \U000e0041. Joiners (U+200C and
 * U+200D) stay between characters beyond ASCII, where scripts and emoji need them. What is not UTF-8 becomes U+FFFD.
 * With `unicode` FALSE the result is ASCII: letters lose their accents and what has no likeness becomes "?".
 * Not to be read back: a backslash of the text itself stays single. Free with g_free. */
char *bs_plain_text (const char *text, gboolean unicode);

/* Columns of a terminal: 2 for East Asian wide characters and emoji, 0 for marks and joiners, else 1. An emoji of
 * several joined ones counts as the sum of its parts, as wcwidth has it. `plain` is valid UTF-8. */
guint bs_plain_width (const char *plain);

/* At most `width` columns of it, with "…" ("..." where not `unicode`) for what was cut; never parts a letter from its
 * marks. Free with g_free. */
char *bs_plain_truncate (const char *plain, guint width, gboolean unicode);

/* Its lines of at most `width` columns, broken at blanks, inside a word only where the word is longer than a line;
 * 0: one line. Free with g_strfreev. */
char **bs_plain_wrap (const char *plain, guint width);

G_END_DECLS
