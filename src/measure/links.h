/* links.h: where each word of a text occurred before and occurs next; for src/measure/ alone.
 *
 * From these links follow the measures of running order: a word is the first of its type in a stretch that starts at
 * `s` exactly when its previous occurrence lies before `s`.
 */
#pragma once

#include "measure/sequence.h"

G_BEGIN_DECLS

#define BS_LINKS_MOST 2000000000  /* words of a text */
#define BS_NO_NEXT    0x7f7f7f7f  /* more than these; bytes of one kind */

#define BS_LINKS_PAST 8           /* so kernels need not know where a text ends */

typedef struct {
  gint32   *previous; /* position of the previous occurrence, or -1; so behind the last word for BS_LINKS_PAST more */
  gint32   *next;     /* of the next one, or BS_NO_NEXT; so before the first word, too */
  gint32    n;        /* words */
  gboolean  made;     /* whether this is so for the present text */
  GArray   *spectrum; /* of BsSpectrumEntry: worked out from the links */
  gboolean  spectrum_made;
  BsFactors forward[2], backward[2]; /* of MTLD: ending below 0.72, and at 0.72 too */
  gboolean  factors_made;
  /* scratch */
  gint32   *places;   /* where `next` begins behind BS_LINKS_PAST */
  gsize     capacity;
  gint32   *last;     /* by type: position of its last occurrence */
  gsize     types_capacity;
} BsLinks;

BsLinks *bs_links_new   (void);
void     bs_links_free  (BsLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsLinks, bs_links_free)

/* Forgets the text; gives back the memory of a giant. */
void     bs_links_clear (BsLinks *links);

/* Links `n` words, BS_LINKS_MOST or fewer, whose numbers are below `types`; 0: by as many as they are. O(n); fastest
 * where the numbers are about as small as `n`. */
void     bs_links_make  (BsLinks *links, const guint32 *ids, gsize n, gsize types);

/* Fills `spectrum` from the links. */
void     bs_links_count (BsLinks *links);

/* Fills `forward` and `backward` from the links. */
void     bs_links_cut   (BsLinks *links);

G_END_DECLS
