/* redundancy.h: how much of a text is said more than once, by runs of words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One running word. */
typedef struct {
  guint64 hash;  /* of one of up to eight bytes, bs_eight_hash() of them */
  guint32 chars; /* code points */
  guint32 bytes;
} BsHashedWord;

/* Counts of keys, forgotten and used again without being cleared. */
typedef struct _BsSeen BsSeen;

BsSeen *bs_seen_new  (void);
void    bs_seen_free (BsSeen *seen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSeen, bs_seen_free)

/* Forgets all keys and makes room for `n` of them. */
void    bs_seen_begin (BsSeen *seen, gsize n);

/* How often the key came, this time included; `*first` receives the `at` of its first time. At most as many different
 * keys as there is room for. */
guint32 bs_seen_add   (BsSeen *seen, guint64 key, guint32 at, guint32 *first);

#define BS_TOP_FROM 2       /* the n of the first of each */
#define BS_TOP_N 3          /* n from 2 to 4 */
#define BS_REPEATED_FROM 5
#define BS_REPEATED_N 6     /* n from 5 to 10 */

/* Characters by n, as shares of all characters of the text, a blank between two words counted:
 * `top`: of all occurrences of the most frequent n-gram, blanks inside it counted, where it occurs twice or more;
 * `repeated`: of the n-grams that occurred before, from left to right and without overlap, blanks not counted.
 * Both after Rae et al. 2021, Table A1, as datatrove's GopherRepetitionFilter computes them, for spellings as
 * written. */
typedef struct {
  double top[BS_TOP_N];
  double repeated[BS_REPEATED_N];
} BsRedundancy;

/* Which shares are over their parts of `limits`. Where a share of `top` cannot be, 0 stands in its place; where one of
 * `repeated` is, some share over the limit does. O(n). */
void bs_redundancy (BsRedundancy *found, BsSeen *seen, const BsHashedWord *words, gsize n, const BsRedundancy *limits);

/* What the shares of a text cannot be over, told at a small part of their cost: it rules most articles out. */
typedef struct {
  guint64 chars;         /* of the text, a blank between two words counted */
  guint64 top[BS_TOP_N]; /* by n: characters of all occurrences of any n-gram that occurs twice */
  guint64 covered;       /* characters of words in five-grams that repeat one */
} BsRedundancyBound;

void bs_redundancy_bound (BsRedundancyBound *bound, BsSeen *seen, const BsHashedWord *words, gsize n);

/* A bound that is higher and costs a third; enough for nearly every article. bs_redundancy_rejoin() goes on from it,
 * too. */
void bs_redundancy_rough_bound (BsRedundancyBound *bound, BsSeen *seen, const BsHashedWord *words, gsize n);

/* The bound of what is left of the text that bs_redundancy_bound() was called for last with `seen`, when words were
 * taken out of it: `words` are those left, and at each of `joints`, rising, a word stands that had another one in
 * front of it. */
void bs_redundancy_rejoin (BsRedundancyBound *bound, BsSeen *seen, const BsHashedWord *words, gsize n,
                           const guint32 *joints, guint n_joints);

/* Whether nothing can be over a limit, so that bs_redundancy() need not be asked. */
gboolean bs_redundancy_within (const BsRedundancyBound *bound, const BsRedundancy *limits);

G_END_DECLS
