/* syllable-model.h: how many syllables a run of letters has, by weights learned from a pronouncing dictionary.
 *
 * Every letter either starts a syllable's vowel or does not. What speaks for and against it is the sum of the weights
 * of all short runs of letters around it, the word's beginning and end included ("_" in what follows): "ablE_ -41" says
 * that a final e after abl is silent, "mC -" that Mc has a vowel nobody writes. The sum s becomes a probability
 * 1 / (1 + exp (-s)), and the count is the probabilities' sum, rounded: Hyphenation by patterns (Liang 1983) in a
 * logistic form, fitted to counts alone (scripts/lexicon/train-syllables.c).
 *
 * Used by lexicon/syllable.c and by the training program only. */
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

/* Reads weights, one a line: letters a to z and "_", exactly one of them in upper case: the letter that the weight is
 * for; a blank; a whole number from -127 to 127. Lines that start with "#" are comments. BS_ERROR_FORMAT with the line
 * where one is otherwise, or where there come to be more than 65,535 different runs, the beginnings of runs among them.
 * The text is not kept. */
BsSyllableModel *bs_syllable_model_new  (BsSpan text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             bs_syllable_model_free (BsSyllableModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSyllableModel, bs_syllable_model_free)

/* Syllables of a word of a to z in lower case; other bytes are passed over. 0 only where no letter is heard ("sh"). */
guint            bs_syllable_model_count (const BsSyllableModel *model, BsSpan letters);

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

G_END_DECLS
