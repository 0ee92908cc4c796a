/* line-figures.h: what clean/diagnose.h asks of one line, for sums over lines. */
#pragma once

#include "base/span.h"
#include "clean/redundancy.h"

G_BEGIN_DECLS

/* A word is a run without blanks. All in occurrences, or 0 and 1 of the line itself. */
typedef enum {
  BS_LINE_CHARS,        /* code points */
  BS_LINE_WORDS,
  BS_LINE_SYMBOLS,      /* words without letter or digit */
  BS_LINE_WITH_LETTERS, /* words with a letter */
  BS_LINE_LETTERS,      /* letters and digits */
  BS_LINE_HASHES,       /* # */
  BS_LINE_ELLIPSES,     /* ... and … */
  BS_LINE_BULLET,       /* starts with • or - */
  BS_LINE_TRAILS_OFF,   /* ends in an ellipsis */
  BS_LINE_ENDS,         /* ends in a stop, closing quotes and brackets aside */
  BS_LINE_SHORT,        /* 30 characters or fewer */
  BS_LINE_LONG,         /* 200 characters or more */
  BS_LINE_BRACE,        /* has a curly bracket that opens */
  BS_LINE_JAVASCRIPT,   /* has "javascript" */
  BS_LINE_LOREM,        /* has "lorem ipsum" */
  BS_LINE_POLICY,       /* has a phrase of C4 on terms and cookies */
  BS_LINE_SENTENCES,    /* of a line that C4 keeps, by their marks, 1 or more; 0 of others */
  BS_N_LINE_FIGURES
} BsLineFigure;

typedef struct {
  guint64 value[BS_N_LINE_FIGURES];
  guint8  stop_words; /* which of the, be, to, of, and, that, have, with it has, as bits */
} BsLineFigures;

/* Fills the figures of a line of valid UTF-8, its stop words only where wanted, and appends its words to `words` (of
 * BsHashedWord, clean/redundancy.h) while that has fewer than `most`. */
void bs_line_figures (BsLineFigures *figures, BsSpan line, gboolean stop_words, GArray *words, guint most);

/* Adds a line's figures to a sum. */
void bs_line_figures_add (BsLineFigures *sum, const BsLineFigures *line);

/* How many different of the eight words. */
guint bs_line_stop_words (const BsLineFigures *figures);

/* More than 200 characters, and at least 32 of 100 words English function words: jusText's good block. `words` are those
 * that the line appended, or the first of them. */
gboolean bs_line_is_good (const BsLineFigures *figures, BsSpan line, const BsHashedWord *words, gsize n_words);

G_END_DECLS
