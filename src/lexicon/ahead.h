/* ahead.h: what bs_lexicon_describe() will read of new words, on its way into the cache while other words are looked up.
 *
 * The syllables of most words are counted by a walk through a megabyte, one wait for memory a letter, and by the next new
 * word other work has pushed that megabyte out of the cache. Here the same walk is taken early, a letter at a time, of
 * several words at once; in vain for the words that a list holds, which to ask would cost as much. It decides nothing: the
 * facts are the same without it. */
#pragma once

#include "lexicon/syllable-model.h"

G_BEGIN_DECLS

#define BS_AHEAD_WORDS 8

/* Starts as all zero. */
typedef struct {
  BsSyllableWalk words[BS_AHEAD_WORDS];
  guint n;
} BsAhead;

/* Sets out with a folded word, which must live until it has been gone through; where there are BS_AHEAD_WORDS already, or
 * it is not one of small letters alone, nothing is done. */
void bs_ahead_set_out (BsAhead *ahead, BsSpan folded);

/* A letter of each. */
void bs_ahead_go_on (BsAhead *ahead);

/* All the letters that are left. */
void bs_ahead_arrive (BsAhead *ahead);

G_END_DECLS
