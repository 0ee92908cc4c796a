/* input-names.h: the inputs of measures by name; for src/measure/ alone. */
#pragma once

#include "measure/measure.h"

G_BEGIN_DECLS

/* The counts that some measure reads, by their names in counts.h. */
#define BS_COUNT_INPUTS(X)                                                                                             \
  X (words) X (sentences) X (letters) X (blanks) X (types) X (hapaxes) X (dislegomena) X (long6) X (mini3)             \
  X (letters_squared) X (syllables) X (mono) X (twoplus) X (poly) X (hard) X (easy_ohayre) X (familiar)                \
  X (unfamiliar) X (unfamiliar_769) X (hard_unique_769) X (unfamiliar_spache) X (unfamiliar_spache_types)              \
  X (pronouns) X (preps) X (conjs) X (scrabble)

/* Inputs that only a user of `explain` gives. */
#define BS_HAND_INPUTS(X)                                                                                              \
  X (tokens, "running words")                                                                                          \
  X (asl, "words per sentence")                                                                                        \
  X (pct_unfamiliar, "unfamiliar words per 100 words")                                                                 \
  X (letters_per_100, "letters per 100 words")                                                                         \
  X (sentences_per_100, "sentences per 100 words")                                                                     \
  X (easy, "words that the formula counts as easy")                                                                    \
  X (prep_phrases, "prepositional phrases")                                                                            \
  X (mean_letters, "mean letters per word")                                                                            \
  X (var_letters, "variance of the letters per word, over all words")                                                  \
  X (unfamiliar_hj, "words off the Harris-Jacobson list for grades 1 and 2")                                           \
  X (fourplus, "words of four syllables or more")                                                                      \
  X (D, "the parameter D of vocd")

typedef enum {
#define X(name) BS_INPUT_##name,
  BS_COUNT_INPUTS (X)
#undef X
#define X(name, description) BS_INPUT_##name,
  BS_HAND_INPUTS (X)
#undef X
  BS_N_INPUTS
} BsInput;

#define BS_N_COUNT_INPUTS BS_INPUT_tokens

/* The input of this name, or BS_N_INPUTS. */
BsInput     bs_input_by_name (const char *name);
const char *bs_input_name    (BsInput input);

G_END_DECLS
