/* batch.h: a handful of articles on their way from the reader through a worker to the writer. */
#pragma once

#include "analysis/checksum.h"
#include "analysis/known.h"
#include "analysis/reading.h"
#include "count/vocabulary.h"
#include "source/corpus.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What became of one item of the stream. */
typedef enum {
  BS_ITEM_PROBLEM,   /* `problem` alone is filled */
  BS_ITEM_RAW,       /* `stored.article` is filled, nothing else yet */
  BS_ITEM_UNCHANGED, /* stands in the store as it is */
  BS_ITEM_EMPTY,     /* no words or no text: `problem` says what */
  BS_ITEM_READ       /* `stored` is filled; its terms carry the worker's type numbers */
} BsItemState;

typedef struct {
  BsItemState     state;
  BsStoredArticle stored;
  BsProblem       problem;       /* also of an article that is kept, where has_problem */
  gboolean        has_problem;
  gboolean        moved;         /* unchanged, but the store found it at another place */
  guint64         bytes;         /* of its text */
  const guint64  *shingles;      /* ascending, where the article cannot be read again */
  guint           n_shingles;
  gpointer        visit;         /* what analysis/walk or analysis/texts makes of it, in the batch's arena; NULL: nothing */
} BsItem;

/* A type that a worker met. */
typedef struct {
  const char *word;  /* lives as long as the worker's index, see BsBatch.retired */
  BsWordNote  note;  /* of the word as it stands */
} BsNewType;

typedef struct {
  guint64  number;     /* in the order of the stream */
  BsArena *arena;      /* of everything in the items */
  GArray  *items;      /* of BsItem */
  guint    worker;     /* that walked it */
  GArray  *new_types;  /* of BsNewType: what the worker met here first, in the order of its numbers */
  BsTypeIndex *retired; /* the index that its worker had until this batch, and with which it goes, since the words that
                         * earlier ones brought stand in it: types are numbered anew from here on; NULL: none */
  gsize    made;       /* bytes that hang on it when it is worked on, as far as its worker tells: see BsPipeline.most */
} BsBatch;

BsBatch *bs_batch_new  (void);
void     bs_batch_free (BsBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsBatch, bs_batch_free)

/* Fills the batch with the next items of the corpus, forgetting what it held. FALSE at the end. */
gboolean bs_batch_fill (BsBatch *batch, BsCorpus *corpus, guint64 number);

/* To be asked before the next: where the worker's index holds more than so many types, begins a new one, of which nothing is
 * told yet, and gives the old one to the batch. */
void     bs_batch_renew (BsBatch *batch, BsReading *reading, guint types_held, guint32 *n_types_told);

/* Walks every raw item of the batch through the rooms. `n_types_told` is how many of the worker's types the writer
 * knows from earlier batches; it is moved on. */
void     bs_batch_read (BsBatch *batch, BsReading *reading, const BsReadOptions *options, const char *settings,
                        const BsKnown *known, guint worker, guint32 *n_types_told);

/* Of every raw item, what is learnt from: unchanged articles are found, of the others `lines` are filled; an item
 * without any is empty. */
void     bs_batch_learn (BsBatch *batch, BsReading *reading, const BsReadOptions *options, const char *settings,
                         const BsKnown *known);

/* Whether an article is no article any more: it is empty, binary or too large now. One that cannot be read may be back
 * tomorrow. */
gboolean bs_problem_loses_article (const BsProblem *problem);

G_END_DECLS
