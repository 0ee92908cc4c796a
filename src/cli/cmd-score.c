#include "cli/text-rows.h"

#include <stdio.h>

static const char details[]
    = "Measures one or more texts for a person at a desk: no store is made. Without a file, or with -, it\n"
      "reads standard input. Tickers, menus, credits and the like are set aside first; --as-is counts\n"
      "everything.\n"
      "\n"
      "Examples:\n"
      "  broadsheet score article.txt\n"
      "  pbpaste | broadsheet score --all\n"
      "  broadsheet score drafts/*.txt --format csv";

typedef struct {
  BsFrontCorpus corpus;
  BsFrontOutput output;
  gboolean all;
  BsReadOptions read;
  BsSink *sink;
  BsOutput kind;
  BsExit exit;
} Scoring;

static void
scoring_clear (Scoring *s)
{
  bs_front_corpus_clear (&s->corpus);
  bs_front_output_clear (&s->output);
  bs_sink_abandon (s->sink);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scoring, scoring_clear)

static const char *
title_of (const BsReading *reading, const BsArticle *article)
{
  return article->title != NULL ? article->title : reading->cleaned->title;
}

/* ---- For programs: one row a text, written as it is read ------------------------------------------------------------ */

enum { TEXT, TITLE, LANGUAGE, KEPT_BYTES, ASIDE_BYTES, COUNTS, MEASURES = COUNTS + BS_N_COUNTS };

static gpointer
row_of_text (gpointer data G_GNUC_UNUSED, const BsArticle *article, BsReading *reading, BsArena *arena)
{
  guint n;
  BsTextRows *rows;
  BsCell *row;
  BsCleanedBytes bytes;

  bs_measures_of_articles (&n);
  rows = bs_text_rows_new (MEASURES + n);
  row = bs_text_rows_add (rows);
  row[TEXT] = bs_cell_text (bs_front_text_name (article));
  row[TITLE] = bs_cell_text (bs_arena_strdup (arena, title_of (reading, article)));
  row[LANGUAGE] = bs_cell_text (bs_arena_strdup (arena, reading->language));
  bytes = bs_cleaned_bytes (reading->cleaned);
  row[KEPT_BYTES] = bs_cell_integer ((gint64) bytes.kept);
  row[ASIDE_BYTES] = bs_cell_integer ((gint64) bytes.aside);
  for (guint i = 0; i < BS_N_COUNTS; i++)
    if (reading->tally->counts.value[i] != BS_COUNT_MISSING)
      row[COUNTS + i] = bs_cell_integer (reading->tally->counts.value[i]);
  for (guint i = 0; i < n; i++)
    row[MEASURES + i] = bs_cell_real (reading->measures[i]);
  return rows;
}

static void
add_columns (BsTable *table)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  bs_table_add_column (table, "text", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "title", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "language", NULL, BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "kept_bytes", NULL, BS_COLUMN_INTEGER, 0);
  bs_table_add_column (table, "aside_bytes", NULL, BS_COLUMN_INTEGER, 0);
  for (guint i = 0; i < BS_N_COUNTS; i++)
    bs_table_add_column (table, bs_count_info (i)->name, NULL, BS_COLUMN_INTEGER, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);

      bs_table_add_column (table, id, NULL, BS_COLUMN_REAL, bs_measure_decimals (refs[i]));
    }
}

static gboolean
write_rows (Scoring *s, char **places, GError **error)
{
  static const BsTextWork work = { .depth = BS_READ_COUNTS,
                                   .work = row_of_text,
                                   .made_free = bs_text_rows_free,
                                   .made_size = bs_text_rows_size };
  g_autoptr (BsTable) table = NULL;
  BsFrontTexts *texts = bs_front_texts_open (places, &s->corpus, &s->read, &work, &s->exit, error);

  if (texts == NULL)
    return FALSE;
  table = bs_text_rows_table (texts);
  add_columns (table);
  return bs_sink_table (s->sink, table, s->kind, error);
}

/* ---- For people --------------------------------------------------------------------------------------------------- */

static void
add_line (BsTable *table, const char *what, const char *value, const char *unit, const char *remark)
{
  bs_table_begin_row (table);
  bs_table_set_text (table, 0, what);
  bs_table_set_text (table, 1, value);
  bs_table_set_text (table, 2, unit);
  bs_table_set_text (table, 3, remark);
}

static void
add_counts (const Scoring *s, const BsReading *reading, BsTable *table)
{
  static const BsCount few[] = { BS_COUNT_WORDS, BS_COUNT_SENTENCES, BS_COUNT_PARAGRAPHS, BS_COUNT_SYLLABLES,
                                 BS_COUNT_LETTERS, BS_COUNT_TYPES };
  guint n = s->all ? BS_N_COUNTS : G_N_ELEMENTS (few);

  for (guint i = 0; i < n; i++)
    {
      BsCount count = s->all ? i : few[i];
      gint64 value = reading->tally->counts.value[count];
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

      add_line (table, bs_count_info (count)->name, value != BS_COUNT_MISSING ? text : NULL, NULL,
                value != BS_COUNT_MISSING     ? NULL
                : count == BS_COUNT_SENTENCES ? "hardly a mark in this text ends a sentence"
                                              : "known for English only");
    }
}

static void
add_measures (const Scoring *s, const BsReading *reading, BsTable *table)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; i < n; i++)
    {
      BsMissing missing;
      double value = bs_measure_text (refs[i], reading->inputs, reading->language, !s->read.any_length, &missing);
      g_autofree char *text = bs_measure_format (refs[i], value);
      g_autofree char *id = bs_measure_ref_id (refs[i]);
      g_autofree char *caution = missing == BS_HAS_VALUE ? bs_measure_caution (refs[i], reading->inputs) : NULL;

      if (!s->all && !bs_measure_is_headline (refs[i]))
        continue;
      if (missing == BS_WRONG_LANGUAGE && s->all && refs[i].measure->language != NULL
          && !g_str_equal (refs[i].measure->language, "en"))
        continue;
      add_line (table, id, missing == BS_HAS_VALUE ? text : NULL, refs[i].measure->unit,
                missing != BS_HAS_VALUE ? bs_missing_name (missing)
                : caution != NULL       ? caution
                                        : refs[i].measure->title);
    }
}

static gpointer
page_of_text (gpointer scoring, const BsArticle *article, BsReading *reading, BsArena *arena G_GNUC_UNUSED)
{
  const Scoring *s = scoring;
  BsTable *table = bs_table_new ();
  const char *title = title_of (reading, article);
  g_autofree char *heading = title != NULL ? g_strdup_printf ("%s: %s", bs_front_text_name (article), title)
                                           : g_strdup (bs_front_text_name (article));
  g_autofree char *note = g_strdup_printf (
      "Language: %s. Set aside before counting: %.0f %% of the text. %s “broadsheet explain MEASURE --text FILE” works a"
      " value out.",
      reading->language != NULL ? reading->language : "unknown",
      bs_cleaned_aside_percent (reading->cleaned),
      s->read.lexicon.numbers == BS_NUMBERS_ONE ? "Each number counts as one syllable."
                                                : "Numbers have the syllables that are spoken.");

  bs_table_set_title (table, heading);
  bs_table_set_note (table, note);
  bs_table_add_column (table, "measure", "Measure", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "value", "Value", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "unit", "Unit", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "remark", "", BS_COLUMN_TEXT, 0);
  add_counts (s, reading, table);
  add_measures (s, reading, table);
  return table;
}

static gboolean
write_pages (Scoring *s, char **places, GError **error)
{
  const BsTextWork work = { .depth = BS_READ_COUNTS, .work = page_of_text, .made_free = bs_front_table_free, .data = s };
  g_autoptr (BsFrontTexts) texts = bs_front_texts_open (places, &s->corpus, &s->read, &work, &s->exit, error);

  return texts != NULL && bs_front_texts_write (texts, s->sink, s->kind, error);
}

static BsExit
run (char **arguments)
{
  g_auto (Scoring) s = { 0 };
  g_auto (GStrv) places = NULL;
  const GOptionEntry own[] = {
    { "all", 'a', 0, G_OPTION_ARG_NONE, &s.all, "Show every count and measure", NULL },
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_output_entries (&s.output), bs_front_corpus_entries (&s.corpus), NULL };
  BsAnalysisOptions analysis;
  GError *error = NULL;
  BsExit exit;

  if (!bs_front_parse (&bs_command_score, arguments, own, shared, &places, &exit))
    return exit;
  bs_front_writes (&s.corpus, s.output.output);
  if (!bs_front_output_kind (&s.output, BS_OUTPUT_TABLE, &s.kind, &error)
      || !bs_front_corpus_options (&s.corpus, &analysis, &error) || !(s.sink = bs_sink_open (s.output.output, &error)))
    return bs_front_fail (error);
  s.read = analysis.read;
  s.read.without |= BS_STEP_COPIES; /* nobody asks for them */
  if (!(bs_output_is_for_people (s.kind) ? write_pages (&s, places, &error) : write_rows (&s, places, &error))
      || !bs_sink_close (g_steal_pointer (&s.sink), &error))
    return bs_front_fail (error);
  return s.exit;
}

const BsCommand bs_command_score = { "score", "[FILE…]", "measure one or more texts, without a store", details, run };
