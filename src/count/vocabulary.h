/* vocabulary.h: the words of an outlet or a corpus with their counts, in a GHashTable of their records. */
#pragma once

#include "base/arena.h"
#include "lexicon/lexicon.h"

G_BEGIN_DECLS

/* What a store's list of words says of one. */
typedef struct {
  guint16 letters;
  guint8  syllables; /* 0: nothing is told */
  guint8  flags;     /* of BsWordNoteFlag */
} BsWordNote;

typedef enum { BS_WORD_NOTE_FUNCTION = 1 << 0, BS_WORD_NOTE_NUMBER = 1 << 1 } BsWordNoteFlag;

/* One type of a vocabulary. */
typedef struct {
  guint64 count;    /* tokens */
  guint32 articles; /* that hold it */
  guint32 term;     /* number, dense from 0 in the order of first adding */
  BsWordNote note;  /* of the word as it stands */
  guint32 length;   /* bytes of the word */
  char    word[];   /* folded; NUL-ended; lives as long as the vocabulary */
} BsEntry;

static inline BsSpan
bs_entry_word (const BsEntry *entry)
{
  return bs_span (entry->word, entry->length);
}

typedef struct {
  GHashTable *entries; /* a set of char *, the words of entries */
  GPtrArray  *by_term; /* of BsEntry, by number */
  BsArena    *arena;
  guint64     tokens;  /* sum of all counts */
} BsVocabulary;

BsVocabulary *bs_vocabulary_new  (void);
void          bs_vocabulary_free (BsVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsVocabulary, bs_vocabulary_free)

/* The entry of a word, made with counts of 0 where it is new. */
BsEntry      *bs_vocabulary_enter (BsVocabulary *vocabulary, BsSpan word);

/* Of facts of a word, what is noted. */
BsWordNote    bs_word_note        (const BsWordFacts *facts);

/* The entry of a word, or NULL. */
BsEntry      *bs_vocabulary_find  (const BsVocabulary *vocabulary, const char *word);

/* Adds an article's `count` of a word. */
void          bs_vocabulary_add   (BsVocabulary *vocabulary, BsEntry *entry, guint64 count);

/* Entries by descending count, equal counts by word in byte order. Free the array, not the entries. */
GPtrArray    *bs_vocabulary_ranked (const BsVocabulary *vocabulary);

G_END_DECLS
