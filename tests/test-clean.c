/* From bytes to article text: lines joined where they were wrapped, memory used again, no input too strange. */
#include "clean/clean.h"

static char *
text_of (const char *page)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();

  bs_clean (cleaned, bs_span_of (page), NULL);
  return g_strdup (cleaned->text->str);
}

static void
test_names (void)
{
  g_assert_cmpstr (bs_aside_name (BS_KEPT), ==, "kept");
  g_assert_cmpstr (bs_aside_name (BS_ASIDE_CORRECTION), ==, "correction");
  for (guint i = 0; i < BS_N_ASIDES; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (bs_aside_name ((BsAside) i), !=, bs_aside_name ((BsAside) j));
}

static void
test_lines_are_paragraphs (void)
{
  g_autofree char *text = text_of ("The council voted to close the old bridge over the Wend.\n"
                                   "Traffic will be led over the mill road for two years.\n\n\n"
                                   "The baker fears for his trade and has asked for a lower rent.\n");

  g_assert_cmpstr (text, ==,
                   "The council voted to close the old bridge over the Wend.\n\n"
                   "Traffic will be led over the mill road for two years.\n\n"
                   "The baker fears for his trade and has asked for a lower rent.");
}

/* "Sen." at the end of a line ends no sentence, but "Dep." before a heading may. */
static void
test_titles_before_names_are_joined (void)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();

  bs_clean (cleaned,
            bs_span_of ("The bridge will be closed for two years, the chair of the committee and Sen.  \n"
                        "Ida Tarbell announced on Tuesday in the hall of the county.\n\n"
                        "Traffic will be led over the mill road by order of the county and its Dep.\nWho pays\n"
                        "The county will, and the state, which widened the mill road last spring.\n"),
            NULL);
  g_assert_true (g_str_has_prefix (cleaned->text->str,
                                   "The bridge will be closed for two years, the chair of the committee and Sen. Ida "
                                   "Tarbell announced on Tuesday in the hall of the county.\n"));
  g_assert_null (strstr (cleaned->text->str, "Who pays"));
}

static void
test_wrapped_lines_are_joined (void)
{
  static const char WRAPPED[] = "The council voted on Tuesday to close the old bridge over the\n"
                                "Wend for two years of repairs. The vote came after a long debate\n"
                                "in which the baker, the miller and both ferrymen spoke at some\n"
                                "length about the price of bread.\n"
                                "\n"
                                "Traffic will be led over the mill road, which the county widened\n"
                                "last spring. Nobody knows yet who will pay for the new lights at\n"
                                "the crossing, a govern-\n"
                                "ment matter.\n";
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();

  bs_clean (cleaned, bs_span_of (WRAPPED), NULL);
  g_assert_cmpstr (
      cleaned->text->str, ==,
      "The council voted on Tuesday to close the old bridge over the Wend for two years of repairs. The vote came "
      "after a long debate in which the baker, the miller and both ferrymen spoke at some length about the price "
      "of bread.\n\n"
      "Traffic will be led over the mill road, which the county widened last spring. Nobody knows yet who will "
      "pay for the new lights at the crossing, a government matter.");
  g_assert_cmpuint (cleaned->mended.joined_lines, ==, 6);
}

/* The column of a scanned newspaper: no common width, no hyphens. */
static void
test_ragged_columns_are_joined (void)
{
  g_autofree char *text
      = text_of ("The council voted on Tuesday to\nclose the old bridge over the river\n"
                 "Wend for two years of repairs, and\nto lead the traffic over the mill\n"
                 "road, which the county widened\nlast spring at some cost to the\n"
                 "taxpayers of nine towns. The vote\ncame after a long debate in which\n"
                 "the baker, the miller and both\nferrymen spoke at length about\nthe price of bread.\n");

  g_assert_cmpstr (
      text, ==,
      "The council voted on Tuesday to close the old bridge over the river Wend for two years of repairs, and "
      "to lead the traffic over the mill road, which the county widened last spring at some cost to the "
      "taxpayers of nine towns. The vote came after a long debate in which the baker, the miller and both "
      "ferrymen spoke at length about the price of bread.");
}

/* A narrow column, set in letters of different widths, with headings that are not parted from their paragraphs. */
static void
test_column_is_joined_before_capitals (void)
{
  static const char COLUMN[] = "The council of the town voted on Tuesday to\n"
                               "close the old bridge. Green lit by the Vice\n"
                               "President, the repairs – which began in May\n"
                               "– will cost the nine towns of the Upper Wend\n"
                               "£4 million. Opened in 1847, at the age of\n"
                               "79, by Queen Adelaide, it has led across\n"
                               "47 floods and what she called\n"
                               "“a sea of troubles”. At the meeting the miller\n"
                               "said: “Who will pay for the new lights?”\n"
                               "he asked. A ferryman answered:\n"
                               "“The taxpayers of the Upper Wend.”\n"
                               "\n"
                               "A long way round\n"
                               "Traffic will be led over the mill road, which\n"
                               "the county widened last spring at some cost.\n"
                               "\n"
                               "WHAT THE MILLER OF THE UPPER WEND HAS TO SAY\n"
                               "Nobody knows yet who will mend the weir, and\n"
                               "the miller does not expect to be asked.\n"
                               "\n"
                               "Ferrymen Ask for a Share of the Wend Money\n"
                               "Two of them wrote to the county in March, but\n"
                               "have had no answer to the letter so far.\n";
  g_autofree char *text = text_of (COLUMN);

  g_assert_cmpstr (
      text, ==,
      "The council of the town voted on Tuesday to close the old bridge. Green lit by the Vice President, the repairs "
      "– which began in May – will cost the nine towns of the Upper Wend £4 million. Opened in 1847, at the age of 79, "
      "by Queen Adelaide, it has led across 47 floods and what she called “a sea of troubles”. At the meeting the "
      "miller said: “Who will pay for the new lights?” he asked. A ferryman answered: “The taxpayers of the Upper "
      "Wend.”\n\n"
      "Traffic will be led over the mill road, which the county widened last spring at some cost.\n\n"
      "Nobody knows yet who will mend the weir, and the miller does not expect to be asked.\n\n"
      "Two of them wrote to the county in March, but have had no answer to the letter so far.");
}

/* What a line ends in is enough where paragraphs stand on one line and few lines are broken. */
static void
test_unfinished_lines_are_joined (void)
{
  static const struct
  {
    const char *first, *second;
    gboolean    joined;
  } PAIRS[] = {
    { "The ferry has carried the people of the valley, their cattle and their grain over the water for a hundred and",
      "90 years.", TRUE },
    { "The ferry, which the council bought in the year of the flood, has carried the people of the valley for some "
      "sixty",
      "Years.", TRUE },
    { "The council voted on Tuesday, in a meeting that was long even for so quarrelsome a town, to ask the",
      "County of Wend for a loan that it may not live to repay, the clerk said.", TRUE },
    { "Those who spoke were the clerk, both of the ferrymen, the baker and, for the mill,",
      "Ada Lovelace, who had brought her own figures to the hall.", TRUE },
    { "“The weir was never meant for lorries and should have", "“honest stone” under it.”", TRUE },
    { "The paper gave it four lines (beside the Thames", "Conservancy it had eight) and no picture.", TRUE },
    { "The council has heard from everybody who lives on the bank of the river, from the two mills, and from the nine "
      "Overseers of the",
      "Poor.", TRUE },
    { "The mill road has been shut since the flood in the spring",
      "– nobody knows for how long – and the baker is angry.", FALSE },
    { "The mill road, which the county widened, has been shut since the flood in spring",
      "– nobody knows for how long – and the baker is angry.", TRUE },
    { "A hundred winters of the ferry, and what the town of Harbourton owes to it",
      "— Isambard Kingdom Brunel, in a letter to the clerk of the council.", FALSE },
    { "Seen from the tower, the river is wider than it was on the day the bridge was opened to carts and to people",
      "The council has put off its vote until the autumn, the clerk said.", FALSE },
    { "What the town of Harbourton waits for", "The council has put off its vote until the autumn.", FALSE },
    { "It must report on the state of the piers before the winter of every second year; and",
      "The ferrymen must be heard before the vote, and not behind it.", FALSE },
    { "Has the council asked any of those who use the bridge at night, in fog, or with a cart longer than the "
      "weighhouse",
      "Who pays?", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (PAIRS); i++)
    {
      g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
      g_autofree char *page = g_strdup_printf ("%s\n%s\n", PAIRS[i].first, PAIRS[i].second);
      g_autofree char *expected = g_strdup_printf ("%s%s%s", PAIRS[i].first, PAIRS[i].joined ? " " : "\n\n",
                                                   PAIRS[i].second);
      BsCleanOptions options = { .without = BS_STEPS_ALL };

      bs_clean (cleaned, bs_span_of (page), &options);
      g_assert_cmpstr (cleaned->text->str, ==, expected);
    }
}

static void
test_what_is_not_joined (void)
{
  static const char VERSE[] = "The river rose at night,\nThe miller lost his wheel,\nThe baker lost his light,\n"
                              "And nobody had a meal.\n";
  static const char LIST[] = "The clerk read out the three conditions of the vote to the room:\n"
                             "- the weir is mended before the first lorry comes\n"
                             "- the buses run later in the evening than they did\n";
  g_autofree char *verse = text_of (VERSE);
  g_autofree char *list = text_of (LIST);
  g_autofree char *hyphen
      = text_of ("The vote came after a debate that was long even for so well-\nknown a council, and loud.\n");

  g_assert_cmpstr (verse, ==,
                   "The river rose at night,\n\nThe miller lost his wheel,\n\nThe baker lost his light,\n\n"
                   "And nobody had a meal.");
  g_assert_cmpstr (list, ==,
                   "The clerk read out the three conditions of the vote to the room:\n\n"
                   "- the weir is mended before the first lorry comes\n\n"
                   "- the buses run later in the evening than they did");
  g_assert_cmpstr (hyphen, ==,
                   "The vote came after a debate that was long even for so well-known a council, and loud.");
}

static void
test_page_of_a_newspaper (void)
{
  static const char PAGE[]
      = "Exchange closed\n  • Granary 50\n\n    -31.20 (-0.92%)\n  • Copper\n\n    +1.07 (+0.35%)\n\n"
        "Ferrymen ask court to stop the bridge\n\n"
        "HARBOURTON (Reuters) - Two ferrymen have asked the county court to stop work on the new bridge.\n\n"
        "They say that the piers would make the crossing unsafe at low water, which the county denies.\n\n"
        "Do you have questions about rivers? Get the answers with Wend Knowledge, our new platform of "
        "curated content with explainers and analyses.\n\n"
        "The court will hear the case in May, and a ruling is expected before the summer.\n\n"
        "This article originally appeared in the Ferryman (TF), the oldest paper of the valley.\n\n"
        "Copyright (c) 2024. The Ferryman. All rights reserved.\n";
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  guint tally[BS_N_ASIDES] = { 0 };

  bs_clean (cleaned, bs_span_of (PAGE), NULL);
  g_assert_cmpstr (cleaned->text->str, ==,
                   "Two ferrymen have asked the county court to stop work on the new bridge.\n\n"
                   "They say that the piers would make the crossing unsafe at low water, which the county denies.\n\n"
                   "The court will hear the case in May, and a ruling is expected before the summer.");
  g_assert_cmpstr (cleaned->title, ==, "Ferrymen ask court to stop the bridge");
  g_assert_cmpstr (cleaned->dateline, ==, "HARBOURTON");
  g_assert_cmpstr (cleaned->agency, ==, "Reuters");
  g_assert_cmpstr (cleaned->originally_from, ==, "Ferryman");
  for (guint i = 0; i < cleaned->blocks->len; i++)
    tally[g_array_index (cleaned->blocks, BsBlock, i).aside]++;
  g_assert_cmpuint (tally[BS_ASIDE_TICKER], ==, 5);
  g_assert_cmpuint (tally[BS_ASIDE_PROMO], ==, 1);
  g_assert_cmpuint (tally[BS_ASIDE_CREDIT], ==, 1);
  g_assert_cmpuint (tally[BS_ASIDE_LEGAL], ==, 1);
  g_assert_cmpuint (tally[BS_KEPT], ==, 3);
}

static void
test_as_it_is (void)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  BsCleanOptions options = { .without = BS_STEPS_ALL };

  bs_clean (cleaned, bs_span_of ("Home\r\nNews\r\n\r\nSEOUL (AP) — The council met.\r\n"), &options);
  g_assert_cmpstr (cleaned->text->str, ==, "Home\n\nNews\n\nSEOUL (AP) — The council met.");
  g_assert_cmpuint (cleaned->aside_text->len, ==, 0);
}

static void
test_nothing_is_remembered (void)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();

  bs_clean (
      cleaned,
      bs_span_of ("By Ida Tarbell\n\nSEOUL (AP) — The council met on Tuesday in the old hall \x01 of the town.\n"),
      NULL);
  g_assert_cmpstr (cleaned->byline, ==, "Ida Tarbell");
  bs_clean (cleaned,
            bs_span ("\x7f"
                     "ELF\x02",
                     5),
            NULL);
  g_assert_true (cleaned->binary);
  g_assert_null (cleaned->encoding);
  g_assert_null (cleaned->byline);
  g_assert_null (cleaned->dateline);
  g_assert_cmpuint (cleaned->text->len, ==, 0);
  g_assert_cmpuint (cleaned->blocks->len, ==, 0);
  g_assert_cmpuint (cleaned->mended.controls, ==, 0);
  bs_clean (cleaned, bs_span (NULL, 0), NULL);
  g_assert_false (cleaned->binary);
  g_assert_cmpstr (cleaned->encoding, ==, "UTF-8");
}

/* Kept blocks lie in `text` and the others in `aside_text`, in order, without overlap, valid, whatever the bytes. */
static void
assert_sound (const BsCleaned *cleaned)
{
  guint32 at[2] = { 0, 0 };

  g_assert_true (g_utf8_validate_len (cleaned->text->str, cleaned->text->len, NULL));
  g_assert_true (g_utf8_validate_len (cleaned->aside_text->str, cleaned->aside_text->len, NULL));
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);
      gboolean aside = block->aside != BS_KEPT;

      g_assert_cmpuint (block->aside, <, BS_N_ASIDES);
      g_assert_cmpuint (block->start, >=, at[aside]);
      at[aside] = block->start + block->length;
      g_assert_cmpuint (at[aside], <=, aside ? cleaned->aside_text->len : cleaned->text->len);
    }
}

static void
test_random_bytes (void)
{
  static const char *const PIECES[]
      = { "\n",      "\n\n", " ",    "The ", "council ", "met. ",    "\xe2\x80\x9c",        "\xff", "(c) ",    "By ",
          "(AP) — ", "• ",   "123 ", "| ",   "-\n",      "\xe2\x80", "you our newsletter ", "\r",   "Photo: ", "…",
          "\xc2" };
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GString) page = g_string_new (NULL);

  for (guint round = 0; round < 3000; round++)
    {
      g_string_truncate (page, 0);
      for (gint n = g_rand_int_range (random, 0, 60); n > 0; n--)
        g_string_append (page, PIECES[g_rand_int_range (random, 0, G_N_ELEMENTS (PIECES))]);
      bs_clean (cleaned, bs_span (page->str, page->len), NULL);
      assert_sound (cleaned);
    }
}

/* A million bytes of each take a moment where cost is linear, and minutes where it is not. */
static void
test_long_and_strange (void)
{
  static const char *const PIECES[] = { "\r", "\n",
                                        "a\n",
                                        "• a\n",
                                        "word ",
                                        "-18.00 (-0.41%)\n",
                                        "a-\n",
                                        "((((",
                                        "| ",
                                        "\xff",
                                        "\xe2\x80\x9c",
                                        "READ MORE\n",
                                        "By Ida Tarbell\n",
                                        "The council met on Tuesday in the old hall.\n" };
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  g_autoptr (GString) page = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PIECES); i++)
    {
      g_string_truncate (page, 0);
      while (page->len < 1000 * 1000)
        g_string_append (page, PIECES[i]);
      bs_clean (cleaned, bs_span (page->str, page->len), NULL);
      assert_sound (cleaned);
    }
}

/* Every letter of the kept text is found again in the bytes, over marks, line ends, joined lines and blocks set aside.
 */
static void
test_places_in_the_source (void)
{
  static const char bytes[]
      = "\xef\xbb\xbfHome\r\nNews\r\nSport\r\n\r\n"
        "The harbour council voted on Monday to dredge the channel, after two years of dispute, and the work\r\n"
        "will begin in spring. \xe2\x80\x9cIt is high\xe2\x80\x8b time,\xe2\x80\x9d a pilot said of the vote that was "
        "long put off.\r\n\r\n"
        "Sign up for our newsletter!\r\n\r\n"
        "The cost of the work was put at four million, which the town will pay over ten years from its own purse.\r\n";
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  guint letters = 0;

  bs_clean (cleaned, bs_span (bytes, sizeof bytes - 1), NULL);
  g_assert_nonnull (strstr (cleaned->text->str, "four million"));
  g_assert_null (strstr (cleaned->text->str, "newsletter"));
  for (guint32 i = 0; i < cleaned->text->len; i++)
    if (g_ascii_isalpha (cleaned->text->str[i]))
      {
        guint64 source = bs_cleaned_source (cleaned, i);

        g_assert_cmpuint (source, <, sizeof bytes - 1);
        g_assert_cmpint (bytes[source], ==, cleaned->text->str[i]);
        letters++;
      }
  g_assert_cmpuint (letters, >, 200);
}

/* What was kept is found again without judging, or not at all. */
static void
test_kept_again (void)
{
  static const char *const TEXTS[] = {
    "",
    "Home\nNews\nSport\n\nLONDON (Reuters) - The council voted on Tuesday to close the old bridge.\n\n"
    "Traffic will be led over the mill road for two years, the chair of the committee said.\n\n"
    "Sign up for our newsletter\n\nReporting by the city desk; Editing by the night desk\n",
    "The council voted on Tuesday to close the old bridge over the\r\nWend for two years of re-\r\npairs. The vote "
    "came "
    "after a long debate\r\nin which the baker, the miller and both ferrymen spoke at some\r\nlength about bread.\r\n",
    "The caf\xc3\x83\xc2\xa9 by the bridge &amp; the mill closed its doors.It will open again in spring, its owner "
    "said.\n",
    "The caf\xe9 by the bridge will open again in spring, its owner told the paper on Monday.\n",
  };
  g_autoptr (BsCleaned) first = bs_cleaned_new ();
  g_autoptr (BsCleaned) again = bs_cleaned_new ();
  const BsCleanOptions options = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      const guint32 *kept;

      bs_clean (first, bs_span_of (TEXTS[i]), &options);
      kept = (const guint32 *) (gpointer) first->kept->data;
      g_assert_true (bs_clean_again (again, bs_span_of (TEXTS[i]), &options, kept, first->kept->len));
      g_assert_cmpstr (again->text->str, ==, first->text->str);
      g_assert_cmpmem (again->kept->data, again->kept->len * sizeof (guint32), kept,
                       first->kept->len * sizeof (guint32));
    }
}

static void
test_kept_of_another_text (void)
{
  static const char TEXT[] = "The caf\xc3\xa9 by the bridge will open again in spring.";
  static const guint32 KEPT[][2] = { { 0, sizeof TEXT }, { sizeof TEXT, 1 }, { 0, 8 }, { 8, 4 }, { 5, G_MAXUINT32 } };
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  const BsCleanOptions options = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (KEPT); i++)
    g_assert_false (bs_clean_again (cleaned, bs_span_of (TEXT), &options, KEPT[i], 2));
  g_assert_false (bs_clean_again (cleaned, bs_span_of (TEXT), &options, KEPT[0], 1));
  g_assert_true (bs_clean_again (cleaned, bs_span_of (TEXT), &options, (const guint32[]){ 0, 9 }, 2));
  g_assert_cmpstr (cleaned->text->str, ==, "The caf\xc3\xa9");
  g_assert_false (bs_clean_again (cleaned, bs_span_of ("<!DOCTYPE html><html><body><p>The bridge.</p></body></html>"),
                                  &options, NULL, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clean/names", test_names);
  g_test_add_func ("/clean/lines-are-paragraphs", test_lines_are_paragraphs);
  g_test_add_func ("/clean/wrapped-lines-are-joined", test_wrapped_lines_are_joined);
  g_test_add_func ("/clean/titles-before-names-are-joined", test_titles_before_names_are_joined);
  g_test_add_func ("/clean/ragged-columns-are-joined", test_ragged_columns_are_joined);
  g_test_add_func ("/clean/column-is-joined-before-capitals", test_column_is_joined_before_capitals);
  g_test_add_func ("/clean/unfinished-lines-are-joined", test_unfinished_lines_are_joined);
  g_test_add_func ("/clean/what-is-not-joined", test_what_is_not_joined);
  g_test_add_func ("/clean/page-of-a-newspaper", test_page_of_a_newspaper);
  g_test_add_func ("/clean/as-it-is", test_as_it_is);
  g_test_add_func ("/clean/nothing-is-remembered", test_nothing_is_remembered);
  g_test_add_func ("/clean/random-bytes", test_random_bytes);
  g_test_add_func ("/clean/long-and-strange", test_long_and_strange);
  g_test_add_func ("/clean/places-in-the-source", test_places_in_the_source);
  g_test_add_func ("/clean/kept-again", test_kept_again);
  g_test_add_func ("/clean/kept-of-another-text", test_kept_of_another_text);
  return g_test_run ();
}
