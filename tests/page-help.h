/* page-help.h: what cleaning makes of a page, as text. */
#pragma once

#include "clean/clean.h"

/* "kept: The council met.\nticker: …", joined lines shown as they are counted; `reasons`: "ticker (figures): …". */
static inline char *
verdicts_of (const char *page, const BsCleanOptions *options, gboolean reasons)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  g_autoptr (GString) all = g_string_new (NULL);

  bs_clean (cleaned, bs_span_of (page), options);
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);
      const GString *from = block->aside == BS_KEPT ? cleaned->text : cleaned->aside_text;

      g_string_append (all, bs_aside_name (block->aside));
      if (reasons)
        g_string_append_printf (all, " (%s)", block->reason);
      g_string_append_printf (all, ": %.*s\n", (int)block->length, from->str + block->start);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static inline void
assert_verdicts (const char *page, const char *expected)
{
  BsCleanOptions options = { 0 };
  g_autofree char *got = verdicts_of (page, &options, FALSE);

  g_assert_cmpstr (got, ==, expected);
}
