/* fuzz-clean.h: what must hold of anything that was cleaned. For tests/fuzz alone. */
#pragma once

#include "clean/clean.h"
#include "fuzz-help.h"

static inline void
fuzz_assert_string (const char *string)
{
  g_assert_true (string == NULL || g_utf8_validate (string, -1, NULL));
}

/* Kept blocks are the text, parted by an empty line, the others what was set aside, parted by a line end: nothing
 * between them, nothing behind the last. */
static inline void
fuzz_assert_blocks (const BsCleaned *cleaned)
{
  gsize kept = 0, aside = 0;

  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);
      const GString *text = block->aside == BS_KEPT ? cleaned->text : cleaned->aside_text;
      gsize *end = block->aside == BS_KEPT ? &kept : &aside;
      const char *apart = block->aside == BS_KEPT ? "\n\n" : "\n";

      g_assert_cmpuint (block->aside, <, BS_N_ASIDES);
      g_assert_true (block->aside == BS_KEPT || block->reason != NULL);
      if (*end > 0)
        {
          g_assert_cmpuint (*end + strlen (apart), <=, text->len);
          g_assert_true (strncmp (text->str + *end, apart, strlen (apart)) == 0);
          *end += strlen (apart);
        }
      g_assert_cmpuint (block->start, ==, *end);
      *end += block->length;
      g_assert_cmpuint (*end, <=, text->len);
      g_assert_true (fuzz_is_utf8 (bs_cleaned_block (cleaned, block)));
      g_assert_null (memchr (text->str + block->start, '\n', block->length));
    }
  g_assert_cmpuint (kept, ==, cleaned->text->len);
  g_assert_cmpuint (aside, ==, cleaned->aside_text->len);
}

/* `given`: bytes that were cleaned. */
static inline void
fuzz_assert_cleaned (const BsCleaned *cleaned, gsize given)
{
  const char *const strings[]
      = { cleaned->title,  cleaned->date,     cleaned->language, cleaned->url,             cleaned->publisher,
          cleaned->byline, cleaned->dateline, cleaned->agency,   cleaned->originally_from, cleaned->rights };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    fuzz_assert_string (strings[i]);
  g_assert_true (fuzz_is_utf8 (bs_span (cleaned->text->str, cleaned->text->len)));
  g_assert_true (fuzz_is_utf8 (bs_span (cleaned->aside_text->str, cleaned->aside_text->len)));
  g_assert_true (cleaned->binary == (cleaned->encoding == NULL));
  if (bs_cleaned_is_unread (cleaned))
    g_assert_cmpuint (cleaned->text->len + cleaned->aside_text->len + cleaned->blocks->len, ==, 0);
  g_assert_true ((cleaned->text->len > 0) == (bs_cleaned_problem (cleaned) == NULL));
  fuzz_assert_blocks (cleaned);
  for (guint32 at = 0; at < cleaned->text->len; at += 1 + at / 16)
    g_assert_cmpuint (bs_cleaned_source (cleaned, at), <=, 4 * given); /* in bytes once converted to UTF-8 */
}

/* Fails unless both hold the same. */
static inline void
fuzz_assert_same_cleaned (const BsCleaned *a, const BsCleaned *b)
{
  g_assert_cmpstr (a->text->str, ==, b->text->str);
  g_assert_cmpstr (a->aside_text->str, ==, b->aside_text->str);
  g_assert_cmpuint (a->blocks->len, ==, b->blocks->len);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->byline, ==, b->byline);
  for (guint i = 0; i < a->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (a->blocks, BsBlock, i), *same = &g_array_index (b->blocks, BsBlock, i);

      g_assert_cmpuint (block->aside, ==, same->aside);
      g_assert_cmpint (block->score, ==, same->score);
    }
}

static inline void
fuzz_limit_to (BsCpu cpu)
{
  g_assert_true (bs_cpu_limit (bs_cpu_name (cpu), NULL));
}

/* The best set of instructions. */
static inline BsCpu
fuzz_best_cpu (void)
{
  BsCpu best = BS_CPU_PLAIN;

  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      best = cpu;
  return best;
}
