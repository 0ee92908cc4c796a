#include "analysis/texts.h"

#include "analysis/pipeline.h"

struct _BsTexts {
  BsCorpus *corpus;
  const BsReadOptions *options;
  BsTextWork work;
  BsReading **readings; /* by worker; NULL until it has read a text */
  guint threads;
  BsFlow *flow;
  BsBatch *batch;       /* that is drawn from; NULL: none */
  guint next;           /* of its items */
};

/* What a worker made of an item, in the batch's arena. */
typedef struct {
  gpointer made;
  const char *problem;
} Made;

#define MOST_MADE (64 * 1024 * 1024)

/* ---- In a worker's thread ----------------------------------------------------------------------------------------- */

/* Of a text with too many types, nothing was counted; one with too long a sentence was, though no store takes it. */
static const char *
over_in_words (const BsTexts *texts, BsCeiling over, BsArena *arena)
{
  g_autofree char *words = bs_reading_over_in_words (texts->options, over);
  g_autofree char *all = g_strconcat (words, over == BS_CEILING_TYPES ? "; it was left out"
                                                                      : "; “broadsheet analyze” leaves such a text out",
                                      NULL);

  return bs_arena_strdup (arena, all);
}

static void
read_text (const BsTexts *texts, BsReading *reading, const BsArticle *article, BsArena *arena, Made *made)
{
  BsCeiling over;

  bs_read_to (reading, article, texts->options, texts->work.depth);
  over = texts->work.depth == BS_READ_CLEAN ? BS_N_CEILINGS : bs_reading_over (reading, texts->options);
  made->problem = bs_arena_strdup (arena, bs_cleaned_problem (reading->cleaned));
  if (made->problem == NULL && over != BS_N_CEILINGS)
    made->problem = over_in_words (texts, over, arena);
  if (!bs_cleaned_is_unread (reading->cleaned) && over != BS_CEILING_TYPES)
    made->made = texts->work.work (texts->work.data, article, reading, arena);
}

static BsReading *
reading_of (const BsTexts *texts, guint worker)
{
  BsReading *reading = texts->readings[worker];

  if (reading == NULL)
    reading = texts->readings[worker] = bs_reading_new ();
  if (bs_type_index_n_types (reading->index) > bs_reading_types_held (texts->work.types_held, texts->threads))
    bs_type_index_free (bs_reading_renew (reading));
  return reading;
}

static void
work_on_batch (gpointer data, guint worker, BsBatch *batch)
{
  const BsTexts *texts = data;
  BsReading *reading = reading_of (texts, worker);

  for (guint i = 0; i < batch->items->len; i++)
    {
      BsItem *item = &g_array_index (batch->items, BsItem, i);
      const BsArticle *article = &item->stored.article;
      gboolean alone;
      Made *made;

      if (item->state != BS_ITEM_RAW)
        continue;
      made = item->visit = bs_arena_alloc (batch->arena, sizeof *made);
      *made = (Made){ NULL, NULL };
      alone = bs_read_begin_alone (article);
      read_text (texts, reading, article, batch->arena, made);
      if (alone)
        bs_read_end_alone (reading);
      if (made->made != NULL && texts->work.made_size != NULL)
        batch->made += texts->work.made_size (made->made);
    }
  batch->made += bs_arena_size (batch->arena);
}

/* ---- In the calling thread ---------------------------------------------------------------------------------------- */

/* Frees what was made of a batch's items. */
static void
drop_batch (gpointer data, BsBatch *batch)
{
  const BsTexts *texts = data;

  for (guint i = 0; i < batch->items->len && texts->work.made_free != NULL; i++)
    {
      const Made *made = g_array_index (batch->items, BsItem, i).visit;

      if (made != NULL && made->made != NULL)
        texts->work.made_free (made->made);
    }
}

BsTexts *
bs_texts_new (BsCorpus *corpus, const BsReadOptions *options, guint threads, const BsTextWork *work)
{
  BsTexts *texts = g_new0 (BsTexts, 1);
  BsPipeline pipeline
      = { .corpus = corpus, .data = texts, .work = work_on_batch, .drop = drop_batch, .most = MOST_MADE };

  bs_lexicon_init ();
  texts->corpus = corpus;
  texts->options = options;
  texts->work = *work;
  texts->threads = pipeline.n_workers = threads != 0 ? threads : g_get_num_processors ();
  texts->readings = g_new0 (BsReading *, texts->threads);
  texts->flow = bs_flow_start (&pipeline);
  return texts;
}

static void
drop_drawn (BsTexts *texts)
{
  if (texts->batch != NULL)
    drop_batch (texts, g_steal_pointer (&texts->batch));
}

void
bs_texts_free (BsTexts *texts)
{
  if (texts == NULL)
    return;
  drop_drawn (texts);
  bs_flow_end (texts->flow);
  for (guint i = 0; i < texts->threads; i++)
    bs_reading_free (texts->readings[i]);
  g_free (texts->readings);
  bs_corpus_free (texts->corpus);
  g_free (texts);
}

/* The item that is drawn next; NULL behind the last. */
static const BsItem *
next_item (BsTexts *texts)
{
  while (texts->batch == NULL || texts->next == texts->batch->items->len)
    {
      drop_drawn (texts);
      texts->batch = bs_flow_next (texts->flow);
      texts->next = 0;
      if (texts->batch == NULL)
        return NULL;
    }
  return &g_array_index (texts->batch->items, BsItem, texts->next++);
}

gboolean
bs_texts_next (BsTexts *texts, BsText *text)
{
  const BsItem *item = next_item (texts);
  const Made *made;

  if (item == NULL)
    return FALSE;
  made = item->visit;
  if (made != NULL)
    *text = (BsText){ &item->stored.article.origin, &item->stored.article, made->problem, made->made };
  else
    *text = (BsText){ &item->problem.origin, NULL, item->problem.message, NULL };
  return TRUE;
}
