/* What others have done to a text is undone and counted: mojibake, entities, glued sentences, link text run in. */
#include "clean/clean.h"
#include "clean/glue.h"
#include "clean/mojibake.h"
#include "clean/repair.h"
#include "hints-careful.h"

typedef struct
{
  const char *given, *expected;
  guint64 count;
} Case;

static void
check_repair (const Case *cases, gsize n, gsize counter)
{
  BsRepair repair;

  bs_repair_init (&repair);
  for (gsize i = 0; i < n; i++)
    {
      BsMended mended = { 0 };
      BsSpan text = bs_repair_text (&repair, bs_span_of (cases[i].given), TRUE, &mended);
      g_autofree char *got = g_strndup (text.start, text.length);

      g_assert_cmpstr (got, ==, cases[i].expected);
      g_assert_cmpuint (*(const guint64 *)(gconstpointer)((const char *)&mended + counter), ==, cases[i].count);
    }
  bs_repair_clear (&repair);
}

#define CHECK(cases, counter) check_repair (cases, G_N_ELEMENTS (cases), G_STRUCT_OFFSET (BsMended, counter))

static void
check_mojibake (const Case *cases, gsize n)
{
  g_autoptr (GString) room = g_string_new (NULL);
  g_autoptr (GString) spare = g_string_new (NULL);
  g_autoptr (GArray) trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));

  for (gsize i = 0; i < n; i++)
    {
      BsMended mended = { 0 };
      BsSpan text = bs_mojibake_undo (bs_span_of (cases[i].given), room, spare, trail, &mended);
      g_autofree char *got = g_strndup (text.start, text.length);

      g_assert_cmpstr (got, ==, cases[i].expected);
      g_assert_cmpuint (mended.mojibake, ==, cases[i].count);
    }
}

static void
test_mojibake (void)
{
  static const Case CASES[] = {
    { "They donâ€™t say.", "They don’t say.", 1 },
    { "â€œYes,â€\xc2\x9d she said â€” no.", "“Yes,” she said — no.", 3 },
    { "They don\xc3\xa2\xc2\x80\xc2\x99t", "They don’t", 1 }, /* read as ISO 8859-1 */
    { "Caf\u00c3\u00a9 T\u00c3\u00a9l\u00c3\u00a9", "Café Télé", 3 },
    { "10\u00c2\u00a0km, \u00c2\u00a9 1920, \u00c2\u00a35", "10\u00a0km, © 1920, £5", 3 },
    { "Ã–sterreich, Ã“scar", "Österreich, Óscar", 2 },
    { "WaÅ‚Ä™sa, ÄŒapek, KodÃ¡ly", "Wałęsa, Čapek, Kodály", 4 },
    { "ðŸ˜€", "😀", 1 },
    { "donÃ¢â‚¬â„¢t", "don’t", 4 }, /* twice */
    { "the lost â€� and â€ and â€\"maybe", "the lost ” and ” and –maybe", 3 },
    { "voilÃ  tout, 5Â km", "voilà tout, 5 km", 2 }, /* the no-break spaces were made plain */
    { "вЂњYesвЂќ, he donвЂ™t", "“Yes”, he don’t", 3 },
    { "РџСЂРёРІРµС‚, РјРёСЂ", "Привет, мир", 9 },
    { "‚ÄúIt‚Äôs caf√©", "“It’s café", 3 },
  };

  check_mojibake (CASES, G_N_ELEMENTS (CASES));
}

static void
test_honest_is_no_mojibake (void)
{
  static const Case CASES[] = {
    { "Naïve café, “São Paulo” — Ångström…", "Naïve café, “São Paulo” — Ångström…", 0 },
    { "A MINHA IRMÃ”, disse. NÃ…", "A MINHA IRMÃ”, disse. NÃ…", 0 },
    { "LE CAFÉ\u00a0» et MÜ®", "LE CAFÉ\u00a0» et MÜ®", 0 },
    { "the letters Ä–Ö and Å–Ö", "the letters Ä–Ö and Å–Ö", 0 },
    { "i Å\u00a0i Lofoten, Ü\u00adber", "i Å\u00a0i Lofoten, Ü\u00adber", 0 },
    { "Рига, «Волга» — № 5, Україна, РІК", "Рига, «Волга» — № 5, Україна, РІК", 0 },
    { "√9 = 3, ‚so‘", "√9 = 3, ‚so‘", 0 },
    { "lost \uFFFD\uFFFD here", "lost \uFFFD\uFFFD here", 0 },
    { "", "", 0 },
  };

  check_mojibake (CASES, G_N_ELEMENTS (CASES));
}

static void
test_entities (void)
{
  static const Case CASES[] = {
    { "Tom &amp; Jerry&#8217;s &ldquo;law&rdquo; &#x2014; 5 &lt; 6", "Tom & Jerry’s “law” — 5 < 6", 6 },
    { "it&amp;#8217;s &amp;amp;rsquo;", "it’s ’", 2 },
    { "it&#146;s and it&#8217s", "it’s and it’s", 2 },
    { "a&nbsp;b&shy;c d&nbsp e", "a bc d  e", 3 },
    { "Caf&eacute; &Lstrok;&oacute;d&zacute;", "Café Łódź", 4 },
    { "AT&T; and R&D; &bogus; & &; &#; &#xD800; &#0; &#99999999;",
      "AT&T; and R&D; &bogus; & &; &#; &#xD800; &#0; &#99999999;", 0 },
    { "http://example.org/?a=1&copy=2&amp;b", "http://example.org/?a=1&copy=2&b", 1 },
    { "&", "&", 0 },
    { "it&acirc;&euro;&trade;s", "it’s", 3 },
  };

  CHECK (CASES, entities);
}

static void
test_glued (void)
{
  static const Case CASES[] = {
    { "The bill is dead, he says.The White House said no.", "The bill is dead, he says. The White House said no.", 1 },
    { "“It is dead.”The house stood. (It was.)This is all.", "“It is dead.” The house stood. (It was.) This is all.",
      2 },
    { "He said \"we go.\"The man left.", "He said \"we go.\" The man left.", 1 },
    { "He left.\"We go,\" she said.", "He left. \"We go,\" she said.", 1 },
    { "He left.“They go,” she said.", "He left. “They go,” she said.", 1 },
    { "It went on.I saw it.A man came!Nobody else did.", "It went on. I saw it. A man came! Nobody else did.", 3 },
    { "system.The.Other is one", "system.The.Other is one", 0 },
    { "It rained.Parliament met. They came.The end was near.He spoke. She sang.This was in 1781.Yorktown fell.",
      "It rained. Parliament met. They came. The end was near. He spoke. She sang. This was in 1781. Yorktown fell.",
      5 },
    { "Il a parlé.Elle est là. Er kam.Über uns", "Il a parlé. Elle est là. Er kam.Über uns", 1 },
  };

  CHECK (CASES, glued);
}

static void
test_not_glued (void)
{
  static const Case CASES[] = {
    { "Use fmt.Println and errors.Is here.", "Use fmt.Println and errors.Is here.", 0 },
    { "Node.Js, Booking.Com and ASP.Net.", "Node.Js, Booking.Com and ASP.Net.", 0 },
    { "See https://example.org/a.The or notes.The/b.", "See https://example.org/a.The or notes.The/b.", 0 },
    { "e.g.The J.The U.S.The end", "e.g.The J.The U.S.The end", 0 },
    { "It rained.Parliament sat.", "It rained.Parliament sat.", 0 },
    { "call time.After(5) or list.The() now", "call time.After(5) or list.The() now", 0 },
  };

  CHECK (CASES, glued);
}

static void
test_run_in (void)
{
  static const Case CASES[] = {
    { "Senator Rufus KingRufus King KingBudget: five things to watch | House sits late MORE said no.",
      "Senator Rufus King said no.", 1 },
    { "Then Roger ShermanRodger SherwynPapers show it: a long headline stands here MORE said no.",
      "Then Roger ShermanRodger SherwynPapers show it: a long headline stands here MORE said no.", 1 },
    { "People on YouTube want MORE of everything that there is to be had, and MORE.",
      "People on YouTube want MORE of everything that there is to be had, and MORE.", 0 },
  };

  CHECK (CASES, run_in);
}

static void
test_every_byte_has_its_source (void)
{
  static const char GIVEN[]
      = "\xef\xbb\xbfIt&amp;#8217;s donâ€™t, he says.The caf\xc3\x83\xc2\xa9 is&nbsp;open.\r\nIt is so.";
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  BsCleanOptions options = { .without = BS_STEPS_ALL & ~BS_STEP_REPAIR };
  const char *const words[] = { "he says", "The caf", "open", "It is so" };

  bs_clean (cleaned, bs_span_of (GIVEN), &options);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (cleaned->text->str, words[i]);

      g_assert_nonnull (at);
      g_assert_cmpuint (bs_cleaned_source (cleaned, (guint32)(at - cleaned->text->str)), ==,
                        (guint64)(strstr (GIVEN, words[i]) - GIVEN));
    }
}

static void
test_repair_can_be_left_out (void)
{
  static const char GIVEN[] = "It&#8217;s donâ€™t, he says.The caf\xc3\x83\xc2\xa9 is open.";
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  BsCleanOptions options = { .without = BS_STEPS_ALL };

  bs_clean (cleaned, bs_span_of (GIVEN), &options);
  g_assert_cmpstr (cleaned->text->str, ==, GIVEN);
  g_assert_cmpuint (cleaned->mended.mojibake + cleaned->mended.entities + cleaned->mended.glued, ==, 0);
}

/* Whatever stands where the hints are looked for, sixteen bytes at a time, is found. */
static void
test_any_offset (void)
{
  BsRepair repair;

  bs_repair_init (&repair);
  for (guint before = 0; before < 70; before++)
    for (guint behind = 0; behind < 40; behind += 13)
      {
        g_autofree char *a = g_strnfill (before, 'a'), *b = g_strnfill (behind, 'b');
        g_autofree char *given = g_strdup_printf ("%s he says.The %s", a, b);
        g_autofree char *escaped = g_strdup_printf ("%s&amp;%s", a, b);
        BsMended mended = { 0 };

        bs_repair_text (&repair, bs_span_of (given), TRUE, &mended);
        bs_repair_text (&repair, bs_span_of (escaped), TRUE, &mended);
        g_assert_cmpuint (mended.glued, ==, 1);
        g_assert_cmpuint (mended.entities, ==, 1);
      }
  bs_repair_clear (&repair);
}

static void
test_hints_of_noise (void)
{
  static const char *const PIECES[] = { "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", ". ", ".", "T", "\"",
                                        " MO", "&", "”", "é", "\n", "7", "É", "?", "M", " ", "[" };
  guint32 state = 11;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint expected;

      for (guint k = 0; k < 6; k++)
        g_string_append (text, PIECES[((state = state * 1664525 + 1013904223) >> 16) % G_N_ELEMENTS (PIECES)]);
      expected = expected_hints (bs_span (text->str, text->len));
      for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
        if (bs_cpu_has (cpu))
          g_assert_cmpuint (bs_repair_hints_by_cpu (cpu) (text->str, text->len), ==, expected);
    }
}

static void
test_noise_stays_valid (void)
{
  static const char *const PIECES[] = { "â",  "€",  "™", "Ã",    "©",  "&", "#8217;", "amp;",     ".", "The",
                                        "he", "\"", " ", "MORE", "Aa", "В", "Ђ",      "\xc2\xa0", "Р", "\n" };
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  BsCleanOptions options = { .without = BS_STEPS_ALL & ~BS_STEP_REPAIR };
  guint32 state = 7;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) given = g_string_new (NULL);

      for (guint k = 0; k < 30; k++)
        g_string_append (given, PIECES[((state = state * 1664525 + 1013904223) >> 16) % G_N_ELEMENTS (PIECES)]);
      bs_clean (cleaned, bs_span (given->str, given->len), &options);
      g_assert_true (g_utf8_validate_len (cleaned->text->str, cleaned->text->len, NULL));
      for (guint32 at = 0; at < cleaned->text->len; at++)
        g_assert_cmpuint (bs_cleaned_source (cleaned, at), <=, given->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repair/mojibake", test_mojibake);
  g_test_add_func ("/repair/honest-is-no-mojibake", test_honest_is_no_mojibake);
  g_test_add_func ("/repair/entities", test_entities);
  g_test_add_func ("/repair/glued", test_glued);
  g_test_add_func ("/repair/not-glued", test_not_glued);
  g_test_add_func ("/repair/run-in", test_run_in);
  g_test_add_func ("/repair/every-byte-has-its-source", test_every_byte_has_its_source);
  g_test_add_func ("/repair/can-be-left-out", test_repair_can_be_left_out);
  g_test_add_func ("/repair/any-offset", test_any_offset);
  g_test_add_func ("/repair/hints-of-noise", test_hints_of_noise);
  g_test_add_func ("/repair/noise-stays-valid", test_noise_stays_valid);
  return g_test_run ();
}
