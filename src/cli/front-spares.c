/* Outputs that would replace what a command reads. */
#include "cli/front.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "analysis/recipe.h"
#include "source/name.h"

/* ---- One output --------------------------------------------------------------------------------------------------- */

static gboolean
is_there (const char *output, GStatBuf *out)
{
  return output != NULL && g_stat (output, out) == 0 && S_ISREG (out->st_mode);
}

static gboolean
is_file (const GStatBuf *out, const char *path)
{
  GStatBuf in;

  return g_stat (path, &in) == 0 && in.st_dev == out->st_dev && in.st_ino == out->st_ino;
}

static gboolean
fail_as_input (const char *output, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s is the input; write to another file", output);
  return FALSE;
}

/* Whether a file lies in a folder and is one that the folder's corpus would read, or join. */
static gboolean
is_text_in (const char *file, const char *folder)
{
  g_autofree char *real_file = realpath (file, NULL), *real_folder = realpath (folder, NULL);
  gsize length = real_folder != NULL ? strlen (real_folder) : 0;
  BsKind kind;

  if (real_file == NULL || real_folder == NULL || strncmp (real_file, real_folder, length) != 0
      || (real_file[length] != '/' && length != 1))
    return FALSE;
  kind = bs_name_look (real_file).kind;
  return bs_kind_is_read (kind) || kind == BS_KIND_ARCHIVE || kind == BS_KIND_TABLE;
}

gboolean
bs_front_spares_inputs (char *const *places, const char *output, gboolean is_brought_up_to_date, GError **error)
{
  GStatBuf out;
  gboolean is_store = FALSE;

  if (!is_there (output, &out))
    return TRUE;
  if (is_brought_up_to_date && !bs_front_is_store (output, &is_store, error))
    return FALSE;
  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    if (is_file (&out, places[i]))
      return fail_as_input (output, error);
    else if (!is_store && is_text_in (output, places[i]))
      {
        g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                     "%s lies in the corpus %s and is read as one of its files; write to another file", output,
                     places[i]);
        return FALSE;
      }
  return TRUE;
}

/* ---- All outputs of a command ------------------------------------------------------------------------------------- */

void
bs_front_writes (BsFrontCorpus *corpus, const char *output)
{
  guint n = 0;

  if (output == NULL || g_str_equal (output, "-"))
    return;
  while (corpus->outputs[n] != NULL)
    n++;
  g_assert (n < BS_FRONT_OUTPUTS);
  corpus->outputs[n] = g_strdup (output);
}

gboolean
bs_front_spares_places (const BsFrontCorpus *corpus, char *const *places, GError **error)
{
  for (guint i = 0; corpus->outputs[i] != NULL; i++)
    if (!bs_front_spares_inputs (places, corpus->outputs[i], FALSE, error)
        || !bs_front_spares_inputs (corpus->sources, corpus->outputs[i], FALSE, error))
      return FALSE;
  return TRUE;
}

gboolean
bs_front_spares_corpus (const BsFrontCorpus *corpus, const BsCorpus *read, GError **error)
{
  GStatBuf out;

  for (guint i = 0; corpus->outputs[i] != NULL; i++)
    if (is_there (corpus->outputs[i], &out) && bs_corpus_reads (read, out.st_dev, out.st_ino))
      return fail_as_input (corpus->outputs[i], error);
  return TRUE;
}

/* ---- The sources of a store --------------------------------------------------------------------------------------- */

typedef struct {
  const char *outputs[BS_FRONT_OUTPUTS]; /* that are there */
  GStatBuf info[BS_FRONT_OUTPUTS];
  guint n;
  GPtrArray *folders; /* of the store, where that is not the current one: as it was named, and where a link leads */
} Guarded;

static void
guarded_clear (Guarded *guarded)
{
  g_ptr_array_unref (guarded->folders);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Guarded, guarded_clear)

static void
add_folder_of (Guarded *guarded, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;
  gboolean known = g_stat (folder, &info) != 0 || is_file (&info, ".");

  for (guint i = 0; !known && i < guarded->folders->len; i++)
    known = is_file (&info, guarded->folders->pdata[i]);
  if (!known)
    g_ptr_array_add (guarded->folders, g_steal_pointer (&folder));
}

static void
guard (Guarded *guarded, const BsFrontCorpus *corpus, BsStore *store)
{
  g_autofree char *real = realpath (bs_store_path (store), NULL);

  guarded->folders = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; corpus->outputs[i] != NULL; i++)
    if (is_there (corpus->outputs[i], &guarded->info[guarded->n]))
      guarded->outputs[guarded->n++] = corpus->outputs[i];
  add_folder_of (guarded, bs_store_path (store));
  if (real != NULL)
    add_folder_of (guarded, real);
}

/* The output that a path names, or NULL. */
static const char *
find_output (const Guarded *guarded, const char *path)
{
  GStatBuf in;

  if (g_stat (path, &in) == 0)
    for (guint i = 0; i < guarded->n; i++)
      if (in.st_dev == guarded->info[i].st_dev && in.st_ino == guarded->info[i].st_ino)
        return guarded->outputs[i];
  return NULL;
}

static gboolean
spares (const Guarded *guarded, const char *path, GError **error)
{
  const char *output = find_output (guarded, path);

  for (guint i = 0; output == NULL && !g_path_is_absolute (path) && i < guarded->folders->len; i++)
    {
      g_autofree char *beside = g_build_filename (guarded->folders->pdata[i], path, NULL);

      output = find_output (guarded, beside);
    }
  return output == NULL || fail_as_input (output, error);
}

static gboolean
spares_source (const Guarded *guarded, const char *source_path, GError **error)
{
  g_autofree char *path = bs_name_unescape (source_path);

  return spares (guarded, path, error);
}

static gboolean
spares_run (const Guarded *guarded, const char *listed, GError **error)
{
  g_auto (GStrv) places = bs_places_read (listed);

  for (guint i = 0; places[i] != NULL; i++)
    if (!spares (guarded, places[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
spares_all (const Guarded *guarded, BsStore *store, const char *query,
            gboolean (*spares_one) (const Guarded *guarded, const char *text, GError **error), GError **error)
{
  static const BsColumn column = { "path", NULL, BS_COLUMN_TEXT, 0 };
  g_autoptr (BsTable) rows = bs_store_query (store, query, NULL, &column, 1, error);
  const BsCell *cells;
  GError *trouble = NULL;

  if (rows == NULL)
    return FALSE;
  while ((cells = bs_table_next (rows, &trouble)) != NULL)
    if (!cells[0].missing && !spares_one (guarded, cells[0].text, error))
      return FALSE;
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, trouble);
  return FALSE;
}

gboolean
bs_front_spares_sources (const BsFrontCorpus *corpus, BsStore *store, GError **error)
{
  g_auto (Guarded) guarded = { 0 };

  guard (&guarded, corpus, store);
  return guarded.n == 0
         || (spares_all (&guarded, store, "SELECT DISTINCT places FROM runs", spares_run, error)
             && spares_all (&guarded, store, "SELECT DISTINCT source_path FROM articles", spares_source, error));
}
