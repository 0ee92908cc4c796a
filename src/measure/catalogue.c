/* The table of all measures, put together from those of the families, and what their `inputs` say. */
#include "measure/measure-internal.h"

#include <string.h>

static const BsMeasureGroup *const groups[] = {
  &bs_group_syllables, &bs_group_polysyllables, &bs_group_letters,        &bs_group_lists,    &bs_group_cloze,
  &bs_group_consensus, &bs_group_german,        &bs_group_romance,        &bs_group_languages, &bs_group_type_token,
  &bs_group_spectrum,  &bs_group_ranks,         &bs_group_hypergeometric, &bs_group_sequence, &bs_group_reading_time,
};

#define MAX_LANGUAGES 32 /* bits of BsPlan.language */

static struct {
  BsMeasure    *rows;
  BsPlan       *plans; /* of the row of the same index */
  guint         n_rows;
  BsMeasureRef *of_articles;
  guint         n_of_articles;
  BsFrame       frames[BS_MAX_FRAMES];
  guint         n_frames;
  const char   *languages[MAX_LANGUAGES];
  guint         n_languages;
} table;

/* ---- Reading "words hard=poly sentences | …" --------------------------------------------------------------------- */

static void
plan_name (BsPlan *plan, BsNeed *need, const char *word)
{
  g_auto (GStrv) sides = g_strsplit (word, "=", 2);
  BsInput input = bs_input_by_name (sides[0]);

  if (strcmp (word, "spectrum") == 0)
    need->spectrum = TRUE;
  else if (strcmp (word, "ids") == 0)
    need->ids = TRUE;
  else
    {
      g_assert (input != BS_N_INPUTS && need->n_names < BS_MAX_NAMES);
      need->names[need->n_names++] = input;
    }
  if (sides[1] != NULL)
    {
      g_assert (plan->n_aliases < BS_MAX_ALIASES);
      plan->aliases[plan->n_aliases].name = input;
      plan->aliases[plan->n_aliases].source = bs_input_by_name (sides[1]);
      g_assert (plan->aliases[plan->n_aliases++].source < BS_N_COUNT_INPUTS);
    }
}

static void
mask_need (BsNeed *need)
{
  const guint64 text = BS_INPUT_BIT (BS_INPUT_words) | BS_INPUT_BIT (BS_INPUT_sentences)
                       | BS_INPUT_BIT (BS_INPUT_tokens) | BS_INPUT_BIT (BS_INPUT_types);

  need->mask = (need->spectrum ? BS_SPECTRUM_BIT : 0) | (need->ids ? BS_IDS_BIT : 0);
  for (guint i = 0; i < need->n_names; i++)
    need->mask |= BS_INPUT_BIT (need->names[i]);
  need->text = need->mask & text;
}

static void
plan_inputs (BsPlan *plan, const char *inputs)
{
  g_auto (GStrv) needs = g_strsplit (inputs, " | ", 0);

  for (guint i = 0; needs[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (needs[i], " ", 0);

      g_assert (plan->n_needs < BS_MAX_NEEDS);
      for (guint j = 0; words[j] != NULL; j++)
        plan_name (plan, &plan->needs[plan->n_needs], words[j]);
      mask_need (&plan->needs[plan->n_needs++]);
    }
}

/* ---- Frames ------------------------------------------------------------------------------------------------------ */

/* The alias of an input, or NULL. */
static const BsAlias *
alias_of (const BsAlias *aliases, guint n, BsInput input)
{
  for (guint i = 0; i < n; i++)
    if (aliases[i].name == input)
      return &aliases[i];
  return NULL;
}

/* Whether the frame reads all inputs of the plan as the plan does, or can still come to do so. */
static gboolean
frame_suits (const BsFrame *frame, const BsPlan *plan, guint64 inputs)
{
  for (BsInput input = 0; input < BS_N_INPUTS; input++)
    {
      const BsAlias *mine = alias_of (plan->aliases, plan->n_aliases, input);
      const BsAlias *its = alias_of (frame->aliases, frame->n_aliases, input);
      gboolean same = mine == NULL || its == NULL ? mine == its : mine->source == its->source;

      if ((inputs & frame->settled & BS_INPUT_BIT (input)) != 0 && !same)
        return FALSE;
    }
  return TRUE;
}

static void
find_frame (BsPlan *plan)
{
  guint64 inputs = 0;
  BsFrame *frame;

  for (guint i = 0; i < plan->n_needs; i++)
    for (guint j = 0; j < plan->needs[i].n_names; j++)
      inputs |= BS_INPUT_BIT (plan->needs[i].names[j]);
  while (plan->frame < table.n_frames && !frame_suits (&table.frames[plan->frame], plan, inputs))
    plan->frame++;
  g_assert (plan->frame < BS_MAX_FRAMES);
  table.n_frames = MAX (table.n_frames, plan->frame + 1);
  frame = &table.frames[plan->frame];
  frame->settled |= inputs;
  for (guint i = 0; i < plan->n_aliases; i++)
    if (alias_of (frame->aliases, frame->n_aliases, plan->aliases[i].name) == NULL)
      {
        g_assert (frame->n_aliases < BS_MAX_FRAME_ALIASES);
        frame->aliases[frame->n_aliases++] = plan->aliases[i];
      }
}

/* ---- Which measures articles get --------------------------------------------------------------------------------- */

/* Whether a text alone can have this input: it is a count, or has one for an alias. */
static gboolean
text_has (const BsPlan *plan, BsInput input)
{
  for (guint i = 0; i < plan->n_aliases; i++)
    if (plan->aliases[i].name == input)
      return TRUE;
  return input < BS_N_COUNT_INPUTS;
}

static gboolean
is_of_articles (const BsMeasure *measure, const BsPlan *plan)
{
  for (guint i = 0; i < plan->n_needs && !measure->slow; i++)
    {
      gboolean all = TRUE;

      for (guint j = 0; j < plan->needs[i].n_names; j++)
        all = all && text_has (plan, plan->needs[i].names[j]);
      if (all)
        return TRUE;
    }
  return FALSE;
}

/* ---- Building ---------------------------------------------------------------------------------------------------- */

static void
collect_of_articles (void)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (BsMeasureRef));

  for (guint i = 0; i < table.n_rows; i++)
    if (is_of_articles (&table.rows[i], &table.plans[i]))
      {
        const guint *windows = table.rows[i].windows;

        do
          g_array_append_val (refs, ((BsMeasureRef){ &table.rows[i], *windows }));
        while (*windows != 0 && *++windows != 0);
      }
  table.n_of_articles = refs->len;
  table.of_articles = (BsMeasureRef *) (gpointer) g_array_free (refs, FALSE);
}

static guint32
language_bit (const char *language)
{
  guint i = 0;

  if (language == NULL)
    return 0;
  while (i < table.n_languages && strcmp (table.languages[i], language) != 0)
    i++;
  g_assert (i < MAX_LANGUAGES);
  if (i == table.n_languages)
    table.languages[table.n_languages++] = language;
  return 1u << i;
}

static void
build (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    table.n_rows += groups[i]->n_rows;
  table.rows = g_new (BsMeasure, table.n_rows);
  table.plans = g_new0 (BsPlan, table.n_rows);
  table.n_rows = 0;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i]->n_rows; j++, table.n_rows++)
      {
        table.rows[table.n_rows] = groups[i]->rows[j];
        plan_inputs (&table.plans[table.n_rows], groups[i]->rows[j].inputs);
        find_frame (&table.plans[table.n_rows]);
        table.plans[table.n_rows].language = language_bit (groups[i]->rows[j].language);
      }
  collect_of_articles ();
}

/* The table is built once and lives as long as the program. */
static void
ensure_table (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      build ();
      g_once_init_leave (&once, 1);
    }
}

const BsMeasure *
bs_measures (guint *n_measures)
{
  ensure_table ();
  *n_measures = table.n_rows;
  return table.rows;
}

const BsMeasureRef *
bs_measures_of_articles (guint *n)
{
  ensure_table ();
  *n = table.n_of_articles;
  return table.of_articles;
}

const BsPlan *
bs_measure_plan (const BsMeasure *measure)
{
  g_return_val_if_fail (measure >= table.rows && measure < table.rows + table.n_rows, NULL);
  return &table.plans[measure - table.rows];
}

const BsFrame *
bs_measure_frame (guint frame)
{
  ensure_table ();
  return &table.frames[frame];
}

/* ---- Languages --------------------------------------------------------------------------------------------------- */

/* Whether "en-GB" or "en_GB" or "en" is of "en". */
static gboolean
speaks (const char *language, const char *wanted)
{
  gsize n;

  if (language == NULL || (language[0] | 0x20) != wanted[0] || (language[1] | 0x20) != wanted[1])
    return FALSE;
  n = strlen (wanted);
  if (g_ascii_strncasecmp (language, wanted, n) != 0)
    return FALSE;
  return language[n] == '\0' || language[n] == '-' || language[n] == '_';
}

guint32
bs_languages_spoken (const char *language)
{
  guint32 spoken = 0;

  ensure_table ();
  for (guint i = 0; i < table.n_languages; i++)
    if (speaks (language, table.languages[i]))
      spoken |= 1u << i;
  return spoken;
}

gboolean
bs_language_is_blankless (const char *language)
{
  static const char *const languages[] = { "zh", "ja", "th", "lo", "km", "my", "bo", "dz" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (speaks (language, languages[i]))
      return TRUE;
  return FALSE;
}
