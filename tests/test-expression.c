/* Hits against those of GLib's GRegex, for made-up expressions over made-up texts, and what a search may cost. */
#include "analysis/expression.h"

#include <locale.h>

#include "base/error.h"

/* 0: the usual ceilings. */
static BsExpression *
expression_of (const char *pattern, guint64 steps, guint64 patience)
{
  const BsCeilings ceilings = { .value[BS_CEILING_STEPS] = steps, .value[BS_CEILING_PATIENCE] = patience };
  g_autoptr (GError) error = NULL;
  BsExpression *expression = bs_expression_new (pattern, FALSE, &ceilings, &error);

  g_assert_no_error (error);
  return expression;
}

static BsFind
write_hits (BsFinder *finder, const char *text, GString *hits)
{
  gsize start, end;
  BsFind next;

  bs_finder_begin (finder, bs_span_of (text));
  while ((next = bs_finder_next (finder, &start, &end)) == BS_FIND_HIT)
    g_string_append_printf (hits, "%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " ", start, end);
  return next;
}

/* ---- The same hits ------------------------------------------------------------------------------------------------ */

static const char *
one_of (GRand *random, const char *const *strings, guint n)
{
  return strings[g_rand_int_range (random, 0, (gint32) n)];
}

static void
write_pattern (GRand *random, guint depth, GString *pattern)
{
  static const char *const atoms[]
      = { "a", "b", "é", ".", "\\w", "\\W", "[^a]", "\\b", "^", "$", "\\n", "(?=b)", "(?<!a)", "(?<=é)", " ", "\\d", ".*", "(?s:.)*", "\\K", "\\R" };
  static const char *const counts[] = { "", "", "", "*", "+", "?", "*?", "+?", "{2}", "{1,3}", "++" };
  guint n = (guint) g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      if (depth > 0 && g_rand_boolean (random))
        {
          g_string_append (pattern, g_rand_boolean (random) ? "(" : "(?:");
          write_pattern (random, depth - 1, pattern);
          if (g_rand_boolean (random))
            {
              g_string_append_c (pattern, '|');
              write_pattern (random, depth - 1, pattern);
            }
          g_string_append_c (pattern, ')');
        }
      else
        g_string_append (pattern, one_of (random, atoms, G_N_ELEMENTS (atoms)));
      g_string_append (pattern, one_of (random, counts, G_N_ELEMENTS (counts)));
    }
}

static char *
text_of (GRand *random)
{
  static const char *const parts[] = { "a", "b", "A", "é", "É", " ", "\n", "1", "ab", "𝔸" }; /* cleaned text has no \r */
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 0, 2000); /* some pieces */

  for (guint i = 0; i < n; i++)
    g_string_append (text, one_of (random, parts, G_N_ELEMENTS (parts)));
  return g_string_free (text, FALSE);
}

/* NULL: GLib gave up. */
static char *
glib_hits (const GRegex *regex, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) hits = g_string_new (NULL);
  int start, end;

  g_regex_match_full (regex, text, -1, 0, G_REGEX_MATCH_NOTEMPTY, &match, &error);
  while (g_match_info_matches (match))
    {
      if (g_match_info_fetch_pos (match, 0, &start, &end) && end > start)
        g_string_append_printf (hits, "%d-%d ", start, end);
      g_match_info_next (match, &error);
    }
  return error == NULL ? g_string_free (g_steal_pointer (&hits), FALSE) : NULL;
}

static void
test_as_glib (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint compared = 0, with_hits = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) pattern = g_string_new (NULL);
      g_autoptr (GString) hits = g_string_new (NULL);
      g_autofree char *text = text_of (random), *expected = NULL;
      g_autoptr (GRegex) regex = NULL;
      g_autoptr (BsExpression) expression = NULL;
      g_autoptr (BsFinder) finder = NULL;

      write_pattern (random, 2, pattern);
      regex = g_regex_new (pattern->str, G_REGEX_MULTILINE | G_REGEX_CASELESS, 0, NULL);
      expression = bs_expression_new (pattern->str, FALSE, NULL, NULL);
      g_assert_true ((regex == NULL) == (expression == NULL));
      if (regex == NULL)
        continue;
      finder = bs_finder_new (expression);
      expected = glib_hits (regex, text);
      if (write_hits (finder, text, hits) != BS_FIND_END || expected == NULL)
        continue;
      if (!g_str_equal (hits->str, expected))
        g_test_message ("pattern %s, text %s", pattern->str, text);
      g_assert_cmpstr (hits->str, ==, expected);
      compared++;
      with_hits += expected[0] != '\0';
    }
  g_assert_cmpuint (compared, >, 1000);
  g_assert_cmpuint (with_hits, >, 700);
}

/* What sees where the search stands gets the text in one piece. */
static void
test_in_one_piece (void)
{
  static const char *const patterns[] = { "\\Ga", "(?:\\Ga|b)", "a(*COMMIT)b|b", "a+(*SKIP)b|.", "(*NO_START_OPT)a+b" };
  g_autofree char *text = g_strdup_printf ("aaa%0300dab", 7);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (BsExpression) expression = expression_of (patterns[i], 0, 0);
      g_autoptr (BsFinder) finder = bs_finder_new (expression);
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], G_REGEX_MULTILINE | G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GString) hits = g_string_new (NULL);
      g_autofree char *expected = glib_hits (regex, text);

      g_assert_cmpint (write_hits (finder, text, hits), ==, BS_FIND_END);
      g_assert_cmpstr (hits->str, ==, expected);
    }
}

/* ---- What it costs ------------------------------------------------------------------------------------------------ */

static void
assert_ends (const char *pattern, guint64 patience, const char *text, BsFind how, const char *expected)
{
  g_autoptr (BsExpression) expression = expression_of (pattern, 0, patience);
  g_autoptr (BsFinder) finder = bs_finder_new (expression);
  g_autoptr (GString) hits = g_string_new (NULL);

  g_test_message ("%s", pattern);
  g_assert_cmpint (write_hits (finder, text, hits), ==, how);
  g_assert_cmpstr (hits->str, ==, expected);
}

/* "ab " and then a part many times. */
static char *
repeat (const char *part, guint n)
{
  GString *text = g_string_new ("ab ");

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return g_string_free (text, FALSE);
}

static void
test_given_up (void)
{
  g_autofree char *word = repeat ("a", 4000);
  g_autofree char *line = repeat ("a b c ", 400000);

  assert_ends ("(a+)+\\d|ab", 0, word, BS_FIND_GIVEN_UP, "0-2 ");
  assert_ends ("(?=.*\\d)x|^ab", 0, line, BS_FIND_GIVEN_UP, "");
  assert_ends ("^ab|(?:(?:.*)*)*\\d", 0, line, BS_FIND_GIVEN_UP, "0-2 "); /* more memory than a matcher has */
  assert_ends ("(*NO_JIT)(a+)+\\d|ab", 0, word, BS_FIND_GIVEN_UP, "0-2 ");
  assert_ends ("(*LIMIT_MATCH=4000000000)(a+)+\\d", 0, word, BS_FIND_GIVEN_UP, ""); /* which can only be lowered */
}

/* The hit at the start comes, where the machine is so slow that it does not, none. */
static void
assert_too_long (const char *pattern, const char *text)
{
  g_autoptr (BsExpression) expression = expression_of (pattern, 0, 50);
  g_autoptr (BsFinder) finder = bs_finder_new (expression);
  g_autoptr (GString) hits = g_string_new (NULL);

  g_assert_cmpint (write_hits (finder, text, hits), ==, BS_FIND_TOO_LONG);
  g_assert_true (g_str_equal (hits->str, "0-2 ") || g_str_equal (hits->str, ""));
}

/* Each place is cheap, and there are many: minutes in all. */
static void
test_too_long (void)
{
  g_autofree char *words = repeat ("aaaaaaaaaaaaaaa ", 300000);
  g_autofree char *line = repeat ("a b c ", 150000);

  assert_too_long ("(a+)+\\d|ab", words);
  assert_too_long ("(?=.*\\d)x|^ab", line);
  assert_too_long ("\\(*(a+)+\\d|ab", words); /* no verb */
}

/* Time is that of all texts, and there is more of it the more text there is. */
static void
test_patience_grows (void)
{
  enum { TEXTS = 2000 };
  g_autoptr (BsExpression) expression = expression_of ("(a+)+\\d", 0, 1);
  g_autoptr (BsFinder) finder = bs_finder_new (expression);
  g_autoptr (GString) hits = g_string_new (NULL);
  g_autofree char *dear = repeat ("aaaaaaaaaaa ", 10);
  g_autofree char *free_of_it = g_strnfill (1000 * 1000, 'b');
  guint texts = 0;

  while (texts < TEXTS && write_hits (finder, dear, hits) == BS_FIND_END)
    texts++;
  g_assert_cmpuint (texts, <, TEXTS);
  for (guint i = 0; i < 10000; i++) /* a thousand times the patience */
    bs_finder_begin (finder, bs_span (free_of_it, 1000 * 1000));
  g_assert_cmpint (write_hits (finder, dear, hits), ==, BS_FIND_END);
}

/* Linear expressions over long lines: PCRE2 tries them at starts of lines and where it is told to start. */
static void
test_long_lines (void)
{
  static const char *const patterns[] = { ".*zebra.*", ".*\\d", "(?s).*\\d", "\\Aab.*\\d", "^.*\\d" };
  g_autofree char *line = repeat ("a b c ", 150000);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    assert_ends (patterns[i], 2000, line, BS_FIND_END, "");
  assert_ends ("(?s).*a", 2000, line, BS_FIND_END, "0-899998 ");
}

/* A part that looks around can be left with a start behind its end: that is no hit, and the search goes on. */
static void
test_starts_behind_ends (void)
{
  static const struct {
    const char *pattern, *text, *hits;
  } rows[] = {
    { "(?(DEFINE)(?<x>ab.\\K))(?=(?&x))a", "xxab came", "" },
    { "(?(DEFINE)(?<x>ab\\K))(?=(?&x))", "xxab came ab", "" },
    { "ab|(?(DEFINE)(?<x>\\Kab))(?<=(?&x))c", "abc abc", "0-2 4-6 " },
    { "a\\Kb", "ab ab", "1-2 4-5 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_ends (rows[i].pattern, 0, rows[i].text, BS_FIND_END, rows[i].hits);
}

/* ---- What is none ------------------------------------------------------------------------------------------------- */

static void
assert_none (const char *pattern, gint code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bs_expression_new (pattern, FALSE, NULL, &error));
  g_assert_error (error, BS_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_none (void)
{
  g_autofree char *long_one = g_strnfill (1001, 'a');
  g_autofree char *deep = g_strnfill (900, '(');

  assert_none ("(", BS_ERROR_USAGE, "after “(”: missing closing parenthesis;");
  assert_none ("a\\Cb", BS_ERROR_USAGE, "holds \\C, one byte");
  assert_none ("\\Pé", BS_ERROR_USAGE, "after “\\P”");
  assert_none ("\xff", BS_ERROR_USAGE, "UTF-8");
  assert_none (deep, BS_ERROR_USAGE, "nested");
  assert_none ("((a{1000}){1000}){1000}", BS_ERROR_USAGE, "too large");
  assert_none (long_one, BS_ERROR_LIMIT, "longer than the ceiling of 1000 bytes");
  bs_expression_free (expression_of ("\\\\C\\QC\\C\\E", 0, 0)); /* a letter */
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expression/as-glib", test_as_glib);
  g_test_add_func ("/expression/in-one-piece", test_in_one_piece);
  g_test_add_func ("/expression/given-up", test_given_up);
  g_test_add_func ("/expression/too-long", test_too_long);
  g_test_add_func ("/expression/patience-grows", test_patience_grows);
  g_test_add_func ("/expression/long-lines", test_long_lines);
  g_test_add_func ("/expression/starts-behind-ends", test_starts_behind_ends);
  g_test_add_func ("/expression/none", test_none);
  return g_test_run ();
}
