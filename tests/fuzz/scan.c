/* The walk over a text by masks, with every set of instructions that there is, against the careful one.
 *
 * about: src/segment/scan.c src/segment/scan-walk.c src/segment/scan-word.c src/segment/scan-gap.c
 * about: src/segment/scan-masks.h
 * max_len: 1024 */
#include "fuzz-help.h"
#include "segment/scan.h"

typedef struct {
  GArray *words, *gaps;
} Scanned;

static Scanned
scanned_new (void)
{
  return (Scanned){ g_array_new (FALSE, FALSE, sizeof (BsWord)), g_array_new (FALSE, FALSE, sizeof (BsGap)) };
}

static void
scanned_clear (Scanned *scanned)
{
  g_array_set_size (scanned->words, 0);
  g_array_set_size (scanned->gaps, 0);
}

static void
assert_same (const Scanned *fast, const Scanned *careful)
{
  g_assert_cmpuint (fast->words->len, ==, careful->words->len);
  g_assert_cmpuint (fast->gaps->len, ==, careful->gaps->len);
  for (guint i = 0; i < fast->words->len; i++)
    {
      const BsWord *a = &g_array_index (fast->words, BsWord, i), *b = &g_array_index (careful->words, BsWord, i);

      g_assert_cmpuint (a->start, ==, b->start);
      g_assert_cmpuint (a->length, ==, b->length);
    }
  for (guint i = 0; i < fast->gaps->len; i++)
    {
      const BsGap *a = &g_array_index (fast->gaps, BsGap, i), *b = &g_array_index (careful->gaps, BsGap, i);

      g_assert_cmpuint (a->word, ==, b->word);
      g_assert_cmpuint (a->end, ==, b->end);
      g_assert_cmpuint (a->next_start, ==, b->next_start);
      g_assert_cmphex (a->flags, ==, b->flags);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static Scanned fast, careful;
  BsSpan text = bs_span ((const char *) data, size);
  g_autofree char *made_valid = NULL;

  if (fast.words == NULL)
    {
      fast = scanned_new ();
      careful = scanned_new ();
    }
  if (!fuzz_is_utf8 (text))
    {
      g_autofree char *valid = fuzz_text (text);

      text = bs_span_of (valid);
      text.start = made_valid = fuzz_copy (text);
    }
  scanned_clear (&careful);
  bs_scan_carefully (text, careful.words, careful.gaps);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      {
        g_assert_true (bs_cpu_limit (bs_cpu_name (cpu), NULL));
        scanned_clear (&fast);
        bs_scan (text, fast.words, fast.gaps);
        assert_same (&fast, &careful);
      }
  return 0;
}
