/* measure-internal.h: the words in which a measure's function is written; for src/measure/ alone.
 *
 *     static double
 *     flesch_kincaid (const BsCall *call)
 *     {
 *       IN (words); IN (sentences); IN (syllables);
 *       STEP (words_per_sentence, words / sentences);
 *       STEP (syllables_per_word, syllables / words);
 *       return VALUE (0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59);
 *     }
 *
 * The expressions are compiled and, where somebody asks how the value came about, shown: what is shown is what was
 * computed. What the arithmetic cannot do (a division by zero) may come out as NAN or an infinity.
 */
#pragma once

#include <math.h>

#include "measure/links.h"
#include "measure/measure.h"

G_BEGIN_DECLS

/* ---- Inputs ------------------------------------------------------------------------------------------------------ */

/* The counts that some measure reads, by their names in counts.h. */
#define BS_COUNT_INPUTS(X)                                                                                             \
  X (words) X (sentences) X (letters) X (blanks) X (types) X (hapaxes) X (dislegomena) X (long6) X (mini3)             \
  X (letters_squared) X (syllables) X (mono) X (twoplus) X (poly) X (hard) X (easy_ohayre) X (familiar)                \
  X (unfamiliar) X (unfamiliar_769) X (hard_unique_769) X (unfamiliar_spache) X (unfamiliar_spache_types)              \
  X (pronouns) X (preps) X (conjs) X (scrabble)

/* Inputs that only a user of `explain` gives. */
#define BS_HAND_INPUTS(X)                                                                                              \
  X (tokens, "running words")                                                                                          \
  X (asl, "words per sentence")                                                                                        \
  X (pct_unfamiliar, "unfamiliar words per 100 words")                                                                 \
  X (letters_per_100, "letters per 100 words")                                                                         \
  X (sentences_per_100, "sentences per 100 words")                                                                     \
  X (easy, "words that the formula counts as easy")                                                                    \
  X (prep_phrases, "prepositional phrases")                                                                            \
  X (mean_letters, "mean letters per word")                                                                            \
  X (var_letters, "variance of the letters per word, over all words")                                                  \
  X (unfamiliar_hj, "words off the Harris-Jacobson list for grades 1 and 2")                                           \
  X (fourplus, "words of four syllables or more")                                                                      \
  X (D, "the parameter D of vocd")

typedef enum {
#define X(name) BS_INPUT_##name,
  BS_COUNT_INPUTS (X)
#undef X
#define X(name, description) BS_INPUT_##name,
  BS_HAND_INPUTS (X)
#undef X
  BS_N_INPUTS
} BsInput;

#define BS_N_COUNT_INPUTS BS_INPUT_tokens

struct _BsInputs {
  double                 value[BS_N_INPUTS]; /* NAN: not known */
  guint64                given;              /* a bit an input: set by bs_inputs_set_text */
  const BsSpectrumEntry *spectrum;           /* NULL: not known */
  guint                  n_spectrum;
  const guint32         *ids;                /* NULL: not known */
  gsize                  n_ids;
  GArray                *own_spectrum;       /* of BsSpectrumEntry: what bs_inputs_set_text copied */
  GArray                *own_ids;            /* of guint32 */
  BsLinks               *links;              /* of `ids`, where `made` says so; scratch, changes behind a const */
};

/* The input of this name, or BS_N_INPUTS. */
BsInput                bs_input_by_name   (const char *name);
const char            *bs_input_name      (BsInput input);

/* The spectrum that is known or follows from the ids; NULL where there is neither. */
const BsSpectrumEntry *bs_inputs_spectrum (const BsInputs *inputs, guint *n);

/* The links of the ids, worked out once a text; NULL where no ids are known. */
const BsLinks         *bs_inputs_links    (const BsInputs *inputs);

/* ---- What a row's `inputs` says, read once ----------------------------------------------------------------------- */

#define BS_MAX_NEEDS 3
#define BS_MAX_NAMES 8
#define BS_MAX_ALIASES 2

/* One alternative of a row's `inputs`. */
typedef struct {
  BsInput  names[BS_MAX_NAMES];
  guint    n_names;
  gboolean spectrum, ids;
} BsNeed;

/* "easy=easy_ohayre": the input `name` is the count `source`, unless `name` and not `source` was given by hand. */
typedef struct {
  BsInput name, source;
} BsAlias;

typedef struct {
  BsNeed  needs[BS_MAX_NEEDS];
  guint   n_needs;
  BsAlias aliases[BS_MAX_ALIASES];
  guint   n_aliases;
} BsPlan;

const BsPlan *bs_measure_plan   (const BsMeasure *measure);

/* The value of an input for a measure: by its own name, by its alias, or as it follows from the spectrum. */
double        bs_inputs_resolve (const BsInputs *inputs, const BsPlan *plan, BsInput input);

/* ---- One computation --------------------------------------------------------------------------------------------- */

struct _BsCall {
  const BsMeasure *measure;
  const BsPlan    *plan;
  const BsInputs  *inputs;
  guint            window;
  BsSteps         *steps; /* NULL: nobody asks */
};

/* Runs a measure. NAN or an infinity where the arithmetic has no result. */
double bs_measure_run (BsMeasureRef ref, const BsInputs *inputs, BsSteps *steps);

/* Records a step; a NULL name is the measure's. `figures` is taken over; where it is NULL, it becomes the rule with
 * numbers for the names of earlier steps and of inputs. */
void   bs_steps_add       (const BsCall *call, const char *name, const char *rule, char *figures, double value);

/* The same for a rule in words, where only the names of earlier steps become numbers. */
void   bs_steps_add_words (const BsCall *call, const char *name, const char *rule, double value);

static inline double
bs_call_input (const BsCall *call, BsInput input)
{
  double value = call->inputs->value[input];

  return call->plan->n_aliases == 0 && !isnan (value) ? value : bs_inputs_resolve (call->inputs, call->plan, input);
}

static inline double
bs_call_step (const BsCall *call, const char *name, const char *rule, double value)
{
  if (G_UNLIKELY (call->steps != NULL))
    bs_steps_add (call, name, rule, NULL, value);
  return value;
}

static inline double
bs_call_step_in_words (const BsCall *call, const char *name, const char *rule, double value)
{
  if (G_UNLIKELY (call->steps != NULL))
    bs_steps_add_words (call, name, rule, value);
  return value;
}

/* Declares an input as a variable. */
#define IN(name) const double name = bs_call_input (call, BS_INPUT_##name)

/* Whether such a variable is known. */
#define HAS(name) (!isnan (name))

/* Declares a variable and records how it is computed. */
#define STEP(name, expression) const double name = bs_call_step (call, #name, #expression, (expression))

/* The same, with a rule in words. */
#define STEP_AS(name, rule, expression) const double name = bs_call_step_in_words (call, #name, rule, (expression))

/* The measure's own value: the last step. */
#define VALUE(expression) bs_call_step (call, NULL, #expression, (expression))
#define VALUE_AS(rule, expression) bs_call_step_in_words (call, NULL, rule, (expression))

/* Many formulas read the same three counts by the same two ratios. */
#define FROM_SYLLABLES(name, expression)                                                                               \
  static double name (const BsCall *call)                                                                              \
  {                                                                                                                    \
    IN (words); IN (sentences); IN (syllables);                                                                        \
    STEP (words_per_sentence, words / sentences);                                                                      \
    STEP (syllables_per_word, syllables / words);                                                                      \
    return VALUE (expression);                                                                                         \
  }

static inline double
square (double x)
{
  return x * x;
}

static inline double
cube (double x)
{
  return x * x * x;
}

/* A band of scores with a school grade; a table of them goes from the highest to one from -INFINITY. */
typedef struct {
  double from, grade;
} BsBand;

static inline double
bs_band_grade (const BsBand *bands, double score)
{
  if (isnan (score))
    return NAN;
  while (score < bands->from)
    bands++;
  return bands->grade;
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

/* The tables of the families, in the order of the catalogue. */
typedef struct {
  const BsMeasure *rows;
  guint            n_rows;
} BsMeasureGroup;

#define BS_MEASURE_GROUP(name, rows)                                                                                   \
  const BsMeasureGroup name = { rows, G_N_ELEMENTS (rows) }

extern const BsMeasureGroup bs_group_syllables, bs_group_polysyllables, bs_group_letters, bs_group_lists,
    bs_group_cloze, bs_group_consensus, bs_group_german, bs_group_romance, bs_group_languages, bs_group_type_token,
    bs_group_spectrum, bs_group_ranks, bs_group_hypergeometric, bs_group_sequence, bs_group_reading_time;

#define READABILITY .family = BS_FAMILY_READABILITY, .least_words = 100
#define RICHNESS .family = BS_FAMILY_RICHNESS, .least_words = 100
#define VARIANT .status = BS_STATUS_VARIANT
#define ENGLISH .language = "en"
#define SCALE(a_unit, a_direction, from, to)                                                                           \
  .unit = a_unit, .direction = BS_HIGHER_IS_##a_direction, .low = from, .high = to

G_END_DECLS
