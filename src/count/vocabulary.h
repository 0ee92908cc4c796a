/* vocabulary.h: the words of an outlet or a corpus, and their counts where they are counted, in a GHashTable of their
 * records. An analysis holds one of the whole corpus, of which it needs the numbers alone. */
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
  guint32 term;    /* number, dense from 0 in the order of first adding */
  guint32 length;  /* bytes of the word */
  BsWordNote note; /* of the word as it stands */
  char    word[];  /* folded; NUL-ended; lives as long as the vocabulary */
} BsEntry;

static inline BsSpan
bs_entry_word (const BsEntry *entry)
{
  return bs_span (entry->word, entry->length);
}

typedef struct {
  GHashTable *entries; /* a set of char *, the words of entries */
  GPtrArray  *by_term; /* of BsEntry, by number */
  GArray     *counts;  /* of guint64, by number: tokens; shorter than by_term where the last were not counted */
  BsArena    *arena;
  guint64     tokens;  /* sum of all counts */
} BsVocabulary;

BsVocabulary *bs_vocabulary_new  (void);
void          bs_vocabulary_free (BsVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsVocabulary, bs_vocabulary_free)

/* The entry of a word, made where it is new. */
BsEntry      *bs_vocabulary_enter (BsVocabulary *vocabulary, BsSpan word);

/* Of facts of a word, what is noted. */
BsWordNote    bs_word_note        (const BsWordFacts *facts);

/* The entry of a word, or NULL. */
BsEntry      *bs_vocabulary_find  (const BsVocabulary *vocabulary, const char *word);

/* Adds `count` tokens of a word. */
void          bs_vocabulary_add   (BsVocabulary *vocabulary, const BsEntry *entry, guint64 count);

/* Tokens of a word; 0: it was entered and not counted. */
guint64       bs_vocabulary_count (const BsVocabulary *vocabulary, const BsEntry *entry);

/* Entries by descending count, equal counts by word in byte order. Free the array, not the entries. */
GPtrArray    *bs_vocabulary_ranked (const BsVocabulary *vocabulary);

G_END_DECLS
