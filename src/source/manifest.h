/* manifest.h: a file that describes a corpus of any shape (GKeyFile). docs/manifest.md is its reference. */
#pragma once

#include "source/corpus.h"
#include "source/metadata.h"
#include "source/record.h"

G_BEGIN_DECLS

/* One group [outlet …] or [outlets]. */
typedef struct {
  const char *outlet;  /* of all its articles; NULL in [outlets], where folders, archives and records say it */
  char      **files;   /* globs below the manifest's folder; NULL: none */
  char      **folders; /* [outlets]: folders whose first-level sub-folders are outlets; NULL: none */
  BsFormat    format;
  const char *language; /* NULL: not said */
  const char *separator; /* NULL: a file is an article */
  gboolean    separator_is_prefix;
} BsManifestOutlet;

/* One group [metadata] or [metadata …]. */
typedef struct {
  char      **tables; /* globs below the manifest's folder */
  const char *key;
  BsBase      base;
} BsManifestTable;

typedef struct {
  const char   *language; /* of all articles that name none; NULL: not said */
  BsFieldNames  names;
  GArray       *outlets; /* of BsManifestOutlet, in the order of the file */
  GArray       *tables;  /* of BsManifestTable, likewise */
  /* private */
  BsArena      *arena;
  GPtrArray    *lists;
} BsManifest;

/* Reads a manifest up to its ceiling. Fails on everything that is not in docs/manifest.md: unknown groups and keys,
 * values that cannot be, paths that lead out of the manifest's folder; and on what is no text: UTF-16, bytes 0. */
BsManifest *bs_manifest_read (const char *path, const BsCeilings *ceilings, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of its bytes; `path` is for messages. */
BsManifest *bs_manifest_parse (BsSpan bytes, const char *path, const BsCeilings *ceilings,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        bs_manifest_free (BsManifest *manifest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsManifest, bs_manifest_free)

/* Whether a regular file is to be read as a manifest: named *.manifest or *.ini, or with [corpus] as its first line
 * that is neither blank nor a comment. */
gboolean bs_manifest_is (const char *path);

G_END_DECLS
