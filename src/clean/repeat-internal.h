/* repeat-internal.h: what the files of clean/repeat share. */
#pragma once

#include "base/spill.h"
#include "clean/repeat.h"

G_BEGIN_DECLS

/* An article while it is learnt. */
typedef struct {
  guint64 order;  /* hash of its id */
  guint64 start;  /* where its lines stand among all that were put aside, in lines … */
  guint32 n;      /* … and how many they are */
  guint64 weight; /* of them all; filled by bs_repeat_count() */
} BsRepeatArticle;

/* The blocks that two articles or more of an outlet hold. */
typedef struct {
  guint64 *line;   /* hashes, ascending */
  guint32 *held;   /* by how many articles */
  guint32 *voices; /* of these, how many are no copy of one before, in the order of their hashes */
  guint    n;
} BsRepeatCount;

void     bs_repeat_count_clear (BsRepeatCount *count);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BsRepeatCount, bs_repeat_count_clear)

/* Fills an empty count from articles (of BsRepeatArticle, in the order in which they were learnt; of no use to anybody
 * else afterwards) and the lines that were put aside. So many lines at most are sorted at a time, in as many walks through
 * all as that takes. FALSE with BS_ERROR_IO where they cannot be read. */
#define BS_REPEAT_SORTED (1 << 21)
gboolean bs_repeat_count       (BsRepeatCount *count, GArray *articles, BsSpill *lines, gsize sorted, GError **error);

/* For tests: another number than BS_REPEAT_SORTED. */
void     bs_repeats_set_sorted (BsRepeats *repeats, gsize sorted);

/* Where a line stands among ascending ones, or would; TRUE where it is there. */
gboolean bs_repeat_find_line   (const guint64 *lines, guint n, guint64 line, guint *place);

/* Ascending. */
void     bs_repeat_sort_hashes (guint64 *hashes, gsize n);

/* What the hash is of. The block starts and ends with no blank. */
void     bs_repeat_fold        (GString *folded, BsSpan block, gboolean paragraph);

/* As bs_repeats_find(), and keeps the block's text where it is the first that is met. */
gboolean bs_repeats_meet       (const BsRepeats *repeats, const char *outlet, guint64 line, BsSpan block,
                                GString *folded);

G_END_DECLS
