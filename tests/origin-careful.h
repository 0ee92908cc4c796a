/* origin-careful.h: capitals and notes at a paragraph's end sought at every byte: what clean/capital.h and
 * bs_origin_tail() are compared with. For tests only. */
#pragma once

#include "clean/origin.h"
#include "clean/phrase.h"

static inline gboolean
careful_is_capital (const char *text, gsize i)
{
  return g_ascii_isupper (text[i]) && !(i > 0 && g_ascii_isupper (text[i - 1]))
         && !(i > 1 && text[i - 1] == ' ' && g_ascii_isalpha (text[i - 2]));
}

static inline gboolean
is_behind_sentence (const char *start, const char *at)
{
  while (at > start && strchr (" _*(\n", at[-1]) != NULL)
    at--;
  while (at > start && strchr (")]\"'", at[-1]) != NULL)
    at--;
  return at > start && (strchr (".!?_", at[-1]) != NULL || (guchar) at[-1] >= 0x80);
}

/* Where the last sentence starts; 0 where it is the first. */
static inline gsize
last_sentence (const char *text, gsize length)
{
  for (gsize i = length; i-- > 4;)
    if (text[i] == ' ' && strchr (".!?\")", text[i - 1]) != NULL && i + 2 < length && g_ascii_isupper (text[i + 1])
        && !g_ascii_isupper (text[i - 2])
        && (text[i - 1] != '.' || (g_ascii_isalnum (text[i - 3]) && g_ascii_isalnum (text[i - 4]))))
      return i + 1;
  return 0;
}

static inline gsize
contributors (const char *text, gsize length, GString *folded)
{
  static const char *const KINDS[] = { "contributed to this report", "contributed to this story",
                                       "contributed to this article", "contributed reporting" };
  gsize from = last_sentence (text, length);

  if (from == 0 || length - from > 240)
    return 0;
  bs_phrase_fold (folded, bs_span (text + from, length - from));
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      const char *at = strstr (folded->str, KINDS[i]);

      if (at != NULL && strlen (at) <= strlen (KINDS[i]) + 2)
        return from;
    }
  return 0;
}

static inline gsize
careful_tail (const char *text, GString *folded)
{
  static const char *const OPENINGS[] = { "This ", "A version of this ", "Originally ", "First published ",
                                          "Cross-posted ", "Reprinted ", "Republished ", "Reporting by ",
                                          "Additional reporting by ", "Writing by ", "Editing by " };
  gsize length = strlen (text);

  for (gsize at = length > 240 ? length - 240 : 0; at < length; at++)
    for (guint i = 0; i < G_N_ELEMENTS (OPENINGS); i++)
      {
        if (!g_str_has_prefix (text + at, OPENINGS[i]) || length - at <= strlen (OPENINGS[i])
            || !is_behind_sentence (text, text + at))
          continue;
        bs_phrase_fold (folded, bs_span (text + at, length - at));
        if (bs_is_origin (folded->str) || g_str_has_suffix (OPENINGS[i], "ing by "))
          return at - (at > 0 && text[at - 1] == '(');
      }
  return contributors (text, length, folded);
}
