/* What a reader of any table must know. */
#include "report/view.h"

#include "analysis/reading.h"
#include "base/number.h"

#define UNLINED_WORDS 400

/* "12 bad-record, 3 empty" out of rows of name and number; NULL where there are none. */
static char *
list_counts (BsStore *store, const char *sql)
{
  static const BsColumn columns[] = { { "name", NULL, BS_COLUMN_TEXT, 0 }, { "n", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), NULL);
  GString *list = g_string_new (NULL);
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, NULL)) != NULL)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT " %s", list->len > 0 ? ", " : "", cells[1].integer,
                            cells[0].missing ? "unknown" : cells[0].text);
  return g_string_free (list, list->len == 0);
}

/* How numbers were counted in the store's articles, which later runs may have taken up by other options. */
static char *
tell_numbers (BsStore *store)
{
  static const char sql[]
      = "SELECT count(*) FROM counted_articles JOIN settings ON setting = settings WHERE instr(rules, ?) > 0";
  const char *parameters[] = { BS_SETTINGS_NUMBERS_ONE, NULL };
  double one = bs_store_number (store, sql, parameters);
  double all = bs_store_number (store, "SELECT count(*) FROM counted_articles", NULL);

  if (one > 0 && one < all)
    return g_strdup_printf ("Numbers count as one syllable each in %.0f of %.0f articles, and in the others as they are"
                            " spoken: “broadsheet analyze” with one --numbers makes them alike.",
                            one, all);
  return g_strdup (one > 0 ? "Each number counts as one syllable." : "Numbers have the syllables that are spoken.");
}

/* "Cleaning was on but for copies in 3 of 8 articles." for every way but "on"; NULL where all articles had it whole. */
static char *
tell_cleaning (BsStore *store)
{
  static const BsColumn columns[] = { { "how", NULL, BS_COLUMN_TEXT, 0 }, { "n", NULL, BS_COLUMN_INTEGER, 0 } };
  static const char sql[]
      = "WITH told AS (SELECT substr(rules, instr(rules, '" BS_SETTINGS_CLEANING "') + length('" BS_SETTINGS_CLEANING
        "')) || ';' AS rest FROM counted_articles JOIN settings ON setting = settings"
        " WHERE instr(rules, '" BS_SETTINGS_CLEANING "') > 0)"
        " SELECT substr(rest, 1, instr(rest, ';') - 1) AS how, count(*) FROM told GROUP BY how HAVING how <> 'on'"
        " ORDER BY 2 DESC, 1";
  g_autoptr (BsTable) rows = bs_store_query (store, sql, NULL, columns, G_N_ELEMENTS (columns), NULL);
  double all = bs_store_number (store, "SELECT count(*) FROM counted_articles", NULL);
  GString *told = g_string_new (NULL);
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, NULL)) != NULL)
    g_string_append_printf (told, "%sCleaning was %s in %" G_GINT64_FORMAT " of %.0f articles.",
                            told->len > 0 ? " " : "", cells[0].text, cells[1].integer, all);
  return g_string_free (told, told->len == 0);
}

/* Articles of so many words that are one block: nothing around the text can be told from it. NULL where there are
 * none. */
static char *
tell_unlined (BsStore *store)
{
  static const char sql[] = "SELECT count(*) FROM counted_articles WHERE kept_blocks + aside_blocks = 1 AND words >= ?";
  const char *parameters[] = { G_STRINGIFY (UNLINED_WORDS), NULL };
  double n = bs_store_number (store, sql, parameters);

  if (!(n > 0))
    return NULL;
  return g_strdup_printf ("%.0f article%s of %d words and more %s in one line: menus, captions and credits cannot be"
                          " told from %s text.",
                          n, n == 1 ? "" : "s", UNLINED_WORDS, n == 1 ? "comes" : "come", n == 1 ? "its" : "their");
}

/* NULL where there are none. */
static char *
tell_copies (BsStore *store)
{
  guint64 n = bs_store_n_copies (store);
  char number[BS_NUMBER_MAX];

  if (n == 0)
    return NULL;
  bs_number_grouped ((gint64) n, number);
  if (bs_store_copies (store) == BS_COPIES_KEEP)
    return g_strdup_printf ("%s cop%s of other articles %s counted here; without --copies keep %s left out.", number,
                            n == 1 ? "y" : "ies", n == 1 ? "is" : "are", n == 1 ? "it is" : "they are");
  return g_strdup_printf ("%s cop%s of other articles %s left out; --copies keep counts %s, and “report --show copies”"
                          " tells whose they are.",
                          number, n == 1 ? "y" : "ies", n == 1 ? "is" : "are", n == 1 ? "it" : "them");
}

static void
add_note (BsTable *table, const char *more)
{
  const char *note = bs_table_note (table);
  g_autofree char *both = note != NULL && more != NULL ? g_strconcat (note, "\n", more, NULL) : g_strdup (more);

  if (more != NULL)
    bs_table_set_note (table, both);
}

void
bs_view_note_copies (BsStore *store, BsTable *table)
{
  g_autofree char *copies = tell_copies (store);

  add_note (table, copies);
}

void
bs_view_note_cleaning (BsStore *store, BsTable *table)
{
  g_autofree char *cleaning = tell_cleaning (store);

  add_note (table, cleaning);
}

GPtrArray *
bs_view_notes (BsStore *store)
{
  g_autofree char *copies = tell_copies (store);
  g_autofree char *numbers = tell_numbers (store);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *languages = list_counts (
      store, "SELECT language, count(*) FROM counted_articles WHERE language IS NOT 'en' GROUP BY language ORDER BY 2"
             " DESC, 1");
  g_autofree char *problems
      = list_counts (store, "SELECT kind, count(*) FROM problems GROUP BY kind ORDER BY 2 DESC, 1");
  g_autofree char *cleaning = tell_cleaning (store);
  g_autofree char *unlined = tell_unlined (store);
  g_autofree char *aside = list_counts (
      store, "SELECT reason, sum(blocks) FROM set_aside JOIN counted_articles USING (article) GROUP BY reason"
      " ORDER BY 2 DESC, 1");

  g_ptr_array_add (notes, g_strdup_printf ("The article is the unit: medians and interquartile ranges (IQR) are over"
                                           " articles that have a value. %s “broadsheet explain MEASURE” tells how each"
                                           " is computed.", numbers));
  if (bs_store_number (store, "SELECT interrupted FROM runs ORDER BY run DESC LIMIT 1", NULL) == 1)
    g_ptr_array_add (notes, g_strdup ("The last run was stopped before the end of its corpus: articles are missing"
                                      " here. The same “broadsheet analyze” goes on."));
  if (copies != NULL)
    g_ptr_array_add (notes, g_steal_pointer (&copies));
  if (aside != NULL)
    g_ptr_array_add (notes, g_strdup_printf ("Set aside before counting: %.1f %% of the bytes; in blocks, %s. “report"
                                             " --show cleaning” tells it by outlet.",
                                             bs_store_number (store, "SELECT 100.0 * sum(aside_bytes) / sum(aside_bytes"
                                                                     " + kept_bytes) FROM counted_articles", NULL),
                                             aside));
  if (cleaning != NULL)
    g_ptr_array_add (notes, g_steal_pointer (&cleaning));
  if (unlined != NULL)
    g_ptr_array_add (notes, g_steal_pointer (&unlined));
  if (languages != NULL)
    g_ptr_array_add (notes, g_strdup_printf ("Articles in other languages, without English measures: %s.", languages));
  if (problems != NULL)
    g_ptr_array_add (notes, g_strdup_printf ("Problems: %s. “broadsheet export problems” lists them.", problems));
  return g_steal_pointer (&notes);
}
