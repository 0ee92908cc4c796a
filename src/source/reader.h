/* reader.h: one open input that yields articles and problems; one file per format (reader-*.c). Readers are made once
 * and used again for every input, so a small file costs no allocation but the arena's. */
#pragma once

#include "source/byte-stream.h"
#include "source/corpus.h"
#include "source/name.h"
#include "source/record.h"

G_BEGIN_DECLS

/* How far an item's outlet is known, the least certain first. */
typedef enum {
  BS_OUTLET_GUESSED, /* from the file's name or the folder it lies in */
  BS_OUTLET_GIVEN,   /* by the user, for articles that name none: a record's field or an export's paper counts more */
  BS_OUTLET_FOLDER,  /* by an outlet's folder: only a record's field called outlet counts more */
  BS_OUTLET_FIXED    /* by a manifest: nothing counts more */
} BsOutletFrom;

/* What readers have to know about an input. Strings are borrowed, and stay while the input is read. */
typedef struct {
  const char         *path;      /* escaped, as it goes into origins */
  const char         *member;    /* escaped; NULL outside archives */
  const char         *outlet;    /* of articles that name none; never NULL */
  BsOutletFrom        outlet_from;
  const char         *id;        /* of the single article; records without an id get this, ':' and their number */
  const char         *separator; /* text of many articles: the line between them; NULL: one article */
  gboolean            separator_is_prefix; /* … or what such a line begins with; the rest is the next article's id */
  const BsFieldNames *names;
  const BsCeilings   *ceilings; /* NULL: the normal ones */
} BsItem;

/* How a file of a format that the user named, or AUTO, is to be read; archives, notes, tables and foreign files stay
 * what their names say. */
BsKind bs_kind_for (BsFormat format, const BsNameLook *look);

typedef struct _BsReader BsReader;

typedef struct {
  void   (*begin) (BsReader *self);
  BsNext (*next)  (BsReader *self, BsArena *arena, BsArticle *article, BsProblem *problem);
  void   (*clear) (BsReader *self); /* frees what it owns; may be NULL */
} BsReaderClass;

/* The head of every reader. */
struct _BsReader {
  const BsReaderClass *class;
  const BsItem        *item;
  BsByteStream        *stream;
};

BsReader *bs_reader_text_new     (void); /* a whole input is one article */
BsReader *bs_reader_html_new     (void); /* … and a page */
BsReader *bs_reader_sections_new (void); /* many articles parted by a separator line */
BsReader *bs_reader_jsonl_new    (void);
BsReader *bs_reader_csv_new      (void);
BsReader *bs_reader_tsv_new      (void);
BsReader *bs_reader_warc_new     (void);
BsReader *bs_reader_nexis_new    (void);
BsReader *bs_reader_factiva_new  (void);
void      bs_reader_free         (BsReader *reader);

/* Starts on a stream that is open already; both must stay until the next begin or free. */
void   bs_reader_begin (BsReader *reader, const BsItem *item, BsByteStream *stream);

/* As bs_corpus_next(), but for one input; neither the default language nor a joined table is applied. */
BsNext bs_reader_next  (BsReader *reader, BsArena *arena, BsArticle *article, BsProblem *problem);

/* One reader of each kind, made when first asked for. */
typedef struct _BsReaders BsReaders;

BsReaders *bs_readers_new  (void);
void       bs_readers_free (BsReaders *readers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsReaders, bs_readers_free)

/* Begins the reader for a kind that is read; for TEXT that of sections, where the item has a separator. */
BsReader *bs_readers_begin (BsReaders *readers, BsKind kind, const BsItem *item, BsByteStream *stream);

/* For readers. */

/* Where in the item something stands, with copies of its names. */
BsOrigin bs_item_origin (const BsItem *item, guint64 offset, guint64 length, guint64 line, BsArena *arena);

/* An empty article of the item. */
void     bs_item_article (const BsItem *item, BsOrigin origin, BsArena *arena, BsArticle *article);

/* "<item's id>:<number, eight digits>": byte order is the order in the file. */
const char *bs_item_numbered_id (const BsItem *item, guint64 number, BsArena *arena);

/* Bytes of the longest record that is taken in: escapes and further fields of a text need room. */
gsize    bs_item_longest_record (const BsItem *item);

/* Fills *problem and returns BS_NEXT_PROBLEM. `outlet` and `id` may be NULL and are not copied. */
BsNext   bs_item_problem (BsArena *arena, BsProblem *problem, BsProblemKind kind, const char *outlet, const char *id,
                          BsOrigin origin, const char *format, ...) G_GNUC_PRINTF (7, 8);

/* The problem of a stream that ended badly, or BS_NEXT_END where it ended well. `kept` says what became of the rest:
 * "the article was left out". */
BsNext   bs_item_stream_end (const BsItem *item, const BsByteStream *stream, const char *id, const char *kept,
                             BsArena *arena, BsProblem *problem);

/* Whether bytes, or a stream's window, start as UTF-16 does, which no record file, manifest or table of metadata may be. */
gboolean bs_is_utf16        (BsSpan bytes);
gboolean bs_stream_is_utf16 (const BsByteStream *stream);
#define BS_UTF16_ADVICE "the file is UTF-16: convert it to UTF-8 first"

/* Passes over a UTF-8 byte order mark at the window's start. */
void     bs_stream_skip_mark (BsByteStream *stream);

/* Whether there is nothing but ASCII white space. */
gboolean bs_is_blank (BsSpan text);

G_END_DECLS
