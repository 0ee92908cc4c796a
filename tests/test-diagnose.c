/* Every rule fails on its own side of its threshold and not on it; what was set aside counts before and not after. */
#include "clean/diagnose.h"

#include <string.h>

/* Blocks, one a line; a line that starts with "~" is set aside. */
static BsCleaned *
cleaned_of (const char *text)
{
  BsCleaned *cleaned = bs_cleaned_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean aside = lines[i][0] == '~';
      const char *line = lines[i] + aside;
      GString *to = aside ? cleaned->aside_text : cleaned->text;
      BsBlock block = { .aside = aside ? BS_ASIDE_TICKER : BS_KEPT,
                        .start = (guint32) to->len,
                        .length = (guint32) strlen (line) };

      if (line[0] == '\0')
        continue;
      g_string_append (to, line);
      g_array_append_val (cleaned->blocks, block);
    }
  return cleaned;
}

static BsDiagnosis
diagnose (const char *text, gboolean english)
{
  g_autoptr (BsCleaned) cleaned = cleaned_of (text);
  g_autoptr (BsDiagnoser) diagnoser = bs_diagnoser_new ();
  BsDiagnosis first = bs_diagnose (diagnoser, cleaned, english), again = bs_diagnose (diagnoser, cleaned, english);

  g_assert_true (first.before == again.before && first.after == again.after);
  return first;
}

static gboolean
has (guint64 failed, const char *rule)
{
  guint at;

  g_assert_nonnull (bs_diagnostic_find (rule, &at));
  return (failed >> at & 1) != 0;
}

/* `n` words of `letters` letters, all different, each with what stands behind it, from number `from` on. */
static void
append_words (GString *text, guint from, guint n, guint letters, const char *behind)
{
  for (guint i = from; i < from + n; i++)
    {
      guint rest = i;

      for (guint j = 0; j < letters; j++, rest /= 26)
        g_string_append_c (text, (char) ('a' + rest % 26));
      g_string_append (text, behind);
    }
}

static char *
words_of (guint n, guint letters)
{
  GString *text = g_string_new (NULL);

  append_words (text, 0, n, letters, " ");
  return g_string_free (text, FALSE);
}

/* `n` lines of four words, all different; of the first `m`, `before` and `behind` stand around them. */
static char *
lines_of (guint n, guint m, const char *before, const char *behind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i < m ? before : "");
      append_words (text, 4 * i, 3, 5, " ");
      append_words (text, 4 * i + 3, 1, 5, i < m ? behind : "");
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* Takes both texts. */
static void
assert_edge (const char *rule, char *passes, char *fails)
{
  BsDiagnosis good = diagnose (passes, TRUE), bad = diagnose (fails, TRUE);

  g_test_message ("%s", rule);
  g_assert_false (has (good.before, rule));
  g_assert_false (has (good.after, rule));
  g_assert_true (has (bad.before, rule));
  g_assert_true (has (bad.after, rule));
  g_free (passes);
  g_free (fails);
}

static void
test_words (void)
{
  assert_edge ("gopher_words_few", words_of (50, 5), words_of (49, 5));
  assert_edge ("gopher_words_many", words_of (100000, 5), words_of (100001, 5));
  assert_edge ("gopher_length_short", words_of (60, 3), words_of (60, 2));
  assert_edge ("gopher_length_long", words_of (60, 10), words_of (60, 11));
  assert_edge ("gopher_hashes", g_strdup ("a #b c d e f g h i j"), g_strdup ("a #b c #d e f g h i j"));
  assert_edge ("gopher_ellipses", g_strdup ("a b... c d e f g h i j"), g_strdup ("a b... c d… e f g h i j"));
  assert_edge ("gopher_with_letters", g_strdup ("aa bb cc dd ee ff gg hh 11 2,2"),
               g_strdup ("aa bb cc dd ee ff gg -- 11 22"));
  assert_edge ("gopher_stop_words", g_strdup ("The end of it"), g_strdup ("The the thee off it"));
}

static void
test_lines (void)
{
  assert_edge ("gopher_bullet_lines", lines_of (10, 9, "• ", ""), lines_of (10, 10, "- ", ""));
  assert_edge ("gopher_ellipsis_lines", lines_of (10, 3, "", "…"), lines_of (10, 4, "", "..."));
  assert_edge ("mc4_long_lines", g_strdup_printf ("%1$0200d\n%1$0200d\n%1$0200d", 1),
               g_strdup_printf ("%1$0200d\n%1$0200d\n%1$0199d", 1));
  assert_edge ("fineweb_line_ends", lines_of (25, 3, "", "."), lines_of (26, 3, "", ".”"));
  assert_edge ("fineweb_short_lines", g_strdup_printf ("%1$030d\n%1$030d\n%1$031d", 1),
               g_strdup_printf ("%1$030d\n%1$030d\n%1$030d\n%1$031d", 1));
  assert_edge ("fineweb_line_words", g_strdup ("a b c d\ne f g\nh i j\nk"), g_strdup ("a b c d\ne f g\nh i j"
                                                                                      "\nk\nl"));
  assert_edge ("justext_good",
               g_strdup_printf ("the %050d of %050d and %050d it was %050d that it had been", 1, 2, 3, 4),
               g_strdup_printf ("the %050d of %050d and %050d it %050d x x x x x x", 1, 2, 3, 4));
  /* marks and apostrophes, capitals, and longer words: 7 of 20, and 6 of 20 */
  assert_edge ("justext_good",
               g_strdup_printf ("(the THE “of” it’s, everything Themselves and. %0150d 2 3 4 5 6 7 8 9 10 11 12 13", 1),
               g_strdup_printf ("(the THE “of” it’s, everything Themselves x. %0150d 2 3 4 5 6 7 8 9 10 11 12 13", 1));
  /* a word of fourteen bytes whose hash is that of "that" */
  assert_edge ("justext_good",
               g_strdup_printf ("that %0200d that", 1),
               g_strdup_printf ("ȨøݗϸԱؑӔѧ %0200d ȨøݗϸԱؑӔѧ", 1));
}

static void
test_repetition (void)
{
  assert_edge ("gopher_repeated_lines", g_strdup ("a\nb\nc\nd\ne\nf\ng\na\nb\nc"), g_strdup ("a\nb\nc\nd\ne\nf\na\nb\nc\nd"));
  assert_edge ("gopher_repeated_chars", g_strdup ("aaaa\nbbbb\naaaa\nccccdddd"), g_strdup ("aaaa\nbbbb\naaaa\ncccc"
                                                                                          "ddd"));
  assert_edge ("fineweb_repeated_chars", g_strdup_printf ("a\na\n%098d", 1), g_strdup_printf ("a\na\n%097d", 1));
  /* 10 of 50 characters, and of 49 */
  assert_edge ("gopher_top_2", g_strdup_printf ("aa bb %018d aa bb %019d", 1, 2),
               g_strdup_printf ("aa bb %018d aa bb %018d", 1, 2));
  /* 16 of 89 and of 88; the pair in it makes less than a fifth */
  assert_edge ("gopher_top_3", g_strdup_printf ("aa bb cc %035d aa bb cc %035d", 1, 2),
               g_strdup_printf ("aa bb cc %034d aa bb cc %035d", 1, 2));
  assert_edge ("gopher_top_4", g_strdup_printf ("aa bb cc dd %055d aa bb cc dd %058d", 1, 2),
               g_strdup_printf ("aa bb cc dd %055d aa bb cc dd %057d", 1, 2));
}

/* Of n words of two letters that come again, 2 n characters of the text are too many, and one character more is not. */
static void
test_repeated_runs (void)
{
  static const double shares[] = { .15, .14, .13, .12, .11, .1 };

  for (guint n = 5; n <= 10; n++)
    {
      g_autoptr (GString) run = g_string_new (NULL);
      g_autofree char *rule = g_strdup_printf ("gopher_repeated_%u", n);
      guint text = (guint) (2 * n / shares[n - 5]) + 2, rest;

      append_words (run, 0, n, 2, " ");
      while (2 * n <= shares[n - 5] * text)
        text--; /* down to the longest text in which they are too many */
      rest = text - 2 * (guint) run->len - 1;
      assert_edge (rule, g_strdup_printf ("%s%0*d %s%0*d", run->str, 8, 1, run->str, (int) rest - 8 + 1, 2),
                   g_strdup_printf ("%s%0*d %s%0*d", run->str, 8, 1, run->str, (int) rest - 8, 2));
    }
}

static void
test_c4 (void)
{
  assert_edge ("c4_sentences", g_strdup ("It was so. He saw it. “We went.”\nNo one is here!\nAre you in?"),
               g_strdup ("It was so. He saw it. “We went.”\nNo one is here!\nAre you"));
  assert_edge ("c4_sentences", g_strdup ("A b c. A b c. A b c. A b c. A b c."),
               g_strdup ("A b c. A b c. A b c. A b c. A b c..."));
  assert_edge ("c4_lorem_ipsum", g_strdup ("lorem and ipsum"), g_strdup ("“Lorem ipsum dolor"));
  assert_edge ("c4_brace", g_strdup ("a [b] c }"), g_strdup ("a {b} c"));
  assert_edge ("c4_javascript", g_strdup ("Java scripts"), g_strdup ("Turn on JavaScript."));
  assert_edge ("c4_javascript", g_strdup ("in (Java)"), g_strdup ("in (JavaScript)"));
  assert_edge ("c4_policy", g_strdup ("She uses a cookie. Her policy is private."), g_strdup ("This site uses cookies."));
  assert_edge ("c4_policy", g_strdup ("in terms of uplift? no: terms for use"), g_strdup ("Read our Terms of Use"));
  assert_edge ("c4_policy", g_strdup ("cookies"), g_strdup ("the use of cookies"));
}

/* What was set aside counts before and not after. */
static void
test_before_and_after (void)
{
  BsDiagnosis found = diagnose ("The cat of the house sat and had a rest.\n~Enable JavaScript\n~AAA +1.0 {\nIt ran.", TRUE);

  g_assert_true (has (found.before, "c4_javascript") && !has (found.after, "c4_javascript"));
  g_assert_true (has (found.before, "c4_brace") && !has (found.after, "c4_brace"));
  g_assert_true (has (found.before, "gopher_words_few") && has (found.after, "gopher_words_few"));
  found = diagnose ("one\n~two\n~two\ntwo", TRUE);
  g_assert_true (has (found.before, "gopher_repeated_lines") && !has (found.after, "gopher_repeated_lines"));
  found = diagnose ("~the of\nthe", TRUE);
  g_assert_true (!has (found.before, "gopher_stop_words") && has (found.after, "gopher_stop_words"));
}

/* English words are asked of English alone. */
static void
test_other_languages (void)
{
  BsDiagnosis found = diagnose ("der Hund lief davon und kam nicht mehr heim, privacy policy", FALSE);

  g_assert_false (has (found.before, "gopher_stop_words"));
  g_assert_false (has (found.before, "justext_good"));
  g_assert_false (has (found.before, "c4_policy"));
  g_assert_true (has (found.before, "gopher_words_few"));
}

/* Nothing, blanks, one endless word, one word for ever, bytes of every length at the end of the memory. */
static void
test_odd_texts (void)
{
  g_autoptr (GString) same = g_string_new (NULL);
  g_autofree char *word = g_strnfill (3 << 20, 'x');
  BsDiagnosis found = diagnose ("", TRUE);

  g_assert_true (found.before == 0 && found.after == 0);
  found = diagnose (" \t ", TRUE);
  g_assert_true (found.before == 0 && found.after == 0);
  g_assert_true (has (diagnose (word, TRUE).after, "gopher_length_long"));
  for (guint i = 0; i < 400000; i++)
    g_string_append (same, "spam ");
  found = diagnose (same->str, TRUE);
  g_assert_true (has (found.after, "gopher_top_2") && has (found.after, "gopher_repeated_10"));
  for (guint n = 1; n < 40; n++)
    {
      g_autofree char *end = g_strnfill (n, n % 7 == 0 ? ' ' : 'a');

      diagnose (end, TRUE);
    }
}

/* Ids are a column's values: unique, and found again. */
static void
test_table (void)
{
  guint n, at;
  const BsDiagnostic *rules = bs_diagnostics (&n);

  g_assert_cmpuint (n, <=, 64);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *prefix = g_ascii_strdown (rules[i].source, -1);

      g_assert_true (bs_diagnostic_find (rules[i].id, &at) == &rules[i]);
      g_assert_cmpuint (at, ==, i);
      g_assert_true (g_str_has_prefix (rules[i].id, prefix));
      g_assert_cmpfloat (rules[i].least, <=, rules[i].most);
      g_assert_nonnull (rules[i].unit);
    }
  g_assert_null (bs_diagnostic_find ("beauty", &at));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnose/words", test_words);
  g_test_add_func ("/diagnose/lines", test_lines);
  g_test_add_func ("/diagnose/repetition", test_repetition);
  g_test_add_func ("/diagnose/repeated-runs", test_repeated_runs);
  g_test_add_func ("/diagnose/c4", test_c4);
  g_test_add_func ("/diagnose/before-and-after", test_before_and_after);
  g_test_add_func ("/diagnose/other-languages", test_other_languages);
  g_test_add_func ("/diagnose/odd-texts", test_odd_texts);
  g_test_add_func ("/diagnose/table", test_table);
  return g_test_run ();
}
