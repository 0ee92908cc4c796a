#include "clean/phrase.h"
#include "clean/fold.h"
#include "clean/phrase-internal.h"
#include "clean/phrase-sign.h"

#define SHORT_BLOCK 40 /* bytes: blocks up to here are compared whatever the gates say */
#define END_WORDS 10 /* a phrase too short for the gates is sought at the end of no longer blocks */
#define LATE_START 40 /* bytes */
#define LATE_END 100

/* A block that phrases are sought in. */
typedef struct
{
  BsSpan block;
  const BsLook *look;
  const GString *folded;
  BsPhrasePlace place;
  gint hints; /* of bs_phrase_hints(); below 0: not asked yet */
} Search;

const char *
bs_phrase_first_letter (BsSpan block)
{
  const char *at = block.start, *end = block.start + block.length;

  if (at < end && g_ascii_isalnum (*at)) /* as in nearly every block */
    return at;
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

void
bs_phrase_fold (GString *folded, BsSpan block)
{
  bs_phrase_fold_within (folded, block, block.start);
}

void
bs_phrase_fold_within (GString *folded, BsSpan block, const char *text_end)
{
  const char *end = block.start + block.length;
  const char *at = bs_phrase_first_letter (block);
  gsize length;

  if (at == end) /* nothing but signs: they are all there is */
    at = block.start;
  length = (gsize) (end - at);
  if (folded->allocated_len <= length + BS_FOLD_ROOM)
    g_string_set_size (folded, length + BS_FOLD_ROOM);
  folded->len = BS_KERNEL_CHOOSE (bs_fold) (at, length, (gsize) (MAX (end, text_end) - at), folded->str);
  folded->str[folded->len] = '\0';
}

/* Whether the phrase, its asterisk aside, stands at `at` and ends where a word does. */
static gboolean
stands_at (const GString *folded, gsize at, const BsPhrase *phrase)
{
  const char *text = phrase->text;
  gsize length = bs_phrase_length (phrase);

  if (folded->len < at + length || memcmp (folded->str + at, text, length) != 0)
    return FALSE;
  return length < phrase->length || !g_ascii_isalnum (folded->str[at + length]) || !g_ascii_isalnum (text[length - 1]);
}

/* The same for a phrase WITHIN: it starts where a word does, and where it may. */
static gboolean
stands_within (const GString *folded, gsize at, const BsPhrase *phrase)
{
  return ((phrase->where & LATE) == 0 || at < LATE_START || at + phrase->length + LATE_END >= folded->len)
         && (at == 0 || !g_ascii_isalnum (phrase->text[0]) || !g_ascii_isalnum (folded->str[at - 1]))
         && stands_at (folded, at, phrase);
}

static gboolean
is_whole (const GString *folded, const BsPhrase *phrase)
{
  gsize length = phrase->length, rest = folded->len - MIN (folded->len, length);

  if (folded->len < length || rest > 1 || memcmp (folded->str, phrase->text, length) != 0)
    return FALSE;
  return rest == 0 || strchr (":.!>", folded->str[length]) != NULL;
}

static gboolean
is_end (const GString *folded, const BsPhrase *phrase)
{
  return folded->len >= phrase->length
         && memcmp (folded->str + folded->len - phrase->length, phrase->text, phrase->length) == 0;
}

/* "Call 555-0100", "write to news@example.org". */
static gboolean
has_address (const Search *search)
{
  return search->look->digits >= BS_PHRASE_NUMBER_DIGITS
         || memchr (search->folded->str, '@', search->folded->len) != NULL;
}

/* Whether the block tells what somebody said: no site speaks to its readers in quotation marks. Quoted titles have no
 * comma at their end. A label's colon parts it from the headline that it announces. */
static gboolean
is_quoting (const Search *search, const BsPhrase *phrase)
{
  const char *folded = search->folded->str;
  gboolean promotes = phrase->aside == BS_ASIDE_PROMO || phrase->aside == BS_ASIDE_NAVIGATION;

  if (promotes && (phrase->where & WITHIN)
      && ((search->look->flags & BS_LOOK_QUOTE) || strstr (folded, ",\" ") != NULL))
    return TRUE;
  return (promotes || phrase->aside == BS_ASIDE_LEGAL || phrase->aside == BS_ASIDE_CREDIT)
         && (search->look->flags & BS_LOOK_STOP) && strchr (folded, ':') == NULL && bs_phrase_is_told (search->folded);
}

static gboolean
is_in_place (const Search *search, const BsPhrase *phrase)
{
  return (phrase->where & EDGE) == 0 || search->place == BS_PLACE_LAST
         || (search->place == BS_PLACE_EDGE && (phrase->where & LAST) != LAST);
}

/* Whether a block may hold the phrase, wherever. */
static gboolean
may_hold (const Search *search, const BsPhrase *phrase)
{
  return search->look->words <= phrase->words && is_in_place (search, phrase)
         && ((phrase->where & (OPEN | END)) == 0 || (search->look->flags & BS_LOOK_STOP) == 0)
         && ((phrase->where & ADDRESS) == 0 || has_address (search))
         && !is_quoting (search, phrase);
}

/* Whether the phrase says what it says where it stands, at `at`. */
static gboolean
is_meant (const Search *search, const BsPhrase *phrase, gsize at)
{
  return (phrase->where & SIGN) == 0 || bs_phrase_has_sign (search->block, search->folded, phrase, at);
}

static guint
hints_of (Search *search)
{
  if (search->hints < 0)
    search->hints = bs_phrase_hints (search->block);
  return (guint) search->hints;
}

/* Whether the block is one that starts and short ends are sought in. */
static gboolean
is_asked (Search *search)
{
  const char *first, *end = search->block.start + search->block.length;

  if (search->block.length <= SHORT_BLOCK)
    return TRUE;
  first = bs_phrase_first_letter (search->block);
  return (first < end && (guchar) *first == 0xc2) || bs_phrase_is_start (first, end)
         || (hints_of (search) & BS_HINTS_PHRASE) != 0;
}

/* Whether a phrase that was found counts, by the gates. */
static gboolean
counts (Search *search, guint phrase)
{
  guint hint = bs_phrases[phrase].where & (WITHIN | END) ? bs_phrase_hint_of (phrase) : 0;

  if (hint != 0)
    return (hints_of (search) & hint) != 0;
  return is_asked (search) && ((bs_phrases[phrase].where & END) == 0 || search->look->words <= END_WORDS);
}

static guint
head_at (const char *at)
{
  return bs_index_hash (bs_index_gram (at)) >> (32 - BS_INDEX_HEAD_BITS);
}

static gboolean
may_start (const BsIndexStart *start, guint n, const char *folded)
{
  guint64 bytes;

  memcpy (&bytes, folded, sizeof bytes);
  for (guint i = 0; i < n; i++)
    if (((start[i].bytes ^ bytes) & start[i].mask) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
starts (const Search *search, const BsPhrase *phrase)
{
  return phrase->where & WHOLE ? is_whole (search->folded, phrase) : stands_at (search->folded, 0, phrase);
}

/* Each of these returns the place in the list of the first phrase that fits, or what it was given where that is less.
 */
static G_NO_INLINE gboolean
is_start (Search *search, guint phrase)
{
  const BsPhrase *sought = &bs_phrases[phrase];

  return starts (search, sought) && may_hold (search, sought) && counts (search, phrase)
         && is_meant (search, sought, 0);
}

static inline guint
first_of (Search *search, const BsIndexStart *start, guint n, guint found)
{
  guint64 bytes;

  memcpy (&bytes, search->folded->str, sizeof bytes);
  for (guint i = 0; i < n; i++)
    if (((start[i].bytes ^ bytes) & start[i].mask) == 0 && start[i].phrase < found
        && is_start (search, start[i].phrase))
      return start[i].phrase;
  return found;
}

static guint
first_start (Search *search, const BsPhraseIndex *index, guint found)
{
  guint head = head_at (search->folded->str), from = index->start_heads[head];

  found = first_of (search, index->starts + from, index->start_heads[head + 1] - from, found);
  found = first_of (search, index->shorts, index->n_openings, found);
  if (search->folded->len > BS_INDEX_GRAM)
    return found;
  return first_of (search, index->shorts + index->n_openings, index->n_shorts - index->n_openings, found);
}

static guint
first_end (Search *search, const BsPhraseIndex *index, guint found)
{
  gsize length = search->folded->len;
  guint32 end;

  if (length < BS_INDEX_END || (index->last >> ((guchar) search->folded->str[length - 1] & 63) & 1) == 0)
    return found;
  end = bs_index_end (search->folded->str + length - BS_INDEX_END);
  for (guint i = 0; i < index->n_ends && index->ends[i].phrase < found; i++)
    if (index->ends[i].bytes == end)
      {
        const BsPhrase *phrase = &bs_phrases[index->ends[i].phrase];

        if (is_end (search->folded, phrase) && may_hold (search, phrase) && counts (search, index->ends[i].phrase))
          return index->ends[i].phrase;
      }
  return found;
}

/* Of the phrases that have the gram at `at`. */
static guint
first_around (Search *search, const BsPhraseIndex *index, gsize at, guint found)
{
  const char *text = search->folded->str;
  guint32 gram = bs_index_gram (text + at);
  guint head = head_at (text + at);

  for (guint i = index->gram_heads[head]; i < index->gram_heads[head + 1]; i++)
    {
      const BsIndexGram *of = &index->grams[i];
      gsize before = (gsize) of->behind + of->offset;

      if (of->gram == gram && at >= before && memcmp (text + at - of->behind, &of->window, sizeof of->window) == 0
          && of->phrase < found && stands_within (search->folded, at - before, &bs_phrases[of->phrase])
          && may_hold (search, &bs_phrases[of->phrase]) && counts (search, of->phrase)
          && is_meant (search, &bs_phrases[of->phrase], at - before))
        found = of->phrase;
    }
  return found;
}

static guint
first_within (Search *search, const BsPhraseIndex *index, guint found)
{
  const char *text = search->folded->str, *last = text + search->folded->len - BS_INDEX_GRAM;
  guint8 class = (guint8) (1u << bs_index_class (search->look->words, search->place != BS_PLACE_INSIDE));

  if (search->folded->len < BS_PHRASE_WINDOW)
    return found;
  for (const char *at = text; at <= last; at += BS_INDEX_STRIDE)
    if (index->mark[bs_index_hash (bs_index_gram (at)) >> (32 - BS_INDEX_MARK_BITS)] & class)
      found = first_around (search, index, (gsize) (at - text), found);
  return found;
}

BsAside
bs_phrase_find (BsSpan block, const BsLook *look, BsPhrasePlace place, const GString *folded)
{
  const BsPhraseIndex *index = bs_phrase_index ();
  Search search = { block, look, folded, place, -1 };
  guint found = bs_n_phrases;

  if (look->words > BS_PHRASE_WORDS_MAX || (look->flags & BS_LOOK_LONG))
    return BS_KEPT;
  found = first_start (&search, index, found);
  if (look->words <= BS_PHRASE_WITHIN_WORDS)
    {
      if ((look->flags & BS_LOOK_STOP) == 0)
        found = first_end (&search, index, found);
      found = first_within (&search, index, found);
    }
  return found < bs_n_phrases ? bs_phrases[found].aside : BS_KEPT;
}

gboolean
bs_phrase_may_start (const char *folded)
{
  const BsPhraseIndex *index = bs_phrase_index ();
  guint head = head_at (folded), from = index->start_heads[head];

  return may_start (index->starts + from, index->start_heads[head + 1] - from, folded)
         || may_start (index->shorts, index->n_openings, folded);
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
