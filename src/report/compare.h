/* compare.h: groups of articles side by side, measure by measure: figures, tests, effect sizes, and what a reviewer asks.
 *
 * Reading the store is one pass in one thread (bs_compare_gather); the mathematics follows from the arrays alone, a
 * measure a thread (bs_compare_run), and the tables from its results (compare-table.h, compare-page.h). The article is
 * the unit. Random numbers come from streams named by group and measure: neither threads nor order show.
 */
#pragma once

#include "compare/interval.h"
#include "compare/standardize.h"
#include "compare/summary.h"
#include "measure/measure.h"
#include "store/store.h"

G_BEGIN_DECLS

#define BS_COMPARE_LEAST 5          /* articles of a group, by default: a smaller one is left out */
#define BS_COMPARE_SEED 1           /* by default */
#define BS_COMPARE_MOST_GROUPS 500  /* all pairs of more would be no comparison, and take hours … */
#define BS_COMPARE_MOST_OTHERS 2000 /* … with one reference, of more */
#define BS_COMPARE_MOST_CELLS (1 << 25) /* groups times blocks of a matched design */
#define BS_COMPARE_NONE G_MAXUINT32 /* number of a field that an article does not have */

typedef enum {
  BS_COMPARE_LOCATION = 1 << 0, /* figures of every group with their intervals */
  BS_COMPARE_OMNIBUS = 1 << 1,  /* do the groups differ at all */
  BS_COMPARE_PAIRS = 1 << 2,    /* every two groups */
  BS_COMPARE_LENGTH = 1 << 3,   /* the same at equal length; with BS_COMPARE_PAIRS of pairs too */
  BS_COMPARE_CLUSTERS = 1 << 4, /* articles of one day, author, agency */
  BS_COMPARE_MATCHED = 1 << 5   /* groups that speak of the same */
} BsCompareParts;

typedef struct {
  const BsMeasureRef *refs;
  guint               n_refs;
  const char         *by;        /* field (report/field.h) that groups articles; NULL: the outlet */
  const char         *by_also;   /* a second one, crossed with it: "Gazette × 2019"; NULL: none */
  const char         *against;   /* the group that every other is compared with, and no others; NULL: every pair */
  const char *const  *outlets;   /* of these alone, NULL-ended; NULL: all */
  const char *const  *where;     /* "FIELD=VALUE", NULL-ended: articles that say so alone; NULL: all */
  const char         *cluster;   /* field whose articles are not independent; NULL: outlet-day, byline and agency, where
                                  * the articles tell them */
  const char         *matched;   /* field whose values are blocks that the groups share; NULL: none */
  guint               least;     /* articles of a group, and values of a measure in it, below which it is left out */
  guint               resamples;
  guint64             seed;
  guint               threads;   /* 0: one a processor */
  guint               parts;     /* BsCompareParts */
  void              (*progress) (gpointer data, guint done, guint all); /* in the calling thread; NULL: none */
  gpointer            data;
} BsCompareOptions;

/* ---- What is compared --------------------------------------------------------------------------------------------- */

typedef struct {
  char   *name;
  guint   first;      /* its articles stand in a row: `n` that count … */
  guint   n;
  guint   left_out;   /* … and so many copies behind them that do not */
  guint   copies;     /* articles that copy another, counted or not */
  guint   wire;       /* of those that count, articles that credit an agency or another outlet */
  gint64  words;      /* of those that count */
  char   *first_day;  /* of those that count; NULL: no dates */
  char   *last_day;
} BsCompareGroup;

/* Which articles belong together: by row a number from 0, or BS_COMPARE_NONE. */
typedef struct {
  const char *field;
  GArray     *numbers; /* of guint32 */
  GPtrArray  *names;   /* by number */
} BsCompareLabels;

typedef struct {
  BsCompareOptions options; /* borrowed strings */
  GArray    *groups;        /* of BsCompareGroup, by name */
  GArray    *small;         /* of BsCompareGroup: below `least`; only name and n */
  guint      n_rows;        /* articles of all groups, copies that do not count included */
  double    *words;         /* by row */
  double   **values;        /* by measure and row; NAN: none */
  GPtrArray *clusters;      /* of BsCompareLabels: what options.cluster says, the first one to resample */
  BsCompareLabels *day, *byline; /* who may dominate a group */
  BsCompareLabels *block;   /* NULL: none */
  char      *digest;        /* SHA-256 of outlet, id and checksum of the articles that count, in key order, in hex */
  gboolean   crossed;
} BsCompareData;

/* Reads what is compared. BS_ERROR_USAGE where there is no such field, outlet or group, no group large
 * enough, or more groups than can be compared. */
BsCompareData *bs_compare_gather (BsStore *store, const BsCompareOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void           bs_compare_data_free (BsCompareData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCompareData, bs_compare_data_free)

static inline const BsCompareGroup *
bs_compare_group (const BsCompareData *data, guint group)
{
  return &g_array_index (data->groups, BsCompareGroup, group);
}

/* ---- What comes out ----------------------------------------------------------------------------------------------- */

/* Of one group and measure. */
typedef struct {
  BsSummary  summary;
  BsLocation location;      /* NAN throughout where it was not asked for or the group has too few values */
  BsEstimate q25, median, q75;
  BsEstimate equal_median;  /* at equal length */
  double     copies_median; /* of all articles, copies counted */
  gboolean   tested;        /* it has `least` values: it takes part in tests */
} BsCompareFigures;

typedef struct {
  guint  k;           /* groups that take part */
  gsize  n;           /* their values */
  BsTest kruskal, welch, fligner;
  double kruskal_holm; /* over the measures */
  double epsilon_squared, omega_squared;
  double sd_ratio;    /* largest over smallest standard deviation */
} BsCompareOmnibus;

typedef struct {
  guint      a, b;    /* groups */
  BsEstimate shift, delta, g;
  BsTest     mann_whitney, dunn;
  double     mann_whitney_holm, mann_whitney_bh, dunn_holm, dunn_bh; /* over the pairs of this measure */
  double     mann_whitney_holm_all; /* over all pairs of all measures */
  BsEstimate equal_delta; /* at equal length */
  guint      bands;       /* that compare it, of BS_BANDS */
  double     covered;     /* of its articles, the share in these */
} BsComparePair;

typedef struct {
  double spearman;        /* of values and words, over all articles with a value; NAN: below 4 or no spread */
  double low, high;       /* Bonett and Wright 2000 (Psychometrika 65) */
  guint  bands;           /* common to all groups that are tested */
  double covered;
} BsCompareLength;

/* Of one group, measure and kind of cluster. */
typedef struct {
  gsize      n;           /* values that belong to a cluster */
  guint      n_clusters;
  double     largest;     /* share of these values in the largest cluster */
  double     icc;
  double     design;      /* 1 + (Σ size² / Σ size - 1) icc: by how much the variance of a mean over articles is
                           * larger; 1 at least */
  BsEstimate mean, median; /* clusters resampled: values of no cluster are one each; NAN but for the first kind */
} BsCompareClusters;

typedef struct {
  guint      a, b;
  gsize      blocks;      /* that both have */
  BsTest     wilcoxon;
  double     holm;
  BsEstimate shift;       /* the pseudo-median of a - b */
  double     rank_biserial;
} BsComparePairMatched;

typedef struct {
  gsize  blocks;          /* that every group has */
  BsTest friedman;
  double kendall_w;
  GArray *pairs;          /* of BsComparePairMatched; NULL: not asked for */
} BsCompareMatched;

typedef struct {
  BsCompareFigures  *figures;  /* by group */
  BsCompareOmnibus   omnibus;
  GArray            *pairs;    /* of BsComparePair; pairs of groups that both are tested */
  BsCompareLength    length;
  BsCompareClusters *clusters; /* by kind and group; NULL: not asked for */
  BsCompareMatched   matched;
} BsCompareMeasure;

typedef struct {
  const BsCompareData *data; /* borrowed */
  BsCompareMeasure    *measures;
} BsCompared;

/* Computes what options.parts asks for. */
BsCompared *bs_compare_run (const BsCompareData *data);
void        bs_compared_free (BsCompared *compared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCompared, bs_compared_free)

/* One measure alone; what corrections over measures need is left. Used by bs_compare_run(). */
void        bs_compare_measure (const BsCompareData *data, guint measure, BsCompareMeasure *result);
void        bs_compare_measure_clear (BsCompareMeasure *result);

G_END_DECLS
