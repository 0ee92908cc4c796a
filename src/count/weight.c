#include "count/weight.h"

/* Which count a lane belongs to. */
static const BsCount fixed_lanes[8] = { BS_COUNT_NUMBERS, BS_COUNT_LONG6, BS_COUNT_MINI3,       BS_COUNT_MONO,
                                        BS_COUNT_TWOPLUS, BS_COUNT_POLY,  BS_COUNT_EASY_OHAYRE, BS_COUNT_FUNCTION_WORDS };
static const BsCount name_lanes[8]
    = { BS_COUNT_HARD,  BS_COUNT_UNFAMILIAR, BS_COUNT_UNFAMILIAR_769, BS_COUNT_UNFAMILIAR_SPACHE,
        BS_COUNT_NAMES, BS_COUNT_PRONOUNS,   BS_COUNT_PREPS,          BS_COUNT_CONJS };

static guint64
pack (const gboolean lanes[8])
{
  guint64 packed = 0;

  for (guint i = 0; i < 8; i++)
    packed |= (guint64) (lanes[i] != FALSE) << (8 * i);
  return packed;
}

static BsWeight
weigh (const BsSpelling *spelling)
{
  const BsWordFacts *facts = &spelling->facts;
  guint32 flags = facts->flags;
  gboolean number = (flags & BS_WORD_NUMBER) != 0;
  gboolean off_769 = !number && (flags & BS_WORD_DALE_769) == 0;
  gboolean off_spache = !number && (flags & BS_WORD_SPACHE) == 0;
  const gboolean fixed[8] = { number,
                              facts->letters > 6,
                              facts->letters <= 3,
                              facts->syllables == 1,
                              facts->syllables >= 2,
                              facts->syllables >= 3,
                              facts->syllables == 1 && (flags & BS_WORD_OHAYRE_OFF) == 0,
                              (flags & BS_WORD_FUNCTION) != 0 };
  const gboolean named[8]
      = { facts->syllables >= 3 && !number && (flags & (BS_WORD_FOG_EXEMPT | BS_WORD_ADDRESS)) == 0,
          !number && (flags & BS_WORD_DALE) == 0,
          off_769,
          off_spache,
          FALSE,
          (flags & BS_WORD_PRONOUN) != 0,
          (flags & BS_WORD_PREPOSITION) != 0,
          (flags & BS_WORD_CONJUNCTION) != 0 };

  return (BsWeight){ .fixed = pack (fixed),
                     .unless_name = pack (named),
                     .sums = facts->letters | (guint64) facts->scrabble << 24 | (guint64) facts->syllables << 48,
                     .letters_squared = (guint32) facts->letters * facts->letters,
                     .type = spelling->type,
                     .lower = facts->shape == BS_SHAPE_LOWER,
                     .upper = facts->shape == BS_SHAPE_UPPER,
                     .may_be_name = facts->shape != BS_SHAPE_LOWER
                                    && (flags & (BS_WORD_NUMBER | BS_WORD_ADDRESS | BS_WORD_FUNCTION)) == 0,
                     .generic = (flags & BS_WORD_GENERIC) != 0,
                     .initial = (flags & BS_WORD_INITIAL) != 0,
                     .uncommon = (flags & BS_WORD_UNCOMMON) != 0,
                     .off_769 = off_769 != FALSE,
                     .off_spache = off_spache != FALSE };
}

const BsWeight *
bs_weights_of (GArray *weights, const BsTypeIndex *index)
{
  const BsSpelling *spellings = bs_type_index_spellings (index);
  guint32 n = bs_type_index_n_spellings (index);

  g_return_val_if_fail (weights->len <= n, NULL);
  for (guint32 i = weights->len; i < n; i++)
    {
      BsWeight weight = weigh (&spellings[i]);

      g_array_append_val (weights, weight);
    }
  return (const BsWeight *) (gpointer) weights->data;
}

guint8
bs_weight_counted (const BsWeight *weight, BsNaming naming)
{
  guint64 lanes = bs_weight_lanes (weight, naming);
  guint8 flags = 0;

  for (guint i = 0; i < 5; i++)
    flags |= (guint8) (((lanes >> (8 * i)) & 1) << i);
  return flags;
}

void
bs_weight_flush (BsWeightSum *sum, BsCounts *counts)
{
  for (guint i = 0; i < 8; i++)
    {
      counts->value[fixed_lanes[i]] += (sum->fixed >> (8 * i)) & 0xFF;
      counts->value[name_lanes[i]] += (sum->unless_name >> (8 * i)) & 0xFF;
    }
  counts->value[BS_COUNT_LETTERS] += sum->sums & 0xFFFFFF;
  counts->value[BS_COUNT_SCRABBLE] += (sum->sums >> 24) & 0xFFFFFF;
  counts->value[BS_COUNT_SYLLABLES] += sum->sums >> 48;
  *sum = (BsWeightSum){ 0 };
}
