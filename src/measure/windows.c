/* Types of windows and of segments, from the previous occurrences. */
#include <string.h>

#include "measure/sequence.h"

typedef gint32 Lanes __attribute__ ((vector_size (32)));

#define N_LANES 8
#define MOST_ROUNDS 64

static inline gint64
sum_lanes (Lanes lanes)
{
  gint64 sum = 0;

  for (guint k = 0; k < N_LANES; k++)
    sum += lanes[k];
  return sum;
}

/* Adds up what of `at[i] + add - fall * i` is above 0, which nothing behind `n` may be. None of it may be above `most`:
 * so lanes do not run over. */
static inline gint64
sum_above_zero (const gint32 *at, gint32 n, gint32 add, gint32 fall, gint32 most)
{
  const gint32 rounds = MIN (MOST_ROUNDS, G_MAXINT32 / most);
  const Lanes numbers = { 0, 1, 2, 3, 4, 5, 6, 7 };
  gint64 sum = 0;

  for (gint32 i = 0; i < n;)
    {
      gint32 end = i + N_LANES * MIN (rounds, (n - i + N_LANES - 1) / N_LANES);
      Lanes lanes = { 0 }, adds = add - fall * (i + numbers);

#pragma GCC unroll 4
      for (; i < end; i += N_LANES, adds -= fall * N_LANES)
        {
          Lanes values;

          memcpy (&values, at + i, sizeof values);
          values += adds;
          lanes += values & (values > 0);
        }
      sum += sum_lanes (lanes);
    }
  return sum;
}

/* A word repeats its previous occurrence in the windows that hold both. Far from the ends these are `window` less the
 * distance, where that is above 0. Near the start there are as many fewer as windows would begin before the text; for a
 * word without previous occurrence, whose link is -1, that is all of them. Near the end there are as many fewer as
 * windows would begin behind the last one. */
gint64
BS_KERNEL (bs_window_types) (const gint32 *previous, gint32 n, gint32 window)
{
  gint64 last = n - window, W = window;
  gint64 repeats = sum_above_zero (previous, n, window, 1, window) - W * (W - 1) / 2
                   - sum_above_zero (previous + last + 1, window - 1, (gint32) -last, 0, window);

  return (last + 1) * W - repeats;
}

gint64
BS_KERNEL (bs_segment_types) (const gint32 *previous, gint32 n, gint32 segment)
{
  gint64 types = 0;

  for (gint32 start = 0; n - start >= segment; start += segment)
    {
      gint32 i = start, end = start + segment;
      Lanes lanes = { 0 };

#pragma GCC unroll 4
      for (; i <= end - N_LANES; i += N_LANES)
        {
          Lanes values;

          memcpy (&values, previous + i, sizeof values);
          lanes -= values < start;
        }
      types += sum_lanes (lanes);
      for (; i < end; i++)
        types += previous[i] < start;
    }
  return types;
}
