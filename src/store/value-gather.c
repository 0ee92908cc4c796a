#include "store/value-gather.h"

#include <math.h>
#include <string.h>

#include "base/quantile.h"
#include "base/spill.h"
#include "measure/measure.h"

#define CHUNK 2048        /* articles */
#define HELD (1024 * 1024) /* bytes */

/* The articles of a chunk, as they are put aside: then follow, by column, their values. */
typedef struct {
  gint64  article[CHUNK];
  guint32 outlet[CHUNK];
} Head;

struct _BsValueGather {
  GPtrArray *names;   /* of the columns, NULL-ended */
  GArray *measures;   /* of guint: by column, its place in the measures of articles; the year, which is last, has none */
  guint n_columns;
  Head *head;         /* of the chunk at hand */
  double *values;     /* of the chunk at hand: by column, CHUNK each */
  double *row;        /* scratch: one article's, by column */
  guint n;            /* articles of the chunk at hand */
  guint n_chunks;     /* put aside */
  BsSpill *aside;
};

BsValueGather *
bs_value_gather_new (void)
{
  BsValueGather *gather = g_new0 (BsValueGather, 1);
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  gather->names = g_ptr_array_new_with_free_func (g_free);
  gather->measures = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (bs_measure_is_headline (refs[i]))
      {
        g_ptr_array_add (gather->names, bs_measure_ref_id (refs[i]));
        g_array_append_val (gather->measures, i);
      }
  g_ptr_array_add (gather->names, g_strdup ("year"));
  gather->n_columns = gather->names->len;
  g_ptr_array_add (gather->names, NULL);
  gather->head = g_new (Head, 1);
  gather->values = g_new (double, CHUNK * gather->n_columns);
  gather->row = g_new (double, gather->n_columns);
  gather->aside = bs_spill_new (HELD);
  return gather;
}

void
bs_value_gather_free (BsValueGather *gather)
{
  if (gather == NULL)
    return;
  g_ptr_array_unref (gather->names);
  g_array_unref (gather->measures);
  g_free (gather->head);
  g_free (gather->values);
  g_free (gather->row);
  bs_spill_free (gather->aside);
  g_free (gather);
}

const char *const *
bs_value_gather_columns (const BsValueGather *gather)
{
  return (const char *const *) gather->names->pdata;
}

/* ---- Gathering ---------------------------------------------------------------------------------------------------- */

static gsize
size_of_values (const BsValueGather *gather)
{
  return CHUNK * gather->n_columns * sizeof (double);
}

static gboolean
put_chunk_aside (BsValueGather *gather, GError **error)
{
  gather->n = 0;
  gather->n_chunks++;
  return bs_spill_put (gather->aside, gather->head, sizeof *gather->head, error)
         && bs_spill_put (gather->aside, gather->values, size_of_values (gather), error);
}

gboolean
bs_value_gather_add (BsValueGather *gather, gint64 article, guint32 outlet, const double *values, GError **error)
{
  gather->head->article[gather->n] = article;
  gather->head->outlet[gather->n] = outlet;
  for (guint i = 0; i < gather->n_columns; i++)
    gather->values[i * CHUNK + gather->n] = values[i];
  return ++gather->n < CHUNK || put_chunk_aside (gather, error);
}

gboolean
bs_value_gather_stored (BsValueGather *gather, gint64 article, guint32 outlet, const BsStoredArticle *stored,
                        GError **error)
{
  double *values = gather->row;

  for (guint i = 0; i < gather->measures->len; i++)
    {
      double value = stored->measures[g_array_index (gather->measures, guint, i)];

      values[i] = isfinite (value) ? value : NAN;
    }
  values[gather->measures->len] = bs_store_year (stored->day);
  return bs_value_gather_add (gather, article, outlet, values, error);
}

/* ---- Writing ------------------------------------------------------------------------------------------------------ */

/* A bucket is an outlet's articles that are no copies (even), or those that are (odd). */
typedef struct {
  BsValueGather *gather;
  BsStore *store;
  sqlite3_stmt *put;
  guint32 *bucket;   /* by article, in the order in which they came */
  gsize *start;      /* by bucket, of its articles in `sorted`; one more behind the last */
  gsize *end;        /* by bucket, of those that have a value in the column at hand */
  guint32 n_buckets;
  double *sorted;    /* a column's values by bucket */
  double *column;    /* of a chunk */
} Putting;

static void
putting_clear (Putting *p)
{
  sqlite3_finalize (p->put);
  g_free (p->bucket);
  g_free (p->start);
  g_free (p->end);
  g_free (p->sorted);
  g_free (p->column);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Putting, putting_clear)

static guint
articles_of_chunk (const BsValueGather *gather, guint chunk)
{
  return chunk < gather->n_chunks ? CHUNK : gather->n;
}

static guint64
place_of_chunk (const BsValueGather *gather, guint chunk)
{
  return (guint64) chunk * (sizeof (Head) + size_of_values (gather));
}

static gboolean
read_head (BsValueGather *gather, guint chunk, Head *head, GError **error)
{
  if (chunk < gather->n_chunks)
    return bs_spill_read (gather->aside, place_of_chunk (gather, chunk), head, sizeof *head, error);
  *head = *gather->head;
  return TRUE;
}

static gboolean
read_column (BsValueGather *gather, guint chunk, guint column, double *values, GError **error)
{
  if (chunk < gather->n_chunks)
    return bs_spill_read (gather->aside,
                          place_of_chunk (gather, chunk) + sizeof (Head) + column * CHUNK * sizeof *values, values,
                          CHUNK * sizeof *values, error);
  memcpy (values, gather->values + column * CHUNK, gather->n * sizeof *values);
  return TRUE;
}

/* Finds every article's bucket, and where the buckets start. */
static gboolean
deal_out (Putting *p, GHashTable *copied, GError **error)
{
  BsValueGather *gather = p->gather;
  g_autofree Head *head = g_new (Head, 1);
  gboolean any_copied = g_hash_table_size (copied) > 0;
  gsize sum = 0, n = 0;

  for (guint chunk = 0; chunk <= gather->n_chunks; chunk++)
    {
      if (!read_head (gather, chunk, head, error))
        return FALSE;
      for (guint i = 0; i < articles_of_chunk (gather, chunk); i++)
        {
          guint32 bucket = 2 * head->outlet[i] + (any_copied && g_hash_table_contains (copied, &head->article[i]));

          p->bucket[n++] = bucket;
          p->start[bucket]++;
        }
    }
  for (guint32 i = 0; i <= p->n_buckets; i++)
    {
      gsize articles = p->start[i];

      p->start[i] = sum;
      sum += articles;
    }
  return TRUE;
}

static gboolean
sort_column (Putting *p, guint column, GError **error)
{
  gsize n = 0;

  memcpy (p->end, p->start, p->n_buckets * sizeof *p->end);
  for (guint chunk = 0; chunk <= p->gather->n_chunks; chunk++)
    {
      if (!read_column (p->gather, chunk, column, p->column, error))
        return FALSE;
      for (guint i = 0; i < articles_of_chunk (p->gather, chunk); i++, n++)
        if (!isnan (p->column[i]))
          p->sorted[p->end[p->bucket[n]]++] = p->column[i];
    }
  return TRUE;
}

/* One row: the values of a bucket in a column. */
static gboolean
put_bucket (Putting *p, guint32 bucket, const char *name, GError **error)
{
  double *values = p->sorted + p->start[bucket];
  gsize n = p->end[bucket] - p->start[bucket];
  guint64 *bits = (guint64 *) (gpointer) values;

  if (n == 0)
    return TRUE;
  bs_sort_doubles (values, n);
  if (G_BYTE_ORDER != G_LITTLE_ENDIAN)
    for (gsize i = 0; i < n; i++)
      bits[i] = GUINT64_TO_LE (bits[i]);
  sqlite3_bind_int64 (p->put, 1, bucket / 2 + 1);
  bs_store_bind_text (p->put, 2, name);
  sqlite3_bind_int (p->put, 3, bucket % 2);
  sqlite3_bind_int64 (p->put, 4, (gint64) n);
  sqlite3_bind_blob64 (p->put, 5, values, n * sizeof *values, SQLITE_STATIC);
  return bs_store_step_done (p->store, p->put, error);
}

gboolean
bs_value_gather_put (BsValueGather *gather, BsStore *store, guint32 n_outlets, GHashTable *copied, GError **error)
{
  g_auto (Putting) p = { .gather = gather, .store = store, .n_buckets = 2 * n_outlets };
  gsize n = (gsize) gather->n_chunks * CHUNK + gather->n;

  p.put = bs_store_prepare (store, "INSERT INTO outlet_values VALUES (?,?,?,?,?)", error);
  if (p.put == NULL)
    return FALSE;
  p.bucket = g_new (guint32, n + 1);
  p.start = g_new0 (gsize, (gsize) p.n_buckets + 1);
  p.end = g_new (gsize, (gsize) p.n_buckets + 1);
  p.sorted = g_new (double, n + 1);
  p.column = g_new (double, CHUNK);
  if (!deal_out (&p, copied, error))
    return FALSE;
  for (guint column = 0; column < gather->n_columns; column++)
    {
      if (!sort_column (&p, column, error))
        return FALSE;
      for (guint32 bucket = 0; bucket < p.n_buckets; bucket++)
        if (!put_bucket (&p, bucket, gather->names->pdata[column], error))
          return FALSE;
    }
  return TRUE;
}
