#define _GNU_SOURCE /* memmem */

#include "clean/run-in.h"
#include "clean/edit.h"

#define CARD_MIN 20
#define CARD_MAX 400
#define WORDS_MAX 6
#define WORD_MIN 3 /* bytes of a word that may be one */
#define WORD_MAX 40
#define SEAMS_MIN 2
#define SEAMS_MAX 12

static const char MORE[] = " MORE";

static gboolean
is_seam (const char *at, const char *from, const char *end)
{
  return at > from && at + 1 < end && g_ascii_islower (at[-1]) && g_ascii_isupper (at[0]) && g_ascii_islower (at[1]);
}

/* The word that ends at `end`. */
static BsSpan
word_before (const char *from, const char *end)
{
  const char *start = end;

  while (start > from && end - start <= WORD_MAX && !g_ascii_isspace (start[-1]))
    start--;
  return bs_span (start, (gsize)(end - start));
}

/* Whether one of the next words is that one and goes on with a capital. */
static gboolean
comes_again (BsSpan word, const char *at, const char *end)
{
  for (guint i = 0; i < WORDS_MAX && at < end; i++)
    {
      if ((gsize)(end - at) > word.length && memcmp (at, word.start, word.length) == 0
          && g_ascii_isupper (at[word.length]))
        return TRUE;
      while (at < end && *at != ' ')
        at++;
      at += at < end;
    }
  return FALSE;
}

/* Where the card begins that ends in `more`, NULL where there is none. `word` is the longest in front that comes again;
 * empty: none does. */
static const char *
find_card (const char *from, const char *more, BsSpan *word)
{
  const char *start = more - MIN (more - from, CARD_MAX), *first = NULL, *bounded = NULL;
  guint seams = 0;

  *word = bs_span (NULL, 0);
  for (const char *at = more; at > start && at[-1] != '\n' && seams < SEAMS_MAX; at--)
    if (is_seam (at, from, more))
      {
        BsSpan before = word_before (from, at);

        if (before.length < WORD_MIN || before.length > WORD_MAX)
          continue;
        seams++;
        if (more - at < CARD_MIN)
          continue;
        if (seams >= SEAMS_MIN)
          first = at;
        if (before.length > word->length && comes_again (before, at, more))
          {
            *word = before;
            bounded = at;
          }
      }
  return bounded != NULL ? bounded : first;
}

BsSpan
bs_run_in_cut (BsSpan in, GString *room, GArray *trail, BsMended *mended)
{
  BsEdit edit = bs_edit (in, room, trail);
  const char *from = in.start, *end = in.start + in.length, *more = in.start;

  while (more < end && !bs_edit_is_full (&edit)
         && (more = memmem (more, (gsize)(end - more), MORE, sizeof MORE - 1)) != NULL)
    {
      const char *behind = more + sizeof MORE - 1, *card;
      BsSpan word;

      if (behind < end && (g_ascii_isalnum (*behind) || (guchar)*behind >= 0x80))
        {
          more = behind;
          continue;
        }
      card = find_card (from, more, &word);
      from = more = behind;
      if (card == NULL)
        continue;
      mended->run_in++;
      if (word.length == 0)
        continue;
      bs_edit_cut (&edit, (gsize)(card - in.start), (gsize)(behind - in.start));
      bs_edit_resume (&edit);
    }
  return bs_edit_end (&edit);
}
