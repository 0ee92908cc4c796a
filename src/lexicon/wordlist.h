/* wordlist.h: the lists of words that are built into the program, and which of them a word is on.
 *
 * Each list is a file of data/, one entry a line, compiled into the program; data/README.md names sources and licences.
 * All of them share one table (lexicon/word-table.h) from the folded word to the set of its lists, made once, when
 * first asked. Every function here may be called from any thread. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

typedef enum {
  BS_LIST_DALE,          /* Dale & Chall's long list of 1948 */
  BS_LIST_DALE_769,      /* Dale's short list of 1931 */
  BS_LIST_SPACHE,        /* Spache's revised list of 1974 */
  BS_LIST_FUNCTION,      /* function words */
  BS_LIST_PRONOUN,
  BS_LIST_PREPOSITION,
  BS_LIST_CONJUNCTION,
  BS_LIST_STARTER,       /* words that often start sentences */
  BS_LIST_SPEECH,        /* verbs of saying, in the forms that attribute a quotation */
  BS_LIST_GRADABLE,      /* adjectives and adverbs that take -er and -est */
  BS_LIST_GENERIC,       /* common words in the names of organizations, offices, laws and works: Senator, University */
  BS_LIST_TITLE,         /* abbreviations that a name follows */
  BS_LIST_BEFORE_NUMBER, /* abbreviations that a number follows */
  BS_LIST_ABBREVIATION,  /* other abbreviations */
  BS_LIST_ACRONYM,       /* capitals that are read as a word */
  BS_LIST_INITIALISM,    /* capitals that are read letter by letter */
  BS_N_LISTS
} BsList;

#define BS_LIST_BIT(list) (1u << (list))

/* Beside the lists' bits: some list of abbreviations has the word with a capital, and so means the capital one. */
#define BS_LIST_CAPITAL BS_LIST_BIT (BS_N_LISTS)

/* A longer word is on no list. Bytes. */
#define BS_LIST_WORD_MAX 47

/* The lists that a folded word is on, as BS_LIST_BIT()s; 0 for none. */
guint32            bs_lists_of (BsSpan folded);

/* "dale-769", the name of the list's file. */
const char        *bs_list_name (BsList list);

/* The entries as the file has them, in its order, ended by NULL; `n`, where not NULL, receives their number. Belongs to
 * the program. */
const char *const *bs_list_entries (BsList list, guint *n);

/* The text of any file of data/ that is built in, "syllables.txt". Free with g_bytes_unref. */
GBytes            *bs_lexicon_data (const char *name);

/* The bytes as a span, valid as long as they are. */
static inline BsSpan
bs_span_of_bytes (GBytes *bytes)
{
  gsize length;
  const char *start = g_bytes_get_data (bytes, &length);

  return bs_span (start, length);
}

G_END_DECLS
