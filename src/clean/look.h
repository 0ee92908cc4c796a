/* look.h: what a block looks like, without knowing its language.
 *
 * Figures are of the first BS_LOOK_SAMPLE bytes of a block; longer blocks are prose whatever follows.
 */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

#define BS_LOOK_SAMPLE 1000

typedef enum {
  BS_LOOK_STOP = 1 << 0,        /* ends in . ! ? … or another script's full stop, quotes, brackets and notes behind it;
                                 * a block of five words that starts with a capital also in an address */
  BS_LOOK_COLON = 1 << 1,       /* ends in a colon */
  BS_LOOK_COMMA = 1 << 2,       /* ends in a comma, semicolon or dash: goes on in the next line; of a block, also in
                                 * "; and" and its like */
  BS_LOOK_TRAILING = 1 << 3,    /* ends in three dots, ? or !: a stop that a headline may have */
  BS_LOOK_BULLET = 1 << 4,      /* starts with a bullet, a dash or a number of a list */
  BS_LOOK_QUOTE = 1 << 5,       /* starts with a quotation mark */
  BS_LOOK_LOWER = 1 << 6,       /* starts with a lower-case letter */
  BS_LOOK_UPPER = 1 << 7,       /* starts with a capital letter */
  BS_LOOK_LONG = 1 << 8,        /* goes on behind the sample */
  BS_LOOK_BROKEN = 1 << 9,      /* starts with a sign that belongs to what stands before it: ", and so on" */
} BsLookFlags;

typedef struct {
  guint16 words;      /* what blanks part and starts with more than a sign; two ideographs or kana count as one */
  guint16 letters;    /* beyond ASCII one a character, dashes and quotes left out */
  guint16 digits;
  guint16 ideographs; /* of China and Japan, kana among them */
  guint16 bars;       /* "|" and "·", "•", "›", "»" between blanks: what parts labels */
  guint16 stops;      /* ends of sentences in the sample of a block that goes on behind it; else 0 */
  guint16 flags;      /* BsLookFlags */
  guint16 hints;      /* BS_HINT_OUR or 0 (clean/phrase.h) */
} BsLook;

typedef void (*BsLookFunc) (BsLook *look, BsSpan block);

/* The looks of a trimmed, not empty block. */
void     bs_look_at (BsLook *look, BsSpan block);

/* Enough of them to tell paragraphs (bs_repeat_is_paragraph()), at a fraction of the cost: all where the block has
 * fewer than BS_LOOK_MANY words, else no more than that it has as many, or is long. */
#define BS_LOOK_MANY 15
void     bs_look_lightly (BsLook *look, BsSpan block);

/* The flags of its ends alone; BS_LOOK_LONG is not among them. */
guint16  bs_look_ends (BsSpan line);

/* Bytes of the bullet or list number that the line starts with, blanks behind it included; 0 where there is none. */
gsize    bs_look_bullet (BsSpan line);

G_END_DECLS
