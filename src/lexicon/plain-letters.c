#include "lexicon/plain-letters.h"

typedef struct
{
  gunichar letter;
  const char *plain;
} Plain;

/* Letters and marks that compatibility decomposition leaves as they are. */
static const Plain SPECIAL[] = {
  { 0x00C6, "AE" }, { 0x00D0, "D" }, { 0x00D8, "O" },  { 0x00DE, "TH" }, { 0x00DF, "ss" }, { 0x00E6, "ae" },
  { 0x00F0, "th" }, { 0x00F8, "o" }, { 0x00FE, "th" }, { 0x0110, "D" },  { 0x0111, "d" },  { 0x0131, "i" },
  { 0x0141, "L" },  { 0x0142, "l" }, { 0x0152, "OE" }, { 0x0153, "oe" }, { 0x1E9E, "SS" }, { 0x2018, "'" },
  { 0x2019, "'" },  { 0x02BC, "'" }, { 0x2010, "-" },  { 0x2011, "-" },  { 0x2013, "-" },  { 0x2014, "-" },
  { 0x2044, "/" },  { 0x2212, "-" },
};

static const char *
special_spelling (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SPECIAL); i++)
    if (SPECIAL[i].letter == c)
      return SPECIAL[i].plain;
  return NULL;
}

static gsize
append (char *plain, gsize length, const char *what, gsize n)
{
  if (length + n > BS_PLAIN_MAX)
    return length;
  memcpy (plain + length, what, n);
  return length + n;
}

/* Whether a word ends here, but for an e of the feminine, an s, or a possessive: what follows é in "fiancées". */
static gboolean
is_final (const char *rest, const char *end)
{
  if (rest < end && *rest == 'e')
    rest++;
  if (rest < end && *rest == 's')
    rest++;
  return rest >= end || *rest == '\'' || *rest == '-' || (guchar)*rest == 0xE2;
}

static gboolean
is_consonant (char c)
{
  return g_ascii_isalpha (c) && strchr ("aeiouyAEIOUY", c) == NULL;
}

/* ½, ¾, ⅓ … */
static gboolean
is_fraction (gunichar c)
{
  return (c >= 0x00BC && c <= 0x00BE) || (c >= 0x2150 && c <= 0x215E);
}

/* Appends what the character's decomposition holds in ASCII; FALSE if nothing. "1½" is written "1-1/2". */
static gboolean
append_decomposed (gunichar c, char *plain, gsize *length)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  gboolean found = FALSE;

  if (is_fraction (c) && *length > 0 && g_ascii_isdigit (plain[*length - 1]))
    *length = append (plain, *length, "-", 1);
  for (gsize i = 0; i < n; i++)
    {
      const char *special = special_spelling (parts[i]);
      char byte = parts[i] < 0x80 ? (char)parts[i] : '\0';
      if (special != NULL)
        *length = append (plain, *length, special, strlen (special));
      else if (byte > ' ')
        *length = append (plain, *length, &byte, 1);
      found |= special != NULL || byte > ' ';
    }
  return found;
}

gsize
bs_plain_letters (BsSpan word, char *plain, guint *others)
{
  const char *at = word.start, *end = word.start + MIN (word.length, BS_PLAIN_MAX);
  gsize length = 0;

  *others = 0;
  while (at < end)
    {
      gunichar c = (guchar)*at < 0x80 ? (gunichar)*at : g_utf8_get_char_validated (at, end - at);
      if (c >= 0x110000)
        {
          at++;
          continue;
        }
      at = (guchar)*at < 0x80 ? at + 1 : g_utf8_next_char (at);
      if (c <= ' ' || c == 0x7F)
        continue;
      if (c < 0x80)
        {
          if (length < BS_PLAIN_MAX)
            plain[length++] = (char)c;
        }
      else if ((c == 0xE9 || c == 0xEB) && length > 0 && is_consonant (plain[length - 1]) && is_final (at, end))
        {
          length = append (plain, length, "ay", 2);
          at += at < end && *at == 'e';
        }
      else if (!append_decomposed (c, plain, &length) && !g_unichar_ismark (c))
        *others += 1;
    }
  return length;
}

BsSpan
bs_plain_lower (BsSpan plain, char *lower)
{
  for (gsize i = 0; i < plain.length; i++)
    {
      char c = plain.start[i];
      lower[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
  return bs_span (lower, plain.length);
}
