#include "compare/draw.h"

#include <math.h>

#include "compare/thin.h"

#define NORMAL_975 1.959963984540054 /* R: qnorm(.975) */
#define SHUFFLES_LEAST 10

struct _BsDraw {
  BsArticleBag bag;
  guint   *order;  /* of articles */
  guint    next;   /* in order */
  GArray  *rest;   /* of BsTerm: what the last sample left of an article */
  guint32 *counts; /* by type; 0 between samples */
  GArray  *types;  /* of guint32: that have a count */
};

BsDraw *
bs_draw_new (const BsArticleBag *bag)
{
  BsDraw *draw = g_new0 (BsDraw, 1);

  draw->bag = *bag;
  draw->order = g_new (guint, MAX (1, bag->n_articles));
  for (guint i = 0; i < bag->n_articles; i++)
    draw->order[i] = i;
  draw->rest = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  draw->counts = g_new0 (guint32, MAX (1, bag->n_types));
  draw->types = g_array_new (FALSE, FALSE, sizeof (guint32));
  return draw;
}

void
bs_draw_free (BsDraw *draw)
{
  if (draw == NULL)
    return;
  g_array_unref (draw->rest);
  g_array_unref (draw->types);
  g_free (draw->order);
  g_free (draw->counts);
  g_free (draw);
}

void
bs_draw_shuffle (BsDraw *draw, BsRandom *random)
{
  for (guint i = draw->bag.n_articles; i > 1; i--)
    {
      guint at = bs_random_below (random, i), article = draw->order[at];

      draw->order[at] = draw->order[i - 1];
      draw->order[i - 1] = article;
    }
  draw->next = 0;
  g_array_set_size (draw->rest, 0);
}

/* ---- One sample --------------------------------------------------------------------------------------------------- */

static void
add (BsDraw *draw, guint32 type, guint32 count)
{
  if (count == 0)
    return;
  if (draw->counts[type] == 0)
    g_array_append_val (draw->types, type);
  draw->counts[type] += count;
}

static guint64
words_of (const BsTerm *terms, gsize n)
{
  guint64 words = 0;

  for (gsize i = 0; i < n; i++)
    words += terms[i].count;
  return words;
}

/* Takes `size` of the words and leaves the others in `rest`. */
static void
cut (BsDraw *draw, const BsTerm *terms, gsize n, guint64 size, BsRandom *random)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  g_autofree double *counts = g_new (double, MAX (1, n));

  for (gsize i = 0; i < n; i++)
    counts[i] = terms[i].count;
  bs_thin_counts (counts, n, (double) size, random, counts);
  for (gsize i = 0; i < n; i++)
    {
      guint32 taken = (guint32) counts[i];
      BsTerm other = { terms[i].type, terms[i].count - taken };

      add (draw, terms[i].type, taken);
      if (other.count > 0)
        g_array_append_val (left, other);
    }
  g_array_set_size (draw->rest, 0);
  g_array_append_vals (draw->rest, left->data, left->len);
}

/* Takes at most `size` words of an article and says how many. */
static guint64
take (BsDraw *draw, const BsTerm *terms, gsize n, guint64 size, BsRandom *random)
{
  guint64 words = words_of (terms, n);

  if (words > size)
    {
      cut (draw, terms, n, size, random);
      return size;
    }
  for (gsize i = 0; i < n; i++)
    add (draw, terms[i].type, terms[i].count);
  return words;
}

static int
ascending (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* How many types come how often; forgets the counts. */
static void
count_frequencies (BsDraw *draw, GArray *spectrum)
{
  GArray *types = draw->types;

  for (guint i = 0; i < types->len; i++)
    {
      guint32 *type = &g_array_index (types, guint32, i), count = draw->counts[*type];

      draw->counts[*type] = 0;
      *type = count;
    }
  g_array_sort (types, ascending);
  g_array_set_size (spectrum, 0);
  for (guint i = 0; i < types->len;)
    {
      BsSpectrumEntry entry = { g_array_index (types, guint32, i), 0 };

      for (; i < types->len && g_array_index (types, guint32, i) == entry.frequency; i++)
        entry.types++;
      g_array_append_val (spectrum, entry);
    }
  g_array_set_size (types, 0);
}

void
bs_draw_next (BsDraw *draw, guint64 size, BsRandom *random, GArray *spectrum)
{
  const BsArticleBag *bag = &draw->bag;

  if (draw->rest->len > 0)
    {
      g_autoptr (GArray) rest = draw->rest;

      draw->rest = g_array_new (FALSE, FALSE, sizeof (BsTerm));
      size -= take (draw, (const BsTerm *) (gpointer) rest->data, rest->len, size, random);
    }
  for (; size > 0 && draw->next < bag->n_articles; draw->next++)
    {
      gsize from = bag->first[draw->order[draw->next]], to = bag->first[draw->order[draw->next] + 1];

      size -= take (draw, bag->terms + from, to - from, size, random);
    }
  count_frequencies (draw, spectrum);
}

/* ---- The figure of many samples ----------------------------------------------------------------------------------- */

/* Mean and variance (n - 1) of some values. FALSE where one is NAN. */
static gboolean
moments (const double *values, guint n, double *mean, double *variance)
{
  double sum = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  *mean = sum / n;
  for (guint i = 0; i < n; i++)
    squares += (values[i] - *mean) * (values[i] - *mean);
  *variance = n > 1 ? squares / (n - 1) : NAN;
  return isfinite (sum);
}

BsEstimate
bs_draw_estimate (const double *values, guint shuffles, guint parts, guint n_articles)
{
  BsEstimate estimate = { NAN, NAN, NAN };
  double means = 0, variances = 0, half;
  guint n = 0;

  for (guint s = 0; s < shuffles; s++)
    {
      double mean, variance;

      if (!moments (values + (gsize) s * parts, parts, &mean, &variance))
        continue;
      means += mean;
      variances += variance;
      n++;
    }
  if (n == 0 || parts == 0)
    return estimate;
  estimate.estimate = means / n;
  if (parts < 2 || n < SHUFFLES_LEAST || n_articles < BS_DRAW_ARTICLES_LEAST)
    return estimate;
  half = NORMAL_975 * sqrt (variances / n / parts);
  estimate.low = estimate.estimate - half;
  estimate.high = estimate.estimate + half;
  return estimate;
}
