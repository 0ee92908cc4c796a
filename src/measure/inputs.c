#include "measure/measure-internal.h"

#include <string.h>

#include "base/number.h"

G_STATIC_ASSERT (BS_N_INPUTS + 2 <= 64); /* bits of `known` */

static const char *const names[BS_N_INPUTS] = {
#define X(name) #name,
  BS_COUNT_INPUTS (X)
#undef X
#define X(name, description) #name,
  BS_HAND_INPUTS (X)
#undef X
};

static const char *const hand_descriptions[BS_N_INPUTS - BS_N_COUNT_INPUTS] = {
#define X(name, description) description,
  BS_HAND_INPUTS (X)
#undef X
};

BsInput
bs_input_by_name (const char *name)
{
  for (guint i = 0; i < BS_N_INPUTS; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return BS_N_INPUTS;
}

const char *
bs_input_name (BsInput input)
{
  return names[input];
}

const char *
bs_input_description (const char *name)
{
  BsInput input = bs_input_by_name (name);

  if (strcmp (name, "spectrum") == 0)
    return "how many types occur how often, as frequency:types pairs";
  if (strcmp (name, "ids") == 0)
    return "the words in running order as numbers, equal for equal types";
  if (input == BS_N_INPUTS)
    return NULL;
  if (input >= BS_N_COUNT_INPUTS)
    return hand_descriptions[input - BS_N_COUNT_INPUTS];
  return bs_count_info (bs_count_by_name (name))->description;
}

BsInputs *
bs_inputs_new (void)
{
  BsInputs *inputs = g_new0 (BsInputs, 1);

  inputs->links = bs_links_new ();
  inputs->derived = g_new0 (BsDerived, 1);
  inputs->own_spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  inputs->own_ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  bs_inputs_clear (inputs);
  return inputs;
}

void
bs_inputs_free (BsInputs *inputs)
{
  if (inputs == NULL)
    return;
  bs_links_free (inputs->links);
  g_free (inputs->derived);
  g_array_unref (inputs->own_spectrum);
  g_array_unref (inputs->own_ids);
  g_free (inputs);
}

/* Something is known now that was not, or is another. */
static void
forget_derived (BsInputs *inputs)
{
  inputs->derived->views_made = 0;
  inputs->derived->sample = 0;
  inputs->derived->log.n = inputs->derived->log10.n = 0;
  inputs->derived->sums_made = inputs->derived->arc_made = inputs->derived->entropy_made = FALSE;
}

void
bs_inputs_clear (BsInputs *inputs)
{
  for (guint i = 0; i < BS_N_INPUTS; i++)
    inputs->value[i] = NAN;
  inputs->known = inputs->given = 0;
  inputs->spectrum = NULL;
  inputs->n_spectrum = 0;
  inputs->ids = NULL;
  inputs->n_ids = inputs->n_types = 0;
  bs_links_clear (inputs->links);
  forget_derived (inputs);
}

void
bs_inputs_set_counts (BsInputs *inputs, const BsCounts *counts)
{
  static gsize once;
  static BsCount counts_of[BS_N_COUNT_INPUTS];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < BS_N_COUNT_INPUTS; i++)
        counts_of[i] = bs_count_by_name (names[i]);
      g_once_init_leave (&once, 1);
    }
  inputs->known |= BS_INPUT_BIT (BS_N_COUNT_INPUTS) - 1;
  for (guint i = 0; i < BS_N_COUNT_INPUTS; i++)
    {
      gint64 count = counts->value[counts_of[i]];

      inputs->value[i] = (double) count;
      if (count != BS_COUNT_MISSING)
        continue;
      inputs->value[i] = NAN;
      inputs->known &= ~BS_INPUT_BIT (i);
    }
  forget_derived (inputs);
}

void
bs_inputs_set_spectrum (BsInputs *inputs, const BsSpectrumEntry *entries, guint n_entries)
{
  static const BsSpectrumEntry none;

  inputs->spectrum = n_entries == 0 ? &none : entries;
  inputs->n_spectrum = n_entries;
  forget_derived (inputs);
}

void
bs_inputs_set_ids (BsInputs *inputs, const guint32 *ids, gsize n_ids)
{
  bs_inputs_set_terms (inputs, ids, n_ids, 0);
}

void
bs_inputs_set_terms (BsInputs *inputs, const guint32 *ids, gsize n_ids, gsize n_types)
{
  static const guint32 none;

  g_return_if_fail (n_ids <= BS_LINKS_MOST);
  inputs->ids = n_ids == 0 ? &none : ids;
  inputs->n_ids = n_ids;
  inputs->n_types = n_types;
  inputs->links->made = FALSE;
  forget_derived (inputs);
}

/* ---- From a user's text ------------------------------------------------------------------------------------------ */

#define SEPARATORS " ,;\t\r\n"

/* Reads digits of a number up to 2³² - 1 and moves `*at` behind them. */
static gboolean
read_u32 (const char **at, guint32 *number)
{
  guint64 value = 0;
  const char *p = *at;

  for (; g_ascii_isdigit (*p); p++)
    {
      value = value * 10 + (guint64) (*p - '0');
      if (value > G_MAXUINT32)
        return FALSE;
    }
  if (p == *at)
    return FALSE;
  *number = (guint32) value;
  *at = p;
  return TRUE;
}

static gboolean
bad_value (const char *name, const char *value, const char *what, GError **error)
{
  g_autofree char *start = g_utf8_make_valid (value, (gssize) MIN (strlen (value), 40));

  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s=%s%s: %s", name, start, strlen (value) > 40 ? "…" : "", what);
  return FALSE;
}

static int
by_frequency (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const BsSpectrumEntry *) a)->frequency, y = ((const BsSpectrumEntry *) b)->frequency;

  return (x > y) - (x < y);
}

static gboolean
set_spectrum_text (BsInputs *inputs, const char *value, GError **error)
{
  GArray *own = inputs->own_spectrum;

  g_array_set_size (own, 0);
  for (const char *p = value + strspn (value, SEPARATORS); *p != '\0'; p += strspn (p, SEPARATORS))
    {
      BsSpectrumEntry entry;
      gboolean read = read_u32 (&p, &entry.frequency) && *p++ == ':' && read_u32 (&p, &entry.types);

      if (!read || entry.frequency == 0 || entry.types == 0 || (*p != '\0' && strchr (SEPARATORS, *p) == NULL))
        return bad_value ("spectrum", value, "give pairs of a frequency and its types, as 1:221 2:39 3:11", error);
      g_array_append_val (own, entry);
    }
  g_array_sort (own, by_frequency);
  for (guint i = 1; i < own->len; i++)
    if (g_array_index (own, BsSpectrumEntry, i).frequency == g_array_index (own, BsSpectrumEntry, i - 1).frequency)
      return bad_value ("spectrum", value, "the same frequency stands there twice", error);
  bs_inputs_set_spectrum (inputs, (const BsSpectrumEntry *) (gpointer) own->data, own->len);
  return TRUE;
}

static gboolean
set_ids_text (BsInputs *inputs, const char *value, GError **error)
{
  GArray *own = inputs->own_ids;

  g_array_set_size (own, 0);
  for (const char *p = value + strspn (value, SEPARATORS); *p != '\0'; p += strspn (p, SEPARATORS))
    {
      guint32 id;

      if (!read_u32 (&p, &id) || (*p != '\0' && strchr (SEPARATORS, *p) == NULL) || own->len == BS_LINKS_MOST)
        return bad_value ("ids", value, "give the words as whole numbers, as 1 2 3 2", error);
      g_array_append_val (own, id);
    }
  bs_inputs_set_ids (inputs, (const guint32 *) (gpointer) own->data, own->len);
  return TRUE;
}

gboolean
bs_inputs_set_text (BsInputs *inputs, const char *name, const char *value, GError **error)
{
  BsInput input = bs_input_by_name (name);
  double number;

  if (strcmp (name, "spectrum") == 0)
    return set_spectrum_text (inputs, value, error);
  if (strcmp (name, "ids") == 0)
    return set_ids_text (inputs, value, error);
  if (input == BS_N_INPUTS)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s is no input of any measure", name);
      return FALSE;
    }
  if (!bs_number_parse (value, &number) || number < 0)
    return bad_value (name, value, "give a number of 0 or more", error);
  inputs->value[input] = number;
  inputs->known |= BS_INPUT_BIT (input);
  inputs->given |= BS_INPUT_BIT (input);
  forget_derived (inputs);
  return TRUE;
}
