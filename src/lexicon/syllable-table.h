/* syllable-table.h: syllables of a word of a to z, apostrophes and hyphens: listed, else from a listed stem, else by
 * weights, which a first or last element of a compound (lexicon/syllable-compound.h) is not left to.
 *
 * The table is as exact as the dictionary it was made from, and much smaller: weights (lexicon/syllable-model.h) that
 * are right for most words, and a list of those for which the weights and the endings together would err. */
#pragma once

#include "lexicon/syllable-model.h"

G_BEGIN_DECLS

/* A longer word is never listed, and its endings are not looked at. Bytes. */
#define BS_SYLLABLE_LISTED_MAX 47

typedef enum {
  BS_SYLLABLE_FROM_LIST,   /* one of the words for which the weights err */
  BS_SYLLABLE_FROM_STEM,   /* a listed word with a regular ending ('s, s, es, ed, ing, ly …) */
  BS_SYLLABLE_FROM_WEIGHTS
} BsSyllableOrigin;

typedef struct _BsSyllableTable BsSyllableTable;

/* `listed` holds a word, a blank and its number of syllables a line ("#" starts a comment line) and may be empty.
 * BS_ERROR_FORMAT naming the line where either text is otherwise. Nothing is kept of the texts. */
BsSyllableTable *bs_syllable_table_new  (BsSpan weights, BsSpan listed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             bs_syllable_table_free (BsSyllableTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSyllableTable, bs_syllable_table_free)

/* Lists one more word. */
void             bs_syllable_table_add (BsSyllableTable *table, BsSpan word, guint count);

/* The listed count, or 0. */
guint            bs_syllable_table_listed (const BsSyllableTable *table, BsSpan word);

/* Syllables of a folded word, at least 1; hyphenated, the sum of its parts. `origin`, of the last part, may be NULL. */
guint            bs_syllable_table_count (const BsSyllableTable *table, BsSpan word, BsSyllableOrigin *origin);

/* Its weights, which live as long as it does. */
const BsSyllableModel *bs_syllable_table_model (const BsSyllableTable *table);

/* Number of listed words. */
guint            bs_syllable_table_size (const BsSyllableTable *table);

/* Whether an s after this word is a syllable of its own: "boss's", "judges". The word has no ending yet. */
gboolean         bs_syllable_is_sibilant (BsSpan word);

G_END_DECLS
