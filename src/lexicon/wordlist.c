#include "lexicon/wordlist.h"

#include <gio/gio.h>

#include "lexicon/lexicon-resource.h"
#include "lexicon/plain-letters.h"
#include "lexicon/word-table.h"

static const char *const NAMES[BS_N_LISTS] = {
  "dale",         "dale-769",      "spache",        "function-words", "pronouns",
  "prepositions", "conjunctions",  "starters",      "speech",         "gradable",
  "generics",     "titles",        "before-number", "abbreviations",  "acronyms",
  "initialisms",
};

#define EXPECTED_WORDS 4000

static BsWordTable *lists_of_word;        /* to the set of lists */
static GPtrArray *entries_of[BS_N_LISTS]; /* of char *, NULL at the end */

GBytes *
bs_lexicon_data (const char *name)
{
  g_autofree char *path = g_strconcat ("/broadsheet/lexicon/", name, NULL);
  GBytes *bytes = g_resource_lookup_data (bs_lexicon_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (bytes != NULL, NULL);
  return bytes;
}

/* Takes an entry where it stands in the list's text; nothing is allocated for it. */
static void
add_entry (BsList list, char *entry, gsize length)
{
  char lower[BS_LIST_WORD_MAX];
  BsSpan folded;
  guint32 set;

  g_ptr_array_add (entries_of[list], entry);
  if (length > BS_LIST_WORD_MAX)
    return;
  folded = bs_plain_lower (bs_span (entry, length), lower);
  set = bs_word_table_get (lists_of_word, folded) | BS_LIST_BIT (list);
  if ((list == BS_LIST_BEFORE_NUMBER || list == BS_LIST_ABBREVIATION) && g_ascii_isupper (entry[0]))
    set |= BS_LIST_CAPITAL;
  bs_word_table_set (lists_of_word, folded, set);
}

/* The text of the list stays, its lines ended by NUL, and is never freed. */
static void
load_list (BsList list)
{
  g_autofree char *file = g_strconcat (NAMES[list], ".txt", NULL);
  g_autoptr (GBytes) bytes = bs_lexicon_data (file);
  BsSpan text = bs_span_of_bytes (bytes);
  char *line = g_strndup (text.start, text.length), *last = line + text.length;

  entries_of[list] = g_ptr_array_new ();
  while (line < last)
    {
      char *end = memchr (line, '\n', (gsize)(last - line));
      if (end == NULL)
        end = last;
      *end = '\0';
      if (end > line && *line != '#')
        add_entry (list, line, (gsize)(end - line));
      line = end + 1;
    }
  g_ptr_array_add (entries_of[list], NULL);
}

static inline void
load_lists (void)
{
  static gsize loaded;

  if (!g_once_init_enter (&loaded))
    return;
  lists_of_word = bs_word_table_new (EXPECTED_WORDS);
  for (BsList list = 0; list < BS_N_LISTS; list++)
    load_list (list);
  g_once_init_leave (&loaded, 1);
}

guint32
bs_lists_of (BsSpan folded)
{
  load_lists ();
  return folded.length <= BS_LIST_WORD_MAX ? bs_word_table_get (lists_of_word, folded) : 0;
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
