#include "report/view.h"

#include <math.h>

#include "analysis/outlet-names.h"
#include "compare/summary.h"
#include "report/field.h"
#include "report/spark.h"

static void
append_measures (GString *sql, const BsMeasureRef *refs, guint n_refs)
{
  for (guint i = 0; i < n_refs; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);

      g_string_append_printf (sql, ", \"%s\"", id);
    }
}

/* SELECT outlet, FIXED, the measures FROM the articles that count in key order. */
static char *
articles_sql (const char *fixed, const BsMeasureRef *refs, guint n_refs, const char *where)
{
  GString *sql = g_string_new ("SELECT outlet");

  g_string_append (sql, fixed);
  append_measures (sql, refs, n_refs);
  g_string_append_printf (sql, " FROM counted_articles%s ORDER BY outlet, id", where);
  return g_string_free (sql, FALSE);
}

/* What is gathered of one group of articles. */
typedef struct {
  gboolean all; /* copies count */
  gint64 articles, copies, words, sentences, letters, kept, aside;
  gint64 divided; /* words of articles that have sentences */
  GPtrArray *values; /* by measure: GArray of double */
  guint main;        /* the measure that is drawn */
  BsSpark *years;    /* its values, by group and year */
  guint rows;        /* groups before this one */
} Group;

static void
group_init (Group *group, guint n_refs, gboolean all)
{
  *group = (Group){ .all = all, .years = bs_spark_new (), .values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref) };
  for (guint i = 0; i < n_refs; i++)
    g_ptr_array_add (group->values, g_array_new (FALSE, FALSE, sizeof (double)));
}

static void
group_clear (Group *group)
{
  g_clear_pointer (&group->values, g_ptr_array_unref);
  g_clear_pointer (&group->years, bs_spark_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static void
group_forget (Group *group)
{
  GPtrArray *values = group->values;

  for (guint i = 0; i < values->len; i++)
    g_array_set_size (values->pdata[i], 0);
  *group = (Group){ .all = group->all, .values = values, .main = group->main, .years = group->years,
                    .rows = group->rows };
}

#define N_SUMMED 8

/* Cells: outlet, words, sentences, letters, kept_bytes, aside_bytes, 1 for a copy, year, measures. */
static void
group_add (Group *group, const BsCell *cells)
{
  group->copies += cells[6].integer;
  if (cells[6].integer != 0 && !group->all)
    return;
  group->articles++;
  group->words += cells[1].integer;
  if (!cells[2].missing)
    {
      group->divided += cells[1].integer;
      group->sentences += cells[2].integer;
    }
  group->letters += cells[3].integer;
  group->kept += cells[4].integer;
  group->aside += cells[5].integer;
  for (guint i = 0; i < group->values->len; i++)
    if (!cells[N_SUMMED + i].missing)
      g_array_append_val ((GArray *) group->values->pdata[i], cells[N_SUMMED + i].real);
  if (group->values->len > 0 && !cells[7].missing && !cells[N_SUMMED + group->main].missing)
    bs_spark_add (group->years, group->rows, cells[7].integer, cells[N_SUMMED + group->main].real);
}

static double
ratio (gint64 a, gint64 b)
{
  return b != 0 ? (double) a / (double) b : (double) NAN;
}

static void
group_row (Group *group, const char *outlet, BsTable *table)
{
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, outlet);
  bs_table_set_integer (table, 1, group->articles);
  bs_table_set_integer (table, 2, group->copies);
  bs_table_set_integer (table, 3, group->words);
  bs_table_set_real (table, 4, ratio (group->divided, group->sentences));
  bs_table_set_real (table, 5, ratio (group->letters, group->words));
  bs_table_set_real (table, 6, 100 * ratio (group->aside, group->aside + group->kept));
  for (guint i = 0; i < group->values->len; i++)
    {
      const GArray *values = group->values->pdata[i];
      BsSummary summary = bs_summary ((const double *) (gpointer) values->data, values->len);

      bs_table_set_real (table, 7 + 2 * i, summary.median);
      bs_table_set_real (table, 8 + 2 * i, summary.n > 1 ? summary.iqr : (double) NAN); /* one article has no spread */
      if (i == group->main && bs_table_n_pictures (table) > 0)
        bs_table_set_picture (table, 0, group->rows, (const double[]){ summary.q25, summary.median, summary.q75 }, 3);
    }
  group->rows++;
}

/* The grouping column is called as its field is, unless a figure has that name: a table's names are unique. */
static const char *
unique_name (const char *field)
{
  static const char *const figures[]
      = { "articles", "copies", "words", "words_per_sentence", "letters_per_word", "aside_percent" };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i], field))
      return "group";
  return g_str_has_suffix (field, "_median") || g_str_has_suffix (field, "_iqr") ? "group" : field;
}

static BsTable *
groups_table (const char *name, const char *title, const BsMeasureRef *refs, guint n_refs)
{
  static const guint spare[] = { 2, 4, 5, 6 };
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, unique_name (name), title, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "copies", "Copies", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "words", "Words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "words_per_sentence", "Words/sentence", BS_COLUMN_REAL, 1);
  bs_table_add_column (table, "letters_per_word", "Letters/word", BS_COLUMN_REAL, 2);
  bs_table_add_column (table, "aside_percent", "Set aside %", BS_COLUMN_REAL, 1);
  for (guint i = 0; i < G_N_ELEMENTS (spare); i++)
    bs_table_set_spare (table, spare[i]);
  for (guint i = 0; i < n_refs; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);
      g_autofree char *median = g_strconcat (id, "_median", NULL);
      g_autofree char *iqr = g_strconcat (id, "_iqr", NULL);
      int decimals = bs_measure_decimals (refs[i]);

      bs_table_add_column (table, median, id, BS_COLUMN_REAL, decimals);
      bs_table_add_column (table, iqr, "IQR", BS_COLUMN_REAL, decimals);
    }
  return table;
}

/* The measure that pictures are of: the one that charts draw too, or the first. */
static guint
main_measure (const BsMeasureRef *refs, guint n_refs)
{
  for (guint i = 0; i < n_refs; i++)
    if (g_str_equal (refs[i].measure->id, "flesch_kincaid"))
      return i;
  return 0;
}

/* What a terminal shows of the table's main measure behind its number. */
static void
add_strip (BsTable *table, const BsMeasureRef *refs, guint n_refs)
{
  guint main = main_measure (refs, n_refs);
  g_autofree char *id = bs_measure_ref_id (refs[main]);
  g_autofree char *meaning = g_strdup_printf ("first quartile, median and third quartile of %s", id);

  bs_table_add_picture (table, 7 + 2 * main, BS_PICTURE_STRIP, "middle half of articles", meaning);
  for (guint i = 0; i < n_refs; i++)
    bs_table_set_spare (table, 8 + 2 * i);
}

/* Adds a row for each run of articles with the same first cell. */
static BsTable *
group_rows (BsTable *rows, BsTable *table, const BsMeasureRef *refs, guint n_refs, gboolean all, GError **error)
{
  g_auto (Group) group = { 0 };
  g_autofree char *name = NULL;
  GError *broken = NULL;
  const BsCell *cells;

  group_init (&group, n_refs, all);
  group.main = main_measure (refs, n_refs);
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      if (g_strcmp0 (name, cells[0].text) != 0)
        {
          if (name != NULL)
            group_row (&group, name, table);
          group_forget (&group);
          g_free (name);
          name = g_strdup (cells[0].text);
        }
      group_add (&group, cells);
    }
  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return NULL;
    }
  if (name != NULL)
    group_row (&group, name, table);
  if (bs_table_n_pictures (table) > 0)
    bs_spark_draw (group.years, table, 7 + 2 * group.main, "year", "its median");
  return table;
}

/* SELECT the group's name, what every group sums, and the measures. */
static BsTable *
select_groups (BsStore *store, const char *group, const char *from, const char *const *parameters,
               const BsMeasureRef *refs, guint n_refs, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree BsColumn *columns = g_new0 (BsColumn, N_SUMMED + n_refs);
  static char anonymous[] = "x";

  g_string_printf (sql, "SELECT %s, words, sentences, letters, kept_bytes, aside_bytes, EXISTS (SELECT 1 FROM copies c"
                   " WHERE c.article = a.article AND c.original <> c.article), year", group);
  for (guint i = 0; i < N_SUMMED + n_refs; i++)
    columns[i]
        = (BsColumn){ anonymous, NULL, i == 0 ? BS_COLUMN_TEXT : i < N_SUMMED ? BS_COLUMN_INTEGER : BS_COLUMN_REAL, 0 };
  append_measures (sql, refs, n_refs);
  g_string_append_printf (sql, " FROM %s ORDER BY 1, outlet, id", from);
  return bs_store_query (store, sql->str, parameters, columns, N_SUMMED + n_refs, error);
}

BsTable *
bs_view_groups (BsStore *store, const char *by, const BsMeasureRef *refs, guint n_refs, GError **error)
{
  g_autoptr (BsTable) table = groups_table (by != NULL ? by : "outlet", by != NULL ? by : "Outlet", refs, n_refs);
  g_autoptr (BsTable) rows = NULL;
  g_autoptr (GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *field = bs_field_expression (store, by != NULL ? by : "outlet", parameters, error);
  g_autofree char *group = field != NULL ? g_strdup_printf ("coalesce(%s, '" BS_FIELD_NONE "')", field) : NULL;

  if (group == NULL)
    return NULL;
  g_ptr_array_add (parameters, NULL);
  rows = select_groups (store, group, "articles a", (const char *const *) parameters->pdata, refs, n_refs, error);
  if (n_refs > 0)
    add_strip (table, refs, n_refs);
  if (rows == NULL || group_rows (rows, table, refs, n_refs, bs_store_copies (store) == BS_COPIES_KEEP, error) == NULL)
    return NULL;
  return g_steal_pointer (&table);
}

static gboolean
whole_row (BsStore *store, BsTable *table, const char *name, gboolean all, const BsMeasureRef *refs, guint n_refs,
           GError **error)
{
  g_autoptr (BsTable) rows = select_groups (store, name, "articles a", NULL, refs, n_refs, error);

  return rows != NULL && group_rows (rows, table, refs, n_refs, all, error) != NULL;
}

BsTable *
bs_view_whole (BsStore *store, const BsMeasureRef *refs, guint n_refs, GError **error)
{
  g_autoptr (BsTable) table = groups_table ("outlet", "Outlet", refs, n_refs);
  gboolean all = bs_store_copies (store) == BS_COPIES_KEEP;

  if (!whole_row (store, table, "'(all)'", all, refs, n_refs, error)
      || (!all && bs_store_n_copies (store) > 0
          && !whole_row (store, table, "'(all and copies)'", TRUE, refs, n_refs, error)))
    return NULL;
  return g_steal_pointer (&table);
}

/* ---- One measure -------------------------------------------------------------------------------------------------- */

static void
measure_row (BsTable *table, const char *outlet, const GArray *values)
{
  BsSummary s = bs_summary ((const double *) (gpointer) values->data, values->len);
  double figures[] = { s.mean, s.sd, s.trimmed_mean, s.min, s.q05, s.q25, s.median, s.q75, s.q95, s.max };

  bs_table_begin_row (table);
  bs_table_set_text (table, 0, outlet);
  bs_table_set_integer (table, 1, (gint64) s.n);
  bs_table_set_integer (table, 2, (gint64) s.missing);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    bs_table_set_real (table, 3 + i, figures[i]);
}

static BsTable *
measure_table (BsMeasureRef ref)
{
  static const char *const names[][2]
      = { { "mean", "Mean" }, { "sd", "SD" },    { "trimmed_mean", "Trimmed" }, { "min", "Min" },
          { "q05", "5 %" },   { "q25", "25 %" }, { "median", "Median" },        { "q75", "75 %" },
          { "q95", "95 %" },  { "max", "Max" } };
  BsTable *table = bs_table_new ();
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autofree char *title = g_strdup_printf ("%s (%s), %s, by outlet", ref.measure->title, id, ref.measure->unit);

  bs_table_set_title (table, title);
  bs_table_set_note (table, "SD: of the sample. Trimmed: mean without the lowest and the highest 20 % of articles.");
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "without", "No value", BS_COLUMN_INTEGER, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    bs_table_add_column (table, names[i][0], names[i][1], BS_COLUMN_REAL, (int) bs_measure_decimals (ref));
  return table;
}

BsTable *
bs_view_measure (BsStore *store, BsMeasureRef ref, GError **error)
{
  g_autofree char *sql = articles_sql ("", &ref, 1, "");
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, NULL, 0, error);
  g_autoptr (BsTable) table = measure_table (ref);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *outlet = NULL;
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    {
      double value = cells[1].missing ? (double) NAN : cells[1].real;

      if (outlet != NULL && !g_str_equal (outlet, cells[0].text))
        measure_row (table, outlet, values);
      if (g_strcmp0 (outlet, cells[0].text) != 0)
        {
          g_array_set_size (values, 0);
          g_free (outlet);
          outlet = g_strdup (cells[0].text);
        }
      g_array_append_val (values, value);
    }
  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return NULL;
    }
  if (outlet != NULL)
    measure_row (table, outlet, values);
  bs_view_note_copies (store, table);
  return g_steal_pointer (&table);
}

/* ---- Articles ----------------------------------------------------------------------------------------------------- */

BsTable *
bs_view_articles (BsStore *store, const BsMeasureRef *refs, guint n_refs, const char *outlet, GError **error)
{
  static const BsColumn fixed[] = {
    { "outlet", "Outlet", BS_COLUMN_TEXT, 0 },          { "id", "Id", BS_COLUMN_TEXT, 0 },
    { "title", "Title", BS_COLUMN_TEXT, 0 },            { "day", "Day", BS_COLUMN_TEXT, 0 },
    { "words", "Words", BS_COLUMN_INTEGER, 0 },         { "sentences", "Sentences", BS_COLUMN_INTEGER, 0 },
  };
  const char *parameters[] = { outlet, NULL };
  g_autofree char *sql = articles_sql (", id, title, day, words, sentences", refs, n_refs,
                                       outlet != NULL ? " WHERE outlet = ?" : "");
  g_autofree BsColumn *columns = g_new0 (BsColumn, G_N_ELEMENTS (fixed) + n_refs);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  BsTable *table;

  memcpy (columns, fixed, sizeof fixed);
  for (guint i = 0; i < n_refs; i++)
    {
      char *id = bs_measure_ref_id (refs[i]);

      g_ptr_array_add (names, id);
      columns[G_N_ELEMENTS (fixed) + i] = (BsColumn){ id, NULL, BS_COLUMN_REAL, (int) bs_measure_decimals (refs[i]) };
    }
  table = bs_store_query (store, sql, parameters, columns, G_N_ELEMENTS (fixed) + n_refs, error);
  if (table == NULL)
    return NULL;
  bs_table_set_title (table, "Articles");
  bs_view_note_copies (store, table);
  return table;
}

/* ---- Outlets ------------------------------------------------------------------------------------------------------ */

GPtrArray *
bs_view_outlet_names (BsStore *store, GError **error)
{
  return bs_outlet_names (store, NULL, error);
}

GPtrArray *
bs_view_largest_outlets (BsStore *store, guint most, guint *n_all, GError **error)
{
  static const BsColumn columns[] = { { "name", NULL, BS_COLUMN_TEXT, 0 } };
  g_autoptr (GPtrArray) all = bs_view_outlet_names (store, error);
  g_autoptr (GPtrArray) largest = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql
      = g_strdup_printf ("SELECT name FROM (SELECT name FROM counted_outlets WHERE articles > 0 ORDER BY words DESC, name"
                         " LIMIT %u) ORDER BY name", most);
  g_autoptr (BsTable) rows = NULL;
  GError *broken = NULL;
  const BsCell *cells;

  if (all == NULL)
    return NULL;
  if (n_all != NULL)
    *n_all = all->len;
  if (all->len <= most)
    return g_steal_pointer (&all);
  rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), error);
  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    g_ptr_array_add (largest, g_strdup (cells[0].text));
  if (broken == NULL)
    return g_steal_pointer (&largest);
  g_propagate_error (error, broken);
  return NULL;
}

gboolean
bs_view_check_outlet (BsStore *store, const char *outlet, GError **error)
{
  const char *parameters[] = { outlet, NULL };

  if (bs_store_number (store, "SELECT 1 FROM outlets WHERE name = ?", parameters) == 1)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "there is no outlet “%s”; “broadsheet export outlets” lists them",
               outlet);
  return FALSE;
}
