/* Learning which blocks repeat: articles in, what repeats out. */
#include "clean/repeat-internal.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#define HELD (8 * 1024 * 1024) /* bytes of lines */
#define SALT G_GUINT64_CONSTANT (0x6c65737374686e)

typedef struct {
  GArray *articles; /* of BsRepeatArticle; until it is concluded */
  guint learnt;     /* articles, chosen or not */
  guint64 *line;    /* those that repeat, ascending */
  guint32 *held;    /* by how many articles */
  char **text;      /* set once, by whoever meets it first */
  guint8 *shown;    /* 1: bs_repeats_each_fresh() has shown its text; NULL: none */
  guint n;
} Outlet;

struct _BsRepeats {
  GHashTable *outlets; /* of char * to Outlet * */
  BsSpill *lines; /* of all articles, chosen or not any more */
  GError *error;  /* of the file that they are put aside in */
  gsize ceiling;
  gsize sorted;   /* see bs_repeat_count() */
  gsize blocks;   /* of articles that are chosen */
  guint level;  /* of 2 to this power articles one is learnt */
};

static void
outlet_free (gpointer data)
{
  Outlet *outlet = data;

  g_clear_pointer (&outlet->articles, g_array_unref);
  for (guint i = 0; i < outlet->n; i++)
    g_free (outlet->text[i]);
  g_free (outlet->line);
  g_free (outlet->held);
  g_free (outlet->text);
  g_free (outlet->shown);
  g_free (outlet);
}

BsRepeats *
bs_repeats_new (void)
{
  BsRepeats *repeats = g_new0 (BsRepeats, 1);

  repeats->outlets = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, outlet_free);
  repeats->lines = bs_spill_new (HELD);
  repeats->ceiling = BS_REPEAT_BLOCKS_MAX;
  repeats->sorted = BS_REPEAT_SORTED;
  return repeats;
}

void
bs_repeats_free (BsRepeats *repeats)
{
  if (repeats == NULL)
    return;
  g_hash_table_unref (repeats->outlets);
  bs_spill_free (repeats->lines);
  g_clear_error (&repeats->error);
  g_free (repeats);
}

void
bs_repeats_set_ceiling (BsRepeats *repeats, gsize blocks)
{
  repeats->ceiling = blocks;
}

void
bs_repeats_set_sorted (BsRepeats *repeats, gsize sorted)
{
  repeats->sorted = sorted;
}

/* ---- Learning ----------------------------------------------------------------------------------------------------- */

static Outlet *
outlet_of (BsRepeats *repeats, const char *name)
{
  Outlet *outlet = g_hash_table_lookup (repeats->outlets, name);

  if (outlet == NULL)
    {
      outlet = g_new0 (Outlet, 1);
      outlet->articles = g_array_new (FALSE, FALSE, sizeof (BsRepeatArticle));
      g_hash_table_insert (repeats->outlets, g_strdup (name), outlet);
    }
  return outlet;
}

/* Of the outlets, in byte order: that of the table differs from run to run. */
static GList *
names_of (const BsRepeats *repeats)
{
  return g_list_sort (g_hash_table_get_keys (repeats->outlets), (GCompareFunc) strcmp);
}

static gboolean
is_chosen (const BsRepeats *repeats, guint64 order)
{
  return (order & ((G_GUINT64_CONSTANT (1) << repeats->level) - 1)) == 0;
}

/* Takes the articles out that the level does not choose. */
static void
thin_outlet (BsRepeats *repeats, Outlet *outlet)
{
  guint n = 0;

  for (guint i = 0; i < outlet->articles->len; i++)
    {
      BsRepeatArticle article = g_array_index (outlet->articles, BsRepeatArticle, i);

      if (is_chosen (repeats, article.order))
        g_array_index (outlet->articles, BsRepeatArticle, n++) = article;
      else
        repeats->blocks -= article.n;
    }
  g_array_set_size (outlet->articles, n);
}

/* Whatever the order of articles: the level is the least at which all that it chooses have room. */
static void
thin (BsRepeats *repeats)
{
  while (repeats->blocks > repeats->ceiling && repeats->level < 32)
    {
      GHashTableIter iter;
      gpointer outlet;

      repeats->level++;
      g_hash_table_iter_init (&iter, repeats->outlets);
      while (g_hash_table_iter_next (&iter, NULL, &outlet))
        thin_outlet (repeats, outlet);
    }
}

void
bs_repeats_learn (BsRepeats *repeats, const char *outlet, const char *id, const guint64 *lines, guint n_lines)
{
  guint64 seed = XXH3_64bits_withSeed (outlet, strlen (outlet), SALT);
  BsRepeatArticle article = { .order = XXH3_64bits_withSeed (id, strlen (id), seed), .n = n_lines };
  Outlet *of;

  g_return_if_fail (repeats != NULL && outlet != NULL && id != NULL);
  if (n_lines == 0)
    return;
  of = outlet_of (repeats, outlet);
  of->learnt++;
  if (!is_chosen (repeats, article.order))
    return;
  article.start = bs_spill_size (repeats->lines) / sizeof *lines;
  if (repeats->error != NULL || !bs_spill_put (repeats->lines, lines, n_lines * sizeof *lines, &repeats->error))
    return;
  g_array_append_val (of->articles, article);
  repeats->blocks += n_lines;
  thin (repeats);
}

/* ---- Concluding --------------------------------------------------------------------------------------------------- */

guint
bs_repeats_needed (guint n_articles, gboolean paragraph)
{
  guint needed = paragraph && n_articles > BS_REPEAT_FEW ? BS_REPEAT_MANY : BS_REPEAT_FEW;

  while (4 * (guint64) needed * needed < n_articles)
    needed++;
  return needed;
}

static gboolean
conclude_outlet (const BsRepeats *repeats, Outlet *outlet, GError **error)
{
  g_auto (BsRepeatCount) count = { 0 };

  if (!bs_repeat_count (&count, outlet->articles, repeats->lines, repeats->sorted, error))
    return FALSE;
  outlet->line = g_new (guint64, count.n + 1);
  outlet->held = g_new (guint32, count.n + 1);
  outlet->text = g_new0 (char *, count.n + 1);
  for (guint i = 0; i < count.n; i++)
    if (count.voices[i] >= bs_repeats_needed (outlet->learnt, (count.line[i] & 1) != 0))
      {
        outlet->line[outlet->n] = count.line[i];
        outlet->held[outlet->n++] = count.held[i];
      }
  outlet->line = g_renew (guint64, outlet->line, outlet->n + 1);
  outlet->held = g_renew (guint32, outlet->held, outlet->n + 1);
  outlet->text = g_renew (char *, outlet->text, outlet->n + 1);
  g_clear_pointer (&outlet->articles, g_array_unref);
  return TRUE;
}

gboolean
bs_repeats_conclude (BsRepeats *repeats, GError **error)
{
  GHashTableIter iter;
  gpointer outlet;

  if (repeats->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&repeats->error));
      return FALSE;
    }
  g_hash_table_iter_init (&iter, repeats->outlets);
  while (g_hash_table_iter_next (&iter, NULL, &outlet))
    if (((Outlet *) outlet)->articles != NULL && !conclude_outlet (repeats, outlet, error))
      return FALSE;
  bs_spill_free (repeats->lines);
  repeats->lines = bs_spill_new (HELD);
  return TRUE;
}

void
bs_repeats_restore (BsRepeats *repeats, const char *name, guint articles, const guint64 *lines, const guint32 *held,
                    guint n_lines)
{
  Outlet *outlet = g_new0 (Outlet, 1);

  g_return_if_fail (!g_hash_table_contains (repeats->outlets, name));
  outlet->learnt = articles;
  outlet->n = n_lines;
  outlet->line = g_memdup2 (lines, n_lines * sizeof *lines);
  outlet->held = g_memdup2 (held, n_lines * sizeof *held);
  outlet->text = g_new0 (char *, n_lines + 1);
  g_hash_table_insert (repeats->outlets, g_strdup (name), outlet);
}

/* ---- Asking ------------------------------------------------------------------------------------------------------- */

guint
bs_repeats_find (const BsRepeats *repeats, const char *outlet, guint64 line)
{
  const Outlet *of = g_hash_table_lookup (repeats->outlets, outlet);
  guint place;

  return of != NULL && bs_repeat_find_line (of->line, of->n, line, &place) ? of->held[place] : 0;
}

guint
bs_repeats_articles (const BsRepeats *repeats, const char *outlet)
{
  const Outlet *of = g_hash_table_lookup (repeats->outlets, outlet);

  return of != NULL ? of->learnt : 0;
}

static char *
text_of (BsSpan block, gboolean paragraph, GString *folded)
{
  gsize length;

  bs_repeat_fold (folded, block, paragraph);
  length = MIN (folded->len, BS_REPEAT_TEXT);
  while (length > 0 && length < folded->len && ((guchar) folded->str[length] & 0xC0) == 0x80)
    length--;
  return g_strndup (folded->str, length);
}

gboolean
bs_repeats_meet (const BsRepeats *repeats, const char *outlet, guint64 line, BsSpan block, GString *folded)
{
  Outlet *of = g_hash_table_lookup (repeats->outlets, outlet);
  guint place;
  char *text;

  if (of == NULL || !bs_repeat_find_line (of->line, of->n, line, &place))
    return FALSE;
  if (g_atomic_pointer_get (&of->text[place]) == NULL)
    {
      text = text_of (block, (line & 1) != 0, folded);
      if (!g_atomic_pointer_compare_and_exchange (&of->text[place], NULL, text))
        g_free (text);
    }
  return TRUE;
}

gboolean
bs_repeats_each (const BsRepeats *repeats, BsRepeatVisit visit, gpointer data, GError **error)
{
  g_autoptr (GList) names = names_of (repeats);

  for (GList *name = names; name != NULL; name = name->next)
    {
      const Outlet *outlet = g_hash_table_lookup (repeats->outlets, name->data);

      for (guint i = 0; i < outlet->n; i++)
        if (!visit (data, name->data, outlet->line[i], outlet->held[i], outlet->text[i], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
show_fresh (Outlet *outlet, const char *name, BsRepeatVisit visit, gpointer data, GError **error)
{
  if (outlet->shown == NULL)
    outlet->shown = g_new0 (guint8, outlet->n + 1);
  for (guint i = 0; i < outlet->n; i++)
    {
      const char *text = outlet->shown[i] ? NULL : g_atomic_pointer_get (&outlet->text[i]);

      if (text == NULL)
        continue;
      if (!visit (data, name, outlet->line[i], outlet->held[i], text, error))
        return FALSE;
      outlet->shown[i] = 1;
    }
  return TRUE;
}

gboolean
bs_repeats_each_fresh (BsRepeats *repeats, BsRepeatVisit visit, gpointer data, GError **error)
{
  g_autoptr (GList) names = names_of (repeats);

  for (GList *name = names; name != NULL; name = name->next)
    if (!show_fresh (g_hash_table_lookup (repeats->outlets, name->data), name->data, visit, data, error))
      return FALSE;
  return TRUE;
}
