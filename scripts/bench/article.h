/* article.h: made-up articles: a headline, often a byline, paragraphs of sentences re-dealt, some furniture. */
#pragma once

#include "draw.h"
#include "frames.h"
#include "words.h"

typedef struct {
  Frames *frames;
  Words *words;
  Draw draw;
  gboolean curly;     /* of this article: typographic quotation marks and dashes */
  GString *text;      /* of this article */
} Maker;

/* The text of the next article, overwritten by the one after it; it ends with a line feed. */
GString *maker_next (Maker *maker);
