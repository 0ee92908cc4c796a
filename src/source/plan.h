/* plan.h: what one place turns into before anything of it is read: its inputs in their order, the problems met on the
 * way, and the tables that are joined to it. */
#pragma once

#include "source/corpus.h"
#include "source/metadata.h"
#include "source/name.h"
#include "source/reader.h"
#include "source/record.h"

G_BEGIN_DECLS

/* What many inputs share. */
typedef struct {
  const char  *root; /* the folder that their names are relative to, as the user named it; "" for lone files */
  BsFieldNames names;
  BsFormat     format;
  const char  *language; /* of articles that name none, a code; or NULL */
  const char  *separator;
  gboolean     separator_is_prefix;
  BsOutletFrom outlet_from;
  const char  *flat_outlet; /* of what lies in no outlet's folder; NULL: named by its file or folder */
} BsRule;

typedef struct {
  const BsRule *rule;
  const char   *file;   /* below the rule's root, as it is on disk; "-" for standard input */
  const char   *outlet; /* escaped; NULL only for an archive with outlets inside */
  const char   *id;     /* escaped */
  BsKind        kind;   /* one that is read, or ARCHIVE */
  gboolean      sniff;  /* the name says nothing of the kind: the first bytes do */
  gboolean      outlets_inside; /* of an archive */
} BsInput;

typedef struct {
  GArray     *inputs;   /* of BsInput, by (outlet, id, file) in byte order */
  GArray     *problems; /* of BsProblem, by (path, kind) */
  BsMetadata *metadata; /* or NULL */
} BsPlan;

/* The name of a manifest that a folder given as a place is read by, if it holds one. */
#define BS_FOLDER_MANIFEST "corpus.manifest"

/* Plans a place. Strings live in `arena`; those of the options are borrowed. */
BsPlan *bs_plan_open (const char *place, const BsSourceOptions *options, BsArena *arena, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void    bs_plan_free (BsPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsPlan, bs_plan_free)

G_END_DECLS
