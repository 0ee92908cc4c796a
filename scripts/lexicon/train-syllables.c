/* train-syllables: learns the weights of src/lexicon/syllable-model.h from the CMU Pronouncing Dictionary.
 *
 *   train-syllables [--keep N] [--fold K] cmudict.dict > syllable-weights.txt
 *
 * The dictionary says how many vowels a word has and not where; so the likelihood of the count is summed over all ways
 * of choosing that many letters, and each letter learns from the difference between its probability given the count and
 * its probability without (expectation, then a step of FTRL-proximal, which drives useless weights to zero: McMahan et
 * al. 2013). Then the N heaviest are kept, fitted again by themselves, and rounded.
 * With --fold K (0 to 9) a tenth of the words is held out, and standard error tells how many of them come out right. */
#include "write-weights.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_SYMBOLS (BS_SYLLABLE_MODEL_MAX + 2)
#define MAX_COUNT 24
#define LEAST_USES 3
#define KEPT 13900

typedef struct
{
  guint8 symbols[MAX_SYMBOLS];
  guint8 n_symbols;
  guint8 count; /* syllables, by the dictionary */
  gboolean held_out;
  guint32 *features; /* of all letters in turn, each letter's list ended by G_MAXUINT32 */
} Word;

typedef struct
{
  guint64 key; /* symbols of the window, five bits each, and the place of the letter in it */
  guint32 uses;
  float z, n;     /* FTRL's sums: adjusted gradients, squared gradients */
  float weight;   /* as learned */
  float in_force; /* as the model will have it: the nearest level, or, until then, as learned */
} Feature;

typedef struct
{
  float alpha, l1, l2;
} Rates;

static GArray *words;      /* of Word */
static GArray *features;   /* of Feature */
static gboolean in_levels; /* whether weights count by their level */

static guint64
window_key (const guint8 *symbols, guint start, guint length, guint letter)
{
  guint64 key = 0;

  for (guint i = 0; i < length; i++)
    key = key << 5 | symbols[start + i];
  return key << 3 | (letter - start);
}

/* Calls `found` for every window around the letter that lies inside the word and its edges. */
static void
each_window (const Word *word, guint letter, void (*found) (guint64 key, gpointer data), gpointer data)
{
  guint widest = bs_syllable_window (word->symbols[letter]);

  for (guint length = 1; length <= widest; length++)
    for (guint start = letter + 1 > length ? letter + 1 - length : 0; start <= letter; start++)
      if (start + length <= word->n_symbols)
        found (window_key (word->symbols, start, length, letter), data);
}

static void
count_key (guint64 key, gpointer table)
{
  gsize uses = GPOINTER_TO_SIZE (g_hash_table_lookup (table, GSIZE_TO_POINTER (key)));

  g_hash_table_insert (table, GSIZE_TO_POINTER (key), GSIZE_TO_POINTER (uses + 1));
}

typedef struct
{
  GHashTable *ids;
  GArray *list;
} Lookup;

static void
look_key_up (guint64 key, gpointer data)
{
  Lookup *lookup = data;
  gpointer id;

  if (g_hash_table_lookup_extended (lookup->ids, GSIZE_TO_POINTER (key), NULL, &id))
    {
      guint32 number = GPOINTER_TO_UINT (id);
      g_array_append_val (lookup->list, number);
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Feature *left = a, *right = b;

  return left->key < right->key ? -1 : left->key > right->key;
}

/* Numbers all windows of the training words that occur often enough. */
static void
number_features (void)
{
  g_autoptr (GHashTable) uses = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      for (guint letter = 1; !word->held_out && letter + 1 < word->n_symbols; letter++)
        each_window (word, letter, count_key, uses);
    }
  features = g_array_new (FALSE, TRUE, sizeof (Feature));
  g_hash_table_iter_init (&iter, uses);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_SIZE (value) >= LEAST_USES)
      {
        Feature feature = { .key = GPOINTER_TO_SIZE (key), .uses = GPOINTER_TO_UINT (value) };
        g_array_append_val (features, feature);
      }
  g_array_sort (features, compare_keys);
}

static void
list_features (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < features->len; i++)
    g_hash_table_insert (ids, GSIZE_TO_POINTER (g_array_index (features, Feature, i).key), GUINT_TO_POINTER (i));
  for (guint i = 0; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);
      Lookup lookup = { ids, list };
      guint32 end = G_MAXUINT32;

      g_array_set_size (list, 0);
      for (guint letter = 1; letter + 1u < word->n_symbols; letter++)
        {
          each_window (word, letter, look_key_up, &lookup);
          g_array_append_val (list, end);
        }
      g_free (word->features);
      word->features = g_memdup2 (list->data, list->len * sizeof (guint32));
    }
}

/* The probability of each letter (1 to n - 2) under the present weights. */
static void
letter_probabilities (const Word *word, double *p)
{
  const guint32 *id = word->features;

  for (guint letter = 1; letter + 1u < word->n_symbols; letter++, id++)
    {
      double sum = (double)bs_syllable_bias (word->symbols[letter]) / BS_SYLLABLE_WEIGHT_UNIT;
      for (; *id != G_MAXUINT32; id++)
        sum += (double)g_array_index (features, Feature, *id).in_force;
      sum = CLAMP (sum, -12., 12.);
      p[letter] = 1. / (1. + exp (-sum));
    }
}

/* The probability of each letter given that the word has `count` in all: forward and backward sums over how many of
 * the letters before, and after, are heard. */
static void
letter_posteriors (const Word *word, const double *p, double *q)
{
  double before[MAX_SYMBOLS + 1][MAX_COUNT + 1] = { { 0 } }, after[MAX_SYMBOLS + 1][MAX_COUNT + 1] = { { 0 } };
  guint n = word->n_symbols - 2, count = word->count;
  double all;

  before[0][0] = 1;
  for (guint i = 1; i <= n; i++)
    for (guint k = 0; k <= count; k++)
      before[i][k] = before[i - 1][k] * (1 - p[i]) + (k > 0 ? before[i - 1][k - 1] * p[i] : 0);
  after[n + 1][0] = 1;
  for (guint i = n; i >= 1; i--)
    for (guint k = 0; k <= count; k++)
      after[i][k] = after[i + 1][k] * (1 - p[i]) + (k > 0 ? after[i + 1][k - 1] * p[i] : 0);
  all = MAX (before[n][count], 1e-30);
  for (guint i = 1; i <= n; i++)
    {
      double others = 0;
      for (guint k = 0; k < count; k++)
        others += before[i - 1][k] * after[i + 1][count - 1 - k];
      q[i] = CLAMP (p[i] * others / all, 0., 1.);
    }
}

/* The level next to a weight: its number; -1 where that is 0. */
static int
nearest_level (float weight)
{
  int best = -1;
  float distance = fabsf (weight);

  for (int level = 0; level < BS_SYLLABLE_N_LEVELS; level++)
    {
      float away = fabsf (weight - (float)bs_syllable_level ((guint)level) / BS_SYLLABLE_WEIGHT_UNIT);
      if (away < distance)
        {
          best = level;
          distance = away;
        }
    }
  return best;
}

static float
weight_in_force (float weight)
{
  int level = in_levels ? nearest_level (weight) : -1;

  if (!in_levels)
    return weight;
  return level < 0 ? 0 : (float)bs_syllable_level ((guint)level) / BS_SYLLABLE_WEIGHT_UNIT;
}

static void
step (Feature *feature, float gradient, const Rates *rates)
{
  float n = feature->n + gradient * gradient;
  float sigma = (sqrtf (n) - sqrtf (feature->n)) / rates->alpha;

  feature->z += gradient - sigma * feature->weight;
  feature->n = n;
  if (fabsf (feature->z) <= rates->l1)
    feature->weight = 0;
  else
    feature->weight
        = -(feature->z - copysignf (rates->l1, feature->z)) / ((1.f + sqrtf (n)) / rates->alpha + rates->l2);
  feature->in_force = weight_in_force (feature->weight);
}

static void
learn_word (const Word *word, const Rates *rates)
{
  double p[MAX_SYMBOLS], q[MAX_SYMBOLS];
  const guint32 *id = word->features;

  letter_probabilities (word, p);
  letter_posteriors (word, p, q);
  for (guint letter = 1; letter + 1u < word->n_symbols; letter++, id++)
    for (; *id != G_MAXUINT32; id++)
      step (&g_array_index (features, Feature, *id), (float)(p[letter] - q[letter]), rates);
}

static guint
count_of (const Word *word)
{
  double p[MAX_SYMBOLS], sum = 0;

  letter_probabilities (word, p);
  for (guint letter = 1; letter + 1u < word->n_symbols; letter++)
    sum += p[letter];
  return (guint)(sum + .5);
}

static void
report (const char *what)
{
  guint n[2] = { 0, 0 }, right[2] = { 0, 0 }, used = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      n[word->held_out]++;
      right[word->held_out] += count_of (word) == word->count;
    }
  for (guint i = 0; i < features->len; i++)
    used += g_array_index (features, Feature, i).in_force != 0.f;
  g_printerr ("%s: %u weights, learned words %.2f %% right (%u wrong), held out %.2f %%\n", what, used,
              100. * right[0] / MAX (n[0], 1), n[0] - right[0], 100. * right[1] / MAX (n[1], 1));
}

/* The same order on every machine: a generator of our own. */
static void
learn (guint rounds, const Rates *rates, const char *what)
{
  g_autofree guint32 *order = g_new (guint32, words->len);
  guint64 state = 20241217;

  for (guint i = 0; i < words->len; i++)
    order[i] = i;
  for (guint round = 0; round < rounds; round++)
    {
      for (guint i = words->len - 1; i > 0; i--)
        {
          guint32 j, swap = order[i];
          state = state * 6364136223846793005u + 1442695040888963407u;
          j = (guint32)((state >> 33) % (i + 1));
          order[i] = order[j];
          order[j] = swap;
        }
      for (guint i = 0; i < words->len; i++)
        {
          const Word *word = &g_array_index (words, Word, order[i]);
          if (!word->held_out)
            learn_word (word, rates);
        }
    }
  report (what);
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  float left = fabsf (((const Feature *)a)->weight), right = fabsf (((const Feature *)b)->weight);

  return left > right ? -1 : left < right ? 1 : compare_keys (a, b);
}

static void
keep_heaviest (guint n)
{
  g_array_sort (features, compare_weights);
  g_array_set_size (features, MIN (n, features->len));
  g_array_sort (features, compare_keys);
  for (guint i = 0; i < features->len; i++)
    {
      Feature *feature = &g_array_index (features, Feature, i);
      feature->n = 0;
      feature->z = -feature->weight / 8; /* start near where it was */
    }
  list_features ();
}

/* From now on weights count by their level. */
static void
keep_levels (void)
{
  in_levels = TRUE;
  for (guint i = 0; i < features->len; i++)
    {
      Feature *feature = &g_array_index (features, Feature, i);
      feature->in_force = weight_in_force (feature->weight);
    }
}

static void
print_weights (void)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, TRUE, sizeof (Run));
  g_autofree char *text = NULL;

  for (guint i = 0; i < features->len; i++)
    {
      const Feature *feature = &g_array_index (features, Feature, i);
      int level = nearest_level (feature->weight);
      Run run = { .letter = feature->key & 7, .level = (guint)level };

      for (guint64 key = feature->key >> 3; key != 0; key >>= 5)
        run.length++;
      for (guint64 key = feature->key >> 3, at = run.length; key != 0; key >>= 5)
        run.symbols[--at] = key & 31;
      if (level >= 0)
        g_array_append_val (runs, run);
    }
  text = write_weights (runs);
  fputs (text, stdout);
}

/* Takes one line, "word PH ON1 EM0 ES"; words of a to z with a vowel, first pronunciations only. */
static void
take_line (const char *line, int fold)
{
  gsize length = strspn (line, "abcdefghijklmnopqrstuvwxyz");
  Word word = { 0 };
  guint32 hash = 2166136261u;

  if (length == 0 || line[length] != ' ' || length > BS_SYLLABLE_MODEL_MAX)
    return;
  for (const char *c = line + length; *c != '\0' && *c != '#'; c++)
    word.count += g_ascii_isdigit (*c);
  if (word.count == 0 || word.count > MAX_COUNT)
    return;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)line[i]) * 16777619u;
  word.held_out = fold >= 0 && (int)(hash % 10) == fold;
  word.n_symbols = (guint8)bs_syllable_symbols (bs_span (line, length), word.symbols);
  g_array_append_val (words, word);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  int keep = KEPT, fold = -1;
  const GOptionEntry entries[] = { { "keep", 0, 0, G_OPTION_ARG_INT, &keep, "how many weights to keep", "N" },
                                   { "fold", 0, 0, G_OPTION_ARG_INT, &fold, "hold out the tenth K of the words", "K" },
                                   { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new ("CMUDICT");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2
      || !g_file_get_contents (argv[1], &text, NULL, &error))
    {
      g_printerr ("train-syllables: %s\n", error != NULL ? error->message : "give the dictionary's file");
      return 2;
    }
  words = g_array_new (FALSE, FALSE, sizeof (Word));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    take_line (lines[i], fold);
  number_features ();
  list_features ();
  learn (12, &(Rates){ .3f, .8f, .1f }, "all windows");
  keep_heaviest ((guint)keep);
  learn (16, &(Rates){ .3f, .02f, .5f }, "kept windows");
  keep_levels ();
  learn (12, &(Rates){ .3f, .02f, .5f }, "in levels");
  print_weights ();
  return 0;
}
