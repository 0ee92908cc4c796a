/* vocabulary.h: the words of an outlet or a corpus with their counts, in a GHashTable from word to record. */
#pragma once

#include "base/arena.h"
#include "lexicon/lexicon.h"

G_BEGIN_DECLS

/* One type of a vocabulary. */
typedef struct {
  BsSpan  word;     /* folded; NUL-ended; lives as long as the vocabulary */
  guint32 term;     /* number, dense from 0 in the order of first adding */
  guint64 count;    /* tokens */
  guint64 articles; /* that hold it */
  BsWordFacts facts; /* of the word as it stands; no syllables: not told */
} BsEntry;

typedef struct {
  GHashTable *entries; /* of char * to BsEntry */
  GPtrArray  *by_term; /* of BsEntry, by number */
  BsArena    *arena;
  guint64     tokens;  /* sum of all counts */
} BsVocabulary;

BsVocabulary *bs_vocabulary_new  (void);
void          bs_vocabulary_free (BsVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsVocabulary, bs_vocabulary_free)

/* The entry of a word, made with counts of 0 where it is new. */
BsEntry      *bs_vocabulary_enter (BsVocabulary *vocabulary, BsSpan word);

/* The entry of a word, or NULL. */
BsEntry      *bs_vocabulary_find  (const BsVocabulary *vocabulary, const char *word);

/* Adds an article's `count` of a word. */
void          bs_vocabulary_add   (BsVocabulary *vocabulary, BsEntry *entry, guint64 count);

/* Entries by descending count, equal counts by word in byte order. Free the array, not the entries. */
GPtrArray    *bs_vocabulary_ranked (const BsVocabulary *vocabulary);

G_END_DECLS
