#include "cli/clean-explain.h"
#include "cli/front.h"

#include "analysis/lesson.h"
#include "report/plain.h"

static const char details[]
    = "Prints what broadsheet takes for the article: without menus, tickers, promos, captions, credits and\n"
      "whatever else is no prose of it. Sub-headings are shown where they stand, but are not counted;\n"
      "--counted leaves them out too. Of several texts each has a line above it with its outlet and id;\n"
      "--format gives a table instead, with what was found in credits and in the page's head. --explain\n"
      "shows every block with its verdict, the reason and the score.\n"
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
  BsCleaned *cleaned;
  BsTable *table; /* NULL: text */
  BsSink *sink;
  GString *text;
  guint n_texts;
  BsExit exit;
} Cleaning;

static void
cleaning_clear (Cleaning *c)
{
  bs_front_corpus_clear (&c->corpus);
  bs_front_output_clear (&c->output);
  bs_cleaned_free (c->cleaned);
  bs_repeats_free (c->repeats);
  bs_table_free (c->table);
  bs_sink_abandon (c->sink);
  if (c->text != NULL)
    g_string_free (c->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cleaning, cleaning_clear)

/* The kept blocks and, where `headings`, the sub-headings between them. */
static void
put_article (GString *to, const BsCleaned *cleaned, gboolean headings)
{
  g_string_truncate (to, 0);
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);

      if (block->aside != BS_KEPT && !(headings && block->aside == BS_ASIDE_SUBHEAD))
        continue;
      if (to->len > 0)
        g_string_append (to, "\n\n");
      g_string_append_len (to, bs_cleaned_block (cleaned, block).start, block->length);
    }
}

/* ---- As a table --------------------------------------------------------------------------------------------------- */

enum {
  OUTLET, ID, TITLE, DATE, BYLINE, LANGUAGE, URL, PUBLISHER, DATELINE, AGENCY, ORIGINALLY_FROM, RIGHTS, ENCODING, HTML,
  KEPT_BYTES, ASIDE_BYTES, TEXT, ARTICLE
};

static BsTable *
new_table (void)
{
  static const char *const texts[] = { "outlet",   "id",       "title",  "date",            "byline", "language", "url",
                                       "publisher", "dateline", "agency", "originally_from", "rights", "encoding" };
  BsTable *table = bs_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bs_table_add_column (table, texts[i], NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "html", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "kept_bytes", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "aside_bytes", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "text", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "article", NULL, BS_COLUMN_TEXT, 0);
  return table;
}

static const char *
either (const char *of_record, const char *found)
{
  return of_record != NULL ? of_record : found;
}

static void
add_row (Cleaning *c, const BsArticle *article)
{
  const BsCleaned *cleaned = c->cleaned;
  BsTable *table = c->table;

  bs_table_begin_row (table);
  bs_table_set_text (table, OUTLET, article->outlet);
  bs_table_set_text (table, ID, article->id);
  bs_table_set_text (table, TITLE, either (article->title, cleaned->title));
  bs_table_set_text (table, DATE, either (article->date, cleaned->date));
  bs_table_set_text (table, BYLINE, either (article->byline, cleaned->byline));
  bs_table_set_text (table, LANGUAGE, either (article->language, cleaned->language));
  bs_table_set_text (table, URL, either (article->url, cleaned->url));
  bs_table_set_text (table, PUBLISHER, cleaned->publisher);
  bs_table_set_text (table, DATELINE, cleaned->dateline);
  bs_table_set_text (table, AGENCY, cleaned->agency);
  bs_table_set_text (table, ORIGINALLY_FROM, cleaned->originally_from);
  bs_table_set_text (table, RIGHTS, cleaned->rights);
  bs_table_set_text (table, ENCODING, cleaned->encoding);
  bs_table_set_integer (table, HTML, cleaned->html);
  bs_table_set_integer (table, KEPT_BYTES, (gint64) cleaned->text->len);
  bs_table_set_integer (table, ASIDE_BYTES, (gint64) cleaned->aside_text->len);
  bs_table_set_text (table, TEXT, cleaned->text->str);
  put_article (c->text, cleaned, TRUE);
  bs_table_set_text (table, ARTICLE, c->text->str);
}

/* ---- As text ------------------------------------------------------------------------------------------------------ */

/* Like head(1) over several files. */
static gboolean
write_heading (Cleaning *c, const BsArticle *article, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s / %s", article->outlet, article->id);
  g_autofree char *plain = bs_plain_text (name, TRUE);
  g_autofree char *line = g_strdup_printf ("%s==> %s <==\n", c->n_texts > 1 ? "\n" : "", plain);

  return bs_sink_write (c->sink, line, -1, error);
}

static gboolean
write_article (Cleaning *c, const BsArticle *article, GError **error)
{
  if (!(c->one && article->origin.line == 0 && article->origin.member == NULL) && !write_heading (c, article, error))
    return FALSE;
  put_article (c->text, c->cleaned, !c->counted);
  if (c->text->len > 0)
    g_string_append_c (c->text, '\n');
  return bs_sink_write (c->sink, c->text->str, (gssize) c->text->len, error);
}

static gboolean
write_explanation (Cleaning *c, const BsArticle *article, GError **error)
{
  g_autoptr (BsTable) table = bs_clean_explanation (article, c->cleaned);

  return (c->n_texts == 1 || bs_sink_write (c->sink, "\n", 1, error)) && bs_sink_table (c->sink, table, c->kind, error);
}

/* ---- The command -------------------------------------------------------------------------------------------------- */

static gboolean
clean_text (gpointer data, const BsArticle *article, GError **error)
{
  Cleaning *c = data;

  bs_read_clean (c->cleaned, article, &c->read);
  if (bs_front_tell_unread (article, c->cleaned, &c->exit))
    return TRUE;
  c->n_texts++;
  if (c->explain && c->table == NULL)
    return write_explanation (c, article, error);
  if (c->explain)
    bs_clean_explain_rows (c->table, article, c->cleaned);
  else if (c->table != NULL)
    add_row (c, article);
  else
    return write_article (c, article, error);
  return TRUE;
}

/* What repeats is known from the corpus that is cleaned. */
static gboolean
learn (Cleaning *c, char **places, const BsSourceOptions *source, GError **error)
{
  static const char *const standard_input[] = { "-", NULL };
  const char *const *all = places != NULL && places[0] != NULL ? (const char *const *) places : standard_input;
  gboolean held = g_strv_contains (all, "-");
  gint64 start = 0;

  if (c->read.without & BS_STEP_REPEATS)
    return TRUE;
  if (held && !bs_standard_input_hold (&source->ceilings, NULL, &start, error))
    return FALSE;
  c->read.repeats = c->repeats = bs_learn_places (all, source, &c->read, error);
  return c->repeats != NULL && (!held || bs_standard_input_rewind (start, error));
}

static gboolean
begin (Cleaning *c, char **places, GError **error)
{
  BsAnalysisOptions analysis;

  c->corpus.output = c->output.output;
  if (!bs_front_output_kind (&c->output, BS_OUTPUT_TABLE, &c->kind, error)
      || !bs_front_corpus_options (&c->corpus, &analysis, error) || !(c->sink = bs_sink_open (c->output.output, error)))
    return FALSE;
  c->read = analysis.read;
  c->cleaned = bs_cleaned_new ();
  c->text = g_string_new (NULL);
  c->one = places == NULL || places[0] == NULL
           || (places[1] == NULL && !g_file_test (places[0], G_FILE_TEST_IS_DIR));
  if (c->explain)
    c->table = bs_output_is_for_people (c->kind) ? NULL : bs_clean_explain_table ();
  else if (c->output.format != NULL)
    c->table = new_table ();
  return learn (c, places, &analysis.source, error);
}

static BsExit
run (char **arguments)
{
  g_auto (Cleaning) c = { 0 };
  g_auto (GStrv) places = NULL;
  const GOptionEntry own[] = {
    { "explain", 'x', 0, G_OPTION_ARG_NONE, &c.explain, "Show every block, its verdict, reason and score", NULL },
    { "counted", 0, 0, G_OPTION_ARG_NONE, &c.counted, "Show only what is counted: no sub-headings", NULL },
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_output_entries (&c.output), bs_front_corpus_entries (&c.corpus), NULL };
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_clean, arguments, own, shared, &places, &exit))
    return exit;
  if (!begin (&c, places, &error) || !bs_front_each_text (places, &c.corpus, clean_text, &c, &c.exit, &error)
      || (c.table != NULL && !bs_sink_table (c.sink, c.table, c.kind, &error))
      || !bs_sink_close (g_steal_pointer (&c.sink), &error))
    return bs_front_fail (error);
  return c.exit;
}

const BsCommand bs_command_clean
    = { "clean", "[CORPUS…]", "print the articles without what is not article", details, run };
