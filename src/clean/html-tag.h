/* html-tag.h: one tag of a page, read as the HTML standard's tokenizer reads it; and what is done with each tag. */
#pragma once

#include <gumbo.h>
#include "base/span.h"

G_BEGIN_DECLS

/* The attributes that are read. */
typedef enum {
  BS_HTML_CLASS,
  BS_HTML_ID,
  BS_HTML_ITEMPROP,
  BS_HTML_REL,
  BS_HTML_ROLE,
  BS_HTML_NAME,
  BS_HTML_PROPERTY,
  BS_HTML_CONTENT,
  BS_HTML_HREF,
  BS_HTML_DATETIME,
  BS_HTML_LANG,
  BS_HTML_TYPE,
  BS_HTML_STYLE,
  BS_HTML_HIDDEN,
  BS_HTML_ARIA_HIDDEN,
  BS_HTML_N_ATTRIBUTES
} BsHtmlAttribute;

const char *bs_html_attribute_name (BsHtmlAttribute attribute);

typedef struct {
  GumboTag tag;  /* GUMBO_TAG_UNKNOWN for what no standard knows */
  gboolean end;  /* an end tag */
  BsSpan   name; /* as written */
  BsSpan   value[BS_HTML_N_ATTRIBUTES]; /* as written, entities and all; `start` is NULL where there is none, not
                                         * where it is empty */
} BsHtmlTag;

/* Reads the tag at `at`, a "<" or "</" before a letter. Where it ends, or NULL where the bytes end first. */
const char *bs_html_tag_read (BsHtmlTag *tag, const char *at, const char *end);

/* Whether its attributes hide it: hidden, style="display:none". */
gboolean    bs_html_tag_hidden (const BsHtmlTag *tag);

/* Whether aria-hidden="true" hides it from readers of the screen. */
gboolean    bs_html_tag_unread (const BsHtmlTag *tag);

/* Whether a value contains a word in small ASCII letters, whatever its own case. */
gboolean    bs_html_value_has (BsSpan value, const char *word);

/* What becomes of a tag. */
typedef enum {
  BS_HTML_KEEP,
  BS_HTML_OMIT,     /* the tag is left out, what it holds is not */
  BS_HTML_OMIT_ALL, /* both are */
  BS_HTML_LINK,     /* renamed "x-a"; without an address, left out */
  BS_HTML_BOLD,     /* "x-b" */
  BS_HTML_FORM,     /* "x-f" */
  BS_HTML_BUTTON,   /* "x-n" */
  BS_HTML_PICTURE,  /* "x-i", with nothing in it */
  BS_HTML_OTHER,    /* "x-u" */
} BsHtmlPolicy;

BsHtmlPolicy bs_html_policy (GumboTag tag);

/* GumboTag of an element that was parsed; A, B, FORM, BUTTON, IMG where it was renamed. */
guint        bs_html_tag_of (const GumboNode *node);

G_END_DECLS
