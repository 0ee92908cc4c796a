/* html-page.c: whether bytes are a page. */
#include "clean/html.h"
#include "clean/html-tag.h"

#define LOOK_AT 4096 /* bytes from the first tag on */

static gboolean
is_blank (char c)
{
  return g_ascii_isspace (c);
}

/* Declarations and comments at the start. NULL where the bytes do not go on with a tag. */
static const char *
skip_prologue (const char *at, const char *end)
{
  for (;;)
    {
      while (at < end && is_blank (*at))
        at++;
      if (end - at >= 4 && memcmp (at, "<!--", 4) == 0)
        {
          at = g_strstr_len (at, end - at, "-->");
          if (at == NULL)
            return NULL;
          at += 3;
        }
      else if (end - at >= 2 && at[0] == '<' && at[1] == '?')
        {
          at = memchr (at, '>', (gsize)(end - at));
          if (at == NULL)
            return NULL;
          at++;
        }
      else
        return at;
    }
}

static gboolean
starts_with (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  return end - at > (gssize)length && g_ascii_strncasecmp (at, word, length) == 0 && !g_ascii_isalnum (at[length]);
}

typedef enum
{
  NO_BOX,
  BOX,          /* that only pages have and that stands for a box of text */
  MENTIONED_BOX /* that texts about pages name without using it, too */
} Box;

static Box
box_of (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_FIGURE:
      return BOX;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TITLE:
      return MENTIONED_BOX;
    default:
      return NO_BOX;
    }
}

/* One of a few words inside a text, as a bit; 0: none. */
static guint
inline_bit (GumboTag tag)
{
  static const GumboTag INLINE[]
      = { GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_I, GUMBO_TAG_EM, GUMBO_TAG_STRONG, GUMBO_TAG_SPAN };

  for (guint i = 0; i < G_N_ELEMENTS (INLINE); i++)
    if (INLINE[i] == tag)
      return 1u << i;
  return 0;
}

static gboolean
is_page_tag (GumboTag tag)
{
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_FRAMESET;
}

/* The tags of the first bytes: a page or the part of one where they start with a box, or have three, opened and closed
 * or single, however many words they stand among; but not where nothing is closed and most are heads and titles. Two
 * are enough beside emphasis or a link that is opened and closed. */
gboolean
bs_html_is_page (BsSpan bytes)
{
  const char *end = bytes.start + bytes.length, *at, *limit;
  guint boxes = 0, ends = 0, mentioned = 0, opened = 0, closed = 0;
  gboolean first = TRUE;
  BsHtmlTag tag;

  if (bytes.length == 0)
    return FALSE;
  at = skip_prologue (bytes.start, end);
  if (at == NULL)
    return FALSE;
  if (starts_with (at, end, "<!doctype html") || starts_with (at, end, "<html") || starts_with (at, end, "<head")
      || starts_with (at, end, "<body"))
    return TRUE;
  first = at < end && *at == '<';
  limit = at + MIN (end - at, LOOK_AT);
  while ((at = memchr (at, '<', (gsize)(limit - at))) != NULL)
    {
      const char *next = at + 1;

      if (end - at > 3 && (g_ascii_isalpha (at[1]) || (at[1] == '/' && g_ascii_isalpha (at[2]))))
        {
          next = bs_html_tag_read (&tag, at, end);
          if (next == NULL)
            return FALSE;
          if (first && is_page_tag (tag.tag))
            return TRUE;
          boxes += box_of (tag.tag) != NO_BOX && !tag.end;
          ends += box_of (tag.tag) != NO_BOX && tag.end;
          mentioned += box_of (tag.tag) == MENTIONED_BOX && !tag.end;
          if (tag.end)
            closed |= inline_bit (tag.tag) & opened;
          else
            opened |= inline_bit (tag.tag);
        }
      if (next >= limit)
        break;
      at = next;
    }
  return (first && boxes > 0 && boxes + ends >= 2) || (boxes >= 2 && closed != 0 && mentioned * 2 < boxes)
         || (boxes >= 3 && boxes + ends >= 4 && (ends > 0 || mentioned * 2 < boxes));
}
