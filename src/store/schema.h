/* schema.h: the tables of a store, described once: what makes them, documents them and exports them. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  const char *table;
  const char *column;
  const char *type;        /* with constraints, as in CREATE TABLE */
  const char *unit;        /* NULL: none */
  const char *description;
} BsSchemaColumn;

/* The fixed columns of all tables, in order. Those of counts and measures follow the last fixed column of `articles`. */
const BsSchemaColumn *bs_schema_columns (guint *n);

/* All CREATE statements, and the INSERTs that document the columns of tables and views in the table `columns`. Free with g_free. */
char *bs_schema_sql (void);

/* A name in double quotes, quotes doubled. Free with g_free. */
char *bs_schema_quote (const char *name);

G_END_DECLS
