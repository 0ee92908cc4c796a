/* derived.h: what follows from the inputs of a text, worked out once a text, when the first measure asks; for
 * src/measure/ alone. */
#pragma once

#include "measure/input-names.h"
#include "measure/links.h"

G_BEGIN_DECLS

/* ---- Inputs as measures read them -------------------------------------------------------------------------------- */

/* "easy=easy_ohayre": the input `name` is the count `source`, unless `name` and not `source` was given by hand. */
typedef struct {
  BsInput name, source;
} BsAlias;

#define BS_MAX_FRAME_ALIASES 8

/* A way to read inputs: these by another name, all others by their own. Measures whose aliases agree share one. */
typedef struct {
  BsAlias aliases[BS_MAX_FRAME_ALIASES];
  guint   n_aliases;
  guint64 settled; /* a bit an input: some measure of this frame reads it */
} BsFrame;

#define BS_MAX_FRAMES 4

#define BS_INPUT_BIT(input)  (G_GUINT64_CONSTANT (1) << (input))
#define BS_SPECTRUM_BIT      BS_INPUT_BIT (BS_N_INPUTS)
#define BS_IDS_BIT           BS_INPUT_BIT (BS_N_INPUTS + 1)

/* The values of all inputs, read so. */
typedef struct {
  double  value[BS_N_INPUTS]; /* NAN: not known */
  guint64 known;              /* a bit an input, and one for the spectrum and the ids */
  guint64 zero;               /* of words, sentences, tokens and types */
} BsView;

/* ---- From the spectrum ------------------------------------------------------------------------------------------- */

/* Sums over the spectrum. */
typedef struct {
  double N;                    /* words */
  double V;                    /* types */
  double M2;                   /* Σ i² · V(i) */
  double hapaxes, dislegomena; /* types that occur once, twice */
} BsSums;

/* The line through all points (rank, frequency). */
typedef struct {
  double V, highest, hapaxes; /* types, the highest frequency, types that occur once */
  double length;
} BsArc;

/* The values of a function that have been asked for. */
typedef struct {
  guint  n;
  double of[4], value[4];
} BsMemo;

static inline double
bs_memo_recall (BsMemo *memo, double of, double (*function) (double))
{
  double value;

  for (guint i = 0; i < memo->n; i++)
    if (memo->of[i] == of)
      return memo->value[i];
  value = function (of);
  if (memo->n < G_N_ELEMENTS (memo->of))
    {
      memo->of[memo->n] = of;
      memo->value[memo->n++] = value;
    }
  return value;
}

/* What has been worked out. Each belongs to the file that fills it. */
typedef struct {
  guint  views_made; /* a bit a frame */
  BsView views[BS_MAX_FRAMES];
  BsSums sums;
  BsArc  arc;
  double entropy;    /* of the words, in bits */
  guint  sample;     /* words of the sample of `sample_types`; 0: none made */
  double sample_types;
  BsMemo log, log10; /* of words and types, and of these logarithms */
  guint  sums_made : 1, arc_made : 1, entropy_made : 1;
} BsDerived;

/* The links of the ids; NULL where no ids are known. */
const BsLinks         *bs_inputs_links    (const BsInputs *inputs);

/* The same, with the factors of MTLD. */
const BsLinks         *bs_inputs_factors  (const BsInputs *inputs);

G_END_DECLS
