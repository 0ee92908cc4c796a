/* parting.h: the next line of a stream that parts its articles, for inputs of many articles. */
#pragma once

#include "source/byte-stream.h"

G_BEGIN_DECLS

/* Whether a line, without its \n, parts articles; the last line of the data comes without having had one. */
typedef gboolean (*BsIsSeparator) (BsSpan line, gpointer data);

typedef struct {
  gsize    text;     /* bytes before the separator line */
  gsize    line;     /* bytes of the separator line with its end; 0 where the data end first */
  guint64  lines;    /* line ends in the text, with what was dropped */
  gboolean too_long; /* the text has more than `most` bytes; its start may have been passed over */
  guint64  dropped;  /* bytes of it that were */
} BsSection;

/* Where lines that part begin with any byte. */
#define BS_PARTING_ANY (-1)

/* Goes to the next separator line; text and line are at hand in the window then, and stay to be skipped. Only lines that
 * begin with the byte `first` are asked about; all others cost nothing. A line of more than `most` bytes parts nothing.
 */
BsSection bs_parting_find (BsByteStream *stream, guint64 most, int first, BsIsSeparator is_separator, gpointer data);

G_END_DECLS
