/* article-terms.h: the words of one article after the other, as the store keeps them: the document-term matrix by rows.
 */
#pragma once

#include "count/tally.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64        article; /* number in this store */
  const char   *outlet;
  const char   *id;
  const char   *day;     /* NULL: no date */
  guint64       words;   /* running words */
  const BsTerm *terms;   /* `type` is the term's number in the table terms; ascending */
  guint         n_terms;
} BsArticleTerms;

/* Calls `visit` for every article that counts, in key order; it returns FALSE with `error` set to stop. What it is
 * given lives until it returns. BS_ERROR_STORE where a blob is damaged, or where the store was made without them
 * (`analyze --forget`): the message says to analyze again. */
typedef gboolean (*BsArticleTermsVisit) (gpointer data, const BsArticleTerms *article, GError **error);
gboolean bs_store_each_terms (BsStore *store, BsArticleTermsVisit visit, gpointer data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The words by term number, as many as the table terms has; `function_word` and `number` as it says. */
typedef struct {
  char    *word;
  gboolean function_word;
  gboolean number;
  guint    letters;
} BsTermName;

GArray *bs_store_term_names (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of BsTermName; frees words */

G_END_DECLS
