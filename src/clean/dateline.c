#include "clean/dateline.h"

#define PLACE_MAX 64
#define PLACE_WORDS_MAX 8
#define PLACE_LETTERS 4 /* of its longest word */
#define AGENCY_MAX 32
#define SHORTHAND_MIN 3

static const struct
{
  const char *shorthand; /* NULL: none that is safe */
  const char *name;
} AGENCIES[] = {
  { "AP", "Associated Press" },
  { "Reuters", "Reuters" },
  { "AFP", "Agence France-Presse" },
  { "UPI", "United Press International" },
  { "CNN", "CNN" },
  { "dpa", "dpa" },
  { "EFE", "EFE" },
  { "ANSA", "ANSA" },
  { "PA", "PA Media" },
  { NULL, "Press Association" },
  { "AAP", "Australian Associated Press" },
  { "CP", "The Canadian Press" },
  { "PTI", "Press Trust of India" },
  { "IANS", "IANS" },
  { "ANI", "ANI" },
  { "TASS", "TASS" },
  { "Xinhua", "Xinhua" },
  { "KUNA", "KUNA" },
  { "WAM", "WAM" },
  { "ATS", "ATS" },
  { "APA", "APA" },
  { "Belga", "Belga" },
  { "ANP", "ANP" },
  { "NTB", "NTB" },
  { "TT", "TT" },
  { "Lusa", "Lusa" },
  { "Yonhap", "Yonhap" },
  { "Kyodo", "Kyodo" },
  { "Jiji", "Jiji Press" },
  { "Bernama", "Bernama" },
  { "Antara", "Antara" },
  { "Interfax", "Interfax" },
  { "Anadolu", "Anadolu Agency" },
  { "AA", "Anadolu Agency" },
  { NULL, "United Press" },
  { NULL, "International News Service" },
  { NULL, "Tribune News Service" },
  { NULL, "Tribune Content Agency" },
  { NULL, "States Newsroom" },
  { NULL, "Thomson Reuters Foundation" },
  { "Bloomberg", "Bloomberg" },
  { "RTRS", "Reuters" },
};

static gboolean
is_called (BsSpan name, const char *other)
{
  return other != NULL && name.start[0] == other[0] && bs_span_equal (name, bs_span_of (other));
}

typedef struct
{
  guint64 lengths[128]; /* by the first letter: the bit of each length that a name with it has */
} Names;

static void
add_name (Names *names, const char *name)
{
  if (name != NULL)
    names->lengths[(guchar) name[0]] |= G_GUINT64_CONSTANT (1) << strlen (name);
}

/* By its first letter and length; false for nearly all text. */
static gboolean
may_be_agency (BsSpan name)
{
  static Names names;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (AGENCIES); i++)
        {
          add_name (&names, AGENCIES[i].name);
          add_name (&names, AGENCIES[i].shorthand);
        }
      g_once_init_leave (&once, 1);
    }
  return (guchar) name.start[0] < 128 && (names.lengths[(guchar) name.start[0]] >> name.length & 1) != 0;
}

const char *
bs_agency_named (BsSpan name)
{
  if (name.length > 4 && strncmp (name.start, "The ", 4) == 0)
    name = bs_span (name.start + 4, name.length - 4);
  if (name.length > AGENCY_MAX || name.length < 2 || !may_be_agency (name))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (AGENCIES); i++)
    if (is_called (name, AGENCIES[i].name) || is_called (name, AGENCIES[i].shorthand))
      return AGENCIES[i].name;
  return NULL;
}

/* A shorthand that is a word of the text and no word of a language or name of a place: three capitals or more. */
static const char *
agency_by_shorthand (BsSpan text)
{
  const char *end = text.start + text.length;

  for (const char *at = text.start, *word; at < end; at++)
    {
      for (word = at; at < end && g_ascii_isalnum (*at); at++)
        ;
      if (at - word < SHORTHAND_MIN || !g_ascii_isupper (word[1]))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (AGENCIES); i++)
        if (AGENCIES[i].shorthand != NULL
            && bs_span_equal (bs_span (word, (gsize)(at - word)), bs_span_of (AGENCIES[i].shorthand)))
          return AGENCIES[i].name;
    }
  return NULL;
}

const char *
bs_agency_within (const char *folded, BsSpan text)
{
  static const struct
  {
    const char *folded, *name;
  } LONG[] = { { "associated press", "Associated Press" },
               { "reuters", "Reuters" },
               { "agence france-presse", "Agence France-Presse" },
               { "united press international", "United Press International" },
               { "press association", "Press Association" },
               { "canadian press", "Canadian Press" },
               { "press trust of india", "Press Trust of India" },
               { "xinhua", "Xinhua" },
               { "tribune news service", "Tribune News Service" },
               { "tribune content agency", "Tribune Content Agency" },
               { "states newsroom", "States Newsroom" },
               { "bloomberg", "Bloomberg" } };
  const char *first = NULL, *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (LONG); i++)
    {
      const char *at = strstr (folded, LONG[i].folded);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          name = LONG[i].name;
        }
    }
  return name != NULL ? name : agency_by_shorthand (text);
}

/* Bytes of a dash and the blanks around it; `tight`: one hyphen that has a blank on both sides counts too. */
static gsize
dash_at (const char *at, const char *end, gboolean hyphen)
{
  const char *from = at;
  gboolean spaced = at < end && *at == ' ';

  while (at < end && *at == ' ')
    at++;
  if (end - at > 3 && (memcmp (at, "—", 3) == 0 || memcmp (at, "–", 3) == 0))
    at += 3;
  else if (end - at > 2 && at[0] == '-' && at[1] == '-')
    at += 2;
  else if (end - at > 2 && hyphen && spaced && at[0] == '-' && at[1] == ' ')
    at += 1;
  else
    return 0;
  while (at < end && *at == ' ')
    at++;
  return (gsize) (at - from);
}

static gboolean
is_place (BsSpan place)
{
  guint words = 1;

  if (place.length == 0)
    return TRUE;
  if (place.length > PLACE_MAX || !g_unichar_isupper (g_utf8_get_char (place.start)))
    return FALSE;
  for (gsize i = 0; i < place.length; i++)
    {
      char c = place.start[i];

      words += c == ' ';
      if (c != ' ' && (guchar) c < 0x80 && !g_ascii_isalnum (c) && strchr (".'-/,", c) == NULL)
        return FALSE;
    }
  return words <= PLACE_WORDS_MAX;
}

static gboolean
is_agency_like (BsSpan name)
{
  if (name.length < 2 || name.length > AGENCY_MAX || !g_ascii_isalpha (name.start[0]))
    return FALSE;
  if (bs_agency_named (name) != NULL)
    return TRUE;
  for (gsize i = 0; i < name.length; i++)
    if (!g_ascii_isalpha (name.start[i]) && name.start[i] != ' ' && name.start[i] != '/')
      return FALSE;
    else if ((i == 0 || name.start[i - 1] == ' ') && !g_ascii_isupper (name.start[i]))
      return FALSE;
  return TRUE;
}

/* A place before an agency that is not known; no place is as good. */
static gboolean
starts_in_capitals (BsSpan place)
{
  for (gsize i = 0; i < place.length && place.start[i] != ',' && place.start[i] != ' '; i++)
    if (g_ascii_islower (place.start[i]))
      return FALSE;
  return TRUE;
}

static gboolean
find_with_agency (BsSpan block, BsDateline *dateline)
{
  const char *end = block.start + block.length;
  const char *open = memchr (block.start, '(', MIN (block.length, PLACE_MAX + 1));
  const char *close = open != NULL ? memchr (open, ')', MIN ((gsize) (end - open), AGENCY_MAX + 2)) : NULL;
  const char *at;
  gsize dash;

  if (close == NULL)
    return FALSE;
  dateline->place = bs_span (block.start, (gsize) (open - block.start));
  while (dateline->place.length > 0 && dateline->place.start[dateline->place.length - 1] == ' ')
    dateline->place.length--;
  dateline->agency = bs_span (open + 1, (gsize) (close - open - 1));
  if (!is_agency_like (dateline->agency) || !is_place (dateline->place))
    return FALSE;
  at = close + 1;
  dash = dash_at (at, end, TRUE);
  if (bs_agency_named (dateline->agency) == NULL && (dash == 0 || !starts_in_capitals (dateline->place)))
    return FALSE;
  if (dash == 0 && end - at > 3 && memcmp (at, ".-", 2) == 0)
    dash = at[2] == ' ' ? 3 : 2;
  else if (dash == 0)
    {
      dash = at < end && *at == ' ';
      if (at + dash >= end || !(g_ascii_isupper (at[dash]) || (guchar) at[dash] >= 0x80 || at[dash] == '"'))
        return FALSE;
    }
  dateline->length = (gsize) (at - block.start) + dash;
  return TRUE;
}

/* The length of a place that starts in capitals ("NEW YORK", "HARTFORD, Conn."), 0 where there is none. */
static gsize
capital_place (BsSpan block, const char *dash)
{
  gsize length = (gsize) (dash - block.start), capitals = 0, letters = 0, word = 0, longest = 0;

  while (length > 0 && block.start[length - 1] == ' ')
    length--;
  for (gsize i = 0; i < length && block.start[i] != ','; i++)
    {
      gunichar c
          = (guchar) block.start[i] >= 0xc0 ? g_utf8_get_char (block.start + i) : (gunichar) (guchar) block.start[i];

      if ((guchar) block.start[i] >= 0x80 && (guchar) block.start[i] < 0xc0)
        continue;
      letters += g_unichar_isalpha (c) != 0;
      capitals += g_unichar_isupper (c) != 0;
      word = g_unichar_isalpha (c) ? word + 1 : 0;
      longest = MAX (longest, word);
    }
  return longest >= PLACE_LETTERS && letters == capitals && is_place (bs_span (block.start, length)) ? length : 0;
}

static gboolean
find_of_place (BsSpan block, BsDateline *dateline)
{
  const char *end = block.start + block.length;
  gsize limit = MIN (block.length, PLACE_MAX);

  if (g_ascii_islower (block.start[1])) /* no capitals: nearly every paragraph */
    return FALSE;
  for (gsize i = 4; i < limit; i++)
    {
      gsize dash, length;
      const char *after;

      if (block.start[i] != ' ' && block.start[i] != '-' && block.start[i] != '\xe2')
        continue;
      dash = dash_at (block.start + i, end, TRUE);
      after = block.start + i + dash;
      if (dash == 0)
        continue;
      length = capital_place (block, block.start + i);
      if (length == 0 || after >= end || g_ascii_islower (*after) || *after == '-')
        return FALSE;
      *dateline = (BsDateline){ .place = bs_span (block.start, length), .length = i + dash };
      return TRUE;
    }
  return FALSE;
}

static gboolean
starts_with_capital (BsSpan block)
{
  return (guchar) block.start[0] < 0x80 ? g_ascii_isupper (block.start[0])
                                        : g_unichar_isupper (g_utf8_get_char (block.start));
}

gboolean
bs_dateline_find (BsSpan block, BsDateline *dateline)
{
  *dateline = (BsDateline){ .length = 0 };
  if (block.length < 12 || !(block.start[0] == '(' || starts_with_capital (block)))
    return FALSE;
  return find_with_agency (block, dateline) || find_of_place (block, dateline);
}
