#define _GNU_SOURCE /* memmem */

#include "clean/capital.h"
#include "clean/origin.h"
#include "clean/phrase.h"
#include "clean/starts.h"

#define TAIL_BYTES 240
#define HEAD_BYTES 200
#define START_BYTES 64
#define START_MIN 8 /* folded bytes by which a start is known */
#define CONTRIBUTION_MORE 2 /* characters behind "contributed to this report" */
#define SHORTEST_OPENING 6 /* "This " and a letter */

G_STATIC_ASSERT (TAIL_BYTES <= BS_CAPITALS_MAX);

/* "on the Mill Road website As I wrote": where the text goes on behind a note without a stop; 0 where it does not. */
static gsize
behind_head (BsSpan block)
{
  static const char *const LAST[] = { " website ", " blog " };
  gsize length = strnlen (block.start, MIN (block.length, HEAD_BYTES));

  for (guint i = 0; i < G_N_ELEMENTS (LAST); i++)
    {
      const char *at = memmem (block.start, length, LAST[i], strlen (LAST[i]));

      if (at != NULL && g_ascii_isupper (at[strlen (LAST[i])]))
        return (gsize)(at - block.start) + strlen (LAST[i]);
    }
  return 0;
}

static gboolean
may_start_block (BsSpan block, GString *folded)
{
  if (!g_ascii_isupper (block.start[0]) || strchr ("ACEFNOPRTV", block.start[0]) == NULL)
    return FALSE;
  bs_phrase_fold (folded, bs_span (block.start, MIN (block.length, START_BYTES)));
  return folded->len < START_MIN || bs_origin_may_start (folded->str);
}

gsize
bs_origin_head (BsSpan block, GString *folded)
{
  gsize length = may_start_block (block, folded) ? behind_head (block) : 0;

  if (length == 0 || length >= block.length)
    return 0;
  bs_phrase_fold (folded, bs_span (block.start, length));
  return bs_is_origin (folded->str) ? length : 0;
}

/* Whether a sentence ends before `at`, a blank behind it or not. */
static gboolean
is_behind_sentence (const char *start, const char *at)
{
  while (at > start && strchr (" _*(\n", at[-1]) != NULL)
    at--;
  while (at > start && strchr (")]\"'", at[-1]) != NULL)
    at--;
  return at > start && (strchr (".!?_", at[-1]) != NULL || (guchar)at[-1] >= 0x80);
}

/* Where the last sentence starts: behind a stop that ends a word of three letters or more; 0 where it is the first. */
static gsize
start_of_last_sentence (BsSpan block)
{
  for (gsize i = block.length; i-- > 4;)
    if (block.start[i] == ' ' && strchr (".!?\")", block.start[i - 1]) != NULL && i + 2 < block.length
        && g_ascii_isupper (block.start[i + 1]) && !g_ascii_isupper (block.start[i - 2])
        && (block.start[i - 1] != '.'
            || (g_ascii_isalnum (block.start[i - 3]) && g_ascii_isalnum (block.start[i - 4]))))
      return i + 1;
  return 0;
}

/* Before the character that ends at `at`, or the blanks. */
static const char *
before_one (const char *start, const char *at)
{
  if (at - start >= 3 && at[-3] == '\xe2')
    return at - 3;
  if (at > start && (guchar) at[-1] > ' ')
    return at - 1;
  while (at > start && (guchar) at[-1] <= ' ')
    at--;
  return at;
}

/* Four bytes, letters among them made small. */
static inline guint32
small_four (const char *at)
{
  guint32 four;

  memcpy (&four, at, sizeof four);
  return four | 0x20202020;
}

static gboolean
ends_in_contribution (const char *at)
{
  guint32 last = small_four (at - 4);

  return last == small_four ("port") || last == small_four ("tory") || last == small_four ("icle")
         || last == small_four ("ting");
}

/* Whether "report", "story", "article" or "reporting" is last, with two characters behind it at most. */
static gboolean
may_end_in_contribution (BsSpan block)
{
  const char *at = block.start + block.length;

  for (guint behind = 0; behind <= CONTRIBUTION_MORE && at - block.start > 4; behind++)
    {
      if (ends_in_contribution (at))
        return TRUE;
      at = before_one (block.start, at);
    }
  return FALSE;
}

/* "The Associated Press contributed to this report." */
static gsize
contributors_at (BsSpan block, GString *folded)
{
  static const char *const KINDS[] = { "contributed to this report", "contributed to this story",
                                       "contributed to this article", "contributed reporting", NULL };
  gsize from = may_end_in_contribution (block) ? start_of_last_sentence (block) : 0;

  if (from == 0 || block.length - from > TAIL_BYTES)
    return 0;
  bs_phrase_fold (folded, bs_span (block.start + from, block.length - from));
  for (guint i = 0; KINDS[i] != NULL; i++)
    {
      const char *at = strstr (folded->str, KINDS[i]);

      if (at != NULL && strlen (at) <= strlen (KINDS[i]) + CONTRIBUTION_MORE)
        return from;
    }
  return 0;
}

static gboolean
is_worked_on (const char *opening)
{
  return g_str_has_suffix (opening, "ing by ");
}

/* Of a note that ends a paragraph. */
static const char *const OPENINGS[]
    = { "This ", "A version of this ", "Originally ", "First published ", "Cross-posted ", "Reprinted ",
        "Republished ", "Reporting by ", "Additional reporting by ", "Writing by ", "Editing by ", NULL };

static BsStartsOfLists starts_of_openings = { .lists = { OPENINGS } };

/* A note's opening where it stands behind a sentence, NULL where none does. */
static const char *
opening_at (BsSpan block, const char *at, const BsStarts *starts)
{
  gsize left = (gsize) (block.start + block.length - at);

  if (left < SHORTEST_OPENING || !bs_starts_has (starts, at))
    return NULL;
  for (guint i = 0; OPENINGS[i] != NULL; i++)
    {
      gsize length;

      if (at[0] != OPENINGS[i][0] || at[1] != OPENINGS[i][1])
        continue;
      length = strlen (OPENINGS[i]);
      if (left > length && memcmp (at, OPENINGS[i], length) == 0 && is_behind_sentence (block.start, at))
        return OPENINGS[i];
    }
  return NULL;
}

gsize
bs_origin_tail (BsSpan block, GString *folded)
{
  gsize length = MIN (block.length, BS_CAPITALS_MAX);
  const char *end = block.start + block.length, *from = end - length;
  const BsStarts *starts = bs_starts_of (&starts_of_openings);
  guint64 capitals[BS_CAPITALS_MAX / 64];

  BS_KERNEL_CHOOSE (bs_capitals) (from, length, capitals);
  if (length > TAIL_BYTES)
    capitals[0] &= ~G_GUINT64_CONSTANT (0) << (length - TAIL_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (capitals); i++)
    for (guint64 left = capitals[i]; left != 0; left &= left - 1)
      {
        const char *at = from + 64 * i + (guint) __builtin_ctzll (left), *opening = opening_at (block, at, starts);

        if (opening == NULL)
          continue;
        bs_phrase_fold (folded, bs_span (at, (gsize) (end - at)));
        if (is_worked_on (opening) || bs_is_origin (folded->str))
          return (gsize) (at - block.start) - (at > block.start && at[-1] == '(');
      }
  return contributors_at (block, folded);
}
