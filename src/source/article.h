/* article.h: the article that travels from a reader to the store, and the problem that travels beside it. */
#pragma once

#include "base/arena.h"

G_BEGIN_DECLS

/* Where an article's bytes stand. */
typedef struct {
  const char *path;     /* the file as the user named it or the walk found it, escaped: bs_name_unescape() opens it;
                         * "-" for standard input */
  const char *member;   /* inside an archive, escaped, else NULL */
  guint64     offset;   /* bytes from the start of the (decompressed) file or member */
  guint64     length;   /* bytes of the article or record there */
  guint64     line;     /* of a record or section, 1 for the first; a record's number in a crawl; 0 where lines mean
                         * nothing */
} BsOrigin;

/* What an article's bytes are written in. */
typedef enum {
  BS_MARKUP_UNKNOWN, /* nobody says: clean/ looks at the bytes */
  BS_MARKUP_NONE,    /* plain text, whatever it looks like */
  BS_MARKUP_HTML     /* a page, by its file's name, its field's name or its server's header */
} BsMarkup;

/* One further field of an article, kept for grouping. */
typedef struct {
  const char *name;
  const char *value;
} BsField;

/* One article as a reader found it. Every string lives in the arena that the reader was given, is NUL-ended, and is
 * NULL where the source says nothing. Strings other than the text are valid UTF-8 without control characters
 * (a newline in a title is a blank; in outlet and id it is \x0a, see source/name.h). */
typedef struct {
  const char *outlet;   /* never NULL */
  const char *id;       /* never NULL: the record's own, else the path inside the outlet, with '/' */
  const char *title;
  const char *date;     /* as found */
  const char *byline;
  const char *url;
  const char *language; /* ISO 639-1 ("en"), lower case, from the record or the manifest */
  BsField    *fields;   /* any further ones, sorted by name */
  guint       n_fields;
  BsSpan      text;     /* raw bytes as found, any encoding, followed by a NUL that is not counted */
  BsMarkup    markup;   /* of the text */
  const char *encoding; /* of the text, where the source declares one (a server's "charset="); believed unless the bytes
                         * are no such text */
  BsOrigin    origin;
} BsArticle;

/* What can be wrong with an input or an article. The order is the order of reports. */
typedef enum {
  BS_PROBLEM_UNREADABLE,  /* a file or directory cannot be opened or read */
  BS_PROBLEM_TRUNCATED,   /* a compressed file or archive ends too early or is damaged */
  BS_PROBLEM_BAD_RECORD,  /* a line or row that is not a record of its format */
  BS_PROBLEM_NO_TEXT,     /* a record without its text field, an empty file, nothing but furniture */
  BS_PROBLEM_NOT_TEXT,    /* binary data */
  BS_PROBLEM_TOO_LARGE,   /* over a named ceiling */
  BS_PROBLEM_TOO_DEEP,    /* a page nested beyond a named ceiling */
  BS_PROBLEM_SAME_KEY,    /* a second article of the same outlet and id */
  BS_PROBLEM_LEFT_OUT,    /* a file beside the outlet folders, an unknown format, a link that leads out of the corpus */
  BS_PROBLEM_METADATA,    /* a row of a joined table that fits no file, or fits badly */
  BS_PROBLEM_ENCODING,    /* bytes that were no valid text were replaced; the article is kept */
  BS_PROBLEM_SET_ASIDE,   /* a part of an article goes over a named ceiling and is not counted, or all that it says now;
                           * the article is kept */
  BS_N_PROBLEMS
} BsProblemKind;

/* One problem. Strings as in an article; outlet and id are NULL where they are not known. */
typedef struct {
  BsProblemKind kind;
  const char   *outlet;
  const char   *id;
  BsOrigin      origin;
  const char   *message; /* a sentence without the place: what is wrong and what was done */
} BsProblem;

/* "unreadable", "truncated", "bad-record", …: names that reports, stores and tests use. */
const char *bs_problem_kind_name (BsProblemKind kind);

/* Whether the article or input was left out because of it (all but METADATA, ENCODING and SET_ASIDE). */
gboolean    bs_problem_kind_loses (BsProblemKind kind);

G_END_DECLS
