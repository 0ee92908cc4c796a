/* What is known of a spelling: shape, letters, points, flags. */
#include "lexicon/lexicon.h"

static BsWordFacts
describe (const char *spelling)
{
  g_autofree char *folded = g_utf8_casefold (spelling, -1);
  BsWordFacts facts;

  bs_lexicon_describe (bs_span_of (spelling), bs_span_of (folded), NULL, &facts);
  return facts;
}

static gboolean
has (const char *spelling, guint32 flags)
{
  return (describe (spelling).flags & flags) == flags;
}

static gboolean
lacks (const char *spelling, guint32 flags)
{
  return (describe (spelling).flags & flags) == 0;
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *spelling;
    BsShape shape;
  } shapes[] = {
    { "house", BS_SHAPE_LOWER },      { "1984", BS_SHAPE_LOWER },
    { "北京", BS_SHAPE_LOWER },       { "'", BS_SHAPE_LOWER },
    { "House", BS_SHAPE_CAPITAL },    { "I", BS_SHAPE_CAPITAL },
    { "I'm", BS_SHAPE_CAPITAL },      { "Émile", BS_SHAPE_CAPITAL },
    { "O’Brien", BS_SHAPE_CAPITAL },  { "B-52", BS_SHAPE_CAPITAL },
    { "Jean-Luc", BS_SHAPE_CAPITAL }, { "HOUSE", BS_SHAPE_UPPER },
    { "U.S", BS_SHAPE_UPPER },        { "BBC's", BS_SHAPE_UPPER },
    { "AT&T", BS_SHAPE_UPPER },       { "U.S.'s", BS_SHAPE_UPPER },
    { "ÉCOLE", BS_SHAPE_UPPER },      { "eBay", BS_SHAPE_MIXED },
    { "McDonald", BS_SHAPE_MIXED },   { "MPs", BS_SHAPE_MIXED },
    { "Ph.D", BS_SHAPE_MIXED },       { "anti-American", BS_SHAPE_MIXED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_test_message ("%s", shapes[i].spelling);
      g_assert_cmpint (bs_shape_of (bs_span_of (shapes[i].spelling)), ==, shapes[i].shape);
      g_assert_cmpint (describe (shapes[i].spelling).shape, ==, shapes[i].shape);
    }
}

static void
test_letters_and_points (void)
{
  g_assert_cmpuint (describe ("don't").letters, ==, 4);
  g_assert_cmpuint (describe ("10,000").letters, ==, 5);
  g_assert_cmpuint (describe ("Straße").letters, ==, 6); /* ß is one, though its fold is two */
  g_assert_cmpuint (describe ("北京").letters, ==, 2);
  g_assert_cmpuint (describe ("e\xcc\x81t\x65").letters, ==, 3); /* a mark is none */
  g_assert_cmpuint (describe ("Quiz").scrabble, ==, 22);
  g_assert_cmpuint (describe ("1984").scrabble, ==, 0);
}

static void
test_kinds (void)
{
  g_assert_true (has ("10,000", BS_WORD_NUMBER | BS_WORD_DALE | BS_WORD_DALE_769 | BS_WORD_SPACHE));
  g_assert_true (has ("٣٤", BS_WORD_NUMBER));
  g_assert_true (lacks ("A4", BS_WORD_NUMBER));
  g_assert_true (has ("the", BS_WORD_FUNCTION | BS_WORD_DALE | BS_WORD_OHAYRE_OFF | BS_WORD_STARTER));
  g_assert_true (has ("The", BS_WORD_FUNCTION | BS_WORD_STARTER));
  g_assert_true (has ("they're", BS_WORD_FUNCTION | BS_WORD_PRONOUN));
  g_assert_true (has ("under", BS_WORD_FUNCTION | BS_WORD_PREPOSITION));
  g_assert_true (has ("because", BS_WORD_FUNCTION | BS_WORD_CONJUNCTION));
  g_assert_true (lacks ("parliament", BS_WORD_FUNCTION | BS_WORD_DALE | BS_WORD_STARTER));
  g_assert_true (has ("jane@example.com", BS_WORD_ADDRESS));
  g_assert_true (has ("@name", BS_WORD_ADDRESS));
  g_assert_true (has ("bbc.co.uk/news", BS_WORD_ADDRESS));
  g_assert_true (lacks ("said.It", BS_WORD_ADDRESS));
  g_assert_true (lacks ("U.S", BS_WORD_ADDRESS));
  g_assert_true (has ("butterfly", BS_WORD_FOG_EXEMPT));
  g_assert_true (has ("1984", BS_WORD_FOG_EXEMPT));
  g_assert_true (lacks ("parliament", BS_WORD_FOG_EXEMPT));
}

/* Where each number is one syllable, nothing else is. */
static void
test_numbers_as_one (void)
{
  static const struct
  {
    const char *word;
    guint spoken, one;
  } words[] = { { "1984", 5, 1 }, { "3.5", 3, 1 },         { "10,000", 3, 1 }, { "1990s", 4, 1 },
                { "9/11", 4, 1 }, { "٣٤", 1, 1 },          { "21st", 3, 1 },   { "XIV", 2, 2 },
                { "B-52", 4, 4 }, { "20-year-old", 4, 4 }, { "BBC", 3, 3 },    { "seven", 2, 2 } };
  const BsLexiconOptions spoken = { BS_NUMBERS_SPOKEN }, one = { BS_NUMBERS_ONE };
  BsNumbers numbers = BS_NUMBERS_SPOKEN;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      BsSpan word = bs_span_of (words[i].word);
      BsWordFacts unsaid, a, b;

      bs_lexicon_describe (word, word, NULL, &unsaid);
      bs_lexicon_describe (word, word, &spoken, &a);
      bs_lexicon_describe (word, word, &one, &b);
      g_assert_cmpuint (unsaid.syllables, ==, words[i].spoken);
      g_assert_cmpuint (a.syllables, ==, words[i].spoken);
      g_assert_cmpuint (b.syllables, ==, words[i].one);
      g_assert_cmpuint (a.letters, ==, b.letters);
      g_assert_cmpuint (a.flags | BS_WORD_FOG_EXEMPT, ==, b.flags | BS_WORD_FOG_EXEMPT);
    }
  g_assert_true (bs_numbers_from_name ("one", &numbers));
  g_assert_cmpint (numbers, ==, BS_NUMBERS_ONE);
  g_assert_cmpstr (bs_numbers_name (numbers), ==, "one");
  g_assert_false (bs_numbers_from_name ("two", &numbers));
}

static void
test_abbreviations (void)
{
  static const char *const titles[] = { "Mr", "Mrs", "Ms",   "Dr",  "Prof", "Gov", "Sen",  "Rep", "Gen",     "Col",
                                        "Lt", "Sgt", "Capt", "Rev", "Hon",  "St",  "Pres", "MR",  "Lt.-Col", "Messrs" };
  static const char *const before_number[]
      = { "No", "Nos", "nos", "Vol", "vol", "p", "pp", "Fig", "Art", "Sec", "Jan", "Sept", "Mar", "NO", "no", "eq" };
  static const char *const others[]
      = { "Inc", "Corp", "Co", "Ltd", "etc",   "vs",   "Dept", "est",  "approx", "Assn", "Bros",
          "Ave", "Blvd", "Rd", "Mt",  "Calif", "Mass", "Fla",  "Ariz", "e.g",    "i.e",  "Jr",
          "24-in", "160-lb", "ex-Mrs" };
  static const char *const none[]
      = { "mr", "sen", "gen", "mar", "sat", "art", "mass", "wash", "ill", "house", "in", "co", "ore", "miss" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_true (has (titles[i], BS_WORD_TITLE | BS_WORD_ABBREVIATION));
  for (guint i = 0; i < G_N_ELEMENTS (before_number); i++)
    g_assert_true (has (before_number[i], BS_WORD_BEFORE_NUMBER | BS_WORD_ABBREVIATION));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (has (others[i], BS_WORD_ABBREVIATION));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_true (lacks (none[i], BS_WORD_ABBREVIATION | BS_WORD_TITLE | BS_WORD_BEFORE_NUMBER));
}

static void
test_initials (void)
{
  g_assert_true (has ("J", BS_WORD_INITIAL));
  g_assert_true (has ("É", BS_WORD_INITIAL));
  g_assert_true (lacks ("5", BS_WORD_INITIAL));
  g_assert_true (has ("U.S", BS_WORD_INITIALISM));
  g_assert_true (has ("a.m", BS_WORD_INITIALISM));
  g_assert_true (has ("Ph.D", BS_WORD_INITIALISM));
  g_assert_true (has ("e.g", BS_WORD_INITIALISM | BS_WORD_ABBREVIATION));
  g_assert_true (lacks ("J", BS_WORD_INITIALISM));
}

/* Capitals that are another word than their small letters. */
static void
test_capitals (void)
{
  g_assert_true (has ("us", BS_WORD_PRONOUN | BS_WORD_FUNCTION));
  g_assert_true (lacks ("US", BS_WORD_PRONOUN | BS_WORD_FUNCTION));
  g_assert_true (has ("US", BS_WORD_DALE));
  g_assert_true (lacks ("WHO", BS_WORD_PRONOUN | BS_WORD_DALE));
  g_assert_true (has ("aids", BS_WORD_DALE));
  g_assert_true (lacks ("AIDS", BS_WORD_DALE));
  g_assert_true (lacks ("AIDS's", BS_WORD_DALE));
  g_assert_true (lacks ("WHO's", BS_WORD_PRONOUN | BS_WORD_DALE));
  g_assert_true (has ("U.S", BS_WORD_DALE | BS_WORD_SPACHE));
  g_assert_true (has ("UK's", BS_WORD_DALE));
  g_assert_true (lacks ("U.N", BS_WORD_DALE));
  g_assert_true (has ("THE", BS_WORD_FUNCTION | BS_WORD_DALE));
  g_assert_cmpuint (describe ("US").syllables, ==, 2);
  g_assert_cmpuint (describe ("us").syllables, ==, 1);
}

/* Names that are of no person or place, and words that begin one. */
static void
test_naming (void)
{
  static const char *const generic[] = { "Senator", "UNIVERSITY", "Committees", "BBC", "BBC's", "MPs", "SEATO", "AFL-CIO",
                                         "Y.M.C.A", "U.N", "AIDS", "US" };
  static const char *const other[]
      = { "Lincoln", "Berlin", "J.F", "N.Y", "LONDON", "J", "McDonald", "Smith-Jones", "I", "Paris" };
  static const char *const uncommon[] = { "Abraham", "Lincoln", "McDonald" };
  static const char *const common[] = { "abraham", "Senator", "The", "House", "Economists", "Novelist", "Mr" };

  for (guint i = 0; i < G_N_ELEMENTS (generic); i++)
    g_assert_true (has (generic[i], BS_WORD_GENERIC));
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    g_assert_true (lacks (other[i], BS_WORD_GENERIC));
  for (guint i = 0; i < G_N_ELEMENTS (uncommon); i++)
    g_assert_true (has (uncommon[i], BS_WORD_UNCOMMON));
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_assert_true (lacks (common[i], BS_WORD_UNCOMMON));
}

static void
test_giants (void)
{
  g_autofree char *giant = g_strnfill (1000000, 'q'), *marks = g_strnfill (1000000, '\'');
  g_autofree char *broken = g_strnfill (1000000, '\xe2');
  BsWordFacts facts = describe (giant);

  g_assert_cmpuint (facts.letters, ==, G_MAXUINT16);
  g_assert_cmpuint (facts.scrabble, ==, G_MAXUINT16);
  g_assert_cmpuint (facts.syllables, >=, 1);
  bs_lexicon_describe (bs_span_of (marks), bs_span_of (marks), NULL, &facts);
  g_assert_cmpuint (facts.letters, ==, 0);
  g_assert_cmpuint (facts.syllables, ==, 1);
  bs_lexicon_describe (bs_span_of (broken), bs_span_of (broken), NULL, &facts);
  g_assert_cmpuint (facts.letters, ==, 0);
}

static void
test_version (void)
{
  g_assert_nonnull (strstr (bs_lexicon_version (), "cmudict"));
  g_assert_nonnull (strstr (bs_lexicon_version (), "dale-769:769"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bs_lexicon_init ();
  g_test_add_func ("/lexicon/shapes", test_shapes);
  g_test_add_func ("/lexicon/letters-and-points", test_letters_and_points);
  g_test_add_func ("/lexicon/kinds", test_kinds);
  g_test_add_func ("/lexicon/numbers-as-one", test_numbers_as_one);
  g_test_add_func ("/lexicon/abbreviations", test_abbreviations);
  g_test_add_func ("/lexicon/initials", test_initials);
  g_test_add_func ("/lexicon/capitals", test_capitals);
  g_test_add_func ("/lexicon/naming", test_naming);
  g_test_add_func ("/lexicon/giants", test_giants);
  g_test_add_func ("/lexicon/version", test_version);
  return g_test_run ();
}
