/* lesson.h: the first light read of a corpus: what repeats in its outlets, and in those of the store beside it.
 *
 * Learnt from are the articles of the corpus and those of the store that the corpus does not hold, once each: what is
 * unchanged speaks by the hashes that the store keeps, so that only what is new or changed is read. So a store says the
 * same in the end, whether its corpus came in one run or in several of which each part came again.
 */
#pragma once

#include "analysis/batch.h"
#include "clean/repeat.h"

G_BEGIN_DECLS

typedef struct _BsLesson BsLesson;

BsLesson *bs_lesson_new  (void);
void      bs_lesson_free (BsLesson *lesson);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsLesson, bs_lesson_free)

/* Learns a batch that bs_batch_learn() has read. In the order of the stream: the first article of a key counts. */
void      bs_lesson_take (BsLesson *lesson, const BsBatch *batch);

/* Everything was taken: learns from the store (where `prune`, only what the corpus holds too) and concludes. An article
 * of the corpus of which other blocks repeat than when it was analyzed is no longer `known`, and is so analyzed again;
 * `stale` is how many of these the corpus does not hold. */
gboolean  bs_lesson_conclude (BsLesson *lesson, BsStore *store, BsKnown *known, gboolean prune, guint64 *stale,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was learnt; owned by the lesson. */
BsRepeats *bs_lesson_repeats (BsLesson *lesson);

/* What repeats in the outlets of the places, without a store: reads all of them once, in so many threads (0: one a
 * processor). Free with bs_repeats_free. As an analysis of the places into a new store would learn it. Problems are passed
 * over: whoever reads the places again meets them. Standard input must be held (below). */
BsRepeats *bs_learn_places (const char *const *places, const BsSourceOptions *source, const BsReadOptions *read,
                            guint threads, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Standard input as something that can be read again: it stays what it is where it is a file, else all of it is read
 * into a file without a name that takes its place. `start` is where it stands in that file. Stops early where `*stop`
 * becomes other than 0. BS_ERROR_IO where there is no room for it, BS_ERROR_LIMIT where it is more than its ceiling. */
gboolean  bs_standard_input_hold (const BsCeilings *ceilings, const volatile gint *stop, gint64 *start,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Back to where standard input stood when it was held. */
gboolean  bs_standard_input_rewind (gint64 start, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
