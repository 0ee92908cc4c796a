#include "clean/guess.h"
#include "clean/code-page.h"
#include "clean/glyph.h"
#include "clean/letter-model.h"
#include "clean/wide-guess.h"

#include <uchardet/uchardet.h>

#define SAMPLE_MAX (32 * 1024)
#define STRANGE (12 * BS_BIT) /* what a letter costs at least that is none of a language's usual ones */
#define ALONE (14 * BS_BIT)   /* what it costs more where it is a word */
#define WORD_OF_DETECTOR (3 * BS_BIT)

/* An encoding of one byte, and the bits it costs to be that rare. */
static const struct
{
  const char *name;
  guint bits;
} PAGES[] = {
  { "windows-1252", 0 },
  { "windows-1250", 8 },
  { "windows-1251", 6 },
  { "windows-1253", 8 },
  { "windows-1254", 8 },
  { "windows-1255", 8 },
  { "windows-1256", 8 },
  { "windows-1257", 9 },
  { "windows-1258", 12 },
  { "ISO-8859-2", 10 },
  { "ISO-8859-3", 24 },
  { "ISO-8859-4", 18 },
  { "ISO-8859-5", 10 },
  { "ISO-8859-6", 11 },
  { "ISO-8859-7", 9 },
  { "ISO-8859-8", 11 },
  { "ISO-8859-10", 20 },
  { "ISO-8859-13", 15 },
  { "ISO-8859-14", 22 },
  { "ISO-8859-15", 5 },
  { "ISO-8859-16", 20 },
  { "KOI8-R", 9 },
  { "KOI8-U", 9 },
  { "IBM866", 12 },
  { "IBM855", 16 },
  { "IBM850", 10 },
  { "IBM437", 11 },
  { "IBM852", 20 },
  { "CP775", 26 },
  { "IBM857", 24 },
  { "CP737", 18 },
  { "IBM862", 18 },
  { "MACINTOSH", 12 },
  { "MAC-CYRILLIC", 16 },
  { "MAC-CENTRALEUROPE", 18 },
  { "CP874", 12 },
  { "HP-ROMAN8", 24 },
  { "VISCII", 34 },
  { "TCVN5712-1", 34 },
  { "ARMSCII-8", 40 },
};

#define N_PAGES G_N_ELEMENTS (PAGES)

/* What never changes of a page: the class of every byte, and what each costs in each language. */
typedef struct
{
  gboolean known;
  guint8 glyphs[256]; /* BsGlyph */
  gboolean *fits;     /* by language */
  guint16 *costs;     /* likewise, 256 each */
} Page;

typedef struct
{
  guint16 pair; /* first << 8 | second */
  guint32 n;
} Pair;

typedef struct
{
  guint32 bytes[256];
  guint32 alone[256]; /* of those beyond ASCII that have no letter or such a byte beside them */
  GArray *pairs;      /* of Pair, with at least one byte beyond ASCII */
} Counts;

static Page *pages;

static void
read_page (Page *page, const char *name)
{
  const guint16 *high = bs_code_page (name);

  page->known = high != NULL;
  if (high == NULL)
    return;
  page->fits = g_new (gboolean, bs_letter_models ());
  for (guint model = 0; model < bs_letter_models (); model++)
    page->fits[model] = bs_letter_model_fits (model, high);
  page->costs = g_new (guint16, bs_letter_models () * 256);
  for (guint byte = 0; byte < 256; byte++)
    {
      gunichar c = byte < 0x80 ? byte : high[byte - 0x80];
      BsGlyph glyph = c == 0 && byte > 0 ? BS_GLYPH_NONE : bs_glyph_of (c);

      page->glyphs[byte] = (guint8)glyph;
      for (guint model = 0; model < bs_letter_models (); model++)
        page->costs[model * 256 + byte]
            = bs_glyph_is_letter (glyph) ? bs_letter_cost (model, c) : bs_glyph_cost (glyph);
    }
}

static void
read_pages (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;
  pages = g_new0 (Page, N_PAGES);
  for (guint i = 0; i < N_PAGES; i++)
    read_page (&pages[i], PAGES[i].name);
  g_once_init_leave (&once, 1);
}

static gboolean
in_word (guchar byte)
{
  return byte >= 0x80 || g_ascii_isalpha (byte);
}

static void
count (Counts *counts, BsSpan sample)
{
  g_autofree guint32 *pairs = g_new0 (guint32, 256 * 256);
  guchar last = ' ', before = ' ';

  memset (counts->bytes, 0, sizeof counts->bytes);
  memset (counts->alone, 0, sizeof counts->alone);
  for (gsize i = 0; i <= sample.length; i++)
    {
      guchar byte = i < sample.length ? (guchar)sample.start[i] : ' ';

      counts->bytes[byte]++;
      if ((byte | last) >= 0x80)
        pairs[last << 8 | byte]++;
      if (last >= 0x80 && !in_word (before) && !in_word (byte))
        counts->alone[last]++;
      before = last;
      last = byte;
    }
  counts->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  for (guint i = 0; i < 256 * 256; i++)
    if (pairs[i] > 0)
      {
        Pair pair = { (guint16)i, pairs[i] };
        g_array_append_val (counts->pairs, pair);
      }
}

static guint64
cheapest_language (const Page *page, const Counts *counts)
{
  guint64 least = G_MAXUINT64;

  for (guint model = 0; model < bs_letter_models (); model++)
    {
      const guint16 *costs = page->costs + model * 256;
      guint64 cost = 0;

      if (!page->fits[model])
        continue;
      for (guint byte = 0; byte < 256; byte++)
        {
          cost += (guint64)counts->bytes[byte] * costs[byte];
          if (counts->alone[byte] > 0 && costs[byte] >= STRANGE && bs_glyph_is_letter (page->glyphs[byte]))
            cost += (guint64)counts->alone[byte] * ALONE;
        }
      least = MIN (least, cost);
    }
  return least;
}

static guint64
cost_of_page (guint i, const Counts *counts)
{
  guint64 cost = PAGES[i].bits * BS_BIT;

  cost += cheapest_language (&pages[i], counts);
  for (guint k = 0; k < counts->pairs->len; k++)
    {
      const Pair *pair = &g_array_index (counts->pairs, Pair, k);

      cost += (guint64)pair->n
              * bs_glyph_pair_cost (pages[i].glyphs[pair->pair >> 8], pages[i].glyphs[pair->pair & 255]);
    }
  return cost;
}

/* What uchardet says, in the words of the tables here. */
static const char *
detected (BsSpan bytes)
{
  static const struct
  {
    const char *theirs, *ours;
  } NAMES[] = {
    { "UHC", "CP949" },
    { "EUC-KR", "CP949" },
    { "SHIFT_JIS", "CP932" },
    { "BIG5", "BIG5-HKSCS" },
    { "TIS-620", "CP874" },
    { "ISO-8859-1", "windows-1252" },
    { "ISO-8859-9", "windows-1254" },
    { "ISO-8859-11", "CP874" },
  };
  uchardet_t detector = uchardet_new ();
  const char *name = NULL;

  if (uchardet_handle_data (detector, bytes.start, bytes.length) == 0)
    {
      uchardet_data_end (detector);
      name = g_intern_string (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (NAMES); i++)
    if (g_ascii_strcasecmp (name, NAMES[i].theirs) == 0)
      return NAMES[i].ours;
  return name != NULL ? name : "";
}

static BsSpan
sample_of (BsSpan bytes)
{
  const char *high = bytes.start, *end = bytes.start + bytes.length;

  while (high < end && (guchar)*high < 0x80)
    high++;
  high -= MIN (high - bytes.start, SAMPLE_MAX / 4);
  return bs_span (high, MIN ((gsize)(end - high), SAMPLE_MAX));
}

const char *
bs_guess_encoding (BsSpan bytes)
{
  BsSpan sample = sample_of (bytes);
  const char *said = detected (sample), *best = PAGES[0].name;
  guint64 least = G_MAXUINT64;
  Counts counts;

  if (bs_guess_mainframe (sample) != NULL)
    return bs_guess_mainframe (sample);
  read_pages ();
  count (&counts, sample);
  for (guint i = 0; i < N_PAGES; i++)
    {
      guint64 cost = g_ascii_strcasecmp (said, PAGES[i].name) == 0 ? 0 : WORD_OF_DETECTOR;

      if (!pages[i].known)
        continue;
      cost += cost_of_page (i, &counts);
      if (cost < least)
        {
          least = cost;
          best = PAGES[i].name;
        }
    }
  g_array_unref (counts.pairs);
  return bs_guess_wide (sample, said, WORD_OF_DETECTOR, best, least);
}
