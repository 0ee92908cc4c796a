#include "clean/furniture.h"
#include "clean/credit.h"
#include "clean/headline.h"
#include "clean/phrase.h"
#include "clean/promo.h"

#define EDGE_BEFORE 3  /* paragraphs from the start */
#define EDGE_AFTER 6   /* and from the end that credits may stand among */
#define LABEL_WORDS 8  /* fewer words without a stop are a label */
#define PROSE_WORDS 15 /* more are prose without one */
#define SUBHEAD_WORDS 12
#define HEADING_WORDS 5 /* of a list of links */
#define SIGNS_MIN 4     /* of a page around the article */

typedef struct
{
  BsRawBlock *block;
  guint n;
  const char *text;
  GString *folded;
} Page;

static BsSpan
bytes_of (const Page *page, guint i)
{
  return bs_span (page->text + page->block[i].start, page->block[i].length);
}

static gboolean
has (const BsRawBlock *block, guint flags)
{
  return (block->look.flags & flags) != 0;
}

/* Labels parted by bars, dots or angles: six words a sign at most. */
static gboolean
is_barred (const BsRawBlock *block)
{
  return block->look.bars >= 2 && block->look.words <= 6 * block->look.bars;
}

static gboolean
is_paragraph (const BsRawBlock *block)
{
  const BsLook *look = &block->look;

  if (is_barred (block) || look->digits > look->letters)
    return FALSE;
  return has (block, BS_LOOK_LONG) || look->words >= PROSE_WORDS
         || (look->words >= LABEL_WORDS && has (block, BS_LOOK_STOP));
}

/* Few letters, some figures: a quotation, a score, a temperature. */
static gboolean
is_figures (const BsRawBlock *block)
{
  const BsLook *look = &block->look;

  return look->digits > 0 && look->words <= LABEL_WORDS && look->digits * 2 >= look->letters;
}

static gboolean
is_ornament (const BsRawBlock *block)
{
  return block->look.letters == 0 && block->look.digits == 0;
}

static gboolean
is_label (const BsRawBlock *block)
{
  return block->aside == BS_KEPT && block->look.words < LABEL_WORDS && !has (block, BS_LOOK_STOP | BS_LOOK_LONG);
}

/* 1. What blocks say of themselves. */
static void
read_phrases (Page *page)
{
  guint paragraphs = 0, before = 0;

  for (guint i = 0; i < page->n; i++)
    paragraphs += is_paragraph (&page->block[i]);
  for (guint i = 0; i < page->n; i++)
    {
      BsRawBlock *block = &page->block[i];
      gboolean paragraph = is_paragraph (block);
      gboolean edge = before < EDGE_BEFORE || paragraphs - before <= EDGE_AFTER;

      block->aside = edge ? (guint8) bs_credit_find (bytes_of (page, i), &block->look, page->folded) : BS_KEPT;
      if (block->aside == BS_KEPT)
        block->aside = (guint8) bs_phrase_find (bytes_of (page, i), &block->look, edge, page->folded);
      if (block->aside == BS_KEPT && bs_is_promo (bytes_of (page, i), &block->look, page->folded))
        block->aside = BS_ASIDE_PROMO;
      before += paragraph;
    }
}

/* Labels and figures in a row, a third of them figures: all of it is one board. */
static void
find_boards (Page *page)
{
  for (guint i = 0, next; i < page->n; i = next)
    {
      guint figures = 0, last = i;

      for (next = i; next < page->n && is_label (&page->block[next]); next++)
        if (is_figures (&page->block[next]))
          {
            figures++;
            last = next;
          }
      if (figures >= 2 && figures * 3 >= last + 1 - i)
        for (guint j = i; j <= last; j++)
          page->block[j].aside = BS_ASIDE_TICKER;
      next += next == i;
    }
}

/* Below the first paragraph, lines without a stop under a heading such as "Related" are links to other texts. */
static void
find_links (Page *page)
{
  gboolean under = FALSE, begun = FALSE;

  for (guint i = 0; i < page->n; i++)
    {
      BsRawBlock *block = &page->block[i];

      begun |= block->aside == BS_KEPT && is_paragraph (block);
      if (block->aside == BS_ASIDE_PROMO)
        under = begun && block->look.words <= HEADING_WORDS && !has (block, BS_LOOK_STOP);
      else if (under && block->aside == BS_KEPT && !has (block, BS_LOOK_STOP | BS_LOOK_LONG)
               && block->look.words < PROSE_WORDS)
        block->aside = BS_ASIDE_PROMO;
      else
        under = FALSE;
    }
}

/* 2. The run of greatest sum. */
static gint16
score_of (const BsRawBlock *block)
{
  const BsLook *look = &block->look;
  double words = has (block, BS_LOOK_LONG) ? 60 : look->words;

  if (block->aside == BS_ASIDE_NAVIGATION || block->aside == BS_ASIDE_TICKER)
    return -14;
  if (block->aside != BS_KEPT)
    return 0;
  if (is_barred (block) || is_figures (block))
    return -14;
  if (words >= LABEL_WORDS && has (block, BS_LOOK_STOP))
    return (gint16) MIN (words, 60);
  if (words >= PROSE_WORDS)
    return (gint16) (.7 * MIN (words, 40));
  if (words >= 3 && has (block, BS_LOOK_STOP | BS_LOOK_COMMA)) /* a verse goes on */
    return 1;
  if (has (block, BS_LOOK_COLON | BS_LOOK_BULLET) && words >= 3)
    return -4;
  return (gint16) (-2 * (words < LABEL_WORDS ? 7 + .15 * words : 4 + .1 * words));
}

static void
find_span (Page *page, guint *start, guint *end)
{
  gint64 sum = 0, best = 0, gap = 0;
  guint from = 0;

  *start = *end = 0;
  for (guint i = 0; i < page->n; i++)
    {
      gint16 score = page->block[i].score = score_of (&page->block[i]);

      if (score <= 0)
        {
          gap = MIN (gap - score, BS_GAP_MAX);
          continue;
        }
      if (sum <= gap)
        {
          sum = 0;
          from = i;
        }
      else
        sum -= gap;
      gap = 0;
      sum += score;
      if (sum > best)
        {
          best = sum;
          *start = from;
          *end = i + 1;
        }
    }
}

/* 3. What is certainly no article. Blocks of the span that have no verdict yet. */
static gboolean
goes_on (const Page *page, guint i, guint end)
{
  for (guint j = i + 1; j < end; j++)
    if (page->block[j].aside == BS_KEPT)
      return is_paragraph (&page->block[j]) || has (&page->block[j], BS_LOOK_STOP | BS_LOOK_COLON | BS_LOOK_BULLET);
  return FALSE;
}

static gboolean
is_listed (const Page *page, guint i)
{
  return (i > 0 && has (&page->block[i - 1], BS_LOOK_BULLET | BS_LOOK_COLON))
         || (i + 1 < page->n && has (&page->block[i + 1], BS_LOOK_BULLET));
}

static gboolean
is_plain_label (const BsRawBlock *block)
{
  return block->aside == BS_KEPT && block->look.words <= SUBHEAD_WORDS
         && !has (block, BS_LOOK_STOP | BS_LOOK_COMMA | BS_LOOK_BULLET | BS_LOOK_LOWER | BS_LOOK_QUOTE | BS_LOOK_BROKEN
                             | BS_LOOK_LONG)
         && !(has (block, BS_LOOK_COLON) && block->look.words > 3);
}

static BsAside
verdict_alone (const Page *page, guint i)
{
  const BsRawBlock *block = &page->block[i];

  if (is_ornament (block) || is_barred (block) || (block->look.bars == 1 && is_label (block)))
    return BS_ASIDE_NAVIGATION;
  if (is_paragraph (block) || (has (block, BS_LOOK_STOP) && block->look.words > 0 && !is_figures (block)))
    return BS_KEPT;
  if (is_figures (block))
    return has (block, BS_LOOK_BULLET) && is_listed (page, i) ? BS_KEPT : BS_ASIDE_TICKER;
  if (has (block, BS_LOOK_BULLET))
    return block->look.words >= 4 || is_listed (page, i) ? BS_KEPT : BS_ASIDE_NAVIGATION;
  return BS_KEPT;
}

/* A row of labels: one or two before a paragraph are sub-headings, more are a list of links or names, of which only
 * those of a few words are certain. A list that a colon announces is the article's. */
static void
judge_labels (Page *page, guint from, guint to, guint end)
{
  gboolean announced = from > 0 && has (&page->block[from - 1], BS_LOOK_COLON) && page->block[from - 1].aside == BS_KEPT
                       && page->block[from - 1].look.words > 3;

  for (guint i = from; i < to; i++)
    {
      BsRawBlock *block = &page->block[i];

      if (i + 2 >= to && to - from <= (announced ? 5 : 2) && goes_on (page, i, end))
        block->aside = announced && i + 1 < to ? BS_KEPT : BS_ASIDE_SUBHEAD;
      else if (!announced && block->look.words < 6)
        block->aside = BS_ASIDE_NAVIGATION;
    }
}

static gboolean
is_announcement (const BsRawBlock *block)
{
  return block->aside == BS_KEPT && has (block, BS_LOOK_COLON) && block->look.words > 3;
}

/* Whether blocks beside the article look like a page around it rather than like more of it: notices of the site,
 * boards, and labels of up to three words, at least one block in five and two for each paragraph. */
static gboolean
is_page_around (const Page *page, guint from, guint to)
{
  guint signs = 0, paragraphs = 0;
  gboolean announced = FALSE; /* by a colon: the list that follows is told, not linked */

  for (guint i = from; i < to; i++)
    {
      const BsRawBlock *block = &page->block[i];

      if (block->aside == BS_ASIDE_NAVIGATION || block->aside == BS_ASIDE_TICKER)
        signs += 2;
      else if (block->aside == BS_ASIDE_PROMO || block->aside == BS_ASIDE_LEGAL)
        signs++;
      else if (is_announcement (block))
        announced = TRUE;
      else if (is_paragraph (block))
        {
          announced = FALSE;
          paragraphs++;
        }
      else if (is_label (block) && block->look.words <= 3 && !announced && !has (block, BS_LOOK_COLON))
        signs++;
    }
  return signs >= SIGNS_MIN && signs * 5 >= to - from && signs >= paragraphs * 2;
}

static void
judge_inside (Page *page, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (page->block[i].aside == BS_KEPT)
      page->block[i].aside = (guint8) verdict_alone (page, i);
  for (guint i = start, next; i < end; i = next)
    {
      for (next = i; next < end && is_plain_label (&page->block[next]); next++)
        ;
      if (next > i)
        judge_labels (page, i, next, end);
      else
        next++;
    }
}

/* Beside the article, where the page does not look like a site's: paragraphs are more of it, and lists that a colon
 * announces; short lines are not. */
static void
judge_beside (Page *page, guint from, guint to)
{
  gboolean announced = FALSE;

  for (guint i = from; i < to; i++)
    {
      BsRawBlock *block = &page->block[i];

      if (block->aside != BS_KEPT)
        continue;
      if (is_announcement (block))
        announced = TRUE;
      else if (is_paragraph (block))
        announced = FALSE;
      else if (!announced)
        block->aside = is_figures (block) ? BS_ASIDE_TICKER : BS_ASIDE_NAVIGATION;
    }
}

static void
judge_outside (Page *page, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      BsRawBlock *block = &page->block[i];

      if (block->aside == BS_KEPT)
        block->aside = is_paragraph (block) ? BS_ASIDE_PROMO
                       : is_figures (block) ? BS_ASIDE_TICKER
                                            : BS_ASIDE_NAVIGATION;
    }
}

static void
judge_side (Page *page, guint from, guint to)
{
  if (is_page_around (page, from, to))
    judge_outside (page, from, to);
  else
    judge_beside (page, from, to);
}

/* 5. Better short lines than nothing. The verdicts are those before the outside was judged. */
static gboolean
keep_what_there_is (Page *page)
{
  guint long_enough = 0;

  for (guint i = 0; i < page->n; i++)
    long_enough += page->block[i].aside == BS_KEPT && page->block[i].look.words >= LABEL_WORDS;
  if (long_enough < 2 && page->n != 1)
    return FALSE;
  for (guint i = 0; i < page->n; i++)
    if (page->block[i].aside == BS_KEPT && page->block[i].look.words < LABEL_WORDS && page->n > 1)
      page->block[i].aside = is_figures (&page->block[i]) ? BS_ASIDE_TICKER : BS_ASIDE_NAVIGATION;
  return TRUE;
}

/* Of the article and what is beside it. */
static guint
first_paragraph (const Page *page, guint start)
{
  if (is_page_around (page, 0, start))
    return start;
  for (guint i = 0; i < start; i++)
    if (page->block[i].aside == BS_KEPT && is_paragraph (&page->block[i]))
      return i;
  return start;
}

void
bs_furniture_judge (GArray *blocks, BsSpan text, const char *title, GString *folded)
{
  Page page = { (BsRawBlock *) (gpointer) blocks->data, blocks->len, text.start, folded };
  guint start, end;

  read_phrases (&page);
  find_boards (&page);
  find_links (&page);
  find_span (&page, &start, &end);
  if (start == end && keep_what_there_is (&page))
    {
      bs_headline_repeated (blocks, text, title, folded);
      return;
    }
  bs_headline_find (blocks, first_paragraph (&page, start), end, text, title, folded);
  judge_inside (&page, start, end);
  judge_side (&page, 0, start);
  judge_side (&page, end, page.n);
}
