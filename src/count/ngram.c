#include "count/ngram.h"

/* A row of words, and the n-gram that is being put together from it. */
typedef struct {
  const guint32 *ids;
  guint32 n_words;
  const BsNgramRule *rule;
  guint32 ngram[BS_NGRAM_MOST];
  BsNgramVisit visit;
  gpointer data;
} Row;

/* Chooses word number `place` of the n-gram at `from` or up to `skip` words behind it. */
static void
choose (Row *row, guint place, guint32 from, guint skip)
{
  g_return_if_fail (place < BS_NGRAM_MOST);
  for (guint gap = 0; gap <= skip && from + gap < row->n_words; gap++)
    {
      row->ngram[place] = row->ids[from + gap];
      if (place + 1 == row->rule->n)
        row->visit (row->data, row->ngram);
      else
        choose (row, place + 1, from + gap + 1, skip - gap);
    }
}

static void
choose_from_row (Row *row)
{
  for (guint32 first = 0; first + row->rule->n <= row->n_words; first++)
    {
      row->ngram[0] = row->ids[first];
      if (row->rule->n == 1)
        row->visit (row->data, row->ngram);
      else
        choose (row, 1, first + 1, row->rule->skip);
    }
}

/* Ways to choose k of n, both small. */
static guint64
ways (guint n, guint k)
{
  guint64 product = 1;

  for (guint i = 1; i <= k; i++)
    product = product * (n - k + i) / i;
  return product;
}

/* n-grams of n words and `left_out` gaps have n + left_out words from first to last; the gaps lie in n - 1 places. */
guint64
bs_ngram_positions (guint64 words, const BsNgramRule *rule)
{
  guint64 sum = 0;

  if (rule->n == 1)
    return words;
  for (guint left_out = 0; left_out <= rule->skip && rule->n + left_out <= words; left_out++)
    sum += (words - rule->n - left_out + 1) * ways (rule->n + left_out - 2, left_out);
  return sum;
}

void
bs_ngrams_of (const BsSegments *segments, const guint32 *ids, const BsNgramRule *rule, BsNgramVisit visit,
              gpointer data)
{
  Row row = { ids, segments->words->len, rule, { 0 }, visit, data };

  g_return_if_fail (rule->n >= 1 && rule->n <= BS_NGRAM_MOST && rule->skip <= BS_NGRAM_MOST_SKIP);
  if (rule->across)
    {
      choose_from_row (&row);
      return;
    }
  for (guint i = 0; i < segments->sentences->len; i++)
    {
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, i);

      row.ids = ids + sentence->first_word;
      row.n_words = sentence->n_words;
      choose_from_row (&row);
    }
}
