/* metadata.h: tables that are joined to articles: a row names an article's file, its other columns say more of it. */
#pragma once

#include "source/record.h"

G_BEGIN_DECLS

/* What a table's key column is relative to. */
typedef enum {
  BS_BASE_AUTO,     /* NAME where such a folder exists, else TABLE */
  BS_BASE_NAME,     /* the folder beside the table that has its name up to the first dot (times.meta.tsv: times/) */
  BS_BASE_TABLE,    /* the folder in which the table lies */
  BS_BASE_MANIFEST, /* the manifest's folder */
  BS_BASE_ID        /* nothing: the key is an article's id, whatever its outlet */
} BsBase;

typedef struct _BsMetadata BsMetadata;

BsMetadata *bs_metadata_new  (void);
void        bs_metadata_free (BsMetadata *metadata);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsMetadata, bs_metadata_free)

/* Reads `table` (its path below `root`; CSV or TSV by name, plain or compressed). `key` is the column that holds the
 * key, and the other columns are found as in a record file, by `names`; a text column and a row's id are not used.
 * An outlet column is one that `names` names.
 * Rows that are no rows, and keys that come twice (the first one counts), are kept for bs_metadata_problem().
 * Fails where the table cannot be read or has no such column. */
gboolean bs_metadata_add_table (BsMetadata *metadata, const char *root, const char *table, const char *key, BsBase base,
                                const BsFieldNames *names, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Joins the row that fits, if there is one: it fills what the article leaves open and adds further fields; an outlet
 * column gives the article another outlet. `path` is the article's file below the manifest's folder, without a
 * compression ending, for a member with '/' and its name behind; a row for a file of many articles fits all of them. */
void bs_metadata_join (BsMetadata *metadata, const char *path, BsArticle *article, BsArena *arena);

/* The next of the problems that tables have once all articles were asked for: per table at most one of broken rows, one
 * of keys that come twice, and one of rows that fitted nothing. FALSE: no more. *index starts at 0. */
gboolean bs_metadata_problem (const BsMetadata *metadata, guint *index, BsArena *arena, BsProblem *problem);

G_END_DECLS
