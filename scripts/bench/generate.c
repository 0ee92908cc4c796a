/* bench-generate: an endless newspaper for benchmarks; the same options and sources give the same bytes. */
#include "article.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define FILES_A_FOLDER 1000

typedef enum { TEXT, JSONL, FILES } Kind;

static int megabytes = 100;
static int articles;
static int seed = 1;
static char *kind_name;
static char *separator;
static char *folder;
static char *script;
static char *growth_path;
static char **sources;

static const GOptionEntry entries[] = {
  { "megabytes", 'm', 0, G_OPTION_ARG_INT, &megabytes, "Stop behind so many millions of bytes (100)", "N" },
  { "articles", 'a', 0, G_OPTION_ARG_INT, &articles, "Stop behind so many articles", "N" },
  { "seed", 's', 0, G_OPTION_ARG_INT, &seed, "Another seed, another newspaper (1)", "N" },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind_name, "text (with a separator line), jsonl or files", "KIND" },
  { "separator", 0, 0, G_OPTION_ARG_STRING, &separator, "The line in front of every article", "LINE" },
  { "folder", 'f', 0, G_OPTION_ARG_FILENAME, &folder, "Where files go", "FOLDER" },
  { "script", 0, 0, G_OPTION_ARG_STRING, &script, "greek: the same words in other letters", "NAME" },
  { "growth", 0, 0, G_OPTION_ARG_FILENAME, &growth_path, "Write a table: bytes, words and types met so far", "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &sources, NULL, "TEXT…" },
  { NULL }
};

static void
put_in_greek (GString *article)
{
  static const gunichar letters[26] = { 0x3B1, 0x3B2, 0x3C8, 0x3B4, 0x3B5, 0x3C6, 0x3B3, 0x3B7, 0x3B9,
                                        0x3BE, 0x3BA, 0x3BB, 0x3BC, 0x3BD, 0x3BF, 0x3C0, 0x3C9, 0x3C1,
                                        0x3C3, 0x3C4, 0x3B8, 0x3CD, 0x3AD, 0x3C7, 0x3C5, 0x3B6 };
  g_autofree char *latin = g_strdup (article->str);

  g_string_truncate (article, 0);
  for (const char *p = latin; *p != '\0'; p++) {
    if (g_ascii_islower (*p))
      g_string_append_unichar (article, letters[*p - 'a']);
    else if (g_ascii_isupper (*p))
      g_string_append_unichar (article, g_unichar_toupper (letters[*p - 'A']));
    else
      g_string_append_c (article, *p);
  }
}

static void
put_record (const GString *article, guint64 number)
{
  printf ("{\"id\": \"%08" G_GUINT64_FORMAT "\", \"outlet\": \"bench\", \"text\": \"", number);
  for (gsize i = 0; i < article->len; i++) {
    char c = article->str[i];

    if (c == '\n') {
      fputs ("\\n", stdout);
    } else {
      if (c == '"' || c == '\\')
        putchar_unlocked ('\\');
      putchar_unlocked (g_ascii_iscntrl (c) ? ' ' : c);
    }
  }
  fputs ("\"}\n", stdout);
}

static gboolean
put_file (const GString *article, guint64 number)
{
  g_autofree char *part = g_strdup_printf ("%s/bench/%04" G_GUINT64_FORMAT, folder, number / FILES_A_FOLDER);
  g_autofree char *path = g_strdup_printf ("%s/%08" G_GUINT64_FORMAT ".txt", part, number);
  FILE *file;
  gboolean whole;

  if (number % FILES_A_FOLDER == 0 && g_mkdir_with_parents (part, 0777) != 0)
    return FALSE;
  file = fopen (path, "wb");
  if (file == NULL)
    return FALSE;
  whole = fwrite (article->str, 1, article->len, file) == article->len;
  return fclose (file) == 0 && whole;
}

static gboolean
put (const GString *article, Kind kind, guint64 number)
{
  if (kind == FILES)
    return put_file (article, number);
  if (kind == JSONL) {
    put_record (article, number);
  } else {
    printf ("%s\n", separator != NULL ? separator : "=== next article ===");
    fwrite (article->str, 1, article->len, stdout);
  }
  return !ferror (stdout);
}

static gboolean
write_all (Maker *maker, Kind kind)
{
  FILE *growth = growth_path != NULL ? fopen (growth_path, "w") : NULL;
  guint64 bytes = 0;
  guint64 number = 0;
  guint64 next = 1000000;

  if (growth_path != NULL && growth == NULL)
    return FALSE;
  if (growth != NULL)
    fputs ("bytes\twords\ttypes\n", growth);
  for (; articles > 0 ? number < (guint64) articles : bytes < (guint64) megabytes * 1000000; number++) {
    GString *article = maker_next (maker);

    if (g_strcmp0 (script, "greek") == 0)
      put_in_greek (article);
    if (!put (article, kind, number))
      return FALSE;
    bytes += article->len;
    if (growth != NULL && bytes >= next) {
      fprintf (growth, "%" G_GUINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%u\n", bytes, maker->words->tokens,
               maker->words->types);
      next *= 2;
    }
  }
  fprintf (stderr, "%" G_GUINT64_FORMAT " articles, %" G_GUINT64_FORMAT " bytes, %" G_GUINT64_FORMAT " words, %u "
           "types; Heaps' law has %.0f\n", number, bytes, maker->words->tokens, maker->words->types,
           WORDS_K * pow ((double) maker->words->tokens, WORDS_BETA));
  return (growth == NULL || fclose (growth) == 0) && fflush (stdout) == 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- writes an endless newspaper for benchmarks");
  g_autoptr (GError) error = NULL;
  Maker maker = { 0 };
  Kind kind;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context,
    "TEXT is a text or a folder of .txt files. Its sentences are dealt anew: its hundred most frequent words and its\n"
    "punctuation stay where they are, for the other words come draws from a vocabulary that grows with the amount as\n"
    "that of newspapers and books does. The same program, options and texts give the same bytes.");
  if (!g_option_context_parse (context, &argc, &argv, &error) || sources == NULL) {
    fprintf (stderr, "generate: %s\n", error != NULL ? error->message : "name texts to deal from; --help says more");
    return 2;
  }
  kind = g_strcmp0 (kind_name, "jsonl") == 0 ? JSONL : g_strcmp0 (kind_name, "files") == 0 ? FILES : TEXT;
  if (kind == FILES && folder == NULL) {
    fputs ("generate: files need --folder\n", stderr);
    return 2;
  }
  maker.frames = frames_read (sources, &error);
  if (maker.frames == NULL) {
    fprintf (stderr, "generate: %s\n", error->message);
    return 3;
  }
  maker.words = words_new (maker.frames->words);
  maker.draw.state = (guint64) seed;
  maker.text = g_string_new (NULL);
  if (!write_all (&maker, kind)) {
    fprintf (stderr, "generate: cannot write: %s\n", g_strerror (errno));
    return 3;
  }
  return 0;
}
