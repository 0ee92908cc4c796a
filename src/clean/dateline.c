#include "clean/dateline.h"
#include "clean/agency.h"

#define PLACE_MAX 64
#define PLACE_WORDS_MAX 8
#define PLACE_LETTERS 4 /* of its longest word */
#define PLAIN_WORDS_MAX 3
#define AGENCY_MAX 32
#define SHORTEST 12 /* bytes of a block with a dateline */
#define NOTHING G_MAXSIZE

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

/* "The American Academy of Pediatrics (AAP)": a bracket that holds the initials of the words before it, small words
 * among them aside, is short for them. */
static gboolean
is_short_for (BsSpan name, BsSpan words)
{
  const char *at = words.start + words.length;
  gsize left = name.length;

  while (left > 0 && at > words.start)
    {
      const char *end = at;

      while (at > words.start && at[-1] != ' ' && at[-1] != '-')
        at--;
      if (at < end && g_ascii_toupper (*at) == g_ascii_toupper (name.start[left - 1]))
        left--;
      else if (at < end && !g_ascii_islower (*at))
        return FALSE;
      at -= at > words.start;
    }
  return left == 0;
}

/* Where no dash parts an agency from the report, the place is one to three words, and the agency no state or party. */
static gboolean
is_plain_place (BsSpan place, BsSpan agency)
{
  guint words = 1;

  for (gsize i = 0; i < place.length; i++)
    words += place.start[i] == ' ';
  if (place.length > 4 && strncmp (place.start, "The ", 4) == 0)
    return FALSE;
  return place.length == 0
         || ((words <= PLAIN_WORDS_MAX || starts_in_capitals (place))
             && (agency.length > 2 || bs_span_equal (agency, bs_span_of ("AP"))));
}

/* Bytes of what parts a dateline with an agency from the report: a dash, ".-", a colon; of a blank where nothing else
 * does; 0 where the report does not start there. Who speaks on the air has a colon too: "NELLIE BLY (CNN): Good
 * evening". */
static gsize
parting_at (const char *at, const char *end, const BsDateline *dateline, gboolean known)
{
  gsize dash = dash_at (at, end, TRUE);

  if (dash > 0 || !known)
    return dash;
  if (end - at > 3 && memcmp (at, ".-", 2) == 0)
    return at[2] == ' ' ? 3 : 2;
  if (end - at > 3 && at[0] == ':' && at[1] == ' ' && dateline->place.length > 0
      && !bs_span_equal (dateline->agency, bs_span_of ("CNN"))
      && !bs_span_equal (dateline->agency, bs_span_of ("Bloomberg")))
    return 2;
  dash = at < end && *at == ' ';
  if (at + dash >= end || !(g_ascii_isupper (at[dash]) || (guchar) at[dash] >= 0x80 || at[dash] == '"')
      || !is_plain_place (dateline->place, dateline->agency))
    return 0;
  return dash > 0 ? dash : NOTHING;
}

/* "New Delhi [India], March 14": the place alone. */
static BsSpan
without_bracket (BsSpan place)
{
  const char *open = memchr (place.start, '[', place.length);

  if (open != NULL && memchr (open, ']', (gsize) (place.start + place.length - open)) != NULL)
    place.length = (gsize) (open - place.start);
  while (place.length > 0 && place.start[place.length - 1] == ' ')
    place.length--;
  return place;
}

static gboolean find_of_place (BsSpan block, BsDateline *dateline);

/* "(ANSA) - ROMA, 14 MAR - ": the place behind the agency. */
static void
find_place_behind (BsSpan block, BsDateline *dateline)
{
  BsSpan rest = bs_span (block.start + dateline->length, block.length - dateline->length);
  BsDateline behind = { .length = 0 };

  if (rest.length < SHORTEST || !find_of_place (rest, &behind))
    return;
  dateline->place = behind.place;
  dateline->length += behind.length;
}

static gboolean
find_with_agency (BsSpan block, BsDateline *dateline)
{
  const char *end = block.start + block.length;
  const char *open = memchr (block.start, '(', MIN (block.length, PLACE_MAX + 1));
  const char *close = open != NULL ? memchr (open, ')', MIN ((gsize) (end - open), AGENCY_MAX + 2)) : NULL;
  gboolean known;
  gsize parting;

  if (close == NULL)
    return FALSE;
  dateline->place = without_bracket (bs_span (block.start, (gsize) (open - block.start)));
  dateline->agency = bs_agency_without_author (bs_span (open + 1, (gsize)(close - open - 1)));
  if (!is_agency_like (dateline->agency) || !is_place (dateline->place)
      || is_short_for (dateline->agency, dateline->place))
    return FALSE;
  known = bs_agency_named (dateline->agency) != NULL;
  parting = known || starts_in_capitals (dateline->place) ? parting_at (close + 1, end, dateline, known) : 0;
  if (parting == 0)
    return FALSE;
  dateline->length = (gsize) (close + 1 - block.start) + (parting == NOTHING ? 0 : parting);
  if (dateline->place.length == 0 && known)
    find_place_behind (block, dateline);
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

/* Names of bodies that are written in capitals, and labels of a text ("OPINION —"): no places. */
static gboolean
is_body_or_label (BsSpan place)
{
  static const char *const WORDS[]
      = { "ANALYSIS", "ASEAN", "BREAKING NEWS", "BREAKING", "COLUMN", "COMMENT", "COMMENTARY", "CORRECTION",
          "DEVELOPING", "EDITORIAL", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "FEATURE", "FIFA", "FRONTEX", "INTERPOL",
          "INTERVIEW", "LISTEN", "LIVE", "MERCOSUR", "NASA", "NATO", "NOTE", "OBITUARY", "OPEC", "OPINION", "OSCE",
          "PHOTOS", "PODCAST", "PROFILE", "REVIEW", "TIMELINE", "UEFA", "UNESCO", "UNHCR", "UNICEF", "UPDATE",
          "UPDATED", "VIDEO", "WATCH", "WIPO" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (bs_span_equal (place, bs_span_of (WORDS[i])))
      return TRUE;
  return FALSE;
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
      if (length == 0 || after >= end || g_ascii_islower (*after) || *after == '-'
          || is_body_or_label (bs_span (block.start, length)))
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
  if (block.length < SHORTEST || !(block.start[0] == '(' || starts_with_capital (block)))
    return FALSE;
  return find_with_agency (block, dateline) || find_of_place (block, dateline);
}
