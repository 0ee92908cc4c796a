#include "clean/html-content.h"
#include "clean/html-hint.h"

#define PART_MIN 100    /* letters of prose of a further part of the article */
#define PART_LEVELS 4
#define TEXT_MIN 300    /* letters of prose that make a text of what is called something else */
#define OUTSIDE_MIN 150 /* letters of prose, a short paragraph or two */

#define ELEMENT(i) bs_html_element (tree, i)
#define SUM(i) (&g_array_index (sums, BsHtmlSum, i))

gboolean
bs_html_is_prose (const BsRawBlock *block, const BsHtmlFacts *facts)
{
  const BsLook *look = &block->look;

  if (facts->linked * 2 > facts->letters || look->digits > look->letters)
    return FALSE;
  return (look->flags & BS_LOOK_LONG) != 0 || look->words >= 15 || (look->words >= 8 && look->flags & BS_LOOK_STOP);
}

static guint32
mass_of (const BsRawBlock *block, const BsHtmlFacts *facts, guint32 within)
{
  guint32 letters = facts->letters - facts->linked;

  if (within & BS_IN_HEADING)
    return 0;
  return bs_html_is_prose (block, facts) ? letters : letters / 10;
}

/* Sums over all that is in each element; parents stand before what they hold. */
static void
add_up (const BsHtmlTree *tree, const GArray *blocks, GArray *sums)
{
  g_array_set_size (sums, 0);
  g_array_set_size (sums, tree->elements->len);
  for (guint i = 0; i < blocks->len; i++)
    {
      const BsRawBlock *block = &g_array_index (blocks, BsRawBlock, i);
      const BsHtmlFacts *facts = bs_html_facts (tree, i);
      BsHtmlSum *sum = SUM (facts->element);

      sum->letters += facts->letters;
      sum->linked += facts->linked;
      sum->mass += mass_of (block, facts, ELEMENT (facts->element)->within);
      if (ELEMENT (facts->element)->within & BS_IN_HEADING
          && (facts->linked * 2 > facts->letters || ELEMENT (facts->element)->tag == GUMBO_TAG_H1)
          && sum->headlines < G_MAXUINT16)
        sum->headlines++;
    }
  for (guint i = tree->elements->len - 1; i > 0; i--)
    {
      BsHtmlSum *sum = SUM (i), *parent = SUM (ELEMENT (i)->parent);

      sum->named |= (ELEMENT (i)->hints & BS_HINT_BODY) != 0;
      parent->letters += sum->letters;
      parent->linked += sum->linked;
      parent->mass += sum->mass;
      parent->headlines = (guint16)MIN (parent->headlines + sum->headlines, G_MAXUINT16);
    }
}

/* Parents' letters are whole only now. */
static void
pass_names_up (const BsHtmlTree *tree, GArray *sums)
{
  for (guint i = tree->elements->len - 1; i > 0; i--)
    if (SUM (i)->named && SUM (i)->letters * 2 >= SUM (ELEMENT (i)->parent)->letters)
      SUM (ELEMENT (i)->parent)->named = TRUE;
}

static BsAside
aside_of_tag (const BsHtmlElement *element, const BsHtmlElement *parent, const char **reason)
{
  guint32 new = element->within & ~parent->within;

  *reason = "in an element of navigation";
  if (new & (BS_IN_NAV | BS_IN_BUTTON))
    return BS_ASIDE_NAVIGATION;
  *reason = "in a footer";
  if (new & BS_IN_FOOTER)
    return BS_ASIDE_NAVIGATION;
  *reason = "in an element beside the article";
  if (new & BS_IN_ASIDE)
    return BS_ASIDE_PROMO;
  *reason = "under a picture";
  return new & BS_IN_FIGCAPTION ? BS_ASIDE_CAPTION : BS_KEPT;
}

static BsAside
aside_of_hints (guint16 hints, const char **reason)
{
  static const struct
  {
    guint16 hint;
    guint8 aside;
    const char *reason;
  } MEANINGS[] = {
    { BS_HINT_COMMENT, BS_ASIDE_COMMENT, "named as comments" },
    { BS_HINT_LEGAL, BS_ASIDE_LEGAL, "named as legal" },
    { BS_HINT_PROMO, BS_ASIDE_PROMO, "named as promotion" },
    { BS_HINT_WALL, BS_ASIDE_PROMO, "named as a paywall" },
    { BS_HINT_MENU, BS_ASIDE_NAVIGATION, "named as navigation" },
    { BS_HINT_CAPTION, BS_ASIDE_CAPTION, "named as a caption" },
    { BS_HINT_BYLINE, BS_ASIDE_BYLINE, "named as a byline" },
    { BS_HINT_AROUND, BS_ASIDE_NAVIGATION, "named as beside the article" },
    { BS_HINT_BESIDE, BS_ASIDE_NAVIGATION, "named as beside the article" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (MEANINGS); i++)
    if (hints & MEANINGS[i].hint)
      {
        *reason = MEANINGS[i].reason;
        return (BsAside)MEANINGS[i].aside;
      }
  return BS_KEPT;
}

/* Prose without links or headlines, as much as several paragraphs or one that bears the name alone. */
static gboolean
is_behind_wall (const BsHtmlElement *element, const BsHtmlSum *sum)
{
  return (element->hints & BS_HINT_WALL) != 0 && sum->headlines == 0 && sum->linked * 4 <= sum->letters
         && sum->mass * 4 >= sum->letters * 3 && sum->mass > 0
         && (sum->mass >= TEXT_MIN
             || (element->tag == GUMBO_TAG_P && bs_html_has_class (element->node, "paywall")));
}

/* Whether a page names so what is behind its paywall, as schema.org has it, and not what it is itself. */
static gboolean
has_text_behind_wall (const BsHtmlTree *tree, const GArray *sums)
{
  for (guint i = 1; i < tree->elements->len; i++)
    if (is_behind_wall (ELEMENT (i), SUM (i)))
      return TRUE;
  return FALSE;
}

/* Menus, bylines and captions are no long prose, whatever they are called; and what is both lead and promotion, as
 * "teaser" is, is a lead where it links to nothing. */
static gboolean
is_called_wrongly (const BsHtmlElement *element, const BsHtmlSum *sum, BsAside aside)
{
  if (aside == BS_ASIDE_PROMO && element->hints & BS_HINT_LEAD)
    return sum->headlines == 0 && sum->linked * 4 <= sum->letters && sum->mass * 2 >= sum->letters;
  if (sum->mass < TEXT_MIN || sum->mass * 4 < sum->letters * 3)
    return FALSE;
  return aside == BS_ASIDE_BYLINE || (aside == BS_ASIDE_CAPTION && (element->within & BS_IN_FIGCAPTION) == 0)
         || (aside == BS_ASIDE_NAVIGATION && element->hints & (BS_HINT_MENU | BS_HINT_AROUND));
}

/* Names are believed where most of the page's prose is elsewhere. Those of comments and sidebars, which may hold more
 * than a short article, are believed where anything is elsewhere, unless the headline is in them. */
static gboolean
may_be_beside (const BsHtmlTree *tree, guint i, const BsHtmlSum *sum, const BsHtmlSum *page, BsAside aside, guint title)
{
  if (is_called_wrongly (ELEMENT (i), sum, aside))
    return FALSE;
  if (ELEMENT (i)->hints & (BS_HINT_BESIDE | BS_HINT_AROUND) && sum->named)
    return FALSE;
  if (aside == BS_ASIDE_COMMENT && title >= i && title < ELEMENT (i)->end)
    return FALSE;
  if (aside == BS_ASIDE_COMMENT)
    return page->mass - sum->mass >= OUTSIDE_MIN;
  if (sum->mass * 5 <= page->mass * 2)
    return TRUE;
  return (ELEMENT (i)->hints & BS_HINT_BESIDE || ELEMENT (i)->within & BS_IN_ASIDE)
         && title < tree->elements->len && (title < i || title >= ELEMENT (i)->end)
         && page->mass - sum->mass >= OUTSIDE_MIN;
}

/* Where a paywall's name is the text's, what is of the same name beside its paragraphs, too. */
static gboolean
is_of_walled_text (const BsHtmlElement *element, const BsHtmlSum *sum)
{
  return is_behind_wall (element, sum)
         || (sum->linked == 0 && element->tag != GUMBO_TAG_DIV && element->tag != GUMBO_TAG_SECTION
             && bs_html_has_class (element->node, "paywall"));
}

static void
mark (const BsHtmlTree *tree, GArray *sums, guint title)
{
  gboolean walled = has_text_behind_wall (tree, sums);

  for (guint i = 1; i < tree->elements->len; i++)
    {
      const BsHtmlElement *element = ELEMENT (i);
      BsHtmlSum *sum = SUM (i), *parent = SUM (element->parent);
      const char *reason;
      BsAside aside = aside_of_tag (element, ELEMENT (element->parent), &reason);

      if (parent->aside != BS_KEPT)
        {
          sum->aside = parent->aside;
          sum->reason = parent->reason;
          continue;
        }
      if (aside == BS_KEPT && (element->hints & BS_HINT_BODY) == 0)
        aside = aside_of_hints (walled && is_of_walled_text (element, sum) ? element->hints & ~BS_HINT_WALL
                                                                            : element->hints, &reason);
      if (aside != BS_KEPT && may_be_beside (tree, i, sum, SUM (0), aside, title))
        {
          sum->aside = (guint8)aside;
          sum->reason = reason;
        }
    }
}

/* Takes what is marked out of the masses. */
static void
take_out (const BsHtmlTree *tree, GArray *sums)
{
  for (guint i = tree->elements->len - 1; i > 0; i--)
    {
      BsHtmlSum *sum = SUM (i), *parent = SUM (ELEMENT (i)->parent);

      if (sum->aside == BS_KEPT || parent->aside != BS_KEPT)
        continue;
      for (guint up = ELEMENT (i)->parent;; up = ELEMENT (up)->parent)
        {
          SUM (up)->mass -= sum->mass;
          if (up == 0)
            break;
        }
    }
}

static guint
heaviest_child (const BsHtmlTree *tree, const GArray *sums, guint of)
{
  guint best = of;

  for (guint i = of + 1; i < ELEMENT (of)->end; i = ELEMENT (i)->end)
    if (SUM (i)->aside == BS_KEPT && (best == of || SUM (i)->mass > SUM (best)->mass))
      best = i;
  return best;
}

/* The element inside `of` that is named as the text of an article and has half its mass. */
static guint
named_text (const BsHtmlTree *tree, const GArray *sums, guint of)
{
  for (guint i = of + 1; i < ELEMENT (of)->end; i++)
    if (SUM (i)->aside == BS_KEPT && SUM (i)->mass * 2 >= SUM (of)->mass && SUM (i)->mass > 0
        && (ELEMENT (i)->hints & BS_HINT_BODY || ELEMENT (i)->tag == GUMBO_TAG_ARTICLE))
      return i;
  return of;
}

/* Whether the article goes on in an element beside one that it is in: prose without links and headlines of its own,
 * in a paragraph, or in an element of the same kind and name, or in one named as the text of an article. */
static gboolean
goes_on_in (const BsHtmlTree *tree, const GArray *sums, guint part, guint beside)
{
  const BsHtmlElement *element = ELEMENT (beside), *other = ELEMENT (part);
  const BsHtmlSum *sum = SUM (beside);
  const char *class;

  if (sum->aside != BS_KEPT || sum->mass < PART_MIN || sum->mass * 2 < sum->letters || sum->linked * 4 > sum->letters
      || sum->headlines > 0 || element->tag == GUMBO_TAG_ARTICLE || element->tag == GUMBO_TAG_LI)
    return FALSE;
  if (element->tag == GUMBO_TAG_P || element->hints & BS_HINT_BODY)
    return TRUE;
  class = bs_html_value (element->node, "class");
  return element->tag == other->tag && class != NULL
         && g_strcmp0 (class, bs_html_value (other->node, "class")) == 0;
}

static void
take_in (const BsHtmlTree *tree, GArray *sums, guint element)
{
  for (guint i = element; i < ELEMENT (element)->end; i++)
    SUM (i)->main = TRUE;
}

static void
find_parts (const BsHtmlTree *tree, GArray *sums, guint main)
{
  take_in (tree, sums, main);
  for (guint level = 0, part = main; level < PART_LEVELS && part != 0; level++, part = ELEMENT (part)->parent)
    {
      guint parent = ELEMENT (part)->parent;

      for (guint i = parent + 1; i < ELEMENT (parent)->end; i = ELEMENT (i)->end)
        if (i != part && goes_on_in (tree, sums, part, i))
          take_in (tree, sums, i);
      if (ELEMENT (part)->tag == GUMBO_TAG_ARTICLE || ELEMENT (part)->tag == GUMBO_TAG_MAIN)
        return;
    }
}

static guint
find_main (const BsHtmlTree *tree, const GArray *sums)
{
  const guint INSIDE = BS_IN_LIST | BS_IN_TABLE | BS_IN_QUOTE | BS_IN_PRE;
  guint at = 0;

  for (;;)
    {
      guint named = named_text (tree, sums, at), child = heaviest_child (tree, sums, at);

      if (named != at)
        at = named;
      else if (child != at && SUM (child)->mass * 5 >= SUM (at)->mass * 4 && SUM (child)->mass > 0
               && (ELEMENT (child)->within & INSIDE) == (ELEMENT (at)->within & INSIDE)
               && ELEMENT (child)->tag != GUMBO_TAG_P)
        at = child;
      else
        return at;
    }
}

guint
bs_html_content_find (const BsHtmlTree *tree, const GArray *blocks, guint title, GArray *sums)
{
  guint main;

  add_up (tree, blocks, sums);
  pass_names_up (tree, sums);
  mark (tree, sums, title);
  take_out (tree, sums);
  main = find_main (tree, sums);
  find_parts (tree, sums, main);
  return main;
}
