/* chart-corpus-help.h: made-up rows of the charts of a corpus: "set-aside", "copies", "fry", "years". */
#pragma once

#include <math.h>

#include "report/chart/chart.h"
#include "report/chart/table.h"

static inline void
put_numbers (BsChartTable *table, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    bs_chart_table_number (table, numbers[i]);
}

#define PUT(table, ...)                                                                                                \
  put_numbers (table, (const double[]){ __VA_ARGS__ }, sizeof ((const double[]){ __VA_ARGS__ }) / sizeof (double))

static inline void
put_part_set_aside (BsChartTable *table, int row, guint place, const char *reason, double start, double percent)
{
  PUT (table, row, place);
  bs_chart_table_text (table, reason);
  PUT (table, start, percent);
}

static inline void
fill_set_aside (BsChartTable *table, const BsChart *chart, const char *const *names, guint n)
{
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < n; i++)
    {
      bs_chart_table_text (table, names[i]);
      PUT (table, 1200 + i, i % 3 == 2 ? 0 : 24);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (int row = -1; row < (int) n; row++)
    if (row < 0 || row % 3 < 2)
      {
        put_part_set_aside (table, row, 0, "navigation", 0, 15);
        put_part_set_aside (table, row, 1, "byline \"%d\" {x}", 15, 8.99);
        put_part_set_aside (table, row, 6, "other", 23.99, 0.01);
      }
}

static inline void
fill_copies (BsChartTable *table, const BsChart *chart, const char *const *names, guint n)
{
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < n; i++)
    {
      bs_chart_table_text (table, names[i]);
      PUT (table, 200, 20, 3);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (guint i = 0; i < n; i++)
    {
      PUT (table, i, i, 15, 7.5);
      PUT (table, i, (i + 1) % n, 5, 2.5);
    }
}

static inline void
put_part_fry (BsChartTable *table, int row, const char *part, double x, double y, double x_end, double y_end,
              double value)
{
  PUT (table, row);
  bs_chart_table_text (table, part);
  PUT (table, x, y, x_end, y_end, value);
}

static inline void
fill_fry (BsChartTable *table, const BsChart *chart, const char *const *names, guint n)
{
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < n; i++)
    {
      double on = i % 5 == 4 ? (double) NAN : 8 + i % 9;

      bs_chart_table_text (table, names[i]);
      PUT (table, 12, i % 2 == 0 ? 7 : (double) NAN, 140 + i % 11, 5, on, 137, 145, 7, 18);
    }
  bs_chart_table_block (table, chart->item_columns);
  put_part_fry (table, -1, "mark", 108, 17, 182, 17, 6.3);
  put_part_fry (table, -1, "line", 120, 0, 150, 29, 6);
  put_part_fry (table, -1, "grade", 130, 20, 130, 20, 6);
  put_part_fry (table, -1, "long-words", 150, 29, 182, 20, 0);
  put_part_fry (table, -1, "long-words", 182, 20, 182, 29, 1);
  put_part_fry (table, -1, "long-words", 182, 29, 150, 29, 2);
  put_part_fry (table, -1, "bin", 140, 10, 141, 10.5, 12);
  for (guint i = 0; i < n; i++)
    put_part_fry (table, (int) i, "article", 141, 9, 141, 9, 1);
}

/* The second period is a gap; the last has an article alone. */
static inline void
fill_years (BsChartTable *table, const BsChart *chart, const char *const *names, guint n)
{
  bs_chart_table_block (table, chart->outlet_columns);
  for (guint i = 0; i < n; i++)
    {
      bs_chart_table_text (table, names[i]);
      PUT (table, 1200 + 7 * i);
    }
  bs_chart_table_block (table, chart->item_columns);
  for (int row = -1; row < (int) n; row++)
    for (guint k = 0; k < 6; k++)
      {
        double median = k == 1 ? (double) NAN : 10 + row + k % 3;
        gboolean has_box = k != 1 && k != 5;

        PUT (table, row);
        bs_chart_table_text (table, "2001");
        PUT (table, 2001.5 + k, k == 1 ? 0 : k == 5 ? 1 : 40, median, has_box ? median - 1.5 : (double) NAN,
             has_box ? median + 1 : (double) NAN);
      }
}

/* FALSE where the chart is none of these. */
static inline gboolean
fill_chart_of_corpus (BsChartTable *table, const char *name, const char *const *names, guint n)
{
  static const struct
  {
    const char *name;
    void (*fill) (BsChartTable *table, const BsChart *chart, const char *const *names, guint n);
  } charts[] = {
    { "set-aside", fill_set_aside }, { "copies", fill_copies }, { "fry", fill_fry }, { "years", fill_years },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_str_equal (charts[i].name, name))
      {
        charts[i].fill (table, bs_chart_find (name), names, n);
        return TRUE;
      }
  return FALSE;
}
