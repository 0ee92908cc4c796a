/* Every kernel with every set of instructions against plain C, and against a loop over the bytes where that is said in
 * a few lines.
 *
 * about: src/clean/capital.c src/clean/special.c src/clean/fold.c src/clean/folded.c src/clean/line-runs.c
 * about: src/clean/look-count.c src/clean/hints.c src/source/find-line.c src/source/json-string.c
 * about: src/count/shingle.c src/analysis/checksum-hash.c
 * max_len: 1024 */
#include "../hints-careful.h"
#include "analysis/checksum-hash.h"
#include "clean/capital.h"
#include "clean/fold.h"
#include "clean/folded.h"
#include "clean/line-runs.h"
#include "clean/look-count.h"
#include "clean/special.h"
#include "count/shingle.h"
#include "fuzz-help.h"
#include "source/find-line.h"
#include "source/json-string.h"

static void
capitals (BsSpan text, BsCpu cpu)
{
  guint64 plain[BS_CAPITALS_MAX / 64], fast[BS_CAPITALS_MAX / 64];
  gsize n = MIN (text.length, BS_CAPITALS_MAX);

  bs_capitals_plain (text.start, n, plain);
  bs_capitals_by_cpu (cpu) (text.start, n, fast);
  g_assert_cmpmem (fast, sizeof fast, plain, sizeof plain);
}

static void
special (BsSpan text, BsCpu cpu)
{
  const char *end = text.start + text.length, *at = text.start;

  while (at < end && ((*at >= ' ' && *at <= '~') || *at == '\n' || *at == '\t'))
    at++;
  g_assert_true (bs_find_special_by_cpu (cpu) (text.start, end) == at);
}

static void
fold (BsSpan text, BsCpu cpu, gsize n)
{
  g_autofree char *plain = g_malloc (text.length + BS_FOLD_ROOM), *fast = g_malloc (text.length + BS_FOLD_ROOM);
  gsize n_plain = bs_fold_plain (text.start, n, text.length, plain);

  g_assert_cmpuint (n_plain, <=, n);
  g_assert_cmpmem (fast, bs_fold_by_cpu (cpu) (text.start, n, text.length, fast), plain, n_plain);
  g_assert_cmpmem (fast, bs_fold_by_cpu (cpu) (text.start, n, n, fast), plain, n_plain);
}

static void
folded (BsSpan text, BsCpu cpu)
{
  gboolean expected = TRUE;

  for (gsize i = 0; i < text.length; i++)
    expected &= text.start[i] != '\n' && text.start[i] != '\t'
                && !(i > 0 && text.start[i] == ' ' && text.start[i - 1] == ' ');
  g_assert_cmpint (bs_is_folded_by_cpu (cpu) (text.start, text.length) != FALSE, ==, expected);
}

static void
line_runs (BsSpan text, BsCpu cpu)
{
  static BsLineRuns plain, fast;
  gsize runs = 0;

  memset (&plain, 0, sizeof plain);
  memset (&fast, 0, sizeof fast);
  bs_line_runs_plain (text.start, text.length, 0, &plain);
  bs_line_runs_by_cpu (cpu) (text.start, text.length, 0, &fast);
  g_assert_cmpmem (fast.starts, fast.n_starts * sizeof (guint32), plain.starts, plain.n_starts * sizeof (guint32));
  g_assert_cmpmem (fast.ends, fast.n_ends * sizeof (guint32), plain.ends, plain.n_ends * sizeof (guint32));
  g_assert_cmpmem (fast.odd, fast.n_odd * sizeof (guint32), plain.odd, plain.n_odd * sizeof (guint32));
  g_assert_cmpmem (fast.leads, fast.n_leads * sizeof (guint32), plain.leads, plain.n_leads * sizeof (guint32));
  g_assert_cmpuint (fast.chars, ==, plain.chars);
  g_assert_cmpuint (fast.letters, ==, plain.letters);
  g_assert_cmpint (fast.rare, ==, plain.rare);
  g_assert_cmpint (fast.lettered, ==, plain.lettered);
  for (gsize i = 0; i < text.length; i++)
    if ((guchar) text.start[i] > ' ' && (i == 0 || (guchar) text.start[i - 1] <= ' '))
      g_assert_cmpuint (fast.starts[runs++], ==, i);
  g_assert_cmpuint (fast.n_starts, ==, runs);
}

static void
look_count (BsSpan text, BsCpu cpu)
{
  g_autofree guint8 *padded = g_malloc0 (text.length + 1 + 3 * 64);
  BsLookCounts plain, fast;

  padded[0] = padded[text.length + 1] = padded[text.length + 2] = ' ';
  memcpy (padded + 1, text.start, text.length);
  bs_look_count_plain (padded + 1, text.length, &plain);
  bs_look_count_by_cpu (cpu) (padded + 1, text.length, &fast);
  g_assert_cmpuint (fast.letters, ==, plain.letters);
  g_assert_cmpuint (fast.digits, ==, plain.digits);
  g_assert_cmpuint (fast.words, ==, plain.words);
  g_assert_cmpuint (fast.ideographs, ==, plain.ideographs);
  g_assert_cmpuint (fast.bars, ==, plain.bars);
  g_assert_cmpint (fast.our, ==, plain.our);
  g_assert_cmpuint (bs_surely_words_by_cpu (cpu) (text.start, text.length), ==,
                    bs_surely_words_plain (text.start, text.length));
  g_assert_cmpuint (bs_surely_words_plain (text.start, text.length), <=, plain.words);
}

static void
find_line (BsSpan text, BsCpu cpu, gsize from, char first)
{
  BsFoundLine expected = { FALSE, G_MAXSIZE, 0 }, found = bs_find_line_by_cpu (cpu) (text, from, first);

  for (gsize i = from; i < text.length && !expected.found; i++)
    if (text.start[i] == '\n')
      {
        expected.ends++;
        expected.start = i + 1;
        expected.found = i + 1 < text.length && text.start[i + 1] == first;
      }
  g_assert_cmpint (found.found, ==, expected.found);
  g_assert_cmpuint (found.start, ==, expected.start);
  g_assert_cmpuint (found.ends, ==, expected.ends);
}

static void
json_string (BsSpan text, BsCpu cpu)
{
  const char *end = text.start + text.length;
  BsJsonString plain = bs_json_string_plain (text.start, end), fast = bs_json_string_by_cpu (cpu) (text.start, end);
  gsize raw = (gsize) (plain.stop - text.start);
  g_autofree char *out = g_malloc (raw + 1), *plain_out = g_malloc (raw + 1);

  g_assert_true (fast.stop == plain.stop);
  g_assert_cmpint (fast.escaped, ==, plain.escaped);
  g_assert_cmpstr (fast.error, ==, plain.error);
  if (plain.error != NULL)
    return;
  g_assert_true (*plain.stop == '"');
  g_assert_cmpmem (out, bs_json_unescape_bytes_by_cpu (cpu) (bs_span (text.start, raw), out), plain_out,
                   bs_json_unescape_bytes_plain (bs_span (text.start, raw), plain_out));
}

static void
shingles (BsSpan text, BsCpu cpu)
{
  guint64 tokens[128], plain[128], fast[128];
  gsize n = MIN (text.length / sizeof (guint64), G_N_ELEMENTS (tokens));

  if (n < BS_SHINGLE_WORDS)
    return;
  memcpy (tokens, text.start, n * sizeof (guint64));
  bs_shingles_plain (tokens, n, plain);
  bs_shingles_by_cpu (cpu) (tokens, n, fast);
  n -= BS_SHINGLE_WORDS - 1;
  g_assert_cmpmem (fast, n * sizeof (guint64), plain, n * sizeof (guint64));
}

static void
checksum (BsSpan text, BsCpu cpu, gsize apart)
{
  BsSpan first = bs_span (text.start, apart), second = bs_span (text.start + apart, text.length - apart);
  guint64 plain[2], fast[2], one[2];

  bs_checksum_hash_plain (first, second, plain);
  bs_checksum_hash_by_cpu (cpu) (first, second, fast);
  bs_checksum_hash_plain (text, bs_span (text.start, 0), one);
  g_assert_cmpmem (fast, sizeof fast, plain, sizeof plain);
  g_assert_cmpmem (one, sizeof one, plain, sizeof plain);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  guint8 place = fuzz_byte (&bytes), first = fuzz_byte (&bytes);
  BsSpan text = fuzz_rest (&bytes);
  gsize at = text.length * place / 256;
  guint hints;

  if (text.length == 0)
    return 0;
  hints = expected_hints (text);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    {
      if (!bs_cpu_has (cpu))
        continue;
      capitals (text, cpu);
      special (text, cpu);
      fold (text, cpu, text.length);
      fold (text, cpu, at);
      folded (text, cpu);
      line_runs (text, cpu);
      look_count (text, cpu);
      g_assert_cmphex (bs_repair_hints_by_cpu (cpu) (text.start, text.length), ==, hints);
      find_line (text, cpu, at, (char) first);
      json_string (text, cpu);
      shingles (text, cpu);
      checksum (text, cpu, at);
    }
  return 0;
}
