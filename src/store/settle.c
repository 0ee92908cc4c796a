/* What follows from the articles: term numbers in key order, outlet vocabularies, histograms, outlets.
 *
 * The articles are walked in key order, one outlet after the other. A term gets its number where it first occurs, terms
 * that are new in the same article by their words in byte order: so the numbers depend on the articles alone. Which
 * articles are copies is settled first (settle-copies.c), and sums tell of them apart. */
#include "store/store-internal.h"

#include "base/sort.h"
#include "lexicon/lexicon.h"

#define NO_TERM G_MAXUINT32
#define N_USUAL 512 /* sentences of fewer words are counted in an array */

typedef struct {
  guint64 count;
  guint64 articles;
  guint64 copied_count;    /* of them, in copies */
  guint64 copied_articles;
} Sum;

/* Of an outlet, or of its copies. */
typedef struct {
  guint64 articles, words, types;
} Totals;

/* Sentences of one length. */
typedef struct {
  guint64 all;
  guint64 copied;
} Sentences;

typedef struct {
  BsStore *store;
  const BsVocabulary *words;
  guint32 *new_term;   /* by old number */
  guint32 *old_term;   /* by new number */
  guint32 n_new;
  Sum *sums;           /* of the outlet at hand, by new number */
  GArray *summed;      /* of guint64: the numbers that have a sum; there may be many outlets of few words */
  Sentences usual[N_USUAL]; /* of the outlet at hand, by words */
  GArray *unusual;     /* of guint64: words of its longer ones, doubled, and one more where it is in a copy */
  GHashTable *copied;  /* of gint64: articles that are copies */
  GArray *terms;       /* of BsTerm: one article's */
  GArray *fresh;       /* of guint32: old numbers first met in it */
  GArray *sentences;   /* of guint32 */
  GArray *sorting;     /* of guint64: scratch */
  GByteArray *bytes;
  char *outlet;        /* the one at hand */
  guint32 n_outlets;
  Totals totals, copied_totals; /* of the outlet at hand */
  sqlite3_stmt *put_blob, *put_outlet, *put_length;
  BsRows *term_rows, *sum_rows;
} Settling;

static void
settling_clear (Settling *s)
{
  g_free (s->new_term);
  g_free (s->old_term);
  g_free (s->sums);
  g_array_unref (s->summed);
  g_array_unref (s->unusual);
  g_hash_table_unref (s->copied);
  g_array_unref (s->terms);
  g_array_unref (s->fresh);
  g_array_unref (s->sentences);
  g_array_unref (s->sorting);
  g_byte_array_unref (s->bytes);
  g_free (s->outlet);
  sqlite3_finalize (s->put_blob);
  sqlite3_finalize (s->put_outlet);
  sqlite3_finalize (s->put_length);
  bs_rows_free (s->term_rows);
  bs_rows_free (s->sum_rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settling, settling_clear)

static gboolean
prepare_puts (Settling *s, GError **error)
{
  const struct {
    sqlite3_stmt **statement;
    const char *sql;
  } puts[] = {
    { &s->put_blob, "UPDATE article_blobs SET terms = ? WHERE article = ?" },
    { &s->put_outlet, "INSERT INTO outlets VALUES (?,?,?,?,?,?,?,?)" },
    { &s->put_length, "INSERT INTO sentence_lengths VALUES (?,?,?,?)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (puts); i++)
    if ((*puts[i].statement = bs_store_prepare (s->store, puts[i].sql, error)) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
settling_init (Settling *s, BsStore *store, GError **error)
{
  guint32 n;

  *s = (Settling){ .store = store };
  s->terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  s->fresh = g_array_new (FALSE, FALSE, sizeof (guint32));
  s->summed = g_array_new (FALSE, FALSE, sizeof (guint64));
  s->sentences = g_array_new (FALSE, FALSE, sizeof (guint32));
  s->unusual = g_array_new (FALSE, FALSE, sizeof (guint64));
  s->copied = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  s->sorting = g_array_new (FALSE, FALSE, sizeof (guint64));
  s->bytes = g_byte_array_new ();
  s->words = bs_store_vocabulary (store, error);
  if (s->words == NULL)
    return FALSE;
  n = s->words->by_term->len;
  s->new_term = g_new (guint32, n + 1);
  memset (s->new_term, 0xFF, sizeof (guint32) * (n + 1));
  s->old_term = g_new0 (guint32, n + 1);
  s->sums = g_new0 (Sum, n + 1);
  s->term_rows = bs_rows_new (store, "terms", 6);
  s->sum_rows = bs_rows_new (store, "outlet_terms", 6);

  return prepare_puts (s, error)
         && bs_store_exec (store,
                           "DELETE FROM outlets; DELETE FROM terms; DELETE FROM outlet_terms;"
                           " DELETE FROM sentence_lengths; DELETE FROM outlet_values",
                           error);
}

static int
by_word (gconstpointer a, gconstpointer b, gpointer data)
{
  const Settling *s = data;
  const BsEntry *x = s->words->by_term->pdata[*(const guint32 *) a];
  const BsEntry *y = s->words->by_term->pdata[*(const guint32 *) b];

  return strcmp (x->word.start, y->word.start);
}

/* Gives numbers to the terms that this article is the first to hold. */
static void
number_fresh (Settling *s)
{
  g_array_set_size (s->fresh, 0);
  for (guint i = 0; i < s->terms->len; i++)
    {
      guint32 term = g_array_index (s->terms, BsTerm, i).type;

      if (s->new_term[term] == NO_TERM)
        g_array_append_val (s->fresh, term);
    }
  if (s->fresh->len > 1)
    g_array_sort_with_data (s->fresh, by_word, s);
  for (guint i = 0; i < s->fresh->len; i++)
    {
      guint32 old = g_array_index (s->fresh, guint32, i);

      s->old_term[s->n_new] = old;
      s->new_term[old] = s->n_new++;
    }
}

/* Puts the new numbers into s->terms; TRUE where any of them differs from the old. */
static gboolean
renumber (Settling *s)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < s->terms->len; i++)
    {
      BsTerm *term = &g_array_index (s->terms, BsTerm, i);

      changed |= s->new_term[term->type] != term->type;
      term->type = s->new_term[term->type];
    }
  if (changed)
    bs_sort_terms ((BsTerm *) (gpointer) s->terms->data, s->terms->len, s->sorting);
  return changed;
}

static void
add_lengths (Settling *s, gboolean copied)
{
  for (guint i = 0; i < s->sentences->len; i++)
    {
      guint32 words = g_array_index (s->sentences, guint32, i);
      guint64 unusual = (guint64) words << 1 | copied;

      if (words < N_USUAL)
        {
          s->usual[words].all++;
          s->usual[words].copied += copied;
        }
      else
        g_array_append_val (s->unusual, unusual);
    }
}

static gboolean
put_numbers (Settling *s, sqlite3_stmt *put, const gint64 *values, GError **error)
{
  for (int i = 0; i < sqlite3_bind_parameter_count (put); i++)
    sqlite3_bind_int64 (put, i + 1, values[i]);
  return bs_store_step_done (s->store, put, error);
}

static int
by_long_number (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static gboolean
put_length (Settling *s, gint64 words, Sentences sentences, GError **error)
{
  gint64 values[] = { s->n_outlets, words, (gint64) sentences.all, (gint64) sentences.copied };

  return sentences.all == 0 || put_numbers (s, s->put_length, values, error);
}

static gboolean
put_lengths (Settling *s, GError **error)
{
  for (guint words = 0; words < N_USUAL; words++)
    if (!put_length (s, words, s->usual[words], error))
      return FALSE;
  g_array_sort (s->unusual, by_long_number);
  for (guint i = 0; i < s->unusual->len;)
    {
      guint64 words = g_array_index (s->unusual, guint64, i) >> 1;
      Sentences sentences = { 0 };

      for (; i < s->unusual->len && g_array_index (s->unusual, guint64, i) >> 1 == words; i++)
        {
          sentences.all++;
          sentences.copied += g_array_index (s->unusual, guint64, i) & 1;
        }
      if (!put_length (s, (gint64) words, sentences, error))
        return FALSE;
    }
  memset (s->usual, 0, sizeof s->usual);
  g_array_set_size (s->unusual, 0);
  return TRUE;
}

static gboolean
put_sums (Settling *s, GError **error)
{
  g_array_set_size (s->sorting, s->summed->len);
  bs_sort_uint64 ((guint64 *) (gpointer) s->summed->data, (guint64 *) (gpointer) s->sorting->data, s->summed->len);
  for (guint i = 0; i < s->summed->len; i++)
    {
      guint64 term = g_array_index (s->summed, guint64, i);
      Sum sum = s->sums[term];
      BsRowValue values[] = { { .number = s->n_outlets },
                              { .number = (gint64) term },
                              { .number = (gint64) sum.count },
                              { .number = (gint64) sum.articles },
                              { .number = (gint64) sum.copied_count },
                              { .number = (gint64) sum.copied_articles } };

      s->sums[term] = (Sum){ 0 };
      s->totals.types++;
      s->copied_totals.types += sum.copied_count == sum.count;
      if (!bs_rows_put (s->sum_rows, values, error))
        return FALSE;
    }
  g_array_set_size (s->summed, 0);
  return TRUE;
}

/* Writes what was summed of the outlet at hand, and forgets it. */
static gboolean
end_outlet (Settling *s, GError **error)
{
  int at = 1;

  if (s->outlet == NULL)
    return TRUE;
  s->n_outlets++;
  if (!put_sums (s, error) || !put_lengths (s, error))
    return FALSE;
  sqlite3_bind_int64 (s->put_outlet, at++, s->n_outlets);
  bs_store_bind_text (s->put_outlet, at++, s->outlet);
  for (guint i = 0; i < 2; i++)
    {
      const Totals *totals = i == 0 ? &s->totals : &s->copied_totals;

      sqlite3_bind_int64 (s->put_outlet, at++, (gint64) totals->articles);
      sqlite3_bind_int64 (s->put_outlet, at++, (gint64) totals->words);
      sqlite3_bind_int64 (s->put_outlet, at++, (gint64) totals->types);
    }
  s->totals = s->copied_totals = (Totals){ 0 };
  return bs_store_step_done (s->store, s->put_outlet, error);
}

static void
add_terms (Settling *s, gboolean copied)
{
  for (guint i = 0; i < s->terms->len; i++)
    {
      BsTerm term = g_array_index (s->terms, BsTerm, i);
      guint64 number = term.type;
      Sum *sum = &s->sums[number];

      if (sum->articles == 0)
        g_array_append_val (s->summed, number);
      sum->count += term.count;
      sum->articles++;
      s->totals.words += term.count;
      if (!copied)
        continue;
      sum->copied_count += term.count;
      sum->copied_articles++;
      s->copied_totals.words += term.count;
    }
}

/* One article: columns outlet, id, article, terms, sentence_lengths. */
static gboolean
settle_article (Settling *s, sqlite3_stmt *row, GError **error)
{
  const char *outlet = bs_store_text (row, 0);
  gint64 article = sqlite3_column_int64 (row, 2);
  gboolean copied = g_hash_table_contains (s->copied, &article);

  if (s->outlet == NULL || strcmp (s->outlet, outlet) != 0)
    {
      if (!end_outlet (s, error))
        return FALSE;
      g_free (s->outlet);
      s->outlet = g_strdup (outlet);
    }
  if (!bs_store_row_terms (s->store, row, 3, s->words->by_term->len, s->terms, error))
    return FALSE;
  if (!bs_store_decode_lengths (sqlite3_column_blob (row, 4), (gsize) sqlite3_column_bytes (row, 4), s->sentences))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_STORE, "%s: the sentence lengths of article %s / %s are damaged",
                   s->store->path, s->outlet, sqlite3_column_text (row, 1));
      return FALSE;
    }

  number_fresh (s);
  if (renumber (s))
    {
      bs_store_encode_terms (s->bytes, (const BsTerm *) (gpointer) s->terms->data, s->terms->len);
      sqlite3_bind_blob (s->put_blob, 1, s->bytes->data, (int) s->bytes->len, SQLITE_STATIC);
      sqlite3_bind_int64 (s->put_blob, 2, article);
      if (!bs_store_step_done (s->store, s->put_blob, error))
        return FALSE;
    }
  add_terms (s, copied);
  add_lengths (s, copied);
  s->totals.articles++;
  s->copied_totals.articles += copied;
  return TRUE;
}

static gboolean
put_terms (Settling *s, GError **error)
{
  for (guint32 term = 0; term < s->n_new; term++)
    {
      const BsEntry *entry = s->words->by_term->pdata[s->old_term[term]];
      BsWordFacts facts = entry->facts;

      if (facts.syllables == 0)
        bs_lexicon_describe (entry->word, entry->word, NULL, &facts);
      BsRowValue values[] = { { .number = term },
                              { .text = entry->word.start },
                              { .number = facts.letters },
                              { .number = facts.syllables },
                              { .number = (facts.flags & BS_WORD_FUNCTION) != 0 },
                              { .number = (facts.flags & BS_WORD_NUMBER) != 0 } };
      if (!bs_rows_put (s->term_rows, values, error))
        return FALSE;
    }
  return bs_rows_finish (s->term_rows, error);
}

/* A problem that was met twice is told once, by its latest run. One of an encoding goes when its article goes or is
 * mended; one that says that a text was empty, too large or no text goes when the article is there after all. */
static gboolean
forget_mended (BsStore *store, GError **error)
{
  return bs_store_exec (store,
                        "DELETE FROM problems WHERE problem NOT IN (SELECT max(problem) FROM problems GROUP BY kind,"
                        " outlet, id, CASE WHEN id IS NULL THEN source_path END, source_member, source_line, message);"
                        "DELETE FROM problems WHERE kind = 'encoding' AND NOT EXISTS (SELECT 1 FROM articles a WHERE"
                        " a.outlet = problems.outlet AND a.id = problems.id AND (a.mended_invalid > 0"
                        " OR a.source_encoding NOT LIKE 'UTF-%'));"
                        "DELETE FROM problems WHERE kind IN ('no-text', 'not-text', 'too-large', 'truncated')"
                        " AND EXISTS (SELECT 1 FROM articles a WHERE a.outlet = problems.outlet AND a.id = problems.id"
                        " AND a.source_line = problems.source_line)",
                        error);
}

gboolean
bs_store_settle (BsStore *store, GError **error)
{
  g_auto (Settling) settling = { 0 };
  g_autoptr (BsStatement) rows = NULL;
  int code;

  bs_lexicon_init ();
  if (!settling_init (&settling, store, error) || !bs_store_settle_copies (store, settling.copied, error))
    return FALSE;
  rows = bs_store_prepare (store,
                           "SELECT outlet, id, article, terms, sentence_lengths FROM articles JOIN article_blobs"
                           " USING (article) ORDER BY outlet, id",
                           error);
  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    if (!settle_article (&settling, rows, error))
      return FALSE;
  if (code != SQLITE_DONE)
    return bs_store_fail (store, "reading", error);
  if (!end_outlet (&settling, error) || !bs_rows_finish (settling.sum_rows, error) || !put_terms (&settling, error)
      || !bs_store_settle_values (store, settling.copied, error) || !forget_mended (store, error))
    return FALSE;
  /* the numbers have changed: whoever asks again reads them anew */
  g_clear_pointer (&store->vocabulary, bs_vocabulary_free);
  return TRUE;
}
