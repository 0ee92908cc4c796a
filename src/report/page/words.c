/* Key words of every outlet, and the hardest sentences. */
#include "report/chart/table.h"
#include "report/keyness.h"

#include "report/html/table.h"
#include "report/page/parts.h"

/* The columns of these names alone, NULL-ended, with title and note; takes `from`. */
static BsTable *
pick (BsTable *from, const char *const *names, GError **error)
{
  g_autoptr (BsTable) all = from;
  g_autoptr (BsTable) table = bs_table_new ();
  g_autofree guint *places = g_new0 (guint, bs_table_n_columns (from));
  GError *broken = NULL;
  const BsCell *cells;
  guint n = 0;

  bs_table_set_title (table, bs_table_title (all));
  bs_table_set_note (table, bs_table_note (all));
  for (; names[n] != NULL; n++)
    {
      const BsColumn *column;

      while (places[n] < bs_table_n_columns (all) && !g_str_equal (bs_table_column (all, places[n])->name, names[n]))
        places[n]++;
      g_return_val_if_fail (places[n] < bs_table_n_columns (all), NULL);
      column = bs_table_column (all, places[n]);
      bs_table_add_column (table, column->name, column->title, column->kind, column->decimals);
    }
  while ((cells = bs_table_next (all, &broken)) != NULL)
    {
      bs_table_begin_row (table);
      for (guint i = 0; i < n; i++)
        {
          const BsCell *cell = &cells[places[i]];
          BsColumnKind kind = bs_table_column (table, i)->kind;

          if (cell->missing)
            continue;
          if (kind == BS_COLUMN_TEXT)
            bs_table_set_text (table, i, cell->text);
          else if (kind == BS_COLUMN_INTEGER)
            bs_table_set_integer (table, i, cell->integer);
          else
            bs_table_set_real (table, i, cell->real);
        }
    }
  if (broken == NULL)
    return g_steal_pointer (&table);
  g_propagate_error (error, broken);
  return NULL;
}

/* Of the note's paragraphs, those on the reference and on the figures that are here. */
static void
keep_note (BsTable *table)
{
  g_auto (GStrv) paragraphs = g_strsplit (bs_table_note (table), "\n", 3);
  g_autofree char *note = NULL;

  if (g_strv_length (paragraphs) < 3)
    return;
  note = g_strconcat (paragraphs[0], "\n", paragraphs[1], NULL);
  bs_table_set_note (table, note);
}

gboolean
bs_page_words (BsPageWork *work, GError **error)
{
  static const char *const names[]
      = { "outlet", "rank", "word", "count", "per_million", "articles_percent", "ref_per_million", "log_ratio",
          "log_ratio_low", "log_ratio_high", "g2", NULL };
  const BsKeynessOptions options = { .n = BS_PAGE_KEY_WORDS, .least = 5, .least_articles = 2,
                                     .side = BS_KEY_POSITIVE, .words = BS_KEY_CONTENT, .k = 100,
                                     .most_outlets = BS_CHART_MOST_OUTLETS };
  GError *broken = NULL;
  BsTable *table;

  bs_page_tell (work, "finding key words");
  bs_html_frame_section (work->frame, 2, "words", "Key words");
  table = bs_view_keyness (work->store, &options, &broken);
  if (table != NULL)
    table = pick (table, names, &broken);
  if (table != NULL)
    keep_note (table);
  if (table != NULL && bs_table_n_rows (table) == 0)
    {
      bs_table_free (table);
      bs_page_say (work, "No content word occurs often enough, in articles enough, to be tested.");
      return TRUE;
    }
  if (table != NULL)
    {
      g_autofree char *command = bs_page_command (work, "keyness", "--content");

      bs_page_say (work,
                   "The content words that each outlet writes more than all others together. A key word tells what an"
                   " outlet writes about at least as much as how: a word that few articles hold may be one story's.");
      bs_page_say_command (work, "More words and figures:", command);
      if (bs_page_figure (work, "keyness", bs_page_main_measure (work), "figure-keyness", error))
        return bs_page_table (work, table, "words-keyness", error);
      bs_table_free (table);
      return FALSE;
    }
  if (!g_error_matches (broken, BS_ERROR, BS_ERROR_USAGE))
    {
      g_propagate_error (error, broken);
      return FALSE;
    }
  bs_page_say (work, "There are no key words: %s.", broken->message);
  g_error_free (broken);
  return TRUE;
}

gboolean
bs_page_sentences (BsPageWork *work, GError **error)
{
  g_autofree char *command = bs_page_command (work, "sentences", "");
  const BsReportPage *options = work->options;

  bs_html_frame_section (work->frame, 2, "sentences", "Hardest sentences");
  if (options->sentences == NULL)
    {
      bs_page_say (work, "The sentences are not here: %s.", options->no_sentences);
      return TRUE;
    }
  bs_page_say (work, "The hardest sentences of every outlet, read again from the articles. A list, or a caption that"
                     " was taken for text, may be among them: look before you blame.");
  bs_page_say_command (work, "More of them:", command);
  return bs_html_table (bs_html_frame_body (work->frame), options->sentences, "sentences-hardest", error);
}
