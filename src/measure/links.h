/* links.h: where each word of a text occurred before and occurs next; for src/measure/ alone.
 *
 * From these links follow the measures of running order: a word is the first of its type in a stretch that starts at
 * `s` exactly when its previous occurrence lies before `s`.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gint32  *previous; /* position of the previous occurrence, or -1 */
  gint32  *next;     /* of the next one, or `n` */
  gint32   n;        /* words */
  gboolean made;     /* whether this is so for the present text */
  GArray  *spectrum; /* of BsSpectrumEntry: worked out from the links */
  gboolean spectrum_made;
  /* scratch */
  gsize    capacity;
  gint32  *last;     /* by type: position of its last occurrence */
  gsize    types_capacity;
} BsLinks;

BsLinks *bs_links_new   (void);
void     bs_links_free  (BsLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsLinks, bs_links_free)

/* Forgets the text; gives back the memory of a giant. */
void     bs_links_clear (BsLinks *links);

/* Links `n` words, fewer than 2³¹. O(n); fastest where the numbers are about as small as `n`. */
void     bs_links_make  (BsLinks *links, const guint32 *ids, gsize n);

/* Fills `spectrum` from the links. */
void     bs_links_count (BsLinks *links);

G_END_DECLS
