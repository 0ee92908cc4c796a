/* checkpoint.h: a run that is longer than one transaction: it has the store for itself, commits now and then, and can be
 * gone on with after it was killed.
 *
 * Between its first checkpoint and its end the store is unfinished: it holds whole articles, each once, with their words
 * and problems, but nothing that follows from all of them. The record of the last run says so (runs.ended is 0), and
 * bs_store_open() refuses such a store to readers. bs_store_settle() and a record that has ended make it whole again,
 * whatever was unfinished.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Takes the store for this BsStore alone until bs_store_release() or bs_store_close(): no other program reads or writes
 * it, not between two transactions either. The lock ends with the process. In no transaction. BS_ERROR_STORE where
 * another program uses the store or has taken its file away. */
gboolean bs_store_claim   (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     bs_store_release (BsStore *store);

/* Whether no run has ended since articles were put in or taken out: the last one was killed, or is under way. */
gboolean bs_store_is_unfinished (BsStore *store);

/* BS_ERROR_STORE that says what to do where it is. */
gboolean bs_store_check_finished (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a store ready for a run that goes on with what it holds, finished or not. In a transaction, before its articles
 * are asked for. */
gboolean bs_store_take_up (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Commits what the transaction holds, and begins another, which goes on where it stood: for a claimed store whose
 * record of this run has not ended. The texts of blocks that repeat and were met since the last call are kept, too;
 * `repeats` may be NULL. */
gboolean bs_store_checkpoint (BsStore *store, BsRepeats *repeats, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Deletes the file of a store in which no article was ever kept; one that another program uses stays. It can only be
 * closed afterwards. */
void     bs_store_discard_empty (BsStore *store);

G_END_DECLS
