/* targets.h: the articles of a store that a walk looks for, and which of them it has met. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64      number;   /* in the store */
  guint       settings; /* the number of its rules there */
  gboolean    wanted;   /* FALSE: the store knows it, and nobody asked for it */
  gboolean    done;
  const char *checksum;
  const char *repeats;  /* digest of its blocks that repeat */
  const char *title;    /* NULL: none */
  const char *day;      /* NULL: no date */
  BsSpan      kept;     /* as article_blobs has it */
  const char *why;      /* it was passed over when it was last met; NULL: not met */
} BsTarget;

/* Why, of one that no run's rules fit. */
#define BS_TARGET_RULES "it was analyzed by other rules than this program's, or by an option that no run names"

typedef struct _BsTargets BsTargets;

/* Wanted are the articles that count; where not NULL, of that outlet, and of those numbers (gint64 keys) alone. */
BsTargets *bs_targets_new  (BsStore *store, const char *outlet, const GHashTable *only, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void       bs_targets_free (BsTargets *targets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTargets, bs_targets_free)

/* NULL where the store holds no such article. Any thread. */
BsTarget  *bs_targets_find (const BsTargets *targets, const char *outlet, const char *id);

/* The number of rules in the store; 0: it does not know them. */
guint      bs_targets_settings (const BsTargets *targets, const char *rules);

/* Articles by these rules can be read. After the first call, those by rules that were not allowed are left out of
 * bs_targets_left(). */
void       bs_targets_allow (BsTargets *targets, guint settings);

/* How many are wanted, can be read, and are not done. */
guint64    bs_targets_left (const BsTargets *targets);
void       bs_targets_done (BsTargets *targets, BsTarget *target);

/* Counts the wanted that are not done: those passed over, and where `all` those not met. `first`: "outlet / id: why" of
 * the first of them in key order, or NULL; free with g_free. */
void       bs_targets_sum (const BsTargets *targets, gboolean all, guint64 *changed, guint64 *gone, char **first);

G_END_DECLS
