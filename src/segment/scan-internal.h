/* scan-internal.h: what the parts of the pass share: words (scan-word.c), what stands between (scan-gap.c), and the walk
 * over many bytes at a time that asks them where it must (scan-walk.c). */
#pragma once

#include "segment/scan.h"

G_BEGIN_DECLS

/* What a byte can be. */
typedef enum {
  BS_BYTE_OTHER,
  BS_BYTE_ALNUM,   /* ASCII letter or digit */
  BS_BYTE_JOINER,  /* ' - . & _ : part of a word between any two of its characters */
  BS_BYTE_FIGURE,  /* , : / : part of a word between two digits */
  BS_BYTE_BLANK,
  BS_BYTE_NEWLINE,
  BS_BYTE_HIGH     /* a byte of a character outside ASCII */
} BsByteClass;

extern const guint8 bs_byte_classes[256];

typedef struct {
  const char *text;
  gsize length;
  gsize at;
  GArray *words; /* as long as there is room; n_words of them are filled */
  guint n_words;
  GArray *gaps;
  gboolean address; /* the last word is one */
  guint32 marks;    /* BS_GAP_MARKS of the gap that was walked last */
  gsize text_end;   /* where the text before that gap ended */
} BsScan;

static inline guchar
bs_scan_byte (const BsScan *scan, gsize at)
{
  return at < scan->length ? (guchar) scan->text[at] : '\0';
}

/* The character at a byte outside ASCII, and its length. Text is valid, so only its end is watched. */
gunichar bs_scan_character (const BsScan *scan, gsize at, gsize *length);

/* Whether a word could start at the byte. A mark goes on with a word, but does not start one: an emoji's variation
 * selector is no word. */
gboolean bs_scan_starts_word (const BsScan *scan, gsize at);

/* Whether what stands around a mark says that two sentences were glued together there: small letters before, a capital
 * and a small letter behind ("says.The"), but no address ("First.Last@paper.com"), no name of a site ("Amazon.Com"). */
gboolean bs_scan_glues (const BsScan *scan, gsize mark, gsize next);

/* A raised figure: ¹ ² ³ ⁰ … */
gboolean bs_scan_is_superscript (gunichar c);

void     bs_scan_push_word (BsScan *scan, gsize start, gsize length);

/* Takes the word that starts at `start`, from scan->at on, which is left behind it. */
void     bs_scan_take_word (BsScan *scan, gsize start);

/* Takes the word at scan->at and the gap behind it. */
void     bs_scan_step (BsScan *scan);

/* Whether a sentence might start at the word there though no mark stands before it. */
gboolean bs_scan_may_start (const BsScan *scan, gsize at);

/* Walks from behind a word to the start of the next one and notes the gap. `block`: the text starts here. Returns where
 * the text before the next word ends, blanks left. */
gsize    bs_scan_gap (BsScan *scan, gboolean block);

G_END_DECLS
