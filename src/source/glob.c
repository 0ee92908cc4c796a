#include "source/glob.h"

#include "base/error.h"
#include "base/hash.h"
#include "source/companion.h"
#include "source/name.h"
#include "source/walk.h"

struct _BsGlobs {
  const char *root;
  const BsSourceOptions *options;
  BsArena *arena;
  GArray *problems;
  GHashTable *listings; /* "DEPTH FOLDER" to GPtrArray of paths, ascending */
  guint64 work;         /* bytes of patterns times bytes of the names that they were compared with */
};

BsGlobs *
bs_globs_new (const char *root, const BsSourceOptions *options, BsArena *arena, GArray *problems)
{
  BsGlobs *globs = g_new0 (BsGlobs, 1);

  globs->root = root;
  globs->options = options;
  globs->arena = arena;
  globs->problems = problems;
  globs->listings
      = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return globs;
}

void
bs_globs_free (BsGlobs *globs)
{
  if (globs == NULL)
    return;
  g_hash_table_unref (globs->listings);
  g_free (globs);
}

gsize
bs_glob_folder (const char *pattern)
{
  gsize end = strcspn (pattern, "*?");

  while (end > 0 && pattern[end - 1] != '/')
    end--;
  return end;
}

/* How many folders below its own a pattern reaches; -1: any. */
static int
depth_of (const char *pattern, gsize folder)
{
  int depth = 0;

  if (strstr (pattern + folder, "**") != NULL)
    return -1;
  for (const char *p = pattern + folder; *p != '\0'; p++)
    depth += *p == '/';
  return depth;
}

static const GPtrArray *
listing_for (BsGlobs *globs, const char *pattern)
{
  gsize folder = bs_glob_folder (pattern);
  g_autofree char *below = g_strndup (pattern, folder > 0 ? folder - 1 : 0);
  int depth = depth_of (pattern, folder);
  g_autofree char *key = g_strdup_printf ("%d %s", depth, below);
  GPtrArray *files = g_hash_table_lookup (globs->listings, key);

  if (files != NULL)
    return files;
  files = g_ptr_array_new ();
  bs_walk_folder (globs->root, below, depth, globs->options, globs->arena, files, globs->problems);
  bs_companions_drop (files);
  bs_paths_sort (files);
  g_hash_table_insert (globs->listings, g_steal_pointer (&key), files);
  return files;
}

/* The first file whose path does not come before some bytes. */
static guint
first_from (const GPtrArray *files, const char *bytes, gsize length)
{
  guint from = 0, to = files->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (strncmp (files->pdata[middle], bytes, length) < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static gboolean
is_too_much (BsGlobs *globs, const char *pattern, const char *path)
{
  globs->work += (guint64) strlen (pattern) * strlen (path);
  return globs->work > bs_ceiling (&globs->options->ceilings, BS_CEILING_GLOBS);
}

gboolean
bs_globs_find (BsGlobs *globs, const char *pattern, GPtrArray *found, GError **error)
{
  const GPtrArray *files = listing_for (globs, pattern);
  gsize literal = strcspn (pattern, "*?");
  gboolean whole = pattern[literal] == '\0';

  for (guint i = first_from (files, pattern, literal); i < files->len; i++)
    {
      char *path = files->pdata[i];

      if (strncmp (path, pattern, literal) != 0 || (whole && path[literal] != '\0'))
        return TRUE;
      if (is_too_much (globs, pattern, path))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_LIMIT,
                       "the manifest in '%s': at '%s' its patterns have been compared with more names than "
                       BS_CEILING_FORMAT " allows; name folders instead (folders=)",
                       *globs->root != '\0' ? globs->root : ".", pattern,
                       BS_CEILING_ARGS (&globs->options->ceilings, BS_CEILING_GLOBS));
          return FALSE;
        }
      if (bs_name_matches (pattern, path))
        g_ptr_array_add (found, path);
    }
  return TRUE;
}
