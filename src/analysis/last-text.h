/* last-text.h: whether an article says to the letter what the one before it said, so that it need not be read again.
 *
 * Crawls, feeds and exports hold runs of equal articles. Whatever decides an article's numbers is compared: its bytes,
 * outlet, title, language, encoding and markup; the options of a run do not change. */
#pragma once

#include "source/article.h"

G_BEGIN_DECLS

#define BS_LAST_TEXT_MOST (64 * 1024) /* bytes of a text that is remembered */

typedef struct _BsLastText BsLastText;

BsLastText *bs_last_text_new    (void);
void        bs_last_text_free   (BsLastText *last);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsLastText, bs_last_text_free)

/* Whether this is the article that was set, but for its id, its date and where it lies. */
gboolean    bs_last_text_is     (const BsLastText *last, const BsArticle *article);

/* Copies what is compared; a text that is too long is as good as none. */
void        bs_last_text_set    (BsLastText *last, const BsArticle *article);

/* No article is the one before any more. */
void        bs_last_text_forget (BsLastText *last);

G_END_DECLS
