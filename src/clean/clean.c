#include "clean/clean.h"
#include "clean/block.h"
#include "clean/charset.h"
#include "clean/furniture.h"
#include "clean/html.h"
#include "clean/put.h"
#include "clean/repair.h"
#include "clean/repeat.h"

#define BYTES_MAX (G_GUINT64_CONSTANT (1) << 30)
#define KEPT_SCRATCH (8 * 1024 * 1024) /* a giant's memory is not kept for the next article */

typedef struct _BsCleanScratch
{
  BsCharset charset;     /* with the trail from decoded text to bytes */
  GString *folded;
  GArray *kept_trail;    /* of BsTrailPoint: from kept to repaired text */
  BsRepair repair;       /* with the trail from repaired to decoded text */
  GArray *lines;  /* of BsLine */
  GArray *blocks; /* of BsRawBlock */
  BsHtml *html;   /* NULL until the first page */
  GString *page;  /* the text of a page */
  GArray *page_trail; /* of BsTrailPoint: from that text to decoded text */
  GArray *hashes; /* of guint64, by block */
} Scratch;

const char *
bs_aside_name (BsAside aside)
{
  static const char *const NAMES[BS_N_ASIDES]
      = { "kept",    "title",  "subhead", "byline",     "ticker",   "navigation", "promo",
          "caption", "credit", "legal",   "correction", "repeated", "comment", "table" };

  g_return_val_if_fail ((guint) aside < BS_N_ASIDES, "kept");
  return NAMES[aside];
}

static void
scratch_fill (Scratch *scratch)
{
  bs_charset_init (&scratch->charset);
  scratch->folded = g_string_new (NULL);
  scratch->kept_trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
  bs_repair_init (&scratch->repair);
  scratch->lines = g_array_new (FALSE, FALSE, sizeof (BsLine));
  scratch->blocks = g_array_new (FALSE, FALSE, sizeof (BsRawBlock));
  scratch->html = NULL;
  scratch->page = g_string_new (NULL);
  scratch->page_trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
  scratch->hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
}

static void
scratch_empty (Scratch *scratch)
{
  bs_charset_clear (&scratch->charset);
  g_string_free (scratch->folded, TRUE);
  g_array_unref (scratch->kept_trail);
  bs_repair_clear (&scratch->repair);
  g_array_unref (scratch->lines);
  g_array_unref (scratch->blocks);
  bs_html_free (scratch->html);
  g_string_free (scratch->page, TRUE);
  g_array_unref (scratch->page_trail);
  g_array_unref (scratch->hashes);
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
  cleaned->kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  cleaned->lines = g_array_new (FALSE, FALSE, sizeof (guint64));
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
  g_array_unref (cleaned->kept);
  g_array_unref (cleaned->lines);
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
  cleaned->long_tail = FALSE;
  cleaned->passages = FALSE;
  cleaned->trouble = BS_N_PROBLEMS;
  g_array_set_size (cleaned->blocks, 0);
  g_array_set_size (cleaned->kept, 0);
  g_array_set_size (cleaned->lines, 0);
  g_array_set_size (scratch->kept_trail, 0);
  g_array_set_size (scratch->repair.trail, 0);
  g_string_truncate (cleaned->text, 0);
  g_string_truncate (cleaned->aside_text, 0);
  g_array_set_size (scratch->page_trail, 0);
  if (bs_charset_kept (&scratch->charset) + bs_repair_kept (&scratch->repair) + scratch->page->allocated_len
          > KEPT_SCRATCH
      || scratch->lines->len * sizeof (BsLine) > KEPT_SCRATCH)
    {
      scratch_empty (scratch);
      scratch_fill (scratch);
    }
}

/* The blocks stand in the repaired text now. */
static BsSpan
repair_page (Scratch *scratch, BsSpan page, BsMended *mended)
{
  BsSpan text = bs_repair_text (&scratch->repair, page, FALSE, mended);

  for (guint i = 0; text.start != page.start && i < scratch->blocks->len; i++)
    {
      BsRawBlock *block = &g_array_index (scratch->blocks, BsRawBlock, i);
      guint32 end = bs_trail_text (scratch->repair.trail, block->start + block->length);

      block->start = bs_trail_text (scratch->repair.trail, block->start);
      block->length = end - block->start;
    }
  return text;
}

/* The blocks of a page, over the text that is returned. */
static BsSpan
read_page (BsCleaned *cleaned, BsSpan utf8, const BsCleanOptions *options)
{
  Scratch *scratch = cleaned->scratch;
  BsSpan page;

  if (scratch->html == NULL)
    scratch->html = bs_html_new ();
  bs_html_read (scratch->html, utf8, options, cleaned, scratch->page, scratch->blocks, scratch->page_trail);
  page = bs_span (scratch->page->str, scratch->page->len);
  return options->without & BS_STEP_REPAIR ? page : repair_page (scratch, page, &cleaned->mended);
}

/* The blocks of a plain text. */
static BsSpan
read_plain (BsCleaned *cleaned, BsSpan text, const BsCleanOptions *options, BsLookFunc look)
{
  Scratch *scratch = cleaned->scratch;

  if ((options->without & BS_STEP_REPAIR) == 0)
    text = bs_repair_text (&scratch->repair, text, TRUE, &cleaned->mended);
  cleaned->long_tail = !bs_blocks_find (scratch->blocks, scratch->lines, text,
                                        bs_ceiling (options->ceilings, BS_CEILING_LINES), look);
  return text;
}

static gboolean
is_page (BsSpan text, BsMarkup markup)
{
  return markup == BS_MARKUP_HTML || (markup == BS_MARKUP_UNKNOWN && bs_html_is_page (text));
}

/* From bytes to UTF-8; forgets what was there. */
static BsSpan
decode (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options)
{
  const BsCharsetOptions charset = { .encoding = options->encoding,
                                     .markup = options->markup,
                                     .repair = (options->without & BS_STEP_REPAIR) == 0 };
  BsSpan text;

  forget (cleaned);
  bytes.length = MIN (bytes.length, BYTES_MAX);
  text = bs_charset_decode (&cleaned->scratch->charset, bytes, &charset, &cleaned->mended, &cleaned->encoding);
  cleaned->binary = cleaned->encoding == NULL;
  return text;
}

/* From bytes to blocks, those of a page with a verdict, those of a text with looks; the text that they stand in. */
static BsSpan
read_blocks (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options, BsLookFunc look)
{
  BsSpan text = decode (cleaned, bytes, options);

  return is_page (text, options->markup) ? read_page (cleaned, text, options)
                                         : read_plain (cleaned, text, options, look);
}

/* The hashes of the blocks, and `lines` from them. */
static void
hash_blocks (BsCleaned *cleaned, BsSpan text)
{
  Scratch *scratch = cleaned->scratch;

  bs_repeat_hash_blocks (scratch->hashes, scratch->blocks, text, scratch->folded);
  g_array_append_vals (cleaned->lines, scratch->hashes->data, scratch->hashes->len);
  bs_repeat_sort (cleaned->lines);
}

static gboolean
asks_repeats (const BsCleanOptions *options)
{
  return options->repeats != NULL && options->outlet != NULL && (options->without & BS_STEP_REPEATS) == 0;
}

/* After all other verdicts, so that nothing but what repeats is set aside for it. */
static void
mark_repeats (BsCleaned *cleaned, BsSpan text, const BsCleanOptions *options)
{
  Scratch *scratch = cleaned->scratch;

  if (scratch->hashes->len != scratch->blocks->len) /* some were parted meanwhile */
    bs_repeat_hash_blocks (scratch->hashes, scratch->blocks, text, scratch->folded);
  cleaned->passages = bs_repeats_mark (options->repeats, options->outlet, scratch->blocks, text, scratch->hashes,
                                       scratch->folded);
}

/* Of a page too, where its structure does not count; then its head knows the title. */
static void
judge_text (BsCleaned *cleaned, BsSpan text, const BsCleanOptions *options)
{
  BsCleanOptions titled = *options;

  if (titled.title == NULL)
    titled.title = cleaned->title;
  bs_furniture_judge (cleaned->scratch->blocks, text, &titled, cleaned->scratch->folded);
}

void
bs_clean_lines (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options)
{
  BsCleanOptions unjudged;
  BsSpan text;

  g_return_if_fail (cleaned != NULL);
  g_return_if_fail (bytes.start != NULL || bytes.length == 0);
  g_return_if_fail (options != NULL);
  unjudged = *options;
  unjudged.without |= BS_STEP_CONTENT;
  text = read_blocks (cleaned, bytes, &unjudged, bs_look_lightly);
  hash_blocks (cleaned, text);
}

void
bs_clean (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options)
{
  static const BsCleanOptions USUAL = { 0 };
  Scratch *scratch;
  BsSpan text;
  BsPut put;

  g_return_if_fail (cleaned != NULL);
  g_return_if_fail (bytes.start != NULL || bytes.length == 0);
  if (options == NULL)
    options = &USUAL;
  scratch = cleaned->scratch;
  text = read_blocks (cleaned, bytes, options, bs_look_at);
  if (asks_repeats (options))
    hash_blocks (cleaned, text);
  if (!cleaned->html || (options->without & BS_STEP_CONTENT))
    judge_text (cleaned, text, options);
  if (asks_repeats (options))
    mark_repeats (cleaned, text, options);
  put = (BsPut){ cleaned, text, scratch->kept_trail, scratch->folded, !cleaned->html, 0 };
  bs_put_blocks (&put, scratch->blocks, options->without);
}

/* Whether a character, not the inside of one, stands at the place. */
static gboolean
is_boundary (BsSpan text, gsize at)
{
  return at == text.length || (text.start[at] & 0xc0) != 0x80;
}

gboolean
bs_clean_again (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options, const guint32 *kept, guint n)
{
  BsSpan text = decode (cleaned, bytes, options);
  BsPut put;

  if (n % 2 != 0 || is_page (text, options->markup))
    return FALSE;
  if ((options->without & BS_STEP_REPAIR) == 0)
    text = bs_repair_text (&cleaned->scratch->repair, text, TRUE, &cleaned->mended);
  put = (BsPut){ cleaned, text, cleaned->scratch->kept_trail, cleaned->scratch->folded, TRUE, 0 };
  for (guint i = 0; i < n; i += 2)
    {
      gsize start = (gsize) put.noted + kept[i], length = kept[i + 1];

      if (start + length > text.length || !is_boundary (text, start) || !is_boundary (text, start + length))
        return FALSE;
      bs_put_kept (&put, (guint32) start, (guint32) length);
    }
  return TRUE;
}

const char *
bs_cleaned_problem (const BsCleaned *cleaned)
{
  return cleaned->binary                     ? "the bytes are no text"
         : cleaned->trouble != BS_N_PROBLEMS ? cleaned->trouble_message
         : cleaned->text->len == 0           ? "nothing in it is article text"
                                             : NULL;
}

BsCleanedBytes
bs_cleaned_bytes (const BsCleaned *cleaned)
{
  BsCleanedBytes bytes = { 0, 0 };

  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);

      *(block->aside == BS_KEPT ? &bytes.kept : &bytes.aside) += block->length;
    }
  return bytes;
}

double
bs_cleaned_aside_percent (const BsCleaned *cleaned)
{
  BsCleanedBytes bytes = bs_cleaned_bytes (cleaned);

  return bytes.kept + bytes.aside > 0 ? 100.0 * (double) bytes.aside / (double) (bytes.kept + bytes.aside) : 0;
}

guint64
bs_cleaned_source (const BsCleaned *cleaned, guint32 offset)
{
  guint32 repaired = bs_trail_source (cleaned->scratch->kept_trail, offset);
  guint32 page = bs_trail_source (cleaned->scratch->repair.trail, repaired);
  guint32 decoded = bs_trail_source (cleaned->scratch->page_trail, page);

  return bs_trail_source (cleaned->scratch->charset.trail, decoded);
}
