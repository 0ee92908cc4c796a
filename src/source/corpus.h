/* corpus.h: the places that a user named, turned into one stream of articles and problems in a fixed order.
 *
 * A folder: each first-level sub-folder is an outlet, and every file in it, at any depth, an article whose id is its
 * path inside the outlet, without a compression ending, so that compressing a corpus changes no key. Files beside the
 * outlets are LEFT_OUT. Where no sub-folder holds a file to read, the folder is one outlet itself (OPTIONS.outlet,
 * else its name), but for record files in it, which are outlets by their own names. A folder that holds
 * corpus.manifest is read by that.
 * A file is text (.txt .text .asc .md, no ending or one that is not known), a page (.html .htm .xhtml .xht .shtml),
 * records (.jsonl .ndjson .jl .csv .tsv .tab), a crawl (.warc .wet), an archive (.tar .tgz … .zip .7z), or LEFT_OUT
 * with the reason (MHTML, PDF, office, pictures, programs, whole JSON documents, *.meta.tsv; README and LICENSE where
 * they stand beside the outlets). Each may be compressed. Text is also looked at, and is a crawl or an export of many
 * articles where its first lines say so, and records where the name says nothing, or it comes from standard input, and
 * an object opens it (source/sniff.h). What a browser saved for a page (the folder x_files beside
 * x.html) is passed over (source/companion.h).
 * Hidden files are passed over. Links to files inside the corpus are read, all other links and whatever is no file are
 * LEFT_OUT. Names that are no UTF-8 are written with \xNN, see source/name.h.
 * A record's outlet is its own field, else OPTIONS.outlet, else the file's base name; inside an outlet's folder only a
 * field called outlet, or one that the user named, counts against the folder. Its id is its own, else
 * "<file>:<number of the record, eight digits>". An article of an export is treated like a record: the paper that its
 * head names is its outlet, but for a folder's (source/export.h). An article of a crawl is of OPTIONS.outlet or the
 * folder's outlet where there is one, else of its server, and its id is its address (reader-warc.c). */
#pragma once

#include <sys/types.h>

#include "base/ceiling.h"
#include "source/article.h"

G_BEGIN_DECLS

typedef enum {
  BS_FORMAT_AUTO,  /* by the name's ending (under a compression ending too), else by the first bytes */
  BS_FORMAT_TEXT,  /* one article a file, or many parted by a separator line */
  BS_FORMAT_JSONL, /* one JSON object a line */
  BS_FORMAT_CSV,
  BS_FORMAT_TSV,
  BS_FORMAT_HTML,   /* a page a file */
  BS_FORMAT_WARC,   /* a crawl (WARC), or the texts of one (WET) */
  BS_FORMAT_NEXIS,  /* an export of Nexis, LexisNexis or Nexis Uni as text */
  BS_FORMAT_FACTIVA /* an export of Factiva as text */
} BsFormat;

/* "text, jsonl, …": the names of the formats but auto, for messages; and the format of a name ("auto" too). */
#define BS_FORMAT_NAMES "text, html, jsonl, csv, tsv, warc, nexis and factiva"
gboolean    bs_format_from_name (const char *name, BsFormat *format);
const char *bs_format_name      (BsFormat format);

/* What the source room obeys. Strings are copied. */
typedef struct {
  BsFormat    format;           /* of inputs whose format no manifest names; AUTO takes standard input for text,
                                 * a crawl or an export */
  const char *field_text;       /* names of record fields; NULL for the defaults, see BsPart in source/record.h */
  const char *field_outlet;
  const char *field_title;
  const char *field_date;
  const char *field_byline;
  const char *field_id;
  const char *field_url;
  const char *field_language;
  guint      *fields_met;       /* see BsFieldNames; NULL: nobody asks */
  const char *outlet;           /* outlet of every article that names none itself (a lone file, standard input); NULL:
                                 * the input's base name without its endings ("-" for standard input) */
  const char *language;         /* of every article that names none itself; NULL: not known */
  gboolean    follow_links;     /* those that lead out of the corpus, and to folders (source/walk.h) */
  const char *except;           /* a file that is passed over in every folder, with the journal that SQLite keeps beside it: the
                                 * store that is made of the corpus; NULL: none */
  BsCeilings  ceilings;         /* what goes over them is BS_PROBLEM_TOO_LARGE or BS_PROBLEM_TOO_DEEP */
} BsSourceOptions;

typedef struct _BsCorpus BsCorpus;

/* Opens places in the order given: folders of outlets, record files, archives, manifests (*.manifest, *.ini or a file
 * whose first group is [corpus]; see docs/manifest.md), "-" for standard input. Reads manifests and joined tables and
 * walks folders, but reads no article. Fails where a place does not exist or a manifest is wrong; whatever is wrong
 * inside becomes a problem of the stream. NULL options mean all defaults. */
BsCorpus *bs_corpus_open (const char *const *places, const BsSourceOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void      bs_corpus_free (BsCorpus *corpus);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCorpus, bs_corpus_free)

/* Back to the start of the stream, for another read of it. Places are not walked again: what came to be since they were
 * opened is not read, and what is gone becomes a problem. Standard input is read from where it stands. */
void      bs_corpus_rewind (BsCorpus *corpus);

/* Asked before a file is opened that is one article: FALSE passes it over. Not asked where a table is joined, nor of
 * records and what lies in archives. */
typedef gboolean (*BsCorpusWanted) (gpointer data, const char *outlet, const char *id);
void      bs_corpus_pass_over (BsCorpus *corpus, BsCorpusWanted wanted, gpointer data);

/* After a corpus has been read with options that have `fields_met`: the parts, "outlet", "date", …, but the text, whose
 * field the options name though no record had it, and these names: part, name, part, name, NULL. What has no text is a
 * problem of its own. Free with g_strfreev. */
char **bs_source_unmet_fields (const BsSourceOptions *options);

/* Whether the file of this device and inode is one of those that are read. Asks the system about each of them. */
gboolean  bs_corpus_reads (const BsCorpus *corpus, dev_t device, ino_t inode);

/* Bytes of all inputs on disk (compressed where they are), for a progress bar; standard input counts 0. Asks the system
 * for every file's size: ask once, and only where somebody looks. */
guint64 bs_corpus_total_bytes (const BsCorpus *corpus);

/* Bytes of them read so far, in all reads; a file left out half way is not counted to its end. May be asked from another thread than
 * the one that reads. */
guint64 bs_corpus_done_bytes (const BsCorpus *corpus);

typedef enum {
  BS_NEXT_ARTICLE, /* *article is filled */
  BS_NEXT_PROBLEM, /* *problem is filled */
  BS_NEXT_END
} BsNext;

/* The next article or problem. Its strings live in `arena` until that is reset or freed. The order of the stream
 * depends on the places and their contents alone: place by place, first what walking it met, then its files by
 * (outlet, id) in byte order, records and members of an archive as they stand, at last what is wrong with joined
 * tables. One thread at a time. */
BsNext bs_corpus_next (BsCorpus *corpus, BsArena *arena, BsArticle *article, BsProblem *problem);

G_END_DECLS
