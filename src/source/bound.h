/* bound.h: what an article is called and what is said of it, held to the ceilings `name` and `field`, whoever read it. */
#pragma once

#include "base/ceiling.h"
#include "source/corpus.h"

G_BEGIN_DECLS

/* PROBLEM: its outlet or its id is too long for a name; the article is to be left out, since under a shorter one it might
 * be taken for another. ARTICLE: title, date, byline and address that are too long were left off (the article has NULL
 * there); *problem says so, and its message is NULL where none was. Strings of *problem live in the arena. */
BsNext bs_bound (BsArticle *article, const BsCeilings *ceilings, BsArena *arena, BsProblem *problem);

G_END_DECLS
