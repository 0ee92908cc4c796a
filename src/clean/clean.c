#include "clean/clean.h"
#include "clean/block.h"
#include "clean/charset.h"
#include "clean/credit.h"
#include "clean/dateline.h"
#include "clean/furniture.h"

#define BYTES_MAX (G_GUINT64_CONSTANT (1) << 30)
#define DATELINE_PARAGRAPHS 3
#define KEPT_SCRATCH (8 * 1024 * 1024) /* a giant's memory is not kept for the next article */

typedef struct _BsCleanScratch
{
  GString *decoded, *converted, *folded;
  GArray *decoded_trail; /* of BsTrailPoint: from decoded text to bytes */
  GArray *kept_trail;    /* of BsTrailPoint: from kept to decoded text */
  GArray *lines;  /* of BsLine */
  GArray *blocks; /* of BsRawBlock */
} Scratch;

const char *
bs_aside_name (BsAside aside)
{
  static const char *const NAMES[BS_N_ASIDES]
      = { "kept",    "title",  "subhead", "byline",     "ticker",   "navigation", "promo",
          "caption", "credit", "legal",   "correction", "repeated", "comment" };

  g_return_val_if_fail ((guint) aside < BS_N_ASIDES, "kept");
  return NAMES[aside];
}

static void
scratch_fill (Scratch *scratch)
{
  scratch->decoded = g_string_new (NULL);
  scratch->converted = g_string_new (NULL);
  scratch->folded = g_string_new (NULL);
  scratch->decoded_trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
  scratch->kept_trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
  scratch->lines = g_array_new (FALSE, FALSE, sizeof (BsLine));
  scratch->blocks = g_array_new (FALSE, FALSE, sizeof (BsRawBlock));
}

static void
scratch_empty (Scratch *scratch)
{
  g_string_free (scratch->decoded, TRUE);
  g_string_free (scratch->converted, TRUE);
  g_string_free (scratch->folded, TRUE);
  g_array_unref (scratch->decoded_trail);
  g_array_unref (scratch->kept_trail);
  g_array_unref (scratch->lines);
  g_array_unref (scratch->blocks);
}

static void
forget_metadata (BsCleaned *cleaned)
{
  g_clear_pointer (&cleaned->trouble_message, g_free);
  g_clear_pointer (&cleaned->title, g_free);
  g_clear_pointer (&cleaned->date, g_free);
  g_clear_pointer (&cleaned->language, g_free);
  g_clear_pointer (&cleaned->url, g_free);
  g_clear_pointer (&cleaned->publisher, g_free);
  g_clear_pointer (&cleaned->byline, g_free);
  g_clear_pointer (&cleaned->dateline, g_free);
  g_clear_pointer (&cleaned->agency, g_free);
  g_clear_pointer (&cleaned->originally_from, g_free);
  g_clear_pointer (&cleaned->rights, g_free);
}

BsCleaned *
bs_cleaned_new (void)
{
  BsCleaned *cleaned = g_new0 (BsCleaned, 1);

  cleaned->text = g_string_new (NULL);
  cleaned->aside_text = g_string_new (NULL);
  cleaned->blocks = g_array_new (FALSE, FALSE, sizeof (BsBlock));
  cleaned->encoding = "UTF-8";
  cleaned->scratch = g_new0 (Scratch, 1);
  scratch_fill (cleaned->scratch);
  return cleaned;
}

void
bs_cleaned_free (BsCleaned *cleaned)
{
  if (cleaned == NULL)
    return;
  forget_metadata (cleaned);
  scratch_empty (cleaned->scratch);
  g_free (cleaned->scratch);
  g_string_free (cleaned->text, TRUE);
  g_string_free (cleaned->aside_text, TRUE);
  g_array_unref (cleaned->blocks);
  g_free (cleaned);
}

static void
forget (BsCleaned *cleaned)
{
  Scratch *scratch = cleaned->scratch;

  forget_metadata (cleaned);
  cleaned->mended = (BsMended){ 0 };
  cleaned->binary = FALSE;
  cleaned->html = FALSE;
  cleaned->trouble = BS_N_PROBLEMS;
  g_array_set_size (cleaned->blocks, 0);
  g_array_set_size (scratch->kept_trail, 0);
  g_string_truncate (cleaned->text, 0);
  g_string_truncate (cleaned->aside_text, 0);
  if (MAX (scratch->decoded->allocated_len, scratch->converted->allocated_len) > KEPT_SCRATCH
      || scratch->lines->len * sizeof (BsLine) > KEPT_SCRATCH)
    {
      scratch_empty (scratch);
      scratch_fill (scratch);
    }
}

/* The report starts behind its dateline. */
static BsSpan
without_dateline (BsCleaned *cleaned, BsSpan bytes)
{
  BsDateline dateline;
  const char *agency;

  if (!bs_dateline_find (bytes, &dateline))
    return bytes;
  if (cleaned->dateline == NULL && dateline.place.length > 0)
    cleaned->dateline = g_strndup (dateline.place.start, dateline.place.length);
  if (cleaned->agency == NULL && dateline.agency.length > 0)
    {
      agency = bs_agency_named (dateline.agency);
      cleaned->agency = agency != NULL ? g_strdup (agency) : g_strndup (dateline.agency.start, dateline.agency.length);
    }
  return bs_span (bytes.start + dateline.length, bytes.length - dateline.length);
}

static void
put_kept (BsCleaned *cleaned, const BsRawBlock *raw, BsSpan bytes, guint32 source)
{
  BsBlock block = { .aside = BS_KEPT, .score = raw->score, .reason = raw->reason };

  if (cleaned->text->len > 0)
    g_string_append_len (cleaned->text, "\n\n", 2);
  block.start = (guint32) cleaned->text->len;
  cleaned->mended.joined_lines += bs_block_append (cleaned->text, bytes, cleaned->scratch->kept_trail, source);
  block.length = (guint32) (cleaned->text->len - block.start);
  g_array_append_val (cleaned->blocks, block);
}

static void
put_aside (BsCleaned *cleaned, const BsRawBlock *raw, BsSpan bytes)
{
  BsAside aside = raw->aside;
  BsBlock block = { .aside = aside, .score = raw->score, .reason = raw->reason };

  if (cleaned->aside_text->len > 0)
    g_string_append_c (cleaned->aside_text, '\n');
  block.start = (guint32) cleaned->aside_text->len;
  bs_block_append (cleaned->aside_text, bytes, NULL, 0);
  block.length = (guint32) (cleaned->aside_text->len - block.start);
  g_array_append_val (cleaned->blocks, block);
  if (aside == BS_ASIDE_TITLE && cleaned->title == NULL)
    cleaned->title = g_strndup (cleaned->aside_text->str + block.start, block.length);
  bs_credit_read (cleaned, aside, bytes, cleaned->scratch->folded);
}

static void
put_blocks (BsCleaned *cleaned, BsSpan text, guint without)
{
  const GArray *blocks = cleaned->scratch->blocks;
  guint paragraphs = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const BsRawBlock *block = &g_array_index (blocks, BsRawBlock, i);
      BsSpan bytes = bs_span (text.start + block->start, block->length);

      if (block->aside != BS_KEPT)
        put_aside (cleaned, block, bytes);
      else
        {
          if ((without & BS_STEP_CREDITS) == 0 && paragraphs++ < DATELINE_PARAGRAPHS)
            bytes = without_dateline (cleaned, bytes);
          put_kept (cleaned, block, bytes, (guint32)(bytes.start - text.start));
        }
    }
}

void
bs_clean (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options)
{
  static const BsCleanOptions USUAL = { 0 };
  Scratch *scratch;
  BsSpan text;

  g_return_if_fail (cleaned != NULL);
  g_return_if_fail (bytes.start != NULL || bytes.length == 0);
  if (options == NULL)
    options = &USUAL;
  forget (cleaned);
  scratch = cleaned->scratch;
  bytes.length = MIN (bytes.length, BYTES_MAX);
  text = bs_charset_decode (bytes, options->encoding, scratch->decoded, scratch->converted,
                            scratch->decoded_trail, &cleaned->mended,
                            &cleaned->encoding);
  cleaned->binary = cleaned->encoding == NULL;
  bs_blocks_find (scratch->blocks, scratch->lines, text);
  if ((options->without & BS_STEP_FURNITURE) == 0)
    bs_furniture_judge (scratch->blocks, text, options->title, scratch->folded);
  put_blocks (cleaned, text, options->without);
}

guint64
bs_cleaned_source (const BsCleaned *cleaned, guint32 offset)
{
  guint32 decoded = bs_trail_source (cleaned->scratch->kept_trail, offset);

  return bs_trail_source (cleaned->scratch->decoded_trail, decoded);
}
