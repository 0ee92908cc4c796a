/* clean-help.h: what the tests of credits and datelines share. */
#pragma once

#include "clean/clean.h"

#define BODY                                                                                                           \
  "The council voted on Tuesday to close the old bridge over the Wend for two years of repairs.\n\n"                   \
  "Traffic will be led over the mill road, which the county widened last spring at some cost.\n\n"

static inline BsCleaned *
cleaned_of (const char *page)
{
  BsCleaned *cleaned = bs_cleaned_new ();

  bs_clean (cleaned, bs_span_of (page), NULL);
  return cleaned;
}
