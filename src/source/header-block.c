#include "source/header-block.h"

#define LONGEST_CHARSET 40

/* The line at the start of the bytes, without its end; *taken bytes with it. */
static BsSpan
line_at (BsSpan bytes, gsize *taken)
{
  const char *end = bytes.length > 0 ? memchr (bytes.start, '\n', bytes.length) : NULL;
  gsize length = end != NULL ? (gsize)(end - bytes.start) : bytes.length;

  *taken = length + (end != NULL);
  if (length > 0 && bytes.start[length - 1] == '\r')
    length--;
  return bs_span (bytes.start, length);
}

gsize
bs_header_length (BsSpan bytes)
{
  gsize taken;

  for (gsize at = 0; at < bytes.length; at += taken)
    {
      BsSpan line = line_at (bs_span (bytes.start + at, bytes.length - at), &taken);
      if (line.length == 0 && at > 0 && bytes.start[at + taken - 1] == '\n')
        return at + taken;
    }
  return 0;
}

BsSpan
bs_header_first (BsSpan head)
{
  gsize taken;

  return line_at (head, &taken);
}

/* NUL too, or a value could be an empty string. */
static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\0';
}

static BsSpan
stripped (BsSpan span)
{
  while (span.length > 0 && is_blank (*span.start))
    span = bs_span (span.start + 1, span.length - 1);
  while (span.length > 0 && is_blank (span.start[span.length - 1]))
    span.length--;
  return span;
}

/* The value, with what follows of it in the lines at the start of `rest`. */
static const char *
unfolded (BsSpan value, BsSpan rest, BsArena *arena)
{
  g_autoptr (GString) whole = g_string_new_len (value.start, (gssize)value.length);
  gsize taken;

  for (gsize at = 0; at < rest.length && is_blank (rest.start[at]); at += taken)
    {
      BsSpan more = stripped (line_at (bs_span (rest.start + at, rest.length - at), &taken));
      if (more.length > 0)
        g_string_append_printf (whole, "%s%.*s", whole->len > 0 ? " " : "", (int)MIN (more.length, 8192), more.start);
    }
  return whole->len > 0 ? bs_arena_copy (arena, bs_span (whole->str, whole->len)) : NULL;
}

const char *
bs_header_value (BsSpan head, const char *name, BsArena *arena)
{
  gsize known = strlen (name), taken;

  line_at (head, &taken);
  for (gsize at = taken; at < head.length; at += taken)
    {
      BsSpan line = line_at (bs_span (head.start + at, head.length - at), &taken);
      const char *colon = line.length > known ? memchr (line.start, ':', line.length) : NULL;
      gsize length = colon != NULL ? (gsize)(colon - line.start) : 0;

      while (length > 0 && is_blank (line.start[length - 1]))
        length--;
      if (length == known && g_ascii_strncasecmp (line.start, name, known) == 0)
        return unfolded (stripped (bs_span (colon + 1, (gsize)(line.start + line.length - colon - 1))),
                         bs_span (head.start + at + taken, head.length - at - taken), arena);
    }
  return NULL;
}

const char *
bs_header_media_type (const char *content_type, BsArena *arena)
{
  gsize length = content_type != NULL ? strcspn (content_type, "; \t,") : 0;
  char *type = bs_arena_copy (arena, bs_span (content_type, length));

  for (gsize i = 0; i < length; i++)
    type[i] = g_ascii_tolower (type[i]);
  return type;
}

const char *
bs_header_charset (const char *content_type, BsArena *arena)
{
  for (const char *p = content_type != NULL ? strchr (content_type, ';') : NULL; p != NULL; p = strchr (p, ';'))
    {
      gsize length = 0;

      p += 1 + strspn (p + 1, " \t");
      if (g_ascii_strncasecmp (p, "charset", 7) != 0)
        continue;
      p += 7 + strspn (p + 7, " \t=\"'");
      while (g_ascii_isalnum (p[length]) || (p[length] != '\0' && strchr ("-_.:+", p[length]) != NULL))
        length++;
      if (length > 0 && length <= LONGEST_CHARSET)
        return bs_arena_copy (arena, bs_span (p, length));
    }
  return NULL;
}
