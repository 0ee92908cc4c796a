/* familiar.h: the words that readability lists know, by the lists and by their authors' rules of inflection.
 *
 * Long list, after Dale & Chall, A Formula for Predicting Readability: Instructions, Educational Research Bulletin 27
 * (1948), pp. 37-54. Known, where the plain form is on the list:
 *   plurals and possessives in -s, -es, -ies (from y), -'s, -s'              boys, churches, armies, boy's
 *   verbs in -s, -es, -ies, -ing, -ed, -ied; with a dropped e or ie or a     asks, carried, dropping, hoped, lying
 *     doubled consonant
 *   past participles in -n                                                   known, shown, given
 *   comparatives and superlatives in -er, -est, -r, -st, -ier, -iest, or     longer, bravest, prettier, redder
 *     with a doubled consonant, of adjectives
 *   adverbs in -ly                                                           soundly
 *   hyphenated words all parts of which are known                            good-looking
 *   numbers in figures                                                       1947, 18
 *   abbreviations of words that are on the list, and a.m., p.m., U.S.        Nov., Dr.
 * Unknown, unless they are listed themselves: irregular plurals and verb forms (oxen), nouns in -er (burner),
 * adjectives in -y and words in -en (leafy, sharpen), -tion, -ment and every other suffix, two endings at once
 * (clippings), adverbs that need more than -ly (easily), words joined without a hyphen (airbag), other abbreviations
 * (Y.M.C.A.).
 * Names of persons and places are known. The rule is quoted for these alone, so other names, of organizations, laws,
 * documents and works, are judged word by word. The caller finds names, since only the text tells them apart
 * (count/tally.h); which words name no person or place is said here (BS_LIST_GENERIC). Every occurrence counts, however
 * often a name comes back.
 * The list spells as Americans do; "colour" is unknown.
 * Parts of speech are not known here. So -er and -est need the list of gradable words; -n needs one of a few verbs; any
 * other ending is taken with any word of the list, but for verbs' endings on pronouns (no "shed" from "she").
 * The rules are given in our words, and the instructions of 1948 were not at hand to compare; of their examples those
 * above are generally quoted. Contractions are ours: known where the word before the apostrophe is ("who've"). Ours,
 * too: other places than the United States that are written in capital letters (UK) are known.
 *
 * Chall & Dale 1995 (p. 16, as quoted) take with every word -'s, -s, -es, -ies, -d, -ed, -ied, -ing, -r, -er, -est,
 * -ier, -iest; their list of words is another than that of 1948 and not at hand, and the measures of 1995 have the
 * words and the rules of 1948. Of three samples that the book counts, with 3, 35 and 37 unknown words, we have 2, 35
 * and 42.
 *
 * Short list of 769 (Lorge 1944, 1948; Spache 1953): the same rules. That is ours: Lorge's own wording was not at hand,
 * and Spache's rules of 1953 are narrower.
 *
 * Spache's revised list (Good Reading for Poor Readers, 1974): plurals and possessives, verbs in -s, -es, -ing, -ed,
 * letters of the alphabet (listed), and numbers are known; comparatives and adverbs are not. The book itself was not at
 * hand: the rules are as secondary descriptions give them, which have first names known; first names are not told from
 * others here, so all names of persons and places are. Hyphens and contractions are treated as above.
 */
#pragma once

#include "lexicon/wordlist.h"

G_BEGIN_DECLS

/* Which of the three lists know the word, directly or by rule: BS_LIST_BIT()s of BS_LIST_DALE, BS_LIST_DALE_769 and
 * BS_LIST_SPACHE; and, unless all three do, BS_LIST_GENERIC for a word of that list, its plural or possessive. The word
 * is in lower case and plain letters (lexicon/plain-letters.h), without a final stop. */
guint32 bs_familiar_lists (BsSpan word);

/* Which of the three lists know letters that are read one by one, with stops between or without ("u.s", "uk", "p.m"):
 * all know the names of places and a.m. and p.m., none any other. In lower case, without a final stop. */
guint32 bs_familiar_letters (BsSpan letters);

G_END_DECLS
