#include "measure/measure.h"

#include <string.h>

#include "base/number.h"
#include "measure/measure-internal.h"

/* ---- Running ----------------------------------------------------------------------------------------------------- */

static gboolean
need_is_met (const BsNeed *need, const BsPlan *plan, const BsInputs *inputs)
{
  if (need->ids && inputs->ids == NULL)
    return FALSE;
  if (need->spectrum && inputs->spectrum == NULL && inputs->ids == NULL)
    return FALSE;
  for (guint i = 0; i < need->n_names; i++)
    if (isnan (bs_inputs_resolve (inputs, plan, need->names[i])))
      return FALSE;
  return TRUE;
}

/* The first alternative whose inputs are all known, or NULL. */
static const BsNeed *
met_need (const BsPlan *plan, const BsInputs *inputs)
{
  for (guint i = 0; i < plan->n_needs; i++)
    if (need_is_met (&plan->needs[i], plan, inputs))
      return &plan->needs[i];
  return NULL;
}

/* The running words that the ids or the spectrum hold. */
static double
known_words (const BsNeed *need, const BsInputs *inputs)
{
  guint n;
  const BsSpectrumEntry *spectrum;
  double words = 0;

  if (need->ids)
    return (double) inputs->n_ids;
  spectrum = bs_inputs_spectrum (inputs, &n);
  for (guint i = 0; i < n; i++)
    words += (double) spectrum[i].frequency * spectrum[i].types;
  return words;
}

/* Why the text has no value of this measure, whatever the arithmetic would say; NULL where the arithmetic decides. */
static const char *
hopeless (BsMeasureRef ref, const BsNeed *need, const BsPlan *plan, const BsInputs *inputs)
{
  if ((need->ids || need->spectrum) && known_words (need, inputs) == 0)
    return "the text has no words";
  if ((need->ids || need->spectrum) && known_words (need, inputs) < ref.window)
    return "the text has fewer words than the window";
  for (guint i = 0; i < need->n_names; i++)
    {
      BsInput input = need->names[i];
      gboolean text = input == BS_INPUT_words || input == BS_INPUT_sentences || input == BS_INPUT_tokens
                      || input == BS_INPUT_types;

      if (text && bs_inputs_resolve (inputs, plan, input) == 0)
        return input == BS_INPUT_sentences ? "the text has no sentences" : "the text has no words";
    }
  return NULL;
}

double
bs_measure_run (BsMeasureRef ref, const BsInputs *inputs, BsSteps *steps)
{
  BsCall call = { ref.measure, bs_measure_plan (ref.measure), inputs, ref.window, steps };

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

/* Whether "en-GB" or "en_GB" or "en" is of "en". */
static gboolean
speaks (const char *language, const char *wanted)
{
  gsize n;

  if (language == NULL || (language[0] | 0x20) != wanted[0])
    return FALSE;
  n = strlen (wanted);
  if (g_ascii_strncasecmp (language, wanted, n) != 0)
    return FALSE;
  return language[n] == '\0' || language[n] == '-' || language[n] == '_';
}

static gboolean
is_too_short (BsMeasureRef ref, const BsInputs *inputs)
{
  double words = inputs->value[BS_INPUT_words];

  if (isnan (words) && inputs->ids != NULL)
    words = (double) inputs->n_ids;
  return words < MAX (ref.measure->least_words, ref.window)
         || inputs->value[BS_INPUT_sentences] < ref.measure->least_sentences;
}

static double
none (BsMissing *missing, BsMissing reason)
{
  if (missing != NULL)
    *missing = reason;
  return NAN;
}

/* There a word is no run of letters between blanks, and what is counted as words here means nothing. */
static gboolean
is_written_without_blanks (const char *language)
{
  static const char *const languages[] = { "zh", "ja", "th", "lo", "km", "my", "bo", "dz" };

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (speaks (language, languages[i]))
      return TRUE;
  return FALSE;
}

double
bs_measure_text (BsMeasureRef ref, const BsInputs *inputs, const char *language, gboolean least_lengths,
                 BsMissing *missing)
{
  const BsPlan *plan = bs_measure_plan (ref.measure);
  const BsNeed *need;
  double value;

  if (is_written_without_blanks (language)
      || (ref.measure->language != NULL && !speaks (language, ref.measure->language)))
    return none (missing, BS_WRONG_LANGUAGE);
  if (least_lengths && is_too_short (ref, inputs))
    return none (missing, BS_TOO_SHORT);
  if ((need = met_need (plan, inputs)) == NULL)
    return none (missing, BS_INPUT_MISSING);
  if (hopeless (ref, need, plan, inputs) != NULL)
    return none (missing, BS_UNDEFINED);
  value = bs_measure_run (ref, inputs, NULL);
  if (!isfinite (value))
    return none (missing, BS_UNDEFINED);
  if (missing != NULL)
    *missing = BS_HAS_VALUE;
  return value;
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
missing_of (const BsNeed *need, const BsPlan *plan, const BsInputs *inputs)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < need->n_names; i++)
    if (isnan (bs_inputs_resolve (inputs, plan, need->names[i])))
      append_missing (list, bs_input_name (need->names[i]));
  if (need->spectrum && inputs->spectrum == NULL && inputs->ids == NULL)
    append_missing (list, "spectrum");
  if (need->ids && inputs->ids == NULL)
    append_missing (list, "ids");
  return list;
}

static gboolean
refuse_missing (BsMeasureRef ref, const BsPlan *plan, const BsInputs *inputs, GError **error)
{
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autoptr (GString) message = g_string_new (NULL);

  for (guint i = 0; i < plan->n_needs; i++)
    {
      g_autoptr (GString) list = missing_of (&plan->needs[i], plan, inputs);

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
                 bs_steps_get (steps, bad)->name, bs_steps_get (steps, bad)->figures);
  return FALSE;
}

gboolean
bs_measure_explain (BsMeasureRef ref, const BsInputs *inputs, BsSteps *steps, double *value, GError **error)
{
  const BsPlan *plan = bs_measure_plan (ref.measure);
  const BsNeed *need = met_need (plan, inputs);
  g_autoptr (BsSteps) own = NULL;
  const char *why;

  if (need == NULL)
    return refuse_missing (ref, plan, inputs, error);
  if ((why = hopeless (ref, need, plan, inputs)) != NULL)
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
