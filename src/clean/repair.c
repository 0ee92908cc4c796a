#include "clean/repair.h"
#include "clean/entity.h"
#include "clean/glue.h"
#include "clean/hints.h"
#include "clean/mojibake.h"
#include "clean/run-in.h"

static guint
hints_of (BsSpan text)
{
  return BS_KERNEL_CHOOSE (bs_repair_hints) (text.start, text.length);
}

void
bs_repair_init (BsRepair *repair)
{
  for (guint i = 0; i < G_N_ELEMENTS (repair->rooms); i++)
    repair->rooms[i] = g_string_new (NULL);
  repair->trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
  repair->step = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
}

void
bs_repair_clear (BsRepair *repair)
{
  for (guint i = 0; i < G_N_ELEMENTS (repair->rooms); i++)
    g_string_free (repair->rooms[i], TRUE);
  g_array_unref (repair->trail);
  g_array_unref (repair->step);
}

gsize
bs_repair_kept (const BsRepair *repair)
{
  gsize kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (repair->rooms); i++)
    kept += repair->rooms[i]->allocated_len;
  return kept;
}

/* The room that the text is not in. */
static GString *
free_room (const BsRepair *repair, BsSpan text)
{
  return text.start == repair->rooms[0]->str ? repair->rooms[1] : repair->rooms[0];
}

static void
follow (BsRepair *repair)
{
  if (repair->step->len == 0)
    return;
  bs_trail_follow (repair->step, repair->trail);
  g_array_set_size (repair->trail, 0);
  g_array_append_vals (repair->trail, repair->step->data, repair->step->len);
}

BsSpan
bs_repair_text (BsRepair *repair, BsSpan in, gboolean entities, BsMended *mended)
{
  BsSpan text = in;
  guint hints;

  g_array_set_size (repair->trail, 0);
  if (in.length == 0)
    return in;
  hints = hints_of (text);
  if (entities && (hints & BS_HINT_AMPERSAND) != 0)
    {
      guint64 before = mended->entities;

      text = bs_entities_decode (text, free_room (repair, text), repair->step, mended);
      follow (repair);
      if (mended->entities > before)
        {
          text = bs_mojibake_undo (text, free_room (repair, text), repair->rooms[2], repair->step, mended);
          follow (repair);
          hints = hints_of (text);
        }
    }
  if ((hints & BS_HINT_MORE) != 0)
    {
      text = bs_run_in_cut (text, free_room (repair, text), repair->step, mended);
      follow (repair);
    }
  if ((hints & BS_HINT_GLUE) != 0)
    {
      text = bs_glue_part (text, free_room (repair, text), repair->step, mended);
      follow (repair);
    }
  return text;
}
