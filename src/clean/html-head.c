#include "clean/html-head.h"
#include "clean/byline.h"

#define VALUE_MAX 500     /* characters; longer ones are no titles, names or dates */
#define SITE_MIN 3    /* bytes of a site's name */
#define TEXT_DEPTH_MAX 16 /* of an element whose text is a value */

/* What a meta element's name or property, or an itemprop, stands for. */
typedef struct
{
  const char *name;
  guint8 field, trust;
} Source;

static const Source METAS[] = {
  { "og:title", BS_HEAD_TITLE, 95 },
  { "citation_title", BS_HEAD_TITLE, 92 },
  { "parsely-title", BS_HEAD_TITLE, 88 },
  { "sailthru.title", BS_HEAD_TITLE, 87 },
  { "twitter:title", BS_HEAD_TITLE, 85 },
  { "dc.title", BS_HEAD_TITLE, 80 },
  { "dcterms.title", BS_HEAD_TITLE, 80 },
  { "headline", BS_HEAD_TITLE, 80 },
  { "title", BS_HEAD_TITLE, 60 },
  { "citation_author", BS_HEAD_BYLINE, 86 },
  { "author", BS_HEAD_BYLINE, 80 },
  { "parsely-author", BS_HEAD_BYLINE, 79 },
  { "sailthru.author", BS_HEAD_BYLINE, 78 },
  { "article:author_name", BS_HEAD_BYLINE, 77 },
  { "article:author", BS_HEAD_BYLINE, 76 },
  { "dc.creator", BS_HEAD_BYLINE, 75 },
  { "dcterms.creator", BS_HEAD_BYLINE, 75 },
  { "byl", BS_HEAD_BYLINE, 74 },
  { "byline", BS_HEAD_BYLINE, 74 },
  { "dcsext.author", BS_HEAD_BYLINE, 73 },
  { "article:published_time", BS_HEAD_DATE, 88 },
  { "article:published", BS_HEAD_DATE, 87 },
  { "datepublished", BS_HEAD_DATE, 86 },
  { "citation_publication_date", BS_HEAD_DATE, 85 },
  { "citation_date", BS_HEAD_DATE, 84 },
  { "parsely-pub-date", BS_HEAD_DATE, 83 },
  { "sailthru.date", BS_HEAD_DATE, 82 },
  { "dc.date.issued", BS_HEAD_DATE, 81 },
  { "dcterms.issued", BS_HEAD_DATE, 81 },
  { "dcterms.created", BS_HEAD_DATE, 80 },
  { "dc.date", BS_HEAD_DATE, 79 },
  { "dcterms.date", BS_HEAD_DATE, 79 },
  { "pubdate", BS_HEAD_DATE, 78 },
  { "publish-date", BS_HEAD_DATE, 78 },
  { "publish_date", BS_HEAD_DATE, 78 },
  { "publication_date", BS_HEAD_DATE, 78 },
  { "date", BS_HEAD_DATE, 77 },
  { "datecreated", BS_HEAD_DATE, 70 },
  { "og:locale", BS_HEAD_LANGUAGE, 30 },
  { "dc.language", BS_HEAD_LANGUAGE, 50 },
  { "language", BS_HEAD_LANGUAGE, 50 },
  { "inlanguage", BS_HEAD_LANGUAGE, 50 },
  { "og:url", BS_HEAD_URL, 80 },
  { "parsely-link", BS_HEAD_URL, 70 },
  { "twitter:url", BS_HEAD_URL, 60 },
  { "og:site_name", BS_HEAD_PUBLISHER, 90 },
  { "dc.publisher", BS_HEAD_PUBLISHER, 60 },
  { "dcterms.publisher", BS_HEAD_PUBLISHER, 60 },
  { "publisher", BS_HEAD_PUBLISHER, 60 },
  { "citation_journal_title", BS_HEAD_PUBLISHER, 60 },
  { "application-name", BS_HEAD_PUBLISHER, 50 },
  { "copyright", BS_HEAD_RIGHTS, 80 },
  { "dc.rights", BS_HEAD_RIGHTS, 70 },
  { "dcterms.rights", BS_HEAD_RIGHTS, 70 },
  { "rights", BS_HEAD_RIGHTS, 60 },
};

static gboolean
fits (BsHeadField field, const char *value)
{
  gsize length = strlen (value);

  if (length == 0 || g_utf8_strlen (value, -1) > VALUE_MAX)
    return FALSE;
  if (field == BS_HEAD_BYLINE && strspn (value, "abcdefghijklmnopqrstuvwxyz") == length) /* "by" */
    return FALSE;
  if (field == BS_HEAD_BYLINE)
    return strstr (value, "://") == NULL && *value != '@' && !g_ascii_isdigit (*value);
  if (field == BS_HEAD_URL)
    return g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://");
  if (field == BS_HEAD_DATE)
    return strpbrk (value, "0123456789") != NULL && length < 80;
  if (field == BS_HEAD_LANGUAGE)
    return length >= 2 && g_ascii_isalpha (value[0]) && g_ascii_isalpha (value[1])
           && (length == 2 || value[2] == '-' || value[2] == '_');
  return TRUE;
}

char *
bs_html_fold (const char *value)
{
  GString *out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        blank = out->len > 0;
      else if (c >= ' ' && !g_unichar_iszerowidth (c) && g_unichar_type (c) != G_UNICODE_CONTROL)
        {
          if (blank)
            g_string_append_c (out, ' ');
          blank = FALSE;
          g_string_append_unichar (out, c);
        }
    }
  return g_string_free (out, FALSE);
}

void
bs_html_head_offer (BsHtmlHead *head, BsHeadField field, guint trust, const char *value)
{
  g_autofree char *clean = NULL;

  if (value == NULL || trust <= head->trust[field])
    return;
  clean = bs_html_fold (value);
  if (field == BS_HEAD_BYLINE)
    {
      BsSpan name = bs_byline_tidied (bs_span_of (clean));

      memmove (clean, name.start, name.length);
      clean[name.length] = '\0';
    }
  if (!fits (field, clean))
    return;
  if (field == BS_HEAD_LANGUAGE)
    {
      clean[2] = '\0';
      clean[0] = g_ascii_tolower (clean[0]);
      clean[1] = g_ascii_tolower (clean[1]);
    }
  g_free (head->value[field]);
  head->value[field] = g_steal_pointer (&clean);
  head->trust[field] = trust;
}

void
bs_html_head_clear (BsHtmlHead *head)
{
  for (guint i = 0; i < BS_N_HEAD; i++)
    g_free (head->value[i]);
  *head = (BsHtmlHead){ 0 };
}

/* Whether one of the names, parted by blanks, is the other. Dublin Core is written with a dot, a colon or an
 * underscore. */
static gboolean
has_name (const char *names, const char *other)
{
  while (*names != '\0')
    {
      const char *wanted = other;

      for (; *wanted != '\0' && (g_ascii_tolower (*names) == *wanted
                                  || (*wanted == '.' && (*names == ':' || *names == '_')));
           names++)
        wanted++;
      if (*wanted == '\0' && (*names == '\0' || g_ascii_isspace (*names)))
        return TRUE;
      names += strcspn (names, " \t\n");
      names += strspn (names, " \t\n");
    }
  return FALSE;
}

static void
read_meta (BsHtmlHead *head, const GumboNode *node)
{
  static const char *const NAMES[] = { "property", "name", "itemprop" };
  const char *content = bs_html_value (node, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (NAMES); i++)
    {
      const char *name = bs_html_value (node, NAMES[i]);

      for (guint j = 0; name != NULL && j < G_N_ELEMENTS (METAS); j++)
        if (has_name (name, METAS[j].name))
          bs_html_head_offer (head, (BsHeadField)METAS[j].field, METAS[j].trust, content);
    }
}

/* The first text in an element. */
static const char *
text_of (const GumboNode *node)
{
  for (guint depth = 0; depth < TEXT_DEPTH_MAX && node->type == GUMBO_NODE_ELEMENT; depth++)
    {
      const GumboVector *children = &node->v.element.children;
      const GumboNode *next = NULL;

      for (guint i = 0; i < children->length && next == NULL; i++)
        {
          const GumboNode *child = children->data[i];

          if (child->type == GUMBO_NODE_TEXT
              || (child->type == GUMBO_NODE_ELEMENT && child->v.element.children.length > 0))
            next = child;
        }
      if (next == NULL)
        return NULL;
      node = next;
    }
  return node->type == GUMBO_NODE_TEXT ? node->v.text.text : NULL;
}

static void
read_element (BsHtmlHead *head, const GumboNode *node)
{
  const char *itemprop = bs_html_value (node, "itemprop"), *rel = bs_html_value (node, "rel");
  const char *content = bs_html_value (node, "content"), *datetime = bs_html_value (node, "datetime");

  if (itemprop != NULL && strcmp (itemprop, "datePublished") == 0)
    bs_html_head_offer (head, BS_HEAD_DATE, 85,
                        datetime != NULL ? datetime : content != NULL ? content : text_of (node));
  if (datetime != NULL)
    bs_html_head_offer (head, BS_HEAD_DATE, 40, datetime);
  if (itemprop != NULL && strcmp (itemprop, "headline") == 0)
    bs_html_head_offer (head, BS_HEAD_TITLE, 70, text_of (node));
  if (itemprop != NULL && strcmp (itemprop, "author") == 0)
    bs_html_head_offer (head, BS_HEAD_BYLINE, 60, content != NULL ? content : text_of (node));
  if (rel != NULL && strcmp (rel, "author") == 0)
    bs_html_head_offer (head, BS_HEAD_BYLINE, 50, text_of (node));
  if (rel != NULL && strcmp (rel, "canonical") == 0)
    bs_html_head_offer (head, BS_HEAD_URL, 90, bs_html_value (node, "href"));
}

/* Where the name of the site stands behind the title: at its last " | ", " - " …, or NULL. `name` NULL: whatever
 * stands there, where it is short and shorter than what stands before it. */
static char *
find_site (char *title, const char *name)
{
  static const char *const BARS[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • " };
  char *last = NULL;
  gsize bar = 0;

  for (guint i = 0; i < G_N_ELEMENTS (BARS); i++)
    {
      char *found = g_strrstr (title, BARS[i]);

      if (found != NULL && (last == NULL || found > last))
        {
          last = found;
          bar = strlen (BARS[i]);
        }
    }
  if (last == NULL || last - title < 8)
    return NULL;
  if (name != NULL)
    return strlen (last + bar) >= SITE_MIN
                   && g_ascii_strncasecmp (last + bar, name, MIN (strlen (name), strlen (last + bar))) == 0
               ? last
               : NULL;
  return (gsize)(last - title) > strlen (last + bar) && strlen (last + bar) <= 40 ? last : NULL;
}

static void
cut_site (BsHtmlHead *head)
{
  char *title = head->value[BS_HEAD_TITLE], *at;

  if (title == NULL)
    return;
  at = head->value[BS_HEAD_PUBLISHER] != NULL ? find_site (title, head->value[BS_HEAD_PUBLISHER]) : NULL;
  if (at == NULL && head->trust[BS_HEAD_TITLE] < 50)
    for (guint i = 0; i < 2; i++)
      {
        at = find_site (title, NULL);
        if (at != NULL)
          *at = '\0';
      }
  if (at != NULL)
    *at = '\0';
}

void
bs_html_head_read (BsHtmlHead *head, const BsHtmlTree *tree, const BsHtmlSlim *slim)
{
  bs_html_head_clear (head);
  for (guint i = 0; i < slim->data->len; i++)
    bs_html_json_read (head, g_array_index (slim->data, BsSpan, i));
  bs_html_head_offer (head, BS_HEAD_LANGUAGE, 80, bs_html_value (tree->root, "lang"));
  for (guint i = 0; i < tree->signs->len; i++)
    {
      const GumboNode *node = tree->signs->pdata[i];

      if (node->v.element.tag == GUMBO_TAG_META)
        read_meta (head, node);
      else if (node->v.element.tag == GUMBO_TAG_TITLE)
        bs_html_head_offer (head, BS_HEAD_TITLE, 40, text_of (node));
      else
        read_element (head, node);
    }
  cut_site (head);
}
