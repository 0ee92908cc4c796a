/* How it was done, as a paper tells it, with the sources. */
#include "base/number.h"
#include "compare/near.h"
#include "report/html/html.h"
#include "report/keyness.h"
#include "report/page/parts.h"
#include "report/page/reference.h"

/* ---- What was measured ---------------------------------------------------------------------------------------- */

static double
number (const BsPageWork *work, const char *sql)
{
  return bs_store_number (work->store, sql, NULL);
}

static void
tell_corpus (const BsPageWork *work, GString *text, BsBibliography *sources)
{
  g_autofree char *articles
      = bs_page_count (number (work, "SELECT count(*) FROM counted_articles"), "article", "articles");
  g_autofree char *outlets = bs_page_count (number (work, "SELECT count(*) FROM counted_outlets"), "outlet", "outlets");
  g_autofree char *words = bs_page_count (number (work, "SELECT sum(words) FROM counted_articles"), "word", "words");
  double copies = (double) bs_store_n_copies (work->store);
  double blocks = number (work, "SELECT sum(aside_blocks) FROM counted_articles");
  double share = number (work, "SELECT 100.0 * sum(aside_bytes) / sum(aside_bytes + kept_bytes) FROM counted_articles");
  char grouped[BS_NUMBER_MAX];

  g_string_append_printf (text, "We analyzed %s of %s (%s) with broadsheet %s.", articles, outlets, words, BS_VERSION);
  if (blocks > 0)
    g_string_append_printf (text, " Before counting, blocks that are no part of an article (menus, tickers, promotion,"
                                  " bylines, captions, credit lines) were set aside: %s blocks, %.1f %% of the bytes of"
                                  " the text.", bs_number_grouped ((gint64) blocks, grouped), share);
  g_string_append_printf (text, " Articles that tell what another tells in the same words count as copies: those that"
                                " share %.0f %% of their runs of five words, or of which %.0f %% stand in a longer one"
                                " (resemblance and containment, %s); ",
                          100 * BS_COPY_JACCARD, 100 * BS_COPY_CONTAINMENT,
                          bs_bibliography_cite (sources, "Broder 1997"));
  if (copies == 0)
    g_string_append (text, "there were none.");
  else
    g_string_append_printf (text, "%s %s.", bs_number_grouped ((gint64) copies, grouped),
                            bs_store_copies (work->store) == BS_COPIES_KEEP
                                ? copies == 1 ? "was found and counted" : "were found and counted"
                            : copies == 1 ? "was left out"
                                          : "were left out");
}

static void
tell_units (GString *text)
{
  g_string_append (text, "A word is a run of letters, digits and marks, joined by apostrophes, hyphens and points"
                         " within (“don't”, “well-known”, “U.S.”, “3.5”); numbers are words. Sentences end by rules"
                         " that"
                         " know abbreviations, initials, decimals, quotes and lists; a block of text ends one too."
                         " Syllables are those of the CMU Pronouncing Dictionary, and estimated for words that it"
                         " lacks;"
                         " numbers and initialisms have the syllables that are spoken unless the record says otherwise."
                         " Titles and sub-headings are not counted.");
}

static void
tell_measures (const BsPageWork *work, GString *text, BsBibliography *sources)
{
  guint n = work->options->n_refs;

  g_string_append (text, "Of every article we computed ");
  for (guint i = 0; i < n; i++)
    {
      BsMeasureRef ref = work->options->refs[i];
      g_autofree char *id = bs_measure_ref_id (ref);

      g_string_append_printf (text, "%s%s (%s)", i == 0 ? "" : i + 1 == n ? " and " : ", ", ref.measure->title, id);
      bs_bibliography_cite_measure (sources, ref);
    }
  g_string_append (text, work->compared != NULL ? "; the formulas stand with each comparison." : ".");
  g_string_append (text, " An article that is shorter than a"
                         " measure asks for, or in another language than it was made for, has no value of it and takes"
                         " no part there.");
}

/* ---- What was compared ---------------------------------------------------------------------------------------- */

#define CITE(cited) bs_bibliography_cite (sources, cited)

static void
tell_comparison (const BsPageWork *work, GString *text, BsBibliography *sources)
{
  const BsCompareOptions *options = &work->data->options;

  g_string_append_printf (
      text, "The article is the unit of analysis. We compared the %u outlets that have %u articles or more. Medians"
            " have"
            " 95 %% intervals from interpolated order statistics (%s). ",
      work->data->groups->len, options->least, CITE ("Hettmansperger & Sheather 1986"));
  if (work->data->groups->len > 2)
    g_string_append_printf (text, "Whether outlets differ at all was tested after Kruskal and Wallis (%s), with ε²"
                                  " as the"
                                  " size of the effect (%s), and, for means of unequal variance, after Welch (%s). ",
                            CITE ("Kruskal & Wallis 1952"), CITE ("Tomczak & Tomczak 2014"), CITE ("Welch 1951"));
  g_string_append_printf (
      text, "Of two outlets we report the shift, the median of all differences between an article of one and an article"
            " of the other, with its 95 %% interval by ranks (%s), and Cliff's δ (%s) with a 95 %% interval from"
            " the variance"
            " of %s on the scale of Fisher's z with the degrees of freedom of %s, called negligible under .147, small"
            " under .33, medium under .474 and else large (%s). P-values are two-sided, of Mann and"
            " Whitney's test (%s), corrected after Holm (%s) over the pairs of a measure, and for the test over all"
            " outlets over the %u measure%s.",
      CITE ("Hodges & Lehmann 1963"), CITE ("Cliff 1993"), CITE ("DeLong, DeLong & Clarke-Pearson 1988"),
      CITE ("Brunner & Munzel 2000"), CITE ("Romano, Kromrey, Coraggio & Skowronek 2006"),
      CITE ("Mann & Whitney 1947"), CITE ("Holm 1979"), options->n_refs, options->n_refs == 1 ? "" : "s");
}

static void
tell_words (const BsPageWork *work, GString *text, BsBibliography *sources)
{
  double n = number (work, "SELECT count(*) FROM counted_outlets");

  if (n > 1)
    g_string_append_printf (text, "Key words are content words, ranked by the log-likelihood ratio of an outlet"
                                  " against all"
                                " others (%s), with the log ratio of rates (%s) and its exact 95 %% interval for"
                                " Poisson"
                                " rates; log-likelihood takes words for independent, which words of one article are"
                                " not.", CITE ("Dunning 1993"), CITE ("Hardie 2014"));
  if (n > 2)
    g_string_append_printf (text, " Likeness of outlets is Burrows's Delta over the most frequent words (%s).",
                            CITE ("Burrows 2002"));
  if (number (work, "SELECT count(*) FROM counted_articles WHERE day IS NOT NULL") > 0)
    g_string_append_printf (text, " Smooth lines over time are locally weighted regressions (%s).",
                            CITE ("Cleveland 1979"));
}

/* ---- The section ---------------------------------------------------------------------------------------------- */

static void
put (BsPageWork *work, GString *text)
{
  bs_page_say (work, "%s", text->str);
  g_string_truncate (text, 0);
}

static void
list (BsPageWork *work, const BsBibliography *sources)
{
  g_autoptr (GPtrArray) entries = bs_bibliography_plain (sources);
  g_autofree char *bibtex = bs_bibliography_bibtex (sources);
  g_auto (GStrv) lines = g_strsplit (bibtex, "\n", 0);
  GString *body;

  bs_html_frame_section (work->frame, 3, "references", "References");
  body = bs_html_frame_body (work->frame);
  g_string_append (body, "<ul class=\"references\">\n");
  for (guint i = 0; i < entries->len; i++)
    {
      g_string_append (body, "<li>");
      bs_html_text (body, entries->pdata[i]);
      g_string_append (body, "</li>\n");
    }
  g_string_append (body, "</ul>\n<details><summary>The same as BibTeX</summary>\n<pre tabindex=\"0\">");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      bs_html_text (body, lines[i]); /* which would show a line end as \n */
      g_string_append_c (body, '\n');
    }
  g_string_append (body, "</pre>\n</details>\n");
}

gboolean
bs_page_methods (BsPageWork *work, GError **error)
{
  g_autoptr (BsBibliography) sources = bs_bibliography_new ();
  GString *text = g_string_new (NULL);

  (void) error;
  bs_html_frame_section (work->frame, 2, "methods", "Methods");
  bs_page_say (work, "To be copied into a paper. How the articles were chosen, only you can say.");
  tell_corpus (work, text, sources);
  put (work, text);
  tell_units (text);
  put (work, text);
  tell_measures (work, text, sources);
  put (work, text);
  if (work->compared != NULL)
    {
      tell_comparison (work, text, sources);
      put (work, text);
    }
  tell_words (work, text, sources);
  if (text->len > 0)
    put (work, text);
  g_string_free (text, TRUE);
  list (work, sources);
  return TRUE;
}
