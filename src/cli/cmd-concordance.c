#include "cli/concordance-lines.h"
#include "cli/front.h"

#include "base/hash.h"
#include "report/plain.h"
#include "report/view.h"

static const char details[]
    = "Shows where a word or phrase stands in the texts, with what stands around it (KWIC). The texts\n"
      "are read again from where the store found them, and cleaned as they were; articles that changed\n"
      "are passed over. Words are compared without case unless --case is given. In a word, * stands for\n"
      "any characters and ? for one; a lone * is any one word. --regex takes a regular expression (PCRE)\n"
      "over the cleaned text instead.\n"
      "\n"
      "Examples:\n"
      "  broadsheet concordance government papers.db -n 20\n"
      "  broadsheet concordance 'climate chang*' papers.db --sort right\n"
      "  broadsheet concordance --regex '\\b\\d+ per cent\\b' papers.db --format csv -o shares.csv\n"
      "  broadsheet concordance 'the U.S.' papers.db --count";


typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  gboolean regex, as_written, sentence, count;
  int width, number, sample, position;
  gint64 seed;
  char *sort, *outlet, *how;
  char **sources;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_free (options->sort);
  g_free (options->outlet);
  g_free (options->how);
  g_strfreev (options->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- Tables ------------------------------------------------------------------------------------------------------- */

static BsTable *
table_of (const BsLines *lines)
{
  BsTable *table = bs_table_new ();

  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "id", "Article", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "day", "Day", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "left", "Left", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "hit", "Hit", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "right", "Right", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "sentence", "Sentence", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "word", "Word", BS_COLUMN_INTEGER, 0);
  for (guint i = 0; i < lines->kept->len; i++)
    {
      const BsKeptLine *kept = &g_array_index (lines->kept, BsKeptLine, i);

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, kept->outlet);
      bs_table_set_text (table, 1, kept->id);
      if (kept->day != NULL)
        bs_table_set_text (table, 2, kept->day);
      bs_table_set_text (table, 3, kept->line.left);
      bs_table_set_text (table, 4, kept->line.hit);
      bs_table_set_text (table, 5, kept->line.right);
      bs_table_set_integer (table, 6, kept->line.sentence);
      bs_table_set_integer (table, 7, kept->line.word);
    }
  return table;
}

/* For people: the hits under one another, bold on a terminal. */
static gboolean
write_line (BsSink *sink, const BsKeptLine *kept, guint width, GError **error)
{
  BsTerminal terminal = bs_sink_terminal (sink);
  g_autofree char *where = g_strdup_printf ("%s / %s", kept->outlet, kept->id);
  g_autofree char *plain_where = bs_plain_text (where, terminal.unicode);
  g_autofree char *left = bs_plain_text (kept->line.left, terminal.unicode);
  g_autofree char *hit = bs_plain_text (kept->line.hit, terminal.unicode);
  g_autofree char *right = bs_plain_text (kept->line.right, terminal.unicode);
  guint columns = bs_plain_width (left);
  g_autoptr (GString) line = g_string_new (NULL);

  for (; columns < width; columns++)
    g_string_append_c (line, ' ');
  g_string_append_printf (line, "%s%s%s%s%s", left, terminal.bold ? "\033[1m" : "", hit, terminal.bold ? "\033[0m" : "",
                          right);
  for (columns = bs_plain_width (right); columns < width; columns++)
    g_string_append_c (line, ' ');
  g_string_append_printf (line, "  %s\n", plain_where);
  return bs_sink_write (sink, line->str, (gssize) line->len, error);
}

static gboolean
write_lines (BsSink *sink, const BsLines *lines, const Options *options, BsOutput kind, GError **error)
{
  g_autoptr (BsTable) table = NULL;

  for (guint i = 0; kind == BS_OUTPUT_TABLE && i < lines->kept->len; i++)
    if (!write_line (sink, &g_array_index (lines->kept, BsKeptLine, i), options->sentence ? 0 : (guint) options->width,
                     error))
      return FALSE;
  if (kind == BS_OUTPUT_TABLE)
    return TRUE;
  table = table_of (lines);
  return bs_sink_table (sink, table, kind, error);
}

/* ---- Counts ------------------------------------------------------------------------------------------------------- */

typedef struct {
  guint64 hits, articles;
} Count;

static BsTable *
table_of_counts (BsStore *store, GHashTable *counts, const Options *options, const char *pattern, GError **error)
{
  static const BsColumn columns[] = { { "name", NULL, BS_COLUMN_TEXT, 0 }, { "words", NULL, BS_COLUMN_INTEGER, 0 } };
  g_autoptr (BsTable) rows = bs_store_query (store, "SELECT name, words FROM counted_outlets ORDER BY name", NULL,
                                             columns, G_N_ELEMENTS (columns), error);
  g_autoptr (BsTable) table = bs_table_new ();
  g_autofree char *title = g_strdup_printf ("Where “%s” stands", pattern);
  const BsCell *cells;

  if (rows == NULL)
    return NULL;
  bs_table_set_title (table, title);
  bs_table_set_note (table, options->regex
                                ? "Matches of a regular expression in the cleaned texts; per million running words."
                                : "Hits that do not overlap, inside sentences; per million running words.");
  bs_table_add_column (table, "outlet", "Outlet", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "hits", "Hits", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "articles", "Articles", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "per_million", "Per million", BS_COLUMN_REAL, 1);
  while ((cells = bs_table_next (rows, error)) != NULL)
    {
      const Count *count = g_hash_table_lookup (counts, cells[0].text);

      if (options->outlet != NULL && !g_str_equal (options->outlet, cells[0].text))
        continue;
      bs_table_begin_row (table);
      bs_table_set_text (table, 0, cells[0].text);
      bs_table_set_integer (table, 1, count != NULL ? (gint64) count->hits : 0);
      bs_table_set_integer (table, 2, count != NULL ? (gint64) count->articles : 0);
      bs_table_set_real (table, 3, 1e6 * (count != NULL ? (double) count->hits : 0) / (double) cells[1].integer);
    }
  bs_view_note_copies (store, table);
  return error != NULL && *error != NULL ? NULL : g_steal_pointer (&table);
}

/* ---- The search --------------------------------------------------------------------------------------------------- */

typedef struct {
  const Options *options;
  BsLines lines;
  GHashTable *counts; /* outlet to Count, of --count; or NULL */
  BsSink *sink;       /* lines are written as they come; or NULL */
  guint64 hits, given_up;
} Search;

static void
count_found (Search *search, const BsFound *found)
{
  Count *count = g_hash_table_lookup (search->counts, found->outlet);

  if (count == NULL)
    g_hash_table_insert (search->counts, g_strdup (found->outlet), count = g_new0 (Count, 1));
  count->hits += found->hits;
  count->articles += found->hits > 0;
}

static gboolean
flush_lines (gpointer data, GError **error)
{
  Search *search = data;

  if (search->lines.kept->len > 0
      && !write_lines (search->sink, &search->lines, search->options, BS_OUTPUT_JSONL, error))
    return FALSE;
  bs_lines_drop (&search->lines);
  return TRUE;
}

static gboolean
take (gpointer data, BsFound *found, GError **error)
{
  Search *search = data;
  gboolean full = FALSE, fine = TRUE;

  search->hits += found->hits;
  search->given_up += found->given_up;
  if (search->counts != NULL)
    count_found (search, found);
  else
    fine = bs_lines_add (&search->lines, found, &full, error);
  bs_found_free (found);
  return fine && !full;
}

static gboolean
search_and_write (BsStore *store, const Options *options, const BsConcordance *what, const char *pattern,
                  BsLinesOrder order, BsExit *exit, GError **error)
{
  Search search = { .options = options };
  BsWalkOptions walk = { .places = (const char *const *) options->sources,
                         .outlet = options->outlet,
                         .threads = (guint) options->corpus.threads };
  g_autoptr (BsSink) sink = NULL;
  g_autoptr (BsTable) counts = NULL;
  BsWalkSummary summary = { 0 };
  BsOutput kind;
  gboolean fine;

  if (!bs_front_output_kind (&options->output, BS_OUTPUT_TABLE, &kind, error)
      || (sink = bs_sink_open (options->output.output, error)) == NULL)
    return FALSE;
  bs_lines_init (&search.lines, (guint64) options->number, (guint32) options->sample, (guint64) options->seed);
  if (options->count)
    search.counts = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, g_free);
  if (kind == BS_OUTPUT_JSONL && order == BS_LINES_AS_READ && options->sample == 0 && options->number == 0)
    {
      search.sink = sink;
      search.lines.flush = flush_lines;
      search.lines.flush_data = &search;
    }
  walk.stop = bs_front_catch (TRUE);
  fine = bs_concordance (store, what, &walk, take, &search, &summary, error);
  bs_front_catch (FALSE);
  if (fine && options->count)
    {
      counts = table_of_counts (store, search.counts, options, pattern, error);
      fine = counts != NULL && bs_sink_table (sink, counts, kind, error);
    }
  else if (fine && search.sink != NULL)
    fine = flush_lines (&search, error);
  else if (fine)
    {
      bs_lines_sort (&search.lines, order, (guint) options->position);
      fine = write_lines (sink, &search.lines, options, kind, error);
    }
  fine = fine && bs_sink_close (g_steal_pointer (&sink), error);
  if (fine && search.hits == 0)
    bs_front_say ("“%s” stands in none of the texts that were searched", pattern);
  if (fine && search.given_up > 0)
    bs_front_say ("the expression takes more steps than the ceiling (--ceiling steps) in %" G_GUINT64_FORMAT
                  " articles, whose other matches are left out; make it simpler",
                  search.given_up);
  if (fine && (bs_front_tell_walk (&summary) != BS_EXIT_DONE || search.given_up > 0))
    *exit = BS_EXIT_PROBLEMS;
  bs_lines_clear (&search.lines);
  g_clear_pointer (&search.counts, g_hash_table_unref);
  bs_walk_summary_clear (&summary);
  return fine;
}

static gboolean
order_from_name (const char *name, BsLinesOrder *order)
{
  static const char *const names[] = { [BS_LINES_AS_READ] = "none",
                                       [BS_LINES_BY_LEFT] = "left",
                                       [BS_LINES_BY_RIGHT] = "right",
                                       [BS_LINES_BY_OUTLET] = "outlet" };

  *order = BS_LINES_AS_READ;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *order = (BsLinesOrder) i;
        return TRUE;
      }
  return name == NULL;
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .width = 40, .position = 1, .seed = 1 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  g_autoptr (BsQuery) query = NULL;
  g_autoptr (BsExpression) expression = NULL;
  BsConcordance what;
  BsLinesOrder order;
  BsCeilings ceilings;
  const GOptionEntry own[] = {
    { "regex", 0, 0, G_OPTION_ARG_NONE, &options.regex, "Take the pattern for a regular expression (PCRE)", NULL },
    { "case", 0, 0, G_OPTION_ARG_NONE, &options.as_written, "Tell capitals from small letters", NULL },
    { "width", 'w', 0, G_OPTION_ARG_INT, &options.width, "Columns on each side of a hit (40)", "N" },
    { "sentence", 0, 0, G_OPTION_ARG_NONE, &options.sentence, "Show the whole sentence", NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, "Sort by left, right, outlet or none (none)", "ORDER" },
    { "position", 0, 0, G_OPTION_ARG_INT, &options.position, "Sort from the first, second or third word on (1)", "N" },
    { "number", 'n', 0, G_OPTION_ARG_INT, &options.number, "Show the first N lines that are met; 0: all", "N" },
    { "sample", 0, 0, G_OPTION_ARG_INT, &options.sample, "Show N lines drawn by chance", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, "Seed of the sample (1)", "N" },
    { "count", 0, 0, G_OPTION_ARG_NONE, &options.count, "Count hits by outlet instead", NULL },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, "Of this outlet alone", "NAME" },
    BS_FRONT_SOURCES_ENTRY (&options.sources),
    BS_FRONT_COPIES_ENTRY (&options.how),
    { NULL },
  };
  const GOptionEntry *shared[]
      = { bs_front_output_entries (&options.output), bs_front_corpus_entries (&options.corpus), NULL };
  const BsCommand *command = &bs_command_concordance;
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (command, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  options.corpus.sources = options.sources;
  if (places == NULL || places[0] == NULL || places[1] == NULL)
    return bs_front_usage (command, "concordance needs what to look for, and a store or a corpus");
  if (options.width < 0 || options.width > 10000 || options.number < 0 || options.sample < 0
      || options.sample > BS_LINES_HELD)
    return bs_front_usage (command, "--width takes 0 to 10000, --number 0 or more, --sample 0 to %d", BS_LINES_HELD);
  if (options.seed < 0)
    return bs_front_usage (command, "--seed takes a number of 0 or more");
  if (options.number > 0 && options.sample > 0)
    return bs_front_usage (command, "--number and --sample exclude each other");
  if (options.position < 1 || options.position > 3 || !order_from_name (options.sort, &order))
    return bs_front_usage (command, "--sort takes left, right, outlet or none, and --position 1, 2 or 3");
  if (!bs_front_ceilings (&options.corpus, &ceilings, &error))
    return bs_front_fail (error);
  if (options.regex)
    expression = bs_expression_new (places[0], options.as_written, &ceilings, &error);
  else
    query = bs_query_new (places[0], options.as_written, &error);
  if ((expression == NULL && query == NULL) || !bs_front_refuse_input (command, places + 1, &error)
      || !bs_front_open_counted (&front, command, places + 1, &options.corpus, options.how, BS_COPIES_LEAVE_OUT, &error)
      || (options.outlet != NULL && !bs_view_check_outlet (front.store, options.outlet, &error)))
    return bs_front_fail (error);
  what = (BsConcordance){ query, expression, (guint) options.width, options.sentence, options.count };
  exit = front.exit;
  return search_and_write (front.store, &options, &what, places[0], order, &exit, &error) ? exit
                                                                                          : bs_front_fail (error);
}

const BsCommand bs_command_concordance
    = { "concordance", "PATTERN STORE|CORPUS…", "show where a word or phrase stands, with its context", details, run };
