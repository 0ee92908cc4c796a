#include "clean/phrase.h"
#include "clean/phrase-list.h"
#include "clean/vector.h"

#define SHORT_BLOCK 40 /* bytes: blocks up to here are compared whatever the gate says */
#define LONGEST_WORDS 120
#define STARTS 4096
#define START_GRAM 4
#define WINDOW (BS_PHRASE_GRAM + BS_PHRASE_STRIDE - 1)
#define FIRSTS 1024
#define HINTS 13     /* bits of BS_HINTS_PHRASE */
#define END_WORDS 10 /* a phrase too short for the gate is sought at the end of no longer blocks */
#define LATE_START 40 /* bytes */
#define LATE_END 100
#define NUMBER_DIGITS 7 /* of a telephone number */

typedef struct
{
  BsPhraseGate gates[BS_PHRASE_GATES]; /* for bytes anywhere */
  guint8 start[STARTS];                /* for the first START_GRAM bytes */
  guint16 by_first[FIRSTS + 1];
  guint16 starts[G_N_ELEMENTS (PHRASES)];  /* START and WHOLE phrases by their first two bytes, then as listed */
  guint16 withins[G_N_ELEMENTS (PHRASES)]; /* WITHIN and END phrases as listed, but those without hint first */
  guint16 hints[G_N_ELEMENTS (PHRASES)];   /* the hint that each of these needs; 0: any short block */
  guint n_withins, n_unhinted;
} Index;

static guint
first_of (const char *text)
{
  return ((guchar) text[0] * 37u + (guchar) text[1]) % FIRSTS;
}

static guint64
hash_of (const char *text, gsize length)
{
  char gram[8] = { 0 };

  memcpy (gram, text, length);
  return bs_phrase_hash (gram);
}

static guint
start_of (const char *text)
{
  return (guint) (hash_of (text, START_GRAM) >> 52);
}

/* Of 1,000 letters and blanks of English: a phrase is looked for by its rarest bytes. */
static guint
commonness (char c)
{
  static const guint8 LETTERS[26]
      = { 67, 12, 23, 35, 104, 18, 17, 50, 57, 1, 6, 33, 20, 57, 62, 16, 1, 49, 52, 75, 23, 8, 19, 1, 16, 1 };

  if (c == '\'') /* may be curly in the text */
    return 1000;
  return c == ' ' ? 180 : g_ascii_islower (c) ? LETTERS[c - 'a'] : 1;
}

static BsPhraseGate *
gate_of (Index *index, const char *gram)
{
  return &index->gates[hash_of (gram, BS_PHRASE_GRAM) >> 52];
}

static gboolean
has_place (Index *index, const char *gram)
{
  const BsPhraseGate *gate = gate_of (index, gram);

  return gate->hints == 0 || gate->check == (guint32) (hash_of (gram, BS_PHRASE_GRAM) >> 21);
}

/* Makes the runs at a phrase's bytes give hints; FALSE where other runs have their places. */
static gboolean
take_gates (Index *index, const char *window, guint32 hints)
{
  for (guint i = 0; i < BS_PHRASE_STRIDE; i++)
    if (!has_place (index, window + i))
      return FALSE;
  for (guint i = 0; i < BS_PHRASE_STRIDE; i++)
    {
      BsPhraseGate *gate = gate_of (index, window + i);
      gate->check = (guint32) (hash_of (window + i, BS_PHRASE_GRAM) >> 21);
      gate->hints |= hints;
    }
  return TRUE;
}

static guint
commonness_of (const char *window)
{
  guint sum = 0;

  for (guint i = 0; i < WINDOW; i++)
    sum += commonness (window[i]);
  return sum;
}

/* The hint that the phrase is looked for by, given by its rarest bytes that find their places. */
static guint16
hint_of (Index *index, const BsPhrase *phrase)
{
  for (guint limit = 100; limit < 2000; limit += 10)
    for (guint i = 0; i + WINDOW <= phrase->length; i++)
      {
        const char *window = phrase->text + i;
        guint16 hint = (guint16) (1u << (hash_of (window, WINDOW) >> 52) % HINTS);

        if (commonness_of (window) < limit && take_gates (index, window, hint))
          return hint;
      }
  return 0;
}

static void
index_starts (Index *index)
{
  guint16 *ends = index->by_first + 1;

  for (guint i = 0; i < G_N_ELEMENTS (PHRASES); i++)
    if (PHRASES[i].where & (START | WHOLE))
      ends[first_of (PHRASES[i].text)]++;
  for (guint first = 0; first < FIRSTS; first++)
    ends[first] = (guint16) (ends[first] + index->by_first[first]);
  for (guint i = G_N_ELEMENTS (PHRASES); i-- > 0;) /* backwards, each group from its end */
    if (PHRASES[i].where & (START | WHOLE))
      index->starts[--ends[first_of (PHRASES[i].text)]] = (guint16) i;
  memmove (index->by_first, ends, FIRSTS * sizeof *ends);
  index->by_first[FIRSTS] = 0;
  for (guint i = 0; i < G_N_ELEMENTS (PHRASES); i++)
    index->by_first[FIRSTS] = (guint16) (index->by_first[FIRSTS] + ((PHRASES[i].where & (START | WHOLE)) != 0));
}

static void
index_withins (Index *index)
{
  for (guint hinted = 0; hinted < 2; hinted++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (PHRASES); i++)
        if ((PHRASES[i].where & (WITHIN | END)) && (PHRASES[i].length >= WINDOW) == hinted)
          {
            index->hints[index->n_withins] = hinted ? hint_of (index, &PHRASES[i]) : 0;
            index->withins[index->n_withins++] = (guint16) i;
          }
      if (!hinted)
        index->n_unhinted = index->n_withins;
    }
}

static const Index *
index_of_phrases (void)
{
  static const char *const ORIGINS[] = { "appeared", "publishe", "inally p", "rst post",  "reprinte", "s-posted",
                                         "ss poste", "ossposte", "adapted ", "nally ran", "first ra", "ed first",
                                         "produced", "ermissio", "ppears i" };
  static const char *const SOLD[]
      = { "subscrib", "subscrip", "newslett", "our inbox", "membersh", "podcast:", "podcast ", "podcasts", "podcast." };
  static Index index;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      index_starts (&index);
      for (guint i = 0; i < G_N_ELEMENTS (ORIGINS); i++)
        take_gates (&index, ORIGINS[i], BS_HINT_ORIGIN);
      for (guint i = 0; i < G_N_ELEMENTS (SOLD); i++)
        take_gates (&index, SOLD[i], BS_HINT_SOLD);
      index_withins (&index);
      for (guint i = 0; i < G_N_ELEMENTS (PHRASES); i++)
        if ((PHRASES[i].where & START) && PHRASES[i].length >= START_GRAM)
          index.start[start_of (PHRASES[i].text)] = 1;
      g_once_init_leave (&once, 1);
    }
  return &index;
}

const BsPhraseGate *
bs_phrase_gates (void)
{
  return index_of_phrases ()->gates;
}

/* Behind brackets, quotes, bullets, arrows and blanks; not behind "(c)". */
static const char *
first_letter (const char *at, const char *end)
{
  while (at < end)
    if (g_ascii_isalnum (*at) || (guchar) *at >= 0xc3)
      {
        if ((guchar) *at != 0xe2)
          break;
        at += MIN (3, end - at);
      }
    else if (end - at > 4 && at[0] == '(' && (at[1] == 'c' || at[1] == 'C') && at[2] == ')')
      break;
    else if (end - at > 2 && memcmp (at, "\xc2\xa9", 2) == 0)
      break;
    else
      at += (guchar) *at == 0xc2 ? MIN (2, end - at) : 1;
  return at;
}

static char
straight (const char *at)
{
  if (at[0] != '\xe2' || at[1] != '\x80')
    return '\0';
  switch ((guchar) at[2])
    {
    case 0x98:
    case 0x99:
      return '\'';
    case 0x9c:
    case 0x9d:
      return '"';
    case 0x90:
    case 0x91:
    case 0x93:
    case 0x94:
      return '-';
    default:
      return '\0';
    }
}

/* Sixteen bytes folded; FALSE where they hold what takes a closer look: a quote or dash, two blanks in a row, a tab. */
static gboolean
fold_plain (const char *at, char *to)
{
  BsVector byte = bs_vector_load (at), next = bs_vector_load (at + 1);
  BsVector capital = (BsVector) (byte - 'A' < 26);

  if (bs_vector_any ((BsVector) (byte == 0xe2) | (BsVector) (byte < ' ')
                     | ((BsVector) (byte == ' ') & (BsVector) (next <= ' '))))
    return FALSE;
  byte |= capital & 0x20;
  memcpy (to, &byte, sizeof byte);
  return TRUE;
}

void
bs_phrase_fold (GString *folded, BsSpan block)
{
  const char *end = block.start + block.length;
  const char *at = first_letter (block.start, end);
  gboolean blank = TRUE;
  char *to;

  if (at == end) /* nothing but signs: they are all there is */
    at = block.start;
  g_string_set_size (folded, (gsize) (end - at));
  to = folded->str;
  while (at < end)
    {
      char plain;

      if (!blank && end - at > (gssize) sizeof (BsVector) && fold_plain (at, to))
        {
          at += sizeof (BsVector);
          to += sizeof (BsVector);
          blank = to[-1] == ' ';
          continue;
        }
      for (const char *stop = MIN (end, at + sizeof (BsVector)); at < stop; at++)
        {
          plain = *at == '\xe2' && end - at > 2 ? straight (at) : '\0';
          if (plain != '\0')
            at += 2;
          else
            plain = (guchar) *at <= ' ' ? ' ' : (char) (*at | (*at >= 'A' && *at <= 'Z') << 5);
          *to = plain;
          to += !(blank && plain == ' ');
          blank = plain == ' ';
        }
    }
  g_string_truncate (folded, (gsize) (to - folded->str));
}

/* Whether the phrase, its asterisk aside, ends where a word does. */
static gboolean
stands_at (const char *at, const char *phrase, gsize length)
{
  gboolean open = phrase[length - 1] == '*';

  if (open)
    length--;
  return strncmp (at, phrase, length) == 0
         && (open || !g_ascii_isalnum (at[length]) || !g_ascii_isalnum (phrase[length - 1]));
}

static gboolean
stands_within (const GString *folded, const BsPhrase *phrase)
{
  const char *text = phrase->text;

  for (const char *at = folded->str; (at = strstr (at, text)) != NULL; at++)
    {
      gsize before = (gsize)(at - folded->str);
      gboolean placed = (phrase->where & LATE) == 0 || before < LATE_START
                        || before + phrase->length + LATE_END >= folded->len;

      if (placed && (before == 0 || !g_ascii_isalnum (text[0]) || !g_ascii_isalnum (at[-1]))
          && stands_at (at, text, phrase->length))
        return TRUE;
    }
  return FALSE;
}

/* "Call 555-0100", "write to news@example.org". */
static gboolean
has_address (const GString *folded, const BsLook *look)
{
  return look->digits >= NUMBER_DIGITS || strchr (folded->str, '@') != NULL;
}

/* Whether the block tells what somebody said: no site speaks to its readers in quotation marks. Quoted titles have no
 * comma at their end. */
static gboolean
is_quoting (const BsPhrase *phrase, const GString *folded, const BsLook *look)
{
  return (phrase->aside == BS_ASIDE_PROMO || phrase->aside == BS_ASIDE_NAVIGATION)
         && ((look->flags & BS_LOOK_QUOTE) || strstr (folded->str, ",\" ") != NULL);
}

static gboolean
is_whole (const GString *folded, const char *phrase, gsize length)
{
  gsize rest = folded->len - MIN (folded->len, length);

  if (rest > 1 || strncmp (folded->str, phrase, length) != 0)
    return FALSE;
  return rest == 0 || strchr (":.!>", folded->str[length]) != NULL;
}

static gboolean
phrase_fits (const BsPhrase *phrase, const GString *folded, const BsLook *look, gboolean edge)
{
  if (look->words > phrase->words || ((phrase->where & EDGE) && !edge)
      || ((phrase->where & (OPEN | END)) && (look->flags & BS_LOOK_STOP))
      || ((phrase->where & ADDRESS) && !has_address (folded, look)))
    return FALSE;
  if (phrase->where & WHOLE)
    return is_whole (folded, phrase->text, phrase->length);
  if (phrase->where & START)
    return stands_at (folded->str, phrase->text, phrase->length);
  if (phrase->where & END)
    return g_str_has_suffix (folded->str, phrase->text);
  return stands_within (folded, phrase) && !is_quoting (phrase, folded, look);
}

/* Of phrases that begin with the same two bytes. */
static inline gboolean
goes_on (const BsPhrase *phrase, const GString *folded)
{
  return phrase->length < 4 || (folded->len > 2 && folded->str[2] == phrase->text[2]);
}

/* The place in the list of the first phrase that fits. */
static guint
first_that_fits (const GString *folded, const BsLook *look, gboolean edge)
{
  const Index *index = index_of_phrases ();
  guint first = first_of (folded->str), found = G_N_ELEMENTS (PHRASES);
  guint hints = look->hints & BS_HINTS_PHRASE;
  guint from = look->words <= END_WORDS ? 0 : index->n_unhinted, to = hints != 0 ? index->n_withins : index->n_unhinted;

  for (guint i = index->by_first[first]; i < index->by_first[first + 1]; i++)
    if (goes_on (&PHRASES[index->starts[i]], folded)
        && phrase_fits (&PHRASES[index->starts[i]], folded, look, edge))
      {
        found = index->starts[i];
        break;
      }
  for (guint i = from; i < to; i++)
    if (((index->hints[i] & hints) != 0 || i < index->n_unhinted) && index->withins[i] < found
        && phrase_fits (&PHRASES[index->withins[i]], folded, look, edge))
      found = index->withins[i];
  return found;
}

BsAside
bs_phrase_find (BsSpan block, const BsLook *look, gboolean edge, GString *folded)
{
  const Index *index = index_of_phrases ();
  const char *end = block.start + block.length;
  const char *first = first_letter (block.start, end);
  gboolean asked = block.length <= SHORT_BLOCK || (look->hints & BS_HINTS_PHRASE) != 0
                   || (first < end && (guchar) *first == 0xc2)
                   || (end - first >= START_GRAM && index->start[start_of (first)]);
  guint found;

  if (look->words > LONGEST_WORDS || (look->flags & BS_LOOK_LONG) || !asked)
    return BS_KEPT;
  bs_phrase_fold (folded, block);
  found = first_that_fits (folded, look, edge);
  return found < G_N_ELEMENTS (PHRASES) ? PHRASES[found].aside : BS_KEPT;
}

const char *
bs_phrase_reason (BsAside aside)
{
  static const char *const REASONS[BS_N_ASIDES] = {
    [BS_ASIDE_BYLINE] = "a phrase of bylines",
    [BS_ASIDE_NAVIGATION] = "a phrase of menus and notices",
    [BS_ASIDE_PROMO] = "a phrase of promotion",
    [BS_ASIDE_CAPTION] = "a phrase of captions",
    [BS_ASIDE_CREDIT] = "a phrase of credits",
    [BS_ASIDE_LEGAL] = "a phrase of copyright lines",
    [BS_ASIDE_CORRECTION] = "a phrase of corrections",
  };

  return REASONS[aside];
}
