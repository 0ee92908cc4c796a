/* phrase-careful.h: text folded a character at a time, and phrases sought one by one: what the quick ways of
 * clean/fold.h and clean/phrase.h are compared with. For tests only. */
#pragma once

#include "clean/phrase-internal.h"
#include "clean/phrase-sign.h"

static inline gboolean
stands_at (const char *at, const char *phrase)
{
  gsize length = strlen (phrase);
  gboolean open = phrase[length - 1] == '*';

  length -= open;
  return strncmp (at, phrase, length) == 0
         && (open || !g_ascii_isalnum (at[length]) || !g_ascii_isalnum (phrase[length - 1]));
}

static inline gboolean
is_meant (BsSpan block, const GString *folded, const BsPhrase *phrase, gsize at)
{
  return (phrase->where & SIGN) == 0 || bs_phrase_has_sign (block, folded, phrase, at);
}

static inline gboolean
stands_within (BsSpan block, const GString *text, const BsPhrase *phrase)
{
  const char *folded = text->str;
  gsize length = text->len;

  for (gsize i = 0; i < length; i++)
    if (stands_at (folded + i, phrase->text) && is_meant (block, text, phrase, i)
        && ((phrase->where & LATE) == 0 || i < 40 || i + strlen (phrase->text) + 100 >= length)
        && (i == 0 || !g_ascii_isalnum (phrase->text[0]) || !g_ascii_isalnum (folded[i - 1])))
      return TRUE;
  return FALSE;
}

static inline gboolean
is_quoting (const BsPhrase *phrase, const GString *folded, const BsLook *look)
{
  gboolean promotes = phrase->aside == BS_ASIDE_PROMO || phrase->aside == BS_ASIDE_NAVIGATION;

  if (promotes && (phrase->where & WITHIN)
      && ((look->flags & BS_LOOK_QUOTE) || strstr (folded->str, ",\" ") != NULL))
    return TRUE;
  return (promotes || phrase->aside == BS_ASIDE_LEGAL || phrase->aside == BS_ASIDE_CREDIT)
         && (look->flags & BS_LOOK_STOP) && strchr (folded->str, ':') == NULL && bs_phrase_is_told (folded);
}

static inline gboolean
is_whole (const char *folded, const char *phrase)
{
  const char *rest = folded + strlen (phrase);

  return g_str_has_prefix (folded, phrase)
         && (*rest == '\0' || (rest[1] == '\0' && strchr (":.!>", *rest) != NULL));
}

static inline gboolean
fits (const BsPhrase *phrase, BsSpan block, const GString *text, const BsLook *look, BsPhrasePlace place)
{
  const char *folded = text->str;

  if (look->words > phrase->words || ((phrase->where & EDGE) && place == BS_PLACE_INSIDE)
      || ((phrase->where & LAST) == LAST && place != BS_PLACE_LAST)
      || ((phrase->where & (OPEN | END)) && (look->flags & BS_LOOK_STOP))
      || is_quoting (phrase, text, look)
      || ((phrase->where & ADDRESS) && look->digits < 7 && strchr (folded, '@') == NULL))
    return FALSE;
  if (phrase->where & WHOLE)
    return is_whole (folded, phrase->text);
  if (phrase->where & START)
    return stands_at (folded, phrase->text) && is_meant (block, text, phrase, 0);
  if (phrase->where & END)
    return g_str_has_suffix (folded, phrase->text);
  return stands_within (block, text, phrase);
}

static inline gboolean
is_asked (BsSpan block, guint hints)
{
  const char *first = bs_phrase_first_letter (block), *end = block.start + block.length;

  return block.length <= 40 || (hints & BS_HINTS_PHRASE) != 0 || (first < end && *first == '\xc2')
         || bs_phrase_is_start (first, end);
}

static inline gboolean
is_let_in (guint phrase, const BsLook *look, gboolean asked, guint hints)
{
  if ((bs_phrases[phrase].where & (WITHIN | END)) == 0)
    return asked;
  return bs_phrase_hint_of (phrase) != 0 ? (bs_phrase_hint_of (phrase) & hints) != 0 : asked && look->words <= 10;
}

static inline BsAside
careful_find (BsSpan block, const BsLook *look, BsPhrasePlace place, const GString *folded)
{
  guint hints = bs_phrase_hints (block);
  gboolean asked = is_asked (block, hints);

  for (guint i = 0; i < bs_n_phrases && look->words <= 120 && (look->flags & BS_LOOK_LONG) == 0; i++)
    if (is_let_in (i, look, asked, hints) && fits (&bs_phrases[i], block, folded, look, place))
      return bs_phrases[i].aside;
  return BS_KEPT;
}

static inline void
careful_fold (GString *folded, const char *at, const char *end)
{
  static const char *const CURLY[]
      = { "‘'", "’'", "“\"", "”\"", "‐-", "‑-", "–-", "—-" };

  g_string_truncate (folded, 0);
  while (at < end)
    {
      gsize bytes = 1;
      char plain = (guchar) *at <= ' ' ? ' ' : g_ascii_tolower (*at);

      for (guint i = 0; i < G_N_ELEMENTS (CURLY); i++)
        if (end - at > 2 && memcmp (at, CURLY[i], 3) == 0)
          {
            plain = CURLY[i][3];
            bytes = 3;
          }
      if (plain != ' ' || (folded->len > 0 && folded->str[folded->len - 1] != ' '))
        g_string_append_c (folded, plain);
      at += bytes;
    }
}
