/* json-scan.h: a strict scanner of one JSON object that hands out its top-level fields without building a tree.
 * RFC 8259, with three liberties: strings need not be valid UTF-8 (clean/ repairs that), an unpaired surrogate escape is
 * not an error but U+FFFD, and a byte order mark may stand before the object, as where files were put together. */
#pragma once

#include "base/arena.h"
#include "base/ceiling.h"

G_BEGIN_DECLS

typedef enum {
  BS_JSON_STRING,
  BS_JSON_NUMBER,
  BS_JSON_TRUE,
  BS_JSON_FALSE,
  BS_JSON_NULL,
  BS_JSON_ARRAY,
  BS_JSON_OBJECT
} BsJsonKind;

/* Borrowed from the scanned bytes. */
typedef struct {
  BsSpan     name;  /* between its quotes */
  BsSpan     value; /* a string's bytes between its quotes, everything else as written */
  BsJsonKind kind;
  gboolean   name_escaped;  /* holds a backslash: bs_json_unescape() it */
  gboolean   value_escaped; /* likewise, of a string */
} BsJsonField;

/* Puts the fields of the object that is all of `text` but white space into `fields` (a GArray of BsJsonField, emptied
 * first), in order and with names that come twice. Returns NULL, or what is wrong (half a sentence, static) with
 * *position the byte where and *over the ceiling that was met, if one was, else BS_N_CEILINGS. */
const char *bs_json_scan_object (BsSpan text, const BsCeilings *ceilings, GArray *fields, gsize *position,
                                 BsCeiling *over);

/* Writes what the string between its quotes means, as UTF-8, to `out`, which has room for raw.length bytes, all of
 * which may be written; returns how many count. `raw` must come from the scanner. */
gsize bs_json_unescape (BsSpan raw, char *out);

/* A value of any kind without the white space between its tokens, in the arena; a string without its quotes, unescaped;
 * a null is an empty span. */
BsSpan bs_json_value (const BsJsonField *field, BsArena *arena);

/* An array of strings, unescaped, with `separator` between them, in the arena, followed by a NUL that is not counted;
 * FALSE for every other value. */
gboolean bs_json_join (const BsJsonField *field, const char *separator, BsArena *arena, BsSpan *joined);

G_END_DECLS
