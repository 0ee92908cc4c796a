/* The walk by masks, with every set of instructions that this machine has, against the careful one. */
#include "base/cpu.h"
#include "segment/scan.h"

/* What a text is made of: whatever the walk treats in a way of its own, and what stands beside it. */
static const char *const pieces[] = {
  "the ", "The ", "a ", "a. ", "a) ", "I ", "U.S. ", "don't ", "don’t ", "rock’n’roll ", "’Tis ", "“Well,” ", "‘so’ ", "x",
  "http://a.b/c?d=e ", "www.paper.com/a ", "and/or ", "9/11 ", "1,234.5 ", "11:21 ", "12. ", "x@y.com ", "@someone ",
  "says.The ", "Amazon.Com ", "ab.Cd", "so...I ", "why?because ", "end. ", "end.\" ", "end.” ", "(end.) ", "etc., ",
  "[12] ", "word.[12] Next ", "word.[3]x", "m² ", "word.² ", "é", "naïve ", "Straße ", "Ω ", "Привет. ", "日本 ", "½ ",
  "\n", "\n\n", "\t", "  ", " ", ":-) ", " ;) ", "=( ", "----- ", "===== ", "...... ", "… ", "—", " — ", "–", "--", "- ",
  "• ", "·", "‑", "‐", "a‑b ", "\u200b", "\u00a0", "\u2028", "‽", "。", "؟", "!", "?", ".", ",", ";", ":", "'", "\"", "&",
  "AT&T ", "_", "_x_ ", "%", "$5 ", "#tag ", "*", "~", "\x01", "\x7f", "h", "hte ", "htt", "http", "é’s ", "é.é", "é-a ", "a.é ",
  "a’é ", "a’“ ", "1/2", "1:2", "1,2", "a,b", "a:b", "a:/", "a://", "🙂 ", "e\u0301 ", "\u0301",
};

static char *
make_text (GRand *random, guint n)
{
  GString *text = g_string_new (NULL);
  guint only = (guint) g_rand_int_range (random, 1, 1 + (gint) G_N_ELEMENTS (pieces)); /* some texts have few kinds */

  for (guint i = 0; i < n; i++)
    {
      gboolean plain = g_rand_boolean (random);

      g_string_append (text, pieces[plain ? (guint) g_rand_int_range (random, 0, 3)
                                          : (guint) g_rand_int_range (random, 0, (gint) only)]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_same (BsSpan text, BsCpu cpu)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BsWord));
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (BsGap));
  g_autoptr (GArray) careful_words = g_array_new (FALSE, FALSE, sizeof (BsWord));
  g_autoptr (GArray) careful_gaps = g_array_new (FALSE, FALSE, sizeof (BsGap));

  bs_scan (text, words, gaps);
  bs_scan_carefully (text, careful_words, careful_gaps);
  if (words->len != careful_words->len || gaps->len != careful_gaps->len)
    g_error ("%s: %u words and %u gaps, should be %u and %u: “%.*s”", bs_cpu_name (cpu), words->len, gaps->len,
             careful_words->len, careful_gaps->len, (int) text.length, text.start);
  for (guint i = 0; i < words->len; i++)
    {
      const BsWord *a = &g_array_index (words, BsWord, i), *b = &g_array_index (careful_words, BsWord, i);

      if (a->start != b->start || a->length != b->length)
        g_error ("%s: word %u at %u: “%.*s”", bs_cpu_name (cpu), i, a->start, (int) text.length, text.start);
    }
  for (guint i = 0; i < gaps->len; i++)
    {
      const BsGap *a = &g_array_index (gaps, BsGap, i), *b = &g_array_index (careful_gaps, BsGap, i);

      if (a->word != b->word || a->end != b->end || a->next_start != b->next_start || a->flags != b->flags)
        g_error ("%s: gap %u at %u: “%.*s”", bs_cpu_name (cpu), i, a->end, (int) text.length, text.start);
    }
}

static void
by_set (gconstpointer data)
{
  BsCpu cpu = GPOINTER_TO_UINT (data);
  GRand *random = g_rand_new_with_seed (7);

  g_assert_true (bs_cpu_limit (bs_cpu_name (cpu), NULL));
  for (guint round = 0; round < 6000; round++)
    {
      g_autofree char *text = make_text (random, (guint) g_rand_int_range (random, 0, round % 10 == 0 ? 400 : 40));
      gsize length = strlen (text);
      char *copy = g_malloc (length + 1); /* of its very size, so that a byte read behind it is found */

      assert_same (bs_span (memcpy (copy, text, length), length), cpu);
      g_free (copy);
    }
  g_rand_free (random);
}

/* Every gap of up to three bytes between two words, at every place of a block. */
static void
small_gaps (gconstpointer data)
{
  static const char signs[] = " .,!?;:'\"()[]-/@&_=\n\tAah1h";
  BsCpu cpu = GPOINTER_TO_UINT (data);

  g_assert_true (bs_cpu_limit (bs_cpu_name (cpu), NULL));
  for (guint a = 0; a < sizeof signs - 1; a++)
    for (guint b = 0; b < sizeof signs - 1; b++)
      for (guint c = 0; c < sizeof signs - 1; c++)
        {
          guint shift = (a * 7 + b * 3 + c) % 64;
          g_autofree char *text
              = g_strdup_printf ("%.*sword%c%c%cNext and%c%c%cmore 5 of%c%c%cit", (int) shift,
                                 "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod ", signs[a],
                                 signs[b], signs[c], signs[a], signs[b], signs[c], signs[a], signs[b], signs[c]);

          assert_same (bs_span_of (text), cpu);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      {
        g_autofree char *mixed = g_strdup_printf ("/scan/mixed/%s", bs_cpu_name (cpu));
        g_autofree char *small = g_strdup_printf ("/scan/small-gaps/%s", bs_cpu_name (cpu));

        g_test_add_data_func (mixed, GUINT_TO_POINTER (cpu), by_set);
        g_test_add_data_func (small, GUINT_TO_POINTER (cpu), small_gaps);
      }
  return g_test_run ();
}
