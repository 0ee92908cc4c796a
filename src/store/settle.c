/* What follows from the articles: term numbers in key order, outlet vocabularies, histograms, outlets.
 *
 * Mostly it was gathered as the articles came (gather.h), and otherwise it is gathered from them (gather-again.c).
 * Which articles are copies is settled first (settle-copies.c), and sums tell of them apart (settle-sums.c). */
#include "store/settle.h"

#include "lexicon/lexicon.h"
#include "store/bulk.h"

typedef struct {
  const BsVocabulary *words;
  const guint32 *old_terms; /* by term: its number in `words`; NULL: the same */
  guint32 n;
  guint32 next;
} Terms;

static BsWordNote
note_of (BsSpan word)
{
  BsWordFacts facts;

  bs_lexicon_describe (word, word, NULL, &facts);
  return bs_word_note (&facts);
}

static gboolean
next_term_row (gpointer data, BsRowValue *values, GError **error G_GNUC_UNUSED)
{
  Terms *terms = data;
  const BsEntry *entry;
  BsWordNote note;

  if (terms->next == terms->n)
    return FALSE;
  entry = terms->words->by_term->pdata[terms->old_terms != NULL ? terms->old_terms[terms->next] : terms->next];
  note = entry->note.syllables != 0 ? entry->note : note_of (bs_entry_word (entry));
  values[0].number = terms->next++;
  values[1] = (BsRowValue){ entry->word, (gint64) entry->length };
  values[2].number = note.letters;
  values[3].number = note.syllables;
  values[4].number = (note.flags & BS_WORD_NOTE_FUNCTION) != 0;
  values[5].number = (note.flags & BS_WORD_NOTE_NUMBER) != 0;
  return TRUE;
}

/* Those from `first` on. The numbers of all but one are left to SQLite, which then looks for no place. */
static gboolean
put_terms (BsStore *store, const guint32 *old_terms, guint32 first, guint32 n, GError **error)
{
  Terms terms = { .words = bs_store_vocabulary (store, error), .old_terms = old_terms, .n = n, .next = first };

  return terms.words != NULL
         && bs_rows_insert (store, "INSERT INTO terms SELECT a, b, c, d, e, f FROM given LIMIT 1", next_term_row,
                            &terms, error)
         && bs_rows_insert (store, "INSERT INTO terms SELECT NULL, b, c, d, e, f FROM given", next_term_row, &terms,
                            error);
}

gboolean
bs_store_append_terms (BsStore *store, GError **error)
{
  guint32 n = store->vocabulary != NULL ? store->vocabulary->by_term->len : 0;

  if (n <= store->n_terms)
    return TRUE;
  if (!put_terms (store, NULL, store->n_terms, n, error))
    return FALSE;
  store->n_terms = n;
  return TRUE;
}

/* The numbers that words have are those that they should have, or all get others. */
static gboolean
settle_terms (BsStore *store, const guint32 *old_terms, guint32 n, GError **error)
{
  if (old_terms == NULL)
    return bs_store_append_terms (store, error);
  return bs_store_exec (store, "DELETE FROM terms", error) && put_terms (store, old_terms, 0, n, error);
}

static gboolean
settle (BsStore *store, BsGather *gather, const guint32 *old_terms, const BsCopied *copied, GError **error)
{
  return bs_store_exec (store,
                        "DELETE FROM outlets; DELETE FROM outlet_terms;"
                        " DELETE FROM sentence_lengths; DELETE FROM outlet_values",
                        error)
         && settle_terms (store, old_terms, gather->n_terms, error)
         && bs_store_settle_sums (store, gather, copied, error)
         && bs_value_gather_put (gather->values, store, gather->outlets->len, copied->numbers, error)
         && bs_store_settle_problems (store, error);
}

gboolean
bs_store_settle (BsStore *store, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) in_order = g_array_new (FALSE, FALSE, sizeof (gint64));
  BsCopied copied = { numbers, in_order };
  g_autofree guint32 *old_terms = NULL;
  g_autoptr (BsGather) gather = NULL;

  bs_lexicon_init ();
  if (!bs_bulk_finish (store, error))
    return FALSE;
  if (bs_store_has_gathered (store))
    gather = g_steal_pointer (&store->gather);
  bs_store_scatter (store);
  if (!bs_store_settle_copies (store, &copied, error))
    return FALSE;
  if (gather == NULL && (gather = bs_store_gather_again (store, &old_terms, error)) == NULL)
    return FALSE;
  if (!settle (store, gather, old_terms, &copied, error))
    return FALSE;
  /* the numbers may have changed: whoever asks again reads them anew */
  g_clear_pointer (&store->vocabulary, bs_vocabulary_free);
  return TRUE;
}
