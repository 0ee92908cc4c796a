#include "clean/html-tree.h"
#include "clean/html-hint.h"
#include "clean/html-tag.h"
#include "clean/html-veil.h"

/* Where the walk through the tree stands. */
typedef struct
{
  BsHtmlTree *tree;
  const BsHtmlSlim *slim;
  GString *text;
  GArray *blocks, *trail;
  BsMended *mended;
  guint32 at;       /* the element */
  guint32 start;    /* of the block at hand, in the text */
  guint32 item;     /* a list item whose first block has not been met; 0: none */
  BsHtmlFacts facts; /* of the block at hand */
  gboolean blank;   /* white space is due */
  guint breaks;     /* <br> since the last letter */
  BsHtmlVeil veil;
  guint64 most_lines; /* of a <pre> */
  gboolean all;     /* lines were told apart */
} Walk;

void
bs_html_tree_init (BsHtmlTree *tree)
{
  tree->arena = bs_arena_new ();
  tree->elements = g_array_new (FALSE, TRUE, sizeof (BsHtmlElement));
  tree->facts = g_array_new (FALSE, FALSE, sizeof (BsHtmlFacts));
  tree->signs = g_ptr_array_new ();
  tree->room = g_string_new (NULL);
  tree->pre = g_string_new (NULL);
  tree->points = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
  tree->lines = g_array_new (FALSE, FALSE, sizeof (BsLine));
  tree->pieces = g_array_new (FALSE, FALSE, sizeof (BsRawBlock));
}

void
bs_html_tree_clear (BsHtmlTree *tree)
{
  bs_arena_free (tree->arena);
  g_array_unref (tree->elements);
  g_array_unref (tree->facts);
  g_ptr_array_unref (tree->signs);
  g_string_free (tree->room, TRUE);
  g_string_free (tree->pre, TRUE);
  g_array_unref (tree->points);
  g_array_unref (tree->lines);
  g_array_unref (tree->pieces);
}

const char *
bs_html_value (const GumboNode *node, const char *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&node->v.element.attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

static void *
take_memory (void *arena, size_t size)
{
  return bs_arena_alloc (arena, size);
}

static void
leave_memory (void *arena, void *piece)
{
}

static guint32
within_of (guint tag)
{
  static const guint32 WITHIN[GUMBO_TAG_LAST + 1] = {
    [GUMBO_TAG_NAV] = BS_IN_NAV,         [GUMBO_TAG_MENU] = BS_IN_NAV,
    [GUMBO_TAG_HEADER] = BS_IN_HEADER,   [GUMBO_TAG_FOOTER] = BS_IN_FOOTER,
    [GUMBO_TAG_ASIDE] = BS_IN_ASIDE,     [GUMBO_TAG_FIGURE] = BS_IN_FIGURE,
    [GUMBO_TAG_FIGCAPTION] = BS_IN_FIGCAPTION, [GUMBO_TAG_TABLE] = BS_IN_TABLE,
    [GUMBO_TAG_BLOCKQUOTE] = BS_IN_QUOTE, [GUMBO_TAG_PRE] = BS_IN_PRE,
    [GUMBO_TAG_LISTING] = BS_IN_PRE,     [GUMBO_TAG_UL] = BS_IN_LIST,
    [GUMBO_TAG_OL] = BS_IN_LIST,         [GUMBO_TAG_DL] = BS_IN_LIST,
    [GUMBO_TAG_FORM] = BS_IN_FORM,       [GUMBO_TAG_BUTTON] = BS_IN_BUTTON,
    [GUMBO_TAG_H1] = BS_IN_HEADING,      [GUMBO_TAG_H2] = BS_IN_HEADING,
    [GUMBO_TAG_H3] = BS_IN_HEADING,      [GUMBO_TAG_H4] = BS_IN_HEADING,
    [GUMBO_TAG_H5] = BS_IN_HEADING,      [GUMBO_TAG_H6] = BS_IN_HEADING,
    [GUMBO_TAG_A] = BS_IN_LINK,          [GUMBO_TAG_B] = BS_IN_BOLD,
    [GUMBO_TAG_ARTICLE] = BS_IN_ARTICLE, [GUMBO_TAG_MAIN] = BS_IN_MAIN,
    [GUMBO_TAG_ADDRESS] = BS_IN_ADDRESS,
  };

  return WITHIN[MIN (tag, GUMBO_TAG_LAST)];
}

static gboolean
is_inline (guint tag)
{
  switch (tag)
    {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_OUTPUT:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_block (Walk *walk, guint32 start, guint32 length, const BsHtmlFacts *facts)
{
  BsRawBlock block = { .start = start, .length = length };

  bs_look_at (&block.look, bs_span (walk->text->str + start, length));
  g_array_append_val (walk->blocks, block);
  g_array_append_val (walk->tree->facts, *facts);
}

static void
begin_block (Walk *walk)
{
  walk->start = (guint32)walk->text->len;
  walk->facts = (BsHtmlFacts){ .element = walk->at };
  walk->blank = FALSE;
  walk->breaks = 0;
}

/* Ends the block at hand where it holds anything. */
static void
end_block (Walk *walk)
{
  guint32 length = (guint32)walk->text->len - walk->start;

  if (length > 0)
    {
      add_block (walk, walk->start, length, &walk->facts);
      g_string_append_c (walk->text, '\n');
    }
  begin_block (walk);
}

static void
mark_source (Walk *walk, const GumboNode *node)
{
  BsTrailPoint point
      = { (guint32)walk->text->len, bs_trail_source (walk->slim->trail, node->v.text.start_pos.offset) };

  g_array_append_val (walk->trail, point);
}

/* A line break before a letter: whether what follows is a block of its own. */
static gboolean
breaks_here (const Walk *walk, BsSpan next)
{
  BsSpan before = bs_span (walk->text->str + walk->start, walk->text->len - walk->start);

  if (walk->breaks > 1 || (bs_look_ends (before) & (BS_LOOK_STOP | BS_LOOK_COLON)) != 0)
    return TRUE;
  return !g_unichar_islower (g_utf8_get_char (next.start));
}

/* White space due, breaks and bullets before a word. */
static void
begin_word (Walk *walk, BsSpan rest, const GumboNode *node)
{
  gboolean first = walk->text->len == walk->start;

  if (!first && walk->breaks > 0)
    {
      if (breaks_here (walk, rest))
        {
          end_block (walk);
          first = TRUE;
        }
      else
        walk->blank = TRUE;
    }
  walk->breaks = 0;
  if (first)
    {
      walk->facts.element = walk->at;
      if (walk->item != 0 && bs_look_bullet (rest) == 0)
        g_string_append (walk->text, "- ");
      walk->item = 0;
    }
  else if (walk->blank)
    g_string_append_c (walk->text, ' ');
  if (first || walk->blank)
    mark_source (walk, node);
  walk->blank = FALSE;
}

static void
put_word (Walk *walk, BsSpan word)
{
  guint32 letters = (guint32)g_utf8_strlen (word.start, (gssize)word.length);
  guint32 within = bs_html_element (walk->tree, walk->at)->within;

  g_string_append_len (walk->text, word.start, (gssize)word.length);
  walk->facts.letters += letters;
  if (within & BS_IN_LINK)
    walk->facts.linked += letters;
  if (within & BS_IN_BOLD)
    walk->facts.bold += letters;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\t';
}

static void
put_text (Walk *walk, const GumboNode *node)
{
  guint64 wide = 0;
  BsSpan text = bs_mend (bs_span_of (node->v.text.text), walk->tree->room, walk->tree->points, walk->mended, &wide);
  const char *at = text.start, *end = text.start + text.length;

  if (bs_html_element (walk->tree, walk->at)->within & BS_IN_PRE)
    {
      g_string_append_len (walk->tree->pre, text.start, (gssize)text.length);
      return;
    }
  while (at < end)
    {
      const char *start = at;

      while (at < end && is_blank (*at))
        at++;
      walk->blank |= at > start;
      for (start = at; at < end && !is_blank (*at); at++)
        ;
      if (at > start)
        {
          begin_word (walk, bs_span (start, (gsize)(end - start)), node);
          put_word (walk, bs_span (start, (gsize)(at - start)));
        }
    }
}

/* The text of a <pre> is a plain text with lines of its own. */
static void
end_pre (Walk *walk)
{
  BsHtmlTree *tree = walk->tree;
  GString *pre = tree->pre;

  end_block (walk);
  walk->all &= bs_blocks_find (tree->pieces, tree->lines, bs_span (pre->str, pre->len),
                               MAX (walk->most_lines, walk->blocks->len + 1) - walk->blocks->len, bs_look_at);
  for (guint i = 0; i < tree->pieces->len; i++)
    {
      const BsRawBlock *piece = &g_array_index (tree->pieces, BsRawBlock, i);
      BsHtmlFacts facts = { .element = walk->at,
                            .letters = (guint32)g_utf8_strlen (pre->str + piece->start, piece->length) };
      guint32 start = (guint32)walk->text->len;

      g_string_append_len (walk->text, pre->str + piece->start, piece->length);
      add_block (walk, start, piece->length, &facts);
      g_string_append_c (walk->text, '\n');
    }
  g_string_truncate (pre, 0);
  begin_block (walk);
}

static gboolean
is_sign (const GumboNode *node, guint tag)
{
  return tag == GUMBO_TAG_META || tag == GUMBO_TAG_LINK || tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_TIME
         || bs_html_value (node, "itemprop") != NULL || bs_html_value (node, "rel") != NULL;
}

static gboolean
is_hidden (Walk *walk, const GumboNode *node)
{
  const char *hidden = bs_html_value (node, "hidden");

  return hidden != NULL && !(strcmp (hidden, BS_HTML_UNREAD) == 0 && bs_html_is_behind_dialog (&walk->veil, node));
}

/* Leaves out what is not shown. */
static void
enter (Walk *walk, const GumboNode *node)
{
  guint tag = bs_html_tag_of (node);
  BsHtmlElement *parent = bs_html_element (walk->tree, walk->at), element;
  guint32 role = bs_html_role_within (bs_html_value (node, "role"));

  if (is_sign (node, tag))
    g_ptr_array_add (walk->tree->signs, (gpointer)node);
  if (tag == GUMBO_TAG_BR)
    {
      walk->breaks++;
      if (parent->within & BS_IN_PRE)
        g_string_append_c (walk->tree->pre, '\n');
      return;
    }
  if (tag == GUMBO_TAG_IMG)
    {
      if (parent->pictures < G_MAXUINT16)
        parent->pictures++;
      return;
    }
  if (tag == GUMBO_TAG_TITLE || is_hidden (walk, node))
    return;
  element = (BsHtmlElement){ .parent = walk->at,
                             .within = parent->within | within_of (tag) | role,
                             .hints = bs_html_hints (node),
                             .tag = (guint8)tag,
                             .node = node };
  if (element.hints & BS_HINT_HIDDEN)
    return;
  if (!is_inline (tag) && (parent->within & BS_IN_PRE) == 0)
    end_block (walk);
  if (tag == GUMBO_TAG_A && walk->text->len > walk->start && !walk->blank && walk->facts.linked > 0
      && node->index_within_parent > 0)
    walk->blank = TRUE;
  walk->at = walk->tree->elements->len;
  if (tag == GUMBO_TAG_LI)
    walk->item = walk->at;
  g_array_append_val (walk->tree->elements, element);
}

static void
meet (Walk *walk, const GumboNode *node)
{
  if (node->type == GUMBO_NODE_ELEMENT)
    enter (walk, node);
  else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
    put_text (walk, node);
}

static void
leave (Walk *walk)
{
  BsHtmlElement *element = bs_html_element (walk->tree, walk->at);
  BsHtmlElement *parent = bs_html_element (walk->tree, element->parent);

  if ((element->within & BS_IN_PRE) != 0)
    {
      if ((parent->within & BS_IN_PRE) == 0)
        end_pre (walk);
      else if (!is_inline (element->tag))
        g_string_append_c (walk->tree->pre, '\n');
    }
  else if (!is_inline (element->tag))
    end_block (walk);
  if (walk->item == walk->at)
    walk->item = 0;
  element->end = walk->tree->elements->len;
  if (walk->at != 0)
    parent->pictures = (guint16)MIN (parent->pictures + element->pictures, G_MAXUINT16);
  walk->at = element->parent;
}

/* Until an element is left, its `end` counts the children that have been met. */
static void
walk_tree (Walk *walk)
{
  BsHtmlElement root = { .tag = GUMBO_TAG_HTML, .node = walk->tree->root };

  g_array_append_val (walk->tree->elements, root);
  begin_block (walk);
  for (gboolean done = FALSE; !done;)
    {
      BsHtmlElement *element = bs_html_element (walk->tree, walk->at);
      const GumboVector *children = &element->node->v.element.children;

      if (element->end < children->length)
        meet (walk, children->data[element->end++]);
      else
        {
          done = walk->at == 0;
          leave (walk);
        }
    }
}

gboolean
bs_html_tree_read (BsHtmlTree *tree, const BsHtmlSlim *slim, guint64 most_lines, GString *text, GArray *blocks,
                   GArray *trail, BsMended *mended)
{
  GumboOptions options = kGumboDefaultOptions;
  Walk walk = { .tree = tree, .slim = slim, .text = text, .blocks = blocks, .trail = trail, .mended = mended,
                .most_lines = most_lines, .all = TRUE };

  bs_arena_reset (tree->arena);
  g_array_set_size (tree->elements, 0);
  g_array_set_size (tree->facts, 0);
  g_array_set_size (blocks, 0);
  g_array_set_size (trail, 0);
  g_ptr_array_set_size (tree->signs, 0);
  g_string_truncate (text, 0);
  g_string_truncate (tree->pre, 0);
  options.allocator = take_memory; /* gumbo_destroy_output() calls itself once a level */
  options.deallocator = leave_memory;
  options.userdata = tree->arena;
  options.max_errors = 0;
  tree->root = gumbo_parse_with_options (&options, slim->page->str, slim->page->len)->root;
  walk.veil.root = tree->root;
  walk_tree (&walk);
  return walk.all;
}
