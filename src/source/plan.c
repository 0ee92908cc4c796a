#include "source/plan.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/hash.h"
#include "source/companion.h"
#include "source/field-names.h"
#include "source/glob.h"
#include "source/manifest.h"
#include "source/walk.h"

typedef struct
{
  BsPlan *plan;
  const BsSourceOptions *options;
  BsArena *arena;
  /* of a manifest */
  GHashTable *claimed; /* files below its folder that have been given a use */
  BsGlobs *globs;      /* those files */
} Planning;

void
bs_plan_free (BsPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->inputs);
  g_array_unref (plan->problems);
  bs_metadata_free (plan->metadata);
  g_free (plan);
}

static BsRule *
rule_new (const Planning *planning, const char *root)
{
  const BsSourceOptions *options = planning->options;
  const char *outlet = options->outlet != NULL ? bs_record_name (bs_span_of (options->outlet), planning->arena) : NULL;
  BsRule *rule = bs_arena_alloc (planning->arena, sizeof (BsRule));

  *rule = (BsRule){ .root = bs_arena_strdup (planning->arena, root),
                    .format = options->format,
                    .language = bs_record_language (options->language, planning->arena),
                    .outlet_from = outlet != NULL ? BS_OUTLET_GIVEN : BS_OUTLET_GUESSED,
                    .flat_outlet = outlet };
  rule->names = bs_source_field_names (options);
  return rule;
}

static const BsRule *
strict_rule (const Planning *planning, const BsRule *rule)
{
  BsRule *strict = bs_arena_alloc (planning->arena, sizeof (BsRule));

  *strict = *rule;
  strict->names = bs_field_names_strict (&rule->names);
  strict->outlet_from = BS_OUTLET_FOLDER;
  return strict;
}

static void
leave_out (Planning *planning, const BsRule *rule, const char *file, const char *message)
{
  g_autofree char *full = bs_path_join (rule->root, file);

  bs_problems_add (planning->plan->problems, BS_PROBLEM_LEFT_OUT, full, message, planning->arena);
}

static void
add_input (Planning *planning, const BsInput *input)
{
  g_array_append_vals (planning->plan->inputs, input, 1);
}

/* The outlet of a file that lies in no outlet's folder. */
static const char *
flat_outlet (const Planning *planning, const BsRule *rule, const char *file, BsKind kind, const char *folder)
{
  if (rule->flat_outlet != NULL)
    return rule->flat_outlet;
  return (kind == BS_KIND_TEXT || kind == BS_KIND_HTML) && folder != NULL ? folder
                                                                          : bs_name_base (file, planning->arena);
}

/* The outlet that the first `length` bytes of `inside` name: the same string for all files that come one after the
 * other, which are then sorted by their ids alone. */
static const char *
folder_outlet (const Planning *planning, const BsRule *rule, const char *file, const char *inside, gsize length)
{
  const GArray *inputs = planning->plan->inputs;
  const BsInput *last = inputs->len > 0 ? &g_array_index (inputs, BsInput, inputs->len - 1) : NULL;
  gsize whole = (gsize)(inside - file) + length + 1;

  if (last != NULL && last->rule == rule && strncmp (last->file, file, whole) == 0)
    return last->outlet;
  return bs_name_escape (inside, length, planning->arena);
}

/* A file of a folder corpus; `inside` is its path below that folder. */
static void
take_folder_file (Planning *planning, const BsRule *rule, const BsRule *strict, const char *file, const char *inside,
                  gboolean outlets, const char *folder)
{
  BsNameLook look = bs_name_look (inside);
  BsKind kind = bs_kind_for (rule->format, &look);
  const char *slash = outlets ? strchr (inside, '/') : NULL;
  gsize skipped = slash != NULL ? (gsize)(slash + 1 - inside) : 0;
  BsInput input = { .rule = slash != NULL ? strict : rule, .file = file, .kind = kind };

  if (kind == BS_KIND_NOTE && slash != NULL)
    input.kind = kind = BS_KIND_TEXT;
  if (!bs_kind_is_read (kind) && kind != BS_KIND_ARCHIVE)
    leave_out (planning, rule, file, look.advice);
  else if (outlets && slash == NULL)
    leave_out (planning, rule, file, "stands beside the outlet folders; it was left out");
  else
    {
      input.id = bs_name_escape (inside + skipped, look.length - skipped, planning->arena);
      input.outlets_inside = kind == BS_KIND_ARCHIVE && slash == NULL;
      if (slash != NULL)
        input.outlet = folder_outlet (planning, strict, file, inside, skipped - 1);
      else if (!input.outlets_inside)
        input.outlet = flat_outlet (planning, rule, file, kind, folder);
      add_input (planning, &input);
    }
}

/* A folder below the rule's root whose first-level sub-folders are outlets; where none of them holds a file to read, it
 * is one outlet itself. */
static void
plan_folder (Planning *planning, const BsRule *rule, const char *below)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autofree char *full = bs_path_join (rule->root, below);
  const BsRule *strict = strict_rule (planning, rule);
  const char *folder = bs_path_folder_name (full, planning->arena);
  gsize prefix = *below != '\0' ? strlen (below) + 1 : 0;
  gboolean outlets = FALSE;
  guint before = planning->plan->inputs->len + planning->plan->problems->len;

  bs_walk_folder (rule->root, below, -1, planning->options, planning->arena, files, planning->plan->problems);
  bs_companions_drop (files);
  for (guint i = 0; i < files->len && !outlets; i++)
    {
      const char *inside = (const char *)files->pdata[i] + prefix;
      BsNameLook look = bs_name_look (inside);
      BsKind kind = bs_kind_for (rule->format, &look);
      outlets = strchr (inside, '/') != NULL && (bs_kind_is_read (kind) || kind == BS_KIND_ARCHIVE);
    }
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = files->pdata[i];
      if (planning->claimed == NULL || g_hash_table_add (planning->claimed, (gpointer)file))
        take_folder_file (planning, rule, strict, file, file + prefix, outlets, folder);
    }
  if (planning->plan->inputs->len + planning->plan->problems->len == before)
    bs_problems_add (planning->plan->problems, BS_PROBLEM_NO_TEXT, full, "the folder holds nothing to read",
                     planning->arena);
}

static gboolean
find_files (Planning *planning, const char *root, const char *glob, GPtrArray *found, GError **error)
{
  guint before = found->len;

  if (!bs_globs_find (planning->globs, glob, found, error))
    return FALSE;
  if (found->len > before)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "the manifest in '%s': no file fits '%s'", *root != '\0' ? root : ".",
               glob);
  return FALSE;
}

/* What the folders of all of a group's globs have in common: ids are paths below that. */
static gsize
common_prefix (char **globs)
{
  gsize common = bs_glob_folder (globs[0]);

  for (char **glob = globs + 1; *glob != NULL; glob++)
    {
      gsize length = bs_glob_folder (*glob), same = 0;
      for (gsize i = 0; i < MIN (common, length) && globs[0][i] == (*glob)[i]; i++)
        if (globs[0][i] == '/')
          same = i + 1;
      common = same;
    }
  return common;
}

/* A file that a manifest's glob fits: the user named it, so an unknown ending is no objection. */
static void
take_listed_file (Planning *planning, const BsRule *rule, const char *file, gsize prefix, const char *outlet)
{
  BsNameLook look = bs_name_look (file);
  BsKind kind = bs_kind_for (rule->format, &look);
  BsInput input = { .rule = rule, .file = file, .kind = kind };

  if (kind == BS_KIND_NOTE || (rule->format == BS_FORMAT_TEXT && kind != BS_KIND_ARCHIVE))
    kind = BS_KIND_TEXT;
  if (!g_hash_table_add (planning->claimed, (gpointer)file))
    return;
  if (!bs_kind_is_read (kind) && kind != BS_KIND_ARCHIVE)
    {
      leave_out (planning, rule, file, look.advice);
      return;
    }
  input.kind = kind;
  input.id = bs_name_escape (file + prefix, look.length - prefix, planning->arena);
  input.outlets_inside = kind == BS_KIND_ARCHIVE && outlet == NULL;
  if (!input.outlets_inside)
    input.outlet = outlet != NULL ? outlet : flat_outlet (planning, rule, file, kind, NULL);
  add_input (planning, &input);
}

static gboolean
plan_files (Planning *planning, const BsRule *rule, const BsManifestOutlet *group, const char *outlet, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  gsize prefix = group->files != NULL ? common_prefix (group->files) : 0;

  for (char **glob = group->files; glob != NULL && *glob != NULL; glob++)
    {
      g_ptr_array_set_size (found, 0);
      if (!find_files (planning, rule->root, *glob, found, error))
        return FALSE;
      for (guint i = 0; i < found->len; i++)
        take_listed_file (planning, rule, found->pdata[i], prefix, outlet);
    }
  return TRUE;
}

/* Each once, however often it is named. */
static gboolean
plan_folders (Planning *planning, const BsRule *rule, const BsManifestOutlet *group, GError **error)
{
  g_autoptr (GHashTable) planned = g_hash_table_new (bs_hash_word, g_str_equal);

  for (char **folder = group->folders; folder != NULL && *folder != NULL; folder++)
    {
      const char *below = strcmp (*folder, ".") == 0 ? "" : *folder;
      g_autofree char *full = bs_path_join (rule->root, below);

      if (!g_hash_table_add (planned, *folder))
        continue;
      if (*full != '\0' && !g_file_test (full, G_FILE_TEST_IS_DIR))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "the manifest in '%s': there is no folder '%s'",
                       *rule->root != '\0' ? rule->root : ".", *folder);
          return FALSE;
        }
      plan_folder (planning, rule, below);
    }
  return TRUE;
}

static gboolean
plan_group (Planning *planning, const BsManifest *manifest, const BsManifestOutlet *group, const char *root,
            GError **error)
{
  BsRule *rule = rule_new (planning, root);
  const char *outlet = bs_arena_strdup (planning->arena, group->outlet);

  for (int part = 0; part < BS_N_PARTS; part++)
    if (manifest->names.names[part] != NULL)
      rule->names.names[part] = bs_arena_strdup (planning->arena, manifest->names.names[part]);
  rule->format = group->format != BS_FORMAT_AUTO ? group->format : rule->format;
  if (group->language != NULL || manifest->language != NULL)
    rule->language = bs_arena_strdup (planning->arena, group->language != NULL ? group->language : manifest->language);
  rule->separator = bs_arena_strdup (planning->arena, group->separator);
  rule->separator_is_prefix = group->separator_is_prefix;
  if (outlet != NULL)
    rule->outlet_from = BS_OUTLET_FIXED;
  return plan_files (planning, rule, group, outlet, error) && plan_folders (planning, rule, group, error);
}

static gboolean
plan_tables (Planning *planning, const BsManifest *manifest, const char *root, GError **error)
{
  BsFieldNames names = rule_new (planning, root)->names;

  for (int part = 0; part < BS_N_PARTS; part++)
    if (manifest->names.names[part] != NULL)
      names.names[part] = manifest->names.names[part];
  names = bs_field_names_strict (&names);
  for (guint i = 0; i < manifest->tables->len; i++)
    {
      const BsManifestTable *table = &g_array_index (manifest->tables, BsManifestTable, i);
      g_autoptr (GPtrArray) found = g_ptr_array_new ();
      for (char **glob = table->tables; *glob != NULL; glob++)
        if (!find_files (planning, root, *glob, found, error))
          return FALSE;
      bs_paths_sort (found);
      if (planning->plan->metadata == NULL)
        planning->plan->metadata = bs_metadata_new ();
      for (guint j = 0; j < found->len; j++)
        if (g_hash_table_add (planning->claimed, found->pdata[j])
            && !bs_metadata_add_table (planning->plan->metadata, root, found->pdata[j], table->key, table->base, &names,
                                       error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
plan_manifest (Planning *planning, const char *path, GError **error)
{
  g_autoptr (BsManifest) manifest = bs_manifest_read (path, &planning->options->ceilings, error);
  g_autoptr (GHashTable) claimed = g_hash_table_new (bs_hash_word, g_str_equal);
  g_autoptr (BsGlobs) globs = NULL;
  const char *slash = strrchr (path, '/');
  g_autofree char *root = NULL;

  if (manifest == NULL)
    return FALSE;
  root = slash == NULL ? g_strdup ("") : g_strndup (path, MAX (1, (gsize)(slash - path)));
  globs = bs_globs_new (root, planning->options, planning->arena, planning->plan->problems);
  planning->claimed = claimed;
  planning->globs = globs;
  g_hash_table_add (claimed, bs_arena_strdup (planning->arena, slash != NULL ? slash + 1 : path));
  if (!plan_tables (planning, manifest, root, error))
    return FALSE;
  for (guint i = 0; i < manifest->outlets->len; i++)
    if (!plan_group (planning, manifest, &g_array_index (manifest->outlets, BsManifestOutlet, i), root, error))
      return FALSE;
  return TRUE;
}

/* A file that the user named: a format that the user named too is obeyed, and a README is text like any other. */
static void
plan_file (Planning *planning, const char *path)
{
  const BsRule *rule = rule_new (planning, "");
  BsNameLook look = bs_name_look (path);
  BsNameLook free_look = { .kind = BS_KIND_TEXT };
  BsInput input = { .rule = rule, .kind = look.kind };
  const char *slash = strrchr (path, '/');
  gsize start = slash != NULL ? (gsize)(slash + 1 - path) : 0;

  input.file = bs_arena_strdup (planning->arena, path);
  if (rule->format != BS_FORMAT_AUTO && look.kind != BS_KIND_ARCHIVE)
    input.kind = bs_kind_for (rule->format, &free_look);
  else if (look.kind == BS_KIND_NOTE)
    input.kind = BS_KIND_TEXT;
  if (!bs_kind_is_read (input.kind) && input.kind != BS_KIND_ARCHIVE)
    {
      leave_out (planning, rule, path, look.advice);
      return;
    }
  input.sniff = !look.named && rule->format == BS_FORMAT_AUTO;
  input.id = bs_name_escape (path + start, look.length - start, planning->arena);
  input.outlets_inside = TRUE;
  if (input.kind != BS_KIND_ARCHIVE)
    input.outlet = flat_outlet (planning, rule, path, input.kind, NULL);
  add_input (planning, &input);
}

static void
plan_standard_input (Planning *planning)
{
  const BsRule *rule = rule_new (planning, "");
  BsNameLook look = { .kind = BS_KIND_TEXT };
  BsInput input = { .rule = rule, .file = "-", .id = "-", .kind = bs_kind_for (rule->format, &look) };

  input.outlet = flat_outlet (planning, rule, "-", input.kind, NULL);
  input.sniff = rule->format == BS_FORMAT_AUTO && rule->separator == NULL;
  add_input (planning, &input);
}

static int
compare_inputs (const void *a, const void *b)
{
  const BsInput *left = a, *right = b;
  int order = left->outlet != right->outlet ? g_strcmp0 (left->outlet, right->outlet) : 0;

  order = order != 0 ? order : strcmp (left->id, right->id);
  return order != 0 ? order : strcmp (left->file, right->file);
}

static int
compare_problems (const void *a, const void *b)
{
  const BsProblem *left = a, *right = b;
  int order = strcmp (left->origin.path, right->origin.path);

  return order != 0 ? order : (int)left->kind - (int)right->kind;
}

/* Two globs that pass over the same folder meet the same troubles there. */
static void
sort_problems (GArray *problems)
{
  guint kept = 0;

  g_array_sort (problems, compare_problems);
  for (guint i = 0; i < problems->len; i++)
    {
      const BsProblem *problem = &g_array_index (problems, BsProblem, i);
      if (kept == 0 || compare_problems (problem, &g_array_index (problems, BsProblem, kept - 1)) != 0)
        g_array_index (problems, BsProblem, kept++) = *problem;
    }
  g_array_set_size (problems, kept);
}

static gboolean
plan_path (Planning *planning, const char *place, GError **error)
{
  g_autofree char *manifest = bs_path_join (place, BS_FOLDER_MANIFEST);
  struct stat info;

  if (stat (place, &info) != 0)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "corpus '%s': %s", place, g_strerror (errno));
      return FALSE;
    }
  if (S_ISDIR (info.st_mode) && g_file_test (manifest, G_FILE_TEST_IS_REGULAR))
    return plan_manifest (planning, manifest, error);
  if (S_ISDIR (info.st_mode))
    plan_folder (planning, rule_new (planning, place), "");
  else if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                   "corpus '%s' is neither a file nor a folder; use - to read standard input", place);
      return FALSE;
    }
  else if (bs_manifest_is (place))
    return plan_manifest (planning, place, error);
  else
    plan_file (planning, place);
  return TRUE;
}

BsPlan *
bs_plan_open (const char *place, const BsSourceOptions *options, BsArena *arena, GError **error)
{
  g_autoptr (BsPlan) plan = g_new0 (BsPlan, 1);
  Planning planning = { .plan = plan, .options = options, .arena = arena };

  plan->inputs = g_array_new (FALSE, FALSE, sizeof (BsInput));
  plan->problems = g_array_new (FALSE, FALSE, sizeof (BsProblem));
  if (strcmp (place, "-") == 0)
    plan_standard_input (&planning);
  else if (!plan_path (&planning, place, error))
    return NULL;
  g_array_sort (plan->inputs, compare_inputs);
  sort_problems (plan->problems);
  return g_steal_pointer (&plan);
}
