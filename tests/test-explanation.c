/* An explanation tells people and programs the same: definition, source, steps, value. */
#include "report/explain.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "report/plain.h"

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}

static BsExplanation
flesch (BsSteps *steps)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  BsExplanation e = { .steps = steps, .value = NAN };

  g_assert_true (bs_measure_find ("flesch_en", &e.ref, NULL));
  g_assert_true (bs_inputs_set_text (inputs, "words", "100", NULL));
  g_assert_true (bs_inputs_set_text (inputs, "sentences", "8", NULL));
  g_assert_true (bs_inputs_set_text (inputs, "syllables", "150", NULL));
  g_assert_true (bs_measure_explain (e.ref, inputs, steps, &e.value, NULL));
  return e;
}

static void
test_definition_alone (void)
{
  BsExplanation e = { .value = NAN };
  g_autofree char *text = NULL, *json = NULL;

  g_assert_true (bs_measure_find ("mattr_50", &e.ref, NULL));
  text = bs_explanation_text (&e, 80);
  assert_contains (text, "(mattr_50)\n");
  assert_contains (text, "Covington");
  g_assert_null (strstr (text, "Worked out"));
  g_assert_null (strstr (text, "Caution"));
  json = bs_explanation_json (&e);
  g_assert_null (strstr (json, "\"steps\""));
  g_assert_null (strstr (json, "\"value\""));
}

static void
test_steps (void)
{
  g_autoptr (BsSteps) steps = bs_steps_new ();
  BsExplanation e = flesch (steps);
  g_autofree char *text = NULL;

  e.caution = "take care";
  text = bs_explanation_text (&e, 0);
  assert_contains (text, "\nWorked out\n");
  assert_contains (text, "= 100 / 8\n");
  assert_contains (text, "= 12.5\n");
  /* 206.835 − 1.015 · 12.5 − 84.6 · 1.5 */
  assert_contains (text, "= 67.2475");
  assert_contains (text, "Caution     take care\n");
}

static void
test_json (void)
{
  g_autoptr (BsSteps) steps = bs_steps_new ();
  BsExplanation e = flesch (steps);
  g_autofree char *json = bs_explanation_json (&e);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *object, *step;
  JsonArray *list;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  object = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "flesch_en");
  g_assert_cmpstr (json_object_get_string_member (object, "family"), ==, "readability");
  g_assert_cmpstr (json_object_get_string_member (object, "source"), ==, e.ref.measure->source);
  g_assert_cmpint (json_object_get_int_member (object, "least_words"), ==, e.ref.measure->least_words);
  g_assert_cmpfloat (json_object_get_double_member (object, "value"), ==, e.value);
  g_assert_true (json_object_get_null_member (object, "caution"));
  list = json_object_get_array_member (object, "steps");
  g_assert_cmpuint (json_array_get_length (list), ==, bs_steps_length (steps));
  step = json_array_get_object_element (list, json_array_get_length (list) - 1);
  g_assert_cmpstr (json_object_get_string_member (step, "name"), ==, "flesch_en");
  g_assert_cmpfloat (json_object_get_double_member (step, "value"), ==, e.value);
}

/* Every measure can be shown, its lines fit where a line can be broken, and its JSON is JSON. */
static void
test_every_measure (void)
{
  guint n;
  const BsMeasure *measures = bs_measures (&n);

  for (guint i = 0; i < n; i++)
    {
      BsExplanation e = { .ref = { &measures[i], measures[i].windows[0] }, .value = NAN };
      g_autofree char *text = bs_explanation_text (&e, 80), *json = bs_explanation_json (&e);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_autoptr (JsonParser) parser = json_parser_new ();

      assert_contains (text, measures[i].title);
      g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
      for (guint j = 1; lines[j] != NULL; j++) /* the title is a line of its own */
        if (bs_plain_width (lines[j]) > 80)
          g_error ("%s: wider than 80: %s", measures[i].id, lines[j]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/definition-alone", test_definition_alone);
  g_test_add_func ("/explanation/steps", test_steps);
  g_test_add_func ("/explanation/json", test_json);
  g_test_add_func ("/explanation/every-measure", test_every_measure);
  return g_test_run ();
}
