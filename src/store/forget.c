#include "store/forget.h"

#include "store/store-internal.h"

static const struct {
  BsKept what;
  const char *name;
  const char *title;
  const char *forget;
} parts[] = {
  { BS_KEPT_TERMS, "terms", "words by article",
    "UPDATE article_blobs SET terms = x''; INSERT OR IGNORE INTO forgotten VALUES ('terms')" },
  { BS_KEPT_LENGTHS, "lengths", "sentence lengths by article",
    "UPDATE article_blobs SET sentence_lengths = x''; INSERT OR IGNORE INTO forgotten VALUES ('lengths')" },
};

gboolean
bs_kept_from_names (const char *names, guint *what, GError **error)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  *what = 0;
  for (guint i = 0; list[i] != NULL; i++)
    {
      guint found = 0;

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        if (g_str_equal (g_strstrip (list[i]), parts[j].name))
          found = parts[j].what;
      if (found == 0)
        {
          g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
                       "--forget takes “terms”, “lengths” or both with a comma, not “%s”", list[i]);
          return FALSE;
        }
      *what |= found;
    }
  if (*what == 0)
    g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE, "--forget takes “terms”, “lengths” or both with a comma");
  return *what != 0;
}

static gboolean
forget_inside (BsStore *store, guint what, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((what & parts[i].what) != 0 && !bs_store_exec (store, parts[i].forget, error))
      return FALSE;
  return TRUE;
}

gboolean
bs_store_forget (BsStore *store, guint what, GError **error)
{
  if (!bs_store_begin (store, error))
    return FALSE;
  if (!forget_inside (store, what, error) || !bs_store_commit (store, error))
    {
      bs_store_roll_back (store);
      return FALSE;
    }
  /* VACUUM would take the size that was named last for any database: that of store/bulk.c */
  return bs_store_exec (store, BS_STORE_PAGES "; VACUUM", error);
}

static gboolean
is_forgotten (BsStore *store, const char *name)
{
  g_autoptr (BsStatement) row = bs_store_prepare (store, "SELECT 1 FROM main.forgotten WHERE what = ?", NULL);

  if (row == NULL) /* no such table: made before anything could be forgotten */
    return FALSE;
  bs_store_bind_text (row, 1, name);
  return sqlite3_step (row) == SQLITE_ROW;
}

gboolean
bs_store_has_kept (BsStore *store, guint what)
{
  return bs_store_check_kept (store, what, NULL);
}

gboolean
bs_store_check_kept (BsStore *store, guint what, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((what & parts[i].what) != 0 && is_forgotten (store, parts[i].name))
      {
        g_set_error (
            error, BS_ERROR, BS_ERROR_STORE,
            "%s: %s, which this needs, were left out of it (--forget %s); analyze the corpus without that option"
            " into a new file",
            store->path, parts[i].title, parts[i].name);
        return FALSE;
      }
  return TRUE;
}

gboolean
bs_store_check_whole (BsStore *store, GError **error)
{
  if (bs_store_has_kept (store, BS_KEPT_TERMS | BS_KEPT_LENGTHS))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_STORE,
               "%s: a store that was made with --forget can be read, but not added to or merged; analyze the corpus"
               " without that option into a new file",
               store->path);
  return FALSE;
}
