#include "frames.h"

#include "words.h"

#include <string.h>

static gint
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
read_place (const char *place, GString *text, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *content = NULL;
  const char *name;
  GDir *folder;

  if (!g_file_test (place, G_FILE_TEST_IS_DIR)) {
    gsize size;

    if (!g_file_get_contents (place, &content, &size, error))
      return FALSE;
    if (g_utf8_validate (content, (gssize) size, NULL))
      g_string_append_printf (text, "%s\n\n", content);
    return TRUE;
  }
  folder = g_dir_open (place, 0, error);
  if (folder == NULL)
    return FALSE;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (place, name, NULL));
  g_dir_close (folder);
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++) {
    const char *path = g_ptr_array_index (names, i);

    if ((g_file_test (path, G_FILE_TEST_IS_DIR) || g_str_has_suffix (path, ".txt")) && !read_place (path, text, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_letter (guchar c)
{
  return g_ascii_isalpha (c) || (c >= 0xc3 && c <= 0xc5);
}

/* Letters of Latin alphabets, and an apostrophe between two of them. */
static const char *
word_end (const char *p)
{
  for (;;) {
    if ((guchar) *p >= 0xc3 && (guchar) *p <= 0xc5)
      p += 2;
    else if (g_ascii_isalpha (*p) || (*p == '\'' && g_ascii_isalpha (p[1])))
      p++;
    else
      return p;
  }
}

static gint
by_count (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *x = *(char *const *) a;
  const char *y = *(char *const *) b;
  guint m = GPOINTER_TO_UINT (g_hash_table_lookup (data, x));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (data, y));

  return m != n ? (m < n) - (m > n) : strcmp (x, y);
}

static GPtrArray *
count_words (const char *text)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = text; *p != '\0';) {
    const char *end = word_end (p);
    g_autofree char *word = NULL;
    gpointer held;
    gpointer count;

    if (end == p) {
      p = g_utf8_next_char (p);
      continue;
    }
    word = g_utf8_strdown (p, end - p);
    if (g_hash_table_lookup_extended (counts, word, &held, &count)) {
      g_hash_table_insert (counts, held, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    } else {
      g_ptr_array_add (words, g_strdup (word));
      g_hash_table_insert (counts, g_ptr_array_index (words, words->len - 1), GUINT_TO_POINTER (1));
    }
    p = end;
  }
  g_ptr_array_sort_with_data (words, by_count, counts);
  return words;
}

static void
add_piece (Frames *frames, Piece piece)
{
  g_array_append_val (frames->pieces, piece);
}

/* Addresses and abbreviations with dots inside would become words of their own with every word drawn. */
static gboolean
may_be_filled (const char *start, const char *end)
{
  for (const char *p = start; p + 1 < end; p++) {
    gboolean joins = g_ascii_isalnum (p[1]) != 0;

    if (strchr ("@/_", *p) != NULL || (joins && strchr (".,:", *p) != NULL))
      return FALSE;
    if (joins && g_ascii_isalnum (*p) && g_ascii_isdigit (*p) != g_ascii_isdigit (p[1]))
      return FALSE;
  }
  return TRUE;
}

/* The pieces of [start, end). Returns how many of them are words. */
static guint
add_pieces (Frames *frames, GHashTable *heads, const char *start, const char *end)
{
  guint n_words = 0;

  for (const char *p = start; p < end;) {
    const char *q = p;

    if (is_letter (*p)) {
      g_autofree char *word = NULL;
      gpointer rank;

      q = MIN (word_end (p), end);
      word = g_utf8_strdown (p, q - p);
      rank = g_hash_table_lookup (heads, word);
      add_piece (frames, (Piece) { rank != NULL ? PIECE_HEAD : PIECE_SLOT, g_ascii_isupper (*p),
                                   GPOINTER_TO_UINT (rank) - 1, NULL, 0 });
      n_words++;
    } else if (g_ascii_isdigit (*p)) {
      while (q < end && g_ascii_isdigit (*q))
        q++;
      add_piece (frames, (Piece) { PIECE_DIGITS, FALSE, 0, NULL, (guint) (q - p) });
    } else {
      while (q < end && !is_letter (*q) && !g_ascii_isdigit (*q))
        q++;
      add_piece (frames, (Piece) { PIECE_LITERAL, FALSE, 0, p, (guint) (q - p) });
    }
    p = q;
  }
  return n_words;
}

/* A sentence as a rough eye sees it: from a capital to a mark with a space and a capital behind it, or a line's end. */
static const char *
sentence_end (const char *p)
{
  for (; *p != '\0' && *p != '\n'; p++) {
    if (strchr (".!?", *p) != NULL && p[1] == ' ' && g_ascii_isupper (p[2]))
      return p + 1;
  }
  return p;
}

/* Wrapped lines become one; empty lines stay. */
static void
join_lines (GString *text)
{
  gsize to = 0;

  for (gsize i = 0; i < text->len; i++) {
    char c = text->str[i];

    if (c == '\r')
      continue;
    if (c == '\n' && text->str[i + 1] != '\n' && to > 0 && text->str[to - 1] != '\n')
      c = ' ';
    text->str[to++] = c;
  }
  g_string_truncate (text, to);
}

Frames *
frames_read (char **places, GError **error)
{
  Frames *frames = g_new0 (Frames, 1);
  g_autoptr (GHashTable) heads = g_hash_table_new (g_str_hash, g_str_equal);

  frames->text = g_string_new (NULL);
  for (guint i = 0; places != NULL && places[i] != NULL; i++) {
    if (!read_place (places[i], frames->text, error))
      return NULL;
  }
  join_lines (frames->text);
  frames->words = count_words (frames->text->str);
  frames->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  frames->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < MIN (frames->words->len, WORDS_HEAD); i++)
    g_hash_table_insert (heads, g_ptr_array_index (frames->words, i), GUINT_TO_POINTER (i + 1));
  for (const char *p = frames->text->str; *p != '\0';) {
    const char *end = sentence_end (p);
    guint start = frames->pieces->len;

    /* Short ones would come back word for word. */
    if (g_ascii_isupper (*p) && end - p < 600 && strchr (".!?", end[-1]) != NULL && may_be_filled (p, end) &&
        add_pieces (frames, heads, p, end) >= 6)
      g_array_append_val (frames->starts, start);
    else
      g_array_set_size (frames->pieces, start);
    p = end;
    while (*p == ' ' || *p == '\n')
      p++;
  }
  if (frames->starts->len < 100) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "the sources hold %u sentences, but 100 are needed",
                 frames->starts->len);
    return NULL;
  }
  g_array_append_val (frames->starts, frames->pieces->len);
  return frames;
}
