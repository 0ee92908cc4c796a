#include "clean/repeat.h"

#include <stdlib.h>
#include <string.h>

#include "clean/folded.h"
#include "clean/repeat-internal.h"
#include "clean/vector.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#define PASSAGE_MIN 3     /* paragraphs of a run that may be a passage of the article's */
#define PASSAGE_WORDS 100 /* and words in them */
#define PASSAGE_SHARE 2   /* one in so many articles of the outlet has what all pages carry */
#define RUN_MIN 3 /* blocks that repeat and follow one another inside the article are furniture */
#define COUNTED_WORDS 2 /* beside a number that may be any: "6 years ago" */
#define SENTENCE_WORDS 8

gboolean
bs_repeat_is_paragraph (const BsLook *look)
{
  return (look->flags & BS_LOOK_LONG) != 0 || look->words >= BS_LOOK_MANY
         || (look->words >= SENTENCE_WORDS && (look->flags & BS_LOOK_STOP) != 0);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

/* A letter is an ASCII one or any character beyond. */
static gboolean
is_label_with_number (BsSpan block)
{
  guint words = 0;
  gboolean inside = FALSE;

  for (gsize i = 0; i < block.length && words <= COUNTED_WORDS; i++)
    {
      gboolean letter = g_ascii_isalpha (block.start[i]) || (guchar) block.start[i] >= 0x80;

      words += letter && !inside;
      inside = letter;
    }
  return words <= COUNTED_WORDS;
}

static gboolean
is_counted (BsSpan block, gboolean paragraph)
{
  return !paragraph && is_label_with_number (block);
}

/* Whether the bytes of a vector, with the one behind it, are as they are hashed. */
static inline gboolean
is_folded_vector (const char *at)
{
  BsVector bytes = bs_vector_load (at), next = bs_vector_load (at + 1);
  BsVector other = (BsVector) (bytes == '\n') | (BsVector) (bytes == '\t');

  return !bs_vector_any (other | ((BsVector) (bytes == ' ') & (BsVector) (next == ' ')));
}

static gboolean
has_digit (BsSpan block)
{
  for (gsize i = 0; i < block.length; i++)
    if (g_ascii_isdigit (block.start[i]))
      return TRUE;
  return FALSE;
}

/* Most blocks are hashed as they stand: no copy of them is made. */
static gboolean
is_folded (BsSpan block, gboolean counted)
{
  return BS_KERNEL_CHOOSE (bs_is_folded) (block.start, block.length) && !(counted && has_digit (block));
}

void
bs_repeat_fold (GString *folded, BsSpan block, gboolean paragraph)
{
  gboolean counted = is_counted (block, paragraph);
  gsize next = 0; /* vectors are looked at from there on */
  char *to;

  g_string_set_size (folded, block.length);
  to = folded->str;
  for (gsize i = 0; i < block.length; i++)
    {
      char c = block.start[i];

      if (!counted && i >= next && !is_blank (c))
        {
          next = i + sizeof (BsVector);
          if (next < block.length && is_folded_vector (block.start + i))
            {
              memcpy (to, block.start + i, sizeof (BsVector));
              to += sizeof (BsVector);
              i = next - 1;
              continue;
            }
        }
      if (is_blank (c))
        {
          if (to == folded->str || to[-1] == ' ')
            continue;
          c = ' ';
        }
      else if (counted && g_ascii_isdigit (c))
        {
          if (to > folded->str && to[-1] == '0')
            continue;
          c = '0';
        }
      *to++ = c;
    }
  g_string_truncate (folded, (gsize) (to - folded->str));
}

guint64
bs_repeat_hash (BsSpan block, gboolean paragraph, GString *folded)
{
  if (!is_folded (block, is_counted (block, paragraph)))
    {
      bs_repeat_fold (folded, block, paragraph);
      block = bs_span (folded->str, folded->len);
    }
  return (XXH3_64bits (block.start, block.length) & ~G_GUINT64_CONSTANT (1)) | (guint64) (paragraph != FALSE);
}

void
bs_repeat_hash_blocks (GArray *hashes, const GArray *blocks, BsSpan text, GString *folded)
{
  g_array_set_size (hashes, blocks->len);
  for (guint i = 0; i < blocks->len; i++)
    {
      const BsRawBlock *block = &g_array_index (blocks, BsRawBlock, i);

      g_array_index (hashes, guint64, i) = bs_repeat_hash (bs_span (text.start + block->start, block->length),
                                                           bs_repeat_is_paragraph (&block->look), folded);
    }
}

void
bs_repeat_sort (GArray *hashes)
{
  guint64 *hash = (guint64 *) (gpointer) hashes->data;
  guint n = 0;

  bs_repeat_sort_hashes (hash, hashes->len);
  for (guint i = 0; i < hashes->len; i++)
    if (i == 0 || hash[i] != hash[i - 1])
      hash[n++] = hash[i];
  g_array_set_size (hashes, n);
}

/* Whether few enough of all articles hold a paragraph for it to be part of a passage. */
static gboolean
is_of_few (guint articles, guint all)
{
  return (guint64) articles * PASSAGE_SHARE < all;
}

const char *
bs_repeats_digest (const BsRepeats *repeats, const char *outlet, const guint64 *lines, guint n_lines,
                   gboolean passages, char digest[17])
{
  guint all = passages ? bs_repeats_articles (repeats, outlet) : 0;
  guint64 sum = passages;
  gboolean any = FALSE;

  for (guint i = 0; i < n_lines; i++)
    {
      guint articles = bs_repeats_find (repeats, outlet, lines[i]);

      if (articles > 0)
        {
          guint64 few = (lines[i] & 1) != 0 && is_of_few (articles, all) ? 2 : 0;
          guint64 line = GUINT64_TO_LE (lines[i] ^ few);

          sum = XXH3_64bits_withSeed (&line, sizeof line, sum);
          any = TRUE;
        }
    }
  if (any)
    g_snprintf (digest, 17, "%016" G_GINT64_MODIFIER "x", sum);
  else
    digest[0] = '\0';
  return digest;
}

/* ---- The verdict -------------------------------------------------------------------------------------------------- */

static gboolean
is_own_paragraph (const BsRawBlock *block, guint64 repeated)
{
  return block->aside == BS_KEPT && repeated == 0 && bs_repeat_is_paragraph (&block->look);
}

/* Inside the article, few blocks in a row are its own all the same. */
static void
forget_inside (guint64 *repeated, guint from, guint to)
{
  for (guint i = from, next; i < to; i = next)
    {
      for (next = i; next < to && repeated[next] != 0; next++)
        ;
      if (next - i < RUN_MIN)
        for (guint j = i; j < next; j++)
          repeated[j] = 0;
      next += next == i;
    }
}

/* Several paragraphs in a row that some articles share are a passage that was written once and used again, not what the
 * outlet's pages carry. */
typedef enum { NO_PASSAGE, OF_ALL_PAGES, PASSAGE } Passage;

static Passage
judge_passage (const BsRepeats *repeats, const char *outlet, const BsRawBlock *block, const guint64 *repeated, guint n)
{
  guint paragraphs = 0, words = 0, articles = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    if (repeated[i] != 0 && block[i].aside == BS_KEPT && bs_repeat_is_paragraph (&block[i].look))
      {
        paragraphs++;
        words += block[i].look.words;
        articles = MIN (articles, bs_repeats_find (repeats, outlet, repeated[i]));
      }
  if (paragraphs < PASSAGE_MIN || words < PASSAGE_WORDS)
    return NO_PASSAGE;
  return is_of_few (articles, bs_repeats_articles (repeats, outlet)) ? PASSAGE : OF_ALL_PAGES;
}

/* Whether any run is long enough to be one. */
static gboolean
forget_passages (const BsRepeats *repeats, const char *outlet, const BsRawBlock *block, guint64 *repeated, guint n)
{
  gboolean any = FALSE;

  for (guint i = 0, next; i < n; i = next)
    {
      Passage passage;

      for (next = i; next < n && (repeated[next] != 0 || block[next].aside != BS_KEPT); next++)
        ;
      passage = judge_passage (repeats, outlet, block + i, repeated + i, next - i);
      if (passage == PASSAGE)
        memset (repeated + i, 0, (next - i) * sizeof *repeated);
      any |= passage != NO_PASSAGE;
      next += next == i;
    }
  return any;
}

/* Of an article that has no other paragraphs; FALSE where nothing would be left of it. */
static gboolean
keep_paragraphs (const BsRawBlock *block, guint64 *repeated, guint n)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (bs_repeat_is_paragraph (&block[i].look))
        repeated[i] = 0;
      any |= block[i].aside == BS_KEPT && repeated[i] == 0;
    }
  return any;
}

gboolean
bs_repeats_mark (const BsRepeats *repeats, const char *outlet, GArray *blocks, BsSpan text, GArray *hashes,
                 GString *folded)
{
  BsRawBlock *block = (BsRawBlock *) (gpointer) blocks->data;
  guint64 *repeated = (guint64 *) (gpointer) hashes->data; /* 0 where a block does not */
  guint n = blocks->len, first = n, last = 0;
  gboolean passages;

  g_return_val_if_fail (hashes->len == n, FALSE);
  for (guint i = 0; i < n; i++)
    if (!bs_repeats_meet (repeats, outlet, repeated[i], bs_span (text.start + block[i].start, block[i].length), folded))
      repeated[i] = 0;
  passages = forget_passages (repeats, outlet, block, repeated, n);
  for (guint i = 0; i < n; i++)
    if (is_own_paragraph (&block[i], repeated[i]))
      {
        first = MIN (first, i);
        last = i;
      }
  if (first < n)
    forget_inside (repeated, first, last);
  else if (!keep_paragraphs (block, repeated, n))
    return passages;
  for (guint i = 0; i < n; i++)
    if (repeated[i] != 0 && block[i].aside == BS_KEPT)
      {
        block[i].aside = BS_ASIDE_REPEATED;
        block[i].reason = "in many articles of this outlet";
      }
  return passages;
}
