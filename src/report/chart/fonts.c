#include "report/chart/fonts.h"

#include <string.h>

#include "report/chart/gnuplot.h"

#define SECONDS 60 /* that fc-list may take */
#define CODE_POINTS 0x110000
#define SQUARE 0x25a1
#define WITHOUT_FC_LIST "20-52f 2010-2027 2030-205e 20a0-20bf 2122"

/* The characters of the outline fonts: Pango does not use Type 1 fonts, though fontconfig lists them. */
static char *
charsets_of_machine (const char *folder)
{
  static char *const argv[]
      = { (char *) "fc-list", (char *) ":scalable=true", (char *) "--format", (char *) "%{fontformat}\t%{charset}\n", NULL };
  g_autofree char *list = bs_gnuplot_ask ((char **) argv, folder, SECONDS);
  g_auto (GStrv) fonts = NULL;
  GString *charsets;

  if (list == NULL || !g_utf8_validate (list, -1, NULL))
    return g_strdup (WITHOUT_FC_LIST);

  charsets = g_string_new (NULL);
  fonts = g_strsplit (list, "\n", -1);
  for (guint i = 0; fonts[i]; i++)
    if (g_str_has_prefix (fonts[i], "TrueType\t") || g_str_has_prefix (fonts[i], "CFF\t"))
      g_string_append_printf (charsets, "%s\n", strchr (fonts[i], '\t') + 1);
  if (charsets->len == 0)
    g_string_append (charsets, WITHOUT_FC_LIST);
  return g_string_free (charsets, FALSE);
}

/* A bit for each code point that some font has. */
static guint8 *
parse_charsets (const char *charsets)
{
  guint8 *covered = g_new0 (guint8, CODE_POINTS / 8);
  const char *at = charsets;

  while (*at)
    {
      char *end;
      guint64 first = g_ascii_strtoull (at, &end, 16), last = first;

      if (end == at)
        {
          at++;
          continue;
        }
      if (*end == '-')
        last = g_ascii_strtoull (end + 1, &end, 16);
      for (guint64 c = first; c <= MIN (last, CODE_POINTS - 1); c++)
        covered[c / 8] |= (guint8)(1u << (c % 8));
      at = end;
    }
  return covered;
}

static gboolean
needs_no_font (gunichar c)
{
  return c < 0x80 || g_unichar_type (c) == G_UNICODE_FORMAT || (c >= 0xfe00 && c <= 0xfe0f)
         || (c >= 0xe0100 && c <= 0xe01ef);
}

char *
bs_chart_fonts_drawable_with (const char *text, const char *charsets, gsize *replaced)
{
  g_autofree guint8 *covered = parse_charsets (charsets);
  GString *drawable = g_string_sized_new (strlen (text));
  gunichar stand_in = covered[SQUARE / 8] & (1u << (SQUARE % 8)) ? SQUARE : '?';

  *replaced = 0;
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (needs_no_font (c) || covered[c / 8] & (1u << (c % 8)))
        {
          g_string_append_unichar (drawable, c);
          continue;
        }
      g_string_append_unichar (drawable, stand_in);
      (*replaced)++;
    }
  return g_string_free (drawable, FALSE);
}

char *
bs_chart_fonts_drawable (const char *text, const char *folder, gsize *replaced)
{
  g_autofree char *charsets = NULL;
  const char *at = text;

  *replaced = 0;
  while (*at && g_utf8_get_char (at) < 0x180)
    at = g_utf8_next_char (at);
  if (!*at)
    return g_strdup (text);
  charsets = charsets_of_machine (folder);
  return bs_chart_fonts_drawable_with (text, charsets, replaced);
}
