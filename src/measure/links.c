#include "measure/links.h"

#include <string.h>

#include "count/counts.h"

#define GIANT (1u << 20) /* words: longer texts give their scratch memory back */

BsLinks *
bs_links_new (void)
{
  BsLinks *links = g_new0 (BsLinks, 1);

  links->spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  return links;
}

void
bs_links_free (BsLinks *links)
{
  if (links == NULL)
    return;
  g_free (links->previous);
  g_free (links->places);
  g_free (links->last);
  g_array_unref (links->spectrum);
  g_free (links);
}

void
bs_links_clear (BsLinks *links)
{
  links->n = 0;
  links->made = links->spectrum_made = links->factors_made = FALSE;
  if (links->capacity <= GIANT && links->types_capacity <= GIANT)
    return;
  g_clear_pointer (&links->previous, g_free);
  g_clear_pointer (&links->places, g_free);
  g_clear_pointer (&links->last, g_free);
  links->capacity = links->types_capacity = 0;
}

static void
reserve (BsLinks *links, gsize words, gsize types)
{
  if (links->previous == NULL || links->capacity < words)
    {
      links->capacity = MAX (words, 2 * links->capacity);
      g_free (links->previous);
      g_free (links->places);
      links->previous = g_new (gint32, links->capacity + BS_LINKS_PAST);
      links->places = g_new (gint32, BS_LINKS_PAST + links->capacity);
      links->next = links->places + BS_LINKS_PAST;
    }
  if (links->types_capacity < types)
    {
      links->types_capacity = MAX (types, 2 * links->types_capacity);
      g_free (links->last);
      links->last = g_new (gint32, links->types_capacity);
    }
}

/* The same text with numbers from 0 in order of first occurrence. */
static guint32 *
renumber (const guint32 *ids, gsize n)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL); /* of id to number + 1 */
  guint32 *dense = g_new (guint32, n);

  for (gsize i = 0; i < n; i++)
    {
      gpointer key = GSIZE_TO_POINTER ((gsize) ids[i] + 1);
      gsize number = GPOINTER_TO_SIZE (g_hash_table_lookup (numbers, key));

      if (number == 0)
        {
          number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, key, GSIZE_TO_POINTER (number));
        }
      dense[i] = (guint32) (number - 1);
    }
  return dense;
}

/* The first occurrence of a type has -1 before it, and writes its place there, in front of all words. */
static void
link_dense (BsLinks *links, const guint32 *ids, gint32 n, gsize types)
{
  gint32 *restrict previous = links->previous, *restrict next = links->next, *restrict last = links->last;

  if (n == 0)
    return;
  memset (last, 0xff, types * sizeof *last); /* -1 each */
  memset (next, BS_NO_NEXT & 0xff, (gsize) n * sizeof *next);
#pragma GCC unroll 4
  for (gint32 i = 0; i < n; i++)
    {
      gsize id = ids[i];
      gssize before = last[id];

      previous[i] = (gint32) before;
      next[before] = i;
      last[id] = i;
    }
  memset (previous + n, 0xff, BS_LINKS_PAST * sizeof *previous);
  memset (links->places, BS_NO_NEXT & 0xff, BS_LINKS_PAST * sizeof *links->places);
}

void
bs_links_make (BsLinks *links, const guint32 *ids, gsize n, gsize types)
{
  g_autofree guint32 *dense = NULL;

  g_return_if_fail (n <= BS_LINKS_MOST);
  if (types == 0)
    for (gsize i = 0; i < n; i++)
      types = MAX (types, (gsize) ids[i] + 1);
  if (types > 4 * n + 4096)
    {
      ids = dense = renumber (ids, n);
      types = n;
    }
  reserve (links, n, types);
  link_dense (links, ids, (gint32) n, types);
  links->n = (gint32) n;
  links->made = TRUE;
  links->spectrum_made = links->factors_made = FALSE;
}

void
bs_links_count (BsLinks *links)
{
  g_autofree guint32 *occurrence = g_new (guint32, (gsize) links->n + 1);
  g_autofree guint32 *types = g_new0 (guint32, (gsize) links->n + 1); /* by frequency */

  for (gint32 i = 0; i < links->n; i++)
    {
      occurrence[i] = links->previous[i] < 0 ? 1 : occurrence[links->previous[i]] + 1;
      if (links->next[i] == BS_NO_NEXT)
        types[occurrence[i]]++;
    }
  g_array_set_size (links->spectrum, 0);
  for (guint32 f = 1; f <= (guint32) links->n; f++)
    if (types[f] > 0)
      g_array_append_val (links->spectrum, ((BsSpectrumEntry){ f, types[f] }));
  links->spectrum_made = TRUE;
}

/* ---- Factors ----------------------------------------------------------------------------------------------------- */

static void
add_steps (BsFactorSteps *steps, guint bits)
{
  gint sum = 0, back = 0, low = G_MAXINT16, low_back = G_MAXINT16;

  for (guint k = 0; k < 8; k++)
    {
      sum += bits >> k & 1 ? BS_NEW_WORD : BS_OLD_WORD;
      back += bits >> (7 - k) & 1 ? BS_NEW_WORD : BS_OLD_WORD;
      low = MIN (low, sum);
      low_back = MIN (low_back, back);
    }
  steps->sum[bits] = (gint16) sum;
  steps->low_forward[bits] = (gint16) low;
  steps->low_backward[bits] = (gint16) low_back;
}

static const BsFactorSteps *
factor_steps (void)
{
  static gsize once;
  static BsFactorSteps steps;

  if (g_once_init_enter (&once))
    {
      for (guint bits = 0; bits < 256; bits++)
        add_steps (&steps, bits);
      g_once_init_leave (&once, 1);
    }
  return &steps;
}

void
bs_links_cut (BsLinks *links)
{
  const BsFactorSteps *steps = factor_steps ();

  BS_KERNEL_CHOOSE (bs_cut_factors_forward) (links->previous, links->n, steps, &links->forward[0], &links->forward[1]);
  BS_KERNEL_CHOOSE (bs_cut_factors_backward) (links->next, links->n, steps, &links->backward[0], &links->backward[1]);
  links->factors_made = TRUE;
}
