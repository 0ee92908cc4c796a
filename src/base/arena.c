#include "base/arena.h"

#define CHUNK_SIZE (64 * 1024)

typedef struct _Chunk Chunk;

struct _Chunk {
  Chunk *next;
  gsize  size; /* of the bytes that follow */
  gsize  used;
  guint64 bytes[];
};

struct _BsArena {
  Chunk *chunks; /* newest first */
};

static Chunk *
chunk_new (gsize size, Chunk *next)
{
  Chunk *chunk = g_malloc (sizeof (Chunk) + size);

  *chunk = (Chunk){ .next = next, .size = size };
  return chunk;
}

static void
chunks_free (Chunk *chunk)
{
  while (chunk != NULL)
    {
      Chunk *next = chunk->next;
      g_free (chunk);
      chunk = next;
    }
}

BsArena *
bs_arena_new (void)
{
  return g_new0 (BsArena, 1);
}

void
bs_arena_free (BsArena *arena)
{
  if (arena == NULL)
    return;
  chunks_free (arena->chunks);
  g_free (arena);
}

void
bs_arena_reset (BsArena *arena)
{
  Chunk *first = arena->chunks;

  if (first == NULL)
    return;
  if (first->size > 16 * CHUNK_SIZE) /* one giant article must not be kept for ever */
    {
      chunks_free (first);
      arena->chunks = NULL;
      return;
    }
  chunks_free (first->next);
  first->next = NULL;
  first->used = 0;
}

gpointer
bs_arena_alloc (BsArena *arena, gsize size)
{
  gsize rounded = (size + 7) & ~(gsize) 7;
  Chunk *chunk = arena->chunks;

  if (chunk == NULL || chunk->size - chunk->used < rounded)
    chunk = arena->chunks = chunk_new (MAX (rounded, (gsize) CHUNK_SIZE), chunk);
  chunk->used += rounded;
  return (char *) chunk->bytes + chunk->used - rounded;
}

char *
bs_arena_copy (BsArena *arena, BsSpan span)
{
  char *copy = bs_arena_alloc (arena, span.length + 1);

  if (span.length > 0)
    memcpy (copy, span.start, span.length);
  copy[span.length] = '\0';
  return copy;
}

char *
bs_arena_strdup (BsArena *arena, const char *string)
{
  return string != NULL ? bs_arena_copy (arena, bs_span_of (string)) : NULL;
}

gsize
bs_arena_size (const BsArena *arena)
{
  gsize size = 0;

  for (const Chunk *chunk = arena->chunks; chunk != NULL; chunk = chunk->next)
    size += sizeof (Chunk) + chunk->size;
  return size;
}
