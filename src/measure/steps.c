#include "measure/measure-internal.h"

#include <string.h>

#include "base/number.h"

struct _BsSteps {
  GPtrArray *steps; /* of BsStep */
  gboolean bare;    /* nobody will read them */
};

static void
step_free (gpointer data)
{
  BsStep *step = data;

  g_free (step->name);
  g_free (step->rule);
  g_free (step->figures);
  g_free (step);
}

BsSteps *
bs_steps_new (void)
{
  BsSteps *steps = g_new0 (BsSteps, 1);

  steps->steps = g_ptr_array_new_with_free_func (step_free);
  return steps;
}

BsSteps *
bs_steps_new_bare (void)
{
  BsSteps *steps = bs_steps_new ();

  steps->bare = TRUE;
  return steps;
}

void
bs_steps_free (BsSteps *steps)
{
  if (steps == NULL)
    return;
  g_ptr_array_unref (steps->steps);
  g_free (steps);
}

guint
bs_steps_length (const BsSteps *steps)
{
  return steps->steps->len;
}

const BsStep *
bs_steps_get (const BsSteps *steps, guint index)
{
  g_return_val_if_fail (index < steps->steps->len, NULL);
  return g_ptr_array_index (steps->steps, index);
}

/* ---- Rules as people write them ---------------------------------------------------------------------------------- */

/* Which names in a rule become numbers. */
typedef enum { NO_NAMES, STEP_NAMES, ALL_NAMES } Names;

/* The value that a name in a rule stands for: a step's, else an input's, else NAN. */
static double
value_of_name (const BsCall *call, const char *name, Names names)
{
  const GPtrArray *steps = call->steps->steps;
  BsInput input = bs_input_by_name (name);

  for (guint i = steps->len; i-- > 0;)
    {
      const BsStep *step = g_ptr_array_index (steps, i);

      if (strcmp (step->name, name) == 0)
        return step->value;
    }
  if (strcmp (name, "window") == 0)
    return call->window;
  return names == STEP_NAMES || input == BS_N_INPUTS ? NAN : bs_call_input (call, input);
}

static void
append_number (GString *out, double value)
{
  char buffer[BS_NUMBER_MAX];

  if (value < 0)
    g_string_append (out, "(−");
  if (isinf (value))
    g_string_append (out, "∞");
  else if (fabs (value) < 1e15 && value == floor (value))
    g_string_append (out, bs_number_fixed (fabs (value), 0, buffer));
  else
    g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.7g", fabs (value)));
  if (value < 0)
    g_string_append_c (out, ')');
}

/* Writes one name of a rule: a function as in mathematics, a value as its number. */
static void
append_name (GString *out, const BsCall *call, const char *name, Names names)
{
  double value;

  if (strcmp (name, "sqrt") == 0)
    g_string_append (out, "√");
  else if (strcmp (name, "log") == 0)
    g_string_append (out, "ln");
  else if (strcmp (name, "fabs") == 0)
    g_string_append (out, "abs");
  else if (names != NO_NAMES && !isnan (value = value_of_name (call, name, names)))
    append_number (out, value);
  else
    g_string_append (out, name);
}

/* A C expression as a line of mathematics, with numbers for names. */
static char *
rewrite (const BsCall *call, const char *rule, Names names)
{
  GString *out = g_string_new (NULL);

  for (const char *p = rule; *p != '\0';)
    {
      gsize length = 1;

      if (g_ascii_isalpha (*p) || *p == '_')
        {
          g_autofree char *name = NULL;

          while (g_ascii_isalnum (p[length]) || p[length] == '_')
            length++;
          name = g_strndup (p, length);
          append_name (out, call, name, names);
        }
      else if (g_ascii_isdigit (*p))
        {
          while (g_ascii_isdigit (p[length]) || p[length] == '.')
            length++;
          g_string_append_len (out, p, (gssize) length);
        }
      else if (*p == '*')
        g_string_append (out, "·");
      else if (*p == '-' && !g_ascii_isalpha (p[1])) /* no hyphen */
        g_string_append (out, "−");
      else
        g_string_append_c (out, *p);
      p += length;
    }
  return g_string_free (out, FALSE);
}

static BsStep *
add (const BsCall *call, const char *name, const char *rule, char *figures, double value)
{
  BsStep *step = g_new (BsStep, 1);

  step->name = name != NULL ? g_strdup (name) : bs_measure_ref_id ((BsMeasureRef){ call->measure, call->window });
  step->rule = call->steps->bare ? NULL : rewrite (call, rule, NO_NAMES);
  step->figures = figures;
  step->expression = NULL;
  step->value = value;
  g_ptr_array_add (call->steps->steps, step);
  return step;
}

void
bs_steps_add (const BsCall *call, const char *name, const char *rule, char *figures, double value)
{
  if (figures == NULL && !call->steps->bare)
    figures = rewrite (call, rule, ALL_NAMES);
  add (call, name, rule, figures, value)->expression = rule;
}

void
bs_steps_add_words (const BsCall *call, const char *name, const char *rule, double value)
{
  add (call, name, rule, call->steps->bare ? NULL : rewrite (call, rule, STEP_NAMES), value);
}
