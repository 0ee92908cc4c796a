#include "report/chart.h"

#include "base/error.h"
#include "report/chart-fonts.h"
#include "report/chart-table.h"
#include "report/charts-dir.h"
#include "report/plain.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define TABLE_MAX (64 * 1024 * 1024) /* bytes */
#define SECONDS_DEFAULT 120
#define COLUMNS_DEFAULT 100
#define COLUMNS_MIN 40
#define COLUMNS_MAX 400
#define WORDS_MAX 500     /* bytes of gnuplot's complaint that are shown */
#define EXIT_BAD_TABLE 65 /* the scripts' exit status for a table without a column they need */

#define COLUMNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const BsChart charts[] = {
  { "measure", "A measure by outlet", "Box, median and whiskers of each outlet, with every article beneath.",
    COLUMNS ("outlet", "articles", "low", "q1", "median", "q3", "high"), COLUMNS ("row", "value", "width", "height") },
  { "sentence-length", "Sentence length by outlet", "How many sentences have how many words, a ridge an outlet.",
    COLUMNS ("outlet", "sentences", "median"), COLUMNS ("row", "words", "width", "percent") },
  { "zipf", "Rank and frequency by outlet",
    "How often words occur from the commonest to the rarest, a panel an outlet.", COLUMNS ("outlet", "words"),
    COLUMNS ("row", "rank", "per_million") },
  { "keyness", "Key words by outlet",
    "How many times as often as elsewhere an outlet uses its key words, with intervals.", COLUMNS ("outlet", "words"),
    COLUMNS ("row", "place", "word", "ratio", "low", "high") },
  { "content-words", "Content words by outlet", "The most frequent words that are not function words, as bars.",
    COLUMNS ("outlet", "words"), COLUMNS ("row", "place", "word", "per_million") },
  { "growth", "Growth of vocabulary by outlet",
    "How many different words so many running words hold, a panel an outlet.", COLUMNS ("outlet", "size", "types"),
    COLUMNS ("row", "words", "types") },
  { "tree", "Outlets that write alike",
    "Branches of outlets that meet early write alike, with how sure each branch is.", COLUMNS ("outlet"),
    COLUMNS ("row", "height_1", "place_2", "height_2", "height", "support") },
  { "map", "A map of how outlets write", "Outlets as points: the nearer, the more alike.", COLUMNS ("outlet"),
    COLUMNS ("row", "x", "y") },
  { "heat", "How far apart outlets write", "A cell a pair of outlets: the darker, the more alike.", COLUMNS ("outlet"),
    COLUMNS ("row", "column", "value") },
  { "trend", "A measure over time", "Medians of periods with intervals, a smooth line and changes, a panel an outlet.",
    COLUMNS ("outlet", "articles"), COLUMNS ("row", "time", "median", "low", "high", "lowess", "change") },
};

const BsChart *
bs_charts (guint *n)
{
  *n = G_N_ELEMENTS (charts);
  return charts;
}

const BsChart *
bs_chart_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_str_equal (charts[i].name, name))
      return &charts[i];
  return NULL;
}

/* The script's absolute path: one that begins with "/" is never taken by gnuplot for a command or a pipe. */
static char *
find_script (const BsChart *chart, const BsChartOptions *options, GError **error)
{
  const char *dir = options->scripts_dir ? options->scripts_dir : BS_CHARTS_DIR;
  g_autofree char *absolute = g_canonicalize_filename (dir, NULL);
  g_autofree char *file = g_strconcat (chart->name, ".gp", NULL);
  g_autofree char *script = g_build_filename (absolute, file, NULL);

  if (g_file_test (script, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&script);
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "the script of the chart \"%s\" is not at %s", chart->name, script);
  return NULL;
}

static char *
find_program (const BsChartOptions *options, GError **error)
{
  const char *program = options->program ? options->program : "gnuplot";
  g_autofree char *path = g_find_program_in_path (program);

  if (path)
    return g_canonicalize_filename (path, NULL);
  g_set_error (
      error, BS_ERROR, BS_ERROR_PROGRAM,
      "the program \"%s\", which draws the charts, is not here: install it (on Debian, the package gnuplot-nox)",
      program);
  return NULL;
}

static char *
read_table (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;
  GStatBuf status;
  gsize length;

  if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s is not a file", path);
      return NULL;
    }
  if (g_stat (path, &status) == 0 && status.st_size > TABLE_MAX)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_LIMIT, "%s is larger than the 64 MiB that a chart's table may have", path);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, &failure))
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_IO, failure->message);
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "%s is not a chart's table: it holds bytes that are not UTF-8",
                   path);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* The table as gnuplot will see it: what no font can draw is taken out where that matters, and a note says so. */
static gboolean
copy_table (const char *data_path, const char *copy_path, gboolean needs_fonts, GError **error)
{
  g_autofree char *text = read_table (data_path, error);
  g_autoptr (GError) failure = NULL;
  gsize replaced = 0;

  if (!text)
    return FALSE;
  if (needs_fonts)
    {
      char *drawable = bs_chart_fonts_drawable (text, &replaced);

      g_free (text);
      text = drawable;
    }
  if (replaced > 0)
    {
      char *noted = g_strdup_printf ("# note\tNo font on this machine has %" G_GSIZE_FORMAT
                                     " of the characters: a box stands for each.\n%s",
                                     replaced, text);

      g_free (text);
      text = noted;
    }
  if (g_file_set_contents (copy_path, text, -1, &failure))
    return TRUE;
  g_set_error_literal (error, BS_ERROR, BS_ERROR_IO, failure->message);
  return FALSE;
}

static GSubprocess *
start (char **argv, const char *folder, const char *words_path, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_auto (GStrv) environment = g_get_environ ();
  g_auto (GStrv) names = g_listenv ();

  for (guint i = 0; names[i]; i++)
    if (g_str_has_prefix (names[i], "GNU") || g_str_has_prefix (names[i], "FIT_") || g_str_has_prefix (names[i], "LC_")
        || g_str_has_prefix (names[i], "LANG"))
      environment = g_environ_unsetenv (environment, names[i]);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_set_stderr_file_path (launcher, words_path);
  return g_subprocess_launcher_spawnv (launcher, (const char *const *)argv, error);
}

static gboolean
too_long (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  *(gboolean *)data = TRUE;
}

/* TRUE if it ended by itself within the time. In both cases nothing of it runs on. */
static gboolean
wait_for (GSubprocess *process, guint seconds)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) timer = g_timeout_source_new_seconds (seconds);
  gboolean is_over = FALSE, is_late = FALSE;

  g_main_context_push_thread_default (context);
  g_source_set_callback (timer, too_long, &is_late, NULL);
  g_source_attach (timer, context);
  g_subprocess_wait_async (process, NULL, ended, &is_over);
  while (!is_over && !is_late)
    g_main_context_iteration (context, TRUE);
  if (!is_over)
    g_subprocess_force_exit (process);
  while (!is_over)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (timer);
  g_main_context_pop_thread_default (context);
  return !is_late;
}

/* What gnuplot wrote to its standard error, on one line and safe to show; "" if nothing. */
static char *
read_words (const char *path)
{
  g_autofree char *raw = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) words = NULL;
  GString *line = g_string_new (NULL);
  g_autofree char *joined = NULL;

  if (!g_file_get_contents (path, &raw, NULL, NULL))
    return g_string_free (line, FALSE);
  if (strlen (raw) > WORDS_MAX)
    raw[WORDS_MAX] = '\0';
  valid = g_utf8_make_valid (raw, -1);
  words = g_strsplit_set (valid, " \t\r\n", -1);
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  joined = g_string_free (line, FALSE);
  return bs_plain_text (joined, TRUE);
}

static gboolean
run (char **argv, const char *folder, guint seconds, GError **error)
{
  g_autofree char *words_path = g_build_filename (folder, "words.txt", NULL);
  g_autofree char *words = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GSubprocess) process = start (argv, folder, words_path, &failure);
  gboolean is_table;

  if (!process)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot does not start: %s", failure->message);
      return FALSE;
    }
  if (!wait_for (process, seconds))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot was ended: it drew for more than %u seconds", seconds);
      return FALSE;
    }
  words = read_words (words_path);
  if (g_subprocess_get_successful (process) && !*words)
    return TRUE;
  is_table = g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == EXIT_BAD_TABLE;
  g_set_error (error, BS_ERROR, is_table ? BS_ERROR_FORMAT : BS_ERROR_PROGRAM, "gnuplot did not draw the chart: %s",
               *words ? words : "it failed without a word");
  return FALSE;
}

static void
remove_folder (char *folder)
{
  static const char *const files[] = { "table.tsv", "words.txt", "chart.png", "chart.svg", "chart.pdf", "chart.txt" };

  if (!folder)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

typedef char PrivateFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrivateFolder, remove_folder)

/* gnuplot begins a page of text with a form feed and fills its lines up with blanks. */
static char *
tidy_text (const char *page, gsize *length)
{
  g_auto (GStrv) lines = g_strsplit (*page == '\f' ? page + 1 : page, "\n", -1);
  char *text;

  for (guint i = 0; lines[i]; i++)
    g_strchomp (lines[i]);
  text = g_strjoinv ("\n", lines);
  *length = strlen (text);
  return text;
}

/* The bytes of the picture; `ending` is one of .png .svg .pdf .txt. */
static char *
draw (const BsChart *chart, const BsChartOptions *options, const char *data_path, const char *ending, gsize *length,
      GError **error)
{
  guint columns = options->columns ? options->columns : COLUMNS_DEFAULT;
  g_autofree char *script = NULL;
  g_autofree char *program = NULL;
  g_autoptr (PrivateFolder) folder = NULL;
  g_autofree char *table = NULL;
  g_autofree char *file = g_strconcat ("chart", ending, NULL);
  g_autofree char *output = NULL;
  g_autofree char *settings = NULL;
  g_autofree char *picture = NULL;
  g_autoptr (GError) failure = NULL;

  if (columns < COLUMNS_MIN || columns > COLUMNS_MAX)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "a chart cannot be %u characters wide: from %d to %d", columns,
                   COLUMNS_MIN, COLUMNS_MAX);
      return NULL;
    }
  if (!(script = find_script (chart, options, error)) || !(program = find_program (options, error)))
    return NULL;
  if (!(folder = g_dir_make_tmp ("broadsheet-chart-XXXXXX", &failure)))
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_IO, failure->message);
      return NULL;
    }
  table = g_build_filename (folder, "table.tsv", NULL);
  output = g_build_filename (folder, file, NULL);
  if (!copy_table (data_path, table, g_str_equal (ending, ".png") || g_str_equal (ending, ".pdf"), error))
    return NULL;

  settings = g_strdup_printf ("mode = '%s'; text_columns = %u", options->dark ? "dark" : "light", columns);
  if (!run ((char *[]){ program, "-d", "-e", settings, "-c", script, "table.tsv", file, NULL }, folder,
            options->seconds ? options->seconds : SECONDS_DEFAULT, error))
    return NULL;
  if (!g_file_get_contents (output, &picture, length, &failure) || *length == 0)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot left no picture: %s",
                   failure ? failure->message : "the file is empty");
      return NULL;
    }
  return g_str_equal (ending, ".txt") ? tidy_text (picture, length) : g_steal_pointer (&picture);
}

static const char *
ending_of (const char *path)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf", ".txt" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      return endings[i];
  return NULL;
}

gboolean
bs_chart_draw (const BsChart *chart, const BsChartOptions *options, const char *data_path, const char *output_path,
               GError **error)
{
  static const BsChartOptions defaults = { 0 };
  const char *ending = ending_of (output_path);
  g_autofree char *picture = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length = 0;

  g_return_val_if_fail (chart && data_path, FALSE);
  if (!ending)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s does not end in .png, .svg, .pdf or .txt", output_path);
      return FALSE;
    }
  if (g_file_test (output_path, G_FILE_TEST_EXISTS) && !g_file_test (output_path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s is there and is not a file", output_path);
      return FALSE;
    }
  picture = draw (chart, options ? options : &defaults, data_path, ending, &length, error);
  if (!picture)
    return FALSE;
  if (g_file_set_contents_full (output_path, picture, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &failure))
    return TRUE;
  g_set_error_literal (error, BS_ERROR, BS_ERROR_IO, failure->message);
  return FALSE;
}

char *
bs_chart_draw_text (const BsChart *chart, const BsChartOptions *options, const char *data_path, GError **error)
{
  static const BsChartOptions defaults = { 0 };
  gsize length = 0;

  g_return_val_if_fail (chart && data_path, NULL);
  return draw (chart, options ? options : &defaults, data_path, ".txt", &length, error);
}
