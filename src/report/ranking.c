#include "report/ranking.h"

#define SLACK 4096 /* items beyond twice the most that are held before the others are dropped */

struct _BsRanking {
  GArray *items;
  guint   most;
  GCompareDataFunc compare;
  gpointer data;
};

BsRanking *
bs_ranking_new (gsize size, guint most, GCompareDataFunc compare, gpointer data)
{
  BsRanking *ranking = g_new0 (BsRanking, 1);

  ranking->items = g_array_new (FALSE, FALSE, (guint) size);
  ranking->most = most;
  ranking->compare = compare;
  ranking->data = data;
  return ranking;
}

void
bs_ranking_free (BsRanking *ranking)
{
  if (ranking == NULL)
    return;
  g_array_unref (ranking->items);
  g_free (ranking);
}

GArray *
bs_ranking_kept (BsRanking *ranking)
{
  g_array_sort_with_data (ranking->items, ranking->compare, ranking->data);
  if (ranking->most != 0 && ranking->items->len > ranking->most)
    g_array_set_size (ranking->items, ranking->most);
  return ranking->items;
}

void
bs_ranking_add (BsRanking *ranking, gconstpointer item)
{
  g_array_append_vals (ranking->items, item, 1);
  if (ranking->most != 0 && ranking->items->len / 2 > (gsize) ranking->most + SLACK / 2)
    bs_ranking_kept (ranking);
}
