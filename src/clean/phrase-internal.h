/* phrase-internal.h: how the phrases of the list are found (phrase-index.c), and which of those found count
 * (phrase-gate.c).
 *
 * A phrase WITHIN a block, or at its END, counts where a run of six of its rarest bytes stands in the block as it is
 * spelled, at one of every third place; or where another phrase's run does that gives the same hint. So "for more
 * informa-tion" counts however its blanks are broken, but one whose rarest bytes hold a line end seldom does. Asked of
 * blocks in which a phrase was found: the answer costs more than finding it. */
#pragma once

#include "clean/look.h"
#include "clean/phrase.h"
#include "clean/phrase-list.h"

G_BEGIN_DECLS

/* Runs of six bytes are looked up at every third place of a text, so that of the three runs in a window of a phrase
 * one is met wherever the phrase stands. */
#define BS_PHRASE_GRAM 6
#define BS_PHRASE_STRIDE 3
#define BS_PHRASE_WINDOW (BS_PHRASE_GRAM + BS_PHRASE_STRIDE - 1)

/* The hint that the phrase needs; 0: none, it is too short for one. */
guint16  bs_phrase_hint_of    (guint phrase);

/* Whether a phrase of the list starts with the four bytes at `at`, more or less. */
gboolean bs_phrase_is_start   (const char *at, const char *end);

/* How common the letters of a window are, in thousandths of English. */
guint    bs_phrase_commonness (const char *window);

/* Where the block's first letter stands, behind brackets, quotes, bullets, arrows and blanks; not behind "(c)". Its end
 * where there is none. */
const char *bs_phrase_first_letter (BsSpan block);

/* ---- Where phrases are found, in folded text ---- */

/* Runs of four bytes are looked up at every fifth place, so that of the five in a window one is met. */
#define BS_INDEX_GRAM 4
#define BS_INDEX_STRIDE 5
#define BS_INDEX_END 3 /* bytes */
#define BS_INDEX_MARK_BITS 14
#define BS_INDEX_HEAD_BITS 11

typedef struct {
  guint64 window; /* eight bytes of the phrase, as they stand in memory */
  guint32 gram;   /* four of them, so many behind the first */
  guint16 phrase;
  guint8  behind;
  guint8  offset; /* of the window in the phrase */
} BsIndexGram;

typedef struct {
  guint32 bytes; /* the last three */
  guint16 phrase;
} BsIndexEnd;

typedef struct {
  guint64 bytes, mask; /* up to eight from its start */
  guint16 phrase;
} BsIndexStart;

typedef struct {
  guint8        mark[1 << BS_INDEX_MARK_BITS]; /* of a gram's hash: for which blocks one is a phrase's, a bit for each
                                                * bs_phrase_class() */
  guint16       gram_heads[(1 << BS_INDEX_HEAD_BITS) + 1];  /* by the hash's upper bits */
  guint16       start_heads[(1 << BS_INDEX_HEAD_BITS) + 1]; /* by the hash of the first four bytes */
  BsIndexGram  *grams;
  BsIndexStart *starts; /* START and WHOLE, as listed */
  BsIndexStart *shorts; /* those of these with fewer than four bytes, and WHOLE alone behind the first n_openings */
  BsIndexEnd   *ends;   /* END */
  guint         n_shorts, n_openings, n_ends;
  guint64       last; /* the bits of the last bytes of END phrases, from 64 on as from 0 */
} BsPhraseIndex;

const BsPhraseIndex *bs_phrase_index (void);

/* Bytes of a phrase without its asterisk. */
static inline gsize
bs_phrase_length (const BsPhrase *phrase)
{
  return phrase->length - ((phrase->where & WHOLE) == 0 && phrase->text[phrase->length - 1] == '*');
}

static inline guint32
bs_index_gram (const void *at)
{
  guint32 gram;

  memcpy (&gram, at, BS_INDEX_GRAM);
  return gram;
}

/* Of three bytes, with nothing behind them. */
static inline guint32
bs_index_end (const char *at)
{
  return (guint32) (guchar) at[0] | (guint32) (guchar) at[1] << 8 | (guint32) (guchar) at[2] << 16;
}

static inline guint32
bs_index_hash (guint32 gram)
{
  return gram * 0x9e3779b1u;
}

/* Blocks of which the same phrases are asked, by their length and place; 0 to 7. */
static inline guint
bs_index_class (guint words, gboolean edge)
{
  return (edge != FALSE) + 2 * ((words > 30) + (words > 50) + (words > 60));
}

G_END_DECLS
