#include "report/page/reference.h"

#include <string.h>

#define ARTICLE(cited, authors, year, title, journal, volume, number, pages)                                           \
  { cited, "article", authors, year, title, journal, volume, number, pages }
#define BOOK(cited, authors, year, title, publisher)                                                                   \
  { cited, "book", authors, year, title, publisher, NULL, NULL, NULL }
#define REPORT(cited, authors, year, title, institution, number)                                                       \
  { cited, "techreport", authors, year, title, institution, NULL, number, NULL }
#define PAPER(cited, authors, year, title, meeting, pages)                                                             \
  { cited, "inproceedings", authors, year, title, meeting, NULL, NULL, pages }

static const BsReference references[] = {
  ARTICLE ("Anderson 1983", "Anderson, J.", "1983", "Lix and Rix: Variations on a little-known readability index",
           "Journal of Reading", "26", "6", "490–496"),
  BOOK ("Björnsson 1968", "Björnsson, C.-H.", "1968", "Läsbarhet", "Liber, Stockholm"),
  PAPER ("Broder 1997", "Broder, A. Z.", "1997", "On the resemblance and containment of documents",
         "Proceedings: Compression and Complexity of Sequences 1997", "21–29"),
  ARTICLE ("Brunner & Munzel 2000", "Brunner, E. and Munzel, U.", "2000",
           "The nonparametric Behrens-Fisher problem: Asymptotic theory and a small-sample approximation",
           "Biometrical Journal", "42", "1", "17–25"),
  ARTICLE ("Brysbaert 2019", "Brysbaert, M.", "2019",
           "How many words do we read per minute? A review and meta-analysis of reading rate",
           "Journal of Memory and Language", "109", NULL, "104047"),
  ARTICLE ("Burrows 2002", "Burrows, J.", "2002",
           "‘Delta’: A measure of stylistic difference and a guide to likely authorship",
           "Literary and Linguistic Computing", "17", "3", "267–287"),
  ARTICLE ("Cleveland 1979", "Cleveland, W. S.", "1979",
           "Robust locally weighted regression and smoothing scatterplots",
           "Journal of the American Statistical Association", "74", "368", "829–836"),
  ARTICLE ("Cliff 1993", "Cliff, N.", "1993", "Dominance statistics: Ordinal analyses to answer ordinal questions",
           "Psychological Bulletin", "114", "3", "494–509"),
  ARTICLE ("Coleman & Liau 1975", "Coleman, M. and Liau, T. L.", "1975",
           "A computer readability formula designed for machine scoring", "Journal of Applied Psychology", "60", "2",
           "283–284"),
  ARTICLE ("Covington & McFall 2010", "Covington, M. A. and McFall, J. D.", "2010",
           "Cutting the Gordian knot: The moving-average type–token ratio (MATTR)",
           "Journal of Quantitative Linguistics", "17", "2", "94–100"),
  ARTICLE ("Dale & Chall 1948", "Dale, E. and Chall, J. S.", "1948", "A formula for predicting readability",
           "Educational Research Bulletin", "27", "1", "11–20, 28; 27(2), 37–54"),
  ARTICLE ("DeLong, DeLong & Clarke-Pearson 1988", "DeLong, E. R. and DeLong, D. M. and Clarke-Pearson, D. L.", "1988",
           "Comparing the areas under two or more correlated receiver operating characteristic curves: A nonparametric"
           " approach",
           "Biometrics", "44", "3", "837–845"),
  ARTICLE ("Dunning 1993", "Dunning, T.", "1993", "Accurate methods for the statistics of surprise and coincidence",
           "Computational Linguistics", "19", "1", "61–74"),
  ARTICLE ("Flesch 1948", "Flesch, R.", "1948", "A new readability yardstick", "Journal of Applied Psychology", "32",
           "3", "221–233"),
  BOOK ("Gunning 1952", "Gunning, R.", "1952", "The Technique of Clear Writing", "McGraw-Hill, New York"),
  ARTICLE ("Hardie 2014", "Hardie, A.", "2014", "Log Ratio: An informal introduction",
           "ESRC Centre for Corpus Approaches to Social Science, Lancaster University", NULL, NULL, NULL),
  ARTICLE ("Hettmansperger & Sheather 1986", "Hettmansperger, T. P. and Sheather, S. J.", "1986",
           "Confidence intervals based on interpolated order statistics", "Statistics & Probability Letters", "4", "2",
           "75–79"),
  ARTICLE ("Hodges & Lehmann 1963", "Hodges, J. L. and Lehmann, E. L.", "1963",
           "Estimates of location based on rank tests", "Annals of Mathematical Statistics", "34", "2", "598–611"),
  ARTICLE ("Holm 1979", "Holm, S.", "1979", "A simple sequentially rejective multiple test procedure",
           "Scandinavian Journal of Statistics", "6", "2", "65–70"),
  REPORT ("Kincaid, Fishburne, Rogers & Chissom 1975",
          "Kincaid, J. P. and Fishburne, R. P. and Rogers, R. L. and Chissom, B. S.", "1975",
          "Derivation of new readability formulas (Automated Readability Index, Fog Count and Flesch Reading Ease"
          " Formula) for Navy enlisted personnel",
          "Naval Technical Training Command, Millington, Tennessee", "Research Branch Report 8-75"),
  ARTICLE ("Kruskal & Wallis 1952", "Kruskal, W. H. and Wallis, W. A.", "1952",
           "Use of ranks in one-criterion variance analysis", "Journal of the American Statistical Association", "47",
           "260", "583–621"),
  ARTICLE ("Mann & Whitney 1947", "Mann, H. B. and Whitney, D. R.", "1947",
           "On a test of whether one of two random variables is stochastically larger than the other",
           "Annals of Mathematical Statistics", "18", "1", "50–60"),
  ARTICLE ("McCarthy & Jarvis 2010", "McCarthy, P. M. and Jarvis, S.", "2010",
           "MTLD, vocd-D, and HD-D: A validation study of sophisticated approaches to lexical diversity assessment",
           "Behavior Research Methods", "42", "2", "381–392"),
  ARTICLE ("McLaughlin 1969", "McLaughlin, G. H.", "1969", "SMOG grading: A new readability formula",
           "Journal of Reading", "12", "8", "639–646"),
  PAPER ("Romano, Kromrey, Coraggio & Skowronek 2006",
         "Romano, J. and Kromrey, J. D. and Coraggio, J. and Skowronek, J.", "2006",
         "Appropriate statistics for ordinal level data: Should we really be using t-test and Cohen's d for evaluating"
         " group differences on the NSSE and other surveys?",
         "Annual meeting of the Florida Association of Institutional Research", NULL),
  REPORT ("Smith & Senter 1967", "Smith, E. A. and Senter, R. J.", "1967", "Automated Readability Index",
          "Aerospace Medical Research Laboratories, Wright-Patterson Air Force Base, Ohio", "AMRL-TR-66-220"),
  ARTICLE ("Tomczak & Tomczak 2014", "Tomczak, M. and Tomczak, E.", "2014",
           "The need to report effect size estimates revisited: An overview of some recommended measures of effect"
           " size",
           "Trends in Sport Sciences", "21", "1", "19–25"),
  ARTICLE ("Welch 1951", "Welch, B. L.", "1951",
           "On the comparison of several mean values: An alternative approach", "Biometrika", "38", "3–4", "330–336"),
};

const BsReference *
bs_references (guint *n)
{
  *n = G_N_ELEMENTS (references);
  return references;
}

const BsReference *
bs_reference_find (const char *cited)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_equal (references[i].cited, cited))
      return &references[i];
  return NULL;
}

/* ---- One reference -------------------------------------------------------------------------------------------- */

static void
append_authors (GString *out, const char *authors)
{
  g_auto (GStrv) names = g_strsplit (authors, " and ", 0);
  guint n = g_strv_length (names);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : i + 1 == n ? " & " : ", ", names[i]);
}

char *
bs_reference_plain (const BsReference *r)
{
  GString *out = g_string_new (NULL);
  gboolean report = g_str_equal (r->kind, "techreport");

  append_authors (out, r->authors);
  g_string_append_printf (out, " (%s). %s", r->year, r->title);
  if (report)
    g_string_append_printf (out, " (%s)", r->number);
  g_string_append (out, g_str_has_suffix (r->title, "?") && !report ? "" : ".");
  if (r->container != NULL)
    g_string_append_printf (out, " %s", r->container);
  if (r->volume != NULL)
    g_string_append_printf (out, ", %s", r->volume);
  if (r->number != NULL && !report)
    g_string_append_printf (out, "(%s)", r->number);
  if (r->pages != NULL)
    g_string_append_printf (out, ", %s", r->pages);
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

/* "kincaid1975", of ASCII letters and digits. */
static char *
key_of (const BsReference *r)
{
  g_autofree char *ascii = g_str_to_ascii (r->authors, "C");
  GString *key = g_string_new (NULL);

  for (const char *at = ascii; *at != ',' && *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (key, g_ascii_tolower (*at));
  g_string_append (key, r->year);
  return g_string_free (key, FALSE);
}

/* NAME = {VALUE} with what TeX would act on escaped, and dashes as it has them. */
static void
append_field (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, ",\n  %s = {", name);
  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    if (strchr ("&%$#_{}", *at) != NULL)
      g_string_append_printf (out, "\\%c", *at);
    else if (g_utf8_get_char (at) == 0x2013)
      g_string_append (out, "--");
    else
      g_string_append_len (out, at, g_utf8_next_char (at) - at);
  g_string_append_c (out, '}');
}

char *
bs_reference_bibtex (const BsReference *r)
{
  g_autofree char *key = key_of (r);
  gboolean page = g_str_equal (r->kind, "article") && r->volume == NULL; /* a page of an institution */
  const char *kind = page ? "misc" : r->kind;
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "@%s{%s", kind, key);
  append_field (out, "author", r->authors);
  append_field (out, "year", r->year);
  append_field (out, "title", r->title);
  append_field (out,
                page                                 ? "howpublished"
                : g_str_equal (kind, "article")      ? "journal"
                : g_str_equal (kind, "book")         ? "publisher"
                : g_str_equal (kind, "techreport")   ? "institution"
                                                     : "booktitle",
                r->container);
  append_field (out, "volume", r->volume);
  append_field (out, "number", r->number);
  append_field (out, "pages", r->pages);
  g_string_append (out, "\n}\n");
  return g_string_free (out, FALSE);
}

/* ---- A list --------------------------------------------------------------------------------------------------- */

struct _BsBibliography {
  GPtrArray *known;   /* of const BsReference * */
  GPtrArray *unknown; /* of char *: as a measure's row has them */
};

BsBibliography *
bs_bibliography_new (void)
{
  BsBibliography *bibliography = g_new0 (BsBibliography, 1);

  bibliography->known = g_ptr_array_new ();
  bibliography->unknown = g_ptr_array_new_with_free_func (g_free);
  return bibliography;
}

void
bs_bibliography_free (BsBibliography *bibliography)
{
  g_ptr_array_unref (bibliography->known);
  g_ptr_array_unref (bibliography->unknown);
  g_free (bibliography);
}

const char *
bs_bibliography_cite (BsBibliography *bibliography, const char *cited)
{
  const BsReference *found = bs_reference_find (cited);

  g_return_val_if_fail (found != NULL, cited);
  if (!g_ptr_array_find (bibliography->known, found, NULL))
    g_ptr_array_add (bibliography->known, (gpointer) found);
  return cited;
}

void
bs_bibliography_cite_measure (BsBibliography *bibliography, BsMeasureRef ref)
{
  g_auto (GStrv) parts = g_strsplit (ref.measure->source, "; ", 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *comma = strstr (parts[i], ", ");
      const BsReference *found = NULL;

      for (; comma != NULL && found == NULL; comma = strstr (comma + 1, ", ")) /* names, too, are parted by commas */
        {
          g_autofree char *cited = g_strndup (parts[i], (gsize) (comma - parts[i]));

          found = bs_reference_find (cited);
        }
      if (found != NULL)
        bs_bibliography_cite (bibliography, found->cited);
      else if (i > 0 && g_ascii_islower (parts[i][0]))
        continue; /* "revised edition 1968": more of the source before */
      else if (!g_ptr_array_find_with_equal_func (bibliography->unknown, parts[i], g_str_equal, NULL))
        g_ptr_array_add (bibliography->unknown, g_strdup (parts[i]));
    }
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
bs_bibliography_plain (const BsBibliography *bibliography)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bibliography->known->len; i++)
    g_ptr_array_add (list, bs_reference_plain (bibliography->known->pdata[i]));
  for (guint i = 0; i < bibliography->unknown->len; i++)
    g_ptr_array_add (list, g_strconcat (bibliography->unknown->pdata[i], ".", NULL));
  g_ptr_array_sort (list, by_text);
  return list;
}

char *
bs_bibliography_bibtex (const BsBibliography *bibliography)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bibliography->known->len; i++)
    g_ptr_array_add (list, bs_reference_bibtex (bibliography->known->pdata[i]));
  for (guint i = 0; i < bibliography->unknown->len; i++)
    {
      GString *entry = g_string_new (NULL);

      g_string_append_printf (entry, "@misc{source%u", i + 1);
      append_field (entry, "note", bibliography->unknown->pdata[i]);
      g_string_append (entry, "\n}\n");
      g_ptr_array_add (list, g_string_free (entry, FALSE));
    }
  g_ptr_array_sort (list, by_text);
  g_ptr_array_add (list, NULL);
  return g_strjoinv ("\n", (char **) list->pdata);
}
