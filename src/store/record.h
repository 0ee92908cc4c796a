/* record.h: one row as SQLite's file format has it (https://www.sqlite.org/fileformat2.html, section 2.1): a value takes
 * a dozen instructions here, and some two hundred where SQLite is handed it by sqlite3_bind_*. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct {
  guint8 *types; /* the header behind its length */
  guint8 *body;
  gsize   n_types, n_body, types_room, body_room;
} BsRecord;

#define BS_RECORD_NUMBER_MAX 9 /* bytes of a length or of a row's number */

void bs_record_clear (BsRecord *record);

/* Begins the next row, of so many values, which are added in the order of the table's columns. */
void bs_record_begin (BsRecord *record, guint n_values);

/* A number as SQLite writes lengths and rows' numbers: seven bits a byte, high bits first. Returns what is behind it. */
guint8 *bs_record_number (guint8 *at, guint64 number);

/* The header's length, which goes before it. */
gsize bs_record_head_length (const BsRecord *record);

/* For texts and blobs: `type` is SQLite's of an empty one. */
void bs_record_bytes (BsRecord *record, guint type, gconstpointer bytes, gsize length);

static inline void
bs_record_null (BsRecord *record)
{
  record->types[record->n_types++] = 0;
}

/* The high bytes of a number that is big-endian. */
static inline void
bs_record_fixed (BsRecord *record, guint8 type, guint64 value, guint n_bytes)
{
  guint64 bytes = GUINT64_TO_BE (value << (64 - 8 * n_bytes));

  record->types[record->n_types++] = type;
  memcpy (record->body + record->n_body, &bytes, sizeof bytes);
  record->n_body += n_bytes;
}

static inline void
bs_record_integer (BsRecord *record, gint64 value)
{
  guint64 size = (guint64) (value < 0 ? ~value : value);

  if (size <= 1 && value >= 0)
    record->types[record->n_types++] = (guint8) (8 + value);
  else if (size <= 0x7f)
    bs_record_fixed (record, 1, (guint64) value, 1);
  else if (size <= 0x7fff)
    bs_record_fixed (record, 2, (guint64) value, 2);
  else if (size <= 0x7fffff)
    bs_record_fixed (record, 3, (guint64) value, 3);
  else if (size <= 0x7fffffff)
    bs_record_fixed (record, 4, (guint64) value, 4);
  else if (size <= G_GUINT64_CONSTANT (0x7fffffffffff))
    bs_record_fixed (record, 5, (guint64) value, 6);
  else
    bs_record_fixed (record, 6, (guint64) value, 8);
}

/* Not a NAN. */
static inline void
bs_record_real (BsRecord *record, double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bs_record_fixed (record, 7, bits, 8);
}

/* NULL for NULL. */
static inline void
bs_record_text (BsRecord *record, const char *text)
{
  if (text == NULL)
    bs_record_null (record);
  else
    bs_record_bytes (record, 13, text, strlen (text));
}

static inline void
bs_record_blob (BsRecord *record, gconstpointer bytes, gsize length)
{
  bs_record_bytes (record, 12, bytes, length);
}

G_END_DECLS
