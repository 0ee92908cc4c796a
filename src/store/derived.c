#include "store/derived.h"

#include <string.h>

#include "store/formula.h"

#define MAX_GUARDS 62  /* bits of an SQLite integer that are safe in every language */
#define LONGEST 2000   /* bytes of SQL: a longer one is dearer to read than to keep */

/* What measures of one kind ask of an article. */
typedef struct {
  BsMeasureRef ref; /* the first of the kind */
  gboolean words, sentences, types; /* must be there at all */
} Guard;

typedef struct {
  GPtrArray *sql;   /* by measure: char *, or NULL */
  GArray *kept;     /* of guint */
  gboolean *wanted; /* by measure */
  GArray *guards;   /* of Guard */
} Derived;

/* The counts that a measure takes from a text: the one alternative of its `inputs` that is all counts. FALSE where there
 * is none, or more. */
static gboolean
counts_of_measure (const BsMeasure *measure, GArray *counts)
{
  g_auto (GStrv) alternatives = g_strsplit (measure->inputs, "|", -1);
  guint found = 0;

  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (g_strstrip (alternatives[i]), " ", -1);
      g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (BsCount));

      for (guint j = 0; names[j] != NULL; j++)
        {
          const char *source = strchr (names[j], '=');
          BsCount count = bs_count_by_name (source != NULL ? source + 1 : names[j]);

          g_array_append_val (mine, count);
          if (count == BS_N_COUNTS)
            break;
        }
      if (mine->len == 0 || g_array_index (mine, BsCount, mine->len - 1) == BS_N_COUNTS)
        continue;
      found++;
      g_array_set_size (counts, 0);
      g_array_append_vals (counts, mine->data, mine->len);
    }
  return found == 1;
}

static gboolean
same_guard (const Guard *a, const Guard *b)
{
  const BsMeasure *x = a->ref.measure, *y = b->ref.measure;

  return g_strcmp0 (x->language, y->language) == 0 && x->least_words == y->least_words && a->ref.window == b->ref.window
         && x->least_sentences == y->least_sentences && a->words == b->words && a->sentences == b->sentences
         && a->types == b->types;
}

/* The bit of this guard; a new one where none is like it. */
static guint
bit_of_guard (GArray *guards, const Guard *guard)
{
  for (guint i = 0; i < guards->len; i++)
    if (same_guard (&g_array_index (guards, Guard, i), guard))
      return i;
  g_array_append_val (guards, *guard);
  return guards->len - 1;
}

static gboolean
is_of_name (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Whether a name stands in SQL by itself. */
static gboolean
mentions (const char *sql, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (sql, name); at != NULL; at = strstr (at + 1, name))
    if ((at == sql || !is_of_name (at[-1])) && !is_of_name (at[length]))
      return TRUE;
  return FALSE;
}

/* NULL where the measure has to be kept. */
static char *
make_sql (Derived *derived, BsMeasureRef ref)
{
  g_autofree char *formula = bs_formula_sql (ref);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (BsCount));
  g_autoptr (GString) sql = NULL;
  Guard guard = { .ref = ref };

  if (formula == NULL || strlen (formula) > LONGEST || !counts_of_measure (ref.measure, counts)
      || derived->guards->len == MAX_GUARDS)
    return NULL;
  for (guint i = 0; i < counts->len; i++)
    {
      BsCount count = g_array_index (counts, BsCount, i);

      guard.words |= count == BS_COUNT_WORDS;
      guard.sentences |= count == BS_COUNT_SENTENCES;
      guard.types |= count == BS_COUNT_TYPES;
    }
  sql = g_string_new (NULL);
  g_string_printf (sql, "CAST(CASE WHEN admits & %" G_GINT64_FORMAT,
                   (gint64) 1 << bit_of_guard (derived->guards, &guard));
  for (guint i = 0; i < counts->len; i++)
    {
      const char *name = bs_count_info (g_array_index (counts, BsCount, i))->name;

      if (!mentions (formula, name))
        g_string_append_printf (sql, " AND %s IS NOT NULL", name);
    }
  g_string_append_printf (sql, " THEN %s END AS REAL)", formula);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static const Derived *
get_derived (void)
{
  static gsize once;
  static Derived derived;

  if (g_once_init_enter (&once))
    {
      guint n;
      const BsMeasureRef *refs = bs_measures_of_articles (&n);

      derived.sql = g_ptr_array_new ();
      derived.kept = g_array_new (FALSE, FALSE, sizeof (guint));
      derived.wanted = g_new (gboolean, n);
      derived.guards = g_array_new (FALSE, FALSE, sizeof (Guard));
      for (guint i = 0; i < n; i++)
        {
          g_ptr_array_add (derived.sql, make_sql (&derived, refs[i]));
          if (derived.sql->pdata[i] == NULL)
            g_array_append_val (derived.kept, i);
          derived.wanted[i] = derived.sql->pdata[i] == NULL || bs_measure_is_headline (refs[i]);
        }
      g_once_init_leave (&once, 1);
    }
  return &derived;
}

const char *
bs_derived_sql (guint measure)
{
  return get_derived ()->sql->pdata[measure];
}

gboolean
bs_derived_is_measure (const char *column)
{
  static gsize once;
  static GHashTable *columns; /* of char * */

  if (g_once_init_enter (&once))
    {
      guint n;
      const BsMeasureRef *refs = bs_measures_of_articles (&n);

      columns = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < n; i++)
        g_hash_table_add (columns, bs_measure_ref_id (refs[i]));
      g_once_init_leave (&once, 1);
    }
  return g_hash_table_contains (columns, column);
}

const guint *
bs_derived_kept (guint *n)
{
  const GArray *kept = get_derived ()->kept;

  *n = kept->len;
  return (const guint *) (gpointer) kept->data;
}

const gboolean *
bs_derived_wanted (void)
{
  return get_derived ()->wanted;
}

/* The kinds of measures that are of this language, whatever the length. */
static gint64
bits_of_language (const GArray *guards, const char *language)
{
  static const BsCounts none;
  gint64 bits = 0;

  for (guint i = 0; i < guards->len; i++)
    if (bs_measure_bar (g_array_index (guards, Guard, i).ref, language, FALSE, &none) == BS_HAS_VALUE)
      bits |= (gint64) 1 << i;
  return bits;
}

static gint64
learn_language (BsAdmission *admission, const GArray *guards, const char *language)
{
  gsize size = language != NULL ? strlen (language) + 1 : 0;

  if (language == NULL || size > sizeof admission->language)
    return bits_of_language (guards, language);
  if (!admission->known || strcmp (admission->language, language) != 0)
    {
      admission->bits = bits_of_language (guards, language);
      admission->known = TRUE;
      memcpy (admission->language, language, size);
    }
  return admission->bits;
}

static gboolean
is_there (gboolean wanted, gint64 count)
{
  return !wanted || count > 0;
}

gint64
bs_derived_admits (BsAdmission *admission, const char *language, gboolean least_lengths, const BsCounts *counts)
{
  const GArray *guards = get_derived ()->guards;
  const gint64 *value = counts->value;
  gint64 bits = 0;

  for (guint64 left = (guint64) learn_language (admission, guards, language); left != 0; left &= left - 1)
    {
      guint i = (guint) __builtin_ctzll (left);
      const Guard *guard = &g_array_index (guards, Guard, i);

      if (is_there (guard->words, value[BS_COUNT_WORDS]) && is_there (guard->sentences, value[BS_COUNT_SENTENCES])
          && is_there (guard->types, value[BS_COUNT_TYPES])
          && (!least_lengths || !bs_measure_is_too_short (guard->ref, counts)))
        bits |= (gint64) 1 << i;
    }
  return bits;
}
