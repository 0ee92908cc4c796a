/* The blobs of an article: what can be decoded comes out of an encoder as it was, or shorter.
 *
 * about: src/store/blob.c
 * max_len: 512 */
#include "fuzz-help.h"
#include "store/store-internal.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (bs_store_decode_terms (data, size, terms))
    {
      for (guint i = 0; i < terms->len; i++)
        {
          g_assert_cmpuint (g_array_index (terms, BsTerm, i).count, >, 0);
          g_assert_true (i == 0
                         || g_array_index (terms, BsTerm, i).type > g_array_index (terms, BsTerm, i - 1).type);
        }
      bs_store_encode_terms (bytes, (const BsTerm *) (gpointer) terms->data, terms->len);
      g_assert_cmpuint (bytes->len, <=, size);
    }
  if (bs_store_decode_lengths (data, size, lengths))
    {
      g_byte_array_set_size (bytes, 0);
      bs_store_encode_lengths (bytes, (const guint32 *) (gpointer) lengths->data, lengths->len);
      g_assert_cmpuint (bytes->len, <=, size);
    }
  if (bs_store_decode_hashes (data, size, hashes))
    {
      g_byte_array_set_size (bytes, 0);
      bs_store_encode_hashes (bytes, (const guint64 *) (gpointer) hashes->data, hashes->len);
      g_assert_cmpmem (bytes->data, bytes->len, data, size);
    }
  return 0;
}
