/* The head of the page, and what the corpus is. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/html/html.h"
#include "report/page/parts.h"
#include "report/page/sentence.h"
#include "report/section.h"
#include "report/view.h"

/* ---- Summary -------------------------------------------------------------------------------------------------- */

static double
number (const BsPageWork *work, const char *sql)
{
  return bs_store_number (work->store, sql, NULL);
}

/* A text of one cell; NULL where there is none. Free with g_free. */
static char *
text_of (const BsPageWork *work, const char *sql)
{
  static const BsColumn column = { "text", NULL, BS_COLUMN_TEXT, 0 };
  g_autoptr (BsTable) rows = bs_store_query (work->store, sql, NULL, &column, 1, NULL);
  const BsCell *cells = rows != NULL ? bs_table_next (rows, NULL) : NULL;

  return cells != NULL && !cells[0].missing ? g_strdup (cells[0].text) : NULL;
}

static void
say_corpus (BsPageWork *work)
{
  g_autofree char *articles
      = bs_page_count (number (work, "SELECT count(*) FROM counted_articles"), "article", "articles");
  g_autofree char *outlets = bs_page_count (number (work, "SELECT count(*) FROM counted_outlets"), "outlet", "outlets");
  g_autofree char *words = bs_page_count (number (work, "SELECT sum(words) FROM counted_articles"), "word", "words");
  g_autofree char *first = text_of (work, "SELECT min(day) FROM counted_articles");
  g_autofree char *last = text_of (work, "SELECT max(day) FROM counted_articles");
  double aside = number (work, "SELECT 100.0 * sum(aside_bytes) / sum(aside_bytes + kept_bytes) FROM counted_articles");
  double undated = number (work, "SELECT count(*) FROM counted_articles WHERE day IS NULL");
  GString *text = g_string_new (NULL);

  if (first != NULL && last != NULL && strlen (first) < strlen (last))
    last[strlen (first)] = '\0'; /* no more precise than the other: "1961" and "1961-12-30" */
  else if (first != NULL && last != NULL)
    first[strlen (last)] = '\0';
  g_string_append_printf (text, "This page is about %s of %s with %s", articles, outlets, words);
  if (first == NULL || last == NULL)
    g_string_append (text, ", without dates.");
  else if (g_str_equal (first, last))
    g_string_append_printf (text, ", of %s.", first);
  else
    g_string_append_printf (text, ", dated %s to %s.", first, last);
  if (first != NULL && undated > 0)
    g_string_append_printf (text, " %.0f of the articles %s no date.", undated, undated == 1 ? "has" : "have");
  if (isfinite (aside) && aside > 0)
    g_string_append_printf (text, " Of their text, %.1f %% was set aside as no part of an article: menus, tickers,"
                                  " promotion, credit lines and the like.", aside);
  bs_page_say (work, "%s", text->str);
  g_string_free (text, TRUE);
}

static void
say_rest (BsPageWork *work)
{
  double copies = (double) bs_store_n_copies (work->store);
  double problems = number (work, "SELECT count(*) FROM problems");
  double languages = number (work, "SELECT count(*) FROM counted_articles WHERE language IS NOT 'en'");
  double english = number (work, "SELECT count(*) FROM counted_articles WHERE language = 'en'");
  gboolean kept = bs_store_copies (work->store) == BS_COPIES_KEEP;
  GString *text = g_string_new (NULL);

  if (copies > 0)
    g_string_append_printf (text, "%.0f %sarticle%s of another in the corpus and %s. ", copies, kept ? "" : "further ",
                            copies == 1 ? " is a copy" : "s are copies", kept                  ? "counted all the same"
                            : copies == 1 ? "is left out"
                                          : "are left out");
  if (languages > 0)
    g_string_append_printf (text, "%.0f of the articles %s in English, and so without a value of the measures made for"
                                  " English. ", languages, languages == 1 ? "is not known to be" : "are not known"
                                                                                                   " to be");
  else if (english > 0)
    g_string_append (text, "All are in English. ");
  if (problems > 0)
    g_string_append_printf (text, "%.0f problem%s met while reading: see the record. ", problems,
                            problems == 1 ? " was" : "s were");
  if (work->compared != NULL && work->data->small->len > 0)
    g_string_append_printf (text, "%u of the outlets have %u articles or more and are compared; the others are not. ",
                            work->data->groups->len, work->data->options.least);
  if (text->len > 0)
    bs_page_say (work, "%s", g_strchomp (text->str));
  g_string_free (text, TRUE);
}

/* ---- Findings ------------------------------------------------------------------------------------------------- */

/* The measure of a family that a finding is told of: the main one or else the first that compares any outlets; -1:
 * none. It is not the one that differs most: which measure is told is not for the data to say. */
static int
telling (const BsPageWork *work, BsFamily family)
{
  const BsMeasure *main_one = bs_page_main_measure (work).measure;
  int found = -1;

  for (guint i = 0; i < work->options->n_refs; i++)
    {
      const BsMeasure *measure = work->options->refs[i].measure;

      if (measure->family == family && work->compared->measures[i].pairs->len > 0 && (found < 0 || measure == main_one))
        found = (int) i;
    }
  return found;
}

static void
append_link (GString *out, BsMeasureRef ref)
{
  g_autofree char *id = bs_page_measure_id ("compare-", ref);

  g_string_append_printf (out, "<a href=\"#%s\">", id);
  bs_html_text (out, ref.measure->title);
  g_string_append (out, "</a>: ");
}

static void
add_finding (BsPageWork *work, guint measure)
{
  GString *body = bs_html_frame_body (work->frame);

  g_string_append (body, "<li>");
  append_link (body, work->options->refs[measure]);
  bs_sentence_finding (body, &bs_prose_html, work->compared, measure);
  g_string_append (body, "</li>\n");
}

/* Of all pairs in all measures, how many hold. */
static void
add_tally (BsPageWork *work)
{
  GString *body = bs_html_frame_body (work->frame);
  guint n = 0, found = 0, negligible = 0;
  g_autofree char *text = NULL, *small = NULL;

  for (guint i = 0; i < work->options->n_refs; i++)
    for (guint j = 0; j < work->compared->measures[i].pairs->len; j++)
      {
        const BsComparePair *pair = &g_array_index (work->compared->measures[i].pairs, BsComparePair, j);
        gboolean holds = pair->mann_whitney_holm_all < BS_SENTENCE_LEVEL;

        n++;
        found += holds;
        negligible += holds && fabs (pair->delta.estimate) < 0.147;
      }
  small = found > 0 ? g_strdup_printf ("; %u of these %s negligible in size (|δ| under .147)", negligible,
                                       negligible == 1 ? "is" : "are")
                    : g_strdup ("");
  text = g_strdup_printf ("Of %u comparison%s of two outlets, over %u measure%s, %u differ%s at .05 after Holm's"
                          " correction"
                          " over all of them%s.",
                          n, n == 1 ? "" : "s", work->options->n_refs, work->options->n_refs == 1 ? "" : "s", found,
                          found == 1 ? "s" : "", small);
  g_string_append (body, "<li>");
  bs_html_text (body, text);
  g_string_append (body, " <a href=\"#comparisons\">The comparisons</a></li>\n");
}

gboolean
bs_page_summary (BsPageWork *work, GError **error)
{
  GString *body;

  (void) error;
  bs_html_frame_section (work->frame, 2, "summary", "Summary");
  say_corpus (work);
  say_rest (work);
  if (work->compared == NULL)
    {
      bs_page_say (work, "%s", work->no_comparison);
      return TRUE;
    }
  body = bs_html_frame_body (work->frame);
  bs_page_say (work, "The largest difference between two outlets, in one measure of each kind, and how many there"
                     " are:");
  g_string_append (body, "<ul>\n");
  for (int family = BS_FAMILY_READABILITY; family <= BS_FAMILY_TIME; family++)
    if (telling (work, (BsFamily) family) >= 0)
      add_finding (work, (guint) telling (work, (BsFamily) family));
  add_tally (work);
  g_string_append (body, "</ul>\n");
  return TRUE;
}

/* ---- The corpus ----------------------------------------------------------------------------------------------- */

static BsTable *
outlets_table (const BsPageWork *work, GError **error)
{
  static const BsColumn columns[] = {
    { "outlet", "Outlet", BS_COLUMN_TEXT, 0 },
    { "articles", "Articles", BS_COLUMN_INTEGER, 0 },
    { "copies", "Copies", BS_COLUMN_INTEGER, 0 },
    { "words", "Words", BS_COLUMN_INTEGER, 0 },
    { "first_day", "First day", BS_COLUMN_TEXT, 0 },
    { "last_day", "Last day", BS_COLUMN_TEXT, 0 },
    { "words_per_sentence", "Words per sentence", BS_COLUMN_REAL, 1 },
    { "aside_percent", "Set aside, %", BS_COLUMN_REAL, 1 },
  };
  static const char sql[]
      = "SELECT a.outlet, count(*), coalesce((SELECT count(*) FROM copies c JOIN articles o USING (article)"
        " WHERE o.outlet = a.outlet AND c.original <> c.article), 0), sum(words), min(day), max(day),"
        " 1.0 * sum(CASE WHEN sentences IS NOT NULL THEN words END) / sum(sentences),"
        " 100.0 * sum(aside_bytes) / sum(aside_bytes + kept_bytes)"
        " FROM counted_articles a GROUP BY a.outlet ORDER BY 1";
  BsTable *table = bs_store_query (work->store, sql, NULL, columns, G_N_ELEMENTS (columns), error);

  if (table == NULL)
    return NULL;
  bs_table_set_title (table, "The outlets");
  bs_table_set_note (table, bs_store_copies (work->store) == BS_COPIES_KEEP
                                ? "Copies: articles that copy another; they are counted among the articles."
                                : "Copies: articles that copy another; they are left out of all other columns.");
  return table;
}

gboolean
bs_page_corpus (BsPageWork *work, GError **error)
{
  g_autoptr (GPtrArray) notes = bs_view_notes (work->store);
  BsMeasureRef ref = bs_page_main_measure (work);

  bs_page_tell (work, "describing the corpus");
  bs_html_frame_section (work->frame, 2, "corpus", "The corpus");
  if (!bs_page_table (work, outlets_table (work, error), "corpus-outlets", error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    bs_page_say (work, "%s", (const char *) notes->pdata[i]);
  if (!bs_page_figure (work, "set-aside", ref, "figure-set-aside", error))
    return FALSE;
  if (bs_store_n_copies (work->store) == 0)
    {
      bs_page_say (work, "No article was found to be a copy of another.");
      return TRUE;
    }
  return bs_page_table (work, bs_section_copies (work->store, error), "corpus-copies", error)
         && bs_page_figure (work, "copies", ref, "figure-copies", error);
}
