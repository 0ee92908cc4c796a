#include "report/chart/fry-graph.h"

#include <math.h>

#define EDGE 1e-9

static const double marks[] = { 2.0, 2.5, 3.0, 3.3, 3.5, 3.6, 3.7, 3.8, 4.0,  4.2,  4.3,  4.5,  4.8,  5.0,  5.2,
                                5.6, 5.9, 6.3, 6.7, 7.1, 7.7, 8.3, 9.1, 10.0, 11.1, 12.5, 14.3, 16.7, 20.0, 25.0 };

/* Two points of each line, in syllables and sentences per 100 words: at the left or lower edge, and above. */
static const struct {
  double low[2], high[2];
} lines[BS_FRY_GRADES - 1] = {
  { { 108.0, 9.9 }, { 132.0, 23.0 } },  { { 108.0, 7.7 }, { 140.0, 23.0 } },  { { 108.0, 6.4 }, { 142.0, 18.0 } },
  { { 108.0, 5.65 }, { 144.5, 14.3 } }, { { 108.0, 5.1 }, { 146.0, 12.5 } },  { { 108.0, 3.85 }, { 149.0, 11.1 } },
  { { 111.0, 2.0 }, { 153.0, 9.1 } },   { { 123.0, 2.0 }, { 157.0, 8.6 } },   { { 135.0, 2.0 }, { 159.5, 8.2 } },
  { { 143.0, 2.0 }, { 164.0, 7.6 } },   { { 148.0, 2.0 }, { 168.0, 7.2 } },   { { 155.0, 2.0 }, { 170.0, 7.1 } },
  { { 161.5, 2.0 }, { 172.0, 7.0 } },   { { 168.0, 2.0 }, { 174.0, 6.8 } },   { { 173.5, 2.0 }, { 176.0, 6.8 } },
  { { 179.0, 2.0 }, { 180.5, 6.8 } },
};

/* By places: 29 is at 25 sentences, the upper edge. */
static const BsFryPoint long_words[] = {
  { 142, 29 },  { 145, 27.4 }, { 149, 26 }, { 151.5, 25 },  { 154.5, 24 }, { 158, 23 },
  { 162, 22 },  { 167, 21 },   { 173.5, 20 }, { 182, 19.5 }, { 182, 29 },
};
static const BsFryPoint long_sentences[] = { { 108, 9 }, { 126, 0 }, { 108, 0 } };

const double *
bs_fry_marks (guint *n)
{
  *n = G_N_ELEMENTS (marks);
  return marks;
}

double
bs_fry_place (double sentences)
{
  if (!(sentences >= BS_FRY_SENTENCES_LEAST && sentences <= BS_FRY_SENTENCES_MOST))
    return (double) NAN;
  for (guint i = 1; i < G_N_ELEMENTS (marks); i++)
    if (sentences <= marks[i])
      return i - 1 + (sentences - marks[i - 1]) / (marks[i] - marks[i - 1]);
  return (double) NAN;
}

double
bs_fry_sentences (double place)
{
  guint below = (guint) fmax (place, 0);

  if (!(place >= 0 && place <= G_N_ELEMENTS (marks) - 1))
    return (double) NAN;
  return place == below ? marks[below] : marks[below] + (place - below) * (marks[below + 1] - marks[below]);
}

/* Syllables that the line beyond a grade goes by for each mark upwards. */
static double
lean (guint grade)
{
  return (lines[grade - 1].high[0] - lines[grade - 1].low[0])
         / (bs_fry_place (lines[grade - 1].high[1]) - bs_fry_place (lines[grade - 1].low[1]));
}

static double
line_at (guint grade, double place)
{
  return lines[grade - 1].low[0] + lean (grade) * (place - bs_fry_place (lines[grade - 1].low[1]));
}

void
bs_fry_line (guint grade, BsFryPoint ends[2])
{
  double top = G_N_ELEMENTS (marks) - 1;

  g_return_if_fail (grade >= 1 && grade < BS_FRY_GRADES);
  ends[0] = (BsFryPoint){ lines[grade - 1].low[0], bs_fry_place (lines[grade - 1].low[1]) };
  ends[1] = (BsFryPoint){ line_at (grade, top), top };
  if (ends[1].syllables > BS_FRY_SYLLABLES_MOST)
    ends[1] = (BsFryPoint){ BS_FRY_SYLLABLES_MOST,
                            ends[0].place + (BS_FRY_SYLLABLES_MOST - ends[0].syllables) / lean (grade) };
}

const BsFryPoint *
bs_fry_long_words (guint *n)
{
  *n = G_N_ELEMENTS (long_words);
  return long_words;
}

const BsFryPoint *
bs_fry_long_sentences (guint *n)
{
  *n = G_N_ELEMENTS (long_sentences);
  return long_sentences;
}

/* Whether a ray to the right of the point crosses the outline an odd number of times. An area's side along the edge of
 * the graph is its own. */
static gboolean
lies_in (const BsFryPoint *corners, guint n, BsFryPoint point)
{
  gboolean inside = FALSE;

  point.syllables = fmin (point.syllables, BS_FRY_SYLLABLES_MOST - EDGE);
  point.place = CLAMP (point.place, EDGE, G_N_ELEMENTS (marks) - 1 - EDGE);
  for (guint i = 0, j = n - 1; i < n; j = i++)
    if ((corners[i].place > point.place) != (corners[j].place > point.place)
        && point.syllables < corners[i].syllables
                                 + (corners[j].syllables - corners[i].syllables) * (point.place - corners[i].place)
                                       / (corners[j].place - corners[i].place))
      inside = !inside;
  return inside;
}

guint
bs_fry_grade (double syllables, double sentences)
{
  BsFryPoint point = { syllables, bs_fry_place (sentences) };
  guint grade = 1;

  if (isnan (point.place) || !(syllables >= BS_FRY_SYLLABLES_LEAST && syllables <= BS_FRY_SYLLABLES_MOST)
      || lies_in (long_words, G_N_ELEMENTS (long_words), point)
      || lies_in (long_sentences, G_N_ELEMENTS (long_sentences), point))
    return 0;
  while (grade < BS_FRY_GRADES && syllables > line_at (grade, point.place))
    grade++;
  return grade;
}
