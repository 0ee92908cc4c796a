/* random.h: seeded random numbers, the same on every machine and for any number of threads.
 *
 * xoshiro256++ of Blackman and Vigna (ACM Trans. Math. Softw. 47, 2021), its state filled by splitmix64. Whoever draws
 * in parts opens one stream a part, named by what is drawn ("mean/Gazette/flesch_en"), so that the order of the parts
 * and the threads that work on them mean nothing.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 state[4];
} BsRandom;

/* A stream of its own for every pair of seed and name; the name's bytes decide (XXH3). */
void    bs_random_init  (BsRandom *random, guint64 seed, const char *name);

/* 64 random bits. */
guint64 bs_random_next  (BsRandom *random);

/* A whole number from 0 to n - 1, each as likely, without bias (Lemire, ACM TOMACS 29, 2019). n is 1 or more. */
guint32 bs_random_below (BsRandom *random, guint32 n);

/* From 0 up to but not including 1, in steps of 2^-53. */
double  bs_random_unit  (BsRandom *random);

/* One resample: draws n of n places with replacement and says in `counts` how often each came. Two draws from every 64
 * bits, the lower half first; where Lemire's method throws one of them away, both go. An odd last one is drawn by
 * bs_random_below(). No count comes near 65,535: the chance of even 300 is under 1e-600. */
void    bs_random_resample (BsRandom *random, guint32 n, guint16 *counts);

G_END_DECLS
