#include "clean/phrase-internal.h"

#define START_GRAM 4
#define STARTS 4096
#define GATES_LOG 13 /* so many that no phrase is left without a place */
#define HINTS 13 /* bits of BS_HINTS_PHRASE */

/* What a run of six bytes hints at. */
typedef struct
{
  guint32 check; /* of the hash of the only run with this place */
  guint32 hints;
} Gate;

typedef struct
{
  Gate gates[1 << GATES_LOG];             /* for bytes anywhere */
  guint8 start[STARTS];          /* for the first START_GRAM bytes */
  guint16 hints[BS_PHRASES_MAX]; /* the hint that a phrase needs, 0: none */
} Gates;

/* Of six bytes, whatever their case; eight must be readable. */
static guint64
hash_at (const void *gram)
{
  guint64 window;

  memcpy (&window, gram, 8);
  window = (GUINT64_FROM_LE (window) | G_GUINT64_CONSTANT (0x202020202020)) << 16;
  return window * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

static guint64
hash_of (const char *text, gsize length)
{
  char gram[8] = { 0 };

  memcpy (gram, text, length);
  return hash_at (gram);
}

static guint
start_of (const char *text)
{
  return (guint) (hash_of (text, START_GRAM) >> 52);
}

/* Of 1,000 letters and blanks of English: a phrase is known by its rarest bytes. */
static guint
commonness (char c)
{
  static const guint8 LETTERS[26]
      = { 67, 12, 23, 35, 104, 18, 17, 50, 57, 1, 6, 33, 20, 57, 62, 16, 1, 49, 52, 75, 23, 8, 19, 1, 16, 1 };

  if (c == '\'') /* may be curly in the text */
    return 1000;
  return c == ' ' ? 180 : g_ascii_islower (c) ? LETTERS[c - 'a'] : 1;
}

guint
bs_phrase_commonness (const char *window)
{
  guint sum = 0;

  for (guint i = 0; i < BS_PHRASE_WINDOW; i++)
    sum += commonness (window[i]);
  return sum;
}

static Gate *
gate_of (Gates *all, const char *gram)
{
  return &all->gates[hash_of (gram, BS_PHRASE_GRAM) >> (64 - GATES_LOG)];
}

static gboolean
has_place (Gates *all, const char *gram)
{
  const Gate *gate = gate_of (all, gram);

  return gate->hints == 0 || gate->check == (guint32) (hash_of (gram, BS_PHRASE_GRAM) >> 21);
}

/* Makes the runs at a phrase's bytes give hints; FALSE where other runs have their places. */
static gboolean
take_gates (Gates *all, const char *window, guint32 hints)
{
  for (guint i = 0; i < BS_PHRASE_STRIDE; i++)
    if (!has_place (all, window + i))
      return FALSE;
  for (guint i = 0; i < BS_PHRASE_STRIDE; i++)
    {
      Gate *gate = gate_of (all, window + i);
      gate->check = (guint32) (hash_of (window + i, BS_PHRASE_GRAM) >> 21);
      gate->hints |= hints;
    }
  return TRUE;
}

/* The hint that the phrase is known by, given by its rarest bytes that find their places, in tens: of windows that are
 * as rare the first. */
static guint16
take_hint (Gates *all, const BsPhrase *phrase)
{
  guint rank[G_MAXUINT8], n = phrase->length + 1u - BS_PHRASE_WINDOW;

  for (guint i = 0; i < n; i++)
    rank[i] = MAX (bs_phrase_commonness (phrase->text + i), 100 - 1) / 10;
  for (guint tried = 0; tried < n; tried++)
    {
      guint best = 0;
      const char *window;
      guint16 hint;

      for (guint i = 1; i < n; i++)
        if (rank[i] < rank[best])
          best = i;
      if (rank[best] >= 199)
        break;
      window = phrase->text + best;
      hint = (guint16) (1u << (hash_of (window, BS_PHRASE_WINDOW) >> 52) % HINTS);
      if (take_gates (all, window, hint))
        return hint;
      rank[best] = G_MAXUINT;
    }
  return 0;
}

static void
fill (Gates *all)
{
  static const char *const ORIGINS[]
      = { "appeared", "publishe", "inally p",  "rst post", "reprinte", "s-posted", "ss poste",
          "ossposte", "adapted ", "nally ran", "first ra", "ed first", "produced", "ermissio",
          "ppears i", "our part", "our sist",  "es to us", "read the" };
  static const char *const SOLD[]
      = { "subscrib", "subscrip", "newslett", "our inbox", "membersh", "podcast:", "podcast ", "podcasts", "podcast." };

  for (guint i = 0; i < G_N_ELEMENTS (SOLD); i++)
    take_gates (all, SOLD[i], BS_HINT_SOLD);
  for (guint i = 0; i < G_N_ELEMENTS (ORIGINS); i++)
    take_gates (all, ORIGINS[i], BS_HINT_ORIGIN);
  for (guint i = 0; i < bs_n_phrases; i++)
    if ((bs_phrases[i].where & (WITHIN | END)) && bs_phrases[i].length >= BS_PHRASE_WINDOW)
      all->hints[i] = take_hint (all, &bs_phrases[i]);
  for (guint i = 0; i < bs_n_phrases; i++)
    if ((bs_phrases[i].where & START) && bs_phrases[i].length >= START_GRAM)
      all->start[start_of (bs_phrases[i].text)] = 1;
}

static const Gates *
gates_of_phrases (void)
{
  static Gates all;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      fill (&all);
      g_once_init_leave (&once, 1);
    }
  return &all;
}

guint16
bs_phrase_hints (BsSpan block)
{
  const Gates *all = gates_of_phrases ();
  gsize length = MIN (block.length, BS_LOOK_SAMPLE);
  guint8 padded[1 + BS_LOOK_SAMPLE + 8];
  guint hints = 0;

  padded[0] = ' ';
  memcpy (padded + 1, block.start, length);
  memset (padded + 1 + length, ' ', 8);
  for (gsize i = 0; i < length; i += BS_PHRASE_STRIDE)
    {
      guint64 hash = hash_at (padded + i);
      const Gate *gate = &all->gates[hash >> (64 - GATES_LOG)];

      if (gate->check == (guint32) (hash >> 21))
        hints |= gate->hints;
    }
  return (guint16) hints;
}

guint16
bs_phrase_hint_of (guint phrase)
{
  return gates_of_phrases ()->hints[phrase];
}

gboolean
bs_phrase_is_start (const char *at, const char *end)
{
  return end - at >= START_GRAM && gates_of_phrases ()->start[start_of (at)];
}
