/* credit.h: bylines, dates, where a text appeared first, and what of these is worth keeping. */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

/* BS_ASIDE_BYLINE for a line that is nothing but who wrote it or when, BS_ASIDE_CREDIT for one that says where the
 * text appeared first, BS_ASIDE_LEGAL for "(c) Name 2024", BS_KEPT for all others. `edge`: it stands
 * near the first or the last paragraph; elsewhere "this article first appeared" is told, not credited. Sets
 * `reason` as in BsBlock where it finds one. `folded`: the block, by bs_phrase_fold(). */
BsAside bs_credit_find (BsSpan block, const BsLook *look, gboolean edge, const GString *folded, const char **reason);

/* "© 2024 Valley Herald", "Valley Herald © 2024. Terms apply.": a sign in the first sixty bytes, four figures. */
gboolean bs_is_copyright (BsSpan block, const BsLook *look);

/* Parts the BsRawBlock of the last six paragraphs that a note on the origin ends, of the first four that one starts
 * without a stop, and a short last line that a bare sign-off ends (clean/sign-off.h): the note is a block of its own. */
void    bs_credit_part (GArray *blocks, BsSpan text, GString *folded);

/* The reason why the block above one that is a post at a paper is a byline: it is a name; else NULL. */
const char *bs_credit_above (BsSpan above, BsSpan post, const BsLook *look);

/* The reason why a line above the first paragraph is a byline: it is a name and a post; else NULL. */
const char *bs_credit_with_post (BsSpan block);

/* Fills what is still empty of the article's byline, agency, originally_from and rights from a block that was set
 * aside for this reason. */
void    bs_credit_read (BsCleaned *cleaned, BsAside aside, const char *reason, BsSpan block, GString *folded);

G_END_DECLS
