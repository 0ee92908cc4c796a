/* Lists that run on inside a paragraph: which gaps stand in front of a marker, which behind one. */
#include "segment/item.h"

#include "segment/scan.h"

/* The text with "/" before each marker that starts an item and "_" behind each marker. */
static char *
marked (const char *text)
{
  g_autoptr (BsTypeIndex) index = bs_type_index_new (NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BsWord));
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (BsGap));
  GString *shown = g_string_new (text);
  BsGap *inside;
  guint n_inside;

  bs_scan (bs_span_of (text), words, gaps);
  bs_type_index_look_up (index, bs_span_of (text), (BsWord *) (gpointer) words->data, words->len);
  inside = (BsGap *) (gpointer) gaps->data + 1; /* the first and last are the block's own */
  n_inside = gaps->len - 2;
  bs_items_find (bs_span_of (text), (const BsWord *) (gpointer) words->data, bs_type_index_spellings (index), inside,
                 n_inside, 0);
  for (guint i = n_inside; i-- > 0;)
    {
      if (inside[i].verdict == BS_END_ITEM)
        g_string_insert_c (shown, (gssize) inside[i].next_start, '/');
      else if (inside[i].verdict == BS_ON_MARKER)
        g_string_insert_c (shown, (gssize) inside[i].next_start, '_');
      else
        g_assert_cmpuint (inside[i].verdict, ==, BS_N_VERDICTS);
    }
  return g_string_free (shown, FALSE);
}

static const struct {
  const char *text;
  const char *shown;
} lists[] = {
  /* the forms */
  { "1. Wash it 2. Peel it 3. Eat it", "1. _Wash it /2. _Peel it /3. _Eat it" },
  { "1) Wash it 2) Peel it", "1) _Wash it /2) _Peel it" },
  { "(1) Wash it (2) Peel it", "(1) _Wash it /(2) _Peel it" },
  { "1.) Wash it 2.) Peel it", "1.) _Wash it /2.) _Peel it" },
  { "a. Wash it b. Peel it", "a. _Wash it /b. _Peel it" },
  { "a) Wash it b) Peel it", "a) _Wash it /b) _Peel it" },
  { "1. \"Wash it\" 2. \"Peel it\"", "1. _\"Wash it\" /2. _\"Peel it\"" },
  { "9) Wash it 10) Peel it", "9) Wash it 10) Peel it" }, /* a row starts from 1 */
  /* behind a mark or a colon */
  { "Do this: 1. Wash it 2. Peel it", "Do this: /1. _Wash it /2. _Peel it" },
  { "Do this. 1. Wash it. 2. Peel it.", "Do this. /1. _Wash it. /2. _Peel it." },
  { "Do this. 1. Wash it 2. Peel it", "Do this. 1. Wash it 2. Peel it" },
  { "Do this 1. Wash it 2. Peel it", "Do this 1. Wash it 2. Peel it" },
  /* rows that are none */
  { "1. Wash it", "1. Wash it" },
  { "1. Wash it 3. Peel it", "1. Wash it 3. Peel it" },
  { "1. Wash it 2) Peel it", "1. Wash it 2) Peel it" },
  { "1. 2. Peel it", "1. 2. Peel it" }, /* nothing between */
  { "A. Smith met B. Gray", "A. Smith met B. Gray" },
  { "1. See Fig. 2. The line fell", "1. See Fig. 2. The line fell" },
  { "in Fig. 1. Between Regions 1 and 2. The", "in Fig. 1. Between Regions 1 and 2. The" },
  { "It is 1,000 ft. 2. It is old", "It is 1,000 ft. 2. It is old" },
  /* what is no marker does not break the row */
  { "1. Wash 5 of it 2. Peel 7. Then 3. Eat it", "1. _Wash 5 of it /2. _Peel 7. Then /3. _Eat it" },
  { "1. a) Wash it b) Dry it 2. a) Peel it b) Eat it",
    "1. _a) Wash it b) Dry it /2. _a) Peel it b) Eat it" }, /* a) stands behind no mark of its own */
};

static void
test_lists (void)
{
  bs_lexicon_init ();
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *shown = marked (lists[i].text);

      if (!g_str_equal (shown, lists[i].shown))
        {
          g_test_message ("“%s”, not “%s”", shown, lists[i].shown);
          g_test_fail ();
        }
    }
}

/* Up to 99, however long the row, and a new row may start from 1 again. */
static void
test_long_rows (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (guint row = 0; row < 2; row++)
    for (guint i = 1; i <= 99; i++)
      {
        g_string_append_printf (text, "%u) So it is. ", i);
        g_string_append_printf (expected, "%s%u) _So it is. ", row + i > 1 ? "/" : "", i);
      }
  shown = marked (text->str);
  g_assert_cmpstr (shown, ==, expected->str);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item/lists", test_lists);
  g_test_add_func ("/item/long-rows", test_long_rows);
  return g_test_run ();
}
