/* list.h: lines that are a list by how they start.
 *
 * Two lines start alike where both have a bullet; where both start with a figure; where their first words are the same;
 * or where their first three words are of the same kinds, a figure or a sign among them ("June 9 – ", "July 19 – ").
 */
#pragma once

#include "clean/page.h"

G_BEGIN_DECLS

/* Behind the open blocks from `i` on that start alike, where there are three or more of three words in the mean; `i`
 * itself where there are not. One line that does not start alike may stand between two that do. */
guint bs_list_end (const BsPage *page, guint i);

G_END_DECLS
