/* scan.h: the pass over the bytes that finds words and the places between them where a sentence may end. */
#pragma once

#include "segment/segment.h"

G_BEGIN_DECLS

/* What stands between two words where that is more than blanks and commas. */
typedef enum {
  BS_GAP_STOP     = 1 << 0,  /* one full stop, right behind the word or its closing quote */
  BS_GAP_MARK     = 1 << 1,  /* ! or ?, also doubled and mixed with stops */
  BS_GAP_ELLIPSIS = 1 << 2,  /* … or two stops or more */
  BS_GAP_BLANK    = 1 << 3,  /* a blank after the terminator */
  BS_GAP_CLOSED   = 1 << 4,  /* a closing quote between the terminator and the blank */
  BS_GAP_SIGNED   = 1 << 5,  /* a closing bracket or another sign between the terminator and the blank */
  BS_GAP_QUOTED   = 1 << 6,  /* an opening quote before the next word */
  BS_GAP_OPENED   = 1 << 7,  /* an opening bracket, a bullet or another sign before the next word */
  BS_GAP_DASH     = 1 << 8,  /* a dash before the next word */
  BS_GAP_UNCASED  = 1 << 9,  /* the next word is of a script without capitals */
  BS_GAP_BLOCK    = 1 << 10, /* a line end */
  BS_GAP_GLUED    = 1 << 11  /* a stop between two words without a blank */
} BsGapFlag;

/* A gap in front of a word. Ends of blocks are gaps too; the last gap stands behind the last word. */
typedef struct {
  guint32 word;       /* index of the word behind it; the number of words for the last */
  guint32 end;        /* bytes: where the sentence before would end */
  guint32 next_start; /* bytes: where the sentence behind would start */
  guint32 flags;      /* of BsGapFlag */
} BsGap;

/* Fills words (spellings left open) and gaps, in order. */
void bs_scan (BsSpan text, GArray *words, GArray *gaps);

G_END_DECLS
