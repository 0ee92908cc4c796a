#include "clean/promo.c"

#include "filters.h"

/* At every place where a sentence may start. */
static Order
find_order_carefully (const char *folded)
{
  Order found = NO_ORDER;

  for (const char *at = folded; *at != '\0'; at++)
    {
      gsize length = 0;

      if (at != folded && (at - folded < 2 || at[-1] != ' ' || strchr (".!?:", at[-2]) == NULL))
        continue;
      while (g_ascii_isalpha (at[length]))
        length++;
      if (length > 0 && is_one_of (at, length, ORDERS))
        return AN_ORDER;
      if (length > 0 && is_one_of (at, length, ADVICE))
        found = SOME_ADVICE;
    }
  return found;
}

void
fuzz_filter_promo (const GString *folded)
{
  g_assert_cmpint (find_order (folded), ==, find_order_carefully (folded->str));
}
