#include "clean/promo.c"

#include "filters.h"

/* At every place where a sentence may start. */
static gboolean
has_order_carefully (const char *folded)
{
  for (const char *at = folded; *at != '\0'; at++)
    {
      gsize length = 0;

      if (at != folded && (at - folded < 2 || at[-1] != ' ' || strchr (".!?", at[-2]) == NULL))
        continue;
      while (g_ascii_isalpha (at[length]))
        length++;
      if (length > 0 && is_one_of (at, length, ORDERS))
        return TRUE;
    }
  return FALSE;
}

void
fuzz_filter_promo (const GString *folded)
{
  g_assert_cmpint (has_order (folded) != FALSE, ==, has_order_carefully (folded->str));
}
