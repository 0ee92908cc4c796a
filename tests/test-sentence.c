/* The decision between two words, case by case: what stood before, what stands between, what comes. Whole texts are in
 * tests/spec/sentences.txt. */
#include "segment/sentence.h"

#define STOP (BS_GAP_STOP | BS_GAP_BLANK)
#define MARK (BS_GAP_MARK | BS_GAP_BLANK)
#define DOTS (BS_GAP_ELLIPSIS | BS_GAP_BLANK)
#define GOES_ON BS_N_ENDS

static const struct {
  const char *before;
  guint32 gap;
  const char *after;
  gboolean first;
  BsSentenceEnd end; /* GOES_ON: the sentence does not end */
} cases[] = {
  /* an ordinary word before the stop */
  { "left", STOP, "Smith", FALSE, BS_END_STOP },
  { "left", STOP, "1984", FALSE, BS_END_STOP },
  { "left", STOP, "iPhones", FALSE, BS_END_STOP },
  { "left", STOP | BS_GAP_OPENED, "Smith", FALSE, BS_END_STOP },
  { "left", STOP, "smith", FALSE, BS_END_STOP },
  { "left", STOP | BS_GAP_CLOSED, "said", FALSE, GOES_ON },
  { "yesterday", STOP, "smith", FALSE, BS_END_STOP },
  { "Left", STOP, "smith", FALSE, GOES_ON },
  { "dept", STOP, "smith", FALSE, GOES_ON },
  { "left", STOP | BS_GAP_SIGNED, "smith", FALSE, GOES_ON },
  { "left", STOP | BS_GAP_UNCASED, "नमस्ते", FALSE, BS_END_STOP },
  { "5", STOP, "smith", FALSE, GOES_ON },
  { "left", BS_GAP_STOP, "Smith", FALSE, GOES_ON },
  { "left", BS_GAP_STOP | BS_GAP_GLUED, "Smith", FALSE, BS_END_GLUED },
  /* titles */
  { "Dr", STOP, "Smith", FALSE, GOES_ON },
  { "Mr", STOP, "The", FALSE, GOES_ON },
  { "Gov", STOP | BS_GAP_CLOSED, "Smith", FALSE, BS_END_STOP },
  /* abbreviations */
  { "Inc", STOP, "Smith", FALSE, GOES_ON },
  { "Inc", STOP, "The", FALSE, BS_END_STARTER },
  { "Inc", STOP, "the", FALSE, GOES_ON },
  { "Inc", STOP | BS_GAP_QUOTED, "Smith", FALSE, BS_END_STARTER },
  { "Inc", STOP | BS_GAP_OPENED, "AAPL", FALSE, GOES_ON },
  { "Ill", STOP | BS_GAP_DASH, "The", FALSE, GOES_ON },
  { "etc", STOP, "He", FALSE, BS_END_STARTER },
  /* initials and initialisms */
  { "W", STOP, "Smith", FALSE, GOES_ON },
  { "W", STOP, "He", FALSE, BS_END_STARTER },
  { "J", STOP, "A", FALSE, GOES_ON },
  { "U.S", STOP, "Senate", FALSE, GOES_ON },
  { "U.S", STOP, "But", FALSE, BS_END_STARTER },
  { "a.m", STOP, "Monday", FALSE, GOES_ON },
  { "a.m", STOP, "She", FALSE, BS_END_STARTER },
  { "e.g", STOP, "The", FALSE, GOES_ON },
  /* what a number follows */
  { "No", STOP, "10", FALSE, GOES_ON },
  { "No", STOP, "Smith", FALSE, BS_END_STOP },
  { "Sept", STOP, "11", FALSE, GOES_ON },
  { "Sept", STOP, "He", FALSE, BS_END_STARTER },
  /* list markers */
  { "1", STOP, "Wash", TRUE, GOES_ON },
  { "a", STOP, "Wash", TRUE, GOES_ON },
  { "1", STOP, "Wash", FALSE, BS_END_STOP },
  /* ! ? … */
  { "left", MARK, "Smith", FALSE, BS_END_MARK },
  { "Dr", MARK, "Smith", FALSE, BS_END_MARK },
  { "left", MARK | BS_GAP_CLOSED, "he", FALSE, GOES_ON },
  { "Yahoo", MARK, "said", FALSE, GOES_ON },
  { "left", DOTS, "Smith", FALSE, BS_END_ELLIPSIS },
  { "left", DOTS, "and", FALSE, GOES_ON },
};

static void
describe (const char *word, BsWordFacts *facts)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  bs_fold_word (bs_span_of (word), folded);
  bs_lexicon_describe (bs_span_of (word), bs_span (folded->str, folded->len), NULL, facts);
}

static void
test_cases (void)
{
  bs_lexicon_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BsWordFacts before, after;
      BsSentenceEnd end = GOES_ON;
      gboolean ends;

      describe (cases[i].before, &before);
      describe (cases[i].after, &after);
      ends = bs_sentence_ends (cases[i].gap, &before, &after, cases[i].first, &end);
      if (ends != (cases[i].end != GOES_ON) || (ends && end != cases[i].end))
        g_error ("%s + %x + %s: %d by %d", cases[i].before, cases[i].gap, cases[i].after, ends, end);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/cases", test_cases);
  return g_test_run ();
}
