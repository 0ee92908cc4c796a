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

/* Names of the verdicts in order: of gaps with a mark and of gaps where a sentence ends, but for ends of blocks. */
static char *
verdicts_of (Fixture *fixture, const char *text)
{
  GString *names = g_string_new (NULL);

  segment (fixture, text, strlen (text));
  for (guint i = 0; i < fixture->segments->gaps->len; i++)
    {
      const BsGap *gap = &g_array_index (fixture->segments->gaps, BsGap, i);

      if ((gap->flags & BS_GAP_BLOCK) == 0 && ((gap->flags & BS_GAP_MARKS) != 0 || gap->verdict < BS_N_ENDS))
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", bs_verdict_name (gap->verdict));
    }
  return g_string_free (names, FALSE);
}

static const struct {
  const char *text;
  const char *verdicts;
} cases[] = {
  /* an ordinary word before the stop */
  { "The mayor left. Lincoln stayed.", "stop" },
  { "The mayor left. 1984 was worse.", "stop" },
  { "The mayor left. iPhones rang.", "stop" },
  { "The mayor left. (Lincoln stayed.)", "stop" },
  { "The mayor left. \"I stay.\"", "stop" },
  { "The mayor \"left.\" Lincoln stayed.", "stop" },
  { "The mayor \"left\". Lincoln stayed.", "stop" },
  { "The mayor \"left.\" and Lincoln stayed.", "small" },
  { "He saw नमस्ते. नमस्ते is a word.", "stop" },
  { "It holds 5. a day.", "small" },
  /* titles */
  { "She met Dr. Johnson there.", "title" },
  { "She met Mr. The there.", "title" },
  { "She met the ex-Mrs. Lincoln there.", "title" },
  { "He lives on Main St. The dog ran.", "starter" },
  { "He came from St. Mary's church.", "title" },
  /* abbreviations */
  { "Tea Inc. Lincoln rose.", "abbreviation" },
  { "It was Tea Inc. The firm rose.", "starter" },
  { "It was Tea Inc. the firm rose.", "small" },
  { "It was Tea Inc. \"Lincoln rose,\" he said.", "starter" },
  { "Tea Inc. (AAPL) rose.", "abbreviation" },
  { "He sold tea, etc. He bought salt.", "starter" },
  { "He sold tea (and salt etc). He bought none.", "stop" },
  { "He moved to Columbus, Ga.. Lincoln moved, too.", "stop" },
  { "A pipe of 24-in. steel burst.", "small" },
  /* initials and initialisms */
  { "She read W. Shakespeare.", "initial" },
  { "She read J. R. Shakespeare.", "initial initial" },
  { "The U.S. Senate met.", "initial" },
  { "He lives in the U.S. But she left.", "starter" },
  { "She came at 9 a.m. Monday.", "initial" },
  { "She came at 9 a.m. She left.", "starter" },
  { "He left the bank at 6 p.m. Mr. Lincoln stayed.", "starter title" },
  { "At 5 a.m. Mr. Lincoln left.", "initial title" },
  { "Take a fruit, e.g. The apple.", "abbreviation" },
  { "We walked from A to B. I knew the way.", "starter" },
  { "The G. I. bills passed.", "initial small" },
  /* what a number follows */
  { "The No. 10 won.", "number" },
  { "Was it rule no. 5 or six?", "number" },
  { "He said No. Lincoln left.", "stop" },
  { "It was on Sept. 11 there.", "number" },
  { "It was in Sept. He left.", "starter" },
  { "It follows from eq. (6) here.", "number" },
  { "He (b. 1809) was tall.", "initial" },
  /* markers and captions */
  { "1. Wash the fruit.", "marker" },
  { "a. Wash the fruit.", "marker" },
  { "Figure 1. Prices and wages.", "marker" },
  { "1. Wash the fruit 2. Peel it 3. Eat it", "marker item marker item marker" },
  { "1) Wash the fruit 2) Peel it", "item" },
  { "a. Wash the fruit b. Peel it", "marker item marker" },
  { "We saw it in Fig. 1. Between Regions 1 and 2. The line fell.", "number stop stop" },
  { "The list: \xe2\x80\xa2 wash \xe2\x80\xa2 peel", "item item" },
  { "Did you win? Q. And then? A. We left.", "mark marker mark marker" },
  /* ! ? */
  { "Who left? Lincoln did.", "mark" },
  { "\"Who left?\" he asked.", "small" },
  { "\"Who left?\" Lincoln asked.", "speech" },
  { "\"Who left?\" The dog ran.", "mark" },
  { "She works at Yahoo! in town.", "small" },
  { "Yahoo! Inc. said so.", "abbreviation small" },
  { "You should -- smack! -- be ashamed.", "small" },
  /* dots */
  { "He left... She stayed.", "ellipsis" },
  { "I never meant that.... She left.", "ellipsis" },
  { "He thought ... about it.", "small" },
  /* datelines and run-in heads */
  { "PARIS, Tex. -- The mayor left.", "dateline" },
  { "Strategic forces. -- The mayor left.", "dateline" },
  /* footnotes */
  { "The mayor left. [12] Lincoln stayed.", "stop" },
  { "The mayor left.[1] [2] [3] Lincoln stayed.", "stop" },
  { "It was done by good institutions. 9 For example, the mayor left.", "note-follows note" },
  /* glued */
  { "The mayor left.Lincoln stayed.", "glued" },
  { "He wrote to First.Last@paper.com there.", "" },
  { "Call os.Create there.", "" },
  /* what else may look like an end */
  { "He likes it. :) She hates it.", "stop" },
  { "The following steps: (1) The first.", "" },
  { "I thought of the -- We left the house.", "broken" },
  /* brackets */
  { "She won the day (No. Never. Not that.) and left.", "bracket bracket small" },
  { "She won. (No. Never.) She left.", "stop stop stop" },
  { "She won (No. Never. She left.", "stop stop" },
};

static void
test_verdicts (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *verdicts = verdicts_of (fixture, cases[i].text);

      if (!g_str_equal (verdicts, cases[i].verdicts))
        {
          g_test_message ("%s: “%s”, not “%s”", cases[i].text, verdicts, cases[i].verdicts);
          g_test_fail ();
        }
    }
}

/* The manner of the article decides what is made of a missing capital or mark: in chat an end, in print none. */
static void
test_manner (Fixture *fixture, gconstpointer data)
{
  static const char chat[] = "i went home. it was late. we were tired. so i slept. what about you? did you sleep? thanks";
  static const char print[] = "The mayor went home on Tuesday. What kind of man is he? the council wondered aloud.";
  g_autofree char *of_chat = verdicts_of (fixture, chat);
  g_autofree char *of_print = verdicts_of (fixture, print);

  g_assert_cmpstr (of_chat, ==, "weighed weighed weighed weighed weighed weighed");
  g_assert_cmpstr (of_print, ==, "stop small");
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

/* A text and its copy are divided as the text is: the manner of a text goes by shares. */
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

/* One piece over and over, up to 10 MB: words, sentences and paragraphs as many as there should be, in time that grows
 * with the length. */
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
    { "a.Aa.Aa", 1428572, 1428572, 1428572, 1 },
    { "[1][1][1]", 1111112, 3333336, 1, 1 },
    { "1. 1. 1. ", 1111112, 3333336, 3333335, 1 },
    { "1. a 2. b ", 1000000, 4000000, 2, 1 },
    { "a. [1] ", 1428572, 2857144, 1, 1 },
    { ":) :) :) ", 1111112, 0, 0, 0 },
    { ".......", 1428572, 0, 0, 0 },
    { "• • • ", 833334, 0, 0, 0 },
    { "(((((", 2000000, 0, 0, 0 },
    { "(a. A ", 1666667, 3333334, 1666667, 1 },
    { "------", 1666667, 0, 0, 0 },
    { "Mr. ", 2500000, 2500000, 1, 1 },
    { "no. 5 ", 1666667, 3333334, 1, 1 },
    { "Aa ", 3333334, 3333334, 1, 1 },
  };

  fixture->segments->word_most = G_MAXUINT32;
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
  fixture->segments->word_most = G_MAXUINT32;
  bs_segment (fixture->segments, fixture->index, bs_span (text->str, text->len));
  g_assert_cmpuint (fixture->segments->words->len, ==, 1);
}

/* What is too long is left out as if it were a sign, wherever it stands, and the sentences stay. */
static void
test_long_words (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    guint words, sentences, paragraphs, left_out;
  } rows[] = {
    { "The cats sat. Dogs ran.", 5, 2, 1, 0 },
    { "The xxxxx cats sat. Dogs xxxxx ran.", 5, 2, 1, 2 },
    { "xxxxx The cats sat. Dogs ran.", 5, 2, 1, 1 },
    { "The cats sat. xxxxx Dogs ran. xxxxx", 5, 2, 1, 2 },
    { "xxxxx. xxxxx.\n\nThe cats sat.\nxxxxx\nDogs ran.", 5, 2, 2, 3 },
    { "xxxxx", 0, 0, 0, 1 },
  };

  fixture->segments->word_most = 4;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      bs_segment (fixture->segments, fixture->index, bs_span_of (rows[i].text));
      g_assert_cmpuint (fixture->segments->words->len, ==, rows[i].words);
      g_assert_cmpuint (fixture->segments->sentences->len, ==, rows[i].sentences);
      g_assert_cmpuint (fixture->segments->paragraphs->len, ==, rows[i].paragraphs);
      g_assert_cmpuint (fixture->segments->long_words, ==, rows[i].left_out);
    }
}

static void
test_many_types (Fixture *fixture, gconstpointer data)
{
  fixture->segments->types_most = 3;
  bs_segment (fixture->segments, fixture->index, bs_span_of ("a b c a b c."));
  g_assert_false (fixture->segments->too_many_types);
  g_assert_cmpuint (fixture->segments->words->len, ==, 6);
  g_assert_cmpuint (fixture->segments->longest_sentence, ==, 6);
  bs_segment (fixture->segments, fixture->index, bs_span_of ("a b c a b d."));
  g_assert_true (fixture->segments->too_many_types);
  g_assert_cmpuint (fixture->segments->words->len, ==, 0);
  g_assert_cmpuint (fixture->segments->sentences->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/segment/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("parts", test_parts);
  ADD ("nothing", test_nothing);
  ADD ("verdicts", test_verdicts);
  ADD ("manner", test_manner);
  ADD ("random", test_random);
  ADD ("prefixes", test_prefixes);
  ADD ("twice", test_twice);
  ADD ("final-newline", test_final_newline);
  ADD ("history", test_history);
  ADD ("endless", test_endless);
  ADD ("heaped-marks", test_heaped_marks);
  ADD ("long-words", test_long_words);
  ADD ("many-types", test_many_types);
  return g_test_run ();
}
