#include "base/sort.h"

#include <string.h>

static void
insert_sort (guint64 *values, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      guint64 value = values[i];
      gsize at = i;

      for (; at > 0 && values[at - 1] > value; at--)
        values[at] = values[at - 1];
      values[at] = value;
    }
}

/* Deals the values out by one byte, keeping the order of equal ones. */
static void
deal (const guint64 *from, guint64 *to, gsize n, guint shift)
{
  gsize start[256] = { 0 }, sum = 0;

  for (gsize i = 0; i < n; i++)
    start[(from[i] >> shift) & 0xFF]++;
  for (guint i = 0; i < 256; i++)
    {
      gsize count = start[i];

      start[i] = sum;
      sum += count;
    }
  for (gsize i = 0; i < n; i++)
    to[start[(from[i] >> shift) & 0xFF]++] = from[i];
}

#define SPREAD_MAX 512 /* values */
#define HEAP_MAX 16    /* of a heap, when insertion is to be quick */

/* A few hundred values that are spread like hashes: dealt into heaps by their highest eight bits that differ, which
 * leaves next to nothing to insert. FALSE, with nothing done, where one heap would be large. */
static gboolean
sort_spread (guint64 *values, guint64 *scratch, gsize n, guint64 differ)
{
  guint top = 63 - (guint) __builtin_clzll (differ), shift = top > 7 ? top - 7 : 0;
  guint16 start[256] = { 0 }, sum = 0;

  for (gsize i = 0; i < n; i++)
    if (++start[(values[i] >> shift) & 0xFF] > HEAP_MAX)
      return FALSE;
  for (guint i = 0; i < 256; i++)
    {
      guint16 count = start[i];

      start[i] = sum;
      sum = (guint16) (sum + count);
    }
  for (gsize i = 0; i < n; i++)
    scratch[start[(values[i] >> shift) & 0xFF]++] = values[i];
  insert_sort (scratch, n);
  memcpy (values, scratch, n * sizeof *values);
  return TRUE;
}

void
bs_sort_uint64 (guint64 *values, guint64 *scratch, gsize n)
{
  guint64 *from = values, *to = scratch, differ = 0;
  gboolean sorted = TRUE;

  for (gsize i = 1; i < n; i++)
    {
      differ |= values[i] ^ values[0];
      sorted &= values[i - 1] <= values[i];
    }
  if (sorted)
    return;
  if (n <= BS_SORT_FEW)
    {
      insert_sort (values, n);
      return;
    }
  if (n <= SPREAD_MAX && sort_spread (values, scratch, n, differ))
    return;
  for (guint shift = 0; shift < 64; shift += 8)
    if (((differ >> shift) & 0xFF) != 0)
      {
        guint64 *swap = from;

        deal (from, to, n, shift);
        from = to;
        to = swap;
      }
  if (from != values)
    memcpy (values, from, n * sizeof *values);
}
