/* The same article in many legacy encodings gives the same text and the same counts, whether its encoding is declared
 * by the source, by the page itself, or by nobody. Each is written by the system's converter. With --table prints one.
 */
#include "analysis/reading.h"
#include "clean/charset.h"
#include "encoding-articles.h"

typedef struct
{
  const char *encoding, *language, *text;
} Case;

static const Case cases[] = {
  { "windows-1252", "en", ENGLISH },
  { "MACINTOSH", "en", ENGLISH },
  { "windows-1252", "fr", FRENCH },
  { "ISO-8859-1", "fr", FRENCH },
  { "ISO-8859-15", "fr", FRENCH },
  { "MACINTOSH", "fr", FRENCH },
  { "IBM850", "fr", FRENCH },
  { "IBM437", "fr", FRENCH },
  { "ISO-8859-1", "de", GERMAN },
  { "IBM850", "de", GERMAN },
  { "MACINTOSH", "de", GERMAN },
  { "IBM850", "sv", SWEDISH },
  { "ISO-8859-1", "sv", SWEDISH },
  { "MACINTOSH", "sv", SWEDISH },
  { "ISO-8859-10", "sv", SWEDISH },
  { "ISO-8859-2", "pl", POLISH },
  { "windows-1250", "pl", POLISH },
  { "IBM852", "pl", POLISH },
  { "MAC-CENTRALEUROPE", "pl", POLISH },
  { "ISO-8859-2", "cs", CZECH },
  { "windows-1250", "cs", CZECH },
  { "IBM852", "cs", CZECH },
  { "ISO-8859-2", "hu", HUNGARIAN },
  { "windows-1250", "hu", HUNGARIAN },
  { "ISO-8859-16", "hu", HUNGARIAN },
  { "ISO-8859-2", "ro", ROMANIAN },
  { "windows-1250", "ro", ROMANIAN },
  { "ISO-8859-2", "hr", CROATIAN },
  { "windows-1250", "hr", CROATIAN },
  { "ISO-8859-9", "tr", TURKISH },
  { "windows-1254", "tr", TURKISH },
  { "ISO-8859-3", "tr", TURKISH },
  { "windows-1251", "ru", RUSSIAN },
  { "KOI8-R", "ru", RUSSIAN },
  { "ISO-8859-5", "ru", RUSSIAN },
  { "IBM866", "ru", RUSSIAN },
  { "IBM855", "ru", RUSSIAN },
  { "MAC-CYRILLIC", "ru", RUSSIAN },
  { "windows-1251", "uk", UKRAINIAN },
  { "KOI8-U", "uk", UKRAINIAN },
  { "ISO-8859-5", "uk", UKRAINIAN },
  { "windows-1251", "bg", BULGARIAN },
  { "ISO-8859-5", "bg", BULGARIAN },
  { "ISO-8859-7", "el", GREEK },
  { "windows-1253", "el", GREEK },
  { "ISO-8859-8", "he", HEBREW },
  { "windows-1255", "he", HEBREW },
  { "ISO-8859-6", "ar", ARABIC },
  { "windows-1256", "ar", ARABIC },
  { "ISO-8859-13", "lt", LITHUANIAN },
  { "windows-1257", "lt", LITHUANIAN },
  { "ISO-8859-4", "lt", LITHUANIAN },
  { "ISO-8859-13", "lv", LATVIAN },
  { "windows-1257", "lv", LATVIAN },
  { "ISO-8859-4", "lv", LATVIAN },
  { "windows-1257", "et", ESTONIAN },
  { "ISO-8859-15", "et", ESTONIAN },
  { "ISO-8859-1", "is", ICELANDIC },
  { "MACINTOSH", "en", FRENCH },
  { "ISO-8859-3", "mt", MALTESE },
  { "windows-1258", "vi", VIETNAMESE },
  { "VISCII", "vi", VIETNAMESE },
  { "TCVN5712-1", "vi", VIETNAMESE },
  { "TIS-620", "th", THAI },
  { "CP874", "th", THAI },
  { "SHIFT_JIS", "ja", JAPANESE },
  { "EUC-JP", "ja", JAPANESE },
  { "ISO-2022-JP", "ja", JAPANESE },
  { "GB2312", "zh", CHINESE },
  { "GBK", "zh", CHINESE },
  { "GB18030", "zh", CHINESE },
  { "BIG5", "zh", TAIWANESE },
  { "EUC-TW", "zh", TAIWANESE },
  { "EUC-KR", "ko", KOREAN },
  { "UHC", "ko", KOREAN },
  { "ISO-2022-KR", "ko", KOREAN },
  { "UTF-16LE", "en", ENGLISH },
  { "UTF-16BE", "en", ENGLISH },
  { "UTF-16", "ru", RUSSIAN },
  { "UTF-16LE", "ru", RUSSIAN },
  { "UTF-16BE", "el", GREEK },
  { "UTF-16LE", "zh", CHINESE },
  { "UTF-16BE", "ja", JAPANESE },
  { "UTF-32LE", "en", ENGLISH },
  { "UTF-32BE", "ru", RUSSIAN },
  { "UTF-32", "ko", KOREAN },
  { "IBM037", "de", GERMAN },
};

/* Encodings that an English article is put in, what they cannot write spelled in ASCII. */
static const char *const english[] = {
  "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",
  "ISO-8859-8",   "ISO-8859-9",   "ISO-8859-10",  "ISO-8859-11",  "ISO-8859-13",  "ISO-8859-14",  "ISO-8859-15",
  "ISO-8859-16",  "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
  "windows-1256", "windows-1257", "windows-1258", "KOI8-R",       "KOI8-U",       "IBM437",       "IBM850",
  "IBM852",       "IBM855",       "IBM857",       "IBM866",       "MACINTOSH",    "MAC-CYRILLIC", "MAC-CENTRALEUROPE",
  "TIS-620",      "CP874",        "HP-ROMAN8",    "VISCII",       "TCVN5712-1",   "SHIFT_JIS",    "CP932",
  "EUC-JP",       "ISO-2022-JP",  "GB2312",       "GBK",          "GB18030",      "BIG5",         "BIG5-HKSCS",
  "EUC-TW",       "EUC-KR",       "UHC",          "ISO-2022-KR",  "UTF-16LE",     "UTF-16BE",     "UTF-32LE",
  "UTF-32BE",     "UTF-16",       "UTF-32",       "IBM037",       "IBM500",       "IBM1140",
};

/* What the bytes were taken for, and whether text and counts are those of the article in UTF-8. */
typedef struct
{
  const char *found;
  gboolean same_text, same_counts, same_words;
} Outcome;

static gboolean print_table;

static GBytes *
encoded (const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

/* The text with what the encoding cannot write in letters of ASCII. */
static char *
spelled (const char *text, const char *encoding)
{
  GString *result = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *one = g_strndup (at, (gsize)(g_utf8_next_char (at) - at));
      g_autofree char *bytes = g_convert (one, -1, encoding, "UTF-8", NULL, NULL, NULL);
      g_autofree char *ascii = g_str_to_ascii (one, "C");

      g_string_append (result, bytes != NULL ? one : ascii);
    }
  return g_string_free (result, FALSE);
}

static BsReading *reading;

static void
read_bytes (GBytes *bytes, const char *encoding, const char *language)
{
  BsReadOptions options = { .without = BS_STEPS_ALL & ~BS_STEP_REPAIR, .any_length = TRUE, .language = language };
  BsArticle article = { .outlet = "a", .id = "b", .markup = BS_MARKUP_NONE, .encoding = encoding };

  article.text.start = g_bytes_get_data (bytes, &article.text.length);
  bs_read (reading, &article, &options);
}

/* Against the article in UTF-8, counts and measures and all. */
static void
compare (Outcome *outcome, GBytes *bytes, const char *encoding, const char *language, const char *text)
{
  g_autoptr (GBytes) utf8 = g_bytes_new_static (text, strlen (text));
  g_autofree char *expected = NULL;
  g_autofree double *measures = NULL;
  BsCounts counts;
  const BsCounts *got = &reading->tally->counts;
  guint n;

  bs_measures_of_articles (&n);
  read_bytes (utf8, NULL, language);
  expected = g_strdup (reading->cleaned->text->str);
  measures = g_memdup2 (reading->measures, n * sizeof (double));
  counts = *got;
  read_bytes (bytes, encoding, language);
  got = &reading->tally->counts;
  outcome->found = reading->cleaned->encoding;
  outcome->same_text = g_str_equal (reading->cleaned->text->str, expected);
  outcome->same_counts
      = memcmp (&counts, got, sizeof counts) == 0 && memcmp (measures, reading->measures, n * sizeof (double)) == 0;
  outcome->same_words = counts.value[BS_COUNT_WORDS] == got->value[BS_COUNT_WORDS]
                        && counts.value[BS_COUNT_SENTENCES] == got->value[BS_COUNT_SENTENCES];
}

static void
show (const char *how, const char *encoding, const char *language, const Outcome *outcome)
{
  if (print_table)
    g_print ("# %-9s %-18s %s  %-18s text %-5s counts %-5s words %s\n", how, encoding, language,
             outcome->found != NULL ? outcome->found : "-", outcome->same_text ? "same" : "OTHER",
             outcome->same_counts ? "same" : "OTHER", outcome->same_words ? "same" : "OTHER");
}

static void
test_declared_by_the_source (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      g_autoptr (GBytes) bytes = encoded (one->text, one->encoding);
      Outcome outcome;

      compare (&outcome, bytes, one->encoding, one->language, one->text);
      show ("declared", one->encoding, one->language, &outcome);
      g_assert_true (outcome.same_text);
      g_assert_true (outcome.same_counts);
    }
}

#define SHORT "<!DOCTYPE html>\n<html><head><title>x</title><meta charset=\"%s\"></head>\n<body>%s</body></html>\n"
#define LONG                                                                                                           \
  "<html><!-- <meta charset=utf-8> -->\n<META HTTP-EQUIV='Content-Type' CONTENT='text/html; "                          \
  "charset=%s'>\n<body>%s</body>\n"

/* A page that says its encoding itself; not in one that does not hold ASCII. */
static void
test_declared_by_the_page (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      g_autofree char *page = NULL, *got = NULL;
      g_autoptr (GBytes) bytes = NULL;
      BsCharsetOptions options = { .repair = TRUE };
      BsMended mended = { 0 };
      BsCharset charset;
      BsSpan span;
      const char *found;

      if (g_str_has_prefix (one->encoding, "UTF-") || g_str_has_prefix (one->encoding, "IBM0"))
        continue;
      page = g_strdup_printf (i % 2 == 0 ? SHORT : LONG, one->encoding, one->text);
      bytes = encoded (page, one->encoding);
      span.start = g_bytes_get_data (bytes, &span.length);
      bs_charset_init (&charset);
      span = bs_charset_decode (&charset, span, &options, &mended, &found);
      got = g_strndup (span.start, span.length);
      g_assert_cmpstr (got, ==, page);
      bs_charset_clear (&charset);
    }
}

/* Nobody declares anything. */
static void
test_detected (void)
{
  guint same = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      g_autoptr (GBytes) bytes = encoded (one->text, one->encoding);
      Outcome outcome;

      compare (&outcome, bytes, NULL, one->language, one->text);
      show ("detected", one->encoding, one->language, &outcome);
      same += outcome.same_text && outcome.same_counts;
    }
  g_assert_cmpuint (same, ==, G_N_ELEMENTS (cases));
}

/* Shift JIS writes the pound sign as wide as its own signs, and it comes back so; TCVN is told from no other by one or
 * two letters in an English article. */
static void
test_english (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (english); i++)
    for (guint named = 0; named < 2; named++)
      {
        g_autofree char *text = spelled (ENGLISH, english[i]);
        g_autoptr (GBytes) bytes = encoded (text, english[i]);
        Outcome outcome;

        compare (&outcome, bytes, named ? english[i] : NULL, "en", text);
        show (named ? "declared" : "detected", english[i], "en", &outcome);
        g_assert_true (outcome.same_words);
        if (g_str_equal (english[i], "TCVN5712-1") && !named)
          continue;
        g_assert_true (outcome.same_counts);
        g_assert_true (outcome.same_text || g_str_equal (outcome.found, "CP932"));
      }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  print_table = argc > 1 && g_str_equal (argv[1], "--table");
  reading = bs_reading_new ();
  g_test_add_func ("/encodings/declared-by-the-source", test_declared_by_the_source);
  g_test_add_func ("/encodings/declared-by-the-page", test_declared_by_the_page);
  g_test_add_func ("/encodings/detected", test_detected);
  g_test_add_func ("/encodings/english", test_english);
  status = g_test_run ();
  bs_reading_free (reading);
  return status;
}
