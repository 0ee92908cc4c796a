/* word-table.h: words and a number for each, in one flat table. What is asked for every new spelling, several times, is
 * asked here: a look-up allocates nothing, takes no lock, and seldom reads more than one slot.
 *
 * May be read from any number of threads while nobody writes. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

typedef struct _BsWordTable BsWordTable;

/* An empty table with room for so many words; it grows where there are more. */
BsWordTable *bs_word_table_new  (guint expected);
void         bs_word_table_free (BsWordTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsWordTable, bs_word_table_free)

/* The word's value, or 0. Bytes are compared as they are. */
guint32      bs_word_table_get  (const BsWordTable *table, BsSpan word);

/* Gives a word a value other than 0, in the place of an earlier one. The word, not empty, is copied. */
void         bs_word_table_set  (BsWordTable *table, BsSpan word, guint32 value);

/* Number of words. */
guint        bs_word_table_size (const BsWordTable *table);

G_END_DECLS
