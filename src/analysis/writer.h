/* writer.h: batches into the store, in the order of the stream. */
#pragma once

#include "analysis/analysis.h"
#include "analysis/batch.h"
#include "analysis/spool.h"

G_BEGIN_DECLS

typedef struct _BsWriter BsWriter;

/* `known` is what stood in the store before, `spool` takes the shingles of items that have them, and of `ceilings` that of
 * the vocabulary is looked at; all must outlive the writer. */
BsWriter *bs_writer_new  (BsStore *store, gint64 run, guint n_workers, BsKnown *known, BsSpool *spool,
                          const BsCeilings *ceilings, BsRunSummary *summary);
void      bs_writer_free (BsWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsWriter, bs_writer_free)

/* Writes one batch; batches come in ascending numbers. */
gboolean  bs_writer_write (BsWriter *writer, BsBatch *batch, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes out articles in whose place nothing can be read any more and, where `prune`, all that no batch brought. */
gboolean  bs_writer_finish (BsWriter *writer, gboolean prune, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
