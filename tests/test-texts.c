/* Texts for whoever keeps no store: in the order of the stream whatever the threads, what cannot be read in its place, and
 * nothing lost or left behind where nobody draws to the end. */
#include "analysis/texts.h"

#include <glib/gstdio.h>
#include <string.h>

#define ARTICLES 1000
#define BINARY 300 /* the number of one that is no text … */
#define LARGE 700  /* … and of one that is read alone */
#define LARGE_WORDS 300000

typedef struct {
  gint made, freed;
} Seen;

typedef struct {
  Seen *seen;
  char *line;
} Made;

static Seen *freed_by; /* made_free() is told nothing else */

static gpointer
work (gpointer data, const BsArticle *article, BsReading *reading, BsArena *arena)
{
  Seen *seen = data;
  Made *made = g_new (Made, 1);

  g_atomic_int_inc (&seen->made);
  made->seen = seen;
  made->line = bs_arena_alloc (arena, 100);
  g_snprintf (made->line, 100, "%s: %u words, %" G_GINT64_FORMAT " of them", article->id, reading->segments->words->len,
              reading->tally->counts.value[BS_COUNT_WORDS]);
  return made;
}

static void
made_free (gpointer data)
{
  Made *made = data;

  g_assert_true (made->seen == freed_by);
  g_atomic_int_inc (&made->seen->freed);
  g_free (made);
}

static guint
words_of (guint number)
{
  return number == LARGE ? LARGE_WORDS : number % 7 + 1;
}

/* Articles of one word more than the one before, up to seven; one is large, one binary, and one record is broken. */
static char *
write_corpus (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "broadsheet-texts-XXXXXX.jsonl", NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  int file = g_mkstemp (path);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  for (guint i = 0; i < ARTICLES; i++)
    {
      g_string_append_printf (lines, "{\"id\": \"%u\", \"text\": \"", i);
      for (guint k = 0; k < words_of (i); k++)
        g_string_append (lines, i == BINARY ? "\\u0000\\u0001\\u0002\\u0003" : k % 10 == 9 ? "sun. " : "sun ");
      g_string_append (lines, i == 500 ? "\n" : "\"}\n");
    }
  g_assert_true (g_file_set_contents (path, lines->str, (gssize) lines->len, NULL));
  return g_steal_pointer (&path);
}

static gsize
made_size (gconstpointer made G_GNUC_UNUSED)
{
  return 8 * 1024 * 1024; /* said to be large, so that a few of them fill what may wait */
}

/* `types_held`: 1 has every thread begin anew with every batch. */
static BsTexts *
open_texts (const char *path, const BsReadOptions *options, guint threads, guint types_held, Seen *seen)
{
  const char *const places[] = { path, NULL };
  const BsTextWork how = { BS_READ_COUNTS, work, made_free, seen, made_size, types_held };
  BsCorpus *corpus = bs_corpus_open (places, NULL, NULL);

  g_assert_nonnull (corpus);
  *seen = (Seen){ 0, 0 };
  freed_by = seen;
  return bs_texts_new (corpus, options, threads, &how);
}

static void
check_text (const BsText *text, guint number)
{
  g_autofree char *line = g_strdup_printf ("%u: %u words, %u of them", number, words_of (number), words_of (number));

  g_assert_cmpuint (text->origin->line, ==, number + 1);
  if (number == 500)
    {
      g_assert_null (text->article);
      g_assert_null (text->made);
      g_assert_nonnull (text->problem);
      return;
    }
  g_assert_nonnull (text->article);
  if (number == BINARY)
    {
      g_assert_cmpstr (text->problem, ==, "the bytes are no text");
      g_assert_null (text->made);
      return;
    }
  g_assert_null (text->problem);
  g_assert_cmpstr (((const Made *) text->made)->line, ==, line);
}

static void
test_order (void)
{
  g_autofree char *path = write_corpus ();
  const BsReadOptions options = { .without = BS_STEPS_ALL };

  for (guint threads = 1; threads <= 8; threads++)
    {
      Seen seen;
      g_autoptr (BsTexts) texts = open_texts (path, &options, threads, threads % 2, &seen);
      BsText text;

      for (guint i = 0; i < ARTICLES; i++)
        {
          g_assert_true (bs_texts_next (texts, &text));
          check_text (&text, i);
        }
      g_assert_false (bs_texts_next (texts, &text));
      g_assert_false (bs_texts_next (texts, &text));
      g_assert_cmpint (seen.made, ==, ARTICLES - 2);
      g_assert_cmpint (seen.freed, ==, seen.made);
    }
  g_unlink (path);
}

static void
test_left (void)
{
  g_autofree char *path = write_corpus ();
  const BsReadOptions options = { .without = BS_STEPS_ALL };

  for (guint threads = 1; threads <= 4; threads++)
    for (guint drawn = 0; drawn < 300; drawn += 97)
      {
        Seen seen;
        BsTexts *texts = open_texts (path, &options, threads, 0, &seen);
        BsText text;

        for (guint i = 0; i < drawn; i++)
          {
            g_assert_true (bs_texts_next (texts, &text));
            check_text (&text, i);
          }
        bs_texts_free (texts);
        g_assert_cmpint (seen.made, >=, (gint) drawn);
        g_assert_cmpint (seen.freed, ==, seen.made);
      }
  g_unlink (path);
}

/* A text with more types than the ceiling is told in its place; one with too long a sentence is made something of, too. */
static void
test_ceilings (void)
{
  g_autofree char *path = write_corpus ();
  BsReadOptions options = { .without = BS_STEPS_ALL, .ceilings.value[BS_CEILING_SENTENCE] = 6 };
  Seen seen;
  BsText text;
  BsTexts *texts = open_texts (path, &options, 2, 0, &seen);

  for (guint i = 0; i < 14; i++)
    {
      g_assert_true (bs_texts_next (texts, &text));
      g_assert_nonnull (text.made);
      g_assert_cmpint (text.problem != NULL, ==, words_of (i) > 6);
    }
  g_assert_nonnull (strstr (text.problem, "a sentence is longer than the ceiling of 6 words"));
  bs_texts_free (texts);
  g_unlink (path);

  g_assert_true (g_file_set_contents (path, "{\"text\": \"one two\"}\n{\"text\": \"one one\"}\n", -1, NULL));
  options.ceilings = (BsCeilings){ .value[BS_CEILING_TYPES] = 1 };
  texts = open_texts (path, &options, 2, 0, &seen);
  g_assert_true (bs_texts_next (texts, &text));
  g_assert_null (text.made);
  g_assert_nonnull (strstr (text.problem, "there are more different words than the ceiling of 1 words"));
  g_assert_true (bs_texts_next (texts, &text));
  g_assert_nonnull (text.made);
  g_assert_null (text.problem);
  g_assert_false (bs_texts_next (texts, &text));
  bs_texts_free (texts);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/order", test_order);
  g_test_add_func ("/texts/left", test_left);
  g_test_add_func ("/texts/ceilings", test_ceilings);
  return g_test_run ();
}
