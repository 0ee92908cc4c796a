/* The decision at a gap, rule by rule: which words stood before, what stands between, which words come. What becomes of
 * whole texts is in test-segment.c, and to be read in tests/spec/sentences.txt. */
#include "segment/sentence.h"

#define STOP (BS_GAP_STOP | BS_GAP_BLANK)
#define MARK (BS_GAP_MARK | BS_GAP_BLANK)
#define DOTS (BS_GAP_ELLIPSIS | BS_GAP_BLANK)
#define BARE BS_GAP_BLANK

#define LONG 8 /* words since the start of sentence and block, where a case does not say */

typedef struct {
  const char *before; /* up to two words */
  guint32 gap;
  const char *after;  /* up to three */
  BsVerdict verdict;
  guint32 since;      /* 0: LONG */
  guint32 place;      /* 0: as since */
  gboolean stopped, noted;
} Case;

static const Case stops[] = {
  { "he left", STOP, "Smith", BS_END_STOP },
  { "he left", STOP, "1984", BS_END_STOP },
  { "he left", STOP, "iPhones sold", BS_END_STOP },
  { "he left", STOP, "USA Today wrote", BS_END_STOP },
  { "he left", STOP | BS_GAP_QUOTED, "Smith", BS_END_STOP },
  { "he left", STOP | BS_GAP_OPENED, "Smith", BS_END_STOP },
  { "he left", STOP | BS_GAP_UNCASED, "नमस्ते", BS_END_STOP },
  { "in 1984", STOP, "Smith", BS_END_STOP },
  { "the NATO", STOP, "Smith", BS_END_STOP },
  { "in Boston", STOP, "Smith", BS_END_STOP },
  /* where something closes between the word and the stop, the stop is not the word's: "the Gov."; "(etc)." */
  { "the Gov", STOP | BS_GAP_CLOSED, "Smith", BS_END_STOP },
  { "and etc", STOP | BS_GAP_APART | BS_GAP_SIGNED, "Smith", BS_END_STOP },
  { "by Smith Jr", STOP | BS_GAP_NOTE, "Gray", BS_END_STOP },
};

/* A small letter goes on; in print, where none ever starts a sentence, behind whatever mark. */
static const Case small[] = {
  { "5", STOP, "smith", BS_ON_SMALL },
  { "the dept", STOP, "of", BS_ON_SMALL },
  { "by Lincoln", STOP, "of", BS_ON_SMALL },
  { "Pan American Inc", STOP, "the", BS_ON_SMALL },
  { "the U.S", STOP, "and", BS_ON_SMALL },
  { "he left", STOP, "said", BS_ON_SMALL },
  { "he left", DOTS, "and", BS_ON_SMALL },
  { "so it", BS_GAP_MARK | BS_GAP_GLUED, "and", BS_ON_SMALL },
  { "he left", STOP | BS_GAP_CLOSED, "said", BS_ON_SMALL },
  { "he left", STOP | BS_GAP_SIGNED, "said", BS_ON_SMALL },
  { "he left", STOP | BS_GAP_OPENED, "said", BS_ON_SMALL },
  { "he left", STOP | BS_GAP_DASH, "and", BS_ON_SMALL },
  { "he left", MARK | BS_GAP_CLOSED, "he", BS_ON_SMALL },
  { "go away", MARK | BS_GAP_SIGNED, "he", BS_ON_SMALL },
  { "go away", MARK | BS_GAP_DASH, "and", BS_ON_SMALL },
  /* a mark with no blank behind it, and nothing that shows a lost one */
  { "he left", BS_GAP_STOP, "Smith", BS_ON_SMALL },
};

static const Case marked_names[] = {
  { "sold Yahoo", MARK, "said", BS_ON_SMALL },
  { "sold Yahoo", MARK, "Inc", BS_ON_SHORT },
  { "Yahoo", MARK, "Inc", BS_ON_SHORT, .since = 1 },
  { "sold Yahoo", MARK, "The", BS_END_MARK },
  { "sold Yahoo", MARK, "Mr Gray", BS_END_MARK },
  { "go away", MARK, "Inc", BS_END_MARK },
};

static const Case titles[] = {
  { "Dr", STOP, "Smith", BS_ON_TITLE, .since = 1 },
  { "by Mr", STOP, "Gray", BS_ON_TITLE },
  { "by Mr", STOP, "The", BS_ON_TITLE },
  { "by Lt", STOP, "Col", BS_ON_TITLE },
  { "said Sen", STOP | BS_GAP_QUOTED, "Honest", BS_ON_TITLE },
  /* the stop of a street, before what is no name */
  { "Main St", STOP, "The dog", BS_END_STARTER },
  { "Main St", STOP, "Station", BS_ON_TITLE },
  { "the St", STOP, "Andrew", BS_ON_TITLE },
};

static const Case short_forms[] = {
  { "American Inc", STOP, "Smith", BS_ON_SHORT },
  { "American Inc", STOP, "The", BS_END_STARTER },
  { "American Inc", STOP | BS_GAP_QUOTED, "Smith", BS_END_STARTER },
  { "American Inc", STOP | BS_GAP_OPENED, "PAA", BS_ON_SHORT },
  { "cars etc", STOP, "He", BS_END_STARTER },
  { "bats e.g", STOP, "The", BS_ON_SHORT },
  { "fly i.e", STOP, "They have", BS_ON_SHORT },
};

static const Case initials[] = {
  { "by W", STOP, "Smith", BS_ON_INITIAL },
  { "by W", STOP, "He", BS_END_STARTER },
  { "by J", STOP, "A Smith", BS_ON_INITIAL, .stopped = TRUE }, /* J. A. Smith */
  { "plan B", STOP, "A dog came", BS_END_STARTER },
  { "plan B", STOP, "I Gray", BS_ON_INITIAL },
  { "the U.S", STOP, "Senate", BS_ON_INITIAL },
  { "the U.S", STOP, "But", BS_END_STARTER },
  { "9 a.m", STOP, "Monday", BS_ON_INITIAL },
  { "9 a.m", STOP, "She", BS_END_STARTER },
  { "9 a.m", STOP | BS_GAP_QUOTED, "Smith", BS_END_STARTER },
  /* the late hour: a title behind it starts a sentence where there was room for one before */
  { "6 p.m", STOP, "Mr Gray", BS_END_STARTER },
  { "6 p.m", STOP, "Mr Gray", BS_ON_INITIAL, .since = 3 },
  { "the U.S", STOP, "Gen Grant", BS_ON_INITIAL },
};

static const Case numbers[] = {
  { "at No", STOP, "10", BS_ON_NUMBER },
  { "at no", STOP, "5", BS_ON_NUMBER },
  { "said no", STOP, "Smith", BS_END_STOP },
  { "eq", STOP | BS_GAP_OPENED, "6", BS_ON_NUMBER },
  { "on Sept", STOP, "11", BS_ON_NUMBER },
  { "in Sept", STOP, "He", BS_END_STARTER },
  { "in Sept", STOP, "Smith", BS_ON_SHORT },
  { "said No", STOP, "Smith", BS_END_STOP },
};

static const Case markers[] = {
  { "1", STOP, "Wash", BS_ON_MARKER, .since = 1 },
  { "a", STOP, "Wash", BS_ON_MARKER, .since = 1 },
  { "1", STOP, "Wash", BS_ON_MARKER, .since = 9, .place = 1 },
  { "1", STOP, "The", BS_ON_MARKER, .since = 1 },
  { "Figure 1", STOP, "Prices", BS_ON_MARKER, .since = 2 },
  { "figure 1", STOP, "Prices", BS_END_STOP, .since = 2 },
  { "The 1", STOP, "Prices", BS_END_STOP, .since = 2 },
  { "Figure 1", STOP, "Prices", BS_END_STOP, .since = 2, .place = 9 },
  { "left Q", STOP, "And then", BS_ON_MARKER, .since = 1, .place = 9 },
  { "on 1", STOP, "Wash", BS_END_STOP },
};

static const Case datelines[] = {
  { "PARIS Tex", STOP | BS_GAP_DASH, "The", BS_ON_DATELINE, .since = 2 },
  { "Ottawa Ill", STOP | BS_GAP_DASH, "The", BS_ON_DATELINE },
  { "Strategic forces", STOP | BS_GAP_DASH, "The", BS_ON_DATELINE, .since = 2 },
  { "11 UPI", BARE | BS_GAP_SIGNED | BS_GAP_DASH, "Consumers", BS_ON_DATELINE, .since = 4 },
  { "March 11", BARE | BS_GAP_DASH, "The", BS_ON_DATELINE, .since = 3 },
  { "left Paris", MARK | BS_GAP_DASH, "The", BS_END_MARK, .since = 3 },
  /* only the block starts with one, and a row of signs is no dash */
  { "he left", STOP | BS_GAP_DASH, "Smith", BS_END_STOP, .since = 2, .place = 8 },
  { "he left", STOP | BS_GAP_DASH | BS_GAP_RULE, "Smith", BS_END_STOP, .since = 2 },
  { "he left", STOP | BS_GAP_DASH, "Smith", BS_END_STOP, .since = 30 },
};

static const Case said[] = {
  { "asked Why", MARK | BS_GAP_CLOSED, "Smith asked", BS_ON_SPEECH },
  { "that so", MARK | BS_GAP_CLOSED, "Smith says", BS_ON_SPEECH },
  { "that so", MARK | BS_GAP_CLOSED, "He asked", BS_END_MARK },
  { "that so", MARK | BS_GAP_CLOSED, "Smith left", BS_END_MARK },
  { "that so", MARK, "Smith asked", BS_END_MARK },
  { "that so", MARK | BS_GAP_CLOSED | BS_GAP_QUOTED, "Smith asked", BS_END_MARK },
  { "that so", MARK | BS_GAP_CLOSED, "12 asked", BS_END_MARK },
  { "go away", MARK | BS_GAP_CLOSED, "said the", BS_ON_SMALL },
};

static const Case marks[] = {
  { "he left", MARK, "Smith", BS_END_MARK },
  { "the Dr", MARK, "Smith", BS_END_MARK },
  { "in 1984", MARK, "1985", BS_END_MARK },
  { "he left", MARK | BS_GAP_UNCASED, "漢字", BS_END_MARK },
};

static const Case dots[] = {
  { "he left", DOTS, "The", BS_END_ELLIPSIS },
  { "he left", DOTS, "They came", BS_END_ELLIPSIS },
  { "he left", DOTS | BS_GAP_STOP, "But then", BS_END_ELLIPSIS },
  /* two stops: a short form's and the sentence's */
  { "Columbus Ga", DOTS | BS_GAP_STOP | BS_GAP_TWICE, "Smith", BS_END_STOP },
  { "the U.S", DOTS | BS_GAP_STOP | BS_GAP_TWICE, "Smith", BS_END_STOP },
};

static const Case notes[] = {
  { "the institutions", STOP, "9 For example", BS_ON_NOTE },
  { "the institutions", MARK, "12 The bank", BS_ON_NOTE },
  { "the institutions", STOP, "9 people left", BS_END_STOP },
  { "the institutions", STOP, "1984 The year", BS_END_STOP },
  { "the institutions", STOP, "9 Smith left", BS_END_STOP },
  { "the institutions", STOP | BS_GAP_OPENED, "9 The bank", BS_END_STOP },
  { "in Sept", STOP, "9 The bank", BS_ON_NUMBER },
  { "institutions 9", BARE, "For example", BS_END_NOTE, .noted = TRUE },
};

static const Case parts[] = {
  { "as follows", BARE | BS_GAP_COLON | BS_GAP_OPENED, "The first", BS_ON_PART },
  { "of Smith", BARE | BS_GAP_COMMA | BS_GAP_OPENED, "The first", BS_ON_PART },
  { "of Smith", BARE | BS_GAP_SEMICOLON | BS_GAP_OPENED, "The first", BS_ON_PART },
};

static const Case broken[] = {
  { "of the", BARE | BS_GAP_DASH, "We left", BS_END_BROKEN },
  { "of the", BARE | BS_GAP_DASH, "The men", BS_END_BROKEN },
};

static const Case items[] = {
  { "wages fell", BARE | BS_GAP_BULLET, "rents", BS_END_ITEM },
  { "wages fell", BARE | BS_GAP_BULLET | BS_GAP_COLON, "Rents", BS_END_ITEM },
};

static const Case glued[] = {
  { "he left", BS_GAP_STOP | BS_GAP_GLUED, "Smith", BS_END_GLUED },
  { "he left", BS_GAP_MARK | BS_GAP_GLUED, "Smith", BS_END_GLUED },
  { "he left", BS_GAP_STOP | BS_GAP_CLOSED | BS_GAP_GLUED, "Smith", BS_END_GLUED },
};

static void
describe (const char *word, BsWordFacts *facts)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  bs_fold_word (bs_span_of (word), folded);
  bs_lexicon_describe (bs_span_of (word), bs_span (folded->str, folded->len), NULL, facts);
}

/* Describes the words of a case; the first `n` at most, the last first where they stand before. */
static void
describe_words (const char *words, gboolean backwards, guint n, BsWordFacts *facts, const BsWordFacts **places)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  guint length = g_strv_length (each);

  for (guint i = 0; i < MIN (n, length); i++)
    {
      describe (each[backwards ? length - 1 - i : i], &facts[i]);
      places[i] = &facts[i];
    }
}

static BsVerdict
decide (const Case *c, BsManner manner, int *score)
{
  BsWordFacts before[2], after[3];
  BsJuncture j = { .gap = c->gap, .rest = LONG, .marked = TRUE, .stopped = c->stopped, .noted = c->noted,
                   .manner = manner };

  j.since = c->since != 0 ? c->since : LONG;
  j.place = c->place != 0 ? c->place : j.since;
  describe_words (c->before, TRUE, 2, before, j.before);
  describe_words (c->after, FALSE, 3, after, j.after);
  return bs_sentence_decide (&j, score);
}

static gboolean
is_weighed (BsVerdict verdict)
{
  return verdict == BS_END_WEIGHED || verdict == BS_ON_WEIGHED;
}

/* Fails unless every case comes out as it says, with no score. */
static void
assert_cases (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      int score = 1;
      BsVerdict verdict = decide (&cases[i], (BsManner){ 0 }, &score);

      if (verdict != cases[i].verdict)
        {
          g_test_message ("%s + %x + %s: %s, not %s", cases[i].before, cases[i].gap, cases[i].after,
                          bs_verdict_name (verdict), bs_verdict_name (cases[i].verdict));
          g_test_fail ();
        }
      else if (!is_weighed (verdict))
        g_assert_cmpint (score, ==, 0);
    }
}

#define TABLES(with)                                                                                                   \
  with (stops) with (small) with (marked_names) with (titles) with (short_forms) with (initials) with (numbers)        \
  with (markers) with (datelines) with (said) with (marks) with (dots) with (notes) with (parts) with (broken)         \
  with (items) with (glued)

#define DEFINE_TEST(table)                                                                                             \
  static void test_##table (void) { assert_cases (table, G_N_ELEMENTS (table)); }
TABLES (DEFINE_TEST)

/* What no rule decides. */
static const Case open_gaps[] = {
  { "he left", BARE, "The dog", BS_N_VERDICTS },
  { "he left", BARE, "Smith", BS_N_VERDICTS },
  { "he left", BARE | BS_GAP_COMMA, "The dog", BS_N_VERDICTS },
  { "he left", BARE | BS_GAP_COLON, "The dog", BS_N_VERDICTS },
  { "he left", BARE | BS_GAP_SEMICOLON, "The dog", BS_N_VERDICTS },
  { "he left", BARE | BS_GAP_SMILEY, "the dog", BS_N_VERDICTS },
  { "he left", BARE | BS_GAP_RULE, "the dog", BS_N_VERDICTS },
  { "he left", BARE | BS_GAP_OPENED, "The dog", BS_N_VERDICTS },
  { "he left", BARE | BS_GAP_QUOTED, "The dog", BS_N_VERDICTS },
  { "he left", BARE | BS_GAP_DASH, "The dog", BS_N_VERDICTS },
  { "dog", STOP, "the", BS_N_VERDICTS },
  { "he left", STOP, "the dog", BS_N_VERDICTS },
  { "he left", MARK, "the dog", BS_N_VERDICTS },
  { "he left", DOTS, "the dog", BS_N_VERDICTS },
  { "he left", DOTS, "Smith", BS_N_VERDICTS },
  { "he left", BS_GAP_ELLIPSIS | BS_GAP_GLUED, "I went", BS_N_VERDICTS },
  { "he left", BS_GAP_MARK | BS_GAP_GLUED, "because it", BS_N_VERDICTS },
  { "institutions 9", BARE, "Smith left", BS_N_VERDICTS, .noted = TRUE },
};

static gboolean
is_for_print (const Case *c)
{
  return (c->gap & BS_GAP_MARKS) != 0 && g_ascii_islower (c->after[0]);
}

/* Whatever the manner of the article, the score decides, and above 0 it is an end; but that print starts no sentence
 * with a small letter behind a mark. */
static void
test_open (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (open_gaps); i++)
    for (guint m = 0; m < BS_MANNERS_OF_SMALL * BS_MANNERS_OF_OPEN; m++)
      {
        BsManner manner = { .small = (guint8) (m / BS_MANNERS_OF_OPEN), .open = (guint8) (m % BS_MANNERS_OF_OPEN) };
        int score = 0;
        BsVerdict verdict = decide (&open_gaps[i], manner, &score);

        if (manner.small == 0 && is_for_print (&open_gaps[i]))
          g_assert_cmpint (verdict, ==, BS_ON_SMALL);
        else if (!is_weighed (verdict))
          g_error ("%s + %x + %s: %s", open_gaps[i].before, open_gaps[i].gap, open_gaps[i].after,
                   bs_verdict_name (verdict));
        g_assert_cmpint (verdict == BS_END_WEIGHED, ==, score > 0);
      }
}

/* Every verdict of a rule is given by some case. Ends of blocks and open brackets are no matter of the words around. */
static void
test_every_verdict (void)
{
  gboolean seen[BS_N_VERDICTS] = { [BS_END_BLOCK] = TRUE, [BS_ON_BRACKET] = TRUE, [BS_END_WEIGHED] = TRUE,
                                   [BS_ON_WEIGHED] = TRUE };

#define SEE(table)                                                                                                     \
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)                                                                     \
    seen[table[i].verdict] = TRUE;
  TABLES (SEE)
  for (BsVerdict verdict = 0; verdict < BS_N_VERDICTS; verdict++)
    if (!seen[verdict])
      g_error ("no case for “%s”", bs_verdict_name (verdict));
}

/* No two verdicts share a name, and each is explained. */
static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (BsVerdict verdict = 0; verdict < BS_N_VERDICTS; verdict++)
    {
      g_assert_true (g_hash_table_add (names, (gpointer) bs_verdict_name (verdict)));
      g_assert_cmpuint (strlen (bs_verdict_reason (verdict)), >, 10);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bs_lexicon_init ();
#define ADD(table) g_test_add_func ("/sentence/" #table, test_##table);
  TABLES (ADD)
  g_test_add_func ("/sentence/open", test_open);
  g_test_add_func ("/sentence/every-verdict", test_every_verdict);
  g_test_add_func ("/sentence/names", test_names);
  return g_test_run ();
}
