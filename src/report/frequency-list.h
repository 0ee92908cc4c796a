/* frequency-list.h: a list of words with counts that somebody else made, to compare with. */
#pragma once

#include "base/error.h"

G_BEGIN_DECLS

typedef struct {
  double count;
  double articles; /* that hold it; NAN: the list does not say */
} BsListed;

typedef struct {
  char       *name;     /* of the file, without its folder */
  GHashTable *words;    /* of char *, folded as the words of a store, to BsListed */
  double      total;    /* running words: the sum of the counts, until somebody says otherwise */
  double      articles; /* in all; NAN: not known */
  guint64     passed_over; /* lines that hold no word and count */
} BsFrequencyList;

void bs_frequency_list_free (BsFrequencyList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsFrequencyList, bs_frequency_list_free)

/* Reads rows of values parted by tabs, commas or semicolons (source/delimited.h), compressed or not. A header row names
 * the columns word (or type, term, lemma, token, ngram), count (freq, frequency, n, tokens) and articles (docs, range,
 * documents, texts); without one they are the first three in this order. Forms that fold to the same word are added
 * up; where both were in an article cannot be known, and the greater number of articles stands. BS_ERROR_IO where the
 * file cannot be read, BS_ERROR_FORMAT where no line of it has a word and a count, BS_ERROR_LIMIT above BS_LIST_MOST
 * words. */
#define BS_LIST_MOST 20000000
BsFrequencyList *bs_frequency_list_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A set of words (char *, folded), one a line; what stands behind a tab, and lines that begin with #, are passed
 * over. BS_ERROR_IO where there is no file or it cannot be read, BS_ERROR_LIMIT where it has more than BS_WORD_SET_BYTES. */
#define BS_WORD_SET_BYTES (16 << 20)
GHashTable *bs_word_set_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
