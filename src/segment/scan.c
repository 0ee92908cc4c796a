#include "segment/scan-internal.h"

#include "segment/scan-walk.h"

void
bs_scan_step (BsScan *scan)
{
  gsize start = scan->at;

  if (scan->text[scan->at] == '@')
    scan->at++;
  bs_scan_take_word (scan, start);
  scan->text_end = bs_scan_gap (scan, FALSE);
}

static void
walk_carefully (BsScan *scan)
{
  while (scan->at < scan->length)
    bs_scan_step (scan);
}

static void
scan_by (BsSpan text, GArray *words, GArray *gaps, BsScanWalkFunc *walk)
{
  BsScan scan = { .text = text.start, .length = text.length, .words = words, .gaps = gaps };
  BsGap last;

  scan.text_end = bs_scan_gap (&scan, TRUE);
  walk (&scan);

  /* the last block ends with the text; where a line end came last, its gap stands here already */
  last = (BsGap){ .word = scan.n_words, .end = (guint32) scan.text_end, .next_start = (guint32) text.length,
                  .flags = BS_GAP_BLOCK | scan.marks };
  g_array_append_val (gaps, last);
  g_array_set_size (words, scan.n_words);
}

void
bs_scan (BsSpan text, GArray *words, GArray *gaps)
{
  scan_by (text, words, gaps, BS_KERNEL_CHOOSE (bs_scan_walk));
}

void
bs_scan_carefully (BsSpan text, GArray *words, GArray *gaps)
{
  scan_by (text, words, gaps, walk_carefully);
}
