/* What is said under a table of key words. */
#include "report/keyness-parts.h"

static const char *const sort_names[BS_N_KEYS]
    = { "g2", "g2_articles", "chi2", "log_ratio", "lrc", "odds_ratio", "simple_maths" };

gboolean
bs_key_sort_from_name (const char *name, BsKeySort *sort, GError **error)
{
  for (guint i = 0; i < BS_N_KEYS; i++)
    if (g_str_equal (name, sort_names[i]))
      {
        *sort = (BsKeySort) i;
        return TRUE;
      }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
               "--sort takes g2, g2_articles, chi2, log_ratio, lrc, odds_ratio or simple_maths, not “%s”", name);
  return FALSE;
}

static char *
reference_name (const BsKeynessOptions *options)
{
  if (options->reference != NULL)
    return g_strdup_printf ("the list %s", options->reference->name);
  return options->against != NULL ? g_strdup (options->against) : g_strdup ("all other outlets together");
}

char *
bs_keyness_note (const BsKeynessOptions *options, guint64 least_tested, guint64 most_tested, gboolean spread)
{
  g_autofree char *reference = reference_name (options);
  const char *items = options->ngrams != NULL ? "n-grams" : "words";
  GString *note = g_string_new (NULL);

  g_string_append_printf (note, "Reference: %s.", reference);
  if (options->reference != NULL)
    g_string_append_printf (note, " It has %.0f running words; words of the outlets that it lacks count 0 there;"
                            " words of it that no outlet has are not tested.",
                            options->reference->total);
  if (options->reference != NULL && options->reference->passed_over > 0)
    g_string_append_printf (note, " %" G_GUINT64_FORMAT " of its lines have no word and count and were passed over.",
                            options->reference->passed_over);
  g_string_append_printf (note,
                          " Tested were %s that occur %" G_GUINT64_FORMAT
                          " times or more on both sides together, in %" G_GUINT64_FORMAT
                          " articles or more of the side that has more of them: ",
                          items, options->least, options->least_articles);
  if (most_tested == least_tested)
    g_string_append_printf (note, "%" G_GUINT64_FORMAT " %s", most_tested, items);
  else
    g_string_append_printf (note, "%" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT " %s an outlet", least_tested,
                            most_tested, items);
  g_string_append_printf (note, ", ranked by %s.", sort_names[options->sort]);
  g_string_append (
      note, "\nLog ratio: log2 of the ratio of rates, 0 counted as 0.5 (Hardie 2014), with its exact 95 % interval"
            " for Poisson rates. G²: log-likelihood of four cells (Dunning 1993); it takes words for independent,"
            " and large corpora make it large whatever the difference.");
  g_string_append (
      note, "\nG² of articles: the same over articles that hold the word (text dispersion keyness, Egbert and Biber"
            " 2019). DPnorm: Gries 2008, Lijffijt and Gries 2012, over articles; 0 even, 1 clumped.");
  if (options->ngrams != NULL)
    g_string_append (
        note, "\nWords here are n-grams, and rates are per million n-grams. N-grams are counted by outlet, with the"
              " articles that hold them, and not article by article: they have no DPnorm and no test by ranks; look at"
              " G² of articles. --content leaves out n-grams without a content word, --stop those with a word of it.");
  else if (!spread)
    g_string_append (note,
                     "\nDispersion and the test by ranks are missing: the store was made without words by article.");
  else if (options->reference == NULL)
    g_string_append (
        note, "\np by ranks: Wilcoxon's rank-sum test of the articles' rates (Lijffijt et al. 2016), or Fisher's"
              " exact test of the articles that hold it where fewer than 5 would be expected on one side; Bonferroni"
              " over all words tested; the article is the unit. log₁₀ p of -2 is p = 0.01; -300 is that or less.");
  if (options->all_figures)
    g_string_append_printf (
        note,
        "\nLRC: conservative log ratio (Evert 2022), Bonferroni over all words tested. %% DIFF:"
        " Gabrielatos and Marchi 2011, none where the reference has 0. Odds ratio: Woolf's 95 %%"
        " interval, 0.5 added to every cell where one is 0. Simple maths: Kilgarriff 2009, k = %g. ELL:"
        " Johnston et al. 2006. Two-term G²: Rayson and Garside 2000. BIC: Wilson 2013. Holm and BH"
        " (Benjamini and Hochberg 1995): over all words tested of the outlet. D: Juilland 1970 over"
        " rates.",
        options->k);
  return g_string_free (note, FALSE);
}
