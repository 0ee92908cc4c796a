#include "count/counts.h"

static const BsCountInfo infos[BS_N_COUNTS] = {
#define X(id, name, unit, english, description) [BS_COUNT_##id] = { name, unit, english, description },
  BS_COUNT_TABLE (X)
#undef X
};

const BsCountInfo *
bs_count_info (BsCount count)
{
  g_return_val_if_fail (count < BS_N_COUNTS, NULL);
  return &infos[count];
}

BsCount
bs_count_by_name (const char *name)
{
  for (guint i = 0; i < BS_N_COUNTS; i++)
    if (g_str_equal (infos[i].name, name))
      return i;
  return BS_N_COUNTS;
}

void
bs_counts_drop_english (BsCounts *counts)
{
  for (guint i = 0; i < BS_N_COUNTS; i++)
    if (infos[i].english_only)
      counts->value[i] = BS_COUNT_MISSING;
}
