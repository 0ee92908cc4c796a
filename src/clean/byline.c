#include "clean/byline.h"
#include "clean/agency.h"
#include "clean/starts.h"
#include "clean/time-line.h"

#define POST_WORDS_MAX 4
#define NAME_WORDS_MAX 4
#define NAME_BYTES_MAX 60

/* Small words that stand in bylines between names. */
static gboolean
is_joining_word (const char *word, gsize length)
{
  static const char *const WORDS[]
      = { "and", "und", "et", "y", "e", "en", "of", "for", "de", "van", "von", "da", "di", "la", "le", "der", "del",
          "den", "dos", "du", "in", "at", "the", "with", "bin", "al", "avec", "mit", "con", "com" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strlen (WORDS[i]) == length && strncmp (WORDS[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* "and" and its like, or a comma: another author follows. */
static gboolean
parts_authors (const char *word, gsize length)
{
  static const char *const WORDS[] = { "and", "und", "et", "y", "e", "en", "&" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strlen (WORDS[i]) == length && strncmp (WORDS[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Words with a capital, `least` or more of them one author's, small ones only from the list: "Jane Austen and Emily
 * Dickinson", not "Land and Sea". */
static gboolean
is_names (const char *at, const char *end, guint least)
{
  guint names = 0, most = 0;

  while (at < end)
    {
      const char *word = at;

      while (at < end && *at != ' ' && *at != '\n')
        at++;
      if (parts_authors (word, (gsize)(at - word)))
        names = 0;
      else if (g_unichar_isupper (g_utf8_get_char (word)))
        names++;
      else if (g_ascii_isalpha (*word) && (most == 0 || !is_joining_word (word, (gsize)(at - word))))
        return FALSE;
      else if (most < least && g_ascii_isdigit (*word))
        return FALSE;
      most = MAX (most, names);
      while (at < end && (*at == ' ' || *at == '\n'))
        at++;
    }
  return most >= least;
}

/* "By our science editor", "Por la redacción": some word says what the author is. */
static gboolean
is_role (const char *at, const char *end)
{
  static const char *const ROLES[]
      = { "staff",    "reporter", "reporters", "correspondent", "correspondents", "editor",  "editors",   "editorial",
          "desk",     "writer",   "writers",   "critic",        "columnist",      "bureau",  "newsroom",  "team",
          "agencies", "wires",    "redacción", "redaktion",     "rédaction",      "redação", "redazione", "redactie" };

  while (at < end)
    {
      const char *word = at;

      while (at < end && *at != ' ' && *at != ',')
        at++;
      for (guint i = 0; i < G_N_ELEMENTS (ROLES); i++)
        if ((gsize) (at - word) == strlen (ROLES[i]) && g_ascii_strncasecmp (word, ROLES[i], strlen (ROLES[i])) == 0)
          return TRUE;
      while (at < end && (*at == ' ' || *at == ','))
        at++;
    }
  return FALSE;
}

BsSpan
bs_byline_undressed (BsSpan block)
{
  while (block.length > 3 && !g_ascii_isalnum (block.start[0])
         && (strchr ("([*_- ", block.start[0]) != NULL || memcmp (block.start, "\xe2\x80", 2) == 0))
    {
      gsize length = block.start[0] == '\xe2' ? 3 : 1;
      block = bs_span (block.start + length, block.length - length);
    }
  while (block.length > 0 && !g_ascii_isalnum (block.start[block.length - 1])
         && strchr (")]*_ ", block.start[block.length - 1]) != NULL)
    block.length--;
  return block;
}

static const char *const OPENINGS[] = { "by ",
                                        "by: ",
                                        "posted by ",
                                        "posted by: ",
                                        "written by ",
                                        "written by: ",
                                        "words by ",
                                        "story by ",
                                        "author: ",
                                        "authors: ",
                                        "author ",
                                        "reported by ",
                                        "published by ",
                                        "text by ",
                                        "article by ",
                                        "via ",
                                        "special to ",
                                        "von ",
                                        "text: ",
                                        "autor: ",
                                        "autorin: ",
                                        "par ",
                                        "por ",
                                        "di ",
                                        "door ",
                                        "av ",
                                        "af ",
                                        "autore: ",
                                        "from our ",
                                        "da ",
                                        "opinion by ",
                                        "analysis by ",
                                        "commentary by ",
                                        "column by ",
                                        "review by ",
                                        "essay by ",
                                        "perspective by ",
                                        "photographs and text by ",
                                        "words and photographs by ",
                                        "story and photos by ",
                                        "text and photos by ",
                                        "kommentar von ",
                                        "ein kommentar von ",
                                        "gastbeitrag von ",
                                        "ein gastbeitrag von ",
                                        "kolumne von ",
                                        "eine kolumne von ",
                                        "analyse von ",
                                        "eine analyse von ",
                                        "ein bericht von ",
                                        "un article de ",
                                        "propos recueillis par ",
                                        "texto: ",
                                        "texte : ",
                                        "tekst: ",
                                        NULL };

static BsStartsOfLists starts_of_openings = { .lists = { OPENINGS } };

/* Bytes of "By ", "Posted by: ", "Von " and their like at the start; 0 where there are none. */
static gsize
opening_of (BsSpan block)
{

  if (block.length < 3 || !bs_starts_has (bs_starts_of (&starts_of_openings), block.start))
    return 0;
  for (guint i = 0; OPENINGS[i] != NULL; i++)
    {
      gsize length;

      if ((block.start[0] | 0x20) != OPENINGS[i][0])
        continue;
      length = strlen (OPENINGS[i]);
      if (block.length > length && g_ascii_strncasecmp (block.start, OPENINGS[i], length) == 0)
        return OPENINGS[i][0] == 'f' ? strlen ("from ") : length; /* "our own correspondent" */
    }
  return 0;
}

gboolean
bs_byline_may_be_english (BsSpan block)
{
  static const char *const WORDS[] = { "von ", "par ", "por ", "di ", "door ", "av ", "af ", "da " };
  static const char *const FOREIGN[] = { " von ", " de ", " la ", " le ", " di ", " del ", " van " };
  guint i = 0;

  while (i < G_N_ELEMENTS (WORDS)
         && (block.length <= strlen (WORDS[i]) || g_ascii_strncasecmp (block.start, WORDS[i], strlen (WORDS[i])) != 0))
    i++;
  if (i == G_N_ELEMENTS (WORDS))
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (FOREIGN); i++)
    if (g_strstr_len (block.start, (gssize)block.length, FOREIGN[i]) != NULL)
      return FALSE;
  for (gsize at = 0; at < block.length; at++)
    if ((guchar)block.start[at] >= 0xc3 && (guchar)block.start[at] != 0xe2)
      return FALSE;
  return TRUE;
}

/* Before the date that may follow. */
static const char *
end_of_name (BsSpan name)
{
  static const char *const DATES[] = { " | ", " on ", " • ", " · ", " @", "\n", " (" };
  const char *end = name.start + name.length;

  for (guint i = 0; i < G_N_ELEMENTS (DATES); i++)
    {
      const char *at = g_strstr_len (name.start, end - name.start, DATES[i]);
      end = at != NULL ? at : end;
    }
  return end;
}

/* "Special to The Herald": whom it was sent to. */
static gboolean
is_special (BsSpan block)
{
  return block.length > 15 && block.length < 60 && g_ascii_strncasecmp (block.start, "special to the ", 15) == 0;
}

/* Whether words are nothing but a time. */
static gboolean
is_time (const char *from, const char *end)
{
  g_autofree char *words = g_ascii_strdown (from, end - from);

  return end > from && bs_is_time_line (words);
}

static const char *
word_before (const char *start, const char *at)
{
  while (at > start && at[-1] == ' ')
    at--;
  while (at > start && at[-1] != ' ')
    at--;
  return at;
}

static const char *
word_behind (const char *at, const char *end)
{
  while (at < end && *at == ' ')
    at++;
  while (at < end && *at != ' ' && *at != ',')
    at++;
  return at;
}

/* Where a date begins behind names: "Jane Austen March 18 at 3:57 PM", "Jane Austen22 Dec 2016"; `end` where none
 * does. */
static const char *
start_of_date (const char *start, const char *end)
{
  for (const char *at = start + 1; at < end; at++)
    {
      const char *figures = at, *before;

      if (!g_ascii_isdigit (*at) || g_ascii_isdigit (at[-1]))
        continue;
      while (figures < end && g_ascii_isdigit (*figures))
        figures++;
      before = at[-1] == ' ' ? word_before (start, at) : at;
      if (before > start && before < at && is_time (before, figures))
        return before;
      if (figures < end && *figures == ' ' && is_time (at, word_behind (figures, end)))
        return at;
    }
  return end;
}

gboolean
bs_is_byline (BsSpan block, const BsLook *look)
{
  gsize opening = opening_of (block);
  const char *end, *date;
  gboolean dated;
  BsSpan name;

  if (opening == 0 || (look->flags & BS_LOOK_TRAILING))
    return FALSE;
  name = bs_span (block.start + opening, block.length - opening);
  while (name.length > 0 && strchr (".: ", name.start[name.length - 1]) != NULL)
    name.length--;
  if (bs_agency_named (name) != NULL || is_special (block))
    return TRUE;
  end = end_of_name (name);
  date = start_of_date (name.start, end);
  dated = date < end;
  if (!dated && (bs_look_ends (block) & (BS_LOOK_STOP | BS_LOOK_COLON)) != 0)
    return FALSE; /* of a line: "By Jane Austen, Herald.example" */
  end = date;
  if (g_ascii_strncasecmp (block.start, "via ", 4) == 0 || memchr (name.start, '@', name.length) != NULL)
    return FALSE;
  if (g_ascii_strncasecmp (name.start, "the ", MIN (name.length, 4)) == 0) /* "By the Numbers" */
    return is_role (name.start, end);
  if (end < name.start + name.length && is_time (name.start, end)) /* "By Monday, March 14" */
    return FALSE;
  return is_names (name.start, end, dated ? 1 : 2) || is_role (name.start, end);
}

/* "Jane Austen, Published: " without what announces a date, and the signs before it. */
static const char *
before_date (const char *start, const char *end)
{
  static const char *const ENDS[]
      = { "\xe2\x80\x93", "\xe2\x80\x94", " ",         "|",      ",",       "-",    ":", ".",
          "\xc2\xb7",     "Published",    "published", "Posted", "Updated", "Last " };

  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    {
      gsize length = strlen (ENDS[i]);

      if ((gsize)(end - start) > length && memcmp (end - length, ENDS[i], length) == 0)
        {
          end -= length;
          i = (guint) -1;
        }
    }
  return end;
}

BsSpan
bs_byline_tidied (BsSpan name)
{
  const char *end = name.start + name.length, *date;

  if (name.length >= 2 && g_ascii_strncasecmp (name.start, "by", 2) == 0 && (name.length == 2 || name.start[2] == ' '))
    name.start += MIN (name.length, 3);
  date = start_of_date (name.start, end);
  if (date < end)
    end = before_date (name.start, date);
  return bs_span (name.start, (gsize) (end - name.start));
}

/* Whether the last of the words is a post at a paper; "bureau" and "staff", the last two, are not one person's. */
static gboolean
ends_in_post (BsSpan words, gboolean of_person)
{
  static const char *const POSTS[]
      = { "writer", "reporter", "correspondent", "editor", "columnist", "critic", "bureau", "staff" };
  gsize start = words.length;

  while (start > 0 && words.start[start - 1] != ' ')
    start--;
  for (guint i = 0; i < G_N_ELEMENTS (POSTS) - (of_person ? 2 : 0); i++)
    if (words.length - start == strlen (POSTS[i])
        && g_ascii_strncasecmp (words.start + start, POSTS[i], strlen (POSTS[i])) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bs_is_post (BsSpan block, const BsLook *look)
{
  return look->words <= POST_WORDS_MAX && look->words >= 2
         && (look->flags & (BS_LOOK_STOP | BS_LOOK_UPPER)) == BS_LOOK_UPPER && ends_in_post (block, FALSE);
}

gboolean
bs_is_name (BsSpan block)
{
  guint names = 0;

  if (block.length > NAME_BYTES_MAX)
    return FALSE;
  for (gsize i = 0; i < block.length;)
    {
      const char *word = block.start + i;

      while (i < block.length && block.start[i] != ' ')
        {
          if ((guchar)block.start[i] < 0x80 && !g_ascii_isalpha (block.start[i])
              && strchr (".-'", block.start[i]) == NULL)
            return FALSE;
          i++;
        }
      if (g_unichar_isupper (g_utf8_get_char (word)))
        names++;
      else if (names == 0 || !is_joining_word (word, (gsize)(block.start + i - word)))
        return FALSE;
      i++;
    }
  return names >= 2 && names <= NAME_WORDS_MAX;
}

/* "Jane Austen, science editor": the comma between a name and a post; NULL where the line is anything else. */
static const char *
comma_before_post (BsSpan block)
{
  const char *comma = memchr (block.start, ',', block.length), *end = block.start + block.length;
  guint words = 1;

  if (comma == NULL || end - comma < 3 || comma[1] != ' ')
    return NULL;
  for (const char *at = comma + 2; at < end; at++)
    {
      words += *at == ' ';
      if (*at == ',')
        return NULL;
    }
  return words <= POST_WORDS_MAX && ends_in_post (bs_span (comma + 2, (gsize)(end - comma - 2)), TRUE)
                 && bs_is_name (bs_span (block.start, (gsize)(comma - block.start)))
             ? comma
             : NULL;
}

BsSpan
bs_byline_name_before_post (BsSpan block)
{
  const char *comma = comma_before_post (block);

  return bs_span (block.start, comma != NULL ? (gsize)(comma - block.start) : 0);
}

gboolean
bs_is_post_of_person (BsSpan block, const BsLook *look)
{
  return bs_is_post (block, look) && ends_in_post (block, TRUE);
}

BsSpan
bs_byline_name (BsSpan block)
{
  gsize opening;
  BsSpan name;

  block = bs_byline_undressed (block);
  opening = opening_of (block);
  name = bs_span (block.start + opening, block.length - opening);
  name.length = opening > 0 ? (gsize)(end_of_name (name) - name.start) : 0;
  while (name.length > 0 && strchr (".: ", name.start[name.length - 1]) != NULL)
    name.length--;
  if (memchr (name.start, '@', name.length) != NULL || is_special (block))
    name.length = 0;
  return bs_byline_tidied (name);
}

gboolean
bs_is_handle (BsSpan block, const BsLook *look)
{
  const char *at = look->words <= 4 ? memchr (block.start, '@', block.length) : NULL;

  return at != NULL && (at == block.start || g_ascii_isalnum (at[-1]) || at[-1] == ' ')
         && at + 1 < block.start + block.length && g_ascii_isalnum (at[1]);
}
