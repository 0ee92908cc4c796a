/* clean.h: bytes in, honest UTF-8 article text out, with a tally and a reason for everything set aside. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* Why a block was not counted. BS_KEPT blocks are the article. */
typedef enum {
  BS_KEPT,
  BS_ASIDE_TITLE,      /* the headline, where it stands in the text */
  BS_ASIDE_SUBHEAD,    /* a sub-heading */
  BS_ASIDE_BYLINE,     /* who wrote it, when */
  BS_ASIDE_TICKER,     /* figures of markets, scores, weather */
  BS_ASIDE_NAVIGATION, /* menus, labels, share buttons, notices about cookies */
  BS_ASIDE_PROMO,      /* newsletters, apps, other articles */
  BS_ASIDE_CAPTION,    /* what stands under a picture, and its credit */
  BS_ASIDE_CREDIT,     /* where it appeared first, agencies, contributors */
  BS_ASIDE_LEGAL,      /* copyright, rights, terms */
  BS_ASIDE_CORRECTION, /* notes on corrections */
  BS_N_ASIDES
} BsAside;

const char *bs_aside_name (BsAside aside); /* "kept", "title", "subhead", "byline", "ticker", … */

/* What was mended on the way from bytes to text, in occurrences. */
typedef struct {
  guint64 invalid_bytes;  /* replaced by U+FFFD */
  guint64 controls;       /* control characters and NUL taken out */
  guint64 invisibles;     /* soft hyphens, zero-width characters, byte-order marks taken out */
  guint64 joined_lines;   /* line ends inside hard-wrapped paragraphs turned into blanks */
} BsMended;

/* A block: a paragraph or, where lines stand alone, a line. */
typedef struct {
  BsAside aside;
  guint32 start;  /* bytes, in `text` for kept blocks and in `aside_text` for others */
  guint32 length;
} BsBlock;

/* What the room obeys. */
typedef struct {
  gboolean as_is;       /* decode and mend, but set nothing aside */
  const char *encoding; /* of the bytes where it is known ("windows-1252"); NULL: found out. A byte-order mark wins */
  const char *title;    /* the article's title where the record has one: its repetition in the text is set aside */
} BsCleanOptions;

/* The result, and the scratch memory that is used again for the next article. */
typedef struct {
  GString    *text;       /* the kept blocks, valid UTF-8, parted by an empty line; what is counted */
  GString    *aside_text; /* the others, parted by newlines */
  GArray     *blocks;     /* of BsBlock, in the order of the source */
  BsMended    mended;
  const char *encoding;   /* static or interned: what the bytes were taken for, "UTF-8", "windows-1252"; NULL: binary */
  gboolean    binary;     /* the bytes are no text; everything else is empty */
  /* metadata found in the text, NULL where none; owned */
  char       *title;
  char       *byline;
  char       *dateline;
  char       *agency;
  char       *originally_from;
  char       *rights;
  struct _BsCleanScratch *scratch; /* private */
} BsCleaned;

BsCleaned *bs_cleaned_new  (void);
void       bs_cleaned_free (BsCleaned *cleaned);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCleaned, bs_cleaned_free)

/* Fills `cleaned` from an article's bytes, forgetting what it held. Cannot fail: every run of bytes has a cleaned form,
 * empty where nothing in it is article. At most 1 GiB is read. A dateline ("HARBOURTON (AP) — ") at the start of one
 * of the first three kept paragraphs is metadata and left out of the text. The result depends on the bytes and the
 * options alone.
 * Cost: a few passes over the bytes, no allocation per line once the arrays have grown. */
void bs_clean (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options);

/* Where in the article's bytes the byte of `text` at `offset` came from; for an encoding other than UTF-8, in the bytes once
 * converted to UTF-8. Valid until the next article. */
guint64 bs_cleaned_source (const BsCleaned *cleaned, guint32 offset);

/* The language of a text as ISO 639-1, by the library libexttextcat, or NULL where it cannot tell (too short, mixed).
 * Static string. Asked only for texts whose words do not say it already. Thread-safe. */
const char *bs_language_of_text (BsSpan text);

G_END_DECLS
