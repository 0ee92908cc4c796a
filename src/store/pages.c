/* The layout is that of "Database File Format", sqlite.org/fileformat2.html. */
#include "store/pages.h"

#define HEAD 100                        /* bytes of the file before the first page's own */
#define DEEPEST 20                      /* levels of a tree; SQLite goes no deeper */
#define MOST_PAGES (1u << 28)           /* two terabytes of the usual size */
#define LOCK_BYTE G_GINT64_CONSTANT (0x40000000) /* the page here is never used */

enum { INDEX_INNER = 2, TABLE_INNER = 5, INDEX_LEAF = 10, TABLE_LEAF = 13 };

struct _BsPages {
  sqlite3_file *file;
  const char *path;
  guint32 size, usable; /* bytes of a page; of them for SQLite */
  guint32 n;
  guint8 *seen;         /* a bit a page */
  guint64 most;         /* bytes of a row of the tree that is being walked */
};

/* A page that is being walked. */
typedef struct {
  guint8 *bytes;
  guint32 number;
  guint8 kind;
  gboolean inner, table;
  guint n_cells;
  gsize pointers; /* where those to the cells begin */
  gsize room;     /* bytes behind them, less what cells have been found to take */
} Page;

/* What of a row stands in its cell. */
typedef struct {
  gsize local;      /* bytes of the payload */
  guint64 overflow; /* bytes on further pages */
} Payload;

static gboolean
damaged (const BsPages *pages, guint32 number, const char *what, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: not a store of broadsheet, or a damaged one (page %u %s)",
               pages->path, number, what);
  return FALSE;
}

static guint32
number16 (const guint8 *at)
{
  return (guint32) at[0] << 8 | at[1];
}

static guint32
number32 (const guint8 *at)
{
  return number16 (at) << 16 | number16 (at + 2);
}

static gboolean
read_at (const BsPages *pages, guint32 number, guint8 *bytes, gsize length)
{
  return pages->file->pMethods->xRead (pages->file, bytes, (int) length, (sqlite3_int64) (number - 1) * pages->size)
         == SQLITE_OK;
}

BsPages *
bs_pages_new (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (BsPages) pages = g_new0 (BsPages, 1);
  guint8 head[HEAD] = { 0 };
  sqlite3_int64 length = 0;

  pages->path = path;
  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &pages->file) != SQLITE_OK
      || pages->file->pMethods == NULL || pages->file->pMethods->xFileSize (pages->file, &length) != SQLITE_OK
      || pages->file->pMethods->xRead (pages->file, head, HEAD, 0) != SQLITE_OK)
    return damaged (pages, 1, "cannot be read", error), NULL;
  pages->size = number16 (head + 16) == 1 ? 65536 : number16 (head + 16);
  if (pages->size < 512 || (pages->size & (pages->size - 1)) != 0 || head[20] > pages->size - 480)
    return damaged (pages, 1, "says that pages are of no possible size", error), NULL;
  pages->usable = pages->size - head[20];
  if (length / pages->size > MOST_PAGES)
    return damaged (pages, 1, "is the first of too many", error), NULL;
  pages->n = (guint32) (length / pages->size);
  pages->seen = g_malloc0 (pages->n / 8 + 1);
  return g_steal_pointer (&pages);
}

void
bs_pages_free (BsPages *pages)
{
  if (pages == NULL)
    return;
  g_free (pages->seen);
  g_free (pages);
}

/* Marks a page that another one leads to. */
static gboolean
take (BsPages *pages, guint32 number, guint32 from, GError **error)
{
  guint8 bit = (guint8) (1 << (number % 8));

  if (number == 0 || number > pages->n || number == LOCK_BYTE / pages->size + 1)
    return damaged (pages, from, "leads nowhere", error);
  if (pages->seen[number / 8] & bit)
    return damaged (pages, number, "is used twice", error);
  pages->seen[number / 8] |= bit;
  return TRUE;
}

/* A number of one to nine bytes. FALSE where it does not end before `end`. */
static gboolean
read_varint (const guint8 **at, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 9 && *at < end; i++)
    {
      guint8 byte = *(*at)++;

      *value = i < 8 ? *value << 7 | (byte & 0x7F) : *value << 8 | byte;
      if (i == 8 || byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

static Payload
divide (const BsPages *pages, const Page *page, guint64 payload)
{
  gsize usable = pages->usable;
  gsize most = page->table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  gsize least = (usable - 12) * 32 / 255 - 23;
  gsize fitting;

  if (payload <= most)
    return (Payload){ payload, 0 };
  fitting = least + (payload - least) % (usable - 4);
  fitting = fitting <= most ? fitting : least;
  return (Payload){ fitting, payload - fitting };
}

/* Marks the further pages of a row. */
static gboolean
follow (BsPages *pages, guint32 first, guint32 from, guint64 bytes, GError **error)
{
  guint64 each = pages->usable - 4;

  for (guint64 n = (bytes + each - 1) / each; n > 0; n--)
    {
      guint8 next[4];

      if (!take (pages, first, from, error))
        return FALSE;
      if (!read_at (pages, first, next, sizeof next))
        return damaged (pages, first, "cannot be read", error);
      from = first;
      first = number32 (next);
    }
  return TRUE;
}

/* Takes a cell's bytes off the page's room; of an inner page *child is where it leads. */
static gboolean
walk_cell (BsPages *pages, Page *page, guint cell, guint32 *child, GError **error)
{
  gsize start = number16 (page->bytes + page->pointers + 2 * cell);
  const guint8 *end = page->bytes + pages->usable;
  const guint8 *at = page->bytes + start;
  gboolean holds_row = !page->inner || !page->table;
  guint64 payload = 0, key;
  Payload parts = { 0 };
  gsize size;

  if (start < page->pointers + 2 * page->n_cells || start + 4 > pages->usable)
    return damaged (pages, page->number, "has a row outside itself", error);
  if (page->inner)
    {
      *child = number32 (at);
      at += 4;
    }
  if ((holds_row && !read_varint (&at, end, &payload)) || (page->table && !read_varint (&at, end, &key)))
    return damaged (pages, page->number, "has a row without an end", error);
  if (payload > pages->most)
    return damaged (pages, page->number, "has a row that is too large", error);
  if (holds_row)
    parts = divide (pages, page, payload);
  size = (gsize) (at - (page->bytes + start)) + parts.local + (parts.overflow > 0 ? 4 : 0);
  size = MAX (size, 4); /* a cell takes no less */
  if (start + size > pages->usable || size > page->room)
    return damaged (pages, page->number, "has rows that share their bytes", error);
  page->room -= size;
  return parts.overflow == 0 || follow (pages, number32 (at + parts.local), page->number, parts.overflow, error);
}

static gboolean
read_page (BsPages *pages, Page *page, GError **error)
{
  const guint8 *head = page->bytes + (page->number == 1 ? HEAD : 0);
  gsize behind;

  if (!read_at (pages, page->number, page->bytes, pages->size))
    return damaged (pages, page->number, "cannot be read", error);
  page->kind = head[0];
  if (page->kind != INDEX_INNER && page->kind != TABLE_INNER && page->kind != INDEX_LEAF && page->kind != TABLE_LEAF)
    return damaged (pages, page->number, "is no page of a table", error);
  page->inner = page->kind == INDEX_INNER || page->kind == TABLE_INNER;
  page->table = page->kind == TABLE_INNER || page->kind == TABLE_LEAF;
  page->n_cells = number16 (head + 3);
  page->pointers = (gsize) (head - page->bytes) + (page->inner ? 12 : 8);
  behind = page->pointers + 2 * (gsize) page->n_cells;
  if (behind > pages->usable)
    return damaged (pages, page->number, "says it has more rows than it holds", error);
  page->room = pages->usable - behind;
  return TRUE;
}

static gboolean walk (BsPages *pages, guint32 number, guint32 from, guint depth, GError **error);

static gboolean
walk_cells (BsPages *pages, Page *page, guint depth, GError **error)
{
  guint32 child = 0;

  for (guint i = 0; i < page->n_cells; i++)
    if (!walk_cell (pages, page, i, &child, error)
        || (page->inner && !walk (pages, child, page->number, depth + 1, error)))
      return FALSE;
  return !page->inner
         || walk (pages, number32 (page->bytes + page->pointers - 4), page->number, depth + 1, error);
}

static gboolean
walk (BsPages *pages, guint32 number, guint32 from, guint depth, GError **error)
{
  g_autofree guint8 *bytes = NULL;
  Page page = { .number = number };

  if (depth == DEEPEST)
    return damaged (pages, from, "lies too deep", error);
  if (!take (pages, number, from, error))
    return FALSE;
  page.bytes = bytes = g_malloc (pages->size);
  return read_page (pages, &page, error) && walk_cells (pages, &page, depth, error);
}

gboolean
bs_pages_walk (BsPages *pages, guint32 root, guint64 most, GError **error)
{
  pages->most = most;
  return walk (pages, root, 1, 0, error);
}
