/* ngram.h: the n-grams of one article: words that follow each other, with or without gaps.
 *
 * An n-gram is n words in their order. A skip-gram may leave out up to `skip` words between its first and its last,
 * all gaps together (Guthrie, Allison, Liu, Guthrie and Wilks, "A closer look at skip-gram modelling", LREC 2006):
 * those of skip 2 hold those of skip 1 and 0. Each way to choose the words counts: with skip 1 "the the cat" holds
 * "the cat" twice. By default no n-gram crosses the end of a sentence. Numbers are words as they stand.
 */
#pragma once

#include "segment/segment.h"

G_BEGIN_DECLS

#define BS_NGRAM_MOST 6      /* words */
#define BS_NGRAM_MOST_SKIP 4 /* words left out */

typedef struct {
  guint    n;      /* words, 1 to BS_NGRAM_MOST */
  guint    skip;   /* 0 to BS_NGRAM_MOST_SKIP */
  gboolean across; /* over the ends of sentences too */
} BsNgramRule;

/* How many n-grams a row of `words` words has: 0 where it is too short. */
guint64 bs_ngram_positions (guint64 words, const BsNgramRule *rule);

/* Calls `visit` with every n-gram of the article, in the order of their first words. `ids` numbers every running word;
 * an n-gram is n of these numbers, and lives until visit() returns. */
typedef void (*BsNgramVisit) (gpointer data, const guint32 *ngram);
void    bs_ngrams_of (const BsSegments *segments, const guint32 *ids, const BsNgramRule *rule, BsNgramVisit visit,
                      gpointer data);

G_END_DECLS
