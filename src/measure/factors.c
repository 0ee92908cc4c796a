/* The factors of MTLD: eight words at a time, and word by word only where one may end. */
#include "base/block.h"
#include "measure/sequence.h"

#define N_LANES 8

/* A bit for each of eight links that is below `bound`, or with `above` above it: the word is new in its factor. */
static inline guint
new_words (const gint32 *links, gint32 bound, gboolean above)
{
#if defined(__AVX2__)
  __m256i at = _mm256_loadu_si256 ((const __m256i_u *) links), all = _mm256_set1_epi32 (bound);

  return (guint) _mm256_movemask_ps (_mm256_castsi256_ps (above ? _mm256_cmpgt_epi32 (at, all)
                                                                : _mm256_cmpgt_epi32 (all, at)));
#elif defined(BS_KERNEL_USE_SSE2)
  __m128i low = _mm_loadu_si128 ((const __m128i_u *) links), high = _mm_loadu_si128 ((const __m128i_u *) (links + 4));
  __m128i all = _mm_set1_epi32 (bound);

  low = above ? _mm_cmpgt_epi32 (low, all) : _mm_cmpgt_epi32 (all, low);
  high = above ? _mm_cmpgt_epi32 (high, all) : _mm_cmpgt_epi32 (all, high);
  return (guint) _mm_movemask_epi8 (_mm_packs_epi16 (_mm_packs_epi32 (low, high), _mm_setzero_si128 ()));
#else
  guint bits = 0;

  for (guint k = 0; k < N_LANES; k++)
    bits |= (guint) (above ? links[k] > bound : links[k] < bound) << k;
  return bits;
#endif
}

/* The place in the arrays of a word that comes so far from where the text begins. */
static inline gint32
place_of (gint32 word, gint32 n, gboolean backward)
{
  return backward ? n - 1 - word : word;
}

/* Goes on eight words at a time as long as the slack stays above 0, behind the end of the text too: there words are new
 * (links.h). Returns the word it stops at. */
static inline gint32
skip (const gint32 *links, gint32 n, const BsFactorSteps *steps, gint32 i, gint32 bound, gint64 *slack,
      gboolean backward)
{
  const gint16 *low = backward ? steps->low_backward : steps->low_forward;
  const gint32 *at = backward ? links + n - N_LANES - i : links + i;
  gint64 sum = *slack;

  for (; i < n; i += N_LANES, at += backward ? -N_LANES : N_LANES)
    {
      guint bits = new_words (at, bound, backward);

      if (sum + low[bits] <= 0)
        break;
      sum += steps->sum[bits];
    }
  *slack = sum;
  return i;
}

/* Cuts the words from `i` on into factors, and adds those to `at`. With `touch`, factors end below 0.72, and where one
 * first stands at 0.72, what the other way to cut has so far is left there; without, they end there already. Returns
 * the number of words up to there; 0 where there is no such place. */
static inline gint32
cut (const gint32 *links, gint32 n, const BsFactorSteps *steps, gint32 i, BsFactors *at, BsFactors *touch,
     gboolean backward)
{
  gint32 start = i, bound = place_of (i, n, backward), touched = 0;
  gint64 slack = 0;

  while ((i = skip (links, n, steps, i, bound, &slack, backward)) < n)
    for (gint32 stop = MIN (n, i + N_LANES); i < stop; i++)
      {
        gint32 link = links[place_of (i, n, backward)];

        slack += (backward ? link > bound : link < bound) ? BS_NEW_WORD : BS_OLD_WORD;
        if (slack > 0)
          continue;
        if (slack == 0 && touch != NULL)
          {
            if (touched == 0)
              *touch = (BsFactors){ at->factors + 1, 0, 0 };
            touched = touched == 0 ? i + 1 : touched;
            continue;
          }
        at->factors++;
        start = stop = i + 1; /* the next eight begin with the new factor */
        bound = place_of (start, n, backward);
        slack = 0;
      }
  at->rest = n - start;
  at->slack = slack - BS_NEW_WORD * (gint64) (i - n);
  return touched;
}

static inline void
cut_both (const gint32 *links, gint32 n, const BsFactorSteps *steps, BsFactors *below, BsFactors *reached,
          gboolean backward)
{
  gint32 touched;

  *below = (BsFactors){ 0 };
  touched = cut (links, n, steps, 0, below, reached, backward);
  if (touched == 0)
    *reached = *below;
  else
    cut (links, n, steps, touched, reached, NULL, backward);
}

void
BS_KERNEL (bs_cut_factors_forward) (const gint32 *links, gint32 n, const BsFactorSteps *steps, BsFactors *below,
                                    BsFactors *reached)
{
  cut_both (links, n, steps, below, reached, FALSE);
}

void
BS_KERNEL (bs_cut_factors_backward) (const gint32 *links, gint32 n, const BsFactorSteps *steps, BsFactors *below,
                                     BsFactors *reached)
{
  cut_both (links, n, steps, below, reached, TRUE);
}
