/* Which articles count. Views of this connection alone, so that nobody who asks them has to know of copies. */
#include "store/store-internal.h"

static const char drop[] = "DROP VIEW IF EXISTS temp.counted_articles; DROP VIEW IF EXISTS temp.counted_outlets;"
                           "DROP VIEW IF EXISTS temp.counted_terms; DROP VIEW IF EXISTS temp.counted_lengths;";

static const char leave_out[]
    = "CREATE TEMP VIEW counted_articles AS SELECT * FROM main.articles a WHERE NOT EXISTS (SELECT 1 FROM main.copies c"
      " WHERE c.article = a.article AND c.original <> c.article);"
      "CREATE TEMP VIEW counted_outlets AS SELECT outlet, name, articles - copied_articles AS articles,"
      " words - copied_words AS words, types - copied_types AS types FROM main.outlets"
      " WHERE articles > copied_articles;"
      "CREATE TEMP VIEW counted_terms AS SELECT outlet, term, count - copied_count AS count,"
      " articles - copied_articles AS articles FROM main.outlet_terms WHERE count > copied_count;"
      "CREATE TEMP VIEW counted_lengths AS SELECT outlet, words, sentences - copied AS sentences"
      " FROM main.sentence_lengths WHERE sentences > copied;";

static const char keep[]
    = "CREATE TEMP VIEW counted_articles AS SELECT * FROM main.articles;"
      "CREATE TEMP VIEW counted_outlets AS SELECT outlet, name, articles, words, types FROM main.outlets;"
      "CREATE TEMP VIEW counted_terms AS SELECT outlet, term, count, articles FROM main.outlet_terms;"
      "CREATE TEMP VIEW counted_lengths AS SELECT outlet, words, sentences FROM main.sentence_lengths;";

gboolean
bs_store_set_copies (BsStore *store, BsCopies copies, GError **error)
{
  store->copies = copies;
  return bs_store_exec (store, drop, error)
         && bs_store_exec (store, copies == BS_COPIES_KEEP ? keep : leave_out, error);
}

BsCopies
bs_store_copies (const BsStore *store)
{
  return store->copies;
}

guint64
bs_store_n_copies (BsStore *store)
{
  double n = bs_store_number (store, "SELECT count(*) FROM copies WHERE original <> article", NULL);

  return n > 0 ? (guint64) n : 0;
}

gboolean
bs_copies_from_name (const char *name, BsCopies *copies, GError **error)
{
  *copies = g_str_equal (name, "keep") ? BS_COPIES_KEEP : BS_COPIES_LEAVE_OUT;
  if (*copies == BS_COPIES_KEEP || g_str_equal (name, "leave-out"))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--copies takes “leave-out” or “keep”, not “%s”", name);
  return FALSE;
}
