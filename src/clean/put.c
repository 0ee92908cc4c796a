#include "clean/put.h"
#include "clean/agency.h"
#include "clean/credit.h"
#include "clean/dateline.h"
#include "clean/join.h"
#include "clean/sign-off.h"

#define DATELINE_PARAGRAPHS 3
#define LONGEST_TITLE 2000 /* bytes; a longer line is none */

/* The report starts behind its dateline. */
static gsize
dateline_of (BsCleaned *cleaned, BsSpan bytes)
{
  BsDateline dateline;
  const char *agency;

  if (!bs_dateline_find (bytes, &dateline))
    return 0;
  if (cleaned->dateline == NULL && dateline.place.length > 0)
    cleaned->dateline = g_strndup (dateline.place.start, dateline.place.length);
  if (cleaned->agency == NULL && dateline.agency.length > 0)
    {
      agency = bs_agency_named (dateline.agency);
      cleaned->agency = agency != NULL ? g_strdup (agency) : g_strndup (dateline.agency.start, dateline.agency.length);
    }
  return dateline.length;
}

/* The report ends before its sign-off. */
static gsize
sign_off_of (BsCleaned *cleaned, BsSpan bytes)
{
  const char *agency;
  gsize length = bs_sign_off_find (bytes, &agency);

  if (length > 0 && cleaned->agency == NULL)
    cleaned->agency = g_strdup (agency);
  return length;
}

static void
note_kept (BsPut *put, guint32 start, guint32 length)
{
  GArray *kept = put->cleaned->kept;
  guint n = kept->len;

  g_array_set_size (kept, n + 2);
  g_array_index (kept, guint32, n) = start - put->noted;
  g_array_index (kept, guint32, n + 1) = length;
  put->noted = start + length;
}

/* Where the block stands in the article's text. */
static void
keep (BsPut *put, guint32 start, guint32 length, BsBlock *block)
{
  BsCleaned *cleaned = put->cleaned;

  if (cleaned->text->len > 0)
    {
      g_string_append_c (cleaned->text, '\n');
      g_string_append_c (cleaned->text, '\n');
    }
  block->start = (guint32) cleaned->text->len;
  cleaned->mended.joined_lines += bs_join_lines (cleaned->text, bs_span (put->text.start + start, length), put->trail,
                                                 start, &cleaned->mended.joined_words);
  block->length = (guint32) (cleaned->text->len - block->start);
  if (put->noting)
    note_kept (put, start, length);
}

static void
set_aside (BsPut *put, const BsRawBlock *raw, BsBlock *block)
{
  BsCleaned *cleaned = put->cleaned;
  BsSpan bytes = bs_span (put->text.start + raw->start, raw->length);

  if (cleaned->aside_text->len > 0)
    g_string_append_c (cleaned->aside_text, '\n');
  block->start = (guint32) cleaned->aside_text->len;
  bs_join_lines (cleaned->aside_text, bytes, NULL, 0, NULL);
  block->length = (guint32) (cleaned->aside_text->len - block->start);
  if (raw->aside == BS_ASIDE_TITLE && cleaned->title == NULL && block->length <= LONGEST_TITLE)
    cleaned->title = g_strndup (cleaned->aside_text->str + block->start, block->length);
  bs_credit_read (cleaned, raw->aside, raw->reason, bytes, put->folded);
}

void
bs_put_kept (BsPut *put, guint32 start, guint32 length)
{
  BsBlock block = { .aside = BS_KEPT };

  keep (put, start, length, &block);
  g_array_append_val (put->cleaned->blocks, block);
}

void
bs_put_blocks (BsPut *put, const GArray *blocks, guint without)
{
  const BsRawBlock *raw = (const BsRawBlock *) (gconstpointer) blocks->data;
  guint paragraphs = 0, kept = 0;
  BsBlock *block;

  g_array_set_size (put->cleaned->blocks, blocks->len);
  block = (BsBlock *) (gpointer) put->cleaned->blocks->data;
  for (guint i = 0; i < blocks->len; i++)
    kept += raw[i].aside == BS_KEPT;
  for (guint i = 0; i < blocks->len; i++)
    {
      guint32 dateline = 0, sign_off = 0;
      BsSpan bytes;

      block[i] = (BsBlock){ .aside = raw[i].aside, .score = raw[i].score, .reason = raw[i].reason };
      if (raw[i].aside != BS_KEPT)
        {
          set_aside (put, &raw[i], &block[i]);
          continue;
        }
      bytes = bs_span (put->text.start + raw[i].start, raw[i].length);
      if ((without & BS_STEP_CREDITS) == 0 && paragraphs < DATELINE_PARAGRAPHS)
        dateline = (guint32)dateline_of (put->cleaned, bytes);
      if ((without & BS_STEP_CREDITS) == 0 && ++paragraphs == kept)
        sign_off = (guint32)sign_off_of (put->cleaned, bs_span (bytes.start + dateline, bytes.length - dateline));
      keep (put, raw[i].start + dateline, raw[i].length - dateline - sign_off, &block[i]);
    }
}
