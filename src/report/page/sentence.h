/* sentence.h: what a comparison means, as sentences that claim no more than the intervals bear.
 *
 * Names in them are data: whoever asks says how text and how names are written down.
 */
#pragma once

#include "report/compare.h"

G_BEGIN_DECLS

/* How text of ours and names of others are appended. */
typedef struct {
  void (*text) (GString *out, const char *text);
  void (*name) (GString *out, const char *name);
} BsProse;

extern const BsProse bs_prose_plain; /* both as they are, for whoever makes them safe afterwards */
extern const BsProse bs_prose_html;  /* escaped, names in <bdi> */

#define BS_SENTENCE_LEVEL 0.05 /* of a corrected p, below which a difference is said to hold */
#define BS_SENTENCE_PAIRS 3    /* that are told of more */
#define BS_SENTENCE_NAMED 5    /* names or pairs that a list names; of more it says how many */

/* Two groups in one measure. Borrowed. */
typedef struct {
  BsMeasureRef            ref;
  const char             *a, *b;                 /* names */
  const BsCompareFigures *figures_a, *figures_b;
  const BsComparePair    *pair;                  /* its p is corrected after Holm … */
  guint                   n_pairs;               /* … over so many */
} BsPairSaid;

/* "A's articles are harder than B's by 1.4 grades (95 % interval 0.9 to 1.9; Cliff's δ .42 [.31, .52], medium; p = .003
 * after Holm's correction over 10 pairs)." The group that has more of what the measure measures is named first. Where
 * the interval holds 0, or there is none, or the corrected p is BS_SENTENCE_LEVEL or more, that is what is said. */
void bs_sentence_pair (GString *out, const BsProse *prose, const BsPairSaid *said);

/* Whether the pair is told as a difference: its interval of the shift leaves out 0 and its corrected p is below the
 * level. */
gboolean bs_sentence_holds (const BsComparePair *pair);

/* What a measure is, its unit and what a higher value means; and its formula, source and whom it has no value for. */
void bs_sentence_measure (GString *out, const BsProse *prose, BsMeasureRef ref);
void bs_sentence_source  (GString *out, const BsProse *prose, BsMeasureRef ref);

/* Everything that is to be said of one measure's comparison, a sentence or a few each: two groups are one pair; of more
 * the test over all, the largest differences, who cannot be told apart; who takes no part; or why nothing can be said.
 * Needs the parts LOCATION, OMNIBUS and PAIRS. Free with g_ptr_array_unref. */
GPtrArray *bs_sentences_of (const BsCompared *compared, guint measure, const BsProse *prose); /* of char * */

/* The one sentence on a measure for whoever reads no more: the largest difference that holds, or that none does;
 * nothing where there is no pair. */
void bs_sentence_finding (GString *out, const BsProse *prose, const BsCompared *compared, guint measure);

/* The pairs of a measure, those that differ most first: by |δ|, then |g|, then as they stand. Free with
 * g_ptr_array_unref. */
GPtrArray *bs_sentence_pairs (const BsCompared *compared, guint measure); /* of const BsComparePair * */

G_END_DECLS
