/* A store on the command line, or a corpus where a store may stand. */
#include "cli/front.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>

#include "base/temporary.h"

static gboolean
cannot_read (const char *path, int reason, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: cannot be read: %s", path, g_strerror (reason));
  return FALSE;
}

gboolean
bs_front_is_store (const char *path, gboolean *is_store, GError **error)
{
  static const char magic[] = "SQLite format 3";
  char head[sizeof magic] = "";
  GStatBuf info;
  FILE *file;
  gsize n;
  int reason;

  *is_store = FALSE;
  if (g_stat (path, &info) != 0)
    return errno == ENOENT || errno == ENOTDIR || cannot_read (path, errno, error);
  if (!S_ISREG (info.st_mode))
    return TRUE;
  file = g_fopen (path, "rb");
  if (file == NULL)
    return cannot_read (path, errno, error);
  errno = 0;
  n = fread (head, 1, sizeof head, file);
  reason = ferror (file) ? errno : 0;
  fclose (file);
  *is_store = n == sizeof head && memcmp (head, magic, sizeof magic) == 0;
  return reason == 0 || cannot_read (path, reason, error);
}

/* A corpus without an article is a mistake; says what became of its first input. */
static gboolean
check_articles (BsStore *store, const char *place, GError **error)
{
  static const BsColumn columns[] = { { "place", NULL, BS_COLUMN_TEXT, 0 }, { "message", NULL, BS_COLUMN_TEXT, 0 } };
  g_autoptr (BsTable) rows = NULL;
  const BsCell *cells;

  if (bs_store_number (store, "SELECT count(*) FROM articles", NULL) > 0)
    return TRUE;
  rows = bs_store_query (store, "SELECT source_path, message FROM problems ORDER BY problem", NULL, columns,
                         G_N_ELEMENTS (columns), error);
  if (rows == NULL)
    return FALSE;
  cells = bs_table_next (rows, NULL);
  if (!bs_store_was_read (store, error))
    return FALSE;
  if (cells != NULL && !cells[0].missing && !cells[1].missing)
    g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "%s holds no article: %s: %s", place, cells[0].text, cells[1].text);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "%s holds no article", place);
  return FALSE;
}

#define STORE "store.db" /* in its temporary folder */

static const BsStore *opened; /* a command opens one */
static GError *unread;

gboolean
bs_front_open (BsFrontStore *front, const BsCommand *command, char **places, const BsFrontCorpus *corpus,
               GError **error)
{
  g_autofree char *path = NULL;
  BsFrontCorpus whole = *corpus; /* borrowed: a store that goes with the program is not kept piece by piece */
  BsRunSummary summary;
  gboolean is_store;

  *front = (BsFrontStore){ 0 };
  if (!bs_front_spares_places (corpus, places, error))
    return FALSE;
  if (places == NULL || places[0] == NULL)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s needs a store or a corpus; “broadsheet %s --help” shows how",
                   command->name, command->name);
      return FALSE;
    }
  if (!bs_front_is_store (places[0], &is_store, error))
    return FALSE;
  if (is_store)
    {
      if (places[1] != NULL)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s takes one store; “broadsheet merge” joins several",
                       command->name);
          return FALSE;
        }
      opened = front->store = bs_store_open (places[0], BS_STORE_READ, error);
      return front->store != NULL && bs_front_spares_sources (corpus, front->store, error);
    }

  front->temporary = bs_temporary_folder (error);
  if (front->temporary == NULL)
    return FALSE;
  path = g_build_filename (front->temporary, STORE, NULL);
  opened = front->store = bs_store_open (path, BS_STORE_WRITE, error);
  if (front->store == NULL)
    return FALSE;
  whole.checkpoint = INFINITY;
  if (!bs_front_analyze (front->store, places, &whole, &summary, error))
    {
      if (g_error_matches (*error, BS_ERROR, BS_ERROR_INTERRUPTED))
        {
          g_clear_error (error);
          g_set_error_literal (error, BS_ERROR, BS_ERROR_INTERRUPTED,
                               "stopped; nothing is kept, since no store was named: “broadsheet analyze” makes one that"
                               " can go on");
        }
      return FALSE;
    }
  front->exit = bs_front_tell_run (&summary, corpus->quiet);
  if (!bs_front_spares_sources (corpus, front->store, error))
    return FALSE;
  if (command == &bs_command_export)
    return TRUE;
  return check_articles (front->store, places[0], error)
         && (front->exit != BS_EXIT_PROBLEMS || bs_front_tell_problems (front->store, error));
}

gboolean
bs_front_open_counted (BsFrontStore *front, const BsCommand *command, char **places, const BsFrontCorpus *corpus,
                       const char *how, BsCopies otherwise, GError **error)
{
  BsCopies copies;

  return bs_front_copies (how, otherwise, &copies, error) && bs_front_open (front, command, places, corpus, error)
         && bs_store_set_copies (front->store, copies, error);
}

gboolean
bs_front_was_read (GError **error)
{
  if (opened != NULL)
    return bs_store_was_read (opened, error);
  if (unread != NULL && error != NULL)
    *error = g_error_copy (unread);
  return unread == NULL;
}

void
bs_front_close (BsFrontStore *front)
{
  if (opened != NULL && opened == front->store)
    {
      if (!bs_store_was_read (opened, unread == NULL ? &unread : NULL))
        g_assert (unread != NULL);
      opened = NULL;
    }
  g_clear_pointer (&front->store, bs_store_close);
  if (front->temporary != NULL) /* by its name: to look into the folder takes a descriptor, which may not be had */
    {
      g_autofree char *path = g_build_filename (front->temporary, STORE, NULL);

      g_unlink (path);
    }
  g_clear_pointer (&front->temporary, bs_temporary_folder_free);
}
