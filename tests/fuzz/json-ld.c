/* What a page says of itself in JSON-LD.
 *
 * about: src/clean/html-json.c src/clean/html-head.c
 * max_len: 1024 */
#include "clean/html-head.h"
#include "fuzz-help.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *json = fuzz_text (bs_span ((const char *) data, size)); /* a page is valid UTF-8 by then */
  BsHtmlHead head = { 0 };

  bs_html_json_read (&head, bs_span_of (json));
  for (guint i = 0; i < BS_N_HEAD; i++)
    if (head.value[i] != NULL)
      {
        g_assert_true (g_utf8_validate (head.value[i], -1, NULL));
        g_assert_true (i == BS_HEAD_BODY || (head.value[i][0] != '\0' && head.trust[i] > 0));
      }
  bs_html_head_clear (&head);
  return 0;
}
