#include "analysis/term-ids.h"

#include "base/hash.h"

#define NOT_ASKED (G_MAXUINT32 - 1)

struct _BsTermIds {
  const BsTerms      *terms;
  const BsTypeIndex  *index;   /* whose types `of_type` numbers */
  BsNumbers           numbers; /* of that index: where it changes, another one may stand in the same place */
  GArray             *of_type; /* of guint32, by type */
  GArray             *ids;     /* of guint32, by running word */
};

BsTerms *
bs_terms_load (BsStore *store, GError **error)
{
  GArray *names = bs_store_term_names (store, error);
  BsTerms *terms;

  if (names == NULL)
    return NULL;
  terms = g_new (BsTerms, 1);
  terms->names = names;
  terms->numbers = g_hash_table_new (bs_hash_word, g_str_equal);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (terms->numbers, g_array_index (names, BsTermName, i).word, GUINT_TO_POINTER (i + 1));
  return terms;
}

void
bs_terms_free (BsTerms *terms)
{
  if (terms == NULL)
    return;
  g_hash_table_unref (terms->numbers);
  g_array_unref (terms->names);
  g_free (terms);
}

gboolean
bs_term_is_content (const BsTermName *name)
{
  return !name->function_word && !name->number && name->letters > 1;
}

BsTermIds *
bs_term_ids_new (const BsTerms *terms)
{
  BsTermIds *ids = g_new0 (BsTermIds, 1);

  ids->terms = terms;
  ids->of_type = g_array_new (FALSE, FALSE, sizeof (guint32));
  ids->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  return ids;
}

void
bs_term_ids_free (BsTermIds *ids)
{
  if (ids == NULL)
    return;
  g_array_unref (ids->of_type);
  g_array_unref (ids->ids);
  g_free (ids);
}

/* Room for every type that the index knows by now. */
static void
follow_index (BsTermIds *ids, const BsReading *reading)
{
  guint32 n_types = bs_type_index_n_types (reading->index);
  guint known;

  if (ids->index != reading->index || ids->numbers != reading->lexicon.numbers)
    g_array_set_size (ids->of_type, 0);
  ids->index = reading->index;
  ids->numbers = reading->lexicon.numbers;
  known = ids->of_type->len;
  g_array_set_size (ids->of_type, MAX (n_types, known));
  for (guint i = known; i < ids->of_type->len; i++)
    g_array_index (ids->of_type, guint32, i) = NOT_ASKED;
}

static guint32
term_of (BsTermIds *ids, guint32 type)
{
  guint32 *term = &g_array_index (ids->of_type, guint32, type);

  if (*term == NOT_ASKED)
    {
      const char *word = bs_type_index_type (ids->index, type)->word;
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (ids->terms->numbers, word));

      *term = number != 0 ? number - 1 : BS_NO_TERM;
    }
  return *term;
}

const guint32 *
bs_term_ids_of (BsTermIds *ids, const BsReading *reading)
{
  const GArray *words = reading->segments->words;
  const BsSpelling *spellings = bs_type_index_spellings (reading->index);

  follow_index (ids, reading);
  g_array_set_size (ids->ids, words->len);
  for (guint i = 0; i < words->len; i++)
    g_array_index (ids->ids, guint32, i)
        = term_of (ids, spellings[g_array_index (words, BsWord, i).spelling].type);
  return (const guint32 *) (gpointer) ids->ids->data;
}
