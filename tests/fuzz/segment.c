/* Sentences, words and gaps of any text: all of it shared out, in order, inside the text.
 *
 * about: src/segment/segment.c src/segment/sentence.c src/segment/sentence-model.c src/segment/item.c
 * about: src/segment/type-index.c src/lexicon/lexicon.c src/lexicon/syllable.c src/lexicon/spoken-number.c
 * max_len: 2048 */
#include "fuzz-help.h"
#include "../segment-help.h"

#define SPELLINGS_MOST 20000 /* then the index is made anew */

static BsTypeIndex *index_of_types;

static BsTypeIndex *
type_index (void)
{
  if (index_of_types != NULL && bs_type_index_n_spellings (index_of_types) > SPELLINGS_MOST)
    g_clear_pointer (&index_of_types, bs_type_index_free);
  if (index_of_types == NULL)
    index_of_types = bs_type_index_new (NULL);
  return index_of_types;
}

/* Every word has a record that speaks of it. */
static void
assert_records (BsSpan text, const BsTypeIndex *index, const GArray *words)
{
  static GString *folded;

  if (folded == NULL)
    folded = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++)
    {
      const BsWord *word = &g_array_index (words, BsWord, i);
      const BsSpelling *spelling = &bs_type_index_spellings (index)[word->spelling];
      const BsWordFacts *facts = &spelling->facts;

      g_assert_cmpuint (word->spelling, <, bs_type_index_n_spellings (index));
      g_assert_cmpuint (spelling->type, <, bs_type_index_n_types (index));
      g_string_truncate (folded, 0);
      bs_fold_word (bs_span (text.start + word->start, word->length), folded);
      fuzz_assert_same (bs_type_word (bs_type_index_type (index, spelling->type)), bs_span (folded->str, folded->len));
      g_assert_cmpuint (facts->syllables, >=, 1);
      g_assert_cmpuint (facts->shape, <=, BS_SHAPE_MIXED);
      g_assert_cmpuint (facts->letters, <=, word->length);
      g_assert_true ((facts->flags & BS_WORD_NUMBER) == 0 || (facts->flags & BS_WORD_DALE) != 0);
      g_assert_true ((facts->flags & BS_WORD_TITLE) == 0 || (facts->flags & BS_WORD_ABBREVIATION) != 0);
    }
}

static void
assert_same_words (const GArray *words, const GArray *others)
{
  g_assert_cmpuint (words->len, ==, others->len);
  for (guint i = 0; i < words->len; i++)
    {
      const BsWord *a = &g_array_index (words, BsWord, i), *b = &g_array_index (others, BsWord, i);

      g_assert_cmpuint (a->start, ==, b->start);
      g_assert_cmpuint (a->length, ==, b->length);
      g_assert_cmpuint (a->spelling, ==, b->spelling);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static BsSegments *segments, *only_words;
  g_autofree char *valid = fuzz_text (bs_span ((const char *) data, size));
  gsize length = strlen (valid);
  g_autofree char *copy = fuzz_copy (bs_span (valid, length));
  BsSpan text = bs_span (copy, length);
  BsTypeIndex *index = type_index ();

  if (segments == NULL)
    {
      segments = bs_segments_new ();
      only_words = bs_segments_new ();
    }
  bs_segment (segments, index, text);
  assert_segments (text, segments);
  assert_records (text, index, segments->words);
  bs_segment_words (only_words, index, text);
  assert_same_words (segments->words, only_words->words);
  return 0;
}
