#include "report/plain.h"

#include <string.h>

#define JOINER(c) ((c) == 0x200c || (c) == 0x200d)

/* Signs of Arabic, Syriac and Kaithi that are of the category of format characters but are seen. */
static gboolean
is_seen_format (gunichar c)
{
  return (c >= 0x600 && c <= 0x605) || c == 0x6dd || c == 0x70f || c == 0x890 || c == 0x891 || c == 0x8e2
         || c == 0x110bd || c == 0x110cd;
}

static gboolean
is_unseen_letter (gunichar c)
{
  return c == 0x34f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || c == 0x3164 || c == 0xffa0;
}

/* No character yet, but a terminal is to show nothing for it (Default_Ignorable_Code_Point), or none ever. */
static gboolean
is_unseen_gap (gunichar c)
{
  return c == 0x2065 || (c >= 0xfff0 && c <= 0xfff8) || (c >= 0xe0000 && c <= 0xe0fff) || (c & 0xfffe) == 0xfffe
         || (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
acts_or_hides (gunichar c)
{
  if (c < 0x7f)
    return c < 0x20;
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SURROGATE:
      return TRUE;
    case G_UNICODE_FORMAT:
      return !is_seen_format (c);
    case G_UNICODE_UNASSIGNED:
      return is_unseen_gap (c);
    default:
      return is_unseen_letter (c);
    }
}

static void
append_visible (GString *out, gunichar c)
{
  if (c == '\t' || c == '\n' || c == '\r')
    g_string_append (out, c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r");
  else if (c < 0x100)
    g_string_append_printf (out, "\\x%02x", c);
  else if (c < 0x10000)
    g_string_append_printf (out, "\\u%04x", c);
  else
    g_string_append_printf (out, "\\U%08x", c);
}

char *
bs_plain_text (const char *text, gboolean unicode)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  g_autoptr (GString) out = g_string_new (NULL);
  gunichar before = 0;

  for (const char *at = valid != NULL ? valid : text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gunichar after = g_utf8_get_char (g_utf8_next_char (at));
      gboolean joins = JOINER (c) && before > 0xa0 && after > 0xa0 && !acts_or_hides (after);

      if (acts_or_hides (c) && !joins)
        append_visible (out, c);
      else
        g_string_append_unichar (out, c);
      before = acts_or_hides (c) ? 0 : c;
    }
  return unicode ? g_string_free (g_steal_pointer (&out), FALSE) : g_str_to_ascii (out->str, "C");
}

static guint
width_of (gunichar c)
{
  if (c < 0x300)
    return 1;
  if (g_unichar_iszerowidth (c) && !is_seen_format (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
bs_plain_width (const char *plain)
{
  guint width = 0;

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    width += width_of (g_utf8_get_char (at));
  return width;
}

/* The end of the longest beginning that fits, with all marks of its last letter; `*used` becomes its width. */
static const char *
fitting_end (const char *plain, guint width, guint *used)
{
  const char *at = plain;

  for (*used = 0; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint columns = width_of (g_utf8_get_char (at));

      if (*used + columns > width)
        break;
      *used += columns;
    }
  return at;
}

char *
bs_plain_truncate (const char *plain, guint width, gboolean unicode)
{
  guint dots = MIN (unicode ? 1 : 3, width);
  guint used;
  const char *end = fitting_end (plain, width, &used);

  if (*end == '\0')
    return g_strdup (plain);
  end = fitting_end (plain, width - dots, &used);
  return g_strdup_printf ("%.*s%.*s", (int) (end - plain), plain, unicode ? (int) (3 * dots) : (int) dots,
                          unicode ? "…" : "...");
}

/* Where the line that starts at `line` is to end: at a blank where one can be had. */
static const char *
line_end (const char *line, guint width)
{
  guint used;
  const char *end = fitting_end (line, width, &used);

  if (*end == '\0' || *end == ' ')
    return end;
  for (const char *at = end; at > line; at--)
    if (at[-1] == ' ')
      return at - 1;
  return end > line ? end : g_utf8_next_char (line);
}

char **
bs_plain_wrap (const char *plain, guint width)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *at = plain + strspn (plain, " ");

  do
    {
      const char *end = width == 0 ? at + strlen (at) : line_end (at, width);

      g_ptr_array_add (lines, g_strchomp (g_strndup (at, (gsize) (end - at))));
      at = end + strspn (end, " ");
    }
  while (*at != '\0');
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}
