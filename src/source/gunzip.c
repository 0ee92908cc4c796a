#include "source/gunzip.h"

#include <zlib.h>

/* Bytes that may be expanded again after a false start, beside eight times what was taken. */
#define FREE_RETRIES ((guint64)16 * 1024 * 1024)

struct _BsGunzip
{
  BsPull pull;
  gpointer data;
  z_stream stream;
  gboolean in_member;
  const char *error;
  gsize at, end; /* of the buffer's bytes that are not expanded yet */
  gsize member;  /* where the member at hand starts, or the buffer, if that is behind it */
  guint64 taken;
  guint64 retried;
  char buffer[BS_GUNZIP_BUFFER];
};

BsGunzip *
bs_gunzip_new (BsPull pull, gpointer data, BsSpan first)
{
  BsGunzip *self = g_new (BsGunzip, 1);

  memset (self, 0, G_STRUCT_OFFSET (BsGunzip, buffer));
  self->pull = pull;
  self->data = data;
  self->end = self->taken = MIN (first.length, BS_GUNZIP_BUFFER);
  memcpy (self->buffer, first.start, self->end);
  if (inflateInit2 (&self->stream, MAX_WBITS + 16) != Z_OK)
    self->error = "the expander cannot start";
  return self;
}

void
bs_gunzip_free (BsGunzip *self)
{
  if (self == NULL)
    return;
  inflateEnd (&self->stream);
  g_free (self);
}

const char *
bs_gunzip_error (const BsGunzip *self)
{
  return self->error;
}

guint64
bs_gunzip_tainted (const BsGunzip *self)
{
  return self->error != NULL ? self->stream.total_out : 0;
}

guint64
bs_gunzip_taken (const BsGunzip *self)
{
  return self->taken;
}

/* More bytes behind those in the buffer, which keeps the member's start where it can. FALSE: the source has none. */
static gboolean
refill (BsGunzip *self)
{
  gsize got;

  if (self->end == BS_GUNZIP_BUFFER)
    {
      gsize kept = self->member > 0 ? self->member : self->at;
      memmove (self->buffer, self->buffer + kept, self->end - kept);
      self->at -= kept;
      self->end -= kept;
      self->member = 0;
    }
  got = self->pull (self->data, self->buffer + self->end, BS_GUNZIP_BUFFER - self->end);
  self->end += got;
  self->taken += got;
  return got > 0;
}

static void
start_member (BsGunzip *self, gsize at)
{
  inflateReset (&self->stream);
  self->member = self->at = at;
  self->in_member = TRUE;
}

/* FALSE: what follows is no member. Zero bytes between members are padding. */
static gboolean
find_member (BsGunzip *self)
{
  for (;;)
    {
      while (self->at < self->end && self->buffer[self->at] == '\0')
        self->at++;
      self->member = self->at;
      if (self->end - self->at >= 2)
        break;
      if (!refill (self))
        return FALSE;
    }
  if (memcmp (self->buffer + self->at, "\x1f\x8b", 2) != 0)
    return FALSE;
  start_member (self, self->at);
  return TRUE;
}

/* Expands what is in the buffer; returns the bytes written. */
static gsize
expand (BsGunzip *self, char *to, gsize size)
{
  int status;

  self->stream.next_in = (Bytef *)self->buffer + self->at;
  self->stream.avail_in = (uInt)(self->end - self->at);
  self->stream.next_out = (Bytef *)to;
  self->stream.avail_out = (uInt)size;
  status = inflate (&self->stream, Z_NO_FLUSH);
  self->at = self->end - self->stream.avail_in;
  if (status == Z_STREAM_END)
    self->in_member = FALSE;
  else if (status != Z_OK && status != Z_BUF_ERROR && self->stream.avail_out == size)
    self->error = status == Z_MEM_ERROR ? "not enough memory" : "the compressed bytes are damaged";
  return size - self->stream.avail_out;
}

gsize
bs_gunzip_read (BsGunzip *self, char *to, gsize size)
{
  size = MIN (size, G_MAXUINT32);
  while (self->error == NULL)
    {
      gsize got;

      if (!self->in_member && !find_member (self))
        return 0;
      if (self->at == self->end && !refill (self))
        {
          self->error = "the compressed bytes end too early";
          return 0;
        }
      got = expand (self, to, size);
      if (got > 0)
        return got;
    }
  return 0;
}

gboolean
bs_gunzip_resume (BsGunzip *self)
{
  gsize at = self->error != NULL ? self->member + 1 : self->at;

  self->retried += self->error != NULL ? self->at - MIN (self->member, self->at) : 0;
  self->error = NULL;
  self->in_member = FALSE;
  if (self->retried > FREE_RETRIES + 8 * self->taken)
    return FALSE;
  for (;;)
    {
      const char *found = at < self->end ? memchr (self->buffer + at, '\x1f', self->end - at) : NULL;

      self->at = self->member = MIN (found != NULL ? (gsize)(found - self->buffer) : self->end, self->end);
      if (self->end - self->at < 4)
        {
          if (!refill (self))
            return FALSE;
          at = self->at;
          continue;
        }
      if (memcmp (found, "\x1f\x8b\x08", 3) == 0 && ((guchar)found[3] & 0xe0) == 0)
        {
          start_member (self, self->at);
          return TRUE;
        }
      at = self->at + 1;
    }
}
