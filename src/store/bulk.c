#include "store/bulk.h"

#include "store/image.h"
#include "store/schema.h"

#define FLUSH (BS_IMAGE_USUAL - 4 * BS_IMAGE_PAGE) /* bytes that are gathered */

struct _BsBulk {
  BsImage *image;
  BsRecord record;
  GArray *sides[BS_N_BULK_SIDES]; /* of BsBulkSide */
  guint n_waiting;                /* rows that are not in the store yet */
  gboolean any;                   /* since the transaction began */
};

static const char *const tables[BS_IMAGE_TABLES] = { BS_ARTICLE_ROWS, "article_blobs" };

/* Makes the tables of the store anew, empty, in the database `incoming`. */
static gboolean
make_tables (BsStore *store, GError **error)
{
  if (!bs_store_exec (store, "ATTACH ':memory:' AS incoming; PRAGMA incoming.page_size = 65536", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (BsStatement) row
          = bs_store_prepare (store, "SELECT substr(sql, 13) FROM main.sqlite_schema WHERE name = ?", error);
      g_autofree char *sql = NULL;

      if (row == NULL)
        return FALSE;
      bs_store_bind_text (row, 1, tables[i]);
      if (sqlite3_step (row) != SQLITE_ROW)
        return bs_store_fail (store, "reading", error);
      sql = g_strconcat ("CREATE TABLE incoming.", bs_store_text (row, 0), NULL);
      if (!bs_store_exec (store, sql, error))
        return FALSE;
    }
  return TRUE;
}

static BsImage *
make_image (BsStore *store)
{
  guint32 roots[BS_IMAGE_TABLES];
  sqlite3_int64 length;
  guint8 *empty = sqlite3_serialize (store->db, "incoming", &length, 0);
  BsImage *image;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      static const char root[] = "SELECT rootpage FROM incoming.sqlite_schema WHERE name = ?";
      const char *parameters[] = { tables[i], NULL };

      roots[i] = (guint32) bs_store_number (store, root, parameters);
    }
  image = bs_image_new (empty, (gsize) length, roots);
  sqlite3_free (empty);
  return image;
}

gboolean
bs_bulk_begin (BsStore *store, GError **error)
{
  if (store->bulk == NULL)
    {
      if (!make_tables (store, error))
        return FALSE;
      store->bulk = g_new0 (BsBulk, 1);
      store->bulk->image = make_image (store);
      for (guint i = 0; i < BS_N_BULK_SIDES; i++)
        store->bulk->sides[i] = g_array_new (FALSE, FALSE, sizeof (BsBulkSide));
    }
  return TRUE;
}

void
bs_bulk_free (BsBulk *bulk)
{
  if (bulk == NULL)
    return;
  bs_image_free (bulk->image);
  bs_record_clear (&bulk->record);
  for (guint i = 0; i < BS_N_BULK_SIDES; i++)
    g_array_unref (bulk->sides[i]);
  g_free (bulk);
}

BsRecord *
bs_bulk_record (BsStore *store)
{
  return &store->bulk->record;
}

gboolean
bs_bulk_add (BsStore *store, BsBulkTable table, gint64 number, GError **error)
{
  BsBulk *bulk = store->bulk;

  bs_image_add (bulk->image, table, number, &bulk->record);
  bulk->n_waiting++;
  bulk->any = TRUE;
  return bs_image_size (bulk->image) < FLUSH || bs_bulk_flush (store, error);
}

void
bs_bulk_add_side (BsStore *store, BsBulkSideTable table, BsBulkSide side)
{
  g_array_append_val (store->bulk->sides[table], side);
}

typedef struct {
  const GArray *sides;
  guint at;
} Sides;

static gboolean
next_side (gpointer data, BsRowValue *values, GError **error G_GNUC_UNUSED)
{
  Sides *sides = data;
  const BsBulkSide *side;

  if (sides->at == sides->sides->len)
    return FALSE;
  side = &g_array_index (sides->sides, BsBulkSide, sides->at++);
  values[0].number = side->article;
  values[1] = (BsRowValue){ side->name, (gint64) strlen (side->name) };
  values[2].number = side->first;
  values[3].number = side->second;
  return TRUE;
}

static gboolean
copy_sides (BsStore *store, GError **error)
{
  static const char *const puts[BS_N_BULK_SIDES]
      = { [BS_BULK_ASIDES] = "INSERT INTO set_aside SELECT a, b, c, d FROM given",
          [BS_BULK_DIAGNOSTICS] = "INSERT INTO diagnostics SELECT a, b, c, d FROM given" };

  for (guint i = 0; i < BS_N_BULK_SIDES; i++)
    {
      Sides sides = { store->bulk->sides[i], 0 };

      if (sides.sides->len > 0 && !bs_rows_insert (store, puts[i], next_side, &sides, error))
        return FALSE;
      g_array_set_size (store->bulk->sides[i], 0);
    }
  return TRUE;
}

static gboolean
copy_rows (BsStore *store, GError **error)
{
  gsize length;
  guint8 *data = bs_image_data (store->bulk->image, &length);

  /* nobody writes to it; but were it said to be for reading only, no later BEGIN IMMEDIATE would be granted */
  if (sqlite3_deserialize (store->db, "incoming", data, (sqlite3_int64) length, (sqlite3_int64) length, 0) != SQLITE_OK)
    return bs_store_fail (store, "writing", error);
  bs_image_let_go (store->bulk->image);
  return bs_store_exec (store,
                        "INSERT INTO main." BS_ARTICLE_ROWS " SELECT * FROM incoming." BS_ARTICLE_ROWS
                        "; INSERT INTO main.article_blobs SELECT * FROM incoming.article_blobs",
                        error);
}

gboolean
bs_bulk_flush (BsStore *store, GError **error)
{
  gboolean done = TRUE;

  if (store->bulk != NULL && store->bulk->n_waiting > 0)
    {
      store->bulk->n_waiting = 0;
      done = copy_rows (store, error) && copy_sides (store, error);
      bs_image_empty (store->bulk->image);
    }
  return done;
}

gboolean
bs_bulk_index (BsStore *store, GError **error)
{
  static const char found[] = "SELECT count(*) FROM main.sqlite_schema WHERE name = 'article_key'";

  return bs_store_number (store, found, NULL) > 0 || bs_store_exec (store, BS_BULK_INDEX, error);
}

gboolean
bs_bulk_finish (BsStore *store, GError **error)
{
  if (store->bulk == NULL || !store->bulk->any)
    return TRUE;
  store->bulk->any = FALSE;
  return bs_bulk_flush (store, error) && bs_bulk_index (store, error);
}

void
bs_bulk_drop (BsStore *store)
{
  if (store->bulk == NULL)
    return;
  bs_image_empty (store->bulk->image);
  for (guint i = 0; i < BS_N_BULK_SIDES; i++)
    g_array_set_size (store->bulk->sides[i], 0);
  store->bulk->n_waiting = 0;
  store->bulk->any = FALSE;
}
