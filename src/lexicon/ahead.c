#include "lexicon/ahead.h"

#include "lexicon/syllable.h"

static gboolean
is_of_small_letters (BsSpan word)
{
  for (gsize i = 0; i < word.length; i++)
    if (!g_ascii_islower (word.start[i]))
      return FALSE;
  return word.length > 0;
}

void
bs_ahead_set_out (BsAhead *ahead, BsSpan folded)
{
  if (ahead->n < BS_AHEAD_WORDS && folded.length <= BS_SYLLABLE_MODEL_MAX && is_of_small_letters (folded))
    bs_syllable_walk_begin (bs_syllables_model (), folded, &ahead->words[ahead->n++]);
}

void
bs_ahead_go_on (BsAhead *ahead)
{
  guint n = 0;

  for (guint i = 0; i < ahead->n; i++)
    if (bs_syllable_walk_step (bs_syllables_model (), &ahead->words[i]))
      ahead->words[n++] = ahead->words[i];
  ahead->n = n;
}

void
bs_ahead_arrive (BsAhead *ahead)
{
  while (ahead->n > 0)
    bs_ahead_go_on (ahead);
}
