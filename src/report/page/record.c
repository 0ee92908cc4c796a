/* What was run, and how to run it again. */
#include "base/number.h"
#include "report/page/parts.h"

static void
row (BsTable *table, const char *what, const char *value)
{
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, what);
  bs_table_set_text (table, 1, value);
}

static void G_GNUC_PRINTF (3, 4)
row_of (BsTable *table, const char *what, const char *format, ...)
{
  g_autofree char *value = NULL;
  va_list arguments;

  va_start (arguments, format);
  value = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  row (table, what, value);
}

/* ---- The record ----------------------------------------------------------------------------------------------- */

static BsTable *
record_table (void)
{
  BsTable *table = bs_table_new ();

  bs_table_set_title (table, "The run's record");
  bs_table_add_column (table, "what", "What", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "value", "Value", BS_COLUMN_TEXT, 0);
  return table;
}

/* Adds the rows of the last run, and how many came before it. */
static gboolean
add_run (BsStore *store, BsTable *table, GError **error)
{
  static const BsColumn columns[]
      = { { "started", NULL, BS_COLUMN_TEXT, 0 },    { "version", NULL, BS_COLUMN_TEXT, 0 },
          { "lexicon", NULL, BS_COLUMN_TEXT, 0 },    { "bytes", NULL, BS_COLUMN_INTEGER, 0 },
          { "added", NULL, BS_COLUMN_INTEGER, 0 },   { "updated", NULL, BS_COLUMN_INTEGER, 0 },
          { "left_out", NULL, BS_COLUMN_INTEGER, 0 }, { "interrupted", NULL, BS_COLUMN_INTEGER, 0 },
          { "runs", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows
      = bs_store_query (store, "SELECT started, version, lexicon, bytes, added, updated, left_out, interrupted,"
                               " (SELECT count(*) FROM runs) FROM runs ORDER BY run DESC LIMIT 1",
                        NULL, columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells = rows != NULL ? bs_table_next (rows, &broken) : NULL;
  char number[BS_NUMBER_MAX];

  if (cells != NULL)
    {
      row (table, "Analyzed, last run", cells[0].text);
      row_of (table, "Analyzed by", "broadsheet %s", cells[1].text);
      row (table, "Word lists", cells[2].text);
      row_of (table, "Bytes read", "%s", bs_number_grouped (cells[3].integer, number));
      row_of (table, "Articles", "%" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " updated, %" G_GINT64_FORMAT
                                 " left out as problems%s", cells[4].integer, cells[5].integer, cells[6].integer,
              cells[7].integer != 0 ? "; stopped before the end of the corpus" : "");
      row_of (table, "Runs into this store", "%" G_GINT64_FORMAT, cells[8].integer);
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return rows != NULL && broken == NULL;
}

/* Adds the rules by which articles were analyzed, commonest first. */
static gboolean
add_rules (BsStore *store, BsTable *table, GError **error)
{
  static const BsColumn columns[] = { { "rules", NULL, BS_COLUMN_TEXT, 0 }, { "n", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows
      = bs_store_query (store, "SELECT rules, count(*) FROM counted_articles JOIN settings ON setting = settings"
                               " GROUP BY rules ORDER BY 2 DESC, 1", NULL, columns, G_N_ELEMENTS (columns), error);
  GError *broken = NULL;
  const BsCell *cells;

  while (rows != NULL && (cells = bs_table_next (rows, &broken)) != NULL)
    {
      g_autofree char *what = g_strdup_printf ("Rules of %" G_GINT64_FORMAT " article%s", cells[1].integer,
                                               cells[1].integer == 1 ? "" : "s");

      row (table, what, cells[0].text);
    }
  if (broken != NULL)
    g_propagate_error (error, broken);
  return rows != NULL && broken == NULL;
}

static void
add_page (const BsPageWork *work, BsTable *table)
{
  row_of (table, "This page by", "broadsheet %s", BS_VERSION);
  row (table, "Copies of other articles", bs_store_copies (work->store) == BS_COPIES_KEEP ? "counted" : "left out");
  row_of (table, "Seed of random numbers", "%" G_GUINT64_FORMAT, work->options->seed);
  if (work->data == NULL)
    return;
  row_of (table, "Resamples of an interval", "%u", work->data->options.resamples);
  row_of (table, "Least articles of an outlet compared", "%u", work->data->options.least);
  row (table, "SHA-256 of outlet, id and checksum of the articles that count, in order", work->data->digest);
}

/* ---- Commands ------------------------------------------------------------------------------------------------- */

static BsTable *
commands_table (const BsPageWork *work)
{
  static const struct {
    const char *shows, *command, *rest;
    gboolean measures; /* those of the page */
  } commands[] = {
    { "What was set aside, by outlet and reason", "report", "--show cleaning" },
    { "Copies, by outlet", "report", "--show copies" },
    { "Who carries whose articles", "report", "--show carriers" },
    { "Problems met while reading", "export problems", "" },
    { "Medians by outlet, every digit", "report", "--format csv", TRUE },
    { "Figures of every outlet and measure, with intervals", "compare", "--show location --format csv", TRUE },
    { "Tests over all outlets", "compare", "--show omnibus --format csv", TRUE },
    { "All pairs of outlets", "compare", "--show pairs --format csv", TRUE },
    { "What may be held against the comparison", "compare", "--show warnings", TRUE },
    { "Key words", "keyness", "--content -n " G_STRINGIFY (BS_PAGE_KEY_WORDS) " --format csv" },
    { "Hardest sentences", "sentences", "-n " G_STRINGIFY (BS_PAGE_SENTENCES) " --format csv" },
    { "Every count and measure of every article", "export articles", "" },
  };
  g_autofree char *measures = bs_page_measures (work);
  BsTable *table = bs_table_new ();

  bs_table_set_title (table, "Commands that make the tables again");
  bs_table_add_column (table, "shows", "Table", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "command", "Command", BS_COLUMN_TEXT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *rest = g_strconcat (commands[i].measures ? measures : "", commands[i].rest, NULL);
      g_autofree char *line = bs_page_command (work, commands[i].command, rest);

      row (table, commands[i].shows, line);
    }
  return table;
}

gboolean
bs_page_record (BsPageWork *work, GError **error)
{
  g_autoptr (BsTable) table = record_table ();

  bs_html_frame_section (work->frame, 2, "record", "Record");
  if (!add_run (work->store, table, error) || !add_rules (work->store, table, error))
    return FALSE;
  add_page (work, table);
  return bs_page_table (work, g_steal_pointer (&table), "record-run", error)
         && bs_page_table (work, commands_table (work), "record-commands", error);
}
