/* starts.h: whether three letters are the first ones of any word of a list: what is cheap to ask, and false for nearly
 * all text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Third letters by the first two, a bit each; another one where the word has two. */
typedef struct {
  guint32 third[26 * 26];
} BsStarts;

/* From 0; 26 and more are no letters. */
static inline guint
bs_starts_letter (char c)
{
  return (guint) ((guchar) c | 0x20) - 'a';
}

/* FALSE where none is, whatever their case; TRUE also where there is one letter alone. Three bytes must be readable. */
static inline gboolean
bs_starts_has (const BsStarts *starts, const char *at)
{
  guint first = bs_starts_letter (at[0]), second = bs_starts_letter (at[1]), third = bs_starts_letter (at[2]);

  return first >= 26 || second >= 26 || (starts->third[first * 26 + second] >> MIN (third, 26) & 1) != 0;
}

/* Adds those of a word. */
static inline void
bs_starts_add (BsStarts *starts, const char *word)
{
  if (g_ascii_isalpha (word[0]) && g_ascii_isalpha (word[1]))
    starts->third[bs_starts_letter (word[0]) * 26 + bs_starts_letter (word[1])]
        |= 1u << MIN (bs_starts_letter (word[2]), 26);
}

/* The same of the words of a list that NULL ends. */
static inline void
bs_starts_add_all (BsStarts *starts, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    bs_starts_add (starts, words[i]);
}

#define BS_STARTS_LISTS 4

/* Those of a few lists, found when first asked for; static, with the lists filled in. */
typedef struct {
  const char *const *lists[BS_STARTS_LISTS]; /* NULL where there are fewer */
  BsStarts starts;
  gsize    found;
} BsStartsOfLists;

/* Safe from any thread. */
static inline const BsStarts *
bs_starts_of (BsStartsOfLists *of)
{
  if (g_once_init_enter (&of->found))
    {
      for (guint i = 0; i < BS_STARTS_LISTS && of->lists[i] != NULL; i++)
        bs_starts_add_all (&of->starts, of->lists[i]);
      g_once_init_leave (&of->found, 1);
    }
  return &of->starts;
}

G_END_DECLS
