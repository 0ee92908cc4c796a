/* html-hint.h: what the names that page makers give to elements say of what is in them.
 *
 * class, id, itemprop and role are parted into words ("articleBody", "article__body" and "article-body" are the same
 * two). The words are conventions of blogs, news sites and the themes of the common content systems, gathered for this
 * list; a name is evidence, never proof (clean/html-content.h).
 */
#pragma once

#include <gumbo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BS_HINT_BODY = 1 << 0,     /* the text of an article: "articleBody", "entry-content", "story-text" */
  BS_HINT_CONTENT = 1 << 1,  /* where it may be: "content", "main", "article", "post" */
  BS_HINT_COMMENT = 1 << 2,  /* what readers wrote */
  BS_HINT_PROMO = 1 << 3,    /* "related", "newsletter", "sponsored", "recommended" */
  BS_HINT_MENU = 1 << 4,     /* "nav", "breadcrumbs", "share", "tags" */
  BS_HINT_CAPTION = 1 << 5,
  BS_HINT_BYLINE = 1 << 6,   /* "author", "date", "meta" */
  BS_HINT_LEGAL = 1 << 7,    /* "cookie", "copyright" */
  BS_HINT_TITLE = 1 << 8,
  BS_HINT_LEAD = 1 << 9,     /* "standfirst", "summary", "intro" */
  BS_HINT_BESIDE = 1 << 10,  /* "sidebar", "footer" */
  BS_HINT_AROUND = 1 << 12,  /* "widget", "masthead": beside the article more often than not */
  BS_HINT_HIDDEN = 1 << 11,  /* for readers of the screen aloud, or not shown */
  BS_HINT_PULL = 1 << 14,    /* "pullquote" */
  BS_HINT_WALL = 1 << 13,    /* "paywall": what asks for money, or the text that it is asked for */
} BsHtmlHint;

/* BsHtmlHint of the element's own names. */
guint16 bs_html_hints       (const GumboNode *node);

/* Whether one of its classes is `name`, whole and as written. */
gboolean bs_html_has_class  (const GumboNode *node, const char *name);

/* BsHtmlWithin of a role, 0 where it says nothing; NULL is allowed. */
guint32 bs_html_role_within (const char *role);

G_END_DECLS
