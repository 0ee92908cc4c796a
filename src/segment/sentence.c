#include "segment/sentence.h"

#include "segment/sentence-model.h"

#define HOUR_WORDS 4      /* "At 5 a.m." has three */
#define ADDRESS_WORDS 3   /* "See paper.com for more", "Go on to paper.com and" */
#define DATELINE_WORDS 10 /* at most */

/* What shows that a small letter behind a mark goes on with the sentence: "Smack! -- and you", "Why?" she said. */
static const guint32 interruptions = BS_GAP_CLOSED | BS_GAP_SIGNED | BS_GAP_OPENED | BS_GAP_DASH;

static gboolean
has (const BsWordFacts *word, guint32 flags)
{
  return word != NULL && (word->flags & flags) != 0;
}

static gboolean
starts_low (guint32 gap, const BsWordFacts *word)
{
  return word->shape == BS_SHAPE_LOWER && !has (word, BS_WORD_NUMBER) && (gap & BS_GAP_UNCASED) == 0;
}

static gboolean
starts_sentences (const BsWordFacts *word)
{
  return has (word, BS_WORD_STARTER | BS_WORD_FUNCTION);
}

static BsVerdict
weigh (const BsJuncture *j, int *score)
{
  if ((j->gap & BS_GAP_MARKS) != 0 && j->manner.small == 0 && starts_low (j->gap, j->after[0]))
    return BS_ON_SMALL; /* nowhere else in the article does a sentence start so */
  *score = bs_sentence_weigh (j);
  return *score > 0 ? BS_END_WEIGHED : BS_ON_WEIGHED;
}

static gboolean
is_small_word (const BsWordFacts *word)
{
  return word != NULL && word->shape == BS_SHAPE_LOWER && !has (word, BS_WORD_NUMBER);
}

/* Whether a stop behind this word is nothing but a stop: messages go on in small letters behind it. */
static gboolean
is_plain_word (const BsWordFacts *word)
{
  gboolean known = word->letters >= 5 || has (word, BS_WORD_DALE | BS_WORD_FUNCTION);

  return known && word->shape == BS_SHAPE_LOWER && word->letters >= 3
         && !has (word, BS_WORD_ABBREVIATION | BS_WORD_INITIALISM | BS_WORD_NUMBER | BS_WORD_ADDRESS);
}

/* "PARIS, Tex. -- The", "Washington, March 11 (UPI) -- Consumers": a place and a date at the start of a block; behind a
 * stop also the head of a paragraph, "Strategic forces. -- The". */
static gboolean
is_dateline (const BsJuncture *j)
{
  const BsWordFacts *before = j->before[0];

  return (j->gap & BS_GAP_DASH) != 0 && (j->gap & (BS_GAP_MARK | BS_GAP_ELLIPSIS | BS_GAP_RULE)) == 0
         && j->since <= DATELINE_WORDS && j->since == j->place
         && ((j->gap & BS_GAP_STOP) != 0 || before->shape != BS_SHAPE_LOWER
             || has (before, BS_WORD_NUMBER | BS_WORD_ABBREVIATION));
}

/* "He left at 6 p.m. Mr. Gray stayed", but "At 5 a.m. Mr. Gray left": a title behind an hour starts a sentence where
 * there was room for one before it. */
static gboolean
is_late_hour (const BsJuncture *j)
{
  return has (j->before[0], BS_WORD_INITIALISM) && has (j->before[1], BS_WORD_NUMBER)
         && has (j->after[0], BS_WORD_TITLE) && j->since > HOUR_WORDS;
}

/* "J. A. Smith", but not "from A to B. I knew". */
static gboolean
goes_on_with_initials (const BsJuncture *j)
{
  return has (j->after[0], BS_WORD_INITIAL) && (j->stopped || !is_small_word (j->after[1]));
}

/* Behind an abbreviation only a word that is known to start sentences, or a quote, makes a stop the end. */
static BsVerdict
decide_behind_short_form (const BsJuncture *j)
{
  const BsWordFacts *before = j->before[0], *after = j->after[0];

  if ((j->gap & BS_GAP_DASH) != 0)
    return BS_ON_DATELINE;
  if (has (before, BS_WORD_INITIALISM) && has (before, BS_WORD_ABBREVIATION)) /* e.g., i.e. */
    return BS_ON_SHORT;
  if (has (before, BS_WORD_INITIAL))
    return starts_sentences (after) && !goes_on_with_initials (j) ? BS_END_STARTER : BS_ON_INITIAL;
  if (starts_sentences (after) || (j->gap & BS_GAP_QUOTED) != 0 || is_late_hour (j))
    return BS_END_STARTER;
  return has (before, BS_WORD_INITIALISM) ? BS_ON_INITIAL : BS_ON_SHORT;
}

/* "He lives on Main St. The dog": the stop of a title that stands behind a name, before a word that names nobody. */
static gboolean
is_street (const BsJuncture *j)
{
  const BsWordFacts *name = j->before[1];

  return name != NULL && name->shape == BS_SHAPE_CAPITAL && !has (name, BS_WORD_FUNCTION | BS_WORD_TITLE | BS_WORD_INITIAL)
         && starts_sentences (j->after[0]) && !has (j->after[0], BS_WORD_INITIAL);
}

/* "1. Wash the fruit", "Figure 1. Prices and wages": at the start of a block; "Q. And then?" at that of a sentence. */
static gboolean
is_marker (const BsJuncture *j)
{
  if (j->since == 1 && has (j->before[0], BS_WORD_INITIAL))
    return TRUE;
  if (j->place == 1)
    return has (j->before[0], BS_WORD_NUMBER | BS_WORD_INITIAL);
  return j->place == 2 && j->since == 2 && has (j->before[0], BS_WORD_NUMBER) && j->before[1]->shape == BS_SHAPE_CAPITAL
         && !has (j->before[1], BS_WORD_FUNCTION | BS_WORD_NUMBER);
}

static BsVerdict
decide_at_stop (const BsJuncture *j, int *score)
{
  const guint32 short_forms = BS_WORD_ABBREVIATION | BS_WORD_INITIALISM | BS_WORD_BEFORE_NUMBER;
  const BsWordFacts *before = j->before[0], *after = j->after[0];
  gboolean initial = has (before, BS_WORD_INITIAL) && before->shape == BS_SHAPE_CAPITAL;

  if (starts_low (j->gap, after))
    return is_plain_word (before) && (j->gap & interruptions) == 0 ? weigh (j, score) : BS_ON_SMALL;
  if (is_marker (j))
    return BS_ON_MARKER;
  if (is_dateline (j))
    return BS_ON_DATELINE;
  if ((j->gap & (BS_GAP_CLOSED | BS_GAP_NOTE | BS_GAP_APART)) != 0)
    return BS_END_STOP;
  if (has (before, BS_WORD_TITLE))
    return is_street (j) ? BS_END_STARTER : BS_ON_TITLE;
  if (has (before, BS_WORD_BEFORE_NUMBER) && has (after, BS_WORD_NUMBER))
    return BS_ON_NUMBER;
  if (!initial && !has (before, short_forms))
    return BS_END_STOP;
  if (has (before, BS_WORD_BEFORE_NUMBER) && has (before, BS_WORD_FUNCTION)) /* "No." */
    return BS_END_STOP;
  return decide_behind_short_form (j);
}

/* "Why?" Smith asked. A pronoun with a capital starts a sentence of its own. */
static gboolean
is_said (const BsJuncture *j)
{
  const BsWordFacts *who = j->after[0];

  return (j->gap & BS_GAP_CLOSED) != 0 && (j->gap & BS_GAP_QUOTED) == 0 && has (j->after[1], BS_WORD_SPEECH)
         && !has (who, BS_WORD_NUMBER) && !starts_sentences (who);
}

/* "institutions. 9 For example": a raised figure that lost its height. */
static gboolean
is_note (const BsWordFacts *number, const BsWordFacts *next)
{
  return has (number, BS_WORD_NUMBER) && number->letters <= 3 && next != NULL && next->shape == BS_SHAPE_CAPITAL
         && starts_sentences (next);
}

/* "I thought of the -- We left": a dash behind a small function word, which ends nothing, and a new start. */
static gboolean
is_broken_off (const BsJuncture *j)
{
  const BsWordFacts *before = j->before[0], *after = j->after[0];

  return (j->gap & ~(guint32) BS_GAP_BLANK) == BS_GAP_DASH && is_small_word (before) && has (before, BS_WORD_FUNCTION)
         && after->shape == BS_SHAPE_CAPITAL && starts_sentences (after) && !has (after, BS_WORD_INITIAL)
         && is_small_word (j->after[1]);
}

/* "works at Yahoo! in": the mark is part of a name. */
static gboolean
is_marked_name (const BsJuncture *j)
{
  return j->before[0]->shape == BS_SHAPE_CAPITAL && !has (j->before[0], BS_WORD_FUNCTION | BS_WORD_NUMBER)
         && (j->since > 1 || j->after[0]->shape == BS_SHAPE_CAPITAL);
}

static BsVerdict
decide_without_mark (const BsJuncture *j, int *score)
{
  if ((j->gap & BS_GAP_BULLET) != 0)
    return BS_END_ITEM;
  if ((j->gap & BS_GAP_OPENED) != 0 && (j->gap & (BS_GAP_COMMA | BS_GAP_COLON | BS_GAP_SEMICOLON)) != 0) /* ": (1)" */
    return BS_ON_PART;
  if (is_dateline (j))
    return BS_ON_DATELINE;
  if (j->since <= ADDRESS_WORDS && has (j->after[0], BS_WORD_ADDRESS) && is_small_word (j->after[1]))
    return BS_ON_SMALL;
  if (is_broken_off (j))
    return BS_END_BROKEN;
  if (j->noted && is_note (j->before[0], j->after[0]))
    return BS_END_NOTE;
  return weigh (j, score);
}

/* Two stops behind a short form are its own and the sentence's: "in Columbus, Ga.. The". */
static BsVerdict
decide_at_dots (const BsJuncture *j, int *score)
{
  const guint32 short_forms = BS_WORD_ABBREVIATION | BS_WORD_INITIALISM | BS_WORD_INITIAL;

  if (starts_low (j->gap, j->after[0]))
    return weigh (j, score);
  if ((j->gap & BS_GAP_TWICE) != 0 && has (j->before[0], short_forms))
    return BS_END_STOP;
  return starts_sentences (j->after[0]) && !has (j->after[0], BS_WORD_INITIAL) ? BS_END_ELLIPSIS : weigh (j, score);
}

/* "Yahoo! Inc.", but not "Does it please Brussels? No. It", "Who beat Taft? Ed did". */
static gboolean
is_marked_firm (const BsJuncture *j)
{
  const BsWordFacts *after = j->after[0];

  return (j->gap & (interruptions | BS_GAP_QUOTED)) == 0 && after->shape == BS_SHAPE_CAPITAL
         && has (after, BS_WORD_ABBREVIATION) && has (after, BS_WORD_GENERIC) && is_marked_name (j);
}

static BsVerdict
decide_at_mark (const BsJuncture *j, int *score)
{
  const BsWordFacts *after = j->after[0];

  if (is_said (j))
    return BS_ON_SPEECH;
  if (is_marked_firm (j))
    return BS_ON_SHORT;
  if (starts_low (j->gap, after))
    return (j->gap & interruptions) != 0 || is_marked_name (j) ? BS_ON_SMALL : weigh (j, score);
  return BS_END_MARK;
}

static BsVerdict
decide_glued (const BsJuncture *j, int *score)
{
  gboolean asked = (j->gap & BS_GAP_MARK) != 0 && starts_low (j->gap, j->after[0]); /* "why?because" */

  return asked || (j->gap & BS_GAP_ELLIPSIS) != 0 ? weigh (j, score) : BS_END_GLUED;
}

BsVerdict
bs_sentence_decide (const BsJuncture *j, int *score)
{
  *score = 0;
  if ((j->gap & BS_GAP_MARKS) == 0)
    return decide_without_mark (j, score);
  if ((j->gap & BS_GAP_GLUED) != 0)
    return decide_glued (j, score);
  if ((j->gap & BS_GAP_BLANK) == 0)
    return BS_ON_SMALL;
  if ((j->gap & (BS_GAP_QUOTED | BS_GAP_OPENED | BS_GAP_DASH)) == 0 && is_note (j->after[0], j->after[1])
      && !has (j->before[0], BS_WORD_BEFORE_NUMBER))
    return BS_ON_NOTE;
  if ((j->gap & BS_GAP_ELLIPSIS) != 0)
    return decide_at_dots (j, score);
  return (j->gap & BS_GAP_MARK) != 0 ? decide_at_mark (j, score) : decide_at_stop (j, score);
}
