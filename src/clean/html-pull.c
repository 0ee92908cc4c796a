#define _GNU_SOURCE /* memmem */
#include "clean/html-pull.h"
#include "clean/html-hint.h"
#include "clean/page.h"

#define ASKED_MAX 32
#define WORDS_MIN 4
#define LEVELS 4 /* of elements that may be the quote's */

typedef struct
{
  const BsHtmlTree *tree;
  BsRawBlock *block;
  guint n;
  const char *text;
} Pull;

/* The pull quote's element that a block stands in; 0 where there is none. */
static guint
pull_quote_of (const Pull *pull, guint i)
{
  guint at = bs_html_facts (pull->tree, i)->element;

  for (guint level = 0; level < LEVELS && at != 0; level++)
    {
      const BsHtmlElement *element = bs_html_element (pull->tree, at);

      if (element->hints & BS_HINT_PULL)
        return at;
      at = element->parent;
    }
  return 0;
}

/* Without the marks at its ends. */
static BsSpan
words_of (BsSpan block)
{
  const char *start = block.start, *end = block.start + block.length;

  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return bs_span (start, (gsize)(end - start));
}

static gboolean
stands_elsewhere (const Pull *pull, guint i)
{
  BsSpan words = words_of (bs_span (pull->text + pull->block[i].start, pull->block[i].length));

  for (guint j = 0; j < pull->n; j++)
    if (j != i && pull->block[j].aside == BS_KEPT && pull->block[j].length > words.length
        && pull_quote_of (pull, j) == 0
        && memmem (pull->text + pull->block[j].start, pull->block[j].length, words.start, words.length) != NULL)
      return TRUE;
  return FALSE;
}

static void
drop (Pull *pull, guint quote, guint i)
{
  bs_decide (&pull->block[i], BS_ASIDE_PROMO, "a pull quote");
  for (guint j = i + 1; j < pull->n && pull_quote_of (pull, j) == quote; j++)
    if (pull->block[j].aside == BS_KEPT && pull->block[j].look.words < BS_LABEL_WORDS)
      bs_decide (&pull->block[j], BS_ASIDE_PROMO, "a pull quote");
}

static gboolean
has_pull_quotes (const BsHtmlTree *tree)
{
  for (guint i = 0; i < tree->elements->len; i++)
    if (bs_html_element (tree, i)->hints & BS_HINT_PULL)
      return TRUE;
  return FALSE;
}

void
bs_html_pull_quotes_drop (const BsHtmlTree *tree, BsRawBlock *blocks, guint n, const char *text)
{
  Pull pull = { tree, blocks, n, text };
  guint asked = 0, quote;

  if (!has_pull_quotes (tree))
    return;
  for (guint i = 0; i < n && asked < ASKED_MAX; i++)
    if (blocks[i].aside == BS_KEPT && blocks[i].look.words >= WORDS_MIN && (quote = pull_quote_of (&pull, i)) != 0)
      {
        asked++;
        if (stands_elsewhere (&pull, i))
          drop (&pull, quote, i);
      }
}
