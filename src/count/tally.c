#include "count/tally.h"

#include "count/spectrum.h"
#include "count/weight.h"

/* Where a type of the index stands in this article's terms. */
typedef struct {
  guint32 article; /* number of the article that wrote the entry; others are void */
  guint32 term;
} Place;

/* A sentence in which words are written large. */
typedef struct {
  guint32 sentence;
  guint32 first, end; /* of scratch->large */
  gboolean loud;
} Capitals;

struct _BsTallyScratch {
  Place *places;     /* by type id */
  guint32 n_places;
  guint32 article;
  guint32 n_terms;   /* filled of tally->terms and seen, which have room for a term a word */
  GByteArray *seen;  /* by term: BsShown */
  guint32 *large;    /* words that are not written in small letters; room for all */
  guint32 n_large;
  gsize large_room;
  GArray *capitals;  /* of Capitals: the sentences that hold them */
  GArray *weights;   /* of BsWeight, by spelling */
  const BsTypeIndex *index; /* whose spellings they are */
};

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
  tally->scratch->capitals = g_array_new (FALSE, FALSE, sizeof (Capitals));
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
  g_array_unref (tally->scratch->capitals);
  g_free (tally->scratch->large);
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
  scratch->n_large = 0;
  if (scratch->large_room < segments->words->len)
    {
      scratch->large_room = segments->words->len;
      g_free (scratch->large);
      scratch->large = g_new (guint32, scratch->large_room);
    }
  g_array_set_size (scratch->capitals, 0);
  g_array_set_size (tally->terms, segments->words->len);
  g_array_set_size (tally->spectrum, 0);
  g_array_set_size (tally->ids, segments->words->len);
  g_byte_array_set_size (scratch->seen, segments->words->len);
  if (segments->words->len > 0)
    {
      memset (tally->terms->data, 0, tally->terms->len * sizeof (BsTerm));
      memset (scratch->seen->data, 0, scratch->seen->len);
    }
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

/* What a walk over the words reads and fills. */
typedef struct {
  struct _BsTallyScratch *scratch;
  const BsWeight *weights;
  const BsWord *words;
  BsTerm *terms;
  guint32 *ids;
  guint8 *seen;
} Walk;

static Walk
walk_of (const BsTally *tally, const BsSegments *segments)
{
  return (Walk){ .scratch = tally->scratch,
                 .weights = (const BsWeight *) (gpointer) tally->scratch->weights->data,
                 .words = (const BsWord *) (gpointer) segments->words->data,
                 .terms = (BsTerm *) (gpointer) tally->terms->data,
                 .ids = (guint32 *) (gpointer) tally->ids->data,
                 .seen = tally->scratch->seen->data };
}

/* The article's term of a type, met now for the first time or before; counts it. Every other word is the first of its
 * type, so that a branch would go wrong half of the time. */
static inline guint32
term_of (const Walk *walk, guint32 type)
{
  struct _BsTallyScratch *scratch = walk->scratch;
  Place *place = &scratch->places[type];
  guint32 met = place->article == scratch->article;
  guint32 term = (place->term & -met) | (scratch->n_terms & (met - 1));

  scratch->n_terms += 1 - met;
  *place = (Place){ scratch->article, term };
  walk->terms[term].type = type;
  walk->terms[term].count++;
  return term;
}

/* Whether so much of the sentence is in capitals that capitals say nothing. */
static gboolean
is_loud (guint32 upper, const BsSentence *sentence)
{
  return sentence->n_words > 2 && upper * 2 > sentence->n_words;
}

/* First walk, over the words of a sentence: terms and their counts, and how the article writes its types. Words that may
 * be names are put aside for the second walk, when the article has shown all that it shows; all others are added up at
 * once. Returns how many of the words are in capitals. */
static inline guint32
count_sentence (const Walk *walk, const BsSentence *sentence, BsWeightSum *sum, BsCounts *counts)
{
  struct _BsTallyScratch *scratch = walk->scratch;
  guint32 upper = 0, end = sentence->first_word + sentence->n_words;

  for (guint32 at = sentence->first_word; at < end; at++)
    {
      const BsWeight *weight = &walk->weights[walk->words[at].spelling];
      guint32 term = term_of (walk, walk->ids[at]);

      walk->ids[at] = term;
      if ((weight->flags & BS_WEIGHT_LOWER) != 0)
        {
          walk->seen[term] |= weight->shown;
          bs_weight_add (sum, weight, BS_NAMES_NOTHING, counts);
        }
      else
        {
          scratch->large[scratch->n_large++] = at;
          upper += (weight->flags & BS_WEIGHT_UPPER) != 0;
        }
    }
  return upper;
}

/* What the large words of a sentence show of their types. */
static void
see_capitals (const Walk *walk, const Capitals *capitals, const BsSentence *sentence, const guint32 *openings,
              guint n_openings)
{
  if (capitals->loud)
    return;
  for (guint32 i = capitals->first; i < capitals->end; i++)
    {
      guint32 at = walk->scratch->large[i];

      if (at > sentence->first_word && !is_among (at, openings, n_openings))
        walk->seen[walk->ids[at]] |= BS_SHOWN_CAPITAL_INSIDE;
    }
}

#define AHEAD 64 /* words whose weights are fetched ahead */

/* Types in the place of terms for the first walk, and everything on its way into the cache: records of words lie
 * anywhere, and to wait for each would cost more than all the counting. */
static void
fetch (const Walk *walk, guint32 n)
{
  for (guint32 i = 0; i < MIN (AHEAD, n); i++)
    __builtin_prefetch (&walk->weights[walk->words[i].spelling]);
  for (guint32 i = 0; i < n; i++)
    {
      if (i + AHEAD < n)
        __builtin_prefetch (&walk->weights[walk->words[i + AHEAD].spelling]);
      walk->ids[i] = walk->weights[walk->words[i].spelling].type;
      __builtin_prefetch (&walk->scratch->places[walk->ids[i]], 1);
    }
}

static void
count_terms (BsTally *tally, const BsSegments *segments, const Walk *walk, BsWeightSum *sum)
{
  struct _BsTallyScratch *scratch = tally->scratch;
  guint opening = 0, n_openings;

  g_array_set_size (tally->sentence_lengths, segments->sentences->len);
  for (guint s = 0; s < segments->sentences->len; s++)
    {
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, s);
      Capitals capitals = { .sentence = s, .first = scratch->n_large };
      const guint32 *openings;
      guint32 upper = count_sentence (walk, sentence, sum, &tally->counts);

      g_array_index (tally->sentence_lengths, guint32, s) = sentence->n_words;
      capitals.end = scratch->n_large;
      if (capitals.end == capitals.first)
        continue;
      capitals.loud = is_loud (upper, sentence);
      openings = openings_of (segments, sentence, &opening, &n_openings);
      see_capitals (walk, &capitals, sentence, openings, n_openings);
      g_array_append_val (scratch->capitals, capitals);
    }
}

/* A sentence and what is known of its words. */
typedef struct {
  const Walk *walk;
  const BsSentence *sentence;
  const guint32 *openings;
  guint n_openings;
  gboolean loud;
} Sentence;

static inline const BsWeight *
weight_of (const Sentence *in, guint32 at)
{
  return &in->walk->weights[in->walk->words[at].spelling];
}

static inline guint8
shown_of (const Sentence *in, guint32 at)
{
  return in->walk->seen[in->walk->ids[at]];
}

/* What a word names whose capital is known to tell something. */
static BsNaming
kind_of_name (const BsWeight *weight, guint8 shown)
{
  gboolean common = (weight->flags & BS_WEIGHT_GENERIC) != 0
                    || ((shown & BS_SHOWN_LOWER) != 0 && (weight->flags & BS_WEIGHT_INITIAL) == 0);

  return common ? BS_NAMES_SOMETHING : BS_NAMES_PERSON_OR_PLACE;
}

/* Whether a word that would be written large in any case is one that the article knows for a name, or begins the name
 * that follows. */
static gboolean
is_shown_to_be_name (const Sentence *in, guint32 at)
{
  const BsWeight *weight = weight_of (in, at), *next;
  guint8 shown = shown_of (in, at);

  if ((shown & BS_SHOWN_LOWER) != 0)
    return FALSE;
  if ((shown & BS_SHOWN_CAPITAL_INSIDE) != 0)
    return TRUE;
  if (in->loud || (weight->flags & BS_WEIGHT_UNCOMMON) == 0
      || at + 1 == in->sentence->first_word + in->sentence->n_words)
    return FALSE;
  next = weight_of (in, at + 1);
  return (next->flags & BS_WEIGHT_MAY_BE_NAME) != 0
         && kind_of_name (next, shown_of (in, at + 1)) == BS_NAMES_PERSON_OR_PLACE;
}

static BsNaming
naming_of (const Sentence *in, guint32 at)
{
  const BsWeight *weight = weight_of (in, at);
  gboolean large_anyway;

  if ((weight->flags & BS_WEIGHT_MAY_BE_NAME) == 0)
    return BS_NAMES_NOTHING;
  large_anyway = at == in->sentence->first_word || in->loud || is_among (at, in->openings, in->n_openings);
  return large_anyway && !is_shown_to_be_name (in, at) ? BS_NAMES_NOTHING : kind_of_name (weight, shown_of (in, at));
}

/* Second walk: the large words. */
static void
count_large (BsTally *tally, const BsSegments *segments, const Walk *walk, BsWeightSum *sum)
{
  const struct _BsTallyScratch *scratch = tally->scratch;
  guint opening = 0;

  for (guint i = 0; i < scratch->capitals->len; i++)
    {
      const Capitals *capitals = &g_array_index (scratch->capitals, Capitals, i);
      const BsSentence *sentence = &g_array_index (segments->sentences, BsSentence, capitals->sentence);
      Sentence in = { .walk = walk, .sentence = sentence, .loud = capitals->loud };

      in.openings = openings_of (segments, sentence, &opening, &in.n_openings);
      for (guint32 k = capitals->first; k < capitals->end; k++)
        {
          guint32 at = scratch->large[k];
          const BsWeight *weight = weight_of (&in, at);
          BsNaming naming = naming_of (&in, at);

          bs_weight_add (sum, weight, naming, &tally->counts);
          if (naming != BS_NAMES_PERSON_OR_PLACE)
            walk->seen[walk->ids[at]] |= weight->shown;
        }
    }
}

static void
count_shown (BsTally *tally)
{
  const guint8 *seen = tally->scratch->seen->data;
  gint64 off_769 = 0, off_spache = 0;

  for (guint i = 0; i < tally->scratch->n_terms; i++)
    {
      off_769 += (seen[i] & BS_SHOWN_OFF_769) != 0;
      off_spache += (seen[i] & BS_SHOWN_OFF_SPACHE) != 0;
    }
  tally->counts.value[BS_COUNT_HARD_UNIQUE_769] = off_769;
  tally->counts.value[BS_COUNT_UNFAMILIAR_SPACHE_TYPES] = off_spache;
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
  gint64 *value = tally->counts.value;
  BsWeightSum sum = { 0 };
  Walk walk;

  begin_article (tally, segments, index);
  bs_weights_of (tally->scratch->weights, index);
  walk = walk_of (tally, segments);
  fetch (&walk, segments->words->len);
  count_terms (tally, segments, &walk, &sum);
  g_array_set_size (tally->terms, tally->scratch->n_terms);
  count_large (tally, segments, &walk, &sum);
  bs_weight_flush (&sum, &tally->counts);
  count_shown (tally);
  bs_spectrum_make (tally->spectrum, (const BsTerm *) (gpointer) tally->terms->data, tally->terms->len);

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
  Walk walk = walk_of (tally, segments);
  Sentence in = { .walk = &walk };
  guint32 upper = 0;
  guint opening = 0;

  g_return_if_fail (sentence < segments->sentences->len && tally->ids->len == segments->words->len);
  in.sentence = &g_array_index (segments->sentences, BsSentence, sentence);
  in.openings = openings_of (segments, in.sentence, &opening, &in.n_openings);
  for (guint32 i = 0; i < in.sentence->n_words; i++)
    upper += (weight_of (&in, in.sentence->first_word + i)->flags & BS_WEIGHT_UPPER) != 0;
  in.loud = is_loud (upper, in.sentence);
  for (guint32 i = 0; i < in.sentence->n_words; i++)
    {
      guint32 at = in.sentence->first_word + i;

      flags[i] = bs_weight_counted (weight_of (&in, at), naming_of (&in, at));
    }
}
