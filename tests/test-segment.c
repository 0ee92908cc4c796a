/* What holds for the parts of every text, however it was made. */
#include "segment/segment.h"

#include "segment-help.h"

#define SEEDS 400

typedef struct {
  BsSegments *segments;
  BsTypeIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->segments = bs_segments_new ();
  fixture->index = bs_type_index_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bs_segments_free (fixture->segments);
  bs_type_index_free (fixture->index);
}

/* Segments a copy in a buffer of just its size. */
static void
segment (Fixture *fixture, const char *text, gsize length)
{
  g_autofree char *copy = exact_copy (bs_span (text, length));

  bs_segment (fixture->segments, fixture->index, bs_span (copy, length));
  assert_segments (bs_span (copy, length), fixture->segments);
}

static const BsSentence *
sentence (const Fixture *fixture, guint i)
{
  g_assert_cmpuint (i, <, fixture->segments->sentences->len);
  return &g_array_index (fixture->segments->sentences, BsSentence, i);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  const char text[] = "  \"Go.\" He went!\n\n(Stop) here\n";
  const BsParagraph *paragraphs;

  segment (fixture, text, strlen (text));
  g_assert_cmpuint (fixture->segments->words->len, ==, 5);
  g_assert_cmpuint (fixture->segments->sentences->len, ==, 3);
  g_assert_cmpuint (fixture->segments->paragraphs->len, ==, 2);

  g_assert_cmpuint (sentence (fixture, 0)->start, ==, 2); /* "Go." with both quotes */
  g_assert_cmpuint (sentence (fixture, 0)->length, ==, 5);
  g_assert_cmpint (sentence (fixture, 0)->end, ==, BS_END_STOP);
  g_assert_cmpuint (sentence (fixture, 1)->start, ==, 8); /* He went! */
  g_assert_cmpuint (sentence (fixture, 1)->length, ==, 8);
  g_assert_cmpint (sentence (fixture, 1)->end, ==, BS_END_BLOCK);
  g_assert_cmpuint (sentence (fixture, 2)->start, ==, 18); /* (Stop) here */
  g_assert_cmpuint (sentence (fixture, 2)->length, ==, 11);
  g_assert_cmpint (sentence (fixture, 2)->end, ==, BS_END_BLOCK);

  paragraphs = (const BsParagraph *) (gpointer) fixture->segments->paragraphs->data;
  g_assert_cmpuint (paragraphs[0].n_sentences, ==, 2);
  g_assert_cmpuint (paragraphs[0].n_words, ==, 3);
  g_assert_cmpuint (paragraphs[1].n_sentences, ==, 1);
  g_assert_cmpuint (paragraphs[1].n_words, ==, 2);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", " ", "\n", "\n\n\n", ".", "\"", "...\n--\n", "\xc2\xa0", "\xcc\x81", "@" };

  bs_segment (fixture->segments, fixture->index, bs_span (NULL, 0));
  g_assert_cmpuint (fixture->segments->words->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      segment (fixture, texts[i], strlen (texts[i]));
      g_assert_cmpuint (fixture->segments->words->len, ==, 0);
      g_assert_cmpuint (fixture->segments->sentences->len, ==, 0);
      g_assert_cmpuint (fixture->segments->paragraphs->len, ==, 0);
    }
}

static void
test_ends (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    BsSentenceEnd end; /* of the first of two sentences */
  } ends[] = {
    { "He left. She stayed.", BS_END_STOP },       { "He left! She stayed.", BS_END_MARK },
    { "He left… She stayed.", BS_END_ELLIPSIS },   { "He left\nShe stayed.", BS_END_BLOCK },
    { "At 9 p.m. She stayed.", BS_END_STARTER },   { "He left.She stayed.", BS_END_GLUED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      segment (fixture, ends[i].text, strlen (ends[i].text));
      g_assert_cmpuint (fixture->segments->sentences->len, ==, 2);
      g_assert_cmpstr (bs_sentence_end_name (sentence (fixture, 0)->end), ==, bs_sentence_end_name (ends[i].end));
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = hostile_text (random, (guint) g_rand_int_range (random, 1, 200));

      segment (fixture, text->str, text->len);
    }
}

/* A text may stop behind any of its characters. */
static void
test_prefixes (Fixture *fixture, gconstpointer data)
{
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = hostile_text (random, 60);

      for (gsize n = 0; n <= text->len; n++)
        if (is_boundary (bs_span (text->str, text->len), n))
          segment (fixture, text->str, n);
    }
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = hostile_text (random, 80);
      g_autoptr (GString) twice = g_string_new_len (text->str, (gssize) text->len);
      guint words, sentences, paragraphs;

      g_string_append (twice, "\n\n");
      g_string_append_len (twice, text->str, (gssize) text->len);
      segment (fixture, text->str, text->len);
      words = fixture->segments->words->len;
      sentences = fixture->segments->sentences->len;
      paragraphs = fixture->segments->paragraphs->len;
      segment (fixture, twice->str, twice->len);
      g_assert_cmpuint (fixture->segments->words->len, ==, 2 * words);
      g_assert_cmpuint (fixture->segments->sentences->len, ==, 2 * sentences);
      g_assert_cmpuint (fixture->segments->paragraphs->len, ==, 2 * paragraphs);
    }
}

static void
assert_same_sentences (const Fixture *a, const Fixture *b)
{
  g_assert_cmpuint (a->segments->words->len, ==, b->segments->words->len);
  g_assert_cmpuint (a->segments->sentences->len, ==, b->segments->sentences->len);
  g_assert_cmpuint (a->segments->paragraphs->len, ==, b->segments->paragraphs->len);
  for (guint i = 0; i < a->segments->sentences->len; i++)
    {
      g_assert_cmpuint (sentence (a, i)->start, ==, sentence (b, i)->start);
      g_assert_cmpuint (sentence (a, i)->length, ==, sentence (b, i)->length);
      g_assert_cmpuint (sentence (a, i)->n_words, ==, sentence (b, i)->n_words);
      g_assert_cmpint (sentence (a, i)->end, ==, sentence (b, i)->end);
    }
}

static void
test_final_newline (Fixture *fixture, gconstpointer data)
{
  Fixture other;

  set_up (&other, NULL);
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = hostile_text (random, 80);

      segment (fixture, text->str, text->len);
      g_string_append_c (text, '\n');
      segment (&other, text->str, text->len);
      assert_same_sentences (fixture, &other);
    }
  tear_down (&other, NULL);
}

/* An index that has seen hundreds of texts divides the next one as a new index does. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = hostile_text (random, 80);

      segment (fixture, text->str, text->len);
      if (seed % 20 == 0)
        {
          Fixture fresh;

          set_up (&fresh, NULL);
          segment (&fresh, text->str, text->len);
          assert_same_sentences (fixture, &fresh);
          tear_down (&fresh, NULL);
        }
    }
}

/* One piece over and over: words, sentences and paragraphs as many as there should be, in time that grows with the
 * length. */
static void
test_endless (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *piece;
    guint times, words, sentences, paragraphs;
  } endless[] = {
    { "a", 5000000, 1, 1, 1 },
    { "é", 1000000, 1, 1, 1 },
    { "a\xcc\x81\xcc\x96", 300000, 1, 1, 1 },
    { "\n", 1000000, 0, 0, 0 },
    { "\"", 1000000, 0, 0, 0 },
    { ".", 1000000, 0, 0, 0 },
    { "They saw it. ", 200000, 600000, 200000, 1 },
    { "They saw it\n", 200000, 600000, 200000, 200000 },
    { "they ", 1000000, 1000000, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < endless[i].times; j++)
        g_string_append (text, endless[i].piece);
      bs_segment (fixture->segments, fixture->index, bs_span (text->str, text->len));
      g_assert_cmpuint (fixture->segments->words->len, ==, endless[i].words);
      g_assert_cmpuint (fixture->segments->sentences->len, ==, endless[i].sentences);
      g_assert_cmpuint (fixture->segments->paragraphs->len, ==, endless[i].paragraphs);
    }
}

/* Marks in a row that would have to be sorted: a letter and a heap of accents above and below it. */
static void
test_heaped_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("a");

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "\xcc\x81\xcc\x96");
  bs_segment (fixture->segments, fixture->index, bs_span (text->str, text->len));
  g_assert_cmpuint (fixture->segments->words->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/segment/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("parts", test_parts);
  ADD ("nothing", test_nothing);
  ADD ("ends", test_ends);
  ADD ("random", test_random);
  ADD ("prefixes", test_prefixes);
  ADD ("twice", test_twice);
  ADD ("final-newline", test_final_newline);
  ADD ("history", test_history);
  ADD ("endless", test_endless);
  ADD ("heaped-marks", test_heaped_marks);
  return g_test_run ();
}
