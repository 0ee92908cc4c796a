/* The answer of a server as a crawler kept it: its head, and its body put together and expanded.
 *
 * about: src/source/http-message.c src/source/header-block.c
 * max_len: 2048 */
#include "fuzz-help.h"
#include "source/header-block.h"
#include "source/http-message.h"

#define MOST 65536

static void
check_head (BsSpan bytes, BsArena *arena)
{
  static const char *const names[] = { "Content-Type", "content-length", "Transfer-Encoding", "WARC-Type" };
  gsize length = bs_header_length (bytes);
  BsSpan head = bs_span (bytes.start, length);

  g_assert_cmpuint (length, <=, bytes.length);
  if (length == 0)
    return;
  g_assert_cmpuint (bs_header_first (head).length, <, length);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = bs_header_value (head, names[i], arena);

      g_assert_true (value == NULL || (value[0] != '\0' && strlen (value) < length));
      if (value == NULL)
        continue;
      g_assert_cmpuint (strlen (bs_header_media_type (value, arena)), <=, strlen (value));
      g_assert_true (bs_header_charset (value, arena) == NULL || bs_header_charset (value, arena)[0] != '\0');
    }
}

static void
check_body (BsSpan bytes, guint64 most, gboolean cut, BsArena *arena)
{
  BsHttpMessage message = { 0 };
  BsHttpStatus status = bs_http_message_head (bytes, arena, &message);

  if (status != BS_HTTP_FINE)
    return;
  g_assert_cmpuint (message.body.length, <=, bytes.length);
  status = bs_http_message_body (&message, most, cut, arena);
  g_assert_true (status != BS_HTTP_FINE || message.body.length <= MAX (most, bytes.length));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsSpan bytes = bs_span ((const char *) data, size);

  check_head (bytes, arena);
  for (gboolean cut = FALSE; cut <= TRUE; cut++)
    {
      check_body (bytes, MOST, cut, arena);
      check_body (bytes, 100, cut, arena);
    }
  return 0;
}
