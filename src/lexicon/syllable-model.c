#include "lexicon/syllable-model.h"

#include <math.h>

/* Probabilities are whole numbers of 1/PROBABILITY_UNIT, so that every machine rounds alike. */
#define PROBABILITY_UNIT 65536
#define WIDEST_SUM 256

/* What a weight can be, by size, in units: spread evenly by ratio rather than difference. */
#define LEVELS 5, 8, 12, 16, 21, 27, 36, 48, 68, 110

/* Symbols that a line starts with at most, and that it does not step back from. */
#define BEGINNING 2

#define EXPECTED_STATES 16384
#define N_SYMBOLS 28 /* 1 to 27 are used */

/* The windows as an automaton after Aho and Corasick (1975): the state after a letter is the longest window that ends
 * there, so that a word costs one step a letter however many windows it holds. State 0 is that of no window. */
typedef struct
{
  gint16 of[BS_SYLLABLE_VOWEL_WINDOW]; /* by letters back from the end: the weights of all windows that end here */
  guint16 row;                         /* where to go from here; that of `shorter` where no window goes on */
  guint16 shorter;                     /* the next longest window that ends here */
} State;

/* The row of the next state stands beside it, so that a step waits for one line of the cache and not for two. */
typedef struct
{
  guint16 state, row;
} Step;

typedef struct
{
  Step next[N_SYMBOLS];
} Row;

struct _BsSyllableModel
{
  GArray *states;
  GArray *rows; /* of the states by which longer windows begin, the first that of state 0 */
  guint n_weights;
  guint32 probability[2 * WIDEST_SUM + 1];
};

static inline guint8
symbol_of (char letter)
{
  return (guint8)(letter - 'a' + 1);
}

guint
bs_syllable_symbols (BsSpan letters, guint8 *symbols)
{
  guint n = 0;

  symbols[n++] = BS_SYLLABLE_EDGE;
  for (gsize i = 0; i < letters.length && n <= BS_SYLLABLE_MODEL_MAX; i++)
    if (g_ascii_islower (letters.start[i]))
      symbols[n++] = symbol_of (letters.start[i]);
  symbols[n++] = BS_SYLLABLE_EDGE;
  return n;
}

static inline gboolean
is_vowel (guint8 symbol)
{
  static const gboolean vowels[N_SYMBOLS] = { ['a' - 'a' + 1] = TRUE, ['e' - 'a' + 1] = TRUE, ['i' - 'a' + 1] = TRUE,
                                              ['o' - 'a' + 1] = TRUE, ['u' - 'a' + 1] = TRUE, ['y' - 'a' + 1] = TRUE };

  return vowels[symbol];
}

static inline int
bias_of (guint8 symbol)
{
  return is_vowel (symbol) ? BS_SYLLABLE_WEIGHT_UNIT : -4 * BS_SYLLABLE_WEIGHT_UNIT;
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
  return bias_of (symbol);
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

static State *
state_at (const BsSyllableModel *model, guint state)
{
  return &g_array_index (model->states, State, state);
}

static guint16 *
next_of (const BsSyllableModel *model, guint state, guint symbol)
{
  return &g_array_index (model->rows, Row, state_at (model, state)->row).next[symbol].state;
}

static gboolean
has_row (const BsSyllableModel *model, guint state)
{
  return state == 0 || state_at (model, state)->row != 0;
}

/* The window one symbol longer; 0 where there are too many to number. */
static guint
longer_window (BsSyllableModel *model, guint state, guint symbol)
{
  if (!has_row (model, state))
    {
      state_at (model, state)->row = (guint16)model->rows->len;
      g_array_set_size (model->rows, model->rows->len + 1);
    }
  if (*next_of (model, state, symbol) == 0 && model->states->len <= G_MAXUINT16)
    {
      *next_of (model, state, symbol) = (guint16)model->states->len;
      g_array_set_size (model->states, model->states->len + 1);
    }
  return *next_of (model, state, symbol);
}

int
bs_syllable_level (guint level)
{
  static const gint16 sizes[BS_SYLLABLE_N_LEVELS / 2] = { LEVELS };

  g_return_val_if_fail (level < BS_SYLLABLE_N_LEVELS, 0);
  return level % 2 == 0 ? -sizes[level / 2] : sizes[level / 2];
}

static const char MARKS[] = "!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^`{|}~";
G_STATIC_ASSERT (sizeof MARKS - 1 == 2 * BS_SYLLABLE_N_LEVELS + 1);

char
bs_syllable_mark (guint letter, guint level)
{
  g_return_val_if_fail (letter < 2 && level < BS_SYLLABLE_N_LEVELS, '\0');
  return MARKS[letter * BS_SYLLABLE_N_LEVELS + level];
}

/* Where in the tree a line has come to. */
typedef struct
{
  guint8 symbols[BS_SYLLABLE_VOWEL_WINDOW];
  guint states[BS_SYLLABLE_VOWEL_WINDOW]; /* of the run that ends with each symbol */
  guint length;
  guint letter;  /* the first that the next weight may be for */
  gboolean leaf; /* no run continues this one */
} Path;

static gboolean
step_back (Path *path)
{
  path->leaf = FALSE;
  return path->length-- > BEGINNING;
}

static gboolean
step_to (BsSyllableModel *model, Path *path, char c)
{
  guint8 symbol = c == '_' ? BS_SYLLABLE_EDGE : symbol_of (g_ascii_tolower (c));
  guint state;

  if (path->leaf && !step_back (path))
    return FALSE;
  if (path->length == BS_SYLLABLE_VOWEL_WINDOW || (g_ascii_isupper (c) && path->length < BEGINNING))
    return FALSE;
  state = longer_window (model, path->length > 0 ? path->states[path->length - 1] : 0, symbol);
  path->leaf = g_ascii_isupper (c) || (c == '_' && path->length > 0);
  path->symbols[path->length] = symbol;
  path->states[path->length++] = state;
  path->letter = 0;
  return state != 0;
}

/* Moves on to the letter after `passed` others that may have a weight; FALSE where there is none. */
static gboolean
pass_letters (Path *path, guint passed)
{
  for (; path->letter < path->length; path->letter++)
    if (bs_syllable_window (path->symbols[path->letter]) >= path->length && passed-- == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_mark (BsSyllableModel *model, Path *path, guint mark)
{
  guint level = mark % BS_SYLLABLE_N_LEVELS;

  if (path->length == 0 || !pass_letters (path, mark / BS_SYLLABLE_N_LEVELS))
    return FALSE;
  if (mark == 2 * BS_SYLLABLE_N_LEVELS) /* passes */
    return TRUE;
  state_at (model, path->states[path->length - 1])->of[path->length - 1 - path->letter]
      = (gint16)bs_syllable_level (level);
  path->letter++;
  model->n_weights++;
  return TRUE;
}

/* Returns how many characters of the line were understood. */
static gsize
read_line (BsSyllableModel *model, BsSpan line)
{
  Path path = { .length = 0 };

  for (gsize i = 0; i < line.length; i++)
    {
      char c = line.start[i];
      const char *mark = c != '\0' ? strchr (MARKS, c) : NULL;
      gboolean good = FALSE;

      if (c == '_' || g_ascii_isalpha (c))
        good = step_to (model, &path, c);
      else if (mark != NULL)
        good = read_mark (model, &path, (guint)(mark - MARKS));
      else if (c == ' ')
        good = (!path.leaf || step_back (&path)) && step_back (&path);
      if (!good)
        return i;
    }
  return line.length;
}

/* Completes a state whose `shorter` is complete: takes its weights over, and its steps where there is none of its own.
 * Appends the states that follow to the queue. */
static void
link_state (BsSyllableModel *model, guint state, GArray *queue)
{
  State *states = &g_array_index (model->states, State, 0), *here = &states[state];
  const State *shorter = &states[here->shorter];
  Row *rows = &g_array_index (model->rows, Row, 0), *row = &rows[here->row];
  const Row *otherwise = &rows[shorter->row];

  if (state != 0)
    for (guint back = 0; back < BS_SYLLABLE_VOWEL_WINDOW; back++)
      here->of[back] += shorter->of[back];
  if (!has_row (model, state))
    {
      here->row = shorter->row;
      return;
    }
  for (guint symbol = 1; symbol < N_SYMBOLS; symbol++)
    if (row->next[symbol].state == 0)
      row->next[symbol] = otherwise->next[symbol];
    else
      {
        states[row->next[symbol].state].shorter = state != 0 ? otherwise->next[symbol].state : 0;
        g_array_append_val (queue, row->next[symbol].state);
      }
}

/* Shorter windows first. */
static void
link_states (BsSyllableModel *model)
{
  g_autoptr (GArray) queue = g_array_sized_new (FALSE, FALSE, sizeof (guint16), model->states->len);
  guint16 root = 0;

  g_array_append_val (queue, root);
  for (guint i = 0; i < queue->len; i++)
    link_state (model, g_array_index (queue, guint16, i), queue);
}

/* When all states are linked. */
static void
fill_rows_of_steps (BsSyllableModel *model)
{
  const State *states = &g_array_index (model->states, State, 0);
  Step *steps = g_array_index (model->rows, Row, 0).next;

  for (guint i = 0; i < model->rows->len * N_SYMBOLS; i++)
    steps[i].row = states[steps[i].state].row;
}

BsSyllableModel *
bs_syllable_model_new (BsSpan text, GError **error)
{
  g_autoptr (BsSyllableModel) model = g_new0 (BsSyllableModel, 1);
  const char *line = text.start != NULL ? text.start : "", *last = line + text.length;

  model->states = g_array_set_size (g_array_sized_new (FALSE, TRUE, sizeof (State), EXPECTED_STATES), 1);
  model->rows = g_array_set_size (g_array_sized_new (FALSE, TRUE, sizeof (Row), EXPECTED_STATES / 2), 1);
  fill_probabilities (model);
  for (guint number = 1; line < last; number++)
    {
      const char *end = memchr (line, '\n', (gsize)(last - line));
      if (end == NULL)
        end = last;
      gsize length = (gsize)(end - line);
      gsize good = length == 0 || *line == '#' ? length : read_line (model, bs_span (line, length));
      if (good < length)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_FORMAT, "line %u is no weights from column %" G_GSIZE_FORMAT " on",
                       number, good + 1);
          return NULL;
        }
      line = end + 1;
    }
  link_states (model);
  fill_rows_of_steps (model);
  return g_steal_pointer (&model);
}

void
bs_syllable_model_free (BsSyllableModel *model)
{
  if (model == NULL)
    return;
  g_array_unref (model->states);
  g_array_unref (model->rows);
  g_free (model);
}

guint
bs_syllable_model_size (const BsSyllableModel *model)
{
  return model->n_weights;
}

/* Adds the weights of the windows that end at a letter to the sums of their letters. */
static inline void
add_weights (const State *state, int *sum)
{
  /* written out, as compilers leave a loop one */
  sum[0] += state->of[0];
  sum[-1] += state->of[1];
  sum[-2] += state->of[2];
  sum[-3] += state->of[3];
  sum[-4] += state->of[4];
  sum[-5] += state->of[5];
}
G_STATIC_ASSERT (BS_SYLLABLE_VOWEL_WINDOW == 6);

/* At most BS_SYLLABLE_MODEL_MAX letters. */
static guint
count_piece (const BsSyllableModel *model, BsSpan letters)
{
  const State *states = &g_array_index (model->states, State, 0);
  const Row *rows = &g_array_index (model->rows, Row, 0);
  Step at = rows[states->row].next[BS_SYLLABLE_EDGE];
  int room[BS_SYLLABLE_VOWEL_WINDOW + BS_SYLLABLE_MODEL_MAX + 1];
  int *first = room + BS_SYLLABLE_VOWEL_WINDOW, *sum = first;
  guint32 heard = PROBABILITY_UNIT / 2;

  for (int before = 1; before <= BS_SYLLABLE_VOWEL_WINDOW; before++)
    first[-before] = 0;
  for (gsize i = 0; i < letters.length; i++)
    if (letters.start[i] >= 'a' && letters.start[i] <= 'z')
      {
        guint8 symbol = symbol_of (letters.start[i]);
        at = rows[at.row].next[symbol];
        *sum = bias_of (symbol);
        add_weights (&states[at.state], sum++);
      }
  *sum = 0;
  add_weights (&states[rows[at.row].next[BS_SYLLABLE_EDGE].state], sum);
  while (sum-- > first)
    heard += model->probability[CLAMP (*sum, -WIDEST_SUM, WIDEST_SUM) + WIDEST_SUM];
  return heard / PROBABILITY_UNIT;
}

guint
bs_syllable_model_count (const BsSyllableModel *model, BsSpan letters)
{
  guint count = 0;

  g_return_val_if_fail (model != NULL, 0);
  while (letters.length > 0)
    {
      gsize length = MIN (letters.length, BS_SYLLABLE_MODEL_MAX);
      count += count_piece (model, bs_span (letters.start, length));
      letters = bs_span (letters.start + length, letters.length - length);
    }
  return count;
}

/* ---- Ahead of the count: the steps of count_piece() ---------------------------------------------------------------- */

static inline const Step *
step_ahead (const BsSyllableModel *model, const BsSyllableWalk *walk)
{
  guint symbol = walk->at < walk->end ? symbol_of (*walk->at) : BS_SYLLABLE_EDGE;

  return &g_array_index (model->rows, Row, walk->row).next[symbol];
}

void
bs_syllable_walk_begin (const BsSyllableModel *model, BsSpan letters, BsSyllableWalk *walk)
{
  g_return_if_fail (letters.length > 0 && letters.length <= BS_SYLLABLE_MODEL_MAX);
  *walk = (BsSyllableWalk){ letters.start, letters.start + letters.length, state_at (model, 0)->row };
  walk->row = g_array_index (model->rows, Row, walk->row).next[BS_SYLLABLE_EDGE].row;
  __builtin_prefetch (step_ahead (model, walk));
}

gboolean
bs_syllable_walk_step (const BsSyllableModel *model, BsSyllableWalk *walk)
{
  const Step *step = step_ahead (model, walk);
  gboolean last = walk->at == walk->end;

  __builtin_prefetch (state_at (model, step->state));
  if (last)
    return FALSE;
  walk->row = step->row;
  walk->at++;
  __builtin_prefetch (step_ahead (model, walk));
  return TRUE;
}
