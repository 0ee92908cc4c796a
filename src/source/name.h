/* name.h: what the name of a file says, and names made fit for a table. */
#pragma once

#include "base/arena.h"

G_BEGIN_DECLS

typedef enum {
  BS_KIND_TEXT,
  BS_KIND_HTML,
  BS_KIND_JSONL,
  BS_KIND_CSV,
  BS_KIND_TSV,
  BS_KIND_WARC,    /* a crawl, or the texts of one (WET) */
  BS_KIND_NEXIS,   /* exports of many articles a file: told by no ending, but by their first lines (source/sniff.h) */
  BS_KIND_FACTIVA,
  BS_KIND_JSON,    /* a whole JSON document; read only where the user calls it JSONL */
  BS_KIND_ARCHIVE, /* tar, zip, 7z, whatever they are compressed with */
  BS_KIND_NOTE,    /* README, LICENSE, COPYING in capitals: an article in an outlet's folder, but none beside it */
  BS_KIND_TABLE,   /* *.meta.tsv, *.meta.csv: metadata, never an article */
  BS_KIND_FOREIGN  /* an ending known to be something that is not read: MHTML, PDF, office, pictures, programs */
} BsKind;

/* Whether files of the kind are read by a reader of reader.h. */
static inline gboolean
bs_kind_is_read (BsKind kind)
{
  return kind <= BS_KIND_FACTIVA;
}

typedef struct {
  BsKind      kind;
  gboolean    named;  /* the ending names the kind; FALSE: unknown or no ending, which is taken for text */
  gsize       length; /* bytes of the path without a compression ending: compressing a corpus changes no id */
  const char *advice; /* what it is and what to do, half a sentence; NULL for what is read */
} BsNameLook;

/* Judges a path by its last component; endings in any case. A compression ending (.gz .bz2 .xz .zst .lz4) is looked
 * through, so x.txt.gz is text. */
BsNameLook bs_name_look (const char *path);

/* The last component without its compression ending and, where that names a kind, its ending: "data/times.jsonl.gz" is
 * "times". Escaped as by bs_name_escape(). */
const char *bs_name_base (const char *path, BsArena *arena);

/* A copy of `length` bytes of a file's name as valid UTF-8 without control characters: every byte that is neither is
 * written \xNN, and so is a backslash before an x; two different names stay different. */
const char *bs_name_escape (const char *name, gsize length, BsArena *arena);

/* The bytes that bs_name_escape() was given: what has to be opened for an origin's path. Free with g_free(). */
char *bs_name_unescape (const char *name);

/* A member's name without leading "./" and "/", and without empty components; NULL where nothing is left, or it is NULL. */
const char *bs_name_tidy (const char *name, BsArena *arena);

/* Whether a member is a hidden file or in a hidden folder, or what one system's archiver adds of its own. */
gboolean bs_name_is_hidden (const char *name);

/* Whether a path below a folder fits a pattern: `*` any bytes but '/', `?` one character but '/', a component `**` any
 * number of components, also none; everything else itself. */
gboolean bs_name_matches (const char *pattern, const char *path);

G_END_DECLS
