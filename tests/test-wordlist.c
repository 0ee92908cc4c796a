/* The lists are whole: every entry is counted, sorted, folded and found, so that a lost line or a joined one is seen.
 */
#include "lexicon/wordlist.h"

typedef struct
{
  BsList list;
  guint entries;
  const char *sample[5]; /* the first, some between, the last */
} Expected;

static const Expected EXPECTED[] = {
  { BS_LIST_DALE, 2942, { "a", "airship", "good-by", "o'clock", "youth" } },
  { BS_LIST_DALE_769, 769, { "a", "forth", "new york", "tongue", "your" } },
  { BS_LIST_SPACHE, 1063, { "a", "didn't", "milkman", "q", "zoo" } },
  { BS_LIST_FUNCTION, 424, { "'em", "could've", "nevertheless", "the", "yourselves" } },
  { BS_LIST_PRONOUN, 118, { "'em", "each", "herself", "they're", "yourselves" } },
  { BS_LIST_PREPOSITION, 103, { "aboard", "amid", "of", "versus", "worth" } },
  { BS_LIST_CONJUNCTION, 42, { "after", "and", "lest", "or", "yet" } },
  { BS_LIST_STARTER, 165, { "a", "but", "he", "the", "your" } },
  { BS_LIST_SPEECH, 134, { "added", "asked", "says", "thinks", "yells" } },
  { BS_LIST_GRADABLE, 297, { "able", "brave", "long", "pretty", "yummy" } },
  { BS_LIST_GENERIC, 769, { "academic", "committee", "senator", "university", "zoning" } },
  { BS_LIST_TITLE, 102, { "Abp", "Dr", "Gov", "Mr", "Wm" } },
  { BS_LIST_BEFORE_NUMBER, 78, { "App", "Jan", "no", "pp", "Wed" } },
  { BS_LIST_ABBREVIATION, 234, { "a.k.a", "Calif", "etc", "i.e", "yrs" } },
  { BS_LIST_ACRONYM, 30, { "aids", "covid", "nato", "opec", "yaml" } },
  { BS_LIST_INITIALISM, 206, { "aa", "bbc", "it", "us", "wwe" } },
};

static gboolean
is_written_with_capitals (BsList list)
{
  return list == BS_LIST_TITLE || list == BS_LIST_BEFORE_NUMBER || list == BS_LIST_ABBREVIATION;
}

static void
test_counts (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (EXPECTED), ==, BS_N_LISTS);
  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      guint n;
      const char *const *entries = bs_list_entries (EXPECTED[i].list, &n);

      g_test_message ("%s", bs_list_name (EXPECTED[i].list));
      g_assert_cmpuint (EXPECTED[i].list, ==, i);
      g_assert_cmpuint (n, ==, EXPECTED[i].entries);
      g_assert_cmpstr (entries[0], ==, EXPECTED[i].sample[0]);
      g_assert_cmpstr (entries[n - 1], ==, EXPECTED[i].sample[4]);
      g_assert_null (entries[n]);
      for (guint j = 0; j < 5; j++)
        g_assert_true (g_strv_contains (entries, EXPECTED[i].sample[j]));
    }
}

static void
test_order_and_folding (void)
{
  for (BsList list = 0; list < BS_N_LISTS; list++)
    {
      const char *const *entries = bs_list_entries (list, NULL);
      g_autofree char *before = g_strdup ("");

      for (; *entries != NULL; entries++)
        {
          g_autofree char *folded = g_utf8_casefold (*entries, -1);

          g_assert_cmpint (strcmp (before, folded), <, 0);
          if (!is_written_with_capitals (list))
            g_assert_cmpstr (*entries, ==, folded);
          g_assert_false (g_ascii_isspace (folded[0]) || g_ascii_isspace (folded[strlen (folded) - 1]));
          g_assert_cmpuint (strlen (folded), <=, BS_LIST_WORD_MAX);
          g_assert_false (g_str_has_suffix (folded, "."));
          g_free (before);
          before = g_strdup (folded);
        }
    }
}

static void
test_every_entry_is_found (void)
{
  for (BsList list = 0; list < BS_N_LISTS; list++)
    for (const char *const *entries = bs_list_entries (list, NULL); *entries != NULL; entries++)
      {
        g_autofree char *folded = g_utf8_casefold (*entries, -1);
        g_assert_true (bs_lists_of (bs_span_of (folded)) & BS_LIST_BIT (list));
      }
}

/* The capital's meaning belongs to the word and not to a list, so no two lists may differ in it. */
static void
test_capitals_agree (void)
{
  static const BsList lists[] = { BS_LIST_BEFORE_NUMBER, BS_LIST_ABBREVIATION };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *entries = bs_list_entries (lists[i], NULL); *entries != NULL; entries++)
      {
        g_autofree char *folded = g_utf8_casefold (*entries, -1);
        gboolean capital = (bs_lists_of (bs_span_of (folded)) & BS_LIST_CAPITAL) != 0;
        g_assert_cmpint (capital, ==, g_ascii_isupper (**entries) != 0);
      }
}

static void
test_what_is_on_no_list (void)
{
  g_autofree char *giant = g_strnfill (1000000, 'a');

  g_assert_cmpuint (bs_lists_of (bs_span ("", 0)), ==, 0);
  g_assert_cmpuint (bs_lists_of (bs_span_of ("zyzzyva")), ==, 0);
  g_assert_cmpuint (bs_lists_of (bs_span_of (giant)), ==, 0);
  g_assert_cmpuint (bs_lists_of (bs_span ("therefore", 3)), ==, bs_lists_of (bs_span_of ("the")));
}

static gpointer
ask (gpointer word)
{
  return GUINT_TO_POINTER (bs_lists_of (bs_span_of (word)));
}

/* The first to ask loads the lists, whoever it is. */
static void
test_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask, (gpointer) "because");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])) & BS_LIST_BIT (BS_LIST_CONJUNCTION), !=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wordlist/threads", test_threads);
  g_test_add_func ("/wordlist/counts", test_counts);
  g_test_add_func ("/wordlist/order-and-folding", test_order_and_folding);
  g_test_add_func ("/wordlist/every-entry-is-found", test_every_entry_is_found);
  g_test_add_func ("/wordlist/capitals-agree", test_capitals_agree);
  g_test_add_func ("/wordlist/what-is-on-no-list", test_what_is_on_no_list);
  return g_test_run ();
}
