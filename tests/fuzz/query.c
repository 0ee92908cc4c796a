/* A query of words with wildcards, and what it finds in a text: the first line is the query, the rest is the text.
 *
 * about: src/segment/query.c
 * max_len: 512 */
#include "base/error.h"
#include "fuzz-help.h"
#include "segment/query.h"

typedef struct {
  BsTypeIndex *index;
  BsSegments *segments;
  GArray *hits;
} Hall;

static const BsSentence *
sentence_of (const BsSegments *segments, guint32 word)
{
  for (guint i = 0; i < segments->sentences->len; i++)
    {
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, i);

      if (word >= sentence->first_word && word < sentence->first_word + sentence->n_words)
        return sentence;
    }
  return NULL;
}

static void
check_hits (const Hall *hall, const BsQuery *query)
{
  guint32 behind = 0;

  for (guint i = 0; i < hall->hits->len; i++)
    {
      const BsQueryHit *hit = &g_array_index (hall->hits, BsQueryHit, i);
      const BsSentence *sentence = sentence_of (hall->segments, hit->first_word);

      g_assert_cmpuint (hit->n_words, ==, bs_query_n_words (query));
      g_assert_cmpuint (hit->first_word, >=, behind);
      g_assert_nonnull (sentence);
      behind = hit->first_word + hit->n_words;
      g_assert_cmpuint (behind, <=, sentence->first_word + sentence->n_words);
    }
}

static void
search (Hall *hall, const char *asked, const char *text, gboolean as_written)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsQuery) query = bs_query_new (asked, as_written, &error);
  g_autoptr (BsMatcher) matcher = NULL;
  guint n;

  if (query == NULL)
    {
      g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_cmpuint (bs_query_n_words (query), <=, BS_QUERY_WORDS_MAX);
  matcher = bs_matcher_new (query);
  bs_segment (hall->segments, hall->index, bs_span_of (text));
  bs_matcher_find (matcher, bs_span_of (text), hall->segments, hall->index, hall->hits);
  check_hits (hall, query);
  n = hall->hits->len;
  if (bs_query_n_words (query) == 1)
    g_assert_cmpuint (bs_matcher_count (matcher, bs_span_of (text), hall->segments, hall->index), ==, n);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static Hall hall;
  static guint searches;
  FuzzBytes bytes = { data, size };
  BsSpan first = fuzz_until (&bytes, '\n');
  g_autofree char *asked = g_strndup (first.start != NULL ? first.start : "", first.length);
  g_autofree char *text = fuzz_text (fuzz_rest (&bytes));

  if (searches++ % 1000 == 0) /* an index remembers every word */
    {
      g_clear_pointer (&hall.index, bs_type_index_free);
      hall.index = bs_type_index_new (NULL);
    }
  if (hall.segments == NULL)
    {
      hall.segments = bs_segments_new ();
      hall.hits = g_array_new (FALSE, FALSE, sizeof (BsQueryHit));
    }
  search (&hall, asked, text, FALSE);
  search (&hall, asked, text, TRUE);
  return 0;
}
