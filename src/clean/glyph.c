#include "clean/glyph.h"
#include "clean/letter-model.h"

static BsGlyph
letter (gunichar c)
{
  gboolean latin;

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return BS_GLYPH_IDEOGRAPH;
    case G_UNICODE_SCRIPT_LATIN:
      latin = TRUE;
      break;
    default:
      latin = FALSE;
      break;
    }
  if (g_unichar_isupper (c))
    return latin ? BS_GLYPH_CAPITAL : BS_GLYPH_CAPITAL_2;
  if (g_unichar_islower (c))
    return latin ? BS_GLYPH_SMALL : BS_GLYPH_SMALL_2;
  return BS_GLYPH_UNCASED;
}

static gboolean
is_among (gunichar c, const char *signs)
{
  return g_utf8_strchr (signs, -1, c) != NULL;
}

static BsGlyph
sign (gunichar c)
{
  if (c == 0xa0 || c == 0x3000)
    return BS_GLYPH_BLANK;
  if (is_among (c, "“‘„‚«‹「『（〈《【"))
    return BS_GLYPH_OPEN;
  if (is_among (c, "”»›…」』）〉》】。，、；：！？．・‥؟،؛΄·"))
    return BS_GLYPH_CLOSE;
  if (is_among (c, "’´ʼ"))
    return BS_GLYPH_APOSTROPHE;
  if (is_among (c, "–—―‐‑־−"))
    return BS_GLYPH_DASH;
  if (c == 0xa1 || c == 0xbf)
    return BS_GLYPH_INVERTED;
  if (c == 0xae || c == 0x2122)
    return BS_GLYPH_TRADE;
  if (is_among (c, "°²³¹½¼¾‰ºª％"))
    return BS_GLYPH_RAISED;
  if (g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL && c != 0xa4)
    return BS_GLYPH_CURRENCY;
  if (c == 0xa4 || (c >= 0x2320 && c <= 0x2321) || (c >= 0x2500 && c <= 0x25a0))
    return BS_GLYPH_BOX;
  return BS_GLYPH_SYMBOL;
}

BsGlyph
bs_glyph_of (gunichar c)
{
  if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f')
    return BS_GLYPH_SPACE;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || !g_unichar_isdefined (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
    return BS_GLYPH_NONE;
  if (g_unichar_isdigit (c))
    return BS_GLYPH_DIGIT;
  if (g_unichar_ismark (c))
    return g_unichar_get_script (c) == G_UNICODE_SCRIPT_INHERITED ? BS_GLYPH_MARK : BS_GLYPH_UNCASED;
  if (c == 0xaa || c == 0xba)
    return BS_GLYPH_RAISED;
  if (g_unichar_isalpha (c))
    return letter (c);
  return c < 0x80 ? BS_GLYPH_POINT : sign (c);
}

gboolean
bs_glyph_is_letter (BsGlyph glyph)
{
  return (glyph >= BS_GLYPH_CAPITAL && glyph <= BS_GLYPH_IDEOGRAPH) || glyph == BS_GLYPH_MARK;
}

guint16
bs_glyph_cost (BsGlyph glyph)
{
  static const guint8 BITS[BS_N_GLYPHS] = {
    [BS_GLYPH_SPACE] = 3,     [BS_GLYPH_DIGIT] = 6,      [BS_GLYPH_POINT] = 5, [BS_GLYPH_OPEN] = 6,
    [BS_GLYPH_CLOSE] = 6,     [BS_GLYPH_APOSTROPHE] = 5, [BS_GLYPH_DASH] = 6,  [BS_GLYPH_CURRENCY] = 10,
    [BS_GLYPH_RAISED] = 13,   [BS_GLYPH_SYMBOL] = 13,    [BS_GLYPH_BLANK] = 8, [BS_GLYPH_BOX] = 26,
    [BS_GLYPH_INVERTED] = 12, [BS_GLYPH_TRADE] = 10,     [BS_GLYPH_NONE] = 31,
  };

  return BITS[glyph] * BS_BIT;
}

static gboolean
is_alphabetic (BsGlyph glyph)
{
  return glyph >= BS_GLYPH_CAPITAL && glyph <= BS_GLYPH_UNCASED;
}

/* Letters one behind the other. */
static guint
bits_in_word (BsGlyph first, BsGlyph second)
{
  gboolean latin = first <= BS_GLYPH_SMALL, also_latin = second <= BS_GLYPH_SMALL;

  if (latin != also_latin || (first == BS_GLYPH_UNCASED) != (second == BS_GLYPH_UNCASED))
    return 14;
  if ((first == BS_GLYPH_SMALL && second == BS_GLYPH_CAPITAL)
      || (first == BS_GLYPH_SMALL_2 && second == BS_GLYPH_CAPITAL_2))
    return 24;
  return first == BS_GLYPH_CAPITAL || first == BS_GLYPH_CAPITAL_2 ? 1 : 0;
}

static guint
bits_behind_letter (BsGlyph sign)
{
  switch (sign)
    {
    case BS_GLYPH_OPEN:
    case BS_GLYPH_INVERTED:
      return 20;
    case BS_GLYPH_CURRENCY:
    case BS_GLYPH_RAISED:
    case BS_GLYPH_SYMBOL:
      return 8;
    case BS_GLYPH_BOX:
      return 14;
    case BS_GLYPH_DIGIT:
      return 10;
    default:
      return 0;
    }
}

static guint
bits_before_letter (BsGlyph sign)
{
  switch (sign)
    {
    case BS_GLYPH_CLOSE:
      return 12;
    case BS_GLYPH_CURRENCY:
    case BS_GLYPH_RAISED:
    case BS_GLYPH_TRADE:
      return 8;
    case BS_GLYPH_SYMBOL:
      return 6;
    case BS_GLYPH_BOX:
      return 14;
    case BS_GLYPH_DIGIT:
    case BS_GLYPH_POINT:
      return 2;
    default:
      return 0;
    }
}

static guint
bits_of_pair (BsGlyph first, BsGlyph second)
{
  if (first == BS_GLYPH_MARK || second == BS_GLYPH_MARK)
    return (second == BS_GLYPH_MARK) && !is_alphabetic (first) ? 16 : 0;
  if (first == BS_GLYPH_IDEOGRAPH || second == BS_GLYPH_IDEOGRAPH)
    return is_alphabetic (first) || is_alphabetic (second) ? 12 : 0;
  if (is_alphabetic (first) && is_alphabetic (second))
    return bits_in_word (first, second);
  if (is_alphabetic (first))
    return bits_behind_letter (second);
  if (is_alphabetic (second))
    return bits_before_letter (first);
  if ((first == BS_GLYPH_SPACE && second == BS_GLYPH_CLOSE) || (first == BS_GLYPH_OPEN && second == BS_GLYPH_SPACE))
    return 7;
  if (second == BS_GLYPH_CURRENCY && first == BS_GLYPH_DIGIT)
    return 2;
  if (first == BS_GLYPH_CURRENCY || second == BS_GLYPH_CURRENCY)
    return first == BS_GLYPH_CURRENCY && second != BS_GLYPH_DIGIT ? 5 : 0;
  if (second == BS_GLYPH_RAISED)
    return first == BS_GLYPH_DIGIT ? 0 : 2;
  return 0;
}

guint16
bs_glyph_pair_cost (BsGlyph first, BsGlyph second)
{
  static guint16 costs[BS_N_GLYPHS][BS_N_GLYPHS];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < BS_N_GLYPHS; i++)
        for (guint k = 0; k < BS_N_GLYPHS; k++)
          costs[i][k] = (guint16)(bits_of_pair (i, k) * BS_BIT);
      g_once_init_leave (&once, 1);
    }
  return costs[first][second];
}
