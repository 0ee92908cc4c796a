/* find-line.h: the next line that begins with a byte, over many that do not. */
#pragma once

#include "base/kernel.h"
#include "base/span.h"

G_BEGIN_DECLS

typedef struct {
  gboolean found; /* a line that begins with the byte */
  gsize    start; /* of it; else of the last line, which has not begun where the text ends in \n; G_MAXSIZE: no line
                   * begins behind `from` */
  guint64  ends;  /* \n before that */
} BsFoundLine;

/* Looks at the lines that begin behind text.start[from]. */
typedef BsFoundLine BsFindLineFunc (BsSpan text, gsize from, char first);
BS_KERNEL_DECLARE (BsFindLineFunc, bs_find_line);

G_END_DECLS
