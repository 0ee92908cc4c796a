/* analysis-help.h: what the tests of the analysis share. */
#pragma once

#include "analysis/analysis.h"

#include "source-help.h"
#include "store-help.h"

/* Analyzes one place, which must go well. */
static inline BsRunSummary
analyze_options (BsStore *store, const char *place, BsAnalysisOptions options)
{
  const char *const places[] = { place, NULL };
  g_autoptr (GError) error = NULL;
  BsRunSummary summary;

  g_assert_true (bs_analyze (store, places, &options, NULL, NULL, NULL, &summary, &error));
  g_assert_no_error (error);
  return summary;
}
