#include "report/page/sentence.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "compare/pair.h"
#include "report/compare-cell.h"
#include "report/html/html.h"
#include "report/page/sentence-parts.h"

static void
append (GString *out, const char *text)
{
  g_string_append (out, text);
}

const BsProse bs_prose_plain = { append, append };
const BsProse bs_prose_html = { bs_html_text, bs_html_name };

void
bs_prose_say (GString *out, const BsProse *prose, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  prose->text (out, text);
}

/* ---- Words for numbers ---------------------------------------------------------------------------------------- */

/* What more, and what less, of a measure makes of an article, and in what. */
static const struct {
  const char *more, *less, *in;
} comparatives[] = {
  [BS_HIGHER_IS_HARDER] = { "harder", "easier", "" },
  [BS_HIGHER_IS_EASIER] = { "easier", "harder", "" },
  [BS_HIGHER_IS_RICHER] = { "richer", "poorer", " in vocabulary" },
  [BS_HIGHER_IS_POORER] = { "poorer", "richer", " in vocabulary" },
  [BS_HIGHER_IS_LONGER] = { "longer", "shorter", " to read" },
};

/* Units that are counted, as a number takes them; of others ("ratio", "index") the number stands alone. */
static const struct {
  const char *unit, *one, *many;
} nouns[] = {
  { "grade", " grade", " grades" },
  { "points", " point", " points" },
  { "cloze %", " cloze point", " cloze points" },
  { "DRP", " DRP unit", " DRP units" },
  { "words", " word", " words" },
  { "types", " type", " types" },
  { "seconds", " second", " seconds" },
  { "bits", " bit", " bits" },
  { "points per letter", " point per letter", " points per letter" },
  { "syllables per sentence", " syllable per sentence", " syllables per sentence" },
  { "long words per sentence", " long word per sentence", " long words per sentence" },
  { "per 100 words", " per 100 words", " per 100 words" },
  { "per 10,000", " per 10,000", " per 10,000" },
};

static const char *
noun_of (BsMeasureRef ref, const char *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_equal (nouns[i].unit, ref.measure->unit))
      return g_str_equal (number, "1") ? nouns[i].one : nouns[i].many;
  return "";
}

#define MORE_DECIMALS 4 /* beyond the measure's own, so that a difference is not told as 0 */

static int
decimals_of (BsMeasureRef ref, double value)
{
  int decimals = bs_measure_decimals (ref), most = decimals + MORE_DECIMALS;

  while (value != 0 && decimals < most && fabs (value) < 0.5 * pow (10, -decimals))
    decimals++;
  return decimals;
}

const char *
bs_prose_share (double value, char *buffer)
{
  char *zero;

  bs_number_fixed (value, 2, buffer);
  zero = buffer[0] == '-' ? buffer + 1 : buffer;
  if (g_str_has_prefix (zero, "0."))
    memmove (zero, zero + 1, strlen (zero));
  return buffer;
}

void
bs_prose_p (GString *out, const BsProse *prose, double p)
{
  char text[BS_NUMBER_MAX];

  bs_compare_p_text (p, text);
  bs_prose_say (out, prose, text[0] == '<' ? "p < %s" : "p = %s", text[0] == '<' ? text + 1 : text);
}

/* ---- Two groups ----------------------------------------------------------------------------------------------- */

static BsEstimate
turned (BsEstimate estimate)
{
  return (BsEstimate){ -estimate.estimate, -estimate.high, -estimate.low };
}

static gboolean
has_interval (BsEstimate estimate)
{
  return isfinite (estimate.low) && isfinite (estimate.high);
}

static gboolean
leaves_out_zero (BsEstimate estimate)
{
  return has_interval (estimate) && (estimate.low > 0 || estimate.high < 0);
}

gboolean
bs_sentence_holds (const BsComparePair *pair)
{
  return leaves_out_zero (pair->shift) && pair->mann_whitney_holm < BS_SENTENCE_LEVEL;
}

/* "Cliff's δ .42 [.31, .52], medium; p = .003 after Holm's correction over 10 pairs" */
static void
say_effect (GString *out, const BsProse *prose, const BsPairSaid *said, BsEstimate delta)
{
  char value[BS_NUMBER_MAX], low[BS_NUMBER_MAX], high[BS_NUMBER_MAX];
  double p = said->pair->mann_whitney_holm;

  if (isfinite (delta.estimate))
    bs_prose_say (out, prose, "; Cliff's δ %s", bs_prose_share (delta.estimate, value));
  if (isfinite (delta.estimate) && has_interval (delta))
    bs_prose_say (out, prose, " [%s, %s]", bs_prose_share (delta.low, low), bs_prose_share (delta.high, high));
  if (isfinite (delta.estimate))
    bs_prose_say (out, prose, ", %s", bs_cliff_label (delta.estimate));
  if (!isfinite (p))
    return;
  prose->text (out, "; ");
  bs_prose_p (out, prose, p);
  if (said->n_pairs > 1)
    bs_prose_say (out, prose, " after Holm's correction over %u pairs", said->n_pairs);
}

static void
say_difference (GString *out, const BsProse *prose, const BsPairSaid *said, BsEstimate shift, BsEstimate delta)
{
  BsDirection direction = said->ref.measure->direction;
  gboolean chance = said->pair->mann_whitney_holm >= BS_SENTENCE_LEVEL;
  int decimals = decimals_of (said->ref, MIN (shift.estimate, shift.low)); /* no end that is not 0 is told as 0 */
  char value[BS_NUMBER_MAX], low[BS_NUMBER_MAX], high[BS_NUMBER_MAX];

  bs_number_fixed (shift.estimate, decimals, value);
  prose->text (out, chance ? "In this sample " : "");
  prose->name (out, said->a);
  bs_prose_say (out, prose, "'s articles are %s%s than ", comparatives[direction].more, comparatives[direction].in);
  prose->name (out, said->b);
  bs_prose_say (out, prose, "'s by %s%s (95 %% interval %s to %s", value, noun_of (said->ref, value),
       bs_number_fixed (shift.low, decimals, low), bs_number_fixed (shift.high, decimals, high));
  say_effect (out, prose, said, delta);
  prose->text (out, ").");
  if (chance && said->n_pairs > 1)
    bs_prose_say (out, prose, " Among %u pairs compared, such a difference may be chance.", said->n_pairs);
  else if (chance)
    prose->text (out, " Such a difference may be chance.");
}

static void
say_doubt (GString *out, const BsProse *prose, const BsPairSaid *said, BsEstimate shift, BsEstimate delta)
{
  BsDirection direction = said->ref.measure->direction;
  int decimals = decimals_of (said->ref, MAX (fabs (shift.low), fabs (shift.high)));
  char value[BS_NUMBER_MAX], low[BS_NUMBER_MAX], high[BS_NUMBER_MAX];

  bs_number_fixed (shift.estimate, decimals, value);
  prose->name (out, said->a);
  bs_prose_say (out, prose, "'s articles may be %s or %s%s than ", comparatives[direction].more,
                comparatives[direction].less, comparatives[direction].in);
  prose->name (out, said->b);
  bs_prose_say (out, prose, "'s: the difference is %s%s, with a 95 %% interval from %s to %s", value,
       noun_of (said->ref, value), bs_number_fixed (shift.low, decimals, low),
       bs_number_fixed (shift.high, decimals, high));
  prose->text (out, " that holds 0");
  say_effect (out, prose, said, delta);
  prose->text (out, ".");
}

static void
say_sample (GString *out, const BsProse *prose, const BsPairSaid *said, BsEstimate shift)
{
  BsDirection direction = said->ref.measure->direction;
  int decimals = decimals_of (said->ref, shift.estimate);
  char value[BS_NUMBER_MAX];

  bs_number_fixed (shift.estimate, decimals, value);
  prose->text (out, "In this sample ");
  prose->name (out, said->a);
  bs_prose_say (out, prose, "'s articles are %s%s than ", comparatives[direction].more, comparatives[direction].in);
  prose->name (out, said->b);
  bs_prose_say (out, prose, "'s by %s%s; from %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " articles no 95 %%"
                                                                                        " interval can be given.",
       value, noun_of (said->ref, value), said->figures_a->summary.n, said->figures_b->summary.n);
}

static gboolean
all_equal (const BsSummary *a, const BsSummary *b)
{
  return a->n > 0 && b->n > 0 && a->min == a->max && b->min == b->max && a->min == b->min;
}

void
bs_sentence_pair (GString *out, const BsProse *prose, const BsPairSaid *said)
{
  BsPairSaid turn = *said;
  BsEstimate shift = said->pair->shift, delta = said->pair->delta;

  if (shift.estimate < 0)
    {
      turn.a = said->b;
      turn.b = said->a;
      turn.figures_a = said->figures_b;
      turn.figures_b = said->figures_a;
      shift = turned (shift);
      delta = turned (delta);
    }
  if (!isfinite (shift.estimate))
    {
      prose->name (out, said->a);
      prose->text (out, " and ");
      prose->name (out, said->b);
      prose->text (out, " have too few articles with a value to be compared.");
    }
  else if (all_equal (&said->figures_a->summary, &said->figures_b->summary))
    {
      g_autofree char *value = bs_measure_format (said->ref, said->figures_a->summary.min);

      prose->text (out, "All articles of ");
      prose->name (out, said->a);
      prose->text (out, " and ");
      prose->name (out, said->b);
      bs_prose_say (out, prose, " have the same value, %s%s.", value, noun_of (said->ref, value));
    }
  else if (leaves_out_zero (shift))
    say_difference (out, prose, &turn, shift, delta);
  else if (has_interval (shift))
    say_doubt (out, prose, &turn, shift, delta);
  else
    say_sample (out, prose, &turn, shift);
}

/* ---- A measure ------------------------------------------------------------------------------------------------ */

void
bs_sentence_measure (GString *out, const BsProse *prose, BsMeasureRef ref)
{
  const BsMeasure *measure = ref.measure;
  g_autofree char *id = bs_measure_ref_id (ref);

  bs_prose_say (out, prose, "%s (%s) is given in %s; a higher value means %s%s.", measure->title, id,
       g_str_equal (measure->unit, "grade") ? "school grades" : measure->unit, comparatives[measure->direction].more,
       comparatives[measure->direction].in);
}

void
bs_sentence_source (GString *out, const BsProse *prose, BsMeasureRef ref)
{
  const BsMeasure *measure = ref.measure;
  guint words = bs_measure_least_words (ref);

  bs_prose_say (out, prose, "Formula: %s. Source: %s.", measure->formula, measure->source);
  if (measure->language != NULL)
    bs_prose_say (out, prose, " It was made for %s alone.",
         g_str_equal (measure->language, "en") ? "English" : measure->language);
  if (words > 0 && measure->least_sentences > 0)
    bs_prose_say (out, prose, " An article of fewer than %u words or %u sentences has no value.", words,
         measure->least_sentences);
  else if (words > 0)
    bs_prose_say (out, prose, " An article of fewer than %u words has no value.", words);
}
