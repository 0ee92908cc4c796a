#include "base/arena.h"

#define CHUNK_SIZE ((gsize) 64 * 1024)

typedef struct _Chunk Chunk;

struct _Chunk {
  Chunk  *next;
  gsize   size; /* of the bytes that follow */
  guint64 bytes[];
};

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
  chunks_free (arena->spare);
  g_free (arena);
}

static gsize
size_of_chunks (const Chunk *chunk)
{
  gsize size = 0;

  for (; chunk != NULL; chunk = chunk->next)
    size += sizeof (Chunk) + chunk->size;
  return size;
}

void
bs_arena_reset (BsArena *arena)
{
  Chunk *chunk = arena->chunks;
  gsize kept = size_of_chunks (arena->spare);

  while (chunk != NULL)
    {
      Chunk *next = chunk->next;

      kept += sizeof (Chunk) + chunk->size;
      if (kept <= BS_ARENA_KEEPS)
        {
          chunk->next = arena->spare;
          arena->spare = chunk;
        }
      else
        {
          kept -= sizeof (Chunk) + chunk->size;
          g_free (chunk);
        }
      chunk = next;
    }
  arena->chunks = NULL;
  arena->at = arena->end = NULL;
}

/* The first spare chunk of that size, or a new one. */
static Chunk *
chunk_take (BsArena *arena, gsize size)
{
  Chunk *chunk = NULL;

  for (gpointer *link = &arena->spare; *link != NULL; link = (gpointer *) &((Chunk *) *link)->next)
    if (((Chunk *) *link)->size >= size)
      {
        chunk = *link;
        *link = chunk->next;
        return chunk;
      }
  chunk = g_malloc (sizeof (Chunk) + MAX (size, CHUNK_SIZE));
  chunk->size = MAX (size, CHUNK_SIZE);
  return chunk;
}

gpointer
bs_arena_grow (BsArena *arena, gsize size)
{
  Chunk *chunk = chunk_take (arena, size);

  chunk->next = arena->chunks;
  arena->chunks = chunk;
  arena->at = (char *) chunk->bytes + size;
  arena->end = (char *) chunk->bytes + chunk->size;
  return chunk->bytes;
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
  return size_of_chunks (arena->chunks) + size_of_chunks (arena->spare);
}
