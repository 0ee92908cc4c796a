#include "clean/repair.h"
#include "clean/entity.h"
#include "clean/glue.h"
#include "clean/mojibake.h"
#include "clean/run-in.h"
#include "clean/vector.h"

#define AROUND 4 /* bytes before the one looked at that matter */

typedef enum
{
  AMPERSAND = 1 << 0,
  GLUE = 1 << 1,
  MORE = 1 << 2
} Hint;

static BsVector
is_between (BsVector bytes, guchar least, guchar most)
{
  return (BsVector)(bytes >= least) & (BsVector)(bytes <= most);
}

static BsVector
is_stop (BsVector bytes)
{
  return (BsVector)(bytes == '.') | (BsVector)(bytes == '!') | (BsVector)(bytes == '?');
}

/* Whether any of sixteen places is worth a closer look: an ampersand, a capital that stands behind no blank, or what
 * may be one beyond ASCII behind a mark. */
static gboolean
is_odd (const char *at)
{
  BsVector here = bs_vector_load (at), last = bs_vector_load (at - 1);
  BsVector behind = (BsVector)(last > ' ');

  return bs_vector_any ((is_between (here, 'A', 'Z') & behind) | (BsVector)(here == '&')
                        | ((BsVector)(here >= 0xc3) & (BsVector)(last < '@') & behind));
}

/* The same places. A stop between a letter or figure and a capital or what may be one beyond ASCII; a capital behind
 * one mark, or a mark of three bytes, behind a stop. */
static guint
look_closer (const char *at)
{
  BsVector here = bs_vector_load (at), last = bs_vector_load (at - 1), second = bs_vector_load (at - 2);
  BsVector fourth = bs_vector_load (at - 4), capital = is_between (here, 'A', 'Z');
  BsVector glued = is_stop (last) & (BsVector)((second | 0x20) >= '0') & ~is_between (second, 'A', 'Z')
                   & (capital | is_between (here, 0xc3, 0xd1));
  BsVector mark = (BsVector)(last > ' ') & (BsVector)(last != '.') & ~is_between (last, '0', 'Z');
  BsVector marked = capital & ((is_stop (second) & mark) | (is_stop (fourth) & (BsVector)(last >= 0x80)));
  BsVector more = (BsVector)(second == ' ') & (BsVector)(last == 'M') & (BsVector)(here == 'O');

  return (bs_vector_any ((BsVector)(here == '&')) ? AMPERSAND : 0) | (bs_vector_any (glued | marked) ? GLUE : 0)
         | (bs_vector_any (more) ? MORE : 0);
}

static inline guint
hints_at (const char *at)
{
  return is_odd (at) ? look_closer (at) : 0;
}

static guint
hints_of (BsSpan text)
{
  char edge[AROUND + 16 + 16];
  guint hints = 0;
  gsize at = AROUND;

  if (text.length < AROUND + 16)
    {
      memset (edge, ' ', sizeof edge);
      memcpy (edge + AROUND, text.start, text.length);
      return hints_at (edge + AROUND) | hints_at (edge + AROUND + 12);
    }
  memset (edge, ' ', AROUND);
  memcpy (edge + AROUND, text.start, 16);
  hints = hints_at (edge + AROUND);
  for (; at + 16 <= text.length; at += 16)
    hints |= hints_at (text.start + at);
  return hints | hints_at (text.start + text.length - 16);
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
  if (entities && (hints & AMPERSAND) != 0)
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
  if ((hints & MORE) != 0)
    {
      text = bs_run_in_cut (text, free_room (repair, text), repair->step, mended);
      follow (repair);
    }
  if ((hints & GLUE) != 0)
    {
      text = bs_glue_part (text, free_room (repair, text), repair->step, mended);
      follow (repair);
    }
  return text;
}
