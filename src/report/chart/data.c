/* The list of what makes each chart's table, and what all of them begin with. */
#include "report/chart/parts.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "store/values.h"

/* The years of the first and the last article that counts; NAN where none has one. */
static void
find_years (BsStore *store, double *first, double *last)
{
  g_autoptr (GPtrArray) outlets = bs_store_load_values (store, "year", NULL);

  *first = *last = (double) NAN;
  for (guint i = 0; outlets != NULL && i < outlets->len; i++)
    {
      const GArray *years = ((const BsOutletValues *) outlets->pdata[i])->values;

      if (years->len > 0)
        {
          *first = fmin (*first, g_array_index (years, double, 0));
          *last = fmax (*last, g_array_index (years, double, years->len - 1));
        }
    }
}

/* "5,846 articles of 7 outlets, 2005 to 2022" */
static char *
describe_corpus (BsStore *store)
{
  double articles = bs_store_number (store, "SELECT coalesce(sum(articles), 0) FROM counted_outlets", NULL);
  double outlets = bs_store_number (store, "SELECT count(*) FROM counted_outlets", NULL);
  double first, last;
  GString *text = g_string_new (NULL);
  char number[BS_NUMBER_MAX];

  find_years (store, &first, &last);
  g_string_append_printf (text, "%s article%s of %.0f outlet%s", bs_number_grouped ((gint64) articles, number),
                          articles == 1 ? "" : "s", outlets, outlets == 1 ? "" : "s");
  if (!isnan (first) && first == last)
    g_string_append_printf (text, ", %.0f", first);
  else if (!isnan (first))
    g_string_append_printf (text, ", %.0f to %.0f", first, last);
  return g_string_free (text, FALSE);
}

static void
note_copies (BsChartTable *table, BsStore *store)
{
  double copies = bs_store_number (
      store, "SELECT (SELECT sum(articles) FROM outlets) - (SELECT sum(articles) FROM counted_outlets)", NULL);
  char number[BS_NUMBER_MAX];
  g_autofree char *note = g_strdup_printf (copies == 1 ? "%s copy of another article is left out."
                                                       : "%s copies of other articles are left out.",
                                           bs_number_grouped ((gint64) copies, number));

  if (copies > 0)
    bs_chart_table_comment (table, "note", note);
}

void
bs_chart_begin (BsChartTable *table, BsStore *store, const char *title, const char *lead, const char *axis)
{
  g_autofree char *corpus = describe_corpus (store);
  g_autofree char *subtitle = g_strdup_printf ("%s; %s", lead, corpus);

  bs_chart_table_comment (table, "title", title);
  bs_chart_table_comment (table, "subtitle", subtitle);
  if (axis != NULL)
    bs_chart_table_comment (table, "axis", axis);
  note_copies (table, store);
}

#define NAMES_MOST 5 /* that a note tells */

void
bs_chart_note_left_out (BsChartTable *table, const char *why, const GPtrArray *names)
{
  g_autoptr (GString) note = g_string_new (why);

  if (names->len == 0)
    return;
  for (guint i = 0; i < MIN (names->len, NAMES_MOST); i++)
    g_string_append_printf (note, "%s%s", i > 0 ? ", " : ": ", (const char *) names->pdata[i]);
  if (names->len > NAMES_MOST)
    g_string_append_printf (note, " and %u more", names->len - NAMES_MOST);
  bs_chart_table_comment (table, "note", g_string_append_c (note, '.')->str);
}

static void
note_most (BsChartTable *table, const char *what, guint drawn, guint all)
{
  char some[BS_NUMBER_MAX], of[BS_NUMBER_MAX];
  g_autofree char *note = g_strdup_printf ("The %s outlets with the most %s, of %s.", bs_number_grouped (drawn, some), what,
                                           bs_number_grouped (all, of));

  if (all > drawn)
    bs_chart_table_comment (table, "note", note);
}

void
bs_chart_note_outlets (BsChartTable *table, guint drawn, guint all)
{
  note_most (table, "words", drawn, all);
}

void
bs_chart_note_values (BsChartTable *table, guint drawn, guint all)
{
  note_most (table, "articles that have a value", drawn, all);
}

static int
by_values (gconstpointer a, gconstpointer b)
{
  const BsOutletValues *x = *(BsOutletValues *const *) a, *y = *(BsOutletValues *const *) b;

  if (x->values->len != y->values->len)
    return x->values->len < y->values->len ? 1 : -1;
  return strcmp (x->outlet, y->outlet);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BsOutletValues *const *) a)->outlet, (*(BsOutletValues *const *) b)->outlet);
}

guint
bs_chart_keep_most (GPtrArray *outlets)
{
  guint all = outlets->len;

  if (all <= BS_CHART_MOST_OUTLETS)
    return all;
  g_ptr_array_sort (outlets, by_values);
  g_ptr_array_set_size (outlets, BS_CHART_MOST_OUTLETS);
  g_ptr_array_sort (outlets, by_name);
  return all;
}

void
bs_chart_note_no_value (BsChartTable *table, BsMeasureRef ref)
{
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autofree char *note = g_strdup_printf ("No article has a value: “broadsheet explain %s” tells what it needs.", id);

  bs_chart_table_comment (table, "note", note);
}

static const struct {
  const char  *name; /* of the chart */
  BsChartMake *make;
} makers[] = {
  { "measure", bs_chart_measure },
  { "ecdf", bs_chart_ecdf },
  { "sentence-length", bs_chart_sentence_lengths },
  { "zipf", bs_chart_zipf },
  { "keyness", bs_chart_keyness },
  { "content-words", bs_chart_content_words },
  { "growth", bs_chart_growth },
  { "tree", bs_chart_likeness },
  { "map", bs_chart_likeness },
  { "heat", bs_chart_likeness },
  { "trend", bs_chart_trend },
  { "years", bs_chart_years },
  { "set-aside", bs_chart_set_aside },
  { "copies", bs_chart_copies },
  { "fry", bs_chart_fry },
  { "forest", bs_chart_forest },
  { "profile", bs_chart_profile },
  { "correlation", bs_chart_correlation },
  { "barcode", bs_chart_barcode },
};

/* A message of an error as a note: "Keyness compares outlets, and this store has 1 with articles that count." */
static char *
sentence_of (const char *message)
{
  char *sentence = g_strconcat (message, ".", NULL);

  sentence[0] = g_ascii_toupper (sentence[0]);
  return sentence;
}

/* A table without rows whose note says why. */
static BsChartTable *
make_nothing (BsStore *store, const BsChart *chart, const char *why)
{
  BsChartTable *table = bs_chart_table_new ();
  g_autofree char *note = sentence_of (why);

  bs_chart_begin (table, store, chart->title, "nothing to draw", NULL);
  bs_chart_table_comment (table, "note", note);
  bs_chart_table_block (table, chart->outlet_columns);
  bs_chart_table_block (table, chart->item_columns);
  return table;
}

static BsChartMake *
find_maker (const BsChart *chart)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].name, chart->name))
      return makers[i].make;
  return NULL;
}

/* What a maker refuses is the request's fault where that names an outlet that is not there, or a word that is none, and
 * else the store's. */
BsChartTable *
bs_chart_data (BsStore *store, const BsChart *chart, const BsChartRequest *request, GError **error)
{
  BsChartMake *make = find_maker (chart);
  g_autoptr (GError) refused = NULL;
  BsChartTable *table;

  g_return_val_if_fail (make != NULL, NULL);
  if (request->against != NULL && !bs_view_check_outlet (store, request->against, error))
    return NULL;
  if (!(bs_store_number (store, "SELECT count(*) FROM counted_articles", NULL) > 0))
    return make_nothing (store, chart, "the store has no article that counts");
  table = make (store, chart, request, &refused);
  if (table != NULL)
    return table;
  if (g_error_matches (refused, BS_ERROR, BS_ERROR_USAGE) && make != bs_chart_barcode)
    return make_nothing (store, chart, refused->message);
  g_propagate_error (error, g_steal_pointer (&refused));
  return NULL;
}
