#include "source/sniff.h"

#include "source/export.h"
#include "source/warc-record.h"

#define ENOUGH (64 * 1024)

static gsize
mark_length (BsSpan window)
{
  return window.length >= 3 && memcmp (window.start, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/* As many whatever pieces they come in. */
static BsSpan
first_bytes (BsByteStream *stream)
{
  BsSpan window = bs_byte_stream_window (stream);

  while (window.length < ENOUGH && bs_byte_stream_more (stream))
    window = bs_byte_stream_window (stream);
  window = bs_byte_stream_window (stream);
  return bs_span (window.start, MIN (window.length, ENOUGH));
}

BsKind
bs_sniff_any (BsByteStream *stream)
{
  BsSpan window = first_bytes (stream);
  gsize at = mark_length (window);

  if (window.length >= 4 && memcmp (window.start, "PK\3\4", 4) == 0)
    return BS_KIND_ARCHIVE;
  if (window.length >= 6 && memcmp (window.start, "7z\xbc\xaf\x27\x1c", 6) == 0)
    return BS_KIND_ARCHIVE;
  if (bs_warc_starts (window))
    return BS_KIND_WARC;
  if (window.length >= 262 && memcmp (window.start + 257, "ustar", 5) == 0)
    return BS_KIND_ARCHIVE;
  while (at < window.length && g_ascii_isspace (window.start[at]))
    at++;
  return at < window.length && window.start[at] == '{' ? BS_KIND_JSONL : BS_KIND_TEXT;
}

BsKind
bs_sniff_text (BsByteStream *stream)
{
  BsSpan window = first_bytes (stream);
  gsize mark = mark_length (window);

  if (bs_warc_starts (window))
    return BS_KIND_WARC;
  return bs_export_sniff (bs_span (window.start + mark, window.length - mark));
}
