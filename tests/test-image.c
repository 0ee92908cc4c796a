/* Rows that are written as pages of a database are those that SQLite reads, however long, large and many they are. */
#include "store/bulk.h"
#include "store/image.h"

#include "store-help.h"

#define COLUMNS 40

/* A database with two empty tables of 40 columns, and the image of it. */
static BsImage *
image_of_tables (sqlite3 *db)
{
  g_autoptr (GString) sql = g_string_new ("PRAGMA page_size = 65536;");
  guint32 roots[BS_IMAGE_TABLES] = { 2, 3 };
  sqlite3_int64 length;
  guint8 *empty;
  BsImage *image;

  for (guint i = 0; i < BS_IMAGE_TABLES; i++)
    {
      g_string_append_printf (sql, "CREATE TABLE t%u (number INTEGER PRIMARY KEY", i);
      for (guint column = 1; column < COLUMNS; column++)
        g_string_append_printf (sql, ", c%u", column);
      g_string_append (sql, ");");
    }
  g_assert_cmpint (sqlite3_exec (db, sql->str, NULL, NULL, NULL), ==, SQLITE_OK);
  empty = sqlite3_serialize (db, "main", &length, 0);
  image = bs_image_new (empty, (gsize) length, roots);
  sqlite3_free (empty);
  return image;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

/* Hands the image to SQLite, which finds nothing wrong with it. */
static void
open_image (sqlite3 *db, BsImage *image)
{
  gsize length;
  guint8 *data = bs_image_data (image, &length);
  sqlite3_stmt *check;

  g_assert_cmpint (sqlite3_deserialize (db, "main", data, (sqlite3_int64) length, (sqlite3_int64) length,
                                        SQLITE_DESERIALIZE_READONLY),
                   ==, SQLITE_OK);
  check = prepare (db, "PRAGMA integrity_check");
  g_assert_cmpint (sqlite3_step (check), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (check, 0), ==, "ok");
  sqlite3_finalize (check);
}

/* One random value, written into the row and, from the same draws, bound to a statement. */
static void
random_value (GRand *random, gboolean giant, BsRecord *record, sqlite3_stmt *put, int at)
{
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      bs_record_null (record);
      sqlite3_bind_null (put, at);
      break;
    case 1: /* of every size, and just beside where sizes change */
      {
        guint bits = (guint) g_rand_int_range (random, 0, 64);
        gint64 value = (gint64) (((guint64) 1 << bits) + (guint64) (gint64) g_rand_int_range (random, -2, 3));

        value = g_rand_boolean (random) ? value : (gint64) (0 - (guint64) value);
        bs_record_integer (record, value);
        sqlite3_bind_int64 (put, at, value);
        break;
      }
    case 2:
      {
        double value = g_rand_double_range (random, -1e6, 1e6);

        bs_record_real (record, value);
        sqlite3_bind_double (put, at, value);
        break;
      }
    case 3:
      {
        gint64 value = g_rand_int_range (random, -3, 4);

        bs_record_integer (record, value);
        sqlite3_bind_int64 (put, at, value);
        break;
      }
    default:
      {
        gsize n = (gsize) g_rand_int_range (random, 0, giant && at == 7 ? 400000 : at == 5 ? 3000 : 80);
        g_autofree char *text = g_malloc (n + 1);
        gboolean is_text = g_rand_boolean (random);

        for (gsize i = 0; i < n; i++)
          text[i] = (char) g_rand_int_range (random, 32, 127);
        text[n] = '\0';
        if (is_text)
          {
            bs_record_text (record, text);
            sqlite3_bind_text (put, at, text, (int) n, SQLITE_TRANSIENT);
          }
        else
          {
            bs_record_blob (record, text, n);
            sqlite3_bind_blob (put, at, n > 0 ? text : "", (int) n, SQLITE_TRANSIENT);
          }
      }
    }
}

static void
check_same (sqlite3_stmt *a, sqlite3_stmt *b)
{
  for (int column = 0; column < COLUMNS; column++)
    {
      int n = sqlite3_column_bytes (a, column);

      g_assert_cmpint (sqlite3_column_type (a, column), ==, sqlite3_column_type (b, column));
      if (sqlite3_column_type (a, column) == SQLITE_FLOAT)
        g_assert_true (sqlite3_column_double (a, column) == sqlite3_column_double (b, column));
      else if (sqlite3_column_type (a, column) == SQLITE_INTEGER)
        g_assert_true (sqlite3_column_int64 (a, column) == sqlite3_column_int64 (b, column));
      else
        {
          g_assert_cmpint (n, ==, sqlite3_column_bytes (b, column));
          g_assert_cmpmem (sqlite3_column_blob (a, column), n, sqlite3_column_blob (b, column), n);
        }
    }
}

/* The table `t0` of the image against the same rows that SQLite wrote. */
static void
check_rows (sqlite3 *mine, sqlite3 *theirs, guint n_rows)
{
  static const char sql[] = "SELECT * FROM t0 ORDER BY number";
  sqlite3_stmt *a = prepare (mine, sql), *b = prepare (theirs, sql);

  for (guint i = 0; i < n_rows; i++)
    {
      g_assert_cmpint (sqlite3_step (a), ==, SQLITE_ROW);
      g_assert_cmpint (sqlite3_step (b), ==, SQLITE_ROW);
      check_same (a, b);
    }
  g_assert_cmpint (sqlite3_step (a), ==, SQLITE_DONE);
  sqlite3_finalize (a);
  sqlite3_finalize (b);
}

/* Fills the image again and again with more and more rows of which some are giants. */
static void
test_random_rows (void)
{
  static const guint sizes[] = { 0, 1, 2, 30, 3000, 5 };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  sqlite3 *mine, *theirs;
  BsImage *image;
  BsRecord record = { 0 };

  g_assert_cmpint (sqlite3_open (":memory:", &mine), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open (":memory:", &theirs), ==, SQLITE_OK);
  image = image_of_tables (mine);
  bs_image_free (image_of_tables (theirs));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GString) sql = g_string_new ("INSERT INTO t0 VALUES (?");
      sqlite3_stmt *put;
      gint64 number = 0;

      for (guint column = 1; column < COLUMNS; column++)
        g_string_append (sql, ",?");
      g_string_append_c (sql, ')');
      g_assert_cmpint (sqlite3_exec (theirs, "DELETE FROM t0", NULL, NULL, NULL), ==, SQLITE_OK);
      put = prepare (theirs, sql->str);
      bs_image_empty (image);
      for (guint row = 0; row < sizes[i]; row++)
        {
          number += (gint64) 1 << g_rand_int_range (random, 0, row % 100 == 0 ? 40 : 3);
          bs_record_begin (&record, COLUMNS);
          bs_record_null (&record);
          sqlite3_bind_int64 (put, 1, number);
          for (int column = 2; column <= COLUMNS; column++)
            random_value (random, row % 50 == 3, &record, put, column);
          bs_image_add (image, 0, number, &record);
          g_assert_cmpint (sqlite3_step (put), ==, SQLITE_DONE);
          sqlite3_reset (put);
        }
      sqlite3_finalize (put);
      open_image (mine, image);
      bs_image_let_go (image);
      check_rows (mine, theirs, sizes[i]);
    }
  g_assert_cmpint (sqlite3_close (mine), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (theirs), ==, SQLITE_OK);
  bs_image_free (image);
  bs_record_clear (&record);
}

/* SQLite copies whole rows into a new store: the statement reads no column. */
static void
test_rows_are_copied_whole (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  g_autofree char *program = NULL;

  begin (store);
  put_text (store, "a", "1", "one two", FALSE);
  program = answer (store, "EXPLAIN INSERT INTO main.article_rows SELECT * FROM incoming.article_rows");
  assert_contains (program, "RowData");
  g_assert_null (strstr (program, ",Column,"));
  settle_and_commit (store);
  g_clear_pointer (&store, bs_store_close);
  remove_store (path);
}

static void
assert_sound (const char *path)
{
  BsStore *store = open_store (path, BS_STORE_READ);

  assert_answers (store, "PRAGMA integrity_check", "integrity_check\nok\n");
  assert_answers (store, "SELECT count(*) AS n FROM sqlite_schema WHERE name = 'article_key'", "n\n1\n");
  bs_store_close (store);
}

/* A giant among articles, twice as many as are gathered before they are put in, and more in a second transaction. */
static void
test_many_and_giant (void)
{
  g_autoptr (GPtrArray) pieces = random_pieces (8, 200);
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);
  g_autofree char *giant = g_strnfill (9 << 20, 'x');
  g_autoptr (GError) error = NULL;
  Draft draft;

  begin (store);
  draft_text (&draft, store, "giants", "1", "one");
  draft.stored.article.title = giant;
  g_assert_true (bs_store_put_article (store, &draft.stored, FALSE, &error));
  draft_clear (&draft);
  for (guint i = 0; i < 40; i++)
    for (guint j = 0; j < pieces->len; j++)
      {
        const Piece *piece = pieces->pdata[j];
        g_autofree char *id = g_strdup_printf ("%u %s", i, piece->id);

        put_text (store, piece->outlet, id, piece->text, FALSE);
      }
  settle_and_commit (store);
  assert_answers (store, "SELECT count(*) AS n, max(length(title)) AS l FROM articles", "n,l\n8001,9437184\n");
  put_pieces (store, pieces);
  assert_answers (store, "SELECT count(*) AS n, count(DISTINCT article) AS m FROM articles", "n,m\n8201,8201\n");
  assert_answers (store, "SELECT count(*) AS n FROM article_blobs JOIN articles USING (article)", "n\n8201\n");
  g_clear_pointer (&store, bs_store_close);
  assert_sound (path);
  remove_store (path);
}

/* What waits goes with the transaction; what is asked for in between is there. */
static void
test_rolled_back (void)
{
  char *path = new_store_path ();
  g_autoptr (BsStore) store = open_store (path, BS_STORE_WRITE);

  begin (store);
  put_text (store, "a", "1", "one two", FALSE);
  assert_answers (store, "SELECT article, id FROM articles", "article,id\n1,1\n");
  put_text (store, "a", "2", "three", FALSE);
  bs_store_roll_back (store);
  assert_answers (store, "SELECT count(*) AS n FROM articles", "n\n0\n");
  begin (store);
  put_text (store, "a", "3", "four", FALSE);
  put_text (store, "a", "3", "five", TRUE);
  settle_and_commit (store);
  assert_answers (store, "SELECT id, words FROM articles", "id,words\n3,1\n");
  assert_answers (store, "SELECT word FROM terms", "word\nfive\n");
  g_clear_pointer (&store, bs_store_close);
  assert_sound (path);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image/random-rows", test_random_rows);
  g_test_add_func ("/image/rows-are-copied-whole", test_rows_are_copied_whole);
  g_test_add_func ("/image/many-and-giant", test_many_and_giant);
  g_test_add_func ("/image/rolled-back", test_rolled_back);
  return g_test_run ();
}
