/* phrase-list.h: the set phrases, one a line in the four files below: what it makes of a block, where it must stand, in
 * how many words at most. What stands WITHIN has eight bytes or more. Included by phrase.c alone.
 *
 * START: the block begins with it. WHOLE: it is the block. WITHIN: anywhere, from the start of a word on. END: the
 * block ends with it. EDGE: only in the first or last paragraphs. OPEN: only where the block does not end in a full
 * stop. LATE: where no more than a hundred bytes follow, or it stands in the first forty. ADDRESS: only where the block
 * has a telephone number or an address of mail. A phrase ends where a word does, unless it ends in an asterisk.
 * What promotes or notifies WITHIN a block does not where the block quotes: who is quoted says it, not the site.
 *
 * Conventions of news sites, blogs and agencies, gathered for this list; under the program's licence.
 */
#pragma once

#include "clean/clean.h"

enum { START = 1, WHOLE = 2, WITHIN = 4, END = 8, EDGE = 16, OPEN = 32, LATE = 64, ADDRESS = 128 };

typedef struct {
  guint8      aside;
  guint8      where;
  guint8      words;
  guint8      length; /* of the text */
  const char *text;   /* folded */
} BsPhrase;

#define NAVIGATION(where, words, text) { BS_ASIDE_NAVIGATION, where, words, sizeof text - 1, text },
#define PROMO(where, words, text)      { BS_ASIDE_PROMO, where, words, sizeof text - 1, text },
#define CAPTION(where, words, text)    { BS_ASIDE_CAPTION, where, words, sizeof text - 1, text },
#define CREDIT(where, words, text)     { BS_ASIDE_CREDIT, where, words, sizeof text - 1, text },
#define LEGAL(where, words, text)      { BS_ASIDE_LEGAL, where, words, sizeof text - 1, text },
#define CORRECTION(where, words, text) { BS_ASIDE_CORRECTION, where, words, sizeof text - 1, text },
#define BYLINE(where, words, text)     { BS_ASIDE_BYLINE, where, words, sizeof text - 1, text },

/* Where several fit, the first one counts. */
static const BsPhrase PHRASES[] = {
#include "clean/phrase-credit.inc"
#include "clean/phrase-caption.inc"
#include "clean/phrase-navigation.inc"
#include "clean/phrase-promo.inc"
};
