/* list-syllables: the words of the CMU Pronouncing Dictionary for which the weights and the endings together would err.
 *
 *   list-syllables [--fold K] syllable-weights.txt cmudict.dict > syllables.txt
 *
 * Words are taken by length, so that a listed stem already speaks for its longer forms. With --fold K (0 to 9) a tenth
 * of the words is not listed, and standard error tells how many of them come out right: what to expect of words that
 * the dictionary lacks. The fold is that of train-syllables. */
#include "lexicon/syllable-table.h"

#include <stdio.h>

typedef struct
{
  char *word;
  guint count;
  gboolean held_out;
} Entry;

/* Whether the word is one that running text can hold: letters, apostrophes, hyphens, and no more. */
static gboolean
is_listable (const char *word, gsize length)
{
  return length > 0 && length <= BS_SYLLABLE_LISTED_MAX && strspn (word, "abcdefghijklmnopqrstuvwxyz'-") == length
         && g_ascii_isalpha (word[0]);
}

static void
take_line (GArray *entries, const char *line, int fold)
{
  gsize length = strcspn (line, " ");
  Entry entry = { 0 };
  guint32 hash = 2166136261u;

  if (!is_listable (line, length))
    return;
  for (const char *c = line + length; *c != '\0' && *c != '#'; c++)
    entry.count += g_ascii_isdigit (*c);
  if (entry.count == 0)
    return;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)line[i]) * 16777619u;
  entry.held_out = fold >= 0 && (int)(hash % 10) == fold;
  entry.word = g_strndup (line, length);
  g_array_append_val (entries, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const char *left = ((const Entry *)a)->word, *right = ((const Entry *)b)->word;
  gsize n = strlen (left), m = strlen (right);

  return n != m ? (n < m ? -1 : 1) : strcmp (left, right);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static void
print_listed (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    puts (g_ptr_array_index (lines, i));
}

/* Lists what errs and prints it, shortest first; then tries what was held out. */
static void
list_words (BsSyllableTable *table, GArray *entries)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint wrong = 0, n = 0, right = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      if (entry->held_out || bs_syllable_table_count (table, bs_span_of (entry->word), NULL) == entry->count)
        continue;
      bs_syllable_table_add (table, bs_span_of (entry->word), entry->count);
      g_ptr_array_add (lines, g_strdup_printf ("%s %u", entry->word, entry->count));
      wrong++;
    }
  print_listed (lines);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      if (!entry->held_out || strspn (entry->word, "abcdefghijklmnopqrstuvwxyz") != strlen (entry->word))
        continue;
      n++;
      right += bs_syllable_table_count (table, bs_span_of (entry->word), NULL) == entry->count;
    }
  g_printerr ("%u of %u words listed", wrong, entries->len);
  g_printerr (n > 0 ? "; of %u held out %.2f %% right\n" : "\n", n, 100. * right / MAX (n, 1));
}

static void
clear_entry (gpointer entry)
{
  g_free (((Entry *)entry)->word);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *weights = NULL, *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (BsSyllableTable) table = NULL;
  int fold = -1;
  const GOptionEntry options[]
      = { { "fold", 0, 0, G_OPTION_ARG_INT, &fold, "hold out the tenth K of the words", "K" }, { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new ("WEIGHTS CMUDICT");

  g_array_set_clear_func (entries, clear_entry);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3
      || !g_file_get_contents (argv[1], &weights, NULL, &error) || !g_file_get_contents (argv[2], &text, NULL, &error)
      || (table = bs_syllable_table_new (bs_span_of (weights), bs_span (NULL, 0), &error)) == NULL)
    {
      g_printerr ("list-syllables: %s\n", error != NULL ? error->message : "give the weights and the dictionary");
      return 2;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    take_line (entries, lines[i], fold);
  g_array_sort (entries, compare_entries);
  list_words (table, entries);
  return 0;
}
