#include "clean/join.h"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_ending (const char *at, gsize left)
{
  static const char *const ENDINGS[]
      = { "ment",  "ments",  "tion",    "tions", "sion", "sions", "ing",  "ings",  "ed",    "ly",
          "ness",  "ity",    "ities",   "ance",  "ence", "ous",   "tive", "tives", "ture",  "tures",
          "ries",  "cial",   "tial",    "cally", "ers",  "est",   "ents", "ants",  "ative", "mation",
          "ation", "ations", "ization", "ally",  "ency", "ancy",  "ible", "erty",  "tary" };
  gsize length = 0;

  while (length < left && g_ascii_islower (at[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++)
    if (strlen (ENDINGS[i]) == length && memcmp (ENDINGS[i], at, length) == 0)
      return TRUE;
  return FALSE;
}

static void
add_point (GArray *trail, gsize text, guint32 source)
{
  if (trail == NULL)
    return;
  g_array_set_size (trail, trail->len + 1);
  g_array_index (trail, BsTrailPoint, trail->len - 1) = (BsTrailPoint){ (guint32) text, source };
}

/* So that bytes may be written behind its end. */
static void
make_room (GString *to, gsize bytes)
{
  gsize length = to->len;

  if (to->allocated_len - length > bytes)
    return;
  g_string_set_size (to, length + bytes);
  to->len = length;
}

/* A call, because gcc copies what it knows to be short by slow string instructions. */
static G_NO_INLINE void
append (GString *to, const char *from, gsize bytes)
{
  memcpy (to->str + to->len, from, bytes);
  to->len += bytes;
}

guint
bs_join_lines (GString *to, BsSpan bytes, GArray *trail, guint32 source, guint64 *words)
{
  const char *at = bytes.start, *end = bytes.start + bytes.length;
  guint joined = 0;

  add_point (trail, to->len, source);
  make_room (to, bytes.length + 1);
  while (at < end)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      const char *line_end = stop != NULL ? stop : end;

      while (line_end > at && is_blank (line_end[-1]))
        line_end--;
      append (to, at, (gsize) (line_end - at));
      if (stop == NULL)
        break;
      for (at = stop; at < end && (is_blank (*at) || *at == '\n'); at++)
        joined += *at == '\n';
      if (to->len < 3 || to->str[to->len - 1] != '-' || !g_ascii_isalpha (to->str[to->len - 2])
          || !g_ascii_isalpha (*at))
        to->str[to->len++] = ' ';
      else
        {
          to->len -= is_ending (at, (gsize) (end - at));
          if (words != NULL)
            ++*words;
        }
      add_point (trail, to->len, source + (guint32)(at - bytes.start));
    }
  to->str[to->len] = '\0';
  return joined;
}
