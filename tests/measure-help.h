/* measure-help.h: measures and inputs by the strings that a user would write, for tests. */
#pragma once

#include <math.h>
#include <string.h>

#include "measure/measure.h"

static inline BsMeasureRef
find (const char *id)
{
  g_autoptr (GError) error = NULL;
  BsMeasureRef ref = { NULL, 0 };

  g_assert_true (bs_measure_find (id, &ref, &error));
  g_assert_no_error (error);
  return ref;
}

/* Sets "words=556;sentences=20". */
static inline void
give (BsInputs *inputs, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit (text, ";", 0);

  bs_inputs_clear (inputs);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) sides = g_strsplit (pairs[i], "=", 2);

      g_assert_true (bs_inputs_set_text (inputs, sides[0], sides[1], &error));
      g_assert_no_error (error);
    }
}

/* The value of a measure for inputs so written. */
static inline double
value_of (const char *id, const char *text)
{
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  g_autoptr (GError) error = NULL;
  double value = NAN;

  give (inputs, text);
  g_assert_true (bs_measure_explain (find (id), inputs, NULL, &value, &error));
  g_assert_no_error (error);
  return value;
}

/* One line of text for people. */
static inline gboolean
is_text (const char *text)
{
  return text != NULL && text[0] != '\0' && g_utf8_validate (text, -1, NULL) && strchr (text, '\n') == NULL
         && strstr (text, "  ") == NULL;
}
