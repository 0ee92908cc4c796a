/* phrase-list.h: the set phrases, one a line in the files of phrase-list.c: what it makes of a block, where it must
 * stand, in how many words at most. What stands WITHIN has eight bytes or more. For phrase*.c alone.
 *
 * START: the block begins with it. WHOLE: it is the block. WITHIN: anywhere, from the start of a word on. END: the
 * block ends with it. EDGE: only in the first or last paragraphs. LAST: only where no paragraph that is kept follows.
 * OPEN: only where the block does not end in a full stop. LATE: where no more than a hundred bytes follow, or it stands
 * in the first forty. ADDRESS: only where the block has a telephone number or an address of mail. SIGN: only with a
 * second sign, as it stands in ordinary sentences too (clean/phrase-sign.h). A phrase ends where a word does, unless it
 * ends in an asterisk.
 * What promotes or notifies WITHIN a block does not where the block quotes: who is quoted says it, not the site. Nor do
 * promotion, notices, credits and rights where the block tells who said it ("…, the mayor said.").
 *
 * Conventions of news sites, blogs and agencies, gathered for this list; under the program's licence.
 */
#pragma once

#include "clean/clean.h"

G_BEGIN_DECLS

enum {
  START = 1,
  WHOLE = 2,
  WITHIN = 4,
  END = 8,
  EDGE = 16,
  OPEN = 32,
  LATE = 64,
  ADDRESS = 128,
  SIGN = 256,
  LAST = 512 | EDGE
};

typedef struct {
  guint8      aside;
  guint8      words;
  guint16     where;
  guint8      length; /* of the text */
  const char *text;   /* folded */
} BsPhrase;

/* Where several fit, the first one counts. */
extern const BsPhrase bs_phrases[];
extern const guint    bs_n_phrases;

#define BS_PHRASES_MAX 3072

G_END_DECLS
