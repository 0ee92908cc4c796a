/* vector.h: sixteen bytes at a time, by the compilers' vector types; used by what looks at every byte. */
#pragma once

#include <string.h>
#include <glib.h>

G_BEGIN_DECLS

typedef guint8 BsVector __attribute__ ((vector_size (16)));

static inline BsVector
bs_vector_load (const void *at)
{
  BsVector vector;

  memcpy (&vector, at, sizeof vector);
  return vector;
}

/* Whether any byte is not 0. */
static inline gboolean
bs_vector_any (BsVector vector)
{
  guint64 halves[2];

  memcpy (halves, &vector, sizeof vector);
  return (halves[0] | halves[1]) != 0;
}

G_END_DECLS
