/* compare-cell.h: cells of the comparison's tables, and which rows of many say most; for its files and its charts. */
#pragma once

#include "report/compare-table.h"

G_BEGIN_DECLS

/* Adds the column of an estimate: for people one of text, for programs NAME, NAME_low and NAME_high. */
void bs_compare_add_estimate (BsTable *table, const char *name, const char *title, gboolean people);
/* Sets it and moves `*column` behind it. */
void bs_compare_set_estimate (BsTable *table, guint *column, BsEstimate estimate, gboolean people, int decimals);

/* A p-value for people: "<.001", ".012"; "" for NAN. Writes into `buffer` of BS_NUMBER_MAX bytes and returns it. */
const char *bs_compare_p_text (double p, char *buffer);

/* The same of a p-value: for people "<.001", ".012". */
void bs_compare_add_p (BsTable *table, const char *name, const char *title, gboolean people);
void bs_compare_set_p (BsTable *table, guint *column, double p, gboolean people);

/* A number in the decimals of its row: text for people. */
void bs_compare_add_number (BsTable *table, const char *name, const char *title, gboolean people);
void bs_compare_set_number (BsTable *table, guint *column, double value, gboolean people, int decimals);

/* How the figures' intervals were made; free with g_free. */
char *bs_compare_how (const BsCompareData *data);

/* How the groups are called: "outlet", "section × year"; free with g_free. */
char *bs_compare_by (const BsCompareData *data);

/* How many pairs of groups were compared in a measure, and in all. */
guint bs_compare_n_pairs (const BsCompared *compared);

/* How much a pair says, for bs_compare_ranks(): |δ| decides, and |g| where that is equal. */
double bs_compare_pair_score (const BsComparePair *pair);

/* The place of each of n rows, from 0 for the highest score, earlier ones first where equal; NAN is the lowest. Scores
 * are 0 or more. Free with g_free. */
guint *bs_compare_ranks (const double *scores, guint n);

/* Which of the n rows of one measure people see: all where `all`, the rows of all measures, are few enough, else those
 * of the first ranks. Free with g_free. Counts them in `*shown`. */
gboolean *bs_compare_choose (const BsCompared *compared, const double *scores, guint n, guint all, gboolean people,
                             guint *shown);

/* The groups in ascending order of a value, those without one last, by name where equal. People see of many the lowest
 * and the highest: BS_COMPARE_GROUPS_SHOWN, counted in `*shown`. Free with g_free. */
guint *bs_compare_order (const BsCompareData *data, const double *values, gboolean people, guint *shown);

/* Adds a sentence to a table's note; a printf format. */
void bs_compare_note (BsTable *table, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
