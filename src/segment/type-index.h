/* type-index.h: finds the record of a word. What is known of a word is worked out when the text that first has its
 * spelling has been looked up, and read from its record ever after.
 *
 * A type is the NFC, case-folded word with straight apostrophes; a spelling is the word as written. The types are
 * owned by a GHashTable; in front of it stands a flat table of spellings, asked once per running word. Memory: some
 * 80 bytes a spelling, and 45 a type. One index belongs to one thread; what it hands out lives as long as it does.
 */
#pragma once

#include "lexicon/lexicon.h"

G_BEGIN_DECLS

/* A type. */
typedef struct {
  guint32 id;     /* dense, from 0, in the order of first meeting */
  guint32 same;   /* the number of the spelling that is this word, or BS_NO_SPELLING: it was not met */
  guint32 length; /* bytes of the word */
  char    word[]; /* folded; NUL-ended; never moves */
} BsType;

static inline BsSpan
bs_type_word (const BsType *type)
{
  return bs_span (type->word, type->length);
}

#define BS_NO_SPELLING G_MAXUINT32

/* A spelling: the facts of the word as written, and its type. */
typedef struct {
  BsWordFacts facts;
  guint32     type; /* id */
} BsSpelling;

typedef struct _BsTypeIndex BsTypeIndex;

/* An index belongs to one set of options, which are copied; NULL: all zero. */
BsTypeIndex *bs_type_index_new  (const BsLexiconOptions *options);
void         bs_type_index_free (BsTypeIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTypeIndex, bs_type_index_free)

/* One running word: where it stands and, once looked up, its spelling's number. */
typedef struct {
  guint32 start;    /* bytes from the text's start */
  guint32 length;   /* bytes, 1 or more */
  guint32 spelling;
} BsWord;

/* Fills in the spelling of every word. Words must be valid UTF-8 inside `text`. */
void bs_type_index_look_up (BsTypeIndex *index, BsSpan text, BsWord *words, gsize n_words);

/* Records by number. The array of spellings moves when new ones are met: ask again after a look-up. */
const BsSpelling *bs_type_index_spellings (const BsTypeIndex *index);
guint32           bs_type_index_n_spellings (const BsTypeIndex *index);
const BsType     *bs_type_index_type      (const BsTypeIndex *index, guint32 id);
guint32           bs_type_index_n_types   (const BsTypeIndex *index);

/* The facts of a type's word as it stands, whatever the options of the index: those that are at hand, or worked out. */
void              bs_type_index_describe  (const BsTypeIndex *index, guint32 id, BsWordFacts *facts);

/* The type of a folded word; NULL: it was not met. */
const BsType     *bs_type_index_find      (const BsTypeIndex *index, const char *word);

#define BS_FOLD_MAX 256 /* bytes */

/* The type of a word as written: NFC, full case folding, apostrophes straight. Appends to `folded`. GLib's normal forms
 * take time by the square of the length, so a word of more than BS_FOLD_MAX bytes is only case-folded. */
void              bs_fold_word (BsSpan spelling, GString *folded);

G_END_DECLS
