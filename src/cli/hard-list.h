/* hard-list.h: the hardest sentences of outlets or texts, gathered article by article. */
#pragma once

#include "analysis/hard-sentence.h"
#include "analysis/walk.h"

G_BEGIN_DECLS

typedef struct {
  char *group;   /* outlet, or the text's name */
  char *article; /* id */
  BsHardSentence *sentence;
} BsHardFound;

typedef struct {
  guint      n;       /* of each group; 0: all */
  guint      least;   /* words of a sentence */
  BsHardBy   by;
  GPtrArray *found;   /* of BsHardFound: those that may be among the n of their group */
  guint64    foreign; /* articles that are not known to be English, and passed over */
} BsHardList;

BsHardList *bs_hard_list_new  (guint n, guint least, BsHardBy by);
void        bs_hard_list_free (BsHardList *list); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsHardList, bs_hard_list_free)

/* Takes the article that was read last (bs_read(), all of it). */
void     bs_hard_list_read (BsHardList *list, const BsReading *reading, const char *group, const char *article);

/* Takes the articles of a store from their sources; `article`: those of this id alone, NULL: all. As bs_walk(). */
gboolean bs_hard_list_walk (BsHardList *list, BsStore *store, const BsWalkOptions *options, const char *article,
                            BsWalkSummary *summary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* When all are taken: `found` is the n hardest of each group, by group, hardest first, whatever the order of articles. */
void     bs_hard_list_end (BsHardList *list);

/* They as a table, a row a sentence. */
BsTable *bs_hard_list_table (const BsHardList *list);

G_END_DECLS
