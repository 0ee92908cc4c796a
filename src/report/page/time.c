/* Measures over time, where articles have dates; and who writes like whom, where there are enough outlets. */
#include "report/outlet-words.h"
#include "report/page/parts.h"
#include "store/forget.h"

#define LEAST_OUTLETS 3 /* of a tree and a map */

gboolean
bs_page_time (BsPageWork *work, GError **error)
{
  double dated = bs_store_number (work->store, "SELECT count(*) FROM counted_articles WHERE day IS NOT NULL", NULL);
  double years = bs_store_number (work->store, "SELECT count(DISTINCT year) FROM counted_articles", NULL);
  BsMeasureRef ref = bs_page_main_measure (work);
  g_autofree char *id = bs_measure_ref_id (ref);
  g_autofree char *rest = g_strdup_printf ("-m %s", id);
  g_autofree char *command = bs_page_command (work, "trend", rest);

  bs_page_tell (work, "following the years");
  bs_html_frame_section (work->frame, 2, "time", "Over time");
  if (!(dated > 0))
    {
      bs_page_say (work, "No article has a date that can be read, so that nothing can be told of change.");
      return TRUE;
    }
  bs_page_say (work, "%s over time, an outlet a panel. Few articles a period say little of it: look at the intervals.",
               ref.measure->title);
  bs_page_say_command (work, "Slopes, tests of a trend and changes of level:", command);
  return (!(years > 1) || bs_page_figure (work, "years", ref, "figure-years", error))
         && bs_page_figure (work, "trend", ref, "figure-trend", error);
}

gboolean
bs_page_likeness (BsPageWork *work, GError **error)
{
  double n = bs_store_number (work->store, "SELECT count(*) FROM counted_outlets", NULL);
  BsMeasureRef ref = bs_page_main_measure (work);

  if (n < LEAST_OUTLETS)
    return TRUE;
  bs_page_tell (work, "measuring who writes like whom");
  bs_html_frame_section (work->frame, 2, "likeness", "Who writes like whom");
  if (n > BS_OUTLETS_MAX)
    {
      bs_page_say (work, "There are more than %d outlets, which no tree or map can show.", BS_OUTLETS_MAX);
      return TRUE;
    }
  if (!bs_store_has_kept (work->store, BS_KEPT_TERMS))
    {
      bs_page_say (work, "The store was made without the words of each article (--forget terms), which distances need.");
      return TRUE;
    }
  bs_page_say (work, "By how often each outlet uses the commonest words: Burrows's Delta, which sees style more than"
                     " topic. Distances are relative to the outlets that are here; with others they change.");
  return bs_page_figure (work, "tree", ref, "figure-tree", error)
         && bs_page_figure (work, "map", ref, "figure-map", error);
}
