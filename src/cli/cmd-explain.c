#include "cli/front.h"

#include <math.h>
#include <stdio.h>

#include "report/explain.h"

static const char details[]
    = "Tells what a measure is: formula, source, inputs, where other programs differ. With counts, or with\n"
      "a text, the value is worked out step by step. Counts always compute, whatever the length of text\n"
      "they stand for.\n"
      "\n"
      "Examples:\n"
      "  broadsheet explain flesch_en\n"
      "  broadsheet explain flesch_en words=117 sentences=7 syllables=192\n"
      "  broadsheet explain mattr_3 ids='1 1 2 1 1 2 1' --format json\n"
      "  broadsheet explain smog --text article.txt";

typedef struct {
  BsExplanation explanation;
  BsInputs *inputs;
  BsReading *reading; /* of the text, where there is one */
  BsReadOptions read;
  BsSteps *steps;
  char *caution;
} Work;

static void
work_clear (Work *work)
{
  if (work->reading == NULL)
    bs_inputs_free (work->inputs);
  bs_reading_free (work->reading);
  bs_steps_free (work->steps);
  g_free (work->caution);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
take_inputs (Work *work, char **pairs, GError **error)
{
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (pair[0] == NULL || pair[1] == NULL)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no name=value", pairs[i]);
          return FALSE;
        }
      if (!bs_inputs_set_text (work->inputs, pair[0], pair[1], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_text (gpointer data, const BsArticle *article, GError **error)
{
  Work *work = data;

  if (work->reading != NULL)
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE, "explain takes one text; “broadsheet score” takes several");
      return FALSE;
    }
  work->reading = bs_reading_new ();
  bs_read (work->reading, article, &work->read);
  if (bs_cleaned_problem (work->reading->cleaned) != NULL)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "%s: %s", article->origin.path,
                   bs_cleaned_problem (work->reading->cleaned));
      return FALSE;
    }
  work->inputs = work->reading->inputs;
  return TRUE;
}

/* A text of another language, or too short, is explained all the same, but the reader is told. */
static void
add_caution (Work *work)
{
  BsMissing missing;

  work->caution = bs_measure_caution (work->explanation.ref, work->inputs);
  if (work->reading != NULL)
    {
      bs_measure_text (work->explanation.ref, work->inputs, work->reading->language, TRUE, &missing);
      if (missing != BS_HAS_VALUE)
        {
          g_free (work->caution);
          work->caution = g_strdup_printf ("as a measure of this text it has no value: %s", bs_missing_name (missing));
        }
    }
  work->explanation.caution = work->caution;
}

/* What a text does not give is no mistake of the command line: says why it is not there. */
static gboolean
tell_missing (const Work *work, GError *broken, GError **error)
{
  const char *language = work->reading->language, *wanted = work->explanation.ref.measure->language;
  g_autofree char *id = bs_measure_ref_id (work->explanation.ref);
  BsMissing missing;

  bs_measure_text (work->explanation.ref, work->inputs, language, FALSE, &missing);
  if (missing == BS_WRONG_LANGUAGE && wanted != NULL)
    g_set_error (error, BS_ERROR, BS_ERROR_UNDEFINED, "%s has no value for this text: it is for texts in “%s”, and %s%s%s",
                 id, wanted, language != NULL ? "this one is in “" : "the language of this one is not known",
                 language != NULL ? language : "", language != NULL ? "”" : "");
  else
    g_set_error (error, BS_ERROR, BS_ERROR_UNDEFINED, "%s; a text in “%s” does not give it", broken->message,
                 language != NULL ? language : "");
  g_error_free (broken);
  return FALSE;
}

static gboolean
work_out (Work *work, GError **error)
{
  GError *broken = NULL;

  work->steps = bs_steps_new ();
  if (!bs_measure_explain (work->explanation.ref, work->inputs, work->steps, &work->explanation.value, &broken))
    {
      if (work->reading != NULL && g_error_matches (broken, BS_ERROR, BS_ERROR_USAGE))
        return tell_missing (work, broken, error);
      g_propagate_error (error, broken);
      return FALSE;
    }
  work->explanation.steps = work->steps;
  add_caution (work);
  return TRUE;
}

static gboolean
print_explanation (const Work *work, const BsFrontOutput *output, GError **error)
{
  BsOutput kind;
  g_autoptr (BsSink) sink = NULL;
  g_autofree char *text = NULL;
  guint width;

  if (!bs_front_output_kind (output, BS_OUTPUT_TABLE, &kind, error) || !(sink = bs_sink_open (output->output, error)))
    return FALSE;
  if (kind != BS_OUTPUT_TABLE && kind != BS_OUTPUT_JSON)
    {
      g_autoptr (BsTable) table = bs_explanation_table (&work->explanation);

      return bs_sink_table (sink, table, kind, error) && bs_sink_close (g_steal_pointer (&sink), error);
    }
  width = bs_sink_terminal (sink).width;
  text = kind == BS_OUTPUT_JSON ? bs_explanation_json (&work->explanation)
                                : bs_explanation_text (&work->explanation, width != 0 ? width : 100);
  return bs_sink_write (sink, text, -1, error) && (kind == BS_OUTPUT_TABLE || bs_sink_write (sink, "\n", 1, error))
         && bs_sink_close (g_steal_pointer (&sink), error);
}

static BsExit
run (char **arguments)
{
  g_auto (BsFrontOutput) output = { 0 };
  g_auto (BsFrontCorpus) corpus = { 0 };
  g_auto (Work) work = { .explanation.value = NAN };
  g_auto (GStrv) rest = NULL;
  g_autofree char *text = NULL;
  const GOptionEntry own[] = {
    { "text", 't', 0, G_OPTION_ARG_FILENAME, &text, "Take the counts of this text (- for standard input)", "FILE" },
    { "numbers", 0, 0, G_OPTION_ARG_STRING, &corpus.numbers, "Syllables of a number in it: spoken, or one",
      "HOW" },
    { NULL },
  };
  const GOptionEntry *shared[] = { bs_front_output_entries (&output), NULL };
  BsAnalysisOptions analysis;
  GError *error = NULL;
  BsExit exit, problems = BS_EXIT_DONE;

  if (!bs_front_parse (&bs_command_explain, arguments, own, shared, &rest, &exit))
    return exit;
  if (rest == NULL)
    return bs_front_usage (&bs_command_explain, "explain needs a measure; “broadsheet measures” lists them");
  if (!bs_measure_find (rest[0], &work.explanation.ref, &error))
    return bs_front_fail (error);
  if (corpus.numbers != NULL && text == NULL)
    return bs_front_usage (&bs_command_explain, "--numbers goes with --text; counts are taken as they are given");
  if (text != NULL)
    {
      char *places[] = { text, NULL };

      bs_front_writes (&corpus, output.output);
      if (rest[1] != NULL)
        return bs_front_usage (&bs_command_explain, "explain takes counts or a text, not both");
      if (!bs_front_corpus_options (&corpus, &analysis, &error))
        return bs_front_fail (error);
      work.read.lexicon = analysis.read.lexicon;
      if (!bs_front_each_text (places, &corpus, read_text, &work, &problems, &error))
        return bs_front_fail (error);
      if (work.reading == NULL)
        return problems;
    }
  else
    {
      work.inputs = bs_inputs_new ();
      if (!take_inputs (&work, rest + 1, &error))
        return bs_front_fail (error);
    }
  if ((text != NULL || rest[1] != NULL) && !work_out (&work, &error))
    return bs_front_fail (error);
  if (!print_explanation (&work, &output, &error))
    return bs_front_fail (error);
  return problems;
}

const BsCommand bs_command_explain
    = { "explain", "MEASURE [NAME=VALUE…]", "tell what a measure is and work it out", details, run };
