/* A corpus on the command line: its options, its analysis with progress, and its texts. */
#include "cli/front.h"

#include <stdio.h>
#include <unistd.h>

#include "base/number.h"
#include "base/temporary.h"

const GOptionEntry *
bs_front_corpus_entries (BsFrontCorpus *c)
{
  static GOptionEntry entries[24];
  const GOptionEntry all[] = {
    { "input-format", 0, 0, G_OPTION_ARG_STRING, &c->input_format,
      "Read as text, html, jsonl, csv, tsv, warc, nexis or factiva", "FORMAT" },
    { "field-text", 0, 0, G_OPTION_ARG_FILENAME, &c->field_text, "Field of a record that holds its text", "NAME" },
    { "field-outlet", 0, 0, G_OPTION_ARG_FILENAME, &c->field_outlet, "Field that names the outlet", "NAME" },
    { "field-id", 0, 0, G_OPTION_ARG_FILENAME, &c->field_id, "Field that holds the article's id", "NAME" },
    { "field-title", 0, 0, G_OPTION_ARG_FILENAME, &c->field_title, "Field that holds the headline", "NAME" },
    { "field-date", 0, 0, G_OPTION_ARG_FILENAME, &c->field_date, "Field that holds the date", "NAME" },
    { "field-byline", 0, 0, G_OPTION_ARG_FILENAME, &c->field_byline, "Field that names the author", "NAME" },
    { "field-url", 0, 0, G_OPTION_ARG_FILENAME, &c->field_url, "Field that holds the address", "NAME" },
    { "field-language", 0, 0, G_OPTION_ARG_FILENAME, &c->field_language, "Field that holds the language", "NAME" },
    { "outlet", 0, 0, G_OPTION_ARG_FILENAME, &c->outlet, "Outlet of articles that name none", "NAME" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &c->language, "Language of articles that name none (en, de, …)", "CODE" },
    { "as-is", 0, 0, G_OPTION_ARG_NONE, &c->as_is, "Count everything: set no furniture aside", NULL },
    { "without", 0, 0, G_OPTION_ARG_STRING, &c->without,
      "Leave out content, repair, furniture, credits, repeats, copies", "STEP[,STEP…]" },
    { "any-length", 0, 0, G_OPTION_ARG_NONE, &c->any_length, "Measure texts that are too short, too", NULL },
    { "numbers", 0, 0, G_OPTION_ARG_STRING, &c->numbers, "Syllables of a number: spoken, or one", "HOW" },
    { "follow-links", 0, 0, G_OPTION_ARG_NONE, &c->follow_links,
      "Follow links to folders and to what lies outside the corpus", NULL },
    { "ceiling", 0, 0, G_OPTION_ARG_STRING_ARRAY, &c->ceilings,
      "Take in more, or less; may be repeated; “analyze --ceilings” lists them", "NAME=VALUE" },
    { "max-article", 0, 0, G_OPTION_ARG_STRING, &c->max_article, "The same as --ceiling article=BYTES", "BYTES" },
    { "threads", 'j', 0, G_OPTION_ARG_INT, &c->threads, "Work in N threads (one a processor)", "N" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &c->quiet, "Say nothing but errors", NULL },
    { NULL },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (all) <= G_N_ELEMENTS (entries));
  memcpy (entries, all, sizeof all);
  return entries;
}

void
bs_front_corpus_clear (BsFrontCorpus *c)
{
  char *strings[] = { c->input_format, c->field_text, c->field_outlet,   c->field_title, c->field_date, c->field_byline,
                      c->field_id,     c->field_url,  c->field_language, c->outlet,      c->language,
                      c->numbers,      c->without };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
  for (guint i = 0; i < BS_FRONT_OUTPUTS; i++)
    g_free (c->outputs[i]);
  g_strfreev (c->ceilings);
  g_free (c->max_article);
}

static gboolean
format_from_name (const char *name, BsFormat *format, GError **error)
{
  if (bs_format_from_name (name, format))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no input format; there are " BS_FORMAT_NAMES, name);
  return FALSE;
}

static gboolean
numbers_from_name (const char *name, BsNumbers *numbers, GError **error)
{
  if (name == NULL || bs_numbers_from_name (name, numbers))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--numbers takes “spoken” or “one”, not “%s”", name);
  return FALSE;
}

static gboolean
check_utf8 (const char *const *strings, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (strings[i] != NULL && !g_utf8_validate (strings[i], -1, NULL))
      {
        g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE, "names of fields, outlets and languages must be UTF-8");
        return FALSE;
      }
  return TRUE;
}

gboolean
bs_front_ceilings (const BsFrontCorpus *c, BsCeilings *ceilings, GError **error)
{
  g_autofree char *article = c->max_article != NULL ? g_strconcat ("article=", c->max_article, NULL) : NULL;

  *ceilings = (BsCeilings){ { 0 } };
  if (article != NULL && !bs_ceilings_set (ceilings, article, error))
    return FALSE;
  for (char **ceiling = c->ceilings; ceiling != NULL && *ceiling != NULL; ceiling++)
    if (!bs_ceilings_set (ceilings, *ceiling, error))
      return FALSE;
  return TRUE;
}

gboolean
bs_front_corpus_options (const BsFrontCorpus *c, BsAnalysisOptions *options, GError **error)
{
  const char *strings[] = { c->field_text, c->field_outlet, c->field_title,    c->field_date, c->field_byline,
                            c->field_id,   c->field_url,    c->field_language, c->outlet,     c->language };

  *options = (BsAnalysisOptions){ .threads = (guint) c->threads, .prune = c->prune };
  if (!check_utf8 (strings, G_N_ELEMENTS (strings), error)
      || (c->input_format != NULL && !format_from_name (c->input_format, &options->source.format, error)))
    return FALSE;
  if (c->threads < 0 || c->threads > 1024)
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE,
                           "--threads takes a number from 1 to 1024, or 0 for one a processor");
      return FALSE;
    }
  if (!(c->checkpoint >= 0))
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE, "--checkpoint takes a number of seconds above 0");
      return FALSE;
    }
  if (!bs_front_ceilings (c, &options->source.ceilings, error))
    return FALSE;
  options->source.field_text = c->field_text;
  options->source.field_outlet = c->field_outlet;
  options->source.field_title = c->field_title;
  options->source.field_date = c->field_date;
  options->source.field_byline = c->field_byline;
  options->source.field_id = c->field_id;
  options->source.field_url = c->field_url;
  options->source.field_language = c->field_language;
  options->source.outlet = c->outlet;
  options->source.language = c->language;
  options->checkpoint = c->checkpoint;
  options->source.follow_links = c->follow_links;
  options->read = (BsReadOptions){ .any_length = c->any_length, .ceilings = options->source.ceilings };
  if (!bs_steps_from_names (c->without, &options->read.without, error))
    return FALSE;
  if (c->as_is)
    options->read.without = BS_STEPS_ALL;
  return numbers_from_name (c->numbers, &options->read.lexicon.numbers, error);
}

/* ---- Progress ----------------------------------------------------------------------------------------------------- */

typedef struct {
  gint64 start;
  gboolean shown;
} Bar;

static void
draw_progress (gpointer data, const BsProgress *progress)
{
  Bar *bar = data;
  double seconds = (double) (g_get_monotonic_time () - bar->start) / G_USEC_PER_SEC;
  double rate = seconds > 0 ? (double) progress->bytes / seconds / 1e6 : 0;

  bar->shown = TRUE;
  fprintf (stderr, "\r\033[K%" G_GUINT64_FORMAT " articles, %.1f MB/s", progress->articles, rate);
  if (progress->total_bytes > 0)
    {
      double share = MIN ((double) progress->done_bytes / (double) progress->total_bytes, 1);
      int filled = (int) (share * 20);

      fprintf (stderr, "  [%.*s%*s] %3.0f %%", filled, "####################", 20 - filled, "", share * 100);
      if (seconds > 2 && share > 0.01 && share < 1)
        fprintf (stderr, ", %.0f s left", seconds / share - seconds);
    }
  fflush (stderr);
}

/* A name that no record has is a slip of the keyboard, and its articles have no outlet, date or author of their own. */
static void
tell_fields (const BsSourceOptions *options)
{
  g_auto (GStrv) unmet = bs_source_unmet_fields (options);

  for (guint i = 0; unmet[i] != NULL; i += 2)
    bs_front_say ("no record has a field “%s”, which --field-%s names", unmet[i + 1], unmet[i]);
}

gboolean
bs_front_analyze (BsStore *store, char **places, const BsFrontCorpus *corpus, BsRunSummary *summary, GError **error)
{
  BsAnalysisOptions options;
  Bar bar = { .start = g_get_monotonic_time () };
  gboolean draw = !corpus->quiet && isatty (STDERR_FILENO);
  gboolean fine;
  guint met = 0;

  if (!bs_front_corpus_options (corpus, &options, error))
    return FALSE;
  options.source.fields_met = &met;
  fine = bs_analyze (store, (const char *const *) places, &options, draw ? draw_progress : NULL, &bar,
                     bs_front_catch (TRUE), summary, error);
  bs_front_catch (FALSE);
  if (bar.shown)
    fputs ("\r\033[K", stderr);
  if (fine && !corpus->quiet)
    tell_fields (&options.source);
  return fine;
}

BsExit
bs_front_tell_run (const BsRunSummary *summary, gboolean quiet)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < BS_N_PROBLEMS; i++)
    if (summary->problems[i] > 0)
      g_string_append_printf (kinds, "%s%" G_GUINT64_FORMAT " %s", kinds->len > 0 ? ", " : "", summary->problems[i],
                              bs_problem_kind_name (i));
  if (!quiet)
    {
      const guint64 counts[] = { summary->added, summary->updated, summary->unchanged, summary->removed,
                                 summary->left_out, summary->words };
      char numbers[G_N_ELEMENTS (counts)][BS_NUMBER_MAX], absent[BS_NUMBER_MAX], copies[BS_NUMBER_MAX],
          doubts[BS_NUMBER_MAX], dates[BS_NUMBER_MAX];

      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        bs_number_grouped ((gint64) counts[i], numbers[i]);
      bs_front_say ("%s articles added, %s updated, %s unchanged, %s removed, %s left out; %s words in %.1f s",
                    numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], summary->seconds);
      if (summary->absent > 0)
        bs_front_say ("%s in the store but not in this corpus; they stay, --prune takes them out",
                      bs_number_grouped ((gint64) summary->absent, absent));
      if (summary->stale > 0)
        bs_front_say ("%s of them were analyzed when other blocks repeated in their outlets than now; analyze them"
                      " again",
                      bs_number_grouped ((gint64) summary->stale, absent));
      if (summary->copies > 0)
        bs_front_say ("%s of the articles %s another; “broadsheet export copies” lists them",
                      bs_number_grouped ((gint64) summary->copies, copies), summary->copies == 1 ? "copies" : "copy");
      if (summary->copy_doubts > 0)
        bs_front_say ("%s pairs look like copies and could not be compared, because one is not in this corpus;"
                      " “broadsheet export copy_doubts” lists them",
                      bs_number_grouped ((gint64) summary->copy_doubts, doubts));
      if (summary->undated > 0)
        bs_front_say ("%s article%s a date that cannot be read, as “3/4/2022” cannot: docs/manifest.md has the forms that"
                      " can; “broadsheet export articles” shows it under date",
                      bs_number_grouped ((gint64) summary->undated, dates), summary->undated == 1 ? " has" : "s have");
      if (kinds->len > 0)
        bs_front_say ("problems: %s; “broadsheet export problems” lists them", kinds->str);
    }
  return kinds->len > 0 ? BS_EXIT_PROBLEMS : BS_EXIT_DONE;
}
