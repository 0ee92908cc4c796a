#define _GNU_SOURCE /* memmem */
#include "report/chart/chart.h"

#include "base/error.h"
#include "base/temporary.h"
#include "report/chart/fonts.h"
#include "report/chart/gnuplot.h"
#include "report/chart/pending.h"
#include "report/chart/slim.h"
#include "report/chart/table.h"
#include "report/charts-dir.h"

#include <glib/gstdio.h>
#include <string.h>

#define TABLE_MAX (64 * 1024 * 1024) /* bytes */
#define SECONDS_DEFAULT 120
#define COLUMNS_DEFAULT 100
#define COLUMNS_MIN 40
#define COLUMNS_MAX 400

#define COLUMNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const BsChart charts[] = {
  { "measure", "A measure by outlet", "Box, median and whiskers of each outlet, with every article beneath.",
    COLUMNS ("outlet", "articles", "low", "q1", "median", "q3", "high"), COLUMNS ("row", "value", "width", "height"),
    "Each dot is one article; pale bars, where there are many, say how the articles are spread." },
  { "ecdf", "Cumulative shares by outlet", "Which share of an outlet's articles lies at or under each value of a measure.",
    COLUMNS ("outlet", "articles", "median"), COLUMNS ("row", "value", "percent"),
    "Dotted: the median; grey: the other outlets." },
  { "sentence-length", "Sentence length by outlet", "How many sentences have how many words, a ridge an outlet.",
    COLUMNS ("outlet", "sentences", "median"), COLUMNS ("row", "words", "width", "percent"),
    "Higher: more of the outlet's sentences; the same scale in every row." },
  { "zipf", "Rank and frequency by outlet",
    "How often words occur from the commonest to the rarest, with the fitted law, a panel an outlet.",
    COLUMNS ("outlet", "words", "a", "b"), COLUMNS ("row", "rank", "per_million", "fitted"),
    "Both axes are logarithmic; grey: the other outlets; dashed: the fitted law." },
  { "keyness", "Key words by outlet",
    "How many times as often as elsewhere an outlet uses its key words, or how many times less, with intervals.",
    COLUMNS ("outlet", "words"), COLUMNS ("row", "place", "word", "ratio", "low", "high") },
  { "content-words", "Content words by outlet", "The most frequent words that are not function words, as bars.",
    COLUMNS ("outlet", "words"), COLUMNS ("row", "place", "word", "per_million"),
    "The number at a bar: per million words; the same scale in every panel." },
  { "growth", "Growth of vocabulary by outlet",
    "How many different words so many running words hold, with the fitted law, a panel an outlet.",
    COLUMNS ("outlet", "size", "types", "k", "beta"), COLUMNS ("row", "words", "types"),
    "Both axes are logarithmic; grey: the other outlets; dashed: the fitted law." },
  { "tree", "Outlets that write alike",
    "Branches of outlets that meet early write alike, with how sure each branch is.", COLUMNS ("outlet"),
    COLUMNS ("row", "height_1", "place_2", "height_2", "height", "support"),
    "The number at a branch: its support in percent, bold from 70 on." },
  { "map", "A map of how outlets write", "Outlets as points: the nearer, the more alike.", COLUMNS ("outlet"),
    COLUMNS ("row", "x", "y"),
    "A step is as long both ways; which way round an axis goes means nothing." },
  { "heat", "How far apart outlets write", "A cell a pair of outlets: the darker, the more alike.", COLUMNS ("outlet"),
    COLUMNS ("row", "column", "value"),
    "Darker: more alike." },
  { "trend", "A measure over time", "Medians of periods with intervals, a smooth line and changes, a panel an outlet.",
    COLUMNS ("outlet", "articles"), COLUMNS ("row", "time", "median", "low", "high", "lowess", "change"),
    "Dots: medians; pale bars: their 95 % intervals; line: LOWESS through the articles; dashed: the level changes." },
  { "years", "A measure over time, and its spread",
    "Boxes and medians of the articles of periods, a panel an outlet, the others in grey behind.",
    COLUMNS ("outlet", "articles"), COLUMNS ("row", "period", "time", "articles", "median", "q1", "q3") },
  { "set-aside", "What was set aside by outlet", "The share of each outlet that was not counted, by reason.",
    COLUMNS ("outlet", "articles", "percent"), COLUMNS ("row", "place", "reason", "start", "percent") },
  { "copies", "Who carries whose copies", "A cell a pair of outlets: how many articles of one the other copies.",
    COLUMNS ("outlet", "articles", "copies", "carried"), COLUMNS ("row", "column", "copies", "percent") },
  { "fry", "Fry's readability graph", "Syllables and sentences per 100 words, with the areas of school grades.",
    COLUMNS ("outlet", "articles", "grade", "syllables", "sentences", "place", "syllables_low", "syllables_high",
             "place_low", "place_high"),
    COLUMNS ("row", "part", "syllables", "place", "syllables_end", "place_end", "value") },
  { "forest", "How far outlets lie apart", "Differences of a measure with intervals and effect sizes, a row a pair.",
    COLUMNS ("outlet", "articles"),
    COLUMNS ("row", "column", "shift", "shift_low", "shift_high", "delta", "delta_low", "delta_high", "rank") },
  { "profile", "Outlets by measure", "Medians, a cell an outlet and measure, coloured by how far from the middle.",
    COLUMNS ("outlet", "articles"),
    COLUMNS ("row", "column", "measure", "direction", "median", "printed", "distance"), .several = TRUE },
  { "correlation", "Which measures go together", "Rank correlations of measures over articles, a cell a pair.",
    COLUMNS ("measure", "articles"), COLUMNS ("row", "column", "rho", "articles"), .several = TRUE },
  { "barcode", "Where a word stands", "A strip an outlet, a tick a hit of a word (--word).",
    COLUMNS ("outlet", "hits", "per_million"), COLUMNS ("row", "at", "shade"),
    "Darker: more hits in one place. Every strip is as long, whatever the outlet's number of words." },
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

static const char *const size_names[BS_CHART_N_SIZES] = { "page", "slide", "column" };

gboolean
bs_chart_size_from_name (const char *name, BsChartSize *size, GError **error)
{
  for (guint i = 0; i < BS_CHART_N_SIZES; i++)
    if (g_str_equal (size_names[i], name))
      {
        *size = (BsChartSize) i;
        return TRUE;
      }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "a chart is for a page, slide or column, not for “%s”", name);
  return FALSE;
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
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: the script of the chart “%s” is not there", script, chart->name);
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
copy_table (const char *table, const char *folder, gboolean needs_fonts, GError **error)
{
  g_autofree char *copy_path = g_build_filename (folder, "table.tsv", NULL);
  g_autofree char *text = g_strdup (table);
  g_auto (BsPending) pending = { 0 };
  gsize replaced = 0;

  if (needs_fonts)
    {
      char *drawable = bs_chart_fonts_drawable (text, folder, &replaced);

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
  return bs_pending_write (&pending, copy_path, text, strlen (text), error) && bs_pending_place (&pending, error);
}

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

/* The time at which a PDF says it was made is made the same for all: the same table gives the same bytes. cairo from 1.18
 * on packs it, where it stays. */
static void
forget_time (char *pdf, gsize length)
{
  static const char key[] = "/CreationDate (D:", never[] = "19700101000000";
  char *at = memmem (pdf, length, key, strlen (key));

  if (at && (gsize) (pdf + length - at) > strlen (key) + strlen (never))
    memcpy (at + strlen (key), never, strlen (never));
}

/* gnuplot says nothing where it cannot write all of a picture, as on a full disk: so its end is looked for. */
static gboolean
read_picture (const char *path, char **picture, gsize *length, GError **error)
{
  static const struct {
    const char *ending, *last;
    gsize       within; /* bytes of the end */
  } ends[] = { { ".svg", "</svg>", 16 }, { ".png", "IEND\xae\x42\x60\x82", 8 },
               { ".pdf", "%%EOF", 16 },  { ".txt", "\n", 1 } };
  g_autoptr (GError) failure = NULL;
  const char *is_whole = NULL;

  if (!g_file_get_contents (path, picture, length, &failure) || *length == 0)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot left no picture: %s",
                   failure ? failure->message : "the file is empty");
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (path, ends[i].ending))
      {
        gsize within = MIN (ends[i].within, *length);

        is_whole = memmem (*picture + *length - within, within, ends[i].last, strlen (ends[i].last));
      }
  if (!is_whole)
    g_set_error (error, BS_ERROR, BS_ERROR_IO,
                 "gnuplot could not write the whole picture: is there room in the folder for temporary files, %s?",
                 g_get_tmp_dir ());
  return is_whole != NULL;
}

/* The bytes of the picture of a table's text; `ending` is one of .png .svg .pdf .txt. */
static char *
draw (const BsChart *chart, const BsChartOptions *options, const char *data, const char *ending, gsize *length,
      GError **error)
{
  guint columns = options->columns ? options->columns : COLUMNS_DEFAULT;
  guint seconds = options->seconds ? options->seconds : SECONDS_DEFAULT;
  g_autofree char *script = NULL;
  g_autofree char *program = NULL;
  g_autoptr (BsTemporaryFolder) folder = NULL;
  g_autofree char *file = g_strconcat ("chart", ending, NULL);
  g_autofree char *output = NULL;
  g_autofree char *settings = NULL;
  g_autofree char *picture = NULL;

  if (columns < COLUMNS_MIN || columns > COLUMNS_MAX)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "a chart cannot be %u characters wide: from %d to %d", columns,
                   COLUMNS_MIN, COLUMNS_MAX);
      return NULL;
    }
  if (!(script = find_script (chart, options, error)) || !(program = bs_gnuplot_find (options->program, error)))
    return NULL;
  if (!(folder = bs_temporary_folder (error)))
    return NULL;
  output = g_build_filename (folder, file, NULL);
  if (!bs_gnuplot_keep_fonts (folder, error)
      || !copy_table (data, folder, g_str_equal (ending, ".png") || g_str_equal (ending, ".pdf"), error)
      || !bs_gnuplot_check (program, folder, seconds, error))
    return NULL;

  settings = g_strdup_printf ("mode = '%s'; size = '%s'; text_columns = %u", options->dark ? "dark" : "light",
                              size_names[options->size], columns);
  if (!bs_gnuplot_run ((char *[]){ program, "-d", "-e", settings, "-c", script, "table.tsv", file, NULL }, folder,
                       seconds, error))
    return NULL;
  if (!read_picture (output, &picture, length, error))
    return NULL;
  if (g_str_equal (ending, ".svg"))
    return bs_svg_slim (picture, length);
  if (g_str_equal (ending, ".pdf"))
    forget_time (picture, *length);
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
bs_chart_check_output (const char *path, GError **error)
{
  GStatBuf there;

  if (!ending_of (path))
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s does not end in .png, .svg, .pdf or .txt", path);
  else if (g_stat (path, &there) == 0 && !S_ISREG (there.st_mode))
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: it is there and is not a file", path);
  else
    return TRUE;
  return FALSE;
}

char *
bs_chart_caption_path (const char *output_path)
{
  const char *ending = ending_of (output_path);
  g_autofree char *stem = g_strndup (output_path, strlen (output_path) - (ending ? strlen (ending) : 0));

  return g_strconcat (stem, ".caption.txt", NULL);
}

/* Both files are written beside their places before the first takes its own. */
static gboolean
leave_files (const char *output_path, const char *picture, gsize length, const char *caption, GError **error)
{
  g_autofree char *caption_path = bs_chart_caption_path (output_path);
  g_auto (BsPending) drawn = { 0 };
  g_auto (BsPending) told = { 0 };

  return bs_pending_write (&drawn, output_path, picture, length, error)
         && (!caption || bs_pending_write (&told, caption_path, caption, strlen (caption), error))
         && (!caption || bs_pending_place (&told, error)) && bs_pending_place (&drawn, error);
}

gboolean
bs_chart_draw (const BsChart *chart, const BsChartOptions *options, const char *data_path, const char *output_path,
               GError **error)
{
  static const BsChartOptions defaults = { 0 };
  g_autofree char *data = NULL;
  g_autofree char *picture = NULL;
  gsize length = 0;

  g_return_val_if_fail (chart && data_path, FALSE);
  if (!options)
    options = &defaults;
  if (!bs_chart_check_output (output_path, error))
    return FALSE;
  data = read_table (data_path, error);
  picture = data ? draw (chart, options, data, ending_of (output_path), &length, error) : NULL;
  return picture && leave_files (output_path, picture, length, options->caption, error);
}

char *
bs_chart_draw_text (const BsChart *chart, const BsChartOptions *options, const char *data_path, GError **error)
{
  static const BsChartOptions defaults = { 0 };
  g_autofree char *data = NULL;
  gsize length = 0;

  g_return_val_if_fail (chart && data_path, NULL);
  data = read_table (data_path, error);
  return data ? draw (chart, options ? options : &defaults, data, ".txt", &length, error) : NULL;
}

char *
bs_chart_draw_svg (const BsChart *chart, const BsChartOptions *options, const BsChartTable *table, GError **error)
{
  static const BsChartOptions defaults = { 0 };
  gsize length = 0;

  g_return_val_if_fail (chart && table, NULL);
  return draw (chart, options ? options : &defaults, bs_chart_table_peek (table), ".svg", &length, error);
}
