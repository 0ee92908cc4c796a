/* line-runs.h: where the runs without blanks of a line stand; for line-figures.c alone. */
#pragma once

#include "base/kernel.h"

G_BEGIN_DECLS

#define BS_RUNS_BYTES 2048 /* of a line that are looked at in one go */
#define BS_RUNS_ROOM (BS_RUNS_BYTES / 2 + 128)

/* The runs of a piece of a line. Places are bytes from the line's start, numbers those of runs in the piece. */
typedef struct {
  guint32 starts[BS_RUNS_ROOM]; /* the first is that of a run which the piece before left open, where it did */
  guint32 ends[BS_RUNS_ROOM];
  guint32 odd[BS_RUNS_ROOM];    /* runs that want a look: with # { . ! ? or a character beyond ASCII, or without a letter */
  guint32 leads[BS_RUNS_ROOM];  /* places where a word starts with the first two letters of a phrase of C4 */
  guint   n_starts, n_ends, n_odd, n_leads;
  guint64 chars, letters;       /* of runs: code points; letters and figures */
  /* what is carried from piece to piece: begin with all 0 */
  guint64 in_run, in_letters;   /* top bit: of the byte before */
  gboolean rare, lettered;      /* what the open run holds so far */
} BsLineRuns;

/* Looks at the line from `at` on, BS_RUNS_BYTES at most, a multiple of which `at` is. A run that the line's end closes
 * stays open. A kernel. */
typedef void BsLineRunsFunc (const char *line, gsize length, gsize at, BsLineRuns *runs);
BS_KERNEL_DECLARE (BsLineRunsFunc, bs_line_runs);

G_END_DECLS
