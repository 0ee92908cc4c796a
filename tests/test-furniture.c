/* One block a line: what is kept and what is set aside, with the reason. */
#include "page-help.h"

static char *
verdicts (const char *page, const char *title)
{
  BsCleanOptions options = { .title = title };

  return verdicts_of (page, &options, FALSE);
}

#define FIRST "The council voted on Tuesday to close the old bridge over the Wend for two years of repairs.\n"
#define SECOND "Traffic will be led over the mill road, which the county widened last spring at some cost.\n"
#define THIRD "Shopkeepers on the square fear for their trade, and have asked for a lower rent.\n"

static void
test_ticker_before_the_article (void)
{
  assert_verdicts ("Markets closed\n  • Harbour 100\n\n    -18.00 (-0.41%)\n  • Silver\n\n    +0.16 (+0.66%)\n\n"
                   "Bridge to close for two years\n\n" FIRST "\n" SECOND "\n" THIRD,
                   "ticker: Markets closed\nticker: • Harbour 100\nticker: -18.00 (-0.41%)\nticker: • Silver\n"
                   "ticker: +0.16 (+0.66%)\ntitle: Bridge to close for two years\nkept: " FIRST "kept: " SECOND
                   "kept: " THIRD);
}

static void
test_menus_around_the_article (void)
{
  assert_verdicts (
      "Home | News | Sport | Weather\nLog in\nSearch\nMost read\n\nBridge to close for two years\n\n"
      "By our county reporter\n\nShare this story\n\n" FIRST "\n" SECOND "\n" THIRD
      "\nRELATED\nMill road widened\nNew bus timetable\n\nPrivacy policy\nContact us\n",
      "navigation: Home | News | Sport | Weather\nnavigation: Log in\nnavigation: Search\npromo: Most read\n"
      "title: Bridge to close for two years\nbyline: By our county reporter\nnavigation: Share this story\n"
      "kept: " FIRST "kept: " SECOND "kept: " THIRD
      "promo: RELATED\npromo: Mill road widened\npromo: New bus timetable\nlegal: Privacy policy\n"
      "navigation: Contact us\n");
}

static void
test_promo_in_the_middle (void)
{
  assert_verdicts (FIRST "\nDo you want to know more about roads and rivers? Discover The Atlas, our new platform with "
                         "explainers, maps and analyses.\n\n" SECOND "\nREAD MORE: Ten bridges that fell\n\n" THIRD
                         "\nSign up for our newsletter to get the news of the valley in your inbox.\n",
                   "kept: " FIRST "promo: Do you want to know more about roads and rivers? Discover The Atlas, our new "
                   "platform with explainers, maps and analyses.\nkept: " SECOND
                   "promo: READ MORE: Ten bridges that fell\nkept: " THIRD
                   "promo: Sign up for our newsletter to get the news of the valley in your inbox.\n");
}

/* What is quoted, told or asked in an article is not what sites say of themselves. */
static void
test_prose_that_looks_like_furniture (void)
{
  assert_verdicts (
      FIRST "\n\"You can sign our petition on our website,\" the baker said, \"and read our updates.\"\n\n" SECOND
            "\nIt did not.\n\nThe privacy policy of the county was not at issue, the clerk said.\n\n" THIRD,
      "kept: " FIRST
      "kept: \"You can sign our petition on our website,\" the baker said, \"and read our updates.\"\nkept: " SECOND
      "kept: It did not.\nkept: The privacy policy of the county was not at issue, the clerk said.\nkept: " THIRD);
}

/* Words that notes, notices and promotion are made of, in sentences that tell something. */
static void
test_prose_with_words_of_furniture (void)
{
  static const char *const TOLD[] = {
    "Ida Tarbell, a freelance writer who was on the bridge when it shook, said she had never been so frightened.",
    "The views expressed at the meeting were not those of the county, whose clerk stayed away and sent a letter.",
    "With permission from the court, the county sold the toll house to a family that wants to live in it.",
    "The islands below the bridge can be reached at low water on foot, but only with a guide.",
    "The clerk incorrectly stated in June that the bridge was insured, and apologised a week later.",
    "The bakery makes use of cookies left over from Sunday, which is how the cheapest pudding came about.",
    "“I click here to pay, I click here for help, and nobody answers,” a driver said of the toll's new page.",
    "Two constables were told to follow him on foot to the weir, where he threw a parcel into the water.",
    "Many drivers read our newsletter, cited it in their letters, and asked the county for an answer in writing.",
    "No cart may without prior permission of the county stand on the bridge or below it at night.",
    "Your comment was noted, the clerk told the driver, and the meeting went on without another word.",
    "Comments on this plan of the county's would be welcome, the clerk told the meeting before it closed.",
    "The booklet, with a photo by a baker on its cover (photo courtesy of the museum), was sent to every house in the "
    "valley last month, and to every school, where it was read with more pleasure than the county had thought.",
    "This story first appeared on a wall, the clerk said, and it was false from beginning to end.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TOLD); i++)
    {
      g_autofree char *page = g_strconcat (FIRST "\n" SECOND "\n", TOLD[i], "\n\n" THIRD, NULL);
      g_autofree char *expected
          = g_strconcat ("kept: " FIRST "kept: " SECOND "kept: ", TOLD[i], "\nkept: " THIRD, NULL);

      assert_verdicts (page, expected);
    }
}

/* Who is named in an article is told of; who is named behind it wrote it. */
#define BIO "Ida Tarbell is the author of two books on bridges.\n"

static void
test_note_on_the_author (void)
{
  assert_verdicts (FIRST "\n" SECOND "\n" BIO "\n" THIRD, "kept: " FIRST "kept: " SECOND "kept: " BIO "kept: " THIRD);
  assert_verdicts (FIRST "\n" SECOND "\n" THIRD "\n" BIO "\n© 2024 Valley Herald\n",
                   "kept: " FIRST "kept: " SECOND "kept: " THIRD "credit: " BIO "legal: © 2024 Valley Herald\n");
  assert_verdicts (FIRST "\n" BIO, "kept: " FIRST "kept: " BIO);
}

/* Short lines of a text that no site surrounds. */
static void
test_short_lines_of_an_article (void)
{
  assert_verdicts ("The bridge in verse\n\n" FIRST "\nThe carts go out, the carts come in,\nThe gulls complain above "
                   "the tin,\nYou hold your supper round your neck,\nThe valley sleeps beneath its sheep\n\n" SECOND,
                   "title: The bridge in verse\nkept: " FIRST "kept: The carts go out, the carts come in,\n"
                   "kept: The gulls complain above the tin,\nkept: You hold your supper round your neck,\n"
                   "kept: The valley sleeps beneath its sheep\nkept: " SECOND);
  assert_verdicts ("A cake for the bridge\n\n" FIRST "\n4 pears\n200g butter\n180g sugar\n3 eggs\n\n" SECOND,
                   "title: A cake for the bridge\nkept: " FIRST "kept: 4 pears\nkept: 200g butter\nkept: 180g sugar\n"
                   "kept: 3 eggs\nkept: " SECOND);
  assert_verdicts ("At the bridge\n\n\"Is it open?\"\n\n\"It is.\"\n\n\"When?\"\n\n" FIRST "\n" SECOND
                   "\nIt was not a good one.\n\nTHE CLERK.\n",
                   "title: At the bridge\nkept: \"Is it open?\"\nkept: \"It is.\"\nkept: \"When?\"\nkept: " FIRST
                   "kept: " SECOND "kept: It was not a good one.\nnavigation: THE CLERK.\n");
  assert_verdicts (FIRST "\nThe old bridge was closed that spring. [24] [25]\n\n" SECOND
                         "\nLast week (29-30 January),\n\n" THIRD,
                   "kept: " FIRST "kept: The old bridge was closed that spring. [24] [25]\nkept: " SECOND
                   "kept: Last week (29-30 January),\nkept: " THIRD);
  assert_verdicts (FIRST "\n1. Who pays\n\n" SECOND "\n2. Who waits\n\n" THIRD,
                   "kept: " FIRST "subhead: 1. Who pays\nkept: " SECOND "subhead: 2. Who waits\nkept: " THIRD);
}

/* What ends in a colon announces the paragraph below it, and is no headline. */
static void
test_announcements (void)
{
  assert_verdicts ("Bridge to close\n\nThe clerk of the county made the following statement on Tuesday:\n\n" FIRST
                   "\n" SECOND "\n" THIRD,
                   "title: Bridge to close\nkept: The clerk of the county made the following statement on Tuesday:\n"
                   "kept: " FIRST "kept: " SECOND "kept: " THIRD);
  assert_verdicts (FIRST "\n" SECOND "\nThe county has to\n\n(1) Mend the weir; and\n\n(2) Widen the road.\n\n" THIRD,
                   "kept: " FIRST "kept: " SECOND "kept: The county has to\nkept: (1) Mend the weir; and\n"
                   "kept: (2) Widen the road.\nkept: " THIRD);
}

static void
test_captions (void)
{
  assert_verdicts (FIRST
                   "\nPhoto: the bridge in 1911\n\nThe bridge from the north bank. Credit: Valley Archive\n\n" SECOND
                   "\nWorkers at the weir. (AP Photo/Valley Archive)\n\n" THIRD,
                   "kept: " FIRST "caption: Photo: the bridge in 1911\n"
                   "caption: The bridge from the north bank. Credit: Valley Archive\nkept: " SECOND
                   "caption: Workers at the weir. (AP Photo/Valley Archive)\nkept: " THIRD);
}

static void
test_subheadings_and_lists (void)
{
  assert_verdicts (
      FIRST "\nWho pays\n\n" SECOND "\nThe clerk named three conditions:\n\n• The weir is mended first.\n"
            "• The buses run later\n• No lorries\n\n" THIRD,
      "kept: " FIRST "subhead: Who pays\nkept: " SECOND
      "kept: The clerk named three conditions:\nkept: • The weir is mended first.\nkept: • The buses run later\n"
      "kept: • No lorries\nkept: " THIRD);
}

static void
test_legal_and_corrections (void)
{
  assert_verdicts (FIRST "\n" SECOND "\n" THIRD
                         "\nCorrection: An earlier version of this article gave the wrong width of the mill road.\n\n"
                         "© 2024 Valley Herald. All rights reserved.\n\n(c) Valley Herald 2024\n\n"
                         "This material may not be published, broadcast, rewritten or redistributed.\n",
                   "kept: " FIRST "kept: " SECOND "kept: " THIRD
                   "correction: Correction: An earlier version of this article gave the wrong width of the mill road.\n"
                   "legal: © 2024 Valley Herald. All rights reserved.\nlegal: (c) Valley Herald 2024\n"
                   "legal: This material may not be published, broadcast, rewritten or redistributed.\n");
}

static void
test_other_languages (void)
{
  assert_verdicts (
      "Le pont fermé deux ans\n\nLe conseil a voté mardi la fermeture du vieux pont pour deux ans de travaux.\n\n"
      "Lire aussi : dix ponts qui sont tombés\n\nLa circulation passera par la route du moulin, élargie au "
      "printemps.\n\nTous droits réservés\n",
      "title: Le pont fermé deux ans\n"
      "kept: Le conseil a voté mardi la fermeture du vieux pont pour deux ans de travaux.\n"
      "promo: Lire aussi : dix ponts qui sont tombés\n"
      "kept: La circulation passera par la route du moulin, élargie au printemps.\nlegal: Tous droits réservés\n");
  assert_verdicts ("旧桥将关闭两年\n\n市议会星期二投票决定关闭旧桥两年进行维修，交通将改道磨坊路。\n\n广场上的店主担心"
                   "生意，并要求降低租金和税收。\n",
                   "title: 旧桥将关闭两年\nkept: 市议会星期二投票决定关闭旧桥两年进行维修，交通将改道磨坊路。\n"
                   "kept: 广场上的店主担心生意，并要求降低租金和税收。\n");
}

static void
test_titles (void)
{
  g_autofree char *known
      = verdicts ("Bridge to close | Valley Herald\n\n" FIRST "\nBridge to close\n\n" SECOND, "Bridge to close");
  g_autofree char *question = verdicts ("Who pays for the bridge?\n\n" FIRST "\n" SECOND, NULL);
  g_autofree char *lead = verdicts ("Who pays for the bridge?\n\n" FIRST "\n" SECOND, "Bridge to close");

  g_assert_cmpstr (known, ==,
                   "title: Bridge to close | Valley Herald\nkept: " FIRST "title: Bridge to close\nkept: " SECOND);
  g_assert_cmpstr (question, ==, "title: Who pays for the bridge?\nkept: " FIRST "kept: " SECOND);
  g_assert_cmpstr (lead, ==, "kept: Who pays for the bridge?\nkept: " FIRST "kept: " SECOND);
}

static void
test_little_text (void)
{
  assert_verdicts ("", "");
  assert_verdicts ("\n \n\t\n", "");
  assert_verdicts ("Home\nNews\nSport\n", "navigation: Home\nnavigation: News\nnavigation: Sport\n");
  assert_verdicts ("Rain\n", "kept: Rain\n"); /* a text of one block is the text */
  assert_verdicts (
      "Rivers rise in the north after four days of rain\nSchools stay shut in nine towns of the valley\nRain\n",
      "kept: Rivers rise in the north after four days of rain\n"
      "kept: Schools stay shut in nine towns of the valley\nnavigation: Rain\n");
}

/* Each verdict says what decided it. */
static void
test_reasons (void)
{
  BsCleanOptions options = { 0 };
  g_autofree char *got = verdicts_of ("Harbour 100\n-18.00 (-0.41%)\nSilver\n+0.16\n\nBridge to close\n\n"
                                      "By Ida Tarbell\n\n" FIRST "\nPhoto: the bridge in 1911\n\n" SECOND
                                      "\nThe mayor named two conditions:\n- the weir, which is old\n\nSo it is.\n\n"
                                      THIRD
                                      "\n© 2024 Valley Herald\n",
                                      &options, TRUE);

  g_assert_cmpstr (got, ==,
                   "ticker (labels beside figures): Harbour 100\nticker (labels beside figures): -18.00 (-0.41%)\n"
                   "ticker (labels beside figures): Silver\nticker (labels beside figures): +0.16\n"
                   "title (the line above the first paragraph): Bridge to close\nbyline (a byline): By Ida Tarbell\n"
                   "kept (prose): " FIRST "caption (a phrase of captions): Photo: the bridge in 1911\n"
                   "kept (prose): " SECOND "kept (inside the run of prose): The mayor named two conditions:\n"
                   "kept (a list item in prose): - the weir, which is old\n"
                   "kept (a short sentence in prose): So it is.\nkept (prose): " THIRD
                   "legal (a phrase of copyright lines): © 2024 Valley Herald\n");
}

#define CREDITED "By Ida Tarbell\n\nHARBOURTON (AP) — " FIRST "\n" SECOND "\nShare this story\n\n" THIRD \
  "\nThis article first appeared in The Ferryman.\n\n© 2024 Valley Herald\n"

/* Without credits they are text; without furniture they are all that is set aside. */
static void
test_steps_left_out (void)
{
  BsCleanOptions no_credits = { .without = BS_STEP_CREDITS }, no_furniture = { .without = BS_STEP_FURNITURE },
                 neither = { .without = BS_STEP_CREDITS | BS_STEP_FURNITURE };
  g_autofree char *without_credits = verdicts_of (CREDITED, &no_credits, FALSE);
  g_autofree char *without_furniture = verdicts_of (CREDITED, &no_furniture, FALSE);
  g_autofree char *without_both = verdicts_of (CREDITED, &neither, FALSE);
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();

  g_assert_cmpstr (without_credits, ==,
                   "kept: By Ida Tarbell\nkept: HARBOURTON (AP) — " FIRST "kept: " SECOND
                   "navigation: Share this story\nkept: " THIRD "kept: This article first appeared in The Ferryman.\n"
                   "kept: © 2024 Valley Herald\n");
  g_assert_cmpstr (without_furniture, ==,
                   "byline: By Ida Tarbell\nkept: " FIRST "kept: " SECOND "kept: Share this story\nkept: " THIRD
                   "credit: This article first appeared in The Ferryman.\nlegal: © 2024 Valley Herald\n");
  g_assert_cmpstr (without_both, ==,
                   "kept: By Ida Tarbell\nkept: HARBOURTON (AP) — " FIRST "kept: " SECOND
                   "kept: Share this story\nkept: " THIRD "kept: This article first appeared in The Ferryman.\n"
                   "kept: © 2024 Valley Herald\n");
  bs_clean (cleaned, bs_span_of (CREDITED), &no_credits);
  g_assert_null (cleaned->byline);
  g_assert_null (cleaned->dateline);
  g_assert_null (cleaned->originally_from);
  g_assert_null (cleaned->rights);
}

#define MENU "Home\nNews\nSearch\nLog in\nMost read\nSubscribe\n\n"
#define TEASER "The ferry was late again on Monday, and nobody at the quay could say when the next one would come in.\n"

/* The page's first line names it; where that stands again, the article starts. */
static void
test_title_of_a_page (void)
{
  assert_verdicts ("Bridge to close for two years | Valley Herald\n\n" MENU TEASER "\n" TEASER
                   "\nBridge to close for two years\n\n" FIRST "\n" SECOND "\n" THIRD,
                   "title: Bridge to close for two years | Valley Herald\nnavigation: Home\nnavigation: News\n"
                   "navigation: Search\nnavigation: Log in\npromo: Most read\npromo: Subscribe\npromo: " TEASER
                   "repeated: " TEASER "title: Bridge to close for two years\nkept: " FIRST "kept: " SECOND
                   "kept: " THIRD);
}

static void
test_comments (void)
{
  assert_verdicts (FIRST "\n" SECOND "\n" THIRD
                         "\n3 comments\n\nIda says:\n\n"
                         "The county should have thought of that before the winter came.\n\nReply\n\n"
                         "Nellie says:\n\nIt did think of it, and then it thought of something else.\n\nReply\n",
                   "kept: " FIRST "kept: " SECOND "kept: " THIRD
                   "comment: 3 comments\ncomment: Ida says:\n"
                   "comment: The county should have thought of that before the winter came.\nnavigation: Reply\n"
                   "comment: Nellie says:\ncomment: It did think of it, and then it thought of something else.\n"
                   "navigation: Reply\n");
  assert_verdicts (FIRST "\nComments\n\n" SECOND "\n" THIRD, /* a heading alone is none */
                   "kept: " FIRST "navigation: Comments\nkept: " SECOND "kept: " THIRD);
}

/* A row of lines is one thing, whatever its lines are. */
static void
test_rows (void)
{
  assert_verdicts (FIRST "\nA new road on the north bank\nA ferry for the school children\nLamps\n"
                         "A fund for the shops on the square\n\n" SECOND "\n" THIRD,
                   "kept: " FIRST "kept: A new road on the north bank\nkept: A ferry for the school children\n"
                   "kept: Lamps\nkept: A fund for the shops on the square\nkept: " SECOND "kept: " THIRD);
  assert_verdicts (FIRST "\nQ: Who pays?\nA: the county, for the most part\nQ: When?\nA: in two years\n\n" SECOND
                         "\n" THIRD,
                   "kept: " FIRST "kept: Q: Who pays?\nkept: A: the county, for the most part\nkept: Q: When?\n"
                   "kept: A: in two years\nkept: " SECOND "kept: " THIRD);
}

/* A list behind the last paragraph is the article's where a colon or its own figures say so. */
static void
test_list_at_the_end (void)
{
  assert_verdicts (FIRST "\n" SECOND "\n" THIRD
                         "\nThe ferry will run on these days:\n\nJune 9 – Harbourton quay, seven in the evening\n\n"
                         "June 14 – Mill landing\n\nJuly 2 – Harbourton quay\n",
                   "kept: " FIRST "kept: " SECOND "kept: " THIRD
                   "kept: The ferry will run on these days:\n"
                   "kept: June 9 – Harbourton quay, seven in the evening\nkept: June 14 – Mill landing\n"
                   "kept: July 2 – Harbourton quay\n");
  assert_verdicts (FIRST "\n" SECOND "\n" THIRD "\n- Mill road widened\n\n- Ferry late\n\n- Snow in the north\n",
                   "kept: " FIRST "kept: " SECOND "kept: " THIRD
                   "navigation: - Mill road widened\nnavigation: - Ferry late\nnavigation: - Snow in the north\n");
}

static void
test_sentences_without_a_stop (void)
{
  assert_verdicts (FIRST "\nYou can read the plans at http://www.example.org/bridge\n\n" SECOND "\n" THIRD,
                   "kept: " FIRST "kept: You can read the plans at http://www.example.org/bridge\nkept: " SECOND
                   "kept: " THIRD);
}

/* A text that starts with a paragraph has no menu before its article. */
static void
test_opening_beside_labels (void)
{
  assert_verdicts ("Bridge to close for two years\n\nThe council voted on Tuesday to close the bridge.\n\n"
                   "Harbour\nMill Road\nSquare\nNorth bank\nSchools\nBuses\nFair\n\n" SECOND "\n" THIRD,
                   "title: Bridge to close for two years\nkept: The council voted on Tuesday to close the bridge.\n"
                   "navigation: Harbour\nnavigation: Mill Road\nnavigation: Square\nnavigation: North bank\n"
                   "navigation: Schools\nnavigation: Buses\nnavigation: Fair\nkept: " SECOND "kept: " THIRD);
}

/* A million labels, replies or headings cost what they weigh, not its square. */
static void
test_much_furniture (void)
{
  static const char *const LINES[] = { "Reply\n", "Comments\n", "Ida says:\n", "- \n", "12 3\n", "This \n" };

  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      g_autoptr (GString) page = g_string_new (FIRST "\n" SECOND "\n");
      g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
      gint64 start = g_get_monotonic_time ();

      while (page->len < 1000000)
        g_string_append (page, LINES[i]);
      bs_clean (cleaned, bs_span (page->str, page->len), NULL);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

/* Whatever the heading and the marks are: what is asked first of a line lets all pass. */
static void
test_all_comments (void)
{
  static const char *const HEADINGS[]
      = { "Comments", "comment", "12 Responses", "3 , replies", "Reader comments", "Readers’ comments", "Kommentare",
          "5 Kommentar", "Leserkommentare", "Commentaires", "Comentarios (3)", "Comentários", "Commenti", "1 Commento",
          "Reacties", "Reactie (1)", "комментарии", "3 thoughts on that", "one thought on that", "Discussion",
          "Réactions", "Opiniones", "Leave a comment", "Leave a Reply", "Post a comment", "Add a comment",
          "Join the conversation", "Join the discussion", "Add your comment", "Write a comment", "Submit a comment",
          "Leave a response", "Laisser un commentaire", "Deja un comentario", "Deja una respuesta",
          "Deixe um comentário", "Schreibe einen Kommentar", "Kommentar schreiben", "Lascia un commento",
          "Plaats een reactie", "Geef een reactie", "Show comments", "View comments", "Hide comments",
          "Display comments", "Sort by newest", "Top rated comments", "All comments", "Latest comments",
          "Your comments" };
  static const char *const MARKS[]
      = { "Reply", "Répondre", "Antworten", "Responder", "Rispondi", "Beantwoorden", "Reply to this comment",
          "Log in to reply", "Report comment", "Report abuse", "ответить", "Like Reply", "Permalink",
          "Flag as inappropriate", "In reply to Ida", "Ida says", "Ida wrote:", "Ida schrieb:", "Ida dijo:" };

  for (guint i = 0; i < G_N_ELEMENTS (HEADINGS) + G_N_ELEMENTS (MARKS); i++)
    {
      const char *heading = i < G_N_ELEMENTS (HEADINGS) ? HEADINGS[i] : HEADINGS[0];
      const char *mark = i < G_N_ELEMENTS (HEADINGS) ? MARKS[0] : MARKS[i - G_N_ELEMENTS (HEADINGS)];
      g_autofree char *page
          = g_strconcat (FIRST "\n" SECOND "\n" THIRD "\n", heading,
                         "\n\nThe county should have thought of that before the winter.\n\n", mark,
                         "\n\nIt did think of it, and then it thought of something else.\n\n", mark, "\n\n", NULL);
      g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();

      bs_clean (cleaned, bs_span_of (page), NULL);
      if (strstr (cleaned->text->str, "think of it") != NULL)
        g_error ("no comments: %s, %s", heading, mark);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/furniture/ticker-before-the-article", test_ticker_before_the_article);
  g_test_add_func ("/furniture/menus-around-the-article", test_menus_around_the_article);
  g_test_add_func ("/furniture/promo-in-the-middle", test_promo_in_the_middle);
  g_test_add_func ("/furniture/prose-that-looks-like-furniture", test_prose_that_looks_like_furniture);
  g_test_add_func ("/furniture/captions", test_captions);
  g_test_add_func ("/furniture/subheadings-and-lists", test_subheadings_and_lists);
  g_test_add_func ("/furniture/legal-and-corrections", test_legal_and_corrections);
  g_test_add_func ("/furniture/other-languages", test_other_languages);
  g_test_add_func ("/furniture/prose-with-words-of-furniture", test_prose_with_words_of_furniture);
  g_test_add_func ("/furniture/note-on-the-author", test_note_on_the_author);
  g_test_add_func ("/furniture/short-lines-of-an-article", test_short_lines_of_an_article);
  g_test_add_func ("/furniture/announcements", test_announcements);
  g_test_add_func ("/furniture/titles", test_titles);
  g_test_add_func ("/furniture/little-text", test_little_text);
  g_test_add_func ("/furniture/reasons", test_reasons);
  g_test_add_func ("/furniture/steps-left-out", test_steps_left_out);
  g_test_add_func ("/furniture/title-of-a-page", test_title_of_a_page);
  g_test_add_func ("/furniture/comments", test_comments);
  g_test_add_func ("/furniture/all-comments", test_all_comments);
  g_test_add_func ("/furniture/rows", test_rows);
  g_test_add_func ("/furniture/list-at-the-end", test_list_at_the_end);
  g_test_add_func ("/furniture/sentences-without-a-stop", test_sentences_without_a_stop);
  g_test_add_func ("/furniture/opening-beside-labels", test_opening_beside_labels);
  g_test_add_func ("/furniture/much-furniture", test_much_furniture);
  return g_test_run ();
}
