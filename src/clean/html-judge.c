#include "clean/html-judge.h"
#include "clean/furniture.h"
#include "clean/headline.h"
#include "clean/html-byline.h"
#include "clean/html-hint.h"
#include "clean/html-pull.h"
#include "clean/html-table.h"
#include "clean/page.h"

#define PLACES_MAX 24
#define TEASER_LETTERS 16 /* of a link that is a headline rather than a name */
#define PARAGRAPHS_MIN 3  /* where an article is known by its paragraphs */
#define LABEL_WORDS 5     /* fewer are a label of the page */
#define SUBHEAD_WORDS 12
#define LINES_ABOVE 4 /* the headline */
#define NONE G_MAXUINT

typedef struct
{
  const BsHtmlTree *tree;
  const GArray *sums;
  BsPage page;
  guint main;  /* the article's element */
  guint first; /* its first block */
  guint end;   /* behind its last block */
  guint title; /* the headline's block, or NONE */
} Judge;

#define SUM(i) (&g_array_index (judge->sums, BsHtmlSum, i))
#define ELEMENT(i) bs_html_element (judge->tree, i)
#define FACTS(i) bs_html_facts (judge->tree, i)
#define BLOCK(i) (&judge->page.block[i])

static guint32
within (const Judge *judge, guint i)
{
  return ELEMENT (FACTS (i)->element)->within;
}

static gboolean
is_main (const Judge *judge, guint i)
{
  return SUM (FACTS (i)->element)->main;
}

static gboolean
is_prose (const Judge *judge, guint i)
{
  return bs_html_is_prose (BLOCK (i), FACTS (i));
}

static gboolean
is_heading (const Judge *judge, guint i)
{
  return (within (judge, i) & BS_IN_HEADING) != 0;
}

static gboolean
is_mostly_link (const BsHtmlFacts *facts)
{
  return facts->linked * 10 > facts->letters * 8;
}

/* The list or table that a block stands in, inside the article's element; 0 where there is none. */
static guint
group_of (const Judge *judge, guint i)
{
  for (guint at = FACTS (i)->element; at > judge->main; at = ELEMENT (at)->parent)
    switch (ELEMENT (at)->tag)
      {
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_DL:
      case GUMBO_TAG_TABLE:
        return at;
      default:
        break;
      }
  return 0;
}

/* The item of a list, or the row of a table, that a block stands in. */
static guint
item_of (const Judge *judge, guint i, guint group)
{
  guint at = FACTS (i)->element;

  while (at > group && ELEMENT (at)->parent != group && ELEMENT (at)->tag != GUMBO_TAG_LI
         && ELEMENT (at)->tag != GUMBO_TAG_TR)
    at = ELEMENT (at)->parent;
  return at;
}

/* Whether all of a block is in a link that holds other blocks too, as the card of another page does. */
static gboolean
is_in_card (const Judge *judge, guint i)
{
  const BsHtmlFacts *facts = FACTS (i);
  guint at = facts->element;

  if (facts->linked < facts->letters)
    return FALSE;
  while (at > judge->main && ELEMENT (at)->tag != GUMBO_TAG_A)
    at = ELEMENT (at)->parent;
  return at > judge->main && SUM (at)->letters > facts->letters && SUM (at)->letters * 4 < SUM (judge->main)->letters;
}

static void
judge_alone (Judge *judge, guint i)
{
  BsRawBlock *block = BLOCK (i);
  const BsHtmlFacts *facts = FACTS (i);
  const BsHtmlSum *sum = SUM (facts->element);
  guint group;

  block->score = (gint16)CLAMP ((gint64)facts->letters - 2 * (gint64)facts->linked, -999, 999);
  if (sum->aside != BS_KEPT)
    bs_decide (block, (BsAside)sum->aside, sum->reason);
  else if (!is_main (judge, i))
    bs_decide (block, is_prose (judge, i) ? BS_ASIDE_PROMO : BS_ASIDE_NAVIGATION, "outside the article's element");
  else if (bs_is_ornament (block))
    bs_decide (block, BS_ASIDE_NAVIGATION, "no word");
  else if (block->look.letters == 0 && !is_heading (judge, i) && group_of (judge, i) == 0
           && (within (judge, i) & (BS_IN_QUOTE | BS_IN_PRE | BS_IN_TABLE)) == 0)
    bs_decide (block, BS_ASIDE_TICKER, "a figure by itself");
  else if (is_heading (judge, i))
    bs_decide (block, BS_KEPT, "a heading");
  else if ((group = group_of (judge, i)) != 0 && SUM (group)->linked * 2 > SUM (group)->letters)
    bs_decide (block, BS_ASIDE_NAVIGATION, "in a list of links");
  else if (facts->linked * 10 > facts->letters * 7 && !bs_has (block, BS_LOOK_STOP))
    bs_decide (block, BS_ASIDE_NAVIGATION, "a link");
  else if (is_in_card (judge, i))
    bs_decide (block, BS_ASIDE_PROMO, "in a box that is a link");
  else
    bs_decide (block, BS_KEPT, "in the article's element");
}

/* Lists of which two items in three start with a link, as lists of other articles do, whatever they say below it. */
static void
drop_teasers (Judge *judge)
{
  for (guint i = 0, next; i < judge->page.n; i = next)
    {
      guint group = is_main (judge, i) ? group_of (judge, i) : 0, item = 0, items = 0, links = 0;

      for (next = i; group != 0 && next < judge->page.n && group_of (judge, next) == group; next++)
        {
          guint at = item_of (judge, next, group);

          if (at == item)
            continue;
          item = at;
          items++;
          links += is_mostly_link (FACTS (next)) && FACTS (next)->letters >= TEASER_LETTERS;
        }
      if (items >= 2 && links * 3 >= items * 2)
        for (guint j = i; j < next; j++)
          if (BLOCK (j)->aside == BS_KEPT)
            bs_decide (BLOCK (j), BS_ASIDE_PROMO, "in a list of other articles");
      next += next == i;
    }
}

static void
find_bounds (Judge *judge)
{
  judge->first = judge->page.n;
  judge->end = 0;
  for (guint i = 0; i < judge->page.n; i++)
    if (is_main (judge, i))
      {
        judge->first = MIN (judge->first, i);
        judge->end = i + 1;
      }
  judge->first = MIN (judge->first, judge->end);
}

/* The element of a heading that repeats the page's title, or of its only <h1>; NONE where there is none. */
static guint
find_title_element (const Judge *judge, const char *title)
{
  guint places[PLACES_MAX], h1 = NONE, n_h1 = 0;
  guint n = title != NULL ? bs_headline_places (&judge->page, title, places, PLACES_MAX) : 0;

  for (guint i = 0; i < n; i++)
    if (is_heading (judge, places[i]) && FACTS (places[i])->linked == 0)
      return FACTS (places[i])->element;
  for (guint i = 0; i < judge->page.n; i++)
    if (ELEMENT (FACTS (i)->element)->tag == GUMBO_TAG_H1)
      {
        h1 = FACTS (i)->element;
        n_h1++;
      }
  return n_h1 == 1 ? h1 : NONE;
}

/* The headline: the first <h1> that repeats the page's title, else another heading, else any block that does; else
 * the only <h1> above the article's end. */
static guint
find_title (const Judge *judge, const char *title)
{
  guint places[PLACES_MAX], best = NONE, rank = 0, h1 = NONE, n_h1 = 0;
  guint n = title != NULL ? bs_headline_places (&judge->page, title, places, PLACES_MAX) : 0;

  for (guint i = 0; i < n; i++)
    {
      guint at = places[i];
      guint new = SUM (FACTS (at)->element)->aside != BS_KEPT || FACTS (at)->linked > 0 ? 1
                  : ELEMENT (FACTS (at)->element)->tag == GUMBO_TAG_H1                  ? 4
                  : is_heading (judge, at)                                              ? 3
                                                                                        : 2;

      if (at < judge->end && new > rank)
        {
          best = at;
          rank = new;
        }
    }
  for (guint i = 0; i < judge->end; i++)
    if (ELEMENT (FACTS (i)->element)->tag == GUMBO_TAG_H1 && SUM (FACTS (i)->element)->aside == BS_KEPT)
      {
        h1 = i;
        n_h1++;
      }
  return rank > 1 || n_h1 != 1 ? best : h1;
}

/* Prose between the headline and the article's element opens the article. */
static void
keep_lead (Judge *judge)
{
  if (judge->title == NONE || judge->title >= judge->first)
    return;
  for (guint i = judge->title + 1; i < judge->first; i++)
    {
      const BsHtmlFacts *facts = FACTS (i);

      if (SUM (facts->element)->aside != BS_KEPT || facts->linked * 4 > facts->letters)
        continue;
      if (is_prose (judge, i) || ((is_heading (judge, i) || ELEMENT (facts->element)->hints & BS_HINT_LEAD)
                                  && BLOCK (i)->look.words >= 5))
        bs_decide (BLOCK (i), BS_KEPT, is_heading (judge, i) ? "a heading" : "between the headline and the article");
    }
}

/* What stands above the headline is no article, where little prose does. */
static void
drop_above (Judge *judge)
{
  guint32 above = 0, below = 0;

  if (judge->title == NONE)
    return;
  for (guint i = judge->first; i < judge->end; i++)
    if (BLOCK (i)->aside == BS_KEPT && is_prose (judge, i))
      *(i < judge->title ? &above : &below) += FACTS (i)->letters;
  if (above * 4 > below)
    return;
  for (guint i = judge->first; i < MIN (judge->title, judge->end); i++)
    if (BLOCK (i)->aside == BS_KEPT)
      bs_decide (BLOCK (i), BS_ASIDE_NAVIGATION, "above the headline");
}

/* The phrases' and the credits' verdicts on what is kept so far. */
static void
read_phrases (Judge *judge, const BsCleanOptions *options)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (BsRawBlock));
  guint n = 0;

  for (guint i = 0; i < judge->page.n; i++)
    if (BLOCK (i)->aside == BS_KEPT)
      g_array_append_val (kept, *BLOCK (i));
  bs_furniture_phrases (kept, bs_span (judge->page.text, 0), options, judge->page.folded);
  for (guint i = 0; i < judge->page.n; i++)
    if (BLOCK (i)->aside == BS_KEPT)
      *BLOCK (i) = g_array_index (kept, BsRawBlock, n++);
}

/* Below a heading that announces other articles, its element's blocks, or those up to the next heading that are no
 * prose of their own, are these. */
static void
drop_under_headings (Judge *judge)
{
  for (guint i = 0; i < judge->page.n; i++)
    {
      guint parent = ELEMENT (FACTS (i)->element)->parent;
      gboolean boxed = SUM (parent)->mass * 4 < SUM (judge->main)->mass;

      if (BLOCK (i)->aside != BS_ASIDE_PROMO || !is_heading (judge, i) || !is_main (judge, i))
        continue;
      for (guint j = i + 1; j < judge->page.n && is_main (judge, j) && !is_heading (judge, j); j++)
        {
          gboolean inside = FACTS (j)->element >= parent && FACTS (j)->element < ELEMENT (parent)->end;

          if (!(boxed && inside) && is_prose (judge, j))
            break;
          if (BLOCK (j)->aside == BS_KEPT)
            bs_decide (BLOCK (j), BS_ASIDE_PROMO, "under a heading of links");
        }
    }
}

/* Labels and headings behind the last paragraph are no article where there are paragraphs enough. */
static void
trim (Judge *judge)
{
  guint last = 0, n = 0;

  for (guint i = 0; i < judge->page.n; i++)
    if (BLOCK (i)->aside == BS_KEPT && !is_heading (judge, i) && is_prose (judge, i))
      {
        last = i;
        n++;
      }
  for (guint i = last + 1; n >= PARAGRAPHS_MIN && i < judge->page.n; i++)
    {
      BsRawBlock *block = BLOCK (i);
      gboolean label = block->look.words < BS_LABEL_WORDS && !bs_has (block, BS_LOOK_STOP) && group_of (judge, i) == 0;

      if (block->aside == BS_KEPT && (label || is_heading (judge, i)))
        bs_decide (block, BS_ASIDE_NAVIGATION, "behind the last paragraph");
    }
}

/* A few words by themselves in a box that is no paragraph, heading, list, table or quotation: buttons, notices of the
 * page. */
static gboolean
is_page_label (const Judge *judge, guint i)
{
  const guint TOLD = BS_LOOK_STOP | BS_LOOK_COLON | BS_LOOK_QUOTE | BS_LOOK_COMMA;
  const BsRawBlock *block = BLOCK (i);
  const BsHtmlFacts *facts = FACTS (i);

  return block->look.words < LABEL_WORDS && !bs_has (block, TOLD) && facts->bold * 2 < facts->letters
         && ELEMENT (facts->element)->tag != GUMBO_TAG_P && group_of (judge, i) == 0
         && (within (judge, i) & (BS_IN_HEADING | BS_IN_QUOTE | BS_IN_PRE | BS_IN_TABLE)) == 0;
}

static void
drop_labels (Judge *judge)
{
  guint n = 0;

  for (guint i = 0; i < judge->page.n; i++)
    n += BLOCK (i)->aside == BS_KEPT && is_prose (judge, i);
  for (guint i = 0; n >= PARAGRAPHS_MIN && i < judge->page.n; i++)
    if (BLOCK (i)->aside == BS_KEPT && is_page_label (judge, i))
      bs_decide (BLOCK (i), BS_ASIDE_NAVIGATION, "a label");
}

/* Who wrote it, from the lines about the headline; `*byline` is what the page's head says, or NULL. */
static void
read_bylines (Judge *judge, char **byline)
{
  BsHtmlOpening opening = { .tree = judge->tree, .block = judge->page.block, .text = judge->page.text };
  guint start = judge->title != NONE ? judge->title : judge->first;

  opening.from = start - MIN (start, LINES_ABOVE);
  while (opening.from > 0 && BLOCK (opening.from - 1)->aside == BS_ASIDE_BYLINE)
    opening.from--;
  for (opening.to = start; opening.to < judge->page.n; opening.to++)
    if (BLOCK (opening.to)->aside == BS_KEPT && is_prose (judge, opening.to))
      break;
  bs_html_bylines_drop (&opening, *byline);
  if (*byline == NULL)
    *byline = bs_html_author_named (&opening);
}

/* A line all in bold type above prose is a sub-heading whatever its tag. */
static gboolean
is_bold_heading (const Judge *judge, guint i)
{
  const guint TOLD = BS_LOOK_STOP | BS_LOOK_COMMA | BS_LOOK_QUOTE | BS_LOOK_BULLET;
  const BsRawBlock *block = BLOCK (i);
  const BsHtmlFacts *facts = FACTS (i);

  return block->look.words > 0 && block->look.words <= SUBHEAD_WORDS && facts->bold * 10 >= facts->letters * 9
         && !bs_has (block, TOLD) && (within (judge, i) & (BS_IN_TABLE | BS_IN_LIST | BS_IN_QUOTE)) == 0
         && i + 1 < judge->page.n && BLOCK (i + 1)->aside == BS_KEPT && is_prose (judge, i + 1);
}

static void
name_headings (Judge *judge)
{
  for (guint i = 0; i < judge->page.n; i++)
    if (BLOCK (i)->aside != BS_KEPT)
      continue;
    else if (is_heading (judge, i))
      bs_decide (BLOCK (i), BS_ASIDE_SUBHEAD, "a heading");
    else if (is_bold_heading (judge, i))
      bs_decide (BLOCK (i), BS_ASIDE_SUBHEAD, "a line in bold type");
  if (judge->title != NONE)
    bs_decide (BLOCK (judge->title), BS_ASIDE_TITLE, "the headline");
}

/* No page with text is left without. */
static void
keep_what_there_is (Judge *judge)
{
  for (guint i = 0; i < judge->page.n; i++)
    if (BLOCK (i)->aside == BS_KEPT)
      return;
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0, found = 0; i < judge->page.n; i++)
      {
        if (pass == 0 ? is_main (judge, i) && is_prose (judge, i)
                      : pass == 1 ? is_prose (judge, i) : BLOCK (i)->aside != BS_ASIDE_TITLE)
          {
            bs_decide (BLOCK (i), BS_KEPT, "all the text there is");
            found++;
          }
        if (i + 1 == judge->page.n && found > 0)
          return;
      }
}

void
bs_html_judge (const BsHtmlTree *tree, GArray *blocks, BsSpan text, const BsCleanOptions *options, const char *title,
               char **byline, GArray *sums, GString *folded)
{
  Judge state = { .tree = tree,
                  .sums = sums,
                  .page = { (BsRawBlock *)(gpointer)blocks->data, blocks->len, text.start, folded } };
  Judge *judge = &state;

  judge->main = bs_html_content_find (tree, blocks, find_title_element (judge, title), sums);
  find_bounds (judge);
  judge->title = find_title (judge, title);
  for (guint i = 0; i < judge->page.n; i++)
    judge_alone (judge, i);
  drop_teasers (judge);
  keep_lead (judge);
  drop_above (judge);
  read_phrases (judge, options);
  bs_html_tables_drop (tree, judge->page.block, judge->page.n, judge->main);
  bs_html_pull_quotes_drop (tree, judge->page.block, judge->page.n, judge->page.text);
  drop_labels (judge);
  trim (judge);
  drop_under_headings (judge);
  if ((options->without & BS_STEP_CREDITS) == 0)
    read_bylines (judge, byline);
  name_headings (judge);
  keep_what_there_is (judge);
}
