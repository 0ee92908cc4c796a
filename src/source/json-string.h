/* json-string.h: JSON strings, sixty-four bytes at a time; for source/json-scan.c. */
#pragma once

#include "base/kernel.h"
#include "base/span.h"

G_BEGIN_DECLS

typedef struct {
  const char *stop;    /* the closing quote; where `error` is set, the place of it */
  gboolean    escaped; /* a backslash stands before it */
  const char *error;   /* half a sentence, static; NULL: none */
} BsJsonString;

/* Goes from `p`, behind the opening quote, to the closing one, over escapes that JSON knows and no control character. */
typedef BsJsonString BsJsonStringFunc (const char *p, const char *end);
BS_KERNEL_DECLARE (BsJsonStringFunc, bs_json_string);

/* bs_json_unescape() in source/json-scan.h. */
typedef gsize BsJsonUnescapeFunc (BsSpan raw, char *out);
BS_KERNEL_DECLARE (BsJsonUnescapeFunc, bs_json_unescape_bytes);

G_END_DECLS
