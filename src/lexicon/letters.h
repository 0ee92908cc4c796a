/* letters.h: words that are read letter by letter, and the names of the letters. All words in plain letters
 * (lexicon/plain-letters.h). */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Letters with stops between: U.S, a.m, e.g, Ph.D, B.Sc, U.S.A. A part has one letter, or two of which the first is a
 * capital and another part a single letter. */
gboolean bs_is_initialism (BsSpan plain);

/* Whether a word of two capitals or more is read letter by letter:
 *   - those on the list of initialisms are (US, WHO, OECD); those on the list of acronyms are not (AIDS, NATO);
 *   - two or three letters are, unless they spell a familiar word (THE, NOT, WAR) by Dale's list or that of function
 *     words: shouted headlines are rarer in running text than initialisms;
 *   - longer ones are where nobody could say them: no vowel, or a beginning or an end that English has not (HTML). */
gboolean bs_is_spelled (BsSpan capitals);

/* Syllables of the letters' names: w has three, others one; what is no letter has none. */
guint    bs_letters_syllables (BsSpan letters);

/* Whether a letter's name ends in a hiss, so that its plural has one syllable more: S, X, H. */
gboolean bs_letter_hisses (char letter);

G_END_DECLS
