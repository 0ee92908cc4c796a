#include "cli/hard-list.h"

#include <string.h>

#include "cli/front.h"
#include "report/plain.h"
#include "report/view.h"

static const char details[]
    = "Lists the hardest sentences of every outlet of a store, which are read again from their sources, or\n"
      "of texts (files, records, standard input), with what makes each hard: its length, words of three\n"
      "syllables or more, words off the Dale-Chall list by name, and marks inside. Hardness is Flesch and\n"
      "Kincaid's grade of the sentence alone; --by words asks for the longest. English texts only.\n"
      "\n"
      "Examples:\n"
      "  broadsheet sentences draft.txt\n"
      "  broadsheet sentences papers.db -n 5 --outlet-only 'The Gazette'\n"
      "  broadsheet sentences papers.db --outlet-only 'The Gazette' --article 2023/ferry.txt\n"
      "  broadsheet sentences papers.db --by words --format csv -o longest.csv";

#define WIDTH 100 /* of a page where the terminal does not say */

typedef struct {
  BsFrontOutput output;
  BsFrontCorpus corpus;
  char *outlet, *article, *by_name, *copies;
  int n, least;
  BsOutput kind;
  BsReadOptions read;
  BsHardList *list;
  guint64 shown; /* sentences */
  BsSink *sink;
  BsExit exit;
} Options;

static void
options_clear (Options *options)
{
  bs_front_output_clear (&options->output);
  bs_front_corpus_clear (&options->corpus);
  g_free (options->outlet);
  g_free (options->article);
  g_free (options->by_name);
  g_free (options->copies);
  bs_hard_list_free (options->list);
  bs_sink_abandon (options->sink);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- Output ------------------------------------------------------------------------------------------------------ */

static void
add_marks (GString *why, guint n, const char *one, const char *many)
{
  if (n > 0)
    g_string_append_printf (why, "; %u %s", n, n == 1 ? one : many);
}

/* What makes it hard, in words. Free with g_free. */
static char *
why_of (const BsHardSentence *s)
{
  GString *why = g_string_new (NULL);

  g_string_append_printf (why, "grade %.1f: %u words", s->grade, s->words);
  add_marks (why, s->long_words, "word of three syllables or more", "words of three syllables or more");
  add_marks (why, s->commas, "comma", "commas");
  add_marks (why, s->semicolons, "semicolon or colon", "semicolons or colons");
  add_marks (why, s->brackets, "bracket", "brackets");
  add_marks (why, s->dashes, "dash", "dashes");
  if (s->unfamiliar > 0)
    g_string_append_printf (why, "; unfamiliar: %s", s->names_them);
  return g_string_free (why, FALSE);
}

/* Appends the text made safe and wrapped, each line behind `indent`. */
static void
append_wrapped (GString *page, const char *text, const char *indent, BsTerminal terminal)
{
  g_autofree char *plain = bs_plain_text (text, terminal.unicode);
  guint width = terminal.width > 20 ? MIN (terminal.width, WIDTH) : WIDTH;
  g_auto (GStrv) lines = bs_plain_wrap (plain, width - (guint) strlen (indent));

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (page, "%s%s\n", indent, lines[i]);
}

/* They in words, group by group, behind `page`. */
static void
append_page (GString *page, const GPtrArray *sentences, BsTerminal terminal)
{
  const char *group = NULL;

  for (guint i = 0; i < sentences->len; i++)
    {
      const BsHardFound *found = sentences->pdata[i];
      g_autofree char *why = why_of (found->sentence);
      g_autofree char *place = g_strdup_printf ("%s, sentence %u", found->article, found->sentence->place);

      if (group == NULL || !g_str_equal (group, found->group))
        {
          g_string_append (page, group != NULL ? "\n" : "");
          append_wrapped (page, found->group, "", terminal);
        }
      group = found->group;
      g_string_append_c (page, '\n');
      append_wrapped (page, place, "  ", terminal);
      append_wrapped (page, why, "  ", terminal);
      append_wrapped (page, found->sentence->text, "    ", terminal);
    }
}

/* ---- Texts: the hardest of one after the other ------------------------------------------------------------------- */

/* A record has an outlet and an id; a file is called by its name. */
static gpointer
find_in_text (gpointer data, const BsArticle *article, BsReading *reading, BsArena *arena G_GNUC_UNUSED)
{
  const Options *options = data;
  const char *name = bs_front_text_name (article);

  return bs_hard_list_find (options->list, reading, name == article->id ? article->outlet : name, name);
}

typedef struct {
  Options *options;
  BsFrontTexts *texts;
  const GPtrArray *found; /* of the text at hand; NULL: none */
  guint next;
} Texts;

/* What is found in the next text that is English; NULL behind the last. */
static const GPtrArray *
next_text (Options *options, BsFrontTexts *texts)
{
  BsText text;

  while (bs_front_texts_next (texts, &text))
    {
      const BsHardArticle *article = text.made;

      if (article->found != NULL)
        {
          options->shown += article->found->len;
          return article->found;
        }
      options->list->foreign++;
    }
  return NULL;
}

static gboolean
next_row (gpointer data, BsCell *cells, GError **error G_GNUC_UNUSED)
{
  Texts *texts = data;

  while (texts->found == NULL || texts->next == texts->found->len)
    {
      texts->found = next_text (texts->options, texts->texts);
      texts->next = 0;
      if (texts->found == NULL)
        return FALSE;
    }
  bs_hard_list_row (texts->found->pdata[texts->next++], cells);
  return TRUE;
}

static gboolean
write_rows (Options *options, BsFrontTexts *texts, GError **error)
{
  Texts source = { options, texts, NULL, 0 };
  g_autoptr (BsTable) table = bs_table_new_pulled (next_row, &source, NULL);

  bs_hard_list_columns (options->list, table);
  return bs_sink_table (options->sink, table, options->kind, error);
}

static gboolean
write_pages (Options *options, BsFrontTexts *texts, GError **error)
{
  g_autoptr (GString) page = g_string_new (NULL);
  const GPtrArray *found;
  gboolean first = TRUE;

  while ((found = next_text (options, texts)) != NULL)
    {
      if (found->len == 0)
        continue;
      g_string_assign (page, first ? "" : "\n");
      append_page (page, found, bs_sink_terminal (options->sink));
      if (!bs_sink_write (options->sink, page->str, (gssize) page->len, error))
        return FALSE;
      first = FALSE;
    }
  return TRUE;
}

static gboolean
find_in_texts (Options *options, char **places, GError **error)
{
  const BsTextWork work
      = { .depth = BS_READ_COUNTS, .work = find_in_text, .made_free = bs_hard_article_free, .data = options };
  BsAnalysisOptions analysis;
  g_autoptr (BsFrontTexts) texts = NULL;

  if (!bs_front_corpus_options (&options->corpus, &analysis, error))
    return FALSE;
  options->read = analysis.read;
  options->read.without |= BS_STEP_COPIES; /* nobody asks for them */
  texts = bs_front_texts_open (places, &options->corpus, &options->read, &work, &options->exit, error);
  return texts != NULL
         && (options->kind == BS_OUTPUT_TABLE ? write_pages (options, texts, error) : write_rows (options, texts, error));
}

/* ---- A store ----------------------------------------------------------------------------------------------------- */

static gboolean
write_list (Options *options, GError **error)
{
  g_autoptr (BsTable) table = NULL;
  g_autoptr (GString) page = NULL;

  bs_hard_list_end (options->list);
  options->shown = options->list->found->len;
  if (options->kind != BS_OUTPUT_TABLE)
    {
      table = bs_hard_list_table (options->list);
      return bs_sink_table (options->sink, table, options->kind, error);
    }
  page = g_string_new (NULL);
  append_page (page, options->list->found, bs_sink_terminal (options->sink));
  return bs_sink_write (options->sink, page->str, (gssize) page->len, error);
}

static gboolean
check_article (BsStore *store, const char *id, GError **error)
{
  const char *bound[] = { id, NULL };

  if (bs_store_number (store, "SELECT EXISTS (SELECT 1 FROM articles WHERE id = ?)", bound) == 1)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "the store has no article “%s”; “broadsheet export articles” lists them", id);
  return FALSE;
}

static gboolean
find_in_store (Options *options, const char *path, GError **error)
{
  g_autoptr (BsStore) store = bs_store_open (path, BS_STORE_READ, error);
  BsWalkOptions walk = { .outlet = options->outlet, .threads = (guint) MAX (options->corpus.threads, 0) };
  BsWalkSummary summary = { 0 };
  BsCopies copies;
  gboolean fine = store != NULL && bs_front_spares_sources (&options->corpus, store, error)
                  && bs_front_copies (options->copies, BS_COPIES_LEAVE_OUT, &copies, error)
                  && bs_store_set_copies (store, copies, error)
                  && (options->outlet == NULL || bs_view_check_outlet (store, options->outlet, error))
                  && (options->article == NULL || check_article (store, options->article, error))
                  && bs_hard_list_walk (options->list, store, &walk, options->article, &summary, error);

  if (fine && summary.changed + summary.gone > 0)
    {
      bs_front_say ("articles that could not be read again and are passed over: %" G_GUINT64_FORMAT "; first %s",
                    summary.changed + summary.gone, summary.first != NULL ? summary.first : "one without a name");
      options->exit = BS_EXIT_PROBLEMS;
    }
  bs_walk_summary_clear (&summary);
  return fine && write_list (options, error);
}

static const char *
contradiction (const Options *options, gboolean is_store)
{
  if (options->n < 0 || options->least < 1)
    return "--number takes 0 or more, --least 1 or more";
  if (options->by_name != NULL && !g_str_equal (options->by_name, "grade") && !g_str_equal (options->by_name, "words"))
    return "--by takes grade or words";
  if (!is_store && (options->outlet != NULL || options->article != NULL || options->copies != NULL))
    return "--outlet-only, --article and --copies go with a store";
  return NULL;
}

static BsExit
run (char **arguments)
{
  g_auto (Options) options = { .n = 10, .least = 10, .exit = BS_EXIT_DONE };
  g_auto (GStrv) places = NULL;
  const GOptionEntry own[] = {
    { "number", 'n', 0, G_OPTION_ARG_INT, &options.n, "How many sentences of each outlet or text (10); 0: all", "N" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by_name, "Hardest by grade (default) or words", "WHAT" },
    { "least", 0, 0, G_OPTION_ARG_INT, &options.least, "Leave out sentences of fewer words (10)", "WORDS" },
    { "outlet-only", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, "Of this outlet alone", "NAME" },
    { "article", 0, 0, G_OPTION_ARG_FILENAME, &options.article, "Of articles with this id alone", "ID" },
    BS_FRONT_COPIES_ENTRY (&options.copies),
    { NULL },
  };
  const GOptionEntry *shared[]
      = { bs_front_output_entries (&options.output), bs_front_corpus_entries (&options.corpus), NULL };
  gboolean is_store = FALSE;
  const char *wrong;
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_sentences, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&options.corpus, options.output.output);
  if (places != NULL && places[0] != NULL && places[1] == NULL && !bs_front_is_store (places[0], &is_store, &error))
    return bs_front_fail (error);
  wrong = contradiction (&options, is_store);
  if (wrong != NULL)
    return bs_front_usage (&bs_command_sentences, "%s", wrong);
  options.list
      = bs_hard_list_new ((guint) options.n, (guint) options.least,
                          g_strcmp0 (options.by_name, "words") == 0 ? BS_HARD_BY_WORDS : BS_HARD_BY_GRADE);
  if (!bs_front_output_kind (&options.output, BS_OUTPUT_TABLE, &options.kind, &error)
      || !(options.sink = bs_sink_open (options.output.output, &error))
      || !(is_store ? find_in_store (&options, places[0], &error) : find_in_texts (&options, places, &error))
      || !bs_sink_close (g_steal_pointer (&options.sink), &error))
    return bs_front_fail (error);
  if (options.list->foreign > 0)
    bs_front_say ("passed over, as not known to be English: %" G_GUINT64_FORMAT " (--language en says that they are)",
                  options.list->foreign);
  else if (options.shown == 0 && options.exit == BS_EXIT_DONE)
    bs_front_say ("there is no sentence of %d words or more; --least takes shorter ones", options.least);
  return options.exit;
}

const BsCommand bs_command_sentences
    = { "sentences", "STORE|FILE…", "list the hardest sentences and what makes them hard", details, run };
