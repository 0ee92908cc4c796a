/* Richness from the running order of words: MATTR, MSTTR and MTLD.
 *
 * All of it goes by links: in a stretch that starts at s, the word at i is the first of its type where previous[i] < s.
 */
#include "measure/measure-internal.h"

/* ---- Windows ----------------------------------------------------------------------------------------------------- */

static double
mattr (const BsCall *call)
{
  const BsLinks *links = bs_inputs_links (call->inputs);
  gint32 window = (gint32) call->window;

  STEP_AS (windows, "windows in the text: its words − window + 1", links->n - window + 1);
  STEP_AS (types_of_all, "types of every window, added up",
           (double) BS_KERNEL_CHOOSE (bs_window_types) (links->previous, links->n, window));
  return bs_call_step (call, NULL, "types_of_all / windows / window", types_of_all / windows / window);
}

static double
msttr (const BsCall *call)
{
  const BsLinks *links = bs_inputs_links (call->inputs);
  gint32 segment = (gint32) call->window;

  STEP_AS (segments, "whole segments in the text", links->n / segment);
  STEP_AS (types_of_all, "types of every segment, added up",
           (double) BS_KERNEL_CHOOSE (bs_segment_types) (links->previous, links->n, segment));
  return bs_call_step (call, NULL, "types_of_all / segments / window", types_of_all / segments / segment);
}

/* ---- MTLD -------------------------------------------------------------------------------------------------------- */

/* What is left over counts as the part of a factor that its ratio has gone of the way from 1 to 0.72. */
static double
count_factors (const BsFactors *cut)
{
  double words = BS_NEW_WORD * (gint64) cut->rest; /* times 7 */

  return cut->rest == 0 ? cut->factors : cut->factors + (words - (double) cut->slack) / words;
}

static double
mtld_by (const BsCall *call, gboolean or_equal)
{
  const BsLinks *links = bs_inputs_factors (call->inputs);
  STEP_AS (N, "words of the text", links->n);
  STEP_AS (factors_forward, "factors from the start", count_factors (&links->forward[or_equal]));
  STEP_AS (factors_backward, "factors from the end", count_factors (&links->backward[or_equal]));
  STEP (forward, N / factors_forward);
  STEP (backward, N / factors_backward);
  return VALUE ((forward + backward) / 2);
}

static double
mtld_lt (const BsCall *call)
{
  return mtld_by (call, FALSE);
}

static double
mtld_le (const BsCall *call)
{
  return mtld_by (call, TRUE);
}

/* ---- MTLD from every word ---------------------------------------------------------------------------------------- */

/* Sums over positions and, of the partial sums within, the lowest: finds where a running sum first falls below 0, and
 * changes one position, in the logarithm of their number. */
typedef struct {
  gint64 *sum, *low; /* node 1 is the root, leaf i is node leaves + i */
  gsize   leaves;
} SumTree;

static void
sum_tree_join (SumTree *tree, gsize node)
{
  tree->sum[node] = tree->sum[2 * node] + tree->sum[2 * node + 1];
  tree->low[node] = MIN (tree->low[2 * node], tree->sum[2 * node] + tree->low[2 * node + 1]);
}

static void
sum_tree_set (SumTree *tree, gsize at, gint64 value)
{
  gsize node = tree->leaves + at;

  tree->sum[node] = tree->low[node] = value;
  while ((node /= 2) > 0)
    sum_tree_join (tree, node);
}

/* The first position where the sum from 0 falls below 0, or -1. */
static gint64
sum_tree_first_negative (const SumTree *tree)
{
  gint64 sum = 0;
  gsize node = 1;

  if (tree->low[1] >= 0)
    return -1;
  while (node < tree->leaves)
    {
      node *= 2;
      if (sum + tree->low[node] >= 0)
        sum += tree->sum[node++];
    }
  return (gint64) (node - tree->leaves);
}

/* The lengths of the factors that start at each word in turn, added up. `next[i]`, where not over the end, is where the
 * word at i becomes a new one once the start has moved past i. Factors that the text does not complete are left out. */
static double
add_factor_lengths (SumTree *tree, const gint32 *previous, const gint32 *next, gint32 n, gint64 *factors)
{
  double words = 0;

  for (gsize i = 0; i < tree->leaves; i++)
    {
      gint64 value = i >= (gsize) n ? 0 : previous[i] < 0 ? BS_NEW_WORD : BS_OLD_WORD;

      tree->sum[tree->leaves + i] = tree->low[tree->leaves + i] = value;
    }
  for (gsize node = tree->leaves - 1; node > 0; node--)
    sum_tree_join (tree, node);
  for (gint32 start = 0; start < n; start++)
    {
      gint64 end = sum_tree_first_negative (tree);

      if (end >= 0)
        {
          words += (double) (end - start + 1);
          ++*factors;
        }
      sum_tree_set (tree, (gsize) start, 0);
      if (next[start] < n)
        sum_tree_set (tree, (gsize) next[start], BS_NEW_WORD);
    }
  return words;
}

static double
mtld_ma_bid (const BsCall *call)
{
  const BsLinks *links = bs_inputs_links (call->inputs);
  gint32 n = links->n;
  g_autofree gint32 *previous = g_new (gint32, n), *next = g_new (gint32, n); /* of the text read backward */
  g_autofree gint64 *sum = NULL, *low = NULL;
  SumTree tree = { NULL, NULL, 1 };
  gint64 factors = 0;
  double words;

  while (tree.leaves < (gsize) n)
    tree.leaves *= 2;
  tree.sum = sum = g_new (gint64, 2 * tree.leaves);
  tree.low = low = g_new (gint64, 2 * tree.leaves);
  for (gint32 i = 0; i < n; i++)
    {
      previous[n - 1 - i] = links->next[i] == BS_NO_NEXT ? -1 : n - 1 - links->next[i];
      next[n - 1 - i] = n - 1 - links->previous[i];
    }
  words = add_factor_lengths (&tree, links->previous, links->next, n, &factors);
  words += add_factor_lengths (&tree, previous, next, n, &factors);
  STEP_AS (complete, "complete factors from every word, forward and backward", (double) factors);
  STEP_AS (words_of_all, "words of these factors, added up", words);
  return VALUE (words_of_all / complete);
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

#define MCCARTHY_JARVIS                                                                                                \
  "McCarthy & Jarvis 2010, MTLD, vocd-D, and HD-D: a validation study, Behavior Research Methods 42(2), 381–392"

static const BsMeasure rows[] = {
  { .id = "mattr_W", .title = "Moving-average type-token ratio", RICHNESS_OF_WINDOW, SCALE ("ratio", RICHER, 0.5, 1),
    .inputs = "ids", .windows = { 100, 50, 500 },
    .formula = "mean of types/W over all windows of W words in a row",
    .source = "Covington & McFall 2010, Cutting the Gordian knot: the moving-average type-token ratio, Journal of "
              "Quantitative Linguistics 17(2), 94–100",
    .notes = "Does not depend on the length of the text. quanteda shrinks the window to the shortest text of a corpus, "
             "so one short article changes the value of every other; Wordless takes the plain ratio of a text that is "
             "shorter than the window. Here such a text has no value.",
    .headline = TRUE, .compute = mattr },
  { .id = "msttr_W", .title = "Mean segmental type-token ratio", RICHNESS_OF_WINDOW, SCALE ("ratio", RICHER, 0.5, 1),
    .inputs = "ids", .windows = { 100 }, .formula = "mean of types/W over segments of W words, the rest left out",
    .source = "Johnson 1944, Studies in language behavior I, Psychological Monographs 56(2), 1–15",
    .notes = "WordSmith's standardised type-token ratio is this with 1,000 words.", .compute = msttr },
  { .id = "mtld_lt072", .title = "MTLD", RICHNESS, SCALE ("words", RICHER, 40, 160), .inputs = "ids",
    .formula = "tokens / factors, the mean of both directions; a factor ends where its type-token ratio falls below "
               "0.72",
    .source = MCCARTHY_JARVIS,
    .notes = "Words in a row, on average, that keep a type-token ratio of 0.72. A rest counts as part of a factor. "
             "koRpus, textacy and lexical_diversity end a factor below 0.72, LexicalRichness and Wordless at 0.72 or "
             "below (mtld_le072). lexical_diversity ends none before 10 words.",
    .headline = TRUE, .compute = mtld_lt },
  { .id = "mtld_le072", .title = "MTLD, factors ending at 0.72", RICHNESS, VARIANT, SCALE ("words", RICHER, 40, 160),
    .inputs = "ids",
    .formula = "tokens / factors, the mean of both directions; a factor ends where its type-token ratio is 0.72 or "
               "less",
    .source = "LexicalRichness and Wordless, under the name MTLD",
    .notes = "The two differ where a factor stands at exactly 0.72, as with 18 types in 25 words.",
    .compute = mtld_le },
  { .id = "mtld_ma_bid", .title = "MTLD, moving average in both directions", RICHNESS,
    SCALE ("words", RICHER, 40, 160), .inputs = "ids", .slow = TRUE,
    .formula = "mean length of the complete factors that start at each word, forward and backward",
    .source = "Kyle, Crossley & Jarvis 2021, Assessing the validity of lexical diversity indices using direct "
              "judgements, Language Assessment Quarterly 18(2), 154–170",
    .notes = "Factors that the text does not complete are left out. lexical_diversity ends no factor before 10 words; "
             "no such least length is set here.",
    .compute = mtld_ma_bid },
};

BS_MEASURE_GROUP (bs_group_sequence, rows);
