/* Where words stand around hits: against every word asked one by one. */
#include "count/window.h"

/* The distance from a word to a hit, negative in front of it; 0 inside. */
static int
distance_to (guint word, const BsQueryHit *hit)
{
  if (word < hit->first_word)
    return (int) word - (int) hit->first_word;
  return word >= hit->first_word + hit->n_words ? (int) (word - (hit->first_word + hit->n_words - 1)) : 0;
}

static guint
sentence_of (const BsSegments *segments, guint word)
{
  for (guint i = 0; i < segments->sentences->len; i++)
    {
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, i);

      if (word < sentence->first_word + sentence->n_words)
        return i;
    }
  g_assert_not_reached ();
}

/* The nearest of all hits; of two as near the one in front of the word. A hit stops the view of what lies behind it. */
static BsPlace
place_by_asking (const BsSegments *segments, guint word, const BsQueryHit *hits, guint n_hits, const BsWindow *window)
{
  int nearest = 1000;
  BsPlace place = BS_PLACE_APART;

  for (guint i = 0; i < n_hits; i++)
    {
      int distance = distance_to (word, &hits[i]);

      if (distance == 0)
        return BS_PLACE_HIT;
      if (ABS (distance) > (int) (distance < 0 ? window->left : window->right) || ABS (distance) >= ABS (nearest)
          || (!window->across && sentence_of (segments, word) != sentence_of (segments, hits[i].first_word)))
        continue;
      nearest = distance;
      place = distance < 0 ? BS_PLACE_LEFT : BS_PLACE_RIGHT;
    }
  return place;
}

static void
test_by_asking (void)
{
  g_autoptr (BsSegments) segments = bs_segments_new ();
  g_autoptr (BsTypeIndex) index = bs_type_index_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint seen[4] = { 0 };

  bs_segment (segments, index, bs_span_of ("The old man sat by the sea and looked at it. A boat came in from far away. "
                                           "It was green. Nobody had seen it before on this shore, and he rose."));
  for (guint round = 0; round < 2000; round++)
    {
      BsWindow window = { (guint) g_rand_int_range (random, 0, 6), (guint) g_rand_int_range (random, 0, 6), round % 2 };
      BsQueryHit hits[8];
      guint8 places[64];
      guint n_hits = 0, words = segments->words->len;

      for (guint at = (guint) g_rand_int_range (random, 0, 9); at + 2 < words && n_hits < G_N_ELEMENTS (hits);)
        {
          guint n = (guint) g_rand_int_range (random, 1, 3);

          if (sentence_of (segments, at) != sentence_of (segments, at + n - 1))
            n = 1;
          hits[n_hits++] = (BsQueryHit){ at, n };
          at += n + (guint) g_rand_int_range (random, 0, 9);
        }
      bs_window_place (segments, hits, n_hits, &window, places);
      for (guint i = 0; i < words; i++)
        {
          g_assert_cmpint (places[i], ==, place_by_asking (segments, i, hits, n_hits, &window));
          seen[places[i]]++;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_cmpuint (seen[i], >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/by-asking", test_by_asking);
  return g_test_run ();
}
