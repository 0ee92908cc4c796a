#include "clean/html-veil.h"
#include "clean/html-tag.h"

#define RUNNING_MIN 60 /* bytes */
#define ASKED_MAX 64

/* The node behind `node` and what is in it, inside `top`; NULL where there is none. */
static const GumboNode *
node_behind (const GumboNode *node, const GumboNode *top)
{
  for (; node != top; node = node->parent)
    {
      const GumboVector *beside = &node->parent->v.element.children;

      if (node->index_within_parent + 1 < beside->length)
        return beside->data[node->index_within_parent + 1];
    }
  return NULL;
}

/* Bytes of running text in an element, and its first <h1>. */
static gsize
running_text (const GumboNode *top, const GumboNode **headline)
{
  const GumboNode *node = top;
  gsize bytes = 0;

  *headline = NULL;
  while (node != NULL)
    {
      gboolean element = node->type == GUMBO_NODE_ELEMENT;
      guint tag = element ? bs_html_tag_of (node) : GUMBO_TAG_UNKNOWN;
      gsize length = node->type == GUMBO_NODE_TEXT ? strlen (node->v.text.text) : 0;

      if (length >= RUNNING_MIN)
        bytes += length;
      if (tag == GUMBO_TAG_H1 && *headline == NULL)
        *headline = node;
      node = element && tag != GUMBO_TAG_A && node->v.element.children.length > 0 ? node->v.element.children.data[0]
                                                                                   : node_behind (node, top);
    }
  return bytes;
}

gboolean
bs_html_is_behind_dialog (BsHtmlVeil *veil, const GumboNode *node)
{
  const GumboNode *headline;

  if (veil->asked >= ASKED_MAX)
    return FALSE;
  if (veil->asked++ == 0)
    veil->running = running_text (veil->root, &veil->headline);
  return running_text (node, &headline) * 2 > veil->running && headline == veil->headline;
}
