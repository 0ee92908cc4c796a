#include "lexicon/juncture-words.h"

#include "lexicon/word-table.h"
#include "lexicon/wordlist.h"

#define EXPECTED_WORDS 4000

/* Both weights in one value that is not 0. */
static guint32
pack (gint64 ends, gint64 starts)
{
  return 1u << 16 | (guint32) (guint8) (ends + 128) << 8 | (guint32) (guint8) (starts + 128);
}

static gboolean
add_line (BsWordTable *table, const char *line)
{
  const char *blank = strchr (line, ' ');
  char *middle, *end;
  gint64 ends, starts;

  if (blank == NULL || blank == line)
    return FALSE;
  ends = g_ascii_strtoll (blank + 1, &middle, 10);
  starts = g_ascii_strtoll (middle, &end, 10);
  if (middle == blank + 1 || end == middle || *end != '\0' || ABS (ends) > 127 || ABS (starts) > 127)
    return FALSE;
  bs_word_table_set (table, bs_span (line, (gsize) (blank - line)), pack (ends, starts));
  return TRUE;
}

static BsWordTable *
read_words (void)
{
  g_autoptr (GBytes) bytes = bs_lexicon_data ("sentence-words.txt");
  BsSpan data = bs_span_of_bytes (bytes);
  g_autofree char *text = g_strndup (data.start, data.length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  BsWordTable *table = bs_word_table_new (EXPECTED_WORDS);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#' && !add_line (table, *line))
      g_error ("sentence-words.txt: “%s” is no word and two weights", *line); /* built in: the program is broken */
  return table;
}

void
bs_juncture_weights (BsSpan folded, gint8 *ends, gint8 *starts)
{
  static BsWordTable *table;
  guint32 value;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, read_words ());
  value = bs_word_table_get (table, folded);
  *ends = value != 0 ? (gint8) ((int) (value >> 8 & 0xFF) - 128) : 0;
  *starts = value != 0 ? (gint8) ((int) (value & 0xFF) - 128) : 0;
}
