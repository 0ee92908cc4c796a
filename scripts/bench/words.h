/* words.h: an open vocabulary whose number of types follows Heaps' law.
 *
 * The first types are the real words of the source by falling frequency; past them, pronounceable words are made up,
 * each from its own number, so that no two are the same. How often the type of rank r is drawn follows the coverage
 * measured on 640 MB of news and books (knots at 100, 1,024 … 65,536 types), past the last knot Zipf's law. */
#pragma once

#include "draw.h"

#define WORDS_HEAD 100    /* types that stay where they stand in a sentence */
#define WORDS_K 34.0      /* types = K × tokens ^ beta: 99,000 at 11 million tokens, 307,000 at 112 million */
#define WORDS_BETA 0.4915

typedef struct {
  GPtrArray *real;   /* char *, by falling frequency */
  guint64 tokens;    /* dealt so far, */
  guint types;       /* met so far: ranks below this */
  GPtrArray *made;   /* char *, by rank less the real ones */
} Words;

/* Takes real. */
Words *     words_new   (GPtrArray *real);

/* The word of a rank, from 0; folded. Stays with words. */
const char *words_get   (Words *words, guint rank);

/* The rank of the next word that is none of the head; every now and then one never met. */
guint       words_draw  (Words *words, Draw *draw);
