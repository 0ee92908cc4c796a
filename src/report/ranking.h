/* ranking.h: the best of many, kept while they come by, so that memory is for those that are shown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BsRanking BsRanking;

/* Keeps the `most` first by `compare` (0: all) of items of `size` bytes; `compare` must decide between any two that
 * differ. */
BsRanking *bs_ranking_new  (gsize size, guint most, GCompareDataFunc compare, gpointer data);
void       bs_ranking_free (BsRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsRanking, bs_ranking_free)

/* Copies the item. */
void       bs_ranking_add  (BsRanking *ranking, gconstpointer item);

/* Those kept, the first first. Belongs to the ranking, until more are added. */
GArray    *bs_ranking_kept (BsRanking *ranking);

G_END_DECLS
