#include "report/frequency-list.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "base/hash.h"
#include "base/number.h"
#include "segment/type-index.h"
#include "source/delimited.h"

#define LONGEST_ROW (1024 * 1024)
#define COUNT_MOST 9007199254740992.0 /* 2⁵³: beyond it not every count is a number */

void
bs_frequency_list_free (BsFrequencyList *list)
{
  if (list == NULL)
    return;
  g_free (list->name);
  g_hash_table_unref (list->words);
  g_free (list);
}

typedef struct {
  guint word, count, articles; /* places of the columns */
} Columns;

static gboolean
is_one_of (BsSpan value, const char *const *names)
{
  g_autofree char *name = g_ascii_strdown (value.start, (gssize) value.length);

  return g_strv_contains (names, g_strstrip (name));
}

/* Whether a row names columns; a column that none of its values names keeps its place. */
static gboolean
read_header (const BsSpan *values, gsize n, Columns *columns)
{
  static const char *const words[] = { "word", "type", "term", "lemma", "token", "ngram", NULL };
  static const char *const counts[] = { "count", "freq", "frequency", "n", "tokens", NULL };
  static const char *const articles[] = { "articles", "docs", "documents", "range", "texts", NULL };
  Columns found = { G_MAXUINT, G_MAXUINT, G_MAXUINT };

  for (guint i = 0; i < n; i++)
    if (is_one_of (values[i], words))
      found.word = i;
    else if (is_one_of (values[i], counts))
      found.count = i;
    else if (is_one_of (values[i], articles))
      found.articles = i;
  if (found.word == G_MAXUINT || found.count == G_MAXUINT)
    return FALSE;
  *columns = found;
  return TRUE;
}

static gboolean
read_number (const BsSpan *values, gsize n, guint column, double *number)
{
  g_autofree char *text = NULL;

  if (column >= n || values[column].length > 40)
    return FALSE;
  text = g_strndup (values[column].start, values[column].length);
  return bs_number_parse (g_strstrip (text), number) && *number >= 0 && *number <= COUNT_MOST;
}

static char *
fold (const char *text, gsize length)
{
  GString *folded = g_string_new (NULL);

  while (length > 0 && g_ascii_isspace (*text))
    text++, length--;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (g_utf8_validate (text, (gssize) length, NULL))
    bs_fold_word ((BsSpan){ text, length }, folded);
  return g_string_free (folded, FALSE);
}

static gboolean
add_row (BsFrequencyList *list, const BsSpan *values, gsize n, const Columns *columns)
{
  g_autofree char *word = columns->word < n ? fold (values[columns->word].start, values[columns->word].length) : NULL;
  double count, articles = NAN;
  BsListed *listed;

  /* a tab in a word: rows of "the TAB 1,234" were parted at the comma, and 234 would be taken for the count */
  if (word == NULL || *word == '\0' || strchr (word, '\t') != NULL || !read_number (values, n, columns->count, &count))
    return FALSE;
  if (!read_number (values, n, columns->articles, &articles))
    articles = NAN;
  list->total += count;
  listed = g_hash_table_lookup (list->words, word);
  if (listed == NULL)
    {
      listed = g_new (BsListed, 1);
      *listed = (BsListed){ count, articles };
      g_hash_table_insert (list->words, g_steal_pointer (&word), listed);
      return TRUE;
    }
  listed->count += count;
  listed->articles = fmax (listed->articles, articles);
  return TRUE;
}

static gboolean
read_rows (BsFrequencyList *list, BsDelimited *rows, const char *path, GError **error)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  Columns columns = { 0, 1, 2 };
  BsRowStatus status;
  BsRowPlace place;
  gboolean first = TRUE;

  while ((status = bs_delimited_next (rows, arena, &place)) != BS_ROW_END && status != BS_ROW_UNCLOSED)
    {
      const BsSpan *values = status == BS_ROW ? bs_delimited_values (rows) : NULL;
      gsize n = values != NULL ? bs_delimited_n_values (rows) : 0;

      if (!(first && read_header (values, n, &columns)))
        list->passed_over += !add_row (list, values, n, &columns);
      first = FALSE;
      bs_arena_reset (arena);
      if (g_hash_table_size (list->words) > BS_LIST_MOST)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_LIMIT, "%s: more than %d words are too many for a reference", path,
                       BS_LIST_MOST);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_stream (const BsByteStream *stream, const char *path, GError **error)
{
  if (bs_byte_stream_state (stream) == BS_BYTES_END || bs_byte_stream_state (stream) == BS_BYTES_OPEN)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: the frequency list cannot be read to its end", path);
  return FALSE;
}

BsFrequencyList *
bs_frequency_list_read (const char *path, GError **error)
{
  g_autoptr (BsFrequencyList) list = g_new0 (BsFrequencyList, 1);
  g_autoptr (BsByteStream) stream = bs_byte_stream_new (NULL);
  g_autoptr (BsDelimited) rows = bs_delimited_new ();

  list->name = g_path_get_basename (path);
  list->articles = NAN;
  list->words = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, g_free);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: %s; a frequency list is wanted", path,
                   g_file_test (path, G_FILE_TEST_EXISTS) ? "is no file" : "there is no such file");
      return NULL;
    }
  bs_byte_stream_open_file (stream, path);
  bs_delimited_begin (rows, stream, FALSE, LONGEST_ROW, (guint) bs_ceiling (NULL, BS_CEILING_COLUMNS));
  if (!read_rows (list, rows, path, error) || !check_stream (stream, path, error))
    return NULL;
  if (g_hash_table_size (list->words) > 0)
    return g_steal_pointer (&list);
  g_set_error (
      error, BS_ERROR, BS_ERROR_FORMAT,
      "%s: no line has a word and a count, parted by a tab or a comma; under a header the columns are called word"
      " and count",
      path);
  return NULL;
}

/* NULL where the file is not there, is no file, is too long, or cannot be read. */
static char *
read_words (const char *path, gsize *length, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GStatBuf info = { 0 };
  char *content = NULL;

  if (g_stat (path, &info) == 0 && !S_ISREG (info.st_mode))
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: is no file; a list of words is wanted", path);
  else if (info.st_size > BS_WORD_SET_BYTES)
    g_set_error (error, BS_ERROR, BS_ERROR_LIMIT, "%s: more than %d bytes are too many for a list of words", path,
                 BS_WORD_SET_BYTES);
  else if (!g_file_get_contents (path, &content, length, &failure))
    g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s", failure->message);
  return content;
}

GHashTable *
bs_word_set_read (const char *path, GError **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);
  gsize length = 0;
  g_autofree char *content = read_words (path, &length, error);

  if (content == NULL)
    return NULL;
  for (const char *line = content, *end = content + length, *behind; line < end; line = behind + 1)
    {
      behind = memchr (line, '\n', (gsize) (end - line));
      if (behind == NULL)
        behind = end;
      if (line < behind && *line != '#')
        g_hash_table_add (words, fold (line, MIN (strcspn (line, "\t\r\n"), (gsize) (behind - line))));
    }
  return g_steal_pointer (&words);
}
