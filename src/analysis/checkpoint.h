/* checkpoint.h: when a run commits what it has.
 *
 * By time, so that no more than seconds of work can be lost however slow the texts come: after two seconds, or after a
 * hundred times what the last commit took, so that commits take less than a hundredth of the run on a slow disk, too; but
 * after half a minute in any case.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double  given; /* seconds; 0: none were */
  gint64  due;   /* by g_get_monotonic_time() */
  guint64 done;  /* what had been written when the last was made */
  guint   n;     /* made so far */
} BsCheckpoint;

/* The first is due from now; `given` as in BsAnalysisOptions. */
void     bs_checkpoint_init   (BsCheckpoint *checkpoint, double given);

/* Whether one should be made, now that so much is written: a count of anything that only grows. */
gboolean bs_checkpoint_is_due (const BsCheckpoint *checkpoint, guint64 written);

/* One was made that began at `start`. */
void     bs_checkpoint_made   (BsCheckpoint *checkpoint, guint64 written, gint64 start);

G_END_DECLS
