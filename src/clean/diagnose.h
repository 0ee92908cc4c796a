/* diagnose.h: where an article would fail the rules by which others filter web text for language models.
 *
 * Diagnostics, no filters: nothing is left out for them. They are computed twice: "before" over all blocks of the
 * article, set aside or not, as it came; "after" over the blocks that were kept. Sources and thresholds:
 * - Gopher: Rae et al. 2021, Scaling Language Models (arXiv 2112.11446), appendix A1.1, "Quality Filtering" and
 *   "Repetition Removal" with Table A1.
 * - C4: Raffel et al. 2020, JMLR 21 (140), section 2.2. Its rules on lines become one on the article: that it has
 *   such a line, or that what is left is too little.
 * - mC4: Xue et al. 2021 (arXiv 2010.11934), section 3.1.
 * - FineWeb: Penedo et al. 2024 (arXiv 2406.17557), with the thresholds of datatrove's FineWebQualityFilter.
 * - jusText: Pomikálek 2011, Removing Boilerplate and Duplicate Content from Web Corpora, with the defaults of the
 *   program.
 * What differs from their programs:
 * - A line is a block: wrapped lines are joined before. So a paragraph is a line, and Gopher's two rules on repeated
 *   paragraphs are those on lines; line ends are one fewer than lines.
 * - A word is what blanks part; its length is in letters and digits. datatrove parts punctuation from it.
 * - Sentences of C4 are counted by marks before blanks, in the lines that C4 keeps. A quotation mark or bracket that
 *   closes may stand behind a mark that ends a line or sentence, and may be a curly one.
 * - Most frequent n-grams must occur twice.
 * - Repetition is looked for in the first BS_DIAGNOSE_MAX words and lines.
 */
#pragma once

#include "clean/clean.h"

G_BEGIN_DECLS

#define BS_DIAGNOSE_MAX (1 << 17)

/* One rule. An article fails where its value is below `least` or above `most`. */
typedef struct {
  const char *id;     /* "gopher_words_few"; also the store's */
  const char *source; /* "Gopher", "C4", … */
  const char *title;  /* what is wrong with an article that fails, for people: "fewer than 50 words" */
  const char *unit;   /* of value and threshold */
  double      least, most;
  gboolean    english; /* needs English words: articles of other languages do not fail */
} BsDiagnostic;

/* All rules in the order of reports; at most 64. */
const BsDiagnostic *bs_diagnostics (guint *n);

/* The rule of this id, its place in `*at`; NULL: none. */
const BsDiagnostic *bs_diagnostic_find (const char *id, guint *at);

/* What an article fails: bit i for the rule at i. */
typedef struct {
  guint64 before, after;
} BsDiagnosis;

/* Scratch memory, used again for the next article. */
typedef struct _BsDiagnoser BsDiagnoser;

BsDiagnoser *bs_diagnoser_new  (void);
void         bs_diagnoser_free (BsDiagnoser *diagnoser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsDiagnoser, bs_diagnoser_free)

/* Depends on the blocks and on `english` alone. An article without a word fails nothing. Cost: one pass over the
 * bytes and two looks into a table per word; for the few articles with runs of words that repeat, some thirty. */
BsDiagnosis bs_diagnose (BsDiagnoser *diagnoser, const BsCleaned *cleaned, gboolean english);

G_END_DECLS
