#include "analysis/batch.h"

#include "base/chunk.h"
#include "source/date.h"

#define BATCH_ITEMS 64
#define BATCH_BYTES (256 * 1024)
#define BATCH_PATIENCE G_USEC_PER_SEC /* what comes slowly goes on in small batches, and is kept the sooner */

BsBatch *
bs_batch_new (void)
{
  BsBatch *batch = g_new0 (BsBatch, 1);

  batch->arena = bs_arena_new ();
  batch->items = g_array_new (FALSE, TRUE, sizeof (BsItem));
  batch->new_types = g_array_new (FALSE, FALSE, sizeof (BsNewType));
  return batch;
}

void
bs_batch_free (BsBatch *batch)
{
  if (batch == NULL)
    return;
  bs_arena_free (batch->arena);
  g_array_unref (batch->items);
  g_array_unref (batch->new_types);
  bs_type_index_free (batch->retired);
  g_free (batch);
}

gboolean
bs_batch_fill (BsBatch *batch, BsCorpus *corpus, guint64 number)
{
  gint64 start = g_get_monotonic_time ();
  guint64 bytes = 0, enough = bs_chunk (BATCH_BYTES);

  bs_arena_reset (batch->arena);
  g_array_set_size (batch->items, 0);
  g_array_set_size (batch->new_types, 0);
  g_clear_pointer (&batch->retired, bs_type_index_free);
  batch->number = number;
  batch->made = 0;
  while (batch->items->len < BATCH_ITEMS && bytes < enough)
    {
      guint at = batch->items->len;
      BsItem *item;
      BsNext next;

      g_array_set_size (batch->items, at + 1); /* cleared */
      item = &g_array_index (batch->items, BsItem, at);
      next = bs_corpus_next (corpus, batch->arena, &item->stored.article, &item->problem);
      if (next == BS_NEXT_END)
        {
          g_array_set_size (batch->items, at);
          break;
        }
      item->state = next == BS_NEXT_ARTICLE ? BS_ITEM_RAW : BS_ITEM_PROBLEM;
      item->has_problem = next == BS_NEXT_PROBLEM;
      if (next == BS_NEXT_ARTICLE)
        bytes += item->bytes = item->stored.article.text.length;
      if (g_get_monotonic_time () - start > BATCH_PATIENCE)
        break;
    }
  return batch->items->len > 0;
}

static gboolean
is_known (const BsKnown *known, const BsStoredArticle *stored)
{
  return bs_known_holds (known, stored->article.outlet, stored->article.id, stored->checksum, stored->settings);
}

static void
set_problem (BsItem *item, BsProblemKind kind, const char *message)
{
  const BsArticle *article = &item->stored.article;

  item->has_problem = TRUE;
  item->problem = (BsProblem){ kind, article->outlet, article->id, article->origin, message };
}

static gpointer
copy_array (BsArena *arena, const GArray *array, gsize size)
{
  gpointer copy = bs_arena_alloc (arena, MAX (array->len * size, 1));

  if (array->len > 0)
    memcpy (copy, array->data, array->len * size);
  return copy;
}

static void
sum_asides (BsStoredArticle *stored, const BsCleaned *cleaned)
{
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);

      stored->aside_blocks[block->aside]++;
      stored->aside_bytes[block->aside] += block->length;
    }
}

/* What the record does not say, the text may. */
static void
take_found (BsStoredArticle *stored, const BsCleaned *cleaned, BsArena *arena)
{
  char day[BS_DAY_MAX];

  if (stored->article.title == NULL)
    stored->article.title = bs_arena_strdup (arena, cleaned->title);
  if (stored->article.byline == NULL)
    stored->article.byline = bs_arena_strdup (arena, cleaned->byline);
  if (stored->article.date == NULL)
    stored->article.date = bs_arena_strdup (arena, cleaned->date);
  if (stored->article.url == NULL)
    stored->article.url = bs_arena_strdup (arena, cleaned->url);
  if (stored->article.date != NULL)
    stored->day = bs_arena_strdup (arena, bs_day_of_date (stored->article.date, day));
  stored->dateline = bs_arena_strdup (arena, cleaned->dateline);
  stored->agency = bs_arena_strdup (arena, cleaned->agency);
  stored->originally_from = bs_arena_strdup (arena, cleaned->originally_from);
  stored->rights = bs_arena_strdup (arena, cleaned->rights);
  stored->publisher = bs_arena_strdup (arena, cleaned->publisher);
  stored->encoding = cleaned->encoding;
  stored->mended = cleaned->mended;
}

static void
take_numbers (BsStoredArticle *stored, const BsReading *reading, BsArena *arena)
{
  const BsTally *tally = reading->tally;
  guint n_measures;
  double *measures;

  bs_measures_of_articles (&n_measures);
  measures = bs_arena_alloc (arena, sizeof (double) * n_measures);
  memcpy (measures, reading->measures, sizeof (double) * n_measures);
  stored->measures = measures;
  stored->counts = tally->counts;
  stored->language = bs_arena_strdup (arena, reading->language); /* a page's own goes with the next text */
  stored->language_found = reading->language_found;
  stored->terms = copy_array (arena, tally->terms, sizeof (BsTerm));
  stored->n_terms = tally->terms->len;
  stored->sentence_lengths = copy_array (arena, tally->sentence_lengths, sizeof (guint32));
  stored->n_sentence_lengths = tally->sentence_lengths->len;
}

static void
take_signature (BsItem *item, const BsSignature *signature, BsArena *arena)
{
  BsStoredArticle *stored = &item->stored;
  guint64 *least = bs_arena_alloc (arena, sizeof signature->least);

  memcpy (least, signature->least, signature->n_least * sizeof *least);
  stored->signature = least;
  stored->n_signature = signature->n_least;
  stored->n_shingles = signature->n_shingles;
  stored->shingles_digest = signature->digest;
}

/* Standard input cannot be read again when copies are compared. */
static void
take_shingles (BsItem *item, const BsSignature *signature, BsArena *arena)
{
  g_autoptr (GArray) set = NULL;

  if (!g_str_equal (item->stored.article.origin.path, "-"))
    return;
  set = g_array_new (FALSE, FALSE, sizeof (guint64));
  bs_signature_set (signature, set);
  item->shingles = copy_array (arena, set, sizeof (guint64));
  item->n_shingles = set->len;
}

static void
refuse (BsItem *item, BsCeiling over, const BsReadOptions *options, BsArena *arena)
{
  g_autofree char *words = bs_reading_over_in_words (options, over);
  g_autofree char *message = g_strconcat (words, "; the article was left out", NULL);

  set_problem (item, BS_PROBLEM_TOO_LARGE, bs_arena_strdup (arena, message));
}

/* What of an article was not taken as it stands, because it goes over a ceiling. */
static gboolean
note_set_aside (BsItem *item, const BsReading *reading, const BsReadOptions *options, BsArena *arena)
{
  guint32 words = reading->segments->long_words;
  g_autofree char *ceiling = NULL;
  g_autofree char *message = NULL;

  if (words == 0 && !reading->cleaned->long_tail)
    return FALSE;
  ceiling = bs_ceiling_in_words (&options->ceilings, words > 0 ? BS_CEILING_WORD : BS_CEILING_LINES);
  message = words == 0 ? g_strdup_printf ("there are more lines than %s, and what is behind was taken for one; the"
                                          " article was kept",
                                          ceiling)
                       : g_strdup_printf ("%u %s longer than %s and %s not counted; the article was kept", words,
                                          words == 1 ? "word is" : "words are", ceiling, words == 1 ? "was" : "were");
  set_problem (item, BS_PROBLEM_SET_ASIDE, bs_arena_strdup (arena, message));
  return TRUE;
}

/* Bytes that are not what they should be are repaired, and the reader is told how. */
static void
note_encoding (BsItem *item, const BsCleaned *cleaned, BsArena *arena)
{
  g_autofree char *message = NULL;

  if (cleaned->mended.invalid_bytes > 0)
    message = g_strdup_printf ("%" G_GUINT64_FORMAT " bytes are no valid %s and were replaced; the article was kept",
                               cleaned->mended.invalid_bytes, cleaned->encoding);
  else if (!g_str_has_prefix (cleaned->encoding, "UTF-"))
    message
        = g_strdup_printf ("the bytes are not UTF-8 and were taken for %s; the article was kept", cleaned->encoding);
  if (message != NULL)
    set_problem (item, BS_PROBLEM_ENCODING, bs_arena_strdup (arena, message));
}

static void
note_mended (BsItem *item, const BsReading *reading, const BsReadOptions *options, BsArena *arena)
{
  if (!note_set_aside (item, reading, options, arena))
    note_encoding (item, reading->cleaned, arena);
}

static void
take_lines (BsStoredArticle *stored, const BsCleaned *cleaned, const BsRepeats *repeats, BsArena *arena)
{
  char digest[17];

  stored->lines = copy_array (arena, cleaned->lines, sizeof (guint64));
  stored->n_lines = cleaned->lines->len;
  stored->kept = copy_array (arena, cleaned->kept, sizeof (guint32));
  stored->n_kept = cleaned->kept->len;
  if (repeats != NULL)
    stored->repeats = bs_arena_strdup (
        arena, bs_repeats_digest (repeats, stored->article.outlet, stored->lines, stored->n_lines, cleaned->passages,
                                  digest));
}

/* Leaves what is found in `reading`, where it still stands for an article that says what the one before it said. */
static BsCeiling
read_text (BsReading *reading, const BsArticle *article, const BsReadOptions *options, gboolean again)
{
  BsCeiling over;

  if (again)
    {
      if (article->language != NULL) /* the string of the one before is gone */
        reading->language = article->language;
      return BS_N_CEILINGS;
    }
  bs_read_segments (reading, article, options);
  over = bs_reading_over (reading, options);
  if (over == BS_N_CEILINGS)
    bs_read_counts (reading, article, options);
  return over;
}

static BsDiagnosis
diagnose (BsReading *reading, const BsArticle *article, gboolean again)
{
  if (!again)
    {
      reading->diagnosis
          = bs_diagnose (reading->diagnoser, reading->cleaned, g_strcmp0 (reading->language, "en") == 0);
      bs_last_text_set (reading->last, article);
    }
  return reading->diagnosis;
}

static void
read_item (BsItem *item, BsBatch *batch, BsReading *reading, const BsReadOptions *options, const BsKnown *known)
{
  BsStoredArticle *stored = &item->stored;
  BsCeiling over;
  gboolean again;

  stored->checksum = bs_article_checksum (&stored->article, batch->arena);
  if (is_known (known, stored))
    {
      item->state = BS_ITEM_UNCHANGED;
      item->moved
          = !bs_known_stands_at (known, stored->article.outlet, stored->article.id, &stored->article.origin);
      if (g_str_equal (stored->article.origin.path, "-") && !(options->without & BS_STEP_COPIES))
        {
          bs_read_words (reading, &stored->article, options);
          take_shingles (item, reading->signature, batch->arena);
        }
      return;
    }

  again = bs_last_text_is (reading->last, &stored->article);
  over = read_text (reading, &stored->article, options, again);
  item->state = BS_ITEM_EMPTY;
  if (reading->cleaned->binary)
    set_problem (item, BS_PROBLEM_NOT_TEXT, "the bytes are no text; the article was left out");
  else if (reading->cleaned->trouble != BS_N_PROBLEMS)
    set_problem (item, reading->cleaned->trouble, bs_arena_strdup (batch->arena, reading->cleaned->trouble_message));
  else if (over != BS_N_CEILINGS)
    refuse (item, over, options, batch->arena);
  else if (reading->tally->counts.value[BS_COUNT_WORDS] == 0)
    set_problem (item, BS_PROBLEM_NO_TEXT,
                 stored->article.text.length == 0 ? "the article is empty and was left out"
                                                  : "nothing in it is article text; it was left out");
  else
    {
      item->state = BS_ITEM_READ;
      take_found (stored, reading->cleaned, batch->arena);
      take_numbers (stored, reading, batch->arena);
      stored->any_length = options->any_length;
      take_lines (stored, reading->cleaned, options->repeats, batch->arena);
      take_signature (item, reading->signature, batch->arena);
      take_shingles (item, reading->signature, batch->arena);
      sum_asides (stored, reading->cleaned);
      stored->diagnosis = diagnose (reading, &stored->article, again);
      note_mended (item, reading, options, batch->arena);
    }
}

static void
learn_item (BsItem *item, BsBatch *batch, BsReading *reading, const BsReadOptions *options, const BsKnown *known)
{
  BsStoredArticle *stored = &item->stored;
  const BsArticle *article = &stored->article;
  BsCleanOptions clean = bs_read_clean_options (options, article);

  if (bs_known_any (known))
    {
      stored->checksum = bs_article_checksum (article, batch->arena);
      if (is_known (known, stored))
        {
          item->state = BS_ITEM_UNCHANGED;
          return;
        }
    }
  bs_last_text_forget (reading->last);
  bs_clean_lines (reading->cleaned, article->text, &clean);
  item->state = reading->cleaned->lines->len > 0 ? BS_ITEM_READ : BS_ITEM_EMPTY;
  take_lines (stored, reading->cleaned, NULL, batch->arena);
}

void
bs_batch_learn (BsBatch *batch, BsReading *reading, const BsReadOptions *options, const char *settings, const BsKnown *known)
{
  for (guint i = 0; i < batch->items->len; i++)
    {
      BsItem *item = &g_array_index (batch->items, BsItem, i);
      gboolean alone = bs_read_begin_alone (&item->stored.article);

      item->stored.settings = settings;
      if (item->state == BS_ITEM_RAW)
        learn_item (item, batch, reading, options, known);
      if (alone)
        bs_read_end_alone (reading);
    }
}

gboolean
bs_problem_loses_article (const BsProblem *problem)
{
  return (problem->kind == BS_PROBLEM_NO_TEXT || problem->kind == BS_PROBLEM_NOT_TEXT
          || problem->kind == BS_PROBLEM_TOO_LARGE)
         && problem->outlet != NULL && problem->id != NULL;
}

void
bs_batch_renew (BsBatch *batch, BsReading *reading, guint types_held, guint32 *n_types_told)
{
  if (bs_type_index_n_types (reading->index) <= types_held)
    return;
  batch->retired = bs_reading_renew (reading);
  *n_types_told = 0;
}

void
bs_batch_read (BsBatch *batch, BsReading *reading, const BsReadOptions *options, const char *settings, const BsKnown *known,
               guint worker, guint32 *n_types_told)
{
  batch->worker = worker;
  for (guint i = 0; i < batch->items->len; i++)
    {
      BsItem *item = &g_array_index (batch->items, BsItem, i);
      gboolean alone = bs_read_begin_alone (&item->stored.article);

      item->stored.settings = settings;
      if (item->state == BS_ITEM_RAW)
        read_item (item, batch, reading, options, known);
      if (alone)
        bs_read_end_alone (reading);
    }
  for (; *n_types_told < bs_type_index_n_types (reading->index); ++*n_types_told)
    {
      BsWordFacts facts;
      BsNewType type = { .word = bs_type_index_type (reading->index, *n_types_told)->word };

      bs_type_index_describe (reading->index, *n_types_told, &facts);
      type.note = bs_word_note (&facts);
      g_array_append_val (batch->new_types, type);
    }
}
