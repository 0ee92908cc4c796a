/* Fry's readability graph with outlets and their articles on it. */
#include "report/chart/parts.h"

#include <math.h>

#include "base/number.h"
#include "compare/summary.h"
#include "report/chart/fry-graph.h"

#define CELL_SYLLABLES 1.0 /* of a bin, where there are too many articles for points */
#define CELL_PLACES 0.5
#define STEP 0.5 /* syllables, in which room for the name of a grade is measured */
#define CELLS_ACROSS ((guint) ((BS_FRY_SYLLABLES_MOST - BS_FRY_SYLLABLES_LEAST) / CELL_SYLLABLES))

typedef struct {
  char *name;
  GArray *syllables, *sentences; /* of double, an article each, of those with both */
  BsSummary across, up;
} Outlet;

typedef struct {
  GPtrArray *outlets; /* of Outlet, by name */
  guint articles;     /* with both values */
  guint without;      /* articles that lack one */
  guint off;          /* the graph, of those with both */
  guint invalid;      /* on it, where grades are not valid */
} Sample;

static void
outlet_free (gpointer data)
{
  Outlet *outlet = data;

  g_free (outlet->name);
  g_array_unref (outlet->syllables);
  g_array_unref (outlet->sentences);
  g_free (outlet);
}

static void
sample_clear (Sample *sample)
{
  g_ptr_array_unref (sample->outlets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static double
value_at (const GArray *values, guint i)
{
  return g_array_index (values, double, i);
}

/* Where an article stands: NAN off the graph. */
static double
place_of (double syllables, double sentences)
{
  if (!(syllables >= BS_FRY_SYLLABLES_LEAST && syllables <= BS_FRY_SYLLABLES_MOST))
    return (double) NAN;
  return bs_fry_place (sentences);
}

static void
add_article (Sample *sample, const BsCell *cells)
{
  Outlet *last = sample->outlets->len > 0 ? sample->outlets->pdata[sample->outlets->len - 1] : NULL;

  if (last == NULL || !g_str_equal (last->name, cells[0].text))
    {
      last = g_new0 (Outlet, 1);
      last->name = g_strdup (cells[0].text);
      last->syllables = g_array_new (FALSE, FALSE, sizeof (double));
      last->sentences = g_array_new (FALSE, FALSE, sizeof (double));
      g_ptr_array_add (sample->outlets, last);
    }
  if (cells[1].missing || cells[2].missing)
    {
      sample->without++;
      return;
    }
  sample->articles++;
  if (isnan (place_of (cells[1].real, cells[2].real)))
    sample->off++;
  else
    sample->invalid += bs_fry_grade (cells[1].real, cells[2].real) == 0;
  g_array_append_val (last->syllables, cells[1].real);
  g_array_append_val (last->sentences, cells[2].real);
}

static gboolean
load (Sample *sample, BsStore *store, GError **error)
{
  static const BsColumn columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 },
                                      { "syllables", NULL, BS_COLUMN_REAL, 0 },
                                      { "sentences", NULL, BS_COLUMN_REAL, 0 } };
  static const char sql[] = "SELECT outlet, fry_syllables_per_100, fry_sentences_per_100 FROM counted_articles"
                            " ORDER BY outlet, id";
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    add_article (sample, cells);
  if (broken != NULL)
    g_propagate_error (error, broken);
  for (guint i = 0; i < sample->outlets->len; i++)
    {
      Outlet *outlet = sample->outlets->pdata[i];

      outlet->across = bs_summary ((const double *) (gpointer) outlet->syllables->data, outlet->syllables->len);
      outlet->up = bs_summary ((const double *) (gpointer) outlet->sentences->data, outlet->sentences->len);
    }
  return rows != NULL && broken == NULL;
}

/* ---- The table -------------------------------------------------------------------------------------------------- */

static void
note_count (BsChartTable *table, guint n, const char *one, const char *several)
{
  char number[BS_NUMBER_MAX];
  g_autofree char *note = g_strdup_printf ("%s %s", bs_number_grouped (n, number), n == 1 ? one : several);

  if (n > 0)
    bs_chart_table_comment (table, "note", note);
}

static void
write_comments (BsChartTable *table, BsStore *store, const Sample *sample)
{
  bs_chart_begin (table, store, "Fry's readability graph", "medians of outlets among their articles",
                  "Across: syllables per 100 words. Up: sentences per 100 words.");
  if (sample->articles > 0)
    {
      bs_chart_table_comment (table, "interval",
                              "Crosses: the middle half of an outlet's articles, from the first to the third quartile, "
                              "each way.");
      bs_chart_table_comment (table, "note",
                              "Grades are areas of Fry's drawing of 1977, read off to within two syllables; 13 to 16 "
                              "are college.");
    }
  note_count (table, sample->off, "article lies off the graph: not drawn, but counted in the medians.",
              "articles lie off the graph: not drawn, but counted in the medians.");
  note_count (table, sample->invalid, "article lies in a grey area, where Fry's grades are not valid.",
              "articles lie in the grey areas, where Fry's grades are not valid.");
  note_count (table, sample->without, "article has no such figures: it is not of English, or has no words.",
              "articles have no such figures: they are not of English, or have no words.");
}

static void
add_row (BsChartTable *table, int row, const char *part, BsFryPoint from, BsFryPoint to, double value)
{
  bs_chart_table_number (table, row);
  bs_chart_table_text (table, part);
  bs_chart_table_number (table, from.syllables);
  bs_chart_table_number (table, from.place);
  bs_chart_table_number (table, to.syllables);
  bs_chart_table_number (table, to.place);
  bs_chart_table_number (table, value);
}

static void
write_area (BsChartTable *table, const char *part, const BsFryPoint *corners, guint n)
{
  for (guint i = 0; i < n; i++)
    add_row (table, -1, part, corners[i], corners[(i + 1) % n], i);
}

static guint
grade_at (BsFryPoint point)
{
  return bs_fry_grade (point.syllables, bs_fry_sentences (point.place));
}

/* How many steps the grade's area goes on from a point. */
static guint
run (guint grade, BsFryPoint from, double across, double up)
{
  guint n = 0;

  while (grade_at ((BsFryPoint){ from.syllables + n * across, from.place + n * up }) == grade)
    n++;
  return n;
}

/* Whether the name of a grade there would touch the mark of a median. */
static gboolean
is_taken (const Sample *sample, BsFryPoint at)
{
  for (guint i = 0; i < sample->outlets->len; i++)
    {
      const Outlet *outlet = sample->outlets->pdata[i];

      if (fabs (outlet->across.median - at.syllables) < 4
          && fabs (place_of (outlet->across.median, outlet->up.median) - at.place) < 2)
        return TRUE;
    }
  return FALSE;
}

/* The name of a grade stands where its area has the most room on all sides, beside the medians if it can; a mark is
 * drawn about as long as two syllables. */
static BsFryPoint
find_room (guint grade, guint n_marks, const Sample *sample)
{
  BsFryPoint best = { (double) NAN, (double) NAN };
  double most = 0;

  for (guint y = 2; y < 2 * (n_marks - 1); y++)
    for (guint x = 2 * BS_FRY_SYLLABLES_LEAST; x <= 2 * BS_FRY_SYLLABLES_MOST; x++)
      {
        BsFryPoint at = { x / 2.0, y / 2.0 };
        guint wide = MIN (run (grade, at, STEP, 0), run (grade, at, -STEP, 0));
        guint high = wide > most ? MIN (run (grade, at, 0, STEP / 2), run (grade, at, 0, -STEP / 2)) : 0;
        double room = MIN (wide, high) + 1e-3 * MAX (wide, high);

        if (high > 0 && room > most && (sample == NULL || !is_taken (sample, at)))
          {
            most = room;
            best = at;
          }
      }
  return best;
}

static void
write_grade (BsChartTable *table, guint grade, guint n_marks, const Sample *sample)
{
  BsFryPoint at = find_room (grade, n_marks, sample);

  if (isnan (at.place))
    at = find_room (grade, n_marks, NULL);
  add_row (table, -1, "grade", at, at, grade);
}

static void
write_graph (BsChartTable *table, const Sample *sample)
{
  guint n_marks, n;
  const double *marks = bs_fry_marks (&n_marks);
  const BsFryPoint *corners;

  for (guint i = 0; i < n_marks; i++)
    add_row (table, -1, "mark", (BsFryPoint){ BS_FRY_SYLLABLES_LEAST, i }, (BsFryPoint){ BS_FRY_SYLLABLES_MOST, i },
             marks[i]);
  for (guint grade = 1; grade < BS_FRY_GRADES; grade++)
    {
      BsFryPoint ends[2];

      bs_fry_line (grade, ends);
      add_row (table, -1, "line", ends[0], ends[1], grade);
    }
  corners = bs_fry_long_words (&n);
  write_area (table, "long-words", corners, n);
  corners = bs_fry_long_sentences (&n);
  write_area (table, "long-sentences", corners, n);
  for (guint grade = 1; grade <= BS_FRY_GRADES; grade++)
    write_grade (table, grade, n_marks, sample);
}

static void
write_points (BsChartTable *table, const Sample *sample)
{
  for (guint i = 0; i < sample->outlets->len; i++)
    {
      const Outlet *outlet = sample->outlets->pdata[i];

      for (guint j = 0; j < outlet->syllables->len; j++)
        {
          BsFryPoint at = { value_at (outlet->syllables, j), 0 };

          at.place = place_of (at.syllables, value_at (outlet->sentences, j));
          if (!isnan (at.place))
            add_row (table, (int) i, "article", at, at, 1);
        }
    }
}

/* Bins of all outlets together: their corners, and how many articles they hold. */
static void
write_bins (BsChartTable *table, const Sample *sample)
{
  guint n_marks, rows;
  g_autofree guint *counts = NULL;

  bs_fry_marks (&n_marks);
  rows = (guint) ((n_marks - 1) / CELL_PLACES);
  counts = g_new0 (guint, CELLS_ACROSS * rows);
  for (guint i = 0; i < sample->outlets->len; i++)
    {
      const Outlet *outlet = sample->outlets->pdata[i];

      for (guint j = 0; j < outlet->syllables->len; j++)
        {
          double syllables = value_at (outlet->syllables, j);
          double place = place_of (syllables, value_at (outlet->sentences, j));
          guint x = (guint) ((syllables - BS_FRY_SYLLABLES_LEAST) / CELL_SYLLABLES);

          if (!isnan (place))
            counts[MIN ((guint) (place / CELL_PLACES), rows - 1) * CELLS_ACROSS + MIN (x, CELLS_ACROSS - 1)]++;
        }
    }
  for (guint k = 0; k < CELLS_ACROSS * rows; k++)
    if (counts[k] > 0)
      {
        BsFryPoint low = { BS_FRY_SYLLABLES_LEAST + k % CELLS_ACROSS * CELL_SYLLABLES, k / CELLS_ACROSS * CELL_PLACES };

        add_row (table, -1, "bin", low, (BsFryPoint){ low.syllables + CELL_SYLLABLES, low.place + CELL_PLACES },
                 counts[k]);
      }
}

static void
write_outlet (BsChartTable *table, const Outlet *outlet)
{
  const BsSummary *x = &outlet->across, *y = &outlet->up;
  double place = place_of (x->median, y->median);
  guint grade = bs_fry_grade (x->median, y->median);
  const double figures[] = {
    (double) x->n, grade > 0 ? grade : (double) NAN, x->median, y->median, place,
    CLAMP (x->q25, BS_FRY_SYLLABLES_LEAST, BS_FRY_SYLLABLES_MOST),
    CLAMP (x->q75, BS_FRY_SYLLABLES_LEAST, BS_FRY_SYLLABLES_MOST),
    bs_fry_place (CLAMP (y->q25, BS_FRY_SENTENCES_LEAST, BS_FRY_SENTENCES_MOST)),
    bs_fry_place (CLAMP (y->q75, BS_FRY_SENTENCES_LEAST, BS_FRY_SENTENCES_MOST)),
  };

  bs_chart_table_text (table, outlet->name);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    bs_chart_table_number (table, figures[i]);
}

BsChartTable *
bs_chart_fry (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  g_autoptr (BsChartTable) table = bs_chart_table_new ();
  g_auto (Sample) sample = { .outlets = g_ptr_array_new_with_free_func (outlet_free) };

  if (!load (&sample, store, error))
    return NULL;
  write_comments (table, store, &sample);
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; sample.articles > 0 && i < sample.outlets->len; i++)
    write_outlet (table, sample.outlets->pdata[i]);
  bs_chart_table_block (table, chart->item_columns);
  if (sample.articles > 0)
    write_graph (table, &sample);
  if (sample.articles <= BS_CHART_MOST_POINTS)
    write_points (table, &sample);
  else
    write_bins (table, &sample);
  return g_steal_pointer (&table);
}
