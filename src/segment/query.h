/* query.h: what a user looks for in running text by words: a word, a phrase, wildcards.
 *
 * The query is divided into words as a text is, so that "U.S." is one and "and/or" are two. In a word, * stands for any
 * characters, none included, and ? for one; a lone * is any one word. Words are compared as the store's types are: NFC,
 * case-folded, apostrophes straight; or, on request, as written but for apostrophes. A hit lies inside one sentence.
 */
#pragma once

#include "segment/segment.h"

G_BEGIN_DECLS

#define BS_QUERY_WORDS_MAX 16

typedef struct _BsQuery BsQuery;

/* BS_ERROR_USAGE where the text is no UTF-8, holds no word, or more than BS_QUERY_WORDS_MAX. */
BsQuery *bs_query_new  (const char *text, gboolean as_written, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     bs_query_free (BsQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsQuery, bs_query_free)

/* How many words a hit has. */
guint    bs_query_n_words (const BsQuery *query);

/* Whether a folded word may stand at this place of the query; as written, it may still differ in case. Thread-safe. */
gboolean bs_query_fits (const BsQuery *query, guint place, const char *folded);

/* A hit: words of the segments. */
typedef struct {
  guint32 first_word;
  guint32 n_words;
} BsQueryHit;

/* One thread's memory of which types fit; for one index after another, asked with the same one while that lives. */
typedef struct _BsMatcher BsMatcher;

BsMatcher *bs_matcher_new  (const BsQuery *query);
void       bs_matcher_free (BsMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsMatcher, bs_matcher_free)

/* Fills `hits` (of BsQueryHit) with all hits in the text, from left to right; none overlaps the one before it. */
void       bs_matcher_find (BsMatcher *matcher, BsSpan text, const BsSegments *segments, const BsTypeIndex *index,
                            GArray *hits);

/* How many hits there are, of a query of one word: needs no more of the segments than their words. */
guint64  bs_matcher_count (BsMatcher *matcher, BsSpan text, const BsSegments *segments, const BsTypeIndex *index);

G_END_DECLS
