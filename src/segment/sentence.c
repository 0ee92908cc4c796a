#include "segment/sentence.h"

static gboolean
starts_low (guint32 gap, const BsWordFacts *word)
{
  return word->shape == BS_SHAPE_LOWER && (word->flags & BS_WORD_NUMBER) == 0 && (gap & BS_GAP_UNCASED) == 0;
}

/* Whether a stop behind this word is nothing but a stop: messages go on in small letters behind it. */
static gboolean
is_plain_word (const BsWordFacts *word)
{
  gboolean known = word->letters >= 5 || (word->flags & (BS_WORD_DALE | BS_WORD_FUNCTION)) != 0;

  return known && word->shape == BS_SHAPE_LOWER && word->letters >= 3
         && (word->flags & (BS_WORD_ABBREVIATION | BS_WORD_INITIALISM | BS_WORD_NUMBER | BS_WORD_ADDRESS)) == 0;
}

/* Behind an abbreviation only a word that is known to start sentences, or a quote, makes a stop the end. */
static gboolean
ends_behind_short_form (guint32 gap, const BsWordFacts *before, const BsWordFacts *after)
{
  gboolean starter = (after->flags & (BS_WORD_STARTER | BS_WORD_FUNCTION)) != 0;

  if ((gap & BS_GAP_DASH) != 0) /* a dateline: "BATON ROUGE, La. -- The" */
    return FALSE;
  if ((before->flags & BS_WORD_INITIALISM) != 0 && (before->flags & BS_WORD_ABBREVIATION) != 0) /* e.g., i.e. */
    return FALSE;
  if ((before->flags & BS_WORD_INITIAL) != 0)
    return starter && (after->flags & BS_WORD_INITIAL) == 0;
  return starter || (gap & BS_GAP_QUOTED) != 0;
}

static gboolean
stop_ends (guint32 gap, const BsWordFacts *before, const BsWordFacts *after, gboolean first, BsSentenceEnd *end)
{
  const guint32 short_forms = BS_WORD_ABBREVIATION | BS_WORD_INITIALISM | BS_WORD_BEFORE_NUMBER;
  gboolean initial = (before->flags & BS_WORD_INITIAL) != 0 && before->shape == BS_SHAPE_CAPITAL;

  if (starts_low (gap, after))
    return is_plain_word (before) && (gap & (BS_GAP_CLOSED | BS_GAP_SIGNED)) == 0;
  if (first && (before->flags & (BS_WORD_NUMBER | BS_WORD_INITIAL)) != 0) /* "1. Wash the fruit" */
    return FALSE;
  if ((gap & BS_GAP_CLOSED) != 0)
    return TRUE;
  if ((before->flags & BS_WORD_TITLE) != 0)
    return FALSE;
  if ((before->flags & BS_WORD_BEFORE_NUMBER) != 0 && (after->flags & BS_WORD_NUMBER) != 0)
    return FALSE;
  if (!initial && (before->flags & short_forms) == 0)
    return TRUE;
  if ((before->flags & BS_WORD_BEFORE_NUMBER) != 0 && (before->flags & BS_WORD_FUNCTION) != 0) /* "No." */
    return TRUE;
  *end = BS_END_STARTER;
  return ends_behind_short_form (gap, before, after);
}

gboolean
bs_sentence_ends (guint32 gap, const BsWordFacts *before, const BsWordFacts *after, gboolean first, BsSentenceEnd *end)
{
  if ((gap & BS_GAP_GLUED) != 0)
    {
      *end = BS_END_GLUED;
      return TRUE;
    }
  if ((gap & BS_GAP_BLANK) == 0)
    return FALSE;
  if ((gap & BS_GAP_MARK) != 0)
    {
      *end = BS_END_MARK;
      return !starts_low (gap, after);
    }
  if ((gap & BS_GAP_ELLIPSIS) != 0)
    {
      *end = BS_END_ELLIPSIS;
      return !starts_low (gap, after);
    }
  *end = BS_END_STOP;
  return stop_ends (gap, before, after, first, end);
}
