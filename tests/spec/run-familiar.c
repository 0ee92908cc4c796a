/* run-familiar FILE: hold the library to the examples of familiar.txt, which says how their answers are written.
 * Otherwise they are like those of the other files (README.md). Status: 0 all as written, 1 some not, 2 a file that is
 * not a specification. */
#include "count/tally.h"

#include <stdio.h>

#define OPENING "``` example"
#define CLOSING "```"

typedef struct {
  BsSegments *segments;
  BsTypeIndex *index;
  BsTally *tally;
} Counter;

static guint8
flag_of (const char *asked)
{
  static const struct {
    const char *name;
    BsCounted flag;
  } flags[] = { { "hard", BS_COUNTED_HARD },
                { "unfamiliar", BS_COUNTED_UNFAMILIAR },
                { "spache", BS_COUNTED_UNFAMILIAR_SPACHE },
                { "names", BS_COUNTED_NAME } };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (g_str_equal (asked, flags[i].name))
      return flags[i].flag;
  return 0;
}

/* "hard", and the text's words with that flag. */
static char *
answer (Counter *counter, const char *text, const char *asked)
{
  guint8 flag = flag_of (asked);
  GString *line = g_string_new (asked);

  bs_segment (counter->segments, counter->index, bs_span_of (text));
  bs_tally (counter->tally, counter->segments, counter->index);
  for (guint32 s = 0; s < counter->segments->sentences->len; s++)
    {
      const BsSentence *sentence = &g_array_index (counter->segments->sentences, BsSentence, s);
      g_autofree guint8 *flags = g_malloc (sentence->n_words);

      bs_tally_show (counter->tally, counter->segments, s, flags);
      for (guint32 i = 0; i < sentence->n_words; i++)
        {
          const BsWord *word = &g_array_index (counter->segments->words, BsWord, sentence->first_word + i);

          if (flags[i] & flag)
            g_string_append_printf (line, " %.*s", (int) word->length, text + word->start);
        }
    }
  if (g_str_equal (line->str, asked))
    g_string_append (line, " -");
  return g_string_free (line, FALSE);
}

/* Compares the answers from line `at` on to the block's end; the line after it, or 0 where the block is none. */
static guint
check_answers (Counter *counter, char **lines, guint at, const char *text, gboolean *same)
{
  for (; lines[at] != NULL && !g_str_equal (lines[at], CLOSING); at++)
    {
      g_autofree char *asked = g_strndup (lines[at], strcspn (lines[at], " "));
      g_autofree char *got = NULL;

      if (flag_of (asked) == 0)
        return 0;
      got = answer (counter, text, asked);
      if (!g_str_equal (got, lines[at]))
        {
          printf ("line %u\n  specified %s\n  answered  %s\n", at + 1, lines[at], got);
          *same = FALSE;
        }
    }
  return lines[at] != NULL ? at + 1 : 0;
}

/* One example from the line after its opening on. */
static guint
check_example (Counter *counter, char **lines, guint at, gboolean *same)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; lines[at] != NULL && !g_str_equal (lines[at], "."); at++)
    g_string_append_printf (text, "%s\n", lines[at]);
  if (lines[at] == NULL || lines[at + 1] == NULL || g_str_equal (lines[at + 1], CLOSING))
    return 0;
  return check_answers (counter, lines, at + 1, text->str, same);
}

static gboolean
is_verdict (const char *line)
{
  return g_str_equal (line, "*agreed*") || g_str_has_prefix (line, "*must not* (")
         || g_str_has_prefix (line, "*ours*: ");
}

static int
check_file (Counter *counter, char **lines)
{
  guint examples = 0, failed = 0, at = 0;
  gboolean verdict = FALSE;

  while (lines[at] != NULL)
    {
      gboolean same = TRUE;

      verdict |= is_verdict (lines[at]);
      if (!g_str_equal (lines[at], OPENING))
        {
          at++;
          continue;
        }
      at = verdict ? check_example (counter, lines, at + 1, &same) : 0;
      if (at == 0)
        {
          fprintf (stderr, "example %u is not written as one\n", examples + 1);
          return 2;
        }
      verdict = FALSE;
      examples++;
      failed += !same;
    }
  printf ("%u examples, %u failed\n", examples, failed);
  return examples == 0 ? 2 : failed > 0;
}

int
main (int argc, char *argv[])
{
  Counter counter = { bs_segments_new (), bs_type_index_new (NULL), bs_tally_new () };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  if (argc != 2 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    {
      fprintf (stderr, "usage: run-familiar FILE\n");
      return 2;
    }
  lines = g_strsplit (text, "\n", -1);
  status = check_file (&counter, lines);
  bs_tally_free (counter.tally);
  bs_type_index_free (counter.index);
  bs_segments_free (counter.segments);
  return status;
}
