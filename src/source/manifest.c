#include "source/manifest.h"

#include "base/error.h"
#include "source/name.h"
#include "source/reader.h"

static const char *const corpus_keys[]
    = { "title",     "description", "source",  "url",      "licence", "license",  "attribution",
        "retrieved", "made",        "version", "checksum", "note",    "language", NULL };
static const char *const outlet_keys[]
    = { "name", "files", "format", "language", "separator", "separator-prefix", NULL };
static const char *const outlets_keys[]
    = { "folders", "files", "format", "language", "separator", "separator-prefix", NULL };
static const char *const metadata_keys[] = { "table", "key", "base", NULL };
static const char *const field_keys[] = { "text", "outlet", "title", "date", "byline", "id", "url", "language", NULL };

typedef struct
{
  const char *name;  /* of the group, or what it begins with */
  gboolean labelled; /* a label may follow */
  gboolean unlabelled;
  const char *const *keys;
} GroupRow;

static const GroupRow group_rows[] = {
  { "corpus", FALSE, TRUE, corpus_keys },    { "fields", FALSE, TRUE, field_keys },
  { "outlets", FALSE, TRUE, outlets_keys },  { "outlet", TRUE, FALSE, outlet_keys },
  { "metadata", TRUE, TRUE, metadata_keys },
};

/* What is read at the moment, for messages. */
typedef struct
{
  BsManifest *manifest;
  GKeyFile *file;
  const char *path; /* escaped */
  const char *group;
  const BsCeilings *ceilings;
} Reading;

/* A message may quote bytes of the manifest, which are of any encoding. */
static void
set_error (GError **error, const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);

  g_set_error_literal (error, BS_ERROR, BS_ERROR_FORMAT, valid);
}

static gboolean complain (const Reading *reading, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
complain (const Reading *reading, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL, *where = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  where = g_strdup_printf ("manifest '%s', group [%s]: %s", reading->path, reading->group, message);
  set_error (error, where);
  return FALSE;
}

void
bs_manifest_free (BsManifest *manifest)
{
  if (manifest == NULL)
    return;
  g_array_unref (manifest->outlets);
  g_array_unref (manifest->tables);
  g_ptr_array_unref (manifest->lists);
  bs_arena_free (manifest->arena);
  g_free (manifest);
}

static BsManifest *
manifest_new (void)
{
  BsManifest *manifest = g_new0 (BsManifest, 1);

  manifest->arena = bs_arena_new ();
  manifest->outlets = g_array_new (FALSE, TRUE, sizeof (BsManifestOutlet));
  manifest->tables = g_array_new (FALSE, TRUE, sizeof (BsManifestTable));
  manifest->lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  return manifest;
}

static const GroupRow *
find_group (const char *group)
{
  for (gsize i = 0; i < G_N_ELEMENTS (group_rows); i++)
    {
      const GroupRow *row = &group_rows[i];
      gsize length = strlen (row->name);
      if (row->unlabelled && strcmp (group, row->name) == 0)
        return row;
      if (row->labelled && strncmp (group, row->name, length) == 0 && group[length] == ' ')
        return row;
    }
  return NULL;
}

/* Whether a value ends in a backslash that nothing follows: GLib finds that wrong only once it has found another thing
 * wrong, and then complains of itself. */
static gboolean
ends_in_escape (const char *value)
{
  gsize length = strlen (value), backslashes = 0;

  while (backslashes < length && value[length - 1 - backslashes] == '\\')
    backslashes++;
  return backslashes % 2 == 1;
}

static gboolean
check_keys (const Reading *reading, const GroupRow *row, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, reading->group, NULL, NULL);

  for (gsize i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (reading->file, reading->group, keys[i], NULL);

      if (!g_strv_contains (row->keys, keys[i]))
        {
          g_autofree char *known = g_strjoinv (", ", (char **)row->keys);
          return complain (reading, error, "there is no key '%s'; the keys are %s", keys[i], known);
        }
      if (value != NULL && ends_in_escape (value))
        return complain (reading, error, "the value of '%s' ends in a backslash; write \\\\ for one", keys[i]);
    }
  return TRUE;
}

/* A value as `clean` copies it into the manifest's arena; NULL where it is not given. FALSE: given but empty or
 * broken. */
static gboolean
get_cleaned (const Reading *reading, const char *key, const char *(*clean) (BsSpan bytes, BsArena *arena),
             const char **value, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *string = NULL;

  *value = NULL;
  if (!g_key_file_has_key (reading->file, reading->group, key, NULL))
    return TRUE;
  string = g_key_file_get_string (reading->file, reading->group, key, &local);
  if (string == NULL)
    return complain (reading, error, "the value of '%s' cannot be read: %s", key, local->message);
  if (strlen (string) > bs_ceiling (reading->ceilings, BS_CEILING_NAME))
    return complain (reading, error, "the value of '%s' is longer than " BS_CEILING_FORMAT, key,
                     BS_CEILING_ARGS (reading->ceilings, BS_CEILING_NAME));
  *value = clean (bs_span_of (string), reading->manifest->arena);
  return *value != NULL || complain (reading, error, "'%s' is empty", key);
}

static gboolean
get_string (const Reading *reading, const char *key, const char **value, GError **error)
{
  return get_cleaned (reading, key, bs_record_string, value, error);
}

static gboolean
get_language (const Reading *reading, const char **language, GError **error)
{
  const char *value;

  if (!get_string (reading, "language", &value, error))
    return FALSE;
  *language = bs_record_language (value, reading->manifest->arena);
  return value == NULL || *language != NULL
         || complain (reading, error, "'%s' is no language that is known; write its two-letter code (en)", value);
}

/* Whether a path stays below the manifest's folder. */
static gboolean
stays_below (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  return path[0] != '/' && path[0] != '\0' && !g_strv_contains ((const char *const *)parts, "..");
}

/* Takes out empty components and those of a dot, of which as many can be written as one likes. */
static void
simplify (char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  char *to = path;

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0' && strcmp (*part, ".") != 0)
      to = g_stpcpy (g_stpcpy (to, to > path ? "/" : ""), *part);
  if (to == path)
    *to++ = '.';
  *to = '\0';
}

/* A list of globs. */
static gboolean
get_paths (const Reading *reading, const char *key, char ***paths, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) list = NULL;

  *paths = NULL;
  if (!g_key_file_has_key (reading->file, reading->group, key, NULL))
    return TRUE;
  list = g_key_file_get_string_list (reading->file, reading->group, key, NULL, &local);
  if (list == NULL)
    return complain (reading, error, "the value of '%s' cannot be read: %s", key, local->message);
  if (list[0] == NULL)
    return complain (reading, error, "'%s' is empty", key);
  for (char **path = list; *path != NULL; path++)
    {
      g_strstrip (*path);
      if (!stays_below (*path))
        return complain (
            reading, error,
            "'%s' in '%s' leads out of the manifest's folder or is empty; move the manifest up, or give the "
            "folder as a corpus of its own",
            *path, key);
      simplify (*path);
    }
  *paths = g_steal_pointer (&list);
  g_ptr_array_add (reading->manifest->lists, *paths);
  return TRUE;
}

static gboolean
get_format (const Reading *reading, BsFormat *format, GError **error)
{
  const char *value;

  *format = BS_FORMAT_AUTO;
  if (!get_string (reading, "format", &value, error))
    return FALSE;
  return value == NULL || bs_format_from_name (value, format)
         || complain (reading, error, "there is no format '%s'; the formats are auto, %s", value, BS_FORMAT_NAMES);
}

/* A separator line as it stands, but for blanks at its end. */
static gboolean
get_line (const Reading *reading, const char *key, const char **line, GError **error)
{
  g_autofree char *string = NULL;

  if (!get_string (reading, key, line, error))
    return FALSE;
  if (*line == NULL)
    return TRUE;
  string = g_strchomp (g_key_file_get_string (reading->file, reading->group, key, NULL));
  *line = bs_arena_strdup (reading->manifest->arena, string);
  return strpbrk (string, "\r\n") == NULL || complain (reading, error, "'%s' must be one line", key);
}

static gboolean
get_separator (const Reading *reading, BsManifestOutlet *outlet, GError **error)
{
  const char *exact, *prefix;

  if (!get_line (reading, "separator", &exact, error) || !get_line (reading, "separator-prefix", &prefix, error))
    return FALSE;
  if (exact != NULL && prefix != NULL)
    return complain (reading, error, "give either separator or separator-prefix, not both");
  outlet->separator = exact != NULL ? exact : prefix;
  outlet->separator_is_prefix = prefix != NULL;
  if (outlet->separator != NULL && outlet->format != BS_FORMAT_AUTO && outlet->format != BS_FORMAT_TEXT)
    return complain (reading, error, "a separator parts text files only");
  if (outlet->separator != NULL)
    outlet->format = BS_FORMAT_TEXT;
  return TRUE;
}

static gboolean
read_outlet (const Reading *reading, GError **error)
{
  BsManifestOutlet outlet = { 0 };
  gboolean one = g_str_has_prefix (reading->group, "outlet ");

  if (!get_paths (reading, "files", &outlet.files, error) || !get_paths (reading, "folders", &outlet.folders, error)
      || !get_format (reading, &outlet.format, error) || !get_language (reading, &outlet.language, error)
      || !get_separator (reading, &outlet, error))
    return FALSE;
  if (outlet.files == NULL && outlet.folders == NULL)
    return complain (reading, error, one ? "files= is missing" : "give files= or folders=");
  if (one && !get_cleaned (reading, "name", bs_record_name, &outlet.outlet, error))
    return FALSE;
  if (one && outlet.outlet == NULL)
    outlet.outlet = bs_record_name (bs_span_of (reading->group + strlen ("outlet ")), reading->manifest->arena);
  if (one && outlet.outlet == NULL)
    return complain (reading, error, "the outlet has no name");
  g_array_append_val (reading->manifest->outlets, outlet);
  return TRUE;
}

static gboolean
read_table (const Reading *reading, GError **error)
{
  static const char *const bases[] = { "auto", "name", "table", "manifest", "id" };
  BsManifestTable table = { .key = "file" };
  const char *key, *base;

  if (!get_paths (reading, "table", &table.tables, error) || !get_string (reading, "key", &key, error)
      || !get_string (reading, "base", &base, error))
    return FALSE;
  if (table.tables == NULL)
    return complain (reading, error, "table= is missing");
  table.key = key != NULL ? key : table.key;
  for (gsize i = 0; base != NULL && i < G_N_ELEMENTS (bases); i++)
    if (strcmp (base, bases[i]) == 0)
      {
        table.base = (BsBase)i;
        base = NULL;
      }
  if (base != NULL)
    return complain (reading, error, "base '%s' is none of auto, name, table, manifest, id", base);
  g_array_append_val (reading->manifest->tables, table);
  return TRUE;
}

static gboolean
read_fields (const Reading *reading, GError **error)
{
  for (int part = 0; part < BS_N_PARTS; part++)
    if (!get_string (reading, bs_part_name (part), &reading->manifest->names.names[part], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_group (const Reading *reading, GError **error)
{
  const GroupRow *row = find_group (reading->group);

  if (row == NULL)
    return complain (reading, error,
                     "there is no such group; the groups are [corpus], [outlets], [outlet NAME], "
                     "[fields], [metadata] and [metadata LABEL]");
  if (!check_keys (reading, row, error))
    return FALSE;
  if (row->keys == corpus_keys)
    return get_language (reading, &reading->manifest->language, error);
  if (row->keys == field_keys)
    return read_fields (reading, error);
  return row->keys == metadata_keys ? read_table (reading, error) : read_outlet (reading, error);
}

/* Without any outlet the manifest describes its own folder. */
static void
add_own_folder (BsManifest *manifest)
{
  BsManifestOutlet own = { .folders = g_strsplit (".", ";", -1) };

  g_ptr_array_add (manifest->lists, own.folders);
  g_array_append_val (manifest->outlets, own);
}

/* The line of a byte 0, at which GLib would take its line for ended; 0: there is none. */
static guint
line_of_zero (BsSpan bytes)
{
  const char *zero = bytes.length > 0 ? memchr (bytes.start, '\0', bytes.length) : NULL;
  guint line = zero != NULL;

  for (const char *at = bytes.start; zero != NULL && at < zero; at++)
    line += *at == '\n';
  return line;
}

BsManifest *
bs_manifest_parse (BsSpan bytes, const char *path, const BsCeilings *ceilings, GError **error)
{
  g_autoptr (BsManifest) manifest = manifest_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) groups = NULL;
  Reading reading = { manifest, file, bs_name_escape (path, strlen (path), manifest->arena), NULL,
                      ceilings };
  gsize mark = bytes.length >= 3 && memcmp (bytes.start, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  if (bytes.length > bs_ceiling (ceilings, BS_CEILING_MANIFEST))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_LIMIT, "manifest '%s': larger than " BS_CEILING_FORMAT, reading.path,
                   BS_CEILING_ARGS (ceilings, BS_CEILING_MANIFEST));
      return NULL;
    }
  if (bs_is_utf16 (bytes))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "manifest '%s': " BS_UTF16_ADVICE, reading.path);
      return NULL;
    }
  if (line_of_zero (bytes) > 0)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "manifest '%s': line %u holds a byte 0: this is no text file",
                   reading.path, line_of_zero (bytes));
      return NULL;
    }
  if (!g_key_file_load_from_data (file, bytes.start + mark, bytes.length - mark, G_KEY_FILE_NONE, &local))
    {
      g_autofree char *message = g_strdup_printf ("manifest '%s': %s", reading.path, local->message);

      set_error (error, message);
      return NULL;
    }
  groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group != NULL; group++)
    {
      reading.group = *group;
      if (!read_group (&reading, error))
        return NULL;
    }
  if (manifest->outlets->len == 0)
    add_own_folder (manifest);
  return g_steal_pointer (&manifest);
}
