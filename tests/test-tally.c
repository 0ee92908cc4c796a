/* The counts of texts that were counted by hand. */
#include "count/tally.h"

#include "segment-help.h"

typedef struct {
  BsSegments *segments;
  BsTypeIndex *index;
  BsTally *tally;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->segments = bs_segments_new ();
  fixture->index = bs_type_index_new (NULL);
  fixture->tally = bs_tally_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bs_tally_free (fixture->tally);
  bs_segments_free (fixture->segments);
  bs_type_index_free (fixture->index);
}

static const gint64 *
count_bytes (Fixture *fixture, const char *text, gsize length)
{
  bs_segment (fixture->segments, fixture->index, bs_span (text, length));
  bs_tally (fixture->tally, fixture->segments, fixture->index);
  return fixture->tally->counts.value;
}

static const gint64 *
count (Fixture *fixture, const char *text)
{
  return count_bytes (fixture, text, strlen (text));
}

/*   letters   The 3  senator 7  paid 4  5 1  for 3  a 1  book 4         23
 *             The 3  book 4  was 3  twice 5  green 5                    20
 *             In 2  London 6  senators 8  read 4  it 2  twice 5  they 4
 *             remembered 10  Dickens 7                                  48
 *   squares   9 49 16 1 9 1 16 = 101; 9 16 9 25 25 = 84; 4 36 64 16 4 25 16 100 49 = 314
 *   syllables 1 3 1 1 1 1 1 = 9; 1 1 1 1 1 = 5; 1 2 3 1 1 1 1 3 2 = 15
 *   Scrabble  6 7 7 0 6 1 10 = 37; 6 10 6 10 6 = 38; 2 7 8 5 2 10 10 17 14 = 75 */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  static const struct {
    BsCount count;
    gint64 value;
  } counted[] = {
    { BS_COUNT_WORDS, 21 },                  /* 7 + 5 + 9 */
    { BS_COUNT_SENTENCES, 3 },
    { BS_COUNT_PARAGRAPHS, 2 },
    { BS_COUNT_LETTERS, 91 },
    { BS_COUNT_BLANKS, 19 },                 /* 21 - 2 */
    { BS_COUNT_TYPES, 18 },                  /* 21, the book twice once only */
    { BS_COUNT_HAPAXES, 15 },
    { BS_COUNT_DISLEGOMENA, 3 },             /* the book twice */
    { BS_COUNT_NUMBERS, 1 },                 /* 5 */
    { BS_COUNT_LONG6, 4 },                   /* senator senators remembered Dickens */
    { BS_COUNT_MINI3, 8 },                   /* The 5 for a The was In it */
    { BS_COUNT_LETTERS_SQUARED, 499 },
    { BS_COUNT_SYLLABLES, 29 },
    { BS_COUNT_MONO, 16 },
    { BS_COUNT_TWOPLUS, 5 },                 /* senator London senators remembered Dickens */
    { BS_COUNT_POLY, 3 },                    /* senator senators remembered */
    { BS_COUNT_HARD, 3 },                    /* the same: without -ed, "remember" has three already */
    { BS_COUNT_EASY_OHAYRE, 13 },            /* 16 but for The The was */
    { BS_COUNT_NAMES, 2 },                   /* London Dickens */
    { BS_COUNT_FAMILIAR, 19 },
    { BS_COUNT_UNFAMILIAR, 2 },              /* senator senators */
    { BS_COUNT_UNFAMILIAR_769, 5 },          /* senator paid twice senators twice */
    { BS_COUNT_HARD_UNIQUE_769, 4 },
    { BS_COUNT_UNFAMILIAR_SPACHE, 4 },       /* senator twice senators twice */
    { BS_COUNT_UNFAMILIAR_SPACHE_TYPES, 3 },
    { BS_COUNT_PRONOUNS, 2 },                /* it they */
    { BS_COUNT_PREPS, 2 },                   /* for In */
    { BS_COUNT_CONJS, 1 },                   /* for */
    { BS_COUNT_FUNCTION_WORDS, 10 },         /* The for a The was twice In it twice they */
    { BS_COUNT_SCRABBLE, 150 },
  };
  const gint64 *value = count (fixture, "The senator paid $5 for a book. The book was twice green.\n"
                                        "In London, senators read it twice; they remembered Dickens.");

  G_STATIC_ASSERT (G_N_ELEMENTS (counted) == BS_N_COUNTS);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (value[counted[i].count] != counted[i].value)
      g_error ("%s: %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT, bs_count_info (counted[i].count)->name,
               value[counted[i].count], counted[i].value);

  g_assert_cmpuint (fixture->tally->sentence_lengths->len, ==, 3);
  g_assert_cmpuint (g_array_index (fixture->tally->sentence_lengths, guint32, 0), ==, 7);
  g_assert_cmpuint (g_array_index (fixture->tally->sentence_lengths, guint32, 1), ==, 5);
  g_assert_cmpuint (g_array_index (fixture->tally->sentence_lengths, guint32, 2), ==, 9);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  const gint64 *value = count (fixture, " \n--\n");

  for (guint i = 0; i < BS_N_COUNTS; i++)
    g_assert_cmpint (value[i], ==, 0);
  g_assert_cmpuint (fixture->tally->terms->len, ==, 0);
  g_assert_cmpuint (fixture->tally->spectrum->len, ==, 0);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    gint64 names;
  } samples[] = {
    { "They met Dickens in London.", 2 },
    { "Dickens left.", 0 },                             /* a sentence's first word alone shows nothing */
    { "Dickens left. They saw Dickens.", 2 },           /* but here the article writes it so inside, too */
    { "Apples fell. They saw apples.", 0 },
    { "Apples fell. They saw Apples and apples.", 1 },  /* in small letters once: the first is no name */
    { "They and I saw The Queen.", 1 },                 /* function words are none */
    { "They saw 5 of @dickens and 3B.", 0 },            /* nor are numbers and handles */
    { "They heard the BBC and McAdam.", 2 },
    { "POLICE SEEK TALL MAN. They did.", 0 },           /* shouted */
    { "POLICE SEEK MEN. Police did.", 0 },              /* and so no witness for the second sentence */
    { "The POLICE seek tall men.", 1 },
    { "POLICE SEEK OHIO MAN. He left Ohio.", 2 },       /* shouted, but the article knows the name */
    { "Ulysses Grant saw Abraham Lincoln.", 3 },        /* not Ulysses: -s is a common ending */
    { "Abraham Lincoln left.", 2 },                     /* an uncommon word before a name */
    { "Economists Smith and Mill left.", 2 },           /* a common ending */
    { "Abraham left. Then abraham came.", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_assert_cmpint (count (fixture, samples[i].text)[BS_COUNT_NAMES], ==, samples[i].names);
}

/* A name is never hard; that of a person or a place is familiar; the same word as a common noun is neither. */
static void
test_names_are_easy (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    gint64 unfamiliar, hard, names;
  } samples[] = {
    { "They met Macedonia and Anastasia.", 0, 0, 2 },
    { "They met macedonia and anastasia.", 2, 2, 0 },
    { "They met Senator Ohio.", 1, 0, 2 },              /* an office */
    { "They met senator Ohio.", 1, 1, 1 },
    { "They saw the BBC and the U.S. and the UK.", 1, 0, 3 },
    { "They saw Lincoln Obelisk. The obelisk was wet.", 2, 1, 2 }, /* written small elsewhere */
    { "They saw J. Edgar go from A to B; then b came.", 1, 0, 3 },   /* but not so an initial */
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const gint64 *value = count (fixture, samples[i].text);

      g_test_message ("%s", samples[i].text);
      g_assert_cmpint (value[BS_COUNT_UNFAMILIAR], ==, samples[i].unfamiliar);
      g_assert_cmpint (value[BS_COUNT_HARD], ==, samples[i].hard);
      g_assert_cmpint (value[BS_COUNT_NAMES], ==, samples[i].names);
    }
}

/* The three lists have names in common, not words. */
static void
test_names_of_three_lists (Fixture *fixture, gconstpointer data)
{
  const gint64 *value = count (fixture, "They met Senator Ohio.");

  g_assert_cmpint (value[BS_COUNT_UNFAMILIAR], ==, 1);
  g_assert_cmpint (value[BS_COUNT_UNFAMILIAR_769], ==, 1);
  g_assert_cmpint (value[BS_COUNT_HARD_UNIQUE_769], ==, 1);
  g_assert_cmpint (value[BS_COUNT_UNFAMILIAR_SPACHE], ==, 1);
  g_assert_cmpint (value[BS_COUNT_UNFAMILIAR_SPACHE_TYPES], ==, 1);
  g_assert_cmpint (value[BS_COUNT_POLY], ==, 2);
}

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  static const guint32 ids[] = { 0, 1, 0, 2, 1, 0 };
  const BsTerm *terms;

  count (fixture, "other words first, so that types and terms differ");
  count (fixture, "Bee ant bee. Cow ANT BEE");
  g_assert_cmpuint (fixture->tally->ids->len, ==, G_N_ELEMENTS (ids));
  g_assert_cmpmem (fixture->tally->ids->data, sizeof ids, ids, sizeof ids);
  g_assert_cmpuint (fixture->tally->terms->len, ==, 3);
  terms = (const BsTerm *) (gpointer) fixture->tally->terms->data;
  g_assert_cmpuint (terms[0].count, ==, 3);
  g_assert_cmpuint (terms[1].count, ==, 2);
  g_assert_cmpuint (terms[2].count, ==, 1);
  g_assert_cmpstr (bs_type_index_type (fixture->index, terms[0].type)->word, ==, "bee");
  g_assert_cmpstr (bs_type_index_type (fixture->index, terms[2].type)->word, ==, "cow");
}

static void
test_spectrum (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *word;
    guint times;
  } words[] = { { "ant ", 1000 }, { "bee ", 64 }, { "cow ", 1 }, { "dog ", 63 },
                { "elk ", 64 },   { "fox ", 1 },  { "gnu ", 65 } };
  static const BsSpectrumEntry expected[] = { { 1, 2 }, { 63, 1 }, { 64, 2 }, { 65, 1 }, { 1000, 1 } };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < words[i].times; j++)
      g_string_append (text, words[i].word);
  count (fixture, text->str);
  g_assert_cmpmem (fixture->tally->spectrum->data, fixture->tally->spectrum->len * sizeof (BsSpectrumEntry), expected,
                   sizeof expected);
  g_assert_cmpint (fixture->tally->counts.value[BS_COUNT_HAPAXES], ==, 2);
  g_assert_cmpint (fixture->tally->counts.value[BS_COUNT_DISLEGOMENA], ==, 0);
}

/* What a text's counts are to each other. */
static void
assert_consistent (const BsTally *tally)
{
  const gint64 *value = tally->counts.value;
  gint64 types = 0, tokens = 0, words = 0;

  for (guint i = 0; i < tally->spectrum->len; i++)
    {
      const BsSpectrumEntry *entry = &g_array_index (tally->spectrum, BsSpectrumEntry, i);

      g_assert_true (i == 0 || entry[-1].frequency < entry->frequency);
      types += entry->types;
      tokens += (gint64) entry->frequency * entry->types;
    }
  for (guint i = 0; i < tally->sentence_lengths->len; i++)
    words += g_array_index (tally->sentence_lengths, guint32, i);
  g_assert_cmpint (types, ==, value[BS_COUNT_TYPES]);
  g_assert_cmpint (tokens, ==, value[BS_COUNT_WORDS]);
  g_assert_cmpint (words, ==, value[BS_COUNT_WORDS]);
  g_assert_cmpint (tally->sentence_lengths->len, ==, value[BS_COUNT_SENTENCES]);
  g_assert_cmpint (value[BS_COUNT_MONO] + value[BS_COUNT_TWOPLUS], ==, value[BS_COUNT_WORDS]);
  g_assert_cmpint (value[BS_COUNT_FAMILIAR] + value[BS_COUNT_UNFAMILIAR], ==, value[BS_COUNT_WORDS]);
  g_assert_cmpint (value[BS_COUNT_NAMES] + value[BS_COUNT_NUMBERS], <=, value[BS_COUNT_WORDS]);
  g_assert_cmpint (value[BS_COUNT_HARD], <=, value[BS_COUNT_POLY]);
  g_assert_cmpint (value[BS_COUNT_POLY], <=, value[BS_COUNT_TWOPLUS]);
  g_assert_cmpint (value[BS_COUNT_SYLLABLES], >=, value[BS_COUNT_WORDS]);
  g_assert_cmpint (value[BS_COUNT_LETTERS], >=, value[BS_COUNT_WORDS]);
  g_assert_cmpint (value[BS_COUNT_HARD_UNIQUE_769], <=, value[BS_COUNT_UNFAMILIAR_769]);
  g_assert_cmpint (value[BS_COUNT_UNFAMILIAR_SPACHE_TYPES], <=, value[BS_COUNT_UNFAMILIAR_SPACHE]);
}

/* Counts that do not look beyond a paragraph add up; types do not, nor what depends on the article's names or, as its
 * sentences do, on its manner. */
static void
test_adds_up (Fixture *fixture, gconstpointer data)
{
  static const BsCount additive[] = {
    BS_COUNT_WORDS, BS_COUNT_PARAGRAPHS,      BS_COUNT_LETTERS,        BS_COUNT_BLANKS,
    BS_COUNT_LONG6, BS_COUNT_NUMBERS,   BS_COUNT_LETTERS_SQUARED, BS_COUNT_SYLLABLES,      BS_COUNT_MINI3,
    BS_COUNT_MONO,  BS_COUNT_TWOPLUS,   BS_COUNT_POLY,            BS_COUNT_EASY_OHAYRE,    BS_COUNT_PRONOUNS,
    BS_COUNT_PREPS, BS_COUNT_CONJS,     BS_COUNT_SCRABBLE,        BS_COUNT_FUNCTION_WORDS,
  };

  for (guint seed = 1; seed <= 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) a = hostile_text (random, 100);
      g_autoptr (GString) b = hostile_text (random, 300);
      BsCounts first, second;

      count_bytes (fixture, a->str, a->len);
      assert_consistent (fixture->tally);
      first = fixture->tally->counts;
      count_bytes (fixture, b->str, b->len);
      assert_consistent (fixture->tally);
      second = fixture->tally->counts;
      g_string_append (a, "\n\n");
      g_string_append_len (a, b->str, (gssize) b->len);
      count_bytes (fixture, a->str, a->len);
      assert_consistent (fixture->tally);
      for (guint i = 0; i < G_N_ELEMENTS (additive); i++)
        g_assert_cmpint (fixture->tally->counts.value[additive[i]], ==,
                         first.value[additive[i]] + second.value[additive[i]]);
    }
}

/* A text said twice: types stay, everything else doubles. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  static const BsCount same[] = { BS_COUNT_TYPES, BS_COUNT_HARD_UNIQUE_769, BS_COUNT_UNFAMILIAR_SPACHE_TYPES };

  for (guint seed = 1; seed <= 100; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = hostile_text (random, 200);
      g_autoptr (GString) twice = g_string_new_len (text->str, (gssize) text->len);
      BsCounts once;

      g_string_append (twice, "\n\n");
      g_string_append_len (twice, text->str, (gssize) text->len);
      count_bytes (fixture, text->str, text->len);
      once = fixture->tally->counts;
      count_bytes (fixture, twice->str, twice->len);
      for (guint i = 0; i < BS_N_COUNTS; i++)
        {
          gboolean type = FALSE;

          for (guint j = 0; j < G_N_ELEMENTS (same); j++)
            type |= same[j] == i;
          if (i != BS_COUNT_HAPAXES && i != BS_COUNT_DISLEGOMENA)
            g_assert_cmpint (fixture->tally->counts.value[i], ==, once.value[i] * (type ? 1 : 2));
        }
      g_assert_cmpint (fixture->tally->counts.value[BS_COUNT_HAPAXES], ==, 0);
      g_assert_cmpint (fixture->tally->counts.value[BS_COUNT_DISLEGOMENA], ==, once.value[BS_COUNT_HAPAXES]);
    }
}

/* Sums of the greatest that a word can have: 300 words of 66,000 letters. */
static void
test_giants (Fixture *fixture, gconstpointer data)
{
  const guint words = 300;
  g_autoptr (GString) text = g_string_new (NULL);
  const BsWordFacts *facts;
  const gint64 *value;

  for (guint i = 0; i < words; i++)
    {
      for (guint j = 0; j < 1100; j++)
        g_string_append (text, "abominationabominationabominationabominationabominationabomi");
      g_string_append_c (text, ' ');
    }
  fixture->segments->word_most = G_MAXUINT32;
  value = count (fixture, text->str);
  facts = &bs_type_index_spellings (fixture->index)[g_array_index (fixture->segments->words, BsWord, 0).spelling].facts;
  g_assert_cmpuint (facts->letters, ==, G_MAXUINT16);
  g_assert_cmpint (value[BS_COUNT_WORDS], ==, words);
  g_assert_cmpint (value[BS_COUNT_LETTERS], ==, (gint64) words * G_MAXUINT16);
  g_assert_cmpint (value[BS_COUNT_SCRABBLE], ==, (gint64) words * G_MAXUINT16);
  g_assert_cmpint (value[BS_COUNT_LETTERS_SQUARED], ==, (gint64) words * G_MAXUINT16 * G_MAXUINT16);
  g_assert_cmpint (value[BS_COUNT_SYLLABLES], ==, (gint64) words * facts->syllables);
  g_assert_cmpint (value[BS_COUNT_POLY], ==, words);
}

/* A sentence that opens again and again costs no more than its length. */
static void
test_openings (Fixture *fixture, gconstpointer data)
{
  const guint n = 1000000;
  g_autoptr (GString) text = g_string_new (NULL);
  const gint64 *value;

  for (guint i = 0; i < n; i++)
    g_string_append (text, "they read: London is ");
  g_string_append_c (text, '.');
  value = count (fixture, text->str);
  g_assert_cmpuint (fixture->segments->openings->len, ==, n);
  g_assert_cmpint (value[BS_COUNT_WORDS], ==, 4 * n);
  g_assert_cmpint (value[BS_COUNT_SENTENCES], ==, 1);
  g_assert_cmpint (value[BS_COUNT_NAMES], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/tally/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("by-hand", test_by_hand);
  ADD ("nothing", test_nothing);
  ADD ("names", test_names);
  ADD ("names-are-easy", test_names_are_easy);
  ADD ("names-of-three-lists", test_names_of_three_lists);
  ADD ("terms", test_terms);
  ADD ("spectrum", test_spectrum);
  ADD ("adds-up", test_adds_up);
  ADD ("twice", test_twice);
  ADD ("giants", test_giants);
  ADD ("openings", test_openings);
  return g_test_run ();
}
