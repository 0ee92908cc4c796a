#include "cli/front.h"

#include "store/matrix.h"

static const char details[]
    = "Writes the document-term matrix for other programs: BASE.mtx in Matrix Market's coordinate format (a\n"
      "row an article, a column a word, how often it occurs), and what rows and columns are in\n"
      "BASE.articles.tsv and BASE.words.tsv. docs/matrix.md shows how R and Python read them.\n"
      "\n"
      "Examples:\n"
      "  broadsheet matrix papers.db -o papers\n"
      "  broadsheet matrix papers.db -o topics --content --least-articles 5";

static const char *const endings[] = { ".mtx", ".articles.tsv", ".words.tsv" };

/* One of the three files. */
static BsSink *
open_part (const char *base, const char *ending, GError **error)
{
  g_autofree char *path = g_strconcat (base, ending, NULL);

  return bs_sink_open (path, error);
}

static gboolean
write_text (gpointer sink, const char *text, gssize length, GError **error)
{
  return bs_sink_write (sink, text, length, error);
}

/* All three appear, or none that was not there. */
static gboolean
write_parts (BsMatrix *matrix, const char *base, GError **error)
{
  g_autoptr (BsSink) entries = open_part (base, endings[0], error);
  g_autoptr (BsSink) articles = entries != NULL ? open_part (base, endings[1], error) : NULL;
  g_autoptr (BsSink) words = articles != NULL ? open_part (base, endings[2], error) : NULL;
  g_autoptr (BsTable) rows = words != NULL ? bs_matrix_articles (matrix, error) : NULL;
  g_autoptr (BsTable) columns = rows != NULL ? bs_matrix_words (matrix, error) : NULL;

  if (columns == NULL)
    return FALSE;
  bs_table_set_exact (rows);
  bs_table_set_exact (columns);
  return bs_matrix_write (matrix, write_text, entries, error)
         && bs_sink_table (articles, rows, BS_OUTPUT_TSV, error) && bs_sink_table (words, columns, BS_OUTPUT_TSV, error)
         && bs_sink_close (g_steal_pointer (&entries), error) && bs_sink_close (g_steal_pointer (&articles), error)
         && bs_sink_close (g_steal_pointer (&words), error);
}

static BsExit
run (char **arguments)
{
  g_auto (BsFrontCorpus) corpus = { 0 };
  g_auto (BsFrontStore) front = { 0 };
  g_auto (GStrv) places = NULL;
  g_autoptr (BsMatrix) matrix = NULL;
  g_autofree char *base = NULL;
  g_autofree char *how = NULL;
  gint64 least = 1, least_articles = 1;
  BsMatrixOptions options = { 0 };
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &base, "Beginning of the names of the three files", "BASE" },
    { "least", 0, 0, G_OPTION_ARG_INT64, &least, "Leave out words of fewer tokens in the corpus (1)", "COUNT" },
    { "least-articles", 0, 0, G_OPTION_ARG_INT64, &least_articles, "… or in fewer articles (1)", "N" },
    { "content", 0, 0, G_OPTION_ARG_NONE, &options.content, "Leave out function words, numbers and single letters",
      NULL },
    BS_FRONT_COPIES_ENTRY (&how),
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_corpus_entries (&corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_matrix, arguments, own, shared, &places, &exit))
    return exit;
  if (base == NULL || *base == '\0' || g_str_equal (base, "-") || g_str_has_suffix (base, G_DIR_SEPARATOR_S))
    return bs_front_usage (&bs_command_matrix,
                           "matrix writes three files and needs the beginning of their names: -o BASE");
  if (least < 0 || least_articles < 0)
    return bs_front_usage (&bs_command_matrix, "--least and --least-articles take a number of 0 or more");
  options.least = (guint64) least;
  options.least_articles = (guint64) least_articles;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (base, endings[i], NULL);

      bs_front_writes (&corpus, path);
    }
  if (!bs_front_open_counted (&front, &bs_command_matrix, places, &corpus, how, BS_COPIES_LEAVE_OUT, &error)
      || (matrix = bs_matrix_new (front.store, &options, &error)) == NULL || !write_parts (matrix, base, &error))
    return bs_front_fail (error);
  if (!corpus.quiet)
    bs_front_say ("%s.mtx: %" G_GUINT64_FORMAT " articles, %" G_GUINT64_FORMAT " words, %" G_GUINT64_FORMAT " entries",
                  base, bs_matrix_rows (matrix), bs_matrix_columns (matrix), bs_matrix_entries (matrix));
  return front.exit;
}

const BsCommand bs_command_matrix
    = { "matrix", "STORE|CORPUS…", "write the document-term matrix for R, Python and others", details, run };
