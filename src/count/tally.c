#include "count/tally.h"

#include "base/sort.h"
#include "count/weight.h"

void
bs_sort_terms (BsTerm *terms, gsize n, GArray *scratch)
{
  guint64 *packed;

  g_array_set_size (scratch, (guint) (2 * n));
  packed = (guint64 *) (gpointer) scratch->data;
  for (gsize i = 0; i < n; i++)
    packed[i] = (guint64) terms[i].type << 32 | terms[i].count;
  bs_sort_uint64 (packed, packed + n, n);
  for (gsize i = 0; i < n; i++)
    terms[i] = (BsTerm){ (guint32) (packed[i] >> 32), (guint32) packed[i] };
}

/* What the article itself shows of one of its types. */
enum {
  SEEN_LOWER = 1 << 0,          /* written in small letters somewhere */
  SEEN_CAPITAL_INSIDE = 1 << 1, /* written with a capital inside a sentence */
  OFF_769 = 1 << 2,             /* an occurrence off Dale's 769 was counted */
  OFF_SPACHE = 1 << 3
};

/* Where a type of the index stands in this article's terms. */
typedef struct {
  guint32 article; /* number of the article that wrote the entry; others are void */
  guint32 term;
} Place;

struct _BsTallyScratch {
  Place *places;     /* by type id */
  guint32 n_places;
  guint32 article;
  guint32 n_terms;   /* filled of tally->terms and seen, which have room for a term a word */
  GByteArray *seen;  /* by term */
  GArray *weights;   /* of BsWeight, by spelling */
  const BsTypeIndex *index; /* whose spellings they are */
};

#define SMALL_FREQUENCY 64

BsTally *
bs_tally_new (void)
{
  BsTally *tally = g_new0 (BsTally, 1);

  tally->terms = g_array_new (FALSE, FALSE, sizeof (BsTerm));
  tally->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  tally->spectrum = g_array_new (FALSE, FALSE, sizeof (BsSpectrumEntry));
  tally->sentence_lengths = g_array_new (FALSE, FALSE, sizeof (guint32));
  tally->scratch = g_new0 (struct _BsTallyScratch, 1);
  tally->scratch->seen = g_byte_array_new ();
  tally->scratch->weights = g_array_new (FALSE, FALSE, sizeof (BsWeight));
  return tally;
}

void
bs_tally_free (BsTally *tally)
{
  if (tally == NULL)
    return;
  g_array_unref (tally->terms);
  g_array_unref (tally->ids);
  g_array_unref (tally->spectrum);
  g_array_unref (tally->sentence_lengths);
  g_free (tally->scratch->places);
  g_byte_array_unref (tally->scratch->seen);
  g_array_unref (tally->scratch->weights);
  g_free (tally->scratch);
  g_free (tally);
}

static void
begin_article (BsTally *tally, const BsSegments *segments, const BsTypeIndex *index)
{
  struct _BsTallyScratch *scratch = tally->scratch;
  guint32 n_types = bs_type_index_n_types (index);

  if (scratch->n_places < n_types || scratch->article == G_MAXUINT32)
    {
      guint32 size = MAX (n_types + n_types / 2, 4096);

      g_free (scratch->places);
      scratch->places = g_new0 (Place, size);
      scratch->n_places = size;
      scratch->article = 0;
    }
  if (scratch->index != index)
    g_array_set_size (scratch->weights, 0);
  scratch->index = index;
  scratch->article++;
  memset (&tally->counts, 0, sizeof tally->counts);
  scratch->n_terms = 0;
  g_array_set_size (tally->terms, segments->words->len);
  g_array_set_size (tally->spectrum, 0);
  g_array_set_size (tally->sentence_lengths, 0);
  g_array_set_size (tally->ids, segments->words->len);
  g_byte_array_set_size (scratch->seen, segments->words->len);
}

/* The article's term of a type, met now for the first time or before. */
static inline guint32
term_of (BsTally *tally, guint32 type)
{
  Place *place = &tally->scratch->places[type];

  if (place->article != tally->scratch->article)
    {
      guint32 term = tally->scratch->n_terms++;

      *place = (Place){ tally->scratch->article, term };
      g_array_index (tally->terms, BsTerm, term) = (BsTerm){ type, 0 };
      tally->scratch->seen->data[term] = 0;
    }
  return place->term;
}

/* Whether so much of the sentence is in capitals that capitals say nothing. */
static gboolean
shouts (const BsSentence *sentence, const BsWord *words, const BsWeight *weights)
{
  guint32 upper = 0;

  for (guint32 i = 0; i < sentence->n_words; i++)
    upper += weights[words[sentence->first_word + i].spelling].upper;
  return sentence->n_words > 2 && upper * 2 > sentence->n_words;
}

/* The openings of a sentence, among those of the text from `*from` on; `*from` goes on behind them. */
static const guint32 *
openings_of (const BsSegments *segments, const BsSentence *sentence, guint *from, guint *n)
{
  const guint32 *all = (const guint32 *) (gpointer) segments->openings->data;
  guint first;

  while (*from < segments->openings->len && all[*from] < sentence->first_word)
    (*from)++;
  first = *from;
  while (*from < segments->openings->len && all[*from] < sentence->first_word + sentence->n_words)
    (*from)++;
  *n = *from - first;
  return all + first;
}

/* They ascend, and a text without stops is one sentence with any number of them. */
static gboolean
is_among (guint32 word, const guint32 *openings, guint n)
{
  guint from = 0;

  while (from < n)
    {
      guint middle = from + (n - from) / 2;

      if (openings[middle] == word)
        return TRUE;
      if (openings[middle] < word)
        from = middle + 1;
      else
        n = middle;
    }
  return FALSE;
}

/* First walk: terms and their counts, and how the article writes its types. */
static void
count_terms (BsTally *tally, const BsSegments *segments, const BsWeight *weights)
{
  guint32 *ids = (guint32 *) (gpointer) tally->ids->data;
  const BsWord *words = (const BsWord *) (gpointer) segments->words->data;
  guint opening = 0, n_openings;

  for (guint s = 0; s < segments->sentences->len; s++)
    {
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, s);
      const guint32 *openings = openings_of (segments, sentence, &opening, &n_openings);
      gboolean loud = shouts (sentence, words, weights);

      g_array_append_val (tally->sentence_lengths, sentence->n_words);
      for (guint32 i = 0; i < sentence->n_words; i++)
        {
          guint32 at = sentence->first_word + i;
          const BsWeight *weight = &weights[words[at].spelling];
          guint32 term = term_of (tally, weight->type);

          ids[at] = term;
          g_array_index (tally->terms, BsTerm, term).count++;
          if (weight->lower)
            tally->scratch->seen->data[term] |= SEEN_LOWER;
          else if (i > 0 && !loud && !is_among (at, openings, n_openings))
            tally->scratch->seen->data[term] |= SEEN_CAPITAL_INSIDE;
        }
    }
}

/* A sentence and what is known of its words. */
typedef struct {
  const BsWord *words;
  const guint32 *ids; /* of the words, as terms */
  guint32 n;
  guint32 first; /* number of the first */
  const guint32 *openings;
  guint n_openings;
  const BsWeight *weights;
  const guint8 *seen; /* by term */
  gboolean loud;
} Sentence;

static const BsWeight *
weight_of (const Sentence *at, guint32 i)
{
  return &at->weights[at->words[i].spelling];
}

/* What a word names whose capital is known to tell something. */
static BsNaming
kind_of_name (const BsWeight *weight, guint8 seen)
{
  gboolean common = weight->generic || ((seen & SEEN_LOWER) != 0 && !weight->initial);

  return common ? BS_NAMES_SOMETHING : BS_NAMES_PERSON_OR_PLACE;
}

/* Whether a word that would be written large in any case is one that the article knows for a name, or begins the name
 * that follows. */
static gboolean
is_shown_to_be_name (const Sentence *at, guint32 i)
{
  const BsWeight *weight = weight_of (at, i), *next;
  guint8 seen = at->seen[at->ids[i]];

  if ((seen & SEEN_LOWER) != 0)
    return FALSE;
  if ((seen & SEEN_CAPITAL_INSIDE) != 0)
    return TRUE;
  if (at->loud || !weight->uncommon || i + 1 == at->n)
    return FALSE;
  next = weight_of (at, i + 1);
  return next->may_be_name && kind_of_name (next, at->seen[at->ids[i + 1]]) == BS_NAMES_PERSON_OR_PLACE;
}

static BsNaming
naming_of (const Sentence *at, guint32 i)
{
  const BsWeight *weight = weight_of (at, i);

  if (!weight->may_be_name || ((i == 0 || at->loud || is_among (at->first + i, at->openings, at->n_openings)) && !is_shown_to_be_name (at, i)))
    return BS_NAMES_NOTHING;
  return kind_of_name (weight, at->seen[at->ids[i]]);
}

static void
add_sentence (BsWeightSum *sum, const Sentence *at, guint8 *seen, BsCounts *counts)
{
  for (guint32 i = 0; i < at->n; i++)
    {
      const BsWeight *weight = weight_of (at, i);
      BsNaming naming = naming_of (at, i);

      bs_weight_add (sum, weight, naming, counts);
      if (naming != BS_NAMES_PERSON_OR_PLACE)
        seen[at->ids[i]] |= (guint8) ((weight->off_769 ? OFF_769 : 0) | (weight->off_spache ? OFF_SPACHE : 0));
    }
}

static Sentence
sentence_of (const BsTally *tally, const BsSegments *segments, guint32 number, guint *opening)
{
  const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, number);
  const BsWord *words = (const BsWord *) (gpointer) segments->words->data;
  const BsWeight *weights = (const BsWeight *) (gpointer) tally->scratch->weights->data;
  guint n_openings;
  const guint32 *openings = openings_of (segments, sentence, opening, &n_openings);

  return (Sentence){ .words = words + sentence->first_word,
                     .ids = &g_array_index (tally->ids, guint32, sentence->first_word),
                     .n = sentence->n_words,
                     .first = sentence->first_word,
                     .openings = openings,
                     .n_openings = n_openings,
                     .weights = weights,
                     .seen = tally->scratch->seen->data,
                     .loud = shouts (sentence, words, weights) };
}

/* Second walk: the words' attributes, and which terms are off a list somewhere. */
static void
count_words (BsTally *tally, const BsSegments *segments)
{
  guint8 *seen = tally->scratch->seen->data;
  BsWeightSum sum = { 0 };
  guint opening = 0;

  for (guint s = 0; s < segments->sentences->len; s++)
    {
      Sentence at = sentence_of (tally, segments, s, &opening);

      add_sentence (&sum, &at, seen, &tally->counts);
    }
  bs_weight_flush (&sum, &tally->counts);
  for (guint i = 0; i < tally->terms->len; i++)
    {
      tally->counts.value[BS_COUNT_HARD_UNIQUE_769] += (seen[i] & OFF_769) != 0;
      tally->counts.value[BS_COUNT_UNFAMILIAR_SPACHE_TYPES] += (seen[i] & OFF_SPACHE) != 0;
    }
}

static int
by_frequency (gconstpointer a, gconstpointer b)
{
  const BsSpectrumEntry *x = a, *y = b;

  return (x->frequency > y->frequency) - (x->frequency < y->frequency);
}

/* Makes one entry of neighbours of the same frequency, from `first` on. */
static void
fold_equal (GArray *spectrum, guint first)
{
  BsSpectrumEntry *entries = (BsSpectrumEntry *) (gpointer) spectrum->data;
  guint kept = first;

  for (guint i = first; i < spectrum->len; i++)
    if (kept > first && entries[kept - 1].frequency == entries[i].frequency)
      entries[kept - 1].types++;
    else
      entries[kept++] = entries[i];
  g_array_set_size (spectrum, kept);
}

/* Frequencies are small but for a handful: those are gathered in a row and sorted behind. */
static void
make_spectrum (BsTally *tally)
{
  guint32 small[SMALL_FREQUENCY] = { 0 };
  guint large;

  for (guint i = 0; i < tally->terms->len; i++)
    {
      guint32 count = g_array_index (tally->terms, BsTerm, i).count;

      if (count < SMALL_FREQUENCY)
        small[count]++;
    }
  for (guint32 frequency = 1; frequency < SMALL_FREQUENCY; frequency++)
    if (small[frequency] > 0)
      {
        BsSpectrumEntry entry = { frequency, small[frequency] };

        g_array_append_val (tally->spectrum, entry);
      }
  large = tally->spectrum->len;
  for (guint i = 0; i < tally->terms->len; i++)
    {
      BsSpectrumEntry entry = { g_array_index (tally->terms, BsTerm, i).count, 1 };

      if (entry.frequency >= SMALL_FREQUENCY)
        g_array_append_val (tally->spectrum, entry);
    }
  if (tally->spectrum->len > large)
    qsort (&g_array_index (tally->spectrum, BsSpectrumEntry, large), tally->spectrum->len - large,
           sizeof (BsSpectrumEntry), by_frequency);
  fold_equal (tally->spectrum, large);
}

static guint32
types_of_frequency (const BsTally *tally, guint32 frequency)
{
  for (guint i = 0; i < MIN (tally->spectrum->len, 2); i++)
    if (g_array_index (tally->spectrum, BsSpectrumEntry, i).frequency == frequency)
      return g_array_index (tally->spectrum, BsSpectrumEntry, i).types;
  return 0;
}

void
bs_tally (BsTally *tally, const BsSegments *segments, const BsTypeIndex *index)
{
  const BsWeight *weights;
  gint64 *value = tally->counts.value;

  begin_article (tally, segments, index);
  weights = bs_weights_of (tally->scratch->weights, index);
  count_terms (tally, segments, weights);
  g_array_set_size (tally->terms, tally->scratch->n_terms);
  count_words (tally, segments);
  make_spectrum (tally);

  value[BS_COUNT_WORDS] = segments->words->len;
  value[BS_COUNT_SENTENCES] = segments->sentences->len;
  if (10 * (guint64) segments->unmarked > 9 * (guint64) segments->words->len)
    {
      value[BS_COUNT_SENTENCES] = BS_COUNT_MISSING;
      g_array_set_size (tally->sentence_lengths, 0);
    }
  value[BS_COUNT_PARAGRAPHS] = segments->paragraphs->len;
  value[BS_COUNT_BLANKS] = value[BS_COUNT_WORDS] - value[BS_COUNT_PARAGRAPHS];
  value[BS_COUNT_TYPES] = tally->terms->len;
  value[BS_COUNT_HAPAXES] = types_of_frequency (tally, 1);
  value[BS_COUNT_DISLEGOMENA] = types_of_frequency (tally, 2);
  value[BS_COUNT_FAMILIAR] = value[BS_COUNT_WORDS] - value[BS_COUNT_UNFAMILIAR];
}

void
bs_tally_show (const BsTally *tally, const BsSegments *segments, guint32 sentence, guint8 *flags)
{
  Sentence at;
  guint opening = 0;

  g_return_if_fail (sentence < segments->sentences->len && tally->ids->len == segments->words->len);
  at = sentence_of (tally, segments, sentence, &opening);
  for (guint32 i = 0; i < at.n; i++)
    flags[i] = bs_weight_counted (weight_of (&at, i), naming_of (&at, i));
}
