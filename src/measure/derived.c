#include "measure/measure-internal.h"

#include <string.h>

/* ---- Links and spectrum ------------------------------------------------------------------------------------------ */

const BsLinks *
bs_inputs_links (const BsInputs *inputs)
{
  if (inputs->ids == NULL)
    return NULL;
  if (!inputs->links->made)
    bs_links_make (inputs->links, inputs->ids, inputs->n_ids, inputs->n_types);
  return inputs->links;
}

const BsLinks *
bs_inputs_factors (const BsInputs *inputs)
{
  if (bs_inputs_links (inputs) == NULL)
    return NULL;
  if (!inputs->links->factors_made)
    bs_links_cut (inputs->links);
  return inputs->links;
}

const BsSpectrumEntry *
bs_inputs_spectrum (const BsInputs *inputs, guint *n)
{
  BsLinks *links = inputs->links;

  *n = inputs->n_spectrum;
  if (inputs->spectrum != NULL || bs_inputs_links (inputs) == NULL)
    return inputs->spectrum;
  if (!links->spectrum_made)
    bs_links_count (links);
  *n = links->spectrum->len;
  return (const BsSpectrumEntry *) (gpointer) links->spectrum->data;
}

static BsSums
add_up (const BsSpectrumEntry *spectrum, guint n)
{
  BsSums sums = { 0 };

  for (guint i = 0; i < n; i++)
    {
      double frequency = spectrum[i].frequency, types = spectrum[i].types;

      sums.V += types;
      sums.N += frequency * types;
      sums.M2 += frequency * frequency * types;
    }
  for (guint i = 0; i < n && spectrum[i].frequency <= 2; i++)
    *(spectrum[i].frequency == 1 ? &sums.hapaxes : &sums.dislegomena) = spectrum[i].types;
  return sums;
}

void
bs_inputs_add_up (const BsInputs *inputs)
{
  guint n;
  const BsSpectrumEntry *spectrum = bs_inputs_spectrum (inputs, &n);

  inputs->derived->sums = add_up (spectrum, n);
  inputs->derived->sums_made = TRUE;
}

/* ---- Views ------------------------------------------------------------------------------------------------------- */

static void
set (BsView *view, BsInput input, double value)
{
  view->value[input] = value;
  view->known = (view->known & ~BS_INPUT_BIT (input)) | (guint64) !isnan (value) << input;
}

static void
read_by_other_name (BsView *view, const BsAlias *alias, const BsInputs *inputs)
{
  gboolean by_name = (inputs->given >> alias->name & 1) != 0 && (inputs->given >> alias->source & 1) == 0;
  double value = inputs->value[alias->source];

  if (!by_name && (!isnan (value) || alias->name < BS_N_COUNT_INPUTS)) /* a count of that name is another thing */
    set (view, alias->name, value);
}

static void
follow_from_spectrum (BsView *view, const BsInputs *inputs)
{
  static const struct {
    BsInput input;
    gsize offset; /* in the sums */
  } follow[] = { { BS_INPUT_tokens, G_STRUCT_OFFSET (BsSums, N) },
                 { BS_INPUT_types, G_STRUCT_OFFSET (BsSums, V) },
                 { BS_INPUT_hapaxes, G_STRUCT_OFFSET (BsSums, hapaxes) },
                 { BS_INPUT_dislegomena, G_STRUCT_OFFSET (BsSums, dislegomena) } };

  for (guint i = 0; i < G_N_ELEMENTS (follow); i++)
    if ((view->known & BS_INPUT_BIT (follow[i].input)) == 0)
      set (view, follow[i].input, G_STRUCT_MEMBER (double, bs_inputs_sums (inputs), follow[i].offset));
}

static void
make_view (BsView *view, const BsFrame *frame, const BsInputs *inputs)
{
  static const BsInput text[] = { BS_INPUT_words, BS_INPUT_sentences, BS_INPUT_tokens, BS_INPUT_types };

  memcpy (view->value, inputs->value, sizeof view->value);
  view->known = inputs->known;
  for (guint i = 0; i < frame->n_aliases; i++)
    read_by_other_name (view, &frame->aliases[i], inputs);
  if (inputs->ids != NULL)
    view->known |= BS_IDS_BIT | BS_SPECTRUM_BIT;
  if (inputs->spectrum != NULL)
    view->known |= BS_SPECTRUM_BIT;
  if ((view->known & BS_SPECTRUM_BIT) != 0)
    follow_from_spectrum (view, inputs);
  view->zero = 0;
  for (guint i = 0; i < G_N_ELEMENTS (text); i++)
    view->zero |= (guint64) (view->value[text[i]] == 0) << text[i];
}

void
bs_inputs_make_view (const BsInputs *inputs, guint frame)
{
  make_view (&inputs->derived->views[frame], bs_measure_frame (frame), inputs);
  inputs->derived->views_made |= 1u << frame;
}
