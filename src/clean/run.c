#include "clean/run.h"
#include "clean/headline.h"
#include "clean/list.h"

#define SITE_COST 14
#define HEADING_COST 20 /* of a heading of links */
#define HEADING_WORDS 5
#define LONG_STOPS 3  /* in the sample of a block that is a whole text of sentences */
#define LONG_BYTES 12 /* for a point */
#define LONG_POINTS 600
#define TITLES_MAX 8
#define ANCHORED_MIN 40   /* points of a run below a title, */
#define ANCHORED_SHARE 10 /* and at least one in ten of those of the best run anywhere */
#define LATER_SHARE 4     /* times the points of an earlier place make a later one the title */
#define TEASER_WORDS 50 /* at most */
#define TEASERS_MIN 3
#define TEASER_COST 8

static gint16
cost_of_the_site (const BsRawBlock *block)
{
  if (block->aside == BS_ASIDE_PROMO)
    return block->look.words <= HEADING_WORDS && !bs_has (block, BS_LOOK_STOP) ? -HEADING_COST : -SITE_COST / 2;
  return -SITE_COST;
}

static gint16
score_of (const BsRawBlock *block)
{
  const BsLook *look = &block->look;
  double words = bs_has (block, BS_LOOK_LONG) ? 60 : look->words;

  if (bs_is_of_site (block))
    return cost_of_the_site (block);
  if (block->aside == BS_ASIDE_TICKER || block->aside == BS_ASIDE_BYLINE)
    return -SITE_COST;
  if (block->aside != BS_KEPT)
    return 0;
  if (bs_is_barred (block) || bs_is_figures (block))
    return -SITE_COST;
  if (bs_has (block, BS_LOOK_LONG) && look->stops >= LONG_STOPS)
    return (gint16)MIN (block->length / LONG_BYTES, LONG_POINTS);
  if (words >= BS_LABEL_WORDS && bs_has (block, BS_LOOK_STOP))
    return (gint16)MIN (words, 60);
  if (words >= BS_PROSE_WORDS)
    return (gint16)(.7 * MIN (words, 40));
  if (words >= 3 && bs_has (block, BS_LOOK_STOP | BS_LOOK_COMMA)) /* a verse goes on */
    return 1;
  if (bs_has (block, BS_LOOK_STOP)) /* "Rain.": an answer, which neither starts an article nor parts it */
    return 0;
  if (bs_has (block, BS_LOOK_COLON | BS_LOOK_BULLET) && words >= 3)
    return -4;
  return (gint16)(-2 * (words < BS_LABEL_WORDS ? 7 + .15 * words : 4 + .1 * words));
}

static gboolean
is_endless (const BsRawBlock *block)
{
  return block->aside == BS_KEPT && bs_is_paragraph (block) && block->look.words <= TEASER_WORDS
         && !bs_has (block, BS_LOOK_STOP | BS_LOOK_COLON | BS_LOOK_COMMA | BS_LOOK_BULLET | BS_LOOK_LONG);
}

typedef struct
{
  guint start, end;
  gint64 sum;
} Run;

/* On a page, dates and bylines below an article are those of others. */
static gboolean
costs_in_full (const BsPage *page, const BsRawBlock *block)
{
  return bs_is_of_site (block) || (page->site && block->aside == BS_ASIDE_BYLINE);
}

/* The best run that starts where `from` says or, where it is free, anywhere behind it. What is too far behind it, by
 * what lies between, belongs to another. */
static Run
best_run (const BsPage *page, guint from, gboolean free, gint64 gap_max)
{
  gint64 sum = 0, gap = 0, signs = 0;
  Run best = { from, from, 0 };
  guint start = from;

  for (guint i = from; i < page->n; i++)
    {
      const BsRawBlock *block = &page->block[i];

      if (block->score <= 0 && costs_in_full (page, block))
        signs -= block->score;
      else if (block->score <= 0)
        gap = MIN (gap - block->score, gap_max);
      if (block->score <= 0)
        continue;
      if (sum > 0 && !free && gap + signs > BS_DROP_MAX)
        break;
      if (free && (sum <= gap + signs || gap + signs > BS_DROP_MAX))
        {
          sum = 0;
          start = i;
        }
      else if (sum > 0)
        sum = MAX (sum - gap - signs, 1);
      else
        start = i;
      gap = signs = 0;
      sum += block->score;
      if (sum > best.sum)
        best = (Run){ start, i + 1, sum };
    }
  return best;
}

/* On a page, three paragraphs in a row that end in no mark are teasers: of titles with their first words. */
static void
doubt_teasers (BsPage *page)
{
  guint endless = 0;

  for (guint i = 0; i < page->n; i++)
    if (is_endless (&page->block[i]) && ++endless >= TEASERS_MIN)
      page->block[i].score = -TEASER_COST;
    else if (bs_is_paragraph (&page->block[i]) && !is_endless (&page->block[i]))
      endless = 0;
}

/* What goes on below a verse with a small letter is of its sentence. */
static void
spare_verses (BsPage *page)
{
  for (guint i = 1; i < page->n; i++)
    if (page->block[i].score < 0 && bs_has (&page->block[i], BS_LOOK_LOWER) && page->block[i].aside == BS_KEPT
        && bs_is_verse (&page->block[i - 1]))
      page->block[i].score = 0;
}

/* A list of lines that start alike ends the article it follows, itself announced by a colon or headed, or numbered.
 * Bullets alone are as often a menu's. */
static guint
with_list (const BsPage *page, guint end)
{
  guint from = end, to;
  gboolean announced;

  if (end < page->n && (bs_is_announcement (&page->block[end]) || bs_is_plain_label (&page->block[end])))
    from = end + 1;
  to = bs_list_end (page, from);
  if (to == from && from > end)
    to = bs_list_end (page, from = end);
  announced = from > 0 && bs_is_announcement (&page->block[from - 1]);
  if (to == from
      || (!announced && bs_has (&page->block[from], BS_LOOK_BULLET)
          && !g_ascii_isdigit (page->text[page->block[from].start])))
    return end;
  return to;
}

guint
bs_run_find (BsPage *page, const char *title, guint *start, guint *end)
{
  guint titles[TITLES_MAX], n_titles, place = page->n;
  Run best, anchored = { 0 };
  gint64 gap_max;

  for (guint i = 0; i < page->n; i++)
    page->block[i].score = score_of (&page->block[i]);
  spare_verses (page);
  if (page->site)
    doubt_teasers (page);
  gap_max = page->site ? BS_GAP_MAX_SITE : BS_GAP_MAX;
  best = best_run (page, 0, TRUE, gap_max);
  n_titles = page->site ? bs_headline_places (page, title, titles, TITLES_MAX) : 0;
  for (guint i = 0; i < n_titles; i++)
    {
      Run run = best_run (page, titles[i] + 1, FALSE, gap_max);

      if (run.sum >= ANCHORED_MIN && run.sum * ANCHORED_SHARE >= best.sum && run.sum > anchored.sum * LATER_SHARE)
        {
          anchored = run;
          place = titles[i];
        }
    }
  if (place < page->n)
    best = anchored;
  *start = best.sum > 0 ? best.start : 0;
  *end = best.sum > 0 ? with_list (page, best.end) : 0;
  return place;
}
