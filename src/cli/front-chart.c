#include "cli/front-chart.h"

#include <glib/gstdio.h>

gboolean
bs_front_write (const char *text, const char *path, GError **error)
{
  g_autoptr (BsSink) sink = bs_sink_open (path, error);

  return sink != NULL && bs_sink_write (sink, text, -1, error) && bs_sink_close (g_steal_pointer (&sink), error);
}

static const char *
find_scripts (const BsFrontChart *how)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (how->scripts != NULL)
    return how->scripts;
  return program != NULL && g_str_has_prefix (program, BS_BUILD_DIR "/") ? BS_SOURCE_CHARTS_DIR : NULL;
}

gboolean
bs_front_draw (const BsChart *chart, const BsChartTable *table, const BsFrontChart *how, GError **error)
{
  BsTerminal terminal = bs_front_terminal ();
  BsChartOptions options = { .scripts_dir = find_scripts (how), .dark = how->dark,
                             .columns = terminal.width != 0 ? CLAMP (terminal.width, 40, 400) : 100 };
  g_autofree char *folder = g_dir_make_tmp ("broadsheet-XXXXXX", error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gboolean fine;

  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, "chart.tsv", NULL);
  fine = bs_chart_table_write (table, path, error);
  if (fine && how->output != NULL && !g_str_equal (how->output, "-"))
    fine = bs_chart_draw (chart, &options, path, how->output, error);
  else if (fine)
    {
      text = bs_chart_draw_text (chart, &options, path, error);
      fine = text != NULL && bs_front_write (text, NULL, error);
    }
  g_unlink (path);
  g_rmdir (folder);
  return fine;
}
