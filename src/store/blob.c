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

/* As bs_varint_read(), without a call for a number of one or two bytes, which most are. */
static inline gboolean
read_number (const guint8 **at, const guint8 *end, guint64 *value)
{
  const guint8 *from = *at;

  if (end - from < 2 || (from[0] & from[1] & 0x80) != 0)
    return bs_varint_read (at, end, value);
  *value = from[0] < 0x80 ? from[0] : (guint64) (from[0] & 0x7F) | (guint64) from[1] << 7;
  *at = from + (from[0] < 0x80 ? 1 : 2);
  return TRUE;
}

gboolean
bs_store_decode_terms (const guint8 *bytes, gsize length, GArray *terms)
{
  const guint8 *at = bytes, *end = bytes + length;
  gint64 before = -1;
  BsTerm *term;

  g_array_set_size (terms, (guint) (length / 2)); /* a term takes two bytes at least */
  term = (BsTerm *) (gpointer) terms->data;
  while (at < end)
    {
      guint64 step, count;

      if (!read_number (&at, end, &step) || !read_number (&at, end, &count))
        return FALSE;
      if (step == 0 || step > G_MAXUINT32 || count >= G_MAXUINT32 || before + (gint64) step > G_MAXUINT32)
        return FALSE;
      before += (gint64) step;
      *term++ = (BsTerm){ (guint32) before, (guint32) count + 1 };
    }
  g_array_set_size (terms, (guint) (term - (BsTerm *) (gpointer) terms->data));
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
  guint32 *words;

  g_array_set_size (lengths, (guint) length);
  words = (guint32 *) (gpointer) lengths->data;
  while (at < end)
    {
      guint64 value;

      if (!read_number (&at, end, &value) || value > G_MAXUINT32)
        return FALSE;
      *words++ = (guint32) value;
    }
  g_array_set_size (lengths, (guint) (words - (guint32 *) (gpointer) lengths->data));
  return TRUE;
}

gboolean
bs_store_row_lengths (const BsStore *store, sqlite3_stmt *row, int column, GArray *lengths, GError **error)
{
  if (bs_store_decode_lengths (sqlite3_column_blob (row, column), (gsize) sqlite3_column_bytes (row, column), lengths))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the sentence lengths of article %s / %s are damaged", store->path,
               sqlite3_column_text (row, 0), sqlite3_column_text (row, 1));
  return FALSE;
}

void
bs_store_encode_hashes (GByteArray *bytes, const guint64 *hashes, guint n)
{
  guint before = bytes->len;

  if (n == 0)
    return;
  g_byte_array_set_size (bytes, before + n * (guint) sizeof *hashes);
  memcpy (bytes->data + before, hashes, n * sizeof *hashes);
  if (G_BYTE_ORDER != G_LITTLE_ENDIAN)
    for (guint8 *at = bytes->data + before; at < bytes->data + bytes->len; at += sizeof *hashes)
      {
        guint64 hash;

        memcpy (&hash, at, sizeof hash);
        hash = GUINT64_TO_LE (hash);
        memcpy (at, &hash, sizeof hash);
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
