/* compare-table.h: the results of a comparison as tables, for people and for programs.
 *
 * For programs a table is long: one row a group and measure, or a pair and measure, every figure in a column of its
 * own. For people an estimate stands with its interval in one cell, and only the largest differences are shown.
 */
#pragma once

#include "report/compare.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;        /* "pairs", for --show */
  const char *description; /* one line for people */
  guint       parts;       /* BsCompareParts that it needs */
  BsTable *(*make) (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
} BsCompareTable;

/* All of them in the order of help. */
const BsCompareTable *bs_compare_tables (guint *n);

/* The one of this name; NULL with BS_ERROR_USAGE naming all. */
const BsCompareTable *bs_compare_table_find (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

#define BS_COMPARE_ROWS_SHOWN 30   /* to people: of a longer table, those that say most of every measure */
#define BS_COMPARE_GROUPS_SHOWN 20 /* to people, in the figures of one measure */

BsTable *bs_compare_units      (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_exclusions (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_copies     (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_location   (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_omnibus    (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_pairs      (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_spread     (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_icc        (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_matches    (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_friedman   (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_length     (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_equal      (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_agreement  (BsStore *store, const BsCompared *compared, gboolean people, GError **error);
BsTable *bs_compare_warnings   (BsStore *store, const BsCompared *compared, gboolean people, GError **error);

/* The groups of one measure for people, lowest median first; bs_compare_location() has all measures. */
BsTable *bs_compare_location_of (const BsCompared *compared, guint measure);

G_END_DECLS
