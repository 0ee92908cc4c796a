#include "cli/clean-explain.h"

#include "analysis/lesson.h"
#include "report/plain.h"

static const char details[]
    = "Prints what broadsheet takes for the article: without menus, tickers, promos, captions, credits and\n"
      "whatever else is no prose of it. Sub-headings and tables are shown where they stand, but are not\n"
      "counted; --counted leaves them out too. Of several texts each has a line above it with its outlet\n"
      "and id; --format gives a table instead, with what was found in credits and in the page's head.\n"
      "--explain shows every block with its verdict, the reason and the score.\n"
      "\n"
      "Examples:\n"
      "  broadsheet clean page.html\n"
      "  broadsheet clean --explain article.txt\n"
      "  broadsheet clean crawl/ --format jsonl -o clean.jsonl\n"
      "  broadsheet clean --without repeats,credits papers/";

typedef struct {
  BsFrontCorpus corpus;
  BsFrontOutput output;
  gboolean explain, counted;
  gboolean one; /* a lone file */
  BsOutput kind;
  BsReadOptions read;
  BsRepeats *repeats; /* NULL: a lone text, or not asked */
  BsSink *sink;
  BsExit exit;
} Cleaning;

static void
cleaning_clear (Cleaning *c)
{
  bs_front_corpus_clear (&c->corpus);
  bs_front_output_clear (&c->output);
  bs_repeats_free (c->repeats);
  bs_sink_abandon (c->sink);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cleaning, cleaning_clear)

/* Whether a block is shown as part of the article. */
static gboolean
is_shown (const BsBlock *block, gboolean headings)
{
  return block->aside == BS_KEPT
         || (headings && (block->aside == BS_ASIDE_SUBHEAD || block->aside == BS_ASIDE_TABLE));
}

/* The kept blocks and, where `headings`, what else is shown between them, with `end` behind them where there are any. */
static char *
article_text (const BsCleaned *cleaned, gboolean headings, const char *end, BsArena *arena)
{
  g_autoptr (GString) text = g_string_sized_new (cleaned->text->len + 1);

  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);

      if (!is_shown (block, headings))
        continue;
      g_string_append (text, text->len > 0 ? "\n\n" : "");
      g_string_append_len (text, bs_cleaned_block (cleaned, block).start, block->length);
    }
  g_string_append (text, text->len > 0 ? end : "");
  return bs_arena_copy (arena, bs_span (text->str, text->len));
}

/* ---- As a table --------------------------------------------------------------------------------------------------- */

enum {
  OUTLET, ID, TITLE, DATE, BYLINE, LANGUAGE, URL, PUBLISHER, DATELINE, AGENCY, ORIGINALLY_FROM, RIGHTS, ENCODING, HTML,
  KEPT_BYTES, ASIDE_BYTES, TEXT, ARTICLE, N_COLUMNS
};

static void
add_columns (BsTable *table)
{
  static const char *const texts[] = { "outlet",   "id",       "title",  "date",            "byline", "language", "url",
                                       "publisher", "dateline", "agency", "originally_from", "rights", "encoding" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bs_table_add_column (table, texts[i], NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "html", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "kept_bytes", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "aside_bytes", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "text", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "article", NULL, BS_COLUMN_TEXT, 0);
}

static const char *
either (const char *of_record, const char *found)
{
  return of_record != NULL ? of_record : found;
}

static gpointer
row_of_text (gpointer data G_GNUC_UNUSED, const BsArticle *article, BsReading *reading, BsArena *arena)
{
  const BsCleaned *cleaned = reading->cleaned;
  BsTextRows *rows = bs_text_rows_new (N_COLUMNS);
  BsCell *row = bs_text_rows_add (rows);
  const char *const texts[] = { [OUTLET] = article->outlet,
                                [ID] = article->id,
                                [TITLE] = either (article->title, cleaned->title),
                                [DATE] = either (article->date, cleaned->date),
                                [BYLINE] = either (article->byline, cleaned->byline),
                                [LANGUAGE] = either (article->language, cleaned->language),
                                [URL] = either (article->url, cleaned->url),
                                [PUBLISHER] = cleaned->publisher,
                                [DATELINE] = cleaned->dateline,
                                [AGENCY] = cleaned->agency,
                                [ORIGINALLY_FROM] = cleaned->originally_from,
                                [RIGHTS] = cleaned->rights,
                                [ENCODING] = cleaned->encoding };
  BsCleanedBytes bytes = bs_cleaned_bytes (cleaned);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    row[i] = bs_cell_text (bs_arena_strdup (arena, texts[i]));
  row[HTML] = bs_cell_integer (cleaned->html);
  row[KEPT_BYTES] = bs_cell_integer ((gint64) bytes.kept);
  row[ASIDE_BYTES] = bs_cell_integer ((gint64) bytes.aside);
  row[TEXT] = bs_cell_text (bs_arena_copy (arena, bs_span (cleaned->text->str, cleaned->text->len)));
  row[ARTICLE] = bs_cell_text (article_text (cleaned, TRUE, "", arena));
  return rows;
}

static gpointer
explain_text (gpointer data G_GNUC_UNUSED, const BsArticle *article, BsReading *reading, BsArena *arena)
{
  return bs_clean_explain_rows (article, reading->cleaned, arena);
}

static gboolean
write_table (Cleaning *c, char **places, GError **error)
{
  const BsTextWork work = { .depth = BS_READ_CLEAN,
                            .work = c->explain ? explain_text : row_of_text,
                            .made_free = bs_text_rows_free,
                            .made_size = bs_text_rows_size };
  BsFrontTexts *texts = bs_front_texts_open (places, &c->corpus, &c->read, &work, &c->exit, error);
  g_autoptr (BsTable) table = texts != NULL ? bs_text_rows_table (texts) : NULL;

  if (table == NULL)
    return FALSE;
  (c->explain ? bs_clean_explain_columns : add_columns) (table);
  return bs_sink_table (c->sink, table, c->kind, error);
}

/* ---- As text ------------------------------------------------------------------------------------------------------ */

static gpointer
text_of_text (gpointer cleaning, const BsArticle *article G_GNUC_UNUSED, BsReading *reading, BsArena *arena)
{
  const Cleaning *c = cleaning;

  return article_text (reading->cleaned, !c->counted, "\n", arena);
}

/* Like head(1) over several files. */
static gboolean
write_heading (Cleaning *c, const BsArticle *article, gboolean first, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s / %s", article->outlet, article->id);
  g_autofree char *plain = bs_plain_text (name, TRUE);
  g_autofree char *line = g_strdup_printf ("%s==> %s <==\n", first ? "" : "\n", plain);

  return bs_sink_write (c->sink, line, -1, error);
}

static gboolean
write_texts (Cleaning *c, char **places, GError **error)
{
  const BsTextWork work = { .depth = BS_READ_CLEAN, .work = text_of_text, .data = c };
  g_autoptr (BsFrontTexts) texts = bs_front_texts_open (places, &c->corpus, &c->read, &work, &c->exit, error);
  BsText text;

  if (texts == NULL)
    return FALSE;
  for (gboolean first = TRUE; bs_front_texts_next (texts, &text); first = FALSE)
    {
      gboolean lone = c->one && text.origin->line == 0 && text.origin->member == NULL;

      if ((!lone && !write_heading (c, text.article, first, error)) || !bs_sink_write (c->sink, text.made, -1, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- As explanations for people ------------------------------------------------------------------------------------ */

static gpointer
explanation_of_text (gpointer data G_GNUC_UNUSED, const BsArticle *article, BsReading *reading,
                     BsArena *arena G_GNUC_UNUSED)
{
  return bs_clean_explanation (article, reading->cleaned);
}

static gboolean
write_explanations (Cleaning *c, char **places, GError **error)
{
  static const BsTextWork work
      = { .depth = BS_READ_CLEAN, .work = explanation_of_text, .made_free = bs_front_table_free };
  g_autoptr (BsFrontTexts) texts = bs_front_texts_open (places, &c->corpus, &c->read, &work, &c->exit, error);

  return texts != NULL && bs_front_texts_write (texts, c->sink, c->kind, error);
}

/* ---- The command -------------------------------------------------------------------------------------------------- */

/* What repeats is known from the corpus that is cleaned. */
static gboolean
learn (Cleaning *c, char **places, const BsAnalysisOptions *analysis, GError **error)
{
  static const char *const standard_input[] = { "-", NULL };
  const char *const *all = places != NULL && places[0] != NULL ? (const char *const *) places : standard_input;
  gboolean held = g_strv_contains (all, "-");
  gint64 start = 0;

  if (c->read.without & BS_STEP_REPEATS)
    return TRUE;
  if (held && !bs_standard_input_hold (&analysis->source.ceilings, NULL, &start, error))
    return FALSE;
  c->read.repeats = c->repeats = bs_learn_places (all, &analysis->source, &c->read, analysis->threads, error);
  return c->repeats != NULL && (!held || bs_standard_input_rewind (start, error));
}

static gboolean
begin (Cleaning *c, char **places, GError **error)
{
  BsAnalysisOptions analysis;

  bs_front_writes (&c->corpus, c->output.output);
  if (!bs_front_output_kind (&c->output, BS_OUTPUT_TABLE, &c->kind, error)
      || !bs_front_corpus_options (&c->corpus, &analysis, error) || !(c->sink = bs_sink_open (c->output.output, error)))
    return FALSE;
  c->read = analysis.read;
  c->one = places == NULL || places[0] == NULL
           || (places[1] == NULL && !g_file_test (places[0], G_FILE_TEST_IS_DIR));
  return learn (c, places, &analysis, error);
}

static gboolean
write_all (Cleaning *c, char **places, GError **error)
{
  if (c->explain && bs_output_is_for_people (c->kind))
    return write_explanations (c, places, error);
  return c->explain || c->output.format != NULL ? write_table (c, places, error) : write_texts (c, places, error);
}

static BsExit
run (char **arguments)
{
  g_auto (Cleaning) c = { 0 };
  g_auto (GStrv) places = NULL;
  const GOptionEntry own[] = {
    { "explain", 'x', 0, G_OPTION_ARG_NONE, &c.explain, "Show every block, its verdict, reason and score", NULL },
    { "counted", 0, 0, G_OPTION_ARG_NONE, &c.counted, "Show only what is counted: no sub-headings, no tables", NULL },
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_output_entries (&c.output), bs_front_corpus_entries (&c.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_clean, arguments, own, shared, &places, &exit))
    return exit;
  if (!begin (&c, places, &error) || !write_all (&c, places, &error)
      || !bs_sink_close (g_steal_pointer (&c.sink), &error))
    return bs_front_fail (error);
  return c.exit;
}

const BsCommand bs_command_clean
    = { "clean", "[CORPUS…]", "print the articles without what is not article", details, run };
