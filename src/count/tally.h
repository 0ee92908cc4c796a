/* tally.h: the counts of one article, added up from its words' records. */
#pragma once

#include "count/counts.h"
#include "segment/segment.h"

G_BEGIN_DECLS

/* A type of the article and how often it occurs there. */
typedef struct {
  guint32 type;  /* id in the type index */
  guint32 count; /* tokens, 1 or more */
} BsTerm;

typedef struct {
  BsCounts counts;
  GArray  *terms;            /* of BsTerm, in the order of first occurrence */
  GArray  *ids;              /* of guint32: every running word as an index into `terms` */
  GArray  *spectrum;         /* of BsSpectrumEntry, by ascending frequency */
  GArray  *sentence_lengths; /* of guint32: words of every sentence in order */
  struct _BsTallyScratch *scratch; /* private */
} BsTally;

BsTally *bs_tally_new  (void);
void     bs_tally_free (BsTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsTally, bs_tally_free)

/* Counts a segmented text, forgetting what `tally` held. Every count is filled, those for English too; but where nine
 * words of ten stand in long blocks without a mark that ends a sentence (BsSegments.unmarked), as in a transcript
 * without punctuation, the number of sentences is missing and there are no sentence lengths.
 *
 * Names: a capitalized word that is no function word, number or address and does not start its sentence, nor one of its
 * openings (BsSegments.openings), is taken for a name, or a part of one. A word that starts a sentence is, where the
 * article never writes it in small letters, and either writes it so inside sentences too, or it is an uncommon word
 * (BS_WORD_UNCOMMON) before the name of a person or place (Abraham Lincoln). In a sentence written mostly in capitals
 * they say nothing: there, too, the article's other sentences must show the name.
 *
 * Names are never hard (Gunning: capitalized words, proper names). Familiar are, after Dale & Chall 1948, the names of
 * persons and places alone. Other names are judged word by word: "Declaration of Independence" has two words off the
 * list, "Senator Lincoln" one. For such a word we take one of the list of generic words, an abbreviation in capitals
 * (BS_WORD_GENERIC), and what the article writes in small letters elsewhere. Adjectives of places, and faiths, count
 * with persons and places. Numbers are familiar and never hard. */
void bs_tally (BsTally *tally, const BsSegments *segments, const BsTypeIndex *index);

/* What one running word was counted as. */
typedef enum {
  BS_COUNTED_HARD              = 1 << 0,
  BS_COUNTED_UNFAMILIAR        = 1 << 1,
  BS_COUNTED_UNFAMILIAR_769    = 1 << 2,
  BS_COUNTED_UNFAMILIAR_SPACHE = 1 << 3,
  BS_COUNTED_NAME              = 1 << 4
} BsCounted;

/* The flags of BsCounted of a sentence's words, for whoever wants to see them. `flags` has room for its n_words; tally
 * and segments are as the last bs_tally() left them. */
void bs_tally_show (const BsTally *tally, const BsSegments *segments, guint32 sentence, guint8 *flags);

G_END_DECLS
