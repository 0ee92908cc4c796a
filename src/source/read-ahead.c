#include "source/read-ahead.h"

#define PIECES 4

typedef struct
{
  char *bytes; /* BS_BYTE_BUFFER of them */
  gsize length; /* 0: the source gave no more */
} Piece;

/* Pieces go round: the thread fills that of number `filled`, the reader empties that of number `emptied`. */
struct _BsReadAhead
{
  BsByteSource *source;
  GThread *thread;
  GMutex lock; /* of the next three */
  GCond changed;
  guint filled, emptied;
  gboolean stop;
  gboolean ended; /* the reader met the end */
  gsize at;       /* bytes of the piece at hand that the reader has had */
  Piece pieces[PIECES];
};

static gboolean
wait_for_room (BsReadAhead *ahead)
{
  gboolean stop;

  g_mutex_lock (&ahead->lock);
  while (!ahead->stop && ahead->filled - ahead->emptied == PIECES)
    g_cond_wait (&ahead->changed, &ahead->lock);
  stop = ahead->stop;
  g_mutex_unlock (&ahead->lock);
  return !stop;
}

static void
count_up (BsReadAhead *ahead, guint *counter)
{
  g_mutex_lock (&ahead->lock);
  ++*counter;
  g_cond_signal (&ahead->changed);
  g_mutex_unlock (&ahead->lock);
}

static void
fill (BsByteSource *source, Piece *piece)
{
  gsize got;

  piece->length = 0;
  do
    {
      got = bs_byte_source_read (source, piece->bytes + piece->length, BS_BYTE_BUFFER - piece->length);
      piece->length += got;
    }
  while (got > 0 && piece->length < BS_BYTE_BUFFER / 2); /* expanders give what they have, which may be little */
}

static gpointer
ahead_main (gpointer data)
{
  BsReadAhead *ahead = data;
  gsize length = 1;

  while (length > 0 && wait_for_room (ahead))
    {
      Piece *piece = &ahead->pieces[ahead->filled % PIECES];

      fill (ahead->source, piece);
      length = piece->length;
      count_up (ahead, &ahead->filled);
    }
  return NULL;
}

BsReadAhead *
bs_read_ahead_new (BsByteSource *source)
{
  BsReadAhead *ahead = g_new0 (BsReadAhead, 1);

  ahead->source = source;
  g_mutex_init (&ahead->lock);
  g_cond_init (&ahead->changed);
  for (guint i = 0; i < PIECES; i++)
    ahead->pieces[i].bytes = g_malloc (BS_BYTE_BUFFER);
  ahead->thread = g_thread_try_new ("read-ahead", ahead_main, ahead, NULL);
  if (ahead->thread == NULL)
    g_clear_pointer (&ahead, bs_read_ahead_free);
  return ahead;
}

void
bs_read_ahead_free (BsReadAhead *ahead)
{
  if (ahead == NULL)
    return;
  g_mutex_lock (&ahead->lock);
  ahead->stop = TRUE;
  g_cond_signal (&ahead->changed);
  g_mutex_unlock (&ahead->lock);
  if (ahead->thread != NULL)
    g_thread_join (ahead->thread);
  for (guint i = 0; i < PIECES; i++)
    g_free (ahead->pieces[i].bytes);
  g_cond_clear (&ahead->changed);
  g_mutex_clear (&ahead->lock);
  g_free (ahead);
}

static const Piece *
wait_for_piece (BsReadAhead *ahead)
{
  g_mutex_lock (&ahead->lock);
  while (ahead->filled == ahead->emptied)
    g_cond_wait (&ahead->changed, &ahead->lock);
  g_mutex_unlock (&ahead->lock);
  return &ahead->pieces[ahead->emptied % PIECES];
}

gsize
bs_read_ahead_read (BsReadAhead *ahead, char *to, gsize size)
{
  const Piece *piece;
  gsize length;

  if (ahead->ended)
    return 0;
  piece = wait_for_piece (ahead);
  length = MIN (size, piece->length - ahead->at);
  memcpy (to, piece->bytes + ahead->at, length);
  ahead->at += length;
  ahead->ended = piece->length == 0;
  if (ahead->at == piece->length && !ahead->ended)
    {
      ahead->at = 0;
      count_up (ahead, &ahead->emptied);
    }
  return length;
}
