#include "lexicon/wordlist.h"

#include <gio/gio.h>

#include "lexicon/lexicon-resource.h"

static const char *const NAMES[BS_N_LISTS] = {
  "dale",     "dale-769", "spache", "function-words", "pronouns",      "prepositions", "conjunctions",
  "starters", "gradable", "titles", "before-number",  "abbreviations", "acronyms",     "initialisms",
};

static GHashTable *lists_of_word;         /* from char * to set of lists */
static GPtrArray *entries_of[BS_N_LISTS]; /* of char *, NULL at the end */

GBytes *
bs_lexicon_data (const char *name)
{
  g_autofree char *path = g_strconcat ("/broadsheet/lexicon/", name, NULL);
  GBytes *bytes = g_resource_lookup_data (bs_lexicon_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (bytes != NULL, NULL);
  return bytes;
}

static void
add_entry (BsList list, BsSpan line)
{
  char *entry = g_strndup (line.start, line.length);
  char *folded = g_ascii_strdown (entry, -1);
  guint32 set = GPOINTER_TO_UINT (g_hash_table_lookup (lists_of_word, folded));

  set |= BS_LIST_BIT (list);
  if ((list == BS_LIST_BEFORE_NUMBER || list == BS_LIST_ABBREVIATION) && g_ascii_isupper (entry[0]))
    set |= BS_LIST_CAPITAL;
  g_hash_table_insert (lists_of_word, folded, GUINT_TO_POINTER (set));
  g_ptr_array_add (entries_of[list], entry);
}

static void
load_list (BsList list)
{
  g_autofree char *file = g_strconcat (NAMES[list], ".txt", NULL);
  g_autoptr (GBytes) bytes = bs_lexicon_data (file);
  BsSpan text = bs_span_of_bytes (bytes);
  const char *line = text.start, *last = text.start + text.length;

  entries_of[list] = g_ptr_array_new ();
  while (line < last)
    {
      const char *end = memchr (line, '\n', (gsize)(last - line));
      if (end == NULL)
        end = last;
      if (end > line && *line != '#')
        add_entry (list, bs_span (line, (gsize)(end - line)));
      line = end + 1;
    }
  g_ptr_array_add (entries_of[list], NULL);
}

static void
load_lists (void)
{
  static gsize loaded;

  if (!g_once_init_enter (&loaded))
    return;
  lists_of_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (BsList list = 0; list < BS_N_LISTS; list++)
    load_list (list);
  g_once_init_leave (&loaded, 1);
}

guint32
bs_lists_of (BsSpan folded)
{
  char key[BS_LIST_WORD_MAX + 1];

  load_lists ();
  if (folded.length == 0 || folded.length > BS_LIST_WORD_MAX)
    return 0;
  memcpy (key, folded.start, folded.length);
  key[folded.length] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (lists_of_word, key));
}

const char *
bs_list_name (BsList list)
{
  g_return_val_if_fail (list < BS_N_LISTS, NULL);
  return NAMES[list];
}

const char *const *
bs_list_entries (BsList list, guint *n)
{
  g_return_val_if_fail (list < BS_N_LISTS, NULL);
  load_lists ();
  if (n != NULL)
    *n = entries_of[list]->len - 1;
  return (const char *const *)entries_of[list]->pdata;
}
