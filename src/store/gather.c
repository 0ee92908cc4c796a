#include "store/gather.h"

#include <string.h>

#include "store/copies.h"

static void
clear_outlet (gpointer data)
{
  g_free (((BsGatheredOutlet *) data)->name);
}

BsGather *
bs_gather_new (void)
{
  BsGather *gather = g_new0 (BsGather, 1);

  gather->outlets = g_array_new (FALSE, FALSE, sizeof (BsGatheredOutlet));
  g_array_set_clear_func (gather->outlets, clear_outlet);
  gather->sums = bs_sums_new ();
  gather->done = bs_spill_new (BS_GATHER_HELD);
  gather->values = bs_value_gather_new ();
  gather->near = bs_near_index_new ();
  gather->bytes = g_byte_array_new ();
  gather->last_id = g_string_new (NULL);
  return gather;
}

void
bs_gather_free (BsGather *gather)
{
  if (gather == NULL)
    return;
  g_array_unref (gather->outlets);
  bs_sums_free (gather->sums);
  bs_spill_free (gather->done);
  bs_value_gather_free (gather->values);
  bs_near_index_free (gather->near);
  g_byte_array_unref (gather->bytes);
  g_string_free (gather->last_id, TRUE);
  g_free (gather);
}

static BsGatheredOutlet *
last_outlet (const BsGather *gather)
{
  return gather->outlets->len > 0 ? &g_array_index (gather->outlets, BsGatheredOutlet, gather->outlets->len - 1) : NULL;
}

gboolean
bs_gather_finish (BsGather *gather, GError **error)
{
  BsGatheredOutlet *last = last_outlet (gather);

  if (last == NULL || last->length > 0)
    return TRUE;
  g_byte_array_set_size (gather->bytes, 0);
  bs_sums_take (gather->sums, gather->bytes);
  last->at = bs_spill_size (gather->done);
  last->length = gather->bytes->len;
  return bs_spill_put (gather->done, gather->bytes->data, gather->bytes->len, error);
}

gboolean
bs_gather_sums (BsGather *gather, const BsGatheredOutlet *outlet, GByteArray *bytes, GError **error)
{
  g_byte_array_set_size (bytes, outlet->length);
  return bs_spill_read (gather->done, outlet->at, bytes->data, outlet->length, error);
}

gboolean
bs_gather_article (BsGather *gather, const char *outlet, const BsTerm *terms, guint n_terms, const guint32 *lengths,
                   guint n_lengths, GError **error)
{
  BsGatheredOutlet *last = last_outlet (gather);

  if (last == NULL || strcmp (last->name, outlet) != 0)
    {
      BsGatheredOutlet next = { .name = g_strdup (outlet) };

      if (!bs_gather_finish (gather, error))
        {
          g_free (next.name);
          return FALSE;
        }
      g_array_append_val (gather->outlets, next);
      last = last_outlet (gather);
    }
  last->articles++;
  last->words += bs_sums_add (gather->sums, terms, n_terms, lengths, n_lengths);
  gather->n_articles++;
  return TRUE;
}

/* ---- As articles are put into the store --------------------------------------------------------------------------- */

void
bs_store_scatter (BsStore *store)
{
  g_clear_pointer (&store->gather, bs_gather_free);
}

/* Whether a key stands behind all before it. */
static gboolean
comes_behind (const BsGather *gather, const char *outlet, const char *id)
{
  const BsGatheredOutlet *last = last_outlet (gather);
  int order = last == NULL ? 1 : strcmp (outlet, last->name);

  return order > 0 || (order == 0 && strcmp (id, gather->last_id->str) > 0);
}

/* Whether the terms that no article before had are the next numbers, in the order of their words. */
static gboolean
number_in_order (BsGather *gather, const BsVocabulary *words, const BsTerm *terms, guint n_terms)
{
  const char *before = NULL;
  guint first = n_terms;

  while (first > 0 && terms[first - 1].type >= gather->n_terms)
    first--;
  for (guint i = first; i < n_terms; i++)
    {
      const BsEntry *entry = terms[i].type < words->by_term->len ? words->by_term->pdata[terms[i].type] : NULL;

      if (entry == NULL || terms[i].type != gather->n_terms
          || (before != NULL && strcmp (before, entry->word) >= 0))
        return FALSE;
      before = entry->word;
      gather->n_terms++;
    }
  return TRUE;
}

static gboolean
index_signature (BsGather *gather, gint64 number, const BsStoredArticle *stored, GError **error)
{
  return stored->n_shingles == 0 || stored->counts.value[BS_COUNT_WORDS] < BS_COPY_LEAST_WORDS
         || number >= BS_NEAR_TEXTS
         || bs_near_index_add (gather->near, (guint32) number, stored->shingles_digest, stored->signature,
                               stored->n_signature, error);
}

gboolean
bs_store_gather (BsStore *store, gint64 number, const BsStoredArticle *stored, GError **error)
{
  BsGather *gather;

  if (number == 1) /* so the table was empty */
    {
      bs_store_scatter (store);
      store->gather = bs_gather_new ();
    }
  gather = store->gather;
  if (gather == NULL)
    return TRUE;
  if (number != gather->n_articles + 1 || store->vocabulary == NULL
      || !comes_behind (gather, stored->article.outlet, stored->article.id)
      || !number_in_order (gather, store->vocabulary, stored->terms, stored->n_terms))
    {
      bs_store_scatter (store);
      return TRUE;
    }
  g_string_assign (gather->last_id, stored->article.id);
  return bs_gather_article (gather, stored->article.outlet, stored->terms, stored->n_terms, stored->sentence_lengths,
                            stored->n_sentence_lengths, error)
         && bs_value_gather_stored (gather->values, number, gather->outlets->len - 1, stored, error)
         && index_signature (gather, number, stored, error);
}

gboolean
bs_store_has_gathered (BsStore *store)
{
  double last;

  if (store->gather == NULL)
    return FALSE;
  last = bs_store_number (store, "SELECT max(article) FROM main.article_rows", NULL);
  return (gint64) last == store->gather->n_articles && store->vocabulary != NULL
         && store->gather->n_terms == store->vocabulary->by_term->len;
}
