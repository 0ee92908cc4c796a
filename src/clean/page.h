/* page.h: a text's blocks while they are judged, and what their shape makes of them.
 *
 * A block is open until it has a verdict, which is when its reason is set.
 */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

#define BS_LABEL_WORDS 8  /* fewer words without a stop are a label */
#define BS_PROSE_WORDS 15 /* as many are prose without one */

typedef struct {
  BsRawBlock *block;
  guint       n;
  const char *text;
  GString    *folded; /* scratch */
  gboolean    site;   /* bs_page_is_site, once phrases and comments were read */
  const char *text_end; /* NULL: not known, and less than can be read at once */
} BsPage;

static inline BsSpan
bs_page_bytes (const BsPage *page, guint i)
{
  return bs_span (page->text + page->block[i].start, page->block[i].length);
}

static inline gboolean
bs_has (const BsRawBlock *block, guint flags)
{
  return (block->look.flags & flags) != 0;
}

static inline gboolean
bs_is_open (const BsRawBlock *block)
{
  return block->reason == NULL;
}

/* Labels parted by bars, dots or angles: six words a sign at most. */
static inline gboolean
bs_is_barred (const BsRawBlock *block)
{
  return block->look.bars >= 2 && block->look.words <= 6 * block->look.bars;
}

/* Eight words and a stop, or fifteen, or longer than is looked at; not barred, not more digits than letters. */
static inline gboolean
bs_is_paragraph (const BsRawBlock *block)
{
  const BsLook *look = &block->look;

  if (bs_is_barred (block) || look->digits > look->letters)
    return FALSE;
  return bs_has (block, BS_LOOK_LONG) || look->words >= BS_PROSE_WORDS
         || (look->words >= BS_LABEL_WORDS && bs_has (block, BS_LOOK_STOP));
}

/* Few letters, some figures: a quotation, a score, a temperature; not what goes on in the next line: "In May 2013,". */
static inline gboolean
bs_is_figures (const BsRawBlock *block)
{
  const BsLook *look = &block->look;

  return look->digits > 0 && look->words <= BS_LABEL_WORDS && look->digits * 2 >= look->letters
         && !(bs_has (block, BS_LOOK_COMMA) && look->letters > look->digits);
}

/* Open, under eight words, no stop. */
static inline gboolean
bs_is_label (const BsRawBlock *block)
{
  return bs_is_open (block) && block->look.words < BS_LABEL_WORDS && !bs_has (block, BS_LOOK_STOP | BS_LOOK_LONG);
}

/* Named as navigation, promotion, a legal notice or a comment. */
static inline gboolean
bs_is_of_site (const BsRawBlock *block)
{
  return block->aside == BS_ASIDE_NAVIGATION || block->aside == BS_ASIDE_PROMO || block->aside == BS_ASIDE_LEGAL
         || block->aside == BS_ASIDE_COMMENT;
}

static inline void
bs_decide (BsRawBlock *block, BsAside aside, const char *reason)
{
  block->aside = (guint8)aside;
  block->reason = reason;
}

/* Neither letters nor digits. */
gboolean bs_is_ornament     (const BsRawBlock *block);

/* A label of up to twelve words that could be a heading or a link: no mark at its end, no bullet, a capital. */
gboolean bs_is_plain_label  (const BsRawBlock *block);

/* Open or kept, four words or more, a colon at the end: the list that follows is told, not linked. */
gboolean bs_is_announcement (const BsRawBlock *block);

/* Open or kept, from four to fourteen words that end in a comma or dash, no list's item: it goes on in the next line.
 */
gboolean bs_is_verse        (const BsRawBlock *block);

/* "Doors: seven in the evening", "A: the county": told, not a heading. */
gboolean bs_is_told         (const BsPage *page, guint i);

/* Whether the text is a whole page of a site: five blocks or more are named as a site's, and one in thirty. */
gboolean bs_page_is_site    (const BsPage *page);

G_END_DECLS
