#include "cli/front.h"

#include <stdio.h>

static const char details[]
    = "Writes any table of a store, whole and exact, as CSV, TSV, JSONL or JSON: what is; cells that a\n"
      "spreadsheet would take for formulas are written like any other. “broadsheet export --list” names the\n"
      "tables. Articles that copy another are in them, unless --copies leave-out is given.\n"
      "\n"
      "Examples:\n"
      "  broadsheet export articles papers.db > articles.csv\n"
      "  broadsheet export vocabulary papers.db --format jsonl -o words.jsonl";

static BsExit
list_tables (const BsFrontOutput *output)
{
  g_autoptr (BsTable) table = bs_table_new ();
  const char *const *names = bs_store_export_names ();

  bs_table_add_column (table, "table", "Table", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "description", "What it holds", BS_COLUMN_TEXT, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, names[i]);
      bs_table_set_text (table, 1, bs_store_export_description (names[i]));
    }
  return bs_front_print (table, output, BS_OUTPUT_TABLE);
}

static BsExit
run (char **arguments)
{
  g_auto (BsFrontOutput) output = { 0 };
  g_auto (BsFrontCorpus) corpus = { 0 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) rest = NULL;
  g_autoptr (BsTable) table = NULL;
  g_autofree char *how = NULL;
  gboolean list = FALSE;
  const GOptionEntry own[] = { { "list", 'l', 0, G_OPTION_ARG_NONE, &list, "List the tables", NULL },
                               BS_FRONT_COPIES_ENTRY (&how),
                               { NULL } };
  const GOptionEntry *shared[] = { bs_front_output_entries (&output), bs_front_corpus_entries (&corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_export, arguments, own, shared, &rest, &exit))
    return exit;
  bs_front_writes (&corpus, output.output);
  if (list)
    return list_tables (&output);
  if (rest == NULL || rest[1] == NULL)
    return bs_front_usage (&bs_command_export, "export needs a table and a store; --list names the tables");
  if (bs_store_export_description (rest[0]) == NULL)
    return bs_front_usage (&bs_command_export, "“%s” is no table; --list names them", rest[0]);
  if (!bs_front_open_counted (&front, &bs_command_export, rest + 1, &corpus, how, BS_COPIES_KEEP, &error))
    return bs_front_fail (error);
  table = bs_store_export (front.store, rest[0], &error);
  if (table == NULL)
    return bs_front_fail (error);
  exit = bs_front_print (table, &output, BS_OUTPUT_CSV);
  return exit != BS_EXIT_DONE ? exit : front.exit;
}

const BsCommand bs_command_export
    = { "export", "TABLE STORE|CORPUS…", "write any table as CSV, TSV, JSONL or JSON", details, run };
