#include "analysis/checkpoint.h"

#include <math.h>

#define USUAL (2 * (gint64) G_USEC_PER_SEC)
#define LONGEST (30 * (gint64) G_USEC_PER_SEC)
#define SHARE 100 /* of the time, one commit takes no more than one in so many */

static void
set_due (BsCheckpoint *checkpoint, gint64 took)
{
  gint64 now = g_get_monotonic_time ();

  if (checkpoint->given == 0)
    checkpoint->due = now + CLAMP (SHARE * took, USUAL, LONGEST);
  else
    checkpoint->due = isfinite (checkpoint->given) ? now + (gint64) (checkpoint->given * G_USEC_PER_SEC) : G_MAXINT64;
}

void
bs_checkpoint_init (BsCheckpoint *checkpoint, double given)
{
  *checkpoint = (BsCheckpoint){ .given = given };
  set_due (checkpoint, 0);
}

gboolean
bs_checkpoint_is_due (const BsCheckpoint *checkpoint, guint64 written)
{
  return written > checkpoint->done && g_get_monotonic_time () >= checkpoint->due;
}

void
bs_checkpoint_made (BsCheckpoint *checkpoint, guint64 written, gint64 start)
{
  checkpoint->n++;
  checkpoint->done = written;
  set_due (checkpoint, g_get_monotonic_time () - start);
}
