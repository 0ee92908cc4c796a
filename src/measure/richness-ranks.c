/* Richness from the ranked frequencies: Popescu's R and the arc of Popescu, Mačutek and Altmann.
 *
 * All walk the spectrum from its highest frequency down, where an entry covers as many ranks as it has types.
 */
#include "measure/measure-internal.h"

/* A walk down the ranks; an entry covers ranks before + 1 … before + types. */
typedef struct {
  const BsSpectrumEntry *spectrum;
  guint                  left;
  double                 before;           /* ranks above this entry */
  double                 words_before;     /* words of these ranks */
  double                 frequency, types; /* of this entry */
} Walk;

static Walk
walk (const BsCall *call)
{
  Walk walk = { NULL };

  walk.spectrum = bs_inputs_spectrum (call->inputs, &walk.left);
  return walk;
}

static gboolean
walk_on (Walk *walk)
{
  if (walk->left == 0)
    return FALSE;
  walk->before += walk->types;
  walk->words_before += walk->types * walk->frequency;
  walk->left--;
  walk->frequency = walk->spectrum[walk->left].frequency;
  walk->types = walk->spectrum[walk->left].types;
  return TRUE;
}

/* The number of types and of words. */
static void
totals (const BsCall *call, double *V, double *N)
{
  const BsSums *sums = bs_inputs_sums (call->inputs);

  *V = bs_call_step (call, "V", "types", sums->V);
  *N = bs_call_step (call, "N", "tokens", sums->N);
}

/* The rank h that equals its frequency, else the crossing of the line between the ranks around it. NAN where even the
 * last frequency is above its rank. `words` receives the words of the ranks up to h. */
static double
h_point (const BsCall *call, double *words)
{
  Walk at = walk (call);
  double above = 0; /* frequency of the rank before this entry */

  while (walk_on (&at))
    {
      double first = at.before + 1, last = at.before + at.types;

      if (at.frequency < first) /* between the last rank before and the first of these */
        {
          double up = above - at.before, down = at.frequency - first;

          *words = at.words_before;
          return (at.before * -down + first * up) / (up - down);
        }
      if (at.frequency <= last)
        {
          *words = at.words_before + (at.frequency - at.before) * at.frequency;
          return at.frequency;
        }
      above = at.frequency;
    }
  return NAN;
}

static double
popescu_r1 (const BsCall *call)
{
  double V, N, words = 0;

  totals (call, &V, &N);
  STEP_AS (h, "the rank that equals its frequency", h_point (call, &words));
  STEP_AS (share, "share of the words of ranks up to h", words / N);
  return VALUE (1 - (share - square (h) / (2 * N)));
}

typedef struct {
  double share;    /* of the words up to a rank */
  double distance; /* squared, of the rank from the corner (0, 1) of the curve of shares */
} Corner;

static Corner
corner_of (const Walk *at, double i, double V, double N)
{
  double share = (at->words_before + i * at->frequency) / N;

  return (Corner){ share, square ((at->before + i) / V) + square (1 - share) };
}

/* Moves `best` to the rank before the distance first does not fall, among those of this entry; FALSE where it falls up
 * to the last of them. The distance falls and then rises, so that ranks can be left out on the way. */
static gboolean
find_rise (const Walk *at, double V, double N, Corner *best)
{
  guint32 fallen = 0, risen = (guint32) at->types; /* ranks of the entry, from 1; up to `fallen` the distance falls */
  Corner last = corner_of (at, risen, V, N);
  Corner before = risen > 1 ? corner_of (at, risen - 1, V, N) : *best;

  if (last.distance < before.distance)
    {
      *best = last;
      return FALSE;
    }
  while (risen - fallen > 1)
    {
      guint32 middle = fallen + (risen - fallen) / 2;
      Corner here = corner_of (at, middle, V, N);

      before = middle > 1 ? corner_of (at, middle - 1, V, N) : *best;
      if (here.distance < before.distance)
        fallen = middle;
      else
        risen = middle;
    }
  if (fallen > 0)
    *best = corner_of (at, fallen, V, N);
  return TRUE;
}

/* The share of words below the rank that lies nearest to the corner. */
static double
popescu_r3 (const BsCall *call)
{
  double V, N;
  Corner best = { NAN, INFINITY };
  Walk at = walk (call);

  totals (call, &V, &N);
  while (walk_on (&at) && !find_rise (&at, V, N, &best))
    ;
  return VALUE_AS ("share of the words below the rank nearest to (0, 1)", 1 - best.share);
}

static double
popescu_r4 (const BsCall *call)
{
  double V, N, moment = 0;
  Walk at = walk (call);

  totals (call, &V, &N);
  while (walk_on (&at))
    moment += at.frequency * (at.types * at.before + at.types * (at.types + 1) / 2);
  STEP_AS (sum_of_rank_frequency, "sum of rank · frequency", moment);
  STEP (gini, (V + 1 - 2 / N * sum_of_rank_frequency) / V);
  return VALUE (1 - gini);
}

/* ---- The arc ----------------------------------------------------------------------------------------------------- */

static BsArc
make_arc (const BsCall *call)
{
  BsArc arc = { 0 };
  Walk at = walk (call);
  double above = 0;

  while (walk_on (&at))
    {
      if (at.before > 0)
        arc.length += sqrt (square (above - at.frequency) + 1);
      else
        arc.highest = at.frequency;
      arc.length += at.types - 1;
      arc.V += at.types;
      above = at.frequency;
      if (at.frequency == 1)
        arc.hapaxes = at.types;
    }
  return arc;
}

static const BsArc *
arc (const BsCall *call)
{
  BsDerived *derived = call->inputs->derived;

  if (!derived->arc_made)
    derived->arc = make_arc (call);
  derived->arc_made = TRUE;
  bs_call_step (call, "V", "types", derived->arc.V);
  bs_call_step (call, "f1", "the highest frequency", derived->arc.highest);
  bs_call_step (call, "L", "length of the line through all points (rank, frequency)", derived->arc.length);
  return &derived->arc;
}

static double
arc_b1 (const BsCall *call)
{
  const BsArc *a = arc (call);
  const double V = a->V, f1 = a->highest, L = a->length;
  STEP (L_max, sqrt (square (f1 - 1) + 1) + V - 2);
  return VALUE (L / L_max);
}

static double
arc_b2 (const BsCall *call)
{
  const BsArc *a = arc (call);
  const double V = a->V, f1 = a->highest, L = a->length;
  STEP (L_max, sqrt (square (f1 - 1) + 1) + V - 2);
  STEP (L_min, sqrt (square (V - 1) + square (f1 - 1)));
  return VALUE ((L - L_min) / (L_max - L_min));
}

static double
arc_b3 (const BsCall *call)
{
  const BsArc *a = arc (call);
  const double V = a->V, L = a->length;
  return VALUE ((V - 1) / L);
}

static double
arc_b4 (const BsCall *call)
{
  const BsArc *a = arc (call);
  const double f1 = a->highest, L = a->length;
  return VALUE ((f1 - 1) / L);
}

static double
arc_b5 (const BsCall *call)
{
  const BsArc *a = arc (call);
  const double L = a->length;
  STEP_AS (once, "types that occur once", a->hapaxes);
  return VALUE (once / L);
}

#define ARC_SOURCE "Popescu, Mačutek & Altmann 2008, Word frequency and arc length, Glottometrics 17, 18–42"
#define ARC(a_id, number, direction, from, to, a_formula, function)                                                    \
  {                                                                                                                    \
    .id = a_id, .title = "Arc length indicator B" number " (Popescu, Mačutek and Altmann)", RICHNESS,                  \
    SCALE ("ratio", direction, from, to), .inputs = "spectrum", .formula = a_formula, .source = ARC_SOURCE,            \
    .compute = function                                                                                                \
  }

static const BsMeasure rows[] = {
  { .id = "popescu_r1", .title = "Popescu's R1", RICHNESS, SCALE ("ratio", RICHER, 0.6, 1), .inputs = "spectrum",
    .formula = "1 − (F(h) − h² / (2N)), h: the rank that equals its frequency, F(h): share of the words up to it",
    .source = "Popescu 2009, Word Frequency Studies, pp. 18, 30, 33",
    .notes = "Where no rank equals its frequency, h is where the line between the two ranks around crosses; the code "
             "of Wordless weighs the two the other way round. R2, whose point k is not certain from the sources at "
             "hand, is left out.",
    .compute = popescu_r1 },
  { .id = "popescu_r3", .title = "Popescu's R3", RICHNESS, SCALE ("ratio", RICHER, 0.2, 0.6), .inputs = "spectrum",
    .formula = "1 − F(m), m: the rank whose point (rank/V, F) lies nearest to (0, 1)",
    .source = "Popescu 2009, Word Frequency Studies, pp. 48–49, 53", .compute = popescu_r3 },
  { .id = "popescu_r4", .title = "Popescu's R4 (one less Gini's coefficient)", RICHNESS,
    SCALE ("ratio", RICHER, 0.3, 0.8), .inputs = "spectrum",
    .formula = "1 − (V + 1 − 2/N · Σ rank · frequency) / V", .source = "Popescu 2009, Word Frequency Studies, p. 57",
    .compute = popescu_r4 },
  ARC ("arc_b1", "1", RICHER, 0.9, 1, "L / L_max, L_max = √((f1 − 1)² + 1) + V − 2", arc_b1),
  ARC ("arc_b2", "2", RICHER, 0, 1, "(L − L_min) / (L_max − L_min), L_min = √((V − 1)² + (f1 − 1)²)", arc_b2),
  ARC ("arc_b3", "3", RICHER, 0.7, 1, "(V − 1) / L", arc_b3),
  ARC ("arc_b4", "4", POORER, 0, 0.3, "(f1 − 1) / L", arc_b4),
  ARC ("arc_b5", "5", RICHER, 0.4, 0.9, "types that occur once / L", arc_b5),
};

BS_MEASURE_GROUP (bs_group_ranks, rows);
