/* gsl.h: the GNU Scientific Library as a guest: it returns its errors and aborts nothing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Turns the error handler that ends the process off, once for the whole program. To be called before the first function
 * of GSL in every file that calls one; costs one comparison. */
void bs_gsl_quiet (void);

G_END_DECLS
