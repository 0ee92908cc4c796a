/* measure.h: numbers with a definition, over one article's counts; one table describes them all.
 *
 * To add a measure: write its function in the file of its family, add its row to that file's table, add its worked
 * example to tests/data/formula_vectors.tsv. Help, `explain`, the store's columns, the catalogue in docs/ and the tests
 * follow from the row.
 */
#pragma once

#include "count/counts.h"
#include "base/error.h"

G_BEGIN_DECLS

/* ---- What a measure is computed from ----------------------------------------------------------------------------- */

/* The inputs of measures: counts, and names that only a user of `explain` gives ("asl", "pct_unfamiliar", "D", …).
 * Every value is NAN where it is not known. What follows from what is known need not be given: a spectrum follows from
 * ids; tokens, types, hapaxes and dislegomena from a spectrum.
 * One BsInputs serves one thread at a time: it keeps scratch memory from text to text. */
typedef struct _BsInputs BsInputs;

BsInputs *bs_inputs_new  (void);
void      bs_inputs_free (BsInputs *inputs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsInputs, bs_inputs_free)

/* Forgets all values; keeps scratch memory, but not a giant's. */
void      bs_inputs_clear (BsInputs *inputs);

/* Takes an article's counts (missing ones stay NAN), its frequency spectrum by ascending frequency, and its words as
 * type numbers in running order (at most 2,000,000,000). Arrays are borrowed and must outlive the computations. Numbers
 * in `ids` may be any, equal for equal types; bs_inputs_set_terms() knows that they are below `n_types`, and is fastest
 * where it is the number of types. */
void      bs_inputs_set_counts   (BsInputs *inputs, const BsCounts *counts);
void      bs_inputs_set_spectrum (BsInputs *inputs, const BsSpectrumEntry *entries, guint n_entries);
void      bs_inputs_set_ids      (BsInputs *inputs, const guint32 *ids, gsize n_ids);
void      bs_inputs_set_terms    (BsInputs *inputs, const guint32 *ids, gsize n_ids, gsize n_types);

/* Takes one `name=value` as a user writes it: a number of 0 or more, or for "spectrum" pairs "1:221 2:39 …" of a
 * frequency and its types, or for "ids" numbers "1 2 3 2 …". Blanks or commas part them. A value given so goes before
 * a count of the same name.
 * FALSE with BS_ERROR_USAGE where the name is no input of any measure or the value cannot be one. Values are copied. */
gboolean  bs_inputs_set_text (BsInputs *inputs, const char *name, const char *value, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* What an input is ("words per sentence"); NULL where the name is no input of any measure. */
const char *bs_input_description (const char *name);

/* ---- How a value came about -------------------------------------------------------------------------------------- */

/* One step of a worked example: "words_per_sentence", "words / sentences", "556 / 20", 27.8. The last step bears the
 * measure's id and its value. */
typedef struct {
  char       *name;
  char       *rule;       /* in names */
  char       *figures;    /* the same with the numbers put in */
  const char *expression; /* as compiled, in C; NULL: the rule is in words */
  double      value;
} BsStep;

typedef struct _BsSteps BsSteps;
BsSteps      *bs_steps_new  (void);
BsSteps      *bs_steps_new_bare (void); /* without `rule` and `figures`: quicker, for programs */
void          bs_steps_free (BsSteps *steps);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSteps, bs_steps_free)
guint         bs_steps_length (const BsSteps *steps);
const BsStep *bs_steps_get    (const BsSteps *steps, guint index);

/* ---- The table --------------------------------------------------------------------------------------------------- */

typedef enum { BS_FAMILY_READABILITY, BS_FAMILY_RICHNESS, BS_FAMILY_TIME } BsFamily;

/* What a larger value means. */
typedef enum { BS_HIGHER_IS_HARDER, BS_HIGHER_IS_EASIER, BS_HIGHER_IS_RICHER, BS_HIGHER_IS_POORER, BS_HIGHER_IS_LONGER }
BsDirection;

/* Agreement: the published definition, or a variant that some program computes under the same name. */
typedef enum { BS_STATUS_DEFINITION, BS_STATUS_VARIANT } BsStatus;

typedef struct _BsMeasure BsMeasure;

/* One computation of one measure; see measure-internal.h. */
typedef struct _BsCall BsCall;

struct _BsMeasure {
  const char *id;          /* "flesch_en"; also the store's column; for a measure of any window "mattr_W" */
  const char *title;       /* "Flesch Reading Ease" */
  BsFamily    family;
  BsStatus    status;
  const char *unit;        /* "grade", "points", "cloze %", "ratio", "words", "seconds", … */
  BsDirection direction;
  double      low, high;   /* the range that texts usually lie in, for axes; not a limit */
  guint       least_words; /* see bs_measure_least_words() */
  guint       least_sentences;
  guint       few_sentences; /* a text with fewer has a value with a caution; 0: any */
  const char *language;    /* "en", "de", …; NULL: any */
  const char *inputs;      /* "words sentences syllables"; alternatives parted by " | "; "easy=easy_ohayre" says that
                            * the input that a user calls `easy` is the count easy_ohayre of a text */
  const char *formula;     /* one line, readable: "206.835 − 1.015 · words/sentences − 84.6 · syllables/words" */
  const char *source;      /* who published it, year, page */
  const char *notes;       /* known disagreements of other programs, choices made here; NULL: none known */
  gboolean    headline;    /* one of the few that a summary shows, with its usual window where it has one */
  gboolean    slow;        /* costs more than all others together: not computed for every article */
  guint       windows[4];  /* of a measure of any window: the usual one, then others that articles get; ends with 0 */
  double    (*compute) (const BsCall *call);
};

/* All measures in the order of the catalogue, and their number. Those with a window stand once, as NAME_W. */
const BsMeasure *bs_measures (guint *n_measures);

/* A measure and its window. `window` is 0 for measures without one. */
typedef struct {
  const BsMeasure *measure;
  guint            window;
} BsMeasureRef;

/* A shorter text has no value, nor has one shorter than the window; 0: any. */
static inline guint
bs_measure_least_words (BsMeasureRef ref)
{
  return MAX (ref.measure->least_words, ref.window);
}

/* Finds "flesch_en" or "mattr_50"; "mattr_W" has the usual window. FALSE with BS_ERROR_USAGE and the nearest ids in the
 * message. Windows go from 1 to 2³¹ - 1. */
gboolean bs_measure_find (const char *id, BsMeasureRef *ref, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The id with its window put in: "mattr_50". Free with g_free. */
char    *bs_measure_ref_id (BsMeasureRef ref);

/* One of the few that a summary shows: a headline with its usual window. */
gboolean bs_measure_is_headline (BsMeasureRef ref);

/* The measures that are computed for every article, in catalogue order, windows filled in with the usual ones
 * (MATTR 50 and 100, MSTTR 100, HD-D 42 …): the store's columns. `n` receives their number. */
const BsMeasureRef *bs_measures_of_articles (guint *n);

/* Why a measure has no value. The order is that in which reasons are tried. */
typedef enum {
  BS_HAS_VALUE,
  BS_WRONG_LANGUAGE,
  BS_TOO_SHORT,
  BS_INPUT_MISSING, /* an input is not known for such a text: its list is not shipped, or not of its language */
  BS_UNDEFINED      /* the arithmetic has no result: a division by zero, a logarithm of nothing */
} BsMissing;

/* "another language", "too short", … for tables. */
const char *bs_missing_name (BsMissing missing);

/* What stands against a value whatever the counts are beyond words and sentences: BS_WRONG_LANGUAGE, BS_TOO_SHORT, or
 * BS_HAS_VALUE where nothing does. As bs_measure_text(). */
BsMissing bs_measure_bar (BsMeasureRef ref, const char *language, gboolean least_lengths, const BsCounts *counts);

/* Whether a text of such counts is below the measure's least lengths. */
gboolean bs_measure_is_too_short (BsMeasureRef ref, const BsCounts *counts);

/* The value for a text in `language` ("en", "en-GB"; NULL: not known, which no measure of one language accepts;
 * Chinese, Japanese, Thai and others that part no words by blanks: no measure has a value), with
 * least lengths obeyed where `least_lengths`. NAN where there is none; `missing`, where not NULL, then says why. */
double bs_measure_text (BsMeasureRef ref, const BsInputs *inputs, const char *language, gboolean least_lengths,
                        BsMissing *missing);

/* Measures that are computed together, text after text; one set serves any number of threads. Where `wanted` is not
 * NULL, it says of each whether it is computed at all. Both are copied. */
typedef struct _BsMeasureSet BsMeasureSet;
BsMeasureSet *bs_measure_set_new  (const BsMeasureRef *refs, guint n_refs, const gboolean *wanted);
void          bs_measure_set_free (BsMeasureSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsMeasureSet, bs_measure_set_free)

/* Fills `values` with what bs_measure_text() gives for each of the measures, in their order; NAN for those that are not
 * wanted. */
void          bs_measure_set_text (const BsMeasureSet *set, const BsInputs *inputs, const char *language,
                                   gboolean least_lengths, double *values);

/* The value from whatever inputs are given, without regard to length and language, with its steps where `steps` is not
 * NULL. FALSE with BS_ERROR_USAGE naming the missing inputs, or BS_ERROR_UNDEFINED. */
gboolean bs_measure_explain (BsMeasureRef ref, const BsInputs *inputs, BsSteps *steps, double *value, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Why the value of this text is to be taken with care ("fewer than 30 sentences"), or NULL. Free with g_free. */
char    *bs_measure_caution (BsMeasureRef ref, const BsInputs *inputs);

/* How many decimals a value for people deserves, by its unit. */
int      bs_measure_decimals (BsMeasureRef ref);

/* A value for people: as many decimals as its unit deserves, a point, "–" for NAN. Free with g_free. */
char    *bs_measure_format (BsMeasureRef ref, double value);

G_END_DECLS
