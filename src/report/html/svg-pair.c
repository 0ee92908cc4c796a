#include "report/html/svg.h"

#include "report/html/html.h"

#include <string.h>

typedef struct
{
  GString *out;
  const char *id;
  GHashTable *classes; /* "fill #ffffff #000000" to number */
  GPtrArray *rules;    /* the same in the order of their numbers */
  guint markers;       /* so many were written */
  gboolean is_marker;  /* it writes the mark of one, which has no place of its own */
} Writer;

/* gnuplot's rgb( 58, 64, 71) as #3a4047; anything else as it is. Free with g_free. */
static char *
short_color (const char *color)
{
  guint part[3];
  const char *at = color;

  if (!g_str_has_prefix (color, "rgb("))
    return g_ascii_strdown (color, -1);
  at += strlen ("rgb(");
  for (guint i = 0; i < 3; i++)
    {
      char *end;

      part[i] = (guint)g_ascii_strtoull (at, &end, 10);
      if (end == at || part[i] > 255 || *end != (i < 2 ? ',' : ')'))
        return g_strdup (color);
      at = end + 1;
    }
  return g_strdup_printf ("#%02x%02x%02x", part[0], part[1], part[2]);
}

static gboolean
attributes_agree (const BsSvg *light, const BsSvg *dark)
{
  if (light->attributes->len != dark->attributes->len)
    return FALSE;
  for (guint i = 0; i < light->attributes->len; i++)
    {
      const BsSvgAttribute *a = light->attributes->pdata[i], *b = dark->attributes->pdata[i];

      if (!g_str_equal (a->name, b->name) || (!bs_svg_is_color (a->name) && !g_str_equal (a->value, b->value)))
        return FALSE;
    }
  return TRUE;
}

/* Whether the two are the same but for colours and words. */
static gboolean
agree (const BsSvg *light, const BsSvg *dark)
{
  if (g_strcmp0 (light->name, dark->name) != 0 || light->children->len != dark->children->len || !attributes_agree (light, dark))
    return FALSE;
  for (guint i = 0; i < light->children->len; i++)
    if (!agree (light->children->pdata[i], dark->children->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The number of the class that has this colour. */
static guint
class_of (Writer *writer, const char *property, const char *light, const char *dark)
{
  char *rule = g_strdup_printf ("%s %s %s", property, light, dark);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (writer->classes, rule));

  if (known > 0)
    {
      g_free (rule);
      return known;
    }
  g_ptr_array_add (writer->rules, rule);
  g_hash_table_insert (writer->classes, rule, GUINT_TO_POINTER (writer->rules->len));
  return writer->rules->len;
}

static const char *beside_place (const char *transform);

static void
append_value (Writer *writer, const BsSvgAttribute *attribute)
{
  gboolean is_placed = writer->is_marker && g_str_equal (attribute->name, "transform");
  const char *value = is_placed ? beside_place (attribute->value) : attribute->value;
  g_autofree char *color = bs_svg_is_color (attribute->name) ? short_color (value) : NULL;

  g_string_append_printf (writer->out, " %s=\"", attribute->name);
  if (g_str_equal (attribute->name, "id"))
    g_string_append_printf (writer->out, "%s-", writer->id);
  else if (g_str_equal (attribute->name, "href"))
    g_string_append_printf (writer->out, "#%s-", writer->id), value++;
  else if (g_str_has_prefix (value, "url(#"))
    g_string_append_printf (writer->out, "url(#%s-", writer->id), value += strlen ("url(#");
  bs_html_text (writer->out, color && !strchr (value, '(') ? color : value);
  g_string_append_c (writer->out, '"');
}

/* Attributes of an element; `dark` NULL: the light colours are all there is. */
static void
append_attributes (Writer *writer, const BsSvg *light, const BsSvg *dark)
{
  g_autoptr (GString) classes = g_string_new (NULL);

  for (guint i = 0; i < light->attributes->len; i++)
    {
      const BsSvgAttribute *a = light->attributes->pdata[i];
      const BsSvgAttribute *b = dark ? dark->attributes->pdata[i] : a;

      if (bs_svg_is_color (a->name) && !g_str_equal (a->value, b->value))
        {
          g_autofree char *left = short_color (a->value), *right = short_color (b->value);

          g_string_append_printf (classes, "%sk%u", classes->len > 0 ? " " : "",
                                  class_of (writer, a->name, left, right));
        }
      else
        append_value (writer, a);
    }
  if (classes->len > 0)
    g_string_append_printf (writer->out, " class=\"%s\"", classes->str);
}

/* ---- Marks -------------------------------------------------------------------------------------------------------- */

#define MARKS_LEAST 8 /* equal marks that are worth a marker */

/* Where a mark of gnuplot's stands: <use transform="translate(x,y) scale(s)">, in the page's digits. Free with g_free. */
static char *
place_of (const BsSvg *svg)
{
  static const char start[] = "translate(";
  const char *transform = svg->name && g_str_equal (svg->name, "use") ? bs_svg_attribute (svg, "transform") : NULL;
  const char *end = transform && g_str_has_prefix (transform, start) ? strchr (transform, ')') : NULL;

  return end ? g_strndup (transform + strlen (start), (gsize)(end - transform) - strlen (start)) : NULL;
}

/* What the transform has beside the place. */
static const char *
beside_place (const char *transform)
{
  const char *end = strchr (transform, ')') + 1;

  return end + strspn (end, " ");
}

/* Whether the second is the first at another place. */
static gboolean
is_same_mark (const BsSvg *first, const BsSvg *second)
{
  g_autofree char *place = place_of (second);

  if (!place || first->attributes->len != second->attributes->len)
    return FALSE;
  for (guint i = 0; i < first->attributes->len; i++)
    {
      const BsSvgAttribute *a = first->attributes->pdata[i], *b = second->attributes->pdata[i];
      gboolean placed = g_str_equal (a->name, "transform");

      if (!g_str_equal (a->name, b->name)
          || !g_str_equal (placed ? beside_place (a->value) : a->value, placed ? beside_place (b->value) : b->value))
        return FALSE;
    }
  return TRUE;
}

/* How many children from `at` on are the same mark at different places, light and dark. */
static guint
count_marks (const BsSvg *light, const BsSvg *dark, guint at)
{
  g_autofree char *place = place_of (light->children->pdata[at]);
  guint n = 1;

  if (!place)
    return 0;
  while (at + n < light->children->len && is_same_mark (light->children->pdata[at], light->children->pdata[at + n])
         && (!dark || is_same_mark (dark->children->pdata[at], dark->children->pdata[at + n])))
    n++;
  return n;
}

/* Thousands of equal marks as one line that bears a marker at each of its points: a tenth of the bytes. */
static void
append_marks (Writer *writer, const BsSvg *light, const BsSvg *dark, guint at, guint n)
{
  guint number = ++writer->markers;
  GString *out = writer->out;

  g_string_append_printf (out, "<marker id=\"%s-m%u\" markerUnits=\"userSpaceOnUse\" overflow=\"visible\"><use", writer->id,
                          number);
  writer->is_marker = TRUE;
  append_attributes (writer, light->children->pdata[at], dark ? dark->children->pdata[at] : NULL);
  writer->is_marker = FALSE;
  g_string_append (out, "/></marker><path fill=\"none\" stroke=\"none\"");
  for (guint i = 0; i < 3; i++)
    g_string_append_printf (out, " marker-%s=\"url(#%s-m%u)\"", (const char *const[]){ "start", "mid", "end" }[i],
                            writer->id, number);
  g_string_append (out, " d=\"M");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = place_of (light->children->pdata[at + i]);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", place);
    }
  g_string_append (out, "\"/>");
}

static void append_node (Writer *writer, const BsSvg *light, const BsSvg *dark);

static void
append_children (Writer *writer, const BsSvg *light, const BsSvg *dark)
{
  for (guint i = 0; i < light->children->len; i++)
    {
      guint n = count_marks (light, dark, i);

      if (n >= MARKS_LEAST)
        {
          append_marks (writer, light, dark, i, n);
          i += n - 1;
        }
      else
        append_node (writer, light->children->pdata[i], dark ? dark->children->pdata[i] : NULL);
    }
}

/* What the chart's table has made safe; the isolates of names that are written leftwards stay as they are. */
static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* "Darker" by day is "Brighter" by night: the page's style shows one of the two. */
static void
append_words (Writer *writer, const char *light, const char *dark)
{
  if (g_str_equal (light, dark))
    {
      append_escaped (writer->out, light);
      return;
    }
  g_string_append (writer->out, "<tspan class=\"by-day\">");
  append_escaped (writer->out, light);
  g_string_append (writer->out, "</tspan><tspan class=\"by-night\">");
  append_escaped (writer->out, dark);
  g_string_append (writer->out, "</tspan>");
}

static void
append_node (Writer *writer, const BsSvg *light, const BsSvg *dark)
{
  if (!light->name)
    {
      append_words (writer, light->text, dark ? dark->text : light->text);
      return;
    }
  g_string_append_printf (writer->out, "<%s", light->name);
  append_attributes (writer, light, dark);
  if (light->children->len == 0)
    {
      g_string_append (writer->out, "/>");
      return;
    }
  g_string_append_c (writer->out, '>');
  append_children (writer, light, dark);
  g_string_append_printf (writer->out, "</%s>", light->name);
}

static void
append_rules (GString *out, const Writer *writer)
{
  if (writer->rules->len == 0)
    return;
  g_string_append (out, "<style>\n");
  for (guint dark = 0; dark < 2; dark++)
    {
      g_string_append (out, dark ? "@media screen and (prefers-color-scheme: dark) {\n" : "");
      for (guint i = 0; i < writer->rules->len; i++)
        {
          g_auto (GStrv) parts = g_strsplit (writer->rules->pdata[i], " ", 3);

          g_string_append_printf (out, "#%s-picture .k%u{%s:%s}\n", writer->id, i + 1, parts[0], parts[1 + dark]);
        }
    }
  g_string_append (out, "}\n</style>\n");
}

static void
append_root (Writer *writer, const BsSvg *light, gboolean is_panel, const char *title, const char *description)
{
  static const char *const kept[] = { "viewBox", "width", "height" };
  const char *id = writer->id;

  g_string_append_printf (writer->out, "<svg id=\"%s-picture\"%s role=\"img\" aria-labelledby=\"%s-title %s-about\"", id,
                          is_panel ? " class=\"panel\"" : "", id, id);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (bs_svg_attribute (light, kept[i]))
      g_string_append_printf (writer->out, " %s=\"%s\"", kept[i], bs_svg_attribute (light, kept[i]));
  g_string_append_printf (writer->out, ">\n<title id=\"%s-title\">", id);
  bs_html_text (writer->out, title);
  g_string_append_printf (writer->out, "</title>\n<desc id=\"%s-about\">", id);
  bs_html_text (writer->out, description);
  g_string_append (writer->out, "</desc>\n");
}

void
bs_svg_append_pair (GString *out, const BsSvg *light, const BsSvg *dark, const char *id, const char *title,
                    const char *description)
{
  gboolean is_pair = agree (light, dark);
  g_autoptr (GString) picture = g_string_new (NULL);
  g_autoptr (GHashTable) classes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_free);
  Writer writer = { picture, id, classes, rules, 0, FALSE };

  append_root (&writer, light, !is_pair, title, description);
  append_children (&writer, light, is_pair ? dark : NULL);
  g_string_append (picture, "</svg>\n");
  append_rules (out, &writer);
  g_string_append (out, picture->str);
}
