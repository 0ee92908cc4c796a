/* ceiling.h: how much of anything is taken in. What an option, a message and docs/ceilings.md say of it comes from the
 * one table in ceiling.c; tests/cli/ceilings.sh compares them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  /* of what is read */
  BS_CEILING_ARTICLE,
  BS_CEILING_EXPANDED,
  BS_CEILING_RATIO,
  BS_CEILING_RATIO_FROM,
  BS_CEILING_MEMBERS,
  BS_CEILING_FIELDS,
  BS_CEILING_COLUMNS,
  BS_CEILING_KEPT_FIELDS,
  BS_CEILING_FIELD,
  BS_CEILING_NAME,
  BS_CEILING_JSON_DEPTH,
  BS_CEILING_HEAD,
  BS_CEILING_MANIFEST,
  BS_CEILING_GLOBS,
  BS_CEILING_OUTLETS,
  BS_CEILING_INPUT,
  /* of what is cleaned and counted */
  BS_CEILING_PAGE,
  BS_CEILING_TAGS,
  BS_CEILING_DEPTH,
  BS_CEILING_LINES,
  BS_CEILING_WORD,
  BS_CEILING_SENTENCE,
  BS_CEILING_TYPES,
  BS_CEILING_VOCABULARY,
  /* of what is asked for */
  BS_CEILING_NGRAM,
  BS_CEILING_PATTERN,
  BS_CEILING_STEPS,
  BS_CEILING_PATIENCE,
  BS_N_CEILINGS
} BsCeiling;

/* Bytes that the ceilings of a name and of a field may be set to at most: a store holds none that are longer. */
#define BS_LONGEST_NAME (64 * 1024)
#define BS_LONGEST_FIELD (1024 * 1024)

typedef struct {
  const char *name;   /* as users write it */
  const char *unit;   /* "bytes", "words", … */
  guint64     normal; /* where nobody says another */
  guint64     least, most; /* that may be said */
  gboolean    counts; /* decides what an article's numbers are: part of the settings it was read by */
  const char *what;   /* a few words: what it bounds */
  const char *over;   /* a few words: what becomes of what goes over it */
} BsCeilingRow;

const BsCeilingRow *bs_ceiling_row (BsCeiling which);

/* Those of one run. 0: the normal one. */
typedef struct {
  guint64 value[BS_N_CEILINGS];
} BsCeilings;

/* The one in force; `ceilings` may be NULL: all are normal. */
guint64  bs_ceiling (const BsCeilings *ceilings, BsCeiling which);

/* Takes "NAME=VALUE": a whole number, of bytes also with K, M, G or T behind it, of 1024 each. BS_ERROR_USAGE, naming
 * what there is, for anything else; `ceilings` is then as it was. */
gboolean bs_ceilings_set (BsCeilings *ceilings, const char *assignment, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "1000", or "64M" where the unit is bytes and nothing is lost by it. Free with g_free. */
char    *bs_ceiling_value_in_words (BsCeiling which, guint64 value);

/* "the ceiling of 64M bytes (--ceiling article)": for messages about what went over it. Free with g_free. */
char    *bs_ceiling_in_words (const BsCeilings *ceilings, BsCeiling which);

/* For messages that a reader formats: "… than " BS_CEILING_FORMAT " and was left out". */
#define BS_CEILING_FORMAT "the ceiling of %" G_GUINT64_FORMAT " %s (--ceiling %s)"
#define BS_CEILING_ARGS(ceilings, which)                                                                               \
  bs_ceiling ((ceilings), (which)), bs_ceiling_row (which)->unit, bs_ceiling_row (which)->name

/* "; ceilings depth=100, word=64": those that count and are not normal, for a line of settings; "" where all are. Free
 * with g_free. */
char    *bs_ceilings_settings (const BsCeilings *ceilings);

G_END_DECLS
