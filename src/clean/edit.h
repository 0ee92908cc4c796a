/* edit.h: a text copied with a few places replaced, and the trail of it; used by what mends texts. */
#pragma once

#include "clean/mend.h"

G_BEGIN_DECLS

typedef struct {
  BsSpan   in;
  GString *room;
  GArray  *trail; /* of BsTrailPoint */
  gsize    from;  /* what is copied so far */
} BsEdit;

/* Empties `room` and `trail`. */
static inline BsEdit
bs_edit (BsSpan in, GString *room, GArray *trail)
{
  g_string_truncate (room, 0);
  g_array_set_size (trail, 0);
  return (BsEdit){ in, room, trail, 0 };
}

/* Takes out the bytes from `start` to `end`, behind all that were taken out before; what is then appended to `room`
 * stands in their place. bs_edit_resume() follows. */
static inline void
bs_edit_cut (BsEdit *edit, gsize start, gsize end)
{
  g_string_append_len (edit->room, edit->in.start + edit->from, (gssize) (start - edit->from));
  edit->from = end;
}

static inline void
bs_edit_resume (BsEdit *edit)
{
  BsTrailPoint point = { (guint32)edit->room->len, (guint32)edit->from };

  g_array_append_val (edit->trail, point);
}

/* What follows stays as it is. */
static inline gboolean
bs_edit_is_full (const BsEdit *edit)
{
  return edit->trail->len >= BS_TRAIL_MAX;
}

/* The text: what was given, where nothing was taken out or put in. */
static inline BsSpan
bs_edit_end (BsEdit *edit)
{
  if (edit->trail->len == 0)
    return edit->in;
  bs_edit_cut (edit, edit->in.length, edit->in.length);
  return bs_span (edit->room->str, edit->room->len);
}

G_END_DECLS
