#include "count/gram-table.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/sort.h"
#include "base/temporary.h"

#define FIRST_SLOTS 1024
#define BEHIND_KEY 3 /* numbers */
#define BATCH 32     /* rows whose places are fetched ahead */

/* A row is the key, its count in two halves, and how often it was added to. Rows stand in the order of their coming;
 * `slots` is an open hash of their numbers, from 1, each with the upper half of its key's hash: most rows that are
 * not meant are passed over without a look at them. */
struct _BsGramTable {
  guint    width;
  guint    stride; /* numbers of a row */
  gsize    memory;
  guint32 *rows;
  guint32  n_rows, rows_room;
  guint64 *slots;
  guint32  n_slots; /* a power of two, over 4/3 of the rows */
  guint64  seed;
  GArray  *runs; /* of FILE *: sorted rows that went to the disk */
};

BsGramTable *
bs_gram_table_new (guint width, gsize memory)
{
  BsGramTable *table;

  g_return_val_if_fail (width >= 1 && width <= BS_GRAM_KEY_MOST, NULL);
  table = g_new0 (BsGramTable, 1);
  table->width = width;
  table->stride = width + BEHIND_KEY;
  table->memory = memory != 0 ? memory : BS_GRAM_MEMORY;
  table->n_slots = FIRST_SLOTS;
  table->slots = g_new0 (guint64, table->n_slots);
  table->seed = (guint64) g_random_int () << 32 | g_random_int ();
  table->runs = g_array_new (FALSE, FALSE, sizeof (FILE *));
  return table;
}

static void
drop_runs (BsGramTable *table)
{
  for (guint i = 0; i < table->runs->len; i++)
    fclose (g_array_index (table->runs, FILE *, i));
  g_array_set_size (table->runs, 0);
}

void
bs_gram_table_free (BsGramTable *table)
{
  if (table == NULL)
    return;
  drop_runs (table);
  g_array_unref (table->runs);
  g_free (table->rows);
  g_free (table->slots);
  g_free (table);
}

static guint32 *
row_at (const BsGramTable *table, guint32 index)
{
  return table->rows + (gsize) index * table->stride;
}

static guint64
hash_of (const BsGramTable *table, const guint32 *key)
{
  return XXH3_64bits_withSeed (key, table->width * sizeof (guint32), table->seed);
}

static guint64
slot_of (guint64 hash, guint32 index)
{
  return (hash & ~(guint64) G_MAXUINT32) | (index + 1);
}

static guint32 *
row_of_slot (const BsGramTable *table, guint64 slot)
{
  return row_at (table, (guint32) slot - 1);
}

/* The slot of a key: that of its row, or the empty one where it belongs. */
static guint64 *
find_slot (const BsGramTable *table, const guint32 *key, guint64 hash)
{
  guint32 mask = table->n_slots - 1, upper = (guint32) (hash >> 32);
  guint32 at = (guint32) hash & mask;

  while (table->slots[at] != 0
         && ((guint32) (table->slots[at] >> 32) != upper
             || memcmp (row_of_slot (table, table->slots[at]), key, table->width * sizeof (guint32)) != 0))
    at = (at + 1) & mask;
  return &table->slots[at];
}

static void
rehash (BsGramTable *table, guint32 n_slots)
{
  g_free (table->slots);
  table->n_slots = n_slots;
  table->slots = g_new0 (guint64, n_slots);
  for (guint32 i = 0; i < table->n_rows; i++)
    {
      guint64 hash = hash_of (table, row_at (table, i));
      guint32 at = (guint32) hash & (n_slots - 1);

      while (table->slots[at] != 0)
        at = (at + 1) & (n_slots - 1);
      table->slots[at] = slot_of (hash, i);
    }
}

static void
forget_rows (BsGramTable *table)
{
  table->n_rows = 0;
  memset (table->slots, 0, table->n_slots * sizeof (guint64));
}

void
bs_gram_table_clear (BsGramTable *table)
{
  forget_rows (table);
  drop_runs (table);
}

guint32
bs_gram_table_held (const BsGramTable *table)
{
  return table->n_rows;
}

/* ---- Order ------------------------------------------------------------------------------------------------------- */

static int
compare_keys (const guint32 *a, const guint32 *b, guint width)
{
  for (guint i = 0; i < width; i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

/* Sorts rows of which all numbers before `place` are equal. A row is told by the lower half of an `order`; into the upper
 * one goes the number at the place, so that no two rows are compared. */
static void
order_from (const BsGramTable *table, guint64 *order, guint64 *scratch, gsize n, guint place)
{
  for (gsize i = 0; i < n; i++)
    order[i] = (guint64) row_at (table, (guint32) order[i])[place] << 32 | (guint32) order[i];
  bs_sort_uint64 (order, scratch, n);
  if (place + 1 == table->width)
    return;
  for (gsize first = 0, next; first < n; first = next)
    {
      for (next = first + 1; next < n && order[next] >> 32 == order[first] >> 32; next++)
        ;
      if (next - first > 1)
        order_from (table, order + first, scratch, next - first, place + 1);
    }
}

/* The rows by their keys, ascending; free with g_free. They stay where they are. */
static guint64 *
order_rows (const BsGramTable *table)
{
  guint64 *order = g_new (guint64, (gsize) table->n_rows + 1);
  g_autofree guint64 *scratch = g_new (guint64, (gsize) table->n_rows + 1);

  for (guint32 i = 0; i < table->n_rows; i++)
    order[i] = i;
  order_from (table, order, scratch, table->n_rows, 0);
  return order;
}

static const guint32 *
row_in_order (const BsGramTable *table, const guint64 *order, guint32 at)
{
  if (table->n_rows - at > BATCH)
    __builtin_prefetch (row_at (table, (guint32) order[at + BATCH]));
  return row_at (table, (guint32) order[at]);
}

/* ---- The disk ---------------------------------------------------------------------------------------------------- */

static gboolean
fail_disk (const char *what, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "a temporary file for counts cannot be %s: %s (TMPDIR says where they go)",
               what, g_strerror (errno));
  return FALSE;
}

/* Puts all rows into a file of their own. */
static gboolean
spill (BsGramTable *table, GError **error)
{
  int descriptor = bs_temporary_file (error);
  g_autofree guint64 *order = NULL;
  FILE *run;

  if (descriptor < 0)
    return FALSE;
  run = fdopen (descriptor, "w+");
  if (run == NULL)
    {
      fail_disk ("opened", error);
      close (descriptor);
      return FALSE;
    }
  g_array_append_val (table->runs, run);
  order = order_rows (table);
  for (guint32 i = 0; i < table->n_rows; i++)
    if (fwrite (row_in_order (table, order, i), sizeof (guint32), table->stride, run) != table->stride)
      return fail_disk ("written", error);
  if (fflush (run) != 0)
    return fail_disk ("written", error);
  forget_rows (table);
  return TRUE;
}

/* Makes room for one more row. */
static gboolean
make_room (BsGramTable *table, GError **error)
{
  gsize row = table->stride * sizeof (guint32);

  if (table->n_rows < table->rows_room && table->n_rows < table->n_slots / 4 * 3)
    return TRUE;
  if ((gsize) table->n_slots * 2 > G_MAXUINT32
      || (table->n_rows >= FIRST_SLOTS && (gsize) table->n_rows * (2 * row + 32) > table->memory))
    return spill (table, error);
  if (table->n_rows >= table->n_slots / 4 * 3)
    rehash (table, table->n_slots * 2);
  if (table->n_rows >= table->rows_room)
    {
      table->rows_room = MAX (table->rows_room * 2, FIRST_SLOTS);
      table->rows = g_realloc_n (table->rows, table->rows_room, row);
    }
  return TRUE;
}

static BsGram
read_gram (const guint32 *row, guint width)
{
  return (BsGram){ row, (guint64) row[width + 1] << 32 | row[width], row[width + 2] };
}

static void
write_counts (guint32 *row, guint width, guint64 count, guint32 articles)
{
  row[width] = (guint32) count;
  row[width + 1] = (guint32) (count >> 32);
  row[width + 2] = articles;
}

static gboolean
add (BsGramTable *table, const guint32 *key, guint64 hash, guint64 count, GError **error)
{
  guint64 slot = *find_slot (table, key, hash);
  guint32 *row;

  if (slot != 0)
    {
      BsGram gram;

      row = row_of_slot (table, slot);
      gram = read_gram (row, table->width);
      write_counts (row, table->width, gram.count + count, (guint32) MIN (gram.articles + 1, G_MAXUINT32));
      return TRUE;
    }
  if (!make_room (table, error))
    return FALSE;
  row = row_at (table, table->n_rows);
  memcpy (row, key, table->width * sizeof (guint32));
  write_counts (row, table->width, count, 1);
  *find_slot (table, key, hash) = slot_of (hash, table->n_rows++);
  return TRUE;
}

gboolean
bs_gram_table_add (BsGramTable *table, const guint32 *key, guint64 count, GError **error)
{
  return add (table, key, hash_of (table, key), count, error);
}

/* The row that the slot where a search begins may be that of. */
static void
fetch_row (const BsGramTable *table, guint64 hash)
{
  guint64 slot = table->slots[(guint32) hash & (table->n_slots - 1)];

  if (slot != 0)
    __builtin_prefetch (row_of_slot (table, slot), 1);
}

/* No more than BATCH. */
static gboolean
add_batch (BsGramTable *table, const guint32 *rows, gsize n, GError **error)
{
  guint64 hashes[BATCH];

  for (gsize i = 0; i < n; i++)
    {
      hashes[i] = hash_of (table, rows + i * (table->width + 1));
      __builtin_prefetch (&table->slots[(guint32) hashes[i] & (table->n_slots - 1)], 1);
    }
  for (gsize i = 0; i < n; i++)
    fetch_row (table, hashes[i]);
  for (gsize i = 0; i < n; i++)
    {
      const guint32 *row = rows + i * (table->width + 1);

      if (!add (table, row, hashes[i], row[table->width], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bs_gram_table_add_rows (BsGramTable *table, const guint32 *rows, gsize n, GError **error)
{
  for (gsize from = 0; from < n; from += BATCH)
    if (!add_batch (table, rows + from * (table->width + 1), MIN (n - from, BATCH), error))
      return FALSE;
  return TRUE;
}

gboolean
bs_gram_table_find (const BsGramTable *table, const guint32 *key, BsGram *gram)
{
  guint64 slot = *find_slot (table, key, hash_of (table, key));

  g_return_val_if_fail (table->runs->len == 0, FALSE);
  if (slot != 0)
    *gram = read_gram (row_of_slot (table, slot), table->width);
  return slot != 0;
}

/* ---- All keys ---------------------------------------------------------------------------------------------------- */

/* A run that is read back: its next row. */
typedef struct {
  FILE   *file;
  guint32 row[BS_GRAM_KEY_MOST + BEHIND_KEY];
} Reader;

typedef struct {
  const BsGramTable *table;
  Reader *readers; /* a heap: the least key first */
  guint   n;
} Merge;

/* FALSE at the end, and with `error` set where the file broke. */
static gboolean
read_row (Reader *reader, guint stride, GError **error)
{
  if (fread (reader->row, sizeof (guint32), stride, reader->file) == stride)
    return TRUE;
  if (ferror (reader->file))
    fail_disk ("read", error);
  return FALSE;
}

static gboolean
is_less (const Merge *merge, guint a, guint b)
{
  return compare_keys (merge->readers[a].row, merge->readers[b].row, merge->table->width) < 0;
}

static void
sift_down (Merge *merge, guint at)
{
  for (;;)
    {
      guint least = at, left = 2 * at + 1;

      if (left < merge->n && is_less (merge, left, least))
        least = left;
      if (left + 1 < merge->n && is_less (merge, left + 1, least))
        least = left + 1;
      if (least == at)
        return;
      Reader other = merge->readers[at];
      merge->readers[at] = merge->readers[least];
      merge->readers[least] = other;
      at = least;
    }
}

static gboolean
start_merge (Merge *merge, GError **error)
{
  GError *broken = NULL;

  for (guint i = 0; i < merge->table->runs->len; i++)
    {
      Reader *reader = &merge->readers[merge->n];

      reader->file = g_array_index (merge->table->runs, FILE *, i);
      rewind (reader->file);
      if (read_row (reader, merge->table->stride, &broken))
        merge->n++;
      if (broken != NULL)
        {
          g_propagate_error (error, broken);
          return FALSE;
        }
    }
  for (guint i = merge->n / 2; i-- > 0;)
    sift_down (merge, i);
  return TRUE;
}

/* Takes the rows of the least key out of the heap. */
static gboolean
take_least (Merge *merge, guint32 *key, BsGram *gram, GError **error)
{
  guint width = merge->table->width;
  GError *broken = NULL;

  memcpy (key, merge->readers[0].row, width * sizeof (guint32));
  *gram = (BsGram){ key, 0, 0 };
  while (merge->n > 0 && compare_keys (merge->readers[0].row, key, width) == 0)
    {
      BsGram part = read_gram (merge->readers[0].row, width);

      gram->count += part.count;
      gram->articles += part.articles;
      if (!read_row (&merge->readers[0], merge->table->stride, &broken))
        merge->readers[0] = merge->readers[--merge->n];
      if (broken != NULL)
        {
          g_propagate_error (error, broken);
          return FALSE;
        }
      sift_down (merge, 0);
    }
  return TRUE;
}

static gboolean
each_of_runs (BsGramTable *table, BsGramVisit visit, gpointer data, GError **error)
{
  g_autofree Reader *readers = g_new0 (Reader, table->runs->len);
  Merge merge = { table, readers, 0 };
  guint32 key[BS_GRAM_KEY_MOST];
  BsGram gram;

  if (!start_merge (&merge, error))
    return FALSE;
  while (merge.n > 0)
    if (!take_least (&merge, key, &gram, error) || !visit (data, &gram, error))
      return FALSE;
  return TRUE;
}

gboolean
bs_gram_table_each (BsGramTable *table, BsGramVisit visit, gpointer data, GError **error)
{
  g_autofree guint64 *order = NULL;

  if (table->runs->len > 0)
    return (table->n_rows == 0 || spill (table, error)) && each_of_runs (table, visit, data, error);
  order = order_rows (table);
  for (guint32 i = 0; i < table->n_rows; i++)
    {
      BsGram gram = read_gram (row_in_order (table, order, i), table->width);

      if (!visit (data, &gram, error))
        return FALSE;
    }
  return TRUE;
}
