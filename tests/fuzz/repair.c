/* What others did to a text, undone: valid text stays valid, every byte has its source, a text in which nothing is
 * found is given back as it was. The first byte says whether entities are decoded.
 *
 * about: src/clean/repair.c src/clean/entity.c src/clean/mojibake.c src/clean/glue.c src/clean/run-in.c
 * max_len: 1024 */
#include "fuzz-help.h"
#include "clean/repair.h"

static guint64
total (const BsMended *mended)
{
  guint64 sum = 0;

  for (guint i = 0; i < BS_N_MENDED; i++)
    sum += ((const guint64 *) mended)[i];
  return sum;
}

/* Places in the text before rise with it, and a place led there and back is at or before itself. */
static void
assert_trail (const GArray *trail, BsSpan text, gsize most)
{
  guint32 before = 0;

  for (guint i = 0; i < trail->len; i++)
    {
      const BsTrailPoint *point = &g_array_index (trail, BsTrailPoint, i);

      g_assert_cmpuint (point->text, <=, text.length);
      g_assert_cmpuint (point->source, <=, most);
      g_assert_cmpuint (point->source, >=, before);
      before = point->source;
    }
  for (guint32 at = 0; at < text.length; at++)
    g_assert_cmpuint (bs_trail_source (trail, at), <, most + 4);
  for (guint32 at = 0; at <= most; at++)
    g_assert_cmpuint (bs_trail_text (trail, at), <=, text.length + 4);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static BsRepair repair;
  FuzzBytes bytes = { data, size };
  gboolean entities = (fuzz_byte (&bytes) & 1) != 0;
  g_autofree char *valid = fuzz_text (fuzz_rest (&bytes));
  g_autofree char *copy = fuzz_copy (bs_span_of (valid));
  BsSpan in = bs_span (copy, strlen (valid)), text;
  BsMended mended = { 0 };

  if (repair.trail == NULL)
    bs_repair_init (&repair);
  text = bs_repair_text (&repair, in, entities, &mended);
  g_assert_true (fuzz_is_utf8 (text));
  g_assert_null (text.length > 0 ? memchr (text.start, '\0', text.length) : NULL);
  if (total (&mended) == 0)
    g_assert_true (text.start == in.start && text.length == in.length);
  if (!entities)
    g_assert_cmpuint (mended.entities, ==, 0);
  assert_trail (repair.trail, text, in.length);
  return 0;
}
