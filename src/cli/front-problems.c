/* What was left out of a corpus whose store goes with the program. */
#include "cli/front.h"

#define MOST_SHOWN "10"

static const BsColumn columns[] = { { "source_path", NULL, BS_COLUMN_TEXT, 0 },
                                    { "source_member", NULL, BS_COLUMN_TEXT, 0 },
                                    { "source_line", NULL, BS_COLUMN_INTEGER, 0 },
                                    { "message", NULL, BS_COLUMN_TEXT, 0 } };

static void
tell (const BsCell *cells)
{
  BsOrigin origin = { .path = cells[0].missing ? "the corpus" : cells[0].text,
                      .member = cells[1].missing ? NULL : cells[1].text,
                      .line = cells[2].missing ? 0 : (guint64) cells[2].integer };

  bs_front_say_at (&origin, cells[3].text);
}

gboolean
bs_front_tell_problems (BsStore *store, GError **error)
{
  double n = bs_store_number (store, "SELECT count(*) FROM problems", NULL);
  g_autoptr (BsTable) rows = bs_store_query (
      store, "SELECT source_path, source_member, source_line, message FROM problems ORDER BY problem LIMIT " MOST_SHOWN,
      NULL, columns, G_N_ELEMENTS (columns), error);
  const BsCell *cells;
  guint told = 0;

  if (rows == NULL)
    return FALSE;
  for (; (cells = bs_table_next (rows, NULL)) != NULL; told++)
    tell (cells);
  if (n > told)
    bs_front_say ("and %.0f problems more; “broadsheet export problems” lists those of a corpus, too", n - told);
  return bs_store_was_read (store, error);
}
