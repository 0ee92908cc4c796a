/* Bytes of any encoding become honest UTF-8, and what was mended is counted. */
#include "clean/charset.h"

typedef struct
{
  BsMended mended;
  const char *found;
  char *text;
} Decoded;

static void
decode (Decoded *decoded, const char *bytes, gsize length, const char *encoding)
{
  BsCharsetOptions options = { .encoding = encoding };
  BsCharset charset;
  BsSpan text;

  bs_charset_init (&charset);
  *decoded = (Decoded){ .found = NULL };
  text = bs_charset_decode (&charset, bs_span (bytes, length), &options, &decoded->mended, &decoded->found);
  decoded->text = g_strndup (text.start != NULL ? text.start : "", text.length);
  g_assert_true (g_utf8_validate_len (decoded->text, text.length, NULL));
  bs_charset_clear (&charset);
}

#define DECODE(bytes, encoding) decode (&decoded, bytes, sizeof bytes - 1, encoding)

#define DECODES(bytes, encoding, expected, expected_encoding)                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    Decoded got;                                                                                                       \
    decode (&got, bytes, sizeof bytes - 1, encoding);                                                                  \
    g_assert_cmpstr (got.text, ==, expected);                                                                          \
    g_assert_cmpstr (got.found, ==, expected_encoding);                                                                \
    g_free (got.text);                                                                                                 \
  }                                                                                                                    \
  G_STMT_END

static void
test_utf8 (void)
{
  DECODES ("", NULL, "", "UTF-8");
  DECODES ("The council met.\n", NULL, "The council met.\n", "UTF-8");
  DECODES ("Le caf\xc3\xa9 \xe2\x80\x9c"
           "ferm\xc3\xa9\xe2\x80\x9d",
           NULL, "Le café “fermé”", "UTF-8");
  DECODES ("\xef\xbb\xbfThe council", NULL, "The council", "UTF-8");
  /* the joiner goes with the ligature that it stood behind */
  DECODES ("\xef\xac\x81\xe2\x80\x8bx", NULL, "fix", "UTF-8");
  DECODES ("\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0", NULL, "Москва", "UTF-8");
}

static void
test_utf16_and_utf32 (void)
{
  DECODES ("\xff\xfeT\0h\0e\0 \0\x1d\x20", NULL, "The ”", "UTF-16LE");
  DECODES ("\xfe\xff\0T\0h\0e", NULL, "The", "UTF-16BE");
  DECODES ("\xff\xfe\0\0T\0\0\0h\0\0\0", NULL, "Th", "UTF-32LE");
  DECODES ("\0\0\xfe\xff\0\0\0T", NULL, "T", "UTF-32BE");
  DECODES ("T\0h\0e\0 \0c\0o\0u\0n\0", NULL, "The coun", "UTF-16LE");
  DECODES ("\0T\0h\0e\0 \0c\0o\0u\0n", NULL, "The coun", "UTF-16BE");
  DECODES ("\xff\xfeT\0\x00\xd8"
           "e\0",
           NULL,
           "T\xef\xbf\xbd"
           "e",
           "UTF-16LE"); /* half a pair */
}

static void
test_single_bytes (void)
{
  DECODES ("\x93It\x92s \x80"
           "5\x94 \x97 she said",
           NULL, "“It’s €5” — she said", "windows-1252");
  DECODES ("Le caf\xe9 du Ch\xe2teau", NULL, "Le café du Château", "windows-1252");
  DECODES ("caf\xe9", "ISO-8859-1", "café", "windows-1252");
  DECODES ("We don\xd5t and they won\xd5t go", NULL, "We don’t and they won’t go", "MACINTOSH");
  DECODES ("\xcc\xee\xf1\xea\xe2\xe0", "windows-1251", "Москва", "windows-1251");
  DECODES ("caf\xe9 cr\xe8me", "no-such-encoding", "café crème", "windows-1252");
}

static void
test_guesses_what_is_not_western (void)
{
  static const char RUSSIAN[]
      = "\xce\xc1 \xda\xc1\xd3\xc5\xc4\xc1\xce\xc9\xc9 \xd3\xcf\xd7\xc5\xd4\xc1 \xc7\xcf\xd2\xcf\xc4\xc1 "
        "\xc2\xd9\xcc\xcf \xd0\xd2\xc9\xce\xd1\xd4\xcf \xd2\xc5\xdb\xc5\xce\xc9\xc5 "
        "\xcf \xd3\xd4\xd2\xcf\xc9\xd4\xc5\xcc\xd8\xd3\xd4\xd7\xc5 \xcd\xcf\xd3\xd4\xc1";
  Decoded decoded;

  decode (&decoded, RUSSIAN, sizeof RUSSIAN - 1, NULL);
  g_assert_cmpstr (decoded.found, ==, "KOI8-R");
  g_assert_true (g_str_has_prefix (decoded.text, "на заседании совета"));
  g_free (decoded.text);
}

static void
test_invalid_is_replaced_and_counted (void)
{
  Decoded decoded;

  /* More is valid than not: it is UTF-8 with a fault. E2 80 could have begun a quote and is one fault. */
  DECODE ("\xc3\xa9\xc3\xa8\xc3\xa0 \xff x\xe2\x80 y", NULL);
  g_assert_cmpstr (decoded.text, ==, "éèà \xef\xbf\xbd x\xef\xbf\xbd y");
  g_assert_cmpuint (decoded.mended.invalid_bytes, ==, 2);
  g_free (decoded.text);
  DECODE ("caf\x81\xe9", "windows-1252");
  g_assert_cmpuint (decoded.mended.invalid_bytes, ==, 1);
  g_free (decoded.text);
  DECODE ("\xed\xa0\x80\xc0\xaf \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", "UTF-8"); /* a surrogate and an overlong slash */
  g_assert_cmpuint (decoded.mended.invalid_bytes, ==, 5);
  g_free (decoded.text);
}

static void
test_line_ends_and_blanks (void)
{
  DECODES ("a\r\nb\rc\r\r\nd\x0c"
           "e\xc2\x85"
           "f\xe2\x80\xa8g",
           NULL, "a\nb\nc\nd\ne\nf\ng", "UTF-8");
  DECODES ("10\xc2\xa0"
           "000\xe2\x80\x89km\xe3\x80\x80.",
           NULL, "10 000 km .", "UTF-8");
  DECODES ("\xef\xac\x81nal e\xef\xac\x80"
           "ort",
           NULL, "final effort", "UTF-8");
}

static void
test_invisible_is_taken_out (void)
{
  Decoded decoded;

  DECODE ("gov\xc2\xad"
          "ern\xe2\x80\x8bment\xef\xbb\xbf\x01\x00.",
          NULL);
  g_assert_cmpstr (decoded.text, ==, "government.");
  g_assert_cmpuint (decoded.mended.invisibles, ==, 3);
  g_assert_cmpuint (decoded.mended.controls, ==, 2);
  g_free (decoded.text);
  DECODES ("\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xb4\xd9\x88\xd8\xaf", NULL, "می\u200cشود",
           "UTF-8"); /* Persian spells with it */
}

static void
test_binary_is_no_text (void)
{
  guint8 noise[4096];
  Decoded decoded;
  guint32 state = 1;

  DECODES ("%PDF-1.4\n", NULL, "", NULL);
  DECODES ("\x89PNG\r\n\x1a\n", NULL, "", NULL);
  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (guint8) ((state = state * 1664525 + 1013904223) >> 24);
  decode (&decoded, (const char *) noise, sizeof noise, NULL);
  g_assert_null (decoded.found);
  g_free (decoded.text);
}

static void
test_declared_names (void)
{
  DECODES ("\xcc\xee\xf1\xea\xe2\xe0", "CP1251", "Москва", "windows-1251");
  DECODES ("caf\xe9", " \"Latin1\" ", "café", "windows-1252");
  DECODES ("\xc4\xe3\xba\xc3", "gb2312", "你好", "GB18030");
  DECODES ("\x8a\xbf\x8e\x9a", "x-sjis", "漢字", "CP932");
  DECODES ("\xb0\xa1\x81\x41", "ks_c_5601-1987", "가갂", "CP949");
  DECODES ("caf\x82", "cp850", "café", "cp850");
  DECODES ("caf\xe9 cr\xe8me", "utf-7", "café crème", "windows-1252");
  DECODES ("caf\xe9 cr\xe8me", "../x//TRANSLIT", "café crème", "windows-1252");
  DECODES ("T\0h\0e\0 \0c\0", "UTF-16", "The c", "UTF-16LE");
}

static void
test_false_declarations (void)
{
  DECODES ("caf\xc3\xa9 cr\xc3\xa8me", "ISO-8859-1", "café crème", "UTF-8");
  DECODES ("caf\xe9 cr\xe8me", "UTF-8", "café crème", "windows-1252");
  DECODES ("Only letters of ASCII.", "windows-1251", "Only letters of ASCII.", "UTF-8");
  DECODES ("Only letters of ASCII.", "UTF-16", "Only letters of ASCII.", "UTF-8");
  DECODES ("The price is \x80"
           "5, she said, \x93yes\x94 \x96 or \x91no\x92.",
           "EUC-JP", "The price is €5, she said, “yes” – or ‘no’.", "windows-1252");
}

static void
test_declared_by_a_page (void)
{
  DECODES ("<html><meta charset=windows-1251><p>\xcc\xee\xf1\xea\xe2\xe0", NULL,
           "<html><meta charset=windows-1251><p>Москва", "windows-1251");
  DECODES ("<?xml version='1.0' encoding='koi8-r'?><p>\xed\xcf\xd3\xcb\xd7\xc1", NULL,
           "<?xml version='1.0' encoding='koi8-r'?><p>Москва", "KOI8-R");
  DECODES ("<meta charset=koi8-r><p>\xcc\xee\xf1\xea\xe2\xe0", "cp1251", "<meta charset=koi8-r><p>Москва",
           "windows-1251"); /* the server wins */
  DECODES ("<meta charset=utf-16><p>caf\xc3\xa9 \xff", NULL, "<meta charset=utf-16><p>café \xef\xbf\xbd", "UTF-8");
  DECODES ("<meta name=x content='charset=koi8-r'><p>caf\xe9 du th\xe9", NULL,
           "<meta name=x content='charset=koi8-r'><p>café du thé", "windows-1252"); /* no http-equiv */
  DECODES ("A page says <meta charset=koi8-r> but this text, caf\xe9 or th\xe9, does not", NULL,
           "A page says <meta charset=koi8-r> but this text, café or thé, does not", "windows-1252");
  DECODES ("<!-- <meta charset=koi8-r> --><a title='<meta charset=koi8-r>'>caf\xe9 du th\xe9", NULL,
           "<!-- <meta charset=koi8-r> --><a title='<meta charset=koi8-r>'>café du thé", "windows-1252");
}

static void
test_broken_pages (void)
{
  static const char *const PAGES[] = { "<", "<meta", "<meta ", "<meta charset", "<meta charset=", "<meta charset=\"",
                                       "<!--", "<!-", "<?xml", "<?xml encoding=", "<a =", "<a b='", "</", "<meta =x>" };

  for (gsize i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      g_autofree char *page = g_strconcat (PAGES[i], "\xe9", NULL);
      Decoded decoded;

      decode (&decoded, page, strlen (page), NULL);
      g_assert_nonnull (decoded.found);
      g_free (decoded.text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/utf-8", test_utf8);
  g_test_add_func ("/charset/utf-16-and-utf-32", test_utf16_and_utf32);
  g_test_add_func ("/charset/single-bytes", test_single_bytes);
  g_test_add_func ("/charset/guesses-what-is-not-western", test_guesses_what_is_not_western);
  g_test_add_func ("/charset/invalid-is-replaced-and-counted", test_invalid_is_replaced_and_counted);
  g_test_add_func ("/charset/line-ends-and-blanks", test_line_ends_and_blanks);
  g_test_add_func ("/charset/invisible-is-taken-out", test_invisible_is_taken_out);
  g_test_add_func ("/charset/binary-is-no-text", test_binary_is_no_text);
  g_test_add_func ("/charset/declared-names", test_declared_names);
  g_test_add_func ("/charset/false-declarations", test_false_declarations);
  g_test_add_func ("/charset/declared-by-a-page", test_declared_by_a_page);
  g_test_add_func ("/charset/broken-pages", test_broken_pages);
  return g_test_run ();
}
