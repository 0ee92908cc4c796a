#include "compare/select.h"

#include <math.h>
#include <string.h>

#include "base/sort.h"

#define FAST_TURNS 6 /* where many numbers are equal, only their neighbours end the search */

/* What is left: the numbers of ranks below + 1 to upto lie from low to high. */
typedef struct {
  double low, high;
  guint64 below, upto;
} Bracket;

/* ---- Doubles in their order, as whole numbers ---------------------------------------------------------------------- */

static guint64
key_of (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits >> 63 ? ~bits : bits | (guint64) 1 << 63;
}

static double
value_of (guint64 key)
{
  guint64 bits = key >> 63 ? key & ~((guint64) 1 << 63) : ~key;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

/* ---- Trying -------------------------------------------------------------------------------------------------------- */

static void
narrow (Bracket *bracket, guint64 first, guint64 last, double under, double over, guint64 count)
{
  if (count < first && count >= bracket->below)
    {
      bracket->low = MAX (bracket->low, over);
      bracket->below = count;
    }
  if (count >= last && count <= bracket->upto)
    {
      bracket->high = MIN (bracket->high, under);
      bracket->upto = count;
    }
}

/* Counts at `at` and keeps what was found, with the numbers on either side of it where `around`; otherwise the doubles
 * on either side stand for them. */
static guint
try_at (BsSelection *selection, double at, gboolean around)
{
  const BsUnlisted *of = selection->of;
  guint now = selection->n_tries < BS_SELECT_TRIES ? selection->n_tries++ : BS_SELECT_TRIES - 1;
  double under = of->least, over = of->most;

  if (around || of->count == NULL)
    selection->tries[now].count = of->count_around (of->data, at, &under, &over);
  else
    {
      selection->tries[now].count = of->count (of->data, at);
      under = at;
      over = nextafter (at, INFINITY);
    }
  selection->tries[now].under = under;
  selection->tries[now].over = over;
  return now;
}

void
bs_select_try (BsSelection *selection, double at)
{
  if (at >= selection->of->least && at < selection->of->most)
    try_at (selection, at, FALSE);
}

/* Where the ranks are to be expected, a little to the side that has more left. */
static double
next_try (const Bracket *bracket, guint64 first, guint64 last, guint turn)
{
  double left = (double) (first - bracket->below), right = (double) (bracket->upto - last);
  double n = (double) (bracket->upto - bracket->below), margin = n / 32, part, at;
  guint64 low = key_of (bracket->low), high = key_of (bracket->high);

  part = left > right ? MAX (left - margin, left / 2) / n : 1 - MAX (right - margin, right / 2) / n;
  at = bracket->low + part * (bracket->high - bracket->low);
  if (turn % 3 == 2 || !(at >= bracket->low))
    at = value_of (low + (high - low) / 2);
  return at < bracket->high ? at : nextafter (bracket->high, -INFINITY);
}

/* Narrows until few enough are left, or all that are left are equal. FALSE if a try fell between the two ranks. */
static gboolean
find_bracket (BsSelection *selection, guint64 first, guint64 last, Bracket *bracket)
{
  const BsUnlisted *of = selection->of;

  *bracket = (Bracket){ of->least, of->most, 0, of->n };
  for (guint i = 0; i < selection->n_tries; i++)
    narrow (bracket, first, last, selection->tries[i].under, selection->tries[i].over, selection->tries[i].count);
  for (guint turn = 0; bracket->upto - bracket->below > of->room && bracket->low < bracket->high; turn++)
    {
      guint i = try_at (selection, next_try (bracket, first, last, turn), turn >= FAST_TURNS);

      if (selection->tries[i].count >= first && selection->tries[i].count < last)
        return FALSE;
      narrow (bracket, first, last, selection->tries[i].under, selection->tries[i].over, selection->tries[i].count);
    }
  return TRUE;
}

/* The numbers of two ranks, `last` being `first` or the one after it. */
static void
select_ranks (BsSelection *selection, guint64 first, guint64 last, double *of_first, double *of_last)
{
  const BsUnlisted *of = selection->of;
  g_autofree guint64 *keys = NULL;
  g_autofree double *listed = NULL;
  Bracket bracket;
  gsize n;

  if (!find_bracket (selection, first, last, &bracket))
    {
      select_ranks (selection, first, first, of_first, of_first);
      select_ranks (selection, last, last, of_last, of_last);
      return;
    }
  *of_first = *of_last = bracket.low;
  if (!(bracket.low < bracket.high))
    return;
  listed = g_new (double, of->room);
  n = of->list (of->data, bracket.low, bracket.high, listed);
  keys = g_new (guint64, 2 * n);
  for (gsize i = 0; i < n; i++)
    keys[i] = key_of (listed[i]);
  bs_sort_uint64 (keys, keys + n, n);
  *of_first = value_of (keys[first - bracket.below - 1]);
  *of_last = value_of (keys[last - bracket.below - 1]);
}

double
bs_select (BsSelection *selection, guint64 rank)
{
  double value;

  g_return_val_if_fail (rank >= 1 && rank <= selection->of->n, NAN);
  select_ranks (selection, rank, rank, &value, &value);
  return value;
}

double
bs_select_median (BsSelection *selection)
{
  guint64 n = selection->of->n;
  double low, high;

  g_return_val_if_fail (n >= 1, NAN);
  select_ranks (selection, (n + 1) / 2, n / 2 + 1, &low, &high);
  return 0.5 * low + 0.5 * high;
}
