/* Most hashes are of one text alone. To find the others without holding all, they are dealt out by their lowest bits
 * into parts, a record of 8 bytes each, and part by part those are looked for that may have come before: by two bits a
 * place in a table, of which a hash has one. What is left is sorted. */
#include "compare/near-index.h"

#include <string.h>

#include "base/sort.h"
#include "base/spill.h"
#include "compare/near-extent.h"

#define PART_BITS 6
#define PARTS (1 << PART_BITS)
#define TEXT_BITS 28           /* of a record; above them stand bits of the hash, without those that name the part */
#define CHUNK 1024             /* records of a part that are put aside together */
#define HELD (1024 * 1024) /* bytes of them in memory */
#define PLACES 16              /* of the table, for each record at least */

typedef struct {
  guint64 record[CHUNK];
} Chunk;

/* Hashes of one kind. */
typedef struct {
  Chunk *open;           /* by part, those being filled */
  guint32 filled[PARTS];
  GArray *closed[PARTS]; /* of guint64: places in `aside`; NULL: none yet */
  BsSpill *aside;
} Dealt;

struct _BsNearIndex {
  Dealt hashes;
  Dealt digests;
  GArray *extents; /* of guint32, by text */
};

G_STATIC_ASSERT (BS_NEAR_TEXTS == 1u << TEXT_BITS);

BsNearIndex *
bs_near_index_new (void)
{
  BsNearIndex *index = g_new0 (BsNearIndex, 1);

  index->hashes = (Dealt){ .open = g_new (Chunk, PARTS), .aside = bs_spill_new (HELD) };
  index->digests = (Dealt){ .open = g_new (Chunk, PARTS), .aside = bs_spill_new (HELD) };
  index->extents = g_array_new (FALSE, TRUE, sizeof (guint32));
  return index;
}

static void
dealt_clear (Dealt *dealt)
{
  for (guint i = 0; i < PARTS; i++)
    g_clear_pointer (&dealt->closed[i], g_array_unref);
  g_free (dealt->open);
  bs_spill_free (dealt->aside);
}

void
bs_near_index_free (BsNearIndex *index)
{
  if (index == NULL)
    return;
  dealt_clear (&index->hashes);
  dealt_clear (&index->digests);
  g_array_unref (index->extents);
  g_free (index);
}

/* ---- Dealing out -------------------------------------------------------------------------------------------------- */

static gboolean
close_chunk (Dealt *dealt, guint part, GError **error)
{
  guint64 place = bs_spill_size (dealt->aside);

  if (dealt->closed[part] == NULL)
    dealt->closed[part] = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_array_append_val (dealt->closed[part], place);
  dealt->filled[part] = 0;
  return bs_spill_put (dealt->aside, &dealt->open[part], sizeof (Chunk), error);
}

static inline gboolean
deal (Dealt *dealt, guint64 hash, guint32 text, GError **error)
{
  guint part = hash % PARTS;
  guint32 at = dealt->filled[part]++;

  dealt->open[part].record[at] = hash >> PART_BITS << TEXT_BITS | text;
  return at + 1 < CHUNK || close_chunk (dealt, part, error);
}

gboolean
bs_near_index_add (BsNearIndex *index, guint32 text, guint64 digest, const guint64 *least, guint n, GError **error)
{
  g_return_val_if_fail (text < BS_NEAR_TEXTS, FALSE);
  if (text >= index->extents->len)
    g_array_set_size (index->extents, text + 1);
  g_array_index (index->extents, guint32, text) = bs_near_extent (least, n);
  for (guint i = 0; i < n; i++)
    if (!deal (&index->hashes, least[i], text, error))
      return FALSE;
  return deal (&index->digests, digest, text, error);
}

guint32 *
bs_near_index_extents (const BsNearIndex *index, const BsNearTexts *texts)
{
  guint32 *extents = g_new0 (guint32, (gsize) texts->n_texts + 1);

  for (guint32 i = 0; i < index->extents->len; i++)
    if (g_array_index (index->extents, guint32, i) != 0)
      extents[texts->rank != NULL ? texts->rank[i] : i] = g_array_index (index->extents, guint32, i);
  return extents;
}

/* ---- One part ----------------------------------------------------------------------------------------------------- */

typedef struct {
  Dealt *dealt;
  const BsNearTexts *texts;
  const guint8 *without; /* by rank, or NULL */
  guint n_bits;          /* of a rank */
  guint8 *table;         /* two bits a place: 0, 1: once, 2 or 3: oftener */
  gsize room;            /* bytes of the table */
  guint64 mask;          /* of the number of a place */
  Chunk *chunk;          /* scratch */
  GArray *left;          /* of guint64: hash above rank, of those that may have company */
  GArray *sorting;       /* of guint64: scratch */
} Part;

static void
part_clear (Part *part)
{
  g_free (part->table);
  g_free (part->chunk);
  g_array_unref (part->left);
  g_array_unref (part->sorting);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

static guint
n_closed (const Dealt *dealt, guint number)
{
  return dealt->closed[number] != NULL ? dealt->closed[number]->len : 0;
}

/* The records of a chunk of the part; NULL with `error` set. */
static const guint64 *
read_chunk (Part *part, guint number, guint chunk, guint *n, GError **error)
{
  const Dealt *dealt = part->dealt;

  if (chunk == n_closed (dealt, number))
    {
      *n = dealt->filled[number];
      return dealt->open[number].record;
    }
  *n = CHUNK;
  return bs_spill_read (dealt->aside, g_array_index (dealt->closed[number], guint64, chunk), part->chunk, sizeof (Chunk),
                        error)
             ? part->chunk->record
             : NULL;
}

static void
empty_table (Part *part, gsize n_records)
{
  gsize places = (gsize) 1 << g_bit_storage (MAX (n_records * PLACES, 4) - 1), room = places / 4;

  part->mask = places - 1;
  if (part->room < room)
    {
      g_free (part->table);
      part->table = g_malloc0 (room);
      part->room = room;
    }
  else
    memset (part->table, 0, room);
}

static inline guint64
place_of (guint64 record, guint64 mask)
{
  return record >> TEXT_BITS & mask;
}

static void
mark (const Part *part, const guint64 *records, guint n)
{
  guint8 *table = part->table;
  guint64 mask = part->mask;

  for (guint i = 0; i < n; i++)
    {
      guint64 place = place_of (records[i], mask);
      guint shift = place % 4 * 2, cell = table[place / 4];

      table[place / 4] = (guint8) (cell | (1 + (cell >> shift & 1)) << shift);
    }
}

/* Of the records, those whose place was marked twice, to `left`; returns how many. */
static guint
pick (const Part *part, const guint64 *records, guint n, guint64 *left)
{
  const guint8 *table = part->table;
  guint64 mask = part->mask;
  guint picked = 0;

  for (guint i = 0; i < n; i++)
    {
      guint64 place = place_of (records[i], mask);

      left[picked] = records[i];
      picked += table[place / 4] >> (place % 4 * 2 + 1) & 1;
    }
  return picked;
}

/* Puts ranks in the place of numbers, and leaves out those that are to be left out. */
static guint
rank (const Part *part, guint64 *left, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 text = (guint32) (left[i] & (BS_NEAR_TEXTS - 1));
      guint32 place = part->texts->rank != NULL ? part->texts->rank[text] : text;

      left[kept] = left[i] >> TEXT_BITS << part->n_bits | place;
      kept += part->without == NULL || !bs_near_bit (part->without, place);
    }
  return kept;
}

/* Leaves in part->left what may have company, by hash and then rank. */
static gboolean
sift (Part *part, guint number, GError **error)
{
  guint filled = part->dealt->filled[number], closed = n_closed (part->dealt, number), n, left = 0;
  guint chunks = closed + (filled > 0);

  empty_table (part, (gsize) closed * CHUNK + filled);
  for (guint i = 0; i < 2 * chunks; i++)
    {
      const guint64 *records = read_chunk (part, number, i % chunks, &n, error);

      if (records == NULL)
        return FALSE;
      if (i < chunks)
        mark (part, records, n);
      else
        {
          g_array_set_size (part->left, left + CHUNK + 1);
          left += pick (part, records, n, &g_array_index (part->left, guint64, left));
        }
    }
  left = rank (part, (guint64 *) (gpointer) part->left->data, left);
  g_array_set_size (part->left, left);
  g_array_set_size (part->sorting, left);
  bs_sort_uint64 ((guint64 *) (gpointer) part->left->data, (guint64 *) (gpointer) part->sorting->data, left);
  return TRUE;
}

/* Takes over what has company. */
static void
share (const Part *part, BsShared *shared)
{
  const guint64 *left = (const guint64 *) (gpointer) part->left->data;

  for (guint i = 0, next; i < part->left->len; i = next)
    {
      guint32 first = shared->text->len;

      for (next = i + 1; next < part->left->len && left[next] >> part->n_bits == left[i] >> part->n_bits; next++)
        ;
      for (guint j = i; j < next && next - i > 1; j++)
        {
          guint32 rank = (guint32) (left[j] & (((guint64) 1 << part->n_bits) - 1));

          g_array_append_val (shared->text, rank);
          g_array_append_val (shared->first, first);
        }
    }
}

static gboolean
share_all (Dealt *dealt, const BsNearTexts *texts, const guint8 *without, BsShared *shared, GError **error)
{
  g_auto (Part) part = { .dealt = dealt, .texts = texts, .without = without };

  part.n_bits = g_bit_storage (texts->n_texts);
  part.chunk = g_new (Chunk, 1);
  part.left = g_array_new (FALSE, FALSE, sizeof (guint64));
  part.sorting = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < PARTS; i++)
    {
      if (!sift (&part, i, error))
        return FALSE;
      share (&part, shared);
    }
  return TRUE;
}

gboolean
bs_near_index_shared (BsNearIndex *index, const BsNearTexts *texts, const guint8 *without, BsShared *shared,
                      GError **error)
{
  return share_all (&index->hashes, texts, without, shared, error);
}

gboolean
bs_near_index_digests (BsNearIndex *index, const BsNearTexts *texts, BsShared *shared, GError **error)
{
  return share_all (&index->digests, texts, NULL, shared, error);
}

BsShared *
bs_shared_new (void)
{
  BsShared *shared = g_new0 (BsShared, 1);

  shared->text = g_array_new (FALSE, FALSE, sizeof (guint32));
  shared->first = g_array_new (FALSE, FALSE, sizeof (guint32));
  return shared;
}

void
bs_shared_free (BsShared *shared)
{
  if (shared == NULL)
    return;
  g_array_unref (shared->text);
  g_array_unref (shared->first);
  g_free (shared);
}
