#include "cli/segment-explain.h"

#include "lexicon/syllable.h"

#define SHOWN_BEFORE 30 /* bytes, at most, of the text on either side of a place */
#define SHOWN_BEHIND 24

/* A place without a mark that was weighed is shown from this score up: the rest are capitals within sentences. */
#define NEAR_AN_END (-40)

/* The text between two offsets, in from the middle of characters, line ends as blanks. */
static char *
piece_of (const GString *text, gsize from, gsize to, BsArena *arena)
{
  while (from < to && ((guchar) text->str[from] & 0xC0) == 0x80)
    from++;
  while (to > from && to < text->len && ((guchar) text->str[to] & 0xC0) == 0x80)
    to--;
  return g_strstrip (g_strdelimit (bs_arena_copy (arena, bs_span (text->str + from, to - from)), "\n\t", ' '));
}

enum { AT, ENDS, BEFORE, BEHIND, ENDS_BY, SCORE, WHY, N_ENDS_COLUMNS };

void
bs_explain_ends_columns (BsTable *table)
{
  bs_table_add_column (table, "at", "At", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "ends", "Ends", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "before", "Before", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "behind", "Behind", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "by", "By", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "score", "Score", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "why", "Why", BS_COLUMN_TEXT, 0);
}

/* The end of a block without words is no place, and a gap that nobody would ask about is left out. */
static gboolean
is_worth_a_row (const BsGap *gap, guint32 earlier_word)
{
  if ((gap->flags & BS_GAP_BLOCK) != 0)
    return gap->word > earlier_word;
  return gap->verdict < BS_N_ENDS || (gap->flags & BS_GAP_MARKS) != 0 || gap->verdict == BS_ON_MARKER
         || (gap->verdict == BS_ON_WEIGHED && gap->score > NEAR_AN_END);
}

static void
explain_gap (BsCell *row, const BsReading *reading, const BsGap *gap, BsArena *arena)
{
  const GString *text = reading->cleaned->text;
  gsize first = MIN (gap->next_start, text->len);

  row[AT] = bs_cell_integer ((gint64) bs_cleaned_source (reading->cleaned, gap->end - 1) + 1);
  row[ENDS] = bs_cell_text (gap->verdict < BS_N_ENDS ? "yes" : "no");
  row[BEFORE]
      = bs_cell_text (piece_of (text, gap->end > SHOWN_BEFORE ? gap->end - SHOWN_BEFORE : 0, gap->end, arena));
  row[BEHIND] = bs_cell_text (piece_of (text, first, MIN (text->len, first + SHOWN_BEHIND), arena));
  row[ENDS_BY] = bs_cell_text (bs_verdict_name (gap->verdict));
  if (gap->verdict == BS_END_WEIGHED || gap->verdict == BS_ON_WEIGHED)
    row[SCORE] = bs_cell_integer (gap->score);
  row[WHY] = bs_cell_text (bs_verdict_reason (gap->verdict));
}

BsTextRows *
bs_explain_ends (const BsReading *reading, BsArena *arena)
{
  BsTextRows *rows = bs_text_rows_new (N_ENDS_COLUMNS);
  guint32 block_word = 0;

  for (guint i = 0; i < reading->segments->gaps->len; i++)
    {
      const BsGap *gap = &g_array_index (reading->segments->gaps, BsGap, i);

      if (gap->end > 0 && is_worth_a_row (gap, block_word))
        explain_gap (bs_text_rows_add (rows), reading, gap, arena);
      if ((gap->flags & BS_GAP_BLOCK) != 0)
        block_word = gap->word;
    }
  return rows;
}

enum { TEXT, START, END, SYLLABLES, FOUND_BY, KIND, COUNTED, N_WORDS_COLUMNS };

void
bs_explain_words_columns (BsTable *table)
{
  bs_table_add_column (table, "text", "Text", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "start", "Start", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "end", "End", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "syllables", "Syllables", BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "by", "By", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "kind", "Kind", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "counted", "Counted as", BS_COLUMN_TEXT, 0);
}

/* The names of the bits that are set, with commas. */
static char *
names_of (guint32 bits, const char *const *names, guint n, BsArena *arena)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if ((bits & 1u << i) != 0 && names[i] != NULL)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", names[i]);
  return bs_arena_copy (arena, bs_span (list->str, list->len));
}

static char *
kind_of (guint32 flags, BsArena *arena)
{
  static const char *const names[] = {
    [0] = "number",        [1] = "function word", [10] = "abbreviation", [11] = "title",
    [12] = "before number", [13] = "one letter",   [14] = "initialism",   [16] = "address",
  };

  return names_of (flags, names, G_N_ELEMENTS (names), arena);
}

static char *
counted_as (guint32 flags, BsArena *arena)
{
  static const char *const names[] = { "hard", "unfamiliar", NULL, NULL, "name" };

  return names_of (flags, names, G_N_ELEMENTS (names), arena);
}

static void
explain_word (BsCell *row, const BsReading *reading, const BsWord *word, guint8 counted, BsArena *arena)
{
  static const char *const rules[] = {
    [BS_SYLLABLES_LISTED] = "listed", [BS_SYLLABLES_PARTS] = "parts",     [BS_SYLLABLES_RULE] = "weights",
    [BS_SYLLABLES_NUMBER] = "number", [BS_SYLLABLES_LETTERS] = "letters",
  };
  const BsWordFacts *facts = &bs_type_index_spellings (reading->index)[word->spelling].facts;
  BsSpan span = bs_span (reading->cleaned->text->str + word->start, word->length);
  BsSyllableRule rule;

  bs_syllables (span, &rule);
  row[TEXT] = bs_cell_text (bs_arena_copy (arena, span));
  row[START] = bs_cell_integer ((gint64) bs_cleaned_source (reading->cleaned, word->start));
  row[END] = bs_cell_integer ((gint64) bs_cleaned_source (reading->cleaned, word->start + word->length - 1) + 1);
  row[SYLLABLES] = bs_cell_integer (facts->syllables);
  row[FOUND_BY] = bs_cell_text (rules[rule]);
  row[KIND] = bs_cell_text (kind_of (facts->flags, arena));
  row[COUNTED] = bs_cell_text (counted_as (counted, arena));
}

BsTextRows *
bs_explain_words (const BsReading *reading, BsArena *arena)
{
  const BsSegments *segments = reading->segments;
  BsTextRows *rows = bs_text_rows_new (N_WORDS_COLUMNS);
  g_autoptr (GArray) counted = g_array_new (FALSE, TRUE, 1);

  for (guint i = 0; i < segments->sentences->len; i++)
    {
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, i);

      g_array_set_size (counted, sentence->n_words);
      bs_tally_show (reading->tally, segments, i, (guint8 *) counted->data);
      for (guint32 k = 0; k < sentence->n_words; k++)
        explain_word (bs_text_rows_add (rows), reading,
                      &g_array_index (segments->words, BsWord, sentence->first_word + k),
                      g_array_index (counted, guint8, k), arena);
    }
  return rows;
}
