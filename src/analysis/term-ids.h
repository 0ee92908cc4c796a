/* term-ids.h: the running words of an article that is walked, by their numbers in the store. */
#pragma once

#include "analysis/reading.h"
#include "store/article-terms.h"

G_BEGIN_DECLS

#define BS_NO_TERM G_MAXUINT32

/* The words of a store by number and number by word. */
typedef struct {
  GArray     *names;   /* of BsTermName */
  GHashTable *numbers; /* of word to number + 1 */
} BsTerms;

BsTerms *bs_terms_load (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     bs_terms_free (BsTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTerms, bs_terms_free)

static inline const BsTermName *
bs_terms_name (const BsTerms *terms, guint32 term)
{
  return &g_array_index (terms->names, BsTermName, term);
}

/* No function word, number or single letter. */
gboolean bs_term_is_content (const BsTermName *name);

/* One thread's; remembers what it has looked up. */
typedef struct _BsTermIds BsTermIds;

/* Borrows `terms`. */
BsTermIds *bs_term_ids_new  (const BsTerms *terms);
void       bs_term_ids_free (BsTermIds *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTermIds, bs_term_ids_free)

/* One number for every word of reading->segments; BS_NO_TERM for a word that the store does not have. Lives until the
 * next call. */
const guint32 *bs_term_ids_of (BsTermIds *ids, const BsReading *reading);

G_END_DECLS
