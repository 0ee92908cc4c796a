/* scan-masks.h: sixty-four bytes of a text as masks: where words stand, where a gap must be looked at, and where the
 * masks cannot say. For scan-walk.c alone. */
#pragma once

#include "base/block.h"

G_BEGIN_DECLS

/* What the bytes of a block are, each by itself; the classes of scan-internal.h. */
typedef struct {
  guint64 alnum, digit, upper, lower, joiner, figure, blank;
  guint64 stop, slash, colon, at;
  guint64 mark;        /* . ! ? and line ends */
  guint64 eyes;        /* : ; = of a smiley */
  guint64 h, t, close; /* of "http" and "a)" */
  guint64 high;        /* outside ASCII */
  guint64 general;     /* the first byte of general punctuation, U+2000 to U+203F: none of it is part of a word but ‐ ‑ ‘ ’ */
  guint64 joining;     /* the third byte of these four, if it is one */
} BsScanBytes;

/* What is carried over from the block before. */
typedef struct {
  guint64 alnum, digit, lower, word, sign, general, joined;
  guint64 troubled; /* 1: the gap at the end of the block is */
} BsScanPrior;

typedef struct {
  guint64 starts, ends; /* of words: their first bytes, and those behind their last */
  guint64 doubt;        /* what the masks cannot say: whether a word ends in front of such a byte, or what it is */
  guint64 troubled;     /* starts of words behind a gap that must be walked through */
  guint64 loud;         /* starts of words at which a sentence might start without a mark */
} BsScanMasks;

static inline guint64
bs_scan_before (guint64 mask, guint64 earlier, guint n)
{
  return mask << n | earlier >> (64 - n);
}

static inline guint64
bs_scan_behind (guint64 mask, guint64 later, guint n)
{
  return mask >> n | later << (64 - n);
}

static inline BsScanBytes
bs_scan_look (BsBytes bytes)
{
  guint64 letter = bs_block_letters (bytes), newline = bs_block_equal (bytes, '\n');
  BsScanBytes is;

  is.digit = bs_block_within (bytes, '0', '9');
  is.alnum = letter | is.digit;
  is.upper = bs_block_within (bytes, 'A', 'Z');
  is.lower = letter & ~is.upper;
  is.stop = bs_block_equal (bytes, '.');
  is.slash = bs_block_equal (bytes, '/');
  is.colon = bs_block_equal (bytes, ':');
  is.at = bs_block_equal (bytes, '@');
  is.joiner = is.stop | bs_block_within (bytes, '&', '\'') | bs_block_equal (bytes, '-') | bs_block_equal (bytes, '_');
  is.figure = is.slash | is.colon | bs_block_equal (bytes, ',');
  is.blank = bs_block_equal (bytes, ' ') | (bs_block_within (bytes, '\t', '\r') & ~newline);
  is.mark = is.stop | newline | bs_block_equal (bytes, '!') | bs_block_equal (bytes, '?');
  is.eyes = is.colon | bs_block_equal (bytes, ';') | bs_block_equal (bytes, '=');
  is.h = bs_block_equal (bytes, 'h');
  is.t = bs_block_equal (bytes, 't');
  is.close = bs_block_equal (bytes, ')');
  is.high = bs_block_high (bytes);
  is.general = is.joining = 0;
  if (is.high != 0) /* E2 80 xx; the byte behind this block's last does not matter: E2 alone is a doubt */
    {
      is.general = bs_block_equal (bytes, 0xE2) & (bs_block_equal (bytes, 0x80) >> 1);
      is.joining = bs_block_within (bytes, 0x90, 0x91) | bs_block_within (bytes, 0x98, 0x99);
    }
  return is;
}

/* Bytes outside ASCII: adds to `word` the joiners among them, and gives what cannot be said and what is in the way. */
static inline void
bs_scan_judge_high (const BsScanBytes *is, const BsScanBytes *next, const BsScanPrior *prior, guint64 alnum_before,
                    guint64 *word, guint64 *joined, guint64 *doubt, guint64 *trouble)
{
  guint64 foreign = is->high & ~is->general, next_foreign = next->high & ~next->general;
  guint64 joins = is->general & bs_scan_behind (is->joining, next->joining, 2) & alnum_before;
  guint64 whole = is->general | bs_scan_before (is->general, prior->general, 1)
                  | bs_scan_before (is->general, prior->general, 2);

  *joined = joins & bs_scan_behind (is->alnum, next->alnum, 3);
  *word |= *joined | bs_scan_before (*joined, prior->joined, 1) | bs_scan_before (*joined, prior->joined, 2);
  *doubt |= (is->high & ~whole) | (joins & bs_scan_behind (foreign, next_foreign, 3))
            | (is->joiner & alnum_before & bs_scan_behind (foreign, next_foreign, 1));
  *trouble |= whole;
}

static inline BsScanMasks
bs_scan_judge (const BsScanBytes *is, const BsScanBytes *next, BsScanPrior *prior)
{
  guint64 alnum_before = bs_scan_before (is->alnum, prior->alnum, 1);
  guint64 figure = is->figure & bs_scan_before (is->digit, prior->digit, 1) & bs_scan_behind (is->digit, next->digit, 1);
  guint64 word = is->alnum | figure | (is->joiner & alnum_before & bs_scan_behind (is->alnum, next->alnum, 1));
  guint64 glued = is->stop & bs_scan_before (is->lower, prior->lower, 1) & bs_scan_before (is->lower, prior->lower, 2)
                  & bs_scan_behind (is->upper, next->upper, 1) & bs_scan_behind (is->lower, next->lower, 2);
  guint64 doubt = glued | is->at | (is->colon & bs_scan_behind (is->slash, next->slash, 1))
                  | (is->slash & alnum_before & ~figure);
  guint64 trouble = is->mark, joined = 0, word_before, sign, sum;
  BsScanMasks masks;

  if ((is->high | next->high | prior->general) != 0)
    bs_scan_judge_high (is, next, prior, alnum_before, &word, &joined, &doubt, &trouble);
  word_before = bs_scan_before (word, prior->word, 1);
  sign = ~(word | is->blank);
  trouble |= (is->eyes & ~word_before)
             | (sign & bs_scan_before (sign, prior->sign, 1) & bs_scan_before (sign, prior->sign, 2));
  masks.starts = word & ~word_before;
  masks.ends = ~word & word_before;
  masks.doubt = doubt;
  /* a sign in the way makes a carry that runs through the rest of the gap to the word behind it */
  prior->troubled = __builtin_add_overflow (~word, prior->troubled, &sum)
                    | __builtin_add_overflow (sum, trouble & ~word, &sum);
  masks.troubled = masks.starts & sum;
  masks.loud = masks.starts
               & (is->upper | is->digit | (is->h & bs_scan_behind (is->t, next->t, 1))
                  | bs_scan_behind (is->stop | is->close, next->stop | next->close, 1));
  prior->alnum = is->alnum;
  prior->digit = is->digit;
  prior->lower = is->lower;
  prior->word = word;
  prior->sign = sign;
  prior->general = is->general;
  prior->joined = joined;
  return masks;
}

G_END_DECLS
