#include "clean/credit.h"
#include "clean/agency.h"
#include "clean/byline.h"
#include "clean/join.h"
#include "clean/origin.h"
#include "clean/phrase.h"
#include "clean/sign-off.h"
#include "clean/time-line.h"

#define BYLINE_WORDS_MAX 14
#define DATED_WORDS_MAX 20 /* with a time, and another of its last change */
#define ORIGIN_WORDS_MAX 100
#define YEAR_DIGITS 4
#define SIGN_BYTES 60  /* from the start that a copyright sign stands within */
#define VALUE_MAX 200 /* bytes of a piece of metadata */
#define PARAGRAPH_WORDS 15
#define NOTED_WORDS 10 /* a note among them */
#define HEADS_MAX 4   /* blocks from the start that one may start */
#define TAILS_MAX 6   /* paragraphs from the end that a note may end */

static const char NAME[] = "a name above a post";
static const char NAME_AND_POST[] = "a name and a post";

static char
first_letter_of (BsSpan block)
{
  for (gsize i = 0; i < MIN (block.length, 8); i++)
    if (g_ascii_isalpha (block.start[i]))
      return block.start[i];
  return '\x01';
}

static BsAside
found (BsAside aside, const char **reason, const char *why)
{
  *reason = why;
  return aside;
}

/* Of a line short enough for a byline. */
static BsAside
find_in_line (BsSpan block, const BsLook *look, gboolean edge, const GString *folded, const char **reason)
{
  BsSpan undressed = bs_byline_undressed (block);

  if (bs_is_byline (undressed, look))
    return found (BS_ASIDE_BYLINE, reason, "a byline");
  if (bs_agency_named (bs_agency_without_author (undressed)) != NULL)
    return found (BS_ASIDE_BYLINE, reason, "the name of an agency");
  if (bs_is_handle (block, look))
    return found (BS_ASIDE_BYLINE, reason, "an address of its author");
  if (edge && bs_is_post (block, look))
    return found (BS_ASIDE_BYLINE, reason, "a post at a paper");
  if (look->digits == 0 || (look->flags & BS_LOOK_COMMA)) /* "Last week (29-30 January)," */
    return BS_KEPT;
  if (bs_is_time_line (folded->str))
    return found (BS_ASIDE_BYLINE, reason, "a line about a time");
  if (look->digits >= YEAR_DIGITS && g_str_has_prefix (folded->str, "(c) "))
    return found (BS_ASIDE_LEGAL, reason, "a phrase of copyright lines");
  return BS_KEPT;
}

gboolean
bs_is_copyright (BsSpan block, const BsLook *look)
{
  gsize bytes = MIN (block.length, SIGN_BYTES);
  const char *at;

  if (look->digits < YEAR_DIGITS || memchr (block.start, '\xc2', bytes) == NULL)
    return FALSE;
  at = g_strstr_len (block.start, (gssize) bytes, "©");
  if (at == NULL)
    return FALSE;
  for (at += strlen ("©"); at < block.start + block.length && *at == ' ';)
    at++;
  return block.start + block.length - at >= 4 && g_ascii_isdigit (at[0]) && g_ascii_isdigit (at[3]);
}

BsAside
bs_credit_find (BsSpan block, const BsLook *look, gboolean edge, const GString *folded, const char **reason)
{
  BsAside aside = BS_KEPT;

  if (look->words > ORIGIN_WORDS_MAX || (look->flags & BS_LOOK_LONG))
    return BS_KEPT;
  if (look->words <= (look->digits >= YEAR_DIGITS ? DATED_WORDS_MAX : BYLINE_WORDS_MAX))
    aside = find_in_line (block, look, edge, folded, reason);
  if (aside == BS_KEPT && bs_is_copyright (block, look))
    return found (BS_ASIDE_LEGAL, reason, "a phrase of copyright lines");
  if (aside != BS_KEPT || !edge || !bs_is_origin (folded->str)
      || strchr ("aceofnprtv", g_ascii_tolower (first_letter_of (block))) == NULL
      || (bs_phrase_hints (block) & BS_HINT_ORIGIN) == 0)
    return aside;
  return found (BS_ASIDE_CREDIT, reason, "a note on where it first appeared");
}

/* Makes two blocks of the one at `i`, the second from byte `at` on. */
static void
part (GArray *blocks, guint i, gsize at, BsSpan text)
{
  BsRawBlock *block = &g_array_index (blocks, BsRawBlock, i);
  BsRawBlock tail = { .start = block->start + (guint32)at, .length = block->length - (guint32)at };

  while (at > 0 && strchr (" \n", text.start[block->start + at - 1]) != NULL)
    at--;
  block->length = (guint32)at;
  bs_look_at (&block->look, bs_span (text.start + block->start, block->length));
  bs_look_at (&tail.look, bs_span (text.start + tail.start, tail.length));
  g_array_insert_val (blocks, i + 1, tail);
}

/* Parts a note from the text that it stands in; what is looked at is the block's end, or its start. */
static void
part_note (GArray *blocks, guint i, BsSpan text, GString *folded, gsize (*find) (BsSpan, GString *))
{
  const BsRawBlock *block = &g_array_index (blocks, BsRawBlock, i);
  BsSpan bytes = bs_span (text.start + block->start, block->length);
  gsize at = 0;

  if (block->look.words >= NOTED_WORDS)
    at = find (bytes, folded);
  if (at > 0
      && ((bs_phrase_hints (bytes) & (BS_HINT_ORIGIN | BS_HINTS_PHRASE)) != 0 || block->length > BS_LOOK_SAMPLE))
    part (blocks, i, at, text);
}

/* A last line of a few words that a bare sign-off takes the stop from ("… judicial. EFE") would be taken for a label.
 */
static void
part_sign_off (GArray *blocks, BsSpan text)
{
  for (guint i = blocks->len; i-- > 0;)
    {
      const BsRawBlock *block = &g_array_index (blocks, BsRawBlock, i);
      BsSpan bytes = bs_span (text.start + block->start, block->length);
      const char *agency;
      gsize length;

      if (block->look.words >= PARAGRAPH_WORDS)
        return;
      length = block->look.flags & BS_LOOK_STOP ? 0 : bs_sign_off_find (bytes, &agency);
      if (length == 0)
        continue;
      while (length > 0 && strchr (" \n", bytes.start[bytes.length - length]) != NULL)
        length--;
      part (blocks, i, bytes.length - length, text);
      return;
    }
}

void
bs_credit_part (GArray *blocks, BsSpan text, GString *folded)
{
  guint paragraphs = 0;

  for (guint i = blocks->len; i-- > 0 && paragraphs < TAILS_MAX;)
    {
      paragraphs += g_array_index (blocks, BsRawBlock, i).look.words >= PARAGRAPH_WORDS;
      part_note (blocks, i, text, folded, bs_origin_tail);
    }
  part_sign_off (blocks, text);
  for (guint i = 0; i < MIN (blocks->len, HEADS_MAX); i++)
    part_note (blocks, i, text, folded, bs_origin_head);
}

/* A copy with lines joined, cut at a character's end where it is too long. */
static char *
value_of (BsSpan bytes)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *cut;

  bs_join_lines (value, bytes, NULL, 0, NULL);
  if (value->len > VALUE_MAX)
    {
      cut = g_utf8_find_prev_char (value->str, value->str + VALUE_MAX + 1);
      g_string_truncate (value, (gsize) (cut - value->str));
    }
  while (value->len > 0 && strchr (" ,;:|-", value->str[value->len - 1]) != NULL)
    g_string_truncate (value, value->len - 1);
  return value->len > 0 ? g_string_free (g_steal_pointer (&value), FALSE) : NULL;
}

static void
read_rights (BsCleaned *cleaned, BsSpan block)
{
  static const char *const OPENINGS[] = { "©", "copyright ", "(c) " };
  const char *end = block.start + block.length;

  for (const char *at = block.start; at < end; at++)
    for (guint i = 0; i < G_N_ELEMENTS (OPENINGS) && (*at == '\xc2' || *at == 'c' || *at == 'C' || *at == '('); i++)
      if (g_ascii_tolower (*at) == OPENINGS[i][0] && (gsize) (end - at) > strlen (OPENINGS[i])
          && g_ascii_strncasecmp (at, OPENINGS[i], strlen (OPENINGS[i])) == 0)
        {
          cleaned->rights = value_of (bs_span (at, (gsize)(end - at)));
          return;
        }
}

const char *
bs_credit_above (BsSpan above, BsSpan post, const BsLook *look)
{
  return bs_is_post_of_person (post, look) && bs_is_name (above) && bs_agency_named (above) == NULL ? NAME : NULL;
}

const char *
bs_credit_with_post (BsSpan block)
{
  return bs_byline_name_before_post (block).length > 0 ? NAME_AND_POST : NULL;
}

static void
read_byline (BsCleaned *cleaned, BsSpan block, const char *reason)
{
  BsSpan name = reason == NAME            ? block
                : reason == NAME_AND_POST ? bs_byline_name_before_post (block)
                                          : bs_byline_name (block);
  const char *agency
      = bs_agency_named (bs_agency_without_author (name.length > 0 ? name : bs_byline_undressed (block)));

  if (cleaned->agency == NULL)
    cleaned->agency = g_strdup (agency);
  if (cleaned->byline == NULL && (agency == NULL || g_ascii_strncasecmp (block.start, "via ", 4) != 0))
    cleaned->byline = value_of (name);
}

/* Whether a sentence says what a text is made from, not what its author does, or whose views it holds not. */
static gboolean
names_sources (const char *folded)
{
  static const char *const SOURCES[]
      = { "contribut", "prepared this", "reporting", "reported by", "writing by", "editing by", "edited by",
          "compiled", "with files", "with input", "with agencies", "source", "quelle", "fuente", "fonte", "bron",
          "kilde", "källa", "provided by", "feed", "material", "distributed by", "produced by", "informa",
          "medewerking", "agentur", "syndicat", "partnership", "avec ", "story by", "text by", "words by",
          "translat", "agenc", "agênc", "generated" };
  static const char *const OTHERS[]
      = { "freelance", " is a ", " is an ", "former ", "worked ", "views ", "opinions ", "her work", "his work",
          "their work", "necessarily" };

  if (strstr (folded, "former ") == NULL && bs_is_origin (folded))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    if (strstr (folded, OTHERS[i]) != NULL)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (SOURCES); i++)
    if (strstr (folded, SOURCES[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The end of the sentence that starts there: a stop behind a word of three letters or more, and a blank. */
static const char *
end_of_sentence (const char *at, const char *end)
{
  for (const char *stop = at + 3; stop + 1 < end; stop++)
    if (strchr (".!?", *stop) != NULL && g_ascii_isspace (stop[1]) && g_ascii_islower (stop[-1])
        && g_ascii_isalnum (stop[-2]) && g_ascii_isalnum (stop[-3]))
      return stop + 1;
  return end;
}

/* The agency that a sentence of the block names as a source. */
static const char *
agency_of_sources (BsSpan block, GString *folded)
{
  const char *end = block.start + block.length, *agency = NULL;

  for (const char *at = block.start, *stop; at < end && agency == NULL; at = stop)
    {
      BsSpan sentence;

      stop = end_of_sentence (at, end);
      sentence = bs_span (at, (gsize) (stop - at));
      bs_phrase_fold (folded, sentence);
      if (names_sources (folded->str))
        agency = bs_agency_within (folded->str, sentence);
    }
  return agency;
}

/* In a byline, wherever it names one that its author works for; not one to be called. */
static const char *
agency_of_byline (BsSpan block, GString *folded)
{
  bs_phrase_fold (folded, block);
  if (strstr (folded->str, "contact") != NULL || strstr (folded->str, "former ") != NULL)
    return NULL;
  return bs_agency_within (folded->str, block);
}

/* A line of copyright tells an origin where somebody else provides or distributes the text. */
static BsSpan
origin_of (BsAside aside, const char *folded, BsSpan block)
{
  static const char PROVIDED[] = "© provided by ";

  if (aside == BS_ASIDE_LEGAL && !g_str_has_prefix (folded, PROVIDED))
    return bs_agency_distributed (block);
  return bs_origin_name (folded, block);
}

void
bs_credit_read (BsCleaned *cleaned, BsAside aside, const char *reason, BsSpan block, GString *folded)
{
  if (aside == BS_ASIDE_BYLINE)
    read_byline (cleaned, block, reason);
  if (aside != BS_ASIDE_CREDIT && aside != BS_ASIDE_BYLINE && aside != BS_ASIDE_LEGAL)
    return;
  if (cleaned->agency == NULL)
    cleaned->agency = g_strdup (aside == BS_ASIDE_LEGAL    ? bs_agency_of_rights (block)
                                : aside == BS_ASIDE_CREDIT ? agency_of_sources (block, folded)
                                                           : agency_of_byline (block, folded));
  bs_phrase_fold (folded, block);
  if (cleaned->originally_from == NULL && aside != BS_ASIDE_BYLINE)
    cleaned->originally_from = value_of (origin_of (aside, folded->str, block));
  if (cleaned->rights == NULL)
    read_rights (cleaned, block);
}
