/* What a page says of itself for machines. */
#include "clean/clean.h"

#define BODY "<p>The council voted on Tuesday to close the old bridge over the Wend for two years of repairs."

static BsCleaned *
head_of (const char *head)
{
  BsCleaned *cleaned = bs_cleaned_new ();
  BsCleanOptions options = { .markup = BS_MARKUP_HTML };
  g_autofree char *page = g_strconcat (head, BODY, NULL);

  bs_clean (cleaned, bs_span_of (page), &options);
  return cleaned;
}

static void
test_json_ld (void)
{
  g_autoptr (BsCleaned) cleaned = head_of (
      "<html lang=en-GB><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},"
      "{\"@type\":[\"NewsArticle\"],\"headline\":\"Bridge  to close\",\"datePublished\":\"2021-03-02T10:00:00Z\","
      "\"author\":[{\"@type\":\"Person\",\"name\":\"The county reporter\"},{\"name\":\"The harbour master\"}],"
      "\"publisher\":{\"name\":\"Harbour Herald\"}}]}</script>");

  g_assert_cmpstr (cleaned->title, ==, "Bridge to close");
  g_assert_cmpstr (cleaned->byline, ==, "The county reporter, The harbour master");
  g_assert_cmpstr (cleaned->date, ==, "2021-03-02T10:00:00Z");
  g_assert_cmpstr (cleaned->publisher, ==, "Harbour Herald");
  g_assert_cmpstr (cleaned->language, ==, "en");
}

/* Escapes that JSON does not know make bytes that are no text; JSON-GLib from 1.10 on makes a letter of them. */
static void
test_json_octal (void)
{
  g_autoptr (BsCleaned) cleaned = head_of ("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                                           "\"Bridge \\377 to close\",\"publisher\":\"Herald\"}</script>");

  if (cleaned->title != NULL)
    g_assert_cmpstr (cleaned->title, ==, "Bridge \303\277 to close");
  g_assert_cmpstr (cleaned->publisher, ==, "Herald");
}

static void
test_meta (void)
{
  g_autoptr (BsCleaned) cleaned = head_of (
      "<html lang='de'><meta property='og:title' content='Br&uuml;cke gesperrt'>"
      "<meta property=og:site_name content='Hafenbote'><meta name=author content='Die Redaktion'>"
      "<meta property='x:y article:published_time' content=2021-03-02><meta name=DC.rights content='CC BY 4.0'>"
      "<link rel=canonical href='https://example.org/bruecke'>");

  g_assert_cmpstr (cleaned->title, ==, "Brücke gesperrt");
  g_assert_cmpstr (cleaned->publisher, ==, "Hafenbote");
  g_assert_cmpstr (cleaned->byline, ==, "Die Redaktion");
  g_assert_cmpstr (cleaned->date, ==, "2021-03-02");
  g_assert_cmpstr (cleaned->rights, ==, "CC BY 4.0");
  g_assert_cmpstr (cleaned->url, ==, "https://example.org/bruecke");
  g_assert_cmpstr (cleaned->language, ==, "de");
}

static void
test_site_cut_off (void)
{
  g_autoptr (BsCleaned) title = head_of ("<title>Bridge to close for two years - Harbour Herald</title>");
  g_autoptr (BsCleaned) named = head_of ("<meta property=og:title content='Bridge to close: a map | Harbour Herald'>"
                                         "<meta property=og:site_name content='Harbour Herald'>");
  g_autoptr (BsCleaned) whole = head_of ("<meta property=og:title content='The bridge - and what it cost'>");

  g_autoptr (BsCleaned) part = head_of ("<meta property=og:title content='Bridge to close: a map | Herald'>"
                                        "<meta property=og:site_name content='Herald - news of the harbour'>");

  g_assert_cmpstr (part->title, ==, "Bridge to close: a map");
  g_assert_cmpstr (title->title, ==, "Bridge to close for two years");
  g_assert_cmpstr (named->title, ==, "Bridge to close: a map");
  g_assert_cmpstr (whole->title, ==, "The bridge - and what it cost");
}

static void
test_elements (void)
{
  g_autoptr (BsCleaned) cleaned
      = head_of ("<time datetime=2020-01-01>then</time><a rel=author href=x><span>The county reporter</span></a>");
  g_autoptr (BsCleaned) prop = head_of ("<span itemprop=author>The clerk</span><time datetime=2020-01-01>then</time>"
                                        "<time itemprop=datePublished datetime=2021-02-03>now</time>");

  g_assert_cmpstr (cleaned->date, ==, "2020-01-01");
  g_assert_cmpstr (cleaned->byline, ==, "The county reporter");
  g_assert_cmpstr (prop->date, ==, "2021-02-03");
  g_assert_cmpstr (prop->byline, ==, "The clerk");
}

static void
test_authors_by_name (void)
{
  g_autoptr (BsCleaned) by = head_of ("<meta name=author content='By IDA TARBELL, Chief Writer'>");
  g_autoptr (BsCleaned) dated = head_of ("<span itemprop=author>Ida Tarbell22 Dec 2016 651</span>");
  g_autoptr (BsCleaned) figure = head_of ("<meta name=author content='Studio 54 Desk'>");
  g_autoptr (BsCleaned) nobody = head_of ("<meta name=author content='By'>");

  g_assert_cmpstr (by->byline, ==, "IDA TARBELL, Chief Writer");
  g_assert_cmpstr (dated->byline, ==, "Ida Tarbell");
  g_assert_cmpstr (figure->byline, ==, "Studio 54 Desk");
  g_assert_null (nobody->byline);
}

static void
test_nonsense (void)
{
  g_autoptr (BsCleaned) cleaned = head_of ("<html lang=x><meta name=author content='https://example.org/me'>"
                                           "<span itemprop=author>by</span>"
                                           "<meta name=date content=soon><link rel=canonical href='/local'>"
                                           "<script type=application/ld+json>{\"@type\": [</script>");

  g_assert_null (cleaned->byline);
  g_assert_null (cleaned->date);
  g_assert_null (cleaned->url);
  g_assert_null (cleaned->language);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-head/json-ld", test_json_ld);
  g_test_add_func ("/html-head/json-octal", test_json_octal);
  g_test_add_func ("/html-head/meta", test_meta);
  g_test_add_func ("/html-head/site-cut-off", test_site_cut_off);
  g_test_add_func ("/html-head/elements", test_elements);
  g_test_add_func ("/html-head/authors-by-name", test_authors_by_name);
  g_test_add_func ("/html-head/nonsense", test_nonsense);
  return g_test_run ();
}
