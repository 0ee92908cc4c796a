#include "report/html/svg.h"

#include "base/error.h"

#include <string.h>

#define DEPTH_MAX 64

static const char *const elements[]
    = { "svg",     "g",        "defs", "rect", "path",     "circle",  "ellipse", "line",    "polyline",
        "polygon", "use",      "text", "tspan", "filter",   "feFlood", "feComposite", "pattern", "clipPath" };

/* Passed over with all they hold. */
static const char *const silent[] = { "title", "desc", "metadata" };

static const char *const attributes[]
    = { "viewBox",        "id",          "x",            "y",           "x1",             "y1",
        "x2",             "y2",          "cx",           "cy",          "r",              "rx",
        "ry",             "width",       "height",       "d",           "points",         "transform",
        "href",           "fill",        "stroke",       "color",       "flood-color",    "flood-opacity",
        "opacity",        "fill-opacity", "stroke-opacity", "fill-rule", "clip-rule",     "stroke-width",
        "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "font-family",
        "font-size",      "font-weight", "font-style",   "text-anchor", "dominant-baseline", "baseline-shift",
        "dx",             "dy",          "shape-rendering", "filter",   "filterUnits",    "clip-path",
        "clipPathUnits",  "patternUnits", "patternContentUnits", "in",  "in2",            "result",
        "operator",       "letter-spacing", "text-decoration" };

/* Of the document, not of what is drawn. */
static const char *const dropped[] = { "xmlns", "xmlns:xlink", "version", "standalone", "class", "xml:space" };

static const char *
find (const char *const *list, gsize n, const char *name)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (list[i], name))
      return list[i];
  return NULL;
}
#define FIND(list, name) find (list, G_N_ELEMENTS (list), name)

static void
free_attribute (gpointer data)
{
  BsSvgAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

void
bs_svg_free (BsSvg *svg)
{
  if (!svg)
    return;
  g_ptr_array_unref (svg->attributes);
  g_ptr_array_unref (svg->children);
  g_free (svg->text);
  g_free (svg);
}

static BsSvg *
new_node (const char *name)
{
  BsSvg *node = g_new0 (BsSvg, 1);

  node->name = name;
  node->attributes = g_ptr_array_new_with_free_func (free_attribute);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify)bs_svg_free);
  return node;
}

const char *
bs_svg_attribute (const BsSvg *svg, const char *name)
{
  for (guint i = 0; i < svg->attributes->len; i++)
    {
      const BsSvgAttribute *attribute = svg->attributes->pdata[i];

      if (g_str_equal (attribute->name, name))
        return attribute->value;
    }
  return NULL;
}

gboolean
bs_svg_is_color (const char *attribute)
{
  static const char *const colors[] = { "fill", "stroke", "color", "flood-color" };

  return FIND (colors, attribute) != NULL;
}

/* ---- Reading ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  BsSvg *root;
  GPtrArray *open; /* of BsSvg: the elements that the reader is in */
  guint hushed;    /* how deep it is in one that is passed over */
} Reader;

static void
refuse (GError **error, const char *what, const char *name)
{
  g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM,
               "gnuplot's SVG has %s “%.40s”, which no chart is made of: it is not put on the page", what, name);
}

/* "#name" or "url(#name)": the name in place, or NULL where the value points anywhere else. */
static char *
local_target (const char *value)
{
  gsize length = strlen (value);

  if (*value == '#')
    return g_strdup (value + 1);
  if (g_str_has_prefix (value, "url(#") && length > 6 && value[length - 1] == ')')
    return g_strndup (value + 5, length - 6);
  return NULL;
}

static gboolean
is_plain (const char *value)
{
  return strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \t\n.,+-%#()_'") == strlen (value);
}

/* Whether an attribute of a name that is known may have this value. */
static gboolean
is_fit (const char *name, const char *value)
{
  g_autofree char *target = local_target (value);
  gboolean points = g_str_equal (name, "href") || strstr (value, "url");

  if (points)
    return target && is_plain (target) && !strpbrk (target, " ()#'");
  return is_plain (value);
}

static gboolean
add_attribute (BsSvg *node, const char *name, const char *value, GError **error)
{
  BsSvgAttribute *attribute;

  if (g_str_equal (name, "xlink:href"))
    name = "href";
  /* gnuplot's way to give a text a box; the page's policy forbids styles of elements */
  if (g_str_equal (name, "style") && g_str_has_prefix (value, "filter:"))
    {
      name = "filter";
      value += strlen ("filter:");
    }
  if (FIND (dropped, name))
    return TRUE;
  if (!FIND (attributes, name) || !is_fit (name, value))
    {
      refuse (error, FIND (attributes, name) ? "the value" : "the attribute", FIND (attributes, name) ? value : name);
      return FALSE;
    }
  attribute = g_new0 (BsSvgAttribute, 1);
  attribute->name = g_strdup (name);
  attribute->value = g_strdup (value);
  g_ptr_array_add (node->attributes, attribute);
  return TRUE;
}

static void
element_begins (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
                GError **error)
{
  Reader *reader = data;
  const char *known = FIND (elements, name);
  BsSvg *node;

  if (reader->hushed > 0 || FIND (silent, name))
    {
      reader->hushed++;
      return;
    }
  if (!known || (reader->open->len == 0) != g_str_equal (name, "svg") || reader->open->len >= DEPTH_MAX)
    {
      refuse (error, "the element", name);
      return;
    }
  node = new_node (known);
  if (reader->open->len == 0)
    reader->root = node;
  else
    g_ptr_array_add (((BsSvg *)reader->open->pdata[reader->open->len - 1])->children, node);
  g_ptr_array_add (reader->open, node);
  for (guint i = 0; names[i]; i++)
    if (!add_attribute (node, names[i], values[i], error))
      return;
}

static void
element_ends (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *reader = data;

  if (reader->hushed > 0)
    reader->hushed--;
  else
    g_ptr_array_set_size (reader->open, (gint)reader->open->len - 1);
}

static void
text_comes (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;
  BsSvg *within = reader->open->len > 0 ? reader->open->pdata[reader->open->len - 1] : NULL;
  g_autofree char *own = g_strndup (text, length); /* GMarkup's has no end */
  g_auto (GStrv) pieces = NULL;
  BsSvg *node;

  if (reader->hushed > 0 || !within || !(g_str_equal (within->name, "text") || g_str_equal (within->name, "tspan")))
    return;
  /* word joiners that report/chart/table.h has against gnuplot's taking "&#x" for an entity; names have none */
  pieces = g_strsplit (own, "\xe2\x81\xa0", -1);
  node = new_node (NULL);
  node->text = g_strjoinv ("", pieces);
  g_ptr_array_add (within->children, node);
}

/* ---- What draws nothing ------------------------------------------------------------------------------------------- */

static void
collect_targets (const BsSvg *svg, GHashTable *targets)
{
  for (guint i = 0; i < svg->attributes->len; i++)
    {
      const BsSvgAttribute *attribute = svg->attributes->pdata[i];
      char *target = bs_svg_is_color (attribute->name) && *attribute->value == '#' ? NULL
                                                                                   : local_target (attribute->value);

      if (target)
        g_hash_table_add (targets, target);
    }
  for (guint i = 0; i < svg->children->len; i++)
    collect_targets (svg->children->pdata[i], targets);
}

static gboolean
is_target (const BsSvg *svg, GHashTable *targets)
{
  const char *id = bs_svg_attribute (svg, "id");

  return id && g_hash_table_contains (targets, id);
}

/* Groups without anything in them, single points that are no line, and definitions that nothing refers to. */
static gboolean
draws_nothing (const BsSvg *svg, gboolean is_definition, GHashTable *targets)
{
  const char *d;

  if (!svg->name || is_target (svg, targets))
    return FALSE;
  if (is_definition)
    return TRUE;
  if (g_str_equal (svg->name, "path") && (d = bs_svg_attribute (svg, "d")))
    return !strpbrk (d, "LlHhVvCcSsQqTtAa");
  return svg->children->len == 0 && (g_str_equal (svg->name, "g") || g_str_equal (svg->name, "defs"));
}

static void
tidy (BsSvg *svg, GHashTable *targets)
{
  gboolean holds_definitions = g_str_equal (svg->name, "defs");

  for (guint i = svg->children->len; i > 0; i--)
    {
      BsSvg *child = svg->children->pdata[i - 1];

      if (child->name)
        tidy (child, targets);
      if (draws_nothing (child, holds_definitions, targets))
        g_ptr_array_remove_index (svg->children, i - 1);
    }
  for (guint i = svg->attributes->len; i > 0; i--)
    if (g_str_equal (((BsSvgAttribute *)svg->attributes->pdata[i - 1])->name, "id") && !is_target (svg, targets))
      g_ptr_array_remove_index (svg->attributes, i - 1);
}

/* A definition may use another, so that what nothing refers to is looked for until there is no more of it. */
static void
tidy_all (BsSvg *svg)
{
  guint before;
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  do
    {
      before = g_hash_table_size (targets);
      g_hash_table_remove_all (targets);
      collect_targets (svg, targets);
      tidy (svg, targets);
    }
  while (g_hash_table_size (targets) != before);
}

BsSvg *
bs_svg_read (const char *document, GError **error)
{
  static const GMarkupParser parser = { element_begins, element_ends, text_comes, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reader reader = { NULL, open, 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);
  g_autoptr (GError) failure = NULL;

  if (g_markup_parse_context_parse (context, document, -1, &failure)
      && g_markup_parse_context_end_parse (context, &failure) && reader.root)
    {
      tidy_all (reader.root);
      return reader.root;
    }
  bs_svg_free (reader.root);
  if (failure && failure->domain == BS_ERROR)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, BS_ERROR, BS_ERROR_PROGRAM, "gnuplot's SVG cannot be read: %s",
                 failure ? failure->message : "it holds no picture");
  return NULL;
}
