/* html-json.c: JSON-LD of schema.org. */
#include <json-glib/json-glib.h>
#include "clean/html-head.h"

#define TRUST 90
#define OBJECTS_MAX 200
#define AUTHORS_MAX 12

/* Whether brackets are nested no deeper than a parser that calls itself can bear. */
static gboolean
is_shallow (BsSpan json)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < json.length; i++)
    {
      char c = json.start[i];

      if (quoted && c == '\\')
        i++;
      else if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '{' || c == '['))
        {
          if (++depth > BS_JSON_LD_DEPTH_MAX)
            return FALSE;
        }
      else if (!quoted && (c == '}' || c == ']') && depth > 0)
        depth--;
    }
  return TRUE;
}

/* json-glib knows escapes that JSON does not, such as "\377", and these make any byte: a string that is no text by then
 * is none. */
static const char *
string_of (JsonNode *node)
{
  const char *string
      = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
            ? json_node_get_string (node)
            : NULL;

  return string != NULL && g_utf8_validate (string, -1, NULL) ? string : NULL;
}

/* The first of a list; others as they are. */
static JsonNode *
first_of (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return node;
  return json_array_get_length (json_node_get_array (node)) > 0 ? json_array_get_element (json_node_get_array (node), 0)
                                                                : NULL;
}

/* A text, or the name of a thing. */
static const char *
name_of (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    node = first_of (json_object_get_member (json_node_get_object (node), "name"));
  return string_of (node);
}

static const char *
member_name (JsonObject *object, const char *member)
{
  return name_of (first_of (json_object_get_member (object, member)));
}

static gboolean
is_article_type (const char *type)
{
  static const char *const TYPES[] = { "article", "posting", "report", "review", "recipe", "story" };
  g_autofree char *small = type != NULL ? g_ascii_strdown (type, -1) : NULL;

  for (guint i = 0; small != NULL && i < G_N_ELEMENTS (TYPES); i++)
    if (g_str_has_suffix (small, TYPES[i]) || (i == 0 && strstr (small, TYPES[i]) != NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");

  if (type == NULL || !JSON_NODE_HOLDS_ARRAY (type))
    return is_article_type (string_of (type));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (type)) && i < 8; i++)
    if (is_article_type (string_of (json_array_get_element (json_node_get_array (type), i))))
      return TRUE;
  return FALSE;
}

static void
offer_authors (BsHtmlHead *head, JsonNode *node)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)) && i < AUTHORS_MAX; i++)
      {
        const char *name = name_of (json_array_get_element (json_node_get_array (node), i));

        if (name != NULL)
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      }
  else if (name_of (node) != NULL)
    g_string_append (names, name_of (node));
  bs_html_head_offer (head, BS_HEAD_BYLINE, TRUST, names->str);
}

static void
offer_article (BsHtmlHead *head, JsonObject *object)
{
  const char *body = member_name (object, "articleBody");

  bs_html_head_offer (head, BS_HEAD_TITLE, TRUST, member_name (object, "headline"));
  bs_html_head_offer (head, BS_HEAD_DATE, TRUST, member_name (object, "datePublished"));
  bs_html_head_offer (head, BS_HEAD_DATE, TRUST - 50, member_name (object, "dateCreated"));
  bs_html_head_offer (head, BS_HEAD_LANGUAGE, TRUST - 50, member_name (object, "inLanguage"));
  bs_html_head_offer (head, BS_HEAD_URL, TRUST - 50, member_name (object, "url"));
  bs_html_head_offer (head, BS_HEAD_PUBLISHER, TRUST - 20, member_name (object, "publisher"));
  bs_html_head_offer (head, BS_HEAD_RIGHTS, TRUST, member_name (object, "copyrightNotice"));
  offer_authors (head, json_object_get_member (object, "author"));
  if (body != NULL && head->value[BS_HEAD_BODY] == NULL)
    head->value[BS_HEAD_BODY] = g_strdup (body);
}

/* What may hold an article: the object itself, its graph and what it is about. */
static void
put_objects (GPtrArray *objects, JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && objects->len < OBJECTS_MAX)
    g_ptr_array_add (objects, json_node_get_object (node));
  else if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)) && objects->len < OBJECTS_MAX; i++)
      {
        JsonNode *element = json_array_get_element (json_node_get_array (node), i);

        if (JSON_NODE_HOLDS_OBJECT (element))
          g_ptr_array_add (objects, json_node_get_object (element));
      }
}

void
bs_html_json_read (BsHtmlHead *head, BsSpan json)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GPtrArray) objects = NULL;

  if (json.length > BS_JSON_LD_BYTES_MAX || !is_shallow (json))
    return;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json.start, (gssize)json.length, NULL))
    return;
  objects = g_ptr_array_new ();
  put_objects (objects, json_parser_get_root (parser));
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = objects->pdata[i];

      put_objects (objects, json_object_get_member (object, "@graph"));
      put_objects (objects, json_object_get_member (object, "mainEntity"));
      if (is_article (object))
        {
          offer_article (head, object);
          return;
        }
    }
}
