/* origin-internal.h: what origin.c, which knows a note, and origin-name.c, which reads the name in it, share. All of
 * folded text; lists end in NULL. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

gboolean bs_origin_starts (const char *folded, const char *const *starts);

/* The place behind the first of the phrases that the text holds, by their order in it; NULL where it holds none. */
const char *bs_origin_behind (const char *folded, const char *const *phrases);

/* Whether it starts as a note does. */
gboolean bs_origin_starts_note (const char *folded);

/* Behind the verb of a note: "first appeared", "reprinted from "; NULL where there is none. */
const char *bs_origin_verb (const char *folded);

/* Whether words up to the next stop, comma or bracket, or the one behind them, say that they name an outlet rather than
 * a person: "news", "herald", an address, a figure, ", which publishes"; one word alone does. */
gboolean bs_origin_is_outlet (const char *words);

/* bs_origin_name() of a note in German, French, Spanish, Portuguese, Italian, Dutch or a Scandinavian language: the
 * first capitals behind "in", "dans", "en" and their like that are no month. */
BsSpan bs_origin_name_abroad (const char *folded, BsSpan block);

G_END_DECLS
