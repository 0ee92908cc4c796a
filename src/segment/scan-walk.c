#include "segment/scan-masks.h"
#include "segment/scan-walk.h"

#define CHUNK 64 /* blocks that are looked at before their words and gaps are written down */
#define ROOM (CHUNK * BS_BLOCK / 2 + 2 * BS_BLOCK)

/* What masks have found in a chunk, by numbers of words from the first one of the chunk. */
typedef struct {
  guint32 starts[ROOM]; /* of words; where the chunk starts inside a word, the first is that word's */
  guint32 ends[ROOM];   /* one before: that of the word in front of the chunk */
  guint32 gaps[ROOM];   /* words at which gaps must be looked at */
  guint n_starts, n_ends, n_gaps;
} Found;

/* Walks by masks from a word's start on. */
typedef struct {
  BsScan *scan;
  gsize at;          /* of the block behind the chunk */
  gboolean stopped;  /* by a byte in doubt */
  gsize last_doubt;  /* of such bytes in its block */
  BsScanPrior prior;
  BsScanBytes next;
  Found found;
} Walk;

static inline BsBytes
load (const BsScan *scan, gsize at)
{
  if (G_LIKELY (at + BS_BLOCK <= scan->length))
    return bs_block_load (scan->text + at);
  return bs_block_load_part (scan->text + at, at < scan->length ? scan->length - at : 0);
}

static inline void
take_block (Walk *walk, guint64 usable, gsize at)
{
  Found *found = &walk->found;
  BsScanBytes is = walk->next;
  BsScanMasks masks;
  guint64 gaps;

  walk->next = bs_scan_look (load (walk->scan, at + BS_BLOCK));
  masks = bs_scan_judge (&is, &walk->next, &walk->prior);
  if (G_UNLIKELY (masks.doubt != 0))
    {
      guint64 sure = (masks.doubt & -masks.doubt) - 1;

      masks.starts &= sure;
      masks.ends &= sure;
      usable &= sure;
      walk->stopped = TRUE;
      walk->last_doubt = at + 63 - (gsize) __builtin_clzll (masks.doubt);
    }
  gaps = (masks.troubled | masks.loud) & usable;
  found->n_gaps += bs_block_ranks (gaps, masks.starts, found->n_starts, found->gaps + found->n_gaps);
  found->n_starts += bs_block_positions (masks.starts, (guint32) at, found->starts + found->n_starts);
  found->n_ends += bs_block_positions (masks.ends, (guint32) at, found->ends + 1 + found->n_ends);
}

/* Looks at the blocks of a chunk, as far as masks go. */
static void
take_chunk (Walk *walk)
{
  for (guint i = 0; i < CHUNK && walk->at < walk->scan->length; i++, walk->at += BS_BLOCK)
    {
      take_block (walk, ~G_GUINT64_CONSTANT (0), walk->at);
      if (G_UNLIKELY (walk->stopped))
        return;
    }
}

static void
put_words (Walk *walk)
{
  BsScan *scan = walk->scan;
  Found *found = &walk->found;
  BsWord *words;

  if (G_UNLIKELY (scan->n_words + ROOM > scan->words->len))
    g_array_set_size (scan->words, MAX (2 * ROOM, 2 * scan->words->len));
  words = (BsWord *) (gpointer) scan->words->data + scan->n_words;
  for (guint i = 0; i < found->n_ends; i++)
    {
      words[i].start = found->starts[i];
      words[i].length = found->ends[i + 1] - found->starts[i];
    }
}

/* Flags of the commonest gaps, of a sign and a blank. */
static inline guint32
flags_of_sign (char sign)
{
  return sign == '.' ? BS_GAP_BLANK | BS_GAP_STOP : sign == ',' ? BS_GAP_BLANK | BS_GAP_COMMA : 0;
}

static gboolean
take_gap_carefully (BsScan *scan, guint32 number, gsize end, gsize next)
{
  scan->n_words = number;
  scan->at = end;
  scan->text_end = bs_scan_gap (scan, FALSE);
  return scan->at == next;
}

/* Notes the gaps of a chunk whose first word has the number `base`. FALSE where one does not end in front of the word
 * that masks saw there: a footnote's figures are part of the gap. Then the walk starts anew from where scan->at is. */
static gboolean
put_gaps (Walk *walk, guint32 base)
{
  BsScan *scan = walk->scan;
  const Found *found = &walk->found;
  GArray *gaps = scan->gaps;
  guint left = found->n_gaps;

  g_array_set_size (gaps, gaps->len + left); /* room for all */
  gaps->len -= left;
  for (guint i = 0; i < found->n_gaps; i++)
    {
      guint32 number = found->gaps[i], end = found->ends[number], next = found->starts[number];
      const char *gap = scan->text + end;
      guint32 two = next - end == 2 && gap[1] == ' ';
      guint32 flags = two ? flags_of_sign (gap[0]) : next - end == 1 && gap[0] == ' ' ? BS_GAP_BLANK : 0;

      if (G_UNLIKELY (flags == 0))
        {
          if (!take_gap_carefully (scan, base + number, end, next))
            return FALSE;
          g_array_set_size (gaps, gaps->len + left);
          gaps->len -= left;
          continue;
        }
      g_array_index (gaps, BsGap, gaps->len)
          = (BsGap){ .word = base + number, .end = end + two, .next_start = next, .flags = flags };
      gaps->len += g_ascii_isupper (scan->text[next]) || (flags & BS_GAP_STOP) != 0 || bs_scan_may_start (scan, next);
    }
  return TRUE;
}

/* In front of the first byte in doubt: goes on with care behind the last one in its block. */
static void
go_on_carefully (Walk *walk)
{
  BsScan *scan = walk->scan;
  const Found *found = &walk->found;

  if (found->n_starts > found->n_ends) /* inside a word, or right behind it */
    {
      scan->at = found->starts[found->n_ends];
      bs_scan_step (scan);
    }
  else if (found->ends[found->n_ends] > 0)
    {
      scan->at = found->ends[found->n_ends];
      scan->text_end = bs_scan_gap (scan, FALSE);
    }
  while (scan->at < scan->length && scan->at <= walk->last_doubt)
    bs_scan_step (scan);
}

/* Closes the last word, and walks the gap behind it. */
static void
end_text (Walk *walk)
{
  BsScan *scan = walk->scan;
  Found *found = &walk->found;

  if (found->n_starts > found->n_ends)
    {
      bs_scan_push_word (scan, found->starts[found->n_ends], scan->length - found->starts[found->n_ends]);
      scan->at = scan->length;
    }
  else
    scan->at = found->ends[found->n_ends];
  scan->text_end = bs_scan_gap (scan, FALSE);
}

/* What the next chunk starts with. */
static void
carry_over (Found *found)
{
  guint open = found->n_starts - found->n_ends;

  found->starts[0] = found->starts[found->n_ends];
  found->ends[0] = found->ends[found->n_ends];
  found->n_starts = open;
  found->n_ends = found->n_gaps = 0;
}

/* Walks as far as masks go, and over what stops them. */
static void
walk_on (Walk *walk)
{
  BsScan *scan = walk->scan;
  guint64 usable = ~G_GUINT64_CONSTANT (1); /* the gap in front of the first word has been walked */

  walk->at = scan->at;
  walk->stopped = FALSE;
  walk->prior = (BsScanPrior){ 0 };
  walk->next = bs_scan_look (load (scan, scan->at));
  walk->found.n_starts = walk->found.n_ends = walk->found.n_gaps = 0;
  walk->found.ends[0] = 0;
  scan->address = FALSE;
  take_block (walk, usable, walk->at);
  walk->at += BS_BLOCK;
  for (;;)
    {
      guint32 base = scan->n_words;

      if (!walk->stopped && walk->at < scan->length)
        take_chunk (walk);
      put_words (walk);
      if (!put_gaps (walk, base))
        return;
      scan->n_words = base + walk->found.n_ends;
      if (walk->stopped)
        {
          go_on_carefully (walk);
          return;
        }
      if (walk->at >= scan->length)
        {
          end_text (walk);
          return;
        }
      carry_over (&walk->found);
    }
}

void
BS_KERNEL (bs_scan_walk) (BsScan *scan)
{
  Walk walk;

  walk.scan = scan;
  while (scan->at < scan->length)
    walk_on (&walk);
}
