/* letter-model.h: how often the languages use the letters beyond ASCII, to tell which encoding makes sense of bytes.
 *
 * Costs are lengths of an ideal code, in 64ths of a bit. A language that is written in Latin letters spends what its
 * own further letters leave on those of ASCII, all alike.
 *   Sources: the customary counts of letter frequencies in news and prose, rounded, written down for this project.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_BIT 64 /* units of cost in a bit */

/* Number of languages. */
guint       bs_letter_models (void);

/* ISO 639-1. */
const char *bs_letter_model_name (guint model);

/* Whether the upper half of a code page (clean/code-page.h) has the letters that the language cannot do without. */
gboolean    bs_letter_model_fits (guint model, const guint16 *high);

/* The cost of a letter, of whatever case, in that language: its own, one of ASCII, or a foreign one. Thread-safe. */
guint16     bs_letter_cost (guint model, gunichar c);

G_END_DECLS
