/* Any bytes under any declared name: honest UTF-8 comes out, which nothing more is to be mended in.
 *
 * about: src/clean/charset.c src/clean/mend.c src/clean/guess.c src/clean/wide-guess.c src/clean/label.c
 * about: src/clean/prescan.c src/clean/convert.c src/clean/mojibake.c src/clean/letter-model.c src/clean/code-page.c
 * max_len: 1024 */
#include "fuzz-help.h"
#include "clean/charset.h"

static const char *const NAMES[]
    = { NULL,          "utf-8",       "windows-1252", "latin1",     "iso-8859-15", "windows-1251", "koi8-r", "koi8-u",
        "macintosh",   "ibm866",      "iso-8859-2",   "windows-1250", "iso-8859-7", "windows-1253", "iso-8859-9",
        "windows-1254", "iso-8859-8",  "windows-1255", "windows-1256", "windows-874", "gb2312",    "gb18030", "big5",
        "shift_jis",   "euc-jp",      "iso-2022-jp",  "euc-kr",     "utf-16",      "utf-16be",     "utf-16le",
        "utf-32",      "utf-32be",    "utf-7",        "ibm1140",    "us-ascii",    "hz-gb-2312",   "iso-2022-kr" };

/* No control but the line feed and the tab, and nothing that mending would change. */
static void
assert_mended (BsSpan text)
{
  static GString *room;
  static GArray *trail;
  BsMended mended = { 0 };
  guint64 wide = 0;
  BsSpan again;

  if (room == NULL)
    {
      room = g_string_new (NULL);
      trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
    }
  g_assert_true (fuzz_is_utf8 (text));
  for (gsize i = 0; i < text.length; i++)
    g_assert_true ((guchar) text.start[i] >= ' ' || text.start[i] == '\n' || text.start[i] == '\t');
  again = bs_mend (text, room, trail, &mended, &wide);
  fuzz_assert_same (again, text);
  for (guint i = 0; i < BS_N_MENDED; i++)
    g_assert_cmpuint (((const guint64 *) &mended)[i], ==, 0);
}

/* Every character has a place in what it was made of, none before that of the character in front of it. */
static void
assert_trail (const BsCharset *charset, BsSpan text, gsize most)
{
  guint32 before = 0;

  for (guint32 at = 0; at < text.length; at++)
    {
      guint32 source = bs_trail_source (charset->trail, at);

      if ((text.start[at] & 0xc0) == 0x80)
        continue;
      g_assert_cmpuint (source, <=, most);
      g_assert_cmpuint (source, >=, before);
      before = source;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static BsCharset charset;
  FuzzBytes bytes = { data, size };
  guint how = fuzz_byte (&bytes), name = fuzz_byte (&bytes);
  BsCharsetOptions options = { .repair = (how & 1) != 0, .markup = (BsMarkup) ((how >> 1) % 3) };
  g_autofree char *own_name = NULL;
  const char *found = NULL;
  BsMended mended = { 0 };
  BsSpan given, text;

  if (charset.text == NULL)
    bs_charset_init (&charset);
  if (name < 0xc0)
    options.encoding = NAMES[name % G_N_ELEMENTS (NAMES)];
  else
    {
      BsSpan written = fuzz_until (&bytes, '\n');

      options.encoding = own_name = g_strndup (written.start, MIN (written.length, 40));
    }
  given = fuzz_rest (&bytes);
  text = bs_charset_decode (&charset, given, &options, &mended, &found);
  if (found == NULL)
    g_assert_cmpuint (text.length, ==, 0);
  assert_mended (text);
  assert_trail (&charset, text, MAX (given.length, charset.converted->len));
  return 0;
}
