/* corpus.h: the places that a user named, turned into one stream of articles and problems in a fixed order. */
#pragma once

#include "source/article.h"

G_BEGIN_DECLS

typedef enum {
  BS_FORMAT_AUTO,  /* by the name's ending (under a compression ending too), else by the first bytes */
  BS_FORMAT_TEXT,  /* one article a file, or many parted by a separator line */
  BS_FORMAT_JSONL, /* one JSON object a line */
  BS_FORMAT_CSV,
  BS_FORMAT_TSV
} BsFormat;

/* What the source room obeys. Strings belong to the caller and must outlive the corpus's opening. */
typedef struct {
  BsFormat    format;           /* of inputs whose format no manifest names; standard input is text where this is AUTO */
  const char *field_text;       /* names of record fields; NULL for the defaults, see corpus.c's table */
  const char *field_outlet;
  const char *field_title;
  const char *field_date;
  const char *field_byline;
  const char *field_id;
  const char *field_url;
  const char *field_language;
  const char *outlet;           /* outlet of every article that names none itself (a lone file, standard input); NULL:
                                 * the input's base name without its endings */
  const char *language;         /* of every article that names none itself; NULL: not known */
  guint64     max_article;      /* bytes; larger ones are BS_PROBLEM_TOO_LARGE; 0: BS_MAX_ARTICLE_DEFAULT */
} BsSourceOptions;

#define BS_MAX_ARTICLE_DEFAULT (64 * 1024 * 1024)

typedef struct _BsCorpus BsCorpus;

/* Opens places in the order given: folders of outlets, record files, archives, manifests (*.manifest, *.ini or a file
 * whose first group is [corpus]), "-" for standard input. Reads manifests and walks folders, but no article.
 * Fails where a place does not exist or a manifest is wrong; whatever is wrong inside becomes a problem of the stream.
 * NULL options mean all defaults. */
BsCorpus *bs_corpus_open (const char *const *places, const BsSourceOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void      bs_corpus_free (BsCorpus *corpus);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCorpus, bs_corpus_free)

/* Bytes of all inputs on disk (compressed where they are), for a progress bar; 0 where not known (standard input). */
guint64 bs_corpus_total_bytes (const BsCorpus *corpus);

/* Bytes of them read so far. May be asked from another thread than the one that reads. */
guint64 bs_corpus_done_bytes (const BsCorpus *corpus);

typedef enum {
  BS_NEXT_ARTICLE, /* *article is filled */
  BS_NEXT_PROBLEM, /* *problem is filled */
  BS_NEXT_END
} BsNext;

/* The next article or problem. Its strings live in `arena` until that is reset or freed. The order of the stream depends
 * on the places and their contents alone: folders by (outlet, id) in byte order, records as they stand.
 * One thread at a time. */
BsNext bs_corpus_next (BsCorpus *corpus, BsArena *arena, BsArticle *article, BsProblem *problem);

G_END_DECLS
