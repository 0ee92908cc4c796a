/* A regular expression, and what it finds in a text: the first line is the expression, the rest is the text. None may
 * run for ever, or find what parts a character.
 *
 * about: src/analysis/concordance.c
 * max_len: 256 */
#include "analysis/concordance.h"
#include "base/error.h"
#include "fuzz-help.h"

static void
check_matches (const GRegex *regex, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = strlen (text);
  int start, end;
  guint n = 0;

  g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, &error);
  while (error == NULL && g_match_info_matches (match))
    {
      g_assert_cmpuint (n++, <=, 2 * length + 2);
      if (g_match_info_fetch_pos (match, 0, &start, &end) && end > start)
        {
          g_assert_cmpint (end, <=, (int) length);
          g_assert_true (g_utf8_validate (text + start, end - start, NULL));
        }
      g_match_info_next (match, &error);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  BsSpan first = fuzz_until (&bytes, '\n');
  g_autofree char *pattern = g_strndup (first.start != NULL ? first.start : "", first.length);
  g_autofree char *text = fuzz_text (fuzz_rest (&bytes));

  for (gboolean as_written = FALSE; as_written <= TRUE; as_written++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GRegex) regex = bs_concordance_regex (pattern, as_written, NULL, &error);

      if (regex != NULL)
        check_matches (regex, text);
      else
        g_assert_true (g_error_matches (error, BS_ERROR, BS_ERROR_USAGE)
                       || g_error_matches (error, BS_ERROR, BS_ERROR_LIMIT));
    }
  return 0;
}
