/* likeness.h: how alike outlets write: distances by their words, a tree with its support, a map; tables and charts. */
#pragma once

#include "compare/distance.h"
#include "compare/scaling.h"
#include "compare/tree.h"
#include "report/chart/chart.h"
#include "report/chart/table.h"
#include "report/outlet-words.h"

G_BEGIN_DECLS

/* What a user calls a measure of distance. */
typedef struct {
  const char *id;        /* "delta", "cosine", "eder", "jsd", "jsd-function", "chi2" */
  const char *title;     /* "Burrows's Delta" */
  BsDistance  kind;
  gboolean    functions; /* over function words alone */
  guint       n_words;   /* most frequent ones by default; 0: all */
  int         decimals;  /* for people */
} BsLikenessMeasure;

const BsLikenessMeasure *bs_likeness_measures (guint *n);
/* NULL with BS_ERROR_USAGE naming all. */
const BsLikenessMeasure *bs_likeness_measure_find (const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is drawn anew in a resample. */
typedef enum {
  BS_RESAMPLE_ARTICLES = 1 << 0, /* of each outlet as many as it has, with replacement */
  BS_RESAMPLE_WORDS    = 1 << 1  /* of the chosen words as many, with replacement */
} BsResample;

typedef struct {
  const BsLikenessMeasure *measure;
  int        n_words;   /* negative: the measure's own number; 0: all */
  gboolean   own_size;  /* leave samples as large as they are where the measure would want them of one size */
  gint64     size;      /* words of each; 0: the smallest outlet's, BS_LIKENESS_SIZE_MAX at most */
  guint      resamples; /* 0: none */
  BsResample resample;
  BsLinkage  linkage;
  gboolean   components; /* the map is of principal components, not of the distances */
  guint64    seed;
} BsLikenessOptions;

#define BS_LIKENESS_OPTIONS_INIT { .n_words = -1, .resamples = BS_LIKENESS_RESAMPLES, .resample = BS_RESAMPLE_ARTICLES,   \
                                   .seed = 1 }
#define BS_LIKENESS_RESAMPLES 500
#define BS_LIKENESS_DRAWS 20          /* samples of one size: distances are their mean */
#define BS_LIKENESS_SIZE_MAX 100000   /* words; more would cost time and change no digit */

/* Everything that was worked out. Numbers of outlets are their places in words->outlets. */
typedef struct {
  BsLikenessOptions options;
  BsOutletWords *words;
  double    size;          /* words of the samples of one size; NAN: each outlet as large as it is */
  double   *matrix;        /* outlets × outlets */
  BsMerge  *merges;        /* of `matrix`, or of its roots where the measure is squared */
  BsClades *clades;        /* what resamples said of the merges */
  guint    *nearest;       /* by outlet */
  guint    *nearest_again; /* by outlet: resamples in which it was the nearest too */
  char     *copies_note;   /* what stands in every note */
} BsLikeness;

/* BS_ERROR_USAGE where the measure tells these outlets nothing: fewer than three for the Deltas, an outlet with none of
 * the words. Other errors as bs_outlet_words_load(). */
BsLikeness *bs_likeness_new  (BsStore *store, const BsLikenessOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void        bs_likeness_free (BsLikeness *likeness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsLikeness, bs_likeness_free)

/* The distance as a length that can be drawn: the Jensen-Shannon divergence is a squared one (Endres and Schindelin
 * 2003, IEEE Trans. Inf. Theory 49), all others are as they are. */
double  *bs_likeness_lengths (const BsLikeness *likeness);

/* Two dimensions of the classical scaling of the lengths; or of the principal components of the words' z-scores, with
 * their loadings by word. */
BsScaling *bs_likeness_scaling (const BsLikeness *likeness);
/* What the axes hold, and of components the words that pull farthest either way. Free with g_free. */
char    *bs_likeness_axes    (const BsLikeness *likeness, const BsScaling *map);

/* A row and a column an outlet; a row a pair, the nearest first; each outlet's nearest and how often resamples agree;
 * the merges of the tree, lowest first, with the outlets of each and its support; the map;
 * the words, with every outlet's rate. */
BsTable *bs_likeness_matrix  (const BsLikeness *likeness);
BsTable *bs_likeness_pairs   (const BsLikeness *likeness);
BsTable *bs_likeness_nearest (const BsLikeness *likeness);
BsTable *bs_likeness_tree    (const BsLikeness *likeness);
BsTable *bs_likeness_map     (const BsLikeness *likeness);
BsTable *bs_likeness_words   (const BsLikeness *likeness);

/* The tables of the charts "tree", "map" and "heat". */
BsChartTable *bs_likeness_chart (const BsLikeness *likeness, const BsChart *chart);

/* How the numbers came about, in sentences. Free with g_free. */
char    *bs_likeness_note    (const BsLikeness *likeness, gboolean resampled);

G_END_DECLS
