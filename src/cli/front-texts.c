#include "cli/front.h"

/* ---- What stands in the way --------------------------------------------------------------------------------------- */

static void
tell (const BsOrigin *origin, const char *problem, BsExit *exit)
{
  if (problem == NULL)
    return;
  bs_front_say_at (origin, problem);
  *exit = BS_EXIT_PROBLEMS;
}

const char *
bs_front_text_name (const BsArticle *article)
{
  return article->origin.line > 0 || article->origin.member != NULL ? article->id : article->origin.path;
}

static BsCorpus *
open_corpus (char **places, const BsFrontCorpus *corpus, BsAnalysisOptions *options, GError **error)
{
  static char standard_input[] = "-";
  char *nothing[] = { standard_input, NULL };

  g_autoptr (BsCorpus) opened = NULL;

  if (!bs_front_spares_places (corpus, places, error) || !bs_front_corpus_options (corpus, options, error))
    return NULL;
  opened = bs_corpus_open ((const char *const *) (places != NULL && places[0] != NULL ? places : nothing),
                           &options->source, error);
  return opened != NULL && bs_front_spares_corpus (corpus, opened, error) ? g_steal_pointer (&opened) : NULL;
}

/* ---- In the corpus' threads --------------------------------------------------------------------------------------- */

struct _BsFrontTexts {
  BsTexts *texts;
  BsExit *exit;
};

BsFrontTexts *
bs_front_texts_open (char **places, const BsFrontCorpus *corpus, const BsReadOptions *read, const BsTextWork *work,
                     BsExit *exit, GError **error)
{
  BsAnalysisOptions options;
  BsCorpus *opened = open_corpus (places, corpus, &options, error);
  BsFrontTexts *texts;

  if (opened == NULL)
    return NULL;
  texts = g_new (BsFrontTexts, 1);
  *texts = (BsFrontTexts){ bs_texts_new (opened, read, options.threads, work), exit };
  return texts;
}

void
bs_front_texts_free (BsFrontTexts *texts)
{
  if (texts == NULL)
    return;
  bs_texts_free (texts->texts);
  g_free (texts);
}

gboolean
bs_front_texts_next (BsFrontTexts *texts, BsText *text)
{
  while (bs_texts_next (texts->texts, text))
    {
      tell (text->origin, text->problem, texts->exit);
      if (text->made != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
bs_front_texts_write (BsFrontTexts *texts, BsSink *sink, BsOutput kind, GError **error)
{
  BsText text;

  for (gboolean first = TRUE; bs_front_texts_next (texts, &text); first = FALSE)
    if ((!first && !bs_sink_write (sink, "\n", 1, error)) || !bs_sink_table (sink, text.made, kind, error))
      return FALSE;
  return TRUE;
}

void
bs_front_table_free (gpointer table)
{
  bs_table_free (table);
}

/* ---- In the calling thread ---------------------------------------------------------------------------------------- */

gboolean
bs_front_each_text (char **places, const BsFrontCorpus *corpus, BsFrontVisit visit, gpointer data, BsExit *exit,
                    GError **error)
{
  BsAnalysisOptions options;
  g_autoptr (BsCorpus) texts = open_corpus (places, corpus, &options, error);
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article;
  BsProblem problem;
  BsNext next;

  if (texts == NULL)
    return FALSE;
  while ((next = bs_corpus_next (texts, arena, &article, &problem)) != BS_NEXT_END)
    {
      if (next == BS_NEXT_PROBLEM)
        tell (&problem.origin, problem.message, exit);
      else if (!visit (data, &article, error))
        return FALSE;
      bs_arena_reset (arena);
    }
  return TRUE;
}
