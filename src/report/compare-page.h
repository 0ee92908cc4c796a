/* compare-page.h: a comparison as a reviewer wants to read it: twelve sections in a fixed order. */
#pragma once

#include "report/compare-table.h"

G_BEGIN_DECLS

typedef enum { BS_PAGE_HEADING, BS_PAGE_TEXT, BS_PAGE_CAUTION, BS_PAGE_TABLE } BsPageKind;

typedef struct {
  BsPageKind kind;
  char      *text;  /* names in it are as the corpus has them */
  BsTable   *table; /* of BS_PAGE_TABLE */
} BsPageItem;

/* The whole page; `compared` has all parts (matched where options.matched says so). Free with g_array_unref. NULL where
 * the store cannot be read. */
GArray *bs_compare_page (BsStore *store, const BsCompared *compared, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of BsPageItem */

G_END_DECLS
