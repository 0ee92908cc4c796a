/* What is known of a word: always the same, with as many letters as it has, and its type is a word like any other.
 *
 * about: src/lexicon/lexicon.c src/lexicon/syllable.c src/lexicon/syllable-model.c src/lexicon/syllable-compound.c
 * about: src/lexicon/syllable-table.c src/lexicon/familiar.c src/lexicon/fog.c src/lexicon/letters.c
 * about: src/lexicon/naming.c src/lexicon/spoken-number.c src/lexicon/address.c src/lexicon/plain-letters.c
 * about: src/lexicon/written-in-one.c src/lexicon/word-table.c src/lexicon/wordlist.c src/lexicon/juncture-words.c
 * max_len: 64 */
#include "fuzz-help.h"
#include "segment/segment.h"

static BsTypeIndex *anew;
static BsSegments *segments;
static GString *folded;

/* With every way to count a number's syllables. */
static void
assert_facts (BsSpan word)
{
  BsWordFacts facts[2], again;

  for (guint i = 0; i < 2; i++)
    {
      BsLexiconOptions options = { .numbers = i == 0 ? BS_NUMBERS_SPOKEN : BS_NUMBERS_ONE };

      bs_lexicon_describe (word, bs_span (folded->str, folded->len), &options, &facts[i]);
      bs_lexicon_describe (word, bs_span (folded->str, folded->len), &options, &again);
      g_assert_cmpmem (&again, sizeof again, &facts[i], sizeof again);
      g_assert_cmpuint (facts[i].syllables, >=, 1);
      g_assert_cmpuint (facts[i].shape, ==, bs_shape_of (word));
      g_assert_cmpuint (facts[i].letters, <=, word.length);
      g_assert_cmpuint (facts[i].scrabble, <=, 10 * facts[i].letters);
    }
  g_assert_cmphex (facts[0].flags & BS_WORD_NUMBER, ==, facts[1].flags & BS_WORD_NUMBER);
  if (facts[0].flags & BS_WORD_NUMBER)
    g_assert_cmpuint (facts[1].syllables, ==, 1);
  else
    g_assert_cmpuint (facts[0].syllables, ==, facts[1].syllables);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *valid = fuzz_text (bs_span ((const char *) data, size));

  if (anew == NULL)
    {
      folded = g_string_new (NULL);
      segments = bs_segments_new ();
    }
  else if (bs_type_index_n_spellings (anew) > 20000)
    g_clear_pointer (&anew, bs_type_index_free);
  if (anew == NULL)
    anew = bs_type_index_new (NULL);
  bs_segment_words (segments, anew, bs_span_of (valid));
  for (guint i = 0; i < segments->words->len; i++)
    {
      const BsWord *word = &g_array_index (segments->words, BsWord, i);
      g_autofree char *copy = fuzz_copy (bs_span (valid + word->start, word->length));
      BsWordFacts described;

      g_string_truncate (folded, 0);
      bs_fold_word (bs_span (copy, word->length), folded);
      g_assert_cmpuint (folded->len, >, 0);
      g_assert_true (fuzz_is_utf8 (bs_span (folded->str, folded->len)));
      assert_facts (bs_span (copy, word->length));
      bs_type_index_describe (anew, bs_type_index_spellings (anew)[word->spelling].type, &described);
      g_assert_cmpuint (described.syllables, >=, 1);
    }
  return 0;
}
