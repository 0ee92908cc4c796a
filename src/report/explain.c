#include "report/explain.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/plain.h"
#include "report/view.h"

#define LABEL 12 /* columns of the labels on the left */

static void
append_row (GString *text, const char *label, const char *value, guint width)
{
  g_auto (GStrv) lines = NULL;

  if (value == NULL)
    return;
  lines = bs_plain_wrap (value, width > LABEL + 20 ? width - LABEL : 0);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%-*s%s\n", LABEL, i == 0 ? label : "", lines[i]);
}

static char *
describe_unit (const BsMeasure *measure)
{
  static const char *const meanings[] = { [BS_HIGHER_IS_HARDER] = "higher is harder",
                                          [BS_HIGHER_IS_EASIER] = "higher is easier",
                                          [BS_HIGHER_IS_RICHER] = "higher is richer",
                                          [BS_HIGHER_IS_POORER] = "higher is poorer",
                                          [BS_HIGHER_IS_LONGER] = "higher is longer" };
  char low[BS_NUMBER_MAX], high[BS_NUMBER_MAX];

  return g_strdup_printf ("%s, mostly %s to %s; %s", measure->unit, bs_number_exact (measure->low, low),
                          bs_number_exact (measure->high, high), meanings[measure->direction]);
}

static char *
describe_least (BsMeasureRef ref)
{
  guint words = bs_measure_least_words (ref);
  g_autoptr (GString) text = g_string_new (NULL);

  if (words > 0)
    g_string_append_printf (text, "%u words", words);
  if (ref.measure->least_sentences > 0)
    g_string_append_printf (text, "%s%u sentences", text->len > 0 ? " and " : "", ref.measure->least_sentences);
  if (text->len == 0)
    return g_strdup ("a text of any length is scored");
  g_string_append (text, "; a shorter text has no value, but counts given here always compute");
  if (ref.measure->few_sentences > 0)
    g_string_append_printf (text, "; under %u sentences with a caution", ref.measure->few_sentences);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_steps (GString *text, const BsSteps *steps)
{
  char number[BS_NUMBER_MAX];

  g_string_append (text, "\nWorked out\n");
  for (guint i = 0; i < bs_steps_length (steps); i++)
    {
      const BsStep *step = bs_steps_get (steps, i);
      const char *value = bs_number_exact (step->value, number);

      g_string_append_printf (text, "  %s = %s\n", step->name, step->rule);
      if (g_strcmp0 (step->figures, value) != 0 && g_strcmp0 (step->figures, step->rule) != 0)
        g_string_append_printf (text, "  %*s = %s\n", (int) bs_plain_width (step->name), "", step->figures);
      g_string_append_printf (text, "  %*s = %s\n", (int) bs_plain_width (step->name), "", value);
    }
}

char *
bs_explanation_text (const BsExplanation *e, guint width)
{
  const BsMeasure *measure = e->ref.measure;
  GString *text = g_string_new (NULL);
  g_autofree char *id = bs_measure_ref_id (e->ref);
  g_autofree char *unit = describe_unit (measure);
  g_autofree char *least = describe_least (e->ref);
  g_autofree char *status = g_strdup_printf ("%s, %s", bs_family_name (measure->family),
                                             measure->status == BS_STATUS_VARIANT
                                                 ? "a variant that some programs compute under the same name"
                                                 : "the published definition");

  g_string_append_printf (text, "%s (%s)\n\n", measure->title, id);
  append_row (text, "Formula", measure->formula, width);
  append_row (text, "Unit", unit, width);
  append_row (text, "What it is", status, width);
  append_row (text, "Language", measure->language != NULL ? measure->language : "any", width);
  append_row (text, "From", least, width);
  append_row (text, "Inputs", measure->inputs, width);
  append_row (text, "Source", measure->source, width);
  append_row (text, "Notes", measure->notes, width);
  if (e->steps != NULL)
    append_steps (text, e->steps);
  append_row (text, "Caution", e->caution, width);
  return g_string_free (text, FALSE);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_steps (JsonBuilder *builder, const BsSteps *steps)
{
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bs_steps_length (steps); i++)
    {
      const BsStep *step = bs_steps_get (steps, i);

      json_builder_begin_object (builder);
      add_string (builder, "name", step->name);
      add_string (builder, "rule", step->rule);
      add_string (builder, "figures", step->figures);
      add_number (builder, "value", step->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
bs_explanation_json (const BsExplanation *e)
{
  const BsMeasure *measure = e->ref.measure;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *id = bs_measure_ref_id (e->ref);

  json_builder_begin_object (builder);
  add_string (builder, "id", id);
  add_string (builder, "title", measure->title);
  add_string (builder, "family", bs_family_name (measure->family));
  add_string (builder, "status", measure->status == BS_STATUS_VARIANT ? "variant" : "definition");
  add_string (builder, "unit", measure->unit);
  add_string (builder, "language", measure->language);
  add_number (builder, "least_words", bs_measure_least_words (e->ref));
  add_number (builder, "least_sentences", measure->least_sentences);
  add_string (builder, "inputs", measure->inputs);
  add_string (builder, "formula", measure->formula);
  add_string (builder, "source", measure->source);
  add_string (builder, "notes", measure->notes);
  if (e->steps != NULL)
    {
      add_number (builder, "value", e->value);
      add_string (builder, "caution", e->caution);
      add_steps (builder, e->steps);
    }
  json_builder_end_object (builder);

  {
    g_autoptr (JsonNode) root = json_builder_get_root (builder);

    json_generator_set_root (generator, root);
    json_generator_set_pretty (generator, TRUE);
    return json_generator_to_data (generator, NULL);
  }
}

BsTable *
bs_explanation_table (const BsExplanation *e)
{
  const BsMeasure *measure = e->ref.measure;
  g_autofree char *id = bs_measure_ref_id (e->ref);
  const char *texts[][2] = {
    { "id", id },
    { "title", measure->title },
    { "family", bs_family_name (measure->family) },
    { "status", measure->status == BS_STATUS_VARIANT ? "variant" : "definition" },
    { "unit", measure->unit },
    { "language", measure->language },
    { "inputs", measure->inputs },
    { "formula", measure->formula },
    { "source", measure->source },
    { "notes", measure->notes },
    { "caution", e->caution },
  };
  BsTable *table = bs_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bs_table_add_column (table, texts[i][0], NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "value", NULL, BS_COLUMN_REAL, -1);
  bs_table_begin_row (table);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bs_table_set_text (table, i, texts[i][1]);
  bs_table_set_real (table, G_N_ELEMENTS (texts), e->value);
  return table;
}
