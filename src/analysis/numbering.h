/* numbering.h: the store's numbers of the types that workers met. */
#pragma once

#include "analysis/batch.h"

G_BEGIN_DECLS

typedef struct _BsNumbering BsNumbering;

BsNumbering *bs_numbering_new  (guint n_workers);
void         bs_numbering_free (BsNumbering *numbering);

/* Takes the types that a batch's worker met first there; before, where the batch brings an index that was retired, forgets
 * all numbers of that worker. To be called for every batch, in order, while its words live. */
void         bs_numbering_learn (BsNumbering *numbering, const BsBatch *batch);

/* Of the words of an article, how many the vocabulary lacks. */
guint        bs_numbering_lacking (const BsNumbering *numbering, const BsVocabulary *vocabulary, guint worker,
                                   const BsTerm *terms, guint n_terms);

/* Puts the vocabulary's numbers in place of the worker's, ascending. Words that are new to it are numbered in byte order,
 * as bs_store_settle() does, which then finds nothing to change where the corpus came in key order. */
void         bs_numbering_apply (BsNumbering *numbering, BsVocabulary *vocabulary, guint worker, BsTerm *terms,
                                 guint n_terms);

G_END_DECLS
