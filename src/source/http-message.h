/* http-message.h: the answer of a server as a crawler kept it, and its body as it was meant. */
#pragma once

#include "base/arena.h"

G_BEGIN_DECLS

typedef enum {
  BS_HTTP_FINE,       /* all is well */
  BS_HTTP_OTHER,      /* another status than 200 */
  BS_HTTP_BAD,        /* no answer of a server, or a body that is not in the encoding that it says */
  BS_HTTP_UNREADABLE, /* in a content encoding that is not read */
  BS_HTTP_TOO_LARGE   /* the body expands beyond the ceiling */
} BsHttpStatus;

typedef struct {
  const char *content_type; /* as the server says, NULL where it does not */
  BsSpan      body;         /* borrowed from the bytes or in the arena, without a NUL behind it */
  const char *transfer;     /* its transfer encoding, likewise */
  const char *encoding;     /* its content encodings, likewise */
} BsHttpMessage;

/* Takes the message's head from its body, which stays as it came. */
BsHttpStatus bs_http_message_head (BsSpan bytes, BsArena *arena, BsHttpMessage *message);

/* Makes the body what was meant: chunks are put together, gzip and deflate expanded to at most `most` bytes and, beyond
 * a MiB, at most 200 times what they take, by what the head says, unless the body is plainly not so (many crawlers undo
 * both and leave the head alone).
 * `cut`: the crawler did not keep all of it, so what could be expanded counts. */
BsHttpStatus bs_http_message_body (BsHttpMessage *message, guint64 most, gboolean cut, BsArena *arena);

G_END_DECLS
