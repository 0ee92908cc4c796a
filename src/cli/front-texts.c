#include "cli/front.h"

gboolean
bs_front_tell_unread (const BsArticle *article, const BsCleaned *cleaned, BsExit *exit)
{
  const char *problem = bs_cleaned_problem (cleaned);

  if (problem == NULL)
    return FALSE;
  bs_front_say_at (&article->origin, problem);
  *exit = BS_EXIT_PROBLEMS;
  return bs_cleaned_is_unread (cleaned);
}

struct _BsFrontTexts {
  BsCorpus *corpus;
  BsArena *arena; /* the article's */
  BsExit *exit;
};

BsFrontTexts *
bs_front_texts_open (char **places, const BsFrontCorpus *corpus, BsExit *exit, GError **error)
{
  static char standard_input[] = "-";
  char *nothing[] = { standard_input, NULL };
  BsAnalysisOptions options;
  BsCorpus *opened;
  BsFrontTexts *texts;

  if (!bs_front_spares_inputs (places, corpus->output, FALSE, error) || !bs_front_corpus_options (corpus, &options, error))
    return NULL;
  opened = bs_corpus_open ((const char *const *) (places != NULL && places[0] != NULL ? places : nothing),
                           &options.source, error);
  if (opened == NULL)
    return NULL;
  texts = g_new (BsFrontTexts, 1);
  *texts = (BsFrontTexts){ opened, bs_arena_new (), exit };
  return texts;
}

void
bs_front_texts_free (BsFrontTexts *texts)
{
  if (texts == NULL)
    return;
  bs_corpus_free (texts->corpus);
  bs_arena_free (texts->arena);
  g_free (texts);
}

gboolean
bs_front_texts_next (BsFrontTexts *texts, BsArticle *article)
{
  BsProblem problem;
  BsNext next;

  for (;;)
    {
      bs_arena_reset (texts->arena);
      next = bs_corpus_next (texts->corpus, texts->arena, article, &problem);
      if (next != BS_NEXT_PROBLEM)
        return next == BS_NEXT_ARTICLE;
      bs_front_say_at (&problem.origin, problem.message);
      *texts->exit = BS_EXIT_PROBLEMS;
    }
}

gboolean
bs_front_each_text (char **places, const BsFrontCorpus *corpus, BsFrontVisit visit, gpointer data, BsExit *exit,
                    GError **error)
{
  g_autoptr (BsFrontTexts) texts = bs_front_texts_open (places, corpus, exit, error);
  BsArticle article;

  if (texts == NULL)
    return FALSE;
  while (bs_front_texts_next (texts, &article))
    if (!visit (data, &article, error))
      return FALSE;
  return TRUE;
}
