/* Key words: every word of an outlet is tested against its reference, and the first of them are shown. */
#include <math.h>
#include <string.h>

#include "compare/adjust.h"
#include "compare/keyness.h"
#include "report/keyness-parts.h"
#include "report/view.h"
#include "store/article-terms.h"
#include "store/forget.h"

/* Counts of all words in one place: an outlet, all of them, or a list. */
typedef struct {
  double *count, *held; /* by item */
  double words, articles;
} Side;

static void
side_clear (Side *side)
{
  g_free (side->count);
  g_free (side->held);
}

typedef struct {
  BsStore *store;
  const BsKeynessOptions *options;
  BsKeyItems *items;  /* n-grams; NULL: words */
  GArray *names;      /* of BsTermName: the items */
  GPtrArray *outlets; /* of char * */
  GPtrArray *largest; /* of char *, those that are looked at; NULL: all */
  gboolean *passed;   /* by item: filters let it through */
  Side all, here, against;
  GArray *keys;       /* of BsKey: those that are shown */
  GArray *tested;     /* of BsKey: those of the outlet at hand that are looked at further */
  guint64 n_tested;   /* of the outlet at hand, whether looked at further or not */
  guint64 most_tested, least_tested;
} Keyness;

static void
keyness_clear (Keyness *k)
{
  if (k->items == NULL)
    g_clear_pointer (&k->names, g_array_unref);
  g_clear_pointer (&k->items, bs_key_items_free);
  g_clear_pointer (&k->outlets, g_ptr_array_unref);
  g_clear_pointer (&k->largest, g_ptr_array_unref);
  g_free (k->passed);
  side_clear (&k->all);
  side_clear (&k->here);
  side_clear (&k->against);
  g_clear_pointer (&k->keys, g_array_unref);
  g_clear_pointer (&k->tested, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keyness, keyness_clear)

/* ---- Counts ------------------------------------------------------------------------------------------------------ */

static void
side_init (Side *side, guint n_items)
{
  *side = (Side){ g_new0 (double, n_items + 1), g_new0 (double, n_items + 1), 0, 0 };
}

/* Those of the n-grams of one outlet are added. */
static void
add_ngrams (const Keyness *k, Side *side, guint outlet)
{
  const GArray *counts = k->items->counts->pdata[outlet];

  for (guint i = 0; i < counts->len; i++)
    {
      const BsKeyCount *count = &g_array_index (counts, BsKeyCount, i);

      side->count[count->item] += (double) count->count;
      side->held[count->item] += (double) count->articles;
    }
  side->words += k->items->total[outlet];
  side->articles += k->items->articles[outlet];
}

static void
load_ngrams (const Keyness *k, Side *side, const char *outlet)
{
  side->words = side->articles = 0;
  for (guint i = 0; i < k->outlets->len; i++)
    if (outlet == NULL || g_str_equal (k->outlets->pdata[i], outlet))
      add_ngrams (k, side, i);
}

/* The counts of an outlet, or of all together where `outlet` is NULL. */
static gboolean
load_side (const Keyness *k, Side *side, const char *outlet, GError **error)
{
  static const BsColumn columns[] = { { "term", NULL, BS_COLUMN_INTEGER, 0 },
                                      { "count", NULL, BS_COLUMN_INTEGER, 0 },
                                      { "articles", NULL, BS_COLUMN_INTEGER, 0 } };
  const char *parameters[] = { outlet, NULL };
  g_autoptr (BsTable) rows = NULL;
  GError *broken = NULL;
  const BsCell *cells;

  memset (side->count, 0, sizeof *side->count * k->names->len);
  memset (side->held, 0, sizeof *side->held * k->names->len);
  if (k->items != NULL)
    {
      load_ngrams (k, side, outlet);
      return TRUE;
    }
  rows = bs_store_query (
      k->store,
      outlet != NULL ? "SELECT v.term, v.count, v.articles FROM counted_outlets o JOIN counted_terms v USING (outlet)"
                       " WHERE o.name = ?"
                     : "SELECT term, count, articles FROM counted_terms",
      parameters, columns, G_N_ELEMENTS (columns), error);
  if (rows == NULL)
    return FALSE;
  while ((cells = bs_table_next (rows, &broken)) != NULL)
    if (cells[0].integer >= 0 && cells[0].integer < k->names->len)
      {
        side->count[cells[0].integer] += (double) cells[1].integer;
        side->held[cells[0].integer] += (double) cells[2].integer;
      }
  side->words = bs_store_number (k->store,
                                 outlet != NULL ? "SELECT words FROM counted_outlets WHERE name = ?"
                                                : "SELECT sum(words) FROM counted_outlets",
                                 parameters);
  side->articles = bs_store_number (k->store,
                                    outlet != NULL ? "SELECT articles FROM counted_outlets WHERE name = ?"
                                                   : "SELECT sum(articles) FROM counted_outlets",
                                    parameters);
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, broken);
  return FALSE;
}

static void
load_list (const Keyness *k, Side *side)
{
  const BsFrequencyList *list = k->options->reference;

  for (guint i = 0; i < k->names->len; i++)
    {
      const BsListed *listed = g_hash_table_lookup (list->words, g_array_index (k->names, BsTermName, i).word);

      side->count[i] = listed != NULL ? listed->count : 0;
      side->held[i] = listed != NULL ? listed->articles : 0;
    }
  side->words = list->total;
  side->articles = list->articles;
}

/* Whether a word of the text, which are parted by blanks, is in the set. */
static gboolean
holds_any (const GHashTable *set, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_hash_table_contains ((GHashTable *) set, words[i]))
      return TRUE;
  return FALSE;
}

/* Which words are looked at. */
static gboolean
passes (const BsKeynessOptions *options, const BsTermName *name)
{
  gboolean content = !name->function_word && !name->number && name->letters > 1;

  if (options->stop != NULL && holds_any (options->stop, name->word))
    return FALSE;
  if (options->words == BS_KEY_CONTENT)
    return content;
  return options->words != BS_KEY_FUNCTION || name->function_word;
}

/* ---- Testing ----------------------------------------------------------------------------------------------------- */

static gboolean
is_positive (const BsKey *key)
{
  return key->a / key->na > key->b / key->nb;
}

static double
sort_value (const BsKey *key, BsKeySort sort, double k)
{
  BsContingency cells = bs_contingency_of (key->a, key->na, key->b, key->nb);
  double sign = key->positive ? 1 : -1;

  switch (sort)
    {
    case BS_KEY_G2_ARTICLES:
      return key->g2_articles;
    case BS_KEY_CHI2:
      return bs_chi2 (&cells);
    case BS_KEY_LOG_RATIO:
      return sign * bs_log_ratio (key->a, key->na, key->b, key->nb, 0.95).estimate;
    case BS_KEY_CONSERVATIVE:
      /* the exact interval is wider than what G² would give: so far from it, it holds 0 */
      if (key->p * key->n_tested > 50)
        return 0;
      return sign * bs_log_ratio_conservative (key->a, key->na, key->b, key->nb, key->n_tested);
    case BS_KEY_ODDS_RATIO:
      return sign * log (bs_odds_ratio (key->a, key->na, key->b, key->nb).estimate);
    case BS_KEY_SIMPLE_MATHS:
      return sign * log (bs_simple_maths (key->a, key->na, key->b, key->nb, k));
    default:
      return key->g2;
    }
}

/* What stands on one side of an item; FALSE where it is too rare to be tested. */
static gboolean
make_key (const Keyness *k, guint32 item, const Side *there, gboolean rest, BsKey *key)
{
  const Side *here = &k->here;
  double wanted;

  key->item = item;
  key->a = here->count[item];
  key->held_a = here->held[item];
  key->b = there->count[item] - (rest ? key->a : 0);
  key->held_b = there->held[item] - (rest ? key->held_a : 0);
  if (!k->passed[item] || key->a + key->b < (double) k->options->least || key->a + key->b == 0)
    return FALSE;
  key->positive = is_positive (key);
  wanted = key->positive ? key->held_a : key->held_b;
  return !(wanted < (double) k->options->least_articles); /* passes where it is NAN */
}

static gboolean
is_wanted (const Keyness *k, const BsKey *key)
{
  return (k->options->side & (key->positive ? BS_KEY_POSITIVE : BS_KEY_NEGATIVE)) != 0;
}

static void
measure (BsKey *key)
{
  BsContingency cells = bs_contingency_of (key->a, key->na, key->b, key->nb);
  BsContingency articles = bs_contingency_of (key->held_a, key->articles_a, key->held_b, key->articles_b);

  key->g2 = bs_g2 (&cells);
  key->g2_articles = bs_g2 (&articles);
  key->p = bs_chi2_p (key->g2);
}

/* All items of the outlet at hand are tested: they count. Where nobody asks for corrections that need the p of each,
 * those of the other side need not be looked at further; they are most. */
static void
test_items (Keyness *k, const Side *there, gboolean rest, BsKey *key)
{
  g_array_set_size (k->tested, 0);
  k->n_tested = 0;
  for (guint32 item = 0; item < k->names->len; item++)
    if (make_key (k, item, there, rest, key))
      {
        k->n_tested++;
        if (!k->options->all_figures && !is_wanted (k, key))
          continue;
        measure (key);
        g_array_append_val (k->tested, *key);
      }
}

/* Corrections over all that were tested. */
static void
adjust (GArray *tested)
{
  gsize n = tested->len;
  g_autofree double *p = g_new (double, n + 1);
  g_autofree double *holm = g_new (double, n + 1);
  g_autofree double *bh = g_new (double, n + 1);
  g_autofree double *articles = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      p[i] = g_array_index (tested, BsKey, i).p;
      articles[i] = bs_chi2_p (g_array_index (tested, BsKey, i).g2_articles);
    }
  bs_adjust_holm (p, n, holm);
  bs_adjust_bh (p, n, bh);
  bs_adjust_bh (articles, n, articles);
  for (guint i = 0; i < n; i++)
    {
      BsKey *key = &g_array_index (tested, BsKey, i);

      key->p_holm = holm[i];
      key->p_bh = bh[i];
      key->p_articles_bh = articles[i];
    }
}

/* More characteristic words first; those without a value last; then by number, which does not depend on the run. */
static int
by_keyness (gconstpointer a, gconstpointer b, gpointer tested)
{
  const BsKey *x = &g_array_index ((GArray *) tested, BsKey, *(const guint32 *) a);
  const BsKey *y = &g_array_index ((GArray *) tested, BsKey, *(const guint32 *) b);
  double first = isnan (x->sort) ? -INFINITY : x->sort, second = isnan (y->sort) ? -INFINITY : y->sort;

  if (x->positive != y->positive)
    return y->positive - x->positive;
  if (first != second)
    return first < second ? 1 : -1;
  return (x->item > y->item) - (x->item < y->item);
}

static void
keep_first (Keyness *k)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint kept[2] = { 0, 0 };

  for (guint32 i = 0; i < k->tested->len; i++)
    if (is_wanted (k, &g_array_index (k->tested, BsKey, i)))
      g_array_append_val (order, i);
  g_array_sort_with_data (order, by_keyness, k->tested);
  for (guint i = 0; i < order->len; i++)
    {
      BsKey *key = &g_array_index (k->tested, BsKey, g_array_index (order, guint32, i));

      if (k->options->n != 0 && kept[key->positive]++ >= k->options->n)
        continue;
      bs_keyness_no_spread (key);
      g_array_append_val (k->keys, *key);
    }
}

static gboolean
test_outlet (Keyness *k, guint outlet, GError **error)
{
  const BsKeynessOptions *options = k->options;
  gboolean rest = options->reference == NULL && options->against == NULL;
  const Side *there = rest ? &k->all : &k->against;
  BsKey key = { .outlet = outlet };

  if (!load_side (k, &k->here, k->outlets->pdata[outlet], error))
    return FALSE;
  key.reference = rest ? BS_KEY_REST : BS_KEY_LIST;
  for (guint i = 0; options->against != NULL && i < k->outlets->len; i++)
    if (g_str_equal (k->outlets->pdata[i], options->against))
      key.reference = i;
  key.na = k->here.words;
  key.articles_a = k->here.articles;
  key.nb = there->words - (rest ? key.na : 0);
  key.articles_b = there->articles - (rest ? key.articles_a : 0);
  test_items (k, there, rest, &key);
  if (options->all_figures)
    adjust (k->tested);
  for (guint i = 0; i < k->tested->len; i++)
    {
      BsKey *one = &g_array_index (k->tested, BsKey, i);

      one->n_tested = (double) k->n_tested;
      if (is_wanted (k, one))
        one->sort = sort_value (one, options->sort, options->k);
    }
  k->most_tested = MAX (k->most_tested, k->n_tested);
  k->least_tested = MIN (k->least_tested, k->n_tested);
  keep_first (k);
  return TRUE;
}

/* ---- The table --------------------------------------------------------------------------------------------------- */

static gboolean
check_options (Keyness *k, GError **error)
{
  const BsKeynessOptions *options = k->options;

  if (options->outlet != NULL && !bs_view_check_outlet (k->store, options->outlet, error))
    return FALSE;
  if (options->against != NULL && !bs_view_check_outlet (k->store, options->against, error))
    return FALSE;
  if (options->outlet != NULL && options->against != NULL && g_str_equal (options->outlet, options->against))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” cannot be compared with itself", options->outlet);
      return FALSE;
    }
  if (options->reference == NULL && k->outlets->len < 2)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                   "keyness compares outlets, and this store has %u with articles that count; “broadsheet keyness"
                   " --reference FILE” takes a frequency list", k->outlets->len);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load (Keyness *k, GError **error)
{
  const BsKeynessOptions *options = k->options;

  k->outlets = bs_view_outlet_names (k->store, error);
  if (k->outlets == NULL || !check_options (k, error))
    return FALSE;
  if (options->most_outlets > 0
      && (k->largest = bs_view_largest_outlets (k->store, options->most_outlets, NULL, error)) == NULL)
    return FALSE;
  if (options->ngrams != NULL)
    {
      /* rarer ones are not tested in any case */
      k->items = bs_key_items_new (options->ngrams, options->n_words, k->outlets,
                                   options->reference == NULL ? options->least : 1, error);
      k->names = k->items != NULL ? k->items->names : NULL;
    }
  else
    k->names = bs_store_term_names (k->store, error);
  if (k->names == NULL)
    return FALSE;
  k->keys = g_array_new (FALSE, FALSE, sizeof (BsKey));
  k->tested = g_array_new (FALSE, FALSE, sizeof (BsKey));
  k->passed = g_new (gboolean, k->names->len + 1);
  for (guint i = 0; i < k->names->len; i++)
    k->passed[i] = passes (options, &g_array_index (k->names, BsTermName, i));
  side_init (&k->here, k->names->len);
  if (options->reference == NULL && options->against == NULL)
    {
      side_init (&k->all, k->names->len);
      return load_side (k, &k->all, NULL, error);
    }
  side_init (&k->against, k->names->len);
  if (options->against != NULL)
    return load_side (k, &k->against, options->against, error);
  load_list (k, &k->against);
  return TRUE;
}

static gboolean
is_among_largest (const Keyness *k, guint outlet)
{
  return k->largest == NULL || g_ptr_array_find_with_equal_func (k->largest, k->outlets->pdata[outlet], g_str_equal, NULL);
}

static void
fill (const Keyness *k, BsTable *table)
{
  const BsKeynessOptions *options = k->options;
  guint rank = 0;

  bs_keyness_columns (table, options->all_figures);
  for (guint i = 0; i < k->keys->len; i++)
    {
      const BsKey *key = &g_array_index (k->keys, BsKey, i);
      const BsKey *before = i > 0 ? key - 1 : NULL;

      rank = before != NULL && before->outlet == key->outlet && before->positive == key->positive ? rank + 1 : 1;
      bs_keyness_row (table, key, k->outlets->pdata[key->outlet], g_array_index (k->names, BsTermName, key->item).word,
                      rank, options->k, options->all_figures);
    }
}

BsTable *
bs_view_keyness (BsStore *store, const BsKeynessOptions *options, GError **error)
{
  g_auto (Keyness) k = { .store = store, .options = options, .least_tested = G_MAXUINT64 };
  g_autoptr (BsTable) table = bs_table_new ();
  g_autofree char *note = NULL;
  gboolean spread;

  if (!load (&k, error))
    return NULL;
  for (guint i = 0; i < k.outlets->len; i++)
    if (is_among_largest (&k, i) && (options->outlet == NULL || g_str_equal (options->outlet, k.outlets->pdata[i]))
        && (options->against == NULL || !g_str_equal (options->against, k.outlets->pdata[i]))
        && !test_outlet (&k, i, error))
      return NULL;
  spread = options->ngrams == NULL && bs_store_has_kept (store, BS_KEPT_TERMS);
  if (spread && !bs_keyness_spread (store, k.outlets, k.names->len, k.keys, error))
    return NULL;
  note = bs_keyness_note (options, k.least_tested, k.most_tested, spread);
  if (k.largest != NULL && k.largest->len < k.outlets->len)
    {
      g_autofree char *of_all = g_steal_pointer (&note);

      note = g_strdup_printf ("Of %u outlets the %u with the most words. %s", k.outlets->len, k.largest->len, of_all);
    }
  if (options->ngrams != NULL)
    {
      g_autofree char *title = g_strdup_printf ("Key n-grams of %u words", options->n_words);

      bs_table_set_title (table, title);
    }
  else
    bs_table_set_title (table, "Key words");
  bs_table_set_note (table, note);
  bs_view_note_copies (store, table);
  fill (&k, table);
  return g_steal_pointer (&table);
}
