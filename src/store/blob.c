#include "store/store-internal.h"

#include "base/number.h"

void
bs_store_encode_terms (GByteArray *bytes, const BsTerm *terms, guint n_terms)
{
  gint64 before = -1;

  g_byte_array_set_size (bytes, 0);
  for (guint i = 0; i < n_terms; i++)
    {
      g_return_if_fail (terms[i].type > before && terms[i].count > 0);
      bs_varint_append (bytes, (guint64) (terms[i].type - before));
      bs_varint_append (bytes, terms[i].count - 1);
      before = terms[i].type;
    }
}

gboolean
bs_store_decode_terms (const guint8 *bytes, gsize length, GArray *terms)
{
  const guint8 *at = bytes, *end = bytes + length;
  gint64 before = -1;

  g_array_set_size (terms, 0);
  while (at < end)
    {
      guint64 step, count;
      BsTerm term;

      if (!bs_varint_read (&at, end, &step) || !bs_varint_read (&at, end, &count))
        return FALSE;
      if (step == 0 || step > G_MAXUINT32 || count >= G_MAXUINT32 || before + (gint64) step > G_MAXUINT32)
        return FALSE;
      before += (gint64) step;
      term = (BsTerm){ (guint32) before, (guint32) count + 1 };
      g_array_append_val (terms, term);
    }
  return TRUE;
}

void
bs_store_encode_lengths (GByteArray *bytes, const guint32 *lengths, guint n)
{
  g_byte_array_set_size (bytes, 0);
  for (guint i = 0; i < n; i++)
    bs_varint_append (bytes, lengths[i]);
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
