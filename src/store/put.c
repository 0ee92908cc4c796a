/* Putting an article into the store. */
#include "store/bulk.h"

#include <math.h>

#include "store/derived.h"
#include "store/gather.h"
#include "store/schema.h"

/* The number of these rules in the table settings, or 0 with `error` set. */
static gint64
settings_number (BsStore *store, const char *rules, GError **error)
{
  const char *parameters[] = { rules, NULL };
  g_autoptr (BsStatement) insert = NULL;
  gint64 number;

  if (g_strcmp0 (store->settings, rules) == 0)
    return store->settings_number;
  insert = bs_store_prepare (store, "INSERT OR IGNORE INTO settings (rules) VALUES (?)", error);
  if (insert == NULL)
    return 0;
  bs_store_bind_text (insert, 1, rules);
  if (!bs_store_step_done (store, insert, error))
    return 0;
  number = (gint64) bs_store_number (store, "SELECT setting FROM settings WHERE rules = ?", parameters);
  g_free (store->settings);
  store->settings = g_strdup (rules);
  store->settings_number = number;
  return number;
}

/* The number of the next article. */
static gint64
next_number (BsStore *store)
{
  static const char last[] = "SELECT coalesce(max(article), 0) FROM " BS_ARTICLE_ROWS;

  if (store->next_article == 0)
    store->next_article = 1 + (gint64) bs_store_number (store, last, NULL);
  return store->next_article++;
}

static void
record_year (BsRecord *record, const char *day)
{
  double year = bs_store_year (day);

  if (!isnan (year))
    bs_record_integer (record, (gint64) year);
  else
    bs_record_null (record);
}

/* The fixed columns in the order of the schema. */
static void
record_fixed (BsRecord *record, const BsStoredArticle *stored, gint64 settings, BsAdmission *admission)
{
  const BsArticle *article = &stored->article;
  const guint64 *mended = (const guint64 *) (gconstpointer) &stored->mended;
  guint64 aside_blocks = 0, aside_bytes = 0;

  for (guint i = BS_KEPT + 1; i < BS_N_ASIDES; i++)
    {
      aside_blocks += stored->aside_blocks[i];
      aside_bytes += stored->aside_bytes[i];
    }
  bs_record_null (record); /* the number stands before the row */
  bs_record_text (record, article->outlet);
  bs_record_text (record, article->id);
  bs_record_text (record, article->title);
  bs_record_text (record, article->date);
  bs_record_text (record, stored->day);
  record_year (record, stored->day);
  bs_record_text (record, article->byline);
  bs_record_text (record, article->url);
  bs_record_text (record, stored->language);
  bs_record_integer (record, stored->language_found);
  bs_record_text (record, stored->dateline);
  bs_record_text (record, stored->agency);
  bs_record_text (record, stored->originally_from);
  bs_record_text (record, stored->rights);
  bs_record_text (record, stored->publisher);
  bs_record_integer (record, stored->aside_blocks[BS_KEPT]);
  bs_record_integer (record, (gint64) stored->aside_bytes[BS_KEPT]);
  bs_record_integer (record, (gint64) aside_blocks);
  bs_record_integer (record, (gint64) aside_bytes);
  for (guint i = 0; i < BS_N_MENDED; i++)
    bs_record_integer (record, (gint64) mended[i]);
  bs_record_text (record, stored->repeats != NULL ? stored->repeats : "");
  bs_record_integer (record, settings);
  bs_record_text (record, article->origin.path);
  bs_record_text (record, article->origin.member);
  bs_record_integer (record, (gint64) article->origin.offset);
  bs_record_integer (record, (gint64) article->origin.length);
  bs_record_integer (record, (gint64) article->origin.line);
  bs_record_text (record, stored->encoding);
  bs_record_text (record, stored->checksum);
  bs_record_integer (record, bs_derived_admits (admission, stored->language, !stored->any_length, &stored->counts));
}

static void
record_numbers (BsRecord *record, const BsStoredArticle *stored)
{
  guint n_kept;
  const guint *kept = bs_derived_kept (&n_kept);

  for (guint i = 0; i < BS_N_COUNTS; i++)
    if (stored->counts.value[i] == BS_COUNT_MISSING)
      bs_record_null (record);
    else
      bs_record_integer (record, stored->counts.value[i]);
  for (guint i = 0; i < n_kept; i++)
    if (isfinite (stored->measures[kept[i]]))
      bs_record_real (record, stored->measures[kept[i]]);
    else
      bs_record_null (record);
}

static guint
n_article_columns (void)
{
  static guint n_columns;

  if (n_columns == 0)
    {
      guint n, n_fixed = 0, n_kept;
      const BsSchemaColumn *columns = bs_schema_columns (&n);

      while (n_fixed < n && g_str_equal (columns[n_fixed].table, BS_ARTICLE_ROWS))
        n_fixed++;
      bs_derived_kept (&n_kept);
      n_columns = n_fixed + BS_N_COUNTS + n_kept;
    }
  return n_columns;
}

static void
record_bytes (BsRecord *record, const GByteArray *bytes)
{
  bs_record_blob (record, bytes->data, bytes->len);
}

static gboolean
put_blobs (BsStore *store, gint64 number, const BsStoredArticle *stored, GError **error)
{
  BsRecord *record = bs_bulk_record (store);
  GByteArray *bytes = store->scratch;

  bs_record_begin (record, 6);
  bs_record_null (record);
  bs_store_encode_lengths (bytes, stored->kept, stored->n_kept);
  record_bytes (record, bytes);
  bs_store_encode_terms (bytes, stored->terms, stored->n_terms);
  record_bytes (record, bytes);
  bs_store_encode_lengths (bytes, stored->sentence_lengths, stored->n_sentence_lengths);
  record_bytes (record, bytes);
  g_byte_array_set_size (bytes, 0);
  bs_store_encode_hashes (bytes, stored->lines, stored->n_lines);
  record_bytes (record, bytes);
  g_byte_array_set_size (bytes, 0);
  bs_store_encode_hashes (bytes, &stored->n_shingles, 1);
  bs_store_encode_hashes (bytes, &stored->shingles_digest, 1);
  bs_store_encode_hashes (bytes, stored->signature, stored->n_signature);
  record_bytes (record, bytes);
  return bs_bulk_add (store, BS_BULK_BLOBS, number, error);
}

static gboolean
put_fields (BsStore *store, gint64 number, const BsArticle *article, GError **error)
{
  if (article->n_fields == 0)
    return TRUE;
  if (!bs_store_prepare_once (store, &store->put_field, "INSERT OR REPLACE INTO fields VALUES (?,?,?)", error))
    return FALSE;
  for (guint i = 0; i < article->n_fields; i++)
    {
      sqlite3_bind_int64 (store->put_field, 1, number);
      bs_store_bind_text (store->put_field, 2, article->fields[i].name);
      bs_store_bind_text (store->put_field, 3, article->fields[i].value);
      if (!bs_store_step_done (store, store->put_field, error))
        return FALSE;
    }
  return TRUE;
}

/* Reasons by their names, in which order the table has them: so it grows at its end. */
static const guint *
reasons_in_order (void)
{
  static gsize once;
  static guint order[BS_N_ASIDES];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < BS_N_ASIDES; i++)
        {
          guint at = i;

          for (; at > 0 && strcmp (bs_aside_name (order[at - 1]), bs_aside_name (i)) > 0; at--)
            order[at] = order[at - 1];
          order[at] = i;
        }
      g_once_init_leave (&once, 1);
    }
  return order;
}

static void
put_asides (BsStore *store, gint64 number, const BsStoredArticle *stored)
{
  const guint *order = reasons_in_order ();

  for (guint at = 0; at < BS_N_ASIDES; at++)
    {
      guint i = order[at];

      if (i != BS_KEPT && stored->aside_blocks[i] != 0)
        bs_bulk_add_side (store, BS_BULK_ASIDES,
                          (BsBulkSide){ number, bs_aside_name (i), stored->aside_blocks[i],
                                        (gint64) stored->aside_bytes[i] });
    }
}

static void
put_diagnostics (BsStore *store, gint64 number, BsDiagnosis diagnosis)
{
  guint n;
  const BsDiagnostic *rules = bs_diagnostics (&n);

  for (guint64 left = diagnosis.before | diagnosis.after; left != 0; left &= left - 1)
    {
      guint i = (guint) __builtin_ctzll (left);

      bs_bulk_add_side (store, BS_BULK_DIAGNOSTICS,
                        (BsBulkSide){ number, rules[i].id, diagnosis.before >> i & 1, diagnosis.after >> i & 1 });
    }
}

gboolean
bs_store_put_article (BsStore *store, const BsStoredArticle *stored, gboolean replace, GError **error)
{
  gint64 settings = settings_number (store, stored->settings, error), number;

  if (settings == 0
      || (replace && !bs_store_remove_article (store, stored->article.outlet, stored->article.id, error)))
    return FALSE;
  number = next_number (store);
  bs_record_begin (bs_bulk_record (store), n_article_columns ());
  record_fixed (bs_bulk_record (store), stored, settings, &store->admission);
  record_numbers (bs_bulk_record (store), stored);
  put_asides (store, number, stored);
  put_diagnostics (store, number, stored->diagnosis);
  return bs_bulk_add (store, BS_BULK_ROWS, number, error) && put_blobs (store, number, stored, error)
         && put_fields (store, number, &stored->article, error) && bs_store_gather (store, number, stored, error);
}
