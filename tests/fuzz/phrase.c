/* Phrases found by a few of their bytes against phrases sought one by one, text folded by masks against text folded a
 * character at a time. The first byte says where the block stands.
 *
 * about: src/clean/phrase.c src/clean/phrase-index.c src/clean/phrase-gate.c src/clean/phrase-sign.c src/clean/fold.c
 * about: src/clean/look.c
 * max_len: 512 */
#include "../phrase-careful.h"
#include "fuzz-help.h"

static GString *folded, *careful;

/* Trimmed, as blocks are. */
static BsSpan
trimmed (BsSpan text)
{
  while (text.length > 0 && (guchar) text.start[text.length - 1] <= ' ')
    text.length--;
  while (text.length > 0 && (guchar) text.start[0] <= ' ')
    text = bs_span (text.start + 1, text.length - 1);
  return text;
}

/* What is found carefully, of which the folded block stays in `careful`. */
static BsAside
find_carefully (BsSpan block, BsPhrasePlace place)
{
  const char *first = bs_phrase_first_letter (block), *end = block.start + block.length;
  BsLook look;

  bs_look_at (&look, block);
  careful_fold (careful, first < end ? first : block.start, end);
  return careful_find (block, &look, place, careful);
}

static void
assert_found (BsSpan block, BsPhrasePlace place, BsAside expected)
{
  BsLook look;
  BsAside aside;

  bs_look_at (&look, block);
  bs_phrase_fold (folded, block);
  g_assert_cmpstr (folded->str, ==, careful->str);
  aside = bs_phrase_find (block, &look, place, folded);
  g_assert_cmpint (aside, ==, expected);
  g_assert_true ((aside == BS_KEPT) == (bs_phrase_reason (aside) == NULL));
  if (aside != BS_KEPT && look.words > BS_PHRASE_WITHIN_WORDS)
    g_assert_true (bs_phrase_may_start (folded->str));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  BsPhrasePlace place = (BsPhrasePlace) (fuzz_byte (&bytes) % 3);
  g_autofree char *valid = fuzz_text (fuzz_rest (&bytes));
  BsSpan text = trimmed (bs_span_of (valid));
  g_autofree char *copy = fuzz_copy (text);
  BsAside expected;

  if (folded == NULL)
    {
      folded = g_string_new (NULL);
      careful = g_string_new (NULL);
    }
  if (text.length == 0)
    return 0;
  expected = find_carefully (text, place);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      {
        g_assert_true (bs_cpu_limit (bs_cpu_name (cpu), NULL));
        assert_found (bs_span (copy, text.length), place, expected);
      }
  return 0;
}
