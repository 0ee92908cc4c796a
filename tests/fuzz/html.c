/* A page cleaned: its blocks are all of its text, what its head says is honest text, and nothing of a mark is left
 * where a mark was. The first byte says what is left out, and
 * whether the bytes may be anything or are UTF-8.
 *
 * about: src/clean/html.c src/clean/html-page.c src/clean/html-slim.c src/clean/html-tag.c src/clean/html-tree.c
 * about: src/clean/html-level.c src/clean/html-content.c src/clean/html-judge.c src/clean/html-head.c
 * about: src/clean/html-hint.c src/clean/html-json.c
 * max_len: 4096
 * rss_limit: 400 */
#include "clean/html-slim.h"
#include "clean/html.h"
#include "fuzz-clean.h"

/* Written out small, a page can be written out again and is the same: what is left is safe. */
static void
assert_slim (BsSpan page)
{
  static BsHtmlSlim slim, again;
  g_autofree char *text = fuzz_text (page);

  if (slim.page == NULL)
    {
      bs_html_slim_init (&slim);
      bs_html_slim_init (&again);
    }
  if (bs_html_slim_read (&slim, bs_span_of (text), NULL) != BS_N_CEILINGS)
    return;
  g_assert_true (fuzz_is_utf8 (bs_span (slim.page->str, slim.page->len)));
  g_assert_cmpuint (slim.data->len, <=, BS_HTML_DATA_MAX);
  for (guint i = 0; i < slim.data->len; i++)
    {
      BsSpan data = g_array_index (slim.data, BsSpan, i);

      g_assert_true (data.start >= text && data.start + data.length <= text + strlen (text));
    }
  for (guint i = 0; i < slim.trail->len; i++)
    {
      const BsTrailPoint *point = &g_array_index (slim.trail, BsTrailPoint, i);

      g_assert_cmpuint (point->text, <=, slim.page->len);
      g_assert_cmpuint (point->source, <=, strlen (text));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static BsCleaned *cleaned, *other;
  FuzzBytes bytes = { data, size };
  guint without = fuzz_byte (&bytes);
  BsCleanOptions options = { .without = without & BS_STEPS_ALL, .markup = BS_MARKUP_HTML };
  g_autofree char *valid = NULL, *copy = NULL;
  BsSpan page = fuzz_rest (&bytes);

  if (cleaned == NULL)
    {
      cleaned = bs_cleaned_new ();
      other = bs_cleaned_new ();
    }
  if ((without & 0x80) == 0)
    {
      valid = fuzz_text (page);
      copy = fuzz_copy (bs_span_of (valid));
      page = bs_span (copy, strlen (valid));
    }
  assert_slim (page);
  bs_clean (cleaned, page, &options);
  fuzz_assert_cleaned (cleaned, page.length);
  bs_clean (other, page, &options);
  fuzz_assert_same_cleaned (cleaned, other);
  return 0;
}
