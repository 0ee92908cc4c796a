#include "clean/phrase-internal.h"

#define EVERYWHERE 1000 /* the weight of a gram that is */

G_STATIC_ASSERT (BS_PHRASES_MAX * BS_INDEX_STRIDE < G_MAXUINT16);

/* The classes of blocks that the phrase may stand in, as bits. */
static guint8
classes_of (const BsPhrase *phrase)
{
  static const guint8 LEAST[] = { 0, 31, 51, 61 }; /* words of a class */
  guint classes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (LEAST); i++)
    for (guint edge = 0; edge < 2; edge++)
      if (phrase->words >= LEAST[i] && (edge || (phrase->where & EDGE) == 0))
        classes |= 1u << bs_index_class (LEAST[i], (gboolean) edge);
  return (guint8) classes;
}

static gboolean
is_everywhere (const char *gram)
{
  static const char COMMON[][BS_INDEX_GRAM + 1]
      = { "ing ", "for ", " for", "this", "with", " wit", "his ", "ting", "ted ", "on t", "comm", "cont", "that",
          "the ", " the", "and ", " and", "tion", "ment", " com", "sion", "e co", "e of", "s of", "s th", "e re",
          "e in", "port", "prov", "ider", "all ", "stat", "work", " wor", "ter ", "ture", " new" };
  guint32 bytes = bs_index_gram (gram);

  for (guint i = 0; i < G_N_ELEMENTS (COMMON); i++)
    if (bs_index_gram (COMMON[i]) == bytes)
      return TRUE;
  return FALSE;
}

/* The phrase's rarest bytes. */
static guint8
window_of (const BsPhrase *phrase)
{
  guint length = (guint) bs_phrase_length (phrase), best = 0, rarest = G_MAXUINT;
  guint weight[G_MAXUINT8 + 1];

  for (guint i = 0; i + BS_INDEX_GRAM <= length; i++)
    weight[i] = is_everywhere (phrase->text + i) ? EVERYWHERE : 0;
  for (guint i = 0; i + BS_PHRASE_WINDOW <= length; i++)
    {
      guint common = bs_phrase_commonness (phrase->text + i);

      for (guint j = 0; j < BS_INDEX_STRIDE; j++)
        common += weight[i + j];
      if (common < rarest)
        {
          best = i;
          rarest = common;
        }
    }
  return (guint8) best;
}

static guint
head_of (guint32 gram)
{
  return bs_index_hash (gram) >> (32 - BS_INDEX_HEAD_BITS);
}

static int
by_head (guint32 a, guint32 b, guint phrase_a, guint phrase_b)
{
  guint head_a = head_of (a), head_b = head_of (b);

  return head_a != head_b ? (head_a > head_b) - (head_a < head_b) : (phrase_a > phrase_b) - (phrase_a < phrase_b);
}

static int
compare_grams (gconstpointer a, gconstpointer b)
{
  const BsIndexGram *x = a, *y = b;

  return by_head (x->gram, y->gram, x->phrase, y->phrase);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const BsIndexStart *x = a, *y = b;

  return by_head (bs_index_gram (&x->bytes), bs_index_gram (&y->bytes), x->phrase, y->phrase);
}

/* Makes of how many there are of each head, one place on, where each begins. */
static void
sum_up (guint16 *heads)
{
  for (guint i = 1; i <= 1 << BS_INDEX_HEAD_BITS; i++)
    heads[i] = (guint16) (heads[i] + heads[i - 1]);
}

static void
index_grams (BsPhraseIndex *index)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (BsIndexGram));

  for (guint i = 0; i < bs_n_phrases; i++)
    {
      guint8 window = bs_phrases[i].where & WITHIN ? window_of (&bs_phrases[i]) : 0;

      for (guint8 j = 0; j < BS_INDEX_STRIDE && (bs_phrases[i].where & WITHIN); j++)
        {
          BsIndexGram gram = { .gram = bs_index_gram (bs_phrases[i].text + window + j),
                               .phrase = (guint16) i,
                               .behind = j,
                               .offset = window };

          memcpy (&gram.window, bs_phrases[i].text + window, sizeof gram.window);
          index->mark[bs_index_hash (gram.gram) >> (32 - BS_INDEX_MARK_BITS)] |= classes_of (&bs_phrases[i]);
          index->gram_heads[head_of (gram.gram) + 1]++;
          g_array_append_val (grams, gram);
        }
    }
  g_array_sort (grams, compare_grams);
  sum_up (index->gram_heads);
  index->grams = (BsIndexGram *) (gpointer) g_array_free (g_steal_pointer (&grams), FALSE);
}

static BsIndexStart
start_of (guint phrase)
{
  BsIndexStart start = { .phrase = (guint16) phrase };
  gsize length = MIN (bs_phrase_length (&bs_phrases[phrase]), 8);

  memcpy (&start.bytes, bs_phrases[phrase].text, length);
  memset (&start.mask, 0xff, length);
  return start;
}

static void
add_shorts (BsPhraseIndex *index, guint where)
{
  for (guint i = 0; i < bs_n_phrases; i++)
    if ((bs_phrases[i].where & where) && bs_phrase_length (&bs_phrases[i]) < BS_INDEX_GRAM)
      index->shorts[index->n_shorts++] = start_of (i);
}

static void
index_starts (BsPhraseIndex *index)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BsIndexStart));

  index->shorts = g_new (BsIndexStart, bs_n_phrases);
  add_shorts (index, START);
  index->n_openings = index->n_shorts;
  add_shorts (index, WHOLE);
  for (guint i = 0; i < bs_n_phrases; i++)
    if ((bs_phrases[i].where & (START | WHOLE)) && bs_phrase_length (&bs_phrases[i]) >= BS_INDEX_GRAM)
      {
        BsIndexStart start = start_of (i);

        index->start_heads[head_of (bs_index_gram (bs_phrases[i].text)) + 1]++;
        g_array_append_val (starts, start);
      }
  g_array_sort (starts, compare_starts);
  sum_up (index->start_heads);
  index->starts = (BsIndexStart *) (gpointer) g_array_free (g_steal_pointer (&starts), FALSE);
}

static void
index_ends (BsPhraseIndex *index)
{
  index->ends = g_new (BsIndexEnd, bs_n_phrases);
  for (guint i = 0; i < bs_n_phrases; i++)
    if (bs_phrases[i].where & END)
      {
        const char *end = bs_phrases[i].text + bs_phrases[i].length;

        index->ends[index->n_ends++] = (BsIndexEnd){ bs_index_end (end - BS_INDEX_END), (guint16) i };
        index->last |= G_GUINT64_CONSTANT (1) << ((guchar) end[-1] & 63);
      }
}

const BsPhraseIndex *
bs_phrase_index (void)
{
  static BsPhraseIndex index;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      index_grams (&index);
      index_starts (&index);
      index_ends (&index);
      g_once_init_leave (&once, 1);
    }
  return &index;
}
