#include "store/image.h"

#define LEAF 13     /* kinds of pages */
#define INTERIOR 5
#define LEAF_HEAD 8 /* bytes */
#define INTERIOR_HEAD 12
#define MOST_LOCAL (BS_IMAGE_PAGE - 35) /* bytes of a row that its leaf holds; of a longer one */
#define LEAST_LOCAL ((BS_IMAGE_PAGE - 12) * 32 / 255 - 23)
#define OVERFLOW (BS_IMAGE_PAGE - 4) /* bytes of a row that a further page holds */

/* A page that holds rows, or their places, from its end down, and their order from its head up. */
typedef struct {
  guint32 page;
  guint   n_cells;
  guint   start; /* of the first byte in use at the page's end */
  gint64  last;  /* number of its last row */
} Leaf;

typedef struct {
  guint32 root;
  GArray *leaves; /* of Leaf; rows go into the last */
} Table;

struct _BsImage {
  guint8 *bytes;
  guint32 n_pages, room; /* pages in use, and that there is room for */
  guint32 n_empty;       /* pages of the database that it was made from */
  GPtrArray *outgrown;   /* what `bytes` was: somebody may hold it still */
  Table tables[BS_IMAGE_TABLES];
};

static guint8 *
page_at (BsImage *image, guint32 page)
{
  return image->bytes + (gsize) (page - 1) * BS_IMAGE_PAGE;
}

static guint32
new_page (BsImage *image)
{
  if (image->n_pages == image->room)
    {
      guint8 *larger = g_malloc (2 * (gsize) image->room * BS_IMAGE_PAGE);

      memcpy (larger, image->bytes, (gsize) image->n_pages * BS_IMAGE_PAGE);
      g_ptr_array_add (image->outgrown, image->bytes);
      image->bytes = larger;
      image->room *= 2;
    }
  return ++image->n_pages;
}

static void
put_16 (guint8 *at, guint value)
{
  at[0] = (guint8) (value >> 8);
  at[1] = (guint8) value;
}

static void
put_32 (guint8 *at, guint32 value)
{
  put_16 (at, value >> 16);
  put_16 (at + 2, value & 0xffff);
}

BsImage *
bs_image_new (const guint8 *empty, gsize length, const guint32 roots[BS_IMAGE_TABLES])
{
  BsImage *image = g_new0 (BsImage, 1);

  image->n_pages = image->n_empty = (guint32) (length / BS_IMAGE_PAGE);
  image->room = MAX (2 * image->n_empty, BS_IMAGE_USUAL / BS_IMAGE_PAGE);
  image->bytes = g_malloc ((gsize) image->room * BS_IMAGE_PAGE);
  image->outgrown = g_ptr_array_new_with_free_func (g_free);
  memcpy (image->bytes, empty, length);
  for (guint i = 0; i < BS_IMAGE_TABLES; i++)
    image->tables[i] = (Table){ roots[i], g_array_new (FALSE, FALSE, sizeof (Leaf)) };
  return image;
}

void
bs_image_free (BsImage *image)
{
  if (image == NULL)
    return;
  g_free (image->bytes);
  g_ptr_array_unref (image->outgrown);
  for (guint i = 0; i < BS_IMAGE_TABLES; i++)
    g_array_unref (image->tables[i].leaves);
  g_free (image);
}

void
bs_image_empty (BsImage *image)
{
  image->n_pages = image->n_empty;
  for (guint i = 0; i < BS_IMAGE_TABLES; i++)
    g_array_set_size (image->tables[i].leaves, 0);
}

void
bs_image_let_go (BsImage *image)
{
  g_ptr_array_set_size (image->outgrown, 0);
}

gsize
bs_image_size (const BsImage *image)
{
  return (gsize) image->n_pages * BS_IMAGE_PAGE;
}

/* Another leaf. The only one of a table is its root; when a second comes, the first makes room for what leads to both.
 */
static void
add_leaf (BsImage *image, Table *table)
{
  Leaf fresh = { table->root, 0, BS_IMAGE_PAGE, 0 };

  if (table->leaves->len == 1)
    {
      Leaf *first = &g_array_index (table->leaves, Leaf, 0);

      first->page = new_page (image);
      memcpy (page_at (image, first->page), page_at (image, table->root), BS_IMAGE_PAGE);
    }
  if (table->leaves->len > 0)
    fresh.page = new_page (image);
  g_array_append_val (table->leaves, fresh);
}

/* The leaf that has room for so many bytes more. */
static Leaf *
leaf_for (BsImage *image, Table *table, gsize length)
{
  const Leaf *last = table->leaves->len > 0 ? &g_array_index (table->leaves, Leaf, table->leaves->len - 1) : NULL;

  if (last == NULL || LEAF_HEAD + 2 * (last->n_cells + 1) + length > last->start)
    add_leaf (image, table);
  return &g_array_index (table->leaves, Leaf, table->leaves->len - 1);
}

/* Takes room for a cell at the page's end. */
static guint8 *
take_cell (guint8 *page, Leaf *leaf, guint head, gsize length)
{
  leaf->start -= (guint) length;
  put_16 (page + head + 2 * leaf->n_cells++, leaf->start);
  return page + leaf->start;
}

/* The bytes of a row, from the `from`th on: the length of its header, its header, its body. */
static void
copy_row (guint8 *to, const BsRecord *record, const guint8 *head, gsize n_head, gsize from, gsize n)
{
  const struct {
    const guint8 *bytes;
    gsize length;
  } parts[] = { { head, n_head }, { record->types, record->n_types }, { record->body, record->n_body } };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && n > 0; i++)
    {
      gsize length = parts[i].length > from ? MIN (parts[i].length - from, n) : 0;

      if (length > 0)
        memcpy (to, parts[i].bytes + from, length);
      from = from > parts[i].length ? from - parts[i].length : 0;
      to += length;
      n -= length;
    }
}

/* How much of a row stands in its leaf. */
static gsize
local_part (gsize length)
{
  gsize local = LEAST_LOCAL + (length - LEAST_LOCAL) % OVERFLOW;

  return length <= MOST_LOCAL ? length : local <= MOST_LOCAL ? local : LEAST_LOCAL;
}

/* The rest of a long row in pages of its own. Returns the first of them. */
static guint32
put_overflow (BsImage *image, const BsRecord *record, const guint8 *head, gsize n_head, gsize from, gsize length)
{
  guint32 first = image->n_pages + 1;

  while (from < length)
    {
      guint32 page = new_page (image);
      gsize n = MIN (length - from, OVERFLOW);

      put_32 (page_at (image, page), from + n < length ? page + 1 : 0);
      copy_row (page_at (image, page) + 4, record, head, n_head, from, n);
      from += n;
    }
  return first;
}

void
bs_image_add (BsImage *image, guint table, gint64 number, const BsRecord *record)
{
  gsize n_head = bs_record_head_length (record), length = n_head + record->n_types + record->n_body;
  gsize local = local_part (length);
  guint8 head[BS_RECORD_NUMBER_MAX], start[2 * BS_RECORD_NUMBER_MAX], *cell;
  gsize n_start = (gsize) (bs_record_number (bs_record_number (start, length), (guint64) number) - start);
  guint32 rest;
  Leaf *leaf;

  bs_record_number (head, n_head + record->n_types);
  rest = local < length ? put_overflow (image, record, head, n_head, local, length) : 0;
  leaf = leaf_for (image, &image->tables[table], n_start + local + (rest != 0 ? 4 : 0));
  leaf->last = number;
  cell = take_cell (page_at (image, leaf->page), leaf, LEAF_HEAD, n_start + local + (rest != 0 ? 4 : 0));
  memcpy (cell, start, n_start);
  copy_row (cell + n_start, record, head, n_head, 0, local);
  if (rest != 0)
    put_32 (cell + n_start + local, rest);
}

/* Its kind, no free blocks, cells, where they start (65,536 is 0), no lost bytes. */
static void
put_head (guint8 *page, guint8 kind, const Leaf *cells)
{
  page[0] = kind;
  put_16 (page + 1, 0);
  put_16 (page + 3, cells->n_cells);
  put_16 (page + 5, cells->start & 0xffff);
  page[7] = 0;
}

/* The root over several leaves: of all but the last, its page and the number of its last row. */
static void
put_root (BsImage *image, const Table *table)
{
  guint8 *root = page_at (image, table->root);
  Leaf cells = { .page = table->root, .start = BS_IMAGE_PAGE };

  for (guint i = 0; i + 1 < table->leaves->len; i++)
    {
      const Leaf *leaf = &g_array_index (table->leaves, Leaf, i);
      guint8 child[4 + BS_RECORD_NUMBER_MAX];
      gsize n = (gsize) (bs_record_number (child + 4, (guint64) leaf->last) - child);

      put_32 (child, leaf->page);
      memcpy (take_cell (root, &cells, INTERIOR_HEAD, n), child, n);
    }
  put_head (root, INTERIOR, &cells);
  put_32 (root + LEAF_HEAD, g_array_index (table->leaves, Leaf, table->leaves->len - 1).page);
}

static void
finish_table (BsImage *image, const Table *table)
{
  const Leaf none = { .start = BS_IMAGE_PAGE };

  for (guint i = 0; i < table->leaves->len; i++)
    put_head (page_at (image, g_array_index (table->leaves, Leaf, i).page), LEAF,
              &g_array_index (table->leaves, Leaf, i));
  if (table->leaves->len == 0)
    put_head (page_at (image, table->root), LEAF, &none);
  else if (table->leaves->len > 1)
    put_root (image, table);
}

guint8 *
bs_image_data (BsImage *image, gsize *length)
{
  for (guint i = 0; i < BS_IMAGE_TABLES; i++)
    finish_table (image, &image->tables[i]);
  put_32 (image->bytes + 28, image->n_pages); /* the database's size, in its header */
  *length = bs_image_size (image);
  return image->bytes;
}
