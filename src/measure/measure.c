#include "measure/measure.h"

#include <string.h>

#include "base/number.h"
#include "measure/measure-internal.h"

/* ---- Running ----------------------------------------------------------------------------------------------------- */

double
bs_measure_run (BsMeasureRef ref, const BsInputs *inputs, BsSteps *steps)
{
  const BsView *view = bs_inputs_view (inputs, bs_measure_plan (ref.measure)->frame);
  BsCall call = { ref.measure, inputs, view->value, ref.window, steps };

  return ref.measure->compute (&call);
}

/* ---- Of texts ---------------------------------------------------------------------------------------------------- */

const char *
bs_missing_name (BsMissing missing)
{
  static const char *const missing_names[]
      = { "has a value", "another language", "too short", "an input is missing", "undefined" };

  g_return_val_if_fail (missing < G_N_ELEMENTS (missing_names), NULL);
  return missing_names[missing];
}

static BsMissing
bar_counts (BsMeasureRef ref, guint32 spoken, gboolean least_lengths, const BsCounts *counts)
{
  gint64 words = counts->value[BS_COUNT_WORDS], sentences = counts->value[BS_COUNT_SENTENCES];
  BsGate gate = bs_gate_of (ref);

  return bs_gate_bar_text (&gate, words == BS_COUNT_MISSING ? NAN : (double) words,
                           sentences == BS_COUNT_MISSING ? NAN : (double) sentences, spoken, least_lengths);
}

BsMissing
bs_measure_bar (BsMeasureRef ref, const char *language, gboolean least_lengths, const BsCounts *counts)
{
  if (bs_language_is_blankless (language))
    return BS_WRONG_LANGUAGE;
  return bar_counts (ref, bs_languages_spoken (language), least_lengths, counts);
}

gboolean
bs_measure_is_too_short (BsMeasureRef ref, const BsCounts *counts)
{
  return bar_counts (ref, G_MAXUINT32, TRUE, counts) == BS_TOO_SHORT;
}

double
bs_measure_text (BsMeasureRef ref, const BsInputs *inputs, const char *language, gboolean least_lengths,
                 BsMissing *missing)
{
  BsGate gate = bs_gate_of (ref);
  BsMissing reason = bs_language_is_blankless (language)
                         ? BS_WRONG_LANGUAGE
                         : bs_gate_bar (&gate, inputs, bs_languages_spoken (language), least_lengths);
  double value = reason == BS_HAS_VALUE ? bs_measure_run (ref, inputs, NULL) : NAN;

  if (reason == BS_HAS_VALUE && !isfinite (value))
    reason = BS_UNDEFINED;
  if (missing != NULL)
    *missing = reason;
  return reason == BS_HAS_VALUE ? value : NAN;
}

char *
bs_measure_caution (BsMeasureRef ref, const BsInputs *inputs)
{
  if (!(inputs->value[BS_INPUT_sentences] < ref.measure->few_sentences))
    return NULL;
  return g_strdup_printf ("fewer than %u sentences", ref.measure->few_sentences);
}

/* ---- Explained --------------------------------------------------------------------------------------------------- */

static void
append_missing (GString *list, const char *name)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
}

/* The inputs that an alternative lacks, as "words, syllables". */
static GString *
missing_of (const BsNeed *need, const BsView *view)
{
  GString *list = g_string_new (NULL);
  guint64 missing = need->mask & ~view->known;

  for (guint i = 0; i < need->n_names; i++)
    if ((missing & BS_INPUT_BIT (need->names[i])) != 0)
      append_missing (list, bs_input_name (need->names[i]));
  if ((missing & BS_SPECTRUM_BIT) != 0)
    append_missing (list, "spectrum");
  if ((missing & BS_IDS_BIT) != 0)
    append_missing (list, "ids");
  return list;
}

static gboolean
refuse_missing (BsMeasureRef ref, const BsPlan *plan, const BsView *view, GError **error)
{
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autoptr (GString) message = g_string_new (NULL);

  for (guint i = 0; i < plan->n_needs; i++)
    {
      g_autoptr (GString) list = missing_of (&plan->needs[i], view);

      g_string_append_printf (message, "%s%s", i > 0 ? "; or: " : "", list->str);
    }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s needs more inputs: %s", id, message->str);
  return FALSE;
}

/* Says why, or at which step the arithmetic had no result. */
static gboolean
refuse_undefined (BsMeasureRef ref, const char *why, const BsSteps *steps, GError **error)
{
  g_autofree char *id = bs_measure_ref_id (ref);
  guint bad = 0;

  if (why == NULL)
    while (bad + 1 < bs_steps_length (steps) && isfinite (bs_steps_get (steps, bad)->value))
      bad++;
  if (why != NULL)
    g_set_error (error, BS_ERROR, BS_ERROR_UNDEFINED, "%s has no value: %s", id, why);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_UNDEFINED, "%s has no value: %s = %s has no result", id,
                 bs_steps_get (steps, bad)->name,
                 bs_steps_get (steps, bad)->figures != NULL ? bs_steps_get (steps, bad)->figures : "…");
  return FALSE;
}

/* Why there is no value whatever the arithmetic would say; NULL where it decides. */
static const char *
why_hopeless (BsMeasureRef ref, const BsNeed *need, const BsView *view, const BsInputs *inputs)
{
  BsGate gate = bs_gate_of (ref);
  double words = need->ids || need->spectrum ? bs_need_words (need, inputs) : INFINITY;

  if (!bs_gate_is_hopeless (&gate, need, view, inputs))
    return NULL;
  if (words > 0 && words < ref.window)
    return "the text has fewer words than the window";
  for (guint i = 0; i < need->n_names && words > 0; i++)
    if ((need->text & view->zero & BS_INPUT_BIT (need->names[i])) != 0)
      return need->names[i] == BS_INPUT_sentences ? "the text has no sentences" : "the text has no words";
  return "the text has no words";
}

gboolean
bs_measure_explain (BsMeasureRef ref, const BsInputs *inputs, BsSteps *steps, double *value, GError **error)
{
  const BsPlan *plan = bs_measure_plan (ref.measure);
  const BsView *view = bs_inputs_view (inputs, plan->frame);
  const BsNeed *need = bs_plan_met_need (plan, view);
  g_autoptr (BsSteps) own = NULL;
  const char *why;

  if (need == NULL)
    return refuse_missing (ref, plan, view, error);
  if ((why = why_hopeless (ref, need, view, inputs)) != NULL)
    return refuse_undefined (ref, why, NULL, error);
  if (steps == NULL)
    steps = own = bs_steps_new ();
  *value = bs_measure_run (ref, inputs, steps);
  return isfinite (*value) || refuse_undefined (ref, NULL, steps, error);
}

/* ---- For people -------------------------------------------------------------------------------------------------- */

static int
decimals_of (const char *unit)
{
  static const struct {
    const char *unit;
    int decimals;
  } units[] = {
    { "grade", 1 },         { "points", 1 },  { "cloze %", 1 },     { "%", 1 },           { "ratio", 3 },
    { "probability", 4 },   { "bits", 3 },    { "index", 2 },       { "words", 1 },       { "seconds", 0 },
    { "per 10,000", 1 },    { "DRP", 0 },     { "per 100 words", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].unit, unit) == 0)
      return units[i].decimals;
  return 2;
}

int
bs_measure_decimals (BsMeasureRef ref)
{
  return decimals_of (ref.measure->unit);
}

char *
bs_measure_format (BsMeasureRef ref, double value)
{
  char buffer[BS_NUMBER_MAX];

  if (!isfinite (value))
    return g_strdup ("–");
  return g_strdup (bs_number_fixed (value, decimals_of (ref.measure->unit), buffer));
}
