#include "source/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "source/name.h"

typedef struct
{
  const char *root;
  char *real_root; /* resolved when the first link is met */
  BsArena *arena;
  GPtrArray *files;
  GPtrArray *pending; /* of relative folder paths in the arena, not yet read */
  GArray *depths;     /* of Depth, beside pending */
  GArray *problems;
  gboolean follow;
  const char *except; /* the real name of the file that is passed over, or NULL */
  struct stat excepted;
} Walk;

typedef struct
{
  int left;        /* folders that may still be entered below this one; negative: any number */
  gboolean linked; /* it was reached through a link */
} Depth;

void
bs_problems_add (GArray *problems, BsProblemKind kind, const char *path, const char *message, BsArena *arena)
{
  BsProblem problem = { .kind = kind,
                        .origin = { .path = bs_name_escape (path, strlen (path), arena) },
                        .message = bs_name_escape (message, strlen (message), arena) };

  g_array_append_val (problems, problem);
}

char *
bs_path_join (const char *root, const char *path)
{
  if (*root == '\0')
    return g_strdup (path);
  if (*path == '\0')
    return g_strdup (root);
  return g_strconcat (root, g_str_has_suffix (root, "/") ? "" : "/", path, NULL);
}

const char *
bs_path_folder_name (const char *folder, BsArena *arena)
{
  g_autofree char *base = g_path_get_basename (*folder != '\0' ? folder : ".");
  g_autofree char *real = NULL;

  if (strcmp (base, ".") == 0 || strcmp (base, "..") == 0)
    {
      real = realpath (*folder != '\0' ? folder : ".", NULL);
      g_free (base);
      base = g_path_get_basename (real != NULL ? real : folder);
    }
  return bs_name_escape (base, strlen (base), arena);
}

/* Whether a path without links is that of a folder, or of something in it. */
static gboolean
lies_in (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  while (length > 0 && folder[length - 1] == '/')
    length--;
  return strncmp (path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* NULL where a link to a folder may be entered, else why not. */
static const char *
folder_objection (const Walk *walk, const char *full, const char *target, gboolean linked)
{
  g_autofree char *folder = g_path_get_dirname (full);
  g_autofree char *real = realpath (folder, NULL);

  if (!walk->follow)
    return "is a link to a folder, which is not followed; give that folder as a corpus of its own, or --follow-links";
  if (real == NULL || lies_in (real, target))
    return "is a link to a folder that it lies in itself; it was left out";
  return linked ? "is a link to a folder, inside a folder that a link led to; it was left out" : NULL;
}

/* NULL where the link may be read as the file or folder that it leads to, else why not; *type becomes DT_DIR for a
 * folder. */
static const char *
link_objection (Walk *walk, const char *full, gboolean linked, int *type)
{
  g_autofree char *target = realpath (full, NULL);
  struct stat info;

  if (target == NULL || stat (target, &info) != 0)
    return "is a link that leads nowhere; it was left out";
  if (S_ISDIR (info.st_mode))
    {
      *type = DT_DIR;
      return folder_objection (walk, full, target, linked);
    }
  if (!S_ISREG (info.st_mode))
    return "is a link to something that is neither file nor folder; it was left out";
  if (walk->real_root == NULL)
    walk->real_root = realpath (*walk->root != '\0' ? walk->root : ".", NULL);
  if (!walk->follow && (walk->real_root == NULL || !lies_in (target, walk->real_root)))
    return "is a link that leads out of the corpus; it was left out (--follow-links reads it)";
  return NULL;
}

static int
entry_type (DIR *dir, const struct dirent *entry)
{
  struct stat info;

  if (entry->d_type != DT_UNKNOWN)
    return entry->d_type;
  if (fstatat (dirfd (dir), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return DT_UNKNOWN;
  return S_ISREG (info.st_mode)   ? DT_REG
         : S_ISDIR (info.st_mode) ? DT_DIR
         : S_ISLNK (info.st_mode) ? DT_LNK
                                  : DT_UNKNOWN;
}

static void
take_folder (Walk *walk, const char *path, Depth depth)
{
  if (depth.left == 0)
    return;
  g_ptr_array_add (walk->pending, bs_arena_strdup (walk->arena, path));
  depth.left -= depth.left > 0;
  g_array_append_val (walk->depths, depth);
}

static gboolean
is_the_excepted (const Walk *walk, int folder, const char *name)
{
  struct stat info;

  return walk->except != NULL && fstatat (folder, name, &info, 0) == 0 && info.st_dev == walk->excepted.st_dev
         && info.st_ino == walk->excepted.st_ino;
}

/* Whether a name in a folder is that of the file that is passed over, or of the journal that SQLite keeps beside it. */
static gboolean
belongs_to_excepted (const Walk *walk, DIR *dir, const char *name)
{
  static const char *const endings[] = { "", "-journal", NULL };
  gsize length = walk->except != NULL ? strlen (walk->except) : 0;

  return length > 0 && strncmp (name, walk->except, length) == 0 && g_strv_contains (endings, name + length)
         && is_the_excepted (walk, dirfd (dir), walk->except);
}

static void
take_entry (Walk *walk, const char *path, int type, Depth depth)
{
  g_autofree char *full = NULL;
  const char *objection = "is neither file nor folder; it was left out";

  if (type == DT_REG)
    {
      g_ptr_array_add (walk->files, bs_arena_strdup (walk->arena, path));
      return;
    }
  if (type == DT_DIR)
    {
      take_folder (walk, path, depth);
      return;
    }
  full = bs_path_join (walk->root, path);
  if (type == DT_LNK && is_the_excepted (walk, AT_FDCWD, full))
    return;
  if (type == DT_LNK)
    objection = link_objection (walk, full, depth.linked, &type);
  if (objection != NULL)
    bs_problems_add (walk->problems, BS_PROBLEM_LEFT_OUT, full, objection, walk->arena);
  else if (type == DT_DIR)
    take_folder (walk, path, (Depth){ depth.left, TRUE });
  else
    g_ptr_array_add (walk->files, bs_arena_strdup (walk->arena, path));
}

static void
report_folder (Walk *walk, const char *full, int error)
{
  g_autofree char *message = g_strdup_printf ("the folder cannot be read: %s", g_strerror (error));

  bs_problems_add (walk->problems, BS_PROBLEM_UNREADABLE, full, message, walk->arena);
}

static void
read_folder (Walk *walk, const char *below, Depth depth)
{
  g_autofree char *full = bs_path_join (walk->root, below);
  g_autoptr (GString) path = g_string_new (below);
  DIR *dir = opendir (*full != '\0' ? full : ".");
  const struct dirent *entry;
  gsize stem;

  if (dir == NULL)
    {
      report_folder (walk, full, errno);
      return;
    }
  if (path->len > 0 && path->str[path->len - 1] != '/')
    g_string_append_c (path, '/');
  stem = path->len;
  for (errno = 0; (entry = readdir (dir)) != NULL; errno = 0)
    {
      if (entry->d_name[0] == '.' || belongs_to_excepted (walk, dir, entry->d_name))
        continue;
      g_string_truncate (path, stem);
      g_string_append (path, entry->d_name);
      take_entry (walk, path->str, entry_type (dir, entry), depth);
    }
  if (errno != 0)
    report_folder (walk, full, errno);
  closedir (dir);
}

void
bs_walk_folder (const char *root, const char *below, int depth, const BsSourceOptions *options, BsArena *arena,
                GPtrArray *files, GArray *problems)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  g_autoptr (GArray) depths = g_array_new (FALSE, FALSE, sizeof (Depth));
  char *except = options->except != NULL ? realpath (options->except, NULL) : NULL;
  Walk walk = { .root = root,
                .arena = arena,
                .files = files,
                .pending = pending,
                .depths = depths,
                .problems = problems,
                .follow = options->follow_links };

  if (except != NULL && stat (except, &walk.excepted) == 0)
    walk.except = strrchr (except, '/') + 1;
  read_folder (&walk, below != NULL ? below : "", (Depth){ depth, FALSE });
  while (pending->len > 0)
    {
      const char *path = g_ptr_array_steal_index (pending, pending->len - 1);
      Depth left = g_array_index (depths, Depth, depths->len - 1);

      g_array_set_size (depths, depths->len - 1);
      read_folder (&walk, path, left);
    }
  free (walk.real_root);
  free (except);
}

static int
compare_paths (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
bs_paths_sort (GPtrArray *paths)
{
  g_ptr_array_sort (paths, compare_paths);
}
