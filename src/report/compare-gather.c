/* Reads what is compared: every article once, in key order, and then its group's articles in a row. */
#include "report/compare.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "report/compare-labels.h"
#include "report/field.h"
#include "report/view.h"

/* The cells of a row before the measures. */
enum { OUTLET, ID, CHECKSUM, WORDS, DAY, COPY, COUNTS, WIRE, GROUP, GROUP_ALSO, BYLINE, AGENCY, BLOCK, CLUSTER, FIXED };

/* ---- Reading ------------------------------------------------------------------------------------------------------ */

typedef struct {
  guint32  group;
  gboolean counts, copy, wire;
  guint32  day; /* number in days */
  double   words;
} Row;

typedef struct {
  const BsCompareOptions *options;
  GArray   *rows;   /* of Row, in key order */
  GArray   *values; /* of double, a row after the other */
  BsNamer     groups, day, byline, block, outlet_day, agency, cluster;
  GChecksum *digest;
} Reading;

static void
reading_init (Reading *reading, const BsCompareOptions *options)
{
  *reading = (Reading){ .options = options,
                        .rows = g_array_new (FALSE, FALSE, sizeof (Row)),
                        .values = g_array_new (FALSE, FALSE, sizeof (double)),
                        .groups = bs_namer_new ("group"),
                        .day = bs_namer_new ("day"),
                        .byline = bs_namer_new ("byline"),
                        .block = bs_namer_new (options->matched),
                        .outlet_day = bs_namer_new ("outlet-day"),
                        .agency = bs_namer_new ("agency"),
                        .cluster = bs_namer_new (options->cluster),
                        .digest = g_checksum_new (G_CHECKSUM_SHA256) };
}

static void
reading_clear (Reading *reading)
{
  BsNamer *namers[] = { &reading->groups, &reading->day,        &reading->byline, &reading->block,
                      &reading->outlet_day, &reading->agency, &reading->cluster };

  for (guint i = 0; i < G_N_ELEMENTS (namers); i++)
    bs_labels_free (bs_namer_end (namers[i]));
  g_array_unref (reading->rows);
  g_array_unref (reading->values);
  g_checksum_free (reading->digest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static const char *
text_of (const BsCell *cell)
{
  return cell->missing ? NULL : cell->text;
}

static char *
group_name (const Reading *reading, const BsCell *cells)
{
  const char *first = cells[GROUP].missing ? BS_FIELD_NONE : cells[GROUP].text;
  const char *second = cells[GROUP_ALSO].missing ? BS_FIELD_NONE : cells[GROUP_ALSO].text;

  return reading->options->by_also != NULL ? g_strconcat (first, " × ", second, NULL) : g_strdup (first);
}

static void
add_digest (GChecksum *digest, const BsCell *cells)
{
  const char *parts[] = { cells[OUTLET].text, cells[ID].text, cells[CHECKSUM].missing ? "" : cells[CHECKSUM].text };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (digest, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);
}

/* Whether an article can have so many words. */
static gboolean
check_row (BsStore *store, const BsCell *cells, GError **error)
{
  if (cells[WORDS].integer >= 0 && cells[WORDS].integer <= G_MAXUINT32)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the number of words of article %s / %s is damaged",
               bs_store_path (store), cells[OUTLET].text, cells[ID].text);
  return FALSE;
}

static void
take_row (Reading *reading, const BsCell *cells)
{
  g_autofree char *name = group_name (reading, cells);
  const char *day = !cells[DAY].missing && strlen (cells[DAY].text) == 10 ? cells[DAY].text : NULL;
  g_autofree char *outlet_day = day != NULL ? g_strconcat (cells[OUTLET].text, "\x1f", day, NULL) : NULL;
  Row row = { .group = bs_namer_number (&reading->groups, name),
              .counts = cells[COUNTS].integer != 0,
              .copy = cells[COPY].integer != 0,
              .wire = !cells[WIRE].missing,
              .words = (double) cells[WORDS].integer };

  bs_namer_add (&reading->day, day);
  row.day = bs_namer_number (&reading->day, day);
  bs_namer_add (&reading->outlet_day, outlet_day);
  bs_namer_add (&reading->byline, text_of (&cells[BYLINE]));
  bs_namer_add (&reading->agency, text_of (&cells[AGENCY]));
  bs_namer_add (&reading->block, text_of (&cells[BLOCK]));
  bs_namer_add (&reading->cluster, text_of (&cells[CLUSTER]));
  g_array_append_val (reading->rows, row);
  for (guint i = 0; i < reading->options->n_refs; i++)
    {
      double value = cells[FIXED + i].missing ? (double) NAN : cells[FIXED + i].real;

      g_array_append_val (reading->values, value);
    }
  if (row.counts)
    add_digest (reading->digest, cells);
}

/* Adds ", EXPRESSION" of a field, or NULL where there is none. */
static gboolean
append_field (BsStore *store, GString *sql, const char *field, GPtrArray *parameters, GError **error)
{
  g_autofree char *expression
      = field != NULL ? bs_field_expression (store, field, parameters, error) : g_strdup ("NULL");

  if (expression != NULL)
    g_string_append_printf (sql, ", %s", expression);
  return expression != NULL;
}

/* "outlet-day" stands for what the reading makes itself. */
static const char *
field_of_cluster (const BsCompareOptions *options)
{
  return options->cluster != NULL && g_str_equal (options->cluster, "outlet-day") ? NULL : options->cluster;
}

static gboolean
append_outlets (BsStore *store, GString *sql, const char *const *outlets, GPtrArray *parameters, GError **error)
{
  for (guint i = 0; outlets != NULL && outlets[i] != NULL; i++)
    {
      if (!bs_view_check_outlet (store, outlets[i], error))
        return FALSE;
      g_string_append (sql, i == 0 ? " WHERE a.outlet IN (?" : ", ?");
      g_ptr_array_add (parameters, g_strdup (outlets[i]));
    }
  if (outlets != NULL && outlets[0] != NULL)
    g_string_append_c (sql, ')');
  return TRUE;
}

/* " AND EXPRESSION = ?" for every "FIELD=VALUE". */
static gboolean
append_where (BsStore *store, GString *sql, const char *const *where, gboolean first, GPtrArray *parameters,
              GError **error)
{
  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    {
      const char *value = strchr (where[i], '=');
      g_autofree char *field = value != NULL ? g_strndup (where[i], (gsize) (value - where[i])) : NULL;
      g_autofree char *expression = NULL;

      if (field == NULL)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--where takes FIELD=VALUE, not “%s”", where[i]);
          return FALSE;
        }
      expression = bs_field_expression (store, field, parameters, error);
      if (expression == NULL)
        return FALSE;
      g_string_append_printf (sql, " %s CAST(%s AS TEXT) = ?", first && i == 0 ? "WHERE" : "AND", expression);
      g_ptr_array_add (parameters, g_strdup (value + 1));
    }
  return TRUE;
}

static BsTable *
select_rows (BsStore *store, const BsCompareOptions *options, GError **error)
{
  static char anonymous[] = "x";
  gboolean keep = bs_store_copies (store) == BS_COPIES_KEEP;
  g_autoptr (GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
  g_autofree BsColumn *columns = g_new0 (BsColumn, FIXED + options->n_refs);
  g_autoptr (GString) sql = g_string_new ("SELECT a.outlet, a.id, a.source_checksum, a.words, a.day, copied, ");
  const char *fields[] = { options->by != NULL ? options->by : "outlet", options->by_also, "byline", "agency",
                           options->matched, field_of_cluster (options) };

  g_string_append (sql, keep ? "1" : "NOT copied");
  g_string_append (sql, ", nullif(coalesce(a.agency, a.originally_from), '')");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!append_field (store, sql, fields[i], parameters, error))
      return NULL;
  for (guint i = 0; i < options->n_refs; i++)
    {
      g_autofree char *id = bs_measure_ref_id (options->refs[i]);

      g_string_append_printf (sql, ", a.\"%s\"", id);
    }
  g_string_append (sql, " FROM (SELECT *, EXISTS (SELECT 1 FROM copies c WHERE c.article = articles.article AND"
                        " c.original <> c.article) AS copied FROM articles) a");
  if (!append_outlets (store, sql, options->outlets, parameters, error)
      || !append_where (store, sql, options->where, options->outlets == NULL || options->outlets[0] == NULL, parameters,
                        error))
    return NULL;
  g_string_append (sql, " ORDER BY outlet, id");
  g_ptr_array_add (parameters, NULL);
  for (guint i = 0; i < FIXED + options->n_refs; i++)
    columns[i] = (BsColumn){ anonymous, NULL,
                             i >= FIXED                                    ? BS_COLUMN_REAL
                             : i == WORDS || i == COPY || i == COUNTS ? BS_COLUMN_INTEGER
                                                                           : BS_COLUMN_TEXT,
                             0 };
  return bs_store_query (store, sql->str, (const char *const *) parameters->pdata, columns, FIXED + options->n_refs,
                         error);
}

/* ---- Arranging ---------------------------------------------------------------------------------------------------- */

static void
group_take (BsCompareGroup *group, const Row *row, const GPtrArray *days)
{
  const char *day = row->day != BS_COMPARE_NONE ? days->pdata[row->day] : NULL;

  group->copies += row->copy;
  if (!row->counts)
    {
      group->left_out++;
      return;
    }
  group->n++;
  group->words += (gint64) row->words;
  group->wire += row->wire;
  if (day != NULL && (group->first_day == NULL || strcmp (day, group->first_day) < 0))
    {
      g_free (group->first_day);
      group->first_day = g_strdup (day);
    }
  if (day != NULL && (group->last_day == NULL || strcmp (day, group->last_day) > 0))
    {
      g_free (group->last_day);
      group->last_day = g_strdup (day);
    }
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (((const BsCompareGroup *) a)->name, ((const BsCompareGroup *) b)->name);
}

/* Fills data->groups and data->small; returns, by number of the reading, the place in data->groups. */
static guint *
arrange_groups (const Reading *reading, BsCompareData *data)
{
  const GPtrArray *names = reading->groups.labels->names;
  g_autofree BsCompareGroup *all = g_new0 (BsCompareGroup, names->len + 1);
  GHashTable *places = g_hash_table_new (bs_hash_word, g_str_equal);
  guint *place = g_new (guint, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    all[i].name = g_strdup (names->pdata[i]);
  for (guint i = 0; i < reading->rows->len; i++)
    {
      const Row *row = &g_array_index (reading->rows, Row, i);

      group_take (&all[row->group], row, reading->day.labels->names);
    }
  for (guint i = 0; i < names->len; i++)
    g_array_append_val (all[i].n >= MAX (reading->options->least, 1) ? data->groups : data->small, all[i]);
  g_array_sort (data->groups, by_name);
  g_array_sort (data->small, by_name);
  for (guint i = 0; i < data->groups->len; i++)
    {
      BsCompareGroup *group = &g_array_index (data->groups, BsCompareGroup, i);

      group->first = data->n_rows;
      data->n_rows += group->n + group->left_out;
      g_hash_table_insert (places, group->name, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < names->len; i++)
    place[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, names->pdata[i])) - 1; /* G_MAXUINT: left out */
  g_hash_table_unref (places);
  return place;
}

/* By row of the data, its row in key order. */
static guint *
arrange_rows (const Reading *reading, const BsCompareData *data)
{
  g_autofree guint *place = arrange_groups (reading, (BsCompareData *) data);
  g_autofree guint *counted = g_new0 (guint, data->groups->len + 1);
  g_autofree guint *others = g_new0 (guint, data->groups->len + 1);
  guint *from = g_new0 (guint, data->n_rows + 1);

  for (guint i = 0; i < reading->rows->len; i++)
    {
      const Row *row = &g_array_index (reading->rows, Row, i);
      guint at = place[row->group];
      const BsCompareGroup *group;

      if (at == G_MAXUINT)
        continue;
      group = bs_compare_group (data, at);
      from[group->first + (row->counts ? counted[at]++ : group->n + others[at]++)] = i;
    }
  return from;
}

static void
take_clusters (BsCompareData *data, Reading *reading, const guint *from)
{
  BsNamer *found[] = { &reading->outlet_day, &reading->byline, &reading->agency };
  const char *asked = reading->options->cluster;

  data->byline = bs_namer_take (&reading->byline, from, data->n_rows);
  if (asked != NULL && !g_str_equal (asked, "outlet-day"))
    {
      g_ptr_array_add (data->clusters, bs_namer_take (&reading->cluster, from, data->n_rows));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      BsCompareLabels *labels
          = found[i] == &reading->byline ? data->byline : bs_namer_take (found[i], from, data->n_rows);

      if (asked != NULL ? i == 0 : bs_labels_telling (labels))
        g_ptr_array_add (data->clusters, labels);
      else if (labels != data->byline)
        bs_labels_free (labels);
    }
}

static void
take_values (BsCompareData *data, const Reading *reading, const guint *from)
{
  guint n_refs = reading->options->n_refs;
  const double *values = (const double *) (gpointer) reading->values->data;

  data->words = g_new (double, data->n_rows + 1);
  data->values = g_new0 (double *, n_refs + 1);
  for (guint i = 0; i < data->n_rows; i++)
    data->words[i] = g_array_index (reading->rows, Row, from[i]).words;
  for (guint measure = 0; measure < n_refs; measure++)
    {
      data->values[measure] = g_new (double, data->n_rows + 1);
      for (guint i = 0; i < data->n_rows; i++)
        data->values[measure][i] = values[(gsize) from[i] * n_refs + measure];
    }
}

BsCompareData *
bs_compare_gather (BsStore *store, const BsCompareOptions *options, GError **error)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (BsCompareData) data = NULL;
  g_autoptr (BsTable) rows = NULL;
  g_autofree guint *from = NULL;
  GError *broken = NULL;
  const BsCell *cells;

  reading_init (&reading, options);
  rows = select_rows (store, options, error);
  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL && check_row (store, cells, &broken))
    take_row (&reading, cells);
  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return NULL;
    }
  data = bs_compare_data_new (options);
  data->digest = g_strdup (g_checksum_get_string (reading.digest));
  data->crossed = options->by_also != NULL;
  from = arrange_rows (&reading, data);
  take_values (data, &reading, from);
  data->day = bs_namer_take (&reading.day, from, data->n_rows);
  data->block = options->matched != NULL ? bs_namer_take (&reading.block, from, data->n_rows) : NULL;
  take_clusters (data, &reading, from);
  return bs_compare_data_check (data, error) ? g_steal_pointer (&data) : NULL;
}
