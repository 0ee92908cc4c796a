/* gnuplot.h: gnuplot run as a program of its own. For report/chart alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that are left in the folder it runs in. */
#define BS_GNUPLOT_WORDS "words.txt"     /* what it wrote to its standard error */
#define BS_GNUPLOT_VERSION "version.txt" /* what it says it is */
#define BS_GNUPLOT_FONTS "fonts.conf"    /* where fonts are, and that what is found out about them stays in the folder */

/* The absolute path of `name`, a path or a name in PATH; NULL: "gnuplot". NULL with BS_ERROR_PROGRAM where it is not
 * there. Free with g_free. */
char *bs_gnuplot_find (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Has programs that run in the folder look up fonts without leaving anything outside it. BS_ERROR_IO. */
gboolean bs_gnuplot_keep_fonts (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What another program prints that is asked about fonts: run in the folder as gnuplot is, with nothing in its environment
 * by which it would do more than that, and ended when this program is. NULL where it does not start, fails, or takes
 * longer. Free with g_free. */
char *bs_gnuplot_ask (char **argv, const char *folder, guint seconds) G_GNUC_WARN_UNUSED_RESULT;

/* Asks the program which version it is. FALSE with BS_ERROR_PROGRAM where it is older than 5.4, does not say, or does
 * not answer within the seconds. */
gboolean bs_gnuplot_check (const char *program, const char *folder, guint seconds, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Runs it in the folder. BS_ERROR_PROGRAM where it fails, takes longer, or says anything on its standard error;
 * BS_ERROR_FORMAT where a script found a column missing. In every case nothing of it runs on. */
gboolean bs_gnuplot_run (char **argv, const char *folder, guint seconds, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
