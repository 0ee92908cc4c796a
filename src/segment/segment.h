/* segment.h: where one thing ends and the next begins: paragraphs, sentences and words of one text.
 *
 * Word: letters, digits and marks, joined by ' ’ - ‐ ‑ . & _ between any of them and by , : / between digits; a URL, an
 * e-mail address or a handle is one word. A stop between small letters and a capitalized word ("says.The") joins
 * nothing: there two sentences were glued. Numbers are words; a symbol alone is none.
 * Sentence: ends at . ! ? … with the quotes and brackets that close over them and a footnote's mark, where what stands
 * before and after says so, and at the end of its block. A run of text without a word is no sentence.
 * Paragraph: a line; line ends inside a hard-wrapped paragraph have been turned into blanks by clean/.
 */
#pragma once

#include "segment/type-index.h"

G_BEGIN_DECLS

/* Why a sentence ends where it ends. */
typedef enum {
  BS_END_BLOCK,    /* its paragraph ends */
  BS_END_MARK,     /* ! or ? */
  BS_END_STOP,     /* a full stop after an ordinary word */
  BS_END_ELLIPSIS, /* … or ... before a new start */
  BS_END_STARTER,  /* a stop after an abbreviation, before a word that starts sentences */
  BS_END_GLUED,    /* a stop with no blank after it, where two sentences were glued together */
  BS_N_ENDS
} BsSentenceEnd;

/* "block", "mark", … */
const char *bs_sentence_end_name (BsSentenceEnd end);

typedef struct {
  guint32       start;      /* bytes from the text's start, opening quotes included */
  guint32       length;     /* closing marks included, blanks around not */
  guint32       first_word; /* index */
  guint32       n_words;    /* 1 or more */
  BsSentenceEnd end;
} BsSentence;

typedef struct {
  guint32 start;
  guint32 length;
  guint32 first_word;
  guint32 n_words; /* 1 or more */
  guint32 first_sentence;
  guint32 n_sentences;
} BsParagraph;

/* The parts of a text, in arrays that are used again for the next text. */
typedef struct {
  GArray *words;      /* of BsWord */
  GArray *sentences;  /* of BsSentence */
  GArray *paragraphs; /* of BsParagraph */
  GArray *gaps;       /* private to the room: places where a sentence may end */
} BsSegments;

BsSegments *bs_segments_new  (void);
void        bs_segments_free (BsSegments *segments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSegments, bs_segments_free)

#define BS_SEGMENT_MAX ((gsize) G_MAXUINT32 - 64) /* bytes of a text */

/* Divides a text of valid UTF-8 of at most BS_SEGMENT_MAX bytes, forgetting what `segments` held. The result depends on
 * the text alone. One pass over the bytes; no allocation once the arrays have grown. */
void bs_segment (BsSegments *segments, BsTypeIndex *index, BsSpan text);

G_END_DECLS
