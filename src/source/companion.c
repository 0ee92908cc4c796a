#include "source/companion.h"

#include <string.h>

#include "base/hash.h"
#include "source/name.h"

struct _BsCompanions
{
  GHashTable *pages; /* of char *: paths without their endings */
};

/* As Firefox, Chromium and their forebears name them in English, German, French, Spanish, Italian, Dutch, Portuguese,
 * Swedish, Danish and Norwegian. */
static const char *const folder_endings[]
    = { "_files",    "-Dateien",   "_fichiers", "_archivos", "_file", "_bestanden",
        "_arquivos", "_ficheiros", "_filer",    "-filer",    ".files" };

BsCompanions *
bs_companions_new (void)
{
  BsCompanions *companions = g_new0 (BsCompanions, 1);

  companions->pages = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);
  return companions;
}

void
bs_companions_free (BsCompanions *companions)
{
  if (companions == NULL)
    return;
  g_hash_table_unref (companions->pages);
  g_free (companions);
}

void
bs_companions_note (BsCompanions *companions, const char *path)
{
  BsNameLook look = bs_name_look (path);

  if (look.kind != BS_KIND_HTML)
    return;
  while (path[look.length - 1] != '.')
    look.length--;
  g_hash_table_add (companions->pages, g_strndup (path, look.length - 1));
}

/* Bytes of the ending that a folder's path has, or 0. */
static gsize
folder_ending (const char *path, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (folder_endings); i++)
    {
      gsize known = strlen (folder_endings[i]);
      if (length > known && memcmp (path + length - known, folder_endings[i], known) == 0)
        return known;
    }
  return 0;
}

/* The first folder of the path from `from` on that is named like one of a page: the length up to its end, with *ending
 * that of its ending; 0: there is none. */
static gsize
next_folder (const char *path, gsize from, gsize *ending)
{
  for (const char *slash = strchr (path + from, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    if ((*ending = folder_ending (path, (gsize)(slash - path))) > 0)
      return (gsize)(slash - path);
  return 0;
}

gboolean
bs_companions_hold (const BsCompanions *companions, const char *path)
{
  gsize ending;

  for (gsize end = next_folder (path, 0, &ending); end > 0; end = next_folder (path, end + 1, &ending))
    {
      g_autofree char *page = g_strndup (path, end - ending);
      if (g_hash_table_contains (companions->pages, page))
        return TRUE;
    }
  return FALSE;
}

/* Whether two files lie in the same folder, as those that a walk gives one after the other mostly do. */
static gboolean
is_beside (const char *file, const char *other)
{
  const char *slash = strrchr (file, '/');
  gsize length = slash != NULL ? (gsize)(slash + 1 - file) : 0;

  return strncmp (file, other, length) == 0 && strchr (other + length, '/') == NULL;
}

void
bs_companions_drop (GPtrArray *files)
{
  g_autoptr (BsCompanions) companions = bs_companions_new ();
  gboolean any = FALSE;
  guint kept = 0;
  gsize ending;

  for (guint i = 0; i < files->len && !any; i++)
    any = (i == 0 || !is_beside (files->pdata[i], files->pdata[i - 1])) && next_folder (files->pdata[i], 0, &ending) > 0;
  if (!any)
    return;
  for (guint i = 0; i < files->len; i++)
    bs_companions_note (companions, files->pdata[i]);
  for (guint i = 0; i < files->len; i++)
    if (!bs_companions_hold (companions, files->pdata[i]))
      files->pdata[kept++] = files->pdata[i];
  g_ptr_array_set_size (files, (int)kept);
}
