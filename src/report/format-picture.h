/* format-picture.h: the pictures of a table as characters. For format-text.c alone. */
#pragma once

#include "report/format.h"

G_BEGIN_DECLS

/* What all rows of a picture share. */
typedef struct {
  guint  index;     /* of the picture */
  guint  width;     /* columns; 0: there is nothing to draw */
  double low, high; /* the scale */
} BsPictureScale;

/* The scale of a picture over all rows of its table. */
BsPictureScale bs_picture_scale (const BsTable *table, guint index);

/* The picture of a row, exactly `width` columns. Free with g_free. */
char *bs_picture_cell (const BsTable *table, const BsPictureScale *scale, guint row);

/* What stands over it: of a strip the ends of its scale, else nothing; `width` columns. Free with g_free. */
char *bs_picture_heading (const BsTable *table, const BsPictureScale *scale);

/* A sentence on what its marks mean and on which scale. Free with g_free. */
char *bs_picture_note (const BsTable *table, const BsPictureScale *scale);

G_END_DECLS
