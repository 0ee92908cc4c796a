#include "cli/front.h"
#include "cli/segment-explain.h"

#include <stdio.h>

static const char details[]
    = "Shows what broadsheet takes for the sentences, words and syllables of a text, one a line. The text\n"
      "is taken as it is; --clean sets furniture aside first, as analyze does. Offsets are bytes of the\n"
      "file (of a text in another encoding than UTF-8, of its bytes once converted). --format gives a table\n"
      "with them and the reasons. --explain shows every place with a mark, and others where a sentence\n"
      "might end, whether it does and why; with --words or --syllables, how each word's syllables were\n"
      "found and what it counts as.\n"
      "\n"
      "Examples:\n"
      "  broadsheet segment --sentences article.txt\n"
      "  echo 'Dr. Smith paid $3.5 million.' | broadsheet segment --words --offsets\n"
      "  broadsheet segment --syllables article.txt --format csv\n"
      "  broadsheet segment --explain article.txt";

typedef enum { SENTENCES, WORDS, SYLLABLES } What;

typedef struct {
  BsFrontCorpus corpus;
  BsFrontOutput output;
  gboolean sentences, words, syllables, offsets, clean, explain;
  What what;
  BsReading *reading;
  BsReadOptions read;
  BsTable *table; /* NULL: lines */
  BsSink *sink;
  GString *line;
  BsExit exit;
} Showing;

static void
showing_clear (Showing *s)
{
  bs_front_corpus_clear (&s->corpus);
  bs_front_output_clear (&s->output);
  bs_reading_free (s->reading);
  bs_table_free (s->table);
  bs_sink_abandon (s->sink);
  if (s->line != NULL)
    g_string_free (s->line, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Showing, showing_clear)

/* One part of the text: a line of output, with its place in the text as it was read. `syllables` below 0: not shown. */
static gboolean
show (Showing *s, guint32 start, guint32 length, int syllables, const char *why, GError **error)
{
  const BsCleaned *cleaned = s->reading->cleaned;
  const char *text = cleaned->text->str + start;
  gint64 from = (gint64) bs_cleaned_source (cleaned, start);
  gint64 to = (gint64) bs_cleaned_source (cleaned, start + length - 1) + 1;

  if (s->table != NULL)
    {
      g_autofree char *copy = g_strndup (text, length);

      bs_table_begin_row (s->table);
      bs_table_set_text (s->table, 0, copy);
      bs_table_set_integer (s->table, 1, from);
      bs_table_set_integer (s->table, 2, to);
      if (syllables >= 0)
        bs_table_set_integer (s->table, 3, syllables);
      else if (why != NULL)
        bs_table_set_text (s->table, 3, why);
      return TRUE;
    }
  g_string_truncate (s->line, 0);
  if (s->offsets)
    g_string_append_printf (s->line, "%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t", from, to);
  g_string_append_len (s->line, text, length);
  if (syllables >= 0)
    g_string_append_printf (s->line, "\t%d", syllables);
  g_string_append_c (s->line, '\n');
  return bs_sink_write (s->sink, s->line->str, (gssize) s->line->len, error);
}

static gboolean
show_sentences (Showing *s, GError **error)
{
  const GArray *sentences = s->reading->segments->sentences;

  for (guint i = 0; i < sentences->len; i++)
    {
      const BsSentence *sentence = &g_array_index (sentences, BsSentence, i);

      if (!show (s, sentence->start, sentence->length, -1, bs_verdict_name (sentence->end), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
show_words (Showing *s, GError **error)
{
  const GArray *words = s->reading->segments->words;
  const BsSpelling *spellings = bs_type_index_spellings (s->reading->index);

  for (guint i = 0; i < words->len; i++)
    {
      const BsWord *word = &g_array_index (words, BsWord, i);
      int syllables = s->what == SYLLABLES ? spellings[word->spelling].facts.syllables : -1;

      if (!show (s, word->start, word->length, syllables, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
show_text (gpointer data, const BsArticle *article, GError **error)
{
  Showing *s = data;

  bs_read (s->reading, article, &s->read);
  if (bs_front_tell_unread (article, s->reading->cleaned, &s->exit))
    return TRUE;
  if (s->reading->tally->counts.value[BS_COUNT_SENTENCES] == BS_COUNT_MISSING)
    bs_front_say ("%s: hardly a mark in this text ends a sentence; what is shown as one ends with its paragraph",
                  article->origin.path);
  if (!s->explain)
    return s->what == SENTENCES ? show_sentences (s, error) : show_words (s, error);
  if (s->what == SENTENCES)
    bs_explain_ends (s->table, s->reading);
  else
    bs_explain_words (s->table, s->reading);
  return TRUE;
}

static BsTable *
new_table (What what, gboolean explain)
{
  BsTable *table = bs_table_new ();

  if (explain)
    {
      (what == SENTENCES ? bs_explain_ends_columns : bs_explain_words_columns) (table);
      return table;
    }
  bs_table_add_column (table, "text", "Text", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "start", "Start", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "end", "End", BS_COLUMN_INTEGER, 0);
  if (what == SYLLABLES)
    bs_table_add_column (table, "syllables", "Syllables", BS_COLUMN_INTEGER, 0);
  if (what == SENTENCES)
    bs_table_add_column (table, "why", "Ends by", BS_COLUMN_TEXT, 0);
  return table;
}

static BsExit
run (char **arguments)
{
  g_auto (Showing) s = { 0 };
  g_auto (GStrv) places = NULL;
  const GOptionEntry own[] = {
    { "sentences", 's', 0, G_OPTION_ARG_NONE, &s.sentences, "Show sentences (the default)", NULL },
    { "words", 'w', 0, G_OPTION_ARG_NONE, &s.words, "Show words", NULL },
    { "syllables", 'y', 0, G_OPTION_ARG_NONE, &s.syllables, "Show words with their syllables", NULL },
    { "offsets", 'b', 0, G_OPTION_ARG_NONE, &s.offsets, "Show where each starts and ends", NULL },
    { "explain", 'x', 0, G_OPTION_ARG_NONE, &s.explain, "Show every decision and the reason for it", NULL },
    { "clean", 0, 0, G_OPTION_ARG_NONE, &s.clean, "Set furniture aside first", NULL },
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_output_entries (&s.output), bs_front_corpus_entries (&s.corpus), NULL };
  GError *error = NULL;
  BsAnalysisOptions analysis;
  BsOutput kind;
  BsExit exit;

  if (!bs_front_parse (&bs_command_segment, arguments, own, shared, &places, &exit))
    return exit;
  s.corpus.output = s.output.output;
  if (s.sentences + s.words + s.syllables > 1)
    return bs_front_usage (&bs_command_segment, "segment shows sentences or words or syllables, one at a time");
  s.what = s.words ? WORDS : s.syllables ? SYLLABLES : SENTENCES;
  s.line = g_string_new (NULL);
  s.reading = bs_reading_new ();
  if (!bs_front_output_kind (&s.output, BS_OUTPUT_TABLE, &kind, &error)
      || !bs_front_corpus_options (&s.corpus, &analysis, &error)
      || !(s.sink = bs_sink_open (s.output.output, &error)))
    return bs_front_fail (error);
  s.read = (BsReadOptions){ .without = s.clean ? 0 : BS_STEPS_ALL, .lexicon = analysis.read.lexicon };
  if (s.output.format != NULL || s.explain)
    s.table = new_table (s.what, s.explain);
  if (!bs_front_each_text (places, &s.corpus, show_text, &s, &s.exit, &error)
      || (s.table != NULL && !bs_sink_table (s.sink, s.table, kind, &error))
      || !bs_sink_close (g_steal_pointer (&s.sink), &error))
    return bs_front_fail (error);
  return s.exit;
}

const BsCommand bs_command_segment
    = { "segment", "[FILE…]", "show the sentences, words and syllables of a text", details, run };
