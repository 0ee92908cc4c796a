/* sums.h: what articles add up to: how often each term stands in them and in how many, and their sentences by length. */
#pragma once

#include "count/tally.h"

G_BEGIN_DECLS

/* Adds up. Memory: 8 bytes a term of the highest number met. */
typedef struct _BsSums BsSums;

BsSums *bs_sums_new  (void);
void    bs_sums_free (BsSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSums, bs_sums_free)

/* Adds one article: its terms, ascending, and the words of each of its sentences. Returns its running words. */
guint64 bs_sums_add  (BsSums *sums, const BsTerm *terms, guint n_terms, const guint32 *lengths, guint n_lengths);

/* Appends the sums to `bytes`, written down for bs_sums_reader_init(), and begins anew at 0. */
void    bs_sums_take (BsSums *sums, GByteArray *bytes);

/* Reads what was written down: first all terms, ascending, then all lengths, ascending. */
typedef struct {
  const guint8 *at;
  guint64 n_terms;   /* different ones; counts down as they are read */
  guint64 n_lengths; /* the same */
  guint64 before;    /* term or length read last, and one */
} BsSumsReader;

typedef struct {
  guint32 term;
  guint64 count;     /* tokens */
  guint64 articles;  /* that hold it */
} BsTermSum;

typedef struct {
  guint32 words;
  guint64 sentences; /* of so many words */
} BsLengthSum;

void     bs_sums_reader_init (BsSumsReader *reader, const GByteArray *bytes);
/* FALSE, and nothing read, at the end. Lengths may be read when all terms are. */
gboolean bs_sums_next_term   (BsSumsReader *reader, BsTermSum *sum);
gboolean bs_sums_next_length (BsSumsReader *reader, BsLengthSum *sum);

G_END_DECLS
