/* gnuplot.h: gnuplot run as a program of its own. For report/chart alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that are left in the folder it runs in. */
#define BS_GNUPLOT_WORDS "words.txt"     /* what it wrote to its standard error */
#define BS_GNUPLOT_VERSION "version.txt" /* what it says it is */

/* The absolute path of `name`, a path or a name in PATH; NULL: "gnuplot". NULL with BS_ERROR_PROGRAM where it is not
 * there. Free with g_free. */
char *bs_gnuplot_find (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks the program which version it is. FALSE with BS_ERROR_PROGRAM where it is older than 5.4, does not say, or does
 * not answer within the seconds. */
gboolean bs_gnuplot_check (const char *program, const char *folder, guint seconds, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Runs it in the folder. BS_ERROR_PROGRAM where it fails, takes longer, or says anything on its standard error;
 * BS_ERROR_FORMAT where a script found a column missing. In every case nothing of it runs on. */
gboolean bs_gnuplot_run (char **argv, const char *folder, guint seconds, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
