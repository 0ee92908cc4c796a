/* The catalogue of measures. */
#include "report/view.h"

const char *
bs_family_name (BsFamily family)
{
  static const char *const names[] = { [BS_FAMILY_READABILITY] = "readability",
                                       [BS_FAMILY_RICHNESS] = "richness",
                                       [BS_FAMILY_TIME] = "time" };

  g_return_val_if_fail (family < G_N_ELEMENTS (names), NULL);
  return names[family];
}

const char *
bs_direction_name (BsDirection direction)
{
  static const char *const names[] = { [BS_HIGHER_IS_HARDER] = "harder",
                                       [BS_HIGHER_IS_EASIER] = "easier",
                                       [BS_HIGHER_IS_RICHER] = "richer",
                                       [BS_HIGHER_IS_POORER] = "poorer",
                                       [BS_HIGHER_IS_LONGER] = "longer" };

  g_return_val_if_fail (direction < G_N_ELEMENTS (names), NULL);
  return names[direction];
}

static gboolean
check_family (const char *family, GError **error)
{
  for (guint i = BS_FAMILY_READABILITY; family != NULL && i <= BS_FAMILY_TIME; i++)
    if (g_str_equal (bs_family_name (i), family))
      return TRUE;
  if (family == NULL)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no family of measures; there are readability, richness and time",
               family);
  return FALSE;
}

BsTable *
bs_view_measures (const char *family, GError **error)
{
  static const char *const columns[][2] = { { "id", "Measure" },     { "title", "Title" },       { "family", "Family" },
                                            { "status", "Status" },  { "language", "Language" }, { "unit", "Unit" },
                                            { "higher_is", "Higher is" } };
  static const char *const texts[][2] = { { "inputs", "Inputs" }, { "formula", "Formula" }, { "source", "Source" },
                                          { "notes", "Notes" } };
  g_autoptr (BsTable) table = bs_table_new ();
  guint n, column = 0;
  const BsMeasure *measures = bs_measures (&n);

  if (!check_family (family, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++, column++)
    bs_table_add_column (table, columns[i][0], columns[i][1], BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "least_words", "From words", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "least_sentences", "From sentences", BS_COLUMN_INTEGER, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bs_table_add_column (table, texts[i][0], texts[i][1], BS_COLUMN_TEXT, 0);
  for (guint i = 0; i < n; i++)
    {
      const BsMeasure *m = &measures[i];
      const char *cells[] = { m->id, m->title, bs_family_name (m->family),
                              m->status == BS_STATUS_VARIANT ? "variant" : "definition",
                              m->language != NULL ? m->language : "any", m->unit, bs_direction_name (m->direction) };
      const char *more[] = { m->inputs, m->formula, m->source, m->notes };

      if (family != NULL && !g_str_equal (family, bs_family_name (m->family)))
        continue;
      bs_table_begin_row (table);
      for (column = 0; column < G_N_ELEMENTS (cells); column++)
        bs_table_set_text (table, column, cells[column]);
      if (m->windows[0] == 0)
        bs_table_set_integer (table, column, m->least_words);
      column++;
      bs_table_set_integer (table, column++, m->least_sentences);
      for (guint j = 0; j < G_N_ELEMENTS (more); j++)
        bs_table_set_text (table, column++, more[j]);
    }
  return g_steal_pointer (&table);
}
