/* record.h: which field of a record plays which part, and a record made into an article. Shared by JSONL, CSV, TSV and
 * joined tables. */
#pragma once

#include "base/ceiling.h"
#include "source/article.h"

G_BEGIN_DECLS

/* The parts that fields play. Where a user names no field, the first of these names that is present is taken, in any
 * ASCII case:
 *   text      text, body, content, article, maintext; html, raw_html, content_html, page_html, body_html, article_html
 *             (of these six the value is a page, for the others nobody says what it is)
 *   outlet    outlet, source, publication, publisher, site, domain
 *   title     title, headline
 *   date      date, published, publish_date, date_publish, pub_date, published_at, date_published
 *   byline    byline, author, authors
 *   id        id, doc_id, article_id, uuid
 *   url       url, link
 *   language  language, lang */
typedef enum {
  BS_PART_TEXT,
  BS_PART_OUTLET,
  BS_PART_TITLE,
  BS_PART_DATE,
  BS_PART_BYLINE,
  BS_PART_ID,
  BS_PART_URL,
  BS_PART_LANGUAGE,
  BS_N_PARTS
} BsPart;

/* The user's own names; one that is given is looked for alone and exactly; NULL: the names above. */
typedef struct {
  const char *names[BS_N_PARTS];
  guint      *met; /* bit PART is set once a record had the field that the user named for it; may be NULL */
} BsFieldNames;

/* The same names, but where the user names no outlet field only one called exactly "outlet" is it: for records whose
 * folder is their outlet already, and for joined tables, where a "source" or a "site" may be anything. */
BsFieldNames bs_field_names_strict (const BsFieldNames *names);

/* The names of text fields, for messages. */
#define BS_TEXT_FIELDS "text, body, content, article, maintext, html"

/* What is written in a text field that bs_parts_find() chose: HTML where its name says so and the user did not
 * choose it, else UNKNOWN. */
BsMarkup bs_record_markup (const BsFieldNames *names, BsSpan field);

/* "text", "outlet", …: a part's name, in messages and manifests. */
const char *bs_part_name (BsPart part);

/* Sets parts[part] to the index of the field that plays it, or -1. Of a name that comes twice the last one counts. */
void bs_parts_find (const BsFieldNames *names, const BsSpan *fields, gsize n_fields, int parts[BS_N_PARTS]);

/* Whether the field at this index plays a part. */
gboolean bs_parts_hold (const int parts[BS_N_PARTS], gsize index);

/* One field of a record with its value decoded: bytes of any encoding; an empty value is an absent one. */
typedef struct {
  BsSpan name;
  BsSpan value;
} BsCell;

/* Fills an article's title, date, byline, url, language, further fields and, where the record has them, outlet and id,
 * all as copies in the arena; the text is the caller's. `skip` (NULL: none) is a further name to leave out. A further field
 * that is longer than its ceiling, or has such a name, is left off (nobody groups by a page's HTML), as are those that
 * are too many, in byte order of their names; of all others see source/bound.h. */
void bs_record_fill (BsArticle *article, const BsCell *cells, gsize n_cells, const int parts[BS_N_PARTS],
                     const char *skip, const BsCeilings *ceilings, BsArena *arena);

/* A copy of the bytes as valid UTF-8 (U+FFFD for what is none), control characters and line ends made blanks, without
 * blanks at both ends; NULL where nothing is left. */
const char *bs_record_string (BsSpan bytes, BsArena *arena);

/* The same of what an article or an outlet is called by: nothing but blanks and line ends at both ends is lost, as
 * bs_name_escape() writes it, so that two names that differ within stay different. */
const char *bs_record_name (BsSpan bytes, BsArena *arena);

/* ISO 639-1 code of what a record or manifest calls a language ("en", "en-US", "eng", "English"); NULL: not known. */
const char *bs_record_language (const char *language, BsArena *arena);

/* "title, body, year": the names of at most ten fields, for messages. */
const char *bs_record_names (const BsSpan *fields, gsize n_fields, BsArena *arena);

G_END_DECLS
