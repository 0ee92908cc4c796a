/* Every set of instructions finds a string's end, its faults and its meaning as json-glib does. */
#include "source/json-string.h"

#include <json-glib/json-glib.h>

static char *
random_string (GRand *random, gboolean sound, gsize *length)
{
  static const char *const pieces[]
      = { "a", "bc", " ", "\xc3\xa9", "\\n", "\\\"", "\\\\", "\\/", "\\b\\f\\r\\t", "\\u2019", "\\u00e9", "\\u0041",
          "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\"", "\n", "\x01", "\\x", "\\u12", "\\u12g4", "\\", "\x7f" };
  GString *string = g_string_new (NULL);
  gint n = g_rand_int_range (random, 0, 30), kinds = sound ? 0 : g_rand_int_range (random, 0, 3);

  for (gint i = 0; i < n; i++)
    {
      gsize piece = (gsize) g_rand_int_range (random, 0, kinds == 0 ? 13 : kinds == 1 ? 15 : G_N_ELEMENTS (pieces));
      gint plain = g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 0, 90) : 0;

      for (gint j = 0; j < plain; j++)
        g_string_append_c (string, 'x');
      g_string_append (string, pieces[piece]);
    }
  if (g_rand_boolean (random))
    g_string_append (string, "\", \"more\": \"of it\"");
  *length = string->len;
  return g_string_free (string, FALSE);
}

static void
compare_sets (const char *text, gsize length)
{
  BsJsonString first = bs_json_string_plain (text, text + length);
  gsize raw = first.error == NULL ? (gsize) (first.stop - text) : 0;
  g_autofree char *plain = g_malloc0 (raw + 1);
  gsize n_plain = bs_json_unescape_bytes_plain (bs_span (text, raw), plain);

  g_assert_cmpuint (n_plain, <=, raw);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    {
      g_autofree char *out = g_malloc (raw + 1);
      BsJsonString string;

      if (!bs_cpu_has (cpu))
        continue;
      string = bs_json_string_by_cpu (cpu) (text, text + length);
      g_assert_true (string.stop == first.stop);
      g_assert_cmpint (string.escaped, ==, first.escaped);
      g_assert_cmpstr (string.error, ==, first.error);
      out[raw] = '#';
      g_assert_cmpmem (out, bs_json_unescape_bytes_by_cpu (cpu) (bs_span (text, raw), out), plain, n_plain);
      g_assert_cmpint (out[raw], ==, '#');
    }
}

/* Of strings without lone surrogates, which json-glib has another opinion of. */
static void
compare_meaning (const char *text, gsize length)
{
  BsJsonString string = bs_json_string_plain (text, text + length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *out = NULL, *document = NULL;
  gsize raw;

  if (string.error != NULL)
    return;
  raw = (gsize) (string.stop - text);
  document = g_strdup_printf ("[\"%.*s\"]", (int) raw, text);
  g_assert_true (json_parser_load_from_data (parser, document, -1, NULL));
  out = g_malloc (raw + 1);
  out[bs_json_unescape_bytes_plain (bs_span (text, raw), out)] = '\0';
  g_assert_cmpstr (out, ==,
                   json_array_get_string_element (json_node_get_array (json_parser_get_root (parser)), 0));
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 30000; i++)
    {
      gsize length;
      g_autofree char *text = random_string (random, i % 10 == 0, &length);
      char *exact = g_memdup2 (text, length); /* so that a byte too many is noticed */

      if (length > 0)
        compare_sets (exact, length);
      if (i % 10 == 0)
        compare_meaning (text, length);
      g_free (exact);
    }
}

static void
test_faults (void)
{
  static const struct {
    const char *text;
    gsize       stop;
    const char *error;
  } rows[] = {
    { "", 0, "a string is not closed" },
    { "abc", 3, "a string is not closed" },
    { "abc\\", 3, "a string is not closed" },
    { "abc\\\"", 5, "a string is not closed" },
    { "ab\tc\"", 2, "a control character inside a string must be escaped" },
    { "ab\\qc\"", 2, "an escape that JSON does not know" },
    { "ab\\u12\"", 2, "\\u must be followed by four hexadecimal digits" },
    { "ab\\u123g\"", 2, "\\u must be followed by four hexadecimal digits" },
    { "ab\\u1234\"", 8, NULL },
    { "\"", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = strlen (rows[i].text);
      BsJsonString string = BS_KERNEL_CHOOSE (bs_json_string) (rows[i].text, rows[i].text + length);

      g_assert_cmpuint ((gsize) (string.stop - rows[i].text), ==, rows[i].stop);
      g_assert_cmpstr (string.error, ==, rows[i].error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-string/random", test_random);
  g_test_add_func ("/json-string/faults", test_faults);
  return g_test_run ();
}
