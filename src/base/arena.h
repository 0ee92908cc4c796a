/* arena.h: memory handed out in small pieces and given back all at once. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

typedef struct _BsArena BsArena;

BsArena *bs_arena_new  (void);
void     bs_arena_free (BsArena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsArena, bs_arena_free)

/* Forgets everything that was handed out; keeps one chunk, so that a batch costs no allocation. */
void     bs_arena_reset (BsArena *arena);

/* `size` bytes aligned to eight, valid until the next reset or free; never NULL. */
gpointer bs_arena_alloc (BsArena *arena, gsize size);

/* A NUL-ended copy of the bytes. */
char    *bs_arena_copy (BsArena *arena, BsSpan span);

/* A copy of a string; NULL for NULL. */
char    *bs_arena_strdup (BsArena *arena, const char *string);

/* Bytes taken from the system at present. */
gsize    bs_arena_size (const BsArena *arena);

G_END_DECLS
