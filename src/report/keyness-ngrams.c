/* The n-grams that are tested for keyness in place of words. */
#include <string.h>

#include "report/keyness-parts.h"

static gboolean
says_little (const BsTermName *word)
{
  return word->function_word || word->number || word->letters < 2;
}

/* An n-gram as if it were a word: a function word where all its words are, a number where none of them says anything.
 */
static BsTermName
name_of (const BsNgrams *ngrams, guint n, const guint32 *terms)
{
  BsTermName name = { .word = bs_ngrams_text (ngrams, terms), .function_word = TRUE, .number = TRUE };

  for (guint i = 0; i < n; i++)
    {
      const BsTermName *word = bs_ngrams_word (ngrams, terms[i]);

      name.function_word = name.function_word && word->function_word;
      name.number = name.number && says_little (word);
      name.letters += word->letters;
    }
  return name;
}

typedef struct {
  BsKeyItems *items;
  const BsNgrams *ngrams;
  guint n;
  const guint *outlet; /* by outlet of the n-grams: its number among the outlets */
} Taking;

static gboolean
take (gpointer data, const BsNgram *ngram, GError **error)
{
  const Taking *taking = data;
  BsTermName name = name_of (taking->ngrams, taking->n, ngram->terms);

  (void) error;
  for (guint i = 0; i < ngram->n_counts; i++)
    {
      const BsNgramCount *count = &ngram->counts[i];
      const BsKeyCount own = { taking->items->names->len, count->count, count->articles };

      g_array_append_val ((GArray *) taking->items->counts->pdata[taking->outlet[count->outlet]], own);
    }
  g_array_append_val (taking->items->names, name);
  return TRUE;
}

static void
clear_name (gpointer name)
{
  g_free (((BsTermName *) name)->word);
}

BsKeyItems *
bs_key_items_new (BsNgrams *ngrams, guint n, const GPtrArray *outlets, guint64 least, GError **error)
{
  g_autoptr (BsKeyItems) items = g_new0 (BsKeyItems, 1);
  g_autofree guint *outlet = g_new0 (guint, bs_ngrams_n_outlets (ngrams) + 1);
  Taking taking = { items, ngrams, n, outlet };

  items->names = g_array_new (FALSE, FALSE, sizeof (BsTermName));
  g_array_set_clear_func (items->names, clear_name);
  items->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  items->total = g_new0 (double, outlets->len + 1);
  items->articles = g_new0 (double, outlets->len + 1);
  for (guint i = 0; i < outlets->len; i++)
    g_ptr_array_add (items->counts, g_array_new (FALSE, FALSE, sizeof (BsKeyCount)));
  for (guint j = 0; j < bs_ngrams_n_outlets (ngrams); j++)
    for (guint i = 0; i < outlets->len; i++)
      if (g_str_equal (outlets->pdata[i], bs_ngrams_outlet (ngrams, j)))
        {
          outlet[j] = i;
          items->total[i] = (double) bs_ngrams_total (ngrams, j);
          items->articles[i] = (double) bs_ngrams_articles (ngrams, j);
        }
  return bs_ngrams_each (ngrams, least, 1, take, &taking, error) ? g_steal_pointer (&items) : NULL;
}

void
bs_key_items_free (BsKeyItems *items)
{
  if (items == NULL)
    return;
  g_clear_pointer (&items->names, g_array_unref);
  g_clear_pointer (&items->counts, g_ptr_array_unref);
  g_free (items->total);
  g_free (items->articles);
  g_free (items);
}
