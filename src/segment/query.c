#include "segment/query.h"

#include "base/error.h"
#include "segment/scan.h"

typedef struct {
  char *folded;
  char *written;  /* with straight apostrophes; NULL: case does not matter */
  gboolean wild;
} Place;

struct _BsQuery {
  GArray *places; /* of Place */
};

/* ---- The text of a query ------------------------------------------------------------------------------------------ */

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_free (place->folded);
  g_free (place->written);
}

static gboolean
is_wild (const char *word)
{
  return strpbrk (word, "*?") != NULL;
}

/* As bs_fold_word() but for case. */
static char *
straighten (BsSpan word)
{
  g_autofree char *copy = g_strndup (word.start, word.length);
  g_autofree char *normal = word.length <= BS_FOLD_MAX ? g_utf8_normalize (copy, -1, G_NORMALIZE_NFC) : NULL;
  g_auto (GStrv) parts = g_strsplit (normal != NULL ? normal : copy, "’", -1);

  return g_strjoinv ("'", parts);
}

static void
add_place (BsQuery *query, BsSpan word, gboolean as_written)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  Place place = { 0 };

  bs_fold_word (word, folded);
  place.wild = is_wild (folded->str);
  place.folded = g_strdup (folded->str);
  place.written = as_written ? straighten (word) : NULL;
  g_array_append_val (query->places, place);
}

/* A piece between blanks: its words, or the piece itself where it holds wildcards. */
static void
add_piece (BsQuery *query, const char *piece, gboolean as_written)
{
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) gaps = NULL;

  if (is_wild (piece))
    {
      add_place (query, bs_span_of (piece), as_written);
      return;
    }
  words = g_array_new (FALSE, FALSE, sizeof (BsWord));
  gaps = g_array_new (FALSE, FALSE, sizeof (BsGap));
  bs_scan (bs_span_of (piece), words, gaps);
  for (guint i = 0; i < words->len; i++)
    {
      const BsWord *word = &g_array_index (words, BsWord, i);

      add_place (query, bs_span (piece + word->start, word->length), as_written);
    }
}

BsQuery *
bs_query_new (const char *text, gboolean as_written, GError **error)
{
  g_autoptr (BsQuery) query = g_new0 (BsQuery, 1);
  g_auto (GStrv) pieces = NULL;

  query->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (query->places, place_clear);
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE, "what is looked for must be UTF-8");
      return NULL;
    }
  pieces = g_strsplit_set (text, " \t\n", -1);
  for (guint i = 0; pieces[i] != NULL && query->places->len <= BS_QUERY_WORDS_MAX; i++)
    add_piece (query, pieces[i], as_written);
  if (query->places->len > 0 && query->places->len <= BS_QUERY_WORDS_MAX)
    return g_steal_pointer (&query);
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, query->places->len == 0 ? "“%s” holds no word to look for"
                                                                        : "“%s” is longer than %d words",
               text, BS_QUERY_WORDS_MAX);
  return NULL;
}

void
bs_query_free (BsQuery *query)
{
  if (query == NULL)
    return;
  g_array_unref (query->places);
  g_free (query);
}

guint
bs_query_n_words (const BsQuery *query)
{
  return query->places->len;
}

/* ---- One word ----------------------------------------------------------------------------------------------------- */

/* * and ? in valid UTF-8. Goes back to the last * alone, so that the cost is bounded by the product of the lengths. */
static gboolean
matches (const char *pattern, const char *word)
{
  const char *star = NULL, *from = NULL;

  while (*word != '\0')
    if (*pattern == '*')
      {
        star = ++pattern;
        from = word;
      }
    else if (*pattern == '?')
      {
        pattern++;
        word = g_utf8_next_char (word);
      }
    else if (*pattern == *word)
      {
        pattern++;
        word++;
      }
    else if (star != NULL)
      {
        pattern = star;
        word = from = g_utf8_next_char (from);
      }
    else
      return FALSE;
  while (*pattern == '*')
    pattern++;
  return *pattern == '\0';
}

static gboolean
fits (const Place *place, const char *pattern, const char *word)
{
  return place->wild ? matches (pattern, word) : g_str_equal (pattern, word);
}

gboolean
bs_query_fits (const BsQuery *query, guint number, const char *folded)
{
  const Place *place = &g_array_index (query->places, Place, number);

  return fits (place, place->folded, folded);
}

/* ---- A text ------------------------------------------------------------------------------------------------------- */

struct _BsMatcher {
  const BsQuery *query;
  const BsTypeIndex *index; /* that `known` speaks of */
  GArray *known;            /* of guint32, by type: a bit for each place that it fits … */
};

BsMatcher *
bs_matcher_new (const BsQuery *query)
{
  BsMatcher *matcher = g_new0 (BsMatcher, 1);

  matcher->query = query;
  matcher->known = g_array_new (FALSE, FALSE, sizeof (guint32));
  return matcher;
}

void
bs_matcher_free (BsMatcher *matcher)
{
  if (matcher == NULL)
    return;
  g_array_unref (matcher->known);
  g_free (matcher);
}

/* Types that are new since the last text. */
static void
get_to_know (BsMatcher *matcher, const BsTypeIndex *index)
{
  guint32 n = bs_type_index_n_types (index);

  if (matcher->index != index || n < matcher->known->len)
    g_array_set_size (matcher->known, 0);
  matcher->index = index;
  for (guint32 id = matcher->known->len; id < n; id++)
    {
      guint32 places = 0;

      for (guint i = 0; i < matcher->query->places->len; i++)
        if (bs_query_fits (matcher->query, i, bs_type_index_type (index, id)->word))
          places |= 1u << i;
      g_array_append_val (matcher->known, places);
    }
}

static gboolean
fits_as_written (const Place *place, BsSpan text, const BsWord *word)
{
  g_autofree char *straight = NULL;

  if (place->written == NULL)
    return TRUE;
  straight = straighten (bs_span (text.start + word->start, word->length));
  return fits (place, place->written, straight);
}

static gboolean
hit_at (const BsMatcher *matcher, BsSpan text, const BsWord *words, const BsSpelling *spellings)
{
  const guint32 *known = (const guint32 *) (gpointer) matcher->known->data;
  guint n = matcher->query->places->len;

  for (guint i = 0; i < n; i++)
    if ((known[spellings[words[i].spelling].type] & (1u << i)) == 0)
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (!fits_as_written (&g_array_index (matcher->query->places, Place, i), text, &words[i]))
      return FALSE;
  return TRUE;
}

void
bs_matcher_find (BsMatcher *matcher, BsSpan text, const BsSegments *segments, const BsTypeIndex *index, GArray *hits)
{
  const BsWord *words = (const BsWord *) (gpointer) segments->words->data;
  const BsSpelling *spellings = bs_type_index_spellings (index);
  guint32 n = matcher->query->places->len;

  g_array_set_size (hits, 0);
  get_to_know (matcher, index);
  for (guint s = 0; s < segments->sentences->len; s++)
    {
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, s);
      guint32 end = sentence->first_word + sentence->n_words;

      for (guint32 at = sentence->first_word; at + n <= end;)
        {
          const BsQueryHit hit = { at, n };

          if (!hit_at (matcher, text, words + at, spellings))
            {
              at++;
              continue;
            }
          g_array_append_val (hits, hit);
          at += n;
        }
    }
}

guint64
bs_matcher_count (BsMatcher *matcher, BsSpan text, const BsSegments *segments, const BsTypeIndex *index)
{
  const BsWord *words = (const BsWord *) (gpointer) segments->words->data;
  const BsSpelling *spellings = bs_type_index_spellings (index);
  guint64 hits = 0;

  g_return_val_if_fail (matcher->query->places->len == 1, 0);
  get_to_know (matcher, index);
  for (guint i = 0; i < segments->words->len; i++)
    hits += hit_at (matcher, text, words + i, spellings);
  return hits;
}
