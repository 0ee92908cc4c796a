#include "compare/resample.h"

#include <math.h>

#define LANES 4 /* of BS_RESAMPLE_BLOCK */

BsResample *
bs_resample_new (BsSample sorted)
{
  BsResample *resample = g_new0 (BsResample, 1);
  double sum = 0;

  g_return_val_if_fail (sorted.n > 0, NULL);
  resample->n = sorted.n;
  resample->n_blocks = (sorted.n + BS_RESAMPLE_BLOCK - 1) / BS_RESAMPLE_BLOCK;
  resample->deviations = g_new0 (double, resample->n_blocks * BS_RESAMPLE_BLOCK);
  resample->counts = g_new0 (guint16, resample->n_blocks * BS_RESAMPLE_BLOCK);
  resample->blocks = g_new0 (BsResampleSums, resample->n_blocks);
  for (gsize i = 0; i < sorted.n; i++)
    sum += sorted.values[i] / (double) sorted.n;
  resample->centre = sum;
  for (gsize i = 0; i < sorted.n; i++)
    resample->deviations[i] = sorted.values[i] - sum;
  return resample;
}

void
bs_resample_free (BsResample *resample)
{
  if (resample == NULL)
    return;
  g_free (resample->deviations);
  g_free (resample->counts);
  g_free (resample->blocks);
  g_free (resample);
}

/* Several sums side by side, for one would wait for its own last addition; put together in one order everywhere. */
static double
together (const double lanes[LANES])
{
  return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

static void
add_block (BsResample *resample, gsize b)
{
  const guint16 *counts = resample->counts + b * BS_RESAMPLE_BLOCK;
  const double *deviations = resample->deviations + b * BS_RESAMPLE_BLOCK;
  double sum[LANES] = { 0 }, squares[LANES] = { 0 }, cubes[LANES] = { 0 }, fourths[LANES] = { 0 };
  guint32 n = 0;

  for (guint i = 0; i < BS_RESAMPLE_BLOCK; i++)
    n += counts[i];
  for (guint i = 0; i < BS_RESAMPLE_BLOCK; i += LANES)
    for (guint lane = 0; lane < LANES; lane++)
      {
        double deviation = deviations[i + lane];
        double part = (double) counts[i + lane] * deviation;
        double square = part * deviation;

        sum[lane] += part;
        squares[lane] += square;
        cubes[lane] += square * deviation;
        fourths[lane] += square * (deviation * deviation);
      }
  resample->blocks[b] = (BsResampleSums){ n, together (sum), together (squares) };
  resample->cubes += together (cubes);
  resample->fourths += together (fourths);
}

static void
add_up (BsResample *resample)
{
  resample->all = (BsResampleSums){ 0 };
  resample->cubes = resample->fourths = 0;
  for (gsize b = 0; b < resample->n_blocks; b++)
    {
      add_block (resample, b);
      resample->all.n += resample->blocks[b].n;
      resample->all.sum += resample->blocks[b].sum;
      resample->all.squares += resample->blocks[b].squares;
    }
}

void
bs_resample_take_all (BsResample *resample)
{
  for (gsize i = 0; i < resample->n; i++)
    resample->counts[i] = 1;
  add_up (resample);
}

void
bs_resample_draw (BsResample *resample, BsRandom *random)
{
  bs_random_resample (random, (guint32) resample->n, resample->counts);
  add_up (resample);
}

BsResampleSums
bs_resample_lowest (const BsResample *resample, gsize k)
{
  BsResampleSums sums = { 0 };
  double left = (double) k;
  gsize b = 0;

  for (; b < resample->n_blocks && resample->blocks[b].n <= left; b++)
    {
      left -= resample->blocks[b].n;
      sums.n += resample->blocks[b].n;
      sums.sum += resample->blocks[b].sum;
      sums.squares += resample->blocks[b].squares;
    }
  for (gsize i = b * BS_RESAMPLE_BLOCK; left > 0 && i < resample->n; i++)
    {
      double count = MIN ((double) resample->counts[i], left);
      double part = count * resample->deviations[i];

      left -= count;
      sums.n += count;
      sums.sum += part;
      sums.squares += part * resample->deviations[i];
    }
  return sums;
}

double
bs_resample_at (const BsResample *resample, gsize rank)
{
  double left = (double) rank;
  gsize b = 0, i;

  while (b + 1 < resample->n_blocks && resample->blocks[b].n <= left)
    left -= resample->blocks[b++].n;
  for (i = b * BS_RESAMPLE_BLOCK; i + 1 < resample->n && resample->counts[i] <= left; i++)
    left -= resample->counts[i];
  return resample->deviations[i];
}

double
bs_resample_quantile (const BsResample *resample, double p)
{
  double position = (double) (resample->n - 1) * p;
  gsize low = (gsize) position;
  double part = position - (double) low;
  double at = bs_resample_at (resample, low);

  return part == 0 ? at : (1 - part) * at + part * bs_resample_at (resample, MIN (low + 1, resample->n - 1));
}
