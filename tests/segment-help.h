/* segment-help.h: texts made to trip a segmenter, and what must hold for the parts of any text. For tests only. */
#pragma once

#include "segment/segment.h"

/* A copy that ends where the bytes end, so that the sanitizer sees a step too far. */
static inline char *
exact_copy (BsSpan text)
{
  char *copy = g_malloc (MAX (text.length, 1));

  memcpy (copy, text.start != NULL ? text.start : "", text.length);
  return copy;
}

/* So many pieces drawn from an alphabet of separators, quotes, terminators and characters of all lengths. */
static inline GString *
hostile_text (GRand *random, guint pieces)
{
  static const char *const alphabet[] = {
    "a", "b", "The", "he", "said", "Dr", "U.S", "No", "p.m", "I", "É", "ß", "ﬁ", "Ωμέγα", "слово", "漢字",
    "العربية", "हिन्दी", "1", "10,000", "3.5", "9/11", "x.com/", "http://", "@", "#", "$", "%", "&",
    "_", "*", "=", "+", "|", "~", "\\", ".", ".", ".", "..", "!", "?", "…", "。", "؟", ",", ";", ":",
    "-", "--", "–", "—", "‐", "‑", "'", "’", "‘", "\"", "“", "”", "«", "»", "(", ")", "[", "]", "{",
    "}", "[1]", "[2,3", "¹", "²", "½", "\xcc\x81", "\xe2\x9d\xa4\xef\xb8\x8f", "👍🏽", "\xe2\x80\x8d",
    "\xc2\xad", "\xef\xbb\xbf", "\xf4\x8f\xbf\xbf", "\xc2\xa0", "\xe2\x80\xa8", "\xe3\x80\x80", " ",
    "1. ", "2. ", "3. ", "a) ", "b) ", " • ", " :)", " ;-( ", "------", " -- ", "°", "no. ", "Smith", "...", "[12] ",
    " ", " ", " ", " ", " ", "\t", "\r", "\v", "\f", "\n", "\n", "\n\n", "\x01", "\x7f",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces; i++)
    if (g_rand_int_range (random, 0, 200) == 0)
      g_string_append_c (text, '\0');
    else
      g_string_append (text, alphabet[g_rand_int_range (random, 0, G_N_ELEMENTS (alphabet))]);
  return text;
}

static inline gboolean
is_boundary (BsSpan text, gsize at)
{
  return at == text.length || ((guchar) text.start[at] & 0xC0) != 0x80;
}

static inline gunichar
character_before (BsSpan text, gsize at)
{
  do
    at--;
  while (!is_boundary (text, at));
  return g_utf8_get_char (text.start + at);
}

/* Fails unless a span lies inside the text, on characters' boundaries, with no blank at either end. */
static inline void
assert_part (BsSpan text, guint32 start, guint32 length)
{
  g_assert_cmpuint (length, >=, 1);
  g_assert_cmpuint ((gsize) start + length, <=, text.length);
  g_assert_true (is_boundary (text, start));
  g_assert_true (is_boundary (text, start + length));
  g_assert_false (g_unichar_isspace (g_utf8_get_char (text.start + start)));
  g_assert_false (g_unichar_isspace (character_before (text, start + length)));
}

/* Fails unless words stand in order, apart, and each has a letter or digit. */
static inline void
assert_words (BsSpan text, const GArray *words)
{
  gsize end = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const BsWord *word = &g_array_index (words, BsWord, i);
      const char *at = text.start + word->start;
      gboolean alnum = FALSE;

      assert_part (text, word->start, word->length);
      g_assert_cmpuint (word->start, >=, end);
      end = word->start + word->length;
      for (; at < text.start + end; at = g_utf8_next_char (at))
        alnum |= g_unichar_isalnum (g_utf8_get_char (at));
      g_assert_true (alnum);
    }
}

/* Fails unless the sentences of a paragraph stand in order, apart, inside it, and share its words out among them. */
static inline void
assert_sentences (BsSpan text, const BsSegments *segments, const BsParagraph *paragraph)
{
  guint32 word = paragraph->first_word, end = paragraph->start;

  for (guint32 i = 0; i < paragraph->n_sentences; i++)
    {
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, paragraph->first_sentence + i);
      const BsWord *first = &g_array_index (segments->words, BsWord, sentence->first_word);
      const BsWord *last = first + sentence->n_words - 1;

      g_assert_cmpuint (sentence->n_words, >=, 1);
      g_assert_cmpuint (sentence->first_word, ==, word);
      g_assert_cmpuint (sentence->end, <, BS_N_ENDS);
      assert_part (text, sentence->start, sentence->length);
      g_assert_cmpuint (sentence->start, >=, end);
      g_assert_cmpuint (sentence->start, <=, first->start);
      g_assert_cmpuint (last->start + last->length, <=, sentence->start + sentence->length);
      g_assert_null (memchr (text.start + sentence->start, '\n', sentence->length));
      word += sentence->n_words;
      end = sentence->start + sentence->length;
    }
  g_assert_cmpuint (word, ==, paragraph->first_word + paragraph->n_words);
  g_assert_cmpuint (end, <=, paragraph->start + paragraph->length);
}

/* Fails unless the gaps stand in order and apart, each with a verdict, and every sentence ends at one of those that are
 * ends, and only there. Ends without a word before them end nothing. */
static inline void
assert_gaps (const BsSegments *segments)
{
  guint32 word = 0, sentence = 0;

  for (guint i = 0; i < segments->gaps->len; i++)
    {
      const BsGap *gap = &g_array_index (segments->gaps, BsGap, i);
      gboolean weighed = gap->verdict == BS_END_WEIGHED || gap->verdict == BS_ON_WEIGHED;

      g_assert_cmpuint (gap->verdict, <, BS_N_VERDICTS);
      g_assert_true ((gap->verdict == BS_END_BLOCK) == ((gap->flags & BS_GAP_BLOCK) != 0));
      g_assert_true (weighed ? (gap->score > 0) == (gap->verdict < BS_N_ENDS) : gap->score == 0);
      g_assert_cmpuint (gap->word, >=, word);
      if (gap->verdict < BS_N_ENDS && gap->word > word)
        {
          const BsSentence *ended = &g_array_index (segments->sentences, BsSentence, sentence++);

          g_assert_cmpuint (ended->first_word, ==, word);
          g_assert_cmpuint (ended->first_word + ended->n_words, ==, gap->word);
          g_assert_cmpuint (ended->start + ended->length, ==, gap->end);
          g_assert_cmpuint (ended->end, ==, gap->verdict);
          word = gap->word;
        }
    }
  g_assert_cmpuint (word, ==, segments->words->len);
  g_assert_cmpuint (sentence, ==, segments->sentences->len);
}

/* Fails unless the openings rise, each inside a sentence. */
static inline void
assert_openings (const BsSegments *segments)
{
  guint sentence = 0;

  for (guint i = 0; i < segments->openings->len; i++)
    {
      guint32 word = g_array_index (segments->openings, guint32, i);

      g_assert_true (i == 0 || word > g_array_index (segments->openings, guint32, i - 1));
      g_assert_cmpuint (word, <, segments->words->len);
      while (g_array_index (segments->sentences, BsSentence, sentence).first_word
                 + g_array_index (segments->sentences, BsSentence, sentence).n_words
             <= word)
        sentence++;
      g_assert_cmpuint (g_array_index (segments->sentences, BsSentence, sentence).first_word, <, word);
    }
}

/* Fails unless every word belongs to one sentence and every sentence to one paragraph, all in order. */
static inline void
assert_segments (BsSpan text, const BsSegments *segments)
{
  guint32 word = 0, sentence = 0, end = 0;

  assert_words (text, segments->words);
  for (guint i = 0; i < segments->paragraphs->len; i++)
    {
      const BsParagraph *paragraph = &g_array_index (segments->paragraphs, BsParagraph, i);

      g_assert_cmpuint (paragraph->n_words, >=, 1);
      g_assert_cmpuint (paragraph->n_sentences, >=, 1);
      g_assert_cmpuint (paragraph->first_word, ==, word);
      g_assert_cmpuint (paragraph->first_sentence, ==, sentence);
      assert_part (text, paragraph->start, paragraph->length);
      g_assert_cmpuint (paragraph->start, >=, end);
      assert_sentences (text, segments, paragraph);
      word += paragraph->n_words;
      sentence += paragraph->n_sentences;
      end = paragraph->start + paragraph->length;
    }
  g_assert_cmpuint (word, ==, segments->words->len);
  g_assert_cmpuint (sentence, ==, segments->sentences->len);
  assert_gaps (segments);
  assert_openings (segments);
}
