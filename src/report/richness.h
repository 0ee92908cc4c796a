/* richness.h: how rich outlets' vocabularies are, at one size for all: tables and charts. */
#pragma once

#include "compare/draw.h"
#include "compare/heaps.h"
#include "compare/zipf.h"
#include "measure/measure.h"
#include "report/chart/chart.h"
#include "report/chart/table.h"
#include "store/store.h"

G_BEGIN_DECLS

#define BS_RICHNESS_SHUFFLES 50   /* orders of the articles, each cut into samples */
#define BS_RICHNESS_PARTS_MOST 20 /* samples of one order */
#define BS_RICHNESS_POINTS 20     /* of a growth curve */

typedef struct {
  gint64        size;   /* words of a sample of one size; 0: half the smallest outlet's, its first two digits */
  guint         shuffles; /* 0: no samples */
  guint64       seed;
  const GArray *refs;   /* of BsMeasureRef: measures to be taken; NULL: none */
  gboolean      growth; /* whether curves of growth and fits are asked for */
} BsRichnessOptions;

/* A figure at the size that the outlet has, and at the size of all. */
typedef struct {
  double     own;  /* NAN for a measure of running order, which only articles have */
  BsEstimate same; /* mean of samples of articles; for a measure of running order, the median over articles */
} BsRichnessFigure;

typedef struct {
  char    *name;
  guint    articles;
  double   words;
  GArray  *spectrum;          /* of BsSpectrumEntry, by ascending frequency */
  double   types, hapaxes, dislegomena;
  BsEstimate same_types, same_hapaxes; /* at the size of all */
  BsRichnessFigure *figures;  /* by measure */
  BsGrowth rarefied;          /* words drawn one by one */
  BsGrowth points[BS_RICHNESS_POINTS];
  guint    n_points;
  BsHeaps  heaps;             /* over the points up to the size of all */
  BsZipf   zipf;
} BsRichnessOutlet;

typedef struct {
  BsRichnessOptions options;
  double     size;    /* words of a sample of one size */
  GPtrArray *outlets; /* of BsRichnessOutlet, by name */
  char      *copies_note;
} BsRichness;

/* Works through the outlets one after the other; memory is that of the largest one, 8 bytes for each word of an
 * article. BS_ERROR_USAGE where no article counts, or `size` is more than the smallest outlet has; errors of the
 * store. */
BsRichness *bs_richness_new  (BsStore *store, const BsRichnessOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void        bs_richness_free (BsRichness *richness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsRichness, bs_richness_free)

/* A row an outlet: words, types, hapaxes, dislegomena; at the size of all, types with their interval, and rarefied. */
BsTable *bs_richness_summary  (const BsRichness *richness);
/* A row an outlet and measure: at its own size, at the size of all with interval. */
BsTable *bs_richness_measures (const BsRichness *richness);
/* A row an outlet and frequency: types that occur so often, and the share of all types and words. `most`: up to this
 * frequency; 0: all. */
BsTable *bs_richness_spectrum (const BsRichness *richness, guint most);
/* A row an outlet and size: expected types, their standard deviation, expected hapaxes. */
BsTable *bs_richness_growth   (const BsRichness *richness);
/* A row an outlet: Heaps' K and β, Zipf and Mandelbrot's a and b, and how well they fit. */
BsTable *bs_richness_fits     (const BsRichness *richness);

/* The table of the chart "growth". */
BsChartTable *bs_richness_chart (const BsRichness *richness, const BsChart *chart);

G_END_DECLS
