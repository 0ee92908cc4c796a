/* reference.h: the published sources of what the page reports, in full, as a list to copy and as BibTeX. */
#pragma once

#include "measure/measure.h"

G_BEGIN_DECLS

typedef struct {
  const char *cited;     /* as text and the table of measures name it: "Holm 1979"; unique */
  const char *kind;      /* of BibTeX: "article", "book", "techreport", "inproceedings", "misc" */
  const char *authors;   /* as BibTeX has them: "Mann, H. B. and Whitney, D. R." */
  const char *year;
  const char *title;
  const char *container; /* journal, publisher or institution, proceedings; NULL: none */
  const char *volume, *number, *pages; /* of an article; `number` of a report too; NULL: none */
} BsReference;

/* All that are known, in the order of authors. */
const BsReference *bs_references (guint *n);

/* NULL if there is none that is cited so. */
const BsReference *bs_reference_find (const char *cited);

/* "Holm, S. (1979). A simple … Scandinavian Journal of Statistics, 6(2), 65–70." Free with g_free. */
char *bs_reference_plain  (const BsReference *reference);
/* One entry, its key "holm1979". Free with g_free. */
char *bs_reference_bibtex (const BsReference *reference);

/* ---- A list of those that a text cites ----------------------------------------------------------------------- */

typedef struct _BsBibliography BsBibliography;

BsBibliography *bs_bibliography_new  (void);
void            bs_bibliography_free (BsBibliography *bibliography);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsBibliography, bs_bibliography_free)

/* Takes a source up, once, and returns `cited` for the text. One that is not known is a programmer's mistake. */
const char *bs_bibliography_cite (BsBibliography *bibliography, const char *cited);

/* Takes up what a measure's row names as its source; parts of it that are not known stand as they are written there. */
void        bs_bibliography_cite_measure (BsBibliography *bibliography, BsMeasureRef ref);

/* The entries in byte order: plain text, or all of them as BibTeX. Free with g_ptr_array_unref, g_free. */
GPtrArray  *bs_bibliography_plain  (const BsBibliography *bibliography); /* of char * */
char       *bs_bibliography_bibtex (const BsBibliography *bibliography);

G_END_DECLS
