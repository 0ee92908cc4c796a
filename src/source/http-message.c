#include "source/http-message.h"

#include <zlib.h>

#include "source/header-block.h"

#define MOST_ENCODINGS 4
#define EXPANSION_MAX 200 /* pages reach 50 */
#define EXPANSION_FREE (1024 * 1024)
#define LARGEST_BODY ((guint64)1 << 30)

/* The number of a status line ("HTTP/1.1 200 OK"), -1 where it is none. */
static int
status_of (BsSpan line)
{
  gsize at = 0;
  int status = 0;

  if (line.length < 9 || g_ascii_strncasecmp (line.start, "HTTP/", 5) != 0)
    return -1;
  while (at < line.length && line.start[at] != ' ')
    at++;
  while (at < line.length && line.start[at] == ' ')
    at++;
  for (int i = 0; i < 3; i++, at++)
    {
      if (at >= line.length || !g_ascii_isdigit (line.start[at]))
        return -1;
      status = status * 10 + (line.start[at] - '0');
    }
  return at == line.length || !g_ascii_isdigit (line.start[at]) ? status : -1;
}

/* The size that a chunk's first line gives, with *taken bytes of the line; FALSE: the bytes start no chunk. */
static gboolean
chunk_size (BsSpan bytes, gsize *size, gsize *taken)
{
  const char *end = bytes.length > 0 ? memchr (bytes.start, '\n', MIN (bytes.length, 4096)) : NULL;
  gsize at = 0, digits = 0;

  *size = 0;
  if (end == NULL)
    return FALSE;
  *taken = (gsize)(end - bytes.start) + 1;
  while (bytes.start[at] == ' ')
    at++;
  for (; g_ascii_isxdigit (bytes.start[at]); at++)
    {
      if (++digits > 12)
        return FALSE;
      *size = *size * 16 + (gsize)g_ascii_xdigit_value (bytes.start[at]);
    }
  return digits > 0 && strchr (" \t;\r\n", bytes.start[at]) != NULL && bytes.start[at] != '\0';
}

/* Puts the chunks together; what is no chunk ends them. FALSE: the body is not chunked at all. */
static gboolean
join_chunks (BsSpan *body, BsArena *arena)
{
  char *out, *to;
  gsize at = 0, size, taken;

  if (!chunk_size (*body, &size, &taken) || size > body->length)
    return FALSE;
  out = to = bs_arena_alloc (arena, body->length + 1);
  while (chunk_size (bs_span (body->start + at, body->length - at), &size, &taken) && size > 0)
    {
      at += taken;
      size = MIN (size, body->length - at);
      memcpy (to, body->start + at, size);
      to += size;
      at += size;
      while (at < body->length && (body->start[at] == '\r' || body->start[at] == '\n'))
        at++;
    }
  *body = bs_span (out, (gsize)(to - out));
  return TRUE;
}

/* Expands the body. `window` is as zlib has it: which of its formats. */
static BsHttpStatus
inflate_body (BsSpan *body, int window, guint64 most, gboolean cut, BsArena *arena)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  z_stream stream = { .next_in = (Bytef *)body->start, .avail_in = (uInt)MIN (body->length, G_MAXUINT32) };
  guint8 piece[64 * 1024];
  int status;

  most = MIN (most, MIN (LARGEST_BODY, MAX (body->length * EXPANSION_MAX, EXPANSION_FREE)));
  if (inflateInit2 (&stream, window) != Z_OK)
    return BS_HTTP_BAD;
  do
    {
      stream.next_out = piece;
      stream.avail_out = sizeof piece;
      status = inflate (&stream, Z_NO_FLUSH);
      g_byte_array_append (out, piece, (guint)(sizeof piece - stream.avail_out));
    }
  while (status == Z_OK && stream.avail_out == 0 && out->len <= most);
  inflateEnd (&stream);
  if (out->len > most)
    return BS_HTTP_TOO_LARGE;
  if (status != Z_STREAM_END && (!cut || out->len == 0))
    return BS_HTTP_BAD;
  *body = bs_span (bs_arena_copy (arena, bs_span ((const char *)out->data, out->len)), out->len);
  return BS_HTTP_FINE;
}

/* "deflate" is zlib's format, but some servers send it bare. */
static BsHttpStatus
undo_deflate (BsSpan *body, guint64 most, gboolean cut, BsArena *arena)
{
  BsHttpStatus status = inflate_body (body, MAX_WBITS, most, cut, arena);

  return status == BS_HTTP_BAD ? inflate_body (body, -MAX_WBITS, most, cut, arena) : status;
}

static gboolean
is_gzip (BsSpan body)
{
  return body.length >= 2 && memcmp (body.start, "\x1f\x8b", 2) == 0;
}

/* Whether a body starts as text or markup does, and so is in no content encoding any more. */
static gboolean
is_plain (BsSpan body)
{
  gsize n = MIN (body.length, 64);

  for (gsize i = 0; i < n; i++)
    if ((guchar)body.start[i] < ' ' && !g_ascii_isspace (body.start[i]))
      return FALSE;
  return TRUE;
}

static BsHttpStatus
undo_encoding (BsSpan *body, const char *name, guint64 most, gboolean cut, BsArena *arena)
{
  if (g_ascii_strcasecmp (name, "identity") == 0 || *name == '\0' || is_plain (*body))
    return BS_HTTP_FINE;
  if (g_ascii_strcasecmp (name, "gzip") == 0 || g_ascii_strcasecmp (name, "x-gzip") == 0)
    return is_gzip (*body) ? inflate_body (body, MAX_WBITS + 16, most, cut, arena) : BS_HTTP_BAD;
  if (g_ascii_strcasecmp (name, "deflate") == 0)
    return undo_deflate (body, most, cut, arena);
  return BS_HTTP_UNREADABLE;
}

/* The encodings are undone in the order opposite to the list's. */
static BsHttpStatus
undo_encodings (BsHttpMessage *message, guint64 most, gboolean cut, BsArena *arena)
{
  g_auto (GStrv) names = g_strsplit (message->encoding, ",", MOST_ENCODINGS + 1);
  BsHttpStatus status = BS_HTTP_FINE;
  guint n = g_strv_length (names);

  if (n > MOST_ENCODINGS)
    return BS_HTTP_UNREADABLE;
  while (n-- > 0 && status == BS_HTTP_FINE)
    status = undo_encoding (&message->body, g_strstrip (names[n]), most, cut, arena);
  return status;
}

BsHttpStatus
bs_http_message_head (BsSpan bytes, BsArena *arena, BsHttpMessage *message)
{
  gsize length = bs_header_length (bytes);
  BsSpan head = bs_span (bytes.start, length > 0 ? length : bytes.length);
  int status = status_of (bs_header_first (head));

  *message = (BsHttpMessage){ .body = bs_span (bytes.start + head.length, bytes.length - head.length) };
  if (status != 200)
    return status < 0 ? BS_HTTP_BAD : BS_HTTP_OTHER;
  message->content_type = bs_header_value (head, "Content-Type", arena);
  message->transfer = bs_header_value (head, "Transfer-Encoding", arena);
  message->encoding = bs_header_value (head, "Content-Encoding", arena);
  return BS_HTTP_FINE;
}

BsHttpStatus
bs_http_message_body (BsHttpMessage *message, guint64 most, gboolean cut, BsArena *arena)
{
  if (message->transfer != NULL && g_ascii_strncasecmp (message->transfer, "identity", 8) != 0)
    join_chunks (&message->body, arena);
  return message->encoding != NULL ? undo_encodings (message, most, cut, arena) : BS_HTTP_FINE;
}
