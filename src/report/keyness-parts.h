/* keyness-parts.h: what the files of keyness share; nobody else includes it. */
#pragma once

#include "compare/dispersion.h"
#include "compare/sample.h"
#include "report/keyness.h"

G_BEGIN_DECLS

/* One word of one outlet: its counts on both sides, and what is known once all words of the outlet are tested. */
typedef struct {
  guint   outlet;    /* place in the names of the outlets */
  guint   reference; /* the same, or BS_KEY_REST, or BS_KEY_LIST */
  guint32 item;
  gboolean positive;
  double  a, na, b, nb;
  double  held_a, articles_a, held_b, articles_b; /* articles that hold it, of how many; NAN: not known */
  double  sort;
  double  g2, g2_articles;
  double  p, p_holm, p_bh, p_articles_bh; /* of these */
  double  n_tested;
  BsDispersion spread_a, spread_b; /* NAN: not known */
  BsTest  ranks;                  /* of rates by article; p as it is */
} BsKey;

#define BS_KEY_REST G_MAXUINT
#define BS_KEY_LIST (G_MAXUINT - 1)

/* Fills spread_a, spread_b and ranks of all keys from one pass over the articles. `outlets` are the names in order. */
gboolean bs_keyness_spread (BsStore *store, const GPtrArray *outlets, guint n_items, GArray *keys /* of BsKey */,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Nothing known of spreads and ranks. */
void     bs_keyness_no_spread (BsKey *key);

/* The columns, and a row of them. */
void     bs_keyness_columns (BsTable *table, gboolean all_figures);
void     bs_keyness_row     (BsTable *table, const BsKey *key, const char *outlet, const char *word, guint rank, double k,
                             gboolean all_figures);

/* What stands under the table: how each figure was computed. Of each outlet from `least_tested` to `most_tested`
 * words were tested; `spread`: what bs_keyness_spread() fills is there. Free with g_free. */
char    *bs_keyness_note (const BsKeynessOptions *options, guint64 least_tested, guint64 most_tested, gboolean spread);

/* What is tested where that are n-grams: names, and counts by outlet. */
typedef struct {
  guint32 item;
  guint64 count, articles;
} BsKeyCount;

typedef struct {
  GArray    *names;    /* of BsTermName */
  GPtrArray *counts;   /* by outlet: GArray of BsKeyCount */
  double    *total;    /* by outlet: running n-grams … */
  double    *articles; /* … and articles */
} BsKeyItems;

/* N-grams of `n` words that occur `least` times or more, with outlets numbered as `outlets` (of char *). */
BsKeyItems *bs_key_items_new  (BsNgrams *ngrams, guint n, const GPtrArray *outlets, guint64 least, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void        bs_key_items_free (BsKeyItems *items);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsKeyItems, bs_key_items_free)

G_END_DECLS
