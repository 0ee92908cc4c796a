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
 * It reads inputs that its row names, and no others. The expressions are compiled and, where somebody asks how the
 * value came about, shown: what is shown is what was computed. What the arithmetic cannot do (a division by zero) may
 * come out as NAN or an infinity.
 */
#pragma once

#include <math.h>

#include "measure/derived.h"

G_BEGIN_DECLS

/* ---- Inputs ------------------------------------------------------------------------------------------------------ */

struct _BsInputs {
  double                 value[BS_N_INPUTS]; /* NAN: not known */
  guint64                known;              /* a bit an input: not NAN */
  guint64                given;              /* a bit an input: set by bs_inputs_set_text */
  const BsSpectrumEntry *spectrum;           /* NULL: not known */
  guint                  n_spectrum;
  const guint32         *ids;                /* NULL: not known */
  gsize                  n_ids;
  gsize                  n_types;            /* above all ids; 0: not known */
  GArray                *own_spectrum;       /* of BsSpectrumEntry: what bs_inputs_set_text copied */
  GArray                *own_ids;            /* of guint32 */
  BsLinks               *links;              /* of `ids`, where `made` says so; scratch, changes behind a const */
  BsDerived             *derived;            /* scratch too */
};

/* The spectrum that is known or follows from the ids; NULL where there is neither. */
const BsSpectrumEntry *bs_inputs_spectrum (const BsInputs *inputs, guint *n);

void bs_inputs_add_up    (const BsInputs *inputs);
void bs_inputs_make_view (const BsInputs *inputs, guint frame);

/* The sums of the spectrum; 0 where there is none. */
static inline const BsSums *
bs_inputs_sums (const BsInputs *inputs)
{
  if (G_UNLIKELY (!inputs->derived->sums_made))
    bs_inputs_add_up (inputs);
  return &inputs->derived->sums;
}

/* The values of the inputs as measures of this frame read them. */
static inline const BsView *
bs_inputs_view (const BsInputs *inputs, guint frame)
{
  if (G_UNLIKELY ((inputs->derived->views_made >> frame & 1) == 0))
    bs_inputs_make_view (inputs, frame);
  return &inputs->derived->views[frame];
}

/* ---- What a row's `inputs` says, read once ----------------------------------------------------------------------- */

#define BS_MAX_NEEDS 3
#define BS_MAX_NAMES 8
#define BS_MAX_ALIASES 2

/* One alternative of a row's `inputs`. */
typedef struct {
  guint64  mask; /* all of it, as in BsView.known */
  guint64  text; /* words, sentences, tokens and types among it: a text with none of them is empty */
  gboolean spectrum, ids;
  guint    n_names;
  BsInput  names[BS_MAX_NAMES];
} BsNeed;

typedef struct {
  guint32 language; /* a bit: which of the table's languages; 0: any */
  guint   frame;    /* how its inputs are read */
  guint   n_needs;
  guint   n_aliases;
  BsNeed  needs[BS_MAX_NEEDS];
  BsAlias aliases[BS_MAX_ALIASES];
} BsPlan;

const BsPlan  *bs_measure_plan   (const BsMeasure *measure);
const BsFrame *bs_measure_frame  (guint frame);

/* A bit for each language of a measure that a text in `language` is written in; NULL: none. */
guint32        bs_languages_spoken (const char *language);

/* Whether it is written without blanks between words: there a word is no run of letters between blanks, and what is
 * counted as words here means nothing. */
gboolean       bs_language_is_blankless (const char *language);

/* ---- What stands before a value ---------------------------------------------------------------------------------- */

/* What the text must be, and what must be known of it. Measures with equal gates have values for the same texts but
 * where the arithmetic decides. */
typedef struct {
  const BsPlan *plan;
  double        least_words; /* no fewer than the window */
  double        least_sentences;
  double        least_known; /* running words that ids or spectrum must hold: 1, or the window */
} BsGate;

static inline BsGate
bs_gate_of (BsMeasureRef ref)
{
  return (BsGate){ bs_measure_plan (ref.measure), bs_measure_least_words (ref),
                   ref.measure->least_sentences, MAX (ref.window, 1) };
}

/* The first alternative whose inputs are all known, or NULL. */
static inline const BsNeed *
bs_plan_met_need (const BsPlan *plan, const BsView *view)
{
  for (const BsNeed *need = plan->needs; need < plan->needs + plan->n_needs; need++)
    if ((need->mask & ~view->known) == 0)
      return need;
  return NULL;
}

/* The running words that the ids or the spectrum hold, of which the measure needs one. */
static inline double
bs_need_words (const BsNeed *need, const BsInputs *inputs)
{
  return need->ids ? (double) inputs->n_ids : bs_inputs_sums (inputs)->N;
}

/* Whether the text has no value of this measure, whatever the arithmetic would say. */
static inline gboolean
bs_gate_is_hopeless (const BsGate *gate, const BsNeed *need, const BsView *view, const BsInputs *inputs)
{
  return (need->text & view->zero) != 0
         || ((need->mask & (BS_IDS_BIT | BS_SPECTRUM_BIT)) != 0 && bs_need_words (need, inputs) < gate->least_known);
}

/* What stands against a value by the text's language and length alone. `spoken` is bs_languages_spoken(). */
static inline BsMissing
bs_gate_bar_text (const BsGate *gate, double words, double sentences, guint32 spoken, gboolean least_lengths)
{
  if ((gate->plan->language & ~spoken) != 0)
    return BS_WRONG_LANGUAGE;
  if (least_lengths && (words < gate->least_words || sentences < gate->least_sentences))
    return BS_TOO_SHORT;
  return BS_HAS_VALUE;
}

/* The same, by what is known of the text. */
static inline BsMissing
bs_gate_bar_length (const BsGate *gate, const BsInputs *inputs, guint32 spoken, gboolean least_lengths)
{
  double words = inputs->value[BS_INPUT_words];

  if (isnan (words) && inputs->ids != NULL)
    words = (double) inputs->n_ids;
  return bs_gate_bar_text (gate, words, inputs->value[BS_INPUT_sentences], spoken, least_lengths);
}

/* Why there is no value, as far as the arithmetic does not decide. */
static inline BsMissing
bs_gate_bar (const BsGate *gate, const BsInputs *inputs, guint32 spoken, gboolean least_lengths)
{
  BsMissing barred = bs_gate_bar_length (gate, inputs, spoken, least_lengths);
  const BsView *view;
  const BsNeed *need;

  if (barred != BS_HAS_VALUE)
    return barred;
  view = bs_inputs_view (inputs, gate->plan->frame);
  if ((need = bs_plan_met_need (gate->plan, view)) == NULL)
    return BS_INPUT_MISSING;
  return bs_gate_is_hopeless (gate, need, view, inputs) ? BS_UNDEFINED : BS_HAS_VALUE;
}

/* ---- One computation --------------------------------------------------------------------------------------------- */

struct _BsCall {
  const BsMeasure *measure;
  const BsInputs  *inputs;
  const double    *value;  /* the inputs as the measure reads them */
  guint            window;
  BsSteps         *steps;  /* NULL: nobody asks */
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
  return call->value[input];
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
#define RICHNESS_OF_WINDOW .family = BS_FAMILY_RICHNESS /* W words are enough */
#define VARIANT .status = BS_STATUS_VARIANT
#define ENGLISH .language = "en"
#define SCALE(a_unit, a_direction, from, to)                                                                           \
  .unit = a_unit, .direction = BS_HIGHER_IS_##a_direction, .low = from, .high = to

G_END_DECLS
