#include "analysis/outlet-names.h"

GPtrArray *
bs_outlet_names (BsStore *store, const char *only, GError **error)
{
  static const BsColumn columns[] = { { "name", NULL, BS_COLUMN_TEXT, 0 } };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BsTable) rows
      = bs_store_query (store, "SELECT name FROM counted_outlets ORDER BY name", NULL, columns, 1, error);
  GError *broken = NULL;
  const BsCell *cells;

  if (rows == NULL)
    return NULL;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    if (!cells[0].missing && (only == NULL || g_str_equal (only, cells[0].text)))
      g_ptr_array_add (names, g_strdup (cells[0].text));
  if (broken == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, broken);
  return NULL;
}
