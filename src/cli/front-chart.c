#include "cli/front-chart.h"

#include "base/temporary.h"
#include "report/chart/caption.h"

const GOptionEntry *
bs_front_chart_entries (BsFrontChart *chart, gboolean is_plot)
{
  static GOptionEntry entries[6];
  guint n = 0;

  if (is_plot)
    entries[n++] = (GOptionEntry){ "output", 'o', 0, G_OPTION_ARG_FILENAME, &chart->output,
                                   "Draw into FILE.png, .svg, .pdf or .txt", "FILE" };
  else
    entries[n++] = (GOptionEntry){ "chart", 0, 0, G_OPTION_ARG_FILENAME, &chart->output,
                                   "Draw it: FILE.png, .svg, .pdf or .txt; -: as text", "FILE" };
  entries[n++] = (GOptionEntry){ "dark", 0, 0, G_OPTION_ARG_NONE, &chart->dark,
                                 "Draw light marks on a dark page", NULL };
  entries[n++] = (GOptionEntry){ is_plot ? "size" : "chart-size", 0, 0, G_OPTION_ARG_STRING, &chart->size,
                                 "Draw it for a page (the default), a slide or a column", "SIZE" };
  entries[n++] = (GOptionEntry){ "no-caption", 0, 0, G_OPTION_ARG_NONE, &chart->no_caption,
                                 "Leave no FILE.caption.txt beside the chart", NULL };
  entries[n++] = (GOptionEntry){ "scripts", 0, 0, G_OPTION_ARG_FILENAME, &chart->scripts,
                                 "Folder of the charts' scripts", "FOLDER" };
  return entries;
}

void
bs_front_chart_clear (BsFrontChart *chart)
{
  g_free (chart->output);
  g_free (chart->size);
  g_free (chart->scripts);
}

static gboolean
is_text (const BsFrontChart *chart)
{
  return chart->output == NULL || g_str_equal (chart->output, "-");
}

/* Where its caption stands, or NULL. Free with g_free. */
static char *
caption_path (const BsFrontChart *chart)
{
  return is_text (chart) || chart->no_caption ? NULL : bs_chart_caption_path (chart->output);
}

void
bs_front_chart_writes (const BsFrontChart *chart, BsFrontCorpus *corpus)
{
  g_autofree char *caption = caption_path (chart);

  bs_front_writes (corpus, chart->output);
  bs_front_writes (corpus, caption);
}

static gboolean
are_one_file (const char *path, const char *other)
{
  g_autofree char *a = g_canonicalize_filename (path, NULL), *b = g_canonicalize_filename (other, NULL);

  return g_str_equal (a, b);
}

gboolean
bs_front_chart_check (BsFrontChart *chart, const char *table, GError **error)
{
  if (!is_text (chart) && table != NULL && are_one_file (chart->output, table))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s cannot hold the chart and the table: name two files", table);
      return FALSE;
    }
  return (chart->size == NULL || bs_chart_size_from_name (chart->size, &chart->sized, error))
         && (is_text (chart) || bs_chart_check_output (chart->output, error));
}

gboolean
bs_front_write (const char *text, const char *path, GError **error)
{
  g_autoptr (BsSink) sink = bs_sink_open (path, error);

  return sink != NULL && bs_sink_write (sink, text, -1, error) && bs_sink_close (g_steal_pointer (&sink), error);
}

const char *
bs_front_scripts (const char *scripts)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (scripts != NULL)
    return scripts;
  return program != NULL && g_str_has_prefix (program, BS_BUILD_DIR "/") ? BS_SOURCE_CHARTS_DIR : NULL;
}

/* Neither a picture nor its caption takes the place of a store. */
static gboolean
spares_stores (const BsFrontChart *how, GError **error)
{
  g_autofree char *caption = caption_path (how);

  return (is_text (how) || bs_front_may_replace (how->output, error))
         && (caption == NULL || bs_front_may_replace (caption, error));
}

gboolean
bs_front_draw (const BsChart *chart, const BsChartTable *table, const BsFrontChart *how, GError **error)
{
  BsTerminal terminal = bs_front_terminal ();
  BsChartOptions options = { .scripts_dir = bs_front_scripts (how->scripts), .dark = how->dark, .size = how->sized,
                             .columns = terminal.width != 0 ? CLAMP (terminal.width, 40, 400) : 100 };
  g_autoptr (BsTemporaryFolder) folder = bs_temporary_folder (error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *caption = how->no_caption ? NULL : bs_chart_caption (chart, table, bs_front_command ());
  gboolean fine;

  if (folder == NULL || !spares_stores (how, error))
    return FALSE;
  options.caption = caption;
  path = g_build_filename (folder, "chart.tsv", NULL);
  fine = bs_front_was_read (error) && bs_chart_table_write (table, path, error); /* the output stays as it was */
  if (fine && !is_text (how))
    fine = bs_chart_draw (chart, &options, path, how->output, error);
  else if (fine)
    {
      text = bs_chart_draw_text (chart, &options, path, error);
      fine = text != NULL && bs_front_write (text, NULL, error);
    }
  return fine;
}
