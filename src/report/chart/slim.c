#include "report/chart/slim.h"

#include <stdio.h>
#include <string.h>

/* A point as gnuplot writes it, but for its place. */
typedef struct {
  double radius, opacity;
  int    red, green, blue;
} Pen;

static const char point_begins[] = "\t<use xlink:href='#gpPt6' ";
static const char group_begins[] = "<g fill=\"none\" ";

/* Whether the line is a point; its pen and place as text. */
static gboolean
read_point (const char *line, Pen *pen, char x[32], char y[32])
{
  int end = 0;

  if (!g_str_has_prefix (line, point_begins))
    return FALSE;
  pen->opacity = 1;
  if (sscanf (line + strlen (point_begins),
              "transform='translate(%31[0-9.-],%31[0-9.-]) scale(%lf)' color='rgb(%d,%d,%d)'%n", x, y, &pen->radius,
              &pen->red, &pen->green, &pen->blue, &end)
          != 6
      || end == 0)
    return FALSE;
  line += strlen (point_begins) + (gsize) end;
  return g_str_equal (line, "/>") || (sscanf (line, " opacity='%lf'/>", &pen->opacity) == 1 && strchr (line, '>')[1] == '\0');
}

static gboolean
pen_equal (const Pen *a, const Pen *b)
{
  return a->radius == b->radius && a->opacity == b->opacity && a->red == b->red && a->green == b->green
         && a->blue == b->blue;
}

static void
begin_points (GString *out, const Pen *pen)
{
  g_string_append_printf (out, "<g stroke=\"none\" fill=\"rgb(%d,%d,%d)\"", pen->red, pen->green, pen->blue);
  if (pen->opacity < 1)
    g_string_append_printf (out, " fill-opacity=\"%.2f\"", pen->opacity);
  g_string_append (out, ">\n");
}

/* Takes the points from line `i` on; returns the line behind them. */
static guint
take_points (GString *out, char **lines, guint i)
{
  Pen pen, next;
  char x[32], y[32];

  if (!read_point (lines[i], &pen, x, y))
    return i;
  begin_points (out, &pen);
  for (; lines[i] != NULL && read_point (lines[i], &next, x, y) && pen_equal (&pen, &next); i++)
    g_string_append_printf (out, "<circle cx=\"%s\" cy=\"%s\" r=\"%.2f\"/>\n", x, y, pen.radius);
  g_string_append (out, "</g>\n");
  return i;
}

char *
bs_svg_slim (const char *svg, gsize *length)
{
  g_auto (GStrv) lines = g_strsplit (svg, "\n", -1);
  GString *out = g_string_sized_new (strlen (svg) / 2);

  for (guint i = 0; lines[i] != NULL;)
    {
      guint behind = take_points (out, lines, i);

      if (behind > i)
        i = behind;
      else if (g_str_has_prefix (lines[i], group_begins) && lines[i + 1] != NULL && g_str_equal (lines[i + 1], "</g>"))
        i += 2;
      else
        {
          g_string_append (out, lines[i]);
          if (lines[++i] != NULL)
            g_string_append_c (out, '\n');
        }
    }
  g_string_replace (out, "]]>", "]]&gt;", 0); /* in text: gnuplot escapes < and & alone, and writes no CDATA */
  *length = out->len;
  return g_string_free (out, FALSE);
}
