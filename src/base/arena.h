/* arena.h: memory handed out in small pieces and given back all at once. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* To be looked into by bs_arena_alloc() alone. */
typedef struct {
  char    *at, *end; /* free bytes of the chunk in use */
  gpointer chunks;   /* the one in use, then those before it */
  gpointer spare;    /* chunks that a reset left */
} BsArena;

BsArena *bs_arena_new  (void);
void     bs_arena_free (BsArena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsArena, bs_arena_free)

/* What an arena keeps of its chunks when it is reset: what a batch needs, but not what one giant article needed. */
#define BS_ARENA_KEEPS (1024 * 1024)

/* Forgets everything that was handed out; keeps what it holds up to BS_ARENA_KEEPS bytes, so that a batch costs no
 * allocation. */
void     bs_arena_reset (BsArena *arena);

/* For bs_arena_alloc(): `size` bytes, a multiple of eight, from a further chunk. */
gpointer bs_arena_grow (BsArena *arena, gsize size);

/* `size` bytes aligned to eight, valid until the next reset or free; never NULL. */
static inline gpointer
bs_arena_alloc (BsArena *arena, gsize size)
{
  gsize rounded = (size + 7) & ~(gsize) 7;
  char *at = arena->at;

  if (G_UNLIKELY ((gsize) (arena->end - at) < rounded))
    return bs_arena_grow (arena, rounded);
  arena->at = at + rounded;
  return at;
}

/* A NUL-ended copy of the bytes. */
char    *bs_arena_copy (BsArena *arena, BsSpan span);

/* A copy of a string; NULL for NULL. */
char    *bs_arena_strdup (BsArena *arena, const char *string);

/* Bytes taken from the system at present. */
gsize    bs_arena_size (const BsArena *arena);

G_END_DECLS
