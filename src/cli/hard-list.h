/* hard-list.h: the hardest sentences of outlets, gathered article by article, or of one text after the other. */
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
  guint      room;    /* sentences that are held before those beyond n are dropped */
} BsHardList;

BsHardList *bs_hard_list_new  (guint n, guint least, BsHardBy by);
void        bs_hard_list_free (BsHardList *list); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsHardList, bs_hard_list_free)

/* The n hardest of one article. */
typedef struct {
  GPtrArray *found; /* of BsHardFound, hardest first; NULL: it is not known to be English */
} BsHardArticle;

/* Those of the article that was read last (bs_read(), all of it); nothing is put into the list. */
BsHardArticle *bs_hard_list_find (const BsHardList *list, const BsReading *reading, const char *group,
                                  const char *article);
void           bs_hard_article_free (gpointer article);

/* Takes the articles of a store from their sources; `article`: those of this id alone, NULL: all. As bs_walk(). */
gboolean bs_hard_list_walk (BsHardList *list, BsStore *store, const BsWalkOptions *options, const char *article,
                            BsWalkSummary *summary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* When all are taken: `found` is the n hardest of each group, by group, hardest first, whatever the order of articles. */
void     bs_hard_list_end (BsHardList *list);

/* They as a table, a row a sentence. */
BsTable *bs_hard_list_table   (const BsHardList *list);

/* For such a table of whoever has sentences in hand: title, note and columns, and the cells of a row, which borrow. */
void     bs_hard_list_columns (const BsHardList *list, BsTable *table);
void     bs_hard_list_row     (const BsHardFound *found, BsCell *cells);

G_END_DECLS
