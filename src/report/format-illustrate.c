#include "report/format-sheet.h"

#include <string.h>

#include "report/plain.h"

/* Parts a title where its longer part is shortest; the first part is empty where it fits, or cannot be parted. */
static void
part_title (char **over, char **under, guint fits)
{
  gsize best = 0, length = strlen (*under), longest = length;
  char *whole = *under;

  if (bs_plain_width (whole) <= fits)
    return;
  for (gsize i = 1; i < length; i++)
    if (strchr ("_ /-", whole[i - 1]) != NULL && MAX (i, length - i) < longest)
      {
        longest = MAX (i, length - i);
        best = i;
      }
  g_free (*over);
  *over = g_strchomp (g_strndup (whole, best));
  *under = g_strdup (whole + best);
  g_free (whole);
}

/* Puts a picture's text behind that of its column, which `width` columns hold. */
static void
put_behind (char **text, guint width, const char *picture)
{
  guint used = bs_plain_width (*text);
  int pad = (int) (used < width ? width - used : 0);
  char *both = g_strdup_printf ("%*s%s%*s%s", pad, "", *text, BS_SHEET_GAP, "", picture);

  g_free (*text);
  *text = both;
}

void
bs_sheet_illustrate_cells (BsSheet *sheet)
{
  g_autofree guint *widths = g_memdup2 (sheet->numbers, sheet->n * sizeof (guint));

  for (guint i = 0; i < sheet->scales->len; i++)
    {
      const BsPictureScale *scale = &g_array_index (sheet->scales, BsPictureScale, i);
      guint column = bs_table_picture (sheet->table, scale->index)->column;

      for (guint row = 0; row * sheet->n < sheet->cells->len; row++)
        {
          g_autofree char *picture = bs_picture_cell (sheet->table, scale, sheet->first_row + row);

          put_behind ((char **) &sheet->cells->pdata[row * sheet->n + column], widths[column], picture);
        }
      widths[column] += BS_SHEET_GAP + scale->width;
    }
}

static void
illustrate_titles (BsSheet *sheet)
{
  for (guint i = 0; i < sheet->scales->len; i++)
    {
      const BsPictureScale *scale = &g_array_index (sheet->scales, BsPictureScale, i);
      const BsPicture *picture = bs_table_picture (sheet->table, scale->index);
      g_autofree char *heading = bs_picture_heading (sheet->table, scale);
      g_autofree char *title = g_strdup_printf ("%s%*s", picture->title,
                                                (int) (scale->width - bs_plain_width (picture->title)), "");

      put_behind (&sheet->over[picture->column], sheet->natural[picture->column], title);
      put_behind (&sheet->titles[picture->column], sheet->natural[picture->column], heading);
      sheet->natural[picture->column] += BS_SHEET_GAP + scale->width;
      sheet->digits[picture->column] = sheet->natural[picture->column];
    }
}

static gboolean
has_spare (const BsSheet *sheet)
{
  for (guint i = 0; i < sheet->n; i++)
    if (bs_table_is_spare (sheet->table, i))
      return TRUE;
  return FALSE;
}

/* Leaves out what the table says may be, where all of it is wider than the terminal. */
static void
spare_columns (BsSheet *sheet)
{
  guint width = 0;

  for (guint i = 0; i < sheet->n; i++)
    width += sheet->natural[i] + (i > 0 ? BS_SHEET_GAP : 0);
  if (width <= sheet->terminal->width)
    return;
  sheet->n_shown = 0;
  for (guint i = 0; i < sheet->n; i++)
    if (!bs_table_is_spare (sheet->table, i))
      sheet->shown[sheet->n_shown++] = i;
}

/* The titles in two lines where that makes columns of numbers narrower. */
static void
part_titles (BsSheet *sheet)
{
  sheet->over = g_new0 (char *, sheet->n + 1);
  for (guint i = 0; i < sheet->n; i++)
    {
      sheet->over[i] = g_strdup ("");
      if (bs_sheet_is_text (sheet, i))
        continue;
      part_title (&sheet->over[i], &sheet->titles[i], sheet->digits[i]);
      sheet->natural[i] = MAX (sheet->digits[i], bs_plain_width (sheet->titles[i]));
      sheet->natural[i] = MAX (sheet->natural[i], bs_plain_width (sheet->over[i]));
      sheet->numbers[i] = sheet->natural[i];
    }
}

/* The columns that cannot be spared, titles in two lines, without pictures. */
static guint
width_of_numbers (const BsSheet *sheet)
{
  guint width = 0;

  for (guint i = 0; i < sheet->n; i++)
    if (!bs_table_is_spare (sheet->table, i))
      width += sheet->natural[i] + (width > 0 ? BS_SHEET_GAP : 0);
  return width;
}

/* Pictures are the first to go: a table that fits without them is not parted for them. */
static void
choose_pictures (BsSheet *sheet)
{
  guint without = width_of_numbers (sheet), with = without;

  for (guint i = 0; i < bs_table_n_pictures (sheet->table); i++)
    {
      BsPictureScale scale = bs_picture_scale (sheet->table, i);

      if (scale.width > 0)
        g_array_append_val (sheet->scales, scale);
      with += scale.width > 0 ? BS_SHEET_GAP + scale.width : 0;
    }
  if (with > sheet->terminal->width && without <= sheet->terminal->width)
    g_array_set_size (sheet->scales, 0);
}

void
bs_sheet_illustrate (BsSheet *sheet)
{
  if (bs_table_n_pictures (sheet->table) == 0 && !has_spare (sheet))
    return;
  part_titles (sheet);
  choose_pictures (sheet);
  bs_sheet_illustrate_cells (sheet);
  illustrate_titles (sheet);
  spare_columns (sheet);
}

/* What was left out, and what the pictures mean. */
char *
bs_sheet_tell_pictures (const BsSheet *sheet)
{
  GString *told = g_string_new (NULL);
  g_autoptr (GString) spared = g_string_new (NULL);

  for (guint i = 0; i < sheet->scales->len; i++)
    {
      g_autofree char *note = bs_picture_note (sheet->table, &g_array_index (sheet->scales, BsPictureScale, i));

      g_string_append_printf (told, "%s%s", told->len > 0 ? "\n" : "", note);
    }
  for (guint i = 0; i < sheet->n && sheet->n_shown < sheet->n; i++)
    {
      g_autofree char *title = bs_column_plain (bs_table_column (sheet->table, i), TRUE);

      if (bs_table_is_spare (sheet->table, i) && strstr (spared->str, title) == NULL)
        g_string_append_printf (spared, "%s%s", spared->len > 0 ? ", " : "", title);
    }
  if (spared->len > 0)
    g_string_append_printf (told, "%sNot shown for want of room: %s. A pipe or a file has them.",
                            told->len > 0 ? "\n" : "", spared->str);
  return g_string_free (told, FALSE);
}
