/* export-lines.h: the lines of an export, and what those of its heads look like. */
#pragma once

#include "base/arena.h"

G_BEGIN_DECLS

/* What is left of some bytes to be cut into lines. */
typedef struct {
  BsSpan rest;
} BsLines;

/* The next line without its end and the blanks at its end; with those at its start. FALSE: there is none. */
gboolean bs_lines_next (BsLines *lines, BsSpan *line);

/* Without white space, form feeds and no-break spaces at both ends. */
BsSpan   bs_export_trim (BsSpan span);

/* Bytes of a block of lines as one line of valid UTF-8 (windows-1252 where they are none), runs of blanks made one, in
 * the arena; NULL where nothing is left. */
const char *bs_export_string (BsSpan span, BsArena *arena);

/* The same for who wrote an article, without "By" before it. */
const char *bs_export_byline (BsSpan span, BsArena *arena);

/* Whether a line begins so, in any ASCII case. */
gboolean bs_export_starts (BsSpan line, const char *start);

/* Whether a trimmed line is one of the names in `list`, in any ASCII case. */
gboolean bs_export_is_one_of (BsSpan line, const char *const *list, gsize n_list);

/* Whether a trimmed line says a day, with its month in words ("January 11, 2010 Monday"). */
gboolean bs_export_is_date (BsSpan line);

/* Whether a line holds a number that could be a year, for days in languages that bs_day_of_date() does not know. */
gboolean bs_export_has_year (BsSpan line);

/* Whether a trimmed line says how many words there are, and nothing else ("1,234 words"); *number its figures. */
gboolean bs_export_is_length (BsSpan line, BsSpan *number);

/* Whether a trimmed line begins like a notice of copyright: "Copyright", "©" (in UTF-8 or windows-1252), "(c)". */
gboolean bs_export_is_copyright (BsSpan line);

G_END_DECLS
