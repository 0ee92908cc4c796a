/* One block a line: what is kept and what is set aside, with the reason. */
#include "clean/clean.h"

/* "kept: The council met.\nticker: …", joined lines shown as they are counted. */
static char *
verdicts (const char *page, const char *title)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  g_autoptr (GString) all = g_string_new (NULL);
  BsCleanOptions options = { .title = title };

  bs_clean (cleaned, bs_span_of (page), &options);
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);
      const GString *from = block->aside == BS_KEPT ? cleaned->text : cleaned->aside_text;

      g_string_append_printf (all, "%s: %.*s\n", bs_aside_name (block->aside), (int)block->length,
                              from->str + block->start);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_verdicts (const char *page, const char *expected)
{
  g_autofree char *got = verdicts (page, NULL);

  g_assert_cmpstr (got, ==, expected);
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
  g_test_add_func ("/furniture/titles", test_titles);
  g_test_add_func ("/furniture/little-text", test_little_text);
  return g_test_run ();
}
