/* Measures that are computed together: what decides whether a text has a value is asked once for all that are alike in
 * it. */
#include "measure/measure-internal.h"

#include <string.h>

typedef struct {
  double         (*compute) (const BsCall *call);
  const BsMeasure *measure;
  guint            window;
  guint            place; /* in the values */
} Member;

/* Measures with equal gates. */
typedef struct {
  BsGate  gate;
  guint   n_members;
  Member *members;
} Class;

/* Classes of one language, least lengths and frame, one behind the other, and so their members. Most texts have all
 * that these ask for, and then need be asked but once. */
typedef struct {
  guint64 mask;        /* what all of them know, by their first alternatives */
  double  least_known; /* the most of theirs */
  guint   n_classes;
  Class  *classes;
  guint   n_members;
  Member *members;
} Kind;

struct _BsMeasureSet {
  Kind   *kinds;
  guint   n_kinds;
  Class  *classes;
  Member *members;
  double *nothing; /* NANs, as many as there are values */
  guint   n_values;
};

/* ---- Making ------------------------------------------------------------------------------------------------------ */

static gboolean
same_kind (const BsGate *a, const BsGate *b)
{
  return a->plan->language == b->plan->language && a->plan->frame == b->plan->frame && a->least_words == b->least_words
         && a->least_sentences == b->least_sentences;
}

static gboolean
same_gate (const BsGate *a, const BsGate *b)
{
  if (!same_kind (a, b) || a->plan->n_needs != b->plan->n_needs || a->least_known != b->least_known)
    return FALSE;
  for (guint i = 0; i < a->plan->n_needs; i++)
    if (a->plan->needs[i].mask != b->plan->needs[i].mask)
      return FALSE;
  return TRUE;
}

/* Which of the measures are still to be put into the set. */
typedef struct {
  const BsMeasureRef *refs;
  guint               n_refs;
  gboolean           *left;
} Making;

/* Takes those with the gate of the first. */
static void
fill_class (Class *class, Making *making, guint first)
{
  for (guint i = first; i < making->n_refs; i++)
    {
      BsMeasureRef ref = making->refs[i];
      BsGate gate = bs_gate_of (ref);

      if (!making->left[i] || !same_gate (&gate, &class->gate))
        continue;
      class->members[class->n_members++] = (Member){ ref.measure->compute, ref.measure, ref.window, i };
      making->left[i] = FALSE;
    }
}

/* Takes those that are of the kind of the first. */
static void
fill_kind (Kind *kind, Making *making, guint first)
{
  BsGate kind_gate = bs_gate_of (making->refs[first]);

  for (guint i = first; i < making->n_refs; i++)
    {
      BsGate gate = bs_gate_of (making->refs[i]);
      Class *class = &kind->classes[kind->n_classes];

      if (!making->left[i] || !same_kind (&gate, &kind_gate))
        continue;
      *class = (Class){ gate, 0, kind->members + kind->n_members };
      fill_class (class, making, i);
      kind->n_classes++;
      kind->n_members += class->n_members;
      kind->mask |= gate.plan->needs[0].mask;
      kind->least_known = MAX (kind->least_known, gate.least_known);
    }
}

BsMeasureSet *
bs_measure_set_new (const BsMeasureRef *refs, guint n_refs, const gboolean *wanted)
{
  BsMeasureSet *set = g_new0 (BsMeasureSet, 1);
  g_autofree gboolean *left = g_new (gboolean, n_refs);
  Making making = { refs, n_refs, left };
  guint n_classes = 0, n_members = 0;

  set->n_values = n_refs;
  set->kinds = g_new (Kind, n_refs);
  set->classes = g_new (Class, n_refs);
  set->members = g_new (Member, n_refs);
  set->nothing = g_new (double, n_refs);
  for (guint i = 0; i < n_refs; i++)
    {
      set->nothing[i] = NAN;
      left[i] = wanted == NULL || wanted[i];
    }
  for (guint i = 0; i < n_refs; i++)
    if (left[i])
      {
        Kind *kind = &set->kinds[set->n_kinds++];

        *kind = (Kind){ .classes = set->classes + n_classes, .members = set->members + n_members };
        fill_kind (kind, &making, i);
        n_classes += kind->n_classes;
        n_members += kind->n_members;
      }
  return set;
}

void
bs_measure_set_free (BsMeasureSet *set)
{
  if (set == NULL)
    return;
  g_free (set->kinds);
  g_free (set->classes);
  g_free (set->members);
  g_free (set->nothing);
  g_free (set);
}

/* ---- Of texts ---------------------------------------------------------------------------------------------------- */

static void
compute (const Member *member, guint n, const BsView *view, const BsInputs *inputs, double *values)
{
  BsCall call = { .inputs = inputs, .value = view->value };

  for (const Member *end = member + n; member < end; member++)
    {
      double value;

      call.measure = member->measure;
      call.window = member->window;
      value = member->compute (&call);
      if (G_LIKELY (isfinite (value)))
        values[member->place] = value;
    }
}

/* Whether the text has all that any measure of the kind asks for. */
static gboolean
has_all (const Kind *kind, const BsView *view, const BsInputs *inputs)
{
  if ((kind->mask & ~view->known) != 0 || view->zero != 0)
    return FALSE;
  return ((kind->mask & BS_IDS_BIT) == 0 || inputs->n_ids >= kind->least_known)
         && ((kind->mask & BS_SPECTRUM_BIT) == 0 || bs_inputs_sums (inputs)->N >= kind->least_known);
}

void
bs_measure_set_text (const BsMeasureSet *set, const BsInputs *inputs, const char *language, gboolean least_lengths,
                     double *values)
{
  guint32 spoken = bs_languages_spoken (language);

  if (set->n_values > 0)
    memcpy (values, set->nothing, set->n_values * sizeof *values);
  if (bs_language_is_blankless (language))
    return;
  for (const Kind *kind = set->kinds, *end = kind + set->n_kinds; kind < end; kind++)
    {
      const BsGate *gate = &kind->classes[0].gate;
      const BsView *view;

      if (bs_gate_bar_length (gate, inputs, spoken, least_lengths) != BS_HAS_VALUE)
        continue;
      view = bs_inputs_view (inputs, gate->plan->frame);
      if (G_LIKELY (has_all (kind, view, inputs)))
        compute (kind->members, kind->n_members, view, inputs, values);
      else
        for (guint i = 0; i < kind->n_classes; i++)
          if (bs_gate_bar (&kind->classes[i].gate, inputs, spoken, least_lengths) == BS_HAS_VALUE)
            compute (kind->classes[i].members, kind->classes[i].n_members, view, inputs, values);
    }
}
