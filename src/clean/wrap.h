/* wrap.h: which line ends are inside a paragraph.
 *
 * A blank line ends a block. A single line end ends one too, unless the line goes on in the next:
 * - Unfinished, in any text. The line does not end in a stop or a colon, the next one starts with a small letter (or a
 *   quotation that does), and either the block has 40 columns or more so far, or the line ends in a comma or dash, or
 *   it starts with a capital and the next one ends in a stop. Or it does not end so, has 40 columns, and its last
 *   bracket or quotation mark is an opening one. Or the block has 60 columns, more than a heading that ends so, and the
 *   line ends in a comma or hangs: its last word is an article, a possessive, a preposition or a conjunction in small
 *   letters (but "; and" ends an item of a list, and a headline may end in a preposition: one from 36 to 110 columns
 *   whose next line is another, and which no third goes on). Or the line has more than 110 columns and the next, of 40
 *   or fewer, ends in a full stop. Or the next one starts with a comma, stop or closing bracket. Or the block has 40
 *   columns, the line ends in the abbreviation of a title ("Sen."), and the next one starts with a capital and has 40
 *   columns or a stop.
 *   "by Jane Austen" below a line with a capital and without a mark is a byline, where lines are not wrapped and none
 *   goes on below.
 * - Wrapped at a width W, which is what 98 of 100 lines with a neighbour fit in. A text is hard-wrapped where W is
 *   from 30 to 110, in at least half of the pairs of neighbouring lines the next line's first word would not have
 *   fitted behind the first line, and of these pairs at most four of ten have a stop at the break and at least
 *   three of ten go on with a lower-case letter (or the script has no case). There, a line is joined to the next
 *   where its first word would not have fitted.
 * - Ragged: the columns of a scanned newspaper have no common width. Where at least ten lines have a neighbour and in
 *   four pairs of ten the first does not end in a stop and the second goes on with a lower-case letter, the width
 *   is four fifths of the median line.
 * - Running, where a text is hard-wrapped, or ragged with a median of at least four fifths of the 98 of 100: it was set
 *   in one width, and typesetters break earlier than they must. A line of more than half the width goes on where the
 *   next one starts with a small letter, whatever it ends in, or where it ends in a colon and the next one opens a
 *   quotation, or where it does not end in a stop or colon and is in the middle of its block, or ends in a comma or
 *   dash, or hangs, or is full at 85 of 100 of the width (at 70 of the median, where ragged).
 *   What tells a heading from such a line: it is short; or it is the first of its block, does not start with an article
 *   and has a capital on all but function words. Wherever lines are wrapped, a line of 10 columns or more that is all
 *   in capitals is joined only to another.
 * - Behind a dash: a line that starts with a dash and a blank has no bullet where neither neighbour has one, the line
 *   before ends in no mark, and that one is full as said, or has 60 columns and no capital follows the dash.
 * A line with a bullet is never joined to what stands before it, nor one that is indented by more than one blank more
 * than a line before it without bullet.
 */
#pragma once

#include "clean/look.h"

G_BEGIN_DECLS

/* The lines of a text; scratch of bs_blocks_find; those that are empty are left out. */
typedef struct {
  guint32 start, length;
  guint16 columns; /* of a line with a neighbour; 480 of those that are longer than any that is wrapped */
  guint16 flags;   /* BsLookFlags */
  guint16 indent;
  guint16 parted;
} BsLine;

/* The columns that a line reaches, together with the next line's first word, where it was broken for want of room. */
typedef struct {
  guint width; /* whatever it ends in; 0 where lines are not wrapped */
  guint loose; /* where it ends in no mark; 0 where lines were not set in one width */
} BsWrap;

/* Fills columns and flags of the lines that have a neighbour: for others they are not worth their cost. */
void     bs_wrap_look  (GArray *lines, BsSpan text);

/* How the text was wrapped, of lines that were looked at. */
BsWrap   bs_wrap_of    (const GArray *lines, BsSpan text);

/* Whether the line and the next are one block; `end` is behind the last line, `columns` those of the line and of the
 * lines joined before it. */
gboolean bs_wrap_joins (BsSpan text, const BsLine *line, const BsLine *end, guint columns, BsWrap wrap);

G_END_DECLS
