/* hard-sentence.h: the sentences of an article, and what makes each hard to read. */
#pragma once

#include "analysis/reading.h"

G_BEGIN_DECLS

/* What is shown is counted on the sentence as it stands; nothing is guessed of its grammar. */
typedef struct {
  char   *text;        /* as it stands in the cleaned article; valid UTF-8 */
  guint   place;       /* in the article, from 1 */
  guint   words;
  guint   syllables;
  guint   long_words;  /* of three syllables or more, as the count `poly` */
  guint   unfamiliar;  /* off the long Dale list, as the count `unfamiliar` */
  char   *names_them;  /* the different unfamiliar words as written, in their order, parted by ", "; "": none */
  guint   commas, semicolons, brackets, dashes; /* semicolons and colons; opening brackets; dashes: — – and -- */
  double  grade;       /* of Flesch and Kincaid's formula on this sentence alone: 0.39 words + 11.8 syllables / words -
                        * 15.59 (Kincaid et al. 1975) */
} BsHardSentence;

void    bs_hard_sentence_free (BsHardSentence *sentence);

/* Those of the article that was read last (bs_read(), all of it) with `least` words or more, in their order. English
 * is for the caller to ask for: syllables and the list are English. Free with g_ptr_array_unref. */
GPtrArray *bs_hard_sentences (const BsReading *reading, guint least);

/* Sorts BsHardSentence by grade or by words, hardest first; equal ones by words or grade, then keeps their order. */
typedef enum { BS_HARD_BY_GRADE, BS_HARD_BY_WORDS } BsHardBy;
int        bs_hard_sentence_compare (const BsHardSentence *a, const BsHardSentence *b, BsHardBy by);

G_END_DECLS
