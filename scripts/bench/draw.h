/* draw.h: chance for the generator of benchmark texts; small and fast, the same on every machine (splitmix64). */
#pragma once

#include <glib.h>
#include <math.h>

typedef struct {
  guint64 state;
} Draw;

static inline guint64
draw_bits (Draw *draw)
{
  guint64 z = (draw->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* In (0, 1). */
static inline double
draw_unit (Draw *draw)
{
  return (double) ((draw_bits (draw) >> 11) | 1) * 0x1p-53;
}

/* In 0 … n - 1. */
static inline guint
draw_below (Draw *draw, guint n)
{
  return (guint) (((draw_bits (draw) >> 32) * n) >> 32);
}

static inline gboolean
draw_chance (Draw *draw, double probability)
{
  return draw_unit (draw) < probability;
}

/* From a normal distribution (Box and Muller). */
static inline double
draw_normal (Draw *draw)
{
  double radius = sqrt (-2 * log (draw_unit (draw)));

  return radius * cos (2 * G_PI * draw_unit (draw));
}
