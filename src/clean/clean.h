/* clean.h: bytes in, honest UTF-8 article text out, with a tally and a reason for everything set aside. */
#pragma once

#include "base/ceiling.h"
#include "source/article.h"

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
  BS_ASIDE_REPEATED,   /* stands in many articles of this outlet */
  BS_ASIDE_COMMENT,    /* what readers wrote below it */
  BS_ASIDE_TABLE,      /* cells of a table in the article that hold no prose */
  BS_N_ASIDES
} BsAside;

const char *bs_aside_name        (BsAside aside); /* "kept", "title", "subhead", "byline", "ticker", … */
const char *bs_aside_description (BsAside aside); /* a few words for people */

/* What was mended on the way from bytes to text, in occurrences. */
typedef struct {
  guint64 invalid_bytes;  /* replaced by U+FFFD */
  guint64 controls;       /* control characters and NUL taken out */
  guint64 invisibles;     /* soft hyphens, zero-width characters, byte-order marks taken out */
  guint64 joined_lines;   /* line ends inside hard-wrapped paragraphs turned into blanks */
  guint64 joined_words;   /* words put together again that a line end had parted with a hyphen */
  guint64 spaces;         /* no-break and other spaces of Unicode made plain */
  guint64 ligatures;      /* of Latin letters, taken apart */
  guint64 mojibake;       /* characters that had been decoded wrongly once and were decoded rightly */
  guint64 entities;       /* of HTML left in plain text, made the character they stand for */
  guint64 glued;          /* sentence ends without a blank behind them, parted */
  guint64 run_in;         /* link texts that run into sentences: found, and taken out where surely bounded */
} BsMended;

#define BS_N_MENDED (sizeof (BsMended) / sizeof (guint64))

/* "invalid", "controls", "invisibles", …: name and description of the counter at `i` of BsMended, in its order. */
const char *bs_mended_name        (guint i);
const char *bs_mended_description (guint i);

/* A block: a paragraph or, where lines stand alone, a line. */
typedef struct {
  BsAside aside;
  guint32 start;  /* bytes, in `text` for kept blocks and in `aside_text` for others */
  guint32 length;
  gint32  score;      /* prose above 0; by the scale of what judged it */
  const char *reason; /* what decided, a few words for people: "labels beside figures"; static */
} BsBlock;

/* The steps that can be left out, as bits. Bytes are decoded and made honest UTF-8 in any case, and the marks of a page
 * taken off. */
typedef enum {
  BS_STEP_CONTENT = 1 << 0,   /* of a page, only its main content is judged further; without: all its text is */
  BS_STEP_REPAIR = 1 << 1,    /* mojibake, entities, glued sentences and link text are mended */
  BS_STEP_FURNITURE = 1 << 2, /* blocks are judged by their shape, their phrases and their neighbours */
  BS_STEP_CREDITS = 1 << 3,   /* bylines, datelines, origins and rights become fields */
  BS_STEP_REPEATS = 1 << 4,   /* blocks that repeat in the outlet are set aside */
  BS_STEP_COPIES = 1 << 5,    /* articles that copy another are marked; not this room's, but named beside the others */
} BsCleanStep;

#define BS_N_STEPS 6
#define BS_STEPS_ALL ((1 << BS_N_STEPS) - 1)

const char *bs_step_name        (guint i); /* of the bit 1 << i: "content", "repair", "furniture", … */
const char *bs_step_description (guint i);

/* "repeats,copies" to their bits; NULL and "" are none. BS_ERROR_USAGE, naming all steps, for what is none. */
gboolean bs_steps_from_names (const char *names, guint *without, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _BsRepeats BsRepeats; /* clean/repeat.h */

/* What the room obeys. */
typedef struct {
  guint without;        /* BsCleanStep that are left out; BS_STEPS_ALL: decode, and set nothing aside */
  const char *encoding; /* as the source declares it ("windows-1252"), believed unless the bytes are no such text
                         * (clean/charset.h); NULL: found out */
  const char *title;    /* the article's title where the record has one: its repetition in the text is set aside */
  BsMarkup markup;      /* of the bytes */
  const BsRepeats *repeats; /* what repeats in the article's outlet; NULL: not known */
  const char *outlet;
  const BsCeilings *ceilings; /* NULL: the normal ones */
} BsCleanOptions;

/* The result, and the scratch memory that is used again for the next article. */
typedef struct {
  GString    *text;       /* the kept blocks, valid UTF-8, parted by an empty line; what is counted */
  GString    *aside_text; /* the others, parted by newlines */
  GArray     *blocks;     /* of BsBlock, in the order of the source */
  GArray     *kept;       /* of guint32, two a kept block of a plain text: from the end of the one before (from 0) to its
                           * start in the repaired text, and its length, in bytes; empty for a page */
  GArray     *lines;      /* of guint64: hashes of its different blocks (clean/repeat.h), ascending; empty where nobody
                           * asked what repeats */
  gboolean    passages;   /* how many articles share them decided on some blocks that repeat: see bs_repeats_digest() */
  BsMended    mended;
  const char *encoding;   /* static or interned: what the bytes were taken for, "UTF-8", "windows-1252"; NULL: binary */
  gboolean    binary;     /* the bytes are no text; everything else is empty */
  gboolean    html;       /* they were a page */
  gboolean    long_tail;  /* there are more lines than the ceiling; what is behind was taken for one */
  BsProblemKind trouble;  /* BS_PROBLEM_TOO_DEEP or BS_PROBLEM_TOO_LARGE: the page was not read, everything else is
                           * empty; BS_N_PROBLEMS: none */
  char       *trouble_message; /* a sentence that names the ceiling; NULL: none; owned */
  /* metadata found in the text or the page's head, NULL where none; owned */
  char       *title;
  char       *date;       /* as found */
  char       *language;   /* ISO 639-1, as the page declares */
  char       *url;        /* canonical address */
  char       *publisher;  /* who runs the site */
  char       *byline;
  char       *dateline;
  char       *agency;
  char       *originally_from;
  char       *rights;
  struct _BsCleanScratch *scratch; /* private */
} BsCleaned;

/* The bytes of a block, kept or set aside. */
static inline BsSpan
bs_cleaned_block (const BsCleaned *cleaned, const BsBlock *block)
{
  const GString *text = block->aside == BS_KEPT ? cleaned->text : cleaned->aside_text;

  return bs_span (text->str + block->start, block->length);
}

BsCleaned *bs_cleaned_new  (void);
void       bs_cleaned_free (BsCleaned *cleaned);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCleaned, bs_cleaned_free)

/* Fills `cleaned` from an article's bytes, forgetting what it held. Cannot fail: every run of bytes has a cleaned form,
 * empty where nothing in it is article. At most 1 GiB is read. A dateline ("HARBOURTON (AP) — ") at the start of one
 * of the first three kept paragraphs is metadata and left out of the text. The result depends on the bytes and the
 * options alone.
 * Cost: a few passes over the bytes, no allocation per line once the arrays have grown. */
void bs_clean (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options);

/* Of bs_clean() only the first steps: fills `cleaned->lines`, as bs_clean() does with options->repeats, and what bytes
 * and page say of themselves (binary, trouble, encoding). Cost: about a third of bs_clean(). */
void bs_clean_lines (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options);

/* What bs_clean() kept of these bytes by these options, without judging anything again: fills `text`, `kept` and the
 * kept blocks of a plain text, at a fifth of the cost. `kept` are two numbers a block, `n` in all, as that call left
 * them. FALSE where they do not fit the bytes, or these are a page: then nothing of `cleaned` counts. */
gboolean bs_clean_again (BsCleaned *cleaned, BsSpan bytes, const BsCleanOptions *options, const guint32 *kept, guint n);

/* Why there is no text in it, as a sentence without its stop: "the bytes are no text"; NULL where there is one. */
const char *bs_cleaned_problem (const BsCleaned *cleaned);

/* Bytes of the blocks that were kept, and of those set aside, without what stands between blocks. */
typedef struct {
  gsize kept, aside;
} BsCleanedBytes;

BsCleanedBytes bs_cleaned_bytes (const BsCleaned *cleaned);
double bs_cleaned_aside_percent (const BsCleaned *cleaned); /* of both, the latter; 0 where there is no block */

/* Whether the bytes could not be read at all. */
static inline gboolean
bs_cleaned_is_unread (const BsCleaned *cleaned)
{
  return cleaned->binary || cleaned->trouble != BS_N_PROBLEMS;
}

/* Where in the article's bytes the byte of `text` at `offset` came from; for an encoding other than UTF-8, in the bytes
 * once converted to UTF-8. Valid until the next article. */
guint64 bs_cleaned_source (const BsCleaned *cleaned, guint32 offset);

/* The language of a text as ISO 639-1, by the library libexttextcat, or NULL where it cannot tell (too short, mixed).
 * Static string. Asked only for texts whose words do not say it already. Thread-safe. */
const char *bs_language_of_text (BsSpan text);

G_END_DECLS
