/* store-help.h: what the tests of the store share: a store in a folder of its own, articles made of a few words, and a
 * store written down as text that a test can compare. */
#pragma once

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "report/format.h"
#include "store/derived.h"
#include "store/store.h"

/* A path in a folder of the test's own; remove_store() takes both away and frees it. */
static inline char *
new_store_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("broadsheet-XXXXXX", &error);

  g_assert_no_error (error);
  return g_build_filename (folder, "store.db", NULL);
}

static inline void
remove_store (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (path);
}

static inline BsStore *
open_store (const char *path, BsStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  BsStore *store = bs_store_open (path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

/* An article under construction, and the arrays that it borrows. */
typedef struct
{
  BsStoredArticle stored;
  GArray *terms;   /* of BsTerm */
  GArray *lengths; /* of guint32 */
  double *measures;
  char *checksum;
} Draft;

static inline void
draft_clear (Draft *draft)
{
  g_array_unref (draft->terms);
  g_array_unref (draft->lengths);
  g_free (draft->measures);
  g_free (draft->checksum);
}

static inline int
by_term (gconstpointer a, gconstpointer b)
{
  const BsTerm *x = a, *y = b;

  return (x->type > y->type) - (x->type < y->type);
}

static inline void
draft_word (Draft *draft, BsVocabulary *vocabulary, const char *word)
{
  guint32 number = bs_vocabulary_enter (vocabulary, bs_span_of (word))->term;
  BsTerm term = { number, 1 };

  draft->stored.counts.value[BS_COUNT_WORDS]++;
  for (guint i = 0; i < draft->terms->len; i++)
    if (g_array_index (draft->terms, BsTerm, i).type == number)
      {
        g_array_index (draft->terms, BsTerm, i).count++;
        return;
      }
  g_array_append_val (draft->terms, term);
}

/* Words parted by blanks, sentences by "/". */
static inline void
draft_text (Draft *draft, BsStore *store, const char *outlet, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  BsVocabulary *vocabulary = bs_store_vocabulary (store, &error);
  g_auto (GStrv) sentences = g_strsplit (text, "/", -1);
  guint n_measures;

  g_assert_no_error (error);
  bs_measures_of_articles (&n_measures);
  *draft = (Draft){ .terms = g_array_new (FALSE, FALSE, sizeof (BsTerm)),
                    .lengths = g_array_new (FALSE, FALSE, sizeof (guint32)),
                    .measures = g_new (double, n_measures),
                    .checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1) };
  for (guint i = 0; i < n_measures; i++)
    draft->measures[i] = NAN;
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (g_strstrip (sentences[i]), " ", -1);
      guint32 length = g_strv_length (words);

      for (guint j = 0; words[j] != NULL; j++)
        draft_word (draft, vocabulary, words[j]);
      if (length > 0)
        g_array_append_val (draft->lengths, length);
    }
  g_array_sort (draft->terms, by_term);
  draft->stored.article.outlet = outlet;
  draft->stored.article.id = id;
  draft->stored.article.origin.path = "given";
  draft->stored.checksum = draft->checksum;
  draft->stored.settings = "the rules";
  draft->stored.counts.value[BS_COUNT_SENTENCES] = draft->lengths->len;
  draft->stored.counts.value[BS_COUNT_TYPES] = draft->terms->len;
  draft->stored.measures = draft->measures;
  draft->stored.terms = (BsTerm *)(gpointer) draft->terms->data;
  draft->stored.n_terms = draft->terms->len;
  draft->stored.sentence_lengths = (const guint32 *)(gpointer) draft->lengths->data;
  draft->stored.n_sentence_lengths = draft->lengths->len;
}

/* Gives the measures that the store works out the values that it will find. */
static inline void
draft_derive (Draft *draft)
{
  const BsStoredArticle *stored = &draft->stored;
  g_autoptr (BsInputs) inputs = bs_inputs_new ();
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  bs_inputs_set_counts (inputs, &stored->counts);
  for (guint i = 0; i < n; i++)
    if (bs_derived_sql (i) != NULL)
      draft->measures[i] = bs_measure_text (refs[i], inputs, stored->language, !stored->any_length, NULL);
}

/* Puts such an article in, within a transaction. */
static inline void
put_text (BsStore *store, const char *outlet, const char *id, const char *text, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  Draft draft;

  draft_text (&draft, store, outlet, id, text);
  g_assert_true (bs_store_put_article (store, &draft.stored, replace, &error));
  g_assert_no_error (error);
  draft_clear (&draft);
}

static inline void
begin (BsStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bs_store_begin (store, &error));
  g_assert_no_error (error);
}

static inline void
settle_and_commit (BsStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bs_store_settle (store, &error));
  g_assert_no_error (error);
  g_assert_true (bs_store_commit (store, &error));
  g_assert_no_error (error);
}

/* The rows of a SELECT as CSV. Free with g_free. */
static inline char *
answer (BsStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsTable) table = bs_store_query (store, sql, NULL, NULL, 0, &error);
  char *text;

  g_assert_no_error (error);
  text = bs_table_to_string (table, BS_OUTPUT_CSV, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static inline void
assert_answers (BsStore *store, const char *sql, const char *expected)
{
  g_autofree char *text = answer (store, sql);

  g_assert_cmpstr (text, ==, expected);
}

/* All exported tables but the record of runs, and the numbers of terms and outlets: what must not depend on how the
 * articles came in. Free with g_free. */
static inline char *
write_down_store (BsStore *store)
{
  GString *all = g_string_new (NULL);
  const char *const *names = bs_store_export_names ();
  g_autofree char *terms = answer (store, "SELECT term, word FROM terms ORDER BY term");
  g_autofree char *outlets = answer (store, "SELECT * FROM outlets ORDER BY outlet");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BsTable) table = NULL;
      g_autofree char *text = NULL;

      if (g_str_equal (names[i], "runs"))
        continue;
      table = bs_store_export (store, names[i], &error);
      g_assert_no_error (error);
      text = bs_table_to_string (table, BS_OUTPUT_CSV, NULL, &error);
      g_assert_no_error (error);
      g_string_append_printf (all, "== %s\n%s", names[i], text);
    }
  g_string_append_printf (all, "%s%s", terms, outlets);
  return g_string_free (all, FALSE);
}

/* A text of `n` words out of a small vocabulary in which some are frequent; the same for the same seed. */
static inline char *
random_text (GRand *random, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint word = (guint) g_rand_int_range (random, 0, 1 + g_rand_int_range (random, 0, 60));

      g_string_append_printf (text, "%sw%u", i == 0 ? "" : g_rand_int_range (random, 0, 9) == 0 ? "/" : " ", word);
    }
  return g_string_free (text, FALSE);
}

/* One article of a made-up corpus of five outlets. */
typedef struct
{
  char *outlet, *id, *text;
} Piece;

static inline void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->outlet);
  g_free (piece->id);
  g_free (piece->text);
  g_free (piece);
}

static inline GPtrArray *
random_pieces (guint32 seed, guint n)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    {
      Piece *piece = g_new (Piece, 1);

      piece->outlet = g_strdup_printf ("paper %d", g_rand_int_range (random, 0, 5));
      piece->id = g_strdup_printf ("%u.txt", i);
      piece->text = random_text (random, (guint) g_rand_int_range (random, 1, 80));
      g_ptr_array_add (pieces, piece);
    }
  return pieces;
}

static inline void
shuffle (GPtrArray *pieces, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = pieces->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer swapped = pieces->pdata[i - 1];

      pieces->pdata[i - 1] = pieces->pdata[j];
      pieces->pdata[j] = swapped;
    }
}

static inline void
put_pieces (BsStore *store, const GPtrArray *pieces)
{
  begin (store);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = pieces->pdata[i];

      put_text (store, piece->outlet, piece->id, piece->text, FALSE);
    }
  settle_and_commit (store);
}

/* A new store of these pieces: its path, which the caller frees. */
static inline char *
store_of (const GPtrArray *pieces)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);

  put_pieces (store, pieces);
  bs_store_close (store);
  return path;
}

/* What write_down_store() says of the store at a path. */
static inline char *
write_down_path (const char *path)
{
  BsStore *store = open_store (path, BS_STORE_READ);
  char *text = write_down_store (store);

  bs_store_close (store);
  return text;
}

/* Changes a store behind the library's back, as a broken disk or a stranger would. */
static inline void
change_behind (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Makes `articles` a table that a test may write any measure into. A store that
 * is open for reading can be read then; nobody opens it any more. */
static inline void
hold_articles (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *column = NULL;
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE held (");

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT name, type FROM pragma_table_info('articles')", -1, &column, NULL);
  while (sqlite3_step (column) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (column, 0);
      const char *type = (const char *) sqlite3_column_text (column, 1);

      g_string_append_printf (sql, "%s\"%s\" %s", sql->str[sql->len - 1] == '(' ? "" : ", ", name,
                              g_str_equal (name, "article") ? "INTEGER PRIMARY KEY" : type[0] == '\0' ? "REAL" : type);
    }
  sqlite3_finalize (column);
  g_string_append (sql, "); INSERT INTO held SELECT * FROM articles; DROP VIEW articles; ALTER TABLE held RENAME TO"
                        " articles; CREATE UNIQUE INDEX held_key ON articles (outlet, id)");
  g_assert_cmpint (sqlite3_exec (db, sql->str, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static inline void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}
