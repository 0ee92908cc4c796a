/* The lists of words: every entry is on its own list, and no bytes that are none are on any.
 *
 * about: src/lexicon/wordlist.c src/lexicon/word-table.c
 * max_len: 64 */
#include "fuzz-help.h"
#include "lexicon/wordlist.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  BsSpan word = bs_span ((const char *) data, size);
  guint32 lists = bs_lists_of (word);

  g_assert_cmpuint (lists, <, 1u << (BS_N_LISTS + 1));
  g_assert_true (lists == 0 || (size <= BS_LIST_WORD_MAX && memchr (data, '\n', size) == NULL && fuzz_is_utf8 (word)));
  return 0;
}
