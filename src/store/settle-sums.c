/* Outlets, their vocabularies and their sentences, from what was gathered of them. What copies add to that is added up
 * from the copies, outlet by outlet. */
#include "store/settle.h"

typedef struct {
  guint64 articles, words, types;
} Totals;

typedef struct {
  guint32 outlet; /* number in outlets */
  BsLengthSum all;
  guint64 copied;
} LengthRow;

typedef struct {
  BsStore *store;
  BsGather *gather;
  const BsCopied *copied;
  guint32 n_terms;        /* of the store */
  guint outlet;           /* number of the one at hand, from 1; 0: none yet */
  GByteArray *bytes, *copied_bytes;
  BsSumsReader sums, copied_sums; /* of the outlet at hand */
  BsTermSum copied_term;  /* the next of copied_sums that has not been met in sums */
  Totals *totals;         /* by outlet, from 0 */
  Totals *copied_totals;
  GArray *lengths;        /* of LengthRow, of the outlets that are done */
  guint next_length;      /* of them, to be written next */
  /* copies */
  sqlite3_stmt *get_copy; /* at the copy that comes next, where there is one */
  guint next_copy;        /* the one behind it, in copied->in_order */
  gboolean has_copy;
  GArray *terms;          /* of BsTerm: one copy's */
  GArray *sentences;      /* of guint32 */
} Settling;

static void
settling_clear (Settling *s)
{
  g_byte_array_unref (s->bytes);
  g_byte_array_unref (s->copied_bytes);
  g_free (s->totals);
  g_free (s->copied_totals);
  g_array_unref (s->lengths);
  sqlite3_finalize (s->get_copy);
  g_array_unref (s->terms);
  g_array_unref (s->sentences);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settling, settling_clear)

static void
settling_init (Settling *s, BsStore *store, BsGather *gather, const BsCopied *copied)
{
  *s = (Settling){ .store = store, .gather = gather, .copied = copied, .n_terms = gather->n_terms };
  s->bytes = g_byte_array_new ();
  s->copied_bytes = g_byte_array_new ();
  s->totals = g_new0 (Totals, gather->outlets->len + 1);
  s->copied_totals = g_new0 (Totals, gather->outlets->len + 1);
  s->lengths = g_array_new (FALSE, FALSE, sizeof (LengthRow));
  s->terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  s->sentences = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static const BsGatheredOutlet *
outlet_at (const Settling *s, guint outlet)
{
  return &g_array_index (s->gather->outlets, BsGatheredOutlet, outlet);
}

/* ---- Copies ------------------------------------------------------------------------------------------------------- */

/* Moves to the next copy: columns outlet, id, terms, sentence_lengths. */
static gboolean
next_copy (Settling *s, GError **error)
{
  int code;

  sqlite3_reset (s->get_copy);
  s->has_copy = s->next_copy < s->copied->in_order->len;
  if (!s->has_copy)
    return TRUE;
  sqlite3_bind_int64 (s->get_copy, 1, g_array_index (s->copied->in_order, gint64, s->next_copy++));
  code = sqlite3_step (s->get_copy);
  return code == SQLITE_ROW || bs_store_fail (s->store, "reading", error);
}

static gboolean
begin_copies (Settling *s, GError **error)
{
  s->get_copy = bs_store_prepare (s->store,
                                  "SELECT outlet, id, terms, sentence_lengths FROM article_rows JOIN article_blobs"
                                  " USING (article) WHERE article = ?",
                                  error);
  return s->get_copy != NULL && next_copy (s, error);
}

/* Adds up the copies of the outlet at hand. */
static gboolean
add_copies (Settling *s, GError **error)
{
  Totals *totals = &s->copied_totals[s->outlet - 1];

  while (s->has_copy && strcmp (bs_store_text (s->get_copy, 0), outlet_at (s, s->outlet - 1)->name) == 0)
    {
      if (!bs_store_row_terms (s->store, s->get_copy, 2, s->n_terms, s->terms, error)
          || !bs_store_row_lengths (s->store, s->get_copy, 3, s->sentences, error))
        return FALSE;
      totals->articles++;
      totals->words += bs_sums_add (s->gather->sums, (const BsTerm *) (gpointer) s->terms->data, s->terms->len,
                                    (const guint32 *) (gpointer) s->sentences->data, s->sentences->len);
      if (!next_copy (s, error))
        return FALSE;
    }
  g_byte_array_set_size (s->copied_bytes, 0);
  bs_sums_take (s->gather->sums, s->copied_bytes);
  bs_sums_reader_init (&s->copied_sums, s->copied_bytes);
  s->copied_term = (BsTermSum){ 0 };
  bs_sums_next_term (&s->copied_sums, &s->copied_term);
  return TRUE;
}

/* ---- One outlet after the other ----------------------------------------------------------------------------------- */

/* Those of the outlet whose terms have been read. */
static void
keep_lengths (Settling *s)
{
  LengthRow row = { .outlet = s->outlet };
  BsLengthSum copied;
  gboolean has_copied = bs_sums_next_length (&s->copied_sums, &copied);

  while (bs_sums_next_length (&s->sums, &row.all))
    {
      gboolean met = has_copied && copied.words == row.all.words;

      row.copied = met ? copied.sentences : 0;
      has_copied = met ? bs_sums_next_length (&s->copied_sums, &copied) : has_copied;
      g_array_append_val (s->lengths, row);
    }
}

/* FALSE where there is none, or with `error` set. */
static gboolean
next_outlet (Settling *s, GError **error)
{
  const BsGatheredOutlet *outlet;

  if (s->outlet > 0 && s->outlet <= s->gather->outlets->len)
    keep_lengths (s);
  if (s->outlet == s->gather->outlets->len)
    return FALSE;
  outlet = outlet_at (s, s->outlet++);
  if (!bs_gather_sums (s->gather, outlet, s->bytes, error))
    return FALSE;
  bs_sums_reader_init (&s->sums, s->bytes);
  s->totals[s->outlet - 1] = (Totals){ outlet->articles, outlet->words, s->sums.n_terms };
  return add_copies (s, error);
}

static gboolean
next_term_row (gpointer data, BsRowValue *values, GError **error)
{
  Settling *s = data;
  BsTermSum sum, copied = { 0 };

  while (s->outlet == 0 || !bs_sums_next_term (&s->sums, &sum))
    if (!next_outlet (s, error))
      return FALSE;
  if (s->copied_term.articles > 0 && s->copied_term.term == sum.term)
    {
      copied = s->copied_term;
      s->copied_term = (BsTermSum){ 0 };
      bs_sums_next_term (&s->copied_sums, &s->copied_term);
      s->copied_totals[s->outlet - 1].types += copied.count == sum.count;
    }
  values[0].number = s->outlet;
  values[1].number = sum.term;
  values[2].number = (gint64) sum.count;
  values[3].number = (gint64) sum.articles;
  values[4].number = (gint64) copied.count;
  values[5].number = (gint64) copied.articles;
  return TRUE;
}

static gboolean
next_length_row (gpointer data, BsRowValue *values, GError **error G_GNUC_UNUSED)
{
  Settling *s = data;
  const LengthRow *row;

  if (s->next_length == s->lengths->len)
    return FALSE;
  row = &g_array_index (s->lengths, LengthRow, s->next_length++);
  values[0].number = row->outlet;
  values[1].number = row->all.words;
  values[2].number = (gint64) row->all.sentences;
  values[3].number = (gint64) row->copied;
  return TRUE;
}

static gboolean
put_outlets (const Settling *s, GError **error)
{
  g_autoptr (BsStatement) put = bs_store_prepare (s->store, "INSERT INTO outlets VALUES (?,?,?,?,?,?,?,?)", error);

  for (guint i = 0; put != NULL && i < s->gather->outlets->len; i++)
    {
      int at = 1;

      sqlite3_bind_int64 (put, at++, i + 1);
      bs_store_bind_text (put, at++, outlet_at (s, i)->name);
      for (guint copied = 0; copied < 2; copied++)
        {
          const Totals *totals = copied ? &s->copied_totals[i] : &s->totals[i];

          sqlite3_bind_int64 (put, at++, (gint64) totals->articles);
          sqlite3_bind_int64 (put, at++, (gint64) totals->words);
          sqlite3_bind_int64 (put, at++, (gint64) totals->types);
        }
      if (!bs_store_step_done (s->store, put, error))
        return FALSE;
    }
  return put != NULL;
}

gboolean
bs_store_settle_sums (BsStore *store, BsGather *gather, const BsCopied *copied, GError **error)
{
  g_auto (Settling) s = { 0 };

  settling_init (&s, store, gather, copied);
  return bs_gather_finish (gather, error) && begin_copies (&s, error)
         && bs_rows_insert (store, "INSERT INTO outlet_terms SELECT a, b, c, d, e, f FROM given", next_term_row, &s,
                            error)
         && bs_rows_insert (store, "INSERT INTO sentence_lengths SELECT a, b, c, d FROM given", next_length_row, &s,
                            error)
         && put_outlets (&s, error);
}
