#include "clean/furniture.h"
#include "base/hash.h"
#include "clean/byline.h"
#include "clean/comment.h"
#include "clean/credit.h"
#include "clean/headline.h"
#include "clean/inside.h"
#include "clean/origin.h"
#include "clean/phrase.h"
#include "clean/picture.h"
#include "clean/promo.h"
#include "clean/run.h"
#include "clean/stretch.h"

#define START_BYTES 64  /* that the first letters of a long paragraph are in, signs before them or not */
#define EDGE_BEFORE 3   /* paragraphs from the start */
#define EDGE_AFTER 6    /* and from the end that credits may stand among */
#define LAST_BEHIND 2   /* paragraphs that a note on its author has before it */
#define SIGNS_BELOW 2   /* of a page below the article, where none is above it */
#define HEADING_WORDS 5 /* of a list of links */
#define TEASER_WORDS 20
#define HEADLINES 2

static gboolean
is_credit (BsAside aside)
{
  return aside == BS_ASIDE_BYLINE || aside == BS_ASIDE_CREDIT || aside == BS_ASIDE_LEGAL;
}

/* A long paragraph is by its first words, by a sign of copyright near its start, or by what it sells. */
static gboolean
may_be_furniture (const BsPage *page, guint i)
{
  const BsLook *look = &page->block[i].look;
  BsSpan bytes = bs_page_bytes (page, i);
  const char *start;

  if (look->words <= BS_PHRASE_WITHIN_WORDS || bytes.length <= START_BYTES || bs_is_copyright (bytes, look)
      || (look->hints & BS_HINT_OUR))
    return TRUE;
  bs_phrase_fold_within (page->folded, bs_span (bytes.start, START_BYTES), page->text_end);
  start = page->folded->str;
  return page->folded->len < START_BYTES / 2 || !(g_ascii_isalnum (*start) || (guchar) *start >= 0xc3)
         || bs_phrase_may_start (start) || bs_origin_may_start (start);
}

/* Whatever its phrases say the block is; BS_KEPT where they say nothing. */
static BsAside
find_phrase (const BsPage *page, guint i, BsPhrasePlace place, const char **reason)
{
  const BsLook *look = &page->block[i].look;
  BsSpan bytes = bs_page_bytes (page, i);
  BsAside aside;

  if (look->words > BS_PHRASE_WORDS_MAX || (look->flags & BS_LOOK_LONG) || !may_be_furniture (page, i))
    return BS_KEPT;
  bs_phrase_fold_within (page->folded, bytes, page->text_end);
  aside = bs_credit_find (bytes, look, place != BS_PLACE_INSIDE, page->folded, reason);
  if (aside == BS_KEPT)
    {
      aside = bs_phrase_find (bytes, look, place, page->folded);
      *reason = bs_phrase_reason (aside);
    }
  if (aside == BS_KEPT && bs_is_picture_credit (bytes, look))
    {
      *reason = "the credit of a picture";
      aside = BS_ASIDE_CAPTION;
    }
  if (aside == BS_KEPT && bs_is_promo (bytes, look, page->folded))
    {
      *reason = "speaks to its reader to sell";
      aside = BS_ASIDE_PROMO;
    }
  return aside;
}

/* Whether the first paragraph is in English, where "Von", "Da" and "Di" start names. */
static gboolean
is_english (const BsPage *page)
{
  for (guint i = 0; i < page->n; i++)
    if (bs_is_paragraph (&page->block[i]))
      {
        BsSpan bytes = bs_page_bytes (page, i);
        return g_strstr_len (bytes.start, (gssize)bytes.length, " the ") != NULL;
      }
  return FALSE;
}

/* Whether a date or a paragraph stands there: below a byline, and no menu. */
static gboolean
is_below_byline (const BsPage *page, guint i)
{
  return i < page->n && (page->block[i].aside == BS_ASIDE_BYLINE || bs_is_paragraph (&page->block[i]));
}

/* Not what stands under a headline, as long as it may be: that has no stop. */
static gboolean
is_first_paragraph (const BsRawBlock *block)
{
  return block->aside == BS_KEPT && bs_is_paragraph (block) && bs_has (block, BS_LOOK_STOP | BS_LOOK_LONG);
}

/* Above the first paragraph, a name before a post is a byline, in the same line or in the one above. */
static void
read_names (BsPage *page)
{
  for (guint i = 0; i < page->n && !is_first_paragraph (&page->block[i]); i++)
    {
      BsRawBlock *block = &page->block[i];
      const char *with = NULL, *above = NULL;

      if (bs_is_open (block) || block->aside == BS_ASIDE_BYLINE)
        with = bs_credit_with_post (bs_page_bytes (page, i));
      if (with != NULL)
        bs_decide (block, BS_ASIDE_BYLINE, with);
      else if (i > 0 && block->aside == BS_ASIDE_BYLINE && bs_is_open (block - 1) && is_below_byline (page, i + 1))
        above = bs_credit_above (bs_page_bytes (page, i - 1), bs_page_bytes (page, i), &block->look);
      if (above != NULL)
        bs_decide (block - 1, BS_ASIDE_BYLINE, above);
    }
}

/* From the end on, so that the last paragraph that is kept is known. */
static void
read_phrases (BsPage *page, guint without)
{
  guint paragraphs = 0, before, kept = 0;
  gint english = -1; /* below 0: not asked yet */

  for (guint i = 0; i < page->n; i++)
    paragraphs += bs_is_paragraph (&page->block[i]);
  before = paragraphs;
  for (guint i = page->n; i-- > 0; kept += page->block[i].aside == BS_KEPT && bs_is_paragraph (&page->block[i]))
    {
      BsRawBlock *block = &page->block[i];
      BsPhrasePlace place = BS_PLACE_INSIDE;
      const char *reason = NULL;
      BsAside aside;

      before -= bs_is_paragraph (block);
      if (kept == 0 && before >= LAST_BEHIND)
        place = BS_PLACE_LAST;
      else if (before < EDGE_BEFORE || paragraphs - before <= EDGE_AFTER)
        place = BS_PLACE_EDGE;
      aside = block->aside == BS_KEPT ? find_phrase (page, i, place, &reason) : BS_KEPT;
      if (aside == BS_ASIDE_BYLINE && bs_byline_may_be_english (bs_page_bytes (page, i)))
        {
          english = english < 0 ? is_english (page) : english;
          aside = english ? BS_KEPT : aside;
        }
      if (aside == BS_KEPT || (!is_credit (aside) && (without & BS_STEP_FURNITURE)))
        continue;
      if (is_credit (aside) && (without & BS_STEP_CREDITS))
        bs_decide (block, BS_KEPT, "a credit, left where it stands");
      else
        bs_decide (block, aside, reason);
    }
  if ((without & BS_STEP_CREDITS) == 0)
    read_names (page);
}

/* Labels and figures in a row, a third of them figures: all of it is one board. */
static void
find_boards (BsPage *page)
{
  for (guint i = 0, next; i < page->n; i = next)
    {
      guint figures = 0, last = i;

      for (next = i; next < page->n && bs_is_label (&page->block[next]); next++)
        if (bs_is_figures (&page->block[next]))
          {
            figures++;
            last = next;
          }
      if (figures >= 2 && figures * 3 >= last + 1 - i)
        for (guint j = i; j <= last; j++)
          bs_decide (&page->block[j], BS_ASIDE_TICKER, "labels beside figures");
      next += next == i;
    }
}

/* "Join our community" sells, and names no links. */
static gboolean
is_order (const BsPage *page, guint i)
{
  static const char *const ORDERS[]
      = { "join ", "subscribe", "sign ", "follow ", "get ", "download ", "donate", "support ", "like ", "become " };

  bs_phrase_fold (page->folded, bs_page_bytes (page, i));
  for (guint j = 0; j < G_N_ELEMENTS (ORDERS); j++)
    if (g_str_has_prefix (page->folded->str, ORDERS[j]))
      return TRUE;
  return FALSE;
}

/* Below the first paragraph, lines without a stop under a heading such as "Related" are links to other texts. */
static void
find_links (BsPage *page)
{
  gboolean under = FALSE, begun = FALSE;

  for (guint i = 0; i < page->n; i++)
    {
      BsRawBlock *block = &page->block[i];

      begun |= block->aside == BS_KEPT && bs_is_paragraph (block);
      if (block->aside == BS_ASIDE_PROMO)
        under = begun && block->look.words <= HEADING_WORDS && !bs_has (block, BS_LOOK_STOP) && !is_order (page, i);
      else if (under && bs_is_open (block) && !bs_has (block, BS_LOOK_STOP | BS_LOOK_LONG)
               && block->look.words < BS_PROSE_WORDS)
        bs_decide (block, BS_ASIDE_PROMO, "under a heading of links");
      else
        under = FALSE;
    }
}

/* On a page, paragraphs that stand above already, word for word: a gallery's captions, teasers. Questions are asked
 * again, and shorter ones may be a refrain. Returns where each paragraph stands first. */
static GHashTable *
find_repeated (BsPage *page)
{
  GHashTable *first = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);

  for (guint i = 0; i < page->n; i++)
    {
      g_autofree char *bytes = NULL;

      if (page->block[i].look.words < TEASER_WORDS || bs_has (&page->block[i], BS_LOOK_TRAILING | BS_LOOK_COLON))
        continue;
      bytes = g_strndup (bs_page_bytes (page, i).start, page->block[i].length);
      if (!g_hash_table_contains (first, bytes))
        g_hash_table_insert (first, g_steal_pointer (&bytes), GUINT_TO_POINTER (i));
      else if (bs_is_open (&page->block[i]))
        bs_decide (&page->block[i], BS_ASIDE_REPEATED, "stands above already");
    }
  return first;
}

/* What is repeated in the article, but stands outside it first, is the article's. */
static void
release_repeated (BsPage *page, GHashTable *first, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (page->block[i].aside == BS_ASIDE_REPEATED)
      {
        char *bytes = g_strndup (bs_page_bytes (page, i).start, page->block[i].length);

        if (GPOINTER_TO_UINT (g_hash_table_lookup (first, bytes)) < start)
          bs_decide (&page->block[i], BS_KEPT, NULL);
        g_hash_table_insert (first, bytes, GUINT_TO_POINTER (i));
      }
}

/* Better short lines than nothing. The verdicts are those before the outside was judged. */
static gboolean
keep_what_there_is (BsPage *page)
{
  guint long_enough = 0;

  for (guint i = 0; i < page->n; i++)
    long_enough += page->block[i].aside == BS_KEPT && page->block[i].look.words >= BS_LABEL_WORDS;
  if (long_enough < 2 && page->n != 1)
    return FALSE;
  for (guint i = 0; i < page->n; i++)
    {
      BsRawBlock *block = &page->block[i];

      if (!bs_is_open (block))
        continue;
      if (block->look.words >= BS_LABEL_WORDS || page->n == 1)
        bs_decide (block, BS_KEPT, "all the text there is");
      else
        bs_decide (block, bs_is_figures (block) ? BS_ASIDE_TICKER : BS_ASIDE_NAVIGATION, "a short line, no prose");
    }
  return TRUE;
}

/* Whether a text starts with its article, below a line or two: menus come before it or not at all. */
static gboolean
starts_with_paragraph (const BsPage *page)
{
  for (guint i = 0; i < MIN (page->n, HEADLINES + 1); i++)
    if (page->block[i].aside == BS_KEPT && bs_is_paragraph (&page->block[i]))
      return TRUE;
  return FALSE;
}

/* Below a text that starts with its article, short lines alone are a list of its own. */
static gboolean
is_page_below (const BsPage *page, guint end)
{
  guint signs = 0;

  for (guint i = end; i < page->n; i++)
    signs += bs_is_of_site (&page->block[i]);
  return bs_is_page_around (page, end, page->n) && (signs >= SIGNS_BELOW || !starts_with_paragraph (page));
}

/* Where no page is around the article, its paragraphs are all there are. */
static void
widen (const BsPage *page, guint *start, guint *end)
{
  if (page->site)
    return;
  if (starts_with_paragraph (page) || !bs_is_page_around (page, 0, *start))
    for (guint i = *start; i-- > 0;)
      if (page->block[i].aside == BS_KEPT && bs_is_paragraph (&page->block[i]))
        *start = i;
  if (!is_page_below (page, *end))
    for (guint i = *end; i < page->n; i++)
      if (page->block[i].aside == BS_KEPT && bs_is_paragraph (&page->block[i]))
        *end = i + 1;
}

static void
judge_shapes (BsPage *page, GArray *blocks, BsSpan text, const char *title)
{
  g_autoptr (GHashTable) first = NULL;
  guint start, end, place;

  find_boards (page);
  bs_comments_find (page);
  page->site = bs_page_is_site (page);
  if (page->site)
    first = find_repeated (page);
  place = bs_run_find (page, title, &start, &end);
  find_links (page);
  if (start == end && keep_what_there_is (page))
    {
      bs_headline_repeated (blocks, text, title, page->folded);
      return;
    }
  widen (page, &start, &end);
  bs_stretch_run (page, &start, &end, place < page->n);
  if (page->site)
    release_repeated (page, first, start, end);
  if (place < page->n)
    bs_headline_place (blocks, place, start, end, text, page->folded);
  else
    bs_headline_find (blocks, start, end, text, title, page->folded);
  bs_inside_judge (page, start, end);
  bs_beside_judge (page, 0, start, page->site);
  bs_beside_judge (page, end, page->n, page->site);
}

static BsPage
page_of (GArray *blocks, BsSpan text, GString *folded)
{
  return (BsPage){ (BsRawBlock *) (gpointer)blocks->data, blocks->len, text.start, folded,
                   .text_end = text.start + text.length };
}

void
bs_furniture_phrases (GArray *blocks, BsSpan text, const BsCleanOptions *options, GString *folded)
{
  BsPage page = page_of (blocks, text, folded);

  read_phrases (&page, options->without);
}

void
bs_furniture_judge (GArray *blocks, BsSpan text, const BsCleanOptions *options, GString *folded)
{
  const guint BOTH = BS_STEP_FURNITURE | BS_STEP_CREDITS;
  BsPage page;

  if ((options->without & BOTH) == BOTH)
    return;
  if ((options->without & BS_STEP_CREDITS) == 0)
    bs_credit_part (blocks, text, folded);
  page = page_of (blocks, text, folded);
  read_phrases (&page, options->without);
  if ((options->without & BS_STEP_FURNITURE) == 0)
    judge_shapes (&page, blocks, text, options->title);
}
