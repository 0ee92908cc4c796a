#include "store/checkpoint.h"

#include <glib/gstdio.h>

#include "store/bulk.h"
#include "store/schema.h"
#include "store/settle.h"

/* SQLite's own lock, held from one transaction to the next; its journal then stays, with its head wiped out. */
static const char keep_lock[] = "PRAGMA main.locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT";
static const char give_back[] = "PRAGMA main.locking_mode = NORMAL; SELECT count(*) FROM main.sqlite_schema";

/* Whoever waited for the lock of a file that has been deleted would write for nobody. */
static gboolean
check_place (BsStore *store, GError **error)
{
  int moved = 0;

  if (sqlite3_file_control (store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: another program has taken this file away; try again", store->path);
  return FALSE;
}

gboolean
bs_store_claim (BsStore *store, GError **error)
{
  store->claimed = TRUE;
  if (bs_store_exec (store, keep_lock, error) && check_place (store, error))
    return TRUE;
  bs_store_release (store);
  return FALSE;
}

void
bs_store_release (BsStore *store)
{
  if (store->claimed)
    sqlite3_exec (store->db, give_back, NULL, NULL, NULL);
  store->claimed = FALSE;
}

gboolean
bs_store_is_unfinished (BsStore *store)
{
  static const char last[] = "SELECT coalesce((SELECT ended FROM main.runs ORDER BY run DESC LIMIT 1),"
                             " EXISTS (SELECT 1 FROM main." BS_ARTICLE_ROWS "))";

  return bs_store_number (store, last, NULL) == 0;
}

gboolean
bs_store_check_finished (BsStore *store, GError **error)
{
  static const char count[] = "SELECT count(*) FROM main." BS_ARTICLE_ROWS;

  if (!bs_store_is_unfinished (store))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_STORE,
               "%s: not finished: the run that made it was killed after %.0f articles, which are kept; the same"
               " “analyze” command goes on from there",
               store->path, bs_store_number (store, count, NULL));
  return FALSE;
}

gboolean
bs_store_take_up (BsStore *store, GError **error)
{
  static const char articles[] = "SELECT EXISTS (SELECT 1 FROM main." BS_ARTICLE_ROWS ")";

  return bs_store_number (store, articles, NULL) == 0 || bs_bulk_index (store, error);
}

gboolean
bs_store_checkpoint (BsStore *store, BsRepeats *repeats, GError **error)
{
  return bs_bulk_flush (store, error) && bs_store_append_terms (store, error)
         && (repeats == NULL || bs_store_put_repeat_texts (store, repeats, error))
         && bs_store_exec (store, "COMMIT", error) && bs_store_exec (store, "BEGIN IMMEDIATE", error);
}

void
bs_store_discard_empty (BsStore *store)
{
  static const char articles[] = "SELECT EXISTS (SELECT 1 FROM main." BS_ARTICLE_ROWS
                                 ") OR EXISTS (SELECT 1 FROM main.runs WHERE ended)";
  g_autofree char *real = bs_store_real_path (store->path);

  if (bs_store_claim (store, NULL) && bs_store_number (store, articles, NULL) == 0)
    g_unlink (real); /* while nobody else has it */
}
