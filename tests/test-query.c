/* What a query finds in a text: words, phrases, wildcards, case. */
#include "segment/query.h"

#include <locale.h>

#include "base/error.h"

/* The hits, parted by "|". Free with g_free. */
static char *
found (const char *query_text, gboolean as_written, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsQuery) query = bs_query_new (query_text, as_written, &error);
  g_autoptr (BsMatcher) matcher = NULL;
  g_autoptr (BsSegments) segments = bs_segments_new ();
  g_autoptr (BsTypeIndex) index = bs_type_index_new (NULL);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (BsQueryHit));
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  matcher = bs_matcher_new (query);
  bs_segment (segments, index, bs_span_of (text));
  bs_matcher_find (matcher, bs_span_of (text), segments, index, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const BsQueryHit *hit = &g_array_index (hits, BsQueryHit, i);
      const BsWord *words = &g_array_index (segments->words, BsWord, hit->first_word);
      const BsWord *last = words + hit->n_words - 1;

      g_string_append_printf (all, "%s%.*s", i > 0 ? "|" : "", (int) (last->start + last->length - words->start),
                              text + words->start);
    }
  return g_string_free (all, FALSE);
}

static void
test_finds (void)
{
  static const struct {
    const char *query;
    gboolean as_written;
    const char *text, *hits;
  } cases[] = {
    { "us", FALSE, "Us and US and us, but not the U.S. or bus.", "Us|US|us" },
    { "us", TRUE, "Us and US and us.", "us" },
    { "US", TRUE, "Us and US and us.", "US" },
    { "the U.S.", FALSE, "In the U.S. and in the US.", "the U.S" },
    { "don't", FALSE, "I don’t, you don't.", "don’t|don't" },
    { "Don't", TRUE, "I don’t. Don’t!", "Don’t" },
    { "STRASSE", FALSE, "Die Straße dort.", "Straße" },
    { "caf\xc3\xa9", FALSE, "The cafe\xcc\x81 is open.", "cafe\xcc\x81" },
    { "gov*", FALSE, "The government governs; go, govt, misgovern.", "government|governs|govt" },
    { "*vern*", FALSE, "The government governs; misgovern.", "government|governs|misgovern" },
    { "w?n", FALSE, "He won a win, wn and wean, wün.", "won|win|wün" },
    { "to * or", FALSE, "To be or not to be or to not.", "To be or|to be or" },
    { "well-known and/or", FALSE, "A well-known and/or liked man.", "well-known and/or" },
    /* a phrase ends with its sentence, and hits do not overlap */
    { "home he", FALSE, "She went home. He stayed home he said.", "home he" },
    { "ha ha", FALSE, "Ha ha ha ha ha.", "Ha ha|ha ha" },
    { "a*a*a*a*a*a*a*b", FALSE, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hits = found (cases[i].query, cases[i].as_written, cases[i].text);

      g_assert_cmpstr (hits, ==, cases[i].hits);
    }
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bs_query_new (text, FALSE, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
}

static void
test_refused (void)
{
  assert_refused ("");
  assert_refused (" -- ");
  assert_refused ("caf\xe9");
  assert_refused ("a b c d e f g h i j k l m n o p q");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  bs_lexicon_init ();
  g_test_add_func ("/query/finds", test_finds);
  g_test_add_func ("/query/refused", test_refused);
  return g_test_run ();
}
