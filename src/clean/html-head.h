/* html-head.h: what a page says of itself for machines.
 *
 * Read, by trust: JSON-LD (schema.org's Article and its kin), OpenGraph, meta (article:*, Dublin Core, those of
 * Parse.ly, Sailthru and Google Scholar), itemprop, rel, <time>, <title>, <html lang>. Of <title>, and of a title that
 * ends in the site's name, the name is cut off.
 */
#pragma once

#include "clean/html-tree.h"

G_BEGIN_DECLS

#define BS_JSON_LD_BYTES_MAX (1 << 20) /* of a block; larger ones are not read */
#define BS_JSON_LD_DEPTH_MAX 64        /* levels of a block; deeper ones are not read */

/* A field of the head; the order is that of HEAD_FIELDS in html-head.c. */
typedef enum {
  BS_HEAD_TITLE,
  BS_HEAD_BYLINE,
  BS_HEAD_DATE,
  BS_HEAD_LANGUAGE,
  BS_HEAD_URL,
  BS_HEAD_PUBLISHER,
  BS_HEAD_RIGHTS,
  BS_HEAD_BODY, /* the article's text, by JSON-LD alone */
  BS_N_HEAD
} BsHeadField;

typedef struct {
  char *value[BS_N_HEAD]; /* NULL where none; owned */
  guint trust[BS_N_HEAD]; /* of its source; a greater one replaces it */
} BsHtmlHead;

/* Forgets what `head` held and reads the page's. */
void bs_html_head_read  (BsHtmlHead *head, const BsHtmlTree *tree, const BsHtmlSlim *slim);
void bs_html_head_clear (BsHtmlHead *head);

/* Where `trust` is greater than that of what is known: blanks folded, empty and absurdly long values left out. */
void bs_html_head_offer (BsHtmlHead *head, BsHeadField field, guint trust, const char *value);

/* A copy with white space folded, control characters and invisible ones left out. */
char *bs_html_fold      (const char *value);

/* Offers what a JSON-LD block says (html-json.c). */
void bs_html_json_read  (BsHtmlHead *head, BsSpan json);

G_END_DECLS
