#include "clean/mend.h"
#include "clean/special.h"

typedef enum
{
  PASS,
  LINE_END,
  BLANK,
  CONTROL,
  INVISIBLE,
  JOINER,
  LIGATURE,
  INVALID
} Kind;

/* One sequence as RFC 3629 has it; of an invalid one, `length` is the part that could have begun a valid one. */
static gboolean
decode (const guchar *at, gsize left, gunichar *c, gsize *length)
{
  guint need = at[0] >= 0xf0 ? 3 : at[0] >= 0xe0 ? 2 : 1;
  guchar low = at[0] == 0xe0 ? 0xa0 : at[0] == 0xf0 ? 0x90 : 0x80;
  guchar high = at[0] == 0xed ? 0x9f : at[0] == 0xf4 ? 0x8f : 0xbf;

  *length = 1;
  if (at[0] < 0xc2 || at[0] > 0xf4)
    return FALSE;
  *c = at[0] & (0x3f >> need);
  for (guint i = 1; i <= need; i++)
    {
      if (i >= left || at[i] < low || at[i] > high)
        return FALSE;
      *c = *c << 6 | (at[i] & 0x3f);
      *length = i + 1;
      low = 0x80;
      high = 0xbf;
    }
  return TRUE;
}

static Kind
kind_of_wide (gunichar c)
{
  if (c < 0xa0)
    return c == 0x85 ? LINE_END : CONTROL;
  if (c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000)
    return BLANK;
  if (c == 0x2028 || c == 0x2029)
    return LINE_END;
  if (c >= 0x200b && c <= 0x200d)
    return JOINER;
  if (c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e || c == 0x200e || c == 0x200f || c == 0xfeff
      || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfff9 && c <= 0xfffb))
    return INVISIBLE;
  return c >= 0xfb00 && c <= 0xfb06 ? LIGATURE : PASS;
}

static Kind
kind_at (const char *at, const char *end, gsize *length, gunichar *c)
{
  if ((guchar) *at >= 0x80)
    return decode ((const guchar *) at, (gsize) (end - at), c, length) ? kind_of_wide (*c) : INVALID;
  *length = 1;
  if (*at == '\n' || *at == '\t')
    return PASS;
  if (*at == '\v' || *at == '\f')
    return LINE_END;
  if (*at != '\r')
    return CONTROL;
  if (end - at > 2 && at[1] == '\r' && at[2] == '\n') /* a line end that was converted twice */
    *length = 3;
  else if (end - at > 1 && at[1] == '\n')
    *length = 2;
  return LINE_END;
}

static gboolean
behind_spelling_script (const char *text, const char *at)
{
  const guchar *back = (const guchar *) at;

  while (back > (const guchar *) text && at - (const char *) back < 4)
    if (*--back >= 0xc0)
      return back[0] >= 0xd7 && !(back[0] == 0xe2 && back[1] == 0x80);
    else if (*back < 0x80)
      return FALSE;
  return FALSE;
}

/* What stands in the place of a sequence, counted. */
static const char *
replacement (Kind kind, gunichar c, BsMended *mended)
{
  static const char *const LIGATURES[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  switch (kind)
    {
    case LINE_END:
      return "\n";
    case BLANK:
      mended->spaces++;
      return " ";
    case LIGATURE:
      mended->ligatures++;
      return LIGATURES[c - 0xfb00];
    case INVALID:
      mended->invalid_bytes++;
      return "\xef\xbf\xbd";
    case CONTROL:
      mended->controls++;
      return "";
    case PASS:
    case JOINER:
    case INVISIBLE:
    default:
      mended->invisibles++;
      return "";
    }
}

void
bs_mend_append (GString *to, gunichar c)
{
  BsMended uncounted = { 0 };
  char utf8[6];
  gsize length = (gsize) g_unichar_to_utf8 (c, utf8);
  Kind kind = BS_KERNEL_CHOOSE (bs_find_special) (utf8, utf8 + length) > utf8 ? PASS : kind_at (utf8, utf8 + length, &length, &c);

  if (kind == PASS || kind == JOINER)
    g_string_append_len (to, utf8, (gssize) length);
  else
    g_string_append (to, replacement (kind, c, &uncounted));
}

guint32
bs_trail_source (const GArray *trail, guint32 text)
{
  guint low = 0, high = trail->len;
  BsTrailPoint point = { 0, 0 };

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (trail, BsTrailPoint, middle).text <= text)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    point = g_array_index (trail, BsTrailPoint, low - 1);
  return point.source + (text - point.text);
}

guint32
bs_trail_text (const GArray *trail, guint32 source)
{
  guint low = 0, high = trail->len;
  BsTrailPoint point = { 0, 0 };
  guint32 text;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (trail, BsTrailPoint, middle).source <= source)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    point = g_array_index (trail, BsTrailPoint, low - 1);
  text = point.text + (source - point.source);
  return low < trail->len ? MIN (text, g_array_index (trail, BsTrailPoint, low).text) : text;
}

/* Between two points of the later trail the text goes on in equal steps, but for the earlier trail's points there. */
void
bs_trail_follow (GArray *later, const GArray *earlier)
{
  g_autoptr (GArray) steps = g_array_sized_new (FALSE, FALSE, sizeof (BsTrailPoint), later->len + earlier->len);
  guint i = 0, j = 0;

  while (i < later->len || j < earlier->len)
    {
      const BsTrailPoint *next = i < later->len ? &g_array_index (later, BsTrailPoint, i) : NULL;
      const BsTrailPoint *inner = j < earlier->len ? &g_array_index (earlier, BsTrailPoint, j) : NULL;
      BsTrailPoint point;

      if (next != NULL && (inner == NULL || next->source <= inner->text))
        {
          point = (BsTrailPoint){ next->text, bs_trail_source (earlier, next->source) };
          j += inner != NULL && next->source == inner->text;
          i++;
        }
      else
        {
          point = (BsTrailPoint){ bs_trail_text (later, inner->text), inner->source };
          j++;
        }
      g_array_append_val (steps, point);
    }
  g_array_set_size (later, 0);
  g_array_append_vals (later, steps->data, steps->len);
}

BsSpan
bs_mend (BsSpan utf8, GString *room, GArray *trail, BsMended *mended, guint64 *wide)
{
  const char *at = utf8.start, *end = utf8.start + utf8.length, *from = utf8.start;
  BsFindSpecialFunc *find_special = BS_KERNEL_CHOOSE (bs_find_special);

  g_string_truncate (room, 0);
  g_array_set_size (trail, 0);
  while ((at = find_special (at, end)) < end)
    {
      gunichar c = 0;
      gsize length;
      Kind kind = kind_at (at, end, &length, &c);
      BsTrailPoint point;

      *wide += (guchar) *at >= 0x80 && kind != INVALID;
      if (kind == PASS || (kind == JOINER && behind_spelling_script (from, at))) /* and not behind what was replaced */
        {
          at += length;
          continue;
        }
      g_string_append_len (room, from, at - from);
      g_string_append (room, replacement (kind, c, mended));
      from = at += length;
      point = (BsTrailPoint){ (guint32)room->len, (guint32)(from - utf8.start) };
      if (trail->len < BS_TRAIL_MAX)
        g_array_append_val (trail, point);
    }
  if (from == utf8.start)
    return utf8;
  g_string_append_len (room, from, end - from);
  return bs_span (room->str, room->len);
}
