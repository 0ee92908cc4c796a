/* What commands share that walk the sources of a store again. */
#include "cli/front.h"

#include "base/number.h"

gboolean
bs_front_refuse_input (const BsCommand *command, char **places, GError **error)
{
  if (places == NULL || !g_strv_contains ((const char *const *) places, "-"))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
               "%s reads texts twice, and standard input can be read only once; save it"
               " as a file and name that",
               command->name);
  return FALSE;
}

BsExit
bs_front_tell_walk (const BsWalkSummary *summary)
{
  char changed[BS_NUMBER_MAX], gone[BS_NUMBER_MAX];

  if (summary->changed + summary->gone == 0)
    return BS_EXIT_DONE;
  bs_front_say (
      "articles passed over: %s changed since they were analyzed, %s gone from their sources; first %s; analyze"
      " again, or name other places with --sources",
      bs_number_grouped ((gint64) summary->changed, changed), bs_number_grouped ((gint64) summary->gone, gone),
      summary->first);
  return BS_EXIT_PROBLEMS;
}
