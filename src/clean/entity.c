#include "clean/entity.h"
#include "clean/code-page.h"
#include "clean/edit.h"
#include "clean/entity-list.h"

#define ESCAPED_MAX 4
#define NUMBER_MAX 8 /* figures that are read */

/* What a reference stands for, and where it ends; 0: it is none. */
typedef struct
{
  gunichar c;
  gsize end;
} Reference;

static gunichar
named (const char *name, gsize length)
{
  guint low = 0, high = G_N_ELEMENTS (NAMES);

  if (length == 0 || length >= sizeof NAMES[0].name)
    return 0;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strncmp (NAMES[middle].name, name, length);

      if (order == 0 && NAMES[middle].name[length] == '\0')
        return NAMES[middle].c;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

static gboolean
is_character (guint32 number)
{
  return (number >= 0xa0 && number <= 0x10ffff && (number & 0xfffff800) != 0xd800) || (number >= 0x20 && number < 0x7f)
         || number == '\n' || number == '\r' || number == '\t';
}

/* "#8217;" or "#x2019;" */
static Reference
numbered (BsSpan text, gsize start)
{
  gsize at = start + 1;
  gboolean hex = at < text.length && (text.start[at] | 0x20) == 'x';
  gsize first = at += hex;
  guint32 number = 0;

  while (at < text.length && at - first < NUMBER_MAX
         && (hex ? g_ascii_isxdigit (text.start[at]) : g_ascii_isdigit (text.start[at])))
    number = number * (hex ? 16 : 10) + (guint32)g_ascii_xdigit_value (text.start[at++]);
  if (number >= 0x80 && number < 0xa0)
    number = bs_windows_1252 ((guchar)number);
  if (at == first || !is_character (number))
    return (Reference){ 0 };
  if (at < text.length && text.start[at] == ';')
    return (Reference){ number, at + 1 };
  return !hex && at - first >= 3 && at - first < NUMBER_MAX ? (Reference){ number, at } : (Reference){ 0 };
}

static gboolean
ends_without_semicolon (BsSpan text, gsize end, gunichar c)
{
  return (c == 0xa0 || c == '&' || c == '"' || c == '<' || c == '>')
         && (end >= text.length || g_ascii_isspace (text.start[end]));
}

/* `start` is behind an ampersand. */
static Reference
reference_at (BsSpan text, gsize start)
{
  gsize at = start;
  gunichar c;

  if (at < text.length && text.start[at] == '#')
    return numbered (text, start);
  while (at < text.length && at - start < sizeof NAMES[0].name && g_ascii_isalnum (text.start[at]))
    at++;
  c = named (text.start + start, at - start);
  if (c != 0 && at < text.length && text.start[at] == ';')
    return (Reference){ c, at + 1 };
  return c != 0 && ends_without_semicolon (text, at, c) ? (Reference){ c, at } : (Reference){ 0 };
}

/* "amp;#8217;": where the reference is an ampersand that starts one itself, that one is read. */
static Reference
innermost (BsSpan text, gsize start)
{
  Reference reference = reference_at (text, start);

  for (guint escaped = 1; escaped < ESCAPED_MAX && reference.c == '&'; escaped++)
    {
      Reference inner = reference_at (text, reference.end);

      if (inner.end == 0)
        break;
      reference = inner;
    }
  return reference;
}

BsSpan
bs_entities_decode (BsSpan in, GString *room, GArray *trail, BsMended *mended)
{
  BsEdit edit = bs_edit (in, room, trail);
  const char *at = in.start, *end = in.start + in.length;

  while (at < end && !bs_edit_is_full (&edit) && (at = memchr (at, '&', (gsize)(end - at))) != NULL)
    {
      gsize start = (gsize)(at - in.start);
      Reference reference = innermost (in, start + 1);

      at++;
      if (reference.end == 0)
        continue;
      at = in.start + reference.end;
      bs_edit_cut (&edit, start, reference.end);
      bs_mend_append (room, reference.c);
      bs_edit_resume (&edit);
      mended->entities++;
    }
  return bs_edit_end (&edit);
}
