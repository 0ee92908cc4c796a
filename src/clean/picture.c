#include "clean/picture.h"

#define WORDS_MAX 70
#define CREDIT_MIN 8 /* bytes in the bracket */
#define CREDIT_MAX 80

/* "via", "for", "of" between the names. */
static gboolean
is_small_word (const char *word, gsize length)
{
  static const char *const WORDS[]
      = { "via", "for", "of", "the", "and", "left", "right", "top", "file", "by", "de", "von", "van", "di", "du", "la" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strlen (WORDS[i]) == length && strncmp (WORDS[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Words with capitals, two or more before the first stroke, one or more behind the last. */
static gboolean
is_credit (const char *at, const char *end)
{
  guint names = 0, strokes = 0;

  while (at < end)
    {
      const char *word = at;

      while (at < end && *at != ' ' && *at != ',' && *at != '/')
        at++;
      if (g_unichar_isupper (g_utf8_get_char (word)))
        names++;
      else if (at > word && !is_small_word (word, (gsize)(at - word)))
        return FALSE;
      if (at < end && *at == '/')
        {
          if (names < (strokes == 0 ? 2 : 1))
            return FALSE;
          strokes++;
          names = 0;
        }
      at += at < end;
    }
  return strokes > 0 && names > 0;
}

gboolean
bs_is_picture_credit (BsSpan block, const BsLook *look)
{
  const char *end = block.start + block.length - 1, *open = end, *before;

  if (look->words > WORDS_MAX || (look->flags & BS_LOOK_LONG) || block.length < CREDIT_MIN || *end != ')')
    return FALSE;
  while (open > block.start && *open != '(' && end - open <= CREDIT_MAX)
    open--;
  before = open;
  while (before > block.start && (before[-1] == ' ' || before[-1] == '\n'))
    before--;
  if (*open != '(' || before == block.start || strchr (".!?\"", before[-1]) == NULL)
    return FALSE;
  for (open++; open < end && *open == ' ';)
    open++;
  return end - open >= CREDIT_MIN && is_credit (open, end);
}
