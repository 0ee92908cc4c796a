#include "store/origins.h"

#include "store/store-internal.h"

static const char *
text_or_null (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? NULL : bs_store_text (row, column);
}

gboolean
bs_store_each_origin (BsStore *store, const char *outlet, BsStoreOriginVisit visit, gpointer data, GError **error)
{
  g_autofree char *sql
      = g_strconcat ("SELECT article, outlet, id, title, day, settings, source_checksum, repeats, kept"
                     " FROM counted_articles JOIN article_blobs USING (article)",
                     outlet != NULL ? " WHERE outlet = ?" : "", " ORDER BY outlet, id", NULL);
  g_autoptr (BsStatement) rows = bs_store_prepare (store, sql, error);
  int code;

  if (rows == NULL)
    return FALSE;
  if (outlet != NULL)
    bs_store_bind_text (rows, 1, outlet);
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      const BsStoredOrigin origin = { .number = sqlite3_column_int64 (rows, 0),
                                      .outlet = bs_store_text (rows, 1),
                                      .id = bs_store_text (rows, 2),
                                      .title = text_or_null (rows, 3),
                                      .day = text_or_null (rows, 4),
                                      .settings = (guint) sqlite3_column_int64 (rows, 5),
                                      .checksum = bs_store_text (rows, 6),
                                      .repeats = bs_store_text (rows, 7),
                                      .kept = bs_span (sqlite3_column_blob (rows, 8),
                                                       (gsize) sqlite3_column_bytes (rows, 8)) };

      visit (data, &origin);
    }
  return code == SQLITE_DONE || bs_store_fail (store, "reading", error);
}

gboolean
bs_store_kept (BsSpan blob, GArray *kept)
{
  return blob.length > 0 && bs_store_decode_lengths ((const guint8 *) blob.start, blob.length, kept);
}
