/* copies.h: finds which articles of the store copy one another, and compares them word by word.
 *
 * Candidates come from the signatures in the store (store/copies.h). What is reported is counted on the texts: those
 * that are candidates are read again from the corpus, cleaned and divided as in the run, and must show the signature
 * that the store has; articles from standard input come from what the run put aside. Files that seem to be another
 * article are passed over, and read where something is still missing at the end: they may hold many. Sets are held in
 * memory until their last partner has come, at most BS_COPIES_HELD bytes of them; what has no room waits for another
 * reading.
 */
#pragma once

#include "analysis/reading.h"
#include "analysis/spool.h"
#include "source/corpus.h"
#include "store/store.h"

G_BEGIN_DECLS

#define BS_COPIES_HELD (32 * 1024 * 1024)

typedef struct {
  const char *const     *places;
  const BsSourceOptions *source;
  const BsReadOptions   *read;
  BsSpool               *spool;
  gint64                 run;      /* whose problems become those of files that could be read before (troubles.h) … */
  guint64               *problems; /* … counted here, by kind; NULL: they are not told */
  gsize                  held; /* bytes; 0: BS_COPIES_HELD */
  const volatile gint   *stop; /* other than 0: compare nothing more. What was not compared is a doubt */
} BsCopyReading;

/* Writes the tables copy_pairs and copy_doubts anew, inside the transaction of the run. Pairs that an earlier run
 * compared keep their figures; two articles with the same set of shingles need no text. */
gboolean bs_find_copies (BsStore *store, const BsCopyReading *reading, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
