#include "clean/inside.h"

#define SIGNS_MIN 4 /* of a page around the article */
#define UNNAMED_MIN 16 /* where nothing was named: the phrases may not speak its language */
#define SUBHEADS 2  /* labels in a row before a paragraph */
#define LIST_MAX 12 /* lines above one that the colon may stand before */
#define SENTENCE_WORDS 4 /* fewer are as often a signature or a name */
#define LIST_WORDS 3 /* a line of a list has in the mean */
#define LINK_WORDS 6 /* the same on a page, where links have fewer */

static gboolean
goes_on (const BsPage *page, guint i, guint end)
{
  for (guint j = i + 1; j < end; j++)
    if (page->block[j].aside == BS_KEPT)
      return bs_is_paragraph (&page->block[j])
             || bs_has (&page->block[j], BS_LOOK_STOP | BS_LOOK_COLON | BS_LOOK_BULLET);
  return FALSE;
}

static gboolean
is_listed (const BsPage *page, guint i)
{
  return (i > 0 && bs_has (&page->block[i - 1], BS_LOOK_BULLET | BS_LOOK_COLON))
         || (i + 1 < page->n && bs_has (&page->block[i + 1], BS_LOOK_BULLET));
}

static gboolean
starts_with_figure (const BsPage *page, guint i)
{
  return i < page->n && g_ascii_isdigit (page->text[page->block[i].start]) && page->block[i].look.letters > 0;
}

/* "180g sugar" among "3 eggs" and "200g butter": amounts, not a board's figures. */
static gboolean
is_amount (const BsPage *page, guint i)
{
  return !page->site && starts_with_figure (page, i)
         && ((i > 0 && starts_with_figure (page, i - 1) && !bs_is_figures (&page->block[i - 1]))
             || (starts_with_figure (page, i + 1) && !bs_is_figures (&page->block[i + 1])));
}

static void
judge_alone (BsPage *page, guint i, guint end)
{
  BsRawBlock *block = &page->block[i];

  if (bs_is_ornament (block))
    bs_decide (block, BS_ASIDE_NAVIGATION, "no letters");
  else if (bs_is_barred (block) || (block->look.bars == 1 && bs_is_label (block)))
    bs_decide (block, BS_ASIDE_NAVIGATION, "labels parted by bars");
  else if (bs_is_paragraph (block))
    bs_decide (block, BS_KEPT, "prose");
  else if (bs_has (block, BS_LOOK_STOP) && block->look.words > 0 && !bs_is_figures (block))
    bs_decide (block, BS_KEPT, "a short sentence in prose");
  else if (bs_is_figures (block) && is_amount (page, i))
    bs_decide (block, BS_KEPT, "an amount in a list");
  else if (bs_is_figures (block) && !(bs_has (block, BS_LOOK_BULLET) && is_listed (page, i)))
    bs_decide (block, BS_ASIDE_TICKER, "figures");
  else if (bs_has (block, BS_LOOK_BULLET))
    {
      if (block->look.words >= 4 || is_listed (page, i))
        bs_decide (block, BS_KEPT, "a list item in prose");
      else if (starts_with_figure (page, i) && goes_on (page, i, end))
        bs_decide (block, BS_ASIDE_SUBHEAD, "a numbered line before a paragraph");
      else
        bs_decide (block, BS_ASIDE_NAVIGATION, "a short list item on its own");
    }
}

/* Whether a row is a list of the article rather than of links: by its words, fewer where nothing else is a site's, or
 * there by the figures that half of its lines start with. */
static gboolean
is_list (const BsPage *page, guint from, guint to)
{
  guint words = 0, figures = 0;

  for (guint i = from; i < to; i++)
    {
      words += page->block[i].look.words;
      figures += starts_with_figure (page, i);
    }
  if (!page->site && figures >= 2 && figures * 2 >= to - from)
    return TRUE;
  return words >= (to - from) * (page->site ? LINK_WORDS : LIST_WORDS);
}

/* Behind a colon, or behind lines of a list that stands there. */
static gboolean
is_announced (const BsPage *page, guint from)
{
  for (guint i = from, n = 0; i-- > 0 && n < LIST_MAX; n++)
    if (bs_is_announcement (&page->block[i]))
      return TRUE;
    else if (page->block[i].aside != BS_KEPT || bs_has (&page->block[i], BS_LOOK_STOP | BS_LOOK_COLON | BS_LOOK_LONG))
      return FALSE;
  return FALSE;
}

/* Whether the line before goes on in the row, or both are amounts. */
static gboolean
continues (const BsPage *page, guint from)
{
  const BsRawBlock *before;

  if (from == 0)
    return FALSE;
  before = &page->block[from - 1];
  return bs_is_verse (before)
         || (!page->site && before->aside == BS_KEPT && before->look.words < BS_LABEL_WORDS
             && starts_with_figure (page, from - 1) && starts_with_figure (page, from));
}

static void
judge_row (BsPage *page, guint from, guint to, guint end)
{
  gboolean announced = is_announced (page, from);
  gboolean on = to - from <= SUBHEADS && continues (page, from);
  gboolean headings = to - from <= SUBHEADS && !on && goes_on (page, to - 1, end);
  gboolean list = is_list (page, from, to);

  for (guint i = from; i < to; i++)
    {
      BsRawBlock *block = &page->block[i];

      if (on)
        bs_decide (block, BS_KEPT, "a verse, or a line that goes on");
      else if (announced && (i + 1 < to || !headings))
        bs_decide (block, BS_KEPT, "a list item behind a colon");
      else if (!page->site && bs_is_told (page, i))
        bs_decide (block, BS_KEPT, "a line of a dialogue or of details");
      else if (headings)
        bs_decide (block, BS_ASIDE_SUBHEAD, "a short line before a paragraph");
      else if (list)
        bs_decide (block, BS_KEPT, "a list in prose");
      else
        bs_decide (block, BS_ASIDE_NAVIGATION, "a row of short lines");
    }
}

void
bs_inside_judge (BsPage *page, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (bs_is_open (&page->block[i]))
      judge_alone (page, i, end);
  for (guint i = start, next; i < end; i = next)
    {
      for (next = i; next < end && bs_is_plain_label (&page->block[next]); next++)
        ;
      if (next > i)
        judge_row (page, i, next, end);
      else
        next++;
    }
  for (guint i = start; i < end; i++)
    if (bs_is_open (&page->block[i]))
      bs_decide (&page->block[i], BS_KEPT, "inside the run of prose");
}

gboolean
bs_is_page_around (const BsPage *page, guint from, guint to)
{
  guint signs = 0, paragraphs = 0, named = 0;
  gboolean announced = FALSE;

  for (guint i = from; i < to; i++)
    {
      const BsRawBlock *block = &page->block[i];

      named += block->aside != BS_KEPT;
      if (block->aside == BS_ASIDE_NAVIGATION || block->aside == BS_ASIDE_TICKER)
        signs += 2;
      else if (block->aside == BS_ASIDE_PROMO || block->aside == BS_ASIDE_LEGAL)
        signs++;
      else if (bs_is_announcement (block))
        announced = TRUE;
      else if (bs_is_paragraph (block))
        {
          announced = FALSE;
          paragraphs++;
        }
      else if (bs_is_label (block) && block->look.words <= 3 && !announced && !bs_has (block, BS_LOOK_COLON))
        signs++;
    }
  return signs >= (named > 0 ? SIGNS_MIN : UNNAMED_MIN) && signs * 5 >= to - from && signs >= paragraphs * 2;
}

/* "It was not a good one.", "“When?”" */
static gboolean
is_sentence (const BsRawBlock *block)
{
  return bs_has (block, BS_LOOK_STOP) && !bs_is_figures (block) && !bs_has (block, BS_LOOK_BULLET)
         && (block->look.words >= SENTENCE_WORDS || bs_has (block, BS_LOOK_QUOTE));
}

static void
judge_more (BsPage *page, guint from, guint to)
{
  gboolean announced = FALSE;

  for (guint i = from; i < to; i++)
    {
      BsRawBlock *block = &page->block[i];

      if (bs_is_announcement (block))
        announced = TRUE;
      else if (block->aside == BS_KEPT && bs_is_paragraph (block))
        announced = FALSE;
      if (!bs_is_open (block))
        continue;
      if (bs_is_announcement (block) || bs_is_paragraph (block))
        bs_decide (block, BS_KEPT, "prose beside the run");
      else if (announced)
        bs_decide (block, BS_KEPT, "a list item behind a colon");
      else if (is_sentence (block))
        bs_decide (block, BS_KEPT, "a short sentence beside the run");
      else if (bs_is_figures (block))
        bs_decide (block, BS_ASIDE_TICKER, "figures");
      else
        bs_decide (block, BS_ASIDE_NAVIGATION, "a short line beside the run of prose");
    }
}

static void
judge_around (BsPage *page, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      BsRawBlock *block = &page->block[i];

      if (bs_is_open (block))
        bs_decide (block,
                   bs_is_paragraph (block) ? BS_ASIDE_PROMO
                   : bs_is_figures (block) ? BS_ASIDE_TICKER
                                           : BS_ASIDE_NAVIGATION,
                   "outside the run of prose");
    }
}

void
bs_beside_judge (BsPage *page, guint from, guint to, gboolean of_page)
{
  if (of_page || bs_is_page_around (page, from, to))
    judge_around (page, from, to);
  else
    judge_more (page, from, to);
}
