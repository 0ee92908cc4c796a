#include "clean/block.h"
#include "clean/wrap.h"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static void
find_lines (GArray *lines, BsSpan text, gsize most)
{
  const char *at = text.start, *end = text.start + text.length;
  gboolean parted = TRUE;

  g_array_set_size (lines, 0);
  while (at < end)
    {
      const char *stop = lines->len + 1 < most ? memchr (at, '\n', (gsize) (end - at)) : NULL;
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

gboolean
bs_blocks_find (GArray *blocks, GArray *lines, BsSpan text, gsize most, BsLookFunc look)
{
  const BsLine *line;
  BsWrap wrap;

  find_lines (lines, text, most);
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
  return lines->len < most;
}
