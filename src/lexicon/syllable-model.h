/* syllable-model.h: how many syllables a run of letters has, by weights learned from a pronouncing dictionary.
 *
 * Every letter either starts a syllable's vowel or does not. What speaks for and against it is the sum of the weights
 * of all short runs of letters around it, the word's beginning and end included ("_" in what follows): "ablE_ -41" says
 * that a final e after abl is silent, "mC -" that Mc has a vowel nobody writes. The sum s becomes a probability
 * 1 / (1 + exp (-s)), and the count is the probabilities' sum, rounded: Hyphenation by patterns (Liang 1983) in a
 * logistic form, fitted to counts alone (scripts/lexicon/train-syllables.c).
 *
 * Used by lexicon/syllable.c, by what goes ahead of it (lexicon/ahead.h), and by the training program. */
#pragma once

#include "base/error.h"
#include "base/span.h"

G_BEGIN_DECLS

/* The longest run of letters around a vowel letter (a e i o u y), and around any other. */
#define BS_SYLLABLE_VOWEL_WINDOW 6
#define BS_SYLLABLE_CONSONANT_WINDOW 3

/* Letters of a word that are looked at; what comes after is counted in pieces of this length. */
#define BS_SYLLABLE_MODEL_MAX 64

/* One weight is 1/16 in the exponent above. */
#define BS_SYLLABLE_WEIGHT_UNIT 16

typedef struct _BsSyllableModel BsSyllableModel;

/* Reads weights as data/syllable-weights.txt holds them: all runs as one tree, those that begin alike on one line, each
 * after its own beginning, printable ASCII throughout.
 *
 *   - A line starts with the one or two symbols that its runs begin with, a to z or "_"; "#" starts a comment line.
 *   - A small letter steps to the run that is longer by it, a blank steps back again. A capital, or "_" at the end, is
 *     such a step to a run that none continues, and needs no blank. Blanks at the end of the line are left out.
 *   - After the symbol that completes a run stand its weights, each a mark. Marks are the 41 other characters in the
 *     order of ASCII. The first twenty stand for the twenty levels (bs_syllable_level ()) as weight of the first
 *     letter of the run, from its start or after the one that had a weight last, that may have one in a run this long
 *     (bs_syllable_window ()); the next twenty for the same levels as weight of the second such letter; the last, "~",
 *     passes over two such letters.
 *
 * So "ab4le_| y}" has three weights: 110 for the a of "ab", -110 for the e of "able_", 110 for the y of "ably".
 * BS_ERROR_FORMAT with the line and column where something else stands, and where there come to be more than 65,535
 * runs, the beginnings of runs among them. The text is not kept. */
BsSyllableModel *bs_syllable_model_new  (BsSpan text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             bs_syllable_model_free (BsSyllableModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSyllableModel, bs_syllable_model_free)

/* Number of weights. */
guint            bs_syllable_model_size (const BsSyllableModel *model);

/* Syllables of a word of a to z in lower case; other bytes are passed over. 0 only where no letter is heard ("sh"). */
guint            bs_syllable_model_count (const BsSyllableModel *model, BsSpan letters);

/* A word on its way through the model: it goes where bs_syllable_model_count() will go and counts nothing, so that what is
 * read there is in the cache by then (lexicon/ahead.h). */
typedef struct {
  const char *at, *end;
  guint16     row;
} BsSyllableWalk;

/* Of 1 to BS_SYLLABLE_MODEL_MAX small letters, which must live as long as the walk. */
void             bs_syllable_walk_begin (const BsSyllableModel *model, BsSpan letters, BsSyllableWalk *walk);

/* A letter further, for which nobody waits if some time has passed since the last step. FALSE: that was the last step. */
gboolean         bs_syllable_walk_step  (const BsSyllableModel *model, BsSyllableWalk *walk);

/* ---- What the training program shares with the model ---- */

/* What stands before and after a word, among the symbols 1 to 26 of the letters. */
#define BS_SYLLABLE_EDGE 27

/* Writes the word's symbols with an edge on either side; `symbols` has room for BS_SYLLABLE_MODEL_MAX + 2. Returns how
 * many there are, edges included. */
guint            bs_syllable_symbols (BsSpan letters, guint8 *symbols);

/* The longest window around the symbol; 0 for the edge. */
guint            bs_syllable_window (guint8 symbol);

/* The sum with no weight at all: vowel letters start out as heard, others as silent. In units. */
int              bs_syllable_bias (guint8 symbol);

/* The values that a weight can have, by number, in units: smaller before larger, the negative one of two first. */
#define BS_SYLLABLE_N_LEVELS 20
int              bs_syllable_level (guint level);

/* The character for a weight of the first (0) or second (1) letter that may have one, and for passing over both. */
char             bs_syllable_mark (guint letter, guint level);
#define BS_SYLLABLE_PASS '~'

G_END_DECLS
