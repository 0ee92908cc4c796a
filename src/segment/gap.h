/* gap.h: what stands between two words, as far as it may part sentences. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

typedef enum {
  /* the mark that ends sentences */
  BS_GAP_STOP      = 1 << 0,  /* one full stop, right behind the word or its closing quote */
  BS_GAP_MARK      = 1 << 1,  /* ! or ?, also doubled and mixed with stops */
  BS_GAP_ELLIPSIS  = 1 << 2,  /* … or two stops or more */
  /* what stands around it */
  BS_GAP_BLANK     = 1 << 3,  /* a blank after the mark; without a mark, any blank */
  BS_GAP_CLOSED    = 1 << 4,  /* a closing quote before the blank */
  BS_GAP_SIGNED    = 1 << 5,  /* a closing bracket or another sign before the blank */
  BS_GAP_QUOTED    = 1 << 6,  /* an opening quote before the next word */
  BS_GAP_OPENED    = 1 << 7,  /* an opening bracket or another sign before the next word */
  BS_GAP_DASH      = 1 << 8,  /* a dash before the next word */
  BS_GAP_UNCASED   = 1 << 9,  /* the next word is of a script without capitals */
  BS_GAP_BLOCK     = 1 << 10, /* a line end */
  BS_GAP_GLUED     = 1 << 11, /* a mark between two words without a blank */
  BS_GAP_NOTE      = 1 << 12, /* a footnote's mark between the stop and the blank: its figures are a word */
  BS_GAP_SMILEY    = 1 << 13, /* :-) */
  BS_GAP_BULLET    = 1 << 14, /* • before the next word */
  BS_GAP_APART     = 1 << 20, /* a bracket or quote between the word and the mark: "etc)." */
  BS_GAP_TWICE     = 1 << 19, /* an ellipsis of just two stops: "in Columbus, Ga.. The" */
  /* where there is no mark */
  BS_GAP_COMMA     = 1 << 15,
  BS_GAP_COLON     = 1 << 16,
  BS_GAP_SEMICOLON = 1 << 17,
  BS_GAP_RULE      = 1 << 18  /* a row of the same sign, also behind a mark: ------ ====== ______ */
} BsGapFlag;

#define BS_GAP_MARKS (BS_GAP_STOP | BS_GAP_MARK | BS_GAP_ELLIPSIS)

/* A gap in front of a word. Ends of blocks are gaps too; the last gap stands behind the last word. A gap without a mark
 * is noted only where a sentence might start all the same: before a capital, a date, an address, the marker of a list;
 * behind an address, a smiley or a row of signs. */
typedef struct {
  guint32 word;       /* index of the word behind it; the number of words for the last */
  guint32 end;        /* bytes: where the sentence before would end */
  guint32 next_start; /* bytes: where the sentence behind would start */
  guint32 flags;      /* of BsGapFlag */
  guint8  verdict;    /* BsVerdict, once decided */
  gint16  score;      /* of the weighing, where it decided (segment/sentence-model.h); above 0: an end */
} BsGap;

G_END_DECLS
