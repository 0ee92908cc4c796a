#include "clean/byline.c"

#include "filters.h"

static gsize
opening_carefully (BsSpan block)
{
  for (guint i = 0; OPENINGS[i] != NULL; i++)
    {
      gsize length = strlen (OPENINGS[i]);

      if (block.length > length && g_ascii_strncasecmp (block.start, OPENINGS[i], length) == 0)
        return OPENINGS[i][0] == 'f' ? strlen ("from ") : length;
    }
  return 0;
}

void
fuzz_filter_byline (BsSpan block)
{
  g_assert_cmpuint (opening_of (block), ==, opening_carefully (block));
}
