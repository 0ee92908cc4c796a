/* fry-graph.h: the drawing of Fry's readability graph, as numbers.
 *
 * Fry, E. 1977, Fry's readability graph: clarifications, validity, and extension to level 17, Journal of Reading 21(3),
 * 242–252. Across: syllables per 100 words, 108 to 182. Up: sentences per 100 words, 2 to 25, on a scale of its own
 * whose marks stand at equal distances. Straight lines part the grades. They were published as a drawing only, without
 * a formula or a table: two points of each are read off it here and the line is drawn through them from edge to edge.
 * Independent readings of the drawing, by others too, agree to within two syllables, so that a text near a line may
 * have the grade on its other side.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_FRY_SYLLABLES_LEAST 108
#define BS_FRY_SYLLABLES_MOST 182
#define BS_FRY_SENTENCES_LEAST 2
#define BS_FRY_SENTENCES_MOST 25
#define BS_FRY_GRADES 17 /* 13 to 16 are college, 17 is beyond */

typedef struct {
  double syllables, place;
} BsFryPoint;

/* The marks of the upward scale in sentences per 100 words, rising; `n` is how many. */
const double *bs_fry_marks (guint *n);

/* Where sentences per 100 words stand on it: 0 at 2 sentences, one more a mark; NAN off the graph. */
double bs_fry_place (double sentences);

/* The other way round; NAN off the graph. */
double bs_fry_sentences (double place);

/* The ends of the line between `grade` (1 to 16) and the next, the lower one first. */
void bs_fry_line (guint grade, BsFryPoint ends[2]);

/* The corners of the two areas in which a grade is not valid: words too long (the upper right), sentences too long (the
 * lower left). */
const BsFryPoint *bs_fry_long_words     (guint *n);
const BsFryPoint *bs_fry_long_sentences (guint *n);

/* The grade of a text, 1 to 17; 0 off the graph or where grades are not valid. */
guint bs_fry_grade (double syllables, double sentences);

G_END_DECLS
