#include "analysis/last-text.h"

#include <string.h>

struct _BsLastText {
  gboolean is_set;
  GString *text;
  BsMarkup markup;
  char    *outlet, *title, *language, *encoding;
};

BsLastText *
bs_last_text_new (void)
{
  BsLastText *last = g_new0 (BsLastText, 1);

  last->text = g_string_new (NULL);
  return last;
}

void
bs_last_text_free (BsLastText *last)
{
  if (last == NULL)
    return;
  g_string_free (last->text, TRUE);
  g_free (last->outlet);
  g_free (last->title);
  g_free (last->language);
  g_free (last->encoding);
  g_free (last);
}

gboolean
bs_last_text_is (const BsLastText *last, const BsArticle *article)
{
  return last->is_set && last->text->len == article->text.length && last->markup == article->markup
         && memcmp (last->text->str, article->text.start, article->text.length) == 0
         && g_strcmp0 (last->outlet, article->outlet) == 0 && g_strcmp0 (last->title, article->title) == 0
         && g_strcmp0 (last->language, article->language) == 0 && g_strcmp0 (last->encoding, article->encoding) == 0;
}

/* Most articles of a corpus share these. */
static void
keep (char **kept, const char *string)
{
  if (g_strcmp0 (*kept, string) == 0)
    return;
  g_free (*kept);
  *kept = g_strdup (string);
}

void
bs_last_text_set (BsLastText *last, const BsArticle *article)
{
  last->is_set = article->text.length > 0 && article->text.length <= BS_LAST_TEXT_MOST;
  if (!last->is_set)
    return;
  g_string_truncate (last->text, 0);
  g_string_append_len (last->text, article->text.start, (gssize) article->text.length);
  last->markup = article->markup;
  keep (&last->outlet, article->outlet);
  keep (&last->title, article->title);
  keep (&last->language, article->language);
  keep (&last->encoding, article->encoding);
}

void
bs_last_text_forget (BsLastText *last)
{
  last->is_set = FALSE;
}
