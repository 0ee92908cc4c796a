/* credit.h: bylines, dates, where a text appeared first, and what of these is worth keeping. */
#pragma once

#include "clean/clean.h"
#include "clean/look.h"

G_BEGIN_DECLS

/* BS_ASIDE_BYLINE for a line that is nothing but who wrote it or when, BS_ASIDE_CREDIT for one that says where the
 * text appeared first, BS_ASIDE_LEGAL for "(c) Name 2024", BS_KEPT for all others. To be asked only near the first
 * and the last paragraph: elsewhere "this article first appeared" is told, not credited. `folded` is scratch. */
BsAside bs_credit_find (BsSpan block, const BsLook *look, GString *folded);

/* Fills what is still empty of the article's byline, agency, originally_from and rights from a block that was set
 * aside. */
void    bs_credit_read (BsCleaned *cleaned, BsAside aside, BsSpan block, GString *folded);

G_END_DECLS
