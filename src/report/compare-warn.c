/* What a reviewer would raise. */
#include "report/compare-warn.h"

#include <math.h>

#include "report/compare-cell.h"

#define NAMED 5            /* groups or measures that a warning names */
#define FEW 30             /* articles */
#define DOMINATING 0.25    /* of a group's articles, by one author or of one day */
#define CONFOUNDED 0.3     /* Spearman's correlation with length */
#define MANY_MISSING 0.2   /* of a group's articles */
#define CLUSTERED 1.5      /* design effect */
#define LEVEL 0.05

/* ---- Lists of names ------------------------------------------------------------------------------------------------ */

typedef struct {
  GString *text;
  guint    n;
} Names;

static Names
names_new (void)
{
  return (Names){ g_string_new (NULL), 0 };
}

static void G_GNUC_PRINTF (2, 3)
names_add (Names *names, const char *format, ...)
{
  va_list arguments;

  if (names->n++ >= NAMED)
    return;
  if (names->text->len > 0)
    g_string_append (names->text, ", ");
  va_start (arguments, format);
  g_string_append_vprintf (names->text, format, arguments);
  va_end (arguments);
}

/* Adds "BEFORE: a, b and 3 more. AFTER" where there is any name; frees the names. */
static void
names_warn (Names *names, BsCompareTopic topic, const char *before, const char *after, GArray *warnings)
{
  BsCompareWarning warning = { topic, NULL };

  if (names->n > NAMED)
    g_string_append_printf (names->text, " and %u more", names->n - NAMED);
  if (names->n > 0)
    {
      warning.text = g_strdup_printf ("%s: %s. %s", before, names->text->str, after);
      g_array_append_val (warnings, warning);
    }
  g_string_free (names->text, TRUE);
}

/* ---- Groups -------------------------------------------------------------------------------------------------------- */

static void
warn_few (const BsCompareData *data, GArray *warnings)
{
  Names few = names_new (), small = names_new ();

  for (guint i = 0; i < data->groups->len; i++)
    if (bs_compare_group (data, i)->n < FEW)
      names_add (&few, "%s (%u)", bs_compare_group (data, i)->name, bs_compare_group (data, i)->n);
  for (guint i = 0; i < data->small->len; i++)
    names_add (&small, "%s (%u)", g_array_index (data->small, BsCompareGroup, i).name,
               g_array_index (data->small, BsCompareGroup, i).n);
  names_warn (&few, BS_COMPARE_TOPIC_UNITS, "Groups of fewer than " G_STRINGIFY (FEW) " articles",
              "Their intervals are wide, and may hold the truth less often than 95 %.", warnings);
  names_warn (&small, BS_COMPARE_TOPIC_UNITS, "Groups too small to compare, left out", "--least sets the limit.",
              warnings);
}

/* The commonest label among a group's articles that count. */
static guint32
commonest (const BsCompareLabels *labels, const BsCompareGroup *group, guint *counts, guint *most)
{
  const guint32 *label = (const guint32 *) (gpointer) labels->numbers->data;
  guint32 found = BS_COMPARE_NONE;

  *most = 0;
  for (guint row = group->first; row < group->first + group->n; row++)
    if (label[row] != BS_COMPARE_NONE && ++counts[label[row]] > *most)
      {
        *most = counts[label[row]];
        found = label[row];
      }
  for (guint row = group->first; row < group->first + group->n; row++)
    if (label[row] != BS_COMPARE_NONE)
      counts[label[row]] = 0;
  return found;
}

static void
warn_dominated (const BsCompareData *data, const BsCompareLabels *labels, const char *before, GArray *warnings)
{
  g_autofree guint *counts = g_new0 (guint, labels->names->len + 1);
  Names names = names_new ();

  for (guint i = 0; i < data->groups->len; i++)
    {
      const BsCompareGroup *group = bs_compare_group (data, i);
      guint most;
      guint32 label = commonest (labels, group, counts, &most);

      if (label != BS_COMPARE_NONE && most > 1 && most > DOMINATING * group->n)
        names_add (&names, "%s (%s, %.0f %%)", group->name, (const char *) labels->names->pdata[label],
                   100.0 * most / group->n);
    }
  names_warn (&names, BS_COMPARE_TOPIC_CLUSTERS, before,
              "What looks like the group may be theirs: see the intervals by cluster.", warnings);
}

/* ---- Measures ------------------------------------------------------------------------------------------------------ */

static void
warn_missing (const BsCompared *compared, GArray *warnings)
{
  const BsCompareData *data = compared->data;
  Names names = names_new ();

  for (guint i = 0; i < data->options.n_refs; i++)
    {
      g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);

      for (guint j = 0; j < data->groups->len; j++)
        {
          const BsSummary *s = &compared->measures[i].figures[j].summary;

          if ((double) s->missing > MANY_MISSING * (double) (s->n + s->missing))
            names_add (&names, "%s in %s (%.0f %%)", id, bs_compare_group (data, j)->name,
                       100.0 * (double) s->missing / (double) (s->n + s->missing));
        }
    }
  names_warn (&names, BS_COMPARE_TOPIC_UNITS, "Many articles without a value",
              "These figures are of the longer articles, or of those in one language.", warnings);
}

static void
warn_spread (const BsCompared *compared, GArray *warnings)
{
  const BsCompareData *data = compared->data;
  Names names = names_new ();

  for (guint i = 0; i < data->options.n_refs; i++)
    {
      const BsCompareOmnibus *o = &compared->measures[i].omnibus;
      g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);

      if (o->fligner.p < LEVEL)
        names_add (&names, "%s (SD ratio %.1f)", id, o->sd_ratio);
    }
  names_warn (&names, BS_COMPARE_TOPIC_SPREAD, "Unequal variances",
              "The classical analysis of variance does not hold there; Welch's and ranks are what is shown.", warnings);
}

static void
warn_length (const BsCompared *compared, GArray *warnings)
{
  const BsCompareData *data = compared->data;
  Names confounded = names_new (), apart = names_new ();

  for (guint i = 0; i < data->options.n_refs; i++)
    {
      const BsCompareLength *length = &compared->measures[i].length;
      g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);

      if (fabs (length->spearman) >= CONFOUNDED)
        names_add (&confounded, "%s (ρ = %.2f)", id, length->spearman);
      if (compared->measures[i].omnibus.k > 1 && length->bands < BS_BANDS
          && (data->options.parts & BS_COMPARE_LENGTH) != 0)
        names_add (&apart, "%s (%u)", id, length->bands);
    }
  names_warn (&confounded, BS_COMPARE_TOPIC_LENGTH, "Measures that move with length",
              "Read them at equal length.", warnings);
  names_warn (&apart, BS_COMPARE_TOPIC_LENGTH,
              "Measures compared at equal length in fewer than " G_STRINGIFY (BS_BANDS) " bands of length",
              "Some group has hardly any article of the other lengths.", warnings);
}

static void
warn_clustered (const BsCompared *compared, GArray *warnings)
{
  const BsCompareData *data = compared->data;
  guint k = data->groups->len;
  Names names = names_new ();

  for (guint i = 0; i < data->options.n_refs; i++)
    for (guint row = 0; compared->measures[i].clusters != NULL && row < data->clusters->len * k; row++)
      {
        const BsCompareClusters *c = &compared->measures[i].clusters[row];
        const BsCompareLabels *labels = data->clusters->pdata[row / k];
        g_autofree char *id = bs_measure_ref_id (data->options.refs[i]);

        if (c->design >= CLUSTERED)
          names_add (&names, "%s in %s by %s (%.1f)", id, bs_compare_group (data, row % k)->name, labels->field,
                     c->design);
      }
  names_warn (&names, BS_COMPARE_TOPIC_CLUSTERS, "Articles that are not independent (design effect)",
              "Intervals and p-values over articles are too sure there; --cluster says by what to resample.", warnings);
}

static void
warn_once (BsStore *store, const BsCompared *compared, GArray *warnings)
{
  const BsCompareData *data = compared->data;
  BsCompareWarning warning = { BS_COMPARE_TOPIC_COPIES, NULL };

  if (bs_store_copies (store) == BS_COPIES_KEEP && bs_store_n_copies (store) > 0)
    {
      warning.text = g_strdup ("Copies of other articles are counted (--copies keep): they are not independent of their"
                               " originals.");
      g_array_append_val (warnings, warning);
    }
  if (data->groups->len == 1)
    {
      warning = (BsCompareWarning){ BS_COMPARE_TOPIC_UNITS, g_strdup ("One group alone: there is nothing to compare it"
                                                                      " with.") };
      g_array_append_val (warnings, warning);
    }
  if (data->options.n_refs == 1 && data->options.refs[0].measure->family == BS_FAMILY_READABILITY)
    {
      warning = (BsCompareWarning){ BS_COMPARE_TOPIC_FORMULAS,
                                    g_strdup ("One formula alone: formulas disagree, and a finding should not hang on"
                                              " one.") };
      g_array_append_val (warnings, warning);
    }
  if (data->clusters->len == 0)
    {
      warning = (BsCompareWarning){ BS_COMPARE_TOPIC_CLUSTERS,
                                    g_strdup ("Neither days nor authors nor agencies are known of enough articles:"
                                              " whether articles are independent cannot be told.") };
      g_array_append_val (warnings, warning);
    }
}

GArray *
bs_compare_warn (BsStore *store, const BsCompared *compared)
{
  GArray *warnings = g_array_new (FALSE, FALSE, sizeof (BsCompareWarning));

  g_array_set_clear_func (warnings, bs_compare_warning_clear);
  warn_few (compared->data, warnings);
  warn_missing (compared, warnings);
  warn_spread (compared, warnings);
  warn_dominated (compared->data, compared->data->byline, "One author dominates", warnings);
  warn_dominated (compared->data, compared->data->day, "One day dominates", warnings);
  warn_clustered (compared, warnings);
  warn_length (compared, warnings);
  warn_once (store, compared, warnings);
  return warnings;
}

void
bs_compare_warning_clear (gpointer warning)
{
  g_free (((BsCompareWarning *) warning)->text);
}

const char *
bs_compare_topic_name (BsCompareTopic topic)
{
  static const char *const names[] = { [BS_COMPARE_TOPIC_UNITS] = "units",   [BS_COMPARE_TOPIC_COPIES] = "copies",
                                       [BS_COMPARE_TOPIC_SPREAD] = "spread", [BS_COMPARE_TOPIC_CLUSTERS] = "clusters",
                                       [BS_COMPARE_TOPIC_LENGTH] = "length", [BS_COMPARE_TOPIC_FORMULAS] = "formulas" };

  g_return_val_if_fail (topic < G_N_ELEMENTS (names), NULL);
  return names[topic];
}

BsTable *
bs_compare_warnings (BsStore *store, const BsCompared *compared, gboolean people, GError **error)
{
  g_autoptr (GArray) warnings = bs_compare_warn (store, compared);
  BsTable *table = bs_table_new ();

  (void) people;
  (void) error;
  bs_table_set_title (table, "What a reviewer would raise");
  bs_table_add_column (table, "about", "About", BS_COLUMN_TEXT, 0);
  bs_table_add_column (table, "warning", "Warning", BS_COLUMN_TEXT, 0);
  for (guint i = 0; i < warnings->len; i++)
    {
      const BsCompareWarning *warning = &g_array_index (warnings, BsCompareWarning, i);

      bs_table_begin_row (table);
      bs_table_set_text (table, 0, bs_compare_topic_name (warning->topic));
      bs_table_set_text (table, 1, warning->text);
    }
  return table;
}
