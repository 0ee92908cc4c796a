/* checksum.h: by what a run knows that an article is the one that it analyzed before. */
#pragma once

#include "source/article.h"

G_BEGIN_DECLS

/* The checksum of an article, of its bytes, of all that its record says, and of what is said of how to read the bytes
 * (markup and encoding); in `arena`. XXH3, 128 bits in hexadecimal. */
const char *bs_article_checksum (const BsArticle *article, BsArena *arena);

G_END_DECLS
