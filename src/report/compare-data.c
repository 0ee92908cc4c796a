#include "report/compare-labels.h"

static void
group_clear (gpointer data)
{
  BsCompareGroup *group = data;

  g_free (group->name);
  g_free (group->first_day);
  g_free (group->last_day);
}

BsCompareData *
bs_compare_data_new (const BsCompareOptions *options)
{
  BsCompareData *data = g_new0 (BsCompareData, 1);

  data->options = *options;
  data->groups = g_array_new (FALSE, FALSE, sizeof (BsCompareGroup));
  data->small = g_array_new (FALSE, FALSE, sizeof (BsCompareGroup));
  g_array_set_clear_func (data->groups, group_clear);
  g_array_set_clear_func (data->small, group_clear);
  data->clusters = g_ptr_array_new ();
  return data;
}

void
bs_compare_data_free (BsCompareData *data)
{
  if (data == NULL)
    return;
  for (guint i = 0; i < data->clusters->len; i++)
    if (data->clusters->pdata[i] != data->byline)
      bs_labels_free (data->clusters->pdata[i]);
  g_ptr_array_unref (data->clusters);
  bs_labels_free (data->byline);
  bs_labels_free (data->day);
  bs_labels_free (data->block);
  for (guint i = 0; data->values != NULL && i < data->options.n_refs; i++)
    g_free (data->values[i]);
  g_free (data->values);
  g_free (data->words);
  g_array_unref (data->groups);
  g_array_unref (data->small);
  g_free (data->digest);
  g_free (data);
}

static gboolean
check_groups (const BsCompareData *data, GError **error)
{
  const BsCompareGroup *largest = NULL;

  for (guint i = 0; i < data->small->len; i++)
    {
      const BsCompareGroup *group = &g_array_index (data->small, BsCompareGroup, i);

      if (largest == NULL || group->n > largest->n)
        largest = group;
    }
  if (data->groups->len > 0)
    return TRUE;
  if (largest == NULL)
    g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE, "there are no articles to compare");
  else
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "no group has %u articles, which --least asks for; the largest, “%s”,"
                 " has %u%s", MAX (data->options.least, 1), largest->name, largest->n,
                 largest->left_out > 0 ? " that copy no other; “--copies keep” takes all" : "");
  return FALSE;
}

static gboolean
check_number (const BsCompareData *data, GError **error)
{
  const BsCompareOptions *options = &data->options;
  guint n = data->groups->len, most = options->against != NULL ? BS_COMPARE_MOST_OTHERS : BS_COMPARE_MOST_GROUPS;

  if ((options->parts & (BS_COMPARE_PAIRS | BS_COMPARE_MATCHED)) != 0 && n > most)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                   "%u groups are too many to compare every two (%u at most%s); leave the"
                   " smaller ones out by --least, or show “location” or “omnibus” alone",
                   n, most, options->against != NULL ? "" : ", or with one alone by --against");
      return FALSE;
    }
  if ((options->parts & BS_COMPARE_MATCHED) != 0 && data->block != NULL
      && (guint64) n * data->block->names->len > BS_COMPARE_MOST_CELLS)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” has %u values, too many to match %u groups by",
                   options->matched, data->block->names->len, n);
      return FALSE;
    }
  return TRUE;
}

gboolean
bs_compare_data_check (const BsCompareData *data, GError **error)
{
  const char *against = data->options.against;

  if (!check_groups (data, error) || !check_number (data, error))
    return FALSE;

  for (guint i = 0; against != NULL && i < data->groups->len; i++)
    if (g_str_equal (bs_compare_group (data, i)->name, against))
      return TRUE;
  for (guint i = 0; against != NULL && i < data->small->len; i++)
    if (g_str_equal (g_array_index (data->small, BsCompareGroup, i).name, against))
      {
        g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” has %u article%s, and a comparison needs %u (--least)",
                     against, g_array_index (data->small, BsCompareGroup, i).n,
                     g_array_index (data->small, BsCompareGroup, i).n == 1 ? "" : "s", data->options.least);
        return FALSE;
      }
  if (against != NULL)
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "there is no group “%s” to compare with; “--show units” lists them",
                 against);
  return against == NULL;
}
