/* lexicon.h: what is known of an English word before any text. Everything here depends on the word alone, is asked once
 * per spelling, and is safe to ask from any thread after bs_lexicon_init(). */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* How a token is written. A word without cased letters is lower. "I" and other single capitals are CAPITAL. Capitals
 * after a hyphen or an apostrophe leave a word CAPITAL (Smith-Jones, O'Brien); a possessive 's does not count (BBC's is
 * UPPER). */
typedef enum { BS_SHAPE_LOWER, BS_SHAPE_CAPITAL, BS_SHAPE_UPPER, BS_SHAPE_MIXED } BsShape;

/* How many syllables a number (BS_WORD_NUMBER) has. Roman numerals, words with figures in them (B-52, 20-year-old) and
 * units (100km) are no numbers and are always read aloud. */
typedef enum {
  BS_NUMBERS_SPOKEN, /* as it is read aloud: "1984" has five (lexicon/spoken-number.h) */
  BS_NUMBERS_ONE     /* one, as most other programs count */
} BsNumbers;

/* "spoken", "one". */
const char *bs_numbers_name (BsNumbers numbers);

/* FALSE where the name is neither. */
gboolean    bs_numbers_from_name (const char *name, BsNumbers *numbers);

/* Facts of a word as flags. */
typedef enum {
  BS_WORD_NUMBER        = 1 << 0,  /* digits with what may stand between and around them: 3.5, 10,000, 1990s, 3rd, 9/11,
                                    * 5bn (lexicon/spoken-number.h) */
  BS_WORD_FUNCTION      = 1 << 1,  /* function word (the list of stop words) */
  BS_WORD_PRONOUN       = 1 << 2,
  BS_WORD_PREPOSITION   = 1 << 3,
  BS_WORD_CONJUNCTION   = 1 << 4,
  BS_WORD_DALE          = 1 << 5,  /* on the long Dale list (3,000), or known by its rules (lexicon/familiar.h) */
  BS_WORD_DALE_769      = 1 << 6,  /* on Dale's list of 769, likewise with these rules */
  BS_WORD_SPACHE        = 1 << 7,  /* on Spache's revised list, with his rules of inflection */
  BS_WORD_OHAYRE_OFF    = 1 << 8,  /* the, is, are, was, were */
  BS_WORD_FOG_EXEMPT    = 1 << 9,  /* three syllables or more, but not hard to Gunning whatever stands around it: a
                                    * compound of easy words (hyphenated or not), a verb made three by -ed, -es, -ing
                                    * (lexicon/fog.h); and, ours, a number or what is read letter by letter */
  BS_WORD_ABBREVIATION  = 1 << 10, /* listed as written with a stop that does not end a sentence by itself; every title
                                    * and what goes before a number is one too. By spelling: "Mass", not "mass" */
  BS_WORD_TITLE         = 1 << 11, /* an abbreviation that a name follows: Mr, Dr, Gov, Sen, St */
  BS_WORD_BEFORE_NUMBER = 1 << 12, /* an abbreviation that a number follows: No, pp, Fig, Art, Jan */
  BS_WORD_INITIAL       = 1 << 13, /* one letter */
  BS_WORD_INITIALISM    = 1 << 14, /* letters with stops between: U.S, a.m, Ph.D, e.g (the last an abbreviation too) */
  BS_WORD_STARTER       = 1 << 15, /* often starts a sentence and seldom follows an abbreviation: the, he, but */
  BS_WORD_ADDRESS       = 1 << 16, /* a URL, an e-mail address, a handle */
  BS_WORD_SPEECH        = 1 << 17, /* says that somebody says something: said, asked, wrote */
  BS_WORD_CLOCK         = 1 << 18, /* a number that is a time of day or a date: 11:21, 9/11/2001 */
  BS_WORD_GENERIC       = 1 << 19, /* names no person or place, though written large: the common word in the name of an
                                    * organization, an office, a law or a work (Senator, University), or an
                                    * abbreviation in capitals (BBC, MPs, Y.M.C.A.), but not initials (J.F. Kennedy) */
  BS_WORD_UNCOMMON      = 1 << 20  /* written large, on no list, and without an ending of common words: before a name it
                                    * is part of it (Abraham Lincoln) */
} BsWordFlag;

/* What a user may decide about words. All zero: what broadsheet does by itself. */
typedef struct {
  BsNumbers numbers;
} BsLexiconOptions;

/* What is known of one spelling of a word. */
typedef struct {
  guint32 flags;     /* of BsWordFlag */
  guint16 letters;   /* letters and digits, as code points */
  guint16 scrabble;  /* points */
  guint8  syllables; /* 1 or more for every word; 255 stands for more */
  guint8  shape;     /* BsShape */
  gint8   ends;      /* how much the word in front of a gap without a mark speaks for a sentence's end there, learned */
  gint8   starts;    /* how much the word behind one does; both in the units of segment/sentence-model.h */
} BsWordFacts;

/* Loads the lists that are built into the program. Called by whatever asks; costs a few milliseconds once. */
void bs_lexicon_init (void);

/* Works out the facts of a word. `spelling` is as written (UTF-8, no stop at its end unless inside the word, curly
 * apostrophes as they are); `folded` is its type: NFC, case-folded, apostrophes straight. Both non-empty.
 * Capitals that are read letter by letter (US, WHO, IT) and acronyms (AIDS), with or without 's, are not the words that
 * they spell and have none of their flags; familiar of them are those of bs_familiar_letters().
 * A word's sound and form are those of its first 512 bytes; letters and points go no higher than 65,535.
 * `options` NULL: all zero. */
void bs_lexicon_describe (BsSpan spelling, BsSpan folded, const BsLexiconOptions *options, BsWordFacts *facts);

/* How a spelling is written. */
BsShape bs_shape_of (BsSpan spelling);

/* The sources of the built-in lists and how many entries each has, "cmudict 2024-12-17 …; entries dale:2942 …", for the
 * run's record. Belongs to the program. */
const char *bs_lexicon_version (void);

G_END_DECLS
