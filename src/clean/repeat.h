/* repeat.h: what repeats in an outlet: blocks that stand in many of its articles and so are furniture of its pages.
 *
 * A first light read of the corpus teaches the blocks of every article, and then every article is judged by them.
 */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

typedef struct _BsRepeats BsRepeats;

BsRepeats *bs_repeats_new  (void);
void       bs_repeats_free (BsRepeats *repeats);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsRepeats, bs_repeats_free)

/* The hash of a block for this purpose: blanks folded; the same on every machine. */
guint64    bs_repeat_hash (BsSpan block);

/* Adds the different blocks of one article. */
void       bs_repeats_learn (BsRepeats *repeats, const char *outlet, const guint64 *lines, guint n_lines);

/* In how many of the outlet's articles the block stands, where that makes it furniture; else 0. Thread-safe once nothing
 * more is learnt. */
guint      bs_repeats_find (const BsRepeats *repeats, const char *outlet, guint64 line);

G_END_DECLS
