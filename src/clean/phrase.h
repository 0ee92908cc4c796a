/* phrase.h: the set phrases that furniture is written in, and a cheap test for which blocks may hold one.
 *
 * A block is tested against the list only where its looks say that a run of six of the phrase's rarest bytes occurs
 * in it; what passes is compared letter by letter, case folded.
 * Source of the conventions: counts over news crawls, agency style and press releases (English), and the usual forms
 * of German, French, Spanish, Portuguese, Italian, Dutch and Russian sites.
 */
#pragma once

#include "clean/clean.h"
#include "clean/look.h"

G_BEGIN_DECLS

/* Runs of six bytes are looked up at every third place of a text, so that of the three runs in eight bytes of a
 * phrase one is met wherever the phrase stands. */
#define BS_PHRASE_GRAM 6
#define BS_PHRASE_STRIDE 3
#define BS_PHRASE_GATES 4096

/* Of BS_PHRASE_GRAM bytes, whatever their case; eight must be readable. */
static inline guint64
bs_phrase_hash (const void *gram)
{
  guint64 window;

  memcpy (&window, gram, 8);
  window = (GUINT64_FROM_LE (window) | G_GUINT64_CONSTANT (0x202020202020)) << 16;
  return window * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

/* What a run of six bytes hints at. */
typedef struct {
  guint32 check; /* of the hash of the only run with this place */
  guint32 hints;
} BsPhraseGate;

static inline guint32
bs_phrase_hints (const BsPhraseGate *gates, guint64 hash)
{
  const BsPhraseGate *gate = &gates[hash >> 52];

  return gate->check == (guint32) (hash >> 21) ? gate->hints : 0;
}

#define BS_HINTS_PHRASE 0x1fff   /* one of the phrases that share this bit may be in it */
#define BS_HINT_ORIGIN (1 << 13) /* something appeared, was published, posted or printed */
#define BS_HINT_OUR (1 << 14)    /* somebody speaks of themselves */
#define BS_HINT_SOLD (1 << 15)   /* subscriptions, newsletters, memberships */

/* BS_PHRASE_GATES of them, by the hash's upper bits. They know nothing of BS_HINT_OUR. */
const BsPhraseGate *bs_phrase_gates (void);

/* The block in small ASCII letters, straight quotes, plain hyphens and single blanks; opening brackets, quotes,
 * bullets and signs at its start are left out. */
void           bs_phrase_fold (GString *folded, BsSpan block);

/* What a phrase says that the block is, BS_KEPT where none does. `edge`: it stands in the first or last few
 * paragraphs, where alone some phrases count. `folded` is scratch. */
BsAside        bs_phrase_find (BsSpan block, const BsLook *look, gboolean edge, GString *folded);

/* "a phrase of copyright lines": the reason of a block that bs_phrase_find gave this verdict; NULL for BS_KEPT. */
const char    *bs_phrase_reason (BsAside aside);

G_END_DECLS
