/* error.h: the one error domain of libbroadsheet and the exit statuses that follow from it.
 *
 * Three kinds of trouble, three means: a programmer's mistake is g_return_*; a bad file or option is a GError of
 * this domain; dirty text is repaired and counted, never refused.
 * A message says what is wrong, where, and what to do; it starts in lower case and names the offending value.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_ERROR (bs_error_quark ())
GQuark bs_error_quark (void);

typedef enum {
  BS_ERROR_USAGE,      /* an option, name or argument that the caller gave cannot be meant */
  BS_ERROR_IO,         /* a file cannot be opened, read or written */
  BS_ERROR_FORMAT,     /* a file is not what its name or the manifest says */
  BS_ERROR_LIMIT,      /* something goes over a named ceiling */
  BS_ERROR_STORE,      /* the store is locked, foreign, of another version, or broken */
  BS_ERROR_UNDEFINED,  /* a measure has no value for these inputs */
  BS_ERROR_PROGRAM,    /* a program that is run (gnuplot) is missing or failed */
  BS_ERROR_INTERRUPTED /* the user asked to stop */
} BsError;

G_END_DECLS
