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

/* Sorts terms by type, upwards. `scratch` is grown as needed and used again. No type may come twice. */
void bs_sort_terms (BsTerm *terms, gsize n, GArray *scratch /* of guint64 */);

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

/* Counts a segmented text, forgetting what `tally` held. Every count is filled, those for English too.
 *
 * Names: a capitalized word that does not start its sentence and is no function word is taken for a name; one that
 * starts a sentence is, where the article writes it so inside sentences too and never in small letters. Sentences
 * written mostly in capitals say nothing about names. Names and numbers count as familiar and never as hard. */
void bs_tally (BsTally *tally, const BsSegments *segments, const BsTypeIndex *index);

G_END_DECLS
