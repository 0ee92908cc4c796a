#include "analysis/concordance.h"

#include "base/error.h"
#include "store/holders.h"

void
bs_concordance_line_clear (BsConcordanceLine *line)
{
  g_free (line->left);
  g_free (line->hit);
  g_free (line->right);
  for (guint i = 0; i < G_N_ELEMENTS (line->before); i++)
    {
      g_free (line->before[i]);
      g_free (line->behind[i]);
    }
}

void
bs_found_free (BsFound *found)
{
  if (found == NULL)
    return;
  g_free (found->outlet);
  g_free (found->id);
  g_free (found->day);
  g_array_unref (found->places);
  if (found->text != NULL)
    g_string_free (found->text, TRUE);
  g_clear_pointer (&found->words, g_array_unref);
  g_clear_pointer (&found->sentences, g_array_unref);
  g_free (found);
}

/* ---- Context ------------------------------------------------------------------------------------------------------ */

static guint
columns_of (gunichar c)
{
  return c < 0x80 ? 1 : g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static gboolean
goes_on (gunichar c)
{
  return c >= 0x80 && (g_unichar_ismark (c) || g_unichar_iszerowidth (c) || (c >= 0x1f3fb && c <= 0x1f3ff));
}

/* Up to `width` columns that end at `end`; a letter keeps its marks. */
static gsize
start_of_left (const char *text, gsize end, guint width)
{
  const char *at = text + end, *start = at;
  guint columns = 0;

  while (at > text)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      columns += columns_of (c);
      if (columns > width)
        break;
      if (!goes_on (c))
        start = at;
    }
  return (gsize) (start - text);
}

static gsize
end_of_right (const char *text, gsize length, gsize start, guint width)
{
  const char *at = text + start, *stop = text + length;
  guint columns = 0;

  while (at < stop)
    {
      gunichar c = g_utf8_get_char (at);

      columns += columns_of (c);
      if (columns > width && !goes_on (c))
        break;
      at = g_utf8_next_char (at);
    }
  return (gsize) (at - text);
}

static char *
in_one_line (const char *text, gsize start, gsize end)
{
  char *line = g_strndup (text + start, end - start);
  char *to = line;

  for (const char *from = line; *from != '\0'; from++)
    {
      char c = *from == '\n' || *from == '\r' || *from == '\t' ? ' ' : *from;

      if (c != ' ' || to == line || to[-1] != ' ')
        *to++ = c;
    }
  *to = '\0';
  return line;
}

/* ---- One article -------------------------------------------------------------------------------------------------- */

typedef struct {
  const BsConcordance *what;
  BsMatcher *matcher; /* of words … */
  BsFinder *finder;   /* … or of a regular expression; the other is NULL */
  GArray *hits;
} Worker;

/* The last of the parts that start at or before a byte. */
static guint
last_at (const GArray *array, gsize size, gsize byte)
{
  guint from = 0, to = array->len;

  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (*(const guint32 *) (gconstpointer) (array->data + middle * size) <= byte)
        from = middle;
      else
        to = middle;
    }
  return from;
}

static void
add_place (BsFound *found, gsize start, gsize end)
{
  BsSpot place = { (guint32) start, (guint32) (end - start) };

  g_array_append_val (found->places, place);
}

/* Words are short beside their contexts, and most contexts are never asked for. */
static void
keep_text (BsFound *found, const BsReading *reading, const BsConcordance *what)
{
  const GArray *words = reading->segments->words;

  found->text = g_string_new_len (reading->cleaned->text->str, (gssize) reading->cleaned->text->len);
  found->width = what->width;
  found->whole_sentence = what->sentence;
  found->sentences = g_array_copy (reading->segments->sentences);
  found->words = g_array_sized_new (FALSE, FALSE, sizeof (BsSpot), words->len);
  for (guint i = 0; i < words->len; i++)
    {
      const BsWord *word = &g_array_index (words, BsWord, i);
      BsSpot spot = { word->start, word->length };

      g_array_append_val (found->words, spot);
    }
}

/* The word with this number, folded, where it is in that sentence; NULL: it is not. */
static char *
word_at (const BsFound *found, const BsSentence *sentence, gint64 number)
{
  const BsSpot *spot;
  g_autoptr (GString) folded = NULL;

  if (number < sentence->first_word || number >= (gint64) sentence->first_word + sentence->n_words)
    return NULL;
  spot = &g_array_index (found->words, BsSpot, number);
  folded = g_string_sized_new (spot->length);
  bs_fold_word (bs_span (found->text->str + spot->start, spot->length), folded);
  return g_strndup (folded->str, folded->len); /* which has no room to spare */
}

BsConcordanceLine
bs_found_line (const BsFound *found, guint i)
{
  const BsSpot *place = &g_array_index (found->places, BsSpot, i);
  const GString *text = found->text;
  gsize start = place->start, end = start + place->length, left, right;
  guint number = last_at (found->sentences, sizeof (BsSentence), start);
  const BsSentence *sentence = &g_array_index (found->sentences, BsSentence, number);
  guint first = last_at (found->words, sizeof (BsSpot), start), last = last_at (found->words, sizeof (BsSpot), end - 1);
  BsConcordanceLine line = { .sentence = number + 1, .word = first + 1 };

  left = found->whole_sentence ? MIN (sentence->start, start) : start_of_left (text->str, start, found->width);
  right = found->whole_sentence ? MAX ((gsize) sentence->start + sentence->length, end)
                                : end_of_right (text->str, text->len, end, found->width);
  line.left = in_one_line (text->str, left, start);
  line.hit = in_one_line (text->str, start, end);
  line.right = in_one_line (text->str, end, right);
  for (guint k = 0; k < G_N_ELEMENTS (line.before); k++)
    {
      line.before[k] = word_at (found, sentence, (gint64) first - 1 - k);
      line.behind[k] = word_at (found, sentence, (gint64) last + 1 + k);
    }
  return line;
}

gsize
bs_string_size (const char *string)
{
  return string != NULL ? MAX (32, (strlen (string) + sizeof (gpointer) + 16) / 16 * 16) : 0;
}

gsize
bs_concordance_line_size (const BsConcordanceLine *line)
{
  gsize size = bs_string_size (line->left) + bs_string_size (line->hit) + bs_string_size (line->right);

  for (guint i = 0; i < G_N_ELEMENTS (line->before); i++)
    size += bs_string_size (line->before[i]) + bs_string_size (line->behind[i]);
  return size;
}

static void
find_words (const Worker *worker, const BsReading *reading, BsFound *found)
{
  const GArray *words = reading->segments->words;

  bs_matcher_find (worker->matcher, bs_span (reading->cleaned->text->str, reading->cleaned->text->len),
                   reading->segments, reading->index, worker->hits);
  for (guint i = 0; i < worker->hits->len; i++)
    {
      const BsQueryHit *hit = &g_array_index (worker->hits, BsQueryHit, i);
      const BsWord *first = &g_array_index (words, BsWord, hit->first_word);
      const BsWord *last = first + hit->n_words - 1;

      if (!worker->what->count)
        add_place (found, first->start, (gsize) last->start + last->length);
    }
  found->hits = worker->hits->len;
}

/* One word lies in one sentence, wherever that ends. */
static gboolean
only_words_matter (const BsConcordance *what)
{
  return what->query != NULL && what->count && bs_query_n_words (what->query) == 1;
}

static void
count_words (const Worker *worker, BsReading *reading, BsFound *found)
{
  const BsSpan text = bs_span (reading->cleaned->text->str, reading->cleaned->text->len);

  bs_segment_words (reading->segments, reading->index, text);
  found->hits = bs_matcher_count (worker->matcher, text, reading->segments, reading->index);
}

/* Sentences and words are needed only where something matches; a text without any holds no hit. */
static void
find_matches (const Worker *worker, BsReading *reading, BsFound *found)
{
  const BsSpan text = bs_span (reading->cleaned->text->str, reading->cleaned->text->len);
  gsize start, end;
  BsFind next;

  bs_finder_begin (worker->finder, text);
  for (; (next = bs_finder_next (worker->finder, &start, &end)) == BS_FIND_HIT; found->hits++)
    if (!worker->what->count)
      add_place (found, start, end);
  if (found->hits > 0)
    bs_segment (reading->segments, reading->index, text);
  if (found->hits > 0 && reading->segments->sentences->len == 0)
    {
      found->hits = 0;
      g_array_set_size (found->places, 0);
    }
  found->given_up = next == BS_FIND_GIVEN_UP;
  found->too_long = next == BS_FIND_TOO_LONG;
}

static gpointer
work (gpointer data, const BsWalkArticle *article, BsReading *reading)
{
  const Worker *worker = data;
  BsFound *found = g_new0 (BsFound, 1);

  found->places = g_array_new (FALSE, FALSE, sizeof (BsSpot));
  if (only_words_matter (worker->what))
    count_words (worker, reading, found);
  else if (worker->matcher != NULL)
    find_words (worker, reading, found);
  else
    find_matches (worker, reading, found);
  if (found->hits == 0 && !found->given_up && !found->too_long)
    {
      bs_found_free (found);
      return NULL;
    }
  if (found->places->len > 0)
    keep_text (found, reading, worker->what);
  found->outlet = g_strdup (article->outlet);
  found->id = g_strdup (article->id);
  found->day = g_strdup (article->day);
  return found;
}

/* ---- All ---------------------------------------------------------------------------------------------------------- */

typedef struct {
  const BsConcordance *what;
  BsFoundTake take;
  gpointer data;
} Search;

static gpointer
worker_new (gpointer data)
{
  const Search *search = data;
  Worker *worker = g_new0 (Worker, 1);

  worker->what = search->what;
  worker->matcher = search->what->query != NULL ? bs_matcher_new (search->what->query) : NULL;
  worker->finder = search->what->expression != NULL ? bs_finder_new (search->what->expression) : NULL;
  worker->hits = g_array_new (FALSE, FALSE, sizeof (BsQueryHit));
  return worker;
}

static void
worker_free (gpointer data)
{
  Worker *worker = data;

  bs_matcher_free (worker->matcher);
  bs_finder_free (worker->finder);
  g_array_unref (worker->hits);
  g_free (worker);
}

static gboolean
take (gpointer data, gpointer result, GError **error)
{
  const Search *search = data;
  BsFound *found = result;

  if (!found->too_long)
    return search->take (search->data, found, error);
  g_set_error (error, BS_ERROR, BS_ERROR_LIMIT,
               "the expression takes more time than the ceiling of %" G_GUINT64_FORMAT " milliseconds (--ceiling patience),"
               " and the search was ended in %s / %s; make it simpler, or raise the ceiling",
               bs_expression_patience (search->what->expression), found->outlet, found->id);
  bs_found_free (found);
  return FALSE;
}

static void
free_found (gpointer result)
{
  bs_found_free (result);
}

static guint32
places_of (gpointer data, const char *word)
{
  const BsQuery *query = data;
  guint32 places = 0;

  for (guint i = 0; i < bs_query_n_words (query); i++)
    if (bs_query_fits (query, i, word))
      places |= 1u << i;
  return places;
}

gboolean
bs_concordance (BsStore *store, const BsConcordance *what, const BsWalkOptions *options, BsFoundTake take_found,
                gpointer data, BsWalkSummary *summary, GError **error)
{
  const BsWalkVisitor visitor = { .depth = what->query != NULL && !only_words_matter (what) ? BS_READ_WORDS
                                                                                     : BS_READ_CLEAN,
                                  .worker_new = worker_new,
                                  .worker_free = worker_free,
                                  .work = work,
                                  .take = take,
                                  .result_free = free_found };
  Search search = { .what = what, .take = take_found, .data = data };
  g_autoptr (GHashTable) holders = NULL;
  BsWalkOptions mine = *options;

  *summary = (BsWalkSummary){ 0 };
  if (what->query != NULL && options->only == NULL)
    {
      holders = bs_store_holders (store, (1u << bs_query_n_words (what->query)) - 1, places_of, (gpointer) what->query,
                                  error);
      if (holders == NULL)
        return FALSE;
      mine.only = holders;
    }
  return bs_walk (store, &mine, &visitor, &search, summary, error);
}
