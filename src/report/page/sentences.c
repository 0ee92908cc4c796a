/* What is said of several groups in one measure. */
#include "report/page/sentence.h"

#include <math.h>

#include "base/number.h"
#include "report/compare-cell.h"
#include "report/page/sentence-parts.h"

static BsPairSaid
said_of (const BsCompared *compared, guint measure, const BsComparePair *pair)
{
  const BsCompareData *data = compared->data;
  const BsCompareMeasure *m = &compared->measures[measure];

  return (BsPairSaid){ .ref = data->options.refs[measure],
                       .a = bs_compare_group (data, pair->a)->name,
                       .b = bs_compare_group (data, pair->b)->name,
                       .figures_a = &m->figures[pair->a],
                       .figures_b = &m->figures[pair->b],
                       .pair = pair,
                       .n_pairs = m->pairs->len };
}

/* "outlets", or "groups" of another field. */
static const char *
groups_of (const BsCompared *compared)
{
  return compared->data->options.by == NULL ? "outlets" : "groups";
}

static void
say_omnibus (GString *out, const BsProse *prose, const BsCompared *compared, guint measure)
{
  const BsCompareOmnibus *o = &compared->measures[measure].omnibus;
  guint n_refs = compared->data->options.n_refs;
  char h[BS_NUMBER_MAX], epsilon[BS_NUMBER_MAX];

  if (!isfinite (o->kruskal_holm))
    {
      bs_prose_say (out, prose, "Whether the %u %s differ cannot be tested: their %" G_GSIZE_FORMAT
                       " values do not vary enough.", o->k, groups_of (compared), o->n);
      return;
    }
  if (o->kruskal_holm < BS_SENTENCE_LEVEL)
    bs_prose_say (out, prose, "The %u %s are not all alike", o->k, groups_of (compared));
  else
    bs_prose_say (out, prose, "That the %u %s differ at all is not shown", o->k, groups_of (compared));
  bs_prose_say (out, prose, " (Kruskal and Wallis's H = %s on %.0f degree%s of freedom, %" G_GSIZE_FORMAT " articles, ",
       bs_number_fixed (o->kruskal.statistic, 2, h), o->kruskal.df1, o->kruskal.df1 == 1 ? "" : "s", o->n);
  bs_prose_p (out, prose, o->kruskal_holm);
  if (n_refs > 1)
    bs_prose_say (out, prose, " after Holm's correction over %u measures", n_refs);
  prose->text (out, ").");
  if (!isfinite (o->epsilon_squared))
    return;
  prose->text (out, o->kruskal_holm < BS_SENTENCE_LEVEL ? " Which of them an article is from accounts for "
                                                        : " In this sample, which of them an article is from"
                                                          " accounts for ");
  if (o->epsilon_squared < 0.005)
    prose->text (out, "less than 1");
  else
    prose->text (out, bs_number_fixed (100 * o->epsilon_squared, 0, h));
  bs_prose_say (out, prose, " %% of the variance of ranks (ε² = %s).", bs_prose_share (o->epsilon_squared, epsilon));
}

GPtrArray *
bs_sentence_pairs (const BsCompared *compared, guint measure)
{
  const BsComparePair *pairs = (const BsComparePair *) (gpointer) compared->measures[measure].pairs->data;
  guint n = compared->measures[measure].pairs->len;
  g_autofree double *scores = g_new (double, n + 1);
  g_autofree guint *ranks = NULL;
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    scores[i] = bs_compare_pair_score (&pairs[i]);
  ranks = bs_compare_ranks (scores, n);
  g_ptr_array_set_size (order, (int) n);
  for (guint i = 0; i < n; i++)
    order->pdata[ranks[i]] = (gpointer) &pairs[i];
  return order;
}

/* "A and B; C and D; and 3 more" of the pairs that do not hold. */
static void
say_alike (GString *out, const BsProse *prose, const BsCompared *compared, const GPtrArray *order)
{
  const BsCompareData *data = compared->data;
  guint alike = 0, named = 0;

  for (guint i = 0; i < order->len; i++)
    alike += !bs_sentence_holds (order->pdata[i]);
  if (alike == 0)
    {
      bs_prose_say (out, prose, "All %u pairs of %s differ: every interval leaves out 0, at .05 after Holm's"
                                " correction.",
           order->len, groups_of (compared));
      return;
    }
  if (alike == order->len)
    {
      bs_prose_say (out, prose, "None of the %u pairs of %s can be told apart at .05 after Holm's correction.",
                    order->len, groups_of (compared));
      return;
    }
  bs_prose_say (out, prose, "%u of %u pairs of %s cannot be told apart at .05 after Holm's correction: ", alike,
                order->len, groups_of (compared));
  for (guint i = order->len; i > 0 && named < BS_SENTENCE_NAMED; i--)
    {
      const BsComparePair *pair = order->pdata[i - 1];

      if (bs_sentence_holds (pair))
        continue;
      prose->text (out, named++ > 0 ? "; " : "");
      prose->name (out, bs_compare_group (data, pair->a)->name);
      prose->text (out, " and ");
      prose->name (out, bs_compare_group (data, pair->b)->name);
    }
  if (alike > named)
    bs_prose_say (out, prose, "; and %u more", alike - named);
  prose->text (out, ".");
}

/* Groups that are compared, but not in this measure. */
static void
say_left_out (GString *out, const BsProse *prose, const BsCompared *compared, guint measure)
{
  const BsCompareData *data = compared->data;
  guint left = 0;

  for (guint i = 0; i < data->groups->len; i++)
    {
      if (compared->measures[measure].figures[i].tested)
        continue;
      if (left++ < BS_SENTENCE_NAMED)
        {
          prose->text (out, left > 1 ? ", " : "Too few articles with a value to be compared: ");
          prose->name (out, bs_compare_group (data, i)->name);
          bs_prose_say (out, prose, " (%" G_GSIZE_FORMAT ")", compared->measures[measure].figures[i].summary.n);
        }
    }
  if (left > BS_SENTENCE_NAMED)
    bs_prose_say (out, prose, " and %u more", left - BS_SENTENCE_NAMED);
  if (left > 0)
    bs_prose_say (out, prose, "; %u are needed.", data->options.least);
}

static void
take (GPtrArray *sentences, GString *sentence)
{
  gboolean empty = sentence->len == 0;
  char *text = g_string_free (sentence, empty);

  if (!empty)
    g_ptr_array_add (sentences, text);
}

static void
add_pair (GPtrArray *sentences, const BsProse *prose, const BsCompared *compared, guint measure,
          const BsComparePair *pair)
{
  const BsPairSaid said = said_of (compared, measure, pair);
  GString *sentence = g_string_new (NULL);

  bs_sentence_pair (sentence, prose, &said);
  take (sentences, sentence);
}

static void
add_several (GPtrArray *sentences, const BsProse *prose, const BsCompared *compared, guint measure)
{
  g_autoptr (GPtrArray) order = bs_sentence_pairs (compared, measure);
  GString *sentence = g_string_new (NULL);
  guint told = 0;

  say_omnibus (sentence, prose, compared, measure);
  take (sentences, sentence);
  for (guint i = 0; i < order->len && told < BS_SENTENCE_PAIRS; i++)
    if (bs_sentence_holds (order->pdata[i]))
      {
        add_pair (sentences, prose, compared, measure, order->pdata[i]);
        told++;
      }
  sentence = g_string_new (NULL);
  say_alike (sentence, prose, compared, order);
  take (sentences, sentence);
}

void
bs_sentence_finding (GString *out, const BsProse *prose, const BsCompared *compared, guint measure)
{
  g_autoptr (GPtrArray) order = bs_sentence_pairs (compared, measure);
  const BsComparePair *found = order->len == 1 ? order->pdata[0] : NULL;

  for (guint i = 0; i < order->len && found == NULL; i++)
    if (bs_sentence_holds (order->pdata[i]))
      found = order->pdata[i];
  if (found != NULL)
    {
      const BsPairSaid said = said_of (compared, measure, found);

      bs_sentence_pair (out, prose, &said);
    }
  else if (order->len > 0)
    say_alike (out, prose, compared, order);
}

GPtrArray *
bs_sentences_of (const BsCompared *compared, guint measure, const BsProse *prose)
{
  const BsCompareMeasure *m = &compared->measures[measure];
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  GString *left_out = g_string_new (NULL);
  gsize values = 0;

  for (guint i = 0; i < compared->data->groups->len; i++)
    values += m->figures[i].summary.n;
  if (values == 0)
    g_ptr_array_add (sentences, g_strdup ("No article has a value of this measure."));
  else if (m->pairs->len == 1)
    add_pair (sentences, prose, compared, measure, &g_array_index (m->pairs, BsComparePair, 0));
  else if (m->pairs->len > 1)
    add_several (sentences, prose, compared, measure);
  else
    g_ptr_array_add (sentences, g_strdup ("Fewer than two groups have enough articles with a value: there is nothing to"
                                          " compare."));
  if (values > 0)
    say_left_out (left_out, prose, compared, measure);
  take (sentences, left_out);
  return sentences;
}
