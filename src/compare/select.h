/* select.h: the k-th smallest of more numbers than one would list, such as all differences between two samples.
 *
 * The numbers stand in a matrix that is never made: who has it counts how many are at or below a value, in one walk
 * along the border. Values are tried, where the counts so far lead one to expect the rank, until few enough numbers are
 * left to be listed. Every third try halves the doubles in between, so that there are never more than about 200 walks,
 * whatever the values; five or six are usual.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 n; /* numbers */
  double  least, most;
  gsize   room; /* as many may be listed: about what one walk costs */
  gconstpointer data;
  /* How many are at or below `at`, which is under `most`; `under` gets the greatest of them, `over` the least of the
   * others. Untouched where there is none. */
  guint64 (*count_around) (gconstpointer data, double at, double *under, double *over);
  /* The same number, faster; NULL if there is no faster way. */
  guint64 (*count)        (gconstpointer data, double at);
  /* Writes those from `low` to `high`, both included, in any order; they are never more than `room`. */
  gsize   (*list)         (gconstpointer data, double low, double high, double *into);
} BsUnlisted;

#define BS_SELECT_TRIES 48

/* What is known so far. All zero but for `of` is nothing. */
typedef struct {
  const BsUnlisted *of;
  struct {
    double  under, over;
    guint64 count;
  } tries[BS_SELECT_TRIES];
  guint n_tries;
} BsSelection;

/* Counts at a value near which ranks will be asked for. */
void   bs_select_try    (BsSelection *selection, double at);

/* The number of that rank, from 1 to n. */
double bs_select        (BsSelection *selection, guint64 rank);

/* The middle one, or the mean of the middle two. */
double bs_select_median (BsSelection *selection);

G_END_DECLS
