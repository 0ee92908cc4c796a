#include "cli/hard-list.h"

#include <string.h>

static void
found_free (gpointer data)
{
  BsHardFound *found = data;

  g_free (found->group);
  g_free (found->article);
  bs_hard_sentence_free (found->sentence);
  g_free (found);
}

#define LEAST_ROOM 65536

BsHardList *
bs_hard_list_new (guint n, guint least, BsHardBy by)
{
  BsHardList *list = g_new (BsHardList, 1);

  *list = (BsHardList){ n, least, by, g_ptr_array_new_with_free_func (found_free), 0, LEAST_ROOM };
  return list;
}

void
bs_hard_list_free (BsHardList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->found);
  g_free (list);
}

/* ---- The hardest of each group ----------------------------------------------------------------------------------- */

/* By group, hardest first; equal ones by article and place, so that the order of files does not show. */
static int
compare_found (gconstpointer a, gconstpointer b, gpointer data)
{
  const BsHardFound *x = *(BsHardFound *const *) a, *y = *(BsHardFound *const *) b;
  const BsHardList *list = data;
  int order = strcmp (x->group, y->group);

  if (order == 0)
    order = bs_hard_sentence_compare (x->sentence, y->sentence, list->by);
  if (order == 0)
    order = strcmp (x->article, y->article);
  return order != 0 ? order : (x->sentence->place > y->sentence->place) - (x->sentence->place < y->sentence->place);
}

/* Keeps the first n of each group, sorted. */
static void
trim (GPtrArray *found, const BsHardList *list)
{
  guint kept = 0, rank = 0;

  g_ptr_array_sort_with_data (found, compare_found, (gpointer) list);
  for (guint i = 0; i < found->len; i++)
    {
      rank = kept > 0
                     && g_str_equal (((BsHardFound *) found->pdata[kept - 1])->group,
                                     ((BsHardFound *) found->pdata[i])->group)
                 ? rank + 1
                 : 1;
      if (rank <= list->n || list->n == 0)
        {
          gpointer swapped = found->pdata[kept];

          found->pdata[kept++] = found->pdata[i];
          found->pdata[i] = swapped;
        }
    }
  g_ptr_array_set_size (found, (int) kept);
}

BsHardArticle *
bs_hard_list_find (const BsHardList *list, const BsReading *reading, const char *group, const char *article)
{
  g_autoptr (GPtrArray) sentences = NULL;
  BsHardArticle *of = g_new0 (BsHardArticle, 1);

  if (reading->language == NULL || !g_str_has_prefix (reading->language, "en"))
    return of;
  sentences = bs_hard_sentences (reading, list->least);
  of->found = g_ptr_array_new_with_free_func (found_free);
  for (guint i = 0; i < sentences->len; i++)
    {
      BsHardFound *one = g_new0 (BsHardFound, 1);

      *one = (BsHardFound){ g_strdup (group), g_strdup (article), g_steal_pointer (&sentences->pdata[i]) };
      g_ptr_array_add (of->found, one);
    }
  trim (of->found, list);
  return of;
}

void
bs_hard_article_free (gpointer data)
{
  BsHardArticle *article = data;

  g_clear_pointer (&article->found, g_ptr_array_unref);
  g_free (article);
}

static void
take_all (BsHardList *list, GPtrArray *found)
{
  if (found == NULL)
    {
      list->foreign++;
      return;
    }
  g_ptr_array_extend_and_steal (list->found, found);
  if (list->found->len <= list->room)
    return;
  trim (list->found, list);
  list->room = MAX (LEAST_ROOM, 2 * list->found->len); /* of many outlets many stay, and to sort them takes long */
}

void
bs_hard_list_end (BsHardList *list)
{
  trim (list->found, list);
}

/* ---- A store ----------------------------------------------------------------------------------------------------- */

typedef struct {
  BsHardList *list;
  const char *article; /* NULL: all */
} Walker;

static gpointer
work (gpointer data, const BsWalkArticle *article, BsReading *reading)
{
  const Walker *walker = data;

  if (walker->article != NULL && !g_str_equal (walker->article, article->id))
    return NULL;
  return bs_hard_list_find (walker->list, reading, article->outlet, article->id);
}

static gboolean
take (gpointer data, gpointer taken, GError **error)
{
  const Walker *walker = data;
  BsHardArticle *article = taken;

  (void) error;
  take_all (walker->list, g_steal_pointer (&article->found));
  bs_hard_article_free (article);
  return TRUE;
}

gboolean
bs_hard_list_walk (BsHardList *list, BsStore *store, const BsWalkOptions *options, const char *article,
                   BsWalkSummary *summary, GError **error)
{
  static const BsWalkVisitor visitor
      = { .depth = BS_READ_COUNTS, .work = work, .take = take, .result_free = bs_hard_article_free, .renews = TRUE };
  Walker walker = { list, article };

  return bs_walk (store, options, &visitor, &walker, summary, error);
}

/* ---- The table --------------------------------------------------------------------------------------------------- */

enum { OUTLET, ARTICLE, PLACE, GRADE, COUNTS, N_COUNTS = 8, WHICH = COUNTS + N_COUNTS, SENTENCE, N_COLUMNS };

void
bs_hard_list_columns (const BsHardList *list, BsTable *table)
{
  static const char *const counts[N_COUNTS][2]
      = { { "words", "Words" },       { "syllables", "Syllables" }, { "long_words", "3+ syllables" },
          { "unfamiliar", "Unfamiliar" }, { "commas", "Commas" },   { "semicolons", "Semicolons, colons" },
          { "brackets", "Brackets" }, { "dashes", "Dashes" } };

  bs_table_set_title (table, list->by == BS_HARD_BY_GRADE ? "Hardest sentences" : "Longest sentences");
  bs_table_set_note (table, "Grade: Flesch-Kincaid (1975) of the sentence alone. Unfamiliar: off the long Dale list.");
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "article", "Article", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "place", "Sentence", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "grade", "Grade", BS_COLUMN_REAL, 1);
  for (guint i = 0; i < N_COUNTS; i++)
    bs_table_add_column (table, counts[i][0], counts[i][1], BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "unfamiliar_words", "Which", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "sentence", "Text", BS_COLUMN_TEXT, 0);
}

void
bs_hard_list_row (const BsHardFound *found, BsCell *cells)
{
  const BsHardSentence *s = found->sentence;
  const guint counts[N_COUNTS]
      = { s->words, s->syllables, s->long_words, s->unfamiliar, s->commas, s->semicolons, s->brackets, s->dashes };

  cells[OUTLET] = bs_cell_text (found->group);
  cells[ARTICLE] = bs_cell_text (found->article);
  cells[PLACE] = bs_cell_integer (s->place);
  cells[GRADE] = bs_cell_real (s->grade);
  for (guint i = 0; i < N_COUNTS; i++)
    cells[COUNTS + i] = bs_cell_integer (counts[i]);
  cells[WHICH] = bs_cell_text (s->names_them);
  cells[SENTENCE] = bs_cell_text (s->text);
}

BsTable *
bs_hard_list_table (const BsHardList *list)
{
  BsTable *table = bs_table_new ();
  BsCell row[N_COLUMNS];

  bs_hard_list_columns (list, table);
  for (guint i = 0; i < list->found->len; i++)
    {
      bs_hard_list_row (list->found->pdata[i], row);
      bs_table_add_row (table, row);
    }
  return table;
}
