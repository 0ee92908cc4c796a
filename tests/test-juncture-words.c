/* What words weigh beside a gap without a mark. The weights are learned, so only what any training would find is asked. */
#include "lexicon/juncture-words.h"

#include "lexicon/lexicon.h"
#include "lexicon/wordlist.h"

static gint8
ends_of (const char *folded)
{
  gint8 ends, starts;

  bs_juncture_weights (bs_span_of (folded), &ends, &starts);
  return ends;
}

/* Both weights of every line of the file come out as written; there are words for both sides and against them. */
static void
test_every_line (void)
{
  g_autoptr (GBytes) bytes = bs_lexicon_data ("sentence-words.txt");
  BsSpan data = bs_span_of_bytes (bytes);
  g_autofree char *text = g_strndup (data.start, data.length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0, n_ends[2] = { 0 }, n_starts[2] = { 0 };

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) parts = NULL;
      gint8 ends, starts;

      if (**line == '\0' || **line == '#')
        continue;
      parts = g_strsplit (*line, " ", -1);
      g_assert_cmpuint (g_strv_length (parts), ==, 3);
      bs_juncture_weights (bs_span_of (parts[0]), &ends, &starts);
      g_assert_cmpint (ends, ==, g_ascii_strtoll (parts[1], NULL, 10));
      g_assert_cmpint (starts, ==, g_ascii_strtoll (parts[2], NULL, 10));
      g_assert_false (ends == 0 && starts == 0);
      n_ends[ends > 0] += ends != 0;
      n_starts[starts > 0] += starts != 0;
      n++;
    }
  g_assert_cmpuint (n, >, 1000);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (n_ends[i], >, 100);
      g_assert_cmpuint (n_starts[i], >, 100);
    }
}

/* A word that is not listed says nothing, whatever stood in the two weights. */
static void
test_unlisted (void)
{
  static const char *const words[] = { "zyzzyva", "#", "Thanks", "thanks 37", "" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gint8 ends = 7, starts = 7;

      bs_juncture_weights (bs_span_of (words[i]), &ends, &starts);
      g_assert_cmpint (ends, ==, 0);
      g_assert_cmpint (starts, ==, 0);
    }
}

/* A letter is signed off with "regards" or "thanks" and without a mark; nothing ends with "of" or "the". */
static void
test_sense (void)
{
  g_assert_cmpint (ends_of ("regards"), >, 0);
  g_assert_cmpint (ends_of ("thanks"), >, 0);
  g_assert_cmpint (ends_of ("of"), <, 0);
  g_assert_cmpint (ends_of ("the"), <, 0);
}

/* The facts of a word hold its weights, however it is written. */
static void
test_facts (void)
{
  static const char *const spellings[] = { "thanks", "Thanks", "THANKS" };
  gint8 ends, starts;

  bs_juncture_weights (bs_span_of ("thanks"), &ends, &starts);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      BsWordFacts facts;

      bs_lexicon_describe (bs_span_of (spellings[i]), bs_span_of ("thanks"), NULL, &facts);
      g_assert_cmpint (facts.ends, ==, ends);
      g_assert_cmpint (facts.starts, ==, starts);
    }
}

static gpointer
ask (gpointer word)
{
  return GINT_TO_POINTER (ends_of (word));
}

/* The first to ask loads the words, whoever it is. */
static void
test_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask, (gpointer) "thanks");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (threads[i])), ==, ends_of ("thanks"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juncture-words/threads", test_threads);
  g_test_add_func ("/juncture-words/every-line", test_every_line);
  g_test_add_func ("/juncture-words/unlisted", test_unlisted);
  g_test_add_func ("/juncture-words/sense", test_sense);
  g_test_add_func ("/juncture-words/facts", test_facts);
  return g_test_run ();
}
