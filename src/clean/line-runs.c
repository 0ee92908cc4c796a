#include "clean/line-runs.h"

#include "base/block.h"

/* "ja", "lo", "pr", "te" and "co" at the start of a run of ASCII letters. */
static inline guint64
leads_of (BsBytes bytes, guint64 alpha, guint64 in_letters)
{
  BsBytes small = bs_block_or (bytes, 0x20);
  guint64 first = alpha & ~(alpha << 1 | in_letters >> 63);
  guint64 a = bs_block_equal (small, 'a'), e = bs_block_equal (small, 'e'), o = bs_block_equal (small, 'o'),
          r = bs_block_equal (small, 'r');
  guint64 last = G_GUINT64_CONSTANT (1) << 63; /* its second letter stands in the next block */

  return first
         & ((bs_block_equal (small, 'j') & (a >> 1 | last))
            | ((bs_block_equal (small, 'l') | bs_block_equal (small, 'c')) & (o >> 1 | last))
            | (bs_block_equal (small, 'p') & (r >> 1 | last)) | (bs_block_equal (small, 't') & (e >> 1 | last)));
}

static inline void
look (BsBytes bytes, guint32 at, BsLineRuns *runs)
{
  guint64 run = ~bs_block_within (bytes, 0, ' ');
  guint64 alpha = bs_block_letters (bytes), high = bs_block_high (bytes);
  guint64 before = run << 1 | runs->in_run >> 63;
  guint64 starts = run & ~before, ends = ~run & before;
  guint64 inside = 0, letter = alpha, rare, sum, lettered;
  gboolean over;

  rare = bs_block_equal (bytes, '#') | bs_block_equal (bytes, '{') | bs_block_equal (bytes, '.')
         | bs_block_equal (bytes, '!') | bs_block_equal (bytes, '?');
  if (high != 0)
    {
      inside = bs_block_within (bytes, 0x80, 0xBF);
      letter |= bs_block_within (bytes, 0xC3, 0xFF) & ~bs_block_equal (bytes, 0xE2);
      rare |= high;
    }
  /* a bit inside a run makes a carry that comes out behind its end */
  over = __builtin_add_overflow (run, (guint64) runs->rare, &sum);
  over |= __builtin_add_overflow (sum, rare & run, &sum);
  runs->rare = over;
  over = __builtin_add_overflow (run, (guint64) runs->lettered, &lettered);
  over |= __builtin_add_overflow (lettered, letter & run, &lettered);
  runs->lettered = over;
  runs->chars += (guint64) __builtin_popcountll (run & ~inside);
  runs->letters += (guint64) __builtin_popcountll (letter | bs_block_within (bytes, '0', '9'));

  runs->n_leads += bs_block_few (leads_of (bytes, alpha, runs->in_letters), at, runs->leads + runs->n_leads);
  runs->n_odd += bs_block_ranks (ends & (sum | ~lettered), ends, runs->n_ends, runs->odd + runs->n_odd);
  runs->n_starts += bs_block_positions (starts, at, runs->starts + runs->n_starts);
  runs->n_ends += bs_block_positions (ends, at, runs->ends + runs->n_ends);
  runs->in_run = run;
  runs->in_letters = alpha;
}

void
BS_KERNEL (bs_line_runs) (const char *line, gsize length, gsize at, BsLineRuns *runs)
{
  gsize end = MIN (length, at + BS_RUNS_BYTES);

  for (; at + BS_BLOCK <= end; at += BS_BLOCK)
    look (bs_block_load (line + at), (guint32) at, runs);
  if (at < end)
    look (bs_block_load_part (line + at, end - at), (guint32) at, runs);
}
