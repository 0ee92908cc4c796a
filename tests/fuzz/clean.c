/* Plain text of UTF-8 cleaned: the blocks are all of it, whatever is left out; cleaned again by what was kept it is the
 * same; and so it is by any set of instructions.
 *
 * The first byte says what is left out, the second the rest; a title may stand before the first line end.
 *
 * about: src/clean/clean.c src/clean/block.c src/clean/furniture.c src/clean/put.c src/clean/wrap.c src/clean/run.c
 * about: src/clean/inside.c src/clean/credit.c src/clean/dateline.c src/clean/headline.c src/clean/comment.c
 * about: src/clean/promo.c src/clean/byline.c src/clean/phrase.c src/clean/phrase-gate.c src/clean/phrase-index.c
 * about: src/clean/repeat.c src/clean/diagnose.c src/clean/redundancy.c src/clean/join.c src/clean/list.c
 * about: src/clean/look.c src/clean/page.c src/clean/picture.c src/clean/time-line.c src/clean/origin.c
 * max_len: 4096 */
#include "clean/diagnose.h"
#include "clean/repeat.h"
#include "fuzz-clean.h"

static BsCleaned *cleaned, *other;
static BsDiagnoser *diagnoser;
static BsRepeats *repeats;

/* An outlet in which some short blocks repeat. */
static BsRepeats *
some_repeats (void)
{
  static const char *const LINES[] = { "Read more", "The ferry leaves at seven and comes back at nine every day.",
                                       "Comments (12)", "Share", "a", "Advertisement" };
  BsRepeats *learnt = bs_repeats_new ();

  for (guint article = 0; article < 4; article++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *id = g_strdup_printf ("%u", article);

      for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
        g_string_append_printf (text, "%s\n\n", LINES[i]);
      for (guint i = 0; i < 6; i++)
        g_string_append_printf (text, "In story %u of keeper %u the sea came over the wall and into the yard.\n\n",
                                article * 7 + i, article);
      bs_clean_lines (cleaned, bs_span (text->str, text->len), &(BsCleanOptions){ .outlet = "paper" });
      bs_repeats_learn (learnt, "paper", id, (const guint64 *) (gconstpointer) cleaned->lines->data,
                        cleaned->lines->len);
    }
  g_assert_true (bs_repeats_conclude (learnt, NULL));
  return learnt;
}

static void
assert_again (BsSpan bytes, const BsCleanOptions *options)
{
  const guint32 *kept = (const guint32 *) (gconstpointer) cleaned->kept->data;

  if (cleaned->html || bs_cleaned_is_unread (cleaned))
    return;
  g_assert_true (bs_clean_again (other, bytes, options, kept, cleaned->kept->len));
  g_assert_cmpstr (other->text->str, ==, cleaned->text->str);
}

static void
assert_lines (BsSpan bytes, const BsCleanOptions *options)
{
  if (options->repeats == NULL || (options->without & BS_STEP_REPEATS) != 0)
    return;
  bs_clean_lines (other, bytes, options);
  g_assert_cmpmem (other->lines->data, other->lines->len * sizeof (guint64), cleaned->lines->data,
                   cleaned->lines->len * sizeof (guint64));
  for (guint i = 1; i < cleaned->lines->len; i++)
    g_assert_cmpuint (g_array_index (cleaned->lines, guint64, i - 1), <, g_array_index (cleaned->lines, guint64, i));
}

static void
assert_diagnosis (void)
{
  BsDiagnosis diagnosis = bs_diagnose (diagnoser, cleaned, TRUE);
  guint n;

  bs_diagnostics (&n);
  g_assert_cmphex (n < 64 ? (diagnosis.before | diagnosis.after) >> n : 0, ==, 0);
  if (cleaned->blocks->len == 0)
    g_assert_cmphex (diagnosis.before | diagnosis.after, ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  guint without = fuzz_byte (&bytes), how = fuzz_byte (&bytes);
  BsCleanOptions options = { .without = without & BS_STEPS_ALL, .markup = BS_MARKUP_NONE, .outlet = "paper" };
  g_autofree char *title = NULL, *valid = NULL, *copy = NULL;
  BsSpan text;

  if (cleaned == NULL)
    {
      cleaned = bs_cleaned_new ();
      other = bs_cleaned_new ();
      diagnoser = bs_diagnoser_new ();
      repeats = some_repeats ();
    }
  if ((how & 3) == 3)
    {
      g_autofree char *line = fuzz_text (fuzz_until (&bytes, '\n'));

      title = g_strdup (line);
    }
  options.title = title;
  options.repeats = (how & 4) != 0 ? repeats : NULL;
  valid = fuzz_text (fuzz_rest (&bytes));
  copy = fuzz_copy (bs_span_of (valid));
  text = bs_span (copy, strlen (valid));
  fuzz_limit_to (fuzz_best_cpu ());
  bs_clean (cleaned, text, &options);
  fuzz_assert_cleaned (cleaned, text.length);
  assert_again (text, &options);
  assert_lines (text, &options);
  assert_diagnosis ();
  fuzz_limit_to (BS_CPU_PLAIN);
  bs_clean (other, text, &options);
  fuzz_assert_same_cleaned (cleaned, other);
  return 0;
}
