/* One JSON object: what the scanner takes json-glib takes too, strings mean the same, by any set of instructions.
 *
 * about: src/source/json-scan.c src/source/json-string.c
 * max_len: 1024 */
#include <json-glib/json-glib.h>

#include "fuzz-help.h"
#include "source/json-scan.h"

static GArray *fields;
static BsArena *arena;

static gboolean
is_inside (BsSpan part, BsSpan whole)
{
  return part.start >= whole.start && part.start + part.length <= whole.start + whole.length;
}

/* A lone surrogate is U+FFFD here and something else elsewhere; a NUL ends a string of json-glib. */
static gboolean
is_disputed (BsSpan text)
{
  return g_strstr_len (text.start, (gssize) text.length, "\\u") != NULL;
}

static void
assert_values (BsSpan text)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const BsJsonField *field = &g_array_index (fields, BsJsonField, i);
      BsSpan value, joined;

      g_assert_true (is_inside (field->name, text) && is_inside (field->value, text));
      value = bs_json_value (field, arena);
      g_assert_cmpuint (value.length, <=, field->value.length);
      if (field->kind == BS_JSON_STRING && !field->value_escaped)
        fuzz_assert_same (value, field->value);
      if (bs_json_join (field, "; ", arena, &joined))
        {
          g_assert_cmpint (field->kind, ==, BS_JSON_ARRAY);
          g_assert_true (joined.start[joined.length] == '\0');
        }
    }
}

/* The last of fields that have one name. */
static const BsJsonField *
find_field (const char *name)
{
  const BsJsonField *found = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      const BsJsonField *field = &g_array_index (fields, BsJsonField, i);
      g_autofree char *own = g_malloc (field->name.length + 1);
      gsize length = bs_json_unescape (field->name, own);

      own[length] = '\0';
      if (strlen (own) == length && g_str_equal (own, name))
        found = field;
    }
  return found;
}

static void
assert_same_strings (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonNode *node = json_object_get_member (object, name->data);
      const BsJsonField *field = find_field (name->data);
      BsSpan value;

      g_assert_nonnull (field);
      if (field->kind != BS_JSON_STRING)
        continue;
      g_assert_true (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING);
      value = bs_json_value (field, arena);
      fuzz_assert_same (value, bs_span_of (json_node_get_string (node)));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  BsSpan text = bs_span ((const char *) data, size);
  const char *expected = NULL;
  gsize expected_at = 0;

  if (fields == NULL)
    {
      fields = g_array_new (FALSE, FALSE, sizeof (BsJsonField));
      arena = bs_arena_new ();
    }
  bs_arena_reset (arena);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    {
      const char *error;
      BsCeiling over;
      gsize at = 0;

      if (!bs_cpu_has (cpu))
        continue;
      g_assert_true (bs_cpu_limit (bs_cpu_name (cpu), NULL));
      error = bs_json_scan_object (text, NULL, fields, &at, &over);
      if (cpu == BS_CPU_PLAIN)
        {
          expected = error;
          expected_at = at;
        }
      g_assert_cmpstr (error, ==, expected);
      g_assert_true (error == NULL || (at == expected_at && at <= text.length));
    }
  if (expected != NULL)
    return 0;
  assert_values (text);
  if (fuzz_is_utf8 (text) && !is_disputed (text))
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      g_assert_true (json_parser_load_from_data (parser, text.start, (gssize) text.length, NULL));
      assert_same_strings (json_node_get_object (json_parser_get_root (parser)));
    }
  return 0;
}
