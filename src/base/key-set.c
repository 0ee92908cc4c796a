#include "base/key-set.h"

#include <string.h>

#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#define SMALLEST 1024
#define MARKS 7u /* the bits of `marked` that hold them */

/* A place in the table, a hash and its marks; none: it is free. Twelve bytes. */
typedef struct {
  guint32 home, further;
  guint32 marked;
} Place;

struct _BsKeySet {
  Place *places;
  gsize n_places;
  gsize n_keys;
};

BsKeySet *
bs_key_set_new (void)
{
  return g_new0 (BsKeySet, 1);
}

void
bs_key_set_free (BsKeySet *set)
{
  if (set == NULL)
    return;
  g_free (set->places);
  g_free (set);
}

gsize
bs_key_set_count (const BsKeySet *set)
{
  return set->n_keys;
}

gsize
bs_key_set_size (const BsKeySet *set)
{
  return sizeof *set + set->n_places * sizeof (Place);
}

/* The hash of both strings with a byte between them that is in neither; without marks. */
static Place
hash_of (const char *first, const char *second)
{
  gsize first_length = strlen (first), second_length = strlen (second), length = first_length + 1 + second_length;
  char room[512];
  g_autofree char *heap = length > sizeof room ? g_malloc (length) : NULL;
  char *key = heap != NULL ? heap : room;
  XXH128_hash_t sum;

  memcpy (key, first, first_length);
  key[first_length] = '\037';
  memcpy (key + first_length + 1, second, second_length);
  sum = XXH3_128bits_withSeed (key, length, bs_hash_seed ());
  return (Place){ (guint32) sum.low64, (guint32) (sum.low64 >> 32), (guint32) sum.high64 & ~MARKS };
}

/* Any number of places will do, so that they need not double. */
static gsize
home_of (const BsKeySet *set, const Place *hash)
{
  return (gsize) ((__uint128_t) (hash->home | (guint64) hash->further << 32) * set->n_places >> 64);
}

/* Where the hash stands, or the free place where it would. */
static Place *
find (const BsKeySet *set, const Place *hash)
{
  gsize at = home_of (set, hash);
  Place *place;

  while (place = &set->places[at], place->marked != 0)
    {
      if (place->home == hash->home && place->further == hash->further && (place->marked & ~MARKS) == hash->marked)
        break;
      at = at + 1 < set->n_places ? at + 1 : 0;
    }
  return place;
}

static void
grow (BsKeySet *set)
{
  BsKeySet larger = { .n_places = MAX (SMALLEST, set->n_places / 2 * 3), .n_keys = set->n_keys };

  larger.places = g_new0 (Place, larger.n_places);
  for (gsize i = 0; i < set->n_places; i++)
    {
      Place unmarked = set->places[i];

      unmarked.marked &= ~MARKS;
      if (set->places[i].marked != 0)
        *find (&larger, &unmarked) = set->places[i];
    }
  g_free (set->places);
  *set = larger;
}

guint
bs_key_set_mark (BsKeySet *set, const char *first, const char *second, guint marks)
{
  Place hash = hash_of (first, second), *place;
  guint before;

  g_return_val_if_fail (marks > 0 && marks <= MARKS, 0);
  if (set->n_keys >= set->n_places / 4 * 3)
    grow (set);
  place = find (set, &hash);
  before = place->marked & MARKS;
  set->n_keys += before == 0;
  hash.marked |= before | marks;
  *place = hash;
  return before;
}

guint
bs_key_set_marks (const BsKeySet *set, const char *first, const char *second)
{
  Place hash = hash_of (first, second);

  return set->n_places > 0 ? find (set, &hash)->marked & MARKS : 0;
}
