#include "clean/clean.h"

#include <libexttextcat/textcat.h>

#define BYTES_MAX 3000
#define WORDS_MIN 20
#define CONF "fpdb.conf"

static void
classifier_free (gpointer handle)
{
  textcat_Done (handle);
}

/* The library keeps state in its handle: each thread has its own. NULL where the library's data cannot be read. */
static void *
classifier (void)
{
  static GPrivate own = G_PRIVATE_INIT (classifier_free);
  void *handle = g_private_get (&own);
  g_autofree char *conf = NULL;

  if (handle != NULL)
    return handle;
  conf = g_build_filename (BS_TEXTCAT_DIR, CONF, NULL);
  if (!g_file_test (conf, G_FILE_TEST_IS_REGULAR))
    return NULL;
  handle = special_textcat_Init (conf, BS_TEXTCAT_DIR "/");
  g_private_set (&own, handle);
  return handle;
}

static BsSpan
sample_of (BsSpan text)
{
  const char *end;

  if (text.length <= BYTES_MAX)
    return text;
  end = g_utf8_find_prev_char (text.start, text.start + BYTES_MAX);
  return bs_span (text.start, (gsize) (end - text.start));
}

/* Scripts without blanks count two characters as a word. */
static gboolean
is_long_enough (BsSpan text)
{
  guint words = 0, wide = 0;

  for (gsize i = 0; i < text.length; i++)
    {
      words += g_ascii_isspace (text.start[i]) && i > 0 && !g_ascii_isspace (text.start[i - 1]);
      wide += (guchar) text.start[i] >= 0xe3 && (guchar) text.start[i] <= 0xe9;
    }
  return words + 1 + wide / 2 >= WORDS_MIN;
}

/* "[en--utf8][nl--utf8]": the best first. Two that are as good are no answer, unless they share their language. */
static const char *
code_of (const char *answer)
{
  gsize length = 0;
  const char *second;
  g_autofree char *code = NULL;

  if (answer == NULL || answer[0] != '[')
    return NULL;
  while (g_ascii_islower (answer[1 + length]))
    length++;
  second = strchr (answer + 1, '[');
  if (length != 2 || (second != NULL && strncmp (second + 1, answer + 1, 3) != 0))
    return NULL;
  code = g_strndup (answer + 1, length);
  return g_intern_string (g_str_equal (code, "nb") || g_str_equal (code, "nn") ? "no" : code);
}

const char *
bs_language_of_text (BsSpan text)
{
  void *handle;

  text = sample_of (text);
  if (!is_long_enough (text))
    return NULL;
  handle = classifier ();
  return handle != NULL ? code_of (textcat_Classify (handle, text.start, text.length)) : NULL;
}
