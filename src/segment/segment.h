/* segment.h: where one thing ends and the next begins: paragraphs, sentences and words of one text.
 *
 * Word: letters, digits and marks, joined by ' ’ - ‐ ‑ . & _ between any of them and by , : / between digits; a URL, an
 * e-mail address or a handle is one word. A stop between small letters and a capitalized word ("says.The") joins
 * nothing: there two sentences were glued. Numbers are words; a symbol alone is none.
 * Sentence: ends at . ! ? … with the quotes and brackets that close over them and a footnote's mark, where what stands
 * before and after says so, and at the end of its block. Where no mark stands, a sentence ends in front of the next
 * item of a list, and where weights learned from web texts speak for it: in chat and mail often, in print hardly ever.
 * No decision looks beyond the article. A run of text without a word is no sentence.
 * Paragraph: a line; line ends inside a hard-wrapped paragraph have been turned into blanks by clean/.
 */
#pragma once

#include "segment/gap.h"
#include "segment/type-index.h"

G_BEGIN_DECLS

/* Why a sentence ends at a gap, or goes on over it. */
typedef enum {
  BS_END_BLOCK,    /* its paragraph ends */
  BS_END_MARK,     /* ! or ? */
  BS_END_STOP,     /* a full stop after an ordinary word */
  BS_END_ELLIPSIS, /* … or ... before a new start */
  BS_END_STARTER,  /* a stop after an abbreviation, before a word that starts sentences */
  BS_END_GLUED,    /* a mark with no blank after it, where two sentences were glued together */
  BS_END_NOTE,     /* behind a footnote's number that stands behind the mark */
  BS_END_ITEM,     /* before the marker of an item in a list: "2." "b)" • */
  BS_END_BROKEN,   /* broken off with a dash: "I thought of the -- We left." */
  BS_END_WEIGHED,  /* no rule decides, and the weights say so (segment/sentence-model.h) */
  BS_N_ENDS,
  BS_ON_TITLE = BS_N_ENDS, /* a title, and the name behind it: "Dr. Smith" */
  BS_ON_SHORT,     /* an abbreviation, with nothing that starts sentences behind it */
  BS_ON_INITIAL,   /* an initial or initialism, likewise */
  BS_ON_NUMBER,    /* an abbreviation and its number: "No. 5" */
  BS_ON_MARKER,    /* the marker of an item, and the item: "2. Wash" */
  BS_ON_DATELINE,  /* "PARIS, Tex. -- The" */
  BS_ON_SMALL,     /* a small letter follows */
  BS_ON_SPEECH,    /* "Why?" the mayor asked */
  BS_ON_NOTE,      /* a footnote's number behind the mark */
  BS_ON_BRACKET,   /* a bracket that opened inside the sentence is still open: "(No. Never. End of story.)" */
  BS_ON_PART,      /* a comma, colon or semicolon and a bracket: "as follows: (1) The" */
  BS_ON_WEIGHED,   /* no rule decides, and the weights say so */
  BS_N_VERDICTS
} BsVerdict;

/* "block", "mark", … and "title", "abbreviation", … */
const char *bs_verdict_name (BsVerdict verdict);

/* One sentence that tells a reader what the verdict means. */
const char *bs_verdict_reason (BsVerdict verdict);

typedef struct {
  guint32       start;      /* bytes from the text's start, opening quotes included */
  guint32       length;     /* closing marks included, blanks around not */
  guint32       first_word; /* index */
  guint32       n_words;    /* 1 or more */
  BsVerdict     end;        /* below BS_N_ENDS */
} BsSentence;

typedef struct {
  guint32 start;
  guint32 length;
  guint32 first_word;
  guint32 n_words; /* 1 or more */
  guint32 first_sentence;
  guint32 n_sentences;
} BsParagraph;

#define BS_UNMARKED_BLOCK 60

/* The parts of a text, in arrays that are used again for the next text. */
typedef struct {
  GArray *words;      /* of BsWord */
  GArray *sentences;  /* of BsSentence */
  GArray *paragraphs; /* of BsParagraph */
  GArray *openings;   /* of guint32: words inside sentences that would be written large in any case: behind a colon, a
                       * list's marker, or a comma and an opening quote; rising */
  guint32 unmarked;   /* words of blocks of BS_UNMARKED_BLOCK words or more that hold no mark that ends a sentence */
  GArray *gaps;       /* of BsGap: every place where a sentence might end, decided */
  guint32 longest_sentence; /* words */
  guint32 long_words;       /* runs of more than word_most bytes that would be words; none of them is in `words` */
  gboolean too_many_types;  /* there are more than types_most different words: nothing else is filled */
  /* ceilings, for the next text; the normal ones where nobody sets others */
  guint32 word_most;
  guint32 types_most;
} BsSegments;

BsSegments *bs_segments_new  (void);
void        bs_segments_free (BsSegments *segments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSegments, bs_segments_free)

#define BS_SEGMENT_MAX ((gsize) G_MAXUINT32 - 64) /* bytes of a text */

/* Divides a text of valid UTF-8 of at most BS_SEGMENT_MAX bytes, forgetting what `segments` held. The result depends on
 * the text alone. One pass over the bytes; no allocation once the arrays have grown. */
void bs_segment (BsSegments *segments, BsTypeIndex *index, BsSpan text);
/* Only the words, found as bs_segment() finds them; gaps stay undecided, and there are no sentences and paragraphs. */
void bs_segment_words (BsSegments *segments, BsTypeIndex *index, BsSpan text);

G_END_DECLS
