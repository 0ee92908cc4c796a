#include "clean/list.h"

#define LIST_MIN 3
#define LIST_WORDS 3
#define SHAPE_WORDS 3

typedef enum
{
  NONE,
  WORD,
  FIGURE,
  SIGN
} Kind;

static Kind
kind_of (char c)
{
  return g_ascii_isdigit (c) ? FIGURE : g_ascii_isalpha (c) || ((guchar)c >= 0xc3 && (guchar)c != 0xe2) ? WORD : SIGN;
}

/* The kinds of the first words, two bits each; 0 where all are mere words. */
static guint
shape_of (BsSpan line)
{
  const char *at = line.start, *end = line.start + line.length;
  guint shape = 0;
  gboolean telling = FALSE;

  for (guint i = 0; i < SHAPE_WORDS && at < end; i++)
    {
      Kind kind = kind_of (*at);

      shape = shape << 2 | kind;
      telling |= kind != WORD;
      while (at < end && *at != ' ')
        at++;
      while (at < end && *at == ' ')
        at++;
    }
  return telling ? shape : 0;
}

static gboolean
same_first_word (BsSpan a, BsSpan b)
{
  gsize length = 0;

  while (length < MIN (a.length, b.length) && a.start[length] == b.start[length] && a.start[length] != ' ')
    length++;
  return length >= 2 && length < MIN (a.length, b.length) && a.start[length] == ' ' && b.start[length] == ' ';
}

static gboolean
start_alike (const BsPage *page, guint i, guint j)
{
  BsSpan a = bs_page_bytes (page, i), b = bs_page_bytes (page, j);

  if (bs_has (&page->block[i], BS_LOOK_BULLET) || bs_has (&page->block[j], BS_LOOK_BULLET))
    return bs_has (&page->block[i], BS_LOOK_BULLET) && bs_has (&page->block[j], BS_LOOK_BULLET);
  if (kind_of (*a.start) == FIGURE || kind_of (*b.start) == FIGURE)
    return kind_of (*a.start) == kind_of (*b.start);
  return same_first_word (a, b) || (shape_of (a) != 0 && shape_of (a) == shape_of (b));
}

static gboolean
may_follow (const BsPage *page, guint last, guint i)
{
  return i < page->n && bs_is_open (&page->block[i]) && start_alike (page, last, i);
}

guint
bs_list_end (const BsPage *page, guint i)
{
  guint last = i, lines = 1, words;

  if (i >= page->n || !bs_is_open (&page->block[i]))
    return i;
  words = page->block[i].look.words;
  for (guint next; last + 1 < page->n; last = next, lines++)
    {
      next = last + 1;
      if (!may_follow (page, last, next))
        next++;
      if (!bs_is_open (&page->block[last + 1]) || !may_follow (page, last, next))
        break;
      words += page->block[next].look.words;
    }
  return lines >= LIST_MIN && words >= lines * LIST_WORDS ? last + 1 : i;
}
