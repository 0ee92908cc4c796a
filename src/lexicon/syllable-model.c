#include "lexicon/syllable-model.h"

#include <math.h>

/* Weights of one window, by the place of the letter in it. */
typedef struct
{
  gint8 of[BS_SYLLABLE_VOWEL_WINDOW];
} Weights;

/* Probabilities are whole numbers of 1/PROBABILITY_UNIT, so that every machine rounds alike. */
#define PROBABILITY_UNIT 65536
#define WIDEST_SUM 256

struct _BsSyllableModel
{
  GHashTable *windows; /* from packed symbols to index + 1 in weights */
  GArray *weights;     /* of Weights */
  guint size;
  guint32 probability[2 * WIDEST_SUM + 1];
};

guint
bs_syllable_symbols (BsSpan letters, guint8 *symbols)
{
  guint n = 0;

  symbols[n++] = BS_SYLLABLE_EDGE;
  for (gsize i = 0; i < letters.length && n <= BS_SYLLABLE_MODEL_MAX; i++)
    if (g_ascii_islower (letters.start[i]))
      symbols[n++] = (guint8)(letters.start[i] - 'a' + 1);
  symbols[n++] = BS_SYLLABLE_EDGE;
  return n;
}

static gboolean
is_vowel (guint8 symbol)
{
  return symbol != BS_SYLLABLE_EDGE && strchr ("aeiouy", 'a' - 1 + symbol) != NULL;
}

guint
bs_syllable_window (guint8 symbol)
{
  if (symbol == BS_SYLLABLE_EDGE)
    return 0;
  return is_vowel (symbol) ? BS_SYLLABLE_VOWEL_WINDOW : BS_SYLLABLE_CONSONANT_WINDOW;
}

int
bs_syllable_bias (guint8 symbol)
{
  return is_vowel (symbol) ? BS_SYLLABLE_WEIGHT_UNIT : -4 * BS_SYLLABLE_WEIGHT_UNIT;
}

/* 1 / (1 + exp (-s)) for every sum in units. The rounding keeps what a mathematics library's last bit may differ in out
 * of the result. */
static void
fill_probabilities (BsSyllableModel *model)
{
  for (int sum = -WIDEST_SUM; sum <= WIDEST_SUM; sum++)
    {
      double p = 1. / (1. + exp (-(double)sum / BS_SYLLABLE_WEIGHT_UNIT));
      model->probability[sum + WIDEST_SUM] = (guint32)(p * PROBABILITY_UNIT + .5);
    }
}

static Weights *
window_weights (BsSyllableModel *model, guint32 key)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (model->windows, GUINT_TO_POINTER (key)));

  if (index == 0)
    {
      g_array_set_size (model->weights, model->weights->len + 1);
      index = model->weights->len;
      g_hash_table_insert (model->windows, GUINT_TO_POINTER (key), GUINT_TO_POINTER (index));
    }
  return &g_array_index (model->weights, Weights, index - 1);
}

/* "mC -38" */
static gboolean
read_weight (BsSyllableModel *model, const char *line, const char *end)
{
  const char *blank = memchr (line, ' ', (gsize)(end - line));
  gsize length = blank != NULL ? (gsize)(blank - line) : 0;
  guint32 key = 0;
  int place = -1;
  gint64 weight;
  char *stop;

  if (length == 0 || length > BS_SYLLABLE_VOWEL_WINDOW)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (line[i] != '_' && !g_ascii_isalpha (line[i]))
        return FALSE;
      if (g_ascii_isupper (line[i]) && place >= 0)
        return FALSE;
      if (g_ascii_isupper (line[i]))
        place = (int)i;
      key = key << 5 | (line[i] == '_' ? BS_SYLLABLE_EDGE : (guint32)(g_ascii_tolower (line[i]) - 'a' + 1));
    }
  weight = g_ascii_strtoll (blank + 1, &stop, 10);
  if (place < 0 || stop != end || stop == blank + 1 || weight < -127 || weight > 127)
    return FALSE;
  /* Every beginning of a window is there too, so that a search can stop at the first that is not. */
  for (guint32 beginning = key >> 5; beginning != 0; beginning >>= 5)
    window_weights (model, beginning);
  window_weights (model, key)->of[place] = (gint8)weight;
  model->size++;
  return TRUE;
}

BsSyllableModel *
bs_syllable_model_new (BsSpan text, GError **error)
{
  g_autoptr (BsSyllableModel) model = g_new0 (BsSyllableModel, 1);
  const char *line = text.start != NULL ? text.start : "", *last = line + text.length;

  model->windows = g_hash_table_new (NULL, NULL);
  model->weights = g_array_new (FALSE, TRUE, sizeof (Weights));
  fill_probabilities (model);
  for (guint number = 1; line < last; number++)
    {
      const char *end = memchr (line, '\n', (gsize)(last - line));
      if (end == NULL)
        end = last;
      if (line < end && *line != '#' && !read_weight (model, line, end))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "line %u is no weight: %.*s", number,
                       (int)MIN (end - line, 40), line);
          return NULL;
        }
      line = end + 1;
    }
  return g_steal_pointer (&model);
}

void
bs_syllable_model_free (BsSyllableModel *model)
{
  if (model == NULL)
    return;
  g_hash_table_unref (model->windows);
  g_array_unref (model->weights);
  g_free (model);
}

guint
bs_syllable_model_size (const BsSyllableModel *model)
{
  return model->size;
}

/* Adds the weights of every window to the sums of the letters it speaks of. A window too wide for a letter has no
 * weight there. */
static void
add_weights (const BsSyllableModel *model, const guint8 *symbols, guint n, int *sums)
{
  for (guint start = 0; start < n; start++)
    {
      guint32 key = 0;
      for (guint i = start; i < n && i < start + BS_SYLLABLE_VOWEL_WINDOW; i++)
        {
          guint index;

          key = key << 5 | symbols[i];
          index = GPOINTER_TO_UINT (g_hash_table_lookup (model->windows, GUINT_TO_POINTER (key)));
          if (index == 0)
            break;
          for (guint letter = start; letter <= i; letter++)
            sums[letter] += g_array_index (model->weights, Weights, index - 1).of[letter - start];
        }
    }
}

static guint
count_piece (const BsSyllableModel *model, BsSpan letters)
{
  guint8 symbols[BS_SYLLABLE_MODEL_MAX + 2];
  int sums[BS_SYLLABLE_MODEL_MAX + 2];
  guint n = bs_syllable_symbols (letters, symbols);
  guint32 heard = PROBABILITY_UNIT / 2;

  for (guint i = 0; i < n; i++)
    sums[i] = bs_syllable_bias (symbols[i]);
  add_weights (model, symbols, n, sums);
  for (guint i = 1; i + 1 < n; i++)
    heard += model->probability[CLAMP (sums[i], -WIDEST_SUM, WIDEST_SUM) + WIDEST_SUM];
  return heard / PROBABILITY_UNIT;
}

guint
bs_syllable_model_count (const BsSyllableModel *model, BsSpan letters)
{
  guint count = 0;

  g_return_val_if_fail (model != NULL, 0);
  while (letters.length > BS_SYLLABLE_MODEL_MAX)
    {
      count += count_piece (model, bs_span (letters.start, BS_SYLLABLE_MODEL_MAX));
      letters = bs_span (letters.start + BS_SYLLABLE_MODEL_MAX, letters.length - BS_SYLLABLE_MODEL_MAX);
    }
  return count + (letters.length > 0 ? count_piece (model, letters) : 0);
}
