#include "store/formula.h"

#include <string.h>

#define DRAWS 6 /* of made-up counts, on which the steps of a measure must be the same */

/* A piece of SQL. A C expression of counts is one of doubles; in SQL, counts are integers, which differ from that where
 * two of them are divided. */
typedef struct {
  GString *sql;
  gboolean whole; /* an integer in SQL */
} Piece;

typedef struct {
  const BsMeasure *measure;
  GHashTable *steps; /* of name to Piece *: NULL where it could not be put into SQL */
  const char *at;    /* in the expression */
  gboolean failed;
} Reading;

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  if (piece != NULL)
    g_string_free (piece->sql, TRUE);
  g_free (piece);
}

static void read_sum (Reading *reading, Piece *out);

static void
fail (Reading *reading)
{
  reading->failed = TRUE;
}

static char
next (Reading *reading)
{
  while (*reading->at == ' ')
    reading->at++;
  return *reading->at;
}

static gboolean
take (Reading *reading, char c)
{
  if (next (reading) != c)
    return FALSE;
  reading->at++;
  return TRUE;
}

static void
expect (Reading *reading, char c)
{
  if (!take (reading, c))
    fail (reading);
}

/* The count that a name means in the measure's `inputs`: its own, or "tokens=words". */
static BsCount
count_of_name (const BsMeasure *measure, const char *name)
{
  g_auto (GStrv) inputs = g_strsplit_set (measure->inputs, " |", -1);
  gsize n = strlen (name);

  for (guint i = 0; inputs[i] != NULL; i++)
    if (strncmp (inputs[i], name, n) == 0 && inputs[i][n] == '=')
      return bs_count_by_name (inputs[i] + n + 1);
  return bs_count_by_name (name);
}

static void
read_name (Reading *reading, const char *name, Piece *out)
{
  const Piece *step = g_hash_table_lookup (reading->steps, name);
  BsCount count = count_of_name (reading->measure, name);

  if (step != NULL)
    {
      g_string_append_printf (out->sql, "(%s)", step->sql->str);
      out->whole = step->whole;
    }
  else if (!g_hash_table_contains (reading->steps, name) && count != BS_N_COUNTS)
    {
      g_string_append (out->sql, bs_count_info (count)->name);
      out->whole = TRUE;
    }
  else
    fail (reading);
}

/* square (x), cube (x): the product that measure-internal.h has for it, from the left. */
static void
read_power (Reading *reading, guint power, Piece *out)
{
  Piece base = { g_string_new (NULL), TRUE };

  expect (reading, '(');
  read_sum (reading, &base);
  expect (reading, ')');
  for (guint i = 0; i < power; i++)
    g_string_append_printf (out->sql, "%s(%s)", i == 0 ? "(" : " * ", base.sql->str);
  g_string_append_c (out->sql, ')');
  out->whole = base.whole;
  g_string_free (base.sql, TRUE);
}

static void
read_word (Reading *reading, Piece *out)
{
  gsize n = strspn (reading->at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
  g_autofree char *name = g_strndup (reading->at, n);

  reading->at += n;
  if (next (reading) != '(')
    read_name (reading, name, out);
  else if (g_str_equal (name, "square"))
    read_power (reading, 2, out);
  else if (g_str_equal (name, "cube"))
    read_power (reading, 3, out);
  else
    fail (reading);
}

static void
read_number (Reading *reading, Piece *out)
{
  gsize n = strspn (reading->at, "0123456789.");

  g_string_append_len (out->sql, reading->at, (gssize) n);
  out->whole = memchr (reading->at, '.', n) == NULL;
  reading->at += n;
}

static void
read_atom (Reading *reading, Piece *out)
{
  char c = next (reading);

  if (take (reading, '('))
    {
      g_string_append_c (out->sql, '(');
      read_sum (reading, out);
      expect (reading, ')');
      g_string_append_c (out->sql, ')');
    }
  else if (take (reading, '-'))
    {
      g_string_append (out->sql, "- ");
      read_atom (reading, out);
    }
  else if (g_ascii_isdigit (c))
    read_number (reading, out);
  else if (g_ascii_isalpha (c))
    read_word (reading, out);
  else
    fail (reading);
}

static void
read_product (Reading *reading, Piece *out)
{
  read_atom (reading, out);
  while (!reading->failed && (next (reading) == '*' || next (reading) == '/'))
    {
      Piece right = { g_string_new (NULL), TRUE };
      gboolean divides = *reading->at++ == '/';

      read_atom (reading, &right);
      if (divides && out->whole && right.whole)
        g_string_append (out->sql, " * 1.0");
      g_string_append_printf (out->sql, " %c %s", divides ? '/' : '*', right.sql->str);
      out->whole = !divides && out->whole && right.whole;
      g_string_free (right.sql, TRUE);
    }
}

static void
read_sum (Reading *reading, Piece *out)
{
  read_product (reading, out);
  while (!reading->failed && (next (reading) == '+' || next (reading) == '-'))
    {
      Piece right = { g_string_new (NULL), TRUE };
      char sign = *reading->at++;

      read_product (reading, &right);
      g_string_append_printf (out->sql, " %c %s", sign, right.sql->str);
      out->whole = out->whole && right.whole;
      g_string_free (right.sql, TRUE);
    }
}

/* The expression of one step, or NULL. */
static Piece *
translate (Reading *reading, const char *expression)
{
  Piece *piece = g_new (Piece, 1);

  *piece = (Piece){ g_string_new (NULL), TRUE };
  reading->failed = expression == NULL;
  reading->at = expression != NULL ? expression : "";
  if (!reading->failed)
    read_sum (reading, piece);
  if (!reading->failed && next (reading) == '\0')
    return piece;
  piece_free (piece);
  return NULL;
}

/* Counts as no text need have them: anything from 1 to 100,000, of every size as often, so that whatever depends on
 * them takes all its ways. */
static void
make_up_counts (BsCounts *counts, guint32 *state)
{
  static const gint64 limits[] = { 9, 99, 999, 9999, 99999 };

  for (guint i = 0; i < BS_N_COUNTS; i++)
    {
      *state = *state * 1664525 + 1013904223;
      counts->value[i] = 1 + (*state >> 8) % limits[(*state >> 4) % G_N_ELEMENTS (limits)];
    }
}

/* The steps from such counts; NULL where they do not suffice. */
static BsSteps *
run (BsMeasureRef ref, guint32 *state)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autoptr (BsSteps) steps = bs_steps_new_bare ();
  g_autoptr (GError) error = NULL;
  BsCounts counts;
  double value;

  make_up_counts (&counts, state);
  bs_inputs_set_counts (inputs, &counts);
  if (!bs_measure_explain (ref, inputs, steps, &value, &error) && error->code != BS_ERROR_UNDEFINED)
    return NULL;
  return g_steal_pointer (&steps);
}

static gboolean
same_steps (const BsSteps *a, const BsSteps *b)
{
  if (bs_steps_length (a) != bs_steps_length (b))
    return FALSE;
  for (guint i = 0; i < bs_steps_length (a); i++)
    if (g_strcmp0 (bs_steps_get (a, i)->name, bs_steps_get (b, i)->name) != 0
        || g_strcmp0 (bs_steps_get (a, i)->expression, bs_steps_get (b, i)->expression) != 0)
      return FALSE;
  return TRUE;
}

/* The steps of a measure that come out the same from all counts; NULL where there are none such. */
static BsSteps *
steps_of_measure (BsMeasureRef ref)
{
  guint32 state = 1;
  g_autoptr (BsSteps) steps = run (ref, &state);

  for (guint i = 1; steps != NULL && i < DRAWS; i++)
    {
      g_autoptr (BsSteps) again = run (ref, &state);

      if (again == NULL || !same_steps (steps, again))
        return NULL;
    }
  return g_steal_pointer (&steps);
}

char *
bs_formula_sql (BsMeasureRef ref)
{
  g_autoptr (BsSteps) steps = steps_of_measure (ref);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, piece_free);
  Reading reading = { .measure = ref.measure, .steps = done };
  const Piece *value = NULL;

  for (guint i = 0; steps != NULL && i < bs_steps_length (steps); i++)
    {
      const BsStep *step = bs_steps_get (steps, i);

      value = translate (&reading, step->expression);
      g_hash_table_replace (done, step->name, (gpointer) value);
    }
  return value != NULL ? g_strdup (value->sql->str) : NULL;
}
