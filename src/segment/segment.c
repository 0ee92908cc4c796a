#include "segment/segment.h"

#include "segment/scan.h"
#include "segment/sentence.h"

static const char *const end_names[BS_N_ENDS] = {
  [BS_END_BLOCK] = "block",       [BS_END_MARK] = "mark",       [BS_END_STOP] = "stop",
  [BS_END_ELLIPSIS] = "ellipsis", [BS_END_STARTER] = "starter", [BS_END_GLUED] = "glued",
};

const char *
bs_sentence_end_name (BsSentenceEnd end)
{
  g_return_val_if_fail (end < BS_N_ENDS, NULL);
  return end_names[end];
}

BsSegments *
bs_segments_new (void)
{
  BsSegments *segments = g_new0 (BsSegments, 1);

  segments->words = g_array_new (FALSE, FALSE, sizeof (BsWord));
  segments->sentences = g_array_new (FALSE, FALSE, sizeof (BsSentence));
  segments->paragraphs = g_array_new (FALSE, FALSE, sizeof (BsParagraph));
  segments->gaps = g_array_new (FALSE, FALSE, sizeof (BsGap));
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
end_sentence (BsSegments *segments, Open *open, const BsGap *gap, BsSentenceEnd end)
{
  BsSentence sentence = { .start = open->sentence_start,
                          .length = gap->end - open->sentence_start,
                          .first_word = open->sentence_word,
                          .n_words = gap->word - open->sentence_word,
                          .end = end };

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

void
bs_segment (BsSegments *segments, BsTypeIndex *index, BsSpan text)
{
  const BsWord *words;
  const BsSpelling *spellings;
  Open open = { 0 };

  g_return_if_fail (text.length <= BS_SEGMENT_MAX);
  g_array_set_size (segments->words, 0);
  g_array_set_size (segments->sentences, 0);
  g_array_set_size (segments->paragraphs, 0);
  g_array_set_size (segments->gaps, 0);

  bs_scan (text, segments->words, segments->gaps);
  words = (const BsWord *) (gpointer) segments->words->data;
  bs_type_index_look_up (index, text, (BsWord *) (gpointer) segments->words->data, segments->words->len);
  spellings = bs_type_index_spellings (index);

  for (guint i = 0; i < segments->gaps->len; i++)
    {
      const BsGap *gap = &g_array_index (segments->gaps, BsGap, i);
      BsSentenceEnd end = BS_END_BLOCK;

      if ((gap->flags & BS_GAP_BLOCK) != 0)
        {
          end_sentence (segments, &open, gap, end);
          end_block (segments, &open, gap);
        }
      else if (gap->word > open.block_word
               && bs_sentence_ends (gap->flags, &spellings[words[gap->word - 1].spelling].facts,
                                    &spellings[words[gap->word].spelling].facts, gap->word == open.block_word + 1, &end))
        end_sentence (segments, &open, gap, end);
    }
}
