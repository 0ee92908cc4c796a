/* draw.h: smaller samples of an outlet made of whole articles, and how sure a figure is whose mean they give. */
#pragma once

#include "base/random.h"
#include "compare/sample.h"
#include "count/tally.h"

G_BEGIN_DECLS

/* An outlet's articles by their words. Borrowed. */
typedef struct {
  const BsTerm *terms;      /* of all articles, one after the other; `type` is below n_types */
  const gsize  *first;      /* of an article's terms; n_articles + 1 of them */
  guint         n_articles;
  guint         n_types;
} BsArticleBag;

/* The articles in a random order, cut into samples of so many words one after the other: no word is in two of them. */
typedef struct _BsDraw BsDraw;

BsDraw *bs_draw_new     (const BsArticleBag *bag);
void    bs_draw_free    (BsDraw *draw);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsDraw, bs_draw_free)

/* Puts the articles in a new order and begins at the first. Without it the order is that of the bag. */
void    bs_draw_shuffle (BsDraw *draw, BsRandom *random);

/* The next `size` words' frequency spectrum, by ascending frequency; less where no more words are left. Of the article
 * that is cut, so many words as are wanting are drawn at random; the others begin the next sample. */
void    bs_draw_next    (BsDraw *draw, guint64 size, BsRandom *random, GArray *spectrum /* of BsSpectrumEntry */);

/* The mean of a figure over `shuffles` times `parts` samples, by shuffle, with a 95 % interval of what other articles
 * of the outlet's kind would give. Samples of one shuffle have no article in common, so their variance V is that of
 * fresh samples, and the mean of the parts of one shuffle has a standard error of √(V / parts). The mean of all
 * shuffles is as sure as that or surer, by how much its shuffles' means vary among themselves; that is not taken off,
 * since it cannot be known well, so the interval holds the truth in 95 % of cases or more: more where samples are large
 * against the outlet and articles overlap. tests/test-draw.c says how often. Unlike a bootstrap it never counts an
 * article twice, which would make every vocabulary look poorer.
 *
 * Shuffles with a NAN value are left out. No interval with one part, of fewer than ten shuffles, or of fewer than
 * BS_DRAW_ARTICLES_LEAST articles. */
#define BS_DRAW_ARTICLES_LEAST 10
BsEstimate bs_draw_estimate (const double *values, guint shuffles, guint parts, guint n_articles);

G_END_DECLS
