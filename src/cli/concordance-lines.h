/* concordance-lines.h: the lines of a concordance that are kept: all, the first, or a sample; in the order asked for. */
#pragma once

#include "analysis/concordance.h"
#include "base/random.h"

G_BEGIN_DECLS

/* Lines that can be held, and the bytes that they take. */
#define BS_LINES_HELD 1000000
#define BS_LINES_BYTES (120 * 1024 * 1024)

typedef enum { BS_LINES_AS_READ, BS_LINES_BY_LEFT, BS_LINES_BY_RIGHT, BS_LINES_BY_OUTLET } BsLinesOrder;

typedef struct {
  char *outlet, *id, *day;
  BsConcordanceLine line;
  guint64 number; /* in the order of the stream */
} BsKeptLine;

typedef struct {
  GArray *kept;    /* of BsKeptLine */
  guint64 seen;
  gsize bytes;     /* of those kept */
  guint64 first;   /* keep so many; 0: all */
  guint32 sample;  /* keep so many by chance; 0: no sample */
  BsRandom random;
  /* where lines are written as they come: called when a megabyte of them is kept, and is to write and drop them */
  gboolean (*flush) (gpointer data, GError **error);
  gpointer flush_data;
} BsLines;

/* `first` and `sample` as above. */
void     bs_lines_init  (BsLines *lines, guint64 first, guint32 sample, guint64 seed);
void     bs_lines_clear (BsLines *lines);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BsLines, bs_lines_clear)

/* Drops the lines that are kept. */
void     bs_lines_drop  (BsLines *lines);

/* Takes the lines of an article. BS_ERROR_LIMIT where there is no room. `full`: no further line is kept. */
gboolean bs_lines_add  (BsLines *lines, const BsFound *found, gboolean *full, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* By the words next to the hit, from the one at `position` (1 to 3) outwards; ties as the stream had them. */
void     bs_lines_sort (BsLines *lines, BsLinesOrder order, guint position);

G_END_DECLS
