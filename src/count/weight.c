#include "count/weight.h"

/* Which count a lane belongs to. */
static const BsCount fixed_lanes[8] = { BS_COUNT_NUMBERS, BS_COUNT_LONG6, BS_COUNT_MINI3,       BS_COUNT_MONO,
                                        BS_COUNT_TWOPLUS, BS_COUNT_POLY,  BS_COUNT_EASY_OHAYRE, BS_COUNT_FUNCTION_WORDS };
static const BsCount name_lanes[8]
    = { BS_COUNT_HARD,  BS_COUNT_UNFAMILIAR, BS_COUNT_UNFAMILIAR_769, BS_COUNT_UNFAMILIAR_SPACHE,
        BS_COUNT_NAMES, BS_COUNT_PRONOUNS,   BS_COUNT_PREPS,          BS_COUNT_CONJS };

#define LANE(bits, i) ((guint64) ((bits) >> (i) & 1) << (8 * (i)))
#define LANES(bits)                                                                                                    \
  LANE (bits, 0) | LANE (bits, 1) | LANE (bits, 2) | LANE (bits, 3) | LANE (bits, 4) | LANE (bits, 5) | LANE (bits, 6)  \
      | LANE (bits, 7)
#define FOUR(bits) LANES (bits), LANES (bits + 1), LANES (bits + 2), LANES (bits + 3)
#define SIXTEEN(bits) FOUR (bits), FOUR (bits + 4), FOUR (bits + 8), FOUR (bits + 12)
#define SIXTY_FOUR(bits) SIXTEEN (bits), SIXTEEN (bits + 16), SIXTEEN (bits + 32), SIXTEEN (bits + 48)

const guint64 bs_weight_lanes[256] = { SIXTY_FOUR (0), SIXTY_FOUR (64), SIXTY_FOUR (128), SIXTY_FOUR (192) };

static guint8
pack (const gboolean lanes[8])
{
  guint8 packed = 0;

  for (guint i = 0; i < 8; i++)
    packed |= (guint8) ((lanes[i] != FALSE) << i);
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

  const gboolean flagged[8] = { facts->shape == BS_SHAPE_LOWER,
                                facts->shape == BS_SHAPE_UPPER,
                                facts->shape != BS_SHAPE_LOWER
                                    && (flags & (BS_WORD_NUMBER | BS_WORD_ADDRESS | BS_WORD_FUNCTION)) == 0,
                                (flags & BS_WORD_GENERIC) != 0,
                                (flags & BS_WORD_INITIAL) != 0,
                                (flags & BS_WORD_UNCOMMON) != 0 };
  const gboolean shown[8] = { facts->shape == BS_SHAPE_LOWER, FALSE, off_769, off_spache };

  return (BsWeight){ .sums = facts->letters | (guint64) facts->scrabble << 24 | (guint64) facts->syllables << 48,
                     .type = spelling->type,
                     .fixed = pack (fixed),
                     .named = pack (named),
                     .shown = pack (shown),
                     .flags = pack (flagged) };
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
  return bs_weight_named (weight, naming) & (BS_WEIGHT_HARD | BS_WEIGHT_LISTS | BS_WEIGHT_NAME);
}

void
bs_weight_flush (BsWeightSum *sum, BsCounts *counts)
{
  for (guint i = 0; i < 8; i++)
    {
      counts->value[fixed_lanes[i]] += (sum->fixed >> (8 * i)) & 0xFF;
      counts->value[name_lanes[i]] += (sum->named >> (8 * i)) & 0xFF;
    }
  counts->value[BS_COUNT_LETTERS] += sum->sums & 0xFFFFFF;
  counts->value[BS_COUNT_SCRABBLE] += (sum->sums >> 24) & 0xFFFFFF;
  counts->value[BS_COUNT_SYLLABLES] += sum->sums >> 48;
  counts->value[BS_COUNT_LETTERS_SQUARED] += (gint64) sum->letters_squared;
  *sum = (BsWeightSum){ 0 };
}
