/* image.h: rows as pages of a SQLite database in memory, from which SQLite copies them as they are.
 *
 * The format is documented for good (https://www.sqlite.org/fileformat2.html). SQLite itself makes the database, with its
 * tables empty; written here are only b-trees of tables, whose rows come in the order of their numbers (sections 1.5, 1.6
 * and 2.3).
 */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

#define BS_IMAGE_PAGE 65536 /* bytes: the largest that SQLite has, so that hardly a row needs more than one */
#define BS_IMAGE_USUAL (4 << 20) /* bytes: room that it has from the start */
#define BS_IMAGE_TABLES 2

typedef struct _BsImage BsImage;

/* `empty` is a database of such pages; `roots` are its tables' root pages, from 1. */
BsImage      *bs_image_new  (const guint8 *empty, gsize length, const guint32 roots[BS_IMAGE_TABLES]);
void          bs_image_free (BsImage *image);

/* Forgets all rows. What bs_image_data() gave stays a database, if not the same one, until bs_image_let_go(). */
void          bs_image_empty (BsImage *image);

/* Adds a row; `number` is larger than those before it in this table. */
void          bs_image_add  (BsImage *image, guint table, gint64 number, const BsRecord *record);

/* Bytes that it takes by now. */
gsize         bs_image_size (const BsImage *image);

/* Nobody reads any more what bs_image_data() gave before its last call. */
void          bs_image_let_go (BsImage *image);

/* The whole database. */
guint8       *bs_image_data (BsImage *image, gsize *length);

G_END_DECLS
