/* What the pass over the bytes takes for a word, what it notes of the places between, and that no text costs more than
 * its length. */
#include "segment/scan.h"

#include "segment-help.h"

typedef struct {
  GArray *words;
  GArray *gaps;
} Found;

static void
found_init (Found *found)
{
  found->words = g_array_new (FALSE, FALSE, sizeof (BsWord));
  found->gaps = g_array_new (FALSE, FALSE, sizeof (BsGap));
}

static void
found_clear (Found *found)
{
  g_array_unref (found->words);
  g_array_unref (found->gaps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* The words of a text with bars between. */
static char *
words_of (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *copy = exact_copy (bs_span (text, length));
  g_autoptr (GString) line = g_string_new (NULL);
  g_auto (Found) found;

  found_init (&found);
  bs_scan (bs_span (copy, length), found.words, found.gaps);
  for (guint i = 0; i < found.words->len; i++)
    {
      const BsWord *word = &g_array_index (found.words, BsWord, i);

      if (i > 0)
        g_string_append_c (line, '|');
      g_string_append_len (line, copy + word->start, word->length);
    }
  return g_strdup (line->str);
}

static const struct {
  const char *text;
  const char *words;
} samples[] = {
  { "", "" },
  { " \t\n", "" },
  { "... -- !?", "" },
  { "a", "a" },
  { "don't rock 'n' roll", "don't|rock|n|roll" },
  { "well-known non‑stop ‐ off", "well-known|non‑stop|off" },
  { "and/or 9/11 1/2/3", "and|or|9/11|1/2/3" },
  { "10,000 11:21 a,b a:b", "10,000|11:21|a|b|a|b" },
  { "1,a a,1 1, 2", "1|a|a|1|1|2" },
  { "AT&T R & D Q&A", "AT&T|R|D|Q&A" },
  { "U.S. 3.5. $3.50, .5", "U.S|3.5|3.50|5" },
  { "one--two three—four 1990–2000", "one|two|three|four|1990|2000" },
  { "__init__ snake_case _", "init|snake_case" },
  { "says.The file.Ext v.The", "says|The|file|Ext|v.The" },
  { "cafe\xcc\x81 e\xcc\x81t", "cafe\xcc\x81|e\xcc\x81t" },
  { "\xcc\x81 x \xe2\x9d\xa4\xef\xb8\x8f", "x" },
  { "a\xc2\xa0" "b\xe3\x80\x80" "c", "a|b|c" },
  { "Ωμέγα слово 漢字です हिन्दी", "Ωμέγα|слово|漢字です|हिन्दी" },
  { "@user a@b.org @ @@x", "@user|a@b.org|@x" },
  { "see https://a.org/b_(c), then", "see|https://a.org/b_(c)|then" },
  { "(https://a.org/?q=1&r=%20).", "https://a.org/?q=1&r=%20" },
  { "news.com/a/b, x/y", "news.com/a/b|x|y" },
  { "https://a.org/. http: x", "https://a.org/|http|x" },
  { "end.[1] end.[2,3] end.[4-6]", "end|1|end|2,3|end|4-6" },
  { "end.¹² m² ½", "end|¹²|m²|½" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *words = words_of (samples[i].text);

      g_assert_cmpstr (words, ==, samples[i].words);
    }
}

/* Every prefix that is a text is scanned in a buffer of just its size. */
static void
test_prefixes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (gsize n = 0; n <= strlen (samples[i].text); n++)
      if (is_boundary (bs_span (samples[i].text, strlen (samples[i].text)), n))
        {
          g_autofree char *copy = exact_copy (bs_span (samples[i].text, n));
          g_auto (Found) found;

          found_init (&found);
          bs_scan (bs_span (copy, n), found.words, found.gaps);
          assert_words (bs_span (samples[i].text, n), found.words);
        }
}

#define BLANK BS_GAP_BLANK
#define STOP BS_GAP_STOP
#define MARK BS_GAP_MARK
#define DOTS (BS_GAP_STOP | BS_GAP_ELLIPSIS)
#define NONE 0 /* no gap is noted */

typedef struct {
  const char *text;
  guint32 word; /* of the gap */
  guint32 flags;
  guint32 end;
  guint32 next_start;
} GapSample;

/* A mark, and what closes and opens around it. */
static const GapSample marked[] = {
  { "a. b", 1, STOP | BLANK, 2, 3 },
  { "a.  b", 1, STOP | BLANK, 2, 4 },
  { "a.\xc2\xa0" "b", 1, STOP | BLANK, 2, 4 },
  { "a. ב", 1, STOP | BLANK | BS_GAP_UNCASED, 2, 3 },
  { "a. é", 1, STOP | BLANK, 2, 3 },
  { "a.) b", 1, STOP | BLANK | BS_GAP_SIGNED, 3, 4 },
  { "a.* b", 1, STOP | BLANK | BS_GAP_SIGNED, 3, 4 },
  { "a.\" b", 1, STOP | BLANK | BS_GAP_CLOSED, 3, 4 },
  { "a.') b", 1, STOP | BLANK | BS_GAP_CLOSED | BS_GAP_SIGNED, 4, 5 },
  { "a. \"b", 1, STOP | BLANK | BS_GAP_QUOTED, 2, 3 },
  { "a. (b", 1, STOP | BLANK | BS_GAP_OPENED, 2, 3 },
  { "a. -- b", 1, STOP | BLANK | BS_GAP_DASH, 2, 3 },
  { "a. ----- b", 1, STOP | BLANK | BS_GAP_DASH | BS_GAP_RULE, 2, 3 },
  { "a. • b", 1, STOP | BLANK | BS_GAP_BULLET, 2, 3 },
  { "a., b", 1, NONE, 0, 0 }, /* "etc., and" */
  { "a., B", 1, BLANK | BS_GAP_COMMA, 3, 4 },
  /* what closes in front of the mark parts it from the word; a degree sign does not */
  { "a\". b", 1, STOP | BLANK | BS_GAP_APART, 3, 4 },
  { "a). b", 1, STOP | BLANK | BS_GAP_APART, 3, 4 },
  { "a\"? b", 1, MARK | BLANK | BS_GAP_APART, 3, 4 },
  { "N°. 5", 1, STOP | BLANK, 4, 5 },
  /* several marks */
  { "a?! b", 1, MARK | BLANK, 3, 4 },
  { "a.. b", 1, DOTS | BLANK | BS_GAP_TWICE, 3, 4 },
  { "a. . b", 1, DOTS | BLANK, 4, 5 },
  { "a... b", 1, DOTS | BLANK, 4, 5 },
  { "a . . . b", 1, DOTS | BLANK, 7, 8 },
  { "a… b", 1, BS_GAP_ELLIPSIS | BLANK, 4, 5 },
  { "a?... b", 1, DOTS | MARK | BLANK, 5, 6 },
};

/* A mark with no blank behind it, where there should be one. */
static const GapSample glued[] = {
  { "saw.It", 1, STOP | BS_GAP_GLUED, 4, 4 },
  { "saw?It", 1, MARK | BS_GAP_GLUED, 4, 4 },
  { "saw?it", 1, MARK | BS_GAP_GLUED, 4, 4 },
  { "saw...it", 1, DOTS | BS_GAP_GLUED, 6, 6 },
  { "saw.\"It", 1, STOP | BS_GAP_CLOSED | BS_GAP_GLUED, 5, 5 },
  { "saw.“It", 1, STOP | BS_GAP_CLOSED | BS_GAP_GLUED, 4, 4 },
  { "saw?\"it", 1, NONE, 0, 0 },
  { "saw.it", 1, NONE, 0, 0 },
  { "os.Create", 1, NONE, 0, 0 },
  { "First.Last@paper.com", 1, NONE, 0, 0 },
  { "Amazon.Com", 1, NONE, 0, 0 },
};

/* A footnote's figures are a word of the sentence before, and what the mark was is kept. */
static const GapSample notes[] = {
  { "a.[12] b", 2, STOP | BLANK | BS_GAP_NOTE, 6, 7 },
  { "a. [12] b", 2, STOP | BLANK | BS_GAP_NOTE, 7, 8 },
  { "a.[1][2] b", 3, STOP | BLANK | BS_GAP_NOTE, 8, 9 },
  { "a.[1,2-4] b", 2, STOP | BLANK | BS_GAP_NOTE, 9, 10 },
  { "a.¹ b", 2, STOP | BLANK | BS_GAP_NOTE, 4, 5 },
  { "a?\"[1] b", 2, MARK | BLANK | BS_GAP_CLOSED | BS_GAP_NOTE, 6, 7 },
  { "a.[1x] b", 2, NONE, 0, 0 },
  { "a [1] b", 2, NONE, 0, 0 },
  { "a.\n[1] b", 1, STOP | BS_GAP_BLOCK, 2, 3 }, /* a line of its own is no note */
  { "a.\n¹ b", 1, STOP | BS_GAP_BLOCK, 2, 3 },
};

/* No mark: only what might start a sentence all the same, or what might have ended one. */
static const GapSample unmarked[] = {
  { "a b", 1, NONE, 0, 0 },
  { "a, b", 1, NONE, 0, 0 },
  { "a -- b", 1, NONE, 0, 0 },
  { "a 12 b", 1, NONE, 0, 0 },
  { "a ב", 1, NONE, 0, 0 },
  { "a B", 1, BLANK, 1, 2 },
  { "a É", 1, BLANK, 1, 2 },
  { "a 9/11", 1, BLANK, 1, 2 },
  { "a 12. b", 1, BLANK, 1, 2 },
  { "a 1) b", 1, BLANK, 1, 2 },
  { "a b) c", 1, BLANK, 1, 2 },
  { "a http://x.org", 1, BLANK, 1, 2 },
  { "http://x.org b", 1, BLANK, 12, 13 },
  { "a@b.org b", 1, BLANK, 7, 8 },
  { "a, B", 1, BLANK | BS_GAP_COMMA, 2, 3 },
  { "a: B", 1, BLANK | BS_GAP_COLON, 2, 3 },
  { "a; B", 1, BLANK | BS_GAP_SEMICOLON, 2, 3 },
  { "a: (B", 1, BLANK | BS_GAP_COLON | BS_GAP_OPENED, 2, 3 },
  { "a \"B", 1, BLANK | BS_GAP_QUOTED, 1, 2 },
  { "a\" B", 1, BLANK | BS_GAP_CLOSED, 2, 3 },
  { "a) B", 1, BLANK | BS_GAP_SIGNED, 2, 3 },
  { "a - B", 1, BLANK | BS_GAP_DASH, 3, 4 },
  { "a -- B", 1, BLANK | BS_GAP_DASH, 4, 5 },
  { "a • b", 1, BLANK | BS_GAP_BULLET, 1, 2 },
  { "a :) b", 1, BLANK | BS_GAP_SMILEY, 4, 5 },
  { "a ;-(( b", 1, BLANK | BS_GAP_SMILEY, 6, 7 },
  { "a ---- b", 1, NONE, 0, 0 },
  { "a ----- b", 1, BLANK | BS_GAP_DASH | BS_GAP_RULE, 7, 8 },
};

/* Line ends; the marks in front of them are kept. */
static const GapSample blocks[] = {
  { "a\nb", 1, BS_GAP_BLOCK, 1, 2 },
  { "a?\nb", 1, MARK | BS_GAP_BLOCK, 2, 3 },
  { "a...\n\nb", 1, DOTS | BS_GAP_BLOCK, 4, 6 },
  { "a. \n\t\"b", 1, STOP | BS_GAP_BLOCK, 2, 5 },
  { "a\n* * *\nb", 1, BS_GAP_BLOCK, 1, 8 },
  { "a\n...\nb", 1, BS_GAP_BLOCK, 1, 6 }, /* a line of marks alone belongs to no block */
  { "a.", 1, STOP | BS_GAP_BLOCK, 2, 2 },
  { "a, ", 1, BS_GAP_BLOCK, 2, 3 },
};

static void
assert_gap (const GapSample *sample)
{
  guint32 flags = 0, end = 0, next_start = 0;
  g_auto (Found) found;

  found_init (&found);
  bs_scan (bs_span_of (sample->text), found.words, found.gaps);
  for (guint i = 0; i < found.gaps->len; i++)
    {
      const BsGap *gap = &g_array_index (found.gaps, BsGap, i);

      if (gap->word != sample->word || (gap->word == found.words->len && sample->flags == NONE))
        continue;
      flags = gap->flags;
      end = gap->end;
      next_start = gap->next_start;
    }
  if (flags != sample->flags || end != sample->end || next_start != sample->next_start)
    g_error ("“%s”: %x, %u to %u, not %x, %u to %u", sample->text, flags, end, next_start, sample->flags, sample->end,
             sample->next_start);
}

static void
test_gaps (void)
{
#define ASSERT_GAPS(table)                                                                                             \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                                                     \
    assert_gap (&table[i]);
  ASSERT_GAPS (marked)
  ASSERT_GAPS (glued)
  ASSERT_GAPS (notes)
  ASSERT_GAPS (unmarked)
  ASSERT_GAPS (blocks)
}

static void
test_gaps_in_order (void)
{
  for (guint seed = 1; seed <= 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = hostile_text (random, 100);
      guint32 word = 0, end = 0;
      g_auto (Found) found;

      found_init (&found);
      bs_scan (bs_span (text->str, text->len), found.words, found.gaps);
      assert_words (bs_span (text->str, text->len), found.words);
      for (guint i = 0; i < found.gaps->len; i++)
        {
          const BsGap *gap = &g_array_index (found.gaps, BsGap, i);

          g_assert_cmpuint (gap->word, >=, word);
          g_assert_cmpuint (gap->word, <=, found.words->len);
          g_assert_true (i == 0 || gap->word > word || (gap[-1].flags & BS_GAP_BLOCK) != 0);
          g_assert_cmpuint (gap->end, <=, gap->next_start);
          if (gap->word > 0 && gap->word > word)
            g_assert_cmpuint (gap->end, >=, end);
          word = gap->word;
          end = gap->end;
        }
      g_assert_cmpuint (word, ==, found.words->len);
    }
}

/* One piece over and over. What took the square of the length would take hours. */
static void
test_endless (void)
{
  static const struct {
    const char *head, *piece;
    guint times;
    guint words;
  } endless[] = {
    { "", "a", 5000000, 1 },        { "", "a.", 2000000, 1 },       { "", "\n", 1000000, 0 },
    { "", "\"", 1000000, 0 },       { "a", ".", 1000000, 1 },       { "a. ", "\"", 1000000, 1 },
    { "", "a.\" ", 500000, 500000 }, { "", "a\n", 500000, 500000 },  { "a.", "[1", 500000, 500001 },
    { "a.[1", ",1", 500000, 2 },    { "a://", ")", 1000000, 1 },    { "a.com/", ".", 1000000, 1 },
    { "a", "\xcc\x81", 500000, 1 }, { "", "\xcc\x81", 500000, 0 },  { "a.", "¹", 500000, 2 },
    { "", "a/", 500000, 500000 },   { "", "@", 1000000, 0 },        { "", "漢", 1000000, 1 },
    { "", "a.Aa.Aa", 1000000, 1000000 }, { "a.", "[1]", 1000000, 1000001 }, { "", "1. ", 1000000, 1000000 },
    { "", "ab.Cd", 1000000, 1000000 }, { "aa.A", "a.A", 1000000, 1 }, { "a. ", "[1] ", 500000, 500001 },
    { "a", " :)", 1000000, 1 },     { "a", " • ", 1000000, 1 },     { "a", "(", 1000000, 1 },
    { "", "ab.Abcdefgh", 500000, 500000 }, { "", "Ab.Ab@", 500000, 1 }, { "a ", "-", 1000000, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autoptr (GString) text = g_string_new (endless[i].head);
      g_auto (Found) found;

      for (guint j = 0; j < endless[i].times; j++)
        g_string_append (text, endless[i].piece);
      found_init (&found);
      bs_scan (bs_span (text->str, text->len), found.words, found.gaps);
      g_assert_cmpuint (found.words->len, ==, endless[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/words", test_words);
  g_test_add_func ("/scan/prefixes", test_prefixes);
  g_test_add_func ("/scan/gaps", test_gaps);
  g_test_add_func ("/scan/gaps-in-order", test_gaps_in_order);
  g_test_add_func ("/scan/endless", test_endless);
  return g_test_run ();
}
