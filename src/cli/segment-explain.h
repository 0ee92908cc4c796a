/* segment-explain.h: why segment decided as it did, as table rows. */
#pragma once

#include "cli/text-rows.h"

G_BEGIN_DECLS

/* Columns for the places where a sentence might end: offset, verdict, what stands before and behind, score, reason. */
void        bs_explain_ends_columns  (BsTable *table);

/* A row for every such place of the text that was read last: those with a mark, all where a sentence ends, and those
 * without a mark where the weights come near an end. */
BsTextRows *bs_explain_ends          (const BsReading *reading, BsArena *arena);

/* Columns for words: text, offsets, syllables and how they were found, and what the word counts as. */
void        bs_explain_words_columns (BsTable *table);

/* A row for every word. */
BsTextRows *bs_explain_words         (const BsReading *reading, BsArena *arena);

G_END_DECLS
