#include "count/window.h"

#include <string.h>

/* The first word and the end of the row of words that a word stands in. `at` moves on with ascending words. */
static void
find_row (const BsSegments *segments, const BsWindow *window, guint32 word, guint *at, guint32 *first, guint32 *end)
{
  const GArray *sentences = segments->sentences;
  const BsSentence *sentence;

  *first = 0;
  *end = segments->words->len;
  if (window->across)
    return;
  while (*at + 1 < sentences->len && g_array_index (sentences, BsSentence, *at + 1).first_word <= word)
    ++*at;
  sentence = &g_array_index (sentences, BsSentence, *at);
  *first = sentence->first_word;
  *end = sentence->first_word + sentence->n_words;
}

/* Hits come from left to right, so what is behind the last one is behind the nearest; in front of the next, the words
 * that are nearer to it change sides. */
void
bs_window_place (const BsSegments *segments, const BsQueryHit *hits, gsize n_hits, const BsWindow *window,
                 guint8 *places)
{
  guint at = 0;
  guint32 behind = 0; /* end of the last hit */

  memset (places, BS_PLACE_APART, segments->words->len);
  for (gsize i = 0; i < n_hits; i++)
    memset (places + hits[i].first_word, BS_PLACE_HIT, hits[i].n_words);
  for (gsize i = 0; i < n_hits; i++)
    {
      guint32 start = hits[i].first_word, stop = start + hits[i].n_words;
      guint32 first, end;

      find_row (segments, window, start, &at, &first, &end);
      for (guint32 d = 1; d <= window->left && start >= first + d && places[start - d] != BS_PLACE_HIT; d++)
        if (places[start - d] == BS_PLACE_APART || start - d - (behind - 1) > d)
          places[start - d] = BS_PLACE_LEFT;
      for (guint32 d = 1; d <= window->right && stop - 1 + d < end && places[stop - 1 + d] != BS_PLACE_HIT; d++)
        places[stop - 1 + d] = BS_PLACE_RIGHT;
      behind = MAX (behind, stop);
    }
}
