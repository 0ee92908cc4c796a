/* window.h: the words around what was found, left and right.
 *
 * A running word counts once, however many hits it stands near: it belongs to the nearest, of two as near to the one
 * in front of it. The words of the hits themselves are never around (Evert 2008, "Corpora and collocations", in
 * Lüdeling and Kytö, Corpus Linguistics: surface cooccurrence).
 */
#pragma once

#include "segment/query.h"

G_BEGIN_DECLS

#define BS_WINDOW_MOST 50 /* words to one side */

typedef struct {
  guint    left, right; /* words, 0 to BS_WINDOW_MOST */
  gboolean across;      /* over the ends of sentences too */
} BsWindow;

typedef enum {
  BS_PLACE_APART,
  BS_PLACE_LEFT,  /* in front of a hit */
  BS_PLACE_RIGHT, /* behind one */
  BS_PLACE_HIT
} BsPlace;

/* Says of every running word where it stands. `hits` ascend by `first`; `places` has room for all words. */
void bs_window_place (const BsSegments *segments, const BsQueryHit *hits, gsize n_hits, const BsWindow *window,
                      guint8 *places);

G_END_DECLS
