/* texts.h: the texts of a corpus for whoever keeps no store of them. Some threads read them and make something of each, and
 * the calling thread draws them one after the other, in the order of the stream: what comes does not depend on the number
 * of threads. What waits to be drawn is bounded, however slowly it is, as far as `made_size` tells of it: 64 megabytes and
 * four for every thread, or what is made of one large text.
 */
#pragma once

#include "analysis/reading.h"
#include "source/corpus.h"

G_BEGIN_DECLS

/* What is done with a text. */
typedef struct {
  BsReadDepth depth;
  /* What is made of a text that could be read; not NULL. In a worker's thread; everything of `reading` is overwritten by
   * the next text, while what is in `arena` lives as long as what was made. */
  gpointer  (*work) (gpointer data, const BsArticle *article, BsReading *reading, BsArena *arena);
  void      (*made_free) (gpointer made); /* NULL: it is all in the arena */
  gpointer    data;
  gsize     (*made_size) (gconstpointer made); /* bytes beside the arena; NULL: few */
  guint       types_held; /* as in BsAnalysisOptions */
} BsTextWork;

/* A text that was drawn, or what stands in its place. Lives until the next is drawn. */
typedef struct {
  const BsOrigin  *origin;
  const BsArticle *article; /* NULL: the stream could not give one, and `problem` says why */
  const char      *problem; /* a sentence without its stop: why there is no text, or nothing to count in it; NULL: none */
  gpointer         made;    /* NULL: nothing of it could be read, and `problem` says why */
} BsText;

typedef struct _BsTexts BsTexts;

/* `threads`: that read, the calling one not counted; 0: one a processor. Takes the corpus; the options and what they
 * point to must live as long as this, and `work` is copied. Free with bs_texts_free, at any time. */
BsTexts *bs_texts_new  (BsCorpus *corpus, const BsReadOptions *options, guint threads, const BsTextWork *work);
void     bs_texts_free (BsTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTexts, bs_texts_free)

/* FALSE behind the last. */
gboolean bs_texts_next (BsTexts *texts, BsText *text);

G_END_DECLS
