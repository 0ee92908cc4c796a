#include "report/view-ceilings.h"

BsTable *
bs_view_ceilings (const BsCeilings *ceilings)
{
  static const char *const columns[] = { "name", "value", "unit", "least", "most", "bounds", "what_goes_over" };
  BsTable *table = bs_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bs_table_add_column (table, columns[i], NULL, BS_COLUMN_TEXT, 0);
  bs_table_set_whole (table, 5);
  for (BsCeiling i = 0; i < BS_N_CEILINGS; i++)
    {
      const BsCeilingRow *row = bs_ceiling_row (i);
      const guint64 values[] = { bs_ceiling (ceilings, i), row->least, row->most };
      const guint places[] = { 1, 3, 4 };

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, row->name);
      bs_table_set_text (table, 2, row->unit);
      bs_table_set_text (table, 5, row->what);
      bs_table_set_text (table, 6, row->over);
      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        {
          g_autofree char *value = bs_ceiling_value_in_words (i, values[k]);

          bs_table_set_text (table, places[k], value);
        }
    }
  return table;
}
