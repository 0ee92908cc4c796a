#include "store/store-internal.h"

#include <string.h>

#include "base/number.h"

/* Room for n numbers is taken ahead and given back: a call per number would cost more than the numbers do. */
static guint8 *
make_room (GByteArray *bytes, gsize n)
{
  g_byte_array_set_size (bytes, (guint) (n * BS_VARINT_MAX));
  return bytes->data;
}

void
bs_store_encode_terms (GByteArray *bytes, const BsTerm *terms, guint n_terms)
{
  guint8 *at = make_room (bytes, 2 * (gsize) n_terms);
  gint64 before = -1;

  for (guint i = 0; i < n_terms; i++)
    {
      g_return_if_fail (terms[i].type > before && terms[i].count > 0);
      at = bs_varint_put (at, (guint64) (terms[i].type - before));
      at = bs_varint_put (at, terms[i].count - 1);
      before = terms[i].type;
    }
  g_byte_array_set_size (bytes, (guint) (at - bytes->data));
}

gboolean
bs_store_decode_terms (const guint8 *bytes, gsize length, GArray *terms)
{
  const guint8 *at = bytes, *end = bytes + length;
  gint64 before = -1;
  guint n = 0;

  g_array_set_size (terms, (guint) (length / 2)); /* a term takes two bytes at least */
  while (at < end)
    {
      guint64 step, count;

      if (!bs_varint_read (&at, end, &step) || !bs_varint_read (&at, end, &count))
        return FALSE;
      if (step == 0 || step > G_MAXUINT32 || count >= G_MAXUINT32 || before + (gint64) step > G_MAXUINT32)
        return FALSE;
      before += (gint64) step;
      g_array_index (terms, BsTerm, n++) = (BsTerm){ (guint32) before, (guint32) count + 1 };
    }
  g_array_set_size (terms, n);
  return TRUE;
}

gboolean
bs_store_row_terms (const BsStore *store, sqlite3_stmt *row, int column, guint n_terms, GArray *terms, GError **error)
{
  if (bs_store_decode_terms (sqlite3_column_blob (row, column), (gsize) sqlite3_column_bytes (row, column), terms)
      && (terms->len == 0 || g_array_index (terms, BsTerm, terms->len - 1).type < n_terms))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the terms of article %s / %s are damaged", store->path,
               sqlite3_column_text (row, 0), sqlite3_column_text (row, 1));
  return FALSE;
}

void
bs_store_encode_lengths (GByteArray *bytes, const guint32 *lengths, guint n)
{
  guint8 *at = make_room (bytes, n);

  for (guint i = 0; i < n; i++)
    at = bs_varint_put (at, lengths[i]);
  g_byte_array_set_size (bytes, (guint) (at - bytes->data));
}

gboolean
bs_store_decode_lengths (const guint8 *bytes, gsize length, GArray *lengths)
{
  const guint8 *at = bytes, *end = bytes + length;

  g_array_set_size (lengths, 0);
  while (at < end)
    {
      guint64 value;
      guint32 words;

      if (!bs_varint_read (&at, end, &value) || value > G_MAXUINT32)
        return FALSE;
      words = (guint32) value;
      g_array_append_val (lengths, words);
    }
  return TRUE;
}

void
bs_store_encode_hashes (GByteArray *bytes, const guint64 *hashes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint64 hash = GUINT64_TO_LE (hashes[i]);

      g_byte_array_append (bytes, (const guint8 *) &hash, sizeof hash);
    }
}

gboolean
bs_store_decode_hashes (const guint8 *bytes, gsize length, GArray *hashes)
{
  guint64 *at;

  if (length % sizeof (guint64) != 0)
    return FALSE;
  g_array_set_size (hashes, (guint) (length / sizeof (guint64)));
  at = (guint64 *) (gpointer) hashes->data;
  if (length > 0)
    memcpy (at, bytes, length);
  for (guint i = 0; i < hashes->len; i++)
    at[i] = GUINT64_FROM_LE (at[i]);
  return TRUE;
}
