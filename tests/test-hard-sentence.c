/* What is counted of a sentence, by hand. */
#include "analysis/hard-sentence.h"

#include <string.h>

static const char text[]
    = "The administration (a body that nobody likes) met on Tuesday; its secretary, who was late -- as always -- said "
      "little: it would meet at 10:30 again. They went home. Dog and cat ran to the old mill by the river and ran home "
      "again.\n";

static GPtrArray *
sentences_of (BsReading *reading, const char *raw, guint least)
{
  BsArticle article = { .outlet = "paper", .id = "1", .text = bs_span_of (raw), .origin.path = "given" };
  BsReadOptions options = { .language = "en", .any_length = TRUE };

  bs_read (reading, &article, &options);
  return bs_hard_sentences (reading, least);
}

/* Words: The administration a body that nobody likes met on Tuesday its secretary who was late as always said little it
 * would meet at 10:30 again: 25. Syllables: 1 5 1 2 1 3 1 1 1 2 1 4 1 1 1 1 2 1 2 1 1 1 1 3 2 (ten thirty) = 41.
 * Three or more: administration, nobody, secretary, 10:30. Grade: 0.39 * 25 + 11.8 * 41 / 25 - 15.59 = 13.512. */
static void
test_counted_by_hand (void)
{
  g_autoptr (BsReading) reading = bs_reading_new ();
  g_autoptr (GPtrArray) sentences = sentences_of (reading, text, 4);
  const BsHardSentence *s;

  g_assert_cmpuint (sentences->len, ==, 2); /* "They went home." is too short */
  s = sentences->pdata[0];
  g_assert_cmpuint (s->place, ==, 1);
  g_assert_cmpuint (s->words, ==, 25);
  g_assert_cmpuint (s->syllables, ==, 41);
  g_assert_cmpuint (s->long_words, ==, 4);
  g_assert_cmpuint (s->commas, ==, 1);
  g_assert_cmpuint (s->semicolons, ==, 2); /* of a time of day the colon is none */
  g_assert_cmpuint (s->brackets, ==, 1);
  g_assert_cmpuint (s->dashes, ==, 2);
  g_assert_cmpstr (s->names_them, ==, "administration, secretary"); /* neither is on the list */
  g_assert_cmpuint (s->unfamiliar, ==, 2);
  g_assert_cmpfloat_with_epsilon (s->grade, 13.512, 1e-9);
  g_assert_true (g_str_has_prefix (s->text, "The administration (a body"));
  s = sentences->pdata[1];
  g_assert_cmpuint (s->place, ==, 3);
  g_assert_cmpuint (s->unfamiliar, ==, 0);
  g_assert_cmpstr (s->names_them, ==, "");
}

/* What is found in the sentences is what the article's counts say. */
static void
test_sums_are_the_article (void)
{
  g_autoptr (BsReading) reading = bs_reading_new ();
  g_autoptr (GPtrArray) sentences = sentences_of (reading, text, 1);
  const gint64 *counts = reading->tally->counts.value;
  gint64 words = 0, syllables = 0, poly = 0, unfamiliar = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const BsHardSentence *s = sentences->pdata[i];

      words += s->words;
      syllables += s->syllables;
      poly += s->long_words;
      unfamiliar += s->unfamiliar;
    }
  g_assert_cmpint (words, ==, counts[BS_COUNT_WORDS]);
  g_assert_cmpint (syllables, ==, counts[BS_COUNT_SYLLABLES]);
  g_assert_cmpint (poly, ==, counts[BS_COUNT_POLY]);
  g_assert_cmpint (unfamiliar, ==, counts[BS_COUNT_UNFAMILIAR]);
}

static void
test_order (void)
{
  BsHardSentence a = { .words = 20, .grade = 9 }, b = { .words = 10, .grade = 12 }, c = { .words = 10, .grade = 9 };

  g_assert_cmpint (bs_hard_sentence_compare (&a, &b, BS_HARD_BY_GRADE), >, 0);
  g_assert_cmpint (bs_hard_sentence_compare (&a, &b, BS_HARD_BY_WORDS), <, 0);
  g_assert_cmpint (bs_hard_sentence_compare (&a, &c, BS_HARD_BY_GRADE), <, 0);
  g_assert_cmpint (bs_hard_sentence_compare (&b, &c, BS_HARD_BY_WORDS), <, 0);
  g_assert_cmpint (bs_hard_sentence_compare (&c, &c, BS_HARD_BY_WORDS), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hard-sentence/by-hand", test_counted_by_hand);
  g_test_add_func ("/hard-sentence/sums", test_sums_are_the_article);
  g_test_add_func ("/hard-sentence/order", test_order);
  return g_test_run ();
}
