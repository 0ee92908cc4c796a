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
  BsReadOptions read;
  BsSink *sink;
  BsExit exit;
} Showing;

static void
showing_clear (Showing *s)
{
  bs_front_corpus_clear (&s->corpus);
  bs_front_output_clear (&s->output);
  bs_sink_abandon (s->sink);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Showing, showing_clear)

/* ---- Parts of a text ----------------------------------------------------------------------------------------------- */

/* One of them. */
typedef struct {
  guint32     start, length; /* in the cleaned text */
  int         syllables;     /* below 0: not shown */
  const char *why;           /* by what a sentence ends; NULL: it is none */
} Part;

static guint
n_parts (const Showing *s, const BsReading *reading)
{
  return s->what == SENTENCES ? reading->segments->sentences->len : reading->segments->words->len;
}

static Part
part_of (const Showing *s, const BsReading *reading, guint i)
{
  const BsSpelling *spellings = bs_type_index_spellings (reading->index);
  const BsSentence *sentence;
  const BsWord *word;

  if (s->what == SENTENCES)
    {
      sentence = &g_array_index (reading->segments->sentences, BsSentence, i);
      return (Part){ sentence->start, sentence->length, -1, bs_verdict_name (sentence->end) };
    }
  word = &g_array_index (reading->segments->words, BsWord, i);
  return (Part){ word->start, word->length, s->what == SYLLABLES ? spellings[word->spelling].facts.syllables : -1,
                 NULL };
}

static BsSpan
bytes_of (const BsReading *reading, const Part *part)
{
  return bs_span (reading->cleaned->text->str + part->start, part->length);
}

/* Where a part starts and ends in the text as it was read. */
static void
find_offsets (const BsReading *reading, const Part *part, gint64 *from, gint64 *to)
{
  *from = (gint64) bs_cleaned_source (reading->cleaned, part->start);
  *to = (gint64) bs_cleaned_source (reading->cleaned, part->start + part->length - 1) + 1;
}

/* ---- As rows, and as lines ----------------------------------------------------------------------------------------- */

enum { TEXT, START, END, LAST };

static void
add_columns (const Showing *s, BsTable *table)
{
  bs_table_add_column (table, "text", "Text", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "start", "Start", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "end", "End", BS_COLUMN_INTEGER, 0);
  if (s->what == SYLLABLES)
    bs_table_add_column (table, "syllables", "Syllables", BS_COLUMN_INTEGER, 0);
  if (s->what == SENTENCES)
    bs_table_add_column (table, "why", "Ends by", BS_COLUMN_TEXT, 0);
}

static BsTextRows *
rows_of (const Showing *s, const BsReading *reading, BsArena *arena)
{
  BsTextRows *rows = bs_text_rows_new (s->what == WORDS ? LAST : LAST + 1);

  for (guint i = 0; i < n_parts (s, reading); i++)
    {
      Part part = part_of (s, reading, i);
      BsCell *row = bs_text_rows_add (rows);
      gint64 from, to;

      find_offsets (reading, &part, &from, &to);
      row[TEXT] = bs_cell_text (bs_arena_copy (arena, bytes_of (reading, &part)));
      row[START] = bs_cell_integer (from);
      row[END] = bs_cell_integer (to);
      if (s->what != WORDS)
        row[LAST] = s->what == SYLLABLES ? bs_cell_integer (part.syllables) : bs_cell_text (part.why);
    }
  return rows;
}

/* All of a text as the one cell of a row. */
static BsTextRows *
lines_of (const Showing *s, const BsReading *reading, BsArena *arena)
{
  BsTextRows *rows = bs_text_rows_new (1);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < n_parts (s, reading); i++)
    {
      Part part = part_of (s, reading, i);
      gint64 from, to;

      find_offsets (reading, &part, &from, &to);
      if (s->offsets)
        g_string_append_printf (lines, "%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t", from, to);
      g_string_append_len (lines, bytes_of (reading, &part).start, part.length);
      if (part.syllables >= 0)
        g_string_append_printf (lines, "\t%d", part.syllables);
      g_string_append_c (lines, '\n');
    }
  *bs_text_rows_add (rows) = bs_cell_text (bs_arena_copy (arena, bs_span (lines->str, lines->len)));
  return rows;
}

/* ---- The command --------------------------------------------------------------------------------------------------- */

static gboolean
is_table (const Showing *s)
{
  return s->output.format != NULL || s->explain;
}

static gpointer
show_text (gpointer showing, const BsArticle *article G_GNUC_UNUSED, BsReading *reading, BsArena *arena)
{
  const Showing *s = showing;
  BsTextRows *rows = s->explain    ? (s->what == SENTENCES ? bs_explain_ends : bs_explain_words) (reading, arena)
                     : is_table (s) ? rows_of (s, reading, arena)
                                    : lines_of (s, reading, arena);

  if (reading->tally->counts.value[BS_COUNT_SENTENCES] == BS_COUNT_MISSING)
    rows->remark = "hardly a mark in this text ends a sentence; what is shown as one ends with its paragraph";
  return rows;
}

static gboolean
write_lines (Showing *s, BsTable *lines, GError **error)
{
  const BsCell *cell;
  GError *trouble = NULL;

  bs_table_add_column (lines, "lines", NULL, BS_COLUMN_TEXT, 0);
  while ((cell = bs_table_next (lines, &trouble)) != NULL)
    if (!bs_sink_write (s->sink, cell->text, -1, error))
      return FALSE;
  if (trouble != NULL)
    g_propagate_error (error, trouble);
  return trouble == NULL;
}

static gboolean
write_all (Showing *s, char **places, BsOutput kind, GError **error)
{
  const BsTextWork work = { .depth = BS_READ_COUNTS,
                            .work = show_text,
                            .made_free = bs_text_rows_free,
                            .made_size = bs_text_rows_size,
                            .data = s };
  BsFrontTexts *texts = bs_front_texts_open (places, &s->corpus, &s->read, &work, &s->exit, error);
  g_autoptr (BsTable) table = texts != NULL ? bs_text_rows_table (texts) : NULL;

  if (table == NULL)
    return FALSE;
  if (!is_table (s))
    return write_lines (s, table, error);
  if (s->explain)
    (s->what == SENTENCES ? bs_explain_ends_columns : bs_explain_words_columns) (table);
  else
    add_columns (s, table);
  return bs_sink_table (s->sink, table, kind, error);
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
  bs_front_writes (&s.corpus, s.output.output);
  if (s.sentences + s.words + s.syllables > 1)
    return bs_front_usage (&bs_command_segment, "segment shows sentences or words or syllables, one at a time");
  s.what = s.words ? WORDS : s.syllables ? SYLLABLES : SENTENCES;
  if (!bs_front_output_kind (&s.output, BS_OUTPUT_TABLE, &kind, &error)
      || !bs_front_corpus_options (&s.corpus, &analysis, &error)
      || !(s.sink = bs_sink_open (s.output.output, &error)))
    return bs_front_fail (error);
  s.read = analysis.read;
  s.read.without = s.clean ? s.read.without | BS_STEP_COPIES : BS_STEPS_ALL;
  if (!write_all (&s, places, kind, &error) || !bs_sink_close (g_steal_pointer (&s.sink), &error))
    return bs_front_fail (error);
  return s.exit;
}

const BsCommand bs_command_segment
    = { "segment", "[FILE…]", "show the sentences, words and syllables of a text", details, run };
