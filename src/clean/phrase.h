/* phrase.h: the set phrases that furniture is written in.
 *
 * A block is folded once (clean/fold.h), and phrases are met in it by a few of their bytes; what is met is compared
 * letter by letter.
 * Source of the conventions: counts over news crawls, agency style and press releases (English), and the usual forms
 * of German, French, Spanish, Portuguese, Italian, Dutch and Russian sites.
 */
#pragma once

#include "clean/clean.h"
#include "clean/look.h"

G_BEGIN_DECLS

/* No phrase is in a block of more words. */
#define BS_PHRASE_WORDS_MAX 120

/* Nor, but at its start, in one of more. */
#define BS_PHRASE_WITHIN_WORDS 70

/* Of a telephone number. */
#define BS_PHRASE_NUMBER_DIGITS 7

#define BS_HINTS_PHRASE 0x1fff   /* one of the phrases that share this bit may be in it */
#define BS_HINT_ORIGIN (1 << 13) /* something appeared, was published, posted or printed */
#define BS_HINT_OUR (1 << 14)    /* somebody speaks of themselves */
#define BS_HINT_SOLD (1 << 15)   /* subscriptions, newsletters, memberships */

/* Which families of phrases may be in the first BS_LOOK_SAMPLE bytes of a block, by runs of six bytes; BS_HINT_OUR is
 * never among them. What is found by other means counts only where its family is one of these. For what was found:
 * finding it costs less. */
guint16        bs_phrase_hints (BsSpan block);

/* The block in small ASCII letters, straight quotes, plain hyphens and single blanks; opening brackets, quotes,
 * bullets and signs at its start are left out. */
void           bs_phrase_fold (GString *folded, BsSpan block);

/* The same of a block in a text that goes on up to `text_end`: that costs less. */
void           bs_phrase_fold_within (GString *folded, BsSpan block, const char *text_end);

/* Where a block stands: some phrases count only among the first or last few paragraphs, some only where two paragraphs
 * or more stand before and none that is kept behind. */
typedef enum { BS_PLACE_INSIDE, BS_PLACE_EDGE, BS_PLACE_LAST } BsPhrasePlace;

/* What a phrase says that the block is, BS_KEPT where none does. `folded`: the block, folded. */
BsAside        bs_phrase_find (BsSpan block, const BsLook *look, BsPhrasePlace place, const GString *folded);

/* FALSE where no phrase starts with the first eight bytes of a folded block; eight must be readable. Nothing else is
 * found in blocks of more than BS_PHRASE_WITHIN_WORDS words. */
gboolean       bs_phrase_may_start (const char *folded);

/* "a phrase of copyright lines": the reason of a block that bs_phrase_find gave this verdict; NULL for BS_KEPT. */
const char    *bs_phrase_reason (BsAside aside);

G_END_DECLS
