/* repeat.h: what repeats in an outlet: blocks that stand in many of its articles and so are furniture of its pages.
 *
 * A first light read of the corpus teaches the blocks of every article, and then every article is judged by them.
 *
 * Copies do not vote. The articles of an outlet are walked in an order of their own (by a hash of their ids, whatever
 * the order in which they came), and one whose blocks are for the greater part those of an article before it is that
 * article once more: a re-crawl, a later edition, a cut. Only the first of these says which blocks repeat, so that the
 * text of a story that stands there fifty times is not furniture. Blocks weigh by their rarity in the outlet, a
 * paragraph more than a line, and the lighter of two articles decides, so that what every page carries does not make
 * copies of pages.
 *
 * A block repeats where enough articles other than copies hold it: see bs_repeats_needed(). Where it stands decides
 * whether it is set aside: see bs_repeats_mark(). This is the last verdict, and no other looks at it: a newsletter that
 * is half template loses the template and nothing else.
 */
#pragma once

#include "clean/block.h"

G_BEGIN_DECLS

#define BS_REPEAT_FEW 2
#define BS_REPEAT_MANY 3

/* The ceiling of blocks that are learnt from, at 8 bytes each, of which some megabytes are held and the rest lies in a
 * temporary file; held are 24 bytes an article, and 16 more while its outlet is concluded. Above it only a half, a
 * quarter, … of the articles is learnt, chosen by a hash of outlet and id: rarer repetitions may be missed, and what is
 * needed is that of the whole outlet. */
#define BS_REPEAT_BLOCKS_MAX (1 << 25)

/* Of the text of a block that bs_repeats_each() shows. */
#define BS_REPEAT_TEXT 120

BsRepeats *bs_repeats_new  (void);
void       bs_repeats_free (BsRepeats *repeats);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsRepeats, bs_repeats_free)

/* For tests: another ceiling than BS_REPEAT_BLOCKS_MAX; before anything is learnt. */
void       bs_repeats_set_ceiling (BsRepeats *repeats, gsize blocks);

/* Whether a block is prose for this purpose: eight words and a stop at the end, or fifteen words. */
gboolean   bs_repeat_is_paragraph (const BsLook *look);

/* The hash of a block, by which it is known again: blanks and line ends folded, letters as they are. In a block that is
 * no paragraph and has two words at most each number counts as the same ("6 years ago", "Comments (12)"). The lowest
 * bit is set for a paragraph. The same on every machine. The block is trimmed and not empty. `folded` is scratch. */
guint64    bs_repeat_hash (BsSpan block, gboolean paragraph, GString *folded);

/* How many articles other than copies must hold a block of an outlet of so many articles: half the square root of the
 * articles, since the more there are, the more comes together by chance or by custom; at least BS_REPEAT_FEW, and
 * BS_REPEAT_MANY of a paragraph where there are as many, since the article may lose more by it. */
guint      bs_repeats_needed (guint n_articles, gboolean paragraph);

/* Adds the different blocks of one article, ascending. One thread at a time. The order of articles means nothing. An
 * article must be learnt once. */
void       bs_repeats_learn (BsRepeats *repeats, const char *outlet, const char *id, const guint64 *lines,
                             guint n_lines);

/* Everything is learnt: finds what repeats and forgets the rest. Cost: sorts the blocks once. BS_ERROR_IO where they
 * could not be put aside, or read again. */
gboolean   bs_repeats_conclude (BsRepeats *repeats, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was concluded once, put back: the blocks that repeat in an outlet (ascending), how many of its articles hold
 * each, and how many were learnt. For an outlet of which nothing was learnt. */
void       bs_repeats_restore (BsRepeats *repeats, const char *outlet, guint articles, const guint64 *lines,
                               const guint32 *held, guint n_lines);

/* In how many of the outlet's articles that were learnt the block stands, copies among them, where it repeats; else 0.
 * Thread-safe once concluded, like all that follows. */
guint      bs_repeats_find (const BsRepeats *repeats, const char *outlet, guint64 line);

/* How many of the outlet's articles were learnt, copies among them. */
guint      bs_repeats_articles (const BsRepeats *repeats, const char *outlet);

/* Those of the blocks (ascending) that repeat, as one number in 16 hexadecimal digits; "" where none does. Where
 * `passages`, it also tells which of the paragraphs stand in half of the outlet's articles. An article's verdicts by
 * repetition are the same as long as this is, `passages` being what bs_repeats_mark() said of it. `digest` has room for
 * 17 bytes. */
const char *bs_repeats_digest (const BsRepeats *repeats, const char *outlet, const guint64 *lines, guint n_lines,
                               gboolean passages, char digest[17]);

/* Fills `hashes` of guint64, one for each BsRawBlock of `blocks`. `folded` is scratch. */
void       bs_repeat_hash_blocks (GArray *hashes, const GArray *blocks, BsSpan text, GString *folded);

/* Makes `hashes` what articles are learnt by: ascending, each once. */
void       bs_repeat_sort (GArray *hashes);

/* Of the blocks that are kept so far, sets those that repeat aside as BS_ASIDE_REPEATED where they
 * - stand before the first or behind the last of these that is a paragraph and does not repeat,
 * - or between these, where three or more of them follow one another.
 * A run of three paragraphs or more, of 100 words together, is none of these unless each stands in half of the
 * outlet's articles: what all pages carry is shorter, and a family of articles shares passages.
 * All others are the article's own: a sub-heading, a formula, a paragraph of background that comes in many articles.
 * An article without a paragraph that does not repeat keeps its paragraphs, and one in which nothing but lines repeat
 * keeps these. `hashes` are those of its blocks, and used up. Returns whether there was such a run, in half of the articles
 * or not. */
gboolean   bs_repeats_mark (const BsRepeats *repeats, const char *outlet, GArray *blocks, BsSpan text,
                            GArray *hashes, GString *folded);

/* Calls `visit` for every block that repeats, outlets by name and blocks by hash ascending. `text`: the first
 * BS_REPEAT_TEXT bytes at most of what was hashed, with 0 for numbers; NULL where bs_repeats_mark() did not meet it. */
typedef gboolean (*BsRepeatVisit) (gpointer data, const char *outlet, guint64 line, guint articles, const char *text,
                                   GError **error);
gboolean   bs_repeats_each (const BsRepeats *repeats, BsRepeatVisit visit, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same for those alone whose text was met since the last call, outlets in any order. One thread at a time; others
 * may mark meanwhile. */
gboolean   bs_repeats_each_fresh (BsRepeats *repeats, BsRepeatVisit visit, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
