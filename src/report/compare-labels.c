#include "report/compare-labels.h"

#include "base/hash.h"

void
bs_labels_free (BsCompareLabels *labels)
{
  if (labels == NULL)
    return;
  g_array_unref (labels->numbers);
  g_ptr_array_unref (labels->names);
  g_free (labels);
}

BsNamer
bs_namer_new (const char *field)
{
  BsCompareLabels *labels = g_new0 (BsCompareLabels, 1);

  labels->field = field;
  labels->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  labels->names = g_ptr_array_new_with_free_func (g_free);
  return (BsNamer){ labels, g_hash_table_new (bs_hash_word, g_str_equal) };
}

BsCompareLabels *
bs_namer_end (BsNamer *namer)
{
  g_clear_pointer (&namer->index, g_hash_table_unref);
  return g_steal_pointer (&namer->labels);
}

guint32
bs_namer_number (BsNamer *namer, const char *name)
{
  guint32 number;

  if (name == NULL)
    return BS_COMPARE_NONE;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (namer->index, name));
  if (number == 0)
    {
      g_ptr_array_add (namer->labels->names, g_strdup (name));
      number = namer->labels->names->len;
      g_hash_table_insert (namer->index, namer->labels->names->pdata[number - 1], GUINT_TO_POINTER (number));
    }
  return number - 1;
}

void
bs_namer_add (BsNamer *namer, const char *name)
{
  guint32 number = bs_namer_number (namer, name);

  g_array_append_val (namer->labels->numbers, number);
}

BsCompareLabels *
bs_namer_take (BsNamer *namer, const guint *from, guint n)
{
  BsCompareLabels *labels = bs_namer_end (namer);
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (numbers, g_array_index (labels->numbers, guint32, from[i]));
  g_array_unref (labels->numbers);
  labels->numbers = numbers;
  return labels;
}

gboolean
bs_labels_telling (const BsCompareLabels *labels)
{
  guint has = 0;

  for (guint i = 0; i < labels->numbers->len; i++)
    has += g_array_index (labels->numbers, guint32, i) != BS_COMPARE_NONE;
  return has > labels->names->len && has >= labels->numbers->len / 5;
}
