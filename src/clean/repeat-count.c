/* What the articles of an outlet hold together, and which of them are copies. */
#include "clean/repeat-internal.h"

#include <stdlib.h>

#include "base/sort.h"

#define LEADERS_MAX 16 /* articles remembered for a block; one in more is no sign of a copy */
#define LINE_WEIGHT 2
#define PARAGRAPH_WEIGHT 8
#define WINDOW 1024 /* lines that are read at a time */
#define PLACES_HELD (8 * 1024 * 1024) /* bytes of places in the count that are held in memory */
#define MANY 256 /* hashes that are sorted by their bytes */

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

void
bs_repeat_sort_hashes (guint64 *hashes, gsize n)
{
  g_autofree guint64 *scratch = n >= MANY ? g_new (guint64, n) : NULL;

  if (n <= BS_SORT_FEW || n >= MANY) /* between them a comparison is the faster one */
    bs_sort_uint64 (hashes, scratch, n);
  else
    qsort (hashes, n, sizeof *hashes, compare_hashes);
}

gboolean
bs_repeat_find_line (const guint64 *lines, guint n, guint64 line, guint *place)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (lines[middle] < line)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;
  return low < n && lines[low] == line;
}

void
bs_repeat_count_clear (BsRepeatCount *count)
{
  g_free (count->line);
  g_free (count->held);
  g_free (count->voices);
}

static guint
length_of_run (const GArray *sorted, guint i)
{
  guint64 line = g_array_index (sorted, guint64, i);
  guint next = i + 1;

  while (next < sorted->len && g_array_index (sorted, guint64, next) == line)
    next++;
  return next - i;
}

/* ---- What several articles hold ----------------------------------------------------------------------------------- */

/* Lines of articles that stand one behind the other, as a rule. */
typedef struct {
  BsSpill *lines;
  guint64 start, n; /* of those in the window */
  guint64 window[WINDOW];
} Reader;

/* Lines of an article from its line `at` on, one at least, and how many; NULL with `error` set. */
static const guint64 *
read_lines (Reader *reader, const BsRepeatArticle *article, guint64 at, guint64 *n, GError **error)
{
  guint64 start = article->start + at;

  if (start < reader->start || start >= reader->start + reader->n)
    {
      reader->start = start;
      reader->n = MIN (WINDOW, bs_spill_size (reader->lines) / sizeof (guint64) - start);
      if (!bs_spill_read (reader->lines, start * sizeof (guint64), reader->window, reader->n * sizeof (guint64), error))
        return NULL;
    }
  *n = MIN (article->n - at, reader->start + reader->n - start);
  return reader->window + (start - reader->start);
}

/* Appends the lines from `least` up to `most`, themselves included. */
static gboolean
gather_lines (GArray *gathered, const GArray *articles, Reader *reader, guint64 least, guint64 most, GError **error)
{
  for (guint i = 0; i < articles->len; i++)
    {
      const BsRepeatArticle *article = &g_array_index (articles, BsRepeatArticle, i);
      guint64 n;

      for (guint64 at = 0; at < article->n; at += n)
        {
          const guint64 *line = read_lines (reader, article, at, &n, error);

          if (line == NULL)
            return FALSE;
          for (guint64 k = 0; k < n; k++)
            if (line[k] >= least && line[k] <= most)
              g_array_append_val (gathered, line[k]);
        }
    }
  return TRUE;
}

/* Adds those that stand in `sorted` twice or more to `line` and `held`. */
static void
keep_runs (const GArray *sorted, GArray *line, GArray *held)
{
  for (guint i = 0, run; i < sorted->len; i += run)
    {
      run = length_of_run (sorted, i);
      if (run < 2)
        continue;
      g_array_append_val (line, g_array_index (sorted, guint64, i));
      g_array_append_val (held, run);
    }
}

static guint64
count_all (const GArray *articles)
{
  guint64 n = 0;

  for (guint i = 0; i < articles->len; i++)
    n += g_array_index (articles, BsRepeatArticle, i).n;
  return n;
}

/* Finds what two articles or more hold. Hashes are spread evenly: a walk takes its part of their range. */
static gboolean
count_lines (BsRepeatCount *count, const GArray *articles, BsSpill *lines, gsize sorted, GError **error)
{
  g_autoptr (GArray) gathered = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree Reader *reader = g_new0 (Reader, 1);
  guint64 walks = count_all (articles) / sorted + 1, part = G_MAXUINT64 / walks;

  reader->lines = lines;
  for (guint64 i = 0; i < walks; i++)
    {
      g_array_set_size (gathered, 0);
      if (!gather_lines (gathered, articles, reader, i == 0 ? 0 : i * part + 1,
                         i + 1 == walks ? G_MAXUINT64 : (i + 1) * part, error))
        return FALSE;
      bs_repeat_sort_hashes ((guint64 *) (gpointer) gathered->data, gathered->len);
      keep_runs (gathered, line, held);
    }
  count->n = line->len;
  count->voices = g_new0 (guint32, count->n + 1);
  count->line = (guint64 *) (gpointer) g_array_free (g_steal_pointer (&line), FALSE);
  count->held = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&held), FALSE);
  return TRUE;
}

/* ---- Which of them an article holds ------------------------------------------------------------------------------- */

/* Finds lines of a count: those that begin with the same bits stand together. */
typedef struct {
  const BsRepeatCount *count;
  const guint32 *first; /* by these bits: of the lines; one more at the end */
  guint shift;          /* what is left of a line when it is shifted so far */
} Finder;

static void
index_lines (const BsRepeatCount *count, guint32 *first, guint bits)
{
  for (guint i = 0; i < count->n; i++)
    first[(count->line[i] >> (64 - bits)) + 1]++;
  for (gsize i = 1; i <= (gsize) 1 << bits; i++)
    first[i] += first[i - 1];
}

static inline gboolean
find_place (const Finder *finder, guint64 line, guint32 *place)
{
  guint32 first = finder->first[line >> finder->shift], end = finder->first[(line >> finder->shift) + 1];
  gboolean found = bs_repeat_find_line (finder->count->line + first, end - first, line, place);

  *place += first;
  return found;
}

/* Twice the logarithm of how rare it is; a paragraph is worth something however common. */
static guint64
weight_of (guint n_articles, guint64 line, guint32 held)
{
  guint64 rarity = 2 * (g_bit_storage (n_articles / held) - 1);

  return (line & 1) != 0 ? PARAGRAPH_WEIGHT * (rarity + 1) : LINE_WEIGHT * rarity;
}

/* Weighs an article and puts the places of its lines in the count aside, in the place of the lines. */
static gboolean
weigh (BsRepeatArticle *article, guint n_articles, const Finder *finder, Reader *reader, BsSpill *places, GError **error)
{
  guint64 start = bs_spill_size (places) / sizeof (guint32), n;
  guint32 found = 0;

  article->weight = 0;
  for (guint64 at = 0; at < article->n; at += n)
    {
      const guint64 *line = read_lines (reader, article, at, &n, error);

      if (line == NULL)
        return FALSE;
      for (guint64 k = 0; k < n; k++)
        {
          guint32 place;
          gboolean repeats = find_place (finder, line[k], &place);

          article->weight += weight_of (n_articles, line[k], repeats ? finder->count->held[place] : 1);
          if (repeats && !bs_spill_put (places, &place, sizeof place, error))
            return FALSE;
          found += repeats;
        }
    }
  article->start = start;
  article->n = found;
  return TRUE;
}

static gboolean
weigh_all (const BsRepeatCount *count, GArray *articles, BsSpill *lines, BsSpill *places, GError **error)
{
  guint bits = MAX (g_bit_storage (count->n / 4), 1);
  g_autofree guint32 *first = g_new0 (guint32, ((gsize) 1 << bits) + 2);
  g_autofree Reader *reader = g_new0 (Reader, 1);
  const Finder finder = { count, first, 64 - bits };

  index_lines (count, first, bits);
  reader->lines = lines;
  for (guint i = 0; i < articles->len; i++)
    if (!weigh (&g_array_index (articles, BsRepeatArticle, i), articles->len, &finder, reader, places, error))
      return FALSE;
  return TRUE;
}

/* ---- Which articles are copies ------------------------------------------------------------------------------------ */

/* While copies are told apart. */
typedef struct {
  BsRepeatCount *count;
  const BsRepeatArticle *articles;
  guint n_articles;
  gsize *first;     /* by place in the count: of its leaders in `leader` */
  guint32 *leader;  /* articles that are no copy and hold it */
  guint64 *shared;  /* by article: with the one at hand */
  GArray *touched;  /* of guint32: articles that share anything with it */
  GArray *found;    /* of guint32: its blocks that repeat, by their place in the count */
} Telling;

static void
telling_clear (Telling *telling)
{
  if (telling->count == NULL)
    return;
  g_free (telling->first);
  g_free (telling->leader);
  g_free (telling->shared);
  g_array_unref (telling->touched);
  g_array_unref (telling->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Telling, telling_clear)

static void
telling_init (Telling *t, BsRepeatCount *count, const GArray *articles)
{
  gsize room = 0;

  t->count = count;
  t->articles = (const BsRepeatArticle *) (gconstpointer) articles->data;
  t->n_articles = articles->len;
  t->first = g_new (gsize, count->n + 1);
  for (guint i = 0; i < count->n; i++)
    {
      t->first[i] = room;
      room += MIN (count->held[i], LEADERS_MAX);
    }
  t->leader = g_new (guint32, room + 1);
  t->shared = g_new0 (guint64, t->n_articles + 1);
  t->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  t->found = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/* Adds up what the article shares with each of those before it. */
static void
meet_leaders (Telling *t, guint32 place, guint64 weight)
{
  guint n = MIN (t->count->voices[place], LEADERS_MAX);

  for (guint i = 0; i < n; i++)
    {
      guint32 leader = t->leader[t->first[place] + i];

      if (t->shared[leader] == 0 && weight > 0)
        g_array_append_val (t->touched, leader);
      t->shared[leader] += weight;
    }
}

static gboolean
meet (Telling *t, guint32 number, BsSpill *places, GError **error)
{
  const BsRepeatArticle *article = &t->articles[number];

  g_array_set_size (t->touched, 0);
  g_array_set_size (t->found, article->n);
  if (!bs_spill_read (places, article->start * sizeof (guint32), t->found->data, article->n * sizeof (guint32), error))
    return FALSE;
  for (guint i = 0; i < t->found->len; i++)
    {
      guint32 place = g_array_index (t->found, guint32, i);

      meet_leaders (t, place, weight_of (t->n_articles, t->count->line[place], t->count->held[place]));
    }
  return TRUE;
}

/* Whether the article is one before it once more. Forgets what it shares. */
static gboolean
is_copy (Telling *t, guint32 number)
{
  guint64 own = t->articles[number].weight;
  gboolean copy = own == 0;

  for (guint i = 0; i < t->touched->len; i++)
    {
      guint32 other = g_array_index (t->touched, guint32, i);

      copy |= 2 * t->shared[other] > MIN (own, t->articles[other].weight);
      t->shared[other] = 0;
    }
  return copy;
}

static void
let_speak (Telling *t, guint32 number)
{
  for (guint i = 0; i < t->found->len; i++)
    {
      guint32 place = g_array_index (t->found, guint32, i), voice = t->count->voices[place]++;

      if (voice < LEADERS_MAX)
        t->leader[t->first[place] + voice] = number;
    }
}

static int
by_order (gconstpointer a, gconstpointer b)
{
  const BsRepeatArticle *x = a, *y = b;

  return (x->order > y->order) - (x->order < y->order);
}

gboolean
bs_repeat_count (BsRepeatCount *count, GArray *articles, BsSpill *lines, gsize sorted, GError **error)
{
  g_auto (Telling) telling = { 0 };
  g_autoptr (BsSpill) places = bs_spill_new (PLACES_HELD);

  if (!count_lines (count, articles, lines, sorted, error) || !weigh_all (count, articles, lines, places, error))
    return FALSE;
  g_array_sort (articles, by_order);
  telling_init (&telling, count, articles);
  for (guint i = 0; i < articles->len; i++)
    {
      if (!meet (&telling, i, places, error))
        return FALSE;
      if (!is_copy (&telling, i))
        let_speak (&telling, i);
    }
  return TRUE;
}
