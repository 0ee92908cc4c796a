/* term-order.h: the terms of one article after the other, sorted by number. */
#pragma once

#include "count/tally.h"

G_BEGIN_DECLS

typedef struct _BsTermOrder BsTermOrder;

BsTermOrder *bs_term_order_new  (void);
void         bs_term_order_free (BsTermOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTermOrder, bs_term_order_free)

/* Sorts terms by type, upwards. Types are below `n_numbers`, and none comes twice. Cost: some twenty instructions a term,
 * and a few for every 4,096 numbers; memory: four bytes and a bit for each of these, half as much again when it grows. */
void         bs_term_order_sort (BsTermOrder *order, BsTerm *terms, guint n, guint32 n_numbers);

G_END_DECLS
