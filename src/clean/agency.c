#include "clean/agency.h"

#define AGENCY_MAX 32
#define SHORTHAND_MIN 3
#define AUTHOR_MAX 5 /* letters */

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
  { "DPA", "dpa" },
  { "EFE", "EFE" },
  { "ANSA", "ANSA" },
  { "PA", "PA Media" },
  { NULL, "Press Association" },
  { "AAP", "Australian Associated Press" },
  { "CP", "The Canadian Press" },
  { "Canadian Press", "The Canadian Press" },
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

/* Who wrote it, in a few small letters, or another agency; not an owner of pictures: "Reuters/Corbis". */
static gboolean
is_author (BsSpan sign)
{
  for (gsize i = 0; i < sign.length; i++)
    if (!g_ascii_islower (sign.start[i]))
      return sign.length >= 2 && bs_agency_named (sign) != NULL;
  return sign.length > 0 && sign.length <= AUTHOR_MAX;
}

BsSpan
bs_agency_without_author (BsSpan agency)
{
  const char *stroke = memchr (agency.start, '/', agency.length), *end = agency.start + agency.length;
  BsSpan first = stroke != NULL ? bs_span (agency.start, (gsize)(stroke - agency.start)) : agency;

  return first.length >= 2 && stroke != NULL && bs_agency_named (first) != NULL
                 && is_author (bs_span (stroke + 1, (gsize)(end - stroke - 1)))
             ? first
             : agency;
}

/* Whether what stands before a word says that its name is a source: "from", "von", "avec", "Source:". */
static gboolean
is_behind_source (const char *start, const char *word)
{
  static const char *const WORDS[]
      = { "from", "by", "von", "der", "mit", "avec", "de", "con", "di", "com", "da", "do", "van", "met", "av", "fra" };
  const char *end = word;

  while (end > start && (end[-1] == ' ' || end[-1] == '\n'))
    end--;
  if (end > start && end[-1] == ':')
    return TRUE;
  for (word = end; word > start && g_ascii_isalpha (word[-1]);)
    word--;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if ((gsize) (end - word) == strlen (WORDS[i]) && g_ascii_strncasecmp (word, WORDS[i], strlen (WORDS[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Three capitals or more are no word of a language; other shorthands ("AP", "dpa", "Lusa") may be one, or a name. */
static gboolean
is_plain_shorthand (BsSpan word)
{
  return word.length >= SHORTHAND_MIN && g_ascii_isupper (word.start[1]);
}

/* A shorthand that is a word of the text, and one that is no other word unless what stands before it says so. */
static const char *
agency_by_shorthand (BsSpan text)
{
  const char *end = text.start + text.length;

  for (const char *at = text.start; at < end; at++)
    {
      BsSpan word = bs_span (at, 0);

      while (at < end && g_ascii_isalnum (*at))
        at++;
      word.length = (gsize) (at - word.start);
      if (word.length < 2 || word.length > AGENCY_MAX || !may_be_agency (word)
          || bs_span_equal (word, bs_span_of ("AA")))
        continue;
      if (bs_agency_named (word) != NULL && (is_plain_shorthand (word) || is_behind_source (text.start, word.start)))
        return bs_agency_named (word);
    }
  return NULL;
}

const char *
bs_agency_within (const char *folded, BsSpan text)
{
  static const struct
  {
    const char *folded, *name;
  } LONG[] = {
    { "associated press", "Associated Press" },         { "reuters", "Reuters" },
    { "agence france-presse", "Agence France-Presse" }, { "united press international", "United Press International" },
    { "press association", "Press Association" },       { "canadian press", "The Canadian Press" },
    { "press trust of india", "Press Trust of India" }, { "xinhua", "Xinhua" },
    { "tribune news service", "Tribune News Service" }, { "tribune content agency", "Tribune Content Agency" },
    { "states newsroom", "States Newsroom" },           { "bloomberg", "Bloomberg" }
  };
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

/* Whatever its case. */
static gboolean
starts_with (const char *at, const char *end, const char *words)
{
  return (gsize) (end - at) >= strlen (words) && g_ascii_strncasecmp (at, words, strlen (words)) == 0;
}

/* Behind "© 2023", "Copyright 2019-2023 by", "(c)": whom the rights are said to belong to; NULL where no year stands
 * there, as under a picture. */
static const char *
owner_in (BsSpan rights)
{
  static const char *const MARKS[] = { "©", "(c)", "copyright", "by " };
  const char *at = rights.start, *end = rights.start + rights.length;
  gboolean year = FALSE;

  while (at < end)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (MARKS) && !starts_with (at, end, MARKS[i]))
        i++;
      if (i < G_N_ELEMENTS (MARKS))
        at += strlen (MARKS[i]);
      else if (g_ascii_isdigit (*at) || strchr (" ,-", *at) != NULL)
        year |= g_ascii_isdigit (*at++);
      else if (end - at > 3 && memcmp (at, "–", 3) == 0)
        at += 3;
      else
        break;
    }
  return year && at < end ? at : NULL;
}

/* Behind "Distributed by" and its like, or NULL. */
static const char *
distributor_in (BsSpan rights)
{
  static const char *const WORDS[] = { "Distributed by ", "distributed by " };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      const char *at = g_strstr_len (rights.start, (gssize) rights.length, WORDS[i]);

      if (at != NULL)
        return at + strlen (WORDS[i]);
    }
  return NULL;
}

/* Whether nothing behind a name belongs to it, but for what a firm is. */
static gboolean
is_end_of_name (const char *at, const char *end)
{
  static const char *const MORE[] = { " all rights", " l.p", " llc", " inc", " gmbh", " news", " - ", " | ", " (" };

  if (at == end || strchr (".,;|", *at) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (MORE); i++)
    if (starts_with (at, end, MORE[i]))
      return TRUE;
  return FALSE;
}

/* The agency whose name starts there, or NULL. */
static const char *
agency_at (const char *at, const char *end)
{
  const char *agency = NULL;

  if (at == NULL)
    return NULL;
  for (const char *stop = at + 2; agency == NULL && stop <= end && stop - at <= AGENCY_MAX + 4; stop++)
    if (is_end_of_name (stop, end))
      agency = bs_agency_named (bs_span (at, (gsize) (stop - at)));
  return agency;
}

const char *
bs_agency_of_rights (BsSpan rights)
{
  const char *end = rights.start + rights.length, *agency = agency_at (distributor_in (rights), end);

  return agency != NULL ? agency : agency_at (owner_in (rights), end);
}

BsSpan
bs_agency_distributed (BsSpan rights)
{
  const char *end = rights.start + rights.length, *stop;
  const char *owner = agency_at (distributor_in (rights), end) != NULL ? owner_in (rights) : NULL;

  if (owner == NULL || agency_at (owner, end) != NULL)
    return bs_span (rights.start, 0);
  for (stop = owner; stop < end && !(strchr (".,;|", *stop) != NULL && (stop + 1 == end || stop[1] == ' ')); stop++)
    ;
  return bs_span (owner, (gsize)(stop - owner));
}
