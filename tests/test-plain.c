/* What a headline may hold, and what a terminal gets to see of it. */
#include "report/plain.h"

#include <string.h>

static void
test_what_acts_is_shown (void)
{
  static const struct {
    const char *text, *plain;
  } rows[] = {
    { "", "" },
    { "An ordinary headline – “quoted”, £5m", "An ordinary headline – “quoted”, £5m" },
    { "\033[31mred\033[0m", "\\x1b[31mred\\x1b[0m" },
    { "\033]0;title\007", "\\x1b]0;title\\x07" },
    { "a\tb\nc\rd", "a\\tb\\nc\\rd" },
    { "\x01\x1f\x7f", "\\x01\\x1f\\x7f" },
    { "\xc2\x9b" "31m \xc2\x85", "\\x9b31m \\x85" },
    { "gnp\u202efdp.exe\u202c", "gnp\\u202efdp.exe\\u202c" },
    { "\u202a\u202b\u202d\u2066\u2067\u2068\u2069", "\\u202a\\u202b\\u202d\\u2066\\u2067\\u2068\\u2069" },
    { "\u200e\u200f\u061c", "\\u200e\\u200f\\u061c" },
    { "zero\u200bwidth\u2060word\ufeff", "zero\\u200bwidth\\u2060word\\ufeff" },
    { "soft\u00adhyphen", "soft\\xadhyphen" },
    { "line\u2028para\u2029", "line\\u2028para\\u2029" },
    { "\U000e0041\U000e007f", "\\U000e0041\\U000e007f" },
    { "filler\u3164\uffa0\u115f", "filler\\u3164\\uffa0\\u115f" },
    { "\ufffe\U0010ffff", "\\ufffe\\U0010ffff" },
    { "C:\\temp", "C:\\temp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plain = bs_plain_text (rows[i].text, TRUE);

      g_assert_cmpstr (plain, ==, rows[i].plain);
    }
}

static void
test_scripts_keep_their_joiners (void)
{
  static const char *const kept[] = { "می\u200cخواهم", "क्\u200dष", "👩\u200d🚀", "❤\ufe0f\u200d🔥", "الخبر", "e\u0301",
                                      "\u0601\u0661" };
  g_autofree char *latin = bs_plain_text ("pay\u200cpal", TRUE);
  g_autofree char *doubled = bs_plain_text ("ا\u200c\u200dب", TRUE);
  g_autofree char *last = bs_plain_text ("ا\u200d", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *plain = bs_plain_text (kept[i], TRUE);

      g_assert_cmpstr (plain, ==, kept[i]);
    }
  g_assert_cmpstr (latin, ==, "pay\\u200cpal");
  g_assert_cmpstr (doubled, ==, "ا\\u200c\\u200dب");
  g_assert_cmpstr (last, ==, "ا\\u200d");
}

static void
test_not_utf8 (void)
{
  g_autofree char *byte = bs_plain_text ("caf\xe9!", TRUE);
  g_autofree char *surrogate = bs_plain_text ("\xed\xa0\x80", TRUE);
  g_autofree char *cut = bs_plain_text ("\xf0\x9f\x98", TRUE);

  g_assert_cmpstr (byte, ==, "caf\ufffd!");
  g_assert_true (g_utf8_validate (surrogate, -1, NULL) && g_str_has_prefix (surrogate, "\ufffd"));
  g_assert_true (g_utf8_validate (cut, -1, NULL) && g_str_has_prefix (cut, "\ufffd"));
}

static void
test_ascii (void)
{
  g_autofree char *accents = bs_plain_text ("Müller’s café – “naïve”…", FALSE);
  g_autofree char *wide = bs_plain_text ("日本 👍", FALSE);
  g_autofree char *hidden = bs_plain_text ("a\u202eb\033", FALSE);

  g_assert_cmpstr (accents, ==, "Muller's cafe - \"naive\"...");
  g_assert_true (g_str_is_ascii (wide));
  g_assert_cmpstr (wide, ==, "?? ?");
  g_assert_cmpstr (hidden, ==, "a\\u202eb\\x1b");
}

/* Nothing that comes out acts on a terminal, whatever goes in. */
static void
test_any_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[8] = { 0 };
      g_autofree char *plain = NULL;

      if (!g_unichar_validate (c))
        continue;
      text[g_unichar_to_utf8 (c, text)] = '\0';
      plain = bs_plain_text (text, TRUE);
      for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar shown = g_utf8_get_char (at);

          g_assert_true (shown >= 0x20 && !(shown >= 0x7f && shown < 0xa0));
          g_assert_false ((shown >= 0x200b && shown <= 0x200f) || (shown >= 0x2028 && shown <= 0x202e));
          g_assert_false ((shown >= 0x2060 && shown <= 0x206f) || shown == 0xfeff || shown == 0x61c);
        }
    }
}

static void
test_width (void)
{
  static const struct {
    const char *plain;
    guint width;
  } rows[] = {
    { "", 0 },         { "plain", 5 },     { "café", 4 },          { "cafe\u0301", 4 },  { "日本語", 6 },
    { "한국", 4 },     { "👍", 2 },        { "👩\u200d🚀", 4 },     { "ﾊﾝｶｸ", 4 },         { "Ａ", 2 },
    { "الخَبَر", 5 }, { "…–’", 3 },       { "ก็", 1 },            { "\u0601", 1 },      { "\u00a0", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (bs_plain_width (rows[i].plain), ==, rows[i].width);
}

static void
test_truncate (void)
{
  static const struct {
    const char *plain;
    guint width;
    gboolean unicode;
    const char *cut;
  } rows[] = {
    { "headline", 8, TRUE, "headline" },
    { "headline", 7, TRUE, "headli…" },
    { "headline", 7, FALSE, "head..." },
    { "headline", 2, FALSE, ".." },
    { "headline", 1, TRUE, "…" },
    { "headline", 0, TRUE, "" },
    { "日本語新聞", 10, TRUE, "日本語新聞" },
    { "日本語新聞", 9, TRUE, "日本語新…" },
    { "日本語新聞", 8, TRUE, "日本語…" },
    { "cafe\u0301s", 5, TRUE, "cafe\u0301s" },
    { "cafe\u0301 noir", 5, TRUE, "cafe\u0301…" },
    { "👍👍", 3, TRUE, "👍…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *cut = bs_plain_truncate (rows[i].plain, rows[i].width, rows[i].unicode);

      g_assert_cmpstr (cut, ==, rows[i].cut);
      g_assert_cmpuint (bs_plain_width (cut), <=, rows[i].width);
    }
}

static void
test_wrap (void)
{
  static const struct {
    const char *plain;
    guint width;
    const char *lines;
  } rows[] = {
    { "", 10, "" },
    { "one line of any length", 0, "one line of any length" },
    { "fits exactly", 12, "fits exactly" },
    { "the quick brown fox", 10, "the quick|brown fox" },
    { "the quick  brown fox ", 9, "the quick|brown fox" },
    { "  leading", 20, "leading" },
    { "unbreakable", 4, "unbr|eaka|ble" },
    { "a unbreakable", 4, "a|unbr|eaka|ble" },
    { "日本語", 1, "日|本|語" },
    { "日本 語", 4, "日本|語" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) lines = bs_plain_wrap (rows[i].plain, rows[i].width);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, rows[i].lines);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain/what-acts-is-shown", test_what_acts_is_shown);
  g_test_add_func ("/plain/scripts-keep-their-joiners", test_scripts_keep_their_joiners);
  g_test_add_func ("/plain/not-utf8", test_not_utf8);
  g_test_add_func ("/plain/ascii", test_ascii);
  g_test_add_func ("/plain/any-character", test_any_character);
  g_test_add_func ("/plain/width", test_width);
  g_test_add_func ("/plain/truncate", test_truncate);
  g_test_add_func ("/plain/wrap", test_wrap);
  return g_test_run ();
}
