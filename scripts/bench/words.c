#include "words.h"

static const char *const onsets[] = { "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t",
  "v", "w", "br", "cl", "dr", "fl", "gr", "pl", "sh", "st", "th", "tr", "ch", "sp" };
static const char *const vowels[] = { "a", "e", "i", "o", "u", "ai", "ea", "ou" };
static const char *const ends[] = { "", "n", "r", "l", "s", "t", "d", "ck", "st", "nd", "ly", "ning", "ness" };
static const char *const middles[] = { "", "", "n", "r", "l", "m" };

/* How much of all running words stands past the first so many types, and where the next knot is. */
static const struct { double rank, beyond; } knots[] = { { 100, .504 }, { 1024, .269 }, { 4096, .136 }, { 8192, .082 },
  { 16384, .043 }, { 32768, .019 }, { 65536, .007 }, { 1e9, 5.8e-9 } };

Words *
words_new (GPtrArray *real)
{
  Words *words = g_new0 (Words, 1);

  words->real = real;
  words->made = g_ptr_array_new_with_free_func (g_free);
  words->types = WORDS_HEAD + 1;
  return words;
}

/* An onset is never empty, and none begins with what may end a syllable before another: a word can be divided in one
 * way only, so two numbers are never one word. */
static char *
make_word (guint number)
{
  guint n_onsets = G_N_ELEMENTS (onsets);
  guint n_ends = G_N_ELEMENTS (ends);
  guint n_ones = n_onsets * 8 * n_ends;
  guint n_twos = n_ones * n_onsets * 8 * 5;
  guint syllables = number < n_ones / 4 ? 1 : number < n_twos / 4 ? 2 : 3;
  guint64 room = syllables == 1 ? n_ones : syllables == 2 ? n_twos : (guint64) n_twos * n_onsets * 8 * 5;
  guint64 left = number * G_GUINT64_CONSTANT (1000000007) % room; /* a prime: every number its own place */
  GString *word = g_string_new (NULL);

  for (guint i = 1; i < syllables; i++) {
    g_string_append (word, onsets[left % n_onsets]);
    left /= n_onsets;
    g_string_append (word, vowels[left % 8]);
    left /= 8;
    g_string_append (word, middles[1 + left % 5]);
    left /= 5;
  }
  g_string_append (word, onsets[left % n_onsets]);
  left /= n_onsets;
  g_string_append (word, vowels[left % 8]);
  g_string_append (word, ends[left / 8 % n_ends]);
  return g_string_free (word, FALSE);
}

const char *
words_get (Words *words, guint rank)
{
  guint n_real = words->real->len;

  if (rank < n_real)
    return g_ptr_array_index (words->real, rank);
  while (words->made->len <= rank - n_real)
    g_ptr_array_add (words->made, make_word (words->made->len));
  return g_ptr_array_index (words->made, rank - n_real);
}

static double
draw_rank (Draw *draw)
{
  double beyond = draw_unit (draw) * knots[0].beyond;
  guint i = 0;
  double share;

  while (i + 2 < G_N_ELEMENTS (knots) && beyond < knots[i + 1].beyond)
    i++;
  share = log (knots[i].beyond / beyond) / log (knots[i].beyond / knots[i + 1].beyond);
  return knots[i].rank * pow (knots[i + 1].rank / knots[i].rank, share);
}

guint
words_draw (Words *words, Draw *draw)
{
  double rank;

  if (words->types < WORDS_K * pow ((double) words->tokens + 1, WORDS_BETA))
    return words->types++;
  do
    rank = draw_rank (draw);
  while (rank >= words->types);
  return (guint) rank;
}
