#include "report/likeness.h"

#include <math.h>
#include <string.h>

#include "compare/thin.h"
#include "report/view.h"

/* 150 words: what Burrows 2002 used. Deltas of many hundred words weigh topics more; of fewer than a hundred little is
 * left of style. 500: Kilgarriff 2001. 1,000: beyond them a word comes too seldom for its share to be known. */
static const BsLikenessMeasure measures[] = {
  { "delta", "Burrows's Delta", BS_DISTANCE_DELTA, FALSE, 150, 3 },
  { "cosine", "Cosine Delta", BS_DISTANCE_COSINE, FALSE, 150, 3 },
  { "eder", "Eder's Delta", BS_DISTANCE_EDER, FALSE, 150, 3 },
  { "jsd", "Jensen-Shannon divergence (bits)", BS_DISTANCE_JSD, FALSE, 1000, 4 },
  { "jsd-function", "Jensen-Shannon divergence of function words (bits)", BS_DISTANCE_JSD, TRUE, 0, 4 },
  { "chi2", "Kilgarriff's χ² by degrees of freedom", BS_DISTANCE_CHI2, FALSE, 500, 2 },
};

const BsLikenessMeasure *
bs_likeness_measures (guint *n)
{
  *n = G_N_ELEMENTS (measures);
  return measures;
}

const BsLikenessMeasure *
bs_likeness_measure_find (const char *id, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (g_str_equal (measures[i].id, id))
        return &measures[i];
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", measures[i].id);
    }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no measure of distance; there are %s", id, all->str);
  return NULL;
}

/* ---- One sample of every outlet ----------------------------------------------------------------------------------- */

typedef struct {
  double *counts; /* outlets × words */
  double *sizes;
  guint   n_texts, n_words;
} Sample;

static void
sample_init (Sample *sample, const BsOutletWords *words)
{
  sample->n_texts = words->outlets->len;
  sample->n_words = words->words->len;
  sample->counts = g_new (double, MAX (1, (gsize) sample->n_texts * sample->n_words));
  sample->sizes = g_new (double, sample->n_texts);
}

static void
sample_clear (Sample *sample)
{
  g_free (sample->counts);
  g_free (sample->sizes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static double
smallest (const Sample *sample)
{
  double least = INFINITY;

  for (guint t = 0; t < sample->n_texts; t++)
    least = MIN (least, sample->sizes[t]);
  return least;
}

/* `size` running words of every outlet; those that are not listed are one more class. */
static void
thin (const Sample *from, double size, BsRandom *random, Sample *to)
{
  g_autofree double *classes = g_new (double, from->n_words + 1);

  for (guint t = 0; t < from->n_texts; t++)
    {
      const double *row = from->counts + (gsize) t * from->n_words;
      double others = from->sizes[t];

      for (guint w = 0; w < from->n_words; w++)
        others -= classes[w] = row[w];
      classes[from->n_words] = others;
      bs_thin_counts (classes, from->n_words + 1, size, random, classes);
      memcpy (to->counts + (gsize) t * to->n_words, classes, from->n_words * sizeof *classes);
      to->sizes[t] = MIN (size, from->sizes[t]);
    }
}

/* The words drawn anew, still by falling rate: a column of the new table is one of the old. */
static void
draw_words (const Sample *from, BsRandom *random, Sample *to)
{
  g_autofree guint *times = g_new0 (guint, MAX (1, from->n_words));
  guint at = 0;

  for (guint i = 0; i < from->n_words; i++)
    times[bs_random_below (random, from->n_words)]++;
  for (guint w = 0; w < from->n_words; w++)
    for (guint k = 0; k < times[w]; k++, at++)
      for (guint t = 0; t < from->n_texts; t++)
        to->counts[(gsize) t * to->n_words + at] = from->counts[(gsize) t * from->n_words + w];
  memcpy (to->sizes, from->sizes, from->n_texts * sizeof *from->sizes);
}

static double *
distances_of (const BsLikeness *likeness, const Sample *sample)
{
  const BsWordCounts counts = { sample->counts, sample->sizes, sample->n_texts, sample->n_words };

  return bs_distances (likeness->options.measure->kind, &counts);
}

/* The mean distances of `draws` samples of one size. */
static double *
distances_at_size (const BsLikeness *likeness, const Sample *sample, guint draws, BsRandom *random)
{
  gsize cells = (gsize) sample->n_texts * sample->n_texts;
  double *mean = g_new0 (double, cells);
  g_auto (Sample) thinned = { 0 };
  double size = MIN (likeness->size, smallest (sample));

  sample_init (&thinned, likeness->words);
  for (guint draw = 0; draw < draws; draw++)
    {
      g_autofree double *matrix = NULL;

      thin (sample, size, random, &thinned);
      matrix = distances_of (likeness, &thinned);
      for (gsize i = 0; i < cells; i++)
        mean[i] += matrix[i] / draws;
    }
  return mean;
}

static double *
distances_drawn (const BsLikeness *likeness, const Sample *sample, guint draws, const char *stream)
{
  BsRandom random;

  if (isnan (likeness->size))
    return distances_of (likeness, sample);
  bs_random_init (&random, likeness->options.seed, stream);
  return distances_at_size (likeness, sample, draws, &random);
}

/* ---- Lengths, trees, neighbours ----------------------------------------------------------------------------------- */

static void
make_lengths (const BsLikeness *likeness, double *matrix)
{
  guint n = likeness->words->outlets->len;

  for (gsize i = 0; likeness->options.measure->kind == BS_DISTANCE_JSD && i < (gsize) n * n; i++)
    matrix[i] = sqrt (matrix[i]);
}

double *
bs_likeness_lengths (const BsLikeness *likeness)
{
  guint n = likeness->words->outlets->len;
  double *lengths = g_memdup2 (likeness->matrix, (gsize) n * n * sizeof *lengths);

  make_lengths (likeness, lengths);
  return lengths;
}

static guint
nearest_of (const double *matrix, guint n, guint outlet)
{
  guint best = outlet == 0;

  for (guint i = best + 1; i < n; i++)
    if (i != outlet && matrix[(gsize) outlet * n + i] < matrix[(gsize) outlet * n + best])
      best = i;
  return best;
}

static gboolean
is_finite (const double *matrix, guint n)
{
  for (gsize i = 0; i < (gsize) n * n; i++)
    if (!isfinite (matrix[i]))
      return FALSE;
  return TRUE;
}

/* What one resample says. One that leaves an outlet without any of the words says that none of the branches came again.
 */
static void
meet_resample (BsLikeness *likeness, double *matrix)
{
  guint n = likeness->words->outlets->len;
  g_autofree BsMerge *merges = NULL;

  for (gsize i = 0; i < (gsize) n * n; i++)
    if (isnan (matrix[i]))
      matrix[i] = 1e6;
  for (guint t = 0; t < n; t++)
    likeness->nearest_again[t] += nearest_of (matrix, n, t) == likeness->nearest[t];
  make_lengths (likeness, matrix);
  merges = bs_tree (matrix, n, likeness->options.linkage);
  bs_clades_meet (likeness->clades, merges);
}

static void
resample (BsLikeness *likeness)
{
  const BsLikenessOptions *options = &likeness->options;
  g_auto (Sample) drawn = { 0 }, words = { 0 };

  sample_init (&drawn, likeness->words);
  sample_init (&words, likeness->words);
  for (guint i = 0; i < options->resamples; i++)
    {
      g_autofree char *stream = g_strdup_printf ("distance/resample/%u", i);
      g_autofree guint32 *times = NULL;
      g_autofree double *matrix = NULL;
      const Sample *sample = &drawn;
      BsRandom random;

      bs_random_init (&random, options->seed, stream);
      if (options->resample & BS_RESAMPLE_ARTICLES)
        times = bs_outlet_words_resample (likeness->words, &random);
      bs_outlet_words_add_up (likeness->words, times, drawn.counts, drawn.sizes);
      if (isfinite (likeness->size))
        thin (&drawn, MIN (likeness->size, smallest (&drawn)), &random, &drawn);
      if (options->resample & BS_RESAMPLE_WORDS)
        {
          draw_words (&drawn, &random, &words);
          sample = &words;
        }
      matrix = distances_of (likeness, sample);
      meet_resample (likeness, matrix);
    }
}

/* ---- All of it ---------------------------------------------------------------------------------------------------- */

static gboolean
check_outlets (const BsLikeness *likeness, GError **error)
{
  const BsLikenessMeasure *measure = likeness->options.measure;
  guint n = likeness->words->outlets->len;

  if (n < 3 && likeness->options.components)
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                 "--pca needs three outlets: z-scores of two are the same for every word");
  else if (n < 3 && !bs_distance_moves_with_size (measure->kind))
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                 "%s needs three outlets: with two, every word is as far from the mean of both; “--measure jsd” and "
                 "“--measure chi2” compare two", measure->title);
  else if (likeness->words->words->len < 2)
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                 "the outlets have %u of the words to compare them by, and %s needs two", likeness->words->words->len,
                 measure->title);
  else if (!is_finite (likeness->matrix, n))
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                 "%s has no value here: an outlet has none of the words, or all of them as often as the mean of all "
                 "outlets; ask for more with --words", measure->title);
  else
    return TRUE;
  return FALSE;
}

BsLikeness *
bs_likeness_new (BsStore *store, const BsLikenessOptions *options, GError **error)
{
  g_autoptr (BsLikeness) likeness = g_new0 (BsLikeness, 1);
  const BsLikenessMeasure *measure = options->measure;
  BsWordChoice choice = { options->n_words < 0 ? measure->n_words : (guint) options->n_words, measure->functions };
  g_auto (Sample) all = { 0 };
  g_autofree double *lengths = NULL;
  g_autoptr (BsTable) noted = bs_table_new ();
  guint n;

  likeness->options = *options;
  likeness->words = bs_outlet_words_load (store, &choice, error);
  if (likeness->words == NULL)
    return NULL;
  n = likeness->words->outlets->len;
  sample_init (&all, likeness->words);
  bs_outlet_words_add_up (likeness->words, NULL, all.counts, all.sizes);
  likeness->size = NAN;
  if (bs_distance_moves_with_size (measure->kind) && !options->own_size)
    likeness->size = MIN (options->size > 0 ? (double) options->size : BS_LIKENESS_SIZE_MAX, smallest (&all));
  likeness->matrix = distances_drawn (likeness, &all, BS_LIKENESS_DRAWS, "distance/size");
  if (!check_outlets (likeness, error))
    return NULL;
  lengths = bs_likeness_lengths (likeness);
  likeness->merges = bs_tree (lengths, n, options->linkage);
  likeness->clades = bs_clades_new (likeness->merges, n);
  likeness->nearest = g_new (guint, n);
  likeness->nearest_again = g_new0 (guint, n);
  for (guint t = 0; t < n; t++)
    likeness->nearest[t] = nearest_of (likeness->matrix, n, t);
  resample (likeness);
  bs_view_note_copies (store, noted);
  likeness->copies_note = g_strdup (bs_table_note (noted) != NULL ? bs_table_note (noted) : "");
  return g_steal_pointer (&likeness);
}

void
bs_likeness_free (BsLikeness *likeness)
{
  if (likeness == NULL)
    return;
  bs_outlet_words_free (likeness->words);
  bs_clades_free (likeness->clades);
  g_free (likeness->matrix);
  g_free (likeness->merges);
  g_free (likeness->nearest);
  g_free (likeness->nearest_again);
  g_free (likeness->copies_note);
  g_free (likeness);
}
