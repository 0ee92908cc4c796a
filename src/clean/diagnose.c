#include "clean/diagnose.h"

#include <math.h>

#include "clean/line-figures.h"
#include "clean/redundancy.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum {
  WORDS_FEW, WORDS_MANY, LENGTH_SHORT, LENGTH_LONG, HASHES, ELLIPSES, BULLET_LINES, ELLIPSIS_LINES, WITH_LETTERS,
  STOP_WORDS, REPEATED_LINES, REPEATED_CHARS, TOP_2, TOP_3, TOP_4, REPEATED_5, REPEATED_6, REPEATED_7, REPEATED_8,
  REPEATED_9, REPEATED_10, SENTENCES, LOREM, BRACE, JAVASCRIPT, POLICY, LONG_LINES, LINE_ENDS, SHORT_LINES,
  REPEATED_CHARS_STRICT, LINE_WORDS, GOOD_BLOCK, N_RULES
};

#define LEAST(x) (x), (double) INFINITY
#define MOST(x) -(double) INFINITY, (x)

static const BsDiagnostic rules[N_RULES] = {
  [WORDS_FEW] = { "gopher_words_few", "Gopher", "fewer than 50 words", "words", LEAST (50), FALSE },
  [WORDS_MANY] = { "gopher_words_many", "Gopher", "more than 100,000 words", "words", MOST (1e5), FALSE },
  [LENGTH_SHORT] = { "gopher_length_short", "Gopher", "mean word under 3 letters", "letters", LEAST (3), FALSE },
  [LENGTH_LONG] = { "gopher_length_long", "Gopher", "mean word over 10 letters", "letters", MOST (10), FALSE },
  [HASHES] = { "gopher_hashes", "Gopher", "over .1 number signs (#) a word", "signs/word", MOST (.1), FALSE },
  [ELLIPSES] = { "gopher_ellipses", "Gopher", "over .1 ellipses a word", "signs/word", MOST (.1), FALSE },
  [BULLET_LINES] = { "gopher_bullet_lines", "Gopher", "over 90 % of lines start with a bullet", "share", MOST (.9), FALSE },
  [ELLIPSIS_LINES]
  = { "gopher_ellipsis_lines", "Gopher", "over 30 % of lines end in an ellipsis", "share", MOST (.3), FALSE },
  [WITH_LETTERS] = { "gopher_with_letters", "Gopher", "under 80 % of words have a letter", "share", LEAST (.8), FALSE },
  [STOP_WORDS] = { "gopher_stop_words", "Gopher", "fewer than two of the, be, to, of, and, that, have, with", "words",
                   LEAST (2), TRUE },
  [REPEATED_LINES]
  = { "gopher_repeated_lines", "Gopher", "over 30 % of lines repeat one above", "share", MOST (.3), FALSE },
  [REPEATED_CHARS]
  = { "gopher_repeated_chars", "Gopher", "over 20 % of characters in lines that repeat one", "share", MOST (.2), FALSE },
  [TOP_2] = { "gopher_top_2", "Gopher", "one run of 2 words makes over 20 %", "share", MOST (.2), FALSE },
  [TOP_3] = { "gopher_top_3", "Gopher", "one run of 3 words makes over 18 %", "share", MOST (.18), FALSE },
  [TOP_4] = { "gopher_top_4", "Gopher", "one run of 4 words makes over 16 %", "share", MOST (.16), FALSE },
  [REPEATED_5] = { "gopher_repeated_5", "Gopher", "over 15 % in repeated runs of 5 words", "share", MOST (.15), FALSE },
  [REPEATED_6] = { "gopher_repeated_6", "Gopher", "over 14 % in repeated runs of 6 words", "share", MOST (.14), FALSE },
  [REPEATED_7] = { "gopher_repeated_7", "Gopher", "over 13 % in repeated runs of 7 words", "share", MOST (.13), FALSE },
  [REPEATED_8] = { "gopher_repeated_8", "Gopher", "over 12 % in repeated runs of 8 words", "share", MOST (.12), FALSE },
  [REPEATED_9] = { "gopher_repeated_9", "Gopher", "over 11 % in repeated runs of 9 words", "share", MOST (.11), FALSE },
  [REPEATED_10] = { "gopher_repeated_10", "Gopher", "over 10 % in repeated runs of 10 words", "share", MOST (.1), FALSE },
  [SENTENCES] = { "c4_sentences", "C4", "fewer than 5 sentences in lines of 3 words that end in a mark", "sentences",
                  LEAST (5), FALSE },
  [LOREM] = { "c4_lorem_ipsum", "C4", "holds “lorem ipsum”", "places", MOST (0), FALSE },
  [BRACE] = { "c4_brace", "C4", "holds a curly bracket", "lines", MOST (0), FALSE },
  [JAVASCRIPT] = { "c4_javascript", "C4", "a line names JavaScript", "lines", MOST (0), FALSE },
  [POLICY] = { "c4_policy", "C4", "a line names terms of use, a privacy policy or cookies", "lines", MOST (0), TRUE },
  [LONG_LINES] = { "mc4_long_lines", "mC4", "fewer than 3 lines of 200 characters", "lines", LEAST (3), FALSE },
  [LINE_ENDS] = { "fineweb_line_ends", "FineWeb", "under 12 % of lines end in a mark", "share", LEAST (.12), FALSE },
  [SHORT_LINES]
  = { "fineweb_short_lines", "FineWeb", "over 67 % of lines have at most 30 characters", "share", MOST (.67), FALSE },
  [REPEATED_CHARS_STRICT] = { "fineweb_repeated_chars", "FineWeb", "over 1 % of characters in lines that repeat one",
                              "share", MOST (.01), FALSE },
  [LINE_WORDS] = { "fineweb_line_words", "FineWeb", "over .3 line ends a word", "line ends/word", MOST (.3), FALSE },
  [GOOD_BLOCK] = { "justext_good", "jusText", "no block over 200 characters with 32 % stop words", "blocks", LEAST (1),
                   TRUE },
};

#define PLAINLY 2 /* times the text, by the rough bound: a fifth of its runs of words or more were there before */

/* The thresholds of runs of words, for bs_redundancy(). */
static const BsRedundancy limits = { { .2, .18, .16 }, { .15, .14, .13, .12, .11, .1 } };

struct _BsDiagnoser {
  BsSeen *words, *lines;
  GArray *before, *after; /* of BsHashedWord: of all blocks, and of those that were kept */
  GArray *joints; /* of guint32: words of `after` in front of which words were set aside */
  guint kept_up_to; /* words of `before` that the last kept block ends with */
};

/* Sums over lines. */
typedef struct {
  guint64 lines, repeated_lines, repeated_chars, good_blocks;
  BsLineFigures figures;
} Sums;

const BsDiagnostic *
bs_diagnostics (guint *n)
{
  *n = N_RULES;
  return rules;
}

const BsDiagnostic *
bs_diagnostic_find (const char *id, guint *at)
{
  for (*at = 0; *at < N_RULES; ++*at)
    if (g_str_equal (rules[*at].id, id))
      return &rules[*at];
  return NULL;
}

BsDiagnoser *
bs_diagnoser_new (void)
{
  BsDiagnoser *diagnoser = g_new0 (BsDiagnoser, 1);

  G_STATIC_ASSERT (N_RULES <= 64);
  diagnoser->words = bs_seen_new ();
  diagnoser->lines = bs_seen_new ();
  diagnoser->before = g_array_new (FALSE, FALSE, sizeof (BsHashedWord));
  diagnoser->after = g_array_new (FALSE, FALSE, sizeof (BsHashedWord));
  diagnoser->joints = g_array_new (FALSE, FALSE, sizeof (guint32));
  return diagnoser;
}

void
bs_diagnoser_free (BsDiagnoser *diagnoser)
{
  if (diagnoser == NULL)
    return;
  bs_seen_free (diagnoser->words);
  bs_seen_free (diagnoser->lines);
  g_array_unref (diagnoser->before);
  g_array_unref (diagnoser->after);
  g_array_unref (diagnoser->joints);
  g_free (diagnoser);
}

static void
add_line (Sums *sums, const BsLineFigures *line, gboolean repeats)
{
  sums->lines++;
  sums->repeated_lines += repeats;
  sums->repeated_chars += repeats ? line->value[BS_LINE_CHARS] : 0;
  bs_line_figures_add (&sums->figures, line);
}

/* Whether the line stood before among all, and among the kept ones. */
static void
look_up (BsDiagnoser *diagnoser, BsSpan line, gboolean kept, gsize at, gboolean *before, gboolean *after)
{
  guint64 key = XXH3_64bits (line.start, line.length);
  guint32 first;

  *before = *after = FALSE;
  if (at >= BS_DIAGNOSE_MAX)
    return;
  *before = bs_seen_add (diagnoser->lines, key, 0, &first) > 1;
  *after = kept && bs_seen_add (diagnoser->lines, ~key, 0, &first) > 1;
}

static double
share (guint64 part, guint64 whole)
{
  return whole > 0 ? (double) part / (double) whole : (double) NAN;
}

static void
evaluate (double *value, const Sums *sums, const BsRedundancy *redundancy)
{
  const guint64 *figure = sums->figures.value;
  guint64 words = figure[BS_LINE_WORDS], spoken = words - figure[BS_LINE_SYMBOLS];

  value[WORDS_FEW] = value[WORDS_MANY] = (double) spoken;
  value[LENGTH_SHORT] = value[LENGTH_LONG] = share (figure[BS_LINE_LETTERS], spoken);
  value[HASHES] = share (figure[BS_LINE_HASHES], words);
  value[ELLIPSES] = share (figure[BS_LINE_ELLIPSES], words);
  value[BULLET_LINES] = share (figure[BS_LINE_BULLET], sums->lines);
  value[ELLIPSIS_LINES] = share (figure[BS_LINE_TRAILS_OFF], sums->lines);
  value[WITH_LETTERS] = share (figure[BS_LINE_WITH_LETTERS], words);
  value[STOP_WORDS] = bs_line_stop_words (&sums->figures);
  value[REPEATED_LINES] = share (sums->repeated_lines, sums->lines);
  value[REPEATED_CHARS] = value[REPEATED_CHARS_STRICT] = share (sums->repeated_chars, figure[BS_LINE_CHARS]);
  for (guint i = 0; i < BS_TOP_N; i++)
    value[TOP_2 + i] = redundancy->top[i];
  for (guint i = 0; i < BS_REPEATED_N; i++)
    value[REPEATED_5 + i] = redundancy->repeated[i];
  value[SENTENCES] = (double) figure[BS_LINE_SENTENCES];
  value[LOREM] = (double) figure[BS_LINE_LOREM];
  value[BRACE] = (double) figure[BS_LINE_BRACE];
  value[JAVASCRIPT] = (double) figure[BS_LINE_JAVASCRIPT];
  value[POLICY] = (double) figure[BS_LINE_POLICY];
  value[LONG_LINES] = (double) figure[BS_LINE_LONG];
  value[LINE_ENDS] = share (figure[BS_LINE_ENDS], sums->lines);
  value[SHORT_LINES] = share (figure[BS_LINE_SHORT], sums->lines);
  value[LINE_WORDS] = share (sums->lines - 1, words);
  value[GOOD_BLOCK] = (double) sums->good_blocks;
}

static const BsHashedWord *
words_in (const GArray *words)
{
  return (const BsHashedWord *) (gpointer) words->data;
}

static guint64
failures (BsDiagnoser *diagnoser, const Sums *sums, const GArray *words, gboolean within, gboolean english)
{
  double value[N_RULES];
  BsRedundancy redundancy = { 0 };
  guint64 failed = 0;

  if (sums->figures.value[BS_LINE_WORDS] == 0)
    return 0;
  if (!within)
    bs_redundancy (&redundancy, diagnoser->words, words_in (words), words->len, &limits);
  evaluate (value, sums, &redundancy);
  for (guint i = 0; i < N_RULES; i++)
    if ((value[i] < rules[i].least || value[i] > rules[i].most) && (english || !rules[i].english))
      failed |= G_GUINT64_CONSTANT (1) << i;
  return failed;
}

/* Adds the words of the block, which stand in `before` from `first` on, to those that were kept. */
static void
keep_words (BsDiagnoser *diagnoser, guint first)
{
  guint n = diagnoser->before->len - first, at = diagnoser->after->len;

  if (n == 0)
    return;
  if (at > 0 && diagnoser->kept_up_to < first)
    g_array_append_val (diagnoser->joints, at);
  diagnoser->kept_up_to = diagnoser->before->len;
  g_array_append_vals (diagnoser->after, &g_array_index (diagnoser->before, BsHashedWord, first), n);
}

/* Whether nothing can repeat too often, by a bound; `plainly` where much repeats, and no closer bound will tell. */
typedef struct {
  gboolean before, after, plainly;
} Repetition;

static Repetition
judge_repetition (BsDiagnoser *diagnoser,
                  void (*find_bound) (BsRedundancyBound *bound, BsSeen *seen, const BsHashedWord *words, gsize n))
{
  BsRedundancyBound bound;
  Repetition within;

  find_bound (&bound, diagnoser->words, words_in (diagnoser->before), diagnoser->before->len);
  within.before = bs_redundancy_within (&bound, &limits);
  within.plainly = bound.covered > PLAINLY * bound.chars;
  bs_redundancy_rejoin (&bound, diagnoser->words, words_in (diagnoser->after), diagnoser->after->len,
                        (const guint32 *) (gpointer) diagnoser->joints->data, diagnoser->joints->len);
  within.after = bs_redundancy_within (&bound, &limits);
  return within;
}

BsDiagnosis
bs_diagnose (BsDiagnoser *diagnoser, const BsCleaned *cleaned, gboolean english)
{
  Sums before = { 0 }, after = { 0 };
  BsDiagnosis found = { 0 };
  Repetition repetition;
  guint n = cleaned->blocks->len;

  g_array_set_size (diagnoser->before, 0);
  g_array_set_size (diagnoser->after, 0);
  g_array_set_size (diagnoser->joints, 0);
  bs_seen_begin (diagnoser->lines, 2 * (gsize) MIN (n, BS_DIAGNOSE_MAX));
  for (guint i = 0; i < n; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);
      gboolean kept = block->aside == BS_KEPT, seen, seen_kept;
      BsSpan line = bs_span ((kept ? cleaned->text : cleaned->aside_text)->str + block->start, block->length);
      guint first = diagnoser->before->len;
      BsLineFigures figures;

      bs_line_figures (&figures, line, english && bs_line_stop_words (&after.figures) < 2, diagnoser->before,
                       BS_DIAGNOSE_MAX);
      look_up (diagnoser, line, kept, i, &seen, &seen_kept);
      add_line (&before, &figures, seen);
      if (kept)
        {
          add_line (&after, &figures, seen_kept);
          keep_words (diagnoser, first);
        }
      /* one such block is enough, and nearly every article has one soon */
      if (english && (kept ? after.good_blocks : before.good_blocks) == 0
          && bs_line_is_good (&figures, line, words_in (diagnoser->before) + first, diagnoser->before->len - first))
        {
          before.good_blocks++;
          after.good_blocks += kept;
        }
    }
  repetition = judge_repetition (diagnoser, bs_redundancy_rough_bound);
  if (!repetition.plainly && (!repetition.before || !repetition.after))
    repetition = judge_repetition (diagnoser, bs_redundancy_bound);
  found.before = failures (diagnoser, &before, diagnoser->before, repetition.before, english);
  found.after = after.lines == before.lines
                    ? found.before
                    : failures (diagnoser, &after, diagnoser->after, repetition.after, english);
  return found;
}
