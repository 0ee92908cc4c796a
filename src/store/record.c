#include "store/record.h"

/* Room for the values to come: each takes a byte of header and eight of body at most, but for texts and blobs, which make
 * room for themselves. bs_record_fixed() writes eight bytes whatever it keeps of them. */
static gsize
room_for (guint n_values)
{
  return (n_values + 1) * (gsize) BS_RECORD_NUMBER_MAX;
}

void
bs_record_clear (BsRecord *record)
{
  g_clear_pointer (&record->types, g_free);
  g_clear_pointer (&record->body, g_free);
  *record = (BsRecord){ 0 };
}

void
bs_record_begin (BsRecord *record, guint n_values)
{
  record->n_types = record->n_body = 0;
  if (record->types_room >= room_for (n_values))
    return;
  record->types_room = record->body_room = room_for (n_values);
  record->types = g_realloc (record->types, record->types_room);
  record->body = g_realloc (record->body, record->body_room);
}

guint8 *
bs_record_number (guint8 *at, guint64 number)
{
  guint8 bytes[10];
  guint n = 0;

  if (number >> 56 != 0) /* nine bytes, the last of eight bits */
    {
      for (int i = 0; i < 8; i++)
        *at++ = (guint8) (number >> (57 - 7 * i) | 0x80);
      *at++ = (guint8) number;
      return at;
    }
  do
    bytes[n++] = (guint8) ((number & 0x7f) | 0x80);
  while ((number >>= 7) != 0);
  bytes[0] &= 0x7f;
  while (n > 0)
    *at++ = bytes[--n];
  return at;
}

gsize
bs_record_head_length (const BsRecord *record)
{
  gsize n = 1;

  while ((record->n_types + n) >> (7 * n) != 0)
    n++;
  return n;
}

void
bs_record_bytes (BsRecord *record, guint type, gconstpointer bytes, gsize length)
{
  guint8 *end = bs_record_number (record->types + record->n_types, type + 2 * (guint64) length);

  record->n_types = (gsize) (end - record->types);
  if (record->n_body + length + record->types_room > record->body_room)
    {
      record->body_room = 2 * (record->n_body + length + record->types_room);
      record->body = g_realloc (record->body, record->body_room);
    }
  if (length > 0)
    memcpy (record->body + record->n_body, bytes, length);
  record->n_body += length;
}
