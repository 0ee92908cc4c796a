#include "report/format-picture.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/plain.h"

#define STRIP 24  /* columns of a strip … */
#define BAR 12    /* … and of a bar */
#define EIGHTHS 8

static const char *const partial[EIGHTHS] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
static const char *const heights[EIGHTHS] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };

BsPictureScale
bs_picture_scale (const BsTable *table, guint index)
{
  const BsPicture *picture = bs_table_picture (table, index);
  BsPictureScale scale = { index, 0, INFINITY, -INFINITY };
  guint longest = 0;

  for (guint row = 0; row < bs_table_n_rows (table); row++)
    {
      guint n;
      const double *values = bs_table_picture_values (table, index, row, &n);

      longest = MAX (longest, n);
      for (guint i = 0; i < n; i++)
        if (isfinite (values[i]))
          {
            double value = picture->kind == BS_PICTURE_BAR ? fabs (values[i]) : values[i];

            scale.low = MIN (scale.low, value);
            scale.high = MAX (scale.high, value);
          }
    }
  if (!(scale.low <= scale.high))
    return scale;
  if (picture->kind == BS_PICTURE_BAR)
    scale.low = 0;
  scale.width = picture->kind == BS_PICTURE_BAR ? BAR : picture->kind == BS_PICTURE_STRIP ? STRIP : longest;
  scale.width = MAX (scale.width, bs_plain_width (picture->title));
  return scale;
}

/* From 0 to 1; one half where all are the same. */
static double
place (const BsPictureScale *scale, double value)
{
  return scale->high > scale->low ? (value - scale->low) / (scale->high - scale->low) : 0.5;
}

static void
append_bar (GString *out, const BsPictureScale *scale, double value)
{
  guint eighths;

  if (!isfinite (value) || scale->high <= 0)
    return;
  eighths = (guint) lround (fabs (value) / scale->high * BAR * EIGHTHS);
  for (guint i = 0; i < eighths / EIGHTHS; i++)
    g_string_append (out, "█");
  g_string_append (out, eighths == 0 && value != 0 ? partial[1] : partial[eighths % EIGHTHS]);
}

static guint
column_of (const BsPictureScale *scale, double value)
{
  return (guint) lround (place (scale, value) * (STRIP - 1));
}

static void
append_strip (GString *out, const BsPictureScale *scale, const double *values)
{
  gboolean ends = isfinite (values[0]) && isfinite (values[2]);
  guint from, middle, to;

  if (!isfinite (values[1]))
    return;
  middle = column_of (scale, values[1]);
  from = ends ? column_of (scale, values[0]) : middle;
  to = ends ? column_of (scale, values[2]) : middle;
  for (guint i = 0; i <= to; i++)
    g_string_append (out, i == middle ? "●" : i < from ? " " : i == from ? "├" : i == to ? "┤" : "─");
}

static void
append_spark (GString *out, const BsPictureScale *scale, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      g_string_append (out, heights[MIN ((guint) (place (scale, values[i]) * EIGHTHS), EIGHTHS - 1)]);
    else
      g_string_append_c (out, ' ');
}

static char *
padded (GString *text, guint width)
{
  guint used = bs_plain_width (text->str);

  g_string_append_printf (text, "%*s", (int) (used < width ? width - used : 0), "");
  return g_string_free (text, FALSE);
}

char *
bs_picture_cell (const BsTable *table, const BsPictureScale *scale, guint row)
{
  GString *out = g_string_new (NULL);
  guint n;
  const double *values = bs_table_picture_values (table, scale->index, row, &n);

  if (n > 0)
    switch (bs_table_picture (table, scale->index)->kind)
      {
      case BS_PICTURE_BAR:
        append_bar (out, scale, values[0]);
        break;
      case BS_PICTURE_STRIP:
        append_strip (out, scale, values);
        break;
      case BS_PICTURE_SPARK:
      default:
        append_spark (out, scale, values, n);
      }
  return padded (out, scale->width);
}

static char *
number (const BsTable *table, const BsPictureScale *scale, double value)
{
  const BsColumn *column = bs_table_column (table, bs_table_picture (table, scale->index)->column);
  char buffer[BS_NUMBER_MAX];

  if (column->kind == BS_COLUMN_INTEGER)
    return g_strdup (bs_number_grouped ((gint64) value, buffer));
  return g_strdup (bs_number_fixed (value, CLAMP (column->decimals, 0, 9), buffer));
}

char *
bs_picture_heading (const BsTable *table, const BsPictureScale *scale)
{
  g_autofree char *low = number (table, scale, scale->low);
  g_autofree char *high = number (table, scale, scale->high);
  int gap = (int) scale->width - (int) (strlen (low) + strlen (high));
  GString *out = g_string_new (NULL);

  if (bs_table_picture (table, scale->index)->kind == BS_PICTURE_STRIP && gap > 0)
    g_string_append_printf (out, "%s%*s%s", low, gap, "", high);
  return padded (out, scale->width);
}

char *
bs_picture_note (const BsTable *table, const BsPictureScale *scale)
{
  const BsPicture *picture = bs_table_picture (table, scale->index);
  g_autofree char *low = number (table, scale, scale->low);
  g_autofree char *high = number (table, scale, scale->high);

  switch (picture->kind)
    {
    case BS_PICTURE_BAR:
      return g_strdup_printf ("█: %s, from 0 to %s in every row.", picture->meaning, high);
    case BS_PICTURE_STRIP:
      return g_strdup_printf ("├ ● ┤: %s, from %s to %s in every row.", picture->meaning, low, high);
    case BS_PICTURE_SPARK:
    default:
      return g_strdup_printf ("▁ to █: %s, from %s to %s in every row; a gap: none.", picture->meaning, low, high);
    }
}
