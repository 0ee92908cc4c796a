/* Pages: what is kept, what is set aside and why, and what the head says. */
#include "clean/html.h"
#include "clean/clean.h"

#define FIRST "The council voted on Tuesday to close the old bridge over the Wend for two years of repairs."
#define SECOND "Traffic will be led over the mill road, which the county widened last spring at some cost."
#define THIRD "Shopkeepers on the square fear for their trade, and have asked the town for a lower rent."

static BsCleaned *
clean_page (const char *page, guint without)
{
  BsCleaned *cleaned = bs_cleaned_new ();
  BsCleanOptions options = { .markup = BS_MARKUP_HTML, .without = without };

  bs_clean (cleaned, bs_span_of (page), &options);
  g_assert_true (cleaned->html);
  return cleaned;
}

static const char *
text_of (const BsCleaned *cleaned, const BsBlock *block)
{
  return (block->aside == BS_KEPT ? cleaned->text : cleaned->aside_text)->str + block->start;
}

/* "kept: The council …\nnavigation: …" */
static char *
verdicts (const char *page)
{
  g_autoptr (BsCleaned) cleaned = clean_page (page, 0);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);

      g_assert_nonnull (block->reason);
      g_string_append_printf (all, "%s: %.*s\n", bs_aside_name (block->aside), (int)block->length,
                              text_of (cleaned, block));
    }
  return g_string_free (all, FALSE);
}

static void
assert_verdicts (const char *page, const char *expected)
{
  g_autofree char *got = verdicts (page);

  g_assert_cmpstr (got, ==, expected);
}

static void
assert_text (const char *page, const char *expected)
{
  g_autoptr (BsCleaned) cleaned = clean_page (page, BS_STEPS_ALL);

  g_assert_cmpstr (cleaned->text->str, ==, expected);
}

static void
test_article_among_menus (void)
{
  assert_verdicts ("<html><head><title>Bridge to close for two years | Harbour Herald</title></head><body>"
                   "<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav>"
                   "<div class=main><h1>Bridge to close for two years</h1><div class=article-body>"
                   "<p>" FIRST "</p><h2>By the mill</h2><p>" SECOND "</p><p>" THIRD "</p></div>"
                   "<div class=related-articles><h3>Related</h3><ul><li><a href=1>Mill road widened by the county</a>"
                   "</ul></div></div><footer>All about us</footer></body></html>",
                   "navigation: Home Sport\ntitle: Bridge to close for two years\nkept: " FIRST "\n"
                   "subhead: By the mill\nkept: " SECOND "\nkept: " THIRD "\n"
                   "promo: Related\npromo: - Mill road widened by the county\nnavigation: All about us\n");
}

static void
test_lead_above_the_text (void)
{
  assert_verdicts ("<html><body><article><header><h1>Bridge to close</h1><p>" SECOND "</p></header>"
                   "<div class=story-text><p>" FIRST "</p><p>" THIRD "</p></div></article></body></html>",
                   "title: Bridge to close\nkept: " SECOND "\nkept: " FIRST "\nkept: " THIRD "\n");
}

static void
test_comments_longer_than_the_article (void)
{
  assert_verdicts ("<body><h1>Bridge to close</h1><div class=entry-content><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD
                   "</p></div><div id=comments><p>" THIRD " I say.</p><p>" THIRD " I say again.</p><p>" THIRD
                   " And once more.</p><p>" THIRD " Nobody listens.</p></div></body>",
                   "title: Bridge to close\nkept: " FIRST "\nkept: " SECOND "\nkept: " THIRD "\n"
                   "comment: " THIRD " I say.\ncomment: " THIRD " I say again.\ncomment: " THIRD
                   " And once more.\ncomment: " THIRD " Nobody listens.\n");
}

static void
test_list_of_other_articles (void)
{
  assert_verdicts ("<div class=article-body><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p><ul>"
                   "<li><a href=1>Mill road widened by the county</a><p>" SECOND " More.</p></li>"
                   "<li><a href=2>New bus timetable from Monday</a><p>" THIRD " More.</p></li></ul></div>",
                   "kept: " FIRST "\nkept: " SECOND "\nkept: " THIRD "\n"
                   "navigation: - Mill road widened by the county\npromo: " SECOND " More.\n"
                   "navigation: - New bus timetable from Monday\npromo: " THIRD " More.\n");
}

static void
test_article_in_parts (void)
{
  assert_verdicts ("<body><div class=row><div class=article__body><p>" FIRST "</p><p>" FIRST "</p></div></div>"
                   "<div class=row><figure><figcaption>The bridge in 1911</figcaption></figure></div>"
                   "<div class=row><div class=article__body><p>" SECOND "</p><p>" THIRD "</p></div></div></body>",
                   "kept: " FIRST "\nkept: " FIRST "\ncaption: The bridge in 1911\nkept: " SECOND "\nkept: " THIRD
                   "\n");
}

static void
test_labels (void)
{
  assert_verdicts ("<div class=article-body><div>Advert</div><p>" FIRST "</p><p><b>By the mill</b></p><p>" SECOND
                   "</p><div>Enlarge the map</div><p>" THIRD "</p><h3>More news</h3></div>",
                   "navigation: Advert\nkept: " FIRST "\nsubhead: By the mill\nkept: " SECOND
                   "\nnavigation: Enlarge the map\nkept: " THIRD "\npromo: More news\n");
}

static void
test_never_empty (void)
{
  assert_verdicts ("<body><nav><p>" FIRST "</p></nav></body>", "kept: " FIRST "\n");
  assert_verdicts ("<div class=comments>Well said</div>", "kept: Well said\n");
  assert_verdicts ("<script>var page = '<p>';</script><style>p { }</style>", "");
}

static void
test_blocks (void)
{
  assert_text ("<p>One\n  and\t<b>a</b><i>b</i>&nbsp;c</p>two<div>three</div>", "One and ab c\n\ntwo\n\nthree");
  assert_text ("<p>The first line<br>goes on here.<br>The next<br><br>the third", "The first line goes on here.\n\n"
                                                                            "The next\n\nthe third");
  assert_text ("<ul><li>one<li>two <b>words</b><ol><li>1. three</ol></ul>", "- one\n\n- two words\n\n1. three");
  assert_text ("<table><tr><td>a<td>b<tr><td>c</table>", "a\n\nb\n\nc");
  assert_text ("<p hidden>no</p><p style='color:red; display : none'>no</p><p aria-hidden=true>no</p>yes", "yes");
  assert_text ("<p>a<!-- <p>b --><script>c</script><noscript>d</noscript><select><option>e</select>f", "af");
  assert_text ("<p>a &lt; b < c &amp; d&shy;e", "a < b < c & de");
  assert_text ("<pre>line one\nline two\n\nline three</pre>after", "line one\n\nline two\n\nline three\n\nafter");
  assert_text ("<title>Not text</title><a href=x>l</a><a href=y>m</a>", "l m");
}

/* schema.org's "paywall" is a class of the text behind the wall; elsewhere it is one of what asks for money. */
static void
test_paywall (void)
{
  assert_verdicts ("<article><h1>Bridge to close</h1><p>" FIRST "</p><p class=paywall>" SECOND "</p>"
                   "<h2 class=paywall>By the mill</h2><p class='text paywall'>“No,” he said.</p>"
                   "<p class=paywall>" THIRD "</p>"
                   "<div class=paywall><h3>Read on</h3><p>The first month is yours for one pound only, as you like.</p>"
                   "<button>Pay</button></div></article>",
                   "title: Bridge to close\nkept: " FIRST "\nkept: " SECOND "\nsubhead: By the mill\n"
                   "kept: “No,” he said.\nkept: " THIRD "\npromo: Read on\n"
                   "promo: The first month is yours for one pound only, as you like.\npromo: Pay\n");
  assert_verdicts ("<article><h1>Bridge to close</h1><p>" FIRST "</p><div class=paywall-content><p>" SECOND
                   "</p><p>" THIRD "</p><p>" FIRST "</p><p>" SECOND "</p></div></article>",
                   "title: Bridge to close\nkept: " FIRST "\nkept: " SECOND "\nkept: " THIRD "\nkept: " FIRST
                   "\nkept: " SECOND "\n");
  assert_verdicts ("<article><h1>Bridge to close</h1><p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p>"
                   "<div class=paywall><p class=paywall__text>The first month is yours for one pound only, as you "
                   "like.</p><a href=1>Pay</a></div></article>",
                   "title: Bridge to close\nkept: " FIRST "\nkept: " SECOND "\nkept: " THIRD "\n"
                   "promo: The first month is yours for one pound only, as you like.\npromo: Pay\n");
}

/* An open dialog hides the page from readers of the screen; icons, menus and copies stay hidden. */
static void
test_page_behind_a_dialog (void)
{
  assert_verdicts ("<div id=root aria-hidden=true><main><h1>Bridge to close</h1><p>" FIRST "</p><p>" SECOND "</p>"
                   "<p aria-hidden=true>" THIRD "</p></main></div>"
                   "<div role=dialog><p>We and our partners value the privacy of all who read us.</p></div>",
                   "title: Bridge to close\nkept: " FIRST "\nkept: " SECOND "\n"
                   "promo: We and our partners value the privacy of all who read us.\n");
  assert_verdicts ("<main><h1>Bridge to close</h1><p>" FIRST "</p></main>"
                   "<div aria-hidden=true><p>" SECOND "</p><p>" THIRD "</p></div>",
                   "title: Bridge to close\nkept: " FIRST "\n");
  assert_verdicts ("<main><p>" FIRST "</p></main><div aria-hidden=true><p>" SECOND "</p></div>", "kept: " FIRST "\n");
  assert_verdicts ("<main><p>" FIRST "</p></main><div style='display:none'><p>" SECOND "</p><p>" THIRD "</p></div>",
                   "kept: " FIRST "\n");
}

#define CELLS(a, b, c) "<tr><td>" a "</td><td>" b "</td><td>" c "</td></tr>"

/* Cells of figures and their labels are no sentences; tables that tell something, or are there for the layout, are. */
static void
test_tables (void)
{
  assert_verdicts ("<article><p>" FIRST "</p><table><tr><th>Pos</th><th>Team</th><th>Pts</th></tr>"
                   CELLS ("1", "Westport", "62") CELLS ("2", "Kelby", "58") "</table><p>" SECOND "</p></article>",
                   "kept: " FIRST "\ntable: Pos\ntable: Team\ntable: Pts\ntable: 1\ntable: Westport\ntable: 62\n"
                   "table: 2\ntable: Kelby\ntable: 58\nkept: " SECOND "\n");
  assert_verdicts ("<article><p>" FIRST "</p><table><tr><td><table>" CELLS ("Mill", "12", "1905")
                   CELLS ("Wend", "9", "1911") "</table></td><td><p>" SECOND "</p></td></tr><tr><td>2</td><td><p>"
                   THIRD "</p></td></tr></table></article>",
                   "kept: " FIRST "\ntable: Mill\ntable: 12\ntable: 1905\ntable: Wend\ntable: 9\ntable: 1911\n"
                   "kept: " SECOND "\nkept: 2\nkept: " THIRD "\n");
  assert_verdicts ("<article><p>" FIRST "</p><table>" CELLS ("1905", "The mill burned.", "It was rebuilt in stone.")
                   CELLS ("1911", "The mayor opened the bridge.", "No band played.") "</table></article>",
                   "kept: " FIRST "\nkept: 1905\nkept: The mill burned.\nkept: It was rebuilt in stone.\nkept: 1911\n"
                   "kept: The mayor opened the bridge.\nkept: No band played.\n");
  assert_verdicts ("<article><p>" FIRST "</p><table><tr><td>1905</td></tr><tr><td>1911</td></tr></table>"
                   "<dl><dt>Length</dt><dd>640 yards</dd><dt>Height</dt><dd>48 feet</dd></dl></article>",
                   "kept: " FIRST "\nkept: 1905\nkept: 1911\nkept: Length\nkept: 640 yards\nkept: Height\n"
                   "kept: 48 feet\n");
}

/* A table that was a figure before there were figures; text beside a picture is text. */
static void
test_picture_in_a_table (void)
{
  assert_verdicts ("<article><p>" FIRST "</p><table><tr><td><img src=a></td></tr><tr><td>The bridge in 1911, before it"
                   " fell.</td></tr></table><p>" SECOND "</p><table><tr><td><img src=b></td><td>It fell in May."
                   "</td></tr></table><p>" THIRD "</p></article>",
                   "kept: " FIRST "\ncaption: The bridge in 1911, before it fell.\nkept: " SECOND
                   "\nkept: It fell in May.\nkept: " THIRD "\n");
}

/* A link around a title and what it is about; a paragraph that is a link is one still. */
static void
test_card_of_another_page (void)
{
  assert_verdicts ("<article><p>" FIRST "</p><a href=1><div>A history of the bridge</div><div>Who built it, and who "
                   "paid for it.</div></a><p>" SECOND "</p><p><a href=2>The mayor wrote a letter about it.</a></p><p>"
                   THIRD "</p></article>",
                   "kept: " FIRST "\nnavigation: A history of the bridge\npromo: Who built it, and who paid for it.\n"
                   "kept: " SECOND "\nkept: The mayor wrote a letter about it.\nkept: " THIRD "\n");
}

static void
test_figures_by_themselves (void)
{
  assert_verdicts ("<article><p>" FIRST "</p><p>34</p><div>$1,905</div><h2>1911</h2><ul><li>62</li></ul>"
                   "<blockquote><p>42.</p></blockquote><p>" SECOND "</p><p>It cost 9.</p></article>",
                   "kept: " FIRST "\nticker: 34\nticker: $1,905\nsubhead: 1911\nkept: - 62\nkept: 42.\nkept: " SECOND
                   "\nkept: It cost 9.\n");
}

/* Page makers write in their own language. */
static void
test_names_of_many_languages (void)
{
  assert_verdicts ("<article><h1>Bridge to close</h1><p class=autore>Da Torino</p><p>" FIRST "</p>"
                   "<p class=pie-foto>The bridge in May.</p><p>" SECOND "</p>"
                   "<div class=publicidad>Publicidad aqui</div>"
                   "<p>" THIRD "</p><ul class=noticias-relacionadas><li>The mill road is wider now.</li></ul>"
                   "<div class=reacties><p>Well said, and I have thought so for a long time.</p></div></article>",
                   "title: Bridge to close\nbyline: Da Torino\nkept: " FIRST "\ncaption: The bridge in May.\n"
                   "kept: " SECOND "\npromo: Publicidad aqui\nkept: " THIRD "\n"
                   "promo: - The mill road is wider now.\n"
                   "comment: Well said, and I have thought so for a long time.\n");
}

/* Words that a paragraph has too; what is quoted once is text. */
static void
test_pull_quotes (void)
{
  assert_verdicts ("<article><p>" FIRST "</p><figure class=wp-block-pullquote><blockquote><p>“It fell into the river”"
                   "</p><cite>The mayor</cite></blockquote></figure><p>“It fell into the river,” the mayor said.</p>"
                   "<blockquote>We ask for nothing but a bridge, the traders wrote.</blockquote><p>" SECOND "</p>"
                   "<div class=pull-quote>It will be closed for good.</div><blockquote>No bridge</blockquote>"
                   "<p>" THIRD " No bridge, no trade.</p></article>",
                   "kept: " FIRST "\npromo: “It fell into the river”\npromo: The mayor\n"
                   "kept: “It fell into the river,” the mayor said.\n"
                   "kept: We ask for nothing but a bridge, the traders wrote.\nkept: " SECOND "\n"
                   "kept: It will be closed for good.\nkept: No bridge\nkept: " THIRD " No bridge, no trade.\n");
}

static void
assert_byline (const char *page, const char *byline)
{
  g_autoptr (BsCleaned) cleaned = clean_page (page, 0);

  g_assert_cmpstr (cleaned->byline, ==, byline);
}

#define BY_HEAD                                                                                                       \
  "<title>Bridge to close</title><meta name=author content='Ada Lovelace'><article><h1>Bridge to close</h1>"

/* A line below the headline that names whom the head names as the author, and little else. */
static void
test_author_below_the_headline (void)
{
  assert_verdicts (BY_HEAD "<p>Opinion by ADA LOVELACE</p><p>Ada Lovelace in Turin</p><div>Ada Lovelace Turin "
                   "<time>14 mar 1843 - 06:00 CET</time></div><p>Ada Lovelace explains why it is so</p><p>" FIRST
                   "</p><p>Ada Lovelace</p><p>" SECOND "</p></article>",
                   "title: Bridge to close\nbyline: Opinion by ADA LOVELACE\nbyline: Ada Lovelace in Turin\n"
                   "byline: Ada Lovelace Turin 14 mar 1843 - 06:00 CET\nkept: Ada Lovelace explains why it is so\n"
                   "kept: " FIRST "\nkept: Ada Lovelace\nkept: " SECOND "\n");
  assert_verdicts ("<article><h1>Bridge to close</h1><p>Ada Lovelace in Turin</p><p>" FIRST "</p></article>",
                   "title: Bridge to close\nkept: Ada Lovelace in Turin\nkept: " FIRST "\n");
}

static void
test_author_by_class (void)
{
  assert_byline ("<h1>Bridge to close</h1><ul class=byline><li>ADA LOVELACE</li><li>Mar 14, 1843</li></ul><p>" FIRST
                 "</p><p>" SECOND "</p>", "ADA LOVELACE");
  assert_byline ("<h1>Bridge to close</h1><div class=author-date>Last Updated: March 14</div><p>" FIRST "</p>", NULL);
  assert_byline ("<h1>Bridge to close</h1><div class=author><p>night_owl</p><p>Writer Of Letters</p></div><p>" FIRST
                 "</p>", NULL);
  assert_byline ("<h1>Bridge to close</h1><div class=author>Staff Writer</div><p>" FIRST "</p>", NULL);
  assert_byline ("<h1>Bridge to close</h1><p>" FIRST "</p><div class=author>Ada Lovelace</div>", NULL);
}

/* Without its structure a page is judged as a text is. */
static void
test_as_text (void)
{
  g_autoptr (BsCleaned) cleaned = clean_page ("<title>Bridge to close</title><div>Home | News | Sport | Weather</div>"
                                              "<h1>Bridge to close</h1><p>" FIRST "</p><p>" SECOND "</p>",
                                              BS_STEP_CONTENT);

  g_assert_cmpstr (cleaned->text->str, ==, FIRST "\n\n" SECOND);
}

static void
test_unclosed (void)
{
  assert_text ("<p>a<script>b", "ab");
  assert_text ("<p>a<!-- b>c", "ac");
  assert_text ("<p>a<b", "a");
  assert_text ("<p>a</p", "a");
}

static void
test_source (void)
{
  const char *page = "<p>One <b>&amp; two</b></p><script>x</script><p>three";
  g_autoptr (BsCleaned) cleaned = clean_page (page, BS_STEPS_ALL);
  const char *three = strstr (cleaned->text->str, "three");

  g_assert_cmpuint (bs_cleaned_source (cleaned, 0), ==, 3);
  g_assert_cmpuint (bs_cleaned_source (cleaned, (guint32)(three - cleaned->text->str)), ==,
                    (guint64)(strstr (page, "three") - page));
}

/* A "<" that opens no tag has a place of its own, also where no text stands before it. */
static void
test_source_of_an_angle (void)
{
  g_autoptr (BsCleaned) cleaned = clean_page ("<p></p>< b", BS_STEPS_ALL);

  g_assert_cmpstr (cleaned->text->str, ==, "< b");
  g_assert_cmpuint (bs_cleaned_source (cleaned, 0), ==, 7);
}

static void
test_is_page (void)
{
  static const char *const PAGES[]
      = { "<!DOCTYPE html><p>x",       "\n <?xml version='1.0'?>\n<html><body>x", "<!-- saved --><HTML lang=en>",
          "<p>One.</p><p>Two.</p>",    "<div class=x><p>One",                     "Text<br>and<br>more<p>and<p>more",
          "One says <b>no</b>.<br><br>The other <a href=x>agrees</a>." };
  static const char *const TEXTS[]
      = { "",  "Plain text.", "The <p> tag opens a paragraph, and </p> closes it.", "a < b and c > d", "<3 <3 <3",
          "<the editor> wrote this.", "Mail from <someone@example.org>", "<",
          "Using <h1> and <h2> helps, one <title> more so; a page's <meta> tags are read, its <script> is not.",
          "Where <b> is not enough, <strong> may be, and <br> parts lines." };

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (!bs_html_is_page (bs_span_of (PAGES[i])))
      g_error ("no page: %s", PAGES[i]);
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    if (bs_html_is_page (bs_span_of (TEXTS[i])))
      g_error ("a page: %s", TEXTS[i]);
}

static void
test_text_from_data (void)
{
  g_autoptr (BsCleaned) cleaned
      = clean_page ("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                    FIRST "\\n" SECOND
                    " " THIRD "\"}</script><div id=app>Loading</div>",
                    0);

  g_assert_nonnull (strstr (cleaned->text->str, FIRST "\n\n" SECOND));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/article-among-menus", test_article_among_menus);
  g_test_add_func ("/html/lead-above-the-text", test_lead_above_the_text);
  g_test_add_func ("/html/comments-longer-than-the-article", test_comments_longer_than_the_article);
  g_test_add_func ("/html/list-of-other-articles", test_list_of_other_articles);
  g_test_add_func ("/html/article-in-parts", test_article_in_parts);
  g_test_add_func ("/html/labels", test_labels);
  g_test_add_func ("/html/never-empty", test_never_empty);
  g_test_add_func ("/html/blocks", test_blocks);
  g_test_add_func ("/html/paywall", test_paywall);
  g_test_add_func ("/html/page-behind-a-dialog", test_page_behind_a_dialog);
  g_test_add_func ("/html/tables", test_tables);
  g_test_add_func ("/html/names-of-many-languages", test_names_of_many_languages);
  g_test_add_func ("/html/author-below-the-headline", test_author_below_the_headline);
  g_test_add_func ("/html/author-by-class", test_author_by_class);
  g_test_add_func ("/html/pull-quotes", test_pull_quotes);
  g_test_add_func ("/html/picture-in-a-table", test_picture_in_a_table);
  g_test_add_func ("/html/card-of-another-page", test_card_of_another_page);
  g_test_add_func ("/html/figures-by-themselves", test_figures_by_themselves);
  g_test_add_func ("/html/as-text", test_as_text);
  g_test_add_func ("/html/unclosed", test_unclosed);
  g_test_add_func ("/html/source", test_source);
  g_test_add_func ("/html/source-of-an-angle", test_source_of_an_angle);
  g_test_add_func ("/html/is-page", test_is_page);
  g_test_add_func ("/html/text-from-data", test_text_from_data);
  return g_test_run ();
}
