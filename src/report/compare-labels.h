/* compare-labels.h: names given numbers as articles are read, and what they become part of; for the files of the
 * comparison alone. */
#pragma once

#include "report/compare.h"

G_BEGIN_DECLS

typedef struct {
  BsCompareLabels *labels;
  GHashTable *index; /* name to number + 1; names belong to labels */
} BsNamer;

BsNamer bs_namer_new    (const char *field);
/* The number of a name, given in the order of first articles; NULL has none. */
guint32 bs_namer_number (BsNamer *namer, const char *name);
/* Gives the next article a name, or NULL. */
void    bs_namer_add    (BsNamer *namer, const char *name);

/* The labels, without the means to give more; bs_labels_free(). */
BsCompareLabels *bs_namer_end  (BsNamer *namer);
/* The same, of article from[0], from[1], … */
BsCompareLabels *bs_namer_take (BsNamer *namer, const guint *from, guint n);
void             bs_labels_free (BsCompareLabels *labels);

/* Whether so many articles share a label that it may matter: one in five has one, and not each its own. */
gboolean bs_labels_telling (const BsCompareLabels *labels);

/* ---- The data that labels are part of ----------------------------------------------------------------------------- */

BsCompareData *bs_compare_data_new (const BsCompareOptions *options); /* without articles */
/* Whether there is a group, and options.against is one; BS_ERROR_USAGE. */
gboolean bs_compare_data_check (const BsCompareData *data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
