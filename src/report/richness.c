#include "report/richness.h"

#include <math.h>
#include <string.h>

#include "base/quantile.h"
#include "compare/interval.h"
#include "report/view.h"
#include "store/article-terms.h"

/* ---- One size for all --------------------------------------------------------------------------------------------- */

/* Its first two digits: 12,345 becomes 12,000. */
static double
round_down (double words)
{
  double step = pow (10, MAX (floor (log10 (words)) - 1, 0));

  return floor (words / step) * step;
}

static gboolean
find_size (BsRichness *richness, BsStore *store, GError **error)
{
  double smallest = bs_store_number (store, "SELECT min(words) FROM counted_outlets WHERE words > 0", NULL);

  if (!(smallest >= 2))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "the store has no outlet with two words or more");
      return FALSE;
    }
  richness->size = richness->options.size > 0 ? (double) richness->options.size : round_down (smallest / 2);
  if (richness->size <= smallest)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
               "--size %.0f is more than the smallest outlet has, %.0f words: no sample of it is so large",
               richness->size, smallest);
  return FALSE;
}

/* ---- What is being read ------------------------------------------------------------------------------------------- */

/* The articles of the outlet that is read; its types are numbered as they are met. */
typedef struct {
  BsRichness *richness;
  BsStore    *store;
  BsInputs   *inputs;
  char       *outlet;
  GArray     *terms;    /* of BsTerm */
  GArray     *first;    /* of gsize */
  guint32    *numbers;  /* by term: its number in this outlet and 1; 0: not met */
  GArray     *met;      /* of guint32: the terms met */
  guint       n_terms;
} Reader;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->inputs, bs_inputs_free);
  g_clear_pointer (&reader->outlet, g_free);
  g_clear_pointer (&reader->terms, g_array_unref);
  g_clear_pointer (&reader->first, g_array_unref);
  g_clear_pointer (&reader->met, g_array_unref);
  g_clear_pointer (&reader->numbers, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
forget_outlet (Reader *reader)
{
  for (guint i = 0; i < reader->met->len; i++)
    reader->numbers[g_array_index (reader->met, guint32, i)] = 0;
  g_array_set_size (reader->met, 0);
  g_array_set_size (reader->terms, 0);
  g_array_set_size (reader->first, 0);
  g_clear_pointer (&reader->outlet, g_free);
}

/* ---- Figures ------------------------------------------------------------------------------------------------------ */

static void
count_spectrum (const GArray *spectrum, double *words, double *types, double *hapaxes, double *dislegomena)
{
  *words = *types = *hapaxes = *dislegomena = 0;
  for (guint i = 0; i < spectrum->len; i++)
    {
      const BsSpectrumEntry *entry = &g_array_index (spectrum, BsSpectrumEntry, i);

      *words += (double) entry->frequency * entry->types;
      *types += entry->types;
      *hapaxes += entry->frequency == 1 ? entry->types : 0;
      *dislegomena += entry->frequency == 2 ? entry->types : 0;
    }
}

static guint
n_refs (const BsRichness *richness)
{
  return richness->options.refs != NULL ? richness->options.refs->len : 0;
}

static BsMeasureRef
ref_at (const BsRichness *richness, guint i)
{
  return g_array_index (richness->options.refs, BsMeasureRef, i);
}

/* The measures of a spectrum; NAN for those that need more. */
static void
measure (Reader *reader, const GArray *spectrum, double *values)
{
  bs_inputs_clear (reader->inputs);
  bs_inputs_set_spectrum (reader->inputs, (const BsSpectrumEntry *) (gpointer) spectrum->data, spectrum->len);
  for (guint i = 0; i < n_refs (reader->richness); i++)
    values[i] = bs_measure_text (ref_at (reader->richness, i), reader->inputs, NULL, FALSE, NULL);
}

/* How many samples of one size share no article. */
static guint
parts_of (const BsRichness *richness, const BsRichnessOutlet *outlet)
{
  return (guint) CLAMP (floor (outlet->words / richness->size), 1, BS_RICHNESS_PARTS_MOST);
}

/* Samples of one size: types, hapaxes, then the measures, each over all samples of all shuffles. */
static void
draw_samples (Reader *reader, BsRichnessOutlet *outlet, const BsArticleBag *bag)
{
  const BsRichness *richness = reader->richness;
  guint columns = 2 + n_refs (richness), parts = parts_of (richness, outlet),
        samples = richness->options.shuffles * parts;
  g_autofree double *values = g_new (double, (gsize) columns * samples), *row = g_new (double, columns);
  g_autofree char *stream = g_strconcat ("richness/", outlet->name, NULL);
  g_autoptr (GArray) spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  g_autoptr (BsDraw) draw = bs_draw_new (bag);
  BsRandom random;

  bs_random_init (&random, richness->options.seed, stream);
  for (guint i = 0; i < samples; i++)
    {
      double words, dislegomena;

      if (i % parts == 0)
        bs_draw_shuffle (draw, &random);
      bs_draw_next (draw, (guint64) richness->size, &random, spectrum);
      count_spectrum (spectrum, &words, &row[0], &row[1], &dislegomena);
      measure (reader, spectrum, row + 2);
      for (guint c = 0; c < columns; c++)
        values[(gsize) c * samples + i] = row[c];
    }
  for (guint c = 0; c < columns; c++)
    {
      BsEstimate *same = c == 0 ? &outlet->same_types : c == 1 ? &outlet->same_hapaxes : &outlet->figures[c - 2].same;

      *same = bs_draw_estimate (values + (gsize) c * samples, richness->options.shuffles, parts, outlet->articles);
    }
}

/* A measure of running order has no value for an outlet: the median over its articles stands for it. */
static gboolean
add_article_median (Reader *reader, BsRichnessOutlet *outlet, guint i, GError **error)
{
  g_autofree char *id = bs_measure_ref_id (ref_at (reader->richness, i));
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM counted_articles WHERE outlet = ? AND \"%s\" IS NOT NULL",
                                          id, id);
  static const BsColumn columns[] = { { "value", NULL, BS_COLUMN_REAL, -1 } };
  const char *parameters[] = { outlet->name, NULL };
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (BsTable) rows = NULL;
  GError *broken = NULL;
  const BsCell *cells;
  BsMeasureRef ref;

  if (!bs_store_find_measure (id, &ref, error)
      || !(rows = bs_store_query (reader->store, sql, parameters, columns, 1, error)))
    return FALSE;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    if (!cells[0].missing)
      g_array_append_val (values, cells[0].real);
  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return FALSE;
    }
  bs_sort_doubles ((double *) (gpointer) values->data, values->len);
  outlet->figures[i].same
      = bs_quantile_interval ((BsSample){ (const double *) (gpointer) values->data, values->len }, 0.5);
  return TRUE;
}

static gboolean
add_measures (Reader *reader, BsRichnessOutlet *outlet, const BsArticleBag *bag, GError **error)
{
  const BsRichness *richness = reader->richness;
  g_autofree double *own = g_new (double, MAX (1, n_refs (richness)));

  outlet->figures = g_new0 (BsRichnessFigure, MAX (1, n_refs (richness)));
  measure (reader, outlet->spectrum, own);
  if (richness->options.shuffles > 0)
    draw_samples (reader, outlet, bag);
  for (guint i = 0; i < n_refs (richness); i++)
    {
      outlet->figures[i].own = own[i];
      if (strstr (ref_at (richness, i).measure->inputs, "ids") != NULL
          && !add_article_median (reader, outlet, i, error))
        return FALSE;
    }
  return TRUE;
}

/* Twenty points from a hundredth of the size of all to it, for the fit; and on to all that the outlet has, for the
 * curve. */
static void
add_growth (const BsRichness *richness, BsRichnessOutlet *outlet)
{
  const BsSpectrumEntry *spectrum = (const BsSpectrumEntry *) (gpointer) outlet->spectrum->data;
  double sizes[BS_RICHNESS_POINTS];
  BsGrowth points[BS_RICHNESS_POINTS];
  guint n = bs_growth_sizes (MAX (1, richness->size / 100), richness->size, BS_RICHNESS_POINTS, sizes);

  for (guint i = 0; i < n; i++)
    points[i] = bs_growth (spectrum, outlet->spectrum->len, sizes[i]);
  outlet->heaps = bs_heaps (points, n);
  outlet->n_points
      = bs_growth_sizes (MAX (1, richness->size / 100), outlet->words, BS_RICHNESS_POINTS, sizes);
  for (guint i = 0; i < outlet->n_points; i++)
    outlet->points[i] = bs_growth (spectrum, outlet->spectrum->len, sizes[i]);
  outlet->zipf = bs_zipf (spectrum, outlet->spectrum->len);
}

static void
outlet_free (gpointer data)
{
  BsRichnessOutlet *outlet = data;

  g_free (outlet->name);
  g_free (outlet->figures);
  g_array_unref (outlet->spectrum);
  g_free (outlet);
}

/* All articles of an outlet are read. */
static gboolean
finish_outlet (Reader *reader, GError **error)
{
  BsRichness *richness = reader->richness;
  BsRichnessOutlet *outlet;
  BsArticleBag bag;
  g_autoptr (BsDraw) draw = NULL;
  gboolean fine;

  if (reader->outlet == NULL)
    return TRUE;
  outlet = g_new0 (BsRichnessOutlet, 1);
  g_ptr_array_add (richness->outlets, outlet);
  outlet->name = g_strdup (reader->outlet);
  outlet->articles = reader->first->len;
  outlet->spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  g_array_append_val (reader->first, ((gsize){ reader->terms->len }));
  bag = (BsArticleBag){ (const BsTerm *) (gpointer) reader->terms->data, (const gsize *) (gpointer) reader->first->data,
                        outlet->articles, reader->met->len };
  draw = bs_draw_new (&bag);
  bs_draw_next (draw, G_MAXUINT64, NULL, outlet->spectrum); /* all of them */
  count_spectrum (outlet->spectrum, &outlet->words, &outlet->types, &outlet->hapaxes, &outlet->dislegomena);
  outlet->rarefied = bs_growth ((const BsSpectrumEntry *) (gpointer) outlet->spectrum->data, outlet->spectrum->len,
                                richness->size);
  fine = add_measures (reader, outlet, &bag, error);
  if (richness->options.growth)
    add_growth (richness, outlet);
  forget_outlet (reader);
  return fine;
}

static gboolean
take_article (gpointer data, const BsArticleTerms *article, GError **error)
{
  Reader *reader = data;
  gsize at = reader->terms->len;

  if (article->n_terms == 0)
    return TRUE;
  if (reader->outlet != NULL && !g_str_equal (reader->outlet, article->outlet))
    {
      if (!finish_outlet (reader, error))
        return FALSE;
      at = 0;
    }
  if (reader->outlet == NULL)
    reader->outlet = g_strdup (article->outlet);
  g_array_append_val (reader->first, at);
  g_array_append_vals (reader->terms, article->terms, article->n_terms);
  for (; at < reader->terms->len; at++)
    {
      BsTerm *term = &g_array_index (reader->terms, BsTerm, at);
      guint32 *number = &reader->numbers[term->type];

      if (*number == 0)
        {
          g_array_append_val (reader->met, term->type);
          *number = reader->met->len;
        }
      term->type = *number - 1;
    }
  return TRUE;
}

BsRichness *
bs_richness_new (BsStore *store, const BsRichnessOptions *options, GError **error)
{
  g_autoptr (BsRichness) richness = g_new0 (BsRichness, 1);
  g_autoptr (BsTable) noted = bs_table_new ();
  g_auto (Reader) reader = { richness, store, bs_inputs_new (), NULL };

  richness->options = *options;
  richness->outlets = g_ptr_array_new_with_free_func (outlet_free);
  reader.terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  reader.first = g_array_new (FALSE, FALSE, sizeof (gsize));
  reader.met = g_array_new (FALSE, FALSE, sizeof (guint32));
  reader.n_terms = (guint) MAX (0, bs_store_number (store, "SELECT count(*) FROM terms", NULL));
  reader.numbers = g_new0 (guint32, MAX (1, reader.n_terms));
  if (!find_size (richness, store, error) || !bs_store_each_terms (store, take_article, &reader, error)
      || !finish_outlet (&reader, error))
    return NULL;
  bs_view_note_copies (store, noted);
  richness->copies_note = g_strdup (bs_table_note (noted) != NULL ? bs_table_note (noted) : "");
  return g_steal_pointer (&richness);
}

void
bs_richness_free (BsRichness *richness)
{
  if (richness == NULL)
    return;
  g_clear_pointer (&richness->outlets, g_ptr_array_unref);
  g_free (richness->copies_note);
  g_free (richness);
}
