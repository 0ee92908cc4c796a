/* What a site puts into an article does not end it, and what stands below the article is none of it. */
#include "page-help.h"

#define FIRST "The council voted on Tuesday to close the old bridge over the Wend for two years of repairs.\n"
#define SECOND "Traffic will be led over the mill road, which the county widened last spring at some cost.\n"
#define THIRD "Shopkeepers on the square fear for their trade, and have asked for a lower rent.\n"
#define FOURTH "The first carts will use the mill road on Friday, when the toll house closes.\n"

#define MENU "Home\nNews\nSearch\nLog in\nSubscribe\n\n"
#define MENU_ASIDE "navigation: Home\nnavigation: News\nnavigation: Search\nnavigation: Log in\npromo: Subscribe\n"

static void
test_box_of_links (void)
{
  assert_verdicts ("Bridge to close\n\n" FIRST "\n" SECOND "\nRELATED ARTICLES\nPrevious\n1\n2\nNext\nFerry late for "
                   "work again\nGoats take over town hall\nShare this article\nShare\n\n" THIRD "\n" FOURTH,
                   "title: Bridge to close\nkept: " FIRST "kept: " SECOND
                   "promo: RELATED ARTICLES\nnavigation: Previous\nticker: 1\nticker: 2\nnavigation: Next\n"
                   "navigation: Ferry late for work again\nnavigation: Goats take over town hall\n"
                   "navigation: Share this article\nnavigation: Share\nkept: " THIRD "kept: " FOURTH);
}

static void
test_buttons_behind_the_lead (void)
{
  assert_verdicts ("Bridge to close for repairs\n" FIRST "Share\nFacebook\nTwitter\nEmail\n" SECOND THIRD FOURTH
                   "Privacy Policy\n",
                   "title: Bridge to close for repairs\nkept: " FIRST
                   "navigation: Share\nnavigation: Facebook\nnavigation: Twitter\nnavigation: Email\nkept: " SECOND
                   "kept: " THIRD "kept: " FOURTH "legal: Privacy Policy\n");
}

static void
test_form_before_the_last_paragraph (void)
{
  assert_verdicts (MENU "Bridge to close\n" THIRD FOURTH "Sign up for our newsletter\nEmail address\nSign up\n"
                        "So it will stay in use until the autumn, the clerk said.\nPrivacy Policy\n",
                   MENU_ASIDE "title: Bridge to close\nkept: " THIRD "kept: " FOURTH
                              "promo: Sign up for our newsletter\nnavigation: Email address\nnavigation: Sign up\n"
                              "kept: So it will stay in use until the autumn, the clerk said.\n"
                              "legal: Privacy Policy\n");
}

/* A heading may follow the box, where much follows the heading. */
static void
test_heading_behind_a_box (void)
{
#define BOX "Sign up\nFollow us\nShare\nFacebook\nTwitter\nEmail\nPrint\nWho pays\n"
#define BOX_ASIDE \
  "navigation: Sign up\npromo: Follow us\nnavigation: Share\nnavigation: Facebook\nnavigation: Twitter\n" \
  "navigation: Email\nnavigation: Print\n"
#define LESS "The toll house was built in 1834 of a red stone.\n"
#define MORE "It has stood empty since the county gave up the toll.\n"
#define LAST "A baker would like to have it, and has the money.\n"
  assert_verdicts ("Bridge to close for repairs\n" FIRST SECOND THIRD FOURTH BOX LESS MORE LAST
                   "So far nobody has said yes to him, or no.\n",
                   "title: Bridge to close for repairs\nkept: " FIRST "kept: " SECOND "kept: " THIRD "kept: " FOURTH
                   BOX_ASIDE "subhead: Who pays\nkept: " LESS "kept: " MORE "kept: " LAST
                   "kept: So far nobody has said yes to him, or no.\n");
  assert_verdicts (MENU "Bridge to close for repairs\n" FIRST SECOND THIRD FOURTH BOX LESS MORE,
                   MENU_ASIDE "title: Bridge to close for repairs\nkept: " FIRST "kept: " SECOND "kept: " THIRD
                   "kept: " FOURTH BOX_ASIDE "navigation: Who pays\npromo: " LESS "promo: " MORE);
}

/* Teasers, other articles, authors and notices below the article. */
static void
test_what_another_text_begins (void)
{
#define ARTICLE MENU "Bridge to close\n" FIRST SECOND THIRD
#define ARTICLE_KEPT MENU_ASIDE "title: Bridge to close\nkept: " FIRST "kept: " SECOND "kept: " THIRD
  static const char *const BELOW[] = {
    "Related Articles\nShare\nFacebook\nFerry late for work again\n" FOURTH FOURTH, /* under a headline */
    "Share\nFacebook\nTwitter\nFerry late for work again\nMarch 4, 2024\nShare\n" FOURTH FOURTH FOURTH,
    "Share\nFacebook\nTwitter\nEmail\nPrint\nJane Austen\nJane Austen has written on mills and weirs since 1894.\n",
    "Sign up\nFacebook\nTwitter\nEmail\nPrint\nCheck the box below to show that you would like to have it.\n",
    "Facebook\nTwitter\nEmail\nPrint\nShare\nFerries and bridges have never been so late as in this wet ...\nShare\n"
    FOURTH FOURTH,
    "Share\nFerry late\nSection: Travel\n" FOURTH "Goats in town\nSection: Animals\n" FOURTH, /* two details */
    "Share\nFerry late\nNews: travel\nHarbourton, Mill Road – The ferry was late again on Monday and on Tuesday.\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (BELOW); i++)
    {
      g_autofree char *page = g_strconcat (ARTICLE, BELOW[i], "Privacy Policy\nContact us\n", NULL);
      g_autofree char *got = verdicts_of (page, NULL, FALSE);

      g_assert_true (g_str_has_prefix (got, ARTICLE_KEPT));
      if (strstr (got + strlen (ARTICLE_KEPT), "kept: ") != NULL)
        g_error ("kept below the article: %s", got);
    }
}

/* The ingredients of a recipe and the facts of a guide stand between its paragraphs. */
static void
test_details (void)
{
  assert_verdicts (MENU "Pear cake\n" FIRST "Ingredients\n600 g of ripe pears\n3 large eggs, beaten\n60 g butter\n"
                        "1 bay leaf\nMethod\n" THIRD FOURTH "Privacy Policy\n",
                   MENU_ASIDE "title: Pear cake\nkept: " FIRST
                              "navigation: Ingredients\nnavigation: 600 g of ripe pears\n"
                              "navigation: 3 large eggs, beaten\nnavigation: 60 g butter\nnavigation: 1 bay leaf\n"
                              "subhead: Method\nkept: " THIRD "kept: " FOURTH "legal: Privacy Policy\n");
  assert_verdicts (MENU "Three bridges to see\n" FIRST
                        "Mill bridge\nBest for: families\nBuilt in: stone\nOpen: always\n" SECOND
                        "Town bridge\nBest for: carts\nBuilt in: iron\nOpen: by day\n" THIRD "Privacy Policy\n",
                   MENU_ASIDE "title: Three bridges to see\nkept: " FIRST
                   "navigation: Mill bridge\nnavigation: Best for: families\nnavigation: Built in: stone\n"
                   "navigation: Open: always\nkept: " SECOND
                   "navigation: Town bridge\nnavigation: Best for: carts\nnavigation: Built in: iron\n"
                   "navigation: Open: by day\nkept: " THIRD "legal: Privacy Policy\n");
}

static void
test_letters_to_the_editor (void)
{
  assert_verdicts (MENU "Letters: the bridge and owls\n"
                        "Sir, – Your leader says that nobody will miss the bridge. I shall.\nJANE AUSTEN\n"
                        "Westgate, Harbourton\nOwls\n"
                        "Sir, – There are barn owls in the toll house again. I counted four on Sunday.\n"
                        "CHARLES DARWIN\nMill Road\nPrivacy Policy\n",
                   MENU_ASIDE "title: Letters: the bridge and owls\n"
                              "kept: Sir, – Your leader says that nobody will miss the bridge. I shall.\n"
                              "navigation: JANE AUSTEN\nnavigation: Westgate, Harbourton\nsubhead: Owls\n"
                              "kept: Sir, – There are barn owls in the toll house again. I counted four on Sunday.\n"
                              "navigation: CHARLES DARWIN\nnavigation: Mill Road\nlegal: Privacy Policy\n");
}

/* A million boxes cost what they weigh. */
static void
test_many_boxes (void)
{
  g_autoptr (GString) page = g_string_new (MENU);
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  gint64 start = g_get_monotonic_time ();

  while (page->len < 1000000)
    g_string_append (page, FIRST "Share\nFacebook\nTwitter\nEmail\nPrint\nSubscribe\nSign up\nFollow us\n");
  bs_clean (cleaned, bs_span (page->str, page->len), NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stretch/box-of-links", test_box_of_links);
  g_test_add_func ("/stretch/buttons-behind-the-lead", test_buttons_behind_the_lead);
  g_test_add_func ("/stretch/form-before-the-last-paragraph", test_form_before_the_last_paragraph);
  g_test_add_func ("/stretch/heading-behind-a-box", test_heading_behind_a_box);
  g_test_add_func ("/stretch/what-another-text-begins", test_what_another_text_begins);
  g_test_add_func ("/stretch/details", test_details);
  g_test_add_func ("/stretch/letters-to-the-editor", test_letters_to_the_editor);
  g_test_add_func ("/stretch/many-boxes", test_many_boxes);
  return g_test_run ();
}
