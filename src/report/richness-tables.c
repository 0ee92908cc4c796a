/* Richness by outlet, as tables. */
#include "report/richness.h"

#include <math.h>

#include "base/number.h"

/* ---- Notes -------------------------------------------------------------------------------------------------------- */

/* How the figures at the size of all came about. */
static void
note_draws (GString *note, const BsRichness *richness)
{
  char number[BS_NUMBER_MAX];

  g_string_append_printf (note,
                          "At one size: mean over samples of %s running words, which the articles in %u random orders "
                          "are cut into, with the 95 %% interval of what other articles of the outlet would give (seed "
                          "%" G_GUINT64_FORMAT
                          "); none below %d articles or where the outlet has less than two samples. "
                          "What an outlet has at its own size grows with it and does not compare.",
                          bs_number_grouped ((gint64) richness->size, number), richness->options.shuffles,
                          richness->options.seed, BS_DRAW_ARTICLES_LEAST);
}

static BsTable *
begin (const BsRichness *richness, const char *title, const char *more)
{
  BsTable *table = bs_table_new ();
  g_autofree char *note = g_strconcat (more, *richness->copies_note != '\0' ? " " : "", richness->copies_note, NULL);

  bs_table_set_title (table, title);
  bs_table_set_note (table, note);
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  return table;
}

static const BsRichnessOutlet *
outlet_at (const BsRichness *richness, guint i)
{
  return richness->outlets->pdata[i];
}

static void
set_row (BsTable *table, guint first, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    bs_table_set_real (table, first + i, values[i]);
}

/* ---- By outlet ---------------------------------------------------------------------------------------------------- */

BsTable *
bs_richness_summary (const BsRichness *richness)
{
  g_autoptr (GString) note = g_string_new (NULL);
  char number[BS_NUMBER_MAX];
  g_autofree char *title = NULL;
  BsTable *table;

  note_draws (note, richness);
  g_string_append (note,
                   " Rarefied: the same number of words drawn one by one (Hurlbert 1971, exact), as if no article "
                   "kept to its subject.");
  title = g_strdup_printf ("Vocabulary by outlet, and in %s words of each",
                           bs_number_grouped ((gint64) richness->size, number));
  table = begin (richness, title, note->str);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "types", "Types", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "hapaxes", "Once", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "dislegomena", "Twice", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "size", "At words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "types_at_size", "Types", BS_COLUMN_REAL, 0);
  bs_table_add_column (table, "types_at_size_low", "95 % from", BS_COLUMN_REAL, 0);
  bs_table_add_column (table, "types_at_size_high", "to", BS_COLUMN_REAL, 0);
  bs_table_add_column (table, "hapaxes_at_size", "Once", BS_COLUMN_REAL, 0);
  bs_table_add_column (table, "rarefied_types", "Rarefied", BS_COLUMN_REAL, 0);
  bs_table_add_column (table, "rarefied_types_sd", "SD", BS_COLUMN_REAL, 1);
  bs_table_add_picture (table, 7, BS_PICTURE_STRIP, "95 % interval", "types at one size in their 95 % interval");
  for (guint column = 8; column <= 9; column++)
    bs_table_set_spare (table, column);
  for (guint i = 0; i < richness->outlets->len; i++)
    {
      const BsRichnessOutlet *outlet = outlet_at (richness, i);
      const double reals[] = { outlet->same_types.estimate, outlet->same_types.low, outlet->same_types.high,
                               outlet->same_hapaxes.estimate, outlet->rarefied.types, outlet->rarefied.types_sd };

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, outlet->name);
      bs_table_set_integer (table, 1, outlet->articles);
      bs_table_set_integer (table, 2, (gint64) outlet->words);
      bs_table_set_integer (table, 3, (gint64) outlet->types);
      bs_table_set_integer (table, 4, (gint64) outlet->hapaxes);
      bs_table_set_integer (table, 5, (gint64) outlet->dislegomena);
      bs_table_set_integer (table, 6, (gint64) richness->size);
      set_row (table, 7, reals, G_N_ELEMENTS (reals));
      bs_table_set_picture (table, 0, i, (const double[]){ reals[1], reals[0], reals[2] }, 3);
    }
  return table;
}

BsTable *
bs_richness_measures (const BsRichness *richness)
{
  g_autoptr (GString) note = g_string_new (NULL);
  BsTable *table;

  note_draws (note, richness);
  g_string_append (note,
                   " Measures of running order (MATTR, MTLD …) have no value for an outlet: theirs is the median over "
                   "its articles, with an interval by ranks (Hettmansperger and Sheather 1986). “broadsheet explain "
                   "MEASURE” tells each formula.");
  table = begin (richness, "Richness by outlet and measure", note->str);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "own_size", "At own size", BS_COLUMN_REAL, 4);
  bs_table_add_column (table, "at_size", "At one size", BS_COLUMN_REAL, 4);
  bs_table_add_column (table, "at_size_low", "95 % from", BS_COLUMN_REAL, 4);
  bs_table_add_column (table, "at_size_high", "to", BS_COLUMN_REAL, 4);
  for (guint m = 0; m < richness->options.refs->len; m++)
    for (guint i = 0; i < richness->outlets->len; i++)
      {
        const BsRichnessFigure *figure = &outlet_at (richness, i)->figures[m];
        g_autofree char *id = bs_measure_ref_id (g_array_index (richness->options.refs, BsMeasureRef, m));
        const double reals[] = { figure->own, figure->same.estimate, figure->same.low, figure->same.high };

        bs_table_begin_row (table);
        bs_table_set_text (table, 0, outlet_at (richness, i)->name);
        bs_table_set_text (table, 1, id);
        set_row (table, 2, reals, G_N_ELEMENTS (reals));
      }
  return table;
}

BsTable *
bs_richness_spectrum (const BsRichness *richness, guint most)
{
  BsTable *table
      = begin (richness, "How many words occur how often",
               "Frequency spectrum of the outlet at its own size: types that occur so many times, and what they "
               "are of all types and of all running words.");

  bs_table_add_column (table, "frequency", "Times", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "types", "Types", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "percent_of_types", "% of types", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "percent_of_words", "% of words", BS_COLUMN_REAL, 2);
  for (guint i = 0; i < richness->outlets->len; i++)
    {
      const BsRichnessOutlet *outlet = outlet_at (richness, i);

      for (guint j = 0; j < outlet->spectrum->len; j++)
        {
          const BsSpectrumEntry *entry = &g_array_index (outlet->spectrum, BsSpectrumEntry, j);

          if (most > 0 && entry->frequency > most)
            break;
          bs_table_begin_row (table);
          bs_table_set_text (table, 0, outlet->name);
          bs_table_set_integer (table, 1, entry->frequency);
          bs_table_set_integer (table, 2, entry->types);
          bs_table_set_real (table, 3, 100.0 * entry->types / outlet->types);
          bs_table_set_real (table, 4, 100.0 * entry->frequency * entry->types / outlet->words);
        }
    }
  return table;
}

BsTable *
bs_richness_growth (const BsRichness *richness)
{
  BsTable *table
      = begin (richness, "How vocabulary grows",
               "Expected in a sample of so many running words drawn one by one without putting back (Hurlbert "
               "1971; standard deviation: Heck, van Belle and Simberloff 1975): exact, nothing is drawn. Articles "
               "keep to their subjects, so articles of so many words hold fewer types.");

  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "types", "Types", BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "types_sd", "SD", BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "hapaxes", "Once", BS_COLUMN_REAL, 1);
  for (guint i = 0; i < richness->outlets->len; i++)
    for (guint j = 0; j < outlet_at (richness, i)->n_points; j++)
      {
        const BsGrowth *point = &outlet_at (richness, i)->points[j];
        const double reals[] = { point->types, point->types_sd, point->hapaxes };

        bs_table_begin_row (table);
        bs_table_set_text (table, 0, outlet_at (richness, i)->name);
        bs_table_set_integer (table, 1, (gint64) point->n);
        set_row (table, 2, reals, G_N_ELEMENTS (reals));
      }
  return table;
}

BsTable *
bs_richness_fits (const BsRichness *richness)
{
  char number[BS_NUMBER_MAX];
  g_autofree char *note = g_strdup_printf (
      "Heaps: types = K · words^β, least squares of logarithms over %d expected sizes up to %s words, the same for all "
      "outlets; R² of the logarithms. Zipf and Mandelbrot: frequency in proportion to (rank + b)^-a over all ranks, by "
      "maximum likelihood at the outlet's own size; a and b move with size. KS: the largest gap between the counted "
      "and "
      "the fitted share of the words up to a rank; deviance is by running word. Words of a text are not drawn "
      "independently: there is no p-value.",
      BS_RICHNESS_POINTS, bs_number_grouped ((gint64) richness->size, number));
  BsTable *table = begin (richness, "Laws of vocabulary by outlet", note);

  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "heaps_k", "Heaps K", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "heaps_beta", "β", BS_COLUMN_REAL, 4);
  bs_table_add_column (table, "heaps_r2", "R²", BS_COLUMN_REAL, 4);
  bs_table_add_column (table, "zipf_a", "Zipf a", BS_COLUMN_REAL, 4);
  bs_table_add_column (table, "zipf_b", "b", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "zipf_ks", "KS", BS_COLUMN_REAL, 4);
  bs_table_add_column (table, "zipf_deviance", "Deviance", BS_COLUMN_REAL, 4);
  for (guint i = 0; i < richness->outlets->len; i++)
    {
      const BsRichnessOutlet *outlet = outlet_at (richness, i);
      const double reals[] = { outlet->heaps.k, outlet->heaps.beta, outlet->heaps.r2, outlet->zipf.a, outlet->zipf.b,
                               outlet->zipf.ks, outlet->zipf.deviance };

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, outlet->name);
      bs_table_set_integer (table, 1, (gint64) outlet->words);
      set_row (table, 2, reals, G_N_ELEMENTS (reals));
    }
  return table;
}
