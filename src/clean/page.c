#include "clean/page.h"

#define SITE_SIGNS 5
#define SITE_SHARE 30
#define SUBHEAD_WORDS 12
#define COLON_WORDS 3 /* more words before a colon announce what follows */
#define VERSE_WORDS 4 /* "Sincerely," has none below it */

gboolean
bs_is_ornament (const BsRawBlock *block)
{
  return block->look.letters == 0 && block->look.digits == 0;
}

gboolean
bs_is_plain_label (const BsRawBlock *block)
{
  return bs_is_open (block) && block->look.words <= SUBHEAD_WORDS
         && !bs_has (block, BS_LOOK_STOP | BS_LOOK_COMMA | BS_LOOK_BULLET | BS_LOOK_LOWER | BS_LOOK_QUOTE
                                | BS_LOOK_BROKEN | BS_LOOK_LONG)
         && !(bs_has (block, BS_LOOK_COLON) && block->look.words > COLON_WORDS);
}

gboolean
bs_is_announcement (const BsRawBlock *block)
{
  return block->aside == BS_KEPT && bs_has (block, BS_LOOK_COLON) && block->look.words > COLON_WORDS;
}

gboolean
bs_is_verse (const BsRawBlock *block)
{
  return block->aside == BS_KEPT && bs_has (block, BS_LOOK_COMMA) && !bs_has (block, BS_LOOK_BULLET | BS_LOOK_LONG)
         && block->look.words >= VERSE_WORDS && block->look.words < BS_PROSE_WORDS;
}

gboolean
bs_is_told (const BsPage *page, guint i)
{
  BsSpan bytes = bs_page_bytes (page, i);
  const char *colon = memchr (bytes.start, ':', bytes.length);

  return colon != NULL && colon + 2 < bytes.start + bytes.length && colon[1] == ' ' && page->block[i].look.words >= 2;
}

gboolean
bs_page_is_site (const BsPage *page)
{
  guint signs = 0;

  for (guint i = 0; i < page->n; i++)
    signs += bs_is_of_site (&page->block[i]);
  return signs >= SITE_SIGNS && signs * SITE_SHARE >= page->n;
}
