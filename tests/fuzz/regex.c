/* A regular expression, and what it finds in a text: the first line is the expression, the rest is the text. None may
 * run for ever, or find what parts a character.
 *
 * about: src/analysis/expression.c
 * max_len: 256 */
#include "analysis/expression.h"
#include "base/error.h"
#include "fuzz-help.h"

static void
check_matches (BsExpression *expression, BsSpan text)
{
  g_autoptr (BsFinder) finder = bs_finder_new (expression);
  gsize start, end, before = 0;

  bs_finder_begin (finder, text);
  while (bs_finder_next (finder, &start, &end) == BS_FIND_HIT)
    {
      g_assert_cmpuint (before, <=, start);
      g_assert_cmpuint (start, <, end);
      g_assert_cmpuint (end, <=, text.length);
      g_assert_true (g_utf8_validate (text.start + start, (gssize) (end - start), NULL));
      before = end;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  BsSpan first = fuzz_until (&bytes, '\n');
  g_autofree char *pattern = g_strndup (first.start != NULL ? first.start : "", first.length);
  g_autofree char *text = fuzz_text (fuzz_rest (&bytes));
  const BsCeilings few = { .value[BS_CEILING_STEPS] = 10000 };

  for (gboolean as_written = FALSE; as_written <= TRUE; as_written++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BsExpression) expression = bs_expression_new (pattern, as_written, &few, &error);

      if (expression != NULL)
        check_matches (expression, bs_span_of (text));
      else
        g_assert_true (g_error_matches (error, BS_ERROR, BS_ERROR_USAGE)
                       || g_error_matches (error, BS_ERROR, BS_ERROR_LIMIT));
    }
  return 0;
}
