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
  g_free (links->next);
  g_free (links->last);
  g_array_unref (links->spectrum);
  g_free (links);
}

void
bs_links_clear (BsLinks *links)
{
  links->n = 0;
  links->made = links->spectrum_made = FALSE;
  if (links->capacity <= GIANT && links->types_capacity <= GIANT)
    return;
  g_clear_pointer (&links->previous, g_free);
  g_clear_pointer (&links->next, g_free);
  g_clear_pointer (&links->last, g_free);
  links->capacity = links->types_capacity = 0;
}

static void
reserve (BsLinks *links, gsize words, gsize types)
{
  if (links->capacity < words)
    {
      links->capacity = MAX (words, 2 * links->capacity);
      g_free (links->previous);
      g_free (links->next);
      links->previous = g_new (gint32, links->capacity);
      links->next = g_new (gint32, links->capacity);
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

static void
link_dense (BsLinks *links, const guint32 *ids, gint32 n, gsize types)
{
  gint32 *restrict previous = links->previous, *restrict next = links->next, *restrict last = links->last;

  memset (last, 0xff, types * sizeof *last); /* -1 each */
  for (gint32 i = 0; i < n; i++)
    {
      gint32 before = last[ids[i]];

      previous[i] = before;
      next[i] = n;
      if (before >= 0)
        next[before] = i;
      last[ids[i]] = i;
    }
}

void
bs_links_make (BsLinks *links, const guint32 *ids, gsize n)
{
  g_autofree guint32 *dense = NULL;
  guint32 highest = 0;

  g_return_if_fail (n <= G_MAXINT32);
  for (gsize i = 0; i < n; i++)
    highest = MAX (highest, ids[i]);
  if (highest > 4 * n + 4096)
    {
      ids = dense = renumber (ids, n);
      highest = (guint32) n;
    }
  reserve (links, n, (gsize) highest + 1);
  link_dense (links, ids, (gint32) n, (gsize) highest + 1);
  links->n = (gint32) n;
  links->made = TRUE;
  links->spectrum_made = FALSE;
}

void
bs_links_count (BsLinks *links)
{
  g_autofree guint32 *occurrence = g_new (guint32, (gsize) links->n + 1);
  g_autofree guint32 *types = g_new0 (guint32, (gsize) links->n + 1); /* by frequency */

  for (gint32 i = 0; i < links->n; i++)
    {
      occurrence[i] = links->previous[i] < 0 ? 1 : occurrence[links->previous[i]] + 1;
      if (links->next[i] == links->n)
        types[occurrence[i]]++;
    }
  g_array_set_size (links->spectrum, 0);
  for (guint32 f = 1; f <= (guint32) links->n; f++)
    if (types[f] > 0)
      g_array_append_val (links->spectrum, ((BsSpectrumEntry){ f, types[f] }));
  links->spectrum_made = TRUE;
}
