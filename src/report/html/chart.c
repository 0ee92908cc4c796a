#include "report/html/chart.h"

#include "report/chart/caption.h"
#include "report/html/html.h"
#include "report/html/svg.h"

static char *
title_of (const BsChart *chart, const BsChartTable *table)
{
  g_autoptr (GPtrArray) titles = bs_chart_table_comments (table, "title");

  return g_strdup (titles->len > 0 ? titles->pdata[0] : chart->title);
}

static BsSvg *
draw (const BsChart *chart, const BsChartTable *table, const BsChartOptions *options, gboolean dark, GError **error)
{
  BsChartOptions own = options ? *options : (BsChartOptions){ 0 };
  g_autofree char *document = NULL;

  own.dark = dark;
  own.size = BS_CHART_PAGE;
  document = bs_chart_draw_svg (chart, &own, table, error);
  return document ? bs_svg_read (document, error) : NULL;
}

static void
append_caption (GString *out, const char *about, const char *command)
{
  g_string_append (out, "<figcaption>");
  bs_html_paragraph (out, NULL, about);
  if (command)
    {
      g_string_append (out, "<details class=\"again\"><summary>Draw it again</summary>\n<pre><code>");
      bs_html_text (out, command);
      g_string_append (out, "</code></pre></details>");
    }
  g_string_append (out, "</figcaption>\n");
}

gboolean
bs_html_chart (GString *out, const BsChart *chart, const BsChartTable *table, const BsChartOptions *options,
               const char *id, const char *command, GError **error)
{
  g_autoptr (BsSvg) light = NULL;
  g_autoptr (BsSvg) dark = NULL;
  g_autofree char *title = title_of (chart, table);
  g_autofree char *about = bs_chart_caption_line (chart, table);

  if (!(light = draw (chart, table, options, FALSE, error)) || !(dark = draw (chart, table, options, TRUE, error)))
    return FALSE;
  g_string_append_printf (out, "<figure id=\"%s\">\n<div class=\"chart\" role=\"group\" tabindex=\"0\" aria-label=\"", id);
  bs_html_text (out, title);
  g_string_append (out, "\">\n");
  bs_svg_append_pair (out, light, dark, id, title, about);
  g_string_append (out, "</div>\n");
  append_caption (out, about, command);
  g_string_append (out, "</figure>\n");
  return TRUE;
}
