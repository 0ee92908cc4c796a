/* Association measures as columns. */
#include "report/view-ngrams.h"

void
bs_view_association_columns (BsTable *table, const BsAssociation *const *measures, guint n)
{
  for (guint i = 0; i < n; i++)
    bs_table_add_column (table, measures[i]->id, measures[i]->title, BS_COLUMN_REAL, 3);
}

void
bs_view_association_cells (BsTable *table, guint first, const BsAssociation *const *measures, guint n,
                           const BsTogether *together)
{
  for (guint i = 0; i < n; i++)
    bs_table_set_real (table, first + i, bs_association (measures[i], together));
}

void
bs_view_association_note (GString *note, const BsAssociation *const *measures, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (note, "%s%s = %s (%s)", i > 0 ? "; " : "", measures[i]->title, measures[i]->formula,
                            measures[i]->source);
  if (n > 0)
    g_string_append (note, ".");
}
