#include "clean/html.h"
#include "clean/html-head.h"
#include "clean/html-judge.h"
#include "clean/html-slim.h"
#include "clean/html-tree.h"

#define BODY_MIN 200 /* bytes */

struct _BsHtml
{
  BsHtmlSlim slim;
  BsHtmlTree tree;
  BsHtmlHead head;
  GArray *sums; /* of BsHtmlSum */
  GString *folded;
};

BsHtml *
bs_html_new (void)
{
  BsHtml *html = g_new0 (BsHtml, 1);

  bs_html_slim_init (&html->slim);
  bs_html_tree_init (&html->tree);
  html->sums = g_array_new (FALSE, TRUE, sizeof (BsHtmlSum));
  html->folded = g_string_new (NULL);
  return html;
}

void
bs_html_free (BsHtml *html)
{
  if (html == NULL)
    return;
  bs_html_slim_clear (&html->slim);
  bs_html_tree_clear (&html->tree);
  bs_html_head_clear (&html->head);
  g_array_unref (html->sums);
  g_string_free (html->folded, TRUE);
  g_free (html);
}

static void
refuse (BsCleaned *cleaned, const BsCeilings *ceilings, BsCeiling over)
{
  g_autofree char *ceiling = bs_ceiling_in_words (ceilings, over);

  cleaned->trouble = over == BS_CEILING_DEPTH ? BS_PROBLEM_TOO_DEEP : BS_PROBLEM_TOO_LARGE;
  cleaned->trouble_message = g_strdup_printf ("the page %s %s; it was left out",
                                              over == BS_CEILING_DEPTH  ? "is nested deeper than"
                                              : over == BS_CEILING_PAGE ? "is larger than"
                                                                        : "has more tags or makes more work than",
                                              ceiling);
}

static void
take (char **field, char **value)
{
  if (*field == NULL)
    *field = g_steal_pointer (value);
}

static void
take_head (BsCleaned *cleaned, BsHtmlHead *head)
{
  take (&cleaned->title, &head->value[BS_HEAD_TITLE]);
  take (&cleaned->byline, &head->value[BS_HEAD_BYLINE]);
  take (&cleaned->date, &head->value[BS_HEAD_DATE]);
  take (&cleaned->language, &head->value[BS_HEAD_LANGUAGE]);
  take (&cleaned->url, &head->value[BS_HEAD_URL]);
  take (&cleaned->publisher, &head->value[BS_HEAD_PUBLISHER]);
  take (&cleaned->rights, &head->value[BS_HEAD_RIGHTS]);
}

static gboolean
has_prose (const BsHtml *html, const GArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const BsRawBlock *block = &g_array_index (blocks, BsRawBlock, i);

      if (block->aside == BS_KEPT && bs_html_is_prose (block, bs_html_facts (&html->tree, i)))
        return TRUE;
    }
  return FALSE;
}

/* Where a page shows no prose, as where a script was to write it, the article's text in its data. */
static void
read_body (BsHtml *html, GString *text, GArray *blocks)
{
  const char *body = html->head.value[BS_HEAD_BODY];
  g_auto (GStrv) lines = NULL;

  if (body == NULL || strlen (body) < BODY_MIN || has_prose (html, blocks))
    return;
  lines = g_strsplit (body, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = bs_html_fold (lines[i]);
      BsRawBlock block = { .start = (guint32)text->len, .length = (guint32)strlen (line), .aside = BS_KEPT,
                           .reason = "from the page's data" };

      if (block.length == 0)
        continue;
      bs_look_at (&block.look, bs_span (line, block.length));
      g_string_append (text, line);
      g_string_append_c (text, '\n');
      g_array_append_val (blocks, block);
    }
}

gboolean
bs_html_read (BsHtml *html, BsSpan utf8, const BsCleanOptions *options, BsCleaned *cleaned, GString *text,
              GArray *blocks, GArray *trail)
{
  BsCeiling over = bs_html_slim_read (&html->slim, utf8, options->ceilings);

  g_string_truncate (text, 0);
  g_array_set_size (blocks, 0);
  g_array_set_size (trail, 0);
  cleaned->html = TRUE;
  if (over != BS_N_CEILINGS)
    {
      refuse (cleaned, options->ceilings, over);
      return FALSE;
    }
  cleaned->long_tail = !bs_html_tree_read (&html->tree, &html->slim, bs_ceiling (options->ceilings, BS_CEILING_LINES),
                                           text, blocks, trail, &cleaned->mended);
  bs_html_head_read (&html->head, &html->tree, &html->slim);
  take_head (cleaned, &html->head);
  if ((options->without & BS_STEP_CONTENT) == 0)
    bs_html_judge (&html->tree, blocks, bs_span (text->str, text->len), options,
                   options->title != NULL ? options->title : cleaned->title, &cleaned->byline, html->sums,
                   html->folded);
  read_body (html, text, blocks);
  return TRUE;
}
