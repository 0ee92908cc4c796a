#include "cli/front.h"

#include "report/view.h"

static const char details[]
    = "Lists every measure with its definition, unit, source and least text length. “broadsheet explain\n"
      "MEASURE” tells more about one. A measure named NAME_W takes any window or sample W: mattr_50,\n"
      "mattr_500.\n"
      "\n"
      "Examples:\n"
      "  broadsheet measures --family richness\n"
      "  broadsheet measures --format json";

/* What fits a terminal: the columns that tell measures apart. */
static BsTable *
short_catalogue (BsTable *full)
{
  static const guint kept[] = { 0, 1, 2, 4, 5, 6, 7 }, spare[] = { 2, 4 };
  g_autoptr (BsTable) table = bs_table_new ();
  const BsCell *cells;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      const BsColumn *column = bs_table_column (full, kept[i]);

      bs_table_add_column (table, column->name, column->title, column->kind, column->decimals);
    }
  bs_table_set_whole (table, 0);
  for (guint i = 0; i < G_N_ELEMENTS (spare); i++)
    bs_table_set_spare (table, spare[i]);
  bs_table_set_note (table, "“broadsheet explain MEASURE” gives definition, source and known disagreements. NAME_W:"
                            " any window or sample of W words, which are enough.");
  while ((cells = bs_table_next (full, NULL)) != NULL)
    {
      bs_table_begin_row (table);
      for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
        if (cells[kept[i]].missing)
          continue;
        else if (bs_table_column (table, i)->kind == BS_COLUMN_INTEGER)
          bs_table_set_integer (table, i, cells[kept[i]].integer);
        else
          bs_table_set_text (table, i, cells[kept[i]].text);
    }
  return g_steal_pointer (&table);
}

static BsExit
run (char **arguments)
{
  g_auto (BsFrontOutput) output = { 0 };
  g_autofree char *family = NULL;
  g_auto (GStrv) rest = NULL;
  g_autoptr (BsTable) table = NULL;
  g_autoptr (BsTable) brief = NULL;
  const GOptionEntry own[] = {
    { "family", 0, 0, G_OPTION_ARG_STRING, &family, "Only readability, richness or time", "FAMILY" },
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_output_entries (&output), NULL };
  GError *error = NULL;
  BsOutput kind;
  BsExit exit;

  if (!bs_front_parse (&bs_command_measures, arguments, own, shared, &rest, &exit))
    return exit;
  if (rest != NULL)
    return bs_front_usage (&bs_command_measures, "measures takes no argument; “broadsheet explain %s” tells about one",
                           rest[0]);
  table = bs_view_measures (family, &error);
  if (table == NULL || !bs_front_output_kind (&output, BS_OUTPUT_TABLE, &kind, &error))
    return bs_front_fail (error);
  if (kind == BS_OUTPUT_TABLE)
    brief = short_catalogue (table);
  return bs_front_print (brief != NULL ? brief : table, &output, BS_OUTPUT_TABLE);
}

const BsCommand bs_command_measures = { "measures", "", "list the measures", details, run };
