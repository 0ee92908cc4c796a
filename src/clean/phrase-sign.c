#include "clean/phrase-sign.h"
#include "clean/phrase-internal.h"
#include "clean/promo.h"

#define DONE_BYTES 40   /* behind a phrase that what was done to the text stands in */
#define LONG_LETTERS 4  /* of a word that is no "and", "in", "for" */
#define TAG_WORDS 5      /* "my grandmother used to say" */
#define SHORT_LETTERS 3 /* of "St.", "Dr.", "J.": their stops end nothing */

/* ---- Words as the block spells them ---- */

static gboolean
is_blank (char c)
{
  return (guchar) c <= ' ';
}

/* The next word from *at on, which it moves behind it; empty at the end. */
static BsSpan
next_word (const char **at, const char *end)
{
  const char *start;

  while (*at < end && is_blank (**at))
    ++*at;
  start = *at;
  while (*at < end && !is_blank (**at))
    ++*at;
  return bs_span (start, (gsize) (*at - start));
}

/* Behind the words, and the one more if `more`, that stand before byte `at` of the folded block. */
static const char *
behind_words (BsSpan block, const GString *folded, gsize at, gboolean more)
{
  const char *here = bs_phrase_first_letter (block), *end = block.start + block.length;

  for (gsize i = 0; i < at; i++)
    if (folded->str[i] == ' ')
      next_word (&here, end);
  if (more)
    next_word (&here, end);
  return here;
}

/* Its first sign that is neither a quotation mark nor a bracket. */
static gunichar
first_of (BsSpan word)
{
  static const char *const OPENING[] = { "\"", "'", "(", "[", "*", "_", "“", "‘", "—", "–" };

  for (guint i = 0; i < G_N_ELEMENTS (OPENING); i++)
    if (word.length > strlen (OPENING[i]) && memcmp (word.start, OPENING[i], strlen (OPENING[i])) == 0)
      return first_of (bs_span (word.start + strlen (OPENING[i]), word.length - strlen (OPENING[i])));
  return word.length > 0 ? g_utf8_get_char_validated (word.start, (gssize) word.length) : 0;
}

static gboolean
is_name (BsSpan word)
{
  gunichar first = first_of (word);

  return first == '@' || (first < 0x110000 && g_unichar_isupper (first));
}

static gboolean
is_word (BsSpan word, const char *of)
{
  return word.length == strlen (of) && g_ascii_strncasecmp (word.start, of, word.length) == 0;
}

static gboolean
is_any (BsSpan word, const char *const *words)
{
  for (; *words != NULL; words++)
    if (is_word (word, *words))
      return TRUE;
  return FALSE;
}

/* "Kelby." and not "J.", "St.". */
static gboolean
ends_sentence (BsSpan word)
{
  return word.length > SHORT_LETTERS && strchr (".!?", word.start[word.length - 1]) != NULL;
}

/* ---- Signs ---- */

/* "by Marie Curie in Paris; editing by …", not "by her daughter, the diaries …". */
static gboolean
names_follow (const char *at, const char *end)
{
  guint names = 0, others = 0;
  BsSpan word = next_word (&at, end);
  gboolean first;

  if (is_word (word, "the"))
    word = next_word (&at, end);
  first = word.length == 0 || is_name (word);
  for (; word.length > 0; word = next_word (&at, end))
    {
      names += is_name (word);
      others += !is_name (word) && word.length >= LONG_LETTERS;
      if (ends_sentence (word) || word.start[word.length - 1] == ';')
        break;
    }
  return first ? names >= others : names > others;
}

static gboolean
is_name_alone (BsSpan word)
{
  static const char *const OTHERS[]
      = { "a",    "an",  "the",   "he",    "she",  "it",   "who", "what", "this", "that", "there", "here", "his", "her",
          "its",  "my",  "our",   "their", "your", "each", "one", "i",    "so",   "now",  "where", "which", NULL };

  return is_name (word) && !is_any (word, OTHERS);
}

/* Of the words from `at` to `end`: the last sentence is about somebody named, or the author. */
static gboolean
name_stands_before (const char *at, const char *end)
{
  static const char *const AUTHORS[] = { "writer", "author", "reviewer", "columnist", "reporter", "critic", NULL };
  BsSpan first = { NULL, 0 }, second = first, last = first;
  guint n = 0;

  for (BsSpan word = next_word (&at, end); word.length > 0; word = next_word (&at, end))
    {
      n = n == 0 || ends_sentence (last) ? 1 : n + 1;
      first = n == 1 ? word : first;
      second = n == 2 ? word : second;
      last = word;
    }
  if (n == 0 || is_word (last, "who"))
    return FALSE;
  return (is_name_alone (last) && strchr (",.;:", last.start[last.length - 1]) == NULL)
         || (n >= 2 && ((is_word (first, "the") && is_any (second, AUTHORS))
                        || (is_name_alone (first) && is_name_alone (second))));
}

/* The words from `at` to `end` are a name and nothing else, or a name and what a comma parts from it. */
static gboolean
is_name_of_author (const char *at, const char *end)
{
  BsSpan last = next_word (&at, end);
  guint n = last.length > 0, others = 0;

  if (!is_name_alone (last))
    return FALSE;
  for (BsSpan word = next_word (&at, end); word.length > 0; word = next_word (&at, end))
    {
      if (ends_sentence (last) || (++n == 2 && !is_name (word)))
        return FALSE;
      others += !is_name (word);
      last = word;
    }
  return !ends_sentence (last) && (others == 0 || last.start[last.length - 1] == ',');
}

static guint
count_of (const char *folded, const char *const *stems)
{
  guint n = 0;

  for (; *stems != NULL; stems++)
    n += strstr (folded, *stems) != NULL;
  return n;
}

static gboolean
has_rights (const char *folded)
{
  static const char *const STEMS[]
      = { "copy",   "©",       "(c)",    "reproduc", "republi", "reprint", "distribut", "transmi", "permission",
          "consent", "written", "rights", "licen",    "express", NULL };

  return count_of (folded, STEMS) >= 2;
}

static gboolean
tells_what_was_done (const char *folded)
{
  static const char *const STEMS[]
      = { "correct",  "updat",   "amend",    "edited",   "revis",    "clarif",   "changed",  "modif",     "republish",
          "removed",  "retract", "withdraw", "translat", "adapted",  "condens",  "abridg",   "shorten",   "mistake",
          "misstat",  "misid",   "misspel",  "misattr",  "mischar",  "misquot",  "error",    "erroneous", "inaccura",
          "wrong",    "omit",    "archived", "generat",  "cross-post", NULL };
  g_autofree char *behind = g_strndup (folded, MIN (strlen (folded), DONE_BYTES));

  return count_of (behind, STEMS) > 0;
}

gboolean
bs_phrase_has_sign (BsSpan block, const GString *folded, const BsPhrase *phrase, gsize at)
{
  const char *end = block.start + block.length;
  gsize behind = at + bs_phrase_length (phrase);
  gboolean named
      = phrase->aside == BS_ASIDE_CREDIT || phrase->aside == BS_ASIDE_LEGAL || phrase->aside == BS_ASIDE_CAPTION;

  if (named && (phrase->where & START))
    return names_follow (behind_words (block, folded, behind, TRUE), end);
  if (phrase->aside == BS_ASIDE_LEGAL)
    return has_rights (folded->str);
  if (phrase->aside == BS_ASIDE_CORRECTION)
    return tells_what_was_done (folded->str + behind);
  if (phrase->aside == BS_ASIDE_CREDIT)
    {
      const char *first = bs_phrase_first_letter (block);

      end = behind_words (block, folded, at, FALSE);
      return (phrase->where & LAST) == LAST ? is_name_of_author (first, end) : name_stands_before (first, end);
    }
  return bs_speaks_to_reader (folded);
}

/* Behind a comma: "the mayor said", not "which says". */
static gboolean
is_tag (const char *at, const char *end)
{
  static const char *const SAYING[]
      = { "said", "says", "say", "told", "tells", "wrote", "writes", "found", "warned", "argued", NULL };
  static const char *const OTHERS[] = { "and", "or",  "but",  "which", "who", "where", "when", "what", "as",   "to",
                                        "see", "we",  "you",  "i",     "our", "read",  "that", "if",   "with", NULL };
  BsSpan word = next_word (&at, end);

  if (word.length > 0 && word.start[0] == '"')
    word = next_word (&at, end);
  for (guint i = 0; i < TAG_WORDS && word.length > 0; i++, word = next_word (&at, end))
    {
      BsSpan bare = bs_span (word.start, word.length - (strchr (".,;:", word.start[word.length - 1]) != NULL));

      if (is_any (bare, OTHERS))
        return FALSE;
      if (i > 0 && is_any (bare, SAYING))
        return !is_word (next_word (&at, end), "you");
      if (bare.length < word.length)
        return FALSE;
    }
  return FALSE;
}

gboolean
bs_phrase_is_told (const GString *folded)
{
  const char *end = folded->str + folded->len;

  for (const char *at = folded->str; (at = memchr (at, ',', (gsize) (end - at))) != NULL;)
    if ((*++at == ' ' || *at == '"') && is_tag (at, end))
      return TRUE;
  return FALSE;
}
