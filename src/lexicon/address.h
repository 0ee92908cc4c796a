/* address.h: what is a URL, an e-mail address or a handle. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Whether a word is one: it holds "://", starts with "www." or "@", has "@" between letters, or is a name and a domain
 * that is used in news ("cnn.com", "bbc.co.uk/news"). Plain letters (lexicon/plain-letters.h). */
gboolean bs_is_address (BsSpan plain);

G_END_DECLS
