#include "report/compare-table.h"

static const BsCompareTable tables[] = {
  { "units", "the groups: articles, words, period, wire copy", 0, bs_compare_units },
  { "exclusions", "what is left out, how much, and by which rule", 0, bs_compare_exclusions },
  { "copies", "how much the medians move where copies count", 0, bs_compare_copies },
  { "location", "all figures of every group with 95 % intervals", BS_COMPARE_LOCATION, bs_compare_location },
  { "omnibus", "whether the groups differ at all", BS_COMPARE_OMNIBUS, bs_compare_omnibus },
  { "pairs", "every two groups: shift, effect sizes, tests", BS_COMPARE_PAIRS | BS_COMPARE_LENGTH, bs_compare_pairs },
  { "spread", "whether the groups differ in spread", BS_COMPARE_OMNIBUS, bs_compare_spread },
  { "clusters", "articles of one day, author or agency", BS_COMPARE_CLUSTERS | BS_COMPARE_LOCATION, bs_compare_icc },
  { "friedman", "whether groups differ over shared blocks (--matched)", BS_COMPARE_MATCHED, bs_compare_friedman },
  { "matched", "every two groups over shared blocks (--matched)", BS_COMPARE_MATCHED, bs_compare_matches },
  { "length", "what length explains", BS_COMPARE_PAIRS | BS_COMPARE_LENGTH, bs_compare_length },
  { "equal-length", "medians at equal length", BS_COMPARE_LENGTH, bs_compare_equal },
  { "agreement", "how every formula ranks the groups", 0, bs_compare_agreement },
  { "warnings", "what a reviewer would raise", BS_COMPARE_OMNIBUS | BS_COMPARE_LENGTH | BS_COMPARE_CLUSTERS,
    bs_compare_warnings },
};

const BsCompareTable *
bs_compare_tables (guint *n)
{
  *n = G_N_ELEMENTS (tables);
  return tables;
}

const BsCompareTable *
bs_compare_table_find (const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (g_str_equal (tables[i].name, name))
        return &tables[i];
      g_string_append_printf (known, "%s%s", i == 0 ? "" : i + 1 == G_N_ELEMENTS (tables) ? " and " : ", ",
                              tables[i].name);
    }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "there is no table “%s” to show; there are %s", name, known->str);
  return NULL;
}
