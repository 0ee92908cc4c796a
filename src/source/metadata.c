#include "source/metadata.h"

#include <sys/stat.h>

#include "base/error.h"
#include "base/hash.h"
#include "source/delimited.h"
#include "source/name.h"
#include "source/reader.h"
#include "source/walk.h"

#define EXAMPLES 5
#define LONGEST_ROW (16 * 1024 * 1024)
#define LONGEST_FIELDS_KB 8 /* of a row, which may be joined to every record of a file */
#define LONGEST_FIELDS (LONGEST_FIELDS_KB * 1024)

typedef struct
{
  BsArticle article; /* what the row says; its outlet may be NULL */
  const char *key;   /* as the table has it */
  guint64 line;
  gboolean used;
} Row;

typedef struct
{
  const char *path; /* escaped */
  GPtrArray *rows;  /* of Row in the arena */
  guint bad;        /* rows that are no rows */
  guint64 bad_line; /* of the first */
  guint twice;
  guint64 twice_line;
  guint large; /* rows whose further fields were not all kept */
  guint64 large_line;
} Table;

struct _BsMetadata
{
  BsArena *arena;
  GPtrArray *tables;
  GHashTable *by_path; /* path below the manifest's folder → Row */
  GHashTable *by_id;
};

static void
table_free (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->rows);
  g_free (table);
}

BsMetadata *
bs_metadata_new (void)
{
  BsMetadata *metadata = g_new0 (BsMetadata, 1);

  metadata->arena = bs_arena_new ();
  metadata->tables = g_ptr_array_new_with_free_func (table_free);
  metadata->by_path = g_hash_table_new (bs_hash_word, g_str_equal);
  metadata->by_id = g_hash_table_new (bs_hash_word, g_str_equal);
  return metadata;
}

void
bs_metadata_free (BsMetadata *metadata)
{
  if (metadata == NULL)
    return;
  g_hash_table_unref (metadata->by_path);
  g_hash_table_unref (metadata->by_id);
  g_ptr_array_unref (metadata->tables);
  bs_arena_free (metadata->arena);
  g_free (metadata);
}

/* The folder that keys are relative to, with '/' at its end, or "". Free with g_free(). */
static char *
base_folder (const char *root, const char *table, BsBase base)
{
  const char *slash = strrchr (table, '/');
  const char *name = slash != NULL ? slash + 1 : table;
  g_autofree char *folder = g_strndup (table, (gsize)(name - table));
  g_autofree char *named = g_strdup_printf ("%s%.*s/", folder, (int)strcspn (name, "."), name);
  g_autofree char *full = bs_path_join (root, named);
  struct stat info;

  if (base == BS_BASE_MANIFEST || base == BS_BASE_ID)
    return g_strdup ("");
  if (base == BS_BASE_NAME || (base == BS_BASE_AUTO && stat (full, &info) == 0 && S_ISDIR (info.st_mode)))
    return g_steal_pointer (&named);
  return g_steal_pointer (&folder);
}

typedef struct
{
  BsDelimited *rows;
  BsSpan *names;
  BsCell *cells;
  gsize n;
  int key;
  int parts[BS_N_PARTS];
  const char *key_name;
  const char *folder;
  gboolean by_id;
} Loading;

static gboolean
load_header (BsMetadata *metadata, Loading *loading, const char *path, const BsFieldNames *names, GError **error)
{
  BsRowPlace place;
  const BsSpan *values;

  if (bs_delimited_next (loading->rows, metadata->arena, &place) != BS_ROW)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "table of metadata '%s': a header row is missing", path);
      return FALSE;
    }
  values = bs_delimited_values (loading->rows);
  loading->n = bs_delimited_n_values (loading->rows);
  loading->names = bs_arena_alloc (metadata->arena, loading->n * sizeof (BsSpan));
  loading->cells = bs_arena_alloc (metadata->arena, loading->n * sizeof (BsCell));
  loading->key = -1;
  for (gsize i = 0; i < loading->n; i++)
    {
      const char *name = bs_record_string (values[i], metadata->arena);
      loading->names[i] = name != NULL ? bs_span_of (name) : bs_span ("", 0);
      loading->cells[i] = (BsCell){ loading->names[i], bs_span ("", 0) };
      if (bs_span_equal (loading->names[i], bs_span_of (loading->key_name)))
        loading->key = (int)i;
    }
  if (loading->key < 0)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_FORMAT,
                   "table of metadata '%s': no column is named '%s'; its columns are %s (set key= in the manifest)",
                   path, loading->key_name, bs_record_names (loading->names, loading->n, metadata->arena));
      return FALSE;
    }
  bs_parts_find (names, loading->names, loading->n, loading->parts);
  return TRUE;
}

/* The key as a path below the manifest's folder, without a compression ending. */
static const char *
key_path (const Loading *loading, const char *key, BsArena *arena)
{
  g_autofree char *path = g_strconcat (loading->folder, g_str_has_prefix (key, "./") ? key + 2 : key, NULL);

  return bs_arena_copy (arena, bs_span (path, bs_name_look (path).length));
}

/* Leaves off the last of a row's further fields; FALSE: there was no need. */
static gboolean
leave_off_fields (BsArticle *row)
{
  gsize bytes = 0;
  guint n = 0;

  while (n < row->n_fields && bytes <= LONGEST_FIELDS)
    {
      bytes += strlen (row->fields[n].name) + strlen (row->fields[n].value);
      n += bytes <= LONGEST_FIELDS;
    }
  if (n == row->n_fields)
    return FALSE;
  row->n_fields = n;
  return TRUE;
}

static void
load_row (BsMetadata *metadata, Loading *loading, Table *table, guint64 line)
{
  const BsSpan *values = bs_delimited_values (loading->rows);
  GHashTable *index = loading->by_id ? metadata->by_id : metadata->by_path;
  const char *key = (loading->by_id ? bs_record_name : bs_record_string) (values[loading->key], metadata->arena), *path;
  Row *row;

  if (key == NULL)
    return;
  path = loading->by_id ? key : key_path (loading, key, metadata->arena);
  if (g_hash_table_contains (index, path))
    {
      table->twice_line = table->twice++ == 0 ? line : table->twice_line;
      return;
    }
  for (gsize i = 0; i < loading->n; i++)
    loading->cells[i].value = values[i];
  row = bs_arena_alloc (metadata->arena, sizeof (Row));
  *row = (Row){ .key = key, .line = line };
  bs_record_fill (&row->article, loading->cells, loading->n, loading->parts, loading->key_name, NULL, metadata->arena);
  if (leave_off_fields (&row->article))
    table->large_line = table->large++ == 0 ? line : table->large_line;
  g_ptr_array_add (table->rows, row);
  g_hash_table_insert (index, (gpointer)path, row);
}

static void
load_rows (BsMetadata *metadata, Loading *loading, Table *table)
{
  BsRowPlace place;
  BsRowStatus status;

  while ((status = bs_delimited_next (loading->rows, metadata->arena, &place)) != BS_ROW_END)
    if (status == BS_ROW && bs_delimited_n_values (loading->rows) == loading->n)
      load_row (metadata, loading, table, place.line);
    else
      table->bad_line = table->bad++ == 0 ? place.line : table->bad_line;
}

static gboolean
is_csv (const char *table)
{
  gsize length = bs_name_look (table).length;

  return length >= 4 && g_ascii_strncasecmp (table + length - 4, ".csv", 4) == 0;
}

gboolean
bs_metadata_add_table (BsMetadata *metadata, const char *root, const char *table_path, const char *key, BsBase base,
                       const BsFieldNames *names, GError **error)
{
  g_autoptr (BsByteStream) stream = bs_byte_stream_new (NULL);
  g_autoptr (BsDelimited) rows = bs_delimited_new ();
  g_autofree char *full = bs_path_join (root, table_path);
  g_autofree char *folder = base_folder (root, table_path, base);
  const char *shown = bs_name_escape (full, strlen (full), metadata->arena);
  Loading loading = { .rows = rows, .key_name = key, .folder = folder, .by_id = base == BS_BASE_ID };
  Table *table;

  bs_byte_stream_open_file (stream, full);
  if (bs_stream_is_utf16 (stream))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "table of metadata '%s': " BS_UTF16_ADVICE, shown);
      return FALSE;
    }
  bs_delimited_begin (rows, stream, !is_csv (table_path), LONGEST_ROW, (guint) bs_ceiling (NULL, BS_CEILING_COLUMNS));
  if (bs_byte_stream_state (stream) <= BS_BYTES_END && !load_header (metadata, &loading, shown, names, error))
    return FALSE;
  table = g_new0 (Table, 1);
  table->path = shown;
  table->rows = g_ptr_array_new ();
  g_ptr_array_add (metadata->tables, table);
  if (bs_byte_stream_state (stream) <= BS_BYTES_END)
    load_rows (metadata, &loading, table);
  if (bs_byte_stream_state (stream) <= BS_BYTES_END)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "table of metadata '%s' cannot be read: %s", shown,
               bs_byte_stream_message (stream));
  return FALSE;
}

static void
fill (const char **own, const char *joined, BsArena *arena)
{
  if (*own == NULL)
    *own = bs_arena_strdup (arena, joined);
}

/* Both lists are sorted by name, and so is the result; of one name the article's own field stays. */
static void
merge_fields (BsArticle *article, const BsArticle *row, BsArena *arena)
{
  guint n = 0, i = 0, j = 0;
  BsField *merged;

  if (row->n_fields == 0)
    return;
  merged = bs_arena_alloc (arena, (article->n_fields + row->n_fields) * sizeof (BsField));
  while (i < article->n_fields || j < row->n_fields)
    {
      int order = i == article->n_fields ? 1
                  : j == row->n_fields   ? -1
                                         : strcmp (article->fields[i].name, row->fields[j].name);
      if (order <= 0)
        merged[n++] = article->fields[i++];
      else
        merged[n++]
            = (BsField){ bs_arena_strdup (arena, row->fields[j].name), bs_arena_strdup (arena, row->fields[j].value) };
      j += order >= 0;
    }
  article->fields = merged;
  article->n_fields = n;
}

static void
join_row (BsArticle *article, Row *row, BsArena *arena)
{
  row->used = TRUE;
  fill (&article->title, row->article.title, arena);
  fill (&article->date, row->article.date, arena);
  fill (&article->byline, row->article.byline, arena);
  fill (&article->url, row->article.url, arena);
  fill (&article->language, row->article.language, arena);
  if (row->article.outlet != NULL)
    article->outlet = bs_arena_strdup (arena, row->article.outlet);
  merge_fields (article, &row->article, arena);
}

void
bs_metadata_join (BsMetadata *metadata, const char *path, BsArticle *article, BsArena *arena)
{
  Row *row = path != NULL ? g_hash_table_lookup (metadata->by_path, path) : NULL;

  if (row != NULL)
    join_row (article, row, arena);
  row = g_hash_table_lookup (metadata->by_id, article->id);
  if (row != NULL)
    join_row (article, row, arena);
}

static gboolean
unused_problem (const Table *table, BsArena *arena, BsProblem *problem)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *message = NULL;
  guint unused = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = table->rows->pdata[i];
      if (row->used)
        continue;
      if (unused == 0)
        problem->origin.line = row->line;
      if (unused++ < EXAMPLES)
        g_string_append_printf (keys, "%s%s", unused > 1 ? ", " : "", row->key);
    }
  message = g_strdup_printf ("%u of %u rows fit no article that was read: %s%s", unused, table->rows->len, keys->str,
                             unused > EXAMPLES ? ", …" : "");
  problem->message = bs_arena_strdup (arena, message);
  return unused > 0;
}

static gboolean
count_problem (guint count, guint64 line, const char *what, BsArena *arena, BsProblem *problem)
{
  g_autofree char *message = g_strdup_printf ("%u %s", count, what);

  problem->origin.line = line;
  problem->message = bs_arena_strdup (arena, message);
  return count > 0;
}

gboolean
bs_metadata_problem (const BsMetadata *metadata, guint *index, BsArena *arena, BsProblem *problem)
{
  for (; *index / 4 < metadata->tables->len; (*index)++)
    {
      const Table *table = metadata->tables->pdata[*index / 4];
      gboolean found;

      *problem = (BsProblem){ .kind = BS_PROBLEM_METADATA, .origin = { .path = bs_arena_strdup (arena, table->path) } };
      if (*index % 4 == 0)
        found = count_problem (table->bad, table->bad_line,
                               "row(s) have another number of values than the header or are badly quoted, this being "
                               "the first; they were not joined",
                               arena, problem);
      else if (*index % 4 == 1)
        found = count_problem (table->twice, table->twice_line,
                               "row(s) have a key that an earlier row has, this being the first; they were not joined",
                               arena, problem);
      else if (*index % 4 == 2)
        found = count_problem (table->large, table->large_line,
                               "row(s) have further fields of more than " G_STRINGIFY (LONGEST_FIELDS_KB) " KB together, this"
                               " being the first; the last of them by name were left off",
                               arena, problem);
      else
        found = unused_problem (table, arena, problem);
      if (found)
        {
          (*index)++;
          return TRUE;
        }
    }
  return FALSE;
}
