/* heaps.h: how an outlet's vocabulary grows with its running words, from its frequency spectrum alone: exact, nothing
 * is drawn. */
#pragma once

#include "count/counts.h"

G_BEGIN_DECLS

/* What a sample of n words holds that is drawn from the outlet's N without putting back, each word as likely: Hurlbert
 * 1971 (Ecology 52), in linguistics binomial interpolation (Baayen 2001, Word Frequency Distributions, 2.6). Words of
 * one article come together in print and here they do not, so real articles of n words hold fewer types. */
typedef struct {
  double n;
  double types;    /* expected */
  double types_sd; /* Heck, van Belle and Simberloff 1975 (Ecology 56); 0 at n = N */
  double hapaxes;  /* expected */
} BsGrowth;

/* `spectrum` is by ascending frequency. NAN in all but n where n is above N or below 1. */
BsGrowth bs_growth (const BsSpectrumEntry *spectrum, guint n_entries, double n);

/* Heaps 1978 (Information Retrieval, 7.5; before him Herdan 1960): types = K · words^β, by least squares of logarithms.
 * What β is depends on the range of words: compare outlets over the same. */
typedef struct {
  double k, beta;
  double r2; /* of the logarithms */
} BsHeaps;

/* NAN below three points or without any spread. R: lm(log(types) ~ log(n)). */
BsHeaps bs_heaps (const BsGrowth *points, guint n);

/* `count` sizes from `first` to `last`, each as many times the one before, rounded to whole words, ascending; equal
 * ones are left out. Returns how many there are. */
guint   bs_growth_sizes (double first, double last, guint count, double *sizes);

G_END_DECLS
