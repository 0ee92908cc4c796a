#include "count/term-order.h"

#define BITS 64 /* of a word */
#define LEAST_SIZE 16384
#define AHEAD 32 /* terms whose places are fetched ahead */

/* A bit for every number, and a bit for every word of these: so the numbers that are there are found in their order
 * without looking at those that are not. */
struct _BsTermOrder {
  guint32 *count;   /* by number; means something where the number's bit is set */
  guint64 *numbers; /* by number / BITS */
  guint64 *words;   /* by number / BITS / BITS */
  guint32 n_words;  /* of the last */
};

BsTermOrder *
bs_term_order_new (void)
{
  return g_new0 (BsTermOrder, 1);
}

void
bs_term_order_free (BsTermOrder *order)
{
  if (order == NULL)
    return;
  g_free (order->count);
  g_free (order->numbers);
  g_free (order->words);
  g_free (order);
}

/* Makes room for numbers below `n_numbers`. No bit is set. */
static void
grow (BsTermOrder *order, guint32 n_numbers)
{
  gsize n = MAX ((gsize) n_numbers + n_numbers / 2, LEAST_SIZE) / (BITS * BITS) + 1;

  g_free (order->count);
  g_free (order->numbers);
  g_free (order->words);
  order->count = g_new (guint32, n * BITS * BITS);
  order->numbers = g_new0 (guint64, n * BITS);
  order->words = g_new0 (guint64, n);
  order->n_words = (guint32) n;
}

static void
put (BsTermOrder *order, const BsTerm *terms, guint n)
{
  guint32 *count = order->count;
  guint64 *numbers = order->numbers, *words = order->words;

  for (guint i = 0; i < n; i++)
    {
      guint32 type = terms[i].type, ahead = terms[MIN (i + AHEAD, n - 1)].type;

      __builtin_prefetch (&count[ahead], 1);
      __builtin_prefetch (&numbers[ahead / BITS], 1);
      count[type] = terms[i].count;
      numbers[type / BITS] |= (guint64) 1 << type % BITS;
      words[type / BITS / BITS] |= (guint64) 1 << type / BITS % BITS;
    }
}

/* Takes out all of one word of `numbers`; returns where the next is to be written. */
static BsTerm *
take_word (BsTermOrder *order, guint32 word, BsTerm *at)
{
  guint64 left = order->numbers[word];

  for (; left != 0; left &= left - 1)
    {
      guint32 type = word * BITS + (guint32) __builtin_ctzll (left);

      *at++ = (BsTerm){ type, order->count[type] };
    }
  order->numbers[word] = 0;
  return at;
}

void
bs_term_order_sort (BsTermOrder *order, BsTerm *terms, guint n, guint32 n_numbers)
{
  BsTerm *at = terms;

  if (n_numbers / (BITS * BITS) >= order->n_words)
    grow (order, n_numbers);
  put (order, terms, n);
  for (guint32 i = 0; i <= n_numbers / (BITS * BITS); i++)
    {
      guint64 left = order->words[i];

      for (; left != 0; left &= left - 1)
        at = take_word (order, i * BITS + (guint32) __builtin_ctzll (left), at);
      order->words[i] = 0;
    }
  g_return_if_fail (at == terms + n);
}
