#include "segment/segment.h"

#include "base/ceiling.h"
#include "segment/item.h"
#include "segment/leave-out.h"
#include "segment/scan.h"
#include "segment/sentence.h"

#define BRACKET_MAX 240 /* bytes from a gap to either end of a bracket around it */
#define OPEN_WORDS 6 /* of a block that should end with a mark */

static const struct {
  const char *name;
  const char *reason;
} verdicts[BS_N_VERDICTS] = {
  [BS_END_BLOCK] = { "block", "its paragraph ends" },
  [BS_END_MARK] = { "mark", "a question or exclamation mark ends it" },
  [BS_END_STOP] = { "stop", "a full stop after an ordinary word ends it" },
  [BS_END_ELLIPSIS] = { "ellipsis", "dots, and something that starts sentences behind them" },
  [BS_END_STARTER] = { "starter", "a stop after a short form, and a word that starts sentences behind it" },
  [BS_END_GLUED] = { "glued", "two sentences were glued together here" },
  [BS_END_NOTE] = { "note", "a footnote's number stands behind the mark, and the sentence ends with it" },
  [BS_END_ITEM] = { "item", "the next item of a list starts" },
  [BS_END_BROKEN] = { "broken", "a sentence is broken off with a dash, and a new one starts" },
  [BS_END_WEIGHED] = { "weighed", "no rule decides; the weights of what stands around speak for an end" },
  [BS_ON_TITLE] = { "title", "the stop belongs to a title, and the name follows" },
  [BS_ON_SHORT] = { "abbreviation", "the stop belongs to an abbreviation, and nothing that starts sentences follows" },
  [BS_ON_INITIAL] = { "initial", "the stop belongs to an initial, and nothing that starts sentences follows" },
  [BS_ON_NUMBER] = { "number", "the stop belongs to an abbreviation, and its number follows" },
  [BS_ON_MARKER] = { "marker", "the stop belongs to the marker of an item, and the item follows" },
  [BS_ON_DATELINE] = { "dateline", "the dash of a dateline follows" },
  [BS_ON_SMALL] = { "small", "a small letter follows" },
  [BS_ON_SPEECH] = { "speech", "who said it follows" },
  [BS_ON_NOTE] = { "note-follows", "a footnote's number follows" },
  [BS_ON_BRACKET] = { "bracket", "a bracket that opened inside the sentence is still open" },
  [BS_ON_PART] = { "part", "a comma, colon or semicolon stands before a bracket" },
  [BS_ON_WEIGHED] = { "weighed-on", "no rule decides; the weights of what stands around speak against an end" },
};

const char *
bs_verdict_name (BsVerdict verdict)
{
  g_return_val_if_fail (verdict < BS_N_VERDICTS, NULL);
  return verdicts[verdict].name;
}

const char *
bs_verdict_reason (BsVerdict verdict)
{
  g_return_val_if_fail (verdict < BS_N_VERDICTS, NULL);
  return verdicts[verdict].reason;
}

BsSegments *
bs_segments_new (void)
{
  BsSegments *segments = g_new0 (BsSegments, 1);

  segments->words = g_array_new (FALSE, FALSE, sizeof (BsWord));
  segments->sentences = g_array_new (FALSE, FALSE, sizeof (BsSentence));
  segments->paragraphs = g_array_new (FALSE, FALSE, sizeof (BsParagraph));
  segments->gaps = g_array_new (FALSE, FALSE, sizeof (BsGap));
  segments->openings = g_array_new (FALSE, FALSE, sizeof (guint32));
  segments->word_most = (guint32) bs_ceiling (NULL, BS_CEILING_WORD);
  segments->types_most = (guint32) bs_ceiling (NULL, BS_CEILING_TYPES);
  return segments;
}

void
bs_segments_free (BsSegments *segments)
{
  if (segments == NULL)
    return;
  g_array_unref (segments->words);
  g_array_unref (segments->sentences);
  g_array_unref (segments->paragraphs);
  g_array_unref (segments->gaps);
  g_array_unref (segments->openings);
  g_free (segments);
}

/* The sentence and the paragraph that are open while the gaps are walked. */
typedef struct {
  guint32 sentence_word;
  guint32 sentence_start;
  guint32 block_word;
  guint32 block_start;
  guint32 block_sentence;
} Open;

static void
end_sentence (BsSegments *segments, Open *open, const BsGap *gap, BsVerdict end)
{
  BsSentence sentence = { .start = open->sentence_start,
                          .length = gap->end - open->sentence_start,
                          .first_word = open->sentence_word,
                          .n_words = gap->word - open->sentence_word,
                          .end = end };

  segments->longest_sentence = MAX (segments->longest_sentence, sentence.n_words);
  if (sentence.n_words > 0)
    g_array_append_val (segments->sentences, sentence);
  open->sentence_word = gap->word;
  open->sentence_start = gap->next_start;
}

static void
end_block (BsSegments *segments, Open *open, const BsGap *gap)
{
  BsParagraph paragraph = { .start = open->block_start,
                            .length = gap->end - open->block_start,
                            .first_word = open->block_word,
                            .n_words = gap->word - open->block_word,
                            .first_sentence = open->block_sentence };

  paragraph.n_sentences = segments->sentences->len - open->block_sentence;
  if (paragraph.n_words > 0)
    g_array_append_val (segments->paragraphs, paragraph);
  open->block_word = gap->word;
  open->block_start = gap->next_start;
  open->block_sentence = segments->sentences->len;
}

/* What every decision of a text reads. */
typedef struct {
  BsSpan text;
  const BsWord *words;
  const BsSpelling *spellings;
  BsGap *gaps;
  guint n_gaps;
  BsManner manner;
  BsGapFunc watch; /* may be NULL */
  gpointer data;
} Pass;

static inline const BsWordFacts *
facts_of (const Pass *pass, guint32 word)
{
  return &pass->spellings[pass->words[word].spelling].facts;
}

/* A stop or mark behind a word that is nothing but a word, with a word behind it. */
static gboolean
is_plain_end (const Pass *pass, const BsGap *gap)
{
  const BsWordFacts *before;

  if ((gap->flags & (BS_GAP_STOP | BS_GAP_MARK)) == 0
      || (gap->flags & (BS_GAP_ELLIPSIS | BS_GAP_BLOCK | BS_GAP_GLUED | BS_GAP_CLOSED | BS_GAP_SIGNED)) != 0)
    return FALSE;
  before = facts_of (pass, gap->word - 1);
  return before->shape == BS_SHAPE_LOWER && before->letters >= 3
         && (before->flags & (BS_WORD_ABBREVIATION | BS_WORD_INITIALISM | BS_WORD_NUMBER | BS_WORD_ADDRESS)) == 0;
}

static BsManner
manner_of (const Pass *pass)
{
  guint ends = 0, small = 0, blocks = 0, open = 0;
  guint32 block_word = 0;

  for (guint i = 0; i < pass->n_gaps; i++)
    {
      const BsGap *gap = &pass->gaps[i];

      if ((gap->flags & BS_GAP_BLOCK) != 0)
        {
          if (gap->word - block_word >= OPEN_WORDS)
            {
              blocks++;
              open += (gap->flags & BS_GAP_MARKS) == 0;
            }
          block_word = gap->word;
        }
      else if (gap->word > block_word && is_plain_end (pass, gap))
        {
          const BsWordFacts *after = facts_of (pass, gap->word);

          ends++;
          small += after->shape == BS_SHAPE_LOWER && (after->flags & (BS_WORD_NUMBER | BS_WORD_ADDRESS)) == 0
                   && (gap->flags & BS_GAP_UNCASED) == 0;
        }
    }
  return (BsManner){ .small = small == 0               ? 0
                              : 20 * small <= ends ? 1
                              : 5 * small <= ends  ? 2
                                                       : 3,
                     .open = 10 * open <= blocks ? 0
                             : 2 * open <= blocks ? 1
                                                  : 2 };
}

/* The last gap of the block that starts with the gap. */
static guint
block_end (const Pass *pass, guint gap)
{
  while ((pass->gaps[gap].flags & BS_GAP_BLOCK) == 0)
    gap++;
  return gap;
}

/* Whether a round bracket that opened inside the sentence closes soon behind the gap. One that opens the sentence may
 * hold several. */
static gboolean
is_in_bracket (const Pass *pass, const Open *open, const BsGap *gap, const BsGap *block_end)
{
  const char *at = pass->text.start + gap->end;
  gsize before = MIN (gap->end - open->sentence_start, BRACKET_MAX);
  gsize left = MIN (block_end->end - gap->end, BRACKET_MAX);
  const char *bracket = NULL, *closing, *another;

  for (const char *next = at - before; (next = memchr (next, '(', (gsize) (at - next))) != NULL; next++)
    bracket = next; /* the last; mostly there is none, and memchr() is quick to say so */
  if (bracket == NULL || bracket <= pass->text.start + open->sentence_start + 1
      || memchr (bracket, ')', (gsize) (at - bracket)) != NULL)
    return FALSE;
  closing = memchr (at, ')', left);
  another = memchr (at, '(', left);
  return closing != NULL && (another == NULL || closing < another);
}

static void
decide (const Pass *pass, guint i, const Open *open, const BsGap *block_end)
{
  BsGap *gap = &pass->gaps[i];
  const BsGap *earlier = i > 0 ? gap - 1 : NULL;
  BsJuncture j = { .gap = gap->flags,
                   .since = gap->word - open->sentence_word,
                   .rest = block_end->word - gap->word,
                   .marked = (block_end->flags & BS_GAP_MARKS) != 0,
                   .manner = pass->manner };
  int score;

  for (guint k = 0; k < G_N_ELEMENTS (j.before) && gap->word > open->block_word + k; k++)
    j.before[k] = facts_of (pass, gap->word - 1 - k);
  for (guint k = 0; k < G_N_ELEMENTS (j.after) && gap->word + k < block_end->word; k++)
    j.after[k] = facts_of (pass, gap->word + k);
  if (earlier != NULL && earlier->word + 1 != gap->word)
    earlier = NULL;
  j.place = earlier != NULL && earlier->verdict == BS_END_ITEM ? 1 : gap->word - open->block_word;
  j.stopped = gap[1].word == gap->word + 1 && (gap[1].flags & BS_GAP_MARKS) != 0; /* a block's end comes last */
  j.noted = earlier != NULL && earlier->verdict == BS_ON_NOTE;
  gap->verdict = (guint8) bs_sentence_decide (&j, &score);
  gap->score = (gint16) score;
  if (gap->verdict < BS_N_ENDS && gap->end > open->sentence_start && gap->end < block_end->end
      && is_in_bracket (pass, open, gap, block_end))
    {
      gap->verdict = BS_ON_BRACKET;
      gap->score = 0;
    }
  if (pass->watch != NULL)
    pass->watch (gap, &j, pass->data);
}

/* A text without marks is not cut by guess: who counts sentences is told. */
static guint32
unmarked_words (const Pass *pass, guint first, guint last, guint32 n_words)
{
  if (n_words < BS_UNMARKED_BLOCK)
    return 0;
  for (guint i = first; i <= last; i++)
    if ((pass->gaps[i].flags & BS_GAP_MARKS) != 0)
      return 0;
  return n_words;
}

/* Whether the word behind a gap inside a sentence would be written large in any case. */
static gboolean
opens_clause (const BsGap *gap)
{
  const guint32 quoted = BS_GAP_COMMA | BS_GAP_QUOTED;

  return gap->verdict == BS_ON_MARKER || (gap->flags & BS_GAP_COLON) != 0 || (gap->flags & quoted) == quoted;
}

/* Decides the gaps of a block, from `first` to `last`, the block's own end. */
static void
divide_block (BsSegments *segments, const Pass *pass, Open *open, guint first, guint last)
{
  bs_items_find (pass->text, pass->words, pass->spellings, &pass->gaps[first], last - first, open->block_word);
  for (guint i = first; i < last; i++)
    {
      BsGap *gap = &pass->gaps[i];

      if (gap->word <= open->block_word)
        {
          gap->verdict = BS_ON_MARKER;
          continue;
        }
      if (gap->verdict == BS_N_VERDICTS)
        decide (pass, i, open, &pass->gaps[last]);
      if (gap->verdict < BS_N_ENDS)
        end_sentence (segments, open, gap, gap->verdict);
      else if (opens_clause (gap))
        g_array_append_val (segments->openings, gap->word);
    }
  segments->unmarked += unmarked_words (pass, first, last, pass->gaps[last].word - open->block_word);
  pass->gaps[last].verdict = BS_END_BLOCK;
  end_sentence (segments, open, &pass->gaps[last], BS_END_BLOCK);
  end_block (segments, open, &pass->gaps[last]);
}

void
bs_segment (BsSegments *segments, BsTypeIndex *index, BsSpan text)
{
  bs_segment_watched (segments, index, text, NULL, NULL);
}

void
bs_segment_words (BsSegments *segments, BsTypeIndex *index, BsSpan text)
{
  g_return_if_fail (text.length <= BS_SEGMENT_MAX);
  g_array_set_size (segments->words, 0);
  g_array_set_size (segments->sentences, 0);
  g_array_set_size (segments->paragraphs, 0);
  g_array_set_size (segments->gaps, 0);
  g_array_set_size (segments->openings, 0);
  segments->unmarked = 0;
  segments->longest_sentence = 0;

  bs_scan (text, segments->words, segments->gaps);
  segments->long_words = bs_leave_out_long_words (segments->words, segments->gaps, segments->word_most);
  segments->too_many_types = bs_has_more_spellings (text, segments->words, segments->types_most);
  if (segments->too_many_types)
    {
      g_array_set_size (segments->words, 0);
      g_array_set_size (segments->gaps, 0);
    }
  bs_type_index_look_up (index, text, (BsWord *) (gpointer) segments->words->data, segments->words->len);
}

void
bs_segment_watched (BsSegments *segments, BsTypeIndex *index, BsSpan text, BsGapFunc watch, gpointer data)
{
  Pass pass = { .text = text, .watch = watch, .data = data };
  Open open = { 0 };

  g_return_if_fail (text.length <= BS_SEGMENT_MAX);
  bs_segment_words (segments, index, text);
  pass.words = (const BsWord *) (gpointer) segments->words->data;
  pass.spellings = bs_type_index_spellings (index);
  pass.gaps = (BsGap *) (gpointer) segments->gaps->data;
  pass.n_gaps = segments->gaps->len;
  pass.manner = manner_of (&pass);

  for (guint first = 0; first < pass.n_gaps;)
    {
      guint last = block_end (&pass, first);

      divide_block (segments, &pass, &open, first, last);
      first = last + 1;
    }
}
