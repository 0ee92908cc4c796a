#include "clean/block.h"
#include "clean/wrap.h"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static void
find_lines (GArray *lines, BsSpan text)
{
  const char *at = text.start, *end = text.start + text.length;
  gboolean parted = TRUE;

  g_array_set_size (lines, 0);
  while (at < end)
    {
      const char *stop = lines->len + 1 < BS_LINES_MAX ? memchr (at, '\n', (gsize) (end - at)) : NULL;
      const char *from = at, *to = stop != NULL ? stop : end;
      BsLine line = { .parted = parted };

      at = to + 1;
      while (from < to && is_blank (*from))
        from++, line.indent += line.indent < G_MAXUINT16;
      while (to > from && (is_blank (to[-1]) || to[-1] == '\n'))
        to--;
      parted = from == to;
      if (parted)
        continue;
      line.start = (guint32) (from - text.start);
      line.length = (guint32) (to - from);
      g_array_append_val (lines, line);
    }
}

void
bs_blocks_find (GArray *blocks, GArray *lines, BsSpan text, BsLookFunc look)
{
  const BsLine *line;
  BsWrap wrap;

  find_lines (lines, text);
  bs_wrap_look (lines, text);
  wrap = bs_wrap_of (lines, text);
  line = (const BsLine *) (gconstpointer) lines->data;
  g_array_set_size (blocks, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      BsRawBlock block = { .start = line[i].start };
      guint columns = line[i].columns;

      while (bs_wrap_joins (text, &line[i], line + lines->len, columns, wrap))
        columns += line[++i].columns;
      block.length = line[i].start + line[i].length - block.start;
      look (&block.look, bs_span (text.start + block.start, block.length));
      g_array_append_val (blocks, block);
    }
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
  BsTrailPoint point = { (guint32)text, source };

  if (trail != NULL)
    g_array_append_val (trail, point);
}

guint
bs_block_append (GString *to, BsSpan bytes, GArray *trail, guint32 source, guint64 *words)
{
  const char *at = bytes.start, *end = bytes.start + bytes.length;
  guint joined = 0;

  add_point (trail, to->len, source);
  while (at < end)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      const char *line_end = stop != NULL ? stop : end;

      while (line_end > at && is_blank (line_end[-1]))
        line_end--;
      g_string_append_len (to, at, line_end - at);
      if (stop == NULL)
        break;
      for (at = stop; at < end && (is_blank (*at) || *at == '\n'); at++)
        joined += *at == '\n';
      if (to->len < 3 || to->str[to->len - 1] != '-' || !g_ascii_isalpha (to->str[to->len - 2])
          || !g_ascii_isalpha (*at))
        g_string_append_c (to, ' ');
      else
        {
          if (is_ending (at, (gsize) (end - at)))
            g_string_truncate (to, to->len - 1);
          if (words != NULL)
            ++*words;
        }
      add_point (trail, to->len, source + (guint32)(at - bytes.start));
    }
  return joined;
}
