#include "analysis/targets.h"

#include "analysis/batch.h"
#include "base/arena.h"
#include "base/hash.h"
#include "store/origins.h"

struct _BsTargets {
  BsArena *arena;
  GHashTable *by_key;  /* bs_known_key() to BsTarget */
  GPtrArray *wanted;   /* of BsTarget, in key order … */
  GPtrArray *keys;     /* … and their keys */
  GHashTable *rules;   /* to their number */
  GHashTable *allowed; /* numbers of rules */
  guint64 left;
};

void
bs_targets_free (BsTargets *targets)
{
  if (targets == NULL)
    return;
  g_hash_table_unref (targets->by_key);
  g_hash_table_unref (targets->rules);
  g_hash_table_unref (targets->allowed);
  g_ptr_array_unref (targets->wanted);
  g_ptr_array_unref (targets->keys);
  bs_arena_free (targets->arena);
  g_free (targets);
}

static const char *
key_in (BsArena *arena, const char *outlet, const char *id)
{
  g_autofree char *key = bs_known_key (outlet, id);

  return bs_arena_strdup (arena, key);
}

typedef struct {
  BsTargets *targets;
  const GHashTable *only;
} Wanting;

static void
want (gpointer data, const BsStoredOrigin *origin)
{
  const Wanting *wanting = data;
  BsTargets *targets = wanting->targets;
  BsTarget *target;
  const char *key;

  if (wanting->only != NULL && !g_hash_table_contains ((GHashTable *) wanting->only, &origin->number))
    return;
  target = bs_arena_alloc (targets->arena, sizeof *target);
  key = key_in (targets->arena, origin->outlet, origin->id);
  *target = (BsTarget){ .number = origin->number,
                        .settings = origin->settings,
                        .wanted = TRUE,
                        .checksum = bs_arena_strdup (targets->arena, origin->checksum),
                        .repeats = bs_arena_strdup (targets->arena, origin->repeats),
                        .title = bs_arena_strdup (targets->arena, origin->title),
                        .day = bs_arena_strdup (targets->arena, origin->day),
                        .kept = bs_span (bs_arena_copy (targets->arena, origin->kept), origin->kept.length) };
  g_hash_table_insert (targets->by_key, (gpointer) key, target);
  g_ptr_array_add (targets->wanted, target);
  g_ptr_array_add (targets->keys, (gpointer) key);
  targets->left++;
}

/* All others of the store share one target, which nobody wants. */
static gboolean
load_others (BsTargets *targets, BsStore *store, GError **error)
{
  static const BsColumn columns[] = { { "outlet", NULL, BS_COLUMN_TEXT, 0 }, { "id", NULL, BS_COLUMN_TEXT, 0 } };
  g_autoptr (BsTable) rows = NULL;
  BsTarget *other = bs_arena_alloc (targets->arena, sizeof *other);
  const BsCell *cells;
  GError *trouble = NULL;

  *other = (BsTarget){ 0 };
  if (bs_store_number (store, "SELECT count(*) FROM articles", NULL) == (double) targets->wanted->len)
    return TRUE;
  rows = bs_store_query (store, "SELECT outlet, id FROM articles", NULL, columns, G_N_ELEMENTS (columns), error);
  if (rows == NULL)
    return FALSE;
  while ((cells = bs_table_next (rows, &trouble)) != NULL)
    {
      g_autofree char *key = bs_known_key (cells[0].text, cells[1].text);

      if (!g_hash_table_contains (targets->by_key, key))
        g_hash_table_insert (targets->by_key, bs_arena_strdup (targets->arena, key), other);
    }
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, trouble);
  return FALSE;
}

static gboolean
load_rules (BsTargets *targets, BsStore *store, GError **error)
{
  static const BsColumn columns[] = { { "setting", NULL, BS_COLUMN_INTEGER, 0 }, { "rules", NULL, BS_COLUMN_TEXT, 0 } };
  g_autoptr (BsTable) rows
      = bs_store_query (store, "SELECT setting, rules FROM settings", NULL, columns, G_N_ELEMENTS (columns), error);
  const BsCell *cells;
  GError *trouble = NULL;

  if (rows == NULL)
    return FALSE;
  while ((cells = bs_table_next (rows, &trouble)) != NULL)
    g_hash_table_insert (targets->rules, bs_arena_strdup (targets->arena, cells[1].text),
                         GUINT_TO_POINTER ((guint) cells[0].integer));
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, trouble);
  return FALSE;
}

BsTargets *
bs_targets_new (BsStore *store, const char *outlet, const GHashTable *only, GError **error)
{
  g_autoptr (BsTargets) targets = g_new0 (BsTargets, 1);
  Wanting wanting = { targets, only };

  targets->arena = bs_arena_new ();
  targets->by_key = g_hash_table_new (bs_hash_word, g_str_equal);
  targets->rules = g_hash_table_new (bs_hash_word, g_str_equal);
  targets->allowed = g_hash_table_new (NULL, NULL);
  targets->wanted = g_ptr_array_new ();
  targets->keys = g_ptr_array_new ();
  if (!load_rules (targets, store, error) || !bs_store_each_origin (store, outlet, want, &wanting, error)
      || !load_others (targets, store, error))
    return NULL;
  return g_steal_pointer (&targets);
}

BsTarget *
bs_targets_find (const BsTargets *targets, const char *outlet, const char *id)
{
  g_autofree char *key = bs_known_key (outlet, id);

  return g_hash_table_lookup (targets->by_key, key);
}

guint
bs_targets_settings (const BsTargets *targets, const char *rules)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (targets->rules, rules));
}

static gboolean
is_allowed (const BsTargets *targets, const BsTarget *target)
{
  return g_hash_table_contains (targets->allowed, GUINT_TO_POINTER (target->settings));
}

void
bs_targets_allow (BsTargets *targets, guint settings)
{
  g_hash_table_add (targets->allowed, GUINT_TO_POINTER (settings));
  targets->left = 0;
  for (guint i = 0; i < targets->wanted->len; i++)
    {
      const BsTarget *target = targets->wanted->pdata[i];

      targets->left += !target->done && is_allowed (targets, target);
    }
}

guint64
bs_targets_left (const BsTargets *targets)
{
  return targets->left;
}

void
bs_targets_done (BsTargets *targets, BsTarget *target)
{
  target->done = TRUE;
  targets->left--;
}

static char *
describe (const char *key, const char *why)
{
  const char *part = strchr (key, '\037');

  return g_strdup_printf ("%.*s / %s: %s", (int) (part - key), key, part + 1, why);
}

void
bs_targets_sum (const BsTargets *targets, gboolean all, guint64 *changed, guint64 *gone, char **first)
{
  *changed = *gone = 0;
  *first = NULL;
  for (guint i = 0; i < targets->wanted->len; i++)
    {
      const BsTarget *target = targets->wanted->pdata[i];
      const char *why = target->why;

      if (target->done)
        continue;
      if (why == NULL && !is_allowed (targets, target))
        why = BS_TARGET_RULES;
      if (why == NULL && !all)
        continue;
      *changed += why != NULL;
      *gone += why == NULL;
      if (*first == NULL)
        *first = describe (targets->keys->pdata[i], why != NULL ? why : "not met in its sources");
    }
}
