#include "count/spectrum.h"

#define SMALL_FREQUENCY 64

static int
by_frequency (gconstpointer a, gconstpointer b)
{
  const BsSpectrumEntry *x = a, *y = b;

  return (x->frequency > y->frequency) - (x->frequency < y->frequency);
}

/* Makes one entry of neighbours of the same frequency, from `first` on. */
static void
fold_equal (GArray *spectrum, guint first)
{
  BsSpectrumEntry *entries = (BsSpectrumEntry *) (gpointer) spectrum->data;
  guint kept = first;

  for (guint i = first; i < spectrum->len; i++)
    if (kept > first && entries[kept - 1].frequency == entries[i].frequency)
      entries[kept - 1].types++;
    else
      entries[kept++] = entries[i];
  g_array_set_size (spectrum, kept);
}

/* Frequencies are small but for a handful: those are gathered in a row and sorted behind. */
void
bs_spectrum_make (GArray *spectrum, const BsTerm *terms, guint n_terms)
{
  guint32 small[SMALL_FREQUENCY] = { 0 };
  guint large;

  g_array_set_size (spectrum, 0);
  for (guint i = 0; i < n_terms; i++)
    {
      guint32 count = terms[i].count;

      if (count < SMALL_FREQUENCY)
        small[count]++;
    }
  for (guint32 frequency = 1; frequency < SMALL_FREQUENCY; frequency++)
    if (small[frequency] > 0)
      {
        BsSpectrumEntry entry = { frequency, small[frequency] };

        g_array_append_val (spectrum, entry);
      }
  large = spectrum->len;
  for (guint i = 0; i < n_terms; i++)
    {
      BsSpectrumEntry entry = { terms[i].count, 1 };

      if (entry.frequency >= SMALL_FREQUENCY)
        g_array_append_val (spectrum, entry);
    }
  if (spectrum->len > large)
    qsort (&g_array_index (spectrum, BsSpectrumEntry, large), spectrum->len - large,
           sizeof (BsSpectrumEntry), by_frequency);
  fold_equal (spectrum, large);
}
