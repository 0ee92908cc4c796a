/* story.h: copies put together into stories, and the original of each: one text that the others copy. */
#pragma once

#include "compare/near.h"

G_BEGIN_DECLS

/* What is known of a text beside its wording. Strings are borrowed; NULL: not known. */
typedef struct {
  const char *outlet;
  const char *publisher;
  const char *credit; /* where it says that it appeared first */
  const char *day;    /* YYYY-MM-DD, YYYY-MM or YYYY */
  gint64      words;
} BsStoryText;

#define BS_NO_STORY G_MAXUINT32

/* By text: its story's original, which may be itself, or BS_NO_STORY. Texts are numbered in key order. Pairs that are
 * no copies are passed over. Free with g_free.
 *
 * A story is what pairs of a Jaccard coefficient of BS_COPY_JACCARD connect, and texts that stand in a longer one
 * (BS_COPY_CONTAINMENT) with that. A text that holds several which share nothing with one another is a roundup, not
 * their original nor their copy: it connects nothing by what it holds.
 *
 * The original is a text of the outlet that most others of the story credit; else one that credits nobody; of these
 * the one of the earliest day, a text without a day behind all others; of these the longest; of these the first. */
guint32 *bs_stories (const BsStoryText *texts, guint n, const BsNearPair *pairs, guint n_pairs);

/* Whether a credit names the outlet for sure: the same letters and digits in the same words, but for "the", "blog",
 * "website", "site", "magazine", "newspaper", a leading "www" and a trailing "com", "org", "net", "gov", "edu";
 * blanks may be missing ("18F blog" is "18f", "example.org" is "Example"). */
gboolean bs_credit_names (const char *credit, const char *outlet);

G_END_DECLS
